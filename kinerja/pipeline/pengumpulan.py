"""For which periods and units this office collects forms and has figures, and the answer when another is asked for."""

from __future__ import annotations

from kinerja.catalogue.ejaan import mungkin, terdekat
from kinerja.domain.periode import Periode
from kinerja.errors import SalahPakai
from kinerja.master.model import Master, Unit
from kinerja.pipeline.workspace import Isi


def periode_pengumpulan(isi: Isi, periode: Periode) -> list[Periode]:
    """The collection periods that end within this period."""
    jenis = isi.pengaturan.jenis_pengumpulan
    return [Periode(periode.tahun, jenis, n // jenis) for n in range(jenis, 13, jenis) if n in periode.bulan]


def periksa_pengumpulan(isi: Isi, periode: Periode) -> None:
    """SalahPakai unless forms are collected for this kind of period and this year."""
    if periode.jenis is not isi.pengaturan.jenis_pengumpulan:
        contoh = Periode(periode.tahun, isi.pengaturan.jenis_pengumpulan, 1)
        raise SalahPakai(
            f"{periode.nama} bukan periode pengumpulan: kantor ini mengumpulkan data {isi.pengaturan.pengumpulan}.",
            f"Tulis periode seperti {contoh.id}, atau ubah `pengumpulan` di kinerja.toml.",
        )
    _periksa_tahun(isi, periode)


def periksa_angka(isi: Isi, periode: Periode) -> None:
    """SalahPakai unless there are figures for this period: of the master's year, and not shorter than is collected."""
    _periksa_tahun(isi, periode)
    tahun = periode.tahun
    if periode.jenis < isi.pengaturan.jenis_pengumpulan:
        raise SalahPakai(
            f"Kantor ini mengumpulkan data per triwulan, sehingga {periode.nama} tidak mempunyai angka sendiri.",
            f"Tulis {tahun}-TW1 sampai {tahun}-TW4, {tahun}-S1, {tahun}-S2, atau {tahun}.",
        )


def cari_unit(master: Master, kode: str) -> Unit:
    """The unit with this Kode in any case of letters. SalahPakai unless it sends a form."""
    for u in master.unit_pelapor:
        if u.kode.casefold() == kode.casefold():
            return u
    semua = [u.kode for u in master.unit_pelapor]
    raise SalahPakai(
        f"Unit {kode} tidak ada, atau tidak mempunyai target maupun anggaran.{mungkin(terdekat(kode, semua, 0.5))}",
        f"Unit yang mengisi formulir: {', '.join(semua)}.",
    )


def _periksa_tahun(isi: Isi, periode: Periode) -> None:
    tahun = isi.master.instansi.tahun
    if periode.tahun != tahun:
        raise SalahPakai(
            f"Induk ini untuk tahun {tahun}, bukan {periode.tahun}.",
            f"Tulis periode tahun {tahun}, atau buat map kerja tahun {periode.tahun}: kinerja init.",
        )
