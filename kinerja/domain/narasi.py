"""Drafted paragraphs of reports: how each is known again in Word, and the wording that people gave it.

A paragraph has a `kunci`, unique in its report (an indicator's code, `anggaran`, `penutup`, …); `sidik` is a digest of
its draft. Measured with LibreOffice 7.4: it forgets the tag of a content control, keeps its title, and keeps bookmarks,
also on the way through .odt; Word keeps all three, but loses the bookmark when the whole text is typed over. So the
identity stands in tag, title and bookmark. A hidden mark in the text would survive both as well, and is not used: what
is typed beside it becomes hidden too.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

ALINEA = "\n\n"  # between two paragraphs that one drafted paragraph was split into; a single \n is a line break
_TANDA = re.compile(r"narasi:(.+):([0-9a-f]{10})")
_JUDUL = "Narasi "
_PENANDA = re.compile(r"_Narasi_([0-9a-f]{8})_([0-9a-f]{10})(?:_Copy_[0-9]+)*")  # the ending: LibreOffice's, of copies
_TANDA_USANG = re.compile(r"Periksa narasi “(.+?)”:")
_AKHIR_KALIMAT = re.compile(r"(?<=[.;:!?])(?<!s\.d\.)(?<!No\.)\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class NarasiDisimpan:
    """What is printed in place of a draft. `sidik`: of the draft against which it was judged last.

    `berkas` and `sha256` are the document that it was read from, `waktu` when, `oleh` who had saved that document last,
    where it tells.
    """

    kunci: str
    teks: str
    sidik: str
    oleh: str | None
    waktu: datetime
    berkas: str
    sha256: str


def sidik_draf(teks: str) -> str:
    """The digest of a draft."""
    return hashlib.sha256(teks.encode()).hexdigest()[:10]


def tanda_narasi(kunci: str, teks: str) -> str:
    """The tag of a drafted paragraph."""
    return f"narasi:{kunci}:{sidik_draf(teks)}"


def baca_tanda(tanda: str) -> tuple[str, str] | None:
    """(kunci, sidik) of a tag; None when it is none of ours."""
    cocok = _TANDA.fullmatch(tanda)
    return None if cocok is None else (cocok[1], cocok[2])


def judul_kontrol(kunci: str) -> str:
    """What the content control is called, as Word shows it above the paragraph."""
    return f"{_JUDUL}{kunci}"


def baca_judul(judul: str) -> str | None:
    """The kunci in such a title."""
    return judul.removeprefix(_JUDUL) if judul.startswith(_JUDUL) and judul != _JUDUL else None


def sidik_kunci(kunci: str) -> str:
    """A kunci as bookmarks hold it: their names have letters, digits and 40 places."""
    return hashlib.sha256(kunci.encode()).hexdigest()[:8]


def nama_penanda(kunci: str, sidik: str) -> str:
    """The name of the bookmark around a paragraph."""
    return f"_Narasi_{sidik_kunci(kunci)}_{sidik}"


def baca_penanda(nama: str) -> tuple[str, str] | None:
    """(digest of the kunci, sidik) of a bookmark; None when it is none of ours."""
    cocok = _PENANDA.fullmatch(nama)
    return None if cocok is None else (cocok[1], cocok[2])


def judul_tanda(kunci: str) -> str:
    """How the comment begins that marks a stale paragraph."""
    return f"Periksa narasi “{kunci}”"


def baca_judul_tanda(komentar: str) -> str | None:
    """The kunci that such a comment is about; None for another comment."""
    cocok = _TANDA_USANG.match(komentar)
    return None if cocok is None else cocok[1]


def rapikan(teks: str) -> str:
    """A text for comparison: blanks of every kind and number are one."""
    return " ".join(teks.split())


def beda_kalimat(lama: str, baru: str) -> tuple[str, str]:
    """The sentences of each text that the other one does not have, in order."""
    a, b = (_AKHIR_KALIMAT.split(rapikan(t)) for t in (lama, baru))
    return _tanpa(a, b), _tanpa(b, a)


def _tanpa(kalimat: Iterable[str], lain: Iterable[str]) -> str:
    ada = set(lain)
    return " ".join(k for k in kalimat if k not in ada)
