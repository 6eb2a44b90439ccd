"""Categories of a capaian: scales as data, each with a stated rule for its boundaries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType

from kinerja.domain.angka import bulat_skala


@dataclass(frozen=True, slots=True, kw_only=True)
class SkalaKategori:
    """Classes from the highest down. A class holds from its bound upward (`termasuk`) or only above it."""

    nama: str
    judul: str
    kelas: tuple[tuple[int, str], ...]
    terendah: str
    termasuk: bool

    @property
    def aturan(self) -> str:
        """The rule in one line, as a report prints it."""
        tanda = "≥" if self.termasuk else ">"
        batas = "; ".join(f"{label} {tanda} {bawah}" for bawah, label in self.kelas)
        return f"{batas}; selebihnya {self.terendah}"

    @property
    def label(self) -> tuple[str, ...]:
        """All labels, highest first."""
        return (*(label for _, label in self.kelas), self.terendah)


_BATAS = (91, 76, 66, 51)


def _lima(nama: str, judul: str, *label: str) -> SkalaKategori:
    return SkalaKategori(
        nama=nama, judul=judul, kelas=tuple(zip(_BATAS, label[:4], strict=True)), terendah=label[4], termasuk=True
    )


SKALA: Mapping[str, SkalaKategori] = MappingProxyType(
    {
        s.nama: s
        for s in (
            _lima(
                "sangat_tinggi", "Sangat Tinggi sampai Sangat Rendah",
                "Sangat Tinggi", "Tinggi", "Sedang", "Rendah", "Sangat Rendah",
            ),
            _lima(
                "sangat_baik", "Sangat Baik sampai Sangat Kurang",
                "Sangat Baik", "Baik", "Cukup", "Kurang", "Sangat Kurang",
            ),
            SkalaKategori(
                nama="akip",
                judul="Predikat AKIP",
                kelas=((90, "AA"), (80, "A"), (70, "BB"), (60, "B"), (50, "CC"), (30, "C")),
                terendah="D",
                termasuk=False,
            ),
        )
    }
)  # fmt: skip


def kategori(capaian: Fraction, nama_skala: str, desimal: int) -> str:
    """The label of a capaian, from the figure that the reader sees (rounded to `desimal`). KeyError: no such scale."""
    skala = SKALA[nama_skala]
    tercetak, satu = bulat_skala(capaian, desimal), 10**desimal
    for bawah, label in skala.kelas:
        if tercetak > bawah * satu or (skala.termasuk and tercetak == bawah * satu):
            return label
    return skala.terendah
