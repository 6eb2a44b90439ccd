"""Cells of one .xlsx sheet: one pass of a bytes pattern where the sheet is plain, expat where it is not.

Both ways hand raw text to the same `_Penerjemah`, so value, kind and number format cannot disagree between them. The
fast way must account for every cell start of the sheet, else it gives up: a sheet is never silently read as empty.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kinerja.workbook.errors import BerkasDitolak
from kinerja.workbook.model import Isi, Jenis, Lembar, Sel, alamat
from kinerja.workbook.numfmt import UMUM, nilai_angka, nilai_iso
from kinerja.workbook.xmlteks import bersihkan, lepas_entitas, urai

MAKS_SEL = 300_000  # cells with content in one workbook
MAKS_TANDA = 3_000_000  # cells of one sheet, the empty ones that people format by the column included
_MAKS_BARIS, _MAKS_KOLOM = 1_048_576, 16_384

_AWAL_SEL_LAIN = (b"<c>", b"<c/", b"<c\t", b"<c\n", b"<c\r")  # starts of cells that the pattern cannot match
_SEL = re.compile(
    r'<c r="([A-Z]{1,3})([1-9][0-9]{0,6})"(?: s="([0-9]{1,6})")?(?: t="([a-zA-Z]{1,9})")?'
    r'(?: cm="[0-9]+")?(?: vm="[0-9]+")? ?(?:/>|>'
    r"(?:(<f)(?: [^<>]*)?(?:/>|>([^<]*)</f>))?"
    r'(?:(<v)(?: xml:space="preserve")?(?:/>|>([^<]*)</v>))?'
    r'(?:<is><t(?: xml:space="preserve")?(?:/>|>([^<]*)</t>)</is>)?'
    r"</c>)"
)
_BARIS_SEMBUNYI = re.compile(r'<row(?=[^>]* hidden="(?:1|true)")[^>]*? r="([0-9]{1,7})"')
_SEMBUNYI = re.compile(r'<row[^>]* hidden="(?:1|true)"')
_ALAMAT = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})\Z")


# Texts of <f>, <v> and <is> of a cell; None where the tag itself is absent.
IsiSel = tuple[str | None, str | None, str | None]


@dataclass(frozen=True, slots=True)
class LembarMentah:
    """One sheet part before it is read. `bagian` is its name in the package, for messages."""

    data: bytes
    nama: str
    tersembunyi: bool
    bagian: str


@dataclass(frozen=True, slots=True)
class Konteks:
    """What the sheets of one workbook share: strings, the format of each style, the epoch."""

    teks: Sequence[str]
    format: Sequence[str]
    epoch_1904: bool


def nomor_kolom(huruf: str) -> int:
    """AB -> 28."""
    n = 0
    for h in huruf:
        n = n * 26 + ord(h) - 64
    return n


class _Penerjemah:
    """Raw parts of a cell to a `Sel`, collected in `sel`. The one place that decides kinds and formats."""

    def __init__(self, konteks: Konteks, bagian: str, jatah: int) -> None:
        self.konteks = konteks
        self.bagian = bagian
        self.jatah = jatah
        self.kode = {str(n): kode for n, kode in enumerate(konteks.format)}
        self.sel: dict[tuple[int, int], Sel] = {}

    def terima(self, tempat: tuple[int, int], a1: str, gaya: str | None, tipe: str | None, mentah: IsiSel) -> None:
        """One cell at `tempat`, called `a1`; an empty one is left out."""
        rumus, nilai, langsung = mentah
        baris, kolom = tempat
        if not (1 <= baris <= _MAKS_BARIS and 1 <= kolom <= _MAKS_KOLOM):
            raise BerkasDitolak("BRK012", bagian=self.bagian)
        k = self.konteks
        kode = self.kode.get(gaya or "0", UMUM)
        jenis: Jenis
        isi: Isi
        if tipe == "s" and nilai:
            try:
                jenis, isi = Jenis.TEKS, k.teks[_indeks(nilai)]
            except (IndexError, ValueError) as e:
                raise BerkasDitolak("BRK012", bagian=self.bagian) from e
        elif tipe == "inlineStr" and langsung is not None:
            jenis, isi = Jenis.TEKS, bersihkan(langsung)
        elif tipe == "str" and nilai is not None:
            jenis, isi = Jenis.TEKS, bersihkan(nilai)
        elif not nilai or not nilai.strip():
            jenis, isi = Jenis.KOSONG, None
        elif not tipe or tipe == "n":
            jenis, isi = nilai_angka(nilai.strip(), kode, k.epoch_1904)
        elif tipe == "b":
            jenis, isi = Jenis.LOGIKA, nilai.strip() in ("1", "true")
        elif tipe == "e":
            jenis, isi = Jenis.GALAT, bersihkan(nilai)
        elif tipe == "d":
            jenis, isi = nilai_iso(nilai.strip())
        else:
            jenis, isi = Jenis.TEKS, bersihkan(nilai)
        if rumus is None:
            if jenis is Jenis.KOSONG or isi == "":
                self.sel.pop(tempat, None)
                return
        elif jenis is Jenis.KOSONG:
            jenis = Jenis.BELUM_DIHITUNG
        self.sel[tempat] = Sel(a1, jenis, isi, kode, rumus)
        if len(self.sel) > self.jatah:
            raise terlalu_banyak()


def terlalu_banyak() -> BerkasDitolak:
    """The refusal of a workbook with too many cells."""
    return BerkasDitolak("BRK014", batas=f"{MAKS_SEL:,}".replace(",", "."))


def _indeks(teks: str) -> int:
    if not (teks.isascii() and teks.isdigit()):
        raise ValueError(teks)
    return int(teks)


def baca_lembar(mentah: LembarMentah, konteks: Konteks, jatah: int) -> Lembar:
    """Read one sheet part. `jatah` is how many cells with content it may still have (BRK014)."""
    lembar = _cepat(mentah, konteks, jatah)
    return lembar if lembar is not None else _teliti(mentah, konteks, jatah)


def _cepat(mentah: LembarMentah, konteks: Konteks, jatah: int) -> Lembar | None:
    """The fast way; None when the sheet is not plain enough for it."""
    data = mentah.data
    if not _polos(data):
        return None
    awal = data.find(b"<sheetData>")
    akhir = data.find(b"</sheetData>", awal)
    if awal < 0 or akhir < 0 or data.count(b"<sheetData") != 1 or any(tanda in data for tanda in _AWAL_SEL_LAIN):
        return None
    jumlah = data.count(b"<c ")
    if jumlah > MAKS_TANDA:
        raise terlalu_banyak()
    try:
        isi = data[awal:akhir].decode("utf-8")
    except UnicodeDecodeError:
        return None
    if "\r" in isi:
        isi = isi.replace("\r\n", "\n").replace("\r", "\n")
    baris_sembunyi: frozenset[int] = frozenset()
    if "hidden=" in isi:
        baris_sembunyi = frozenset(int(n) for n in _BARIS_SEMBUNYI.findall(isi))
        if len(baris_sembunyi) != len(_SEMBUNYI.findall(isi)):
            return None
    penerjemah = _Penerjemah(konteks, mentah.bagian, jatah)
    terima, nomor = penerjemah.terima, _NomorKolom()
    cocok = 0
    for m in _SEL.finditer(isi):
        cocok += 1
        huruf, baris, gaya, tipe, f, rumus, v, nilai, langsung = m.groups()
        if v is None and f is None and langsung is None:
            continue
        terima(
            (int(baris), nomor[huruf]),
            huruf + baris,
            gaya,
            tipe,
            (
                lepas_entitas(rumus or "") if f else None,
                lepas_entitas(nilai or "") if v else None,
                lepas_entitas(langsung) if langsung is not None else None,
            ),
        )
    if cocok != jumlah:
        return None
    sekitar = _Sekitar(mentah.bagian)
    sekitar.baca(data[:awal] + b"<sheetData/>" + data[akhir + len(b"</sheetData>") :])
    return Lembar(
        mentah.nama,
        penerjemah.sel,
        mentah.tersembunyi,
        tuple(sekitar.gabungan),
        baris_sembunyi,
        frozenset(sekitar.kolom_sembunyi),
    )


def _polos(data: bytes) -> bool:
    """UTF-8, without anything that makes bytes and meaning differ."""
    kepala = data[:200]
    if kepala.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in kepala:
        return False
    if (deklarasi := re.search(rb"encoding=[\"']([^\"']+)", kepala)) and deklarasi[1].lower() != b"utf-8":
        return False
    return not any(tanda in data for tanda in (b"<!", b":sheetData", b":c "))


class _NomorKolom(dict[str, int]):
    """Column numbers by letters, each worked out once."""

    def __missing__(self, huruf: str) -> int:
        n = self[huruf] = nomor_kolom(huruf)
        return n


class _Sekitar:
    """What stands around the cells: merged ranges and hidden columns."""

    def __init__(self, bagian: str) -> None:
        self.bagian = bagian
        self.gabungan: list[str] = []
        self.kolom_sembunyi: set[int] = set()

    def baca(self, data: bytes) -> None:
        """Parse the part without its cells."""
        urai(data, self.bagian, self.awal)

    def awal(self, nama: str, a: dict[str, str]) -> None:
        """Start of an element."""
        if nama == "mergeCell" and "ref" in a:
            self.gabungan.append(a["ref"])
        elif nama == "col" and a.get("hidden") in ("1", "true"):
            try:
                dari, sampai = int(a["min"]), int(a["max"])
            except (KeyError, ValueError):
                return
            self.kolom_sembunyi.update(range(max(dari, 1), min(sampai, _MAKS_KOLOM) + 1))


def _teliti(mentah: LembarMentah, konteks: Konteks, jatah: int) -> Lembar:
    """The careful way: every dialect that XML allows."""
    p = _Pengurai(_Penerjemah(konteks, mentah.bagian, jatah), _Sekitar(mentah.bagian))
    urai(mentah.data, mentah.bagian, p.awal, p.akhir, p.teks)
    return Lembar(
        mentah.nama,
        p.penerjemah.sel,
        mentah.tersembunyi,
        tuple(p.sekitar.gabungan),
        frozenset(p.baris_sembunyi),
        frozenset(p.sekitar.kolom_sembunyi),
    )


class _Pengurai:
    """Handlers for expat over a whole sheet part."""

    def __init__(self, penerjemah: _Penerjemah, sekitar: _Sekitar) -> None:
        self.penerjemah = penerjemah
        self.sekitar = sekitar
        self.tanda = 0
        self.baris = 0
        self.kolom = 0
        self.baris_sembunyi: set[int] = set()
        self.tempat = (0, 0)
        self.gaya = self.tipe = ""
        self.dalam_sel = self.dalam_ejaan = False
        self.bagian_sel: dict[str, list[str]] = {}  # texts of f, v and is; a key is there when its tag was
        self.tampung: list[str] | None = None

    def awal(self, nama: str, a: dict[str, str]) -> None:
        if nama == "c":
            self.tanda += 1
            if self.tanda > MAKS_TANDA:
                raise terlalu_banyak()
            cocok = _ALAMAT.match(a.get("r", ""))
            if cocok:
                self.tempat = (int(cocok[2]), nomor_kolom(cocok[1]))
            else:  # a writer that leaves addresses out means "the next one"
                self.tempat = (self.baris, self.kolom + 1)
            self.kolom = self.tempat[1]
            self.gaya, self.tipe = a.get("s", ""), a.get("t", "")
            self.bagian_sel = {}
            self.dalam_sel = True
        elif nama == "row":
            self.baris = int(a["r"]) if a.get("r", "").isdigit() else self.baris + 1
            self.kolom = 0
            if a.get("hidden") in ("1", "true"):
                self.baris_sembunyi.add(self.baris)
        elif self.dalam_sel:
            if nama in ("f", "v"):
                self.tampung = self.bagian_sel.setdefault(nama, [])
            elif nama == "is":
                self.bagian_sel.setdefault("is", [])
            elif nama == "rPh":
                self.dalam_ejaan = True
            elif nama == "t" and "is" in self.bagian_sel and not self.dalam_ejaan:
                self.tampung = self.bagian_sel["is"]
        else:
            self.sekitar.awal(nama, a)

    def teks(self, teks: str) -> None:
        if self.tampung is not None:
            self.tampung.append(teks)

    def akhir(self, nama: str) -> None:
        if nama in ("f", "v", "t"):
            self.tampung = None
        elif nama == "rPh":
            self.dalam_ejaan = False
        elif nama == "c" and self.dalam_sel:
            self.dalam_sel = False
            f, v, langsung = ("".join(self.bagian_sel[k]) if k in self.bagian_sel else None for k in ("f", "v", "is"))
            if f is not None or v is not None or langsung is not None:
                self.penerjemah.terima(self.tempat, alamat(*self.tempat), self.gaya, self.tipe, (f, v, langsung))
