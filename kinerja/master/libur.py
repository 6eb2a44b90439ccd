"""Days off of a year for sheet Libur: the public holidays and cuti bersama that the package `holidays` knows.

Dates that hang on the moon or on a decree not yet known to the package are marked as an estimate: the office compares
the list with the joint decree of the ministers (SKB).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version

from kinerja.master.skema import LIBUR
from kinerja.workbook.model import Buku, Jenis, Lembar, huruf_kolom, nomor_kolom
from kinerja.workbook.patch import Isi, TidakAman, set_cells, split_cells
from kinerja.workbook.patch_buku import BukuTambal, attributes
from kinerja.workbook.patch_gaya import GayaBuku

PERKIRAAN = "(perkiraan)"
_TETAP = frozenset({(1, 1), (5, 1), (6, 1), (8, 17), (12, 25)})  # (month, day) of holidays that never move
_LEMBAR = LIBUR.nama
_JUDUL = _TANGGAL, _KETERANGAN, _DASAR = LIBUR.judul
_HARI_NOL = date(1899, 12, 30)  # day 0 of spreadsheet dates
_KOLOM = re.compile(rb"<col\b[^>]*/?>")
_UKURAN = re.compile(rb"<dimension\b[^>]*/>")  # the sheet's extent, which it need not state


@dataclass(frozen=True, slots=True, kw_only=True)
class Libur:
    """A day off as it is put into the sheet."""

    tanggal: date
    keterangan: str
    dasar: str

    @property
    def perkiraan(self) -> bool:
        """True when the date may still move."""
        return self.keterangan.endswith(PERKIRAAN)


def libur_nasional(tahun: int) -> tuple[Libur, ...]:
    """Public holidays and cuti bersama of a year, by date; empty for a year that the package does not cover."""
    import holidays

    nasional = holidays.country_holidays("ID", years=tahun, language="id", categories=("public",))
    cuti = holidays.country_holidays("ID", years=tahun, language="id", categories=("government",))
    sumber = f"pustaka holidays {version('holidays')}"
    hasil: list[Libur] = []
    for tanggal, nama in sorted({**cuti, **nasional}.items()):
        tetap = tanggal in nasional and (tanggal.month, tanggal.day) in _TETAP
        # Cuti bersama are known only from the decree: where there are none, the decree is not known either.
        taksiran = PERKIRAAN in nama or not (tetap or cuti)
        polos = nama.replace(PERKIRAAN, "").strip().replace("; ", " dan ")
        dasar = "menunggu SKB tiga menteri" if taksiran else f"hari libur nasional dan cuti bersama {tahun}"
        hasil.append(
            Libur(
                tanggal=tanggal,
                keterangan=f"{polos} {PERKIRAAN}" if taksiran else polos,
                dasar=f"{dasar} ({sumber})",
            )
        )
    return tuple(hasil)


def add_libur(isi: bytes, buku: Buku, baru: Sequence[Libur]) -> tuple[bytes, int]:
    """The master with these days below the last row of sheet Libur, and the first row used; all else stays as it is.

    `buku` is the same workbook, read. TidakAman when the file or its sheet cannot be changed with certainty.
    """
    lembar = buku.lembar.get(_LEMBAR)
    letak = _columns(lembar) if lembar is not None else None
    if lembar is None or letak is None:
        raise TidakAman(f"lembar {_LEMBAR} dengan judul {', '.join(_JUDUL)} tidak ada")
    awal = max(b for b, baris in lembar.baris.items() if any(s.teks for s in baris.values())) + 1
    tambal = BukuTambal(isi)
    bagian = tambal.lembar[_LEMBAR]
    xml = tambal.paket.read(bagian)
    gaya = _styles(xml, lembar, letak)
    if _TANGGAL not in gaya:
        semua = GayaBuku(tambal.paket.read(tambal.gaya()))
        gaya[_TANGGAL] = semua.date_style()
        tambal.paket.put(tambal.gaya(), semua.to_bytes())
    sel: dict[str, Isi] = {}
    for baris, libur in enumerate(baru, awal):
        sel[f"{letak[_TANGGAL]}{baris}"] = Isi(angka=str((libur.tanggal - _HARI_NOL).days))
        sel[f"{letak[_KETERANGAN]}{baris}"] = Isi(teks=libur.keterangan)
        sel[f"{letak[_DASAR]}{baris}"] = Isi(teks=libur.dasar)
    kolom = {letak[j]: g for j, g in gaya.items()}
    xml = set_cells(xml, sel, {a: kolom[k] for a in sel if (k := a.rstrip("0123456789")) in kolom})
    tambal.paket.put(bagian, _UKURAN.sub(b"", xml, count=1))
    return tambal.paket.to_bytes(), awal


def _columns(lembar: Lembar) -> dict[str, str] | None:
    """Letters of the columns by heading; None when a heading is missing."""
    for baris in lembar.baris.values():
        letak = {s.teks: huruf_kolom(k) for k, s in baris.items() if s.teks in _JUDUL}
        if len(letak) == len(_JUDUL):
            return letak
    return None


def _styles(xml: bytes, lembar: Lembar, letak: Mapping[str, str]) -> dict[str, int]:
    """The cell style of each column: that of its last date or text, else that of the column itself."""
    hasil: dict[str, int] = {}
    for judul, huruf in letak.items():
        jenis = Jenis.TANGGAL if judul == _TANGGAL else Jenis.TEKS
        contoh = [s.alamat for _, baris in list(lembar.baris.items())[1:] for s in baris.values() if s.jenis is jenis]
        contoh = [a for a in contoh if a.rstrip("0123456789") == huruf]
        gaya = split_cells(xml, contoh[-1:]).sel[0].gaya if contoh else _column_style(xml, nomor_kolom(huruf))
        if gaya is not None:
            hasil[judul] = gaya
    return hasil


def _column_style(xml: bytes, kolom: int) -> int | None:
    """The style index that the sheet gives to empty cells of a column."""
    for tag in _KOLOM.findall(xml):
        a = attributes(tag)
        if int(a["min"]) <= kolom <= int(a["max"]) and "style" in a:
            return int(a["style"])
    return None
