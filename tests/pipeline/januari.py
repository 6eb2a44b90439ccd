"""A new office whose forms of January 2026 lie ready, and forms of it that come back."""

from __future__ import annotations

import hashlib
import os
from datetime import datetime
from pathlib import Path

from sample_data.pengisi import isi_formulir

BULAN = "2026-01"
LENGKAP = {
    "Pembilang": 209,
    "Penyebut": 300,
    "Data Pendukung": "Rekap tindak lanjut Januari 2026, nomor 700/031/2026",
    "Faktor Penghambat": "Objek pemeriksaan terlambat menyerahkan dokumen tindak lanjut.",
    "Tindak Lanjut": "Surat penegasan kepada objek pemeriksaan dikirim minggu pertama Februari.",
}
KURANG = {k: v for k, v in LENGKAP.items() if k != "Penyebut"}


def kirim(
    ws: Path, unit: str, tanggal: str, isi: dict[str, object], *, nama: str | None = None, asal: Path | None = None
) -> str:
    """Drop a form of IRB1 or SEK into masuk/ with its time; gives its hash."""
    asal = asal or ws / "formulir" / BULAN / f"formulir_{unit}_{BULAN}.xlsx"
    bita = isi_formulir(asal, {"IKU-01": isi} if isi else {})
    tujuan = ws / "masuk" / (nama or f"{unit}.xlsx")
    tujuan.write_bytes(bita)
    waktu = datetime.fromisoformat(tanggal).timestamp()
    os.utime(tujuan, (waktu, waktu))
    return hashlib.sha256(bita).hexdigest()
