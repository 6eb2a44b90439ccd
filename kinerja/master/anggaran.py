"""Sheet Anggaran: budget lines, their hierarchy, and the sums above them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from kinerja.domain.angka import format_rupiah
from kinerja.master.model import MataAnggaran
from kinerja.master.pembaca import Pembaca
from kinerja.master.skema import JENIS_ANGGARAN
from kinerja.master.tabel import Baris, Tabel

_PEMISAH = ".-/ "


def parent_codes(baris: Sequence[tuple[str, str]]) -> dict[str, str | None]:
    """The Kode above each Kode, from (kode, jenis) in sheet order.

    The nearest line of a higher level whose Kode begins this one; where no Kode does, the last line of a
    higher level above it in the sheet. A Kode that is repeated (a DPA perubahan) counts at its first place.
    """
    tingkat: dict[str, int] = {}
    hasil: dict[str, str | None] = {}
    for kode, jenis in baris:
        tingkat.setdefault(kode, JENIS_ANGGARAN.index(jenis))
    urutan = list(tingkat)
    for ke, kode in enumerate(urutan):
        atas = [k for k in urutan if tingkat[k] < tingkat[kode]]
        awalan = [k for k in atas if _di_bawah(kode, k)]
        sebelum = [k for k in urutan[:ke] if tingkat[k] < tingkat[kode]]
        hasil[kode] = max(awalan, key=len) if awalan else (sebelum[-1] if sebelum else None)
    return hasil


def _di_bawah(kode: str, atas: str) -> bool:
    """True when a Kode begins with the other: `1.01.02` and `1.01`."""
    return kode.startswith(atas) and kode[len(atas) : len(atas) + 1] in _PEMISAH


@dataclass(frozen=True, slots=True)
class _Terbaca:
    mata: MataAnggaran
    baris: Baris


def read_anggaran(
    tabel: Tabel, baca: Pembaca, kode_unit: set[str] | None, kode_sasaran: set[str] | None
) -> list[MataAnggaran]:
    """Sheet Anggaran. A line without lines below it is what units fill in and must have a unit and a pagu."""
    mula = baca.galat
    semua: list[_Terbaca] = []
    susunan: list[tuple[str, str]] = []  # also of rows with a fault, so that the rows above keep their place
    jenis_pertama: dict[str, tuple[str, Baris]] = {}
    pertama: dict[tuple[str, str | None, date | None], Baris] = {}
    for b in tabel.baris:
        awal = baca.galat
        kode, uraian = baca.kode(b, "Kode", wajib=True), baca.teks(b, "Uraian", wajib=True)
        unit = baca.rujukan(b, "Unit", kode_unit, "Unit")
        jenis = baca.satu_dari(b, "Jenis", JENIS_ANGGARAN, wajib=True)
        sasaran = baca.rujukan(b, "Sasaran", kode_sasaran, "Sasaran")
        pagu = baca.angka(b, "Pagu", minimum=Fraction(0))
        mulai = baca.tanggal(b, "Berlaku Mulai")
        if kode is not None and jenis is not None:
            susunan.append((kode, jenis))
        berversi = "Berlaku Mulai" in b.kolom
        if kode is not None and berversi and (lain := pertama.setdefault((kode, unit, mulai), b)) is not b:
            baca.catat("MST093", b, "Kode", lain=str(lain.nomor), sebab="dengan unit dan Berlaku Mulai yang sama")
        elif kode is not None and jenis is not None and jenis_pertama.setdefault(kode, (jenis, b))[0] != jenis:
            dulu, di = jenis_pertama[kode]
            baca.catat("MST093", b, "Kode", lain=str(di.nomor), sebab=f"sebagai {dulu}")
        if baca.galat == awal and kode is not None and uraian is not None and jenis is not None:
            mata = MataAnggaran(
                kode=kode, unit=unit, jenis=jenis, uraian=uraian, sasaran=sasaran, pagu=pagu, mulai=mulai,
                lowest=False, sumber=b.ref("Kode"),
            )  # fmt: skip
            semua.append(_Terbaca(mata, b))
    induk = parent_codes(susunan)
    beranak = {i for i in induk.values() if i is not None}
    semua = [_Terbaca(replace(t.mata, lowest=t.mata.kode not in beranak), t.baris) for t in semua]
    terbawah = max((JENIS_ANGGARAN.index(j) for _, j in susunan), default=0)
    for t in semua:
        if t.mata.lowest:
            di_bawah = any(k != t.mata.kode and _di_bawah(k, t.mata.kode) for k, _ in susunan)
            pasti = JENIS_ANGGARAN.index(t.mata.jenis) == terbawah and not di_bawah
            _check_lowest(t, baca, pasti=pasti, utuh=baca.galat == mula)
    if baca.galat == mula and tabel.lengkap:  # the sum of lines that could not be read means nothing
        _check_sum(semua, induk, baca)
    return [t.mata for t in semua]


def _check_lowest(t: _Terbaca, baca: Pembaca, *, pasti: bool, utuh: bool) -> None:
    """A line that units fill in has a unit and a pagu.

    `pasti` False: a line of a higher Jenis or with lines below, of which something may have been lost. Then both
    together are one fault, and in a sheet with other faults (`utuh` False) none.
    """
    kolom = t.baris.kolom
    if not pasti and not utuh:
        return
    if t.mata.unit is None and "Unit" in kolom:
        baca.catat("MST091", t.baris, "Unit", jenis=t.mata.jenis)
        if not pasti:
            return
    if t.mata.pagu is None and "Pagu" in kolom:
        baca.catat("MST092", t.baris, "Pagu", jenis=t.mata.jenis)


def _in_force(semua: Sequence[_Terbaca], tanggal: date | None) -> dict[tuple[str, str | None], _Terbaca]:
    """By Kode and unit, the version in force on that date (None: before any dated version)."""
    hasil: dict[tuple[str, str | None], _Terbaca] = {}
    for t in sorted(semua, key=lambda t: t.mata.mulai or date.min):
        if t.mata.mulai is None or (tanggal is not None and t.mata.mulai <= tanggal):
            hasil[t.mata.kode, t.mata.unit] = t
    return hasil


def _check_sum(semua: Sequence[_Terbaca], induk: Mapping[str, str | None], baca: Pembaca) -> None:
    """A written pagu above the lowest level is the sum of what lies below it, in each version of the budget."""
    lapor: set[int] = set()
    for saat in sorted({t.mata.mulai for t in semua}, key=lambda d: d or date.min):
        berlaku = _in_force(semua, saat)
        jumlah: defaultdict[str, Fraction] = defaultdict(Fraction)
        for t in berlaku.values():
            if not t.mata.lowest:
                continue
            atas = induk[t.mata.kode]
            while atas is not None:
                jumlah[atas] += t.mata.pagu or Fraction(0)
                atas = induk[atas]
        for t in berlaku.values():
            pagu = t.mata.pagu
            if t.mata.lowest or pagu is None or pagu == jumlah[t.mata.kode] or t.baris.nomor in lapor:
                continue
            lapor.add(t.baris.nomor)
            baca.catat(
                "MST090", t.baris, "Pagu", mata=t.mata.kode, pagu=format_rupiah(pagu),
                jumlah=format_rupiah(jumlah[t.mata.kode]), selisih=format_rupiah(pagu - jumlah[t.mata.kode]),
            )  # fmt: skip
