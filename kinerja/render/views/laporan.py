"""The report of a month, triwulan or semester: the figures as the finished texts of its template."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from kinerja.aggregate.jejak import JejakLaporan
from kinerja.aggregate.model import Agregat, Capaian, HasilPeriode
from kinerja.aggregate.pemantauan import ButirTindakan
from kinerja.aggregate.perbaikan import PerbaikanData
from kinerja.domain.periode import JenisPeriode
from kinerja.domain.tanggal import format_tanggal
from kinerja.master.model import Master
from kinerja.master.pengaturan import Pengaturan
from kinerja.render.model import KelengkapanUnit
from kinerja.render.views import grafik, narasi, narasi_anggaran, narasi_ringkasan, tabel
from kinerja.render.views import kelengkapan as lengkap
from kinerja.render.views.cetak import nama_sd, persen, sebut
from kinerja.render.views.jejak import jejak_angka
from kinerja.render.views.kop import kop, nomor, paraf, pimpinan, tanda_tangan
from kinerja.render.views.narasi_capaian import capaian_indikator, tidak_diukur
from kinerja.render.views.narasi_sebab import sebab
from kinerja.render.views.pemantauan import tindakan_pemantauan
from kinerja.render.views.perbaikan import perbaikan_data
from kinerja.render.views.uraian import per_indikator

JENIS = {
    JenisPeriode.BULAN: "Bulanan",
    JenisPeriode.TRIWULAN: "Triwulan",
    JenisPeriode.SEMESTER: "Semester",
    JenisPeriode.TAHUN: "Tahunan",
}
BANYAK_PERINGKAT = 3


def laporan(
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
    """The context of `laporan_bulanan`, `laporan_triwulan`, `laporan_semester`; the base of `laporan_tahunan`."""
    desimal = pengaturan.kebijakan.desimal
    periode = hasil.periode
    baris_anggaran, total_anggaran = tabel.anggaran(hasil, desimal)
    kata_anggaran = narasi_anggaran.anggaran(hasil, instansi_of(hasil), total_anggaran, pengaturan.kebijakan)
    sasaran = [a for a in hasil.agregat if a.tingkat == "sasaran"]
    return {
        "konsep": konsep,
        "instansi": kop(master.instansi, logo),
        "jenis": JENIS[periode.jenis],
        "nomor": nomor(master, pengaturan, tanggal.year, nomor_urut),
        "periode": {
            "nama": periode.nama,
            "nama_kapital": periode.nama.upper(),
            "sd": nama_sd(periode),
            "tahun": str(periode.tahun),
            "sebelumnya": periode.sebelumnya.nama,
            "tahun_lalu": periode.tahun_lalu.nama,
        },
        "tanggal": format_tanggal(tanggal),
        "dasar": _dasar(master, periode.tahun),
        "maksud": _maksud(master, hasil),
        "ringkasan": _ringkasan(master, hasil, kelengkapan, desimal),
        "kinerja": tabel.per_sasaran(master, hasil, desimal),
        "rata_sasaran": tabel.rata_rata(hasil, "sasaran", desimal),
        "rata_unit": tabel.rata_rata(hasil, "unit", desimal),
        "sasaran": narasi_sasaran(master, hasil, desimal),
        "unit": tabel.per_unit(master, hasil, desimal),
        "pembanding": tabel.pembanding(master, hasil, desimal),
        "anggaran": baris_anggaran,
        "jumlah_anggaran": total_anggaran,
        "nama_efisiensi": "Indeks Efisiensi" if pengaturan.kebijakan.efisiensi == "indeks" else "Efisiensi (poin)",
        "narasi_anggaran": narasi.paragraf("anggaran", *kata_anggaran),
        "uraian": per_indikator(master, hasil),
        "uraian_unit": tabel.uraian_unit(master, hasil),
        "tindak_lanjut_lalu": tabel.tindak_lanjut_lalu(master, hasil),
        "kelengkapan": lengkap.per_formulir(kelengkapan),
        "kelengkapan_unit": lengkap.per_unit(kelengkapan),
        "belum_ada": tabel.belum_ada(master, hasil),
        "perbaikan": perbaikan_data(master, perbaikan, desimal),
        "pemantauan": tindakan_pemantauan(master, pemantauan, periode),
        "rincian": tabel.rincian(master, hasil),
        "jejak": jejak_angka(master, jejak, desimal),
        "kebijakan": list(hasil.kebijakan),
        "penutup": narasi_ringkasan.penutup(master, hasil, instansi_of(hasil), desimal),
        "grafik": {
            "sasaran": grafik.rata_rata(sasaran, f"Capaian per sasaran, {periode.nama}", desimal),
            "tren": grafik.tren(hasil, f"Rata-rata capaian {master.instansi.nama}, {nama_sd(periode)}", desimal),
            "anggaran": grafik.capaian_dan_serapan(
                sasaran, f"Capaian kinerja dan serapan anggaran per sasaran s.d. {periode.nama}", desimal
            ),
        },
        "ttd": tanda_tangan(master, tanggal, pimpinan(master, tanggal)),
        "paraf": paraf(master, tanggal) if konsep else [],
    }


def instansi_of(hasil: HasilPeriode) -> Agregat | None:
    """The agency's average."""
    return next((a for a in hasil.agregat if a.tingkat == "instansi"), None)


def _dasar(master: Master, tahun: int) -> list[str]:
    """What the report rests on: the office's own words, else the papers that it surely has."""
    sendiri = [n.teks for n in master.narasi if n.bagian.casefold().strip() == "dasar"]
    if sendiri:
        return [x.strip() for teks in sendiri for x in teks.splitlines() if x.strip()]
    nama = master.instansi.nama
    return [
        f"Perjanjian Kinerja {nama} Tahun {tahun}.",
        f"Rencana Aksi atas Perjanjian Kinerja {nama} Tahun {tahun}.",
        "Formulir isian data kinerja yang disampaikan unit kerja dan telah divalidasi oleh Tim Pengukuran Kinerja.",
    ]


def _maksud(master: Master, hasil: HasilPeriode) -> str:
    tujuan = f" kepada {master.instansi.tujuan_laporan}" if master.instansi.tujuan_laporan else ""
    melalui = f" melalui {master.instansi.melalui}" if tujuan and master.instansi.melalui else ""
    return (
        f"Laporan ini menyampaikan{tujuan}{melalui} capaian kinerja {master.instansi.nama} pada "
        f"{sebut(hasil.periode)} terhadap target yang telah diperjanjikan, faktor yang memengaruhinya menurut unit "
        "kerja, serta tindak lanjutnya, sebagai bahan pengendalian dan perbaikan kinerja."
    )


def _ringkasan(
    master: Master, hasil: HasilPeriode, kelengkapan: Sequence[KelengkapanUnit], desimal: int
) -> dict[str, Any]:
    """The headline figures, the spread, the best and the worst, completeness."""
    a = instansi_of(hasil)
    urut = sorted(
        (c for c in hasil.capaian if c.unit is None and c.capaian is not None),
        key=lambda c: c.capaian if c.capaian is not None else 0,
    )
    n = min(BANYAK_PERINGKAT, len(urut) // 2)
    return {
        **narasi_ringkasan.angka_utama(a, desimal),
        "narasi": narasi_ringkasan.ringkasan(master, hasil, a, desimal),
        "kelengkapan": narasi.paragraf("kelengkapan", *lengkap.kalimat(kelengkapan, hasil.periode.jenis)),
        "terbaik": [_peringkat(master, x, c, desimal) for x, c in enumerate(urut[::-1][:n], 1)],
        "terburuk": [_peringkat(master, x, c, desimal) for x, c in enumerate(urut[:n], 1)],
    }


def _peringkat(master: Master, no: int, c: Capaian, desimal: int) -> dict[str, str]:
    return {
        "no": str(no),
        "indikator": master.indikator_by_kode(c.indikator).nama,
        "capaian": persen(c.capaian, desimal),
        "kategori": c.kategori or "–",
    }


def narasi_sasaran(master: Master, hasil: HasilPeriode, desimal: int) -> list[dict[str, Any]]:
    """Every sasaran: its average, its indicators with their causes, and in one sentence those that are not due."""
    rata = {a.kode: a for a in hasil.agregat if a.tingkat == "sasaran"}
    nama_unit = {u.kode: u.nama for u in master.unit}
    banding = {p.indikator: p for p in hasil.pembanding}
    isi: list[dict[str, Any]] = []
    for s in master.sasaran:
        milik = [(i, hasil.capaian_of(i.kode)) for i in master.indikator if i.sasaran == s.kode]
        if not milik:
            continue
        a = rata.get(s.kode)
        umum = narasi.agregat(a, "sasaran ini", sebut(hasil.periode), desimal) if a else []
        butir = narasi.paragraf_berisi(s.kode, *umum)
        for i, c in milik:
            if c.bulan_wajib:
                butir.append(narasi.paragraf(i.kode, *capaian_indikator(i, c, banding.get(i.kode), desimal)))
                butir += narasi.paragraf_berisi(f"{i.kode}:sebab", *sebab(c, hasil, nama_unit, desimal))
        belum = tidak_diukur([i for i, c in milik if not c.bulan_wajib], hasil.periode)
        isi.append({"kode": s.kode, "nama": s.nama, "narasi": butir + narasi.paragraf_berisi(f"{s.kode}:belum", belum)})
    return isi
