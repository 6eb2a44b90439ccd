"""Family BKT: the evidence behind a figure."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from kinerja.catalogue.ejaan import mungkin, terdekat
from kinerja.domain.bukti import MAKS_BUKTI, MB, BuktiIndikator, NamaBukti, Padanan, padankan
from kinerja.domain.formulir import Kolom
from kinerja.findings import Finding
from kinerja.validate.baris import Baris
from kinerja.validate.indeks import Indeks
from kinerja.validate.isian import tak_terbaca, tampak, teks_isian
from kinerja.validate.rules.dasar import NIHIL, Aturan, temuan_baris

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


def bukti(baris: Baris, indeks: Indeks) -> Iterable[Finding]:
    """BKT001-005: evidence required and not named, named too vaguely, not among the files that came, or empty.

    Judged also where the figure itself is in doubt: the unit should mend both at once. An office whose units send no
    evidence files keeps them elsewhere; then nothing is said of them.
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
    ada = indeks.konteks.bukti
    return tuple(_berkas(padankan(teks, ada), ada, baris, indeks)) if ada is not None else NIHIL


def _berkas(padanan: Padanan, ada: NamaBukti, baris: Baris, indeks: Indeks) -> Iterable[Finding]:
    """What is wrong with the files that a row names."""
    buat = partial(_temuan, baris, indeks)
    if padanan.hilang:
        yield buat("BKT002", padanan.hilang, mirip=_mirip(padanan, ada))
    # Of a file that several units name nobody can tell whose it is; it is there, and that is all.
    milik = [b for b in padanan.cocok if not b.bersama]
    cacat = [f"{b.nama} ({b.cacat})" for b in milik if b.cacat is not None]
    if cacat:
        yield buat("BKT004", cacat)
    besar = [f"{b.nama} ({b.ukuran // MB} MB)" for b in milik if b.cacat is None and b.sha256 is None]
    if besar:
        yield buat("BKT005", besar, batas=f"{MAKS_BUKTI // MB} MB")


def _temuan(baris: Baris, indeks: Indeks, kode: str, tertulis: Iterable[str], **isi: str) -> Finding:
    kolom = Kolom.DATA_PENDUKUNG
    return temuan_baris(kode, baris, indeks, kolom, baris.form.sel[kolom], tertulis=", ".join(tertulis), **isi)


def _mirip(padanan: Padanan, ada: NamaBukti) -> str:
    """A file that came and that nothing in the cell names, when its name is close to one that is missing."""
    sisa = [b.nama for b in ada.semua if b not in padanan.cocok]
    return mungkin(next((m for n in padanan.hilang if (m := terdekat(n, sisa)) is not None), None))


def bukti_baris(baris: Baris, indeks: Indeks) -> tuple[BuktiIndikator, ...]:
    """The files that a row names and that came."""
    sel, ada = baris.form.sel.get(Kolom.DATA_PENDUKUNG), indeks.konteks.bukti
    if ada is None or sel is None:
        return ()
    cocok = padankan(teks_isian(sel), ada).cocok
    return tuple(BuktiIndikator(indikator=baris.kode, berkas=b) for b in cocok if not b.bersama)


ATURAN: tuple[Aturan[Baris], ...] = (Aturan(bukti),)
