"""Printed forms of values: every number, date and name of a document passes through here."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from fractions import Fraction

from kinerja.aggregate.model import Capaian, HasilPeriode
from kinerja.domain.angka import TANPA_NILAI, bulatkan, format_angka, format_nilai, format_ringkas
from kinerja.domain.indikator import Indikator
from kinerja.domain.nilai import Nilai, Predikat
from kinerja.domain.periode import BULAN_SINGKAT, NAMA_BULAN, ROMAWI, JenisPeriode, Periode
from kinerja.domain.tanggal import format_tanggal, nama_hari
from kinerja.domain.urut import rentang_urut
from kinerja.master.model import Master

__all__ = [
    "TANPA_NILAI",
    "angka_bersatuan",
    "berubah",
    "bilang",
    "daftar_kata",
    "kapital",
    "nama_sd",
    "nilai",
    "persen",
    "poin",
    "potong",
    "rupiah",
    "sebesar",
    "tanggal_teks",
]  # fmt: skip


def nilai(x: Nilai | None, indikator: Indikator) -> str:
    """A target or realisasi in a table cell, in the indicator's own digits; no unit of measure."""
    return format_nilai(x, indikator.desimal)


def angka_bersatuan(x: Nilai | None, indikator: Indikator) -> str:
    """A target or realisasi inside a sentence: `63,89%`, `12 dokumen`, `predikat BB`."""
    if x is None:
        return TANPA_NILAI
    if isinstance(x, Predikat):
        return x.teks if x.teks in ("Ya", "Tidak") else f"predikat {x.teks}"
    teks = format_ringkas(x, indikator.desimal) if isinstance(x, Fraction) else format_nilai(x, indikator.desimal)
    if indikator.persen:
        return f"{teks}%"
    return f"{teks} {indikator.satuan}".rstrip()


def sebesar(x: Nilai | None, indikator: Indikator) -> str:
    """A realisasi after its noun: `sebesar 63,89%`, `berupa predikat BB`, `berupa Tidak`."""
    return f"{'berupa' if isinstance(x, Predikat) else 'sebesar'} {angka_bersatuan(x, indikator)}"


def persen(x: Fraction | None, desimal: int) -> str:
    """A percentage in a table cell, without the sign."""
    return TANPA_NILAI if x is None else format_angka(x, desimal)


def _selisih(kini: Fraction, dulu: Fraction, desimal: int) -> Fraction:
    """The change between two printed figures, from the digits the reader sees."""
    return Fraction(bulatkan(kini, desimal)) - Fraction(bulatkan(dulu, desimal))


def poin(kini: Fraction | None, dulu: Fraction | None, desimal: int) -> str:
    """The change between two printed percentages, with its sign."""
    if kini is None or dulu is None:
        return TANPA_NILAI
    selisih = _selisih(kini, dulu, desimal)
    teks = format_angka(selisih, desimal)
    return f"+{teks}" if selisih > 0 else teks


def berubah(kini: Fraction, dulu: Fraction, desimal: int) -> str:
    """`naik 2,30 poin`, `turun 1,05 poin`, or `tetap`."""
    selisih = _selisih(kini, dulu, desimal)
    if selisih == 0:
        return "tetap"
    return f"{'naik' if selisih > 0 else 'turun'} {format_angka(abs(selisih), desimal)} poin"


def rupiah(x: Fraction | None) -> str:
    """Money in a table cell whose heading says `Rp`; whole rupiah, or two digits when there are cents."""
    if x is None:
        return TANPA_NILAI
    return format_angka(x, 0 if bulatkan(x, 2) == bulatkan(x, 0) else 2)


def tanggal_teks(tanggal: date | None) -> str:
    """`7 Februari 2026`, or a dash."""
    return TANPA_NILAI if tanggal is None else format_tanggal(tanggal)


def hari(tanggal: date) -> str:
    """`Kamis, 5 Februari 2026`."""
    return f"{nama_hari(tanggal)}, {format_tanggal(tanggal)}"


def hari_jam(waktu: datetime) -> str:
    """`Selasa, 3 Februari 2026 pukul 12.51`."""
    return f"{hari(waktu.date())} pukul {waktu.hour:02d}.{waktu.minute:02d}"


def hari_batas(tenggat: date, master: Master) -> str:
    """A deadline in words, with a note when it falls on a day off."""
    libur = tenggat.weekday() >= 5 or any(h.tanggal == tenggat for h in master.libur)
    return f"{hari(tenggat)}{' (hari libur)' if libur else ''}"


def banyak_hari(jumlah: int, *, kerja: bool) -> str:
    """`3 hari`, or `3 hari kerja` where the office counts working days."""
    return f"{jumlah} hari kerja" if kerja else f"{jumlah} hari"


def nama_sd(periode: Periode) -> str:
    """The months up to the end of the period: `Januari 2026`, `Januari s.d. Maret 2026`."""
    akhir = f"{NAMA_BULAN[periode.bulan_akhir - 1]} {periode.tahun}"
    return akhir if periode.bulan_akhir == 1 else f"Januari s.d. {akhir}"


def daftar_kata(butir: list[str]) -> str:
    """`a, b, dan c`."""
    if len(butir) <= 2:
        return " dan ".join(butir)
    return ", ".join(butir[:-1]) + ", dan " + butir[-1]


_SATUAN = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")


def bilang(n: int) -> str:
    """A count inside a sentence: in words where one or two do (`tiga`, `dua belas`, `dua puluh`), else in digits."""
    if not 0 <= n < 100:
        return str(n)
    if n < len(_SATUAN):
        return _SATUAN[n]
    puluh, sisa = divmod(n, 10)
    if puluh == 1:
        return f"{_SATUAN[sisa]} belas"
    return f"{_SATUAN[puluh]} puluh" if sisa == 0 else str(n)


def kapital(teks: str) -> str:
    """The text with its first letter large, to begin a sentence."""
    return teks[:1].upper() + teks[1:]


def kalimat(teks: str) -> str:
    """A sentence without blanks around it and with a full stop at its end."""
    teks = teks.strip()
    return teks if not teks or teks[-1] in ".!?…”" else f"{teks}."


def sebut(periode: Periode) -> str:
    """The period inside a sentence: as its name, but `tahun 2026`."""
    return f"tahun {periode.tahun}" if periode.jenis is JenisPeriode.TAHUN else periode.nama


def rentang_bulan(bulan: Iterable[int], pengumpulan: JenisPeriode = JenisPeriode.BULAN) -> str:
    """Collection periods of a year by their last months, runs of three or more drawn together: `Jan–Mar, Jun`,
    `TW I–TW III`; a dash for none."""
    triwulan = pengumpulan is JenisPeriode.TRIWULAN
    nama = [f"TW {r}" for r in ROMAWI] if triwulan else list(BULAN_SINGKAT)
    return rentang_urut(((b - 1) // pengumpulan for b in bulan), nama) or TANPA_NILAI


def pengumpulan_of(hasil: HasilPeriode) -> JenisPeriode:
    """How often this office collects: the kind of the periods in the trend."""
    return hasil.tren[0].periode.jenis if hasil.tren else JenisPeriode.BULAN


def potong(teks: str, panjang: int) -> str:
    """At most `panjang` characters, cut at a word and marked with an ellipsis; for labels of charts."""
    if len(teks) <= panjang:
        return teks
    return teks[: panjang - 1].rsplit(" ", 1)[0].rstrip(" ,;") + "…"


def keterangan_data(c: Capaian, jenis: JenisPeriode) -> str:
    """What is incomplete in a figure: `data 2 dari 3 bulan`, `data 7 dari 8 unit`; empty when it is complete."""
    bagian = []
    if jenis is not JenisPeriode.BULAN and c.bulan_terisi < c.bulan_wajib:
        bagian.append(f"{c.bulan_terisi} dari {c.bulan_wajib} bulan")
    if c.unit_terisi < c.unit_wajib:
        bagian.append(f"{c.unit_terisi} dari {c.unit_wajib} unit")
    if not bagian and c.sementara:
        bagian.append(f"{c.bulan_terisi} dari {c.bulan_wajib} bulan")
    return f"data {daftar_kata(bagian)}" if bagian else ""
