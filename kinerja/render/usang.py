"""Stale narrative marked in a konsep: its paragraph shaded, with a Word comment that says which facts changed.

Whoever judges it takes the comment away (or marks it resolved), with or without mending the text; `kinerja review` then
knows. A comment is used because taking it away is no tracked change, and because it never becomes part of the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lxml import etree

from kinerja.domain.narasi import beda_kalimat, judul_tanda
from kinerja.render.komentar import comment, next_comment, put_comments, read_comments
from kinerja.render.naskah import BADAN, W
from kinerja.render.penanda_narasi import narratives
from kinerja.render.tersimpan import NarasiTercetak
from kinerja.workbook.patch import PaketTambal

_ARSIR = "E7E6E6"  # light grey: seen in black and white, and in a PDF, where comments are not
_SEBELUM_ARSIR = frozenset(
    f"{W}{n}"
    for n in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
              "suppressLineNumbers", "pBdr")
)  # fmt: skip
_SARAN = (
    "Bila paragraf ini masih benar, hapus komentar ini. Bila tidak, perbaiki kalimatnya lalu hapus komentar ini. Untuk "
    "memakai kalimat program, kosongkan paragrafnya. Simpan, lalu jalankan kinerja review atas berkas ini."
)


def mark_stale(isi: bytes, usang: Sequence[tuple[NarasiTercetak, str | None]]) -> bytes:
    """The report `isi` with a mark at each of these paragraphs; beside each the draft that it was judged against."""
    if not usang:
        return isi
    paket = PaketTambal(isi)
    badan = etree.fromstring(paket.read(BADAN))
    daftar = read_comments(paket)
    letak = {kunci: sdt for sdt, kunci, _ in narratives(badan)}
    for no, (n, lama) in enumerate(((n, lama) for n, lama in usang if n.kunci in letak), next_comment(daftar)):
        daftar.append(comment(no, _baris(n, lama)))
        _mark(letak[n.kunci], str(no))
    paket.put(BADAN, etree.tostring(badan, encoding="UTF-8", xml_declaration=True, standalone=True))
    put_comments(paket, daftar)
    return paket.to_bytes()


def _baris(n: NarasiTercetak, lama: str | None) -> tuple[str, ...]:
    kini = n.draf
    if lama is not None:
        lama, kini = beda_kalimat(lama, kini)
    return (
        f"{judul_tanda(n.kunci)}: isinya berubah sejak kalimat ini ditulis.",
        *([f"Kalimat program waktu itu: “{lama}”"] if lama else []),
        *([f"Kalimat program sekarang: “{kini}”"] if kini else []),
        _SARAN,
    )


def _mark(sdt: Any, no: str) -> None:
    """The comment's range around the paragraph, and the shading of each of its parts."""
    blok = list(sdt.iter(f"{W}p")) or [next(sdt.iterancestors(f"{W}p"))]
    for p in blok:
        _shade(p)
    awal, tutup = (etree.Element(f"{W}{n}", {f"{W}id": no}) for n in ("commentRangeStart", "commentRangeEnd"))
    blok[0].insert(1, awal)
    blok[-1].append(tutup)
    acuan = etree.SubElement(blok[-1], f"{W}r")
    etree.SubElement(acuan, f"{W}commentReference", {f"{W}id": no})


def _shade(p: Any) -> None:
    sifat = p.find(f"{W}pPr")
    if sifat is None:
        sifat = etree.Element(f"{W}pPr")
        p.insert(0, sifat)
    for e in sifat.findall(f"{W}shd"):
        sifat.remove(e)
    letak = max((n for n, e in enumerate(sifat, 1) if e.tag in _SEBELUM_ARSIR), default=0)
    sifat.insert(letak, etree.Element(f"{W}shd", {f"{W}val": "clear", f"{W}color": "auto", f"{W}fill": _ARSIR}))
