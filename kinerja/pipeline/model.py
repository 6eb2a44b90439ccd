"""What the stages hand to the command line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kinerja.aggregate.model import HasilPeriode
from kinerja.domain.kiriman import Status
from kinerja.domain.pemantauan import IsiPantau
from kinerja.domain.periode import Periode
from kinerja.errors import KinerjaError
from kinerja.findings import Finding
from kinerja.register.model import DokumenTercatat, KertasPantau, Kiriman


@dataclass(frozen=True, slots=True, kw_only=True)
class BerkasDinilai:
    """A current submission with its own findings and those that only its neighbours reveal.

    `pertama` is when the unit first sent a form for the period: a correction is not late for the first deadline.
    """

    kiriman: Kiriman
    pertama: datetime
    status: Status
    temuan: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PantauDinilai:
    """A current monitoring paper with its findings; `catatan` is the path of the note to its unit, if it needs one."""

    kertas: KertasPantau
    isi: IsiPantau
    temuan: tuple[Finding, ...]
    catatan: str | None

    @property
    def minggu_terisi(self) -> tuple[int, ...]:
        """Weeks in which every indicator of the paper has a value."""
        terbit = self.kertas.terbit
        if terbit is None:
            return ()
        ada = {(n.indikator, n.minggu) for n in self.isi.nilai}
        return tuple(m.ke for m in terbit.minggu if all((b.kode, m.ke) in ada for b in terbit.baris))

    @property
    def lengkap(self) -> bool:
        """True when every week with working days is filled in."""
        terbit = self.kertas.terbit
        return terbit is not None and {m.ke for m in terbit.minggu if m.hari_kerja} <= set(self.minggu_terisi)

    @property
    def terisi(self) -> str:
        """Those weeks in words: `minggu 1–3 dari 5`, `minggu 1, 3 dari 5`; empty when there is none."""
        terbit, minggu = self.kertas.terbit, self.minggu_terisi
        if terbit is None or not minggu:
            return ""
        urut = len(minggu) > 2 and minggu == tuple(range(minggu[0], minggu[-1] + 1))
        daftar = f"{minggu[0]}–{minggu[-1]}" if urut else ", ".join(map(str, minggu))
        return f"minggu {daftar} dari {len(terbit.minggu)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ValidasiPeriode:
    """The state of one period after a run; `periode` None gathers files whose period is unknown."""

    periode: Periode | None
    berkas: tuple[BerkasDinilai, ...]
    belum_masuk: tuple[str, ...]
    catatan: tuple[Finding, ...]  # about files that are no submission of this period
    dokumen: tuple[DokumenTercatat, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilValidate:
    periode: tuple[ValidasiPeriode, ...]
    ada_galat: bool
    disisihkan: tuple[tuple[str, str], ...] = ()  # documents that people had edited: (path, where that copy is kept)
    pantau: tuple[PantauDinilai, ...] = ()  # papers of these periods, new ones, and those that were refused
    pesan: tuple[str, ...] = ()  # decisions in the Kertas Kerja Validasi that have no effect, and why


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilBuild:
    """`daftar_periksa`: which mandatory analyses are complete, and what the others lack. `lanjutan`: which report of
    the SOP's chain comes next. `gagal`: why the PDF that was asked for could not be made; the rest is there."""

    hasil: HasilPeriode
    dokumen: tuple[DokumenTercatat, ...]
    ringkasan: tuple[str, ...]
    ada_galat: bool
    disisihkan: tuple[tuple[str, str], ...]
    daftar_periksa: tuple[str, ...]
    lanjutan: tuple[str, ...] = ()
    gagal: KinerjaError | None = None
