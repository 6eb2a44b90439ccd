"""Everything around one form, prepared once per run: look-ups by Kode instead of searches in every rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from operator import attrgetter

from kinerja.domain.fakta import Fakta, Uraian
from kinerja.domain.formulir import LEMBAR_ANGGARAN, LEMBAR_KINERJA, AnggaranTerbit, BarisTerbit, FormTerbit
from kinerja.domain.indikator import Indikator
from kinerja.findings import Finding, Tingkat
from kinerja.master.model import MataAnggaran, Target
from kinerja.read.model import FormTerbaca
from kinerja.sources import Asal, CellRef
from kinerja.validate.model import Konteks
from kinerja.workbook.model import Sel


@dataclass(frozen=True, slots=True, kw_only=True)
class Indeks:
    """The form, its surroundings, and look-ups. `terbit` is the copy to trust: the register's, else the form's own."""

    form: FormTerbaca
    konteks: Konteks
    temuan_baca: tuple[Finding, ...]
    terbit: FormTerbit | None
    versi_sama: bool  # the form was made from the master as it is now
    indikator: Mapping[str, Indikator]  # of this unit
    target: Mapping[str, Target]
    sasaran: Mapping[str, str]  # names by Kode
    baris_terbit: Mapping[str, BarisTerbit]
    anggaran: Mapping[str, MataAnggaran]  # lines that this unit fills in, as in force at the end of the period
    anggaran_terbit: Mapping[str, AnggaranTerbit]
    lalu: Mapping[str, Sequence[Fakta]]  # accepted facts of this year by indicator, in order of months
    uraian_lalu: Mapping[str, Uraian]
    ditandai: Mapping[tuple[str, str], Tingkat]  # cells that reading already found fault with
    revisi: int  # of this form
    ambang: Mapping[str, Fraction]  # thresholds of the checks
    capaian_biasa: range  # whole percentages from which rounding brings no capaian to a threshold

    @property
    def kode_wajib(self) -> tuple[str, ...]:
        """Kodes of the rows that the form must have."""
        return tuple(self.baris_terbit) if self.terbit is not None else tuple(self.indikator)

    @property
    def anggaran_wajib(self) -> tuple[str, ...]:
        """Kodes of the budget rows that the form must have."""
        return tuple(self.anggaran_terbit) if self.terbit is not None else tuple(self.anggaran)

    def ref(self, sel: Sel | str | None, lembar: str = LEMBAR_KINERJA) -> CellRef:
        """The address of a cell of this form, on the sheet as it is called in the file."""
        return CellRef(self.form.path, self.nama_lembar(lembar), sel.alamat if isinstance(sel, Sel) else sel)

    def nama_lembar(self, lembar: str) -> str:
        """The name that a sheet of the form has in the file."""
        return self.form.nama_lembar.get(lembar, lembar)

    def ref_anggaran(self, sel: Sel | str | None) -> CellRef:
        """The address of a cell of the sheet Anggaran."""
        return self.ref(sel, LEMBAR_ANGGARAN)

    def asal(self, sel: Iterable[Sel | None], lembar: str = LEMBAR_KINERJA) -> Asal:
        """The origin of a figure that was read from these cells."""
        return Asal(
            berkas=self.form.path,
            sha256=self.form.sha256,
            revisi=self.revisi,
            lembar=self.form.nama_lembar.get(lembar, lembar),
            sel=", ".join([s.alamat for s in sel if s is not None]),
        )


def buat_indeks(form: FormTerbaca, temuan_baca: Sequence[Finding], konteks: Konteks) -> Indeks:
    """Prepare the look-ups of one run."""
    master, unit = konteks.master, konteks.unit
    terbit = konteks.terbit if konteks.terbit is not None else form.terbit
    target, ambang = master.target_of(unit), konteks.profil.ambang
    lalu: dict[str, list[Fakta]] = {}
    for f in sorted(konteks.fakta_lalu, key=attrgetter("tahun", "bulan")):
        lalu.setdefault(f.indikator, []).append(f)
    ditandai: dict[tuple[str, str], Tingkat] = {}
    for t in temuan_baca:
        if t.sumber.lembar is not None and t.sumber.sel is not None and t.tingkat is not Tingkat.CATATAN:
            ditandai[t.sumber.lembar, t.sumber.sel] = t.tingkat
    return Indeks(
        form=form,
        konteks=konteks,
        temuan_baca=tuple(temuan_baca),
        terbit=terbit,
        versi_sama=form.identitas.versi_master == master.versi,
        indikator={i.kode: i for i in master.indikator if i.kode in target},
        target=target,
        sasaran={s.kode: s.nama for s in master.sasaran},
        baris_terbit={b.kode: b for b in terbit.baris} if terbit is not None else {},
        anggaran={a.kode: a for a in master.anggaran_of(unit, konteks.periode.akhir)},
        anggaran_terbit={a.kode: a for a in terbit.anggaran} if terbit is not None else {},
        lalu=lalu,
        uraian_lalu={u.indikator: u for u in konteks.uraian_lalu},
        ditandai=ditandai,
        revisi=form.identitas.menjawab_revisi + 1,
        ambang=ambang,
        capaian_biasa=range(int(ambang["capaian_ekstrem_bawah"]) + 1, int(ambang["capaian_ekstrem_atas"]) - 1),
    )
