"""What a receipt says of a file: its name as it came, its size, what became of it, and who signs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import contoh_hasil as contoh
import pytest
import skema

from kinerja.domain.kiriman import Status
from kinerja.domain.periode import Periode
from kinerja.master.model import AnggotaTim, Master
from kinerja.render.model import BerkasDiterima
from kinerja.render.views.tanda_terima import sidik_terbaca, tanda_terima

_, KINI = skema.berkas_contoh()


def _konteks(*berkas: BerkasDiterima, master: Master | None = None, terlambat: int = 0, kerja: bool = False) -> dict:
    return tanda_terima(
        master or contoh.master(), "IRB4", Periode.parse("2026-01"), berkas, tenggat=date(2026, 4, 5),
        terlambat=terlambat, kerja=kerja,
    )  # fmt: skip


def test_sidik_dalam_kelompok_empat_dan_utuh() -> None:
    sha = "0123456789abcdef" * 4
    assert [len(b.split()) for b in sidik_terbaca(sha, 8).split("\n")] == [8, 8]
    assert [len(b.split()) for b in sidik_terbaca(sha, 4).split("\n")] == [4, 4, 4, 4]
    assert "".join(sidik_terbaca(sha, 4).split()) == sha


@pytest.mark.parametrize(
    ("path", "nama", "perintah"),
    [
        ("masuk/a b.xlsx", "a b.xlsx", '"a b.xlsx"'),
        ("masuk/Irban I/x.xlsx", "x.xlsx", '"x.xlsx"'),
        ("masuk/sek.zip!/sub/x.xlsx", "x.xlsx (di dalam sek.zip)", '"x.xlsx"'),
    ],
)
def test_nama_berkas_sebagaimana_diterima(path: str, nama: str, perintah: str) -> None:
    konteks = _konteks(replace(KINI, path=path))
    assert konteks["berkas"][0]["nama"] == nama
    assert konteks["perintah"] == f"certutil -hashfile {perintah} SHA256"


@pytest.mark.parametrize(
    ("ubah", "hasil"),
    [
        ({"status": Status.VALID}, "valid"),
        ({"status": Status.VALID_DENGAN_CATATAN}, "valid dengan catatan"),
        ({"status": Status.TIDAK_LENGKAP}, "tidak lengkap, dikembalikan untuk diperbaiki"),
        ({"status": Status.TIDAK_VALID}, "tidak valid, dikembalikan untuk diperbaiki"),
        ({"bentrok": True}, "ditahan, menunggu penetapan Tim karena ada berkas lain yang berbeda"),
    ],
)
def test_hasil_pemeriksaan_berkas_kini(ubah: dict[str, Any], hasil: str) -> None:
    assert _konteks(replace(KINI, **ubah))["berkas"][0]["hasil"] == hasil


def test_hasil_pemeriksaan_berkas_lama_tidak_dikembalikan_lagi() -> None:
    lama = replace(KINI, kini=False, revisi=1, status=Status.TIDAK_VALID)
    konteks = _konteks(lama, replace(lama, bentrok=True, diterima=datetime(2026, 4, 11)), KINI)
    assert [x["hasil"] for x in konteks["sebelumnya"]] == ["tidak valid", "tidak dipakai"]


@pytest.mark.parametrize(
    ("terlambat", "kerja", "teks"),
    [(0, False, "(tepat waktu)"), (3, False, "(terlambat 3 hari)"), (1, True, "(terlambat 1 hari kerja)")],
)
def test_ketepatan_waktu(terlambat: int, kerja: bool, teks: str) -> None:
    assert _konteks(KINI, terlambat=terlambat, kerja=kerja)["pertama"].endswith(teks)


def test_pengirim_surel_disebut_bila_dikenal() -> None:
    diterima = "Jumat, 10 April 2026 pukul 14.30"
    assert _konteks(KINI)["berkas"][0]["diterima"] == diterima
    surel = replace(KINI, pengirim="irban4@contoh.go.id")
    assert _konteks(surel)["berkas"][0]["diterima"] == f"{diterima}, surel dari irban4@contoh.go.id"


def test_bertanggal_hari_kiriman_terakhir_diterima() -> None:
    assert _konteks(*skema.berkas_contoh())["ttd"]["tempat_tanggal"].endswith(", 10 April 2026")


def test_penerima_bukan_penyerah_sendiri() -> None:
    master = contoh.master()
    ketua = _konteks(KINI)["ttd"]["nama"]
    wakil = AnggotaTim(kedudukan="Wakil Ketua", nama="Bagus Prakoso", nip=None, jabatan=None)
    unit = tuple(replace(u, nama_pimpinan=ketua) if u.kode == "IRB4" else u for u in master.unit)
    ttd = _konteks(KINI, master=replace(master, unit=unit, tim=(*master.tim[:1], wakil)))["ttd"]
    assert (ttd["nama"], ttd["jabatan"]) == ("Bagus Prakoso", "Wakil Ketua Tim Pengukuran Kinerja")
    assert _konteks(KINI, master=replace(master, tim=(*master.tim[:1], wakil)))["ttd"]["nama"] == ketua


def test_unit_tanpa_nama_pimpinan_diberi_tempat_kosong() -> None:
    master = contoh.master()
    unit = tuple(replace(u, nama_pimpinan=None, nip=None) if u.kode == "IRB4" else u for u in master.unit)
    konteks = _konteks(KINI, master=replace(master, unit=unit))
    assert konteks["pengirim"]["nama"].strip("()…") == ""
    assert konteks["pimpinan"] == "Kepala Inspektur Pembantu IV (Khusus Pengaduan)"
