"""Whether a PDF, signed or printed elsewhere, is of one of our finals: every word of the final must be in it.

What a signature adds (stamps, codes, headers) is allowed; a word or figure that is missing is not. A scan has no text:
then only its hash can be looked up among the evidence of steps and the signed reports that `kinerja deliver` keeps.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from kinerja.deliver.baca_pdf import BukanPdf, baca_pdf
from kinerja.errors import KinerjaError, SalahPakai
from kinerja.pipeline.final import Final
from kinerja.pipeline.sesi import Sesi
from kinerja.register.peristiwa import LANGKAH_SELESAI, PENGIRIMAN_DISIAPKAN, TANDA_DICABUT
from kinerja.render.cetak import NaskahCetak

_KATA = re.compile(r"\w+(?:[.,]\d+)*")
_PENGGAL = re.compile(r"(\w[\w.,]*)-?[ \t]*\n\s*(\w[\w.,]*)")  # a word that a line break may have parted
_SEDIKIT = 20  # per cent of the words of the final below which a PDF has no text worth the name
_CONTOH = 5
_PANJANG = 12  # letters from which a word may be parted over the lines of a narrow column


def periksa_pdf(sesi: Sesi, final: Sequence[Final], pdf: Path) -> tuple[bool, str | None]:
    """Whether the PDF belongs to one of these finals, and why not, or what is to be known of it."""
    if not pdf.is_file():
        sebab = "sebuah map, bukan berkas" if pdf.is_dir() else "tidak ada"
        raise SalahPakai(f"PDF {pdf} {sebab}.", "Tulis letak berkasnya sesudah --pdf.")
    try:
        isi = pdf.read_bytes()
    except OSError as e:
        raise KinerjaError(
            f"PDF {pdf} tidak dapat dibaca: {e.strerror or e}.",
            "Tutup berkas itu, atau salin ke map lain, lalu ulangi.",
        ) from e
    sha = hashlib.sha256(isi).hexdigest()
    for f in final:
        if (b := f.satu("pdf")) is not None and b.sha256 == sha:
            return _milik(f)
    try:
        teks = " ".join(baca_pdf(isi).teks)
    except BukanPdf:
        return False, "bukan PDF yang dapat dibaca, atau terkunci kata sandi"
    ada, rata = _kata_pdf(teks), _rata(teks)
    kurang: list[tuple[Final, Counter[str]]] = []
    for f in reversed(final):
        naskah = _naskah(sesi, f)
        if naskah is None:
            continue
        if ada.total() * 100 < naskah.total() * _SEDIKIT:
            return _pindaian(sesi, sha)
        hilang = Counter({k: n for k, n in (naskah - ada).items() if not (len(k) >= _PANJANG and _rata(k) in rata)})
        if not hilang:
            return _milik(f)
        kurang.append((f, hilang))
    if not kurang:
        return False, "tidak ada laporan final untuk dicocokkan"
    f, hilang = min(kurang, key=lambda x: x[1].total())
    contoh = ", ".join(f"“{k}”" for k in list(hilang)[:_CONTOH])
    return False, (
        f"teksnya bukan laporan final {f.periode.nama} versi {f.versi}: {hilang.total()} kata atau angka laporan itu "
        f"tidak ada di PDF, antara lain {contoh}"
    )


def _milik(f: Final) -> tuple[bool, str | None]:
    """What is said of a PDF of this version: only that of the one in force agrees."""
    return f.dibuka is None, None if f.dibuka is None else f"teksnya milik versi {f.versi}, yang sudah dibuka kembali"


def _naskah(sesi: Sesi, f: Final) -> Counter[str] | None:
    """The words of the final's Word document; None when it is not in the archive any more."""
    b = f.satu("naskah")
    try:
        isi = sesi.arsip(b.sha256) if b is not None else None
    except KinerjaError:
        return None
    return None if isi is None else Counter(k for p in NaskahCetak(isi).paragraphs() for k in _kata(p))


def _kata(teks: str) -> list[str]:
    return [k.casefold() for k in _KATA.findall(teks)]


def _rata(teks: str) -> str:
    """Letters and digits alone."""
    return "".join(h for h in teks if h.isalnum()).casefold()


def _kata_pdf(teks: str) -> Counter[str]:
    """The words as they stand, and those that a line break parted."""
    hasil = Counter(_kata(teks))
    for kiri, kanan in _PENGGAL.findall(teks):
        if len(gabung := _kata(kiri + kanan)) == 1:
            hasil[gabung[0]] += 1
    return hasil


def _pindaian(sesi: Sesi, sha: str) -> tuple[bool, str]:
    """A scan: whether it is one that was kept as the signed report or as evidence of a step."""
    for p in sesi.reg.peristiwa(jenis=PENGIRIMAN_DISIAPKAN):
        isi = json.loads(p.rincian)
        if (isi.get("ttd") or {}).get("sha256") == sha:
            return True, (
                "pindaian tanpa teks: isinya tidak dapat dicocokkan; sidiknya sama dengan laporan bertanda tangan "
                f"{p.periode} versi {isi['versi']} yang dicatat kinerja deliver"
            )
    dicabut = {json.loads(p.rincian)["peristiwa"] for p in sesi.reg.peristiwa(jenis=TANDA_DICABUT)}
    for p in sesi.reg.peristiwa(jenis=LANGKAH_SELESAI):
        isi = json.loads(p.rincian)
        if p.id not in dicabut and (isi.get("bukti") or {}).get("sha256") == sha:
            return True, (
                "pindaian tanpa teks: isinya tidak dapat dicocokkan; sidiknya sama dengan bukti langkah "
                f"{isi['langkah']} yang dicatat oleh {isi['oleh']}"
            )
    return False, (
        "pindaian tanpa teks: isinya tidak dapat dicocokkan, dan sidiknya belum tercatat; catat dengan kinerja "
        "deliver … --ttd, atau sebagai bukti langkahnya dengan kinerja step done … --bukti"
    )
