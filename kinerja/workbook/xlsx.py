"""An .xlsx or .xlsm package: its parts, relations, styles and strings, and from them a `Buku`."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping, Sequence

from kinerja.workbook.errors import BerkasDitolak
from kinerja.workbook.hafal import hafal
from kinerja.workbook.lembar_xlsx import LembarMentah, baca_lembar
from kinerja.workbook.model import Buku, Lembar, nama_unik
from kinerja.workbook.numfmt import BAWAAN, MAKS_KODE, UMUM
from kinerja.workbook.paket import Paket
from kinerja.workbook.sel_xlsx import MAKS_SEL, Konteks
from kinerja.workbook.xmlteks import atribut, bersihkan, lepas_entitas, urai

Hubungan = tuple[str, str, bool]  # kind, target, external

_TEKS_POLOS = re.compile(r'<si><t(?: xml:space="preserve")?(?:/>|>([^<]*)</t>)</si>')
_AWAL_TEKS = re.compile(r"<si[\s/>]")
_MAKS_GAYA = 65_536  # cell styles of one workbook, more than Excel allows
_AWAL_XML = re.compile(rb"encoding=[\"']([^\"']+)")


def baca_xlsx(paket: Paket) -> Buku:
    """Read every worksheet. BerkasDitolak for what is damaged, too large, or not a workbook at all."""
    utama = _bagian_utama(paket)
    akar = posixpath.dirname(utama)
    hubungan = _hubungan(paket, utama)
    epoch_1904, daftar = _buku_kerja(paket.baca(utama), utama)
    teks = _sebagian(paket, akar, hubungan, "sharedStrings")
    gaya = _sebagian(paket, akar, hubungan, "styles")
    konteks = Konteks(
        _teks_bersama(paket.baca(teks), teks) if teks else (),
        _gaya(paket.baca(gaya), gaya) if gaya else (UMUM,),
        epoch_1904,
    )
    lembar: dict[str, Lembar] = {}
    terbaca: set[str] = set()
    jatah = MAKS_SEL
    for nama_asli, id_hubungan, tersembunyi in daftar:
        jenis, sasaran, _ = hubungan.get(id_hubungan, ("", "", False))
        bagian = _gabung(akar, sasaran)
        if jenis != "worksheet":
            continue
        if bagian not in paket or bagian in terbaca:  # two sheets never share a part: it would be read without end
            raise BerkasDitolak("BRK012", bagian=bagian)
        terbaca.add(bagian)
        nama = nama_unik(nama_asli, lembar)
        lembar[nama] = baca_lembar(LembarMentah(paket.baca(bagian), nama, tersembunyi, bagian), konteks, jatah)
        jatah -= lembar[nama].banyak
    if not lembar:
        raise BerkasDitolak("BRK015")
    makro = any(posixpath.basename(n).lower() == "vbaproject.bin" for n in paket.anggota)
    return Buku(
        format="xlsm" if makro else "xlsx",
        lembar=lembar,
        sifat=_sifat(paket),
        tautan_luar=_tautan_luar(paket, akar, hubungan),
        makro=makro,
    )


def _sebagian(paket: Paket, akar: str, hubungan: Mapping[str, Hubungan], jenis: str) -> str:
    """The part of this kind; empty text when the workbook has none."""
    semua = (_gabung(akar, sasaran) for j, sasaran, _ in hubungan.values() if j == jenis)
    return next((bagian for bagian in semua if bagian in paket), "")


def _gabung(akar: str, sasaran: str) -> str:
    return posixpath.normpath(posixpath.join("/" + akar, sasaran)).lstrip("/")


def _hubungan(paket: Paket, bagian: str) -> Mapping[str, Hubungan]:
    """Relations of a part: id -> (kind, target, external). The kind is the last word of its type, strict or not."""
    map_, nama = posixpath.split(bagian)
    rels = posixpath.join(map_, "_rels", nama + ".rels")
    return _urai_hubungan(paket.baca(rels), rels) if rels in paket else {}


@hafal(32)
def _urai_hubungan(data: bytes, rels: str) -> Mapping[str, Hubungan]:
    hasil: dict[str, Hubungan] = {}

    def awal(elemen: str, a: dict[str, str]) -> None:
        if elemen == "Relationship" and "Id" in a:
            jenis = a.get("Type", "").rpartition("/")[2]
            hasil[a["Id"]] = (jenis, a.get("Target", ""), a.get("TargetMode") == "External")

    urai(data, rels, awal)
    return hasil


def _bagian_utama(paket: Paket) -> str:
    """The workbook part; refusals for packages that are something else."""
    for jenis, sasaran, _ in _hubungan(paket, "").values():
        if jenis == "officeDocument":
            bagian = _gabung("", sasaran)
            if bagian.endswith(".bin"):
                raise BerkasDitolak("BRK011")
            if bagian in paket:
                return bagian
    if "xl/workbook.xml" in paket:
        return "xl/workbook.xml"
    if "xl/workbook.bin" in paket:
        raise BerkasDitolak("BRK011")
    raise BerkasDitolak("BRK008")


@hafal(8)
def _buku_kerja(data: bytes, bagian: str) -> tuple[bool, Sequence[tuple[str, str, bool]]]:
    """Whether dates count from 1904, and the sheets: name, relation, hidden."""
    epoch_1904 = False
    lembar: list[tuple[str, str, bool]] = []

    def awal(nama: str, a: dict[str, str]) -> None:
        nonlocal epoch_1904
        if nama == "workbookPr":
            epoch_1904 = a.get("date1904") in ("1", "true")
        elif nama == "sheet":
            tersembunyi = a.get("state", "visible") != "visible"
            lembar.append((bersihkan(a.get("name", "")), atribut(a, "id") or "", tersembunyi))

    urai(data, bagian, awal)
    return epoch_1904, lembar


@hafal(8)
def _gaya(data: bytes, bagian: str) -> tuple[str, ...]:
    """The number format of each cell style."""
    kode = dict(BAWAAN)
    gaya: list[int] = []
    dalam = False

    def awal(nama: str, a: dict[str, str]) -> None:
        nonlocal dalam
        if nama == "numFmt":
            if a.get("numFmtId", "").isdigit():
                kode[int(a["numFmtId"])] = a.get("formatCode", UMUM)[:MAKS_KODE]
        elif nama == "cellXfs":
            dalam = True
        elif nama == "xf" and dalam:
            if len(gaya) == _MAKS_GAYA:
                raise BerkasDitolak("BRK012", bagian=bagian)
            gaya.append(int(a["numFmtId"]) if a.get("numFmtId", "").isdigit() else 0)

    def akhir(nama: str) -> None:
        nonlocal dalam
        if nama == "cellXfs":
            dalam = False

    urai(data, bagian, awal, akhir)
    return tuple(kode.get(g, UMUM) for g in gaya) or (UMUM,)


def _polos(data: bytes) -> list[str] | None:
    """The shared strings of a part that holds nothing but plain ones; None when it is not so."""
    if b"<!" in data or ((m := _AWAL_XML.search(data[:200])) is not None and m[1].lower() != b"utf-8"):
        return None
    try:
        isi = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    teks = _TEKS_POLOS.findall(isi)
    if not teks or len(teks) != len(_AWAL_TEKS.findall(isi)):
        return None
    return [bersihkan(lepas_entitas(t)) for t in teks]


def _teks_bersama(data: bytes, bagian: str) -> list[str]:
    """The shared strings; the runs of a rich text joined, its phonetic hints left out."""
    polos = _polos(data)
    if polos is not None:
        return polos
    hasil: list[list[str]] = []
    keadaan = {"teks": False, "ejaan": False}

    def awal(nama: str, _: dict[str, str]) -> None:
        if nama == "si":
            hasil.append([])
        elif nama == "rPh":
            keadaan["ejaan"] = True
        elif nama == "t":
            keadaan["teks"] = not keadaan["ejaan"]

    def akhir(nama: str) -> None:
        if nama == "rPh":
            keadaan["ejaan"] = False
        elif nama == "t":
            keadaan["teks"] = False

    def teks(t: str) -> None:
        if keadaan["teks"] and hasil:
            hasil[-1].append(t)

    urai(data, bagian, awal, akhir, teks)
    return [bersihkan("".join(t)) for t in hasil]


def _sifat(paket: Paket) -> dict[str, str]:
    """Custom document properties, as text. A damaged part is no reason to refuse the workbook."""
    bagian = "docProps/custom.xml"
    hasil: dict[str, list[str]] = {}
    nama_kini = ""

    def awal(nama: str, a: dict[str, str]) -> None:
        nonlocal nama_kini
        if nama == "property":
            nama_kini = a.get("name", "")

    def teks(t: str) -> None:
        if nama_kini:
            hasil.setdefault(nama_kini, []).append(t)

    def akhir(nama: str) -> None:
        nonlocal nama_kini
        if nama == "property":
            nama_kini = ""

    if bagian in paket:
        urai(paket.baca(bagian), bagian, awal, akhir, teks)
    return {k: bersihkan("".join(v)).strip() for k, v in hasil.items()}


def _tautan_luar(paket: Paket, akar: str, hubungan: Mapping[str, Hubungan]) -> tuple[str, ...]:
    """Targets of external links, named and never followed."""
    hasil: list[str] = []
    for bagian in {_gabung(akar, sasaran): None for jenis, sasaran, _ in hubungan.values() if jenis == "externalLink"}:
        luar = [t for _, t, keluar in _hubungan(paket, bagian).values() if keluar]
        hasil += luar or [bagian]
    return tuple(hasil)
