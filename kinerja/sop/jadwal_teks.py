"""What a schedule has to say in words: what cannot be reached, and the least that would reach it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kinerja.domain.tanggal import format_tanggal, nama_hari
from kinerja.sop.jadwal import Pemendekan, Rencana, RencanaPeriode
from kinerja.sop.sebut import sebut_langkah


def peringatan(r: RencanaPeriode) -> tuple[str, ...]:
    """Every warning of the period, in sentences; empty when all deadlines can be met in working days too."""
    hari = "hari kerja" if r.kalender.kerja else "hari kalender"
    hasil: list[str] = []
    for rencana in r.rencana:
        hasil += _kalimat(rencana, hari, banyak=len(r.rencana) > 1)
    terlambat = {x.sop for x in r.rencana if x.terlambat}
    for rencana in r.kerja:
        # What calendar days cannot reach, working days cannot either: said once.
        if rencana.sop not in terlambat:
            hasil += _kalimat(rencana, "hari kerja", banyak=len(r.rencana) > 1)
    if libur := list(_libur(r)):
        hasil.append(
            f"Tenggat yang jatuh pada hari libur dan tidak digeser (setelan tenggat_libur): {'; '.join(libur)}."
        )
    for tahun in r.tanpa_daftar:
        hasil.append(
            f"Daftar hari libur {tahun} belum ada, jadi hari kerja tahun itu tidak dapat dihitung dan tenggatnya "
            f"dihitung dengan hari kalender. Isi lembar Libur: kinerja libur {tahun}."
        )
    return tuple(hasil)


def _kalimat(rencana: Rencana, hari: str, *, banyak: bool) -> list[str]:
    if not rencana.terlambat:
        return []
    awal = f"{rencana.sop}: dihitung" if banyak else "Dihitung"
    hasil = []
    for j in rencana.terlambat:
        assert j.tenggat is not None  # or it would not be late
        hasil.append(
            f"{awal} dengan {hari}, {sebut_langkah(j.langkah)} selesai paling awal {_hari(j.selesai)}, "
            f"padahal tenggatnya {_hari(j.tenggat)}."
        )
    if not rencana.tercapai:
        hasil.append("Tenggat itu tidak tercapai walaupun semua langkah dipersingkat: mulailah lebih awal.")
        return hasil
    akhir = rencana.sesudah[-1]
    hasil.append(
        f"Pemendekan terkecil yang mencapainya: {daftar_pemendekan(rencana.pemendekan)}. Dengan itu "
        f"{sebut_langkah(akhir.langkah)} selesai {_hari(akhir.selesai)}."
    )
    return hasil


def daftar_pemendekan(pemendekan: tuple[Pemendekan, ...]) -> str:
    """`langkah 5 dari 5 menjadi 1 hari (masih menurut SOP) dan langkah 7 dari 3 menjadi 2 hari`."""
    butir = []
    for p in pemendekan:
        nama = sebut_langkah(p.langkah)
        sop = " (masih menurut SOP)" if p.menurut_sop else ""
        if p.menjadi:
            butir.append(f"{nama} dari {p.dari} hari menjadi {p.menjadi} hari{sop}")
        else:
            butir.append(f"{nama} ({p.dari} hari) dikerjakan pada hari yang sama dengan langkah sebelumnya")
    return butir[0] if len(butir) == 1 else f"{', '.join(butir[:-1])} dan {butir[-1]}"


def _libur(r: RencanaPeriode) -> Iterator[str]:
    """Steps whose deadline falls on a day off, with their SOP where there are several."""
    for rencana in r.rencana:
        sop = f"{rencana.sop} " if len(r.rencana) > 1 else ""
        for j in rencana.jadwal:
            if j.tenggat is not None and not r.kalender.is_hari_kerja(j.tenggat):
                yield f"{sop}{sebut_langkah(j.langkah)} ({_hari(j.tenggat)})"


def _hari(tanggal: date) -> str:
    return f"{nama_hari(tanggal)}, {format_tanggal(tanggal)}"
