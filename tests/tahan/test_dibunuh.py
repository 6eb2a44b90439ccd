"""A run that is killed at any of its steps towards the disk, and run again, ends as if nothing had happened."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tahan.kandang import DIBUNUH, Akhir, Kandang, berkas, dump, keadaan, periksa, salin
from tahan.perintah import DI, PERINTAH, lengkap, momen

CEPAT = {"validate": 4, "build": 2, "finalize": 3}  # of all others 1: 20 and more in all
BANYAK = {"validate": 50, "build": 50, "finalize": 50}  # of all others 4
SESUDAH = 4  # steps after the last commit


def bunuh(kandang: Kandang, asal: Path, folder: Path, nama: str, jumlah: int) -> int:
    """Kill the command at so many steps, each time in a fresh copy; gives how often."""
    perintah = lengkap(nama, asal)
    utuh = salin(asal, folder / "utuh" / "kantor")
    sekali = kandang.jalan(utuh, *perintah)
    assert sekali.kode in (0, 1), sekali.stderr
    selesai = keadaan(utuh)
    awal = berkas(asal)
    dibunuh = momen(jumlah, sekali.langkah)
    for n in dibunuh:
        ws = salin(asal, folder / str(n) / "kantor")
        assert kandang.jalan(ws, *perintah, cara="mati", ke=n).kode == DIBUNUH
        periksa(ws, awal, selesai[1], folder / "lihat")
        ulang = kandang.jalan(ws, *perintah)
        register, isi = keadaan(ws)
        if ulang.kode != sekali.kode:  # what is decided is not decided again
            assert ulang.kode in (2, 3), f"{nama}, langkah {n}: {ulang.stderr}"
            assert register == selesai[0], f"{nama}, langkah {n}: {ulang.stderr}"
            isi.pop(".kinerja.kunci", None)  # refused before it looked for the lock, which nobody holds
        assert isi == selesai[1], f"{nama}, langkah {n}: {[p for p in selesai[1] if isi.get(p) != selesai[1][p]]}"
        # Killed when all was done but for putting away the lock: the second run is noted too.
        assert register == selesai[0] or n > sekali.langkah - SESUDAH, f"{nama}, langkah {n}"
        shutil.rmtree(ws)
    return len(dibunuh)


@pytest.mark.parametrize(("di", "nama"), DI)
def test_dibunuh_lalu_diulang_sama_saja(
    kandang: Kandang, kantor: Callable[[str], Path], tmp_path: Path, di: str, nama: str
) -> None:
    assert bunuh(kandang, kantor(di), tmp_path, nama, CEPAT.get(nama, 1))


@pytest.mark.slow
def test_dibunuh_di_dua_ratus_langkah(kandang: Kandang, kantor: Callable[[str], Path], tmp_path: Path) -> None:
    jumlah = 0
    for di, nama in DI:
        (folder := tmp_path / f"{di}-{nama}").mkdir()
        jumlah += bunuh(kandang, kantor(di), folder, nama, BANYAK.get(nama, 4))
    assert jumlah >= 200


@pytest.mark.parametrize(
    ("nama", "kode"),
    [
        ("build", 1),
        *(pytest.param(n, k, marks=pytest.mark.slow) for n, k in {"validate": 1, "forms": 0, "monitor": 0}.items()),
    ],
)
def test_diulang_besoknya_tidak_dikira_disunting(
    kandang: Kandang, kantor_berjalan: Path, tmp_path: Path, nama: str, kode: int
) -> None:
    """What the killed run put in place is ours, although the register had not been told yet."""
    langkah = kandang.jalan(salin(kantor_berjalan, tmp_path / "utuh"), *PERINTAH[nama]).langkah
    for n in momen(2, langkah):
        ws = salin(kantor_berjalan, tmp_path / str(n))
        assert kandang.jalan(ws, *PERINTAH[nama], cara="mati", ke=n).kode == DIBUNUH
        besok = kandang.jalan(ws, *PERINTAH[nama], waktu="2026-02-07T09:00:00")
        assert besok.kode == kode, besok.stderr
        assert not [p for p in berkas(ws) if "suntingan" in p or p.startswith(".")]
        assert "suntingan_disimpan" not in "".join(dump(ws))
        shutil.rmtree(ws)


def test_init_yang_terputus_dilengkapi(kandang: Kandang, tmp_path: Path) -> None:
    def init(folder: Path, ke: int | None = None) -> Akhir:
        tujuan = ("init", str(folder / "kantor"), "--tahun", "2026")
        return kandang.jalan(tmp_path, *tujuan, cara="mati" if ke else None, ke=ke or 0)

    langkah = init(tmp_path / "utuh").langkah
    seharusnya = keadaan(tmp_path / "utuh" / "kantor")
    for n in (langkah // 2, langkah - 4, langkah - 8):
        assert init(tmp_path / str(n), n).kode == DIBUNUH
        assert init(tmp_path / str(n)).kode == 0
        assert keadaan(tmp_path / str(n) / "kantor") == seharusnya
    (tmp_path / "lain" / "kantor").mkdir(parents=True)
    (tmp_path / "lain" / "kantor" / "induk.xlsx").write_bytes(b"induk orang")
    ditolak = init(tmp_path / "lain")
    assert ditolak.kode == 3
    assert "tidak ada yang ditimpa" in ditolak.stderr
    assert berkas(tmp_path / "lain") == {"kantor/induk.xlsx": b"induk orang"}


def test_restore_yang_terputus_tidak_meninggalkan_setengah_map(
    kandang: Kandang, kantor_final: Path, tmp_path: Path
) -> None:
    cadangan = tmp_path / "cadangan.zip"
    assert kandang.jalan(kantor_final, "backup", str(cadangan)).kode == 0
    tujuan = tmp_path / "pulih"
    langkah = kandang.jalan(tmp_path, "restore", str(cadangan), str(tujuan)).langkah
    seharusnya = keadaan(tujuan)
    assert seharusnya == keadaan(kantor_final)
    for n in momen(2, langkah):
        shutil.rmtree(tujuan, ignore_errors=True)
        assert kandang.jalan(tmp_path, "restore", str(cadangan), str(tujuan), cara="mati", ke=n).kode == DIBUNUH
        assert not tujuan.exists() or not any(tujuan.iterdir()) or keadaan(tujuan) == seharusnya
        ulang = kandang.jalan(tmp_path, "restore", str(cadangan), str(tujuan))
        assert ulang.kode == 0 or "sudah berisi" in ulang.stderr
        assert keadaan(tujuan) == seharusnya
        assert sorted(p.name for p in tmp_path.iterdir()) == ["cadangan.zip", "pulih"]


def test_sisa_cadangan_yang_terputus_dibuang(kandang: Kandang, kantor_berjalan: Path, tmp_path: Path) -> None:
    ws = salin(kantor_berjalan, tmp_path / "ws")
    assert kandang.jalan(ws, "backup", cara="mati", ke=4).kode == DIBUNUH
    assert list((ws / "cadangan").glob(".*.tmp"))
    assert kandang.jalan(ws, "backup", waktu="2026-02-07T09:00:00").kode == 0
    assert [p.name for p in (ws / "cadangan").iterdir()] == ["cadangan_ws_2026-02-07_090000.zip"]
