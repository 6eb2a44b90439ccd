"""The sheet of findings in a return copy: everything that was found, each with a link to its cell."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from kinerja.findings import Finding, Tingkat
from kinerja.forms.tinggi import row_height
from kinerja.workbook.model import alamat
from kinerja.workbook.patch import Isi, SelXml, escape
from kinerja.workbook.patch_gaya import GayaBuku

_KOLOM = (
    ("No", 5), ("Tingkat", 12), ("Letak", 22), ("Indikator", 12), ("Ditemukan", 48), ("Seharusnya", 26),
    ("Cara Memperbaiki", 48), ("Kode", 9),
)  # fmt: skip
_BARIS_KEPALA = 4
_URUTAN = (Tingkat.GALAT, Tingkat.PERINGATAN, Tingkat.CATATAN)
_WARNA_KEPALA = "FFD966"


def build_lembar_temuan(temuan: Sequence[Finding], lembar: Collection[str], gaya: GayaBuku, menjawab: int) -> bytes:
    """The sheet as XML; its styles are added to `gaya`. Links go to cells of sheets that exist."""
    judul, kepala = gaya.style(tebal=True, besar=True, lipat=False), gaya.style(tebal=True, warna=_WARNA_KEPALA)
    biasa, tautan = gaya.style(), gaya.style(tautan=True)
    urut = sorted(temuan, key=lambda t: _URUTAN.index(t.tingkat))
    ajakan = (
        f"Ada {len(urut)} temuan pada kiriman revisi {menjawab}. Perbaiki sel berwarna jingga, lalu kirim kembali "
        "berkas ini. Klik kolom Letak untuk menuju selnya."
    )
    baris = [
        _baris(1, [("TEMUAN YANG PERLU DIPERBAIKI", judul)], 24),
        _baris(2, [(ajakan, gaya.style(lipat=False))], 16),
        _baris(_BARIS_KEPALA, [(nama, kepala) for nama, _ in _KOLOM], 18),
    ]
    tujuan = []
    for n, t in enumerate(urut, 1):
        nomor = _BARIS_KEPALA + n
        isi = _isi_baris(n, t)
        tertaut = t.sumber.sel is not None and t.sumber.lembar in lembar
        if tertaut and t.sumber.lembar is not None and t.sumber.sel is not None:
            tujuan.append((alamat(nomor, 3), t.sumber.lembar, t.sumber.sel.split(",")[0].strip()))
        sel = [(teks, tautan if k == 2 and tertaut else biasa) for k, teks in enumerate(isi)]
        tinggi = row_height(zip(isi, (lebar for _, lebar in _KOLOM), strict=True), minimum=16)
        baris.append(_baris(nomor, sel, tinggi))
    kolom = "".join(f'<col min="{k}" max="{k}" width="{x}" customWidth="1"/>' for k, (_, x) in enumerate(_KOLOM, 1))
    taut = "".join(
        f'<hyperlink ref="{sel}" location="{escape(_lokasi(nama, ke))}" display="{escape(f"{nama} {ke}")}"/>'
        for sel, nama, ke in tujuan
    )
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        '<sheetPr><tabColor rgb="FFFFB347"/><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<sheetViews><sheetView workbookViewId="0" showGridLines="0"><pane ySplit="{_BARIS_KEPALA}" '
        f'topLeftCell="A{_BARIS_KEPALA + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f'<sheetFormatPr defaultRowHeight="15"/><cols>{kolom}</cols><sheetData>{"".join(baris)}</sheetData>'
        + (f"<hyperlinks>{taut}</hyperlinks>" if taut else "")
        + '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
    )
    return xml.encode()


def _isi_baris(n: int, t: Finding) -> list[str]:
    letak = " ".join(x for x in (t.sumber.lembar, t.sumber.sel) if x) or "seluruh berkas"
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
