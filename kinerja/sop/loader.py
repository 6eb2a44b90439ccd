"""Profiles in: `data/<nama>.toml`, or the office's own file of that name, to a Profil, with every fault named at once.

A new profile is a new file; no Python knows the names of the profiles.
"""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from pathlib import Path

from kinerja.errors import KinerjaError
from kinerja.sop.baca import baca_profil
from kinerja.sop.model import Profil
from kinerja.sop.skema import Salah, Tabel, mirip

FOLDER = Path(__file__).with_name("data")
SELURUH_BERKAS = "seluruh berkas"  # the place of a fault of the file as a whole


class ProfilRusak(KinerjaError):
    """A profile that cannot be used. `salah`: each fault with its key path."""

    def __init__(self, nama: str, salah: tuple[Salah, ...]) -> None:
        if [s.kunci for s in salah] == [SELURUH_BERKAS]:
            pesan = f"Profil SOP {nama}.toml tidak dapat dibaca: {salah[0].pesan}"
        else:
            rinci = "\n".join(f"  {s.kunci}: {s.pesan}" for s in salah)
            pesan = f"Profil SOP {nama}.toml memuat {len(salah)} kesalahan:\n{rinci}"
        super().__init__(pesan, f"Betulkan yang disebut dalam {nama}.toml, lalu ulangi.")
        self.nama, self.salah = nama, salah

    def __reduce__(self) -> tuple[type[ProfilRusak], tuple[str, tuple[Salah, ...]]]:  # type: ignore[override]  # its own arguments
        return type(self), (self.nama, self.salah)


def profil_bawaan() -> tuple[str, ...]:
    """Names of the profiles that travel with the program, sorted."""
    return _nama(FOLDER)


def profil_kantor(kantor: Path) -> tuple[str, ...]:
    """Names of the profiles in the office's folder, sorted; none when there is no such folder."""
    return _nama(kantor)


def daftar_profil(kantor: Path | None = None) -> tuple[str, ...]:
    """Names of all profiles that may be used, sorted; `kantor` is the office's folder."""
    return tuple(sorted({*profil_bawaan(), *(profil_kantor(kantor) if kantor is not None else ())}))


def _nama(folder: Path) -> tuple[str, ...]:
    return tuple(sorted(p.stem for p in folder.glob("*.toml") if not p.name.startswith((".", "~"))))


def isi_profil(nama: str, kantor: Path | None = None) -> bytes:
    """The file of a profile; the office's own comes first. KinerjaError when there is none."""
    ada = daftar_profil(kantor)
    if nama not in ada:
        raise KinerjaError(
            f"Profil SOP “{nama}” tidak ada{mirip(nama, ada)}.",
            f"Pilih salah satu: {', '.join(ada)} (lihat `kinerja sop list`).",
        )
    folder = kantor if kantor is not None and nama in profil_kantor(kantor) else FOLDER
    try:
        return (folder / f"{nama}.toml").read_bytes()
    except OSError as e:
        raise ProfilRusak(nama, (Salah(SELURUH_BERKAS, f"{e.strerror or e}."),)) from e


def load_profil(nama: str, kantor: Path | None = None) -> Profil:
    """The profile of that name, the office's own before a built-in one.

    KinerjaError when there is none, ProfilRusak with every fault of a broken one.
    """
    return parse_profil(isi_profil(nama, kantor), nama)


def parse_profil(isi: bytes, nama: str) -> Profil:
    """A profile from the bytes of its TOML file. ProfilRusak lists all faults, each with its key path."""
    salah: list[Salah] = []
    try:
        teks = isi.decode("utf-8-sig")
        akar = tomllib.loads(teks, parse_float=Decimal)
    except UnicodeDecodeError as e:
        sebab = "bukan teks UTF-8; simpan berkas itu sebagai UTF-8, misalnya dengan Notepad."
        raise ProfilRusak(nama, (Salah(SELURUH_BERKAS, sebab),)) from e
    except (ValueError, RecursionError, ArithmeticError) as e:  # of TOML itself: a digit too many, brackets too deep
        raise ProfilRusak(nama, (Salah(SELURUH_BERKAS, _salah_tulis(str(e), teks)),)) from e
    profil = baca_profil(Tabel(akar, "", salah), nama)
    if salah:
        raise ProfilRusak(nama, tuple(salah))
    return profil


def _salah_tulis(pesan: str, teks: str) -> str:
    """Where the file stops being TOML, from the parser's English message."""
    cocok = re.search(r"line (\d+), column (\d+)", pesan)
    baris = teks.splitlines()
    ke = int(cocok[1]) if cocok else len(baris)
    isi = baris[ke - 1].strip()[:80] if 0 < ke <= len(baris) else ""
    tempat = f"baris {ke}, kolom {cocok[2]}" if cocok else f"sampai baris {ke}"
    return f"penulisannya keliru pada {tempat}{f': {isi}' if isi else ''}"
