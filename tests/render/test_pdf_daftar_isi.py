"""The page numbers that the contents show at first opening are those of the printed document, and so are the PDF's."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import contoh_hasil as contoh
import pytest
from contoh_perbaikan import perbaikan

from kinerja.deliver.pdf import ke_pdf
from kinerja.master.pengaturan import Pengaturan
from kinerja.render import dokumen
from kinerja.render.cetak import NaskahCetak

TEMPLAT = Path(__file__).resolve().parents[2] / "templates"


@pytest.mark.slow
@pytest.mark.libreoffice
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice tidak terpasang")
@pytest.mark.parametrize("kertas", ["A4", "F4"])
@pytest.mark.parametrize("id_periode", ["2026-03", "2026-TW1", "2026"])
def test_nomor_halaman_daftar_isi(id_periode: str, kertas: str, tmp_path: Path) -> None:
    isi = dokumen.laporan(
        contoh.master(), Pengaturan(kertas=kertas), contoh.hasil(id_periode), contoh.kelengkapan(id_periode),
        perbaikan(id_periode), tanggal=date(2026, 4, 12), templat=TEMPLAT, akar=tmp_path,
    ).isi  # fmt: skip
    pdf = ke_pdf(isi, lambda kali, semua: None)
    assert len(NaskahCetak(isi).dicetak) > 10
    assert not any("belum tentu tepat" in c for c in pdf.catatan)
    # Word, whose pages these are, keeps a heading with all that a closing keeps together; LibreOffice parts it.
    beda = [int(c.split()[0]) for c in pdf.catatan if "nomor halaman" in c]
    assert sum(beda) <= 1, pdf.catatan


@pytest.mark.slow
@pytest.mark.libreoffice
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice tidak terpasang")
def test_nomor_yang_salah_diperbaiki_pada_pdf(tmp_path: Path) -> None:
    isi = dokumen.laporan(
        contoh.master(), Pengaturan(), contoh.hasil("2026"), contoh.kelengkapan("2026"), None,
        tanggal=date(2027, 1, 20), templat=TEMPLAT, akar=tmp_path,
    ).isi  # fmt: skip
    salah = NaskahCetak(isi)
    diganti = list(salah.dicetak)[::3]
    salah.put(dict.fromkeys(diganti, "99"))
    pdf = ke_pdf(salah.to_bytes(), lambda kali, semua: None)
    assert pdf.catatan[0].startswith(f"{len(diganti)} nomor halaman pada daftar isi PDF berbeda dari Word")
