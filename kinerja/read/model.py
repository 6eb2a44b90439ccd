"""A filled form as it was read: cells by row key and heading, before anything is judged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from kinerja.domain.formulir import FormTerbit, IdentitasForm, Kolom, KolomAnggaran, LabelPengesahan
from kinerja.domain.pemantauan import IdentitasPantau, KolomPantau, PantauTerbit
from kinerja.findings import Finding
from kinerja.workbook.model import Sel


@dataclass(frozen=True, slots=True, kw_only=True)
class Kandidat:
    """A file found in `masuk/` (or named on the command line), before it is opened."""

    path: str  # relative to the workspace, posix; a zip member is `masuk/x.zip!/a.xlsx`
    isi: bytes = field(repr=False)
    sha256: str
    diterima: datetime  # the mail's date, else the file's time
    pengirim: str | None = None  # From of the mail that brought it (may be empty); None: it came otherwise


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisForm:
    """One row of `Data Kinerja`, by heading. A heading that the sheet lacks is absent from `sel`."""

    kode: str
    nomor: int  # row number in the sheet
    sel: Mapping[Kolom, Sel]
    tersembunyi: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisFormAnggaran:
    """One row of `Anggaran`, by heading."""

    kode: str
    nomor: int
    sel: Mapping[KolomAnggaran, Sel]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormTerbaca:
    """A form taken apart. `terbit` is what its identity sheet says was issued; None when that is lost."""

    path: str
    sha256: str
    format: str
    identitas: IdentitasForm
    terbit: FormTerbit | None
    baris: tuple[BarisForm, ...]  # in sheet order; duplicates of a Kode are all here
    anggaran: tuple[BarisFormAnggaran, ...]
    pengesahan: Mapping[LabelPengesahan, Sel]
    alasan_perbaikan: Sel | None = None  # None: the form has no such row
    nama_lembar: Mapping[str, str] = field(default_factory=dict)  # by the form's name, the sheet's name as received


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisMinggu:
    """One row of a week's sheet of a monitoring paper, by heading."""

    kode: str
    nomor: int
    sel: Mapping[KolomPantau, Sel]


@dataclass(frozen=True, slots=True, kw_only=True)
class PantauTerbaca:
    """A monitoring paper taken apart. `terbit` as its hidden sheet says; None when that is lost."""

    path: str
    sha256: str
    identitas: IdentitasPantau
    terbit: PantauTerbit | None
    baris: Mapping[int, tuple[BarisMinggu, ...]]  # by week, those whose sheet was found
    nama_lembar: Mapping[int, str]  # by week, the sheet's name as received


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilBaca:
    """Outcome of reading one candidate: the form (None when it is refused) and what was wrong with the file.

    `pantau`: it is no form but a monitoring paper.
    """

    form: FormTerbaca | None
    temuan: tuple[Finding, ...]
    pantau: PantauTerbaca | None = None
