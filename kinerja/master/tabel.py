"""From a sheet to rows by heading: finds the sheet, its heading row and its columns, and reports what is missing."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kinerja.catalogue import temuan
from kinerja.findings import Finding
from kinerja.master.skema import SEMUA, Skema
from kinerja.sources import CellRef
from kinerja.workbook.model import Buku, Jenis, Lembar, Sel, alamat, celah

_BARIS_JUDUL_TERAKHIR = 30  # a heading row lower than this is not looked for
_HURUF_SEBAGIAN = 3  # letters that a part of a name must have to be taken for it
_SEBUTAN = {
    "positif": "maksimal",
    "negatif": "minimal",
    "akumulasi": "jumlah",
    "rerata": "rata-rata",
    "posisi akhir": "terakhir",
}
_SPASI = re.compile(r"[\s\u00a0\u200b-\u200f\ufeff]+")


def ringkas(teks: str) -> str:
    """The text for comparison: spaces collapsed, case folded."""
    return _SPASI.sub(" ", teks).strip().casefold()


def mirip(teks: str, calon: Iterable[str], batas: float = 0.6) -> str | None:
    """The candidate most like the text, or the only one that holds it (or is held by it); None when none is near."""
    asli = {ringkas(c): c for c in calon}
    cari = _SEBUTAN.get(ringkas(teks), ringkas(teks))
    dekat = difflib.get_close_matches(cari, asli, n=1, cutoff=batas)
    if not dekat and len(cari) >= _HURUF_SEBAGIAN:
        dekat = [c for c in asli if cari in c or c in cari]
    return asli[dekat[0]] if len(dekat) == 1 else None


@dataclass(frozen=True, slots=True)
class Baris:
    """One row of a sheet; cells by heading (a heading that the sheet lacks has no place)."""

    berkas: str
    lembar: str
    nomor: int
    kolom: Mapping[str, int]
    isi: Mapping[int, Sel]

    def sel(self, judul: str) -> Sel:
        """The cell under a heading; an empty one where nothing is stored."""
        kolom = self.kolom.get(judul)
        if kolom is None:
            return Sel(f"A{self.nomor}", Jenis.KOSONG, None)
        ada = self.isi.get(kolom)
        return ada if ada is not None else Sel(alamat(self.nomor, kolom), Jenis.KOSONG, None)

    def kode(self, judul: str = "Kode") -> str:
        """The code under a heading, spaces tidied; empty where there is none."""
        sel = self.sel(judul)
        return "" if sel.jenis in (Jenis.GALAT, Jenis.TANGGAL) else " ".join(sel.teks.split())

    def kosong(self, judul: str) -> bool:
        """True when nothing stands in the cell."""
        sel = self.sel(judul)
        return sel.jenis is Jenis.KOSONG or (sel.jenis is Jenis.TEKS and not sel.teks)

    def ref(self, judul: str) -> CellRef:
        """The address of the cell under a heading."""
        return CellRef(self.berkas, self.lembar, self.sel(judul).alamat)


@dataclass(frozen=True, slots=True)
class Tabel:
    """The rows of a sheet that hold something under a known heading. `lengkap` False: headings are missing."""

    lembar: str
    baris: tuple[Baris, ...]
    lengkap: bool

    @property
    def berkode(self) -> bool:
        """True when its column Kode was found, so that references to it can be judged."""
        return bool(self.baris) and "Kode" in self.baris[0].kolom


def _find_sheet(buku: Buku, nama: str) -> Lembar | None:
    if nama in buku.lembar:
        return buku.lembar[nama]
    return next((s for n, s in buku.lembar.items() if ringkas(n) == ringkas(nama)), None)


def _texts(isi: Mapping[int, Sel]) -> dict[int, str]:
    return {k: s.teks for k, s in isi.items() if s.jenis is not Jenis.KOSONG and s.teks}


def read_table(buku: Buku, skema: Skema, berkas: str, hasil: list[Finding]) -> Tabel:
    """Read one sheet of the master. Faults of its shape are appended to `hasil`; an unusable sheet has no rows."""
    lembar = _find_sheet(buku, skema.nama)
    if lembar is None:
        dikenal = {ringkas(s.nama) for s in SEMUA}
        lain = [n for n in buku.lembar if ringkas(n) not in dikenal]
        dekat = mirip(skema.nama, lain, 0.75)
        if skema.wajib:
            hasil.append(
                temuan(
                    "MST003", CellRef(berkas, skema.nama), nama=skema.nama, mungkin=_mungkin_lembar(dekat, skema.nama)
                )
            )
        elif dekat is not None:
            hasil.append(temuan("MST009", CellRef(berkas, dekat), tertulis=dekat, diharapkan=skema.nama))
        return Tabel(skema.nama, (), lengkap=not skema.wajib)
    baris = list(lembar.baris.items())
    judul_baris, kolom = _find_heading(baris, skema)
    if not kolom:
        if baris or skema.wajib:
            hasil.append(temuan("MST028", CellRef(berkas, lembar.nama, "A1"), diharapkan=" | ".join(skema.judul)))
        return Tabel(lembar.nama, (), lengkap=not (baris or skema.wajib))
    lengkap = _check_heading(
        dict(baris)[judul_baris], judul_baris, kolom, skema=skema, tempat=CellRef(berkas, lembar.nama), hasil=hasil
    )
    dipakai = set(kolom.values())
    isi = tuple(
        Baris(berkas, lembar.nama, nomor, kolom, sel)
        for nomor, sel in baris
        if nomor > judul_baris and any(k in dipakai and (s.teks or s.jenis is not Jenis.TEKS) for k, s in sel.items())
    )
    if skema.wajib and lengkap and not isi:
        hasil.append(temuan("MST006", CellRef(berkas, lembar.nama, f"A{judul_baris + 1}"), nama=lembar.nama))
    return Tabel(lembar.nama, isi, lengkap)


def _mungkin_lembar(dekat: str | None, nama: str) -> str:
    return f"Ubah nama lembar “{dekat}” menjadi “{nama}”, atau tambahkan" if dekat is not None else "Tambahkan"


def _find_heading(baris: Iterable[tuple[int, Mapping[int, Sel]]], skema: Skema) -> tuple[int, dict[str, int]]:
    """The row that holds most of the headings, and the first column of each heading found in it."""
    judul = {ringkas(j): j for j in skema.judul}
    terbaik: tuple[int, dict[str, int]] = (0, {})
    for nomor, sel in baris:
        if nomor > _BARIS_JUDUL_TERAKHIR:
            break
        ada: dict[str, int] = {}
        for k, teks in _texts(sel).items():
            nama = judul.get(ringkas(teks))
            if nama is not None:
                ada.setdefault(nama, k)
        if len(ada) > len(terbaik[1]):
            terbaik = (nomor, ada)
        if len(ada) == len(judul):
            break
    # One matching cell may be data ("Sasaran" as a text); a wide heading row has at least two.
    return terbaik if len(terbaik[1]) >= max(1, min(2, len(judul) - 1)) else (0, {})


def _check_heading(
    isi: Mapping[int, Sel], nomor: int, kolom: Mapping[str, int], *, skema: Skema, tempat: CellRef, hasil: list[Finding]
) -> bool:
    """Report headings that are missing (with the near miss) or doubled; True when all are there once."""
    judul = {ringkas(j): j for j in skema.judul}
    lain = {t: k for k, t in _texts(isi).items() if ringkas(t) not in judul}
    lengkap = True
    for k, teks in _texts(isi).items():
        nama = judul.get(ringkas(teks))
        if nama is not None and kolom[nama] != k:
            lengkap = False
            sel = alamat(nomor, k)
            hasil.append(
                temuan(
                    "MST005", CellRef(tempat.berkas, tempat.lembar, sel), judul=nama, lain=alamat(nomor, kolom[nama])
                )
            )
    for nama in skema.judul:
        if nama in kolom:
            continue
        lengkap = False
        dekat, sela = mirip(nama, lain), celah(nama, skema.judul, kolom)
        if dekat is None and sela is not None:
            dekat = next((t for t, k in lain.items() if k == sela), None)
        sel = alamat(nomor, lain[dekat] if dekat is not None else sela or max(isi) + 1)
        saran = (
            f"Ubah judul “{dekat}” di sel {sel} menjadi “{nama}”."
            if dekat
            else f"Tambahkan kolom “{nama}”, misalnya di sel {sel}."
        )
        ref = CellRef(tempat.berkas, tempat.lembar, sel)
        hasil.append(temuan("MST004", ref, judul=nama, ubah=saran, tertulis=dekat, diharapkan=nama))
    return lengkap
