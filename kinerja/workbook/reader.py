"""The one way into a workbook: look at the bytes, refuse what is hostile or something else, read the rest.

.xlsx and .xlsm of an ordinary size are read here and now, by parsers whose worst case is small; everything else by a
disposable process with limits of time and memory (`isolasi`).
"""

from __future__ import annotations

from kinerja.workbook.errors import BerkasDitolak
from kinerja.workbook.model import Buku
from kinerja.workbook.paket import MAKS_BERKAS, MB, Paket, buka_paket
from kinerja.workbook.xlsx import baca_xlsx

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BIFF_LAMA = (b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00")  # bare BIFF stream of the nineties


def open_workbook(isi: bytes, nama: str) -> Buku:
    """Read a workbook from its bytes. `nama` is only its name, for lock files; the bytes decide the format.

    BerkasDitolak (BRK codes) for everything that is not a workbook we may read.
    """
    if berkas_kunci(nama, isi):
        raise BerkasDitolak("BRK002")
    if not isi:
        raise BerkasDitolak("BRK001")
    if len(isi) > MAKS_BERKAS:
        raise BerkasDitolak("BRK003", ukuran=f"{len(isi) // MB} MB", batas=f"{MAKS_BERKAS // MB} MB")
    if isi.startswith(b"PK"):
        paket = buka_paket(isi)
        isi_arsip = _isi_arsip(paket)
        if isi_arsip == "ods":
            return _terpisah(isi, "ods")
        if isi_arsip:
            raise BerkasDitolak("BRK009", isi_arsip=isi_arsip)
        return baca_xlsx(paket) if paket.wajar else _terpisah(isi, "xlsx")
    if isi.startswith(_OLE):
        # Directory entries of an OLE file are UTF-16: an encrypted .xlsx is such a file with this stream.
        if "EncryptedPackage".encode("utf-16-le") in isi:
            raise BerkasDitolak("BRK007")
        if "WordDocument".encode("utf-16-le") in isi:
            raise BerkasDitolak("BRK009", isi_arsip="dokumen Word")
        return _terpisah(isi, "xls")
    if isi.startswith(_BIFF_LAMA):
        return _terpisah(isi, "xls")
    raise _bukan_buku(isi)


def berkas_kunci(nama: str, isi: bytes) -> bool:
    """True for the small file that Excel, WPS or LibreOffice lays beside an open workbook."""
    dasar = nama.replace("\\", "/").rpartition("/")[2]
    if dasar.startswith(("~$", ".~lock.", ".~")):
        return True
    return len(isi) == 165 and not isi.startswith((b"PK", _OLE))


def _isi_arsip(paket: Paket) -> str:
    """What a zip holds: empty text for an Excel package, `ods`, else a description for the message."""
    if "mimetype" in paket:
        mime = paket.baca("mimetype")[:200].decode("ascii", "replace").strip()
        if mime.startswith("application/vnd.oasis.opendocument.spreadsheet"):
            return "ods"
        if mime.startswith("application/vnd.oasis.opendocument"):
            return "dokumen LibreOffice yang bukan lembar hitung"
    nama = paket.anggota.keys()
    for awalan, sebutan in (("word/", "dokumen Word"), ("ppt/", "presentasi PowerPoint")):
        if any(n.startswith(awalan) for n in nama):
            return sebutan
    if "[Content_Types].xml" in paket or any(n.startswith("xl/") for n in nama):
        return ""
    if any(n.lower().endswith((".xlsx", ".xlsm", ".xls", ".ods")) for n in nama):
        return "arsip zip dengan berkas lain di dalamnya"
    return "arsip zip"


def _bukan_buku(isi: bytes) -> BerkasDitolak:
    """Why bytes that are neither a zip nor an OLE file are no workbook."""
    kepala = isi[:4096]
    kecil = kepala.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if kecil.startswith((b"<!doctype html", b"<html", b"<table", b"<head", b"<meta", b"<body", b"<style", b"<div")):
        return BerkasDitolak("BRK005")
    if kecil.startswith(b"<?xml") and b"<html" in kecil:
        return BerkasDitolak("BRK005")
    if kepala.startswith((b"\xff\xfe", b"\xfe\xff")):
        return BerkasDitolak("BRK006")
    kendali = sum(b < 32 and b not in b"\t\r\n\x0c\x1a" for b in kepala)
    return BerkasDitolak("BRK004" if kendali or kecil.startswith((b"<", b"%pdf")) else "BRK006")


def _terpisah(isi: bytes, format_berkas: str) -> Buku:
    from kinerja.workbook.isolasi import baca_terpisah

    return baca_terpisah(isi, format_berkas)
