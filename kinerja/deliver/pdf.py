"""A Word document as PDF: printed by LibreOffice, its table of contents made true, compared with the Word document.

The page numbers in the Word document come from our own layout. Where the printed pages differ, the numbers are put
right in the copy that is printed; the Word document keeps its bytes, which must not depend on this computer.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kinerja.deliver.baca_pdf import BukanPdf, IsiPdf, baca_pdf, nama_tujuan
from kinerja.deliver.libreoffice import cetak, gagal
from kinerja.render.cetak import NaskahCetak

_KALI = 3  # the first print and at most two with mended numbers
_BUKAN_HURUF = re.compile(r"[^0-9A-Za-z]+")
# Families that print with the same widths: a page laid out for one is right in the other.
_SEUKURAN = (
    {"arial", "liberationsans", "arimo", "helvetica"},
    {"timesnewroman", "liberationserif", "tinos"},
    {"couriernew", "liberationmono", "cousine"},
    {"calibri", "carlito"},
    {"cambria", "caladea"},
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pdf:
    """`catatan`: what the person should know of it, one sentence each."""

    isi: bytes
    halaman: int
    catatan: tuple[str, ...]


def ke_pdf(docx: bytes, lapor: Callable[[int, int], None]) -> Pdf:
    """Convert a Word document. `lapor` is told (prints done, prints in all).

    KinerjaError when LibreOffice is missing, hangs, or gives a PDF that does not hold what the document holds.
    """
    naskah = NaskahCetak(docx)
    semula = naskah.dicetak
    isi, pdf, pasti = _cetak_tepat(naskah, lapor)
    if next(_hilang(naskah, pdf), None):
        naskah.loosen()
        isi, pdf, pasti = _cetak_tepat(naskah, lapor)
    if hilang := next(_hilang(naskah, pdf), None):
        raise gagal(f"isinya tidak sama dengan laporan Word, pada PDF tidak ada {hilang}")
    kini = naskah.dicetak
    ganti = sum(semula[n] != kini[n] for n in semula)
    catatan = [*_catatan_daftar(ganti, pasti=pasti), *_catatan_huruf(naskah.fonts(), pdf.huruf)]
    return Pdf(isi=isi, halaman=len(pdf.teks), catatan=tuple(catatan))


def _cetak_tepat(naskah: NaskahCetak, lapor: Callable[[int, int], None]) -> tuple[bytes, IsiPdf, bool]:
    """Print until the contents name the printed pages; the last value says whether they do."""
    for kali in range(1, _KALI + 1):
        lapor(kali - 1, kali)
        isi = cetak(naskah.to_bytes())
        pdf = _baca(isi)
        kini = naskah.dicetak
        benar = naskah.printed({n: pdf.tujuan[t] for n in naskah.penanda if (t := nama_tujuan(n)) in pdf.tujuan})
        beda = {n: halaman for n, halaman in benar.items() if halaman != kini[n]}
        if not beda:
            break
        if kali < _KALI:
            naskah.put(beda)
    lapor(kali, kali)
    return isi, pdf, not beda and len(benar) == len(kini)


def _baca(isi: bytes) -> IsiPdf:
    try:
        return baca_pdf(isi)
    except BukanPdf as e:
        raise gagal("PDF dari LibreOffice tidak dapat dibaca kembali") from e


def _catatan_daftar(ganti: int, *, pasti: bool) -> Iterator[str]:
    if not pasti:
        yield "Nomor halaman pada daftar isi PDF belum tentu tepat; cocokkan sebelum PDF dikirim."
    elif ganti:
        yield (
            f"{ganti} nomor halaman pada daftar isi PDF berbeda dari Word karena mengikuti halaman cetaknya; di Word "
            "klik daftar isi lalu tekan F9."
        )


def _catatan_huruf(diminta: set[str], tercetak: frozenset[str]) -> Iterator[str]:
    """Which fonts this computer does not have, and what was printed instead."""
    keluarga = {_ratakan(h.partition("-")[0]): h.partition("-")[0] for h in tercetak}
    tiada = sorted(h for h in diminta if not any(k.startswith(_ratakan(h)) for k in keluarga))
    asing = {k: h for k, h in keluarga.items() if not any(k.startswith(_ratakan(d)) for d in diminta)}
    ganti = sorted(h for k, h in asing.items() if "symbol" not in k)  # the dots of lists
    if not tiada or not ganti:
        return
    kembar = [k for h in tiada for s in _SEUKURAN if _ratakan(h) in s for k in s & asing.keys()]
    if len(kembar) == len(tiada):
        ganti, akibat = sorted({asing[k] for k in kembar}), "ukurannya sama"
    else:
        akibat = "letak baris dan halamannya dapat berbeda"
    yield (
        f"Huruf {', '.join(tiada)} tidak ada di komputer ini; PDF memakai {', '.join(map(_terpisah, ganti))}, {akibat}."
    )


def _terpisah(nama: str) -> str:
    """`Liberation Sans` of `LiberationSans`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", nama)


def _hilang(naskah: NaskahCetak, pdf: IsiPdf) -> Iterator[str]:
    """What the document holds and the PDF does not: paragraphs and figures, charts, pictures."""
    ada = _ratakan("".join(pdf.teks))
    for teks, kali in Counter(naskah.paragraphs()).items():
        rata = _ratakan(teks)
        # A paragraph that goes on on the next page has headers and footers in between.
        if ada.count(rata) < kali and not all(_ratakan(kata) in ada for kata in teks.split()):
            yield f"“{teks[:60]}”"
    for teks_grafik in naskah.chart_texts():
        if teks_grafik and not any(_ratakan(t) in ada for t in teks_grafik):
            yield "sebuah grafik"
    if pdf.gambar < naskah.pictures():
        yield "sebuah gambar"


def _ratakan(teks: str) -> str:
    """Letters and digits alone, in one case: programs differ in blanks, dashes and quotes."""
    return _BUKAN_HURUF.sub("", teks).casefold()
