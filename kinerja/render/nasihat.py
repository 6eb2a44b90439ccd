"""What is not wrong in a template's tags but goes out with it, or prints worse than it could."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import dropwhile

from lxml import etree

from kinerja.catalogue import temuan
from kinerja.findings import Finding
from kinerja.render.naskah import BADAN, Letak, Naskah, W, hidden_copy, read_part, text_of
from kinerja.render.pindai import Penanda, cell_name, never_filled, scan_places
from kinerja.sources import CellRef

Catatan = tuple[Finding, Letak]
BARIS_PANJANG = 20  # rows from which a table without a loop counts as long
_KOMENTAR = f"{W}commentReference"
_LACAK = tuple(
    f"{W}{n}"
    for n in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange",
              "tcPrChange", "cellIns", "cellDel")
)  # fmt: skip
_DAFTAR_KOMENTAR = "word/comments.xml"
_TANDA_BIDANG = f"{W}fldChar"
_CERITA = (f"{W}txbxContent", f"{W}footnote")  # texts of their own inside a part; no field reaches out of them
_MATI = ("0", "false", "off")


def review_left(naskah: Naskah, berkas: str) -> Iterator[Catatan]:
    """TPL009 for every paragraph that still holds a comment or a tracked change."""
    ada = False
    for bagian, akar in naskah.bagian.items():
        sisa: dict[etree._Element, set[str]] = {}
        for e in akar.iter(_KOMENTAR, *_LACAK):
            p = next(e.iterancestors(f"{W}p"), None)
            p = p if p is not None else next(e.iter(f"{W}p"), next(akar.iter(f"{W}p")))
            sisa.setdefault(p, set()).add("komentar" if e.tag == _KOMENTAR else "perubahan yang terlacak")
        for letak in scan_places(naskah, bagian, sisa) if sisa else ():
            apa = " dan ".join(sorted(sisa[letak.elemen]))
            ada = ada or "komentar" in apa
            yield _temuan("TPL009", berkas, letak, sebab=apa), letak
    if (
        not ada
        and _DAFTAR_KOMENTAR in naskah.paket
        and next(read_part(naskah.paket, _DAFTAR_KOMENTAR).iter(f"{W}comment"), None) is not None
    ):
        letak = Letak(tempat="daftar komentar", cuplikan="", bagian=BADAN, elemen=naskah.badan)
        yield _temuan("TPL009", berkas, letak, sebab="komentar yang tidak menempel pada tulisan mana pun"), letak


def never_printed(naskah: Naskah, berkas: str) -> Iterator[Catatan]:
    """TPL015 for tags where nothing is ever filled in."""
    for penanda, letak in never_filled(naskah):
        yield _temuan("TPL015", berkas, letak, tertulis=penanda), letak


def broken_fields(naskah: Naskah, berkas: str) -> Iterator[Catatan]:
    """TPL019 for every paragraph with a field that lacks its beginning or end in its text, text box or footnote."""
    for bagian, akar in naskah.bagian.items():
        terbuka: dict[etree._Element, list[etree._Element]] = {}
        salah: dict[etree._Element, str] = {}
        for tanda in akar.iter(_TANDA_BIDANG):
            p = next(tanda.iterancestors(f"{W}p"), None)
            if p is None or hidden_copy(tanda):
                continue
            tumpukan = terbuka.setdefault(next(tanda.iterancestors(*_CERITA), akar), [])
            jenis = tanda.get(f"{W}fldCharType")
            if jenis == "begin":
                tumpukan.append(tanda)
            elif not tumpukan:
                salah.setdefault(p, "tidak mempunyai awal")
            elif jenis == "end":
                tumpukan.pop()
        for tanda in (t for tumpukan in terbuka.values() for t in tumpukan):
            p = next(tanda.iterancestors(f"{W}p"))
            if p not in salah:
                salah[p] = f"{_field_name(p, tanda)}tidak mempunyai akhir"
        for letak in scan_places(naskah, bagian, salah) if salah else ():
            yield _temuan("TPL019", berkas, letak, sebab=salah[letak.elemen]), letak


def _field_name(paragraf: etree._Element, awal: etree._Element) -> str:
    """The first word of a field's code, in quotes; empty when its paragraph holds none."""
    urut = paragraf.iter(_TANDA_BIDANG, f"{W}instrText")
    kode = next((e.text or "" for e in dropwhile(lambda e: e is not awal, urut) if e is not awal), "").split()
    return f"“{kode[0]}” " if kode else ""


def advice(naskah: Naskah, penanda: Iterable[Penanda], berkas: str) -> Iterator[Catatan]:
    """TPL011 for tags that Word has split, TPL012 and TPL013 for tables that may run over a page."""
    for p in penanda:
        if p.utuh and p.setingkat and p.potongan > 1:
            yield _temuan("TPL011", berkas, p.letak, tertulis=p.teks, sebab=str(p.potongan)), p.letak
    nomor = {t: n for n, t in enumerate(naskah.badan.iter(f"{W}tbl"), 1)}
    for tabel, ke in nomor.items():
        for kode, baris, sebab in _long_table(tabel.findall(f"{W}tr")):
            sel = next(baris.iter(f"{W}tc"))
            letak = Letak(tempat=cell_name(sel, nomor), cuplikan="", bagian=BADAN, elemen=next(sel.iter(f"{W}p")))
            yield _temuan(kode, berkas, letak, tabel=str(ke), sebab=sebab), letak


def _long_table(baris: list[etree._Element]) -> Iterator[tuple[str, etree._Element, str]]:
    """Code, row and reason of the advice about one table, when a loop or its rows make it long."""
    teks = ["".join(text_of(p) for p in b.iter(f"{W}p")).strip() for b in baris]
    ulang = next((n for n, t in enumerate(teks) if t.startswith("{%tr for")), None)
    isi = [
        b
        for b, t in zip(baris, teks, strict=True)
        if not t.startswith("{%tr") and b.find(f".//{W}tc//{W}p") is not None
    ]
    if not isi or (ulang is None and len(baris) <= BARIS_PANJANG):
        return
    kepala = baris[:ulang] if ulang is not None else baris
    if not kepala:
        yield "TPL012", isi[0], "tidak mempunyai baris judul"
    elif not _on(kepala[0], "tblHeader"):
        yield "TPL012", isi[0], "baris judulnya tidak diulang"
    terbelah = next((b for b in isi if not _on(b, "cantSplit")), None)
    if terbelah is not None:
        yield "TPL013", terbelah, ""


def _on(baris: etree._Element, sifat: str) -> bool:
    e = baris.find(f"{W}trPr/{W}{sifat}")
    return e is not None and e.get(f"{W}val", "1") not in _MATI


def _temuan(kode: str, berkas: str, letak: Letak, *, tertulis: str = "", sebab: str = "", tabel: str = "") -> Finding:
    sumber = CellRef(berkas, sel=letak.tempat)
    return temuan(kode, sumber, tertulis=tertulis, tempat=str(letak), sebab=sebab, tabel=tabel)
