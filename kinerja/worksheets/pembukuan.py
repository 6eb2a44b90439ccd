"""Double entry: every figure of a workbook, as the program reckoned it, against what its own formula gives."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from kinerja.domain.angka import format_ringkas
from kinerja.errors import KesalahanProgram
from kinerja.workbook.model import alamat
from kinerja.worksheets.sel_nilai import Galat, NilaiSel, Tempat
from kinerja.worksheets.sel_rumus import IsiSel, Lembaran

# Finer than any printed digit; a percentage of six whole digits keeps eight behind the comma, money its whole rupiah.
_MUTLAK, _NISBI, _NISBI_BESAR, _BESAR = Fraction(1, 10**7), Fraction(1, 10**11), Fraction(1, 10**13), 10**7


def periksa_pembukuan(sel: Mapping[Tempat, IsiSel], nama: str) -> int:
    """Reckon every formula of the workbook `nama` and compare it with the value beside it; how many were compared.

    KesalahanProgram names the first cell where they differ, in the order of the sheets, and how many others do.
    """
    banyak, beda = 0, list[str]()
    for (lembar, baris, kolom), tersimpan, dihitung in Lembaran(sel).rumus():
        banyak += 1
        if not _sama(tersimpan, dihitung):
            beda.append(
                f"lembar {lembar}, sel {alamat(baris, kolom)}: program {_teks(tersimpan)}, rumus {_teks(dihitung)}"
            )
    if beda:
        lain = f" (dan {len(beda) - 1} sel lain)" if len(beda) > 1 else ""
        raise KesalahanProgram(
            f"Angka program dan angka rumus Excel berbeda pada {nama}, {beda[0]}{lain}.",
            "Tidak ada berkas yang ditulis. Laporkan pesan ini kepada pengelola program beserta map kerjanya.",
        )
    return banyak


def _sama(tersimpan: NilaiSel, dihitung: NilaiSel) -> bool:
    if isinstance(tersimpan, Fraction) and isinstance(dihitung, Fraction):
        besar = abs(dihitung)
        return abs(tersimpan - dihitung) <= _MUTLAK + (_NISBI if besar < _BESAR else _NISBI_BESAR) * besar
    return (tersimpan or "") == (dihitung or "") and isinstance(tersimpan, Fraction) == isinstance(dihitung, Fraction)


def _teks(x: NilaiSel) -> str:
    if isinstance(x, Fraction):
        return format_ringkas(x, 9)
    return x.teks if isinstance(x, Galat) else f"“{x or ''}”"
