"""Every letter from an office whose master lacks nearly everything: blanks that one sees, and no leftovers."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import contoh_hasil as contoh
import pytest
import skema
from helpers import docx_text

from kinerja.aggregate.engine import hitung_periode
from kinerja.aggregate.rencana import hitung_rencana
from kinerja.domain.periode import Periode
from kinerja.master.model import Master
from kinerja.master.pengaturan import Pengaturan
from kinerja.render.model import BahanSurat
from kinerja.render.surat import JENIS, JENIS_KIRIM, surat

TEMPLAT = Path(__file__).resolve().parents[2] / "templates"
GOLDEN = Path(__file__).parent / "golden" / "kosong"
P = Pengaturan(kertas="F4")
SEMUA = {**JENIS, **JENIS_KIRIM}


def _master() -> Master:
    """Nobody signs, no team, no meeting, no evaluation, no budget, no addressee, heads of units without names."""
    m = contoh.master()
    return replace(
        m,
        instansi=replace(
            m.instansi, alamat=None, telepon=None, laman=None, pos_el=None, kode_pos=None, kode_klasifikasi=None,
            logo=None, tujuan_laporan=None, melalui=None,
        ),
        unit=tuple(
            replace(u, jabatan_pimpinan=None, nama_pimpinan=None, nip=None, pangkat=None, pos_el=None) for u in m.unit
        ),
        pejabat=(), tim=(), anggaran=(), lhe=(), narasi=(), rapat=(), agenda=(), riwayat=(),
    )  # fmt: skip


def _bahan(jenis: str) -> BahanSurat:
    m, periode = _master(), Periode.parse("2026" if SEMUA[jenis].tahunan else "2026-01")
    buat = skema.bahan_kirim if jenis in JENIS_KIRIM else skema.bahan_surat
    return buat(
        master=m,
        pengaturan=P,
        periode=periode,
        rencana=hitung_rencana(m, P, None, 1),
        hasil=hitung_periode(m, P, periode, [], []),
        pengumpulan=tuple(
            replace(
                x,
                kelengkapan=replace(x.kelengkapan, status=None, diterima=None, terlambat_hari=0),
                berkas=(),
                galat=0,
                disebut=0,
                bukti=0,
            )
            for x in skema.pengumpulan_contoh("2026-01")
        ),
        rapat=None,
        logo=None,
    )


@pytest.mark.parametrize("jenis", SEMUA)
def test_golden_tanpa_data(jenis: str, banding_golden: Callable[[Path, str], None]) -> None:
    isi = surat(jenis, _bahan(jenis), templat=TEMPLAT)
    banding_golden(GOLDEN / f"{jenis}.txt", docx_text.dump(isi))
    teks = docx_text.plain_text(isi)
    assert not re.findall(r"\b(?:None|nan|Undefined|True|False)\b", teks)
    for sisa in (" ,", "..", "()", " :\n\n", "“”"):
        assert sisa not in teks, sisa
    assert not re.search(r"(?m)^\s*[,.;]", teks)


def test_golden_tanpa_data_tidak_usang() -> None:
    assert {b.stem for b in GOLDEN.glob("*.txt")} == set(SEMUA)
