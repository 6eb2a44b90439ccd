"""The page numbers that the contents show at first opening are those of the laid-out document."""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import contoh_hasil as contoh
import pytest
from contoh_perbaikan import perbaikan
from helpers import docx_text
from helpers.docx_text import W, paragraph_text

from kinerja.master.pengaturan import Pengaturan
from kinerja.render import dokumen

TEMPLAT = Path(__file__).resolve().parents[2] / "templates"
ADA = shutil.which("soffice") is not None and shutil.which("pdftotext") is not None


def _rapat(teks: str) -> str:
    return re.sub(r"\s+", "", teks).casefold()


def _halaman(pdf: Path) -> list[tuple[str, str]]:
    """(printed number, text without blanks) of each page."""
    teks = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    hasil = []
    for isi in teks.split("\f"):
        baris = [b.strip() for b in isi.strip().split("\n")]
        hasil.append((baris[-1], _rapat(isi)))
    return hasil


@pytest.mark.slow
@pytest.mark.libreoffice
@pytest.mark.skipif(not ADA, reason="LibreOffice atau pdftotext tidak terpasang")
@pytest.mark.parametrize("id_periode", ["2026-03", "2026-TW1", "2026"])
def test_nomor_halaman_daftar_isi(id_periode: str, tmp_path: Path) -> None:
    isi = dokumen.laporan(
        contoh.master(), Pengaturan(), contoh.hasil(id_periode), contoh.kelengkapan(id_periode), perbaikan(id_periode),
        tanggal=date(2026, 4, 12), templat=TEMPLAT, akar=tmp_path,
    )  # fmt: skip
    (tmp_path / "laporan.docx").write_bytes(isi)
    perintah = ["soffice", f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}", "--headless"]
    perintah += ["--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "laporan.docx")]
    subprocess.run(perintah, capture_output=True, check=True, timeout=120)
    halaman = [h for h in _halaman(tmp_path / "laporan.pdf") if "......" not in h[1]]
    butir = [
        paragraph_text(p).split(" → ")
        for p in docx_text.root(isi).iter(f"{W}p")
        if (g := p.find(f"{W}pPr/{W}pStyle")) is not None and g.get(f"{W}val") in ("TOC1", "TOC2", "TOC3")
    ]
    meleset = [b for b in butir if b[-1] not in [n for n, t in halaman if _rapat("".join(b[:-1])) in t]]
    assert len(butir) > 10
    assert len(meleset) <= 1, meleset  # fonts differ a little between machines
