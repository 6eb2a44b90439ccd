"""What is read from a corrected document: paragraphs with their revisions, and the corrections themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

BADAN = "badan"
# Custom properties of a konsep: its kind and period, and the fingerprint by which the register knows it.
SIFAT_JENIS, SIFAT_PERIODE, SIFAT_KONSEP = "kinerja_jenis", "kinerja_periode", "kinerja_konsep"
_PANJANG_JUDUL = 60
_PANJANG_CUPLIKAN = 80


class JenisKoreksi(StrEnum):
    """Kinds of correction, as the contract names them."""

    KOMENTAR = "komentar"
    SISIPAN = "sisipan"
    HAPUSAN = "hapusan"
    PINDAHAN = "pindahan"
    FORMAT = "format"
    UBAHAN = "ubahan"  # typed without Track Changes; seen by comparison with the konsep that was sent


class StatusKoreksi(StrEnum):
    """Where a correction stands, as the contract names it."""

    BARU = "baru"
    DITERIMA = "diterima"
    DITOLAK = "ditolak"
    SELESAI = "selesai"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tempat:
    """Where something stands, as a person finds it in Word. Its text is the contract's `tempat`.

    `halaman` is known only of documents that a word processor has laid out and saved.
    """

    bagian: str = BADAN  # or "kepala halaman", "catatan kaki 2", …
    judul: tuple[str, ...] = ()  # headings above it, the outermost first
    nomor: int = 0  # of the paragraph below the nearest heading, tables not counted; 0: unknown
    tabel: str = ""  # "Tabel 3" by its caption, else "tabel ke-7"
    baris: int = 0
    kolom: int = 0
    kotak: bool = False  # in a text box beside that paragraph
    halaman: int | None = None

    def __str__(self) -> str:
        bagian = [] if self.bagian == BADAN else [self.bagian]
        if self.halaman is not None:
            bagian.append(f"halaman ke-{self.halaman}")
        if self.judul:
            ujung = self.judul if len(self.judul) < 3 else (self.judul[0], self.judul[-1])
            bagian.append(" › ".join(f"“{potong(j, _PANJANG_JUDUL)}”" for j in ujung))
        if self.tabel:
            bagian.append(f"{self.tabel}, baris {self.baris}, kolom {self.kolom}" if self.baris else self.tabel)
        elif self.nomor:
            bagian.append(f"paragraf {self.nomor}")
        if self.kotak:
            bagian.append("kotak teks")
        return ", ".join(bagian) or "awal dokumen"


@dataclass(frozen=True, slots=True)
class Potongan:
    """A stretch of text of a paragraph.

    `sisipan`: it is there only when the revision is accepted; `hapusan`: only when it is rejected. `medan`: the result
    of a field that the word processor renews by itself (page numbers, contents, caption numbers).
    """

    teks: str
    sisipan: bool = False
    hapusan: bool = False
    medan: bool = False


@dataclass(frozen=True, slots=True)
class Penanda:
    """A bookmark in a paragraph: over the stretches from `awal` up to `akhir`, which it leaves out."""

    nama: str
    awal: int
    akhir: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraf:
    """A paragraph in the order of the document. `tingkat` 1-9: a heading; `daftar_isi`: a line of the contents."""

    tempat: Tempat
    potongan: tuple[Potongan, ...]
    tingkat: int = 0
    daftar_isi: bool = False
    bernomor: bool = False  # a list item whose number the word processor prints
    kontrol: str = ""  # tag of the content control around it; its title where a program has lost the tag
    penanda: tuple[Penanda, ...] = ()
    alinea_terlacak: bool = False  # its end was put in, taken out or moved as a tracked change
    tabel_ke: int = 0  # position of its table in the part, from 1; 0: in none

    @property
    def asli(self) -> str:
        """As it reads when every tracked change is rejected."""
        return "".join(p.teks for p in self.potongan if not p.sisipan)

    @property
    def usulan(self) -> str:
        """As it reads when every tracked change is accepted."""
        return "".join(p.teks for p in self.potongan if not p.hapusan)


@dataclass(frozen=True, slots=True, kw_only=True)
class Balasan:
    """A reply to a comment."""

    penulis: str | None
    waktu: str | None
    teks: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Koreksi:
    """One correction. `teks` is what is proposed or said, `teks_lama` what stood there (of a comment: what it is on).

    `penulis` and `waktu` (ISO, as the word processor wrote it) are None where the document does not tell. `kunci` is
    its identity: the same correction has the same one in every later version of the file.
    """

    kunci: str
    jenis: JenisKoreksi
    penulis: str | None
    waktu: str | None
    tempat: str
    teks: str
    teks_lama: str
    keterangan: str = ""
    balasan: tuple[Balasan, ...] = ()
    selesai: bool = False  # a comment that was marked resolved in the word processor


@dataclass(frozen=True, slots=True, kw_only=True)
class NaskahTerkoreksi:
    """All that was read. `sifat`: the custom properties by name; `penyunting`: who saved the file last, if it tells."""

    paragraf: tuple[Paragraf, ...]
    koreksi: tuple[Koreksi, ...]  # in the order of the document; none of jenis UBAHAN yet
    sifat: Mapping[str, str]
    penyunting: str | None = None


def potong(teks: str, panjang: int = _PANJANG_CUPLIKAN) -> str:
    """On one line, cut to a length."""
    teks = " ".join(teks.split())
    return teks if len(teks) <= panjang else teks[: panjang - 1].rstrip() + "…"
