"""Profiles in: `data/<nama>.toml` to a Profil, with every fault of the file named at once.

A new profile is a new file in the folder; no Python knows the names of the profiles.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType

from kinerja.catalogue import ATURAN
from kinerja.errors import KinerjaError
from kinerja.findings import Tingkat
from kinerja.sop.ambang import AMBANG
from kinerja.sop.bukti import BUKTI
from kinerja.sop.model import Langkah, Profil, Sop
from kinerja.sop.skema import Tabel, mirip
from kinerja.sop.tenggat import parse_tenggat
from kinerja.sop.waktu import parse_waktu

FOLDER = Path(__file__).with_name("data")

KALA = ("mingguan", "bulanan", "triwulanan", "semesteran", "tahunan")
LAPORAN = ("bulanan", "triwulan", "semester", "tahunan")
_KUNCI_PROFIL = ("judul", "hari", "laporan", "peran", "ambang", "tingkat", "sop")
_KUNCI_LANGKAH = (
    "id", "no", "kala", "uraian", "pelaksana", "kelengkapan", "waktu", "output", "keterangan", "jika_ditolak",
    "tenggat", "dihasilkan_oleh", "tafsiran",
)  # fmt: skip


def daftar_profil(folder: Path = FOLDER) -> tuple[str, ...]:
    """Names of the profiles in the folder, sorted."""
    return tuple(sorted(p.stem for p in folder.glob("*.toml")))


def load_profil(nama: str, folder: Path = FOLDER) -> Profil:
    """The profile of that name. KinerjaError when there is none, or naming every fault of a broken one."""
    ada = daftar_profil(folder)
    if nama not in ada:
        raise KinerjaError(
            f"Profil SOP “{nama}” tidak ada{mirip(nama, ada)}.",
            f"Pilih salah satu: {', '.join(ada)} (lihat `kinerja sop list`).",
        )
    return parse_profil((folder / f"{nama}.toml").read_bytes(), nama)


def parse_profil(isi: bytes, nama: str) -> Profil:
    """A profile from the bytes of its TOML file. KinerjaError that lists all faults, each with its key path."""
    salah: list[str] = []
    try:
        akar = Tabel(tomllib.loads(isi.decode(), parse_float=Decimal), "", salah)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as e:
        raise KinerjaError(
            f"Profil SOP {nama}.toml tidak dapat dibaca sebagai TOML: {e}.",
            "Betulkan berkas pada baris dan kolom yang disebut, lalu ulangi.",
        ) from e
    profil = _profil(akar, nama)
    if salah:
        raise KinerjaError(
            f"Profil SOP {nama}.toml memuat {len(salah)} kesalahan:\n" + "\n".join(f"  {s}" for s in salah),
            f"Betulkan kunci yang disebut dalam {nama}.toml, lalu ulangi.",
        )
    return profil


def _profil(akar: Tabel, nama: str) -> Profil:
    akar.hanya(_KUNCI_PROFIL)
    peran = akar.daftar("peran", minimal=1)
    profil = Profil(
        nama=nama,
        judul=akar.teks("judul"),
        hari=akar.pilihan("hari", ("kalender", "kerja")),
        laporan=akar.daftar("laporan", minimal=1, boleh=LAPORAN),
        ambang=MappingProxyType(_ambang(akar.tabel("ambang"))),
        tingkat=MappingProxyType(_tingkat(akar.tabel("tingkat"))),
        sop=tuple(_sop(t, peran) for t in akar.deret("sop")),
    )
    _periksa_id(profil, akar)
    return profil


def _ambang(tabel: Tabel) -> dict[str, Fraction]:
    tabel.hanya(AMBANG)
    return {kunci: tabel.angka(kunci) if kunci in tabel.isi else biasa for kunci, biasa in AMBANG.items()}


def _tingkat(tabel: Tabel) -> dict[str, Tingkat]:
    pilihan = tuple(t.value for t in Tingkat)
    hasil = {}
    for kode in tabel.isi:
        if kode not in ATURAN:
            tabel.tolak(kode, f"kode pemeriksaan tidak dikenal{mirip(kode, ATURAN)}")
        elif (nilai := tabel.pilihan(kode, pilihan)) in pilihan:
            hasil[kode] = Tingkat(nilai)
    return hasil


def _sop(tabel: Tabel, peran: tuple[str, ...]) -> Sop:
    tabel.hanya(("nama", "langkah"))
    langkah = tuple(_langkah(t, peran) for t in tabel.deret("langkah"))
    terdahulu: set[str] = set()
    nomor: set[str] = set()
    for satu in langkah:
        tempat = f"langkah[id={satu.id}]"
        if satu.jika_ditolak is not None and satu.jika_ditolak not in terdahulu:
            ada = satu.jika_ditolak in {x.id for x in langkah}
            sebab = (
                f"langkah “{satu.jika_ditolak}” tidak mendahului langkah ini, sehingga alurnya tidak berujung"
                if ada
                else f"langkah “{satu.jika_ditolak}” tidak ada dalam SOP ini{mirip(satu.jika_ditolak, terdahulu)}"
            )
            tabel.tolak(f"{tempat}.jika_ditolak", sebab)
        if satu.no and satu.no in nomor:
            tabel.tolak(f"{tempat}.no", f"nomor “{satu.no}” sudah dipakai langkah lain dalam SOP ini")
        terdahulu.add(satu.id)
        nomor.add(satu.no)
    return Sop(nama=tabel.teks("nama"), langkah=langkah)


def _langkah(tabel: Tabel, peran: tuple[str, ...]) -> Langkah:
    tanda = tabel.isi.get("id")
    if isinstance(tanda, str) and tanda:
        tabel.jalur = f"{tabel.jalur.rpartition('[')[0]}[id={tanda}]"
    tabel.hanya(_KUNCI_LANGKAH)
    waktu = tabel.teks("waktu", kosong=True)
    tenggat = tabel.teks("tenggat", wajib=False)
    _coba(tabel, "waktu", parse_waktu, waktu)
    if tenggat:
        _coba(tabel, "tenggat", parse_tenggat, tenggat)
    return Langkah(
        id=tabel.teks("id"),
        no=tabel.teks("no", kosong=True),
        kala=tabel.pilihan("kala", KALA),
        uraian=tabel.teks("uraian"),
        pelaksana=tabel.daftar("pelaksana", minimal=1, boleh=peran),
        kelengkapan=tabel.daftar("kelengkapan"),
        waktu=waktu,
        output=tabel.daftar("output"),
        keterangan=tabel.teks("keterangan", wajib=False, kosong=True),
        jika_ditolak=tabel.teks("jika_ditolak", wajib=False) or None,
        tenggat=tenggat or None,
        dihasilkan_oleh=tabel.pilihan("dihasilkan_oleh", tuple(BUKTI)),
        tafsiran=tabel.ya("tafsiran"),
    )


def _coba(tabel: Tabel, kunci: str, parse: Callable[[str], object], teks: str) -> None:
    try:
        parse(teks)
    except ValueError as e:
        tabel.tolak(kunci, str(e))


def _periksa_id(profil: Profil, akar: Tabel) -> None:
    dipakai: set[str] = set()
    for ke, sop in enumerate(profil.sop, 1):
        for langkah in sop.langkah:
            if langkah.id and langkah.id in dipakai:
                akar.tolak(f"sop[{ke}].langkah[id={langkah.id}].id", "id sudah dipakai langkah lain dalam profil ini")
            dipakai.add(langkah.id)
