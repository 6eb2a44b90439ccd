"""The context of a template: checked to be finished text, cleaned of control characters, drawings set apart."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from kinerja.errors import KesalahanProgram
from kinerja.render.model import Gambar, Grafik

# Noncharacters enclose the number of a drawing while jinja runs; nobody can type them and they are taken out of texts.
AWAL, AKHIR = "\ufdd0", "\ufdd1"
# The marks of writing direction go too: one in a name would turn the rest of its sentence, figures and all.
_BUANG = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\u2028-\u202e\u2066-\u2069]"
)
_BARIS = re.compile(r"\r\n?|\u2028|\u2029|\x85|\x0b|\x0c")

Konteks = dict[str, Any]


@dataclass(slots=True)
class KonteksSiap:
    """A context fit for jinja (text, lists, dicts, bools) and the drawings that its tokens stand for."""

    isi: Konteks
    gambar: list[Grafik | Gambar] = field(default_factory=list)


def clean_text(teks: str) -> str:
    """Text without control characters and marks of writing direction.

    Every kind of line end is a line feed, a tab is a blank.
    """
    if teks.isascii() and teks.isprintable():
        return teks
    return _BUANG.sub("", _BARIS.sub("\n", teks).replace("\t", " "))


def clean_line(teks: str) -> str:
    """The same on one line, for places that have no lines: labels, alternative texts, properties."""
    return clean_text(teks).replace("\n", " ")


def _clean_drawing(g: Grafik | Gambar) -> Grafik | Gambar:
    if isinstance(g, Gambar):
        return replace(g, alt=clean_line(g.alt))
    deret = tuple(replace(d, nama=clean_line(d.nama)) for d in g.deret)
    kategori = tuple(clean_line(x) for x in g.kategori)
    return replace(g, kategori=kategori, deret=deret, satuan=clean_line(g.satuan), alt=clean_line(g.alt))


def ready_context(konteks: Mapping[str, Any]) -> KonteksSiap:
    """Check and clean a context. KesalahanProgram names the key of anything that is not finished text."""
    siap = KonteksSiap(isi={})

    def bersih(nilai: Any, kunci: str) -> Any:
        if isinstance(nilai, str):
            return clean_text(nilai)
        if isinstance(nilai, bool):
            return nilai
        if isinstance(nilai, Mapping):
            return {k: bersih(v, f"{kunci}.{k}") for k, v in nilai.items()}
        if isinstance(nilai, Grafik | Gambar):
            siap.gambar.append(_clean_drawing(nilai))
            return f"{AWAL}{len(siap.gambar) - 1}{AKHIR}"
        if isinstance(nilai, Sequence):
            return [bersih(v, f"{kunci}[{n}]") for n, v in enumerate(nilai)]
        raise KesalahanProgram(
            f"Isi dokumen “{kunci.lstrip('.')}” bukan teks jadi, melainkan {type(nilai).__name__}.",
            "Laporkan kesalahan ini kepada pengembang beserta perintah yang dijalankan.",
        )

    siap.isi = {k: bersih(v, str(k)) for k, v in konteks.items()}
    return siap
