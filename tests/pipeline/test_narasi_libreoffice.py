"""The Sekretaris edits the konsep in LibreOffice, as .docx and through .odt: everything comes back as it was typed."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from helpers.jalankan import jalankan
from helpers.kantor_uno import kerjakan
from januari import BULAN, LENGKAP, kirim
from test_narasi_suntingan import KONSEP, narasi

from kinerja.cli import build, review, validate
from kinerja.koreksi.narasi import BacaanNarasi, Masalah, baca_narasi
from kinerja.koreksi.naskah import baca_naskah

SKRIP = Path(__file__).parent / "sunting_uno.py"
RINGKASAN = "tidak satu pun dari 3 indikator"
PENUTUP, UNIT, IKU = "belum dapat disimpulkan", "capaian Inspektur Pembantu I pada", "pada Januari 2026 belum tersedia"
# What is done, the paragraph in which, and what is read back: texts by kunci, or questions.
LANGKAH = {
    "tanpa": ([], {}, set()),
    "ketik": ([["ketik", PENUTUP, "BARU "]], {"penutup": "BARU belum dapat disimpulkan"}, set()),
    "timpa": ([["timpa", PENUTUP, "Kalimat lain sama sekali."]], {"penutup": "Kalimat lain sama sekali."}, set()),
    "kosong": ([["kosongkan", UNIT]], {"unit:IRB1": ""}, set()),
    "pisah": ([["pisah", PENUTUP]], {"penutup": "\n\nbelum dapat disimpulkan"}, set()),
    "gabung": ([["gabung", RINGKASAN]], {}, set()),  # with the next drafted paragraph
    "gabung templat": ([["gabung", UNIT]], {}, set()),  # with the caption below it
    "salin": ([["salin", UNIT]], {}, {(Masalah.GANDA, "unit:IRB1")}),
    "buang": ([["buang", UNIT]], {}, {(Masalah.HILANG, "unit:IRB1")}),
    "lacak": ([["lacak", PENUTUP, "BARU "]], {}, {(Masalah.TERLACAK, "penutup")}),
    "banyak": (
        [["lacak", PENUTUP, "BARU "], ["ketik", IKU, "BARU "], ["kosongkan", UNIT]],
        {"IKU-01": "BARU pada Januari", "unit:IRB1": ""},
        {(Masalah.TERLACAK, "penutup")},
    ),
}


@pytest.fixture(autouse=True)
def jam(monkeypatch: pytest.MonkeyPatch) -> None:
    for modul in (build, review, validate):
        monkeypatch.setattr(modul, "now", lambda: datetime(2026, 2, 10, 9))


def _kerja(asal: Path, folder: Path, nama: str, langkah: list[list[str]]) -> dict[str, object]:
    simpan = folder / f"{nama}.docx"
    return {"buka": str(asal), "langkah": langkah, "simpan": str(simpan), "lewat_odt": str(folder / f"{nama}_odt.docx")}


def _baca(berkas: Path, konsep: Path) -> BacaanNarasi:
    kini, semula = baca_naskah(berkas.read_bytes(), berkas.name), baca_naskah(konsep.read_bytes(), "konsep")
    return baca_narasi(kini, semula, narasi(konsep.read_bytes()))


@pytest.mark.slow
@pytest.mark.libreoffice
def test_setiap_suntingan_di_libreoffice(kantor: Path, tmp_path: Path) -> None:
    assert jalankan("-C", str(kantor), "build", BULAN).kode == 0
    konsep = kantor / KONSEP
    kerjakan(SKRIP, [_kerja(konsep, tmp_path, n, x[0]) for n, x in LANGKAH.items()], tmp_path)
    banyak = len(narasi(konsep.read_bytes()))
    for nama, (_, teks, tanya) in LANGKAH.items():
        for berkas in (f"{nama}.docx", f"{nama}_odt.docx"):
            b = _baca(tmp_path / berkas, konsep)  # also: LibreOffice wrote a file that can be read
            berbeda = {k: p.teks for k, p in b.paragraf.items() if p.disunting}
            assert set(berbeda) == set(teks), berkas
            assert all(t in berbeda[k] if t else not berbeda[k] for k, t in teks.items()), (berkas, berbeda)
            assert {(t.masalah, t.kunci) for t in b.tanya} == tanya, berkas
            assert len(b.paragraf) == banyak - len(tanya), berkas
            assert bool(b.digabung) == (nama == "gabung"), berkas


@pytest.mark.slow
@pytest.mark.libreoffice
def test_dari_konsep_ke_konsep_di_libreoffice(kantor: Path, tmp_path: Path) -> None:
    def jalan(*arg: str) -> str:
        hasil = jalankan("-C", str(kantor), *arg)
        assert hasil.kode == 0, hasil.stderr
        return hasil.stdout + hasil.stderr

    jalan("build", BULAN)
    kerjakan(SKRIP, [_kerja(kantor / KONSEP, tmp_path, "satu", [["ketik", IKU, "(menunggu rekonsiliasi) "]])], tmp_path)
    assert "Narasi yang disunting disimpan" in jalan("review", str(tmp_path / "satu.docx"))
    kirim(kantor, "IRB1", "2026-02-03T09:00", LENGKAP)
    jalan("validate", BULAN)
    assert "Narasi yang isinya berubah sejak disunting" in jalan("build", BULAN)
    assert "(menunggu rekonsiliasi) pada Januari" in narasi((kantor / KONSEP).read_bytes())["IKU-01"]
    dua = [_kerja(kantor / KONSEP, tmp_path, "tetap", []),
           _kerja(kantor / KONSEP, tmp_path, "pasti", [["hapus komentar", "Periksa narasi"]])]  # fmt: skip
    kerjakan(SKRIP, dua, tmp_path)
    for nama in ("tetap.docx", "tetap_odt.docx"):
        assert "arasi" not in jalan("review", str(tmp_path / nama)).replace(str(tmp_path), "")
    assert "Narasi yang dipastikan masih benar: IKU-01." in jalan("review", str(tmp_path / "pasti_odt.docx"))
    assert "berubah sejak disunting" not in jalan("build", BULAN)
