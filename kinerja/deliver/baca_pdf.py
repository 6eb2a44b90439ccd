"""A PDF read back: pages, destinations, texts, fonts, pictures."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


class BukanPdf(Exception):
    """The bytes are no readable PDF with pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiPdf:
    """`tujuan`: page of each named destination, from 0, by its name as `nama_tujuan` writes it."""

    teks: tuple[str, ...]  # of each page
    tujuan: dict[str, int]
    huruf: frozenset[str]  # names of fonts without their subset prefix: `LiberationSans-Bold`
    gambar: int  # different pictures


def baca_pdf(isi: bytes) -> IsiPdf:
    """Read a PDF. BukanPdf when that cannot be done, or when it has no page."""
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells people about details of the file
    try:
        pembaca = pypdf.PdfReader(io.BytesIO(isi))
        tujuan = {
            nama_tujuan(nama): halaman
            for nama, t in pembaca.named_destinations.items()
            if (halaman := pembaca.get_destination_page_number(t)) is not None
        }
        huruf: set[str] = set()
        gambar: set[Any] = set()
        for h in pembaca.pages:
            huruf |= {str(f.get("/BaseFont", "")) for _, f in _sumber_daya(h, "/Font")}
            gambar |= {acuan for acuan, x in _sumber_daya(h, "/XObject") if x.get("/Subtype") == "/Image"}
        teks = tuple(h.extract_text() for h in pembaca.pages)
    except Exception as sebab:  # pypdf raises whatever a broken file provokes
        raise BukanPdf(str(sebab)) from sebab
    if not teks:
        raise BukanPdf("tanpa halaman")
    keluarga = frozenset(h.lstrip("/").rpartition("+")[2] for h in huruf)
    return IsiPdf(teks=teks, tujuan=tujuan, huruf=keluarga, gambar=len(gambar))


def nama_tujuan(nama: str) -> str:
    """The name of a bookmark as LibreOffice writes it: letters and digits as they are, others as their code."""
    return "".join(h if h.isascii() and (h.isalnum() or h == "-") else f"{ord(h):02X}" for h in nama.lstrip("/"))


def _sumber_daya(halaman: Any, jenis: str) -> Iterator[tuple[Any, Any]]:
    """(reference, object) of the page's resources of one kind."""
    daftar = halaman.get("/Resources", {}).get(jenis)
    for acuan in (daftar.get_object() if daftar is not None else {}).values():
        yield str(acuan), acuan.get_object()
