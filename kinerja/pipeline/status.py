"""`kinerja status`: who has sent what, where the office stands in its SOP, what is due and what is late."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from kinerja.domain.kiriman import Status
from kinerja.domain.periode import Periode
from kinerja.pipeline.keadaan import Keadaan, keadaan_periode
from kinerja.pipeline.pemantauan import kejadian_pantau
from kinerja.pipeline.pengumpulan import periksa_angka, periode_pengumpulan
from kinerja.pipeline.sesi import Sesi, buka
from kinerja.pipeline.tenggat import (
    batas_kantor,
    kalender_kantor,
    tenggat_isian,
)
from kinerja.pipeline.workspace import Isi, Workspace, load_isi
from kinerja.sop.bukti import DIISI_ORANG, SURAT
from kinerja.sop.status import Kejadian, Posisi, langkah_status, periode_langkah

_LAYAK = {s.value for s in Status if s.layak}


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusUnit:
    """One unit in one period; `status` `belum_masuk` when it has sent nothing."""

    unit: str
    status: str
    revisi: int | None
    diterima: datetime | None
    terlambat_hari: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilStatus:
    """`ingatkan`: the collection period of which units still owe something after its end; None when none do."""

    periode: Periode
    unit: tuple[StatusUnit, ...]
    langkah: tuple[Posisi, ...]
    ingatkan: Periode | None


def status(ws: Workspace, periode: Periode | None, *, waktu: datetime) -> HasilStatus:
    """Where things stand at `waktu`; without a period, for the last collection period that has ended.

    SalahPakai for a period without figures of its own.
    """
    isi = load_isi(ws)
    periode = periode or _terakhir(isi, waktu)
    periksa_angka(isi, periode)
    with buka(ws, waktu) as sesi:
        pengumpulan = periode_pengumpulan(isi, periode)
        keadaan = {p: keadaan_periode(sesi, isi, p) for p in pengumpulan}
        posisi = langkah_status(
            isi.profil,
            periode,
            waktu.date(),
            _kejadian(sesi, isi, periode, keadaan),
            kalender=kalender_kantor(isi, periode),
            batas=batas_kantor(isi),
        )
    terakhir = pengumpulan[-1]
    unit = _unit(isi, keadaan[terakhir], waktu)
    berutang = terakhir.akhir < waktu.date() and any(u.status not in _LAYAK for u in unit)
    return HasilStatus(periode=periode, unit=unit, langkah=posisi, ingatkan=terakhir if berutang else None)


def _terakhir(isi: Isi, waktu: datetime) -> Periode:
    """The collection period that ended last before `waktu`, within the year of the master."""
    jenis = isi.pengaturan.jenis_pengumpulan
    tahun = isi.master.instansi.tahun
    semua = [Periode(tahun, jenis, n) for n in range(1, 12 // jenis + 1)]
    return next((p for p in reversed(semua) if p.akhir < waktu.date()), semua[0])


def _unit(isi: Isi, keadaan: Keadaan, waktu: datetime) -> tuple[StatusUnit, ...]:
    kalender, tenggat = kalender_kantor(isi, keadaan.periode), tenggat_isian(keadaan.periode, isi).date()
    milik = {b.kiriman.unit: b for b in keadaan.berkas if b.kiriman.unit is not None}
    hasil: list[StatusUnit] = []
    for u in isi.master.unit_pelapor:
        b = milik.get(u.kode)
        tanggal = (b.pertama if b is not None else waktu).date()
        hasil.append(
            StatusUnit(
                unit=u.kode,
                status=b.status.value if b is not None else "belum_masuk",
                revisi=b.kiriman.revisi if b is not None else None,
                diterima=b.kiriman.diterima if b is not None else None,
                terlambat_hari=kalender.terlambat(tenggat, tanggal),
            )
        )
    return tuple(hasil)


def _kejadian(
    sesi: Sesi, isi: Isi, periode: Periode, keadaan: Mapping[Periode, Keadaan]
) -> dict[tuple[str, str], Kejadian]:
    """What the register proves, by (name of the proof, period)."""
    hasil: dict[tuple[str, str], Kejadian] = {
        ("induk", periode_langkah("tahunan", periode).id): Kejadian(uraian="induk.xlsx")
    }
    bulan = periode_langkah("mingguan", periode)
    pantau = kejadian_pantau(sesi, isi, bulan)
    if pantau is not None:
        hasil["kertas_kerja_pemantauan", bulan.id] = pantau
    for kala in ("bulanan", "triwulanan", "semesteran", "tahunan"):
        milik = periode_langkah(kala, periode)
        for d in sesi.reg.dokumen(milik.id):
            if d.jenis.startswith("laporan_") or d.jenis in ("surat_edaran", "formulir", "data_hasil_analisis"):
                hasil[d.jenis, milik.id] = Kejadian(uraian=d.path)
            elif d.jenis in SURAT:
                hasil[d.jenis, milik.id] = Kejadian(uraian=d.path, rampung=d.jenis not in DIISI_ORANG)
        ikut = [k for p, k in keadaan.items() if set(p.bulan) <= set(milik.bulan)]
        jumlah = len(isi.master.unit_pelapor) * len(ikut)
        masuk = sum(b.status is not Status.DITOLAK for k in ikut for b in k.berkas)
        if masuk:
            layak = sum(b.status.layak for k in ikut for b in k.berkas)
            kembali = sum(not b.status.layak and b.status is not Status.DITOLAK for k in ikut for b in k.berkas)
            hasil["formulir_terisi", milik.id] = Kejadian(
                uraian=f"{masuk} dari {jumlah} formulir masuk", rampung=masuk >= jumlah
            )
            hasil["kertas_kerja_validasi", milik.id] = Kejadian(
                uraian=f"{layak} dari {jumlah} formulir valid" + (f", {kembali} dikembalikan" if kembali else ""),
                rampung=layak >= jumlah,
                ditolak=kembali > 0,
            )
        terhimpun = [k for nama in ("hasil_pengumpulan_data", "formulir_terisi") if (k := hasil.get((nama, milik.id)))]
        if terhimpun:  # the report on a collection proves it only together with the forms
            hasil["hasil_pengumpulan_data", milik.id] = Kejadian(
                uraian="; ".join(k.uraian for k in terhimpun),
                rampung=len(terhimpun) == 2 and all(k.rampung for k in terhimpun),
            )
    return hasil
