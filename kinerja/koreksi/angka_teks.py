"""Numbers in running text: which digits are figures, how each reads, and what the text is without them.

Dates, years, periods, numbers of laws, letters, pages, tables and list items, NIP, telephone numbers, addresses, codes,
account codes and file names are digits as well, but no figures: they are left out here, and nothing is said of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from kinerja.domain.angka import parse_angka, rapikan
from kinerja.domain.periode import NAMA_BULAN

_BULAN = "|".join((*NAMA_BULAN, "Nopember", "Pebruari"))
_TAHUN = r"(?:19[5-9]|20|21)[0-9]{2}"
_BILANG = {
    k: n
    for n, k in enumerate(
        ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")
    )
}
_KATA = "|".join(_BILANG)

# Digits that are no figures, each kind as people write it. What is not told apart here is taken for a figure.
_BUKAN = re.compile(
    r"(?P<periode>"
    rf"(?:[0-9]{{1,2}}\s+)?\b(?:{_BULAN})(?:\s+{_TAHUN})?\b"
    r"|\b(?:Triwulan|Semester|TW|Caturwulan)[\s-]*(?:[IVX]+|[0-9])(?:\s+Tahun)?\b"
    rf"|\b[Tt]ahun(?:\s+[Aa]nggaran)?\s+{_TAHUN}(?:\s*[-–/]\s*{_TAHUN})?"
    rf"|(?<![\w.,/–-]){_TAHUN}(?:[-–/]{_TAHUN})?(?![\w/–-]|[.,][0-9]|\s*%)"
    r"|\b[Mm]inggu\s+(?:ke-?\s*)?(?:[IVX]+\b|[0-9]+)"
    r")"
    r"|\b[0-9]{1,2}[/-][0-9]{1,2}[/-](?:[0-9]{4}|[0-9]{2})\b"
    r"|\b[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?\b"
    r"|\b(?:tanggal|tgl\.?|pukul|jam)\s+[0-9]{1,2}(?:[.:][0-9]{2})?"
    r"|\b(?i:NIP|NIK|NPWP)\b[.:]?\s*[0-9][0-9 .-]*"
    r"|\b[0-9]{8}\s?[0-9]{6}\s?[0-9]\s?[0-9]{3}\b"
    r"|\b(?i:Telepon|Telp\.?|Faks(?:imile)?|Fax|HP|WA|Kode\s+Pos)[.:]?\s*[0-9(+][0-9()\s.+-]*"
    r"|\bJ(?:alan|l\.).*?(?:$|\n)"
    r"|\b(?i:Nomor|No\.?|Pasal|Bab|Lampiran|Tabel|Gambar|Grafik|Diagram|Bagan|Halaman|Hlm\.?|UU|PP|Perpres"
    r"|Permenpan|Perbup|Perda)\s*:?\s*[0-9][^\s;,)]*"
    r"|\b(?:ayat|huruf|butir|lembar)\s*\(?[0-9]+\)?"
    r"|\bper\s+[0-9]+(?:\.[0-9]{3})*\b"
    r"|\bke-\s?[0-9]+"
    r"|\A\s*\(?[0-9]{1,3}[.)](?![0-9])"
    r"|\A\s*[0-9]{1,3}(?:\.[0-9]{1,4})*\.?[ \t\u00a0]{2,}(?=[^\W\d])"
    r"|(?<![\w.,])(?=[0-9.]*(?:\.[0-9]{1,2}\.|\.[0-9]{1,2}\b|\.[0-9]{4}))[0-9]+(?:\.[0-9]+){2,}(?![\w,])"
    r"|(?<![^\s(“\"\[])(?![-+−]?[Rr][Pp]\.?[0-9])[^\s(“\"\[]*(?:[^\W\d][.\-/_&‑]*[0-9]|[0-9][.\-/_&@‑]*[^\W\d]|[0-9]/[^\s0-9]|@)[^\s,;)”\"\]]*"
)
_ANGKA = re.compile(
    r"(?P<rp>\b[Rr][Pp]\.?[ \u00a0\u202f]?)?"
    r"(?P<tanda>(?<![\w%)])[-+−‑](?=[0-9]|[Rr][Pp]))?"
    r"(?P<rp2>(?<=[-+−‑])[Rr][Pp]\.?[ \u00a0\u202f]?)?"
    r"(?<![0-9])(?P<isi>[0-9]+(?:[.,][0-9]+)*)(?P<nol>,-)?"
    r"(?:(?P<persen>\s?%)|\s+(?P<besar>ribu|juta|miliar|milyar|triliun)\b)?"
    rf"|\b(?P<kata>(?i:{_KATA})(?:\s+(?i:belas|puluh)(?:\s+(?i:{_KATA}))?)?)\b"
)
_BESAR = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "milyar": 10**9, "triliun": 10**12}
_DUA_ARTI = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class AngkaTeks:
    """One figure in a text, from `awal` up to `akhir`. `teks` is as written, with its Rp, sign and %.

    `nilai` is how it reads; None where the point in it may be a decimal one (`titik`), which Indonesian does not have.
    `kelonggaran`: how far the exact figure may be from a rounded one (`1,2 miliar`). `kata`: a count in words.
    """

    teks: str
    awal: int
    akhir: int
    nilai: Fraction | None
    satuan: str = ""  # "%", "Rp", or the next word (`poin`, `indikator`)
    kelonggaran: Fraction = Fraction(0)
    titik: Fraction | None = None
    kata: bool = False

    def sama(self, lain: AngkaTeks) -> bool:
        """True when both say the same: the same digits, or the same value otherwise written (`98` and `98,00`)."""
        if self.nilai is None or lain.nilai is None:
            return rapikan(self.teks).strip(" %") == rapikan(lain.teks).strip(" %")
        return self.sebesar(lain.nilai)

    def sebesar(self, nilai: Fraction) -> bool:
        """True when it reads as this value."""
        return self.nilai is not None and abs(self.nilai - nilai) <= self.kelonggaran


@dataclass(frozen=True, slots=True)
class TeksBerangka:
    """A text, its figures, and what it is without them and without its period: `rangka` compares texts."""

    teks: str
    angka: tuple[AngkaTeks, ...]
    rangka: str


@lru_cache(maxsize=8192)  # cells say the same again and again, and so do the reports of one year
def baca_teks(teks: str) -> TeksBerangka:
    """Find the figures of one paragraph."""
    bukan = [(m.start(), m.end(), m["periode"] is not None) for m in _BUKAN.finditer(teks)]
    angka = []
    for m in _ANGKA.finditer(_kosongkan(teks, bukan)):
        a = _baca(m, teks)
        if a is not None:
            angka.append(a)
    return TeksBerangka(teks, tuple(angka), _rangka(teks, angka, bukan))


def _kosongkan(teks: str, bukan: list[tuple[int, int, bool]]) -> str:
    """The text with what is no figure made blank, at the same places."""
    for awal, akhir, _ in bukan:
        teks = f"{teks[:awal]}{'¤' * (akhir - awal)}{teks[akhir:]}"
    return teks


def _baca(m: re.Match[str], teks: str) -> AngkaTeks | None:
    awal, akhir = m.span()
    if m["kata"] is not None:
        nilai = _bilangan(m["kata"].casefold().split())
        if nilai is None:
            return None
        return AngkaTeks(
            teks=teks[awal:akhir], awal=awal, akhir=akhir, nilai=Fraction(nilai), satuan=_kata_berikut(teks, akhir),
            kata=True,
        )  # fmt: skip
    rupiah, isi = bool(m["rp"] or m["rp2"]), m["isi"]
    tulis = f"{'Rp' if rupiah else ''}{isi}"
    bacaan = parse_angka(tulis)
    nilai_angka, titik = bacaan.nilai, None
    if _DUA_ARTI.fullmatch(isi):
        nilai_angka = Fraction(isi.replace(".", ""))  # the point of thousands, as the program prints
    elif "." in isi and "," not in isi and isi.count(".") == 1 and not rupiah:
        nilai_angka, titik = None, bacaan.nilai
    kali, longgar = Fraction(1), Fraction(0)
    if m["besar"] and nilai_angka is not None:
        kali = Fraction(_BESAR[m["besar"].casefold()])
        longgar = kali / 2 / 10 ** len(isi.partition(",")[2])
    negatif = m["tanda"] is not None and m["tanda"] != "+"
    return AngkaTeks(
        teks=teks[awal:akhir].strip(),
        awal=awal,
        akhir=akhir,
        nilai=None if nilai_angka is None else nilai_angka * kali * (-1 if negatif else 1),
        satuan="Rp" if rupiah else "%" if m["persen"] else _kata_berikut(teks, akhir),
        kelonggaran=longgar,
        titik=titik,
    )


def _bilangan(kata: list[str]) -> int | None:
    """`tiga belas`, `dua puluh`, `dua puluh satu`."""
    n = _BILANG[kata[0]]
    if len(kata) == 1:
        return n
    if kata[1] == "belas":
        return 10 + n if len(kata) == 2 and 2 <= n < 10 else None
    if not 2 <= n < 10:
        return None
    return n * 10 + (_BILANG[kata[2]] if len(kata) == 3 else 0)


def _kata_berikut(teks: str, akhir: int) -> str:
    m = re.match(r"\s+([^\W\d]+)", teks[akhir:])
    return "" if m is None else m[1].casefold()


def _rangka(teks: str, angka: list[AngkaTeks], bukan: list[tuple[int, int, bool]]) -> str:
    ganti = [(a.awal, a.akhir, "#") for a in angka]
    ganti += [(a, b, "~") for a, b, periode in bukan if periode]
    keluar, letak = [], 0
    for awal, akhir, tanda in sorted(ganti):
        keluar += [teks[letak:awal], tanda]
        letak = akhir
    keluar.append(teks[letak:])
    return rapikan("".join(keluar)).casefold()
