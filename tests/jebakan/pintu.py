"""The way a file really goes: laid in masuk/, taken in, read, judged; and small changes of a package's XML."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from helpers.paket import dengan_bagian
from validate.berkas_kecil import DITERIMA, PENCETAK, TENGGAT, TERBIT, konteks

from kinerja.domain.kiriman import IsiKiriman, Status
from kinerja.findings import Finding
from kinerja.read.form import read_form
from kinerja.read.intake import Kandidat, temukan
from kinerja.validate.engine import validate_form
from kinerja.worksheets.pengembalian import salinan_beranotasi

KINERJA, ANGGARAN, PENGESAHAN = (f"xl/worksheets/sheet{n}.xml" for n in (2, 3, 4))


@dataclass(frozen=True)
class Nilai:
    """What became of one file."""

    temuan: tuple[Finding, ...]
    status: Status
    isi: IsiKiriman
    form: Any = None

    @property
    def ringkas(self) -> list[tuple[str, str | None]]:
        """(code, cell) of the findings."""
        return [(t.kode, t.sumber.sel) for t in self.temuan]

    def angka(self, kode: str) -> object:
        """The value that was taken over for this indicator; None when there is none."""
        return next((f.nilai for f in self.isi.fakta if f.indikator == kode), None)


def nilai(folder: Path, isi: bytes, nama: str = "formulir.xlsx", **lain: Any) -> Nilai:
    """Lay `isi` into masuk/ under `folder`, take in what lies there, and judge it."""
    masuk = folder / "masuk"
    masuk.mkdir(exist_ok=True)
    berkas = masuk / nama
    berkas.write_bytes(isi)
    os.utime(berkas, (DITERIMA.timestamp(), DITERIMA.timestamp()))
    [kandidat] = [k for k in temukan(berkas, folder) if isinstance(k, Kandidat)]
    baca = read_form(kandidat)
    if baca.form is None:
        return Nilai(baca.temuan, Status.DITOLAK, IsiKiriman())
    hasil = validate_form(baca.form, baca.temuan, konteks(baca.form, **lain))
    return Nilai(hasil.temuan, hasil.status, hasil.isi, baca.form)


def salinan(isi: bytes, hasil: Nilai) -> bytes:
    """The annotated copy that goes back to the unit."""
    return salinan_beranotasi(
        isi, hasil.form, hasil.temuan, menjawab=1, terbit=TERBIT, pencetak=PENCETAK, tenggat=TENGGAT
    ).isi


def tulis_sel(xml: bytes, sel: Mapping[str, str]) -> bytes:
    """A sheet whose cells hold this XML: attributes, a bar, content: `t="e"|<v>#REF!</v>`. Their styles stay."""
    for alamat, teks in sel.items():
        atribut, _, isi = teks.partition("|")
        pola = rb'<c r="%s"( s="[0-9]+")?[^>]*?(?:/>|>.*?</c>)' % alamat.encode()
        baru = rf'<c r="{alamat}"\1 {atribut}>'.encode() + isi.encode().replace(b"\\", rb"\\") + b"</c>"
        xml, banyak = re.subn(pola, baru, xml, count=1, flags=re.DOTALL)
        assert banyak == 1, alamat
    return xml


def dengan_sel(isi: bytes, sel: Mapping[str, str], lembar: str = KINERJA) -> bytes:
    """The workbook with cells written by hand (`tulis_sel`)."""
    return dengan_bagian(isi, lembar, lambda x: tulis_sel(x, sel))
