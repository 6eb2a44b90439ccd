"""The layout of the form: names of its sheets, headings and identity keys. Written by forms, found again by read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

SKEMA = "1"

LEMBAR_PETUNJUK = "Petunjuk"
LEMBAR_KINERJA = "Data Kinerja"
LEMBAR_ANGGARAN = "Anggaran"
LEMBAR_PENGESAHAN = "Pengesahan"
LEMBAR_IDENTITAS = "_identitas"

# The annotated return copy adds this sheet; it is ignored when the form comes back.
LEMBAR_TEMUAN = "Temuan"

TIDAK_DIUKUR = "tidak diukur pada periode ini"


class Kolom(StrEnum):
    """Headings of `Data Kinerja`; the member name in lower case is the field name (`medan`) of findings."""

    NO = "No"
    KODE = "Kode"
    SASARAN = "Sasaran"
    INDIKATOR = "Indikator Kinerja"
    SATUAN = "Satuan"
    TARGET_TAHUN = "Target Tahun"
    TARGET_PERIODE = "Target Periode Ini"
    TARGET_SD = "Target s.d."
    REALISASI_SD_LALU = "Realisasi s.d. Lalu"
    PEMBILANG = "Pembilang"
    PENYEBUT = "Penyebut"
    REALISASI = "Realisasi"
    REALISASI_SD = "Realisasi s.d."
    CAPAIAN = "Capaian (%)"
    FAKTOR_PENDORONG = "Faktor Pendorong"
    FAKTOR_PENGHAMBAT = "Faktor Penghambat"
    TINDAK_LANJUT = "Tindak Lanjut"
    DATA_PENDUKUNG = "Data Pendukung"
    STATUS_TINDAK_LANJUT_LALU = "Status Tindak Lanjut Lalu"

    @property
    def medan(self) -> str:
        """The field name, e.g. `realisasi_sd`."""
        return self.name.lower()


# What the unit fills in (Realisasi of a Rasio is a formula and therefore locked).
KOLOM_ISIAN = (
    Kolom.PEMBILANG, Kolom.PENYEBUT, Kolom.REALISASI, Kolom.FAKTOR_PENDORONG, Kolom.FAKTOR_PENGHAMBAT,
    Kolom.TINDAK_LANJUT, Kolom.DATA_PENDUKUNG, Kolom.STATUS_TINDAK_LANJUT_LALU,
)  # fmt: skip

KOLOM_URAIAN = KOLOM_ISIAN[3:]  # those that hold words


class KolomAnggaran(StrEnum):
    """Headings of `Anggaran`; only Realisasi is filled in."""

    KODE = "Kode"
    URAIAN = "Uraian"
    PAGU = "Pagu"
    REALISASI_SD_LALU = "Realisasi s.d. Lalu"
    REALISASI = "Realisasi"
    REALISASI_SD = "Realisasi s.d."
    SERAPAN = "Serapan (%)"

    @property
    def medan(self) -> str:
        """The field name, e.g. `realisasi_sd`."""
        return self.name.lower()


class LabelPengesahan(StrEnum):
    """Labels in column A of `Pengesahan`; column B is filled in."""

    DISUSUN_OLEH = "Disusun Oleh"
    JABATAN = "Jabatan"
    NIP = "NIP"
    TANGGAL = "Tanggal"
    DISETUJUI_OLEH = "Disetujui Oleh"


# Optional last row of `Pengesahan`: why a figure that a report already printed is now another.
LABEL_ALASAN_PERBAIKAN = "Alasan Perbaikan Data"


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentitasForm:
    """Who this form is. Kept in the hidden sheet, in a custom document property, and in one visible line."""

    skema: str
    instansi: str  # Master.id_instansi
    unit: str
    periode: str
    versi_master: str
    menjawab_revisi: int  # 0 on a fresh form; n on the return copy that answers revision n

    @property
    def kode_formulir(self) -> str:
        """One line of text that holds it all: `KINERJA/1/ab12cd34/SEK/2026-01/0f3a…/0`."""
        return "/".join(
            (
                "KINERJA",
                self.skema,
                self.instansi,
                self.unit,
                self.periode,
                self.versi_master,
                str(self.menjawab_revisi),
            )
        )

    def answering(self, revisi: int) -> IdentitasForm:
        """The identity of the copy that answers this revision."""
        return replace(self, menjawab_revisi=revisi)

    @classmethod
    def parse(cls, teks: str) -> IdentitasForm | None:
        """Read `kode_formulir` back; None when the text is not one."""
        bagian = teks.strip().split("/")
        if len(bagian) != 7 or bagian[0] != "KINERJA" or not bagian[6].isascii() or not bagian[6].isdigit():
            return None
        return cls(
            skema=bagian[1], instansi=bagian[2], unit=bagian[3], periode=bagian[4],
            versi_master=bagian[5], menjawab_revisi=int(bagian[6]),
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisTerbit:
    """The locked values of one row as they were printed on the issued form (exact text, `None` = empty cell).

    They stand in the identity sheet and in the register, so that a changed target or a changed
    "Realisasi s.d. Lalu" can be told from what was issued, whatever the register says today.
    `jumlah_lalu`, `banyak_lalu`: sum and count of the earlier due months (for Rata-rata);
    `pembilang_lalu`, `penyebut_lalu`: consolidated parts of the earlier due months (for Rasio).
    """

    kode: str
    target_tahun: str | None
    target_periode: str | None
    target_sd: str | None
    realisasi_sd_lalu: str | None
    jumlah_lalu: str | None = None
    banyak_lalu: int = 0
    pembilang_lalu: str | None = None
    penyebut_lalu: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnggaranTerbit:
    """The locked values of one budget row as issued, exact decimal text."""

    kode: str
    pagu: str
    realisasi_sd_lalu: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormTerbit:
    """A blank form as issued: its identity and everything locked in it."""

    identitas: IdentitasForm
    baris: tuple[BarisTerbit, ...]
    anggaran: tuple[AnggaranTerbit, ...]
