"""Charts of a Word report: what their points and labels say. Their own workbook is not looked at; Word prints these."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from kinerja.koreksi.angka_teks import baca_teks
from kinerja.koreksi.berkas import W, buka_word

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_GAMBAR = ("Gambar", "Grafik", "Diagram")


@dataclass(frozen=True, slots=True, kw_only=True)
class Titik:
    """One point: its series and category, its value in Indonesian notation, and the label that was written for it."""

    seri: str
    kategori: str
    nilai: str
    tulisan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Grafik:
    """A chart. `tempat`: its name by the caption below it, else its place in the order of charts."""

    tempat: str
    keterangan: str
    titik: tuple[Titik, ...]
    judul: tuple[str, ...] = ()


def baca_grafik(isi: bytes, nama: str) -> tuple[Grafik, ...]:
    """The charts of a .docx in the order in which they are drawn. KinerjaError as `buka_word`."""
    berkas = buka_word(isi, nama)
    hasil: list[Grafik] = []
    paragraf = list(berkas.utama.iter(f"{W}p"))
    for n, p in enumerate(paragraf):
        for e in p.iter(f"{_C}chart"):
            akar = berkas.grafik.get(e.get(f"{_R}id", ""))
            if akar is None:
                continue
            teks = next((t for q in paragraf[n : n + 3] if (t := _teks(q)).startswith(_GAMBAR)), "")
            sebut = " ".join(teks.split()[:2]).rstrip(".:")
            hasil.append(
                Grafik(
                    tempat=sebut or f"grafik ke-{len(hasil) + 1}",
                    keterangan=baca_teks(teks.partition(". ")[2] or teks).rangka,
                    titik=tuple(_titik(akar)),
                )
            )
    return tuple(hasil)


def _teks(p: etree._Element) -> str:
    return "".join(t.text or "" for t in p.iter(f"{W}t")).strip()


def _titik(akar: etree._Element) -> Iterator[Titik]:
    for seri in akar.iter(f"{_C}ser"):
        nama = " ".join(t.text or "" for t in seri.iterfind(f"{_C}tx//{_C}v"))
        kategori = _butir(seri.find(f"{_C}cat"))
        tulisan = {
            nomor.get("val", ""): _label(label)
            for label in seri.iterfind(f"{_C}dLbls/{_C}dLbl")
            for nomor in label.iterfind(f"{_C}idx")
        }
        for nomor, nilai in _butir(seri.find(f"{_C}val")).items():
            yield Titik(
                seri=nama,
                kategori=kategori.get(nomor, ""),
                nilai=nilai.replace(".", ","),
                tulisan=tulisan.get(nomor, ""),
            )


def _butir(induk: etree._Element | None) -> dict[str, str]:
    """Cached texts by index."""
    if induk is None:
        return {}
    return {e.get("idx", ""): e.findtext(f"{_C}v") or "" for e in induk.iter(f"{_C}pt")}


def _label(label: etree._Element) -> str:
    return "".join(t.text or "" for t in label.iterfind(f"{_C}tx//{_C}v")) or "".join(
        t.text or "" for t in label.iterfind(f"{_C}tx//{_A}t")
    )
