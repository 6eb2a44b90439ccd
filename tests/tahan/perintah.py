"""The commands that are struck, and at which of their steps."""

from __future__ import annotations

import random
from pathlib import Path

PERINTAH: dict[str, tuple[str, ...]] = {
    "validate": ("validate",),
    "build": ("build", "2026-01"),
    "forms": ("forms", "2026-02"),
    "letter": ("letter", "surat_pengantar", "2026-01"),
    "step": ("step", "done", "1", "--oleh", "Budi", "--tanggal", "2026-02-05", "--bukti", "masuk/rekap.pdf"),
    "monitor": ("monitor", "2026-02"),
    "review": ("review", "konsep dikoreksi.docx"),
    "approve": ("approve", "2026-01", "--oleh", "Ahmad Fauzi"),
    "finalize": ("finalize", "2026-01"),
    "reopen": ("reopen", "2026-01", "--oleh", "Ahmad Fauzi", "--alasan", "Angka Irban I keliru."),
    "verify": ("verify", "2026-01"),
    "accept": ("accept", "SEK", "2026-01", "ISI025", "--alasan", "Tanpa NIP.", "--oleh", "Sari"),
    "choose": ("choose", "masuk/irban.xlsx"),
    "deliver": ("deliver", "2026-01"),
    "deliver bukti": ("deliver", "2026-01", "--bukti", "masuk/rekap.pdf", "--oleh", "Budi", "--tanggal", "2026-02-06"),
    "archive": ("archive", "2026-01"),
    "backup": ("backup",),
}


# In which state of the office each of them has something to do.
DI = [
    ("awal", "validate"), ("berjalan", "validate"), ("berjalan", "build"), ("berjalan", "forms"),
    ("berjalan", "monitor"), ("berjalan", "review"), ("berjalan", "step"), ("berjalan", "letter"), ("siap", "approve"),
    ("disetujui", "finalize"), ("final", "reopen"), ("final", "verify"),
    ("berjalan", "accept"), ("bentrok", "choose"), ("final", "deliver"), ("terkirim", "deliver bukti"),
    ("final", "archive"), ("berjalan", "backup"),
]  # fmt: skip


def lengkap(nama: str, kantor: Path) -> tuple[str, ...]:
    """The command, with files outside the workspace that it runs on: those of the office that it was copied from."""
    return tuple(str(kantor / p) if p.endswith((".pdf", ".docx")) else p for p in PERINTAH[nama])


def momen(jumlah: int, langkah: int) -> list[int]:
    """So many different steps out of all; the same ones each time."""
    return sorted(random.Random(20260206).sample(range(1, langkah + 1), min(jumlah, langkah)))
