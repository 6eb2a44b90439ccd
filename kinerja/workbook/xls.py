"""Excel 97–2003 workbooks through xlrd, with number formats, error cells and formula flags."""

from __future__ import annotations

import io
import struct
from typing import Any

from kinerja.workbook.errors import BerkasDitolak
from kinerja.workbook.model import Buku, Isi, Jenis, Lembar, Sel, alamat, nama_unik, per_baris
from kinerja.workbook.numfmt import MAKS_KODE, UMUM, nilai_angka, ragam_tanggal
from kinerja.workbook.sel_xlsx import MAKS_SEL, terlalu_banyak
from kinerja.workbook.xmlteks import bersihkan

_BOF, _EOF, _RUMUS = 0x0809, 0x000A, 0x0006


def baca_xls(isi: bytes) -> Buku:
    """Read an .xls. BerkasDitolak when it is encrypted, damaged or too large."""
    import xlrd

    try:
        # on_demand keeps the stream open, for the walk over its formula records.
        buku = xlrd.open_workbook(
            file_contents=isi, formatting_info=True, ragged_rows=True, on_demand=True, logfile=io.StringIO()
        )
        lembar = _semua_lembar(buku)
        buku.release_resources()
    except xlrd.XLRDError as e:
        raise BerkasDitolak("BRK007" if "encrypted" in str(e).lower() else "BRK012", bagian="Workbook") from e
    except (MemoryError, RecursionError, BerkasDitolak):
        raise
    except Exception as e:  # xlrd has no error of its own for most damage: assertions, struct and index errors
        raise BerkasDitolak("BRK012", bagian="Workbook") from e
    if not lembar:
        raise BerkasDitolak("BRK015")
    return Buku(format="xls", lembar=lembar)


def _semua_lembar(buku: Any) -> dict[str, Lembar]:
    lembar: dict[str, Lembar] = {}
    jatah = MAKS_SEL
    for nomor in range(buku.nsheets):
        sheet = buku.sheet_by_index(nomor)
        jatah -= sum(sheet.row_len(b) for b in range(sheet.nrows))
        if jatah < 0:
            raise terlalu_banyak()
        nama = nama_unik(bersihkan(sheet.name), lembar)
        lembar[nama] = _lembar(buku, sheet, nama, _sel_berumus(buku, nomor))
        buku.unload_sheet(nomor)
    return lembar


def _lembar(buku: Any, sheet: Any, nama: str, berumus: set[tuple[int, int]]) -> Lembar:
    sel: dict[tuple[int, int], Sel] = {}
    for b in range(sheet.nrows):
        for k in range(sheet.row_len(b)):
            kode = _format(buku, sheet.cell_xf_index(b, k))
            jenis, isi = _nilai(sheet.cell_type(b, k), sheet.cell_value(b, k), kode, bool(buku.datemode))
            rumus = "" if (b, k) in berumus else None
            if rumus is None and (jenis is Jenis.KOSONG or isi == ""):
                continue
            if jenis is Jenis.KOSONG:
                jenis = Jenis.BELUM_DIHITUNG
            sel[b + 1, k + 1] = Sel(alamat(b + 1, k + 1), jenis, isi, kode, rumus)
    return Lembar(
        nama,
        per_baris(sel.items()),
        sheet.visibility != 0,
        tuple(f"{alamat(b1 + 1, k1 + 1)}:{alamat(b2, k2)}" for b1, b2, k1, k2 in sheet.merged_cells),
        frozenset(b + 1 for b, info in sheet.rowinfo_map.items() if info.hidden),
        frozenset(k + 1 for k, info in sheet.colinfo_map.items() if info.hidden),
    )


def _format(buku: Any, xf: int | None) -> str:
    try:
        return bersihkan(str(buku.format_map[buku.xf_list[xf].format_key].format_str))[:MAKS_KODE]
    except (IndexError, KeyError, TypeError):
        return UMUM


def _nilai(tipe: int, mentah: Any, kode: str, epoch_1904: bool) -> tuple[Jenis, Isi]:
    """Types of xlrd: 0 empty, 1 text, 2 number, 3 date (its own guess; ours decides), 4 boolean, 5 error, 6 blank."""
    import xlrd

    if tipe == 1:
        return Jenis.TEKS, bersihkan(str(mentah))
    if tipe in (2, 3):
        return nilai_angka(f"{mentah:.15g}", ragam_tanggal(kode), epoch_1904)
    if tipe == 4:
        return Jenis.LOGIKA, bool(mentah)
    if tipe == 5:
        return Jenis.GALAT, xlrd.error_text_from_code.get(mentah, "#N/A")
    return Jenis.KOSONG, None


def _sel_berumus(buku: Any, nomor: int) -> set[tuple[int, int]]:
    """Places of the formula records of one sheet, which xlrd does not tell: a walk over its stream."""
    hasil: set[tuple[int, int]] = set()
    mem, letak, dalam = buku.mem, buku._sh_abs_posn[nomor], 0  # noqa: SLF001 - the only door to the stream
    while letak + 4 <= len(mem):
        kode, panjang = struct.unpack_from("<HH", mem, letak)
        if kode == _BOF:
            dalam += 1
        elif kode == _EOF:
            dalam -= 1
            if dalam <= 0:
                break
        elif kode == _RUMUS and dalam == 1 and panjang >= 4:
            hasil.add(struct.unpack_from("<HH", mem, letak + 4))
        letak += 4 + panjang
    return hasil
