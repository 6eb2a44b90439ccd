"""What a file in `masuk/` may be, by its name: a form, an archive, a mail, a link, a lock, evidence."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePosixPath

_FORMULIR = {".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlt", ".xlsb", ".ods", ".ots", ".et"}
_ARSIP_LAIN = {".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".cab"}
_TAUTAN = {".gsheet", ".url", ".webloc", ".lnk"}
_ABAIKAN = {"thumbs.db", "desktop.ini", ".ds_store"}
# Signs that no file name may hold on Windows, or that would lead out of a folder.
_TERLARANG = re.compile(r'[\x00-\x1f\x7f:*?"<>|]')


class JenisBerkas(StrEnum):
    """Kinds of files, as the intake treats them."""

    FORMULIR = "formulir"
    ZIP = "zip"
    ARSIP_LAIN = "arsip lain"
    SUREL = "surel"
    SUREL_OUTLOOK = "surel outlook"
    TAUTAN = "tautan"
    KUNCI = "kunci"
    ABAIKAN = "abaikan"
    BUKTI = "bukti"


def jenis_berkas(nama: str) -> JenisBerkas:
    """The kind of a file by its name alone."""
    dasar = PurePosixPath(nama).name.lower()
    akhiran = PurePosixPath(dasar).suffix
    if dasar.startswith(("~$", ".~lock.", ".~")):
        return JenisBerkas.KUNCI
    if dasar in _ABAIKAN or dasar.startswith("._") or not dasar:
        return JenisBerkas.ABAIKAN
    if akhiran in _FORMULIR:
        return JenisBerkas.FORMULIR
    if akhiran in _ARSIP_LAIN:
        return JenisBerkas.ARSIP_LAIN
    if akhiran in _TAUTAN:
        return JenisBerkas.TAUTAN
    if dasar == "winmail.dat":  # in which Outlook hides the attachments from other programs
        return JenisBerkas.SUREL_OUTLOOK
    khusus = {".zip": JenisBerkas.ZIP, ".eml": JenisBerkas.SUREL, ".msg": JenisBerkas.SUREL_OUTLOOK}
    return khusus.get(akhiran, JenisBerkas.BUKTI)


def path_aman(nama: str) -> str:
    """A member's name as a relative posix path that cannot lead anywhere: no `..`, no drive, no control characters."""
    nama = nama.encode(errors="replace").decode()  # bytes that are no text, which no register can hold
    bagian = [_TERLARANG.sub("_", b).strip() for b in nama.replace("\\", "/").split("/")]
    return "/".join(b for b in bagian if b not in ("", ".", "..")) or "tanpa nama"
