"""A fake LibreOffice: a small script in front of the path, and PDFs that it could have made."""

from __future__ import annotations

import io
import stat
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import pypdf
import pytest
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

_SKRIP = """#!{python}
import os, subprocess, sys, time
folder = sys.argv[sys.argv.index("--outdir") + 1]
profil = next(a for a in sys.argv if a.startswith("-env:UserInstallation=")).partition("=")[2]
sumber = sys.argv[-1]
hasil = os.path.join(folder, "laporan.pdf")
print("keluaran yang tidak dibaca", flush=True)
print("warning: failed to launch javaldx", file=sys.stderr, flush=True)
{isi}
"""


class Tiruan:
    """`pasang` puts a script in the place of LibreOffice; `sementara` is the folder for temporary files."""

    def __init__(self, folder: Path, mp: pytest.MonkeyPatch) -> None:
        self.bin, self.sementara = folder / "bin", folder / "sementara"
        self.bin.mkdir()
        self.sementara.mkdir()
        mp.setenv("PATH", str(self.bin))
        mp.setattr(tempfile, "tempdir", str(self.sementara))

    def pasang(self, isi: str) -> None:
        skrip = self.bin / "soffice"
        skrip.write_text(_SKRIP.format(python=sys.executable, isi=isi), encoding="utf-8")
        skrip.chmod(skrip.stat().st_mode | stat.S_IXUSR)

    def sisa(self) -> list[str]:
        """What is left of temporary files."""
        return sorted(p.name for p in self.sementara.iterdir())


def pdf_tiruan(
    halaman: Sequence[str], tujuan: Mapping[str, int] | None = None, huruf: Sequence[str] = ("LiberationSans",)
) -> bytes:
    """A PDF with these texts (ASCII), destinations by name (page from 0) and fonts."""
    tulis = pypdf.PdfWriter()
    daftar = DictionaryObject(
        {
            NameObject(f"/F{n}"): DictionaryObject(
                {
                    NameObject("/Type"): NameObject("/Font"),
                    NameObject("/Subtype"): NameObject("/Type1"),
                    NameObject("/BaseFont"): NameObject(f"/BAAAAA+{nama}"),
                    NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
                }
            )
            for n, nama in enumerate(huruf)
        }
    )
    for teks in halaman:
        h = tulis.add_blank_page(595, 842)
        isi = DecodedStreamObject()
        isi.set_data(f"BT /F0 12 Tf 72 700 Td ({teks}) Tj ET".encode("latin-1"))
        h[NameObject("/Contents")] = isi
        h[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): daftar})
    for nama, nomor in (tujuan or {}).items():
        tulis.add_named_destination(nama, nomor)
    keluar = io.BytesIO()
    tulis.write(keluar)
    return keluar.getvalue()
