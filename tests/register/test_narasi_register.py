"""Narrative in the register: kept by period and kunci, drafts by their digest, those of the last build known."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from kinerja.domain.narasi import NarasiDisimpan, sidik_draf
from kinerja.register.db import Register

SATU = NarasiDisimpan(
    kunci="IKU-01", teks="Kalimat Sekretaris.\n\nParagraf kedua.", sidik="0123456789", oleh="Sekretaris",
    waktu=datetime(2026, 2, 5, 9), berkas="koreksi.docx", sha256="ab" * 32,
)  # fmt: skip


def test_disimpan_diganti_dihapus_per_periode(tmp_path: Path) -> None:
    with Register.open(tmp_path / "r.db") as reg:
        reg.simpan_narasi("2026-01", SATU)
        reg.simpan_narasi("2026-02", replace(SATU, oleh=None))
        assert reg.narasi("2026-01") == {"IKU-01": SATU}
        assert reg.narasi("2026-02")["IKU-01"].oleh is None
        reg.simpan_narasi("2026-01", replace(SATU, teks="Lain.", sidik="9" * 10))
        assert reg.narasi("2026-01")["IKU-01"].teks == "Lain."
        reg.hapus_narasi("2026-01", "IKU-01")
        assert reg.narasi("2026-01") == {}
        assert set(reg.narasi("2026-02")) == {"IKU-01"}


def test_draf_yang_pernah_dicetak_dan_yang_terakhir(tmp_path: Path) -> None:
    with Register.open(tmp_path / "r.db") as reg:
        assert reg.draf_terakhir("2026-01") == {}
        reg.catat_draf("2026-01", {"a": "Satu.", "b": "Dua."})
        reg.catat_draf("2026-01", {"a": "Satu lagi."})
        reg.catat_draf("2026-02", {"a": "Februari."})
        assert reg.draf_terakhir("2026-01") == {"a": "Satu lagi."}
        reg.catat_draf("2026-01", {"a": "Satu."})  # the figures went back
        assert reg.draf_terakhir("2026-01") == {"a": "Satu."}
        assert reg.draf("2026-01") == {
            ("a", sidik_draf("Satu.")): "Satu.",
            ("b", sidik_draf("Dua.")): "Dua.",
            ("a", sidik_draf("Satu lagi.")): "Satu lagi.",
        }
