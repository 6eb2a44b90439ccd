"""A .docx as a stranger may send it: recognised, opened within limits, its parts parsed. What is none is refused."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from kinerja.errors import KinerjaError
from kinerja.workbook.errors import BerkasDitolak
from kinerja.workbook.paket import MAKS_BERKAS, MB, Paket, buka_paket

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MAKS_BAGIAN = 32 * MB  # one part as text; the report of a year has less than 2
_NASKAH = b"wordprocessingml.document.main+xml"
_KETAT, _BIASA = b"http://purl.oclc.org/ooxml/", b"http://schemas.openxmlformats.org/"
_NAMA_KETAT = (  # Word's “Strict Open XML” uses other names for the same things
    (_KETAT + b"wordprocessingml/main", _BIASA + b"wordprocessingml/2006/main"),
    (_KETAT + b"officeDocument/relationships", _BIASA + b"officeDocument/2006/relationships"),
    (_KETAT + b"officeDocument/customProperties", _BIASA + b"officeDocument/2006/custom-properties"),
    (_KETAT + b"officeDocument/docPropsVTypes", _BIASA + b"officeDocument/2006/docPropsVTypes"),
)
_INTI = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_HUBUNGAN = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_SIMPAN = "Buka berkas itu di Word atau LibreOffice, pilih Simpan Sebagai, jenis Dokumen Word (.docx), lalu ulangi"


@dataclass(frozen=True, slots=True, kw_only=True)
class BerkasWord:
    """The parsed parts of a .docx. `bagian`: (relationship type, root) of what the main part refers to, in order.

    `grafik`: its charts, by the relationship through which a drawing names them.
    """

    utama: etree._Element
    bagian: tuple[tuple[str, etree._Element], ...]
    inti: etree._Element | None
    sifat: Mapping[str, str]
    grafik: Mapping[str, etree._Element]

    def satu(self, jenis: str) -> etree._Element | None:
        """The first part of this type (`styles`, `comments`, …)."""
        return next((akar for j, akar in self.bagian if j == jenis), None)

    @property
    def penyunting(self) -> str | None:
        """Who saved it last, as its properties tell."""
        return None if self.inti is None else self.inti.findtext(f"{_INTI}lastModifiedBy") or None


_DIBACA = ("styles", "header", "footer", "footnotes", "endnotes", "comments", "commentsExtended", "settings")


def buka_word(isi: bytes, nama: str) -> BerkasWord:
    """Open a .docx. KinerjaError says what `nama` is instead, or what is wrong with it, and what to do."""
    if (sebab := _bukan_docx(isi)) is not None:
        raise KinerjaError(f"{nama} {sebab[0]}.", sebab[1])
    try:
        paket = buka_paket(isi)
        if "mimetype" in paket and paket.baca("mimetype").startswith(b"application/vnd.oasis.opendocument"):
            raise KinerjaError(f"{nama} adalah berkas OpenDocument (.odt), bukan .docx.", f"{_SIMPAN}.")
        utama, jalan = _utama(paket, nama)
        bagian = []
        grafik = {}
        for jenis, sasaran, nomor in _hubungan(paket, jalan):
            if jenis in _DIBACA and sasaran in paket:
                bagian.append((jenis, _baca(paket, sasaran)))
            elif jenis == "chart" and sasaran in paket:
                grafik[nomor] = _baca(paket, sasaran)
        milik = {j: s for j, s, _ in _hubungan(paket, "") if s in paket}
        inti = _baca(paket, milik["core-properties"]) if "core-properties" in milik else None
        khusus = _baca(paket, milik["custom-properties"]) if "custom-properties" in milik else None
    except BerkasDitolak as e:
        raise _rusak(nama, besar=e.kode in ("BRK003", "BRK010")) from e
    except (KeyError, etree.XMLSyntaxError, ValueError) as e:
        raise _rusak(nama) from e
    return BerkasWord(utama=utama, bagian=tuple(bagian), inti=inti, sifat=_sifat(khusus), grafik=grafik)


def _bukan_docx(isi: bytes) -> tuple[str, str] | None:
    """What the first bytes betray, and what to do; None for what may be a .docx."""
    if len(isi) > MAKS_BERKAS:
        batas = MAKS_BERKAS // MB
        return f"lebih besar dari {batas} MB", f"Perkecil gambarnya sampai di bawah {batas} MB, lalu ulangi."
    if isi[:4] == b"PK\x03\x04":
        return None
    if isi[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        if "EncryptedPackage".encode("utf-16-le") in isi:
            return "berkata sandi", "Buka di Word, hapus kata sandinya (File, Info, Proteksi Dokumen), lalu simpan."
        return "adalah berkas Word lama (.doc), apa pun akhiran namanya", f"{_SIMPAN}."
    if isi.lstrip()[:5] == b"%PDF-":
        return (
            "adalah berkas PDF; koreksi di dalamnya tidak dapat dibaca kembali",
            "Minta berkas .docx yang dikoreksi, atau ketikkan koreksinya pada konsep di Word lalu ulangi.",
        )
    if isi.lstrip()[:5] == b"{\\rtf":
        return "adalah berkas Rich Text (.rtf), bukan .docx", f"{_SIMPAN}."
    if not isi:
        return "kosong (0 byte)", "Salin ulang berkasnya, lalu ulangi."
    return "bukan dokumen Word (.docx)", f"{_SIMPAN}."


def _utama(paket: Paket, nama: str) -> tuple[etree._Element, str]:
    """The main part and its name."""
    jalan = next((s for j, s, _ in _hubungan(paket, "") if j == "officeDocument"), "word/document.xml")
    jenis = paket.baca("[Content_Types].xml")
    if _NASKAH not in jenis:
        if b"macroEnabled" in jenis:
            raise KinerjaError(f"{nama} adalah dokumen bermakro (.docm), bukan .docx.", f"{_SIMPAN}.")
        if b"spreadsheetml" in jenis or b"presentationml" in jenis:
            apa = "buku kerja Excel" if b"spreadsheetml" in jenis else "paparan PowerPoint"
            raise KinerjaError(f"{nama} adalah {apa}, bukan dokumen Word.", "Tunjuk berkas .docx konsepnya.")
        raise KinerjaError(f"{nama} bukan dokumen Word (.docx).", f"{_SIMPAN}.")
    akar = _baca(paket, jalan)
    if akar.tag != f"{W}document":
        raise KeyError(jalan)
    return akar, jalan


def _hubungan(paket: Paket, jalan: str) -> list[tuple[str, str, str]]:
    """(last word of the type, member, id) of what a part refers to; of the package itself for ""."""
    folder, berkas = posixpath.split(jalan)
    nama = posixpath.join(folder, "_rels", f"{berkas}.rels")
    if nama not in paket:
        return []
    hasil = []
    for e in _baca(paket, nama).iter(_HUBUNGAN):
        if e.get("TargetMode") != "External":
            sasaran = posixpath.normpath(posixpath.join("/", folder, e.get("Target", ""))).lstrip("/")
            hasil.append((e.get("Type", "").rsplit("/", 1)[-1], sasaran, e.get("Id", "")))
    return hasil


def _baca(paket: Paket, nama: str) -> etree._Element:
    """One part, parsed without entities, network or huge texts."""
    isi = paket.baca(nama)
    if len(isi) > _MAKS_BAGIAN:
        raise BerkasDitolak("BRK010")
    for ketat, biasa in _NAMA_KETAT:
        isi = isi.replace(ketat, biasa)
    akar = etree.fromstring(isi, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    if akar.getroottree().docinfo.internalDTD is not None:  # no word processor writes one; a bomb does
        raise KeyError(nama)
    return akar


def _sifat(akar: etree._Element | None) -> Mapping[str, str]:
    """Custom properties by name."""
    semua = () if akar is None else akar
    return {e.get("name", ""): "".join(map(str, e.itertext())).strip() for e in semua if e.get("name")}


def _rusak(nama: str, *, besar: bool = False) -> KinerjaError:
    if besar:
        return KinerjaError(
            f"{nama} terlalu besar setelah dibuka; dokumen wajar jauh lebih kecil.",
            "Buka di Word, kecilkan gambarnya (Kompres Gambar), simpan, lalu ulangi.",
        )
    return KinerjaError(
        f"{nama} rusak dan tidak dapat dibaca.",
        "Buka di Word (pilih perbaiki bila ditawarkan), simpan, lalu ulangi; bila tidak terbuka, minta dikirim ulang.",
    )
