"""XML of strangers: expat without DOCTYPE, names without prefixes, and text as spreadsheets encode it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import unescape
from xml.parsers import expat

from kinerja.workbook.errors import BerkasDitolak

Awal = Callable[[str, dict[str, str]], None]
Akhir = Callable[[str], None]
Teks = Callable[[str], None]

_LOLOS = re.compile(r"_x([0-9A-Fa-f]{4})_")
_KENDALI = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_ENTITAS = re.compile(r"&(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});")
MAKS_TEKS = 32_767  # characters of one cell of Excel; LibreOffice would take more, and no paper of ours could hold it
_PANJANG_LOLOS = 7  # letters of an escape, which stand for one


def lokal(nama: str) -> str:
    """The name without its prefix: `x:c` -> `c`."""
    return nama.rpartition(":")[2]


def atribut(semua: Mapping[str, str], nama: str) -> str | None:
    """A namespaced attribute under whatever prefix the writer chose (`r:id`, `d3p1:id`)."""
    for kunci, nilai in semua.items():
        if ":" in kunci and lokal(kunci) == nama:
            return nilai
    return None


def urai(
    data: bytes, bagian: str, awal: Awal | None = None, akhir: Akhir | None = None, teks: Teks | None = None
) -> None:
    """Run expat over a part; without handlers only to see that it is sound.

    BerkasDitolak for a DOCTYPE (BRK013) and for XML that is not well-formed (BRK012).
    """

    def tolak(*_: object) -> None:
        raise BerkasDitolak("BRK013", bagian=bagian)

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = tolak
    parser.EntityDeclHandler = tolak
    if awal is not None:
        mulai = awal
        parser.StartElementHandler = lambda n, a: mulai(n.rpartition(":")[2], a)
    if akhir is not None:
        selesai = akhir
        parser.EndElementHandler = lambda n: selesai(n.rpartition(":")[2])
    if teks is not None:
        parser.CharacterDataHandler = teks
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as e:
        raise BerkasDitolak("BRK012", bagian=bagian) from e


def bersihkan(teks: str) -> str:
    """Undo `_x000D_` escapes, unify line ends, drop control characters that no document can hold.

    BerkasDitolak (BRK027) for a text that no cell can hold.
    """
    if len(teks) > MAKS_TEKS and (len(teks) > _PANJANG_LOLOS * MAKS_TEKS or len(_LOLOS.sub("_", teks)) > MAKS_TEKS):
        raise BerkasDitolak("BRK027", batas=f"{MAKS_TEKS:,}".replace(",", "."))
    if teks.isprintable() and "_x" not in teks:
        return teks
    if "_x" in teks:
        teks = _LOLOS.sub(lambda m: _huruf(int(m[1], 16)), teks)
    if "\r" in teks:
        teks = teks.replace("\r\n", "\n").replace("\r", "\n")
    return _KENDALI.sub("", teks)


def _huruf(kode: int) -> str:
    return "" if 0xD800 <= kode <= 0xDFFF else chr(kode)


def lepas_entitas(teks: str) -> str:
    """Character data as it stands in the XML, as a parser would deliver it (line ends apart)."""
    if "&" not in teks:
        return teks
    if "&#" in teks:
        return _ENTITAS.sub(lambda m: unescape(m[0]), teks)
    teks = teks.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&apos;", "'")
    return teks.replace("&amp;", "&")  # last: what it uncovers is text
