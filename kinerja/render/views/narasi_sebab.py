"""Causes and remedies in the units' own words. Nothing is added to them: what no unit wrote is named as missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kinerja.aggregate.kecukupan import sampai
from kinerja.aggregate.model import Capaian, HasilPeriode, Pembanding
from kinerja.render.views.cetak import berubah, daftar_kata, pengumpulan_of, potong, rentang_bulan

BATAS_KUTIPAN = 5  # different words quoted per factor; the table of factors holds all of them
BATAS_DORONG = 3  # of those that explain a success
PANJANG_KUTIPAN = 400
LEBIH = "uraian lainnya disajikan pada tabel faktor dan tindak lanjut"

DORONG = ("Faktor pendorong", "faktor_pendorong", BATAS_DORONG)
HAMBAT = ("Faktor penghambat", "faktor_penghambat", BATAS_KUTIPAN)
LANJUT = ("Tindak lanjut", "tindak_lanjut", BATAS_KUTIPAN)


def sebab(
    c: Capaian, hasil: HasilPeriode, nama_unit: Mapping[str, str], desimal: int, p: Pembanding | None = None
) -> list[str]:
    """One sentence per factor that explains the outcome, the units' words in quotation marks with who and when.

    Below target: what hindered and what is done; else what helped; without a capaian: all. `p` given, a fall of what
    was reached is explained too, and a rise of what was not.
    """
    berhasil = sampai(c, desimal)
    arah = _arah(c, p, desimal)
    hambat = [HAMBAT, LANJUT] * (berhasil is not True or arah == "turun")
    dorong = [DORONG] * (berhasil is not False or arah == "naik")
    perlu = hambat + dorong if berhasil is False else dorong + hambat
    milik = [u for u in hasil.uraian if u.indikator == c.indikator and c.unit in (None, u.unit)]
    cara = pengumpulan_of(hasil)

    def siapa(unit: Mapping[str, Sequence[int]]) -> str:
        nama = daftar_kata([nama_unit.get(u, u) for u in unit])
        bulan = rentang_bulan((b for urut in unit.values() for b in urut), cara)
        return nama if c.periode.jenis is cara else f"{nama}: {bulan}"

    isi = []
    for nama, medan, batas in perlu:
        kelompok = _kelompok((u.unit, getattr(u, medan), u.bulan) for u in milik)
        butir = [f"“{_kutip(teks)}” ({siapa(unit)})" for teks, unit in kelompok.items()]
        if len(butir) > batas:
            butir = [*butir[:batas], LEBIH]
        if butir:
            isi.append(f"{nama} menurut unit kerja: {'; '.join(butir)}.")
    return isi


def tindak_lanjut(c: Capaian, hasil: HasilPeriode, nama_unit: Mapping[str, str]) -> str:
    """The latest remedy that a unit wrote for an indicator, quoted with who; empty when none did."""
    milik = [u for u in hasil.uraian if u.indikator == c.indikator and (u.tindak_lanjut or "").strip()]
    if not milik:
        return ""
    u = max(milik, key=lambda u: u.bulan)
    return f"“{_kutip(u.tindak_lanjut or '')}” ({nama_unit.get(u.unit, u.unit)})"


def _arah(c: Capaian, p: Pembanding | None, desimal: int) -> str:
    dulu = None if p is None else p.capaian_sebelumnya
    return "" if c.capaian is None or dulu is None else berubah(c.capaian, dulu, desimal).split()[0]


def _kelompok(butir: Iterable[tuple[str, str | None, int]]) -> dict[str, dict[str, list[int]]]:
    """Equal words together, with the units that wrote them and their months; what most wrote comes first."""
    kelompok: dict[str, dict[str, list[int]]] = {}
    for unit, teks, bulan in butir:
        if teks and teks.strip():
            kelompok.setdefault(" ".join(teks.split()), {}).setdefault(unit, []).append(bulan)
    banyak = {teks: sum(len(b) for b in unit.values()) for teks, unit in kelompok.items()}
    return {teks: kelompok[teks] for teks in sorted(kelompok, key=lambda t: -banyak[t])}


def _kutip(teks: str) -> str:
    """The words inside quotation marks, a very long text cut at a word; the full stop stands after them."""
    return potong(" ".join(teks.split()).rstrip(".").rstrip(), PANJANG_KUTIPAN)
