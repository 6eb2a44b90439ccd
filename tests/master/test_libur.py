"""Days off into sheet Libur: what is known of a year, and a master that keeps everything else."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from kinerja.master.contoh import example_master
from kinerja.master.libur import Libur, add_libur, libur_nasional
from kinerja.master.reader import load_master
from kinerja.workbook.patch import TidakAman
from kinerja.workbook.reader import open_workbook

SAMPEL = Path(__file__).parents[2] / "sample_data" / "inspektorat" / "induk.xlsx"
DUA = (
    Libur(tanggal=date(2026, 2, 2), keterangan="Hari Jadi <Daerah> & syukuran", dasar="SK Bupati"),
    Libur(tanggal=date(2026, 2, 3), keterangan="Cuti daerah", dasar="SK Bupati"),
)


def test_libur_yang_tetap_dan_yang_perkiraan() -> None:
    hari = libur_nasional(2030)
    assert list(hari) == sorted(hari, key=lambda h: h.tanggal)
    assert len({h.tanggal for h in hari}) == len(hari)
    assert {(h.tanggal.month, h.tanggal.day) for h in hari if not h.perkiraan} == {
        (1, 1), (5, 1), (6, 1), (8, 17), (12, 25)
    }  # fmt: skip
    assert all("SKB" in h.dasar for h in hari if h.perkiraan)


def test_tahun_yang_keputusannya_dikenal_memuat_cuti_bersama_tanpa_perkiraan() -> None:
    hari = libur_nasional(2026)
    assert any(h.keterangan.startswith("Cuti Bersama") for h in hari)
    assert not any(h.perkiraan for h in hari)
    assert date(2026, 3, 19) in {h.tanggal for h in hari}  # Nyepi


def _disimpan_ulang(ubah: Callable[[openpyxl.Workbook], None]) -> bytes:
    buku = openpyxl.load_workbook(io.BytesIO(SAMPEL.read_bytes()))
    ubah(buku)
    buku.save(aliran := io.BytesIO())
    return aliran.getvalue()


def _tukar(buku: openpyxl.Workbook) -> None:
    """The columns in another order, one of the office's own before them."""
    lembar = buku["Libur"]
    isi = [[None, c.value, a.value, b.value] for a, b, c in lembar.iter_rows()]
    isi[0][0] = "Catatan"
    lembar.delete_rows(1, lembar.max_row)
    for baris in isi:
        lembar.append(baris)
    for sel in lembar["C"][1:]:
        sel.number_format = "d-mmm-yy"


@pytest.mark.parametrize(
    "isi",
    [
        example_master(2026),
        SAMPEL.read_bytes(),
        _disimpan_ulang(lambda _: None),
        _disimpan_ulang(_tukar),
        _disimpan_ulang(lambda b: b["Libur"].delete_rows(2, 100)),
    ],
    ids=["kosong", "berisi", "disimpan-ulang", "kolom-ditukar", "tanpa-gaya"],
)
def test_hari_ditambahkan_di_bawah_dan_terbaca(isi: bytes) -> None:
    lama, _ = load_master(isi)
    hasil, baris = add_libur(isi, open_workbook(isi, "induk.xlsx"), DUA)
    baru, temuan = load_master(hasil)
    assert lama is not None
    assert baru is not None
    assert [t.kode for t in temuan if t.sumber.lembar == "Libur"] == []
    assert [(h.tanggal, h.keterangan, h.dasar) for h in baru.libur[len(lama.libur) :]] == [
        (h.tanggal, h.keterangan, h.dasar) for h in DUA
    ]
    assert baru.libur[: len(lama.libur)] == lama.libur
    lembar = openpyxl.load_workbook(io.BytesIO(hasil))["Libur"]
    assert [s.value for s in lembar[baris]].count("Cuti daerah") == 0
    assert sum(s.is_date for s in lembar[baris]) == 1  # a date for whoever opens it too
    assert sum(s.is_date for s in lembar[baris + 1]) == 1


def test_bagian_lain_tetap_sama() -> None:
    isi = SAMPEL.read_bytes()
    hasil, _ = add_libur(isi, open_workbook(isi, "induk.xlsx"), DUA)
    with zipfile.ZipFile(io.BytesIO(isi)) as a, zipfile.ZipFile(io.BytesIO(hasil)) as b:
        beda = [n for n in a.namelist() if a.read(n) != b.read(n)]
    assert a.namelist() == b.namelist()
    assert len(beda) == 1
    assert beda[0].startswith("xl/worksheets/")


@pytest.mark.parametrize("judul", ["Hari", None])
def test_lembar_yang_judulnya_diubah_ditolak(judul: str | None) -> None:
    def ubah(buku: openpyxl.Workbook) -> None:
        if judul is None:
            del buku["Libur"]
        else:
            buku["Libur"]["A1"] = judul

    isi = _disimpan_ulang(ubah)
    with pytest.raises(TidakAman):
        add_libur(isi, open_workbook(isi, "induk.xlsx"), DUA)
