"""One cause, one finding: what a single slip in the master does to many cells is said once, with the cells named.

Findings are put together when they say the same of a whole row, of a whole indicator, or of one word; they are left
out only where a galat names the cell that has caused them.
"""

from __future__ import annotations

import dataclasses
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence

from kinerja.domain.periode import BULAN_SINGKAT
from kinerja.findings import Finding, Tingkat
from kinerja.master.pembaca import Gantung, Pembaca
from kinerja.master.tabel import Tabel, ringkas
from kinerja.sources import CellRef

_KOLOM_NILAI: Mapping[str, tuple[str, ...]] = {
    "Target": (*BULAN_SINGKAT, "Tahun"),
    "Riwayat": ("Target", "Realisasi"),
    "Indikator": ("Target Renstra", "Standar Nasional"),
}
# Findings about one value; when all values of a row have it, the row or its indicator is of another kind.
_NILAI = frozenset({"MST012", "MST024", "MST076", "MST077", "MST080", "MST082"})
# Findings about one row of Target, and the column of sheet Indikator from which they may come when all rows have it.
_SEBAB: Mapping[str, str] = {
    "MST070": "Frekuensi", "MST071": "Frekuensi", "MST072": "Konsolidasi Periode", "MST012": "Tipe Nilai",
    "MST076": "Polaritas", "MST080": "Satuan", "MST024": "Satuan",
}  # fmt: skip
_SEKATA = frozenset({"MST056", "MST067", "MST080"})  # the same word, refused for the same reason
_PALING_BANYAK = 8  # addresses named in one message

_Tempat = tuple[str, int, str]  # sheet, row, code


def satu_sebab(baca: Pembaca, tabel: Mapping[str, Tabel]) -> None:
    """Turn what has been read into findings of which each has a cause of its own."""
    tersesat = {g.baris.nomor for g in baca.gantung if (g.baris.lembar, g.lembar) == ("Target", "Indikator")}
    berubah = _rujukan(baca, tabel)
    utuh = _kumpulkan_baris(baca.hasil, tabel)
    _kumpulkan_indikator(baca.hasil, tabel, utuh)
    sekata = (t for t in baca.hasil if t.kode in _SEKATA)
    _kumpulkan(baca.hasil, _sekelompok(sekata, lambda t: (t.kode, ringkas(t.tertulis or ""), t.diharapkan)))
    tersesat |= {n for lembar, n, _ in utuh if lembar == "Target"}
    _tanpa_target(baca.hasil, tabel["Target"], tersesat, berubah)


def _rujukan(baca: Pembaca, tabel: Mapping[str, Tabel]) -> set[str]:
    """MST019, once for each code that is nowhere. Returns the cells of sheet Indikator whose Kode must have changed.

    A Kode that is empty, unreadable or doubled has a galat of its own; what refers to it is not named again.
    """
    gantung: defaultdict[str, defaultdict[str, list[Gantung]]] = defaultdict(lambda: defaultdict(list))
    for g in baca.gantung:
        gantung[g.lembar][g.kode].append(g)
    baca.gantung = []
    bergalat = {(t.sumber.lembar, t.sumber.sel) for t in baca.hasil if t.tingkat is Tingkat.GALAT}
    berubah: set[str] = set()
    for lembar, per_kode in gantung.items():
        sumber = tabel[lembar].baris
        cacat = [b for b in sumber if (b.lembar, b.sel("Kode").alamat) in bergalat]
        hilang: list[str] = []
        sisa = [b for b in sumber if b.kode() and (lembar, b.kode()) not in baca.dirujuk]
        for daftar in sorted(per_kode.values(), key=len, reverse=True):
            satu = daftar[0]
            if len(hilang) < len(cacat) and (len(daftar) > 1 or not satu.mungkin):
                hilang.append(satu.kode)
                continue
            mungkin = satu.mungkin
            if len(daftar) > 1 and len(sisa) == 1:
                alamat = sisa[0].sel("Kode").alamat
                mungkin = f" Mungkin Kode di sel {alamat} lembar “{lembar}” yang berubah; kini “{sisa[0].kode()}”."
                if lembar == "Indikator":
                    berubah.add(alamat)
            lain = _demikian([_tempat(g.baris.ref(g.judul)) for g in daftar[1:]])
            baca.catat("MST019", satu.baris, satu.judul, lembar_rujukan=lembar, mungkin=mungkin, lain=lain)
        if len(cacat) == len(hilang) == 1:
            _sebut(baca.hasil, cacat[0].ref("Kode"), f" Lembar lain merujuk “{hilang[0]}”.")
    return berubah


def _sebut(hasil: list[Finding], tempat: CellRef, kalimat: str) -> None:
    """Add a sentence to the galat of a cell."""
    for n, t in enumerate(hasil):
        if t.sumber == tempat and t.tingkat is Tingkat.GALAT:
            hasil[n] = dataclasses.replace(t, pesan=t.pesan + kalimat)


def _tempat(sumber: CellRef) -> str:
    return f"sel {sumber.sel} lembar “{sumber.lembar}”"


def _demikian(tempat: Sequence[str]) -> str:
    """The sentence that names the other places; empty when there are none."""
    if not tempat:
        return ""
    sisa = len(tempat) - _PALING_BANYAK
    lebih = f", dan {sisa} sel lain" if sisa > 0 else ""
    return f" Demikian pula {', '.join(tempat[:_PALING_BANYAK])}{lebih}."


def _kumpulkan(hasil: list[Finding], kelompok: Iterable[Sequence[Finding]], tambahan: str = "") -> None:
    """Each group becomes its first finding, which names the places of the others."""
    for pertama, *lain in kelompok:
        pesan = pertama.pesan + _demikian([_tempat(t.sumber) for t in lain]) + tambahan
        hasil[hasil.index(pertama)] = dataclasses.replace(pertama, pesan=pesan)
        for t in lain:
            hasil.remove(t)


def _sekelompok(calon: Iterable[Finding], kunci: Callable[[Finding], Hashable]) -> list[list[Finding]]:
    """Findings with the same key, where there are at least two."""
    kelompok: defaultdict[Hashable, list[Finding]] = defaultdict(list)
    for t in calon:
        kelompok[kunci(t)].append(t)
    return [k for k in kelompok.values() if len(k) > 1]


def _baris(t: Finding) -> int:
    return int((t.sumber.sel or "A0").lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))


def _kumpulkan_baris(hasil: list[Finding], tabel: Mapping[str, Tabel]) -> set[_Tempat]:
    """One finding where every value of a row has the same one. Returns these rows, also those of a single value."""
    sebaris: defaultdict[_Tempat, list[Finding]] = defaultdict(list)
    for t in hasil:
        if t.kode in _NILAI and t.sumber.lembar in _KOLOM_NILAI:
            sebaris[t.sumber.lembar or "", _baris(t), t.kode].append(t)
    isi = {
        (lembar, b.nomor): sum(not b.kosong(j) for j in judul if j in b.kolom)
        for lembar, judul in _KOLOM_NILAI.items()
        for b in tabel[lembar].baris
    }
    utuh = {tempat for tempat, daftar in sebaris.items() if len(daftar) == isi[tempat[0], tempat[1]]}
    _kumpulkan(hasil, [sebaris[t] for t in utuh if len(sebaris[t]) > 1])
    return utuh


def _kumpulkan_indikator(hasil: list[Finding], tabel: Mapping[str, Tabel], utuh: Collection[_Tempat]) -> None:
    """One finding where all rows of an indicator (at least two) have the same one; it points to the likely column."""
    kode_baris = {
        (n, b.nomor): b.kode("Kode" if n == "Indikator" else "Indikator") for n in _KOLOM_NILAI for b in tabel[n].baris
    }
    banyak = Counter(k for (lembar, _), k in kode_baris.items() if lembar == "Target")
    baris_indikator = {b.kode(): b for b in tabel["Indikator"].baris}
    calon = [
        t
        for t in hasil
        if t.kode in _SEBAB
        and t.sumber.lembar in _KOLOM_NILAI
        and (t.kode not in _NILAI or (t.sumber.lembar, _baris(t), t.kode) in utuh)
    ]
    for daftar in _sekelompok(calon, lambda t: (t.kode, kode_baris[t.sumber.lembar or "", _baris(t)])):
        kode = kode_baris[daftar[0].sumber.lembar or "", _baris(daftar[0])]
        if sum(t.sumber.lembar == "Target" for t in daftar) < banyak[kode] or kode not in baris_indikator:
            continue
        judul = _SEBAB[daftar[0].kode]
        _kumpulkan(hasil, [daftar], f" Periksa juga {judul} di {_tempat(baris_indikator[kode].ref(judul))}.")


def _tanpa_target(hasil: list[Finding], target: Tabel, tersesat: set[int], berubah: Collection[str]) -> None:
    """MST065 is left out where the rows of the indicator are on the sheet, only under a wrong Kode."""
    bergalat = {t.sumber.sel for t in hasil if t.sumber.lembar == "Target" and t.tingkat is Tingkat.GALAT}
    tersesat |= {b.nomor for b in target.baris if b.sel("Indikator").alamat in bergalat}
    tanpa = [t for t in hasil if t.kode == "MST065"]
    for t in tanpa:
        if t.sumber.sel in berubah or len(tanpa) <= len(tersesat):
            hasil.remove(t)
