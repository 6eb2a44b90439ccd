"""The Daftar Koreksi dan Masukan as a workbook, and what is read back from it."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import datetime
from typing import Any

import openpyxl
import pytest

from kinerja.errors import KinerjaError
from kinerja.koreksi.model import Balasan, JenisKoreksi, Koreksi
from kinerja.register.model import KoreksiTercatat
from kinerja.worksheets.daftar_koreksi import BerkasDibaca, DataKoreksi, daftar_koreksi_workbook
from kinerja.worksheets.daftar_koreksi_baca import Ketikan, baca_daftar_koreksi

WAKTU = datetime(2026, 1, 31, 12)
PERTAMA, STATUS, IDENTITAS = 7, 8, 12  # row of the first correction; columns


def _butir(n: int, **lain: Any) -> KoreksiTercatat:
    koreksi = Koreksi(
        kunci=f"k{n}", jenis=list(JenisKoreksi)[n % 6], penulis="Rina", waktu="2026-02-09T10:20:00",
        tempat=f"paragraf {n}", teks=f"baru {n}", teks_lama=f"lama {n}",
        balasan=(Balasan(penulis=None, waktu=None, teks="Setuju."),) if n == 0 else (),
    )  # fmt: skip
    return KoreksiTercatat(
        periode="2026-01", koreksi=koreksi, berkas="a/kembali.docx", sha256="0" * 64, dibaca=WAKTU, **lain
    )


def _buku(*butir: KoreksiTercatat) -> bytes:
    berkas = (BerkasDibaca(nama="kembali.docx", waktu=WAKTU, banyak=3, baru=3, cara="dibandingkan"),)
    data = DataKoreksi(
        instansi="Inspektorat & Rekan", judul="Laporan Kinerja Januari 2026", kertas="A4", waktu=WAKTU, koreksi=butir,
        berkas=berkas,
    )  # fmt: skip
    return daftar_koreksi_workbook(data)


def _ubah(isi: bytes, kerja: Callable[[Any], None]) -> bytes:
    buku = openpyxl.load_workbook(io.BytesIO(isi))
    kerja(buku["Koreksi"])
    aliran = io.BytesIO()
    buku.save(aliran)
    return aliran.getvalue()


TIGA = _buku(_butir(0), _butir(1, status="diterima", oleh="Ratna", tanggal="1 Februari 2026"), _butir(2, status="oke"))


def test_the_same_data_give_the_same_bytes_and_no_correction_still_gives_a_list() -> None:
    assert _buku(_butir(0)) == _buku(_butir(0))
    assert baca_daftar_koreksi(_buku(), "a.xlsx") == ()


def test_each_row_says_what_who_when_where_old_new_and_status() -> None:
    lembar = openpyxl.load_workbook(io.BytesIO(TIGA))["Koreksi"]
    baris = [[s.value for s in r] for r in lembar.iter_rows(min_row=PERTAMA, max_row=PERTAMA + 2)]
    assert baris[0][:8] == [
        1, "i Komentar", "Rina\n9 Februari 2026 10.20", "paragraf 0", "lama 0",
        "baru 0\n↳ tanpa nama, tanpa waktu: Setuju.", "Dari kembali.docx", "baru",
    ]  # fmt: skip
    assert baris[1][7:10] == ["diterima", "Ratna", "1 Februari 2026"]
    assert (baris[2][7], baris[2][6].startswith("! “oke” bukan status")) == ("oke", True)


def test_only_what_was_typed_counts_also_in_another_order() -> None:
    assert baca_daftar_koreksi(TIGA, "a.xlsx") == ()

    def isi(lembar: Any) -> None:
        atas = [s.value for s in lembar[PERTAMA]]
        bawah = [s.value for s in lembar[PERTAMA + 1]]
        for k, (a, b) in enumerate(zip(atas, bawah, strict=True), 1):  # sorted by a person
            lembar.cell(PERTAMA, k).value, lembar.cell(PERTAMA + 1, k).value = b, a
        lembar.cell(PERTAMA + 1, STATUS).value = "DITOLAK"
        lembar.cell(PERTAMA + 1, STATUS + 1).value = " Maya "
        lembar.cell(PERTAMA + 1, STATUS + 2).value = datetime(2026, 2, 3)

    assert baca_daftar_koreksi(_ubah(TIGA, isi), "a.xlsx") == (
        Ketikan(kunci="k0", status="ditolak", oleh="Maya", tanggal="3 Februari 2026", catatan=None, sel="H8"),
    )


def test_an_emptied_status_is_new_again() -> None:
    def kosongkan(lembar: Any) -> None:
        for k in range(STATUS, STATUS + 4):
            lembar.cell(PERTAMA + 1, k).value = None

    [k] = baca_daftar_koreksi(_ubah(TIGA, kosongkan), "a.xlsx")
    assert (k.kunci, k.status, k.oleh) == ("k1", "baru", None)


def _judul(lembar: Any) -> None:
    lembar.cell(PERTAMA - 1, STATUS).value = "Keadaan"


def _dua_kali(lembar: Any) -> None:
    lembar.cell(PERTAMA, STATUS).value = lembar.cell(PERTAMA + 1, STATUS).value = "selesai"
    lembar.cell(PERTAMA + 1, IDENTITAS).value = "k0"


def _di_luar(lembar: Any) -> None:
    lembar.cell(PERTAMA + 9, STATUS).value = "selesai"


@pytest.mark.parametrize("kerja", [_judul, _dua_kali, _di_luar])
def test_what_cannot_be_tied_to_a_correction_is_refused(kerja: Callable[[Any], None]) -> None:
    with pytest.raises(KinerjaError) as e:
        baca_daftar_koreksi(_ubah(TIGA, kerja), "a.xlsx")
    assert "tidak ditimpa" in e.value.pesan


def test_what_is_no_workbook_is_refused() -> None:
    with pytest.raises(KinerjaError, match="rusak"):
        baca_daftar_koreksi(b"x", "a.xlsx")
