"""The monitoring paper filled in LibreOffice week by week: live variance, actions that follow, every format read."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from forms.contoh_form import master
from helpers.kantor_uno import kerjakan

from kinerja.domain.kalender import Kalender
from kinerja.domain.pemantauan import KolomPantau, StatusTindakan
from kinerja.domain.periode import Periode
from kinerja.forms.pemantauan import kertas_pemantauan
from kinerja.forms.terbit_pantau import terbitkan_pantau
from kinerja.read.form import read_form
from kinerja.read.model import Kandidat
from kinerja.validate.pemantauan import periksa_pantau
from kinerja.workbook.model import huruf_kolom

K = KolomPantau
M = master()
TERBIT = terbitkan_pantau(M, "SEK", Periode.parse("2026-02"), Kalender())  # 1 February is a Sunday: 0 + 5 + 5 + 5 + 5
BARIS = {b.kode: n for n, b in enumerate(TERBIT.baris, 7)}
HURUF = {k: huruf_kolom(n) for n, k in enumerate(K, 1)}


def sel(kolom: K, kode: str) -> str:
    return f"{HURUF[kolom]}{BARIS[kode]}"


@pytest.fixture(scope="module")
def terisi(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("pantau")
    sumber = folder / "pantau.xlsx"
    sumber.write_bytes(kertas_pemantauan(M, TERBIT, "A4"))
    simpan = {x: folder / f"hasil{x}" for x in (".xlsx", ".ods", ".xls")}
    r = K.REALISASI
    ketik = {
        "Minggu 2": {
            sel(r, "IKU-02"): "0", sel(K.TINDAKAN, "IKU-02"): "'- tambah auditor & supervisi",
            sel(K.PENANGGUNG_JAWAB, "IKU-02"): "'Dalnis", sel(K.BATAS_WAKTU, "IKU-02"): "2026-02-13",
            sel(K.STATUS, "IKU-02"): "'Berjalan", sel(K.PEMBILANG, "IKU-01"): "174", sel(K.PENYEBUT, "IKU-01"): "264",
            sel(r, "IKU-04"): "135.15", sel(r, "IKU-07"): "9", sel(r, "IKU-09"): "'B", sel(r, "IKU-10"): "'Ya",
            sel(K.BAGIAN, "IKU-02"): "0",
        },
        "Minggu 3": {sel(r, "IKU-02"): "1"},
        "Minggu 4": {sel(r, "IKU-02"): "2", sel(K.STATUS_LALU, "IKU-02"): "'Selesai"},
        "Minggu 5": {sel(r, "IKU-02"): "1"},
    }  # fmt: skip
    kolom = (K.BAGIAN, K.KUMULATIF, K.VARIAN, K.KEADAAN, K.TINDAKAN_LALU)
    baca = {m.nama: [sel(k, b) for b in BARIS for k in kolom] for m in TERBIT.minggu}
    tugas = {
        "buka": str(sumber),
        "ketik": ketik,
        "baca": baca,
        "aturan": [],
        "simpan": [str(p) for p in simpan.values()],
    }
    jawab = kerjakan(Path(__file__).with_name("ketik_uno.py"), tugas, folder)
    return jawab, {x: p.read_bytes() for x, p in simpan.items()}


def tampak(terisi: Any, minggu: int, kode: str) -> tuple[str, ...]:
    """(Kumulatif, Varian, Keadaan) as LibreOffice shows them."""
    isi = terisi[0]["tampak"][f"Minggu {minggu}"]
    return tuple(isi[sel(k, kode)].replace(",", ".") for k in (K.KUMULATIF, K.VARIAN, K.KEADAAN))


@pytest.mark.libreoffice
def test_variance_is_live_and_asks_for_an_action(terisi: Any) -> None:
    assert terisi[0]["ditolak"] == [sel(K.BAGIAN, "IKU-02")]
    assert tampak(terisi, 1, "IKU-02") == ("", "", "tanpa hari kerja")
    assert tampak(terisi, 2, "IKU-02") == ("0", "-1.00", "ada tindakan")
    assert tampak(terisi, 2, "IKU-01") == ("65.91", "-14.09", "ISI TINDAKAN")
    assert tampak(terisi, 2, "IKU-04") == ("135.15", "-46.33", "ISI TINDAKAN")  # less is better
    assert tampak(terisi, 2, "IKU-07") == ("9.0", "-1.00", "ISI TINDAKAN")  # 7 to 8 months
    assert tampak(terisi, 2, "IKU-09") == ("B", "-1", "ISI TINDAKAN")
    assert tampak(terisi, 2, "IKU-10") == ("Ya", "0", "sesuai target")
    assert tampak(terisi, 2, "IKU-03") == ("", "", "belum diisi")
    assert tampak(terisi, 5, "IKU-02") == ("4", "0.00", "sesuai target")


@pytest.mark.libreoffice
def test_an_open_action_follows_until_it_is_finished(terisi: Any) -> None:
    lihat = [terisi[0]["tampak"][f"Minggu {m}"][sel(K.TINDAKAN_LALU, "IKU-02")] for m in range(1, 6)]
    teks = "- tambah auditor & supervisi – Dalnis, s.d. 13/2/2026"
    assert lihat == ["", "", teks, teks, ""]


@pytest.mark.libreoffice
@pytest.mark.parametrize("akhiran", [".xlsx", ".ods", ".xls"])
def test_saved_paper_is_read_and_judged(terisi: Any, akhiran: str) -> None:
    isi = terisi[1][akhiran]
    hasil = read_form(Kandidat(path=f"p{akhiran}", isi=isi, sha256="0" * 64, diterima=datetime(2026, 3, 1)))
    assert hasil.pantau is not None, hasil.temuan
    assert hasil.pantau.terbit == TERBIT
    nilai = periksa_pantau(hasil.pantau, TERBIT, M, diterima=date(2026, 3, 1), tingkat={}, temuan_baca=hasil.temuan)
    ditemukan = sorted({(t.kode, t.indikator) for t in nilai.temuan})
    assert [x for x in ditemukan if x[0] != "PTU011"] == [
        ("PTU004", "IKU-01"), ("PTU004", "IKU-04"), ("PTU004", "IKU-07"), ("PTU004", "IKU-09"),
    ]  # fmt: skip
    [t] = nilai.isi.tindakan
    assert (t.uraian, t.penanggung_jawab, t.batas) == ("- tambah auditor & supervisi", "Dalnis", date(2026, 2, 13))
    assert (t.status, t.selesai, t.minggu) == (StatusTindakan.SELESAI, 4, 2)
