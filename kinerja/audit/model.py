"""The values of an audit: rows as published, the formulas that are tried, and what became of each row."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from kinerja.workbook.model import Sel


class Judul(StrEnum):
    """The headings of a table that can be audited."""

    INDIKATOR = "indikator"
    SATUAN = "satuan"
    POLARITAS = "polaritas"
    TARGET = "target"
    REALISASI = "realisasi"
    CAPAIAN = "capaian"


WAJIB = (Judul.INDIKATOR, Judul.TARGET, Judul.REALISASI, Judul.CAPAIAN)


class Rumus(StrEnum):
    """The formulas that are tried, by the names of the contract (T target, R realisasi; R-T is not a percentage)."""

    MAKSIMAL = "R/T"
    SELISIH = "(2T-R)/T"
    BANDING = "T/R"
    TANPA_SERATUS = "R/T tanpa x100"
    KURANG = "R-T"


class Pembulatan(StrEnum):
    BULAT = "bulat"
    POTONG = "potong"


@dataclass(frozen=True, slots=True, kw_only=True)
class Barisan:
    """One row as published: its number on the sheet, its cells. `lebih`: of a
    text file, something stands right of the last heading."""

    nomor: int
    sel: dict[Judul, Sel]
    lebih: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabel:
    """The table that was found, and the name of its sheet. `lain` are other sheets that hold one, too."""

    lembar: str
    baris: tuple[Barisan, ...]
    lain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bacaan:
    """One way to read a cell as a number. `taraf` 0: as it stands; else farther from it, and `catatan` says how.

    `desimal` is how many digits of it are shown; `persen` whether a % sign is shown; `tampil`: the shown digits of a
    cell that holds more of them.
    """

    nilai: Fraction
    desimal: int
    persen: bool = False
    tampil: bool = False
    taraf: int = 0
    catatan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilBaris:
    """What became of a row. `dinilai` False: it holds no figure to reproduce (a title), or its mean was found right."""

    baris: int
    indikator: str
    rumus: Rumus | None
    hitung: Fraction | None
    tercetak: str
    pembulatan: Pembulatan | None
    catatan: str
    dinilai: bool = True

    @property
    def cocok(self) -> bool:
        """True when a listed formula gives the printed digits."""
        return self.rumus is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """The whole table, row by row, in its order."""

    lembar: str
    lain: tuple[str, ...]
    baris: tuple[HasilBaris, ...]

    @property
    def ada_yang_tidak_cocok(self) -> bool:
        """True when some figure is not reproduced."""
        return any(b.dinilai and not b.cocok for b in self.baris)
