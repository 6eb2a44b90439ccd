"""Family BKT: the evidence behind a figure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kinerja.domain.formulir import Kolom
from kinerja.findings import Finding
from kinerja.validate.baris import Baris
from kinerja.validate.indeks import Indeks
from kinerja.validate.isian import tak_terbaca, tampak, teks_isian
from kinerja.validate.rules.dasar import NIHIL, Aturan, temuan_baris

_NAMA_BERKAS = re.compile(
    r"[^\s;,:()\"“”<>|/\\][^;,:()\"“”<>|/\\\n]*?\.(?:pdf|docx?|xlsx?|ods|odt|pptx?|jpe?g|png|zip|rar|7z)\b",
    re.IGNORECASE,
)
# Words that name no document: with these alone nobody finds the evidence again.
_UMUM = frozenset(
    {
        "ada",
        "terlampir",
        "lengkap",
        "ok",
        "oke",
        "sudah",
        "sudah ada",
        "ya",
        "dokumen",
        "laporan",
        "data",
        "arsip",
        "bukti",
    }
)
_PALING_PANJANG = 600


def bukti(baris: Baris, indeks: Indeks) -> Iterable[Finding]:
    """BKT001-003: evidence required and not named, named too vaguely, or named and not among the files that came.

    Judged also where the figure itself is in doubt: the unit should mend both at once.
    """
    sel = baris.form.sel.get(Kolom.DATA_PENDUKUNG)
    if not baris.wajib or sel is None or not baris.terisi:
        return NIHIL
    teks = teks_isian(sel)
    if not teks:
        if not baris.indikator.wajib_bukti or tak_terbaca(sel):
            return NIHIL
        return (temuan_baris("BKT001", baris, indeks, Kolom.DATA_PENDUKUNG, sel, tertulis=tampak(sel) or "kosong"),)
    if baris.indikator.wajib_bukti and teks.casefold().strip(" .") in _UMUM:
        return (temuan_baris("BKT003", baris, indeks, Kolom.DATA_PENDUKUNG, sel, tertulis=teks),)
    ada = indeks.konteks.berkas_bukti
    if not ada:
        return NIHIL
    dikenal = {_nama(n) for n in ada}
    hilang = [n for n in _NAMA_BERKAS.findall(teks[:_PALING_PANJANG]) if not _terlampir(n, dikenal)]
    if not hilang:
        return NIHIL
    return (temuan_baris("BKT002", baris, indeks, Kolom.DATA_PENDUKUNG, sel, tertulis=", ".join(hilang)),)


def _nama(path: str) -> str:
    """The bare name of a file, as a person writes it."""
    return path.replace("\\", "/").rsplit("/", 1)[-1].strip().casefold()


def _terlampir(nama: str, dikenal: set[str]) -> bool:
    """True when the words end in the name of a file that came: `surat tugas lhp.pdf` names `lhp.pdf`."""
    nama = nama.strip().casefold()
    return any(nama == d or nama.endswith(" " + d) for d in dikenal)


ATURAN: tuple[Aturan[Baris], ...] = (Aturan(bukti),)
