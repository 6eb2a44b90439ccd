"""What people decided in a Daftar Koreksi dan Masukan, read back before it is made anew."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.errors import KinerjaError
from kinerja.koreksi.model import StatusKoreksi
from kinerja.workbook.errors import BerkasDitolak
from kinerja.workbook.model import alamat
from kinerja.worksheets.daftar_koreksi import (
    CATATAN,
    IDENTITAS,
    LEMBAR_KOREKSI,
    OLEH,
    SEMULA,
    STATUS,
    TANGGAL,
    sidik_putusan,
)
from kinerja.worksheets.tabel_isian import cari_judul, teks_sel, teks_tanggal

_ISIAN = (STATUS, OLEH, TANGGAL, CATATAN)
_JUDUL = (*_ISIAN, IDENTITAS, SEMULA)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ketikan:
    """What was typed beside the correction with this identity, as it was typed; `sel` is where its status stands."""

    kunci: str
    status: str
    oleh: str | None
    tanggal: str | None
    catatan: str | None
    sel: str


def baca_daftar_koreksi(isi: bytes, nama: str) -> tuple[Ketikan, ...]:
    """Rows that people changed. KinerjaError when the file cannot be read or a typed row cannot be tied to a
    correction: then it must not be overwritten. An emptied status is `baru` again."""
    from kinerja.workbook.reader import open_workbook

    try:
        lembar = open_workbook(isi, nama).lembar.get(LEMBAR_KOREKSI)
    except BerkasDitolak as e:
        raise _tak_terbaca(nama, "berkas itu rusak atau bukan buku kerja Excel") from e
    ada = None if lembar is None else cari_judul(lembar, STATUS, _JUDUL)
    if lembar is None or ada is None or len(ada[1]) < len(_JUDUL):
        raise _tak_terbaca(nama, f"lembar {LEMBAR_KOREKSI} atau salah satu kolomnya tidak ada")
    baris_judul, kolom = ada
    terbaca: dict[str, Ketikan] = {}
    for nomor, sel in lembar.baris.items():
        if nomor <= baris_judul:
            continue
        teks = {j: teks_sel(sel.get(k)).strip() for j, k in kolom.items()}
        tempat = alamat(nomor, kolom[STATUS])
        if not teks[IDENTITAS]:
            if any(teks[j] for j in _ISIAN):
                raise _tak_terikat(nama, tempat, "tidak berada pada baris koreksi")
            continue
        if sidik_putusan([teks[j] for j in _ISIAN]) == teks[SEMULA]:
            continue
        ketikan = Ketikan(
            kunci=teks[IDENTITAS],
            status=_baku(teks[STATUS]),
            oleh=teks[OLEH] or None,
            tanggal=teks_tanggal(teks[TANGGAL]) or None,
            catatan=teks[CATATAN] or None,
            sel=tempat,
        )
        if ketikan.kunci in terbaca:
            lain = terbaca[ketikan.kunci].sel
            raise _tak_terikat(nama, tempat, f"ada dua kali; satu lagi di sel {lain} untuk koreksi yang sama")
        terbaca[ketikan.kunci] = ketikan
    return tuple(terbaca.values())


def _baku(teks: str) -> str:
    """The status in the spelling of the list, where it is one of them; else as typed."""
    return teks.casefold() if teks.casefold() in list(StatusKoreksi) else teks or StatusKoreksi.BARU.value


def _tak_terbaca(nama: str, sebab: str) -> KinerjaError:
    return KinerjaError(
        f"{nama} tidak dapat dibaca kembali: {sebab}. Berkas itu tidak ditimpa supaya status yang diisi tidak hilang.",
        "Kembalikan susunannya, atau ganti nama berkas itu lalu jalankan lagi; daftar baru akan dibuat.",
    )


def _tak_terikat(nama: str, sel: str, sebab: str) -> KinerjaError:
    return KinerjaError(
        f"{nama}, lembar {LEMBAR_KOREKSI}, sel {sel}: status yang diketik {sebab}. Berkas itu tidak ditimpa.",
        "Pindahkan isian itu ke baris koreksinya atau hapus, simpan, lalu jalankan lagi.",
    )
