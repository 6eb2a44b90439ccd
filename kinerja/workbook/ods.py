"""OpenDocument spreadsheets from their own XML: values, kinds, formats, formulas, merges, hidden parts."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import time, timedelta
from decimal import Decimal

from kinerja.workbook.errors import BerkasDitolak
from kinerja.workbook.format_ods import GayaOds
from kinerja.workbook.model import Buku, Isi, Jenis, Lembar, Sel, alamat, nama_unik, per_baris
from kinerja.workbook.numfmt import UMUM, baca_desimal, nilai_iso
from kinerja.workbook.paket import Paket
from kinerja.workbook.sel_xlsx import MAKS_SEL, terlalu_banyak
from kinerja.workbook.xmlteks import bersihkan, lokal, urai

_MAKS_BARIS, _MAKS_KOLOM = 1_048_576, 16_384
_GALAT = re.compile(r"(?:#(?:N/A|REF!|NAME\?|VALUE!|DIV/0!|NUM!|NULL!)|Err:[0-9]{3})\Z")
_DURASI = re.compile(r"(-?)P(?:([0-9]+)D)?T(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9]+)(?:[.,]([0-9]+))?S)?\Z")
# Text inside these is not the cell's own: comments, drawings.
_BUKAN_ISI = {"annotation", "frame", "shapes", "custom-shape", "rect", "line", "ruby-text", "tracked-changes"}


def baca_ods(paket: Paket) -> Buku:
    """Read an .ods. BerkasDitolak when it is encrypted, damaged or too large."""
    if "META-INF/manifest.xml" in paket and b"encryption-data" in paket.baca("META-INF/manifest.xml"):
        raise BerkasDitolak("BRK007")
    if "content.xml" not in paket:
        raise BerkasDitolak("BRK008")
    gaya = GayaOds()
    if "styles.xml" in paket:
        urai(paket.baca("styles.xml"), "styles.xml", _lokal(gaya.awal), gaya.akhir, gaya.teks)
    isi = _Isi(gaya)
    urai(paket.baca("content.xml"), "content.xml", _lokal(isi.awal), isi.akhir, isi.teks)
    if not isi.lembar:
        raise BerkasDitolak("BRK015")
    return Buku(
        format="ods",
        lembar=isi.lembar,
        sifat=_sifat(paket),
        tautan_luar=tuple(isi.tautan),
        makro=any(n.startswith("Basic/") and n.endswith(".xml") for n in paket.anggota),
    )


def _lokal(awal: Callable[[str, dict[str, str]], None]) -> Callable[[str, dict[str, str]], None]:
    """Attributes by local name too; those of the spreadsheet's own vocabularies win over extensions."""

    def dengan_nama_lokal(nama: str, a: dict[str, str]) -> None:
        hasil: dict[str, str] = {}
        for kunci, nilai in a.items():
            pendek = lokal(kunci)
            if kunci == "calcext:value-type":
                hasil["calcext"] = nilai
            elif pendek not in hasil or not kunci.startswith("calcext:"):
                hasil[pendek] = nilai
        awal(nama, hasil)

    return dengan_nama_lokal


def _ulang(a: dict[str, str], nama: str) -> int:
    teks = a.get(nama, "1")
    return max(int(teks), 1) if teks.isascii() and teks.isdigit() and len(teks) < 10 else 1


class _Isi:
    """Handlers for content.xml."""

    def __init__(self, gaya: GayaOds) -> None:
        self.gaya = gaya
        self.lembar: dict[str, Lembar] = {}
        self.tautan: list[str] = []
        self.jatah = MAKS_SEL
        self._abai = 0  # depth inside something that is not content
        self._tabel = 0  # depth of tables (a table may stand in a cell of a text box)
        self._luar = False
        self._nama = ""
        self._tersembunyi = self._terlipat = False  # the sheet; the row
        self._baris = self._kolom = self._ulang_baris = self._nomor_kolom = 0
        self._gaya_kolom: list[tuple[int, str]] = []  # (last column, default style)
        self._gaya_baris = ""
        self._sel: dict[tuple[int, int], Sel] = {}
        self._baris_ini: list[tuple[int, Sel]] = []
        self._gabungan: list[str] = []
        self._baris_sembunyi: set[int] = set()
        self._kolom_sembunyi: set[int] = set()
        self._a: dict[str, str] | None = None  # attributes of the cell that is open
        self._alinea: list[list[str]] = []

    def awal(self, nama: str, a: dict[str, str]) -> None:
        if nama in _BUKAN_ISI or self._abai:
            self._abai += 1
        elif nama == "table":
            self._awal_tabel(a)
        elif not self._tabel:
            self.gaya.awal(nama, a)
        elif nama == "table-source":
            self._luar = True
            if a.get("href"):
                self.tautan.append(a["href"])
        elif nama == "table-column":
            self._awal_kolom(a)
        elif nama == "table-row":
            self._ulang_baris = min(_ulang(a, "number-rows-repeated"), _MAKS_BARIS - self._baris)
            self._gaya_baris, self._kolom, self._baris_ini = a.get("default-cell-style-name", ""), 0, []
            self._terlipat = a.get("visibility") in ("collapse", "filter")
        elif nama in ("table-cell", "covered-table-cell"):
            self._a, self._alinea = a, []
        elif self._a is not None:
            if nama == "p":
                self._alinea.append([])
            elif self._alinea and nama in ("s", "tab", "line-break"):
                isi = {"s": " " * min(_ulang(a, "c"), 1000), "tab": "\t", "line-break": "\n"}[nama]
                self._alinea[-1].append(isi)

    def teks(self, teks: str) -> None:
        if self._abai:
            return
        if not self._tabel:
            self.gaya.teks(teks)
        elif self._a is not None and self._alinea:
            self._alinea[-1].append(teks)

    def akhir(self, nama: str) -> None:
        if self._abai:
            self._abai -= 1
        elif nama == "table":
            self._akhir_tabel()
        elif not self._tabel:
            self.gaya.akhir(nama)
        elif nama in ("table-cell", "covered-table-cell") and self._a is not None:
            self._akhir_sel(self._a)
            self._a = None
        elif nama == "table-row":
            self._akhir_baris()

    def _awal_tabel(self, a: dict[str, str]) -> None:
        self._tabel += 1
        self._nama = bersihkan(a.get("name", ""))
        self._tersembunyi = a.get("style-name", "") in self.gaya.tersembunyi
        self._luar = False
        self._baris = self._nomor_kolom = 0
        self._sel, self._gabungan, self._gaya_kolom = {}, [], []
        self._baris_sembunyi, self._kolom_sembunyi = set(), set()

    def _akhir_tabel(self) -> None:
        self._tabel -= 1
        if self._luar:
            return
        nama = nama_unik(self._nama, self.lembar)
        self.lembar[nama] = Lembar(
            nama,
            per_baris(self._sel.items()),
            self._tersembunyi,
            tuple(self._gabungan),
            frozenset(self._baris_sembunyi),
            frozenset(self._kolom_sembunyi),
        )

    def _awal_kolom(self, a: dict[str, str]) -> None:
        banyak = min(_ulang(a, "number-columns-repeated"), _MAKS_KOLOM - self._nomor_kolom)
        if a.get("visibility") in ("collapse", "filter"):
            self._kolom_sembunyi.update(range(self._nomor_kolom + 1, self._nomor_kolom + banyak + 1))
        self._nomor_kolom += banyak
        self._gaya_kolom.append((self._nomor_kolom, a.get("default-cell-style-name", "")))

    def _format(self, a: dict[str, str]) -> str:
        gaya = a.get("style-name") or self._gaya_baris
        if not gaya:
            gaya = next((g for sampai, g in self._gaya_kolom if self._kolom < sampai), "")
        kode = self.gaya.kode(gaya)
        return "0.00%" if kode == UMUM and a.get("value-type") == "percentage" else kode

    def _akhir_sel(self, a: dict[str, str]) -> None:
        banyak = min(_ulang(a, "number-columns-repeated"), _MAKS_KOLOM - self._kolom)
        rumus = bersihkan(a["formula"]) if "formula" in a else None
        jenis, isi = _nilai(a, bersihkan("\n".join("".join(p) for p in self._alinea)))
        if rumus is not None and jenis is Jenis.KOSONG and self._alinea:
            jenis, isi = Jenis.TEKS, ""  # a formula whose result is the empty text
        if rumus is not None:
            rumus = rumus.partition(":=")[2] if ":=" in rumus[:12] else rumus.removeprefix("=")
            if "'file:" in rumus:
                self.tautan += [t for t in re.findall(r"'(file:[^']*)'", rumus) if t not in self.tautan]
            if jenis is Jenis.KOSONG:
                jenis = Jenis.BELUM_DIHITUNG
        b, k = self._baris + 1, self._kolom + 1
        lebar, tinggi = _ulang(a, "number-columns-spanned"), _ulang(a, "number-rows-spanned")
        if lebar > 1 or tinggi > 1:
            self._gabungan.append(f"{alamat(b, k)}:{alamat(b + tinggi - 1, k + lebar - 1)}")
        if jenis is not Jenis.KOSONG:
            kode = self._format(a)
            self.jatah -= banyak
            if self.jatah < 0:
                raise terlalu_banyak()
            for i in range(k, k + banyak):
                self._baris_ini.append((i, Sel(alamat(b, i), jenis, isi, kode, rumus)))
        self._kolom += banyak

    def _akhir_baris(self) -> None:
        if self._baris_ini:
            self.jatah -= len(self._baris_ini) * (self._ulang_baris - 1)
            if self.jatah < 0:
                raise terlalu_banyak()
            nomor = range(self._baris + 1, self._baris + self._ulang_baris + 1)
            if self._terlipat:  # empty rows may be folded away by the million, and nobody asks after them
                self._baris_sembunyi.update(nomor)
            for b in nomor:
                for k, s in self._baris_ini:
                    self._sel[b, k] = Sel(alamat(b, k), s.jenis, s.nilai, s.format, s.rumus)
        self._baris += self._ulang_baris


def _nilai(a: dict[str, str], teks: str) -> tuple[Jenis, Isi]:
    """Kind and value of a cell from its attributes and its text."""
    tipe = a.get("value-type", "")
    if a.get("calcext") == "error" or (a.get("formula") is not None and _GALAT.match(teks)):
        return Jenis.GALAT, teks or "#N/A"
    if tipe in ("float", "percentage", "currency"):
        angka = baca_desimal(a.get("value", ""))
        return (Jenis.ANGKA, angka) if angka is not None else (Jenis.TEKS, teks)
    if tipe == "date":
        return nilai_iso(a.get("date-value", ""))
    if tipe == "time":
        return _durasi(a.get("time-value", ""))
    if tipe == "boolean":
        return Jenis.LOGIKA, a.get("boolean-value") == "true"
    isi = teks or bersihkan(a.get("string-value", ""))
    if isi or (tipe == "string" and a.get("formula") is not None):
        return Jenis.TEKS, isi
    return Jenis.KOSONG, None


def _durasi(teks: str) -> tuple[Jenis, Isi]:
    """`PT08H30M00S`: a time of day below 24 hours, else a duration."""
    m = _DURASI.match(teks)
    if not m:
        return Jenis.TEKS, bersihkan(teks)
    hari, jam, menit, detik = (int(x or 0) for x in m.group(2, 3, 4, 5))
    milidetik = int((Decimal(f"0.{m[6]}") * 1000).to_integral_value()) if m[6] else 0
    try:
        lama = timedelta(days=hari, hours=jam, minutes=menit, seconds=detik, milliseconds=milidetik)
    except OverflowError:
        return Jenis.TEKS, teks
    if m[1] or lama >= timedelta(days=1):
        return Jenis.TANGGAL, -lama if m[1] else lama
    menit_hari, detik = divmod(lama.seconds, 60)
    return Jenis.TANGGAL, time(menit_hari // 60, menit_hari % 60, detik, lama.microseconds)


def _sifat(paket: Paket) -> dict[str, str]:
    """User-defined document properties, as text."""
    hasil: dict[str, list[str]] = {}
    kini = ""

    def awal(nama: str, a: dict[str, str]) -> None:
        nonlocal kini
        kini = a.get("name", "") if nama == "user-defined" else ""

    def teks(t: str) -> None:
        if kini:
            hasil.setdefault(kini, []).append(t)

    def akhir(_: str) -> None:
        nonlocal kini
        kini = ""

    if "meta.xml" in paket:
        urai(paket.baca("meta.xml"), "meta.xml", _lokal(awal), akhir, teks)
    return {k: bersihkan("".join(v)).strip() for k, v in hasil.items()}
