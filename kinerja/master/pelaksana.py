"""Who stands behind a role of an SOP: the names in sheets Pejabat, Unit and Tim. Only for showing, never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from kinerja.master.model import Master

# How offices shorten the titles; a title and its short form name the same person.
_SINGKATAN = (
    (re.compile(r"\b(?:plt|plh|pj)\. ?"), ""),
    (re.compile(r"\bsubbag(?:ian)?\b|\bsub bag\b"), "sub bagian"),
    (re.compile(r"\bkasubb?ag\b|\bkepala sub bagian\b"), "sub bagian"),
    (re.compile(r"\bkabag\b|\bkepala bagian\b"), "bagian"),
    (re.compile(r"\bkabid\b|\bkepala bidang\b"), "bidang"),
    (re.compile(r"\birban\b"), "inspektur pembantu"),
)
_URUTAN = re.compile(r" (?:[ivx]+|\d+)")  # "Inspektur Pembantu II": one of several with the same title


def nama_pelaksana(master: Master, peran: str, tanggal: date) -> tuple[str, ...]:
    """The people in this role on that date, in the order of the sheets; none when the master does not tell.

    A role that several hold, told apart by a number ("Irban"), gives all of them; a team gives its head.
    """
    kunci = _rapi(peran)
    if kunci.split(" ")[0] == "tim":
        ketua = [a.nama for a in master.tim if a.kedudukan.strip().casefold() == "ketua"]
        return tuple(ketua[:1])
    semua = list(_jabatan(master, tanggal))
    tepat = [nama for jabatan, nama in semua if jabatan == kunci]
    bernomor = [
        nama for jabatan, nama in semua if jabatan.startswith(kunci) and _URUTAN.fullmatch(jabatan[len(kunci) :])
    ]
    return tuple(dict.fromkeys(tepat or bernomor))


def _jabatan(master: Master, tanggal: date) -> Iterator[tuple[str, str]]:
    """Every title and role with its holder on that date."""
    for p in master.pejabat:
        if (p.mulai or date.min) <= tanggal <= (p.sampai or date.max):
            yield _rapi(p.peran), p.nama
            yield _rapi(p.jabatan), p.nama
    for u in master.unit:
        if u.nama_pimpinan:
            yield _rapi(u.nama), u.nama_pimpinan
            yield _rapi(u.jabatan_pimpinan or ""), u.nama_pimpinan


def _rapi(jabatan: str) -> str:
    teks = " ".join(jabatan.casefold().split())
    for pola, penuh in _SINGKATAN:
        teks = pola.sub(penuh, teks)
    return teks.strip()
