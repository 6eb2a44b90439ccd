"""Where a value stands: the address that every number and every finding carries."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CellRef:
    """A place in a file: `berkas` relative to the workspace (posix; a zip member is `masuk/x.zip!/a.xlsx`)."""

    berkas: str
    lembar: str | None = None
    sel: str | None = None

    def __str__(self) -> str:
        tempat = self.berkas
        if self.lembar is not None:
            tempat += f", lembar {self.lembar}"
        if self.sel is not None:
            if self.lembar is not None:
                tempat += f", sel {self.sel}"
            elif not self.berkas.endswith(".docx"):  # messages about a Word document say the place themselves
                tempat += f", kunci {self.sel}"  # of a settings file
        return tempat


@dataclass(frozen=True, slots=True, kw_only=True)
class Asal:
    """Origin of an accepted figure: which revision of which file, which cells (`J12` or `J12, K12`)."""

    berkas: str
    sha256: str
    revisi: int
    lembar: str
    sel: str
