"""The annual report (LKj): what the shorter reports have, and the chapters that only a year has."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from kinerja.aggregate.jejak import JejakLaporan
from kinerja.aggregate.kecukupan import BAB_I, BAB_II
from kinerja.aggregate.model import HasilPeriode
from kinerja.aggregate.pemantauan import ButirTindakan
from kinerja.aggregate.perbaikan import PerbaikanData
from kinerja.aggregate.rencana import hitung_rencana
from kinerja.domain.periode import JenisPeriode
from kinerja.master.model import Master
from kinerja.master.pengaturan import Pengaturan
from kinerja.render.model import KelengkapanUnit
from kinerja.render.views import analisis, narasi, narasi_anggaran, narasi_ringkasan, tabel
from kinerja.render.views.cetak import TANPA_NILAI, nilai, rupiah
from kinerja.render.views.laporan import instansi_of, laporan
from kinerja.render.views.lhe import baris_lhe
from kinerja.render.views.perjanjian import target_per_sasaran
from kinerja.render.views.uraian import daftar_bukti

RENCANA = ("rencana kinerja", "rencana kinerja tahunan", "rencana aksi")  # Bagian of sheet Narasi


def laporan_tahunan(
    master: Master,
    pengaturan: Pengaturan,
    hasil: HasilPeriode,
    kelengkapan: Sequence[KelengkapanUnit],
    perbaikan: PerbaikanData | None,
    *,
    tanggal: date,
    logo: bytes | None = None,
    konsep: bool = True,
    nomor_urut: str | None = None,
    jejak: JejakLaporan | None = None,
    pemantauan: Sequence[ButirTindakan] | None = None,
) -> dict[str, Any]:
    """The context of `laporan_tahunan`."""
    dasar = laporan(
        master, pengaturan, hasil, kelengkapan, perbaikan, tanggal=tanggal, logo=logo, konsep=konsep,
        nomor_urut=nomor_urut, jejak=jejak, pemantauan=pemantauan,
    )  # fmt: skip
    kebijakan, a = pengaturan.kebijakan, instansi_of(hasil)
    kata_anggaran = narasi_anggaran.anggaran(hasil, a, tabel.anggaran(hasil, kebijakan.desimal)[1], kebijakan)
    return dasar | {
        "pengantar": _pengantar(master, hasil),
        "ikhtisar": narasi_ringkasan.ikhtisar(master, hasil, a, kebijakan.desimal, kata_anggaran),
        "bab_i": [{"judul": judul, "paragraf": _bagian(master, judul, nama)} for judul, nama in BAB_I],
        "renstra": _bagian(master, *BAB_II[0]),
        "rencana": {"teks": _teks_sendiri(master, RENCANA), "sasaran": _rencana(master, pengaturan)},
        "perjanjian": _perjanjian(master, hasil),
        "program": _program(hasil),
        "analisis": analisis.per_sasaran(master, pengaturan, hasil),
        "lhe": baris_lhe(master, hasil.periode.tahun),
        "bukti": daftar_bukti(master, hasil),
    }


def _pengantar(master: Master, hasil: HasilPeriode) -> list[dict[str, str]]:
    instansi, tahun = master.instansi, hasil.periode.tahun
    daerah = instansi.pemda.removeprefix("Pemerintah ")
    return [
        narasi.paragraf(
            "pengantar:1",
            "Puji syukur ke hadirat Tuhan Yang Maha Esa atas tersusunnya Laporan Kinerja "
            f"{instansi.nama} {daerah} Tahun {tahun}.",
            f"Laporan ini merupakan pertanggungjawaban atas pelaksanaan Perjanjian Kinerja Tahun {tahun}",
            "dan memuat perbandingan target dengan realisasi setiap indikator, analisisnya, serta realisasi anggaran.",
        ),
        narasi.paragraf(
            "pengantar:2",
            "Data yang digunakan disampaikan oleh unit kerja setiap periode, divalidasi oleh Tim Pengukuran Kinerja,",
            "dan dapat ditelusuri sampai ke formulir asalnya. Data yang belum tersedia disebutkan apa adanya.",
        ),
        narasi.paragraf(
            "pengantar:3",
            "Semoga laporan ini bermanfaat sebagai bahan evaluasi dan perbaikan kinerja pada tahun berikutnya.",
        ),
    ]


def _bagian(master: Master, judul: str, nama: tuple[str, ...]) -> list[str]:
    """The office's own text for a part; a visible note where there is none."""
    catatan = f"[{judul} belum diisi: tulis pada lembar Narasi di induk.xlsx dengan Bagian “{nama[0]}”.]"
    return _teks_sendiri(master, nama) or [catatan]


def _teks_sendiri(master: Master, nama: tuple[str, ...]) -> list[str]:
    """What sheet Narasi holds under one of these names, one entry per paragraph."""
    teks = [n.teks for n in master.narasi if n.bagian.strip().casefold() in nama]
    return [x.strip() for t in teks for x in t.splitlines() if x.strip()]


def _rencana(master: Master, pengaturan: Pengaturan) -> list[dict[str, Any]]:
    """The targets of each quarter by sasaran; none where the office set targets for the year alone."""
    rencana = hitung_rencana(master, pengaturan, None, 12, JenisPeriode.TRIWULAN)
    bertahap = any(x is not None for t in rencana.target for x in t.periode.values())
    return target_per_sasaran(master, rencana) if bertahap else []


def _perjanjian(master: Master, hasil: HasilPeriode) -> list[dict[str, Any]]:
    """The Perjanjian Kinerja: sasaran, indicators, annual targets of the agency."""
    grup: list[dict[str, Any]] = []
    no = 0
    for s in master.sasaran:
        baris = []
        for i in (i for i in master.indikator if i.sasaran == s.kode):
            no += 1
            baris.append(
                {
                    "no": str(no),
                    "indikator": i.nama,
                    "satuan": i.satuan,
                    "target": nilai(hasil.capaian_of(i.kode).target_tahun, i),
                    "kelas": i.kelas or TANPA_NILAI,
                }
            )
        if baris:
            grup.append({"kode": s.kode, "nama": s.nama, "baris": baris})
    return grup


def _program(hasil: HasilPeriode) -> list[dict[str, str]]:
    """Programmes of the Perjanjian Kinerja with their budget, summed from the lines below them."""
    return [
        {"no": str(n), "uraian": a.uraian, "pagu": rupiah(a.pagu)}
        for n, a in enumerate((a for a in hasil.anggaran if a.jenis == "Program"), 1)
    ]
