"""Cells of one .xlsx sheet: one pass of a bytes pattern where the sheet is plain, expat where it is not.

Both ways hand raw text to the same `terjemahkan`, so value, kind and number format cannot disagree between them. The
fast way must account for every cell start of the sheet, else it gives up: a sheet is never silently read as empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kinerja.workbook.hafal import hafal
from kinerja.workbook.model import Baris, Lembar, huruf_kolom, nomor_kolom
from kinerja.workbook.sel_xlsx import (
    MAKS_SEL,
    POLA_SEL,
    Arti,
    Konteks,
    SelMentah,
    TidakPolos,
    hafalan,
    susun,
    terjemahkan,
    terlalu_banyak,
)
from kinerja.workbook.xmlteks import urai

MAKS_TANDA = 3_000_000  # cells of one sheet, the empty ones that people format by the column included
_MAKS_KOLOM = 16_384
_SEPERTI_FORM = 20_000  # sheets of up to so many cells are like a form: much of them was seen before

_SEL = re.compile('<c r="' + POLA_SEL)
_BARIS_SEMBUNYI = re.compile(r'<row(?=[^<>]* hidden="(?:1|true)")[^<>]*? r="([0-9]{1,7})"')
_SEMBUNYI = re.compile(r'<row[^<>]* hidden="(?:1|true)"')
_KAKI = re.compile(rb"<headerFooter[ >].*?</headerFooter>", re.DOTALL)
_ALAMAT = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})\Z")


@dataclass(frozen=True, slots=True)
class LembarMentah:
    """One sheet part before it is read. `bagian` is its name in the package, for messages."""

    data: bytes
    nama: str
    tersembunyi: bool
    bagian: str


def baca_lembar(mentah: LembarMentah, konteks: Konteks, jatah: int) -> Lembar:
    """Read one sheet part. `jatah` is how many cells with content it may still have (BRK014)."""
    lembar = _cepat(mentah, konteks, jatah)
    return lembar if lembar is not None else _teliti(mentah, konteks, jatah)


def _cepat(mentah: LembarMentah, konteks: Konteks, jatah: int) -> Lembar | None:
    """The fast way; None when the sheet is not plain enough for it."""
    data = mentah.data
    if _aneh(data):
        return None
    awal = data.find(b"<sheetData>")
    akhir = data.find(b"</sheetData>", awal)
    if awal < 0 or akhir < 0:
        return None
    try:
        isi = data[awal + len(b"<sheetData>") : akhir].decode("utf-8")
    except UnicodeDecodeError:
        return None
    jumlah = isi.count("<c")  # of them none may be overlooked
    if jumlah > MAKS_TANDA:
        raise terlalu_banyak()
    if "\r" in isi:
        isi = isi.replace("\r\n", "\n").replace("\r", "\n")
    baris_sembunyi: frozenset[int] = frozenset()
    if "hidden=" in isi:
        baris_sembunyi = frozenset(int(n) for n in _BARIS_SEMBUNYI.findall(isi))
        if len(baris_sembunyi) != len(_SEMBUNYI.findall(isi)):
            return None
    try:
        sel = (_hafal if jumlah <= _SEPERTI_FORM else _satu_satu)(isi, jumlah, konteks, mentah.bagian, jatah)
        # The footer names unit and month: without it the surroundings are those of other forms, and known.
        luar = _KAKI.sub(b"", data[:awal] + b"<sheetData/>" + data[akhir + len(b"</sheetData>") :])
        gabungan, kolom_sembunyi = _sekitar(luar, mentah.bagian)
    except TidakPolos:
        return None
    return Lembar(mentah.nama, sel, mentah.tersembunyi, gabungan, baris_sembunyi, kolom_sembunyi)


def _aneh(data: bytes) -> bool:
    """True for an encoding other than UTF-8."""
    kepala = data[:200]
    if kepala.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in kepala:
        return True
    deklarasi = re.search(rb"encoding=[\"']([^\"']+)", kepala)
    return deklarasi is not None and deklarasi[1].lower() != b"utf-8"


def _hafal(isi: str, jumlah: int, konteks: Konteks, bagian: str, jatah: int) -> Baris:
    """Cells of a sheet like a form. TidakPolos unless each begins like the others and nothing else is there."""
    arti = hafalan(konteks).__getitem__
    semua: list[Arti | None] = []
    banyak = 0
    for baris in isi.split("<row"):
        awal, *sel = baris.removesuffix("</row>").split('<c r="')
        if "<" in awal:
            raise TidakPolos
        banyak += len(sel)
        semua += map(arti, sel)
    if banyak != jumlah:
        raise TidakPolos
    return susun(filter(None, semua), konteks.teks, bagian, jatah)


def _satu_satu(isi: str, jumlah: int, konteks: Konteks, bagian: str, jatah: int) -> Baris:
    """Cells of a large sheet, one match in memory at a time. TidakPolos when some cell was not matched."""
    if "<!" in isi or ":c " in isi:  # between the matches could stand what the pattern does not see
        raise TidakPolos
    banyak = 0

    def cocok() -> Iterator[SelMentah]:
        nonlocal banyak
        for m in _SEL.finditer(isi):
            banyak += 1
            yield m.groups("")  # type: ignore[misc]  # as many groups as SelMentah has texts

    sel = terjemahkan(cocok(), konteks, bagian, jatah, entitas=True)
    if banyak != jumlah:
        raise TidakPolos
    return sel


class _Sekitar:
    """What stands around the cells: merged ranges and hidden columns."""

    def __init__(self) -> None:
        self.gabungan: list[str] = []
        self._sembunyi: list[tuple[int, int]] = []

    @property
    def kolom_sembunyi(self) -> frozenset[int]:
        """Numbers of the hidden columns."""
        hasil: set[int] = set()
        sampai = 0
        for dari, akhir in sorted(self._sembunyi):  # each column is counted once, however often it is named
            hasil.update(range(max(dari, sampai + 1, 1), min(akhir, _MAKS_KOLOM) + 1))
            sampai = max(sampai, akhir)
        return frozenset(hasil)

    def awal(self, nama: str, a: dict[str, str]) -> None:
        """Start of an element."""
        if nama == "mergeCell" and "ref" in a:
            self.gabungan.append(a["ref"])
        elif nama == "col" and a.get("hidden") in ("1", "true"):
            try:
                self._sembunyi.append((int(a["min"]), int(a["max"])))
            except (KeyError, ValueError):
                return


@hafal(64)
def _sekitar(data: bytes, bagian: str) -> tuple[tuple[str, ...], frozenset[int]]:
    """Merged ranges and hidden columns of a part without its cells; handlers run only over those two elements.

    TidakPolos for comments, DOCTYPE and prefixed names, which make bytes and meaning differ.
    """
    if any(tanda in data for tanda in (b"<!", b":sheetData", b":cols", b":mergeCell")) or data.count(b"<sheetData") > 1:
        raise TidakPolos
    s = _Sekitar()
    urai(data, bagian)
    for nama in (b"cols", b"mergeCells"):
        for m in re.finditer(rb"<%s(?:\s[^<>]*)?(?<!/)>.*?</%s>" % (nama, nama), data, re.DOTALL):
            urai(m[0], bagian, s.awal)
    return tuple(s.gabungan), s.kolom_sembunyi


def _teliti(mentah: LembarMentah, konteks: Konteks, jatah: int) -> Lembar:
    """The careful way: every dialect that XML allows."""
    p = _Pengurai(_Sekitar())
    urai(mentah.data, mentah.bagian, p.awal, p.akhir, p.teks)
    return Lembar(
        mentah.nama,
        terjemahkan(p.sel, konteks, mentah.bagian, jatah, entitas=False),
        mentah.tersembunyi,
        tuple(p.sekitar.gabungan),
        frozenset(p.baris_sembunyi),
        p.sekitar.kolom_sembunyi,
    )


class _Pengurai:
    """Handlers for expat over a whole sheet part."""

    def __init__(self, sekitar: _Sekitar) -> None:
        self.sel: list[SelMentah] = []
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
            if self.bagian_sel and len(self.sel) <= MAKS_SEL:
                baris, kolom = self.tempat
                f, v, i = (("<" + k if k in self.bagian_sel else "") for k in ("f", "v", "is"))
                rumus, nilai, langsung = ("".join(self.bagian_sel.get(k, ())) for k in ("f", "v", "is"))
                self.sel.append((huruf_kolom(kolom), str(baris), self.gaya, self.tipe, f, rumus, v, nilai, i, langsung))
