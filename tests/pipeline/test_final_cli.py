"""approve, reject, finalize, reopen and verify as they are typed: what they print, their JSON, their exit codes."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from helpers.jalankan import Hasil, jalankan
from pipeline.kantor_uji import Kantor

from kinerja.cli import approve as cli_approve
from kinerja.cli import finalize as cli_finalize
from kinerja.cli import verify as cli_verify
from kinerja.pipeline import finalize as modul_finalize

BERKAS = "output/2026-01/final/laporan_bulanan_2026-01_v1.docx"


@pytest.fixture
def kantor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for modul in (cli_approve, cli_finalize, cli_verify):
        monkeypatch.setattr(modul, "now", lambda: datetime(2026, 2, 12, 9))
    monkeypatch.setattr(modul_finalize, "cari_libreoffice", lambda: None)
    k = Kantor(tmp_path / "kantor")
    k.laporan_awal()
    return k.ws.akar


def perintah(kantor: Path, *kata: str) -> Hasil:
    return jalankan("-C", str(kantor), *kata)


def _json(h: Hasil, kode: int = 0) -> dict[str, Any]:
    assert h.kode == kode, h.stderr
    return dict(json.loads(h.stdout))


def test_dari_persetujuan_sampai_terbukti(kantor: Path) -> None:
    assert perintah(kantor, "verify").kode == 0
    assert perintah(kantor, "verify", "2026-01").kode == 3
    assert perintah(kantor, "finalize", "2026-01").kode == 3
    assert perintah(kantor, "reopen", "2026-01", "--oleh", "A", "--alasan", "B").kode == 3
    assert perintah(kantor, "approve", "2026-01").kode == 2
    assert perintah(kantor, "approve", "2026-01", "--oleh", "Orang Lain").kode == 2
    assert perintah(kantor, "reject", "2026-01", "--oleh", "Ahmad Fauzi", "--catatan", " ").kode == 2
    data = _json(perintah(kantor, "approve", "2026-01", "--oleh", "Siti Aminah", "--json"))
    assert (data["keputusan"], data["peran"], data["kembali_ke"]) == ("disetujui", "Sekretaris", None)
    assert data["berikutnya"] == "Inspektur (Drs. Ahmad Fauzi, M.Si.)"
    assert [d["jenis"] for d in data["dokumen"]] == ["lembar_kendali"]
    layar = perintah(kantor, "approve", "2026-01", "--oleh", "Ahmad Fauzi", "--catatan", "Setuju")
    assert "Semua persetujuan sudah ada. Berikutnya: kinerja finalize 2026-01" in layar.stdout
    final = perintah(kantor, "finalize", "2026-01", "--sementara", "--nomor", "4")
    assert final.kode == 0
    assert "versi 1, nomor 700/4/2026, 12 Februari 2026, angka sementara" in final.stdout + final.stderr
    assert "Nomor agenda tanpa keterangan: 1, 2, 3." in final.stdout + final.stderr
    ulang = _json(perintah(kantor, "finalize", "2026-01", "--json"))
    assert (ulang["versi"], ulang["baru"], ulang["agenda"]) == (1, False, "4")
    assert [d["jenis"] for d in ulang["dokumen"]] == ["naskah", "buku", "kunci"]
    verify = _json(perintah(kantor, "verify", "2026-01", "--json"))
    assert verify["cocok"] is True
    assert verify["rantai"] is True
    assert {"path": BERKAS, "cocok": True, "alasan": None} in verify["berkas"]
    (kantor / BERKAS).write_bytes(b"lain")
    rusak = _json(perintah(kantor, "verify", "2026-01", "--json"), 1)
    assert rusak["cocok"] is False
    assert {"path": BERKAS, "cocok": False, "alasan": "berubah sejak difinalkan"} in rusak["berkas"]
    layar = perintah(kantor, "verify")
    assert layar.kode == 1
    assert f"TIDAK COCOK {BERKAS}" in layar.stdout + layar.stderr
    for tertolak in (("build", "2026-01"), ("letter", "hasil_evaluasi", "2026-01")):
        hasil = perintah(kantor, *tertolak)
        assert hasil.kode == 3
        assert "kinerja reopen 2026-01" in hasil.stderr
    assert perintah(kantor, "letter", "surat_pengantar", "2026-01").kode == 0
    data = _json(perintah(kantor, "reopen", "2026-01", "--oleh", "Ahmad Fauzi", "--alasan", "Keliru", "--json"))
    assert (data["versi"], data["versi_berikutnya"], data["masih_dikunci"]) == (1, 2, None)


def test_ditolak_disebut_ke_mana_kembali(kantor: Path) -> None:
    hasil = perintah(kantor, "reject", "2026-01", "--oleh", "Ahmad Fauzi", "--catatan", "Simpulan kurang.")
    assert hasil.kode == 0
    assert "ditolak Drs. Ahmad Fauzi, M.Si. (Inspektur)" in hasil.stdout
    assert "Kembali ke langkah 8" in hasil.stdout
    assert perintah(kantor, "approve", "2026-01", "--oleh", "Siti Aminah").kode == 3
