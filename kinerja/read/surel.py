"""Mails: who sent them and when, and what is attached, letters attached to letters included."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes
from email.errors import MessageDefect
from email.message import Message
from email.policy import EmailPolicy
from email.utils import parsedate_to_datetime

from kinerja.domain.pos_el import pecah_pos_el
from kinerja.read.jenis import JenisBerkas, jenis_berkas, path_aman
from kinerja.workbook.errors import BerkasDitolak

_MAKS_KEPALA = 4_000  # characters of one header; the library takes minutes over longer ones
_MAKS_BAGIAN = 20_000  # lines that may open a part
_MAKS_ALAMAT = 254  # the longest address that mail servers carry
_MAKS_NAMA = 120
_DALAM = 5  # letters in letters
_BARIS = re.compile(r"[\x00-\x20\x7f]+")
# In From: a name in quotes, a comment, a coded word.
_BUKAN_ALAMAT = re.compile(r'"(?:[^"\\]|\\.)*"|\([^()]*\)|=\?[^?\s]*\?[bq]\?[^?]*\?=', re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Lampiran:
    """One attachment: a file, or a whole letter (then `isi` is empty)."""

    nama: str
    isi: bytes
    surat: Surat | None = None


@dataclass(frozen=True, slots=True)
class Surat:
    """A letter. `tanggal` as its writer's clock showed it, None without one; `pengirim` may be empty, `a@b, c@d`
    when it names several."""

    tanggal: datetime | None
    pengirim: str
    lampiran: tuple[Lampiran, ...]


class _Kebijakan(EmailPolicy):
    """The modern rules, with headers cut to a length that can be parsed in no time."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        nama, isi = super().header_source_parse(sourcelines)
        return nama, isi[:_MAKS_KEPALA]

    def handle_defect(self, obj: Message, defect: MessageDefect) -> None:
        """Defects are of no interest; a hostile letter would pile them up."""


_KEBIJAKAN = _Kebijakan()


def buka_surel(isi: bytes) -> Surat:
    """A mail taken apart. BerkasDitolak when it is no mail, or one made to choke its reader."""
    try:
        return _surat(_urai(isi), 0)
    except BerkasDitolak:
        raise
    except Exception as e:  # the library's header parsers trip in many ways over what mail programs write
        raise BerkasDitolak("BRK019") from e


def _urai(isi: bytes) -> Message:
    if isi.count(b"\n--") > _MAKS_BAGIAN:
        raise BerkasDitolak("BRK010")
    return message_from_bytes(isi, policy=_KEBIJAKAN)


def _surat(surel: Message, dalam: int) -> Surat:
    lampiran = tuple(x for b in _bagian(surel) if (x := _lampiran(b, dalam)) is not None)
    return Surat(_tanggal(surel), _pengirim(surel), lampiran)


def _tanggal(surel: Message) -> datetime | None:
    try:
        saat = parsedate_to_datetime(str(surel["Date"]))
        return saat.replace(tzinfo=None)  # the hour as the sender's clock showed it, whatever this computer's zone
    except Exception:  # as for every header: whatever is wrong with it, there is no date then
        return None


def _pengirim(surel: Message) -> str:
    """Every address in From; names, comments and Reply-To say nothing of who wrote.

    An address before the one in brackets, put there to be taken for it, counts as well.
    """
    alamat: list[str] = []
    for nama, isi in surel.raw_items():
        if nama.lower() == "from":
            alamat += pecah_pos_el(_BUKAN_ALAMAT.sub(" ", str(isi))) or pecah_pos_el(_terbaca(surel))
    bersih = (a.encode(errors="backslashreplace").decode()[:_MAKS_ALAMAT] for a in alamat)
    return ", ".join(dict.fromkeys(bersih))


def _terbaca(surel: Message) -> str:
    """From as a mail program shows it, for those that hide the address itself in a code."""
    try:
        return str(surel["From"])
    except Exception:  # as above
        return ""


def _bagian(surel: Message) -> Iterator[Message]:
    """Parts of one letter; a letter attached to it is one part."""
    isi = surel.get_payload()
    if surel.get_content_maintype() == "message" or not isinstance(isi, list):
        yield surel
        return
    for anak in isi:
        if isinstance(anak, Message):
            yield from _bagian(anak)


def _lampiran(bagian: Message, dalam: int) -> Lampiran | None:
    """A part as an attachment; None for text, and for pictures that belong to the text (a logo under a signature)."""
    nama, isi = _nama(bagian), bagian.get_payload(decode=False)
    if isinstance(isi, list):
        if bagian.get_content_type() != "message/rfc822" or not isi or not isinstance(isi[0], Message):
            return None
        return _surat_terlampir(nama or f"{_perihal(isi[0])}.eml", isi[0], dalam)
    if not nama and bagian.get_content_disposition() == "attachment":
        nama = "lampiran tanpa nama"
    gambar = bagian.get_content_maintype() == "image" and bagian.get_content_disposition() != "attachment"
    if not nama or (gambar and bagian["Content-ID"] is not None):
        return None
    muatan = bagian.get_payload(decode=True)
    data = muatan if isinstance(muatan, bytes) else b""
    if jenis_berkas(nama) is JenisBerkas.SUREL and dalam < _DALAM:
        with suppress(BerkasDitolak):
            return Lampiran(nama, data, _surat(_urai(data), dalam + 1))
    return Lampiran(nama, data)


def _surat_terlampir(nama: str, surel: Message, dalam: int) -> Lampiran:
    nama = nama if jenis_berkas(nama) is JenisBerkas.SUREL else f"{nama}.eml"
    return Lampiran(nama, b"", _surat(surel, dalam + 1) if dalam < _DALAM else None)


def _nama(bagian: Message) -> str:
    """The name of an attachment, as a path that leads nowhere; empty when it has none."""
    nama = bagian.get_filename()
    return path_aman(nama) if nama and nama.strip() else ""


def _perihal(surel: Message) -> str:
    """A file name for a letter that has none."""
    perihal = str(surel["Subject"] or "").replace("/", "_").replace("\\", "_")
    return path_aman(_BARIS.sub(" ", perihal)[:_MAKS_NAMA]) if perihal.strip() else "surel terlampir"
