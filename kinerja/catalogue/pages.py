"""The explanation of each code: one Markdown page in `halaman/`, in the order that every page keeps."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent / "halaman"
JUDUL = (
    "Apa yang diperiksa",
    "Mengapa penting",
    "Contoh keliru",
    "Contoh benar",
    "Cara memperbaiki",
)


def halaman(kode: str) -> str:
    """The page of one code. FileNotFoundError for an unknown code (the tests keep codes and pages equal)."""
    return (FOLDER / f"{kode}.md").read_text(encoding="utf-8")
