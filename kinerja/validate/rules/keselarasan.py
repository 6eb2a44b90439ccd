"""Family SLR: a figure against its own past, and the money against the work."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from kinerja.domain.angka import format_ringkas
from kinerja.domain.fakta import Fakta
from kinerja.domain.formulir import Kolom, KolomAnggaran
from kinerja.domain.indikator import Frekuensi, KonsolidasiPeriode, Polaritas, TipeNilai
from kinerja.domain.konsolidasi import konsolidasi_bulan
from kinerja.domain.periode import Periode
from kinerja.findings import Finding
from kinerja.validate.baris import NILAI, Baris, BarisAnggaran, nilai_terbit
from kinerja.validate.indeks import Indeks
from kinerja.validate.pencilan import pencilan
from kinerja.validate.rules.dasar import NIHIL, Aturan, temuan_anggaran, temuan_baris
from kinerja.validate.rules.terkunci import sama_nilai, sebut_nilai


def kumulatif_turun(baris: Baris, indeks: Indeks) -> Iterable[Finding]:
    """SLR006: a figure that counts from January falls. Known by its targets, which rise from month to month."""
    i = baris.indikator
    lalu = indeks.lalu.get(baris.kode, ())
    if not lalu or i.konsolidasi_periode is not KonsolidasiPeriode.TERAKHIR or i.polaritas is not Polaritas.MAKSIMAL:
        return NIHIL
    if not baris.wajib:
        return NIHIL
    akhir = lalu[-1]
    if i.tipe is TipeNilai.RASIO:
        kolom, isian, sebelum = Kolom.PEMBILANG, baris.pembilang, akhir.pembilang
        if akhir.penyebut is None or baris.penyebut.angka is None or baris.penyebut.angka < akhir.penyebut:
            return NIHIL
    elif i.tipe is TipeNilai.ANGKA and not i.persen:
        kolom, isian = Kolom.REALISASI, baris.realisasi
        sebelum = akhir.nilai if isinstance(akhir.nilai, Fraction) else None
    else:
        return NIHIL
    if isian.angka is None or sebelum is None or isian.angka >= sebelum or not _naik(baris, indeks):
        return NIHIL
    return (
        temuan_baris(
            "SLR006", baris, indeks, kolom, isian.sel, kolom=kolom.value, tertulis=format_ringkas(isian.angka, 4),
            diharapkan=f"paling sedikit {format_ringkas(sebelum, 4)}",
            lalu=Periode.bulanan(akhir.tahun, akhir.bulan).nama, periode=indeks.konteks.periode.nama,
        ),
    )  # fmt: skip


def _naik(baris: Baris, indeks: Indeks) -> bool:
    """True when the row's targets never fall from month to month, and do rise."""
    target = [t for _, t in sorted(indeks.target[baris.kode].bulan.items()) if isinstance(t, Fraction)]
    return len(target) > 1 and all(a <= b for a, b in pairwise(target)) and target[0] < target[-1]


def data_pencilan(baris: Baris, indeks: Indeks) -> Iterable[Finding]:
    """SLR001: far from the indicator's own earlier values at this unit."""
    x, k = baris.angka, indeks.konteks
    if x is None or not baris.wajib:
        return NIHIL
    lama: Sequence[Fakta] = (k.riwayat or {}).get(baris.kode, ())
    lalu, sedikit = indeks.lalu.get(baris.kode, ()), int(indeks.ambang["pencilan_data"])
    if len(lama) + len(lalu) < sedikit:
        return NIHIL
    data = [f.nilai for f in (*lama, *lalu) if isinstance(f.nilai, Fraction)]
    wajar = pencilan(x, data, indeks.ambang["pencilan"], sedikit, Fraction(1, 10**baris.indikator.desimal))
    if wajar is None:
        return NIHIL
    d = max(baris.indikator.desimal, 2)
    return (
        temuan_baris(
            "SLR001", baris, indeks, Kolom.REALISASI, baris.sel_nilai, tertulis=format_ringkas(x, d),
            diharapkan=f"{format_ringkas(wajar.bawah, d)} s.d. {format_ringkas(wajar.atas, d)}",
            banyak=str(wajar.banyak), median=format_ringkas(wajar.median, d), mad=format_ringkas(wajar.mad, d),
        ),
    )  # fmt: skip


def data_lalu_diperbaiki(baris: Baris, indeks: Indeks) -> Iterable[Finding]:
    """SLR005: the past on the form, true when it was issued, was corrected since. Judged when no month is missing."""
    sel, terbit = baris.form.sel.get(Kolom.REALISASI_SD_LALU), baris.terbit
    lalu = indeks.lalu.get(baris.kode, ())
    if sel is None or terbit is None or not terbit.realisasi_sd_lalu or not lalu:
        return NIHIL
    k, i = indeks.konteks, baris.indikator
    awal, panjang = k.periode.bulan[0], k.periode.jenis
    if tuple([f.bulan for f in lalu]) != _bulan_lalu(i.frekuensi, awal, panjang):
        return NIHIL
    if i.konsolidasi_periode is KonsolidasiPeriode.TERAKHIR:
        kini = lalu[-1].nilai
    else:
        kini = konsolidasi_bulan(i, {f.bulan: f for f in lalu}, tulis=False).nilai
    dulu = nilai_terbit(terbit.realisasi_sd_lalu, k.master.skala_of(i))
    if kini is None or dulu is None or sama_nilai(kini, dulu):
        return NIHIL
    return (
        temuan_baris(
            "SLR005", baris, indeks, Kolom.REALISASI_SD_LALU, sel,
            tertulis=sebut_nilai(dulu, i.desimal), diharapkan=sebut_nilai(kini, i.desimal),
        ),
    )  # fmt: skip


@lru_cache(maxsize=64)
def _bulan_lalu(frekuensi: Frekuensi, awal: int, panjang: int) -> tuple[int, ...]:
    """Due months of the collection periods, `panjang` months each, that end before the month `awal`."""
    return tuple(b for b in frekuensi.bulan_wajib if b < awal and b % panjang == 0)


def anggaran_dan_kinerja(
    baris: Sequence[Baris], anggaran: Sequence[BarisAnggaran], indeks: Indeks
) -> Iterable[Finding]:
    """SLR002, SLR003: all of a sasaran's money spent and nothing done, or the target met and nothing spent."""
    k = indeks.konteks
    habis, bulan = indeks.ambang["serapan_habis"], indeks.ambang["bulan_belanja"]
    for kode in dict.fromkeys(a.mata.sasaran for a in anggaran if a.mata is not None and a.mata.sasaran):
        uang = [a for a in anggaran if a.mata is not None and a.mata.sasaran == kode]
        kerja = [b for b in baris if b.indikator.sasaran == kode and b.wajib]
        pagu = sum((a.pagu for a in uang if a.pagu is not None), Fraction(0))
        if not kerja or pagu <= 0 or any(a.sd is None or a.pagu is None for a in uang):
            continue
        sd = sum((a.sd for a in uang if a.sd is not None), Fraction(0))
        nihil = all(
            b.angka == 0
            and b.indikator.polaritas is Polaritas.MAKSIMAL
            and isinstance(b.target, Fraction)
            and b.target > 0
            for b in kerja
        )
        tercapai = all(b.capaian is not None and b.capaian.nilai is not None and b.capaian.nilai >= 100 for b in kerja)
        daftar = ", ".join(b.kode for b in kerja)
        isi = {"sasaran": kode or "", "daftar": daftar, "periode": k.periode.nama}
        serapan = sd / pagu * 100
        if nihil and serapan >= habis:
            yield _uang("SLR002", uang[0], indeks, serapan=format_ringkas(serapan, 2), **isi)
        elif sd == 0 and tercapai and k.periode.bulan_akhir >= bulan:
            yield _uang("SLR003", uang[0], indeks, **isi)


def _uang(kode: str, baris: BarisAnggaran, indeks: Indeks, **isi: str) -> Finding:
    return temuan_anggaran(kode, baris, indeks, KolomAnggaran.REALISASI, baris.realisasi.sel, **isi)


ATURAN: tuple[Aturan[Baris], ...] = (
    Aturan(kumulatif_turun, bersih=(NILAI,)),
    Aturan(data_pencilan, bersih=(NILAI,)),
    Aturan(data_lalu_diperbaiki, bersih=(Kolom.REALISASI_SD_LALU.medan,)),
)
