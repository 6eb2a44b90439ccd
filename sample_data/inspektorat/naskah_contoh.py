"""Contoh: menulis alur.toml dan expected.toml."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple, Protocol

from kinerja.catalogue import ATURAN

_KEPALA = """\
# Temuan yang harus didapat pemeriksaan sepanjang tahun, tidak lebih dan tidak kurang; ditulis oleh buat_kiriman.py dari
# rencana kesalahannya. Berkas yang tidak disebut di sini harus bersih. `lembar` dan `sel` kosong: temuan tentang
# seluruh berkas atau lembar. `periode` hanya untuk unit yang pada suatu pemeriksaan belum mengirim.
"""


class Harapan(NamedTuple):
    """Satu temuan yang seharusnya."""

    berkas: str
    lembar: str | None
    sel: str | None
    kode: str
    ket: str
    periode: str | None = None


class Langkah(Protocol):
    """Satu langkah cerita."""

    waktu: datetime
    periode: str
    formulir: bool
    pemantauan: bool
    berkas: list[tuple[str, datetime]]
    pilih: list[str]
    laporan: list[str]


def _teks(isi: str) -> str:
    return json.dumps(isi, ensure_ascii=False)


def _daftar(isi: Iterable[str]) -> str:
    return "[" + ", ".join(map(_teks, isi)) + "]"


def tulis_alur(tahap: Iterable[Langkah]) -> str:
    """Isi alur.toml."""
    hasil: list[str] = []
    for t in tahap:
        hasil += ["[[tahap]]", f"waktu = {t.waktu.isoformat()}"]
        apa = "pemantauan" if t.pemantauan else "formulir" if t.formulir else "validasi"
        hasil.append(f"{apa} = {_teks(t.periode)}")
        if t.berkas:
            hasil.append("berkas = [")
            hasil += [f"    {{ path = {_teks(p)}, diterima = {d.isoformat()} }}," for p, d in t.berkas]
            hasil.append("]")
        if t.pilih:
            hasil.append(f"pilih = {_daftar(t.pilih)}")
        if t.laporan:
            hasil.append(f"laporan = {_daftar(t.laporan)}")
        hasil.append("")
    return "\n".join(hasil)


def tulis_expected(harapan: Iterable[Harapan]) -> str:
    """Isi expected.toml."""
    hasil = [_KEPALA]
    for h in harapan:
        isi = {
            "berkas": h.berkas, "lembar": h.lembar or "", "sel": h.sel or "", "kode": h.kode,
            "tingkat": ATURAN[h.kode].tingkat.value, "keterangan": h.ket,
        }  # fmt: skip
        if h.periode:
            isi["periode"] = h.periode
        hasil += ["[[temuan]]", *(f"{k} = {_teks(v)}" for k, v in isi.items()), ""]
    return "\n".join(hasil)
