"""The Gantt picture of a schedule: bars, slack, deadlines and days off, told apart without colour."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from kinerja.domain.kalender import Kalender
from kinerja.domain.periode import BULAN_SINGKAT
from kinerja.domain.tanggal import format_tanggal
from kinerja.render.gambar.kanvas import ABU, HITAM, PUCAT, PUTIH, Kanvas, Kotak
from kinerja.render.model import Gambar
from kinerja.sop.jadwal import Jadwal, Rencana, RencanaPeriode
from kinerja.sop.sebut import sebut_langkah

LEBAR = 240.0  # millimetres: the text of a page sideways
_NAMA = 74.0  # of it for the names of the steps
_TEPI = 2.2  # and behind the last day, for the half of a deadline's sign
_BARIS, _KEPALA, _KAKI = 7.0, 11.0, 9.0
_BARIS_SEHALAMAN = 17
_SATU = timedelta(days=1)
_TANGGAL_MUAT = 3.0  # millimetres that the number of a day needs


def gantt(rencana: Rencana, semua: RencanaPeriode) -> tuple[Gambar, ...]:
    """The schedule of one SOP as pictures, one for each page that it needs."""
    jadwal = rencana.jadwal
    hasil = []
    for awal in range(0, len(jadwal), _BARIS_SEHALAMAN):
        bagian = jadwal[awal : awal + _BARIS_SEHALAMAN]
        kanvas = _Lembar(bagian, _rentang(jadwal), semua.kalender).gambar()
        alt = f"Bagan Gantt {rencana.sop}, {semua.periode.nama}: " + "; ".join(_sebut(j) for j in bagian) + "."
        hasil.append(Gambar(isi=kanvas.png(), alt=alt, tinggi_mm=round(kanvas.tinggi)))
    return tuple(hasil)


def _sebut(j: Jadwal) -> str:
    hari = format_tanggal(j.mulai)
    if j.selesai != j.mulai:
        hari += f" s.d. {format_tanggal(j.selesai)}"
    return f"{sebut_langkah(j.langkah)} {hari}" + (" (kritis)" if j.kritis else "")


def _rentang(jadwal: Sequence[Jadwal]) -> tuple[date, date]:
    """First and last day that is drawn."""
    akhir = [t for j in jadwal for t in (j.selesai, j.lambat_selesai, j.tenggat) if t is not None]
    awal = [t for j in jadwal for t in (j.mulai, j.tenggat) if t is not None]
    return min(awal), max(akhir)


class _Lembar:
    """One picture: rows of steps against days."""

    def __init__(self, jadwal: Sequence[Jadwal], rentang: tuple[date, date], kalender: Kalender) -> None:
        self.jadwal, self.kalender = jadwal, kalender
        self.awal, self.akhir = rentang
        self.hari = (self.akhir - self.awal).days + 1
        self.lebar_hari = (LEBAR - _NAMA - _TEPI) / self.hari
        self.bawah = _KEPALA + _BARIS * len(jadwal)
        self.kanvas = Kanvas(LEBAR, self.bawah + _KAKI)

    def gambar(self) -> Kanvas:
        """Draw everything."""
        self._hari_libur()
        self._kepala()
        for n, j in enumerate(self.jadwal):
            self._baris(_KEPALA + n * _BARIS, j)
        k = self.kanvas
        k.garis((0.2, _KEPALA), (LEBAR - 0.2, _KEPALA))
        k.garis((0.2, self.bawah), (LEBAR - 0.2, self.bawah))
        k.garis((_NAMA, 0), (_NAMA, self.bawah))
        self._kaki()
        return k

    def _x(self, tanggal: date) -> float:
        """The left edge of a day."""
        return _NAMA + (tanggal - self.awal).days * self.lebar_hari

    def _hari_libur(self) -> None:
        for n in range(self.hari):
            hari = self.awal + _SATU * n
            if not self.kalender.is_hari_kerja(hari):
                x = self._x(hari)
                self.kanvas.kotak(
                    Kotak(x, _KEPALA / 2, x + self.lebar_hari, self.bawah), isi=PUCAT, tebal=0, warna=PUCAT
                )

    def _kepala(self) -> None:
        """Months above, days or weeks below."""
        k, tengah = self.kanvas, _KEPALA / 2
        k.teks(1, tengah, "Langkah", 7.5, rata="kiri", tebal=True)
        mulai = self.awal
        while mulai <= self.akhir:
            berikut = (mulai.replace(day=1) + timedelta(days=32)).replace(day=1)
            akhir = min(berikut, self.akhir + _SATU)
            kiri, kanan = self._x(mulai), self._x(akhir)
            nama = f"{BULAN_SINGKAT[mulai.month - 1]} {mulai.year}"
            if kanan - kiri > 6:
                k.teks_dalam(Kotak(kiri, 0, kanan, tengah), nama if kanan - kiri > 16 else nama[:3], 7, tepi=0)
            k.garis((kiri, 0), (kiri, self.bawah), warna=ABU)
            mulai = berikut
        langkah = 1 if self.lebar_hari >= _TANGGAL_MUAT else 7
        for n in range(self.hari):
            hari = self.awal + _SATU * n
            if langkah == 7 and hari.weekday() != 0:
                continue
            x = self._x(hari)
            k.garis((x, tengah), (x, self.bawah), warna=PUCAT if langkah == 1 else ABU, tebal=0.1)
            if langkah == 1 or self.lebar_hari * 7 > 4:
                k.teks(x + self.lebar_hari / 2, tengah * 1.5, str(hari.day), 5.5)
        k.garis((_NAMA, tengah), (LEBAR - 0.2, tengah), warna=ABU)

    def _baris(self, atas: float, j: Jadwal) -> None:
        k, tengah = self.kanvas, atas + _BARIS / 2
        k.garis((0.2, atas), (LEBAR - 0.2, atas), warna=PUCAT, tebal=0.15)
        k.teks(1, tengah, j.langkah.no or j.langkah.id, 6.5, rata="kiri", tebal=j.kritis)
        k.teks_dalam(Kotak(9, atas + 0.3, _NAMA - 0.5, atas + _BARIS - 0.3), j.langkah.uraian, 6, tepi=0, rata="kiri")
        kiri, kanan = self._x(j.mulai), self._x(j.selesai + _SATU)
        if j.lambat_selesai is not None and j.lambat_selesai > j.selesai:
            ujung = self._x(j.lambat_selesai + _SATU)
            k.putus((kanan, tengah), (ujung, tengah))
            k.garis((ujung, tengah - 1), (ujung, tengah + 1))
        isi = PUTIH if j.sepanjang else HITAM if j.kritis else ABU
        k.kotak(Kotak(kiri, tengah - 1.7, kanan, tengah + 1.7), isi=isi)
        if j.tenggat is not None:
            self._tenggat(self._x(j.tenggat + _SATU), tengah)

    def _tenggat(self, x: float, y: float) -> None:
        """A deadline: the diamond stands at the end of its day, on white so that it shows on a bar."""
        self.kanvas.belah_ketupat(Kotak.sekitar(x, y, 3.6, 3.6), isi=PUTIH, tebal=0.1)
        self.kanvas.wajik(x, y, 2.6)

    def _kaki(self) -> None:
        """What the signs mean."""
        k, y = self.kanvas, self.bawah + _KAKI / 2 + 0.5
        x = 1.0
        for gambar, teks in (
            ("kritis", "kritis: terlambat sehari menunda semuanya"), ("biasa", "langkah lain"),
            ("sepanjang", "sepanjang periode"), ("longgar", "kelonggaran"), ("tenggat", "tenggat"),
            ("libur", "hari libur"),
        ):  # fmt: skip
            contoh = Kotak(x, y - 1.5, x + 7, y + 1.5)
            if gambar == "longgar":
                k.putus((x, y), (x + 7, y))
                k.garis((x + 7, y - 1), (x + 7, y + 1))
            elif gambar == "tenggat":
                self._tenggat(x + 3.5, y)
            else:
                isi = {"kritis": HITAM, "biasa": ABU, "sepanjang": PUTIH, "libur": PUCAT}[gambar]
                k.kotak(contoh, isi=isi, warna=PUCAT if gambar == "libur" else HITAM)
            k.teks(x + 9, y, teks, 6.5, rata="kiri")
            x += 14 + 1.35 * len(teks)
