"""A workbook to a monitoring paper taken apart: whose it is, what was issued, the rows of each week by Kode."""

from __future__ import annotations

from kinerja.domain.pemantauan import (
    AWALAN_PANTAU,
    KOLOM_RASIO,
    LEMBAR_PANTAU,
    MAKS_MINGGU,
    SIFAT_PANTAU,
    IdentitasPantau,
    KolomPantau,
    PantauTerbit,
    parse_pantau,
)
from kinerja.findings import Finding, Tingkat
from kinerja.read.judul import samakan
from kinerja.read.lembar import cari_lembar
from kinerja.read.model import BarisMinggu, PantauTerbaca
from kinerja.read.tabel import baca_tabel
from kinerja.workbook.model import Buku, Lembar

_BARIS_TERBACA = 10  # the visible line stands above the table
_PALING_LEBAR = 100  # cells of a row of the hidden sheet

# Headings whose cells nobody fills in and nothing is read from.
_HIASAN = (
    KolomPantau.NO, KolomPantau.SATUAN, KolomPantau.CARA, *KOLOM_RASIO, KolomPantau.KUMULATIF, KolomPantau.VARIAN,
    KolomPantau.KEADAAN, KolomPantau.TINDAKAN_LALU,
)  # fmt: skip


def read_pantau(buku: Buku, path: str, sha256: str, *, ketat: bool) -> tuple[PantauTerbaca, tuple[Finding, ...]] | None:
    """The paper and what was wrong with it; None when the workbook is none. `ketat`: only its hidden sheet tells."""
    semua = sorted(buku.lembar.values(), key=lambda x: not _lembar_identitas(x))
    terbit = next((t for x in semua if (_lembar_identitas(x) or x.tersembunyi) and (t := _terbit(x))), None)
    identitas = terbit.identitas if terbit is not None else None
    if identitas is None and not ketat:
        identitas = IdentitasPantau.parse(buku.sifat.get(SIFAT_PANTAU, "")) or _terlihat(buku)
    if identitas is None:
        return None
    hasil: list[Finding] = []
    nama: dict[int, str] = {}
    baris: dict[int, tuple[BarisMinggu, ...]] = {}
    ada = {samakan(x.nama) for x in buku.lembar.values()}
    minggu = range(1, (len(terbit.minggu) if terbit is not None else MAKS_MINGGU) + 1)
    for ke in minggu:
        if terbit is None and f"minggu {ke}" not in ada:
            continue
        lain = [x.nama for x in semua if samakan(x.nama) in {f"minggu {n}" for n in minggu if n != ke}]
        judul = f"Minggu {ke}"
        lembar, cacat = cari_lembar(buku, judul, path, KolomPantau, Tingkat.GALAT, terpakai=[*lain, *nama.values()])
        hasil += cacat
        if lembar is None:
            continue
        nama[ke] = lembar.nama
        rows, cacat = baca_tabel(lembar, KolomPantau, path, nama=KolomPantau.INDIKATOR, tanpa=_HIASAN)
        hasil += cacat
        baris[ke] = tuple(BarisMinggu(kode=b.kode, nomor=b.nomor, sel=b.sel) for b in rows)
    kertas = PantauTerbaca(
        path=path, sha256=sha256, identitas=identitas, terbit=terbit, baris=baris, nama_lembar=nama
    )  # fmt: skip
    return kertas, tuple(hasil)


def _lembar_identitas(lembar: Lembar) -> bool:
    return lembar.nama.strip().casefold() == LEMBAR_PANTAU


def _terbit(lembar: Lembar) -> PantauTerbit | None:
    return parse_pantau(
        [isi[k].teks if k in isi else "" for k in range(1, lebar + 1)]
        for isi in lembar.baris.values()
        if (lebar := max(isi)) < _PALING_LEBAR
    )


def _terlihat(buku: Buku) -> IdentitasPantau | None:
    """The code in the visible line of the first sheet that has one."""
    for lembar in buku.lembar.values():
        for nomor, isi in lembar.baris.items():
            if nomor > _BARIS_TERBACA:
                break
            for sel in isi.values():
                if isinstance(sel.nilai, str) and sel.teks.startswith(AWALAN_PANTAU):
                    return IdentitasPantau.parse(sel.teks)
    return None
