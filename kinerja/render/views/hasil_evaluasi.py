"""The evaluation of a period: what was achieved, what fell short, the units' words on it, last year's recommendations.

Conclusions and recommendations are the Tim's: the paper leaves room for them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from kinerja.aggregate.model import Capaian, HasilPeriode
from kinerja.errors import KesalahanProgram
from kinerja.master.model import Master
from kinerja.render.model import BahanSurat
from kinerja.render.views import narasi, tabel
from kinerja.render.views.cetak import TANPA_NILAI, angka_bersatuan, persen, sebut
from kinerja.render.views.kop import kop, nomor, paraf, penanda_tangan
from kinerja.render.views.lhe import baris_lhe, ringkasan_lhe

_REKOMENDASI = 5  # empty rows
_TANPA_KATA = "belum dituliskan unit kerja"


def hasil_evaluasi(bahan: BahanSurat) -> dict[str, Any]:
    """The context of `hasil_evaluasi`."""
    m, periode, hasil = bahan.master, bahan.periode, _hasil(bahan)
    desimal = bahan.pengaturan.kebijakan.desimal
    instansi = next((a for a in hasil.agregat if a.tingkat == "instansi"), None)
    utama = narasi.agregat(instansi, f"kinerja {m.instansi.nama}", sebut(periode), desimal) if instansi else []
    return {
        "instansi": kop(m.instansi, bahan.logo),
        "nomor": nomor(m, bahan.pengaturan, bahan.tanggal.year, None),
        "periode": sebut(periode),
        "periode_kapital": periode.nama.upper(),
        "tahun": str(periode.tahun),
        "ringkasan": " ".join(x for x in (*utama, narasi.sebaran(hasil)) if x),
        "rata_sasaran": tabel.rata_rata(hasil, "sasaran", desimal),
        "kinerja": tabel.per_sasaran(m, hasil, desimal),
        "di_bawah": _di_bawah(m, hasil, desimal),
        "tanpa_di_bawah": "Seluruh indikator yang dapat dihitung mencapai target."
        if any(c.unit is None and c.capaian is not None for c in hasil.capaian)
        else "Belum ada indikator yang capaiannya dapat dihitung.",
        "belum_ada": _belum_ada(m, hasil),
        "lhe": baris_lhe(m, periode.tahun),
        "ringkasan_lhe": ringkasan_lhe(m, periode.tahun),
        "rekomendasi": [{"no": str(n)} for n in range(1, _REKOMENDASI + 1)],
        "ttd": penanda_tangan(m, bahan.tanggal, bahan.atas_nama),
        "paraf": paraf(m, bahan.tanggal),
    }


def _hasil(bahan: BahanSurat) -> HasilPeriode:
    if bahan.hasil is None:
        raise KesalahanProgram("Capaian periode belum dihitung.", "Laporkan kesalahan ini kepada pengembang.")
    return bahan.hasil


def _belum_ada(master: Master, hasil: HasilPeriode) -> list[dict[str, Any]]:
    """What is missing in the agency's figures; of the units each form is told of elsewhere."""
    return tabel.belum_ada(master, replace(hasil, capaian=tuple(c for c in hasil.capaian if c.unit is None)))


def _di_bawah(master: Master, hasil: HasilPeriode, desimal: int) -> list[dict[str, Any]]:
    """The agency's indicators below 100, in the order of the reports, each with what its units wrote."""
    kata = tabel.uraian_unit(master, hasil)
    posisi = tabel.urutan(master)
    rendah = [c for c in hasil.capaian if c.unit is None and c.capaian is not None and c.capaian < 100]
    return [
        _indikator(n, master, c, kata, desimal)
        for n, c in enumerate(sorted(rendah, key=lambda c: posisi[c.indikator]), 1)
    ]


def _indikator(no: int, master: Master, c: Capaian, kata: list[dict[str, Any]], desimal: int) -> dict[str, Any]:
    i = master.indikator_by_kode(c.indikator)
    baris = [
        {"unit": x["unit"], "penghambat": x["penghambat"], "tindak_lanjut": x["tindak_lanjut"]}
        for x in kata
        if x["indikator"] == i.nama and (x["penghambat"], x["tindak_lanjut"]) != (TANPA_NILAI, TANPA_NILAI)
    ]
    return {
        "no": str(no),
        "indikator": i.nama,
        "target": angka_bersatuan(c.target, i),
        "realisasi": angka_bersatuan(c.realisasi, i),
        "capaian": persen(c.capaian, desimal),
        "kategori": c.kategori or TANPA_NILAI,
        "uraian": baris or [{"unit": TANPA_NILAI, "penghambat": _TANPA_KATA, "tindak_lanjut": _TANPA_KATA}],
    }
