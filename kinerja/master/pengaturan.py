"""The settings of a workspace, `kinerja.toml`: flat keys, each with a default that the report states."""

from __future__ import annotations

import re
import string
import tomllib
from dataclasses import dataclass, field, fields
from decimal import Decimal
from fractions import Fraction
from typing import Any

from kinerja.catalogue import temuan
from kinerja.catalogue.ejaan import mungkin, terdekat
from kinerja.domain.kategori import SKALA
from kinerja.domain.kebijakan import Kebijakan
from kinerja.domain.periode import JenisPeriode
from kinerja.domain.tanggal import parse_tanggal
from kinerja.findings import Finding
from kinerja.sources import CellRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Pengaturan:
    """Settings. The loader is `kinerja.master.pengaturan.load_pengaturan`."""

    sop: str = "karanganyar"
    pengumpulan: str = "bulanan"  # bulanan | triwulanan
    pilih_terbaru: bool = False
    kebijakan: Kebijakan = field(default_factory=Kebijakan)  # the arithmetic's keys stand flat in the file too
    # validation thresholds; empty here: the profile's
    ambang_deviasi: Fraction = Fraction(10)  # points of capaian below 100 from which causes must be written
    # calendar
    hari: str | None = None  # kalender | kerja; None: the profile's
    tenggat_libur: str = "tetap"  # tetap | geser
    batas_isian: int = 5  # day of the next month by which forms are due
    batas_kirim: int | None = None  # day of the next month by which the report is delivered; None: 15
    batas_kirim_tahunan: tuple[int, int] | None = None  # (day, month) for a year's; None: batas_kirim, or 28 Februari
    hari_perbaikan: int = 2  # days that a unit has to correct a returned form
    # documents
    kertas: str = "A4"  # A4 | F4
    pola_nomor: str = "{klasifikasi}/{nomor}/{tahun}"
    pola_unggah: str = "Laporan_Kinerja_{instansi}_{periode}"  # name of the report's file as it is sent, without .pdf
    batas_unggah: int = 10  # MB that the place to which it is uploaded takes

    @property
    def jenis_pengumpulan(self) -> JenisPeriode:
        """The kind of period for which forms are collected."""
        return JenisPeriode.TRIWULAN if self.pengumpulan == "triwulanan" else JenisPeriode.BULAN


@dataclass(frozen=True, slots=True)
class _Kunci:
    """What a key may hold. `jenis`: teks | pilihan | ya_tidak | bulat | angka | pola | hari_bulan."""

    jenis: str
    pilihan: tuple[str, ...] = ()  # of a pola: its parts, of which `wajib` may not be missing
    wajib: str = ""
    minimum: int = 0
    maksimum: int = 0


_KUNCI = {
    "sop": _Kunci("teks"),
    "pengumpulan": _Kunci("pilihan", ("bulanan", "triwulanan")),
    "pilih_terbaru": _Kunci("ya_tidak"),
    "target_nol": _Kunci("pilihan", ("tidak_dihitung", "nihil")),
    "realisasi_nol": _Kunci("pilihan", ("tidak_dihitung", "seratus")),
    "batas_rata_rata": _Kunci("angka", minimum=1, maksimum=10_000),
    "desimal": _Kunci("bulat", minimum=0, maksimum=6),
    "kategori": _Kunci("pilihan", tuple(SKALA)),
    "efisiensi": _Kunci("pilihan", ("selisih", "indeks")),
    "ambang_deviasi": _Kunci("angka", minimum=0, maksimum=1000),
    "hari": _Kunci("pilihan", ("kalender", "kerja")),
    "tenggat_libur": _Kunci("pilihan", ("tetap", "geser")),
    "batas_isian": _Kunci("bulat", minimum=1, maksimum=28),
    "batas_kirim": _Kunci("bulat", minimum=1, maksimum=28),
    "batas_kirim_tahunan": _Kunci("hari_bulan"),
    "hari_perbaikan": _Kunci("bulat", minimum=1, maksimum=60),
    "kertas": _Kunci("pilihan", ("A4", "F4")),
    "pola_nomor": _Kunci("pola", ("klasifikasi", "nomor", "tahun"), wajib="nomor"),
    "pola_unggah": _Kunci("pola", ("instansi", "periode", "tahun"), wajib="periode"),
    "batas_unggah": _Kunci("bulat", minimum=1, maksimum=1000),
}
_KEBIJAKAN = tuple(f.name for f in fields(Kebijakan))


def load_pengaturan(teks: str, berkas: str = "kinerja.toml") -> tuple[Pengaturan | None, tuple[Finding, ...]]:
    """Read the settings. Each finding's `sumber.sel` is the key; None for the settings when there is a galat."""
    try:
        isi = tomllib.loads(teks.removeprefix("\ufeff"), parse_float=Decimal)
    except tomllib.TOMLDecodeError as e:
        return None, (temuan("STL004", CellRef(berkas), tempat=_syntax_place(str(e), teks)),)
    hasil: list[Finding] = []
    umum: dict[str, Any] = {}
    kebijakan: dict[str, Any] = {}
    for kunci, nilai in isi.items():
        ref = CellRef(berkas, sel=kunci)
        baris = _line_of(kunci, teks)
        if kunci not in _KUNCI:
            hasil.append(_unknown(kunci, nilai, ref, baris))
            continue
        try:
            tujuan = kebijakan if kunci in _KEBIJAKAN else umum
            tujuan[kunci] = _value(_KUNCI[kunci], nilai)
        except TypeError as e:
            hasil.append(temuan("STL006", ref, baris=baris, diharapkan=str(e), tertulis=_shown(nilai)))
        except ValueError as e:
            hasil.append(temuan("STL003", ref, sebab=str(e), tertulis=_shown(nilai)))
    if hasil:
        return None, tuple(hasil)
    return Pengaturan(**umum, kebijakan=Kebijakan(**kebijakan)), ()


def _value(kunci: _Kunci, nilai: object) -> object:
    """The value in the program's type. TypeError and ValueError carry the end of an Indonesian sentence."""
    match kunci.jenis:
        case "ya_tidak":
            if not isinstance(nilai, bool):
                raise TypeError("true atau false, tanpa tanda petik")
            return nilai
        case "bulat" | "angka":
            return _number(kunci, nilai)
        case _:
            if not isinstance(nilai, str):
                raise TypeError("teks di antara tanda petik")
    if kunci.jenis == "pilihan":
        return _choice(nilai, kunci.pilihan)
    if kunci.jenis == "hari_bulan":
        return _day_of_year(nilai)
    if kunci.jenis == "pola":
        _check_pattern(kunci, nilai)
    if not nilai.strip():
        raise ValueError("nilainya tidak boleh kosong.")
    return nilai.strip()


def _number(kunci: _Kunci, nilai: object) -> int | Fraction:
    bulat = kunci.jenis == "bulat"
    if isinstance(nilai, bool) or not isinstance(nilai, int if bulat else int | Decimal):
        raise TypeError(
            "bilangan bulat tanpa tanda petik" if bulat else "angka tanpa tanda petik, misalnya 10 atau 12.5"
        )
    angka = nilai if isinstance(nilai, int) else Fraction(nilai) if nilai.is_finite() else None
    if angka is None or not kunci.minimum <= angka <= kunci.maksimum:
        raise ValueError(f"harus antara {kunci.minimum} dan {kunci.maksimum}.")
    return angka if bulat else Fraction(angka)


def _choice(nilai: str, pilihan: tuple[str, ...]) -> str:
    if nilai in pilihan:
        return nilai
    raise ValueError(f"harus salah satu dari {', '.join(pilihan)}.{mungkin(terdekat(nilai, pilihan, 0.5))}")


def _day_of_year(nilai: str) -> tuple[int, int]:
    """Day and month of `28 Februari`."""
    tanggal = parse_tanggal(f"{nilai.strip()} 2024")  # a leap year: the longest February
    if tanggal is None:
        raise ValueError("tulis hari dan nama bulannya, misalnya 28 Februari.")
    return tanggal.day, tanggal.month


def _check_pattern(kunci: _Kunci, nilai: str) -> None:
    try:
        medan = [nama for _, nama, _, _ in string.Formatter().parse(nilai) if nama is not None]
    except ValueError as e:
        raise ValueError("kurung kurawalnya tidak berpasangan.") from e
    asing = [m for m in medan if m not in kunci.pilihan]
    if asing:
        boleh = ", ".join(f"{{{m}}}" for m in kunci.pilihan)
        raise ValueError(f"{{{asing[0]}}} tidak dikenal; yang dapat dipakai: {boleh}.")
    if kunci.wajib not in medan:
        raise ValueError(f"bagian {{{kunci.wajib}}} belum ada.")


def _unknown(kunci: str, nilai: object, ref: CellRef, baris: str) -> Finding:
    if isinstance(nilai, dict):
        return temuan("STL007", ref, baris=baris, tertulis=kunci)
    dekat = mungkin(terdekat(kunci, _KUNCI))
    return temuan("STL005", ref, baris=baris, tertulis=kunci, mungkin=dekat, diharapkan=", ".join(_KUNCI))


def _line_of(kunci: str, teks: str) -> str:
    """The line on which a key or a table stands, for messages."""
    pola = re.compile(rf"\s*(?:\[+\s*)?[\"']?{re.escape(kunci)}[\"']?\s*[=.\]]")
    nomor = next((n for n, baris in enumerate(teks.splitlines(), 1) if pola.match(baris)), None)
    return f"baris {nomor}" if nomor is not None else "berkas"


def _syntax_place(pesan: str, teks: str) -> str:
    """`baris 3: sop = karanganyar` from the parser's English message."""
    cocok = re.search(r"line (\d+)", pesan)
    baris = teks.splitlines()
    nomor = int(cocok[1]) if cocok else max(len(baris), 1)
    isi = baris[nomor - 1].strip() if 0 < nomor <= len(baris) else ""
    return f"baris {nomor}: {isi}" if isi else f"baris {nomor}"


def _shown(nilai: object) -> str:
    if isinstance(nilai, bool):
        return "true" if nilai else "false"
    return str(nilai)
