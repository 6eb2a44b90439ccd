"""No sentence contradicts the tables, in every kind of report; and the checker notices when one does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import contoh_hasil as contoh
import pytest
from helpers.cocok_narasi import konteks, paragraf, periksa

from kinerja.aggregate.model import HasilPeriode
from kinerja.domain.kebijakan import Kebijakan
from kinerja.master.pengaturan import Pengaturan

PERIODE = ("2026-01", "2026-03", "2026-06", "2026-12", "2026-TW1", "2026-TW4", "2026-S1", "2026-S2", "2026")
M = contoh.master()


def isi(hasil: HasilPeriode, kebijakan: Kebijakan | None = None) -> dict[str, Any]:
    atur = Pengaturan() if kebijakan is None else Pengaturan(kebijakan=kebijakan)
    return konteks(M, atur, hasil, tanggal=date(2027, 1, 12))


@pytest.mark.parametrize("id_periode", PERIODE)
@pytest.mark.parametrize("desimal", [0, 1, 2])
def test_kalimat_cocok_dengan_tabel(id_periode: str, desimal: int) -> None:
    hasil = contoh.hasil(id_periode)
    periksa(M, isi(hasil, Kebijakan(desimal=desimal)), hasil, desimal)


@pytest.mark.parametrize(("lama", "baru"), [
    ("79,86%", "79,68%"), ("naik 2,36", "turun 2,36"), ("kategori Tinggi", "kategori Sedang"),
    ("“Dua auditor", "“Tiga auditor"), ("belum mencapai target", "melampaui target"),
])  # fmt: skip
def test_yang_bertentangan_ketahuan(lama: str, baru: str) -> None:
    hasil = contoh.hasil("2026-03")
    asli = isi(hasil)
    berubah = 0
    for s in asli["sasaran"]:
        for p in s["narasi"]:
            berubah += lama in p["teks"]
            p["teks"] = p["teks"].replace(lama, baru)
    assert berubah
    with pytest.raises(AssertionError):
        periksa(M, asli, hasil)


def test_yang_kurang_disebut_pada_tiap_analisis() -> None:
    """Each indicator is named in each of the seven analyses, with a figure or as missing."""
    hasil = contoh.hasil("2026")
    agregat = tuple(replace(a, serapan=None, efisiensi=None) for a in hasil.agregat)
    hasil = replace(hasil, uraian=(), anggaran=(), agregat=agregat)
    for s in isi(hasil)["analisis"]:
        milik = [i for i in M.indikator if i.sasaran == s["kode"]]
        for bagian in ("narasi", "narasi_riwayat", "narasi_renstra", "narasi_standar", "sebab"):
            teks = " ".join(t for _, t in paragraf(s[bagian]))
            for i in milik:
                ada = i.nama in teks or "seluruh indikator sasaran ini" in teks
                tanpa_capaian = bagian == "sebab" and hasil.capaian_of(i.kode).capaian is None
                assert ada or tanpa_capaian, (s["kode"], bagian, i.nama)
        assert "anggaran belum tersedia" in s["efisiensi"][0]["teks"]
        assert "belum ditautkan dengan sasaran" in s["narasi_program"][0]["teks"]


def test_perubahan_sekecil_apa_pun_mengikuti_cetakan() -> None:
    """A hair above or below, printed the same: no direction is told anywhere."""
    hasil = contoh.hasil("2026")
    sedikit = Fraction(1, 10**9)
    for tanda in (sedikit, -sedikit):
        pembanding = tuple(
            replace(p, capaian_sebelumnya=dulu, capaian_tahun_lalu=dulu)
            for p in hasil.pembanding
            for kini in (hasil.capaian_of(p.indikator).capaian,)
            for dulu in (None if kini is None else kini + tanda,)
        )
        berubah = replace(hasil, pembanding=pembanding)
        semua = isi(berubah)
        periksa(M, semua, berubah)
        gerak = next(t for k, t in paragraf(semua) if k == "ikhtisar:gerak")
        assert "naik" not in gerak
        assert "turun" not in gerak
