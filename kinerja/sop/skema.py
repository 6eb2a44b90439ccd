"""Typed reading of a profile's keys. Every fault is noted with its key path, reading goes on: all faults at once."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kinerja.catalogue.ejaan import terdekat


@dataclass(frozen=True, slots=True)
class Salah:
    """A fault and the path of its key."""

    kunci: str
    pesan: str


class Tabel:
    """One table of a TOML file, read key by key. Faults of all tables of a file go to one shared list."""

    def __init__(self, isi: Mapping[str, object], jalur: str, salah: list[Salah]) -> None:
        self.isi = isi
        self.jalur = jalur
        self.salah = salah

    def tolak(self, kunci: str, pesan: str) -> None:
        """Note a fault at a key of this table."""
        self.salah.append(Salah(self._ke(kunci), pesan))

    def _ke(self, kunci: str) -> str:
        return f"{self.jalur}.{kunci}" if self.jalur else kunci

    def hanya(self, dikenal: Collection[str]) -> None:
        """Note every key that the schema does not know, with the near miss."""
        for kunci in self.isi:
            if kunci not in dikenal:
                self.tolak(kunci, f"kunci tidak dikenal{mirip(kunci, dikenal)}")

    def teks(self, kunci: str, *, wajib: bool = True, kosong: bool = False) -> str:
        """A text; '' after a fault and where an optional one is missing. `kosong` allows the empty text."""
        nilai = self.isi.get(kunci)
        if nilai is None:
            if wajib:
                self.tolak(kunci, "wajib ada")
            return ""
        if not isinstance(nilai, str):
            self.tolak(kunci, f"harus berupa teks, tertulis {_tulis(nilai)}")
            return ""
        if not nilai.strip() and not kosong:
            self.tolak(kunci, "tidak boleh kosong")
        return nilai.strip()

    def pilihan(self, kunci: str, boleh: Collection[str]) -> str:
        """A text that must be one of `boleh`."""
        sebelum = len(self.salah)
        nilai = self.teks(kunci)
        if len(self.salah) == sebelum and nilai not in boleh:
            self.tolak(kunci, f"“{nilai}” tidak dikenal{mirip(nilai, boleh)}; pilihan: {', '.join(boleh)}")
        return nilai

    def daftar(
        self, kunci: str, *, minimal: int = 0, boleh: Collection[str] | None = None, beda: bool = False
    ) -> tuple[str, ...]:
        """A list of texts, each non-empty and, where `boleh` is given, one of those; with `beda` none twice."""
        nilai = self.isi.get(kunci)
        if nilai is None:
            self.tolak(kunci, "wajib ada (boleh [] bila SOP tidak menyebutnya)" if minimal == 0 else "wajib ada")
            return ()
        if not isinstance(nilai, list) or not all(isinstance(n, str) and n.strip() for n in nilai):
            self.tolak(kunci, f"harus berupa daftar teks, tertulis {_tulis(nilai)}")
            return ()
        if len(nilai) < minimal:
            self.tolak(kunci, f"paling sedikit {minimal} isi")
        for ke, n in enumerate(nilai):
            if boleh is not None and n not in boleh:
                self.tolak(kunci, f"“{n}” tidak dikenal{mirip(n, boleh)}; pilihan: {', '.join(boleh)}")
            elif beda and n in nilai[:ke]:
                self.tolak(kunci, f"“{n}” tertulis dua kali")
        return tuple(n.strip() for n in nilai)

    def ya(self, kunci: str) -> bool:
        """A true/false that is false where it is missing."""
        nilai = self.isi.get(kunci, False)
        if not isinstance(nilai, bool):
            self.tolak(kunci, f"harus true atau false, tertulis {_tulis(nilai)}")
            return False
        return nilai

    def tabel(self, kunci: str) -> Tabel:
        """A table inside this one; an empty one where it is missing."""
        nilai = self.isi.get(kunci, {})
        if not isinstance(nilai, dict):
            self.tolak(kunci, f"harus berupa tabel [{self._ke(kunci)}], tertulis {_tulis(nilai)}")
            nilai = {}
        return Tabel(nilai, self._ke(kunci), self.salah)

    def deret(self, kunci: str) -> list[Tabel]:
        """A non-empty array of tables, each with its place (counted from 1) as key path."""
        nilai = self.isi.get(kunci)
        if not isinstance(nilai, list) or not nilai or not all(isinstance(n, dict) for n in nilai):
            self.tolak(kunci, f"wajib ada, paling sedikit satu [[{self._ke(kunci)}]]")
            return []
        return [Tabel(n, f"{self._ke(kunci)}[{ke}]", self.salah) for ke, n in enumerate(nilai, 1)]

    def angka(self, kunci: str) -> Fraction:
        """A number, exact; 0 after a fault. The file must have been read with Decimal for its decimal numbers."""
        nilai = self.isi[kunci]
        if isinstance(nilai, bool) or not isinstance(nilai, int | Decimal) or not Decimal(nilai).is_finite():
            self.tolak(kunci, f"harus berupa angka, tertulis {_tulis(nilai)}")
            return Fraction(0)
        return Fraction(nilai)


def mirip(teks: str, pilihan: Collection[str]) -> str:
    """The near miss as the tail of a sentence, or nothing."""
    dekat = terdekat(teks, pilihan)
    return f"; mungkin maksudnya “{dekat}”" if dekat is not None else ""


def _tulis(nilai: object) -> str:
    if isinstance(nilai, bool):
        return "true" if nilai else "false"
    return f"“{nilai}”"
