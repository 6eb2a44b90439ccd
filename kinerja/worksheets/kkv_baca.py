"""What people typed into a Kertas Kerja Validasi, read back before it is made anew.

Rows are known by the hidden identity, so sorting, filtering and saving by another program do no harm. Only cells that
differ from what the program had written count as typed; an emptied decision is withdrawn.
"""

from __future__ import annotations

from kinerja.errors import KinerjaError
from kinerja.register.model import PILIHAN_KEPUTUSAN, Keputusan
from kinerja.workbook.errors import BerkasDitolak
from kinerja.workbook.model import Lembar, alamat
from kinerja.worksheets.kkv import (
    ALASAN,
    CATATAN,
    IDENTITAS,
    KEPUTUSAN,
    LEMBAR_TEMUAN,
    OLEH,
    SEMULA,
    TANGGAL,
    sidik_keputusan,
)
from kinerja.worksheets.tabel_isian import cari_judul, teks_sel, teks_tanggal

_JUDUL = (KEPUTUSAN, ALASAN, OLEH, TANGGAL, IDENTITAS, SEMULA)
_ISIAN = (KEPUTUSAN, ALASAN, OLEH, TANGGAL, CATATAN)  # papers made before there were notes lack the last


def baca_kkv(isi: bytes, nama: str, periode: str) -> tuple[tuple[Keputusan, str], ...]:
    """Decisions that people typed or changed, emptied ones included, in the order of the sheet, each with its cell.

    `nama` is the file's path, for messages. KinerjaError when the file, its sheet or its columns cannot be read, or
    when a typed decision cannot be tied to one finding: then it must not be overwritten.
    """
    from kinerja.workbook.reader import open_workbook

    try:
        lembar = open_workbook(isi, nama).lembar.get(LEMBAR_TEMUAN)
    except BerkasDitolak as e:
        raise _tak_terbaca(nama, "berkas itu rusak atau bukan buku kerja Excel") from e
    if lembar is None:
        raise _tak_terbaca(nama, f"lembar {LEMBAR_TEMUAN} tidak ada")
    baris_judul, kolom = _cari_judul(lembar, nama)
    terbaca: dict[tuple[str, str], tuple[Keputusan, str]] = {}
    for nomor, sel in lembar.baris.items():
        if nomor <= baris_judul:
            continue
        teks = {j: teks_sel(sel.get(k)) for j, k in kolom.items()}
        tempat = alamat(nomor, kolom[KEPUTUSAN])
        unit, _, kunci = teks[IDENTITAS].partition("|")
        if not kunci:
            if any(teks.get(j) for j in _ISIAN):
                raise _tak_terikat(nama, tempat, "tidak berada pada baris temuan")
            continue
        keputusan = Keputusan(
            unit=unit, periode=periode, kunci=kunci, keputusan=_baku(teks[KEPUTUSAN]) or None,
            alasan=teks[ALASAN] or None, oleh=teks[OLEH] or None, tanggal=teks_tanggal(teks[TANGGAL]) or None,
            catatan=teks.get(CATATAN) or None,
        )  # fmt: skip
        if sidik_keputusan(keputusan) == teks[SEMULA]:
            continue
        lain, tempat_lain = terbaca.setdefault((unit, kunci), (keputusan, tempat))
        if lain != keputusan:
            raise _tak_terikat(nama, tempat, f"berbeda dari yang tertulis di sel {tempat_lain} untuk temuan yang sama")
    return tuple(terbaca.values())


def _cari_judul(lembar: Lembar, nama: str) -> tuple[int, dict[str, int]]:
    """The heading row and the columns by heading. KinerjaError when one of ours is missing."""
    ada = cari_judul(lembar, KEPUTUSAN, (*_JUDUL, CATATAN))
    if ada is None:
        raise _tak_terbaca(nama, f"baris judul dengan kolom {KEPUTUSAN} di lembar {LEMBAR_TEMUAN} tidak ada")
    if hilang := [j for j in _JUDUL if j not in ada[1]]:
        raise _tak_terbaca(nama, f"kolom {', '.join(hilang)} di lembar {LEMBAR_TEMUAN} tidak ada")
    return ada


def _baku(teks: str) -> str:
    """The decision in the spelling of the list, where it is one of them; else as typed."""
    for pilihan in PILIHAN_KEPUTUSAN:
        if teks.casefold() == pilihan.casefold():
            return pilihan
    return teks


def _tak_terbaca(nama: str, sebab: str) -> KinerjaError:
    return KinerjaError(
        f"{nama} tidak dapat dibaca kembali: {sebab}. Berkas itu tidak ditimpa supaya keputusan Tim tidak hilang.",
        "Kembalikan susunannya, atau ganti nama berkas itu lalu jalankan lagi; kertas kerja baru akan dibuat.",
    )


def _tak_terikat(nama: str, sel: str, sebab: str) -> KinerjaError:
    return KinerjaError(
        f"{nama}, lembar {LEMBAR_TEMUAN}, sel {sel}: keputusan yang diketik {sebab}. Berkas itu tidak ditimpa.",
        "Pindahkan keputusan itu ke baris temuannya atau hapus, simpan, lalu jalankan lagi.",
    )
