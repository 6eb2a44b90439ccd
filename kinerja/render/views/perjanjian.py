"""Perjanjian Kinerja and Rencana Aksi: who promises what to whom, by when how much, with which budget."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from kinerja.aggregate.rencana import Rencana, TargetTahun
from kinerja.domain.angka import format_ringkas
from kinerja.domain.indikator import Indikator
from kinerja.domain.nilai import Nilai
from kinerja.domain.periode import BULAN_SINGKAT, JenisPeriode, Periode
from kinerja.errors import KesalahanProgram
from kinerja.master.model import Master, Pejabat
from kinerja.render.model import BahanSurat
from kinerja.render.views.cetak import TANPA_NILAI, nilai, rupiah
from kinerja.render.views.kop import KOSONG, kop, pejabat_unit, penanda_tangan, tanda_tangan

# Roles of whoever the head of the agency answers to. Elected ones have no NIP.
PERAN_ATASAN = ("Atasan", "Bupati", "Wali Kota", "Walikota", "Gubernur", "Sekretaris Daerah")
_DIPILIH = ("bupati", "wali kota", "walikota", "gubernur")
_BULAN, _TRIWULAN = tuple(b.lower() for b in BULAN_SINGKAT), ("tw1", "tw2", "tw3", "tw4")


def perjanjian_kinerja(bahan: BahanSurat) -> dict[str, Any]:
    """The context of `perjanjian_kinerja`: of the agency's head, or of the head of `bahan.unit`."""
    m, rencana = bahan.master, _rencana(bahan)
    pertama, kedua = _pihak(bahan)
    lowest = [a for a in rencana.anggaran if a.lowest]
    program = lowest if bahan.unit is not None else [a for a in rencana.anggaran if a.jenis == "Program"]
    return {
        "instansi": kop(m.instansi, bahan.logo),
        "tahun": str(bahan.periode.tahun),
        "siapa": (bahan.unit.nama if bahan.unit is not None else m.instansi.nama).upper(),
        "pertama": pertama,
        "kedua": kedua,
        "sasaran": target_per_sasaran(m, rencana),
        "jenis_anggaran": "Sub Kegiatan" if bahan.unit is not None else "Program",
        "anggaran": [
            {"no": str(n), "uraian": a.uraian, "pagu": rupiah(a.pagu)} for n, a in enumerate(program or lowest, 1)
        ],
        "jumlah": rupiah(_jumlah(rencana)),
        "tempat_tanggal": pertama["tempat_tanggal"],
    }


def rencana_aksi(bahan: BahanSurat) -> dict[str, Any]:
    """The context of `rencana_aksi`: the targets of the year spread over its months or quarters, and the budget."""
    m, rencana = bahan.master, _rencana(bahan)
    pertama, kedua = _pihak(bahan)
    nama = {u.kode: u.nama for u in m.unit}
    return {
        "instansi": kop(m.instansi, bahan.logo),
        "tahun": str(bahan.periode.tahun),
        "siapa": bahan.unit.nama if bahan.unit is not None else m.instansi.nama,
        "bulanan": rencana.periode[0].jenis is JenisPeriode.BULAN,
        "sasaran": target_per_sasaran(m, rencana),
        "anggaran": [
            {
                "kode": a.kode,
                "uraian": a.uraian,
                "jenis": a.jenis,
                "unit": nama.get(a.unit or "", TANPA_NILAI),
                "pagu": rupiah(a.pagu),
                "induk": not a.lowest,
            }
            for a in rencana.anggaran
        ],
        "jumlah": rupiah(_jumlah(rencana)),
        "pertama": pertama,
        "kedua": kedua,
        "tempat_tanggal": pertama["tempat_tanggal"],
    }


def _rencana(bahan: BahanSurat) -> Rencana:
    if bahan.rencana is None:
        raise KesalahanProgram("Rencana kinerja belum dihitung.", "Laporkan kesalahan ini kepada pengembang.")
    return bahan.rencana


def atasan(master: Master, tanggal: date) -> Pejabat | None:
    """Whom sheet Pejabat names as the superior of the agency's head on that date."""
    return next((p for peran in PERAN_ATASAN if (p := master.pejabat_at(peran, tanggal)) is not None), None)


def _pihak(bahan: BahanSurat) -> tuple[dict[str, str], dict[str, str]]:
    """Who promises, and the superior who receives the promise."""
    m, tanggal = bahan.master, bahan.tanggal
    kepala = penanda_tangan(m, tanggal)
    if bahan.unit is not None:
        induk = next((u for u in m.unit if u.kode == bahan.unit.induk), None)
        pertama = pejabat_unit(bahan.unit)
        kedua = pejabat_unit(induk) if induk is not None else kepala
    else:
        pertama, kedua = kepala, _atasan(bahan)
    lengkap = {"tempat_tanggal": kepala["tempat_tanggal"]}
    return pertama | lengkap, kedua | lengkap


def _atasan(bahan: BahanSurat) -> dict[str, str]:
    """The superior; the office that sheet Instansi names as the reports' destination when sheet Pejabat has none."""
    p = atasan(bahan.master, bahan.tanggal)
    ttd = tanda_tangan(bahan.master, bahan.tanggal, p)
    if p is None:
        ttd["jabatan"] = bahan.master.instansi.tujuan_laporan or KOSONG
    return ttd | {"nip": ""} if ttd["jabatan"].casefold().startswith(_DIPILIH) else ttd


def target_per_sasaran(master: Master, rencana: Rencana) -> list[dict[str, Any]]:
    """By sasaran: the indicators with their targets."""
    hasil: list[dict[str, Any]] = []
    no = 0
    for s in master.sasaran:
        baris = []
        for t in (t for t in rencana.target if t.indikator.sasaran == s.kode):
            no += 1
            baris.append(_baris(no, t, rencana.periode))
        if baris:
            hasil.append({"kode": s.kode, "nama": s.nama, "baris": baris})
    return hasil


def _baris(no: int, t: TargetTahun, kolom: tuple[Periode, ...]) -> dict[str, str]:
    i = t.indikator
    isi = {"no": str(no), "indikator": i.nama, "satuan": i.satuan, "target": nilai(t.tahun, i)}
    return isi | dict.fromkeys((*_BULAN, *_TRIWULAN), "") | {_kolom(p): _ringkas(t.periode.get(p), i) for p in kolom}


def _kolom(p: Periode) -> str:
    return (_BULAN if p.jenis is JenisPeriode.BULAN else _TRIWULAN)[p.ke - 1]


def _ringkas(x: Nilai | None, i: Indikator) -> str:
    """A target in a narrow column: no zeros behind the comma that say nothing."""
    return format_ringkas(x, i.desimal) if isinstance(x, Fraction) else nilai(x, i)


def _jumlah(rencana: Rencana) -> Fraction | None:
    pagu = [a.pagu for a in rencana.anggaran if a.lowest and a.pagu is not None]
    return sum(pagu, Fraction(0)) if pagu else None
