"""A run that is killed at any of its steps towards the disk, and run again, ends as if nothing had happened."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
from tahan.kandang import DIBUNUH, Kandang, berkas, dump, keadaan, periksa, salin

PERINTAH: dict[str, tuple[str, ...]] = {
    "validate": ("validate",),
    "build": ("build", "2026-01"),
    "forms": ("forms", "2026-02"),
    "letter": ("letter", "surat_pengantar", "2026-01"),
    "step": ("step", "done", "1", "--oleh", "Budi", "--tanggal", "2026-02-05", "--bukti", "masuk/rekap.pdf"),
    "monitor": ("monitor", "2026-02"),
}
CEPAT = {"validate": 10, "build": 3, "forms": 3, "monitor": 2, "step": 1, "letter": 1}


def momen(jumlah: int, langkah: int) -> list[int]:
    """So many different steps out of all; the same ones each time."""
    return sorted(random.Random(20260206).sample(range(1, langkah + 1), min(jumlah, langkah)))


def bunuh(kandang: Kandang, kantor: Path, folder: Path, nama: str, jumlah: int) -> int:
    """Kill the command at so many steps, each time in a fresh copy; gives how often."""
    perintah = tuple(str(kantor / p) if p.startswith("masuk/") else p for p in PERINTAH[nama])
    utuh = salin(kantor, folder / "utuh")
    sekali = kandang.jalan(utuh, *perintah)
    assert sekali.kode in (0, 1), sekali.stderr
    selesai = keadaan(utuh)
    awal = berkas(kantor)
    dibunuh = momen(jumlah, sekali.langkah)
    for n in dibunuh:
        ws = salin(kantor, folder / str(n))
        assert kandang.jalan(ws, *perintah, cara="mati", ke=n).kode == DIBUNUH
        periksa(ws, awal, selesai[1], folder / "lihat")
        ulang = kandang.jalan(ws, *perintah)
        assert ulang.kode == sekali.kode, f"{nama}, langkah {n}: {ulang.stderr}"
        register, isi = keadaan(ws)
        # Killed when all was done already but for the lock: what it noted twice is that it was asked twice.
        assert isi == selesai[1], f"{nama}, langkah {n}: {set(isi) ^ set(selesai[1])}"
        assert register == selesai[0] or n > sekali.langkah - SESUDAH, f"{nama}, langkah {n}"
        shutil.rmtree(ws)
    return len(dibunuh)


SESUDAH = 4  # steps after the last commit


@pytest.mark.parametrize("nama", PERINTAH)
def test_dibunuh_lalu_diulang_sama_saja(kandang: Kandang, kantor_berjalan: Path, tmp_path: Path, nama: str) -> None:
    assert bunuh(kandang, kantor_berjalan, tmp_path, nama, CEPAT[nama]) == CEPAT[nama]


@pytest.mark.parametrize(("nama", "boleh"), [("validate", 1), ("forms", 0), ("monitor", 0), ("build", 1)])
def test_diulang_besoknya_tidak_dikira_disunting(
    kandang: Kandang, kantor_berjalan: Path, tmp_path: Path, nama: str, boleh: int
) -> None:
    """What the killed run put in place is ours, although the register had not been told yet."""
    langkah = kandang.jalan(salin(kantor_berjalan, tmp_path / "utuh"), *PERINTAH[nama]).langkah
    for n in momen(5, langkah):
        ws = salin(kantor_berjalan, tmp_path / str(n))
        assert kandang.jalan(ws, *PERINTAH[nama], cara="mati", ke=n).kode == DIBUNUH
        besok = kandang.jalan(ws, *PERINTAH[nama], waktu="2026-02-07T09:00:00")
        assert besok.kode == boleh, besok.stderr
        assert not [p for p in berkas(ws) if "suntingan" in p or p.startswith(".")]
        assert "suntingan_disimpan" not in "".join(dump(ws))
        shutil.rmtree(ws)
