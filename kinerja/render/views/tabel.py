"""Rows of the reports' tables, as finished text."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from kinerja.aggregate.model import Agregat, Capaian, HasilPeriode
from kinerja.domain.fakta import Uraian
from kinerja.domain.indikator import Indikator
from kinerja.master.model import Master
from kinerja.render.views import narasi
from kinerja.render.views.bukti import gabung_bukti
from kinerja.render.views.cetak import (
    TANPA_NILAI,
    angka_bersatuan,
    keterangan_data,
    nilai,
    pengumpulan_of,
    persen,
    poin,
    rentang_bulan,
    rupiah,
    sebut,
)

Baris = dict[str, Any]


def baris_capaian(no: int, i: Indikator, c: Capaian, desimal: int) -> Baris:
    """One indicator: this period, s.d., and against the year's target."""
    return {
        "no": str(no),
        "kode": i.kode,
        "indikator": i.nama,
        "satuan": i.satuan,
        "target": nilai(c.target, i),
        "realisasi": nilai(c.realisasi, i),
        "capaian": persen(c.capaian, desimal),
        "kategori": c.kategori or TANPA_NILAI,
        "target_sd": nilai(c.target_sd, i),
        "realisasi_sd": nilai(c.realisasi_sd, i),
        "capaian_sd": persen(c.capaian_sd, desimal),
        "target_tahun": nilai(c.target_tahun, i),
        "capaian_tahun": persen(c.capaian_tahun, desimal),
        "keterangan": keterangan(i, c),
    }


def keterangan(i: Indikator, c: Capaian) -> str:
    """Remarks beside a figure: why it is missing, incomplete or to be looked at. Empty when there are none."""
    if c.bulan_wajib == 0:
        return f"diukur {narasi.waktu_ukur(i, c.periode)}"
    bagian = []
    if c.capaian is None:
        bagian.append(narasi.sebab_kosong(c.alasan) or narasi.REALISASI_BELUM_ADA)
    if c.realisasi is not None and (ket := keterangan_data(c, c.periode.jenis)):
        bagian.append(f"sementara, {ket}")
    if c.ekstrem:
        bagian.append("perlu ditelaah")
    return "; ".join(bagian)


def urutan(master: Master) -> dict[str, int]:
    """Position of each indicator in the reports: by sasaran, then as in sheet Indikator."""
    milik = [i.kode for s in master.sasaran for i in master.indikator if i.sasaran == s.kode]
    return {kode: n for n, kode in enumerate(milik)}


def per_sasaran(master: Master, hasil: HasilPeriode, desimal: int) -> list[Baris]:
    """The agency's indicators grouped by sasaran, numbered through."""
    grup: list[Baris] = []
    no = 0
    for s in master.sasaran:
        baris = []
        for i in (i for i in master.indikator if i.sasaran == s.kode):
            no += 1
            baris.append(baris_capaian(no, i, hasil.capaian_of(i.kode), desimal))
        if baris:
            grup.append({"kode": s.kode, "nama": s.nama, "baris": baris})
    return grup


def per_unit(master: Master, hasil: HasilPeriode, desimal: int) -> list[Baris]:
    """Every unit with a target: its average, its sentences, its indicators."""
    hasil_unit = {a.kode: a for a in hasil.agregat if a.tingkat == "unit"}
    grup: list[Baris] = []
    for u in master.unit:
        milik = [c for c in hasil.capaian if c.unit == u.kode]
        if not milik:
            continue
        a = hasil_unit.get(u.kode)
        rinci = [baris_capaian(n, master.indikator_by_kode(c.indikator), c, desimal) for n, c in enumerate(milik, 1)]
        kalimat = narasi.agregat(a, u.nama, sebut(hasil.periode), desimal) if a else []
        grup.append(
            {
                "kode": u.kode,
                "nama": u.nama,
                "narasi": narasi.paragraf(f"unit:{u.kode}", *kalimat),
                "baris": rinci,
                **_angka_agregat(a, desimal),
            }
        )
    return grup


def _angka_agregat(a: Agregat | None, desimal: int) -> dict[str, str]:
    """The figures of an average, or dashes."""
    if a is None:
        return dict.fromkeys(("capaian", "kategori", "dihitung", "serapan", "efisiensi"), TANPA_NILAI)
    return {
        "capaian": persen(a.capaian, desimal),
        "kategori": a.kategori or TANPA_NILAI,
        "dihitung": f"{a.indikator_dihitung} dari {a.indikator}",
        "serapan": persen(a.serapan, desimal),
        "efisiensi": persen(a.efisiensi, desimal),
    }


def rata_rata(hasil: HasilPeriode, tingkat: str, desimal: int) -> list[Baris]:
    """The averages of one level, numbered."""
    return [
        {"no": str(n), "kode": a.kode, "nama": a.nama, **_angka_agregat(a, desimal)}
        for n, a in enumerate((a for a in hasil.agregat if a.tingkat == tingkat), 1)
    ]


def pembanding(master: Master, hasil: HasilPeriode, desimal: int) -> list[Baris]:
    """This period beside the one before and the same period of the year before."""
    baris: list[Baris] = []
    posisi = urutan(master)
    for no, p in enumerate(sorted(hasil.pembanding, key=lambda p: posisi[p.indikator]), 1):
        i, c = master.indikator_by_kode(p.indikator), hasil.capaian_of(p.indikator)
        baris.append(
            {
                "no": str(no),
                "indikator": i.nama,
                "satuan": i.satuan,
                "realisasi": nilai(c.realisasi, i),
                "capaian": persen(c.capaian, desimal),
                "realisasi_lalu": nilai(p.realisasi_sebelumnya, i),
                "capaian_lalu": persen(p.capaian_sebelumnya, desimal),
                "ubah_lalu": poin(c.capaian, p.capaian_sebelumnya, desimal),
                "realisasi_tahun_lalu": nilai(p.realisasi_tahun_lalu, i),
                "capaian_tahun_lalu": persen(p.capaian_tahun_lalu, desimal),
                "ubah_tahun_lalu": poin(c.capaian, p.capaian_tahun_lalu, desimal),
            }
        )
    return baris


def anggaran(hasil: HasilPeriode, desimal: int) -> tuple[list[Baris], Baris]:
    """Budget lines, the upper levels marked as `pokok`, and the total over the lowest level."""
    baris: list[Baris] = [
        {
            "kode": s.kode, "uraian": s.uraian, "pokok": s.jenis != "Sub Kegiatan", "pagu": rupiah(s.pagu),
            "realisasi": rupiah(s.realisasi), "realisasi_sd": rupiah(s.realisasi_sd),
            "serapan": persen(s.serapan, desimal),
        }
        for s in hasil.anggaran
    ]  # fmt: skip
    terbawah = [s for s in hasil.anggaran if s.lowest]

    def jumlah(nama: str) -> Fraction | None:
        isi = [getattr(s, nama) for s in terbawah if getattr(s, nama) is not None]
        return sum(isi, Fraction(0)) if isi else None

    pagu, sd = jumlah("pagu"), jumlah("realisasi_sd")
    serapan = sd / pagu * 100 if pagu and sd is not None else None
    total = {
        "pagu": rupiah(pagu), "realisasi": rupiah(jumlah("realisasi")), "realisasi_sd": rupiah(sd),
        "serapan": persen(serapan, desimal),
    }  # fmt: skip
    return baris, total


def uraian_unit(master: Master, hasil: HasilPeriode) -> list[Baris]:
    """What the units wrote, indicator by indicator; rows without a word are left out, equal words of months joined."""
    kata: dict[tuple[str, str, str, str, str], list[Uraian]] = {}
    cara = pengumpulan_of(hasil)
    for u in berurut(master, hasil):
        if any((u.faktor_pendorong, u.faktor_penghambat, u.tindak_lanjut)):
            dorong, hambat = narasi.kutipan(u.faktor_pendorong), narasi.kutipan(u.faktor_penghambat)
            kata.setdefault((u.indikator, u.unit, dorong, hambat, narasi.kutipan(u.tindak_lanjut)), []).append(u)
    return [
        {
            "no": str(no),
            "indikator": master.indikator_by_kode(indikator).nama,
            "unit": _unit_bulan(master, hasil, unit, [u.bulan for u in milik]),
            "pendorong": dorong,
            "penghambat": hambat,
            "tindak_lanjut": lanjut,
            "data_pendukung": gabung_bukti(((u.data_pendukung, u.bulan) for u in milik), cara) or TANPA_NILAI,
        }
        for no, ((indikator, unit, dorong, hambat, lanjut), milik) in enumerate(kata.items(), 1)
    ]


def tindak_lanjut_lalu(master: Master, hasil: HasilPeriode) -> list[Baris]:
    """The status of the follow-ups of the period before, as the units reported it: one row per indicator and status."""
    kata: dict[tuple[str, str], dict[str, list[int]]] = {}
    for u in berurut(master, hasil):
        if u.status_tindak_lanjut_lalu and u.status_tindak_lanjut_lalu.strip():
            unit = kata.setdefault((u.indikator, u.status_tindak_lanjut_lalu.strip()), {})
            unit.setdefault(u.unit, []).append(u.bulan)
    return [
        {
            "no": str(n),
            "indikator": master.indikator_by_kode(indikator).nama,
            "unit": "; ".join(_unit_bulan(master, hasil, unit, bulan) for unit, bulan in milik.items()),
            "status": status,
        }
        for n, ((indikator, status), milik) in enumerate(kata.items(), 1)
    ]


def berurut(master: Master, hasil: HasilPeriode) -> list[Uraian]:
    """The units' words by indicator, unit and month."""
    posisi, unit = urutan(master), [u.kode for u in master.unit]
    return sorted(hasil.uraian, key=lambda u: (posisi[u.indikator], unit.index(u.unit), u.bulan))


def _unit_bulan(master: Master, hasil: HasilPeriode, unit: str, bulan: Sequence[int]) -> str:
    """The unit's name, with the collection periods when the report covers more than one."""
    nama, cara = master.unit_by_kode(unit).nama, pengumpulan_of(hasil)
    return nama if hasil.periode.jenis is cara else f"{nama} ({rentang_bulan(bulan, cara)})"


def belum_ada(master: Master, hasil: HasilPeriode) -> list[Baris]:
    """Figures that are missing, incomplete or not computable, at the agency and at each unit.

    One row per indicator and reason.
    """
    nama = {u.kode: u.nama for u in master.unit}
    kata: dict[tuple[str, str], list[str]] = {}
    posisi = urutan(master)
    for c in sorted(hasil.capaian, key=lambda c: posisi[c.indikator]):
        if c.bulan_wajib == 0 or (c.capaian is not None and not c.sementara):
            continue
        i = master.indikator_by_kode(c.indikator)
        sebab = keterangan(i, c)
        if c.capaian is None and c.realisasi is not None:
            sebab += f" (realisasi {angka_bersatuan(c.realisasi, i)})"
        kata.setdefault((i.nama, sebab), []).append(nama[c.unit] if c.unit else master.instansi.nama)
    return [
        {"no": str(n), "indikator": indikator, "unit": "; ".join(unit), "keterangan": sebab}
        for n, ((indikator, sebab), unit) in enumerate(kata.items(), 1)
    ]


def rincian(master: Master, hasil: HasilPeriode) -> list[Baris]:
    """How each of the agency's figures was computed and how many cells of how many files stand behind it."""
    baris: list[Baris] = []
    posisi = urutan(master)
    for c in sorted((c for c in hasil.capaian if c.unit is None and c.rumus), key=lambda c: posisi[c.indikator]):
        berkas = {(a.berkas, a.sha256) for a in c.asal}
        baris.append(
            {
                "no": str(len(baris) + 1),
                "indikator": master.indikator_by_kode(c.indikator).nama,
                "rumus": c.rumus or "",
                "bulan": rentang_bulan(c.bulan_dipakai, pengumpulan_of(hasil)),
                "sumber": f"{len(berkas)} formulir" if berkas else TANPA_NILAI,
            }
        )
    return baris
