"""A fault in the data is a value: a Finding. It is collected, never raised."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kinerja.sources import CellRef


class Tingkat(StrEnum):
    """Severity of a finding."""

    GALAT = "galat"
    PERINGATAN = "peringatan"
    CATATAN = "catatan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One finding. Made only by `kinerja.catalogue.temuan`, so that code, severity and texts agree."""

    kode: str
    tingkat: Tingkat
    sumber: CellRef
    pesan: str
    saran: str
    indikator: str | None = None
    medan: str | None = None  # field of the row ("realisasi"), so that identity does not hang on the cell
    tertulis: str | None = None
    diharapkan: str | None = None

    @property
    def kunci(self) -> str:
        """Identity within one unit and period, the same in every revision: code, sheet, indicator, field."""
        return "|".join(x or "" for x in (self.kode, self.sumber.lembar, self.indikator, self.medan))


def ada_galat(temuan: list[Finding] | tuple[Finding, ...]) -> bool:
    """True when at least one finding is a galat."""
    return any(t.tingkat is Tingkat.GALAT for t in temuan)
