"""The weekly monitoring paper of a unit and month: its layout, its identity, what was issued and what it yields."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from kinerja.domain.minggu import Minggu
from kinerja.domain.nilai import Nilai

SKEMA_PANTAU = "1"
LEMBAR_PANTAU = "_pemantauan"  # very hidden: identity and what was issued
SIFAT_PANTAU = "kinerja_pemantauan"  # custom document property that holds `kode_kertas`
AWALAN_PANTAU = "PEMANTAUAN/"

_KERTAS, _MINGGU, _BARIS, _LALU = "Kode Kertas", "M", "B", "T"  # first cell of each row of the hidden sheet


class KolomPantau(StrEnum):
    """Headings of a week's sheet; the member name in lower case is the field name (`medan`) of findings."""

    NO = "No"
    KODE = "Kode"
    INDIKATOR = "Indikator Kinerja"
    SATUAN = "Satuan"
    CARA = "Yang Diisi"
    TARGET = "Target Bulan Ini"
    BAGIAN = "Bagian Target Minggu Ini"
    BAGIAN_SD = "Bagian Target s.d. Minggu Ini"
    PEMBILANG = "Pembilang"
    PENYEBUT = "Penyebut"
    REALISASI = "Realisasi Minggu Ini"
    KUMULATIF = "Kumulatif"
    VARIAN = "Varian"
    KEADAAN = "Keadaan"
    TINDAKAN_LALU = "Tindakan Lalu yang Belum Selesai"
    STATUS_LALU = "Status Tindakan Lalu"
    TINDAKAN = "Tindakan Perbaikan"
    PENANGGUNG_JAWAB = "Penanggung Jawab"
    BATAS_WAKTU = "Batas Waktu"
    STATUS = "Status Tindakan"
    DOKUMEN = "Dokumen Pendukung"

    @property
    def medan(self) -> str:
        """The field name, e.g. `batas_waktu`."""
        return self.name.lower()


MAKS_MINGGU = 6  # that a month can have

KOLOM_RASIO = (KolomPantau.PEMBILANG, KolomPantau.PENYEBUT)  # absent where the unit has no Rasio
KOLOM_UJUNG = (KolomPantau.TARGET, KolomPantau.BAGIAN, KolomPantau.BAGIAN_SD)  # locked figures, as issued
KOLOM_DIISI = (
    *KOLOM_RASIO, KolomPantau.REALISASI, KolomPantau.STATUS_LALU, KolomPantau.TINDAKAN, KolomPantau.PENANGGUNG_JAWAB,
    KolomPantau.BATAS_WAKTU, KolomPantau.STATUS, KolomPantau.DOKUMEN,
)  # fmt: skip


class StatusTindakan(StrEnum):
    """Where a corrective action stands; one without a status has not begun."""

    BELUM = "Belum"
    BERJALAN = "Berjalan"
    SELESAI = "Selesai"


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentitasPantau:
    """Whose paper this is. Kept in the hidden sheet, in a document property, and in a visible line of each week."""

    skema: str
    instansi: str  # Master.id_instansi
    unit: str
    periode: str
    versi_master: str

    @property
    def kode_kertas(self) -> str:
        """One line of text: `PEMANTAUAN/1/ab12cd34/IRB1/2026-05/0f3a…`."""
        bagian = (self.skema, self.instansi, self.unit, self.periode, self.versi_master)
        return AWALAN_PANTAU + "/".join(bagian)

    @classmethod
    def parse(cls, teks: str) -> IdentitasPantau | None:
        """Read `kode_kertas` back; None when the text is not one."""
        bagian = teks.strip().split("/")
        if len(bagian) != 6 or f"{bagian[0]}/" != AWALAN_PANTAU:
            return None
        return cls(skema=bagian[1], instansi=bagian[2], unit=bagian[3], periode=bagian[4], versi_master=bagian[5])


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisPantau:
    """One indicator as issued: the month's target as exact text (None: it has none), and whether weeks share it."""

    kode: str
    target: str | None
    dibagi: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TindakanLalu:
    """An action that an earlier month left open, as it was printed on the paper."""

    indikator: str
    periode: str  # in which it was written, and the week
    minggu: int
    uraian: str
    penanggung_jawab: str
    batas: str  # ISO date, or empty
    status: StatusTindakan

    @property
    def kunci(self) -> tuple[str, str, int]:
        """By which it is known: indicator, month, week."""
        return self.indikator, self.periode, self.minggu


@dataclass(frozen=True, slots=True, kw_only=True)
class PantauTerbit:
    """A paper as issued; the shares follow from targets and weeks."""

    identitas: IdentitasPantau
    minggu: tuple[Minggu, ...]
    baris: tuple[BarisPantau, ...]
    lalu: tuple[TindakanLalu, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NilaiMinggu:
    """What a unit entered for one indicator and week: of a shared target this week's part, else the state by then."""

    indikator: str
    minggu: int
    nilai: Nilai | None
    pembilang: Fraction | None = None
    penyebut: Fraction | None = None
    lembar: str
    sel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tindakan:
    """A corrective action with its latest status. `selesai`: the week of this paper in which it was finished."""

    indikator: str
    periode: str  # in which it was written, and the week
    minggu: int
    uraian: str
    penanggung_jawab: str
    batas: date | None
    status: StatusTindakan
    selesai: int | None
    lembar: str
    sel: str

    @property
    def kunci(self) -> tuple[str, str, int]:
        """By which it is known: indicator, month, week."""
        return self.indikator, self.periode, self.minggu

    @property
    def terbuka(self) -> bool:
        """True while it is not finished."""
        return self.status is not StatusTindakan.SELESAI


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiPantau:
    """What a paper yields."""

    nilai: tuple[NilaiMinggu, ...] = ()
    tindakan: tuple[Tindakan, ...] = ()


def pantau_rows(terbit: PantauTerbit) -> list[list[str]]:
    """Rows of the hidden sheet, every cell text."""
    rows = [[_KERTAS, terbit.identitas.kode_kertas]]
    rows += [[_MINGGU, str(m.ke), m.awal.isoformat(), m.akhir.isoformat(), str(m.hari_kerja)] for m in terbit.minggu]
    rows += [[_BARIS, b.kode, b.target or "", "1" if b.dibagi else "0"] for b in terbit.baris]
    rows += [
        [_LALU, t.indikator, t.periode, str(t.minggu), t.uraian, t.penanggung_jawab, t.batas, t.status.value]
        for t in terbit.lalu
    ]
    return rows


def parse_pantau(rows: Iterable[Sequence[str]]) -> PantauTerbit | None:
    """Read the rows back, of stripped texts; None when they are not those of a paper, or damaged."""
    identitas: IdentitasPantau | None = None
    minggu: list[Minggu] = []
    baris: list[BarisPantau] = []
    lalu: list[TindakanLalu] = []
    try:
        for row in rows:
            sel = [*row, *[""] * 8]
            match sel[0]:
                case "Kode Kertas":
                    identitas = IdentitasPantau.parse(sel[1])
                case "M":
                    awal, akhir = date.fromisoformat(sel[2]), date.fromisoformat(sel[3])
                    minggu.append(Minggu(ke=int(sel[1]), awal=awal, akhir=akhir, hari_kerja=int(sel[4])))
                case "B":
                    baris.append(BarisPantau(kode=sel[1], target=sel[2] or None, dibagi=sel[3] == "1"))
                case "T":
                    lalu.append(
                        TindakanLalu(
                            indikator=sel[1], periode=sel[2], minggu=int(sel[3]), uraian=sel[4],
                            penanggung_jawab=sel[5], batas=sel[6], status=StatusTindakan(sel[7]),
                        )
                    )  # fmt: skip
                case _:
                    pass
    except ValueError:
        return None
    if identitas is None or not _wajar(identitas, minggu, baris, lalu):
        return None
    return PantauTerbit(identitas=identitas, minggu=tuple(minggu), baris=tuple(baris), lalu=tuple(lalu))


def _wajar(
    identitas: IdentitasPantau, minggu: Sequence[Minggu], baris: Sequence[BarisPantau], lalu: Sequence[TindakanLalu]
) -> bool:
    """True for what we may have issued: whoever opens a hidden sheet can write anything into it."""
    urut = [m.ke for m in minggu] == list(range(1, len(minggu) + 1)) and 1 <= len(minggu) <= MAKS_MINGGU
    hari = all(m.awal <= m.akhir and 0 <= m.hari_kerja <= m.hari for m in minggu)
    kode = len({b.kode for b in baris}) == len(baris)
    tindakan = len({t.kunci for t in lalu}) == len(lalu) and all(t.periode < identitas.periode for t in lalu)
    return urut and hari and kode and tindakan
