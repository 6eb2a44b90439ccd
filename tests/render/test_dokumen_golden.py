"""Every document as golden text, and what must hold for all of them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import contoh_hasil as contoh
import pytest
import skema
from contoh_jejak import jejak
from contoh_pemantauan import pemantauan
from contoh_perbaikan import perbaikan
from helpers import docx_text

from kinerja.domain.periode import Periode
from kinerja.master.pengaturan import Pengaturan
from kinerja.render import dokumen
from kinerja.render.contract import DOKUMEN
from kinerja.render.gambar.gantt import gantt
from kinerja.render.pratinjau import to_json
from kinerja.render.surat import JENIS, JENIS_KIRIM, surat
from kinerja.sop.loader import load_profil

AKAR = Path(__file__).resolve().parents[2]
TEMPLAT = AKAR / "templates"
GOLDEN = Path(__file__).parent / "golden"
TANGGAL = date(2026, 4, 12)


def _laporan(id_periode: str) -> bytes:
    return dokumen.laporan(
        contoh.master(),
        Pengaturan(),
        contoh.hasil(id_periode),
        contoh.kelengkapan(id_periode),
        perbaikan(id_periode),
        tanggal=TANGGAL,
        templat=TEMPLAT,
        akar=AKAR,
        pemantauan=pemantauan(id_periode),
    ).isi


def _surat(jenis: str) -> bytes:
    """The yearly ones for 2026, the others for January; the surat pengantar signed for the head."""
    tahunan, wakil = JENIS[jenis].tahunan, "Sekretaris" if jenis == "surat_pengantar" else None
    bahan = skema.bahan_surat(periode=Periode.parse("2026" if tahunan else "2026-01"), atas_nama=wakil)
    return surat(jenis, bahan, templat=TEMPLAT)


PEMBUAT: Mapping[str, Callable[[], bytes]] = {
    "laporan_bulanan": lambda: _laporan("2026-03"),
    "laporan_triwulan": lambda: _laporan("2026-TW1"),
    "laporan_semester": lambda: _laporan("2026-S1"),
    "laporan_tahunan": lambda: _laporan("2026"),
    "surat_edaran": lambda: dokumen.surat_edaran(
        contoh.master(),
        Pengaturan(),
        Periode.parse("2026-01"),
        tanggal=date(2026, 1, 2),
        tenggat=date(2026, 2, 5),
        templat=TEMPLAT,
    ),
    "nota_pengembalian": lambda: dokumen.nota_pengembalian(
        contoh.master(),
        Pengaturan(),
        "IRB4",
        Periode.parse("2026-01"),
        skema.temuan_contoh(15),
        revisi=1,
        tanggal=date(2026, 2, 7),
        tenggat=date(2026, 2, 9),
        templat=TEMPLAT,
    ),
    "tanda_terima": lambda: dokumen.tanda_terima(
        contoh.master(),
        Pengaturan(),
        "IRB4",
        Periode.parse("2026-TW1"),
        skema.berkas_contoh(),
        tenggat=date(2026, 4, 5),
        terlambat=3,
        kerja=False,
        templat=TEMPLAT,
    ),
    "sop": lambda: dokumen.sop(
        contoh.master(), Pengaturan(), load_profil("bantul").sop[0], tanggal=TANGGAL, templat=TEMPLAT
    ),
    "jadwal_sop": lambda: dokumen.jadwal_sop(
        contoh.master(),
        Pengaturan(),
        rencana := skema.rencana_contoh(),
        {r.sop: gantt(r, rencana) for r in rencana.rencana},
        tanggal=TANGGAL,
        templat=TEMPLAT,
    ),
    "daftar_koreksi": lambda: dokumen.daftar_koreksi(
        contoh.master(),
        Pengaturan(),
        skema.JUDUL_KOREKSI,
        skema.koreksi_contoh(),
        skema.BERKAS_KOREKSI,
        akhir=date(2026, 3, 31),
        tanggal=TANGGAL,
        templat=TEMPLAT,
    ),
    "lembar_kendali": lambda: dokumen.lembar_kendali(
        contoh.master(), Pengaturan(), skema.kendali_contoh(), templat=TEMPLAT
    ),
    "daftar_keterlambatan": lambda: dokumen.daftar_keterlambatan(
        contoh.master(),
        Pengaturan(),
        skema.keterlambatan_contoh(),
        ketentuan=skema.KETENTUAN,
        batas_laporan=date(2026, 2, 15),
        templat=TEMPLAT,
    ),
    **{jenis: partial(_surat, jenis) for jenis in JENIS},
    **{jenis: partial(surat, jenis, skema.bahan_kirim(), templat=TEMPLAT) for jenis in JENIS_KIRIM},
}


@pytest.fixture(scope="module", params=PEMBUAT)
def jadi(request: pytest.FixtureRequest) -> tuple[str, bytes]:
    return request.param, PEMBUAT[request.param]()


def test_golden(jadi: tuple[str, bytes], banding_golden: Callable[[Path, str], None]) -> None:
    nama, isi = jadi
    banding_golden(GOLDEN / f"{nama}.txt", docx_text.dump(isi))


def test_tidak_ada_sisa_program(jadi: tuple[str, bytes]) -> None:
    teks = docx_text.plain_text(jadi[1])
    assert not re.findall(r"\b(?:None|nan|NaN|Undefined|Fraction|True|False)\b", teks)
    for sisa in ("{{", "{%", "\ufdd0", " .", "..", " ,", "%%", "()", "  (", "“”"):
        assert sisa not in teks, sisa
    for kalimat in re.split(r"(?<=[.!?])\s", teks):
        assert kalimat.strip() not in {".", ",", ";"}


def test_masukan_sama_byte_sama(jadi: tuple[str, bytes]) -> None:
    nama, isi = jadi
    assert PEMBUAT[nama]() == isi


def test_tidak_ada_golden_usang() -> None:
    assert {b.stem for b in GOLDEN.glob("*.txt")} == set(PEMBUAT)


@pytest.mark.parametrize("nama", skema.konteks())
def test_daftar_nama_sama_dengan_isi_dokumen(nama: str, banding_golden: Callable[[Path, str], None]) -> None:
    bentuk = json.dumps(skema.bentuk(skema.konteks()[nama]), ensure_ascii=False, indent=1) + "\n"
    banding_golden(AKAR / "kinerja" / "render" / "variabel" / f"{nama}.json", bentuk)


@pytest.mark.parametrize("jenis", skema.contoh_dokumen())
def test_contoh_pratinjau_sama_dengan_isi_dokumen(jenis: str, banding_golden: Callable[[Path, str], None]) -> None:
    isi = json.dumps(to_json(skema.contoh_dokumen()[jenis]), ensure_ascii=False, indent=1) + "\n"
    banding_golden(AKAR / "kinerja" / "render" / "contoh" / f"{jenis}.json", isi)


def test_tiap_dokumen_punya_contoh_pratinjau() -> None:
    assert {b.stem for b in (AKAR / "kinerja" / "render" / "contoh").glob("*.json")} == set(DOKUMEN)


def test_readme_templat(banding_golden: Callable[[Path, str], None]) -> None:
    banding_golden(TEMPLAT / "README.md", skema.readme())


def _kunci(nilai: Any, awalan: str = "") -> set[str]:
    if isinstance(nilai, dict):
        return {k for n, v in nilai.items() for k in {f"{awalan}{n}", *_kunci(v, f"{awalan}{n}.")}}
    if isinstance(nilai, list):
        return {k for v in nilai for k in _kunci(v, awalan)}
    return set()


@pytest.mark.parametrize("id_periode", ["2026-01", "2026-S2"])
def test_semua_jenis_laporan_memakai_nama_yang_sama(id_periode: str) -> None:
    from kinerja.render.views.laporan import laporan

    konteks = laporan(
        contoh.master(),
        Pengaturan(),
        contoh.hasil(id_periode),
        contoh.kelengkapan(id_periode),
        perbaikan("2026-03"),
        tanggal=TANGGAL,
        logo=b"x",
        jejak=jejak(id_periode),
        pemantauan=pemantauan("2026-03"),
    )
    assert _kunci(skema.bentuk(konteks)) == _kunci(skema.bentuk(skema.konteks()["laporan"]))
