"""The sheet of findings in a return copy: everything that was found, each with a link to its cell."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from kinerja.domain.tanggal import format_tanggal, nama_hari
from kinerja.findings import Finding, Tingkat
from kinerja.forms.tinggi import row_height
from kinerja.workbook.model import alamat
from kinerja.workbook.patch import Isi, SelXml, escape
from kinerja.workbook.patch_gaya import GayaBuku

_KOLOM = (
    ("No", 5), ("Tingkat", 12), ("Letak", 22), ("Indikator", 12), ("Ditemukan", 48), ("Seharusnya", 26),
    ("Cara Memperbaiki", 48), ("Kode", 9),
)  # fmt: skip
_URUTAN = (Tingkat.GALAT, Tingkat.PERINGATAN, Tingkat.CATATAN)
_ARTI = {
    Tingkat.GALAT: "harus dibetulkan",
    Tingkat.PERINGATAN: "perlu diperiksa (bila memang benar, sampaikan alasannya kepada Tim)",
    Tingkat.CATATAN: "untuk diketahui",
}
_BUKA_KUNCI = (
    "Bila sel yang perlu diubah terkunci: Tinjau > Buka Proteksi Lembar (Excel) atau Alat > Proteksi Lembar"
    " (LibreOffice); tanpa kata sandi."
)
_LIHAT_CAPAIAN = (
    "Sesudah angkanya dibetulkan, lihat Capaian (%): bila masih jauh di bawah target, isi juga Faktor Penghambat dan"
    " Tindak Lanjut."
)
_WARNA_KEPALA = "FFD966"


def kalimat_pembuka(temuan: Sequence[Finding], menjawab: int, tenggat: date, ulang: str | None) -> list[str]:
    """What stands above the table: how much, by when, and how to mend it.

    `ulang`: why the values were put into our own form instead of marking the unit's file.
    """
    banyak = {t: sum(x.tingkat is t for x in temuan) for t in _URUTAN}
    bagian = [f"{n} {t.value} {_ARTI[t]}" for t, n in banyak.items() if n]
    hari = f"{nama_hari(tenggat)}, {format_tanggal(tenggat)}"
    hasil = [
        f"Temuan pada kiriman revisi {menjawab}: {'; '.join(bagian)}. Kirim kembali paling lambat {hari}.",
        "Perbaiki sel berwarna jingga langsung di berkas ini, lalu kirim berkas ini juga. Klik Letak untuk ke selnya.",
        _BUKA_KUNCI,
    ]
    if any(t.tingkat is Tingkat.GALAT and t.indikator is not None for t in temuan):
        hasil.append(_LIHAT_CAPAIAN)
    if ulang is not None:
        hasil.append(f"{ulang} Warna dan tulisan di luar tabel tidak ikut; berkas aslinya tetap tersimpan.")
    return hasil


def build_lembar_temuan(
    temuan: Sequence[Finding], lembar: Mapping[str, Collection[int]], gaya: GayaBuku, kepala: Sequence[str]
) -> tuple[int, bytes]:
    """The row of its headings, and the sheet as XML; its styles are added to `gaya`.

    `lembar`: the sheets of the workbook with their hidden rows. Links go to cells of sheets that exist.
    """
    judul, biasa_polos = gaya.style(tebal=True, besar=True, lipat=False), gaya.style(lipat=False)
    biasa, tautan = gaya.style(kotak=True), gaya.style(tautan=True, kotak=True)
    urut = sorted(temuan, key=lambda t: _URUTAN.index(t.tingkat))
    perlu = any(t.tingkat is Tingkat.GALAT for t in urut)
    baris_kepala = len(kepala) + 3
    baris = [
        _baris(1, [(f"TEMUAN YANG PERLU {'DIPERBAIKI' if perlu else 'DIPERIKSA'}", judul)], 24),
        *(_baris(n, [(teks, biasa_polos)], 16) for n, teks in enumerate(kepala, 2)),
        _baris(baris_kepala, [(x, gaya.style(tebal=True, warna=_WARNA_KEPALA, kotak=True)) for x, _ in _KOLOM], 18),
    ]
    taut = []
    for n, t in enumerate(urut, 1):
        nomor = baris_kepala + n
        isi = _isi_baris(n, t, lembar)
        nama, ke = t.sumber.lembar, (t.sumber.sel or "A1").split(",")[0].strip()
        tertaut = nama is not None and nama in lembar
        if nama is not None and tertaut:
            taut.append(
                f'<hyperlink ref="{alamat(nomor, 3)}" location="{escape(_lokasi(nama, ke))}" '
                f'display="{escape(f"{nama} {ke}")}"/>'
            )
        sel = [(teks, tautan if k == 2 and tertaut else biasa) for k, teks in enumerate(isi)]
        tinggi = row_height(zip(isi, (lebar for _, lebar in _KOLOM), strict=True), minimum=16)
        baris.append(_baris(nomor, sel, tinggi))
    kolom = "".join(f'<col min="{k}" max="{k}" width="{x}" customWidth="1"/>' for k, (_, x) in enumerate(_KOLOM, 1))
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        '<sheetPr><tabColor rgb="FFFFB347"/><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<sheetViews><sheetView workbookViewId="0" showGridLines="0"><pane ySplit="{baris_kepala}" '
        f'topLeftCell="A{baris_kepala + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f'<sheetFormatPr defaultRowHeight="15"/><cols>{kolom}</cols><sheetData>{"".join(baris)}</sheetData>'
        + (f"<hyperlinks>{''.join(taut)}</hyperlinks>" if taut else "")
        + '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
        "<headerFooter><oddFooter>&amp;R&amp;8Halaman &amp;P dari &amp;N</oddFooter></headerFooter></worksheet>"
    )
    return baris_kepala, xml.encode()


def _isi_baris(n: int, t: Finding, lembar: Mapping[str, Collection[int]]) -> list[str]:
    letak = " ".join(x for x in (t.sumber.lembar, t.sumber.sel) if x) or "seluruh berkas"
    baris = re.search(r"[0-9]+", t.sumber.sel or "")
    if baris is not None and int(baris[0]) in lembar.get(t.sumber.lembar or "", ()):
        letak += " (baris tersembunyi)"
    return [str(n), t.tingkat.value, letak, t.indikator or "", t.pesan, t.diharapkan or "", t.saran, t.kode]


def _baris(nomor: int, sel: Sequence[tuple[str, int]], tinggi: float) -> str:
    isi = b"".join(
        SelXml(alamat(nomor, k), gaya, b"", b"").write(
            Isi(angka=teks) if k == 1 and teks.isdecimal() else Isi(teks=teks)
        )
        for k, (teks, gaya) in enumerate(sel, 1)
    ).decode()
    return f'<row r="{nomor}" ht="{tinggi:.1f}" customHeight="1">{isi}</row>'


def _lokasi(lembar: str, sel: str) -> str:
    kutip = lembar.replace("'", "''")
    return f"'{kutip}'!{sel}"
