"""What a PK perubahan (targets) or a DPA perubahan (pagu) changed in the course of the year, one sentence each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from itertools import pairwise

from kinerja.domain.angka import format_nilai, format_rupiah
from kinerja.domain.nilai import Nilai
from kinerja.domain.periode import BULAN_SINGKAT, NAMA_BULAN, Periode
from kinerja.domain.tanggal import format_tanggal
from kinerja.master.model import Master, MataAnggaran, PerubahanTarget


def sebutkan_perubahan(master: Master, periode: Periode) -> tuple[str, ...]:
    """What differs, in months up to the end of this period, from the targets that the master holds today."""
    akhir = periode.bulan_akhir
    kelompok: dict[tuple[object, ...], list[tuple[PerubahanTarget, tuple[int, ...]]]] = {}
    for p in master.perubahan:
        bulan = tuple(b for b in p.bulan if b <= akhir)
        if bulan or not p.bulan:  # the same change in several units is one sentence
            kelompok.setdefault((p.indikator, bulan, p.lama, p.baru, p.versi), []).append((p, bulan))
    hilang = [(v, tuple(b for b in bulan if b <= akhir)) for v, bulan in master.versi_hilang]
    kalimat = [_kalimat(master, [p for p, _ in sama], sama[0][1]) for sama in kelompok.values()]
    tak_terbaca = [
        f"Target {nama_bulan(bulan)} dihitung dari induk yang sekarang, karena induk versi {v} yang dipakai waktu itu "
        "tidak tersimpan atau tidak terbaca lagi."
        for v, bulan in hilang
        if bulan
    ]
    return (*_pembuka(kalimat), *kalimat, *tak_terbaca)


def sebutkan_pagu(master: Master, periode: Periode) -> Iterator[str]:
    """Lines of which a DPA perubahan changed the pagu in this year, up to the end of the period."""
    versi: dict[tuple[str, str | None], list[MataAnggaran]] = {}
    for m in sorted(master.anggaran, key=lambda m: m.mulai or date.min):
        if m.lowest and (m.mulai or date.min) <= periode.akhir:
            versi.setdefault((m.kode, m.unit), []).append(m)
    for semua in versi.values():
        for dulu, m in pairwise(semua):
            if m.mulai is not None and m.mulai.year == periode.tahun and m.pagu != dulu.pagu:
                siapa = f"{m.kode} ({m.unit})" if m.unit else m.kode
                yield (
                    f"Pagu {siapa} sejak {format_tanggal(m.mulai)} {_rupiah(m.pagu)}, semula {_rupiah(dulu.pagu)} "
                    "(DPA perubahan)."
                )


def _rupiah(pagu: Fraction | None) -> str:
    return "kosong" if pagu is None else format_rupiah(pagu)


def _pembuka(kalimat: Sequence[str]) -> Iterator[str]:
    if kalimat:
        yield (
            "Target di induk berubah di tengah tahun: target tiap bulan dan target sampai dengan memakai target "
            "yang berlaku pada bulan itu; target tahunan memakai yang terakhir."
        )


def _kalimat(master: Master, sama: Sequence[PerubahanTarget], bulan: tuple[int, ...]) -> str:
    p = sama[0]
    siapa = f"{p.indikator} ({', '.join(x.unit or 'instansi' for x in sama)})"
    versi = f"induk versi {p.versi}"
    if p.baru is None and not any(t.indikator == p.indikator and t.unit == p.unit for t in master.target):
        return (
            f"{siapa} ada di {versi} yang dipakai {nama_bulan(bulan)}, tetapi tidak ada lagi di induk yang sekarang; "
            "angka bulan-bulan itu tidak dihitung."
        )
    if p.bulan and _baru_masuk(master, p):
        return f"{siapa} belum ada di {versi} yang dipakai {nama_bulan(bulan)}; dihitung sejak sesudahnya."
    if not p.bulan:
        return f"{siapa}: target tahunan {_nilai(p, p.baru)}, semula {_nilai(p, p.lama)} ({versi})."
    return (
        f"{siapa}: target {nama_bulan(bulan)} {_nilai(p, p.lama)} ({versi}, yang berlaku waktu itu); "
        f"di induk yang sekarang {_nilai(p, p.baru)}."
    )


def _baru_masuk(master: Master, p: PerubahanTarget) -> bool:
    row = master.target_of(p.unit).get(p.indikator)
    return row is not None and set(p.bulan) <= row.belum_berlaku


def _nilai(p: PerubahanTarget, nilai: Nilai | None) -> str:
    return "kosong" if nilai is None else format_nilai(nilai, p.desimal)


def nama_bulan(bulan: Sequence[int]) -> str:
    """`Januari`, `Jan–Jun`, `Mar, Jun`: months as a reader names them."""
    if len(bulan) == 1:
        return NAMA_BULAN[bulan[0] - 1]
    if len(bulan) > 2 and bulan[-1] - bulan[0] == len(bulan) - 1:
        return f"{NAMA_BULAN[bulan[0] - 1]}–{NAMA_BULAN[bulan[-1] - 1]}"
    return ", ".join(BULAN_SINGKAT[b - 1] for b in bulan)
