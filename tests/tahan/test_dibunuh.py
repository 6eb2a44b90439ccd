"""A run that is killed at any of its steps towards the disk, and run again, ends as if nothing had happened."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tahan.kandang import DIBUNUH, Akhir, Kandang, berkas, dump, keadaan, periksa, salin
from tahan.perintah import PERINTAH, lengkap, momen

CEPAT = [
    ("awal", "validate", 5), ("berjalan", "validate", 5), ("berjalan", "build", 3), ("berjalan", "forms", 3),
    ("berjalan", "monitor", 2), ("berjalan", "step", 1), ("berjalan", "letter", 1),
]  # fmt: skip
SEMUA = 1000  # more steps than any command takes
SESUDAH = 4  # steps after the last commit


@pytest.fixture
def kantor(kantor_awal: Path, kantor_berjalan: Path) -> dict[str, Path]:
    return {"awal": kantor_awal, "berjalan": kantor_berjalan}


def bunuh(kandang: Kandang, asal: Path, folder: Path, nama: str, jumlah: int) -> int:
    """Kill the command at so many steps, each time in a fresh copy; gives how often."""
    perintah = lengkap(nama, asal)
    utuh = salin(asal, folder / "utuh")
    sekali = kandang.jalan(utuh, *perintah)
    assert sekali.kode in (0, 1), sekali.stderr
    selesai = keadaan(utuh)
    awal = berkas(asal)
    dibunuh = momen(jumlah, sekali.langkah)
    for n in dibunuh:
        ws = salin(asal, folder / str(n))
        assert kandang.jalan(ws, *perintah, cara="mati", ke=n).kode == DIBUNUH
        periksa(ws, awal, selesai[1], folder / "lihat")
        ulang = kandang.jalan(ws, *perintah)
        assert ulang.kode == sekali.kode, f"{nama}, langkah {n}: {ulang.stderr}"
        register, isi = keadaan(ws)
        assert isi == selesai[1], f"{nama}, langkah {n}: {[p for p in selesai[1] if isi.get(p) != selesai[1][p]]}"
        # Killed when all was done but for putting away the lock: the second run is noted too.
        assert register == selesai[0] or n > sekali.langkah - SESUDAH, f"{nama}, langkah {n}"
        shutil.rmtree(ws)
    return len(dibunuh)


@pytest.mark.parametrize("kasus", CEPAT, ids=lambda k: f"{k[1]}-{k[0]}")
def test_dibunuh_lalu_diulang_sama_saja(
    kandang: Kandang, kantor: dict[str, Path], tmp_path: Path, kasus: tuple[str, str, int]
) -> None:
    di, nama, jumlah = kasus
    assert bunuh(kandang, kantor[di], tmp_path, nama, jumlah) == jumlah


@pytest.mark.slow
def test_dibunuh_di_semua_langkah(kandang: Kandang, kantor: dict[str, Path], tmp_path: Path) -> None:
    """Every step there is, not only a choice of them."""
    jumlah = 0
    for di, nama, _ in CEPAT:
        (folder := tmp_path / f"{di}-{nama}").mkdir()
        jumlah += bunuh(kandang, kantor[di], folder, nama, SEMUA)
    assert jumlah >= 200


@pytest.mark.parametrize(("nama", "kode"), [("validate", 1), ("forms", 0), ("monitor", 0), ("build", 1)])
def test_diulang_besoknya_tidak_dikira_disunting(
    kandang: Kandang, kantor_berjalan: Path, tmp_path: Path, nama: str, kode: int
) -> None:
    """What the killed run put in place is ours, although the register had not been told yet."""
    langkah = kandang.jalan(salin(kantor_berjalan, tmp_path / "utuh"), *PERINTAH[nama]).langkah
    for n in momen(4, langkah):
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
    for n in (*momen(3, langkah), langkah - 4, langkah - 8):
        assert init(tmp_path / str(n), n).kode == DIBUNUH
        assert init(tmp_path / str(n)).kode == 0
        assert keadaan(tmp_path / str(n) / "kantor") == seharusnya
    (tmp_path / "lain" / "kantor").mkdir(parents=True)
    (tmp_path / "lain" / "kantor" / "induk.xlsx").write_bytes(b"induk orang")
    ditolak = init(tmp_path / "lain")
    assert ditolak.kode == 3
    assert "tidak ada yang ditimpa" in ditolak.stderr
    assert berkas(tmp_path / "lain") == {"kantor/induk.xlsx": b"induk orang"}
