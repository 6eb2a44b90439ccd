"""Facts of submissions, stored exactly: numbers as `n/d`, never as floating point."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import Any

from kinerja.domain.fakta import Fakta, FaktaAnggaran, Uraian
from kinerja.domain.kiriman import IsiKiriman
from kinerja.domain.nilai import Nilai, Predikat, Rentang
from kinerja.register.bukti import BagianBukti
from kinerja.sources import Asal


def nilai_teks(nilai: Nilai | None) -> str | None:
    """A value as stored text: `139/50`, `80..90`, `P 5 BB`."""
    match nilai:
        case None:
            return None
        case Fraction():
            return str(nilai)
        case Rentang(bawah, atas):
            return f"{bawah}..{atas}"
        case Predikat(teks, peringkat):
            return f"P {peringkat} {teks}"


@lru_cache(maxsize=4096)
def teks_nilai(teks: str | None) -> Nilai | None:
    """The inverse of `nilai_teks`. Cached: an office reports the same figures again and again."""
    if teks is None:
        return None
    if teks.startswith("P "):
        _, peringkat, kata = teks.split(" ", 2)
        return Predikat(kata, int(peringkat))
    if ".." in teks:
        bawah, atas = teks.split("..")
        return Rentang(Fraction(bawah), Fraction(atas))
    return Fraction(teks)


@lru_cache(maxsize=4096)
def _pecahan(teks: str | None) -> Fraction | None:
    return None if teks is None else Fraction(teks)


def _teks(angka: Fraction | None) -> str | None:
    return None if angka is None else str(angka)


# Columns by table; the origin (`_ASAL`) always follows.
_KOLOM = {
    "fakta": "f.indikator, f.unit, f.tahun, f.bulan, f.nilai, f.pembilang, f.penyebut",
    "anggaran": "f.kode, f.unit, f.tahun, f.bulan, f.realisasi",
    "uraian": (
        "f.indikator, f.unit, f.tahun, f.bulan, f.faktor_pendorong, f.faktor_penghambat, f.tindak_lanjut, "
        "f.data_pendukung, f.status_tindak_lanjut_lalu"
    ),
}
_ASAL = "k.path, k.sha256, k.revisi, f.lembar, f.sel"


class BagianFakta(BagianBukti):
    """Part of the register: what submissions yielded.

    `fakta`, `anggaran` and `uraian` give the last valid submission of each unit and period.
    """

    def fakta(
        self, tahun: int, sampai_bulan: int = 12, unit: str | None = None, dari_bulan: int = 1
    ) -> tuple[Fakta, ...]:
        """Realisasi of these months, the last included, of one unit or all; by unit, month and row of the form."""
        return tuple(_fakta(r) for r in self._layak("fakta", tahun, (dari_bulan, sampai_bulan), unit))

    def anggaran(self, tahun: int, sampai_bulan: int = 12, unit: str | None = None) -> tuple[FaktaAnggaran, ...]:
        """Money spent, like `fakta`."""
        return tuple(_anggaran(r) for r in self._layak("anggaran", tahun, (1, sampai_bulan), unit))

    def uraian(
        self, tahun: int, sampai_bulan: int = 12, unit: str | None = None, dari_bulan: int = 1
    ) -> tuple[Uraian, ...]:
        """The units' words, like `fakta`."""
        return tuple(_uraian(r) for r in self._layak("uraian", tahun, (dari_bulan, sampai_bulan), unit))

    def isi(self, kiriman_id: int) -> IsiKiriman:
        """What one submission yielded, valid or not, in the order in which it was saved."""
        return IsiKiriman(
            fakta=tuple(_fakta(r) for r in self._milik("fakta", kiriman_id)),
            anggaran=tuple(_anggaran(r) for r in self._milik("anggaran", kiriman_id)),
            uraian=tuple(_uraian(r) for r in self._milik("uraian", kiriman_id)),
            bukti=self._bukti_milik(kiriman_id),
        )

    def _milik(self, tabel: str, kiriman_id: int) -> list[tuple[Any, ...]]:
        return self._execute(
            f"SELECT {_KOLOM[tabel]}, {_ASAL} FROM {tabel} f JOIN kiriman k ON k.id = f.kiriman "
            "WHERE k.id = ? ORDER BY f.rowid",
            (kiriman_id,),
        )

    def _layak(self, tabel: str, tahun: int, bulan: tuple[int, int], unit: str | None) -> list[tuple[Any, ...]]:
        satu_unit = "" if unit is None else "AND l.unit = ? "  # a plain comparison: only that unit's rows are read
        return self._execute(
            f"SELECT {_KOLOM[tabel]}, {_ASAL} FROM kiriman_layak l "
            f"JOIN kiriman k ON k.id = l.id JOIN {tabel} f ON f.kiriman = k.id "
            f"WHERE f.tahun = ? AND f.bulan BETWEEN ? AND ? {satu_unit}ORDER BY f.unit, f.bulan, f.rowid",
            (tahun, *bulan, *(() if unit is None else (unit,))),
        )

    def _ganti_isi(self, kiriman_id: int, isi: IsiKiriman) -> None:
        for tabel in ("fakta", "anggaran", "uraian"):
            self._execute(f"DELETE FROM {tabel} WHERE kiriman = ?", (kiriman_id,))
        self._ganti_bukti(kiriman_id, isi.bukti)
        self._sisip(
            "fakta",
            [
                (
                    kiriman_id, f.indikator, f.unit, f.tahun, f.bulan, nilai_teks(f.nilai), _teks(f.pembilang),
                    _teks(f.penyebut), f.asal.lembar, f.asal.sel,
                )
                for f in isi.fakta
            ],
        )  # fmt: skip
        self._sisip(
            "anggaran",
            [
                (kiriman_id, a.kode, a.unit, a.tahun, a.bulan, str(a.realisasi), a.asal.lembar, a.asal.sel)
                for a in isi.anggaran
            ],
        )
        self._sisip(
            "uraian",
            [
                (
                    kiriman_id, u.indikator, u.unit, u.tahun, u.bulan, u.faktor_pendorong, u.faktor_penghambat,
                    u.tindak_lanjut, u.data_pendukung, u.status_tindak_lanjut_lalu, u.asal.lembar, u.asal.sel,
                )
                for u in isi.uraian
            ],
        )  # fmt: skip

    def _sisip(self, tabel: str, baris: Iterable[Sequence[Any]]) -> None:
        semua = list(baris)
        if semua:
            tanda = ", ".join("?" * len(semua[0]))
            self._executemany(f"INSERT INTO {tabel} VALUES ({tanda})", semua)


def _fakta(r: Sequence[Any]) -> Fakta:
    return Fakta(
        indikator=r[0], unit=r[1], tahun=r[2], bulan=r[3], nilai=teks_nilai(r[4]),
        pembilang=_pecahan(r[5]), penyebut=_pecahan(r[6]), asal=_asal(r[7:]),
    )  # fmt: skip


def _anggaran(r: Sequence[Any]) -> FaktaAnggaran:
    return FaktaAnggaran(kode=r[0], unit=r[1], tahun=r[2], bulan=r[3], realisasi=Fraction(r[4]), asal=_asal(r[5:]))


def _uraian(r: Sequence[Any]) -> Uraian:
    return Uraian(
        indikator=r[0], unit=r[1], tahun=r[2], bulan=r[3], faktor_pendorong=r[4], faktor_penghambat=r[5],
        tindak_lanjut=r[6], data_pendukung=r[7], status_tindak_lanjut_lalu=r[8], asal=_asal(r[9:]),
    )  # fmt: skip


def _asal(r: Sequence[Any]) -> Asal:
    """(path, sha256, revisi, lembar, sel)"""
    return Asal(berkas=r[0], sha256=r[1], revisi=r[2], lembar=r[3], sel=r[4])
