"""The shape of a rule: a pure function and the fields that must not be in doubt when it runs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from kinerja.catalogue import temuan
from kinerja.domain.formulir import Kolom, KolomAnggaran
from kinerja.findings import Finding
from kinerja.validate.baris import Baris, BarisAnggaran
from kinerja.validate.indeks import Indeks
from kinerja.workbook.model import Sel

B = TypeVar("B", Baris, BarisAnggaran)

NIHIL: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Aturan(Generic[B]):
    """One rule over a row, skipped when a field of `butuh` bears a galat or one of `bersih` a galat or a warning."""

    periksa: Callable[[B, Indeks], Iterable[Finding]]
    butuh: tuple[str, ...] = ()
    bersih: tuple[str, ...] = ()


def temuan_baris(
    kode: str, baris: Baris, indeks: Indeks, kolom: Kolom, sel: Sel | str | None, /, *,
    tertulis: str | None = None, diharapkan: str | None = None, **isi: str,
) -> Finding:  # fmt: skip
    """A finding about a cell of an indicator's row."""
    return temuan(
        kode, indeks.ref(sel),
        indikator=baris.kode, medan=kolom.medan, tertulis=tertulis, diharapkan=diharapkan, tingkat=None,
        butir=baris.kode, **isi,
    )  # fmt: skip


def temuan_anggaran(
    kode: str, baris: BarisAnggaran, indeks: Indeks, kolom: KolomAnggaran, sel: Sel | None, /, *,
    tertulis: str | None = None, diharapkan: str | None = None, **isi: str,
) -> Finding:  # fmt: skip
    """A finding about a cell of a budget row. Its identity carries the line's Kode in the field name."""
    return temuan(
        kode, indeks.ref_anggaran(sel), medan=f"{baris.kode}.{kolom.medan}",
        tertulis=tertulis, diharapkan=diharapkan, tingkat=None, mata=baris.kode, butir=f"anggaran {baris.kode}", **isi,
    )  # fmt: skip


def tempat_isian(baris: Baris) -> str:
    """The input cells of the row, for a hint: `sel J12 dan K12`."""
    return "sel " + " dan ".join(i.sel.alamat for _, i in baris.isian if i.sel is not None)
