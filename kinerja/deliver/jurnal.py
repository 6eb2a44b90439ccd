"""What a run is about to put in place, told before it does, so that the next one knows it as ours when this one was
cut off before the register said so."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from kinerja.deliver.tulis import gagal_tulis

NAMA_JURNAL = ".kinerja.jurnal"


def catat_niat(akar: Path, baris: str) -> None:
    """Add a line. KinerjaError when it cannot be written."""
    try:
        with (akar / NAMA_JURNAL).open("a", encoding="utf-8") as f:
            f.write(f"{baris}\n")
    except OSError as e:
        raise gagal_tulis(e, f"catatan kerja {NAMA_JURNAL}") from e


def baca_niat(akar: Path) -> tuple[str, ...]:
    """The lines that a run which was cut off has left, the oldest first; the last one may be torn."""
    with suppress(OSError):
        return tuple((akar / NAMA_JURNAL).read_text(encoding="utf-8", errors="replace").splitlines())
    return ()


def hapus_niat(akar: Path) -> None:
    """All that was told has become true, or never will."""
    with suppress(OSError):
        (akar / NAMA_JURNAL).unlink(missing_ok=True)
