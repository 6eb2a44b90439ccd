"""`kinerja templates check`: what is written beside the template, what is refused, and what JSON and exit code say."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest
from docx import Document

from kinerja.cli import main
from kinerja.errors import KinerjaError, SalahPakai
from kinerja.pipeline.templates import DIPERIKSA, PRATINJAU, check_template
from kinerja.render.contract import DOKUMEN

TEMPLAT = Path(__file__).resolve().parents[2] / "templates"


@pytest.fixture
def nota(tmp_path: Path) -> Path:
    """A good template under a name of the office's own."""
    return Path(shutil.copy(TEMPLAT / "nota_pengembalian.docx", tmp_path / "Nota Pengembalian (baru).docx"))


@pytest.fixture
def rusak(nota: Path) -> Path:
    """The same with one wrong name."""
    dok = Document(str(nota))
    dok.paragraphs[-1].add_run("{{ kepda }}")
    dok.save(str(nota))
    return nota


def test_templat_baik_hanya_menghasilkan_pratinjau(nota: Path) -> None:
    isi = nota.read_bytes()
    hasil = check_template(nota, None)
    assert (hasil.jenis, hasil.temuan) == ("nota_pengembalian", ())
    assert [(j, p.name) for j, p in hasil.dokumen] == [(PRATINJAU, "Nota Pengembalian (baru)_pratinjau.docx")]
    assert nota.read_bytes() == isi
    assert sorted(p.suffix for p in nota.parent.iterdir()) == [".docx", ".docx"]


def test_templat_salah_menghasilkan_salinan_berkomentar(rusak: Path) -> None:
    isi = rusak.read_bytes()
    hasil = check_template(rusak, None)
    assert [t.kode for t in hasil.temuan] == ["TPL004"]
    assert [(j, p.name) for j, p in hasil.dokumen] == [(DIPERIKSA, "Nota Pengembalian (baru)_diperiksa.docx")]
    assert rusak.read_bytes() == isi
    assert [c.author for c in Document(str(hasil.dokumen[0][1])).comments] == ["kinerja"]


def test_masukan_sama_byte_sama(rusak: Path) -> None:
    pertama = [p.read_bytes() for _, p in check_template(rusak, None).dokumen]
    assert [p.read_bytes() for _, p in check_template(rusak, None).dokumen] == pertama


def test_salinan_yang_disunting_orang_tidak_diganti(rusak: Path) -> None:
    salinan = check_template(rusak, None).dokumen[0][1]
    dok = Document(str(salinan))
    dok.core_properties.last_modified_by = "Budi"
    dok.save(str(salinan))
    suntingan = salinan.read_bytes()
    with pytest.raises(KinerjaError, match="sudah disunting orang"):
        check_template(rusak, None)
    assert salinan.read_bytes() == suntingan


@pytest.mark.parametrize(("nama", "jenis"), [
    ("laporan_bulanan", "laporan_bulanan"), ("LAPORAN TAHUNAN 2026 final", "laporan_tahunan"),
    ("surat-edaran (2)", "surat_edaran"),
])  # fmt: skip
def test_jenis_ditebak_dari_nama(tmp_path: Path, nama: str, jenis: str) -> None:
    Document().save(str(tmp_path / f"{nama}.docx"))
    assert check_template(tmp_path / f"{nama}.docx", None).jenis == jenis


@pytest.mark.parametrize("nama", ["laporan", "surat", "gabungan laporan bulanan dan laporan tahunan"])
def test_jenis_yang_tidak_jelas_ditanyakan(tmp_path: Path, nama: str) -> None:
    berkas = tmp_path / f"{nama}.docx"
    Document().save(str(berkas))
    with pytest.raises(SalahPakai) as salah:
        check_template(berkas, None)
    assert all(j in salah.value.saran for j in DOKUMEN)
    assert check_template(berkas, "laporan_bulanan").temuan == ()


def test_salah_tulis_nama_berkas_dan_jenis(nota: Path) -> None:
    with pytest.raises(SalahPakai, match="Mungkin maksudnya “Nota Pengembalian"):
        check_template(nota.with_name("Nota Pengembalan (baru).docx"), None)
    with pytest.raises(SalahPakai, match="Mungkin maksudnya “laporan_bulanan”"):
        check_template(nota, "laporan_bulan")
    with pytest.raises(SalahPakai, match="adalah map"):
        check_template(nota.parent, None)


def _jalankan(monkeypatch: pytest.MonkeyPatch, *arg: str) -> int:
    monkeypatch.setattr(sys, "argv", ["kinerja", "templates", "check", *arg])
    with pytest.raises(SystemExit) as keluar:
        main()
    return int(keluar.value.code or 0)


def test_json_dan_kode_keluar(rusak: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(rusak.parent)
    assert _jalankan(monkeypatch, rusak.name, "--json") == 1
    layar = capsys.readouterr()
    hasil = json.loads(layar.out)
    assert (hasil["berkas"], hasil["jenis"]) == (rusak.name, "nota_pengembalian")
    assert [(t["kode"], t["tingkat"]) for t in hasil["temuan"]] == [("TPL004", "galat")]
    assert hasil["temuan"][0]["sel"].startswith("paragraf ")
    assert hasil["dokumen"] == [{"jenis": DIPERIKSA, "path": "Nota Pengembalian (baru)_diperiksa.docx"}]
    assert layar.err == ""


def test_kode_keluar_tanpa_galat(nota: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _jalankan(monkeypatch, str(nota)) == 0
    assert _jalankan(monkeypatch, str(nota), "--jenis", "bukan") == 2
