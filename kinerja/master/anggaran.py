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
        awalan = [k for k in atas if kode.startswith(k) and kode[len(k) : len(k) + 1] in _PEMISAH]
        sebelum = [k for k in urutan[:ke] if tingkat[k] < tingkat[kode]]
        hasil[kode] = max(awalan, key=len) if awalan else (sebelum[-1] if sebelum else None)
    return hasil


@dataclass(frozen=True, slots=True)
class _Terbaca:
    mata: MataAnggaran
    baris: Baris


def read_anggaran(
    tabel: Tabel, baca: Pembaca, kode_unit: set[str] | None, kode_sasaran: set[str] | None
) -> list[MataAnggaran]:
    """Sheet Anggaran. A line without lines below it is what units fill in and must have a unit and a pagu."""
    semua: list[_Terbaca] = []
    pertama: dict[tuple[str, str | None, date | None], Baris] = {}
    for b in tabel.baris:
        awal = baca.galat
        kode, uraian = baca.kode(b, "Kode", wajib=True), baca.teks(b, "Uraian", wajib=True)
        unit = baca.rujukan(b, "Unit", kode_unit, "Unit")
        jenis = baca.satu_dari(b, "Jenis", JENIS_ANGGARAN, wajib=True)
        sasaran = baca.rujukan(b, "Sasaran", kode_sasaran, "Sasaran")
        pagu = baca.angka(b, "Pagu", minimum=Fraction(0))
        mulai = baca.tanggal(b, "Berlaku Mulai")
        if kode is not None and (lain := pertama.setdefault((kode, unit, mulai), b)) is not b:
            baca.catat("MST093", b, "Kode", lain=str(lain.nomor))
        if baca.galat == awal and kode is not None and uraian is not None and jenis is not None:
            mata = MataAnggaran(
                kode=kode, unit=unit, jenis=jenis, uraian=uraian, sasaran=sasaran, pagu=pagu, mulai=mulai,
                lowest=False, sumber=b.ref("Kode"),
            )  # fmt: skip
            semua.append(_Terbaca(mata, b))
    induk = parent_codes([(t.mata.kode, t.mata.jenis) for t in semua])
    beranak = {i for i in induk.values() if i is not None}
    semua = [_Terbaca(replace(t.mata, lowest=t.mata.kode not in beranak), t.baris) for t in semua]
    for t in semua:
        if t.mata.lowest and t.mata.unit is None:
            baca.catat("MST091", t.baris, "Unit", jenis=t.mata.jenis)
        if t.mata.lowest and t.mata.pagu is None:
            baca.catat("MST092", t.baris, "Pagu", jenis=t.mata.jenis)
    if len(semua) == len(tabel.baris):  # the sum of lines that could not be read means nothing
        _check_sum(semua, induk, baca)
    return [t.mata for t in semua]


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
