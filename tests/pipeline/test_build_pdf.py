"""`kinerja build --pdf` where LibreOffice is missing or fails: the report is there, and the old PDF is named as old."""

from __future__ import annotations

import json
import sys
from datetime import datetime
from pathlib import Path

import pytest
from helpers.jalankan import jalankan

from kinerja.deliver import pdf
from kinerja.deliver.pdf import Pdf
from kinerja.domain.periode import Periode
from kinerja.pipeline.build import build
from kinerja.pipeline.progress import diam
from kinerja.pipeline.workspace import Workspace

_BULAN = Periode.parse("2026-01")


@pytest.fixture(scope="module")
def ws(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    akar = tmp_path_factory.mktemp("kantor")
    assert jalankan("init", str(akar), "--tahun", "2026").kode == 0
    return Workspace(akar.resolve())


@pytest.mark.skipif(sys.platform != "linux", reason="di tempat lain LibreOffice dicari juga di map pemasangannya")
def test_without_libreoffice_the_word_report_stands(
    ws: Workspace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    hasil = jalankan("build", "2026-01", "--pdf", "-C", str(ws.akar))
    assert hasil.kode == 3
    assert "laporan_bulanan_2026-01.docx" in hasil.stderr
    assert "LibreOffice tidak terpasang di komputer ini; laporan Word sudah dibuat." in hasil.stderr
    sebagai_json = jalankan("build", "2026-01", "--pdf", "--json", "-C", str(ws.akar))
    assert sebagai_json.kode == 3
    jenis = [d["jenis"] for d in json.loads(sebagai_json.stdout)["dokumen"]]
    assert jenis == ["laporan_bulanan", "data_hasil_analisis"]
    assert (ws.akar / "output/2026-01/laporan_bulanan_2026-01.docx").is_file()
    assert not (ws.akar / "output/2026-01/laporan_bulanan_2026-01.pdf").exists()


def test_a_pdf_of_an_earlier_report_is_named(ws: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "ke_pdf", lambda naskah, lapor: Pdf(isi=b"%PDF-1.6", halaman=7, catatan=("Catatan.",)))

    def bangun(hari: str, *, dengan: bool) -> tuple[str, ...]:
        waktu = datetime.fromisoformat(f"2026-{hari}T09:00:00")
        return build(ws, _BULAN, waktu=waktu, pdf=dengan, lapor=diam).ringkasan

    usang = "output/2026-01/laporan_bulanan_2026-01.pdf masih dari laporan sebelumnya"
    assert bangun("02-05", dengan=True)[-2:] == ("PDF 7 halaman.", "Catatan.")
    assert not any(usang in b for b in bangun("02-05", dengan=False))
    assert bangun("02-06", dengan=False)[-1].startswith(usang)  # the date of the report is another
    assert bangun("02-04", dengan=False)[-1].startswith(usang)  # also when the clock was set back
    assert not any(usang in b for b in bangun("02-05", dengan=False))
    assert not any(usang in b for b in bangun("02-06", dengan=True))
