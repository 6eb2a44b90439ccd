"""What holds text in a part: content controls by name, and which bookmarks each paragraph has over which stretches."""

from __future__ import annotations

from lxml import etree

from kinerja.koreksi.berkas import W
from kinerja.koreksi.model import Penanda


class CatatanPenanda:
    """Bookmarks of one part. One that never ends (LibreOffice begins it anew in each paragraph) is in one only."""

    def __init__(self, akar: etree._Element) -> None:
        self._berakhir = {e.get(f"{W}id") for e in akar.iter(f"{W}bookmarkEnd")}
        self._terbuka: dict[str, str] = {}  # id -> name
        self._kini: list[tuple[str, str, int]] = []  # of this paragraph: id, name, where it begins
        self._ujung: dict[str, int] = {}  # id -> where it ends

    def mulai(self) -> None:
        """A paragraph begins."""
        self._kini = [(no, nama, 0) for no, nama in self._terbuka.items()]
        self._ujung = {}

    def lewat(self, e: etree._Element, di: int) -> None:
        """A bookmark begins or ends before the stretch `di` of this paragraph."""
        no = e.get(f"{W}id", "")
        if e.tag == f"{W}bookmarkEnd":
            self._ujung[no] = di
            self._terbuka.pop(no, None)
            return
        nama = e.get(f"{W}name", "")
        self._kini.append((no, nama, di))
        if no in self._berakhir:
            self._terbuka[no] = nama

    def selesai(self, banyak: int) -> tuple[Penanda, ...]:
        """The bookmarks of the paragraph that ends here with so many stretches."""
        return tuple(Penanda(nama, di, self._ujung.get(no, banyak)) for no, nama, di in self._kini)


def nama_kontrol(sdt: etree._Element) -> str:
    """The tag of a content control; its title where a program has lost the tag."""
    for apa in ("tag", "alias"):
        e = sdt.find(f"{W}sdtPr/{W}{apa}")
        if e is not None and (nama := e.get(f"{W}val")):
            return nama
    return ""


def berpetunjuk(sdt: etree._Element) -> bool:
    """True for a control that was emptied: the word processor shows there what to type."""
    return sdt.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
