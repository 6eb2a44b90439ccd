"""The office's logo: read from the workspace; what is wrong with it where documents must do without."""

from __future__ import annotations

from pathlib import Path

from kinerja.master.model import Master

_AKHIR_PNG = b"IEND"
_PNG = b"\x89PNG"


def read_logo(master: Master, akar: Path | None) -> bytes | None:
    """The logo that sheet Instansi names; None when there is none or it cannot be printed: its place stays blank."""
    isi = _bytes(master, akar)
    return isi if isi is not None and _printable(isi) else None


def logo_fault(master: Master, akar: Path) -> str | None:
    """Why the logo that sheet Instansi names cannot be printed; None when it can, or when none is named."""
    if not master.instansi.logo:
        return None
    isi = _bytes(master, akar)
    if isi is None:
        return "tidak ada di map kerja"
    return None if _printable(isi) else "bukan gambar PNG atau JPEG yang utuh"


def _bytes(master: Master, akar: Path | None) -> bytes | None:
    if akar is None or not master.instansi.logo:
        return None
    berkas = (akar / master.instansi.logo).resolve()
    if not berkas.is_relative_to(akar.resolve()):
        return None
    try:
        return berkas.read_bytes()
    except OSError:
        return None


def _printable(isi: bytes) -> bool:
    """Whether Word will show it: a PNG or JPEG whose size can be read, and a PNG that was not cut off."""
    from docx.image.image import Image

    try:
        gambar = Image.from_blob(isi)
        terbaca = gambar.content_type in ("image/png", "image/jpeg") and gambar.px_width > 0 and gambar.px_height > 0
    except Exception:  # the reader of pictures raises whatever a damaged file makes it trip over
        return False
    return terbaca and (not isi.startswith(_PNG) or _AKHIR_PNG in isi[-64:])
