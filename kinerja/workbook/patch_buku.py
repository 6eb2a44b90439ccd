"""Parts of a foreign .xlsx and how they hang together: sheets by name, relations, content types, properties."""

from __future__ import annotations

import html
import posixpath
import re
from xml.parsers import expat

from kinerja.workbook.paket import WAJAR
from kinerja.workbook.patch import PaketTambal, TidakAman, escape

_HUBUNGAN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PAKET_HUBUNGAN = "http://schemas.openxmlformats.org/package/2006/relationships"
_JENIS_LEMBAR = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_BUKU = "xl/workbook.xml"
_JENIS = "[Content_Types].xml"

_TAG = re.compile(rb"<(/?)([A-Za-z_][\w:.-]*)([^<>]*?)(/?)>")
_ATRIBUT = re.compile(rb'([\w:.-]+)\s*=\s*"([^"]*)"')

# Elements of a sheet that stand after `legacyDrawing`.
_SESUDAH_GAMBAR = frozenset(
    (
        b"legacyDrawingHF", b"drawingHF", b"picture", b"oleObjects", b"controls", b"mc:AlternateContent",
        b"webPublishItems", b"tableParts", b"extLst",
    )
)  # fmt: skip


def attributes(tag: bytes) -> dict[str, str]:
    """Attributes of a start tag, entities resolved."""
    return {k.decode(): html.unescape(v.decode()) for k, v in _ATRIBUT.findall(tag)}


class BukuTambal:
    """A workbook package of which single parts are changed."""

    def __init__(self, isi: bytes) -> None:
        """Raises TidakAman when the package is too large or not one whose parts are understood with certainty."""
        self.paket = PaketTambal(isi)
        if self.paket.size() > WAJAR:
            raise TidakAman("berkas terlalu besar untuk ditambal")
        for nama in self.paket.nama():
            if nama.endswith((".xml", ".rels")):
                _pastikan_utuh(nama, self.paket.read(nama))
        buku = self.paket.read(_BUKU)
        if b"<sheets>" not in buku:
            raise TidakAman("daftar lembar ditulis dengan cara yang tidak biasa")
        tujuan = self._hubungan(_BUKU)
        self.lembar: dict[str, str] = {}  # name -> part
        daftar = buku[buku.index(b"<sheets>") : buku.index(b"</sheets>")]
        for cocok in re.finditer(rb"<sheet\b[^>]*>", daftar):
            a = attributes(cocok[0])
            id_ = next((v for k, v in a.items() if k.endswith(":id")), "")
            if id_ not in tujuan or tujuan[id_][1] not in self.paket or not tujuan[id_][1].endswith(".xml"):
                raise TidakAman(f"lembar {a.get('name')} tidak ditemukan")
            self.lembar[a["name"]] = tujuan[id_][1]

    def gaya(self) -> str:
        """The style part."""
        for jenis, bagian in self._hubungan(_BUKU).values():
            if jenis.endswith("/styles"):
                return bagian
        raise TidakAman("buku kerja tanpa gaya sel")

    def related(self, bagian: str, akhiran: str) -> str | None:
        """The part to which `bagian` has a relation of a type ending so; None when there is none."""
        semua = [p for jenis, p in self._hubungan(bagian).values() if jenis.endswith(akhiran)]
        if len(semua) > 1:
            raise TidakAman(f"{bagian} mempunyai lebih dari satu {akhiran}")
        return semua[0] if semua else None

    def relate(self, bagian: str, jenis: str, tujuan: str) -> str:
        """Add a relation from one part to another; gives its id."""
        rels = _nama_rels(bagian)
        kosong = f'<Relationships xmlns="{_PAKET_HUBUNGAN}"></Relationships>'.encode()
        xml = self.paket.read(rels) if rels in self.paket else kosong
        xml = re.sub(rb"<Relationships([^>]*)/>", rb"<Relationships\1></Relationships>", xml)
        if b"</Relationships>" not in xml:
            raise TidakAman(f"hubungan {bagian} ditulis dengan cara yang tidak biasa")
        nomor = max((int(n) for n in re.findall(rb'Id="rId([0-9]+)"', xml)), default=0) + 1
        relatif = posixpath.relpath(tujuan, posixpath.dirname(bagian))
        baru = f'<Relationship Id="rId{nomor}" Type="{_HUBUNGAN}/{jenis}" Target="{relatif}"/>'
        self.paket.put(rels, xml.replace(b"</Relationships>", baru.encode() + b"</Relationships>"))
        return f"rId{nomor}"

    def declare(self, bagian: str, jenis: str) -> None:
        """Name the content type of a new part."""
        xml = self.paket.read(_JENIS)
        if f'PartName="/{bagian}"'.encode() not in xml:
            baru = f'<Override PartName="/{bagian}" ContentType="{jenis}"/></Types>'.encode()
            self.paket.put(_JENIS, _ganti_akhir(xml, b"</Types>", baru))

    def declare_extension(self, akhiran: str, jenis: str) -> None:
        """Name the content type of parts with this extension."""
        xml = self.paket.read(_JENIS)
        if not re.search(rb'<Default\b[^>]*Extension="%s"' % akhiran.encode(), xml, re.IGNORECASE):
            baru = f'<Default Extension="{akhiran}" ContentType="{jenis}"/>'.encode()
            letak = xml.index(b">", xml.index(b"<Types")) + 1
            self.paket.put(_JENIS, xml[:letak] + baru + xml[letak:])

    def new_part(self, pola: str) -> str:
        """A part name after this pattern (`xl/comments{}.xml`) that is not taken yet."""
        return next(nama for n in range(1, 10_000) if (nama := pola.format(n)) not in self.paket)

    def put_sheet(self, nama: str, xml: bytes) -> None:
        """Replace the sheet of this name, or add it after the last one."""
        if nama in self.lembar:
            self.paket.remove(_nama_rels(self.lembar[nama]))
            self.paket.put(self.lembar[nama], xml)
            return
        bagian = self.new_part("xl/worksheets/sheet{}.xml")
        self.paket.put(bagian, xml)
        self.declare(bagian, _JENIS_LEMBAR)
        id_ = self.relate(_BUKU, "worksheet", bagian)
        buku = self.paket.read(_BUKU)
        nomor = max((int(n) for n in re.findall(rb'\bsheetId="([0-9]+)"', buku)), default=0) + 1
        baru = f'<sheet xmlns:r="{_HUBUNGAN}" name="{escape(nama)}" sheetId="{nomor}" r:id="{id_}"/></sheets>'
        self.paket.put(_BUKU, _ganti_akhir(buku, b"</sheets>", baru.encode()))
        self.lembar[nama] = bagian

    def repeat_row(self, lembar: str, baris: int) -> None:
        """Print this row of a sheet at the top of each of its pages."""
        buku = self.paket.read(_BUKU)
        daftar = re.findall(rb"<sheet\b[^>]*>", buku[buku.index(b"<sheets>") : buku.index(b"</sheets>")])
        ke = next(n for n, tag in enumerate(daftar) if attributes(tag)["name"] == lembar)
        lama = re.compile(
            rb'<definedName\b(?=[^>]*name="_xlnm.Print_Titles")(?=[^>]*localSheetId="%d")[^>]*>[^<]*</definedName>' % ke
        )
        buku = lama.sub(b"", buku).replace(b"<definedNames/>", b"")
        rujukan = escape(f"'{lembar}'!${baris}:${baris}")
        baru = f'<definedName name="_xlnm.Print_Titles" localSheetId="{ke}">{rujukan}</definedName>'.encode()
        if b"</definedNames>" in buku:
            buku = buku.replace(b"</definedNames>", baru + b"</definedNames>", 1)
        else:
            tanda = next(
                t for t in (b"</externalReferences>", b"</functionGroups>", b"</sheets>") if buku.count(t) == 1
            )
            buku = buku.replace(tanda, tanda + b"<definedNames>" + baru + b"</definedNames>", 1)
        self.paket.put(_BUKU, buku)

    def replace_text(self, lama: str, baru: str) -> None:
        """Replace a text in the custom document properties, where it stands."""
        bagian = "docProps/custom.xml"
        if bagian in self.paket:
            xml = self.paket.read(bagian)
            self.paket.put(bagian, xml.replace(escape(lama).encode(), escape(baru).encode()))

    def legacy_drawing(self, lembar: str) -> str | None:
        """The drawing part that holds the boxes of a sheet's comments; None when it has none."""
        xml = self.paket.read(lembar)
        cocok = re.search(rb"<legacyDrawing\b[^>]*>", xml)
        if cocok is None:
            return None
        id_ = next((v for k, v in attributes(cocok[0]).items() if k.endswith(":id")), "")
        if id_ not in self._hubungan(lembar):
            raise TidakAman("kotak komentar tidak ditemukan")
        return self._hubungan(lembar)[id_][1]

    def link_drawing(self, lembar: str, gambar: str) -> None:
        """Tie a new drawing of comment boxes to a sheet."""
        id_ = self.relate(lembar, "vmlDrawing", gambar)
        xml = self.paket.read(lembar)
        letak = _letak_gambar(xml)
        baru = f'<legacyDrawing xmlns:r="{_HUBUNGAN}" r:id="{id_}"/>'.encode()
        self.paket.put(lembar, xml[:letak] + baru + xml[letak:])

    def check(self) -> None:
        """Raises TidakAman when a part that was put in is not well-formed XML."""
        for nama in self.paket.changed():
            if not nama.endswith(".vml"):  # old spreadsheets write drawings of comments that are not
                _pastikan_utuh(nama, self.paket.read(nama))

    def _hubungan(self, bagian: str) -> dict[str, tuple[str, str]]:
        """Relations of a part: id -> (type, target part); external ones left out."""
        rels = _nama_rels(bagian)
        if rels not in self.paket:
            return {}
        hasil = {}
        for cocok in re.finditer(rb"<Relationship\b[^>]*>", self.paket.read(rels)):
            a = attributes(cocok[0])
            if a.get("TargetMode") != "External":
                akar = "/" if a["Target"].startswith("/") else "/" + posixpath.dirname(bagian)
                hasil[a["Id"]] = (a["Type"], posixpath.normpath(posixpath.join(akar, a["Target"])).lstrip("/"))
        return hasil


def _pastikan_utuh(nama: str, isi: bytes) -> None:
    """Raises TidakAman for XML that patterns over its bytes may misread, or on which they would never end."""
    if nama.startswith("xl/") and b"<!" in isi:
        raise TidakAman(f"bagian {nama} memuat keterangan XML")
    try:
        expat.ParserCreate().Parse(isi, True)
    except (expat.ExpatError, ValueError, LookupError) as e:
        raise TidakAman(f"bagian {nama} bukan XML yang utuh") from e


def _nama_rels(bagian: str) -> str:
    folder, _, nama = bagian.rpartition("/")
    return f"{folder}/_rels/{nama}.rels"


def _ganti_akhir(xml: bytes, tanda: bytes, baru: bytes) -> bytes:
    depan, ada, belakang = xml.rpartition(tanda)
    if not ada:
        raise TidakAman("bagian paket ditulis dengan cara yang tidak biasa")
    return depan + baru + belakang


def _letak_gambar(xml: bytes) -> int:
    """Where `legacyDrawing` belongs among the children of a sheet."""
    dalam = 0
    for cocok in _TAG.finditer(xml, xml.index(b"</sheetData>") + len(b"</sheetData>")):
        if cocok[1]:
            dalam -= 1
            if dalam < 0:
                return cocok.start()  # the end of the sheet
            continue
        if dalam == 0 and cocok[2] in _SESUDAH_GAMBAR:
            return cocok.start()
        if not cocok[4]:
            dalam += 1
    raise TidakAman("lembar tidak berakhir")
