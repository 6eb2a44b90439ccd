"""What a blank form says before anybody types: targets, and what was accepted so far, as exact text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from kinerja.domain.angka import json_angka, json_nilai
from kinerja.domain.fakta import Fakta, FaktaAnggaran
from kinerja.domain.formulir import SKEMA, AnggaranTerbit, BarisTerbit, FormTerbit, IdentitasForm
from kinerja.domain.indikator import Indikator, KonsolidasiPeriode, TipeNilai
from kinerja.domain.konsolidasi import konsolidasi_bulan, konsolidasi_target
from kinerja.domain.nilai import Nilai
from kinerja.domain.periode import Periode
from kinerja.domain.rumus import nilai_rasio
from kinerja.errors import SalahPakai
from kinerja.master.model import Master, Target
from kinerja.master.pengaturan import Pengaturan


def terbitkan(  # noqa: PLR0917 - called by every stage with the same leading arguments
    master: Master,
    pengaturan: Pengaturan,
    unit: str,
    periode: Periode,
    fakta_lalu: Iterable[Fakta] = (),
    anggaran_lalu: Iterable[FaktaAnggaran] = (),
    menjawab: int = 0,
) -> FormTerbit:
    """Everything locked in the form of `unit` for the collection period `periode`.

    Of the facts, those of this unit and year before the period count. `menjawab` is the revision that the form
    answers, 0 for a fresh one. Raises SalahPakai when the period is not one in which this office collects.
    """
    if periode.jenis is not pengaturan.jenis_pengumpulan:
        contoh = "2026-01" if pengaturan.pengumpulan == "bulanan" else "2026-TW1"
        raise SalahPakai(
            f"Formulir dikumpulkan {pengaturan.pengumpulan}, sedangkan {periode.id} bukan periode pengumpulan.",
            f"Tulis periode seperti {contoh}, atau ubah pengumpulan di kinerja.toml.",
        )
    lalu: dict[str, dict[int, Fakta]] = {}
    for f in fakta_lalu:
        if f.unit == unit and f.tahun == periode.tahun and f.bulan < periode.bulan[0]:
            lalu.setdefault(f.indikator, {})[f.bulan] = f
    target = master.target_of(unit)
    return FormTerbit(
        identitas=IdentitasForm(
            skema=SKEMA,
            instansi=master.id_instansi,
            unit=unit,
            periode=periode.id,
            versi_master=master.versi,
            menjawab_revisi=menjawab,
        ),
        baris=tuple(
            _baris(i, target[i.kode], periode, lalu.get(i.kode, {})) for i in master.indikator if i.kode in target
        ),
        anggaran=_anggaran(master, unit, periode, anggaran_lalu),
    )


def _baris(indikator: Indikator, target: Target, periode: Periode, lalu: Mapping[int, Fakta]) -> BarisTerbit:
    wajib = indikator.frekuensi.bulan_wajib

    def sasaran(bulan: Iterable[int]) -> Nilai | None:
        return konsolidasi_target(indikator, target.bulan, [b for b in bulan if b in wajib])[0]

    rata = indikator.konsolidasi_periode is KonsolidasiPeriode.RATA_RATA
    jumlah = _bagian_rata(indikator, lalu) if rata else []
    gabungan = konsolidasi_bulan(indikator, lalu)
    rasio = indikator.tipe is TipeNilai.RASIO
    return BarisTerbit(
        kode=indikator.kode,
        target_tahun=json_nilai(target.tahun if target.tahun is not None else sasaran(range(1, 13))),
        target_periode=json_nilai(sasaran(periode.bulan)),
        target_sd=json_nilai(sasaran(periode.bulan_sd)),
        realisasi_sd_lalu=json_nilai(gabungan.nilai),
        jumlah_lalu=json_angka(sum(jumlah, Fraction(0))) if jumlah else None,
        banyak_lalu=len(jumlah),
        pembilang_lalu=json_angka(gabungan.pembilang) if rasio else None,
        penyebut_lalu=json_angka(gabungan.penyebut) if rasio else None,
    )


def _bagian_rata(indikator: Indikator, lalu: Mapping[int, Fakta]) -> list[Fraction]:
    """The earlier months' values that a mean is taken of; of a Rasio, its computable ratios."""
    if indikator.tipe is TipeNilai.RASIO:
        rasio = (nilai_rasio(i.pembilang, i.penyebut, indikator.pengali) for i in lalu.values())
        return [r for r in rasio if r is not None]
    return [i.nilai for i in lalu.values() if isinstance(i.nilai, Fraction)]


def _anggaran(
    master: Master, unit: str, periode: Periode, anggaran_lalu: Iterable[FaktaAnggaran]
) -> tuple[AnggaranTerbit, ...]:
    jumlah: dict[str, Fraction] = {}
    for f in anggaran_lalu:
        if f.unit == unit and f.tahun == periode.tahun and f.bulan < periode.bulan[0]:
            jumlah[f.kode] = jumlah.get(f.kode, Fraction(0)) + f.realisasi
    return tuple(
        AnggaranTerbit(
            kode=a.kode,
            pagu=json_angka(a.pagu) or "",
            realisasi_sd_lalu=json_angka(jumlah.get(a.kode, Fraction(0))) or "",
        )
        for a in master.anggaran_of(unit, periode.akhir)
    )
