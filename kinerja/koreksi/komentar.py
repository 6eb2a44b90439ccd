"""Comments of a corrected document: threads of a first comment and its replies, with their resolved state."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from kinerja.koreksi.berkas import W
from kinerja.koreksi.model import Balasan
from kinerja.koreksi.tanda import waktu

_PARA = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Komentar:
    """The first comment of a thread. `nomor` is its id, by which the text refers to it."""

    nomor: str
    penulis: str | None
    waktu: str | None
    teks: str
    balasan: tuple[Balasan, ...]
    selesai: bool


def baca_komentar(akar: etree._Element | None, lanjut: etree._Element | None) -> list[Komentar]:
    """Threads in the order of the comments part. `lanjut`: the part that tells replies and what is resolved, if any."""
    semua = [] if akar is None else list(akar.iter(f"{W}comment"))
    utas = {} if lanjut is None else {e.get(f"{_W15}paraId", ""): e for e in lanjut.iter(f"{_W15}commentEx")}
    milik = {p.get(_PARA, ""): k for k in semua for p in k.iter(f"{W}p") if p.get(_PARA)}
    balasan: dict[int, list[Balasan]] = {}
    awal = []
    for k in semua:
        pokok = _pokok(k, utas, milik)
        if pokok is k:
            awal.append(k)
        else:
            isi = Balasan(penulis=k.get(f"{W}author") or None, waktu=waktu(k), teks=_teks(k))
            balasan.setdefault(id(pokok), []).append(isi)
    return [
        Komentar(
            nomor=k.get(f"{W}id", ""),
            penulis=k.get(f"{W}author") or None,
            waktu=waktu(k),
            teks=_teks(k),
            balasan=tuple(balasan.get(id(k), ())),
            selesai=any(e.get(f"{_W15}done") in ("1", "true") for e in _keterangan(k, utas)),
        )
        for k in awal
    ]


def _pokok(k: etree._Element, utas: dict[str, etree._Element], milik: dict[str, etree._Element]) -> etree._Element:
    """The first comment of the thread; comments that answer each other in a circle all stand alone."""
    dilalui, kini = {id(k)}, k
    while True:
        induk = [milik.get(e.get(f"{_W15}paraIdParent", "")) for e in _keterangan(kini, utas)]
        atas = next((a for a in induk if a is not None), None)
        if atas is None:
            return kini
        if id(atas) in dilalui:
            return k
        dilalui.add(id(atas))
        kini = atas


def _keterangan(k: etree._Element, utas: dict[str, etree._Element]) -> list[etree._Element]:
    """What is told of a comment: under the identity of one of its paragraphs, usually the last."""
    return [utas[n] for p in k.iter(f"{W}p") if (n := p.get(_PARA, "")) in utas]


def _teks(k: etree._Element) -> str:
    """Its paragraphs as lines."""
    baris = []
    for p in k.iter(f"{W}p"):
        potongan = p.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}cr")
        baris.append("".join((e.text or "") if e.tag == f"{W}t" else " " for e in potongan))
    return "\n".join(baris).strip()
