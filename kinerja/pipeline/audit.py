"""`kinerja audit`: a published table, from its file to the formula behind each printed capaian. Needs no workspace."""

from __future__ import annotations

from pathlib import Path

from kinerja.audit.model import Audit
from kinerja.audit.periksa import audit as periksa
from kinerja.audit.tabel import cari_tabel
from kinerja.audit.teks import baca_csv
from kinerja.catalogue.ejaan import mungkin, terdekat
from kinerja.errors import KinerjaError, SalahPakai
from kinerja.read.penolakan import tolak
from kinerja.workbook.errors import BerkasDitolak
from kinerja.workbook.model import Lembar
from kinerja.workbook.paket import MAKS_BERKAS, MB
from kinerja.workbook.reader import open_workbook

_TEKS = (".csv", ".tsv", ".txt")
_BUKU = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


def audit(berkas: Path, lembar: str | None) -> Audit:
    """Recompute the table in `berkas`, on the sheet called `lembar` where one is named.

    SalahPakai when there is no such file, sheet or table; KinerjaError when the file cannot be read.
    """
    if not berkas.is_file():
        sebab = "adalah map, bukan berkas." if berkas.is_dir() else f"tidak ada.{_mirip(berkas)}"
        raise SalahPakai(f"{berkas} {sebab}", "Tulis nama berkas .xlsx atau .csv yang memuat tabelnya.")
    try:
        semua, csv = _lembar(berkas)
        return periksa(cari_tabel(semua, lembar, csv=csv))
    except BerkasDitolak as e:
        raise KinerjaError(
            tolak(e, berkas.name).pesan,
            "Buka berkasnya di Excel atau LibreOffice, lalu simpan sebagai .xlsx atau .csv.",
        ) from e


def _mirip(berkas: Path) -> str:
    """The sentence that offers a file of nearly this name in the same folder; empty when there is none."""
    ada = berkas.parent.iterdir() if berkas.parent.is_dir() else ()
    return mungkin(terdekat(berkas.name, (p.name for p in ada if p.is_file()), 0.8))


def _lembar(berkas: Path) -> tuple[list[Lembar], bool]:
    """The sheets that may hold the table, and whether they are readings of one text file."""
    try:
        if berkas.stat().st_size > MAKS_BERKAS:
            raise BerkasDitolak("BRK003", ukuran=f"{berkas.stat().st_size // MB} MB", batas=f"{MAKS_BERKAS // MB} MB")
        isi = berkas.read_bytes()
    except OSError as e:
        raise BerkasDitolak("BRK023", sebab=e.strerror or str(e)) from e
    if berkas.suffix.lower() in _TEKS and not isi.startswith(_BUKU):
        return list(baca_csv(isi, berkas.name)), True
    return list(open_workbook(isi, berkas.name).lembar.values()), False
