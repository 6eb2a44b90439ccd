"""Canonical bytes of a Word document: same content, same bytes."""

from __future__ import annotations

from kinerja.workbook.patch import PaketTambal

_TIPE_ISI = "[Content_Types].xml"


def canonical_package(isi: bytes) -> PaketTambal:
    """The zip with its members in order of name (the content types first); its bytes get fixed times and attributes.

    Members keep their compressed bytes. TidakAman when `isi` is no plain zip.
    """
    paket = PaketTambal(isi)
    paket.arrange(lambda nama: (nama != _TIPE_ISI, nama))
    return paket
