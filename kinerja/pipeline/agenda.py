"""The agenda book: sheet Agenda of the master and the numbers that finals took. One number is given once.

A number is read by the office's pattern (`pola_nomor`) or as it stands; one that is no number is taken all the same,
but has no place in the count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kinerja.errors import SalahPakai
from kinerja.pipeline.final import final_semua
from kinerja.pipeline.sesi import Sesi
from kinerja.pipeline.workspace import Isi


@dataclass(frozen=True, slots=True, kw_only=True)
class NomorTerpakai:
    """One entry of the book. `urut` None: not a number of the count. `sumber`: where it stands, for people."""

    nomor: str
    urut: int | None
    tanggal: date | None
    hal: str
    sumber: str


def buku_agenda(sesi: Sesi, isi: Isi, tahun: int) -> tuple[NomorTerpakai, ...]:
    """Every number that is taken in the book of a year, those of finals included, each once.

    A report is numbered in the year in which it is dated: that of December in the next year's book.
    """
    pola = isi.pengaturan.pola_nomor
    hasil = [
        NomorTerpakai(
            nomor=a.nomor, urut=urut_nomor(a.nomor, pola), tanggal=a.tanggal, hal=a.hal or "", sumber="lembar Agenda"
        )
        for a in isi.master.agenda
        if (a.tanggal.year if a.tanggal is not None else isi.master.instansi.tahun) == tahun
    ]
    for f in final_semua(sesi):
        if f.tanggal.year == tahun and _cari(hasil, f.agenda, pola) is None:
            hal = f"Laporan Kinerja {f.periode.nama}"
            urut = urut_nomor(f.agenda, pola)
            hasil.append(NomorTerpakai(nomor=f.agenda, urut=urut, tanggal=f.tanggal, hal=hal, sumber="laporan final"))
    return tuple(hasil)


def nomor_berikut(buku: Iterable[NomorTerpakai]) -> str:
    """The number after the highest, written as wide as that one."""
    tinggi = max(((n.urut, n.nomor) for n in buku if n.urut is not None), default=(0, ""))
    lebar = len(tinggi[1]) if tinggi[1].startswith("0") else 0
    return str(tinggi[0] + 1).zfill(lebar)


def celah(buku: Iterable[NomorTerpakai]) -> tuple[int, ...]:
    """Numbers of the count that no entry explains."""
    ada = {n.urut for n in buku if n.urut is not None}
    return tuple(n for n in range(1, max(ada, default=0)) if n not in ada)


def tetapkan_nomor(
    buku: Iterable[NomorTerpakai], diminta: str | None, pola: str, *, milik: str | None = None
) -> str:  # fmt: skip
    """The number to give: the next one, or the one that was asked for. SalahPakai when that is taken.

    `milik`: the number that this report has already, which it may keep.
    """
    buku = tuple(buku)
    if diminta is None:
        return milik or nomor_berikut(buku)
    diminta = diminta.strip()
    if not diminta:
        raise SalahPakai("--nomor masih kosong.", "Tulis nomornya, atau jalankan tanpa --nomor.")
    ada = _cari(buku, diminta, pola)
    if ada is not None and diminta != milik:
        kapan = f" tanggal {ada.tanggal:%d/%m/%Y}" if ada.tanggal is not None else ""
        raise SalahPakai(
            f"Nomor {diminta} sudah dipakai di {ada.sumber}{kapan}{f': {ada.hal}' if ada.hal else ''}.",
            f"Nomor berikutnya yang belum dipakai: {nomor_berikut(buku)}. Tanpa --nomor, nomor itu yang diberikan.",
        )
    return diminta


def _cari(buku: Iterable[NomorTerpakai], nomor: str, pola: str) -> NomorTerpakai | None:
    urut = urut_nomor(nomor, pola)
    return next((n for n in buku if n.nomor == nomor or (urut is not None and n.urut == urut)), None)


def urut_nomor(nomor: str, pola: str) -> int | None:
    """`12` of `12`, of `012` and of `700.1.2/12/2026`; None where the pattern shows none."""
    if nomor.isascii() and nomor.isdigit():
        return int(nomor)
    bagian = re.split(r"(\{[^}]*\})", pola)
    regex = "".join(r"0*(\d+)" if b == "{nomor}" else r".*?" if b.startswith("{") else re.escape(b) for b in bagian)
    cocok = re.fullmatch(regex, nomor, re.ASCII) if pola.count("{nomor}") == 1 else None
    return int(cocok[1]) if cocok else None
