"""Every shipped SOP, and an invented one, to the end: what `status` advises is done until nothing is left.

One workspace is built per way of collecting; each SOP plays in a copy of it.
"""

from __future__ import annotations

import json
import shlex
import shutil
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from helpers.jalankan import jalankan
from sop.test_loader_profil import KEENAM

from kinerja.cli import approve, build, deliver, finalize, forms, letter, monitor, review, status, step, validate
from kinerja.pipeline import demo as modul_demo
from kinerja.pipeline import finalize as modul_finalize
from kinerja.pipeline.demo import demo, load_alur
from kinerja.pipeline.progress import diam
from kinerja.register.db import Register

_JAM = (approve, build, deliver, finalize, forms, letter, monitor, review, status, step, validate)


@pytest.fixture(scope="module", params=[pytest.param(None, marks=pytest.mark.slow)])
def bulanan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample Inspektorat at the end of its year, all forms valid, before any report."""
    return _tanpa_laporan(tmp_path_factory, "inspektorat")


@pytest.fixture(scope="module", params=[pytest.param(None, marks=pytest.mark.slow)])
def triwulanan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real office that collects by triwulan, likewise."""
    return _tanpa_laporan(tmp_path_factory, "nyata")


def _tanpa_laporan(tmp_path_factory: pytest.TempPathFactory, contoh: str) -> Path:
    asli = load_alur
    with pytest.MonkeyPatch.context() as m:
        m.setattr(modul_demo, "load_alur", lambda sumber: tuple(replace(t, laporan=()) for t in asli(sumber)))
        return demo(tmp_path_factory.mktemp(contoh) / "kantor", contoh=contoh, lapor=diam).akar


def _kantor(asal: Path, tujuan: Path, sop: str, teks: str | None = None) -> Path:
    """A copy of the office that follows another SOP; `teks`: a profile of its own."""
    ws = Path(shutil.copytree(asal, tujuan))
    setelan = ws / "kinerja.toml"
    baris = setelan.read_text(encoding="utf-8").splitlines()
    setelan.write_text("\n".join(f'sop = "{sop}"' if b.startswith("sop = ") else b for b in baris), encoding="utf-8")
    if teks is not None:
        (ws / "sop").mkdir()
        (ws / "sop" / f"{sop}.toml").write_text(teks, encoding="utf-8")
    return ws


def _status(ws: Path, periode: str) -> dict[str, Any]:
    hasil = jalankan("-C", str(ws), "status", periode, "--json")
    assert hasil.kode == 0, hasil.stderr
    return json.loads(hasil.stdout)


def _ikuti(ws: Path, periode: str, hari: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Do what `status` advises until every step is done; gives the commands."""
    for modul in _JAM:
        monkeypatch.setattr(modul, "now", lambda: datetime.fromisoformat(f"{hari}T09:00:00"))
    monkeypatch.setattr(modul_finalize, "cari_libreoffice", lambda: None)
    dipakai: list[str] = []
    while (b := _status(ws, periode)["berikutnya"]) is not None:
        assert b["perintah"] not in dipakai, "saran yang tidak menyelesaikan langkahnya"
        dipakai.append(b["perintah"])
        perintah = b["perintah"]
        if perintah.startswith("kinerja monitor"):  # this office monitors on papers of its own
            perintah = f"kinerja step done {b['id']} --oleh NAMA --tanggal TANGGAL --periode {b['periode']}"
        if perintah.startswith("kinerja review"):  # the konsep came back without a correction
            perintah = perintah.replace("BERKAS.docx", str(ws / f"output/{periode}/laporan_tahunan_{periode}.docx"))
        if "PINDAIAN.pdf" in perintah:
            pindaian = ws / "pindaian.pdf"
            pindaian.write_bytes(b"%PDF-1.4\n" + b"%" * 200)
            perintah = perintah.replace("PINDAIAN.pdf", str(pindaian))
        _, *kata = shlex.split(perintah.replace("NAMA", f"'Petugas {b['id']}'").replace("TANGGAL", hari))
        hasil = jalankan("-C", str(ws), *kata)
        assert hasil.kode == 0, (b["perintah"], hasil.stderr)
    assert {(x["id"], x["status"]) for x in _status(ws, periode)["langkah"]} == {
        (x["id"], "selesai") for x in _status(ws, periode)["langkah"]
    }
    with Register.open(ws / "kinerja.db") as reg:
        assert reg.periksa_rantai() is None
    return [" ".join(d.split()[1:3]) for d in dipakai]


def _laporan(ws: Path, periode: str) -> list[tuple[str, bool]]:
    return [(m["periode"], m["path"] is not None) for m in _status(ws, periode)["laporan"]]


def test_karanganyar_bulan_demi_bulan(bulanan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ws = _kantor(bulanan, tmp_path / "kantor", "karanganyar")
    dipakai = _ikuti(ws, "2026-01", "2027-01-20", monkeypatch)
    assert dipakai[0] == "build 2026-01"
    assert "letter sk_tim" in dipakai
    assert [d for d in dipakai if d.split()[0] in ("approve", "finalize", "step", "deliver")] == [
        "approve 2026-01", "approve 2026-01", "finalize 2026-01",
        "step done",  # 11, the signature
        "deliver 2026-01", "deliver 2026-01",  # made ready; the receipt
    ]  # fmt: skip
    assert dipakai[-1] == "monitor 2026-01"
    assert _laporan(ws, "2026-01")[:2] == [("2026-01", True), ("2026-02", False)]
    _ikuti(ws, "2026-02", "2027-01-20", monkeypatch)
    assert {m["jenis"] for m in _status(ws, "2026-02")["laporan"]} == {"bulanan"}


@pytest.mark.parametrize(
    ("sop", "surat"),
    [
        ("wonosobo", {"letter lembar_disposisi", "letter undangan_rapat", "letter notula", "letter surat_pengantar"}),
        ("sungai_penuh", {"letter nota_permintaan_data", "letter bukti_pengiriman"}),
        (
            "kerja_sama",
            {
                "letter sk_tim",
                "letter rencana_pengumpulan",
                "letter hasil_pengumpulan_data",
                "letter notula",
                "letter hasil_evaluasi",
                "letter bukti_pengiriman",
            },
        ),
    ],
)
def test_sop_setahun(bulanan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sop: str, surat: set[str]) -> None:
    ws = _kantor(bulanan, tmp_path / "kantor", sop)
    dipakai = _ikuti(ws, "2026", "2027-01-20", monkeypatch)
    assert {d for d in dipakai if d.startswith("letter")} == surat
    assert "build 2026" in dipakai
    assert ("review BERKAS.docx" in dipakai) == (sop == "sungai_penuh")
    assert _laporan(ws, "2026") == [("2026", True)]
    assert (ws / "output/2026/laporan_tahunan_2026.docx").is_file()


def test_bantul_dari_triwulan_sampai_tahun(triwulanan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ws = _kantor(triwulanan, tmp_path / "kantor", "bantul")
    dipakai: list[str] = []
    for n in range(1, 5):
        dipakai += _ikuti(ws, f"2025-TW{n}", "2026-01-20", monkeypatch)
    buatan = {d for d in dipakai if d.startswith("build")}
    assert buatan == {f"build 2025{p}" for p in ("-TW1", "-TW2", "-TW3", "-TW4", "-S1", "-S2", "")}
    data = _status(ws, "2025-TW4")
    assert _laporan(ws, "2025-TW4") == [
        ("2025-TW1", True),
        ("2025-TW2", True),
        ("2025-S1", True),
        ("2025-TW3", True),
        ("2025-TW4", True),
        ("2025-S2", True),
        ("2025", True),
    ]
    assert data["catatan"] == [
        "Laporan bulanan dalam SOP dilewati, karena kantor ini mengumpulkan data triwulanan.",
        "Semua laporan 2025 menurut SOP sudah dibuat.",
    ]


def test_sop_keenam_tanpa_python(triwulanan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ws = _kantor(triwulanan, tmp_path / "kantor", "dinas_contoh", KEENAM)
    assert _ikuti(ws, "2025-TW1", "2025-04-20", monkeypatch) == ["build 2025-TW1"]
    assert [m for m, ada in _laporan(ws, "2025-TW1") if ada] == ["2025-TW1"]
