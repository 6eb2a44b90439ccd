"""Walking through one part of a corrected document: paragraphs in order, with revisions and anchors of comments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from kinerja.koreksi.berkas import W
from kinerja.koreksi.gaya import Gaya
from kinerja.koreksi.model import BADAN, Paragraf, Potongan, Tempat, potong
from kinerja.koreksi.penanda import CatatanPenanda, berpetunjuk, nama_kontrol
from kinerja.koreksi.tanda import ALINEA, JENIS_FORMAT, Revisi, Tanda, pasangkan, perubahan_format, revisi

_CADANGAN = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_M_T = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_REVISI = {f"{W}{n}": n for n in ("ins", "del", "moveFrom", "moveTo")}
_DISISIPKAN, _DIHAPUS = frozenset({"ins", "moveTo"}), frozenset({"del", "moveFrom"})
_TEKS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011", f"{W}ptab": "\t"}
_LEWAT = frozenset({f"{W}rPr", f"{W}pPr", f"{W}sdtPr", f"{W}sdtEndPr"})
_SENDIRI = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF", "TOC", "SEQ", "REF", "NOTEREF", "DATE", "TIME"})


@dataclass(slots=True)
class Jangkar:
    """What a comment is about: where its range begins, and the text in it as proposed and as deleted."""

    tempat: Tempat
    urut: int  # how many revisions were gathered before it
    usulan: list[str] = field(default_factory=list)
    hapusan: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Bacaan:
    """What was gathered from the parts so far."""

    paragraf: list[Paragraf] = field(default_factory=list)
    tanda: list[Tanda] = field(default_factory=list)
    jangkar: dict[str, Jangkar] = field(default_factory=dict)


class Pembaca:
    """Reads one part; `bagian` is what people call it."""

    def __init__(self, bacaan: Bacaan, gaya: Gaya, bagian: str = BADAN, *, berhalaman: bool = False) -> None:
        self._hasil, self._gaya, self._bagian = bacaan, gaya, bagian
        self._halaman = 1 if berhalaman else None
        self._judul: list[tuple[int, str]] = []
        self._nomor = 0
        self._banyak_tabel = 0
        self._keterangan_tabel = ""  # a caption that was just read
        self._medan: list[list[str]] = []  # open fields: [instruction, "" or "hasil"]
        self._terbuka: set[str] = set()  # comments whose range is open
        self._pindah: dict[str, str] = {}  # open ranges of moves: id -> name
        self._aktif: list[Revisi] = []
        self._terakhir: dict[tuple[str, str | None, str, str], Tanda] = {}
        self._tempat = Tempat(bagian=bagian)
        self._potongan: list[Potongan] = []
        self._kotak: list[etree._Element] = []
        self._petunjuk = False  # in a content control that says what to type there

    def baca(self, akar: etree._Element) -> None:
        """Walk through everything below `akar`."""
        self._penanda = CatatanPenanda(akar)
        self._blok(akar, Tempat(bagian=self._bagian), "", 0)

    def _blok(self, induk: etree._Element, dasar: Tempat, kontrol: str, tabel_ke: int) -> None:
        """Paragraphs and tables; `dasar` is the place of the cell or box that they stand in."""
        for e in induk:
            match etree.QName(e).localname if isinstance(e.tag, str) else "":
                case "p":
                    self._paragraf(e, dasar, kontrol, tabel_ke)
                case "tbl":
                    self._tabel(e, dasar, kontrol)
                case "sdt":
                    isi = e.find(f"{W}sdtContent")
                    if isi is not None:
                        luar, self._petunjuk = self._petunjuk, self._petunjuk or berpetunjuk(e)
                        self._blok(isi, dasar, nama_kontrol(e) or kontrol, tabel_ke)
                        self._petunjuk = luar
                case "bookmarkStart" | "bookmarkEnd":
                    self._penanda.lewat(e, 0)
                case "sectPr":
                    self._format(e, dasar, "")
                case "commentRangeStart" | "commentRangeEnd" | "moveFromRangeStart" | "moveToRangeStart" as nama:
                    self._rentang(e, nama)
                case "moveFromRangeEnd" | "moveToRangeEnd":
                    self._pindah.pop(e.get(f"{W}id", ""), None)
                case "ins" | "del" | "moveFrom" | "moveTo" as nama:
                    self._aktif.append(revisi(e, nama, self._nama_pindah(nama)))
                    self._blok(e, dasar, kontrol, tabel_ke)
                    self._aktif.pop()
                case "customXml" | "smartTag" | "body":
                    self._blok(e, dasar, kontrol, tabel_ke)
                case _:
                    pass

    def _tabel(self, tbl: etree._Element, dasar: Tempat, kontrol: str) -> None:
        self._banyak_tabel += 1
        ke = self._banyak_tabel
        if dasar.tabel:
            nama = f"{dasar.tabel}, baris {dasar.baris}, kolom {dasar.kolom}, tabel di dalamnya"
        else:
            nama, self._keterangan_tabel = self._keterangan_tabel or f"tabel ke-{ke}", ""
        tempat = self._letak(replace(dasar, tabel=nama, baris=0, kolom=0))
        sifat = tbl.find(f"{W}tblPr")
        if sifat is not None:
            self._format(sifat, tempat, "")
        for baris, (tr, k_baris) in enumerate(_anak(tbl, "tr", kontrol), 1):
            self._baris(tr, replace(tempat, baris=baris, kolom=1), k_baris, ke)
        self._terakhir = {}

    def _baris(self, tr: etree._Element, tempat: Tempat, kontrol: str, ke: int) -> None:
        """One row. A whole row that was put in or taken out is one revision, whatever its cells mark as well."""
        sifat = tr.find(f"{W}trPr")
        utuh = [] if sifat is None else [revisi(e, _REVISI[e.tag]) for e in sifat if e.tag in _REVISI]
        if sifat is not None:
            self._format(sifat, self._letak(tempat), "")
        mulai, banyak = len(self._hasil.paragraf), len(self._hasil.tanda)
        for kolom, (tc, k_sel) in enumerate(_anak(tr, "tc", kontrol), 1):
            letak = replace(tempat, kolom=kolom)
            sifat_sel = tc.find(f"{W}tcPr")
            if sifat_sel is not None:
                self._format(sifat_sel, self._letak(letak), _teks(tc))
                for nama, jenis in (("cellIns", "ins"), ("cellDel", "del")):
                    if (e := sifat_sel.find(f"{W}{nama}")) is not None:
                        self._catat(revisi(e, jenis), _teks(tc) or "(sel kosong)", self._letak(letak))
            self._blok(tc, letak, k_sel, ke)
            self._terakhir = {}
        for r in utuh:
            isi = self._hasil.paragraf[mulai:]
            self._hasil.paragraf[mulai:] = [_bertanda(p, r.jenis) for p in isi]
            self._hasil.tanda[banyak:] = [t for t in self._hasil.tanda[banyak:] if t.jenis != r.jenis]
            teks = " | ".join(potong("".join(x.teks for x in p.potongan)) for p in isi)
            self._catat(r, f"baris tabel: {teks}", self._letak(tempat))
            self._terakhir = {}

    def _paragraf(self, p: etree._Element, dasar: Tempat, kontrol: str, tabel_ke: int) -> None:
        sifat = p.find(f"{W}pPr")
        gaya = _val(sifat, "pStyle")
        tingkat = self._tingkat(sifat, gaya)
        if tingkat or tabel_ke:
            self._medan = []  # a field never reaches over a heading or into a table; one left open would hide text
        elif not dasar.kotak and _teks(p):
            self._nomor += 1
        halaman = self._halaman
        self._tempat = tempat = self._letak(dasar)
        daftar_isi = gaya in self._gaya.daftar_isi or any(m[0].split()[:1] == ["TOC"] for m in self._medan)
        self._potongan, luar = [], (self._potongan, self._kotak)
        self._kotak, self._terakhir = [], {}
        self._penanda.mulai()
        banyak = len(self._hasil.tanda)
        self._isi(p)
        if self._halaman != halaman and not any(x.teks.strip() for x in self._potongan[:1]):
            tempat = self._letak(dasar)  # it begins on the new page
        daftar_isi = daftar_isi or any(m[0].split()[:1] == ["TOC"] for m in self._medan)
        paragraf = Paragraf(
            tempat=tempat,
            potongan=tuple(self._potongan),
            tingkat=tingkat,
            daftar_isi=daftar_isi,
            bernomor=gaya in self._gaya.bernomor or (sifat is not None and sifat.find(f"{W}numPr") is not None),
            kontrol=kontrol,
            penanda=self._penanda.selesai(len(self._potongan)),
            alinea_terlacak=sifat is not None and any(e.tag in _REVISI for e in sifat.iterfind(f"{W}rPr/*")),
            tabel_ke=tabel_ke,
        )
        self._hasil.paragraf.append(paragraf)
        if sifat is not None:
            self._akhir_paragraf(sifat, tempat, paragraf, banyak)
        self._medan = [m for m in self._medan if m[0].split()[:1] == ["TOC"]]
        for jangkar in self._terbuka:
            self._hasil.jangkar[jangkar].usulan.append(" ")
        if tingkat and (teks := paragraf.usulan.strip()):
            self._judul = [*(j for j in self._judul if j[0] < tingkat), (tingkat, teks)]
            self._nomor = 0
        if not tabel_ke and (teks := paragraf.usulan.strip()):
            awal = " ".join(teks.split()[:2]).rstrip(".:")
            self._keterangan_tabel = awal if teks.startswith("Tabel ") and awal[-1:].isalnum() else ""
        kotak = self._kotak
        self._potongan, self._kotak = luar
        for isi in kotak:
            self._blok(isi, replace(dasar, kotak=True), kontrol, tabel_ke)

    def _akhir_paragraf(self, sifat: etree._Element, tempat: Tempat, paragraf: Paragraf, banyak: int) -> None:
        """Revisions of the paragraph as a whole and of its end."""
        self._terakhir = {}
        self._format(sifat, tempat, potong(paragraf.usulan or paragraf.asli))
        seksi = sifat.find(f"{W}sectPr")
        if seksi is not None:
            self._format(seksi, tempat, "")
        akhir = sifat.find(f"{W}rPr")
        for e in () if akhir is None else akhir:
            if e.tag not in _REVISI:
                continue
            nama = _REVISI[e.tag]
            r = revisi(e, nama, self._nama_pindah(nama))
            # A paragraph that was written, struck or moved as a whole is told by its text.
            ada = any((t.jenis, t.penulis) == (r.jenis, r.penulis) for t in self._hasil.tanda[banyak:])
            if not ada and nama in ("ins", "del"):
                self._catat(r, ALINEA, tempat)
        self._terakhir = {}

    def _isi(self, induk: etree._Element) -> None:
        """Runs and what encloses them, in order."""
        for e in induk:
            if not isinstance(e.tag, str) or e.tag in _LEWAT or e.tag == _CADANGAN:
                continue
            nama = etree.QName(e).localname
            if e.tag in _REVISI:
                self._aktif.append(revisi(e, nama, self._nama_pindah(nama)))
                self._isi(e)
                self._aktif.pop()
            elif e.tag == f"{W}r":
                self._run(e)
            elif e.tag == f"{W}fldSimple":
                self._medan.append([e.get(f"{W}instr", ""), "hasil"])
                self._isi(e)
                self._medan.pop()
            elif nama in ("commentRangeStart", "commentRangeEnd", "moveFromRangeStart", "moveToRangeStart"):
                self._rentang(e, nama)
            elif nama in ("moveFromRangeEnd", "moveToRangeEnd"):
                self._pindah.pop(e.get(f"{W}id", ""), None)
            elif nama in ("bookmarkStart", "bookmarkEnd"):
                self._penanda.lewat(e, len(self._potongan))
            elif nama == "sdt":
                luar, self._petunjuk = self._petunjuk, self._petunjuk or berpetunjuk(e)
                self._isi(e)
                self._petunjuk = luar
            elif e.tag == _M_T:
                self._tambah(e.text or "")
            else:
                self._isi(e)

    def _run(self, run: etree._Element) -> None:
        sifat = run.find(f"{W}rPr")
        ubah = None if sifat is None else sifat.find(f"{W}rPrChange")
        format_ = None if ubah is None else perubahan_format(ubah)
        if format_ is not None:
            self._aktif.append(format_)
        for e in run:
            self._isi_run(e)
        if format_ is not None:
            self._aktif.pop()

    def _isi_run(self, e: etree._Element) -> None:
        match etree.QName(e).localname if isinstance(e.tag, str) else "":
            case "t" | "delText":
                self._tambah(e.text or "")
            case "fldChar":
                self._batas_medan(e.get(f"{W}fldCharType", ""))
            case "instrText" if self._medan:
                self._medan[-1][0] += e.text or ""
            case "lastRenderedPageBreak" if self._halaman is not None:
                self._halaman += 1
                if not any(x.teks.strip() for x in self._potongan):
                    self._tempat = replace(self._tempat, halaman=self._halaman)
            case "commentReference":
                self._jangkar(e.get(f"{W}id", ""))
            case "drawing" | "pict" | "object" | "AlternateContent":
                if self._aktif:
                    self._tambah("[gambar]")
                self._kotak += [x for x in e.iter(f"{W}txbxContent") if _terluar(x, e)]
            case "sym":
                self._tambah("□")
            case _ if e.tag in _TEKS:
                self._tambah(_TEKS[e.tag])
            case _:
                pass

    def _batas_medan(self, jenis: str) -> None:
        if jenis == "begin":
            self._medan.append(["", ""])
        elif jenis == "separate" and self._medan:
            self._medan[-1][1] = "hasil"
        elif jenis == "end" and self._medan:
            self._medan.pop()

    def _tambah(self, teks: str) -> None:
        """Text at this point, under every revision and comment that is open here."""
        if not teks or self._petunjuk:
            return
        if any(m[1] == "" for m in self._medan):
            return  # the instruction of a field, not its result
        jenis = {r.jenis for r in self._aktif}
        medan = any(m[0].split()[:1] and m[0].split()[0].upper() in _SENDIRI for m in self._medan)
        potongan = Potongan(teks, bool(jenis & _DISISIPKAN), bool(jenis & _DIHAPUS), medan)
        self._potongan.append(potongan)
        kini = {r.kunci for r in self._aktif}
        sebelah = next((t for t in self._terakhir.values() if t.jenis in ("ins", "del")), None)
        self._terakhir = {k: t for k, t in self._terakhir.items() if k in kini}
        for r in self._aktif:
            if not (medan and self._medan and r.jenis != "format" and self._medan[0][0].split()[:1] == ["TOC"]):
                pasangkan(sebelah, self._catat(r, teks, self._tempat))
        for nomor in self._terbuka:
            jangkar = self._hasil.jangkar[nomor]
            (jangkar.hapusan if potongan.hapusan else jangkar.usulan).append(teks)

    def _catat(self, r: Revisi, teks: str, tempat: Tempat) -> Tanda:
        tanda = self._terakhir.get(r.kunci)
        if tanda is None:
            tanda = Tanda(r.jenis, r.penulis, r.waktu, tempat, r.nama, r.keterangan)
            self._hasil.tanda.append(tanda)
            self._terakhir[r.kunci] = tanda
        tanda.teks.append(teks)
        return tanda

    def _format(self, sifat: etree._Element, tempat: Tempat, teks: str) -> None:
        """Changes of format recorded directly among these properties."""
        for e in sifat.iterchildren(*(f"{W}{n}" for n in JENIS_FORMAT)):
            if (r := perubahan_format(e)) is not None:
                self._catat(r, teks, tempat)
                self._terakhir = {}
        penomoran = sifat.find(f"{W}numPr/{W}numberingChange")
        if penomoran is not None:
            self._catat(revisi(penomoran, "format", keterangan="penomoran diubah"), teks, tempat)
            self._terakhir = {}

    def _rentang(self, e: etree._Element, nama: str) -> None:
        nomor = e.get(f"{W}id", "")
        if nama == "commentRangeStart":
            self._jangkar(nomor)
            self._terbuka.add(nomor)
        elif nama == "commentRangeEnd":
            self._terbuka.discard(nomor)
        else:
            self._pindah[nomor] = e.get(f"{W}name", "")

    def _jangkar(self, nomor: str) -> None:
        self._hasil.jangkar.setdefault(nomor, Jangkar(self._tempat, len(self._hasil.tanda)))

    def _nama_pindah(self, jenis: str) -> str:
        if jenis not in ("moveFrom", "moveTo"):
            return ""
        return next(reversed(self._pindah.values()), "")

    def _tingkat(self, sifat: etree._Element | None, gaya: str) -> int:
        langsung = _val(sifat, "outlineLvl")
        if langsung.isdigit():
            return int(langsung) + 1 if int(langsung) < 9 else 0
        return self._gaya.tingkat.get(gaya, 0)

    def _letak(self, dasar: Tempat) -> Tempat:
        return replace(
            dasar,
            judul=tuple(t for _, t in self._judul),
            nomor=0 if dasar.tabel else self._nomor,
            halaman=self._halaman,
        )


def _anak(induk: etree._Element, nama: str, kontrol: str) -> Iterator[tuple[etree._Element, str]]:
    """Rows of a table or cells of a row, also those in content controls, with the tag of the control around them."""
    for e in induk:
        if e.tag == f"{W}{nama}":
            yield e, kontrol
        elif e.tag == f"{W}sdt":
            isi = e.find(f"{W}sdtContent")
            if isi is not None:
                yield from _anak(isi, nama, nama_kontrol(e) or kontrol)
        elif e.tag in (f"{W}customXml", f"{W}ins", f"{W}del"):
            yield from _anak(e, nama, kontrol)


def _val(sifat: etree._Element | None, nama: str) -> str:
    e = None if sifat is None else sifat.find(f"{W}{nama}")
    return "" if e is None else e.get(f"{W}val", "")


def _teks(elemen: etree._Element) -> str:
    return potong("".join(t.text or "" for t in elemen.iter(f"{W}t", f"{W}delText")))


def _terluar(kotak: etree._Element, gambar: etree._Element) -> bool:
    """True for a text box of this drawing that is neither a second copy for older programs nor inside another box."""
    for atas in kotak.iterancestors():
        if atas is gambar:
            return True
        if atas.tag in (_CADANGAN, f"{W}txbxContent"):
            return False
    return True


def _bertanda(p: Paragraf, jenis: str) -> Paragraf:
    """A paragraph of a row that was put in or taken out as a whole."""
    if jenis in _DISISIPKAN:
        return replace(p, potongan=tuple(replace(x, sisipan=True) for x in p.potongan))
    return replace(p, potongan=tuple(replace(x, hapusan=True) for x in p.potongan))
