"""A sheet to draw on: lines, arrows, flow symbols and text, measured in millimetres from the top left corner.

Everything is black, grey or white, so that a copy says as much as the original. Drawn larger and then reduced, the
edges are smooth; the same calls give the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw

from kinerja.render.gambar.huruf_gambar import TINGGI_BARIS, bersihkan, bungkus, huruf, lebar

SKALA = 8  # pixels to the millimetre in the finished picture: 203 to the inch
_HALUS = 3  # times larger while drawing
_LANGKAH = 17  # between the sixteen shades of a finished picture
_TITIK = 25.4 / 72
GARIS = 0.25  # thickness of a line
HITAM, ABU, PUCAT, PUTIH = 0, 128, 232, 255

Titik = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Kotak:
    """A rectangle: left, top, right, bottom."""

    kiri: float
    atas: float
    kanan: float
    bawah: float

    @property
    def tengah(self) -> Titik:
        """Its middle."""
        return (self.kiri + self.kanan) / 2, (self.atas + self.bawah) / 2

    @classmethod
    def sekitar(cls, x: float, y: float, lebar: float, tinggi: float) -> Kotak:
        """The rectangle of that size around a point."""
        return cls(x - lebar / 2, y - tinggi / 2, x + lebar / 2, y + tinggi / 2)


class Kanvas:
    """A white sheet of `lebar` by `tinggi` millimetres."""

    def __init__(self, lebar: float, tinggi: float) -> None:
        self.lebar, self.tinggi = lebar, tinggi
        self._gambar = Image.new("L", (self._px(lebar), self._px(tinggi)), PUTIH)
        self._pena = ImageDraw.Draw(self._gambar)

    @staticmethod
    def _px(mm: float) -> int:
        return round(mm * SKALA * _HALUS)

    def _titik(self, titik: Sequence[Titik]) -> list[tuple[int, int]]:
        return [(self._px(x), self._px(y)) for x, y in titik]

    def garis(self, *titik: Titik, warna: int = HITAM, tebal: float = GARIS) -> None:
        """A line through the points."""
        self._pena.line(self._titik(titik), fill=warna, width=self._px(tebal), joint="curve")

    def putus(self, dari: Titik, ke: Titik, *, warna: int = HITAM, tebal: float = GARIS, panjang: float = 1.0) -> None:
        """A dashed straight line."""
        (x, y), (u, v) = dari, ke
        jauh = ((u - x) ** 2 + (v - y) ** 2) ** 0.5
        for n in range(int(jauh / (2 * panjang)) + 1):
            awal, akhir = 2 * n * panjang, min((2 * n + 1) * panjang, jauh)
            if awal < akhir:
                a, b = awal / jauh, akhir / jauh
                self.garis((x + (u - x) * a, y + (v - y) * a), (x + (u - x) * b, y + (v - y) * b), warna=warna,
                           tebal=tebal)  # fmt: skip

    def panah(self, *titik: Titik, ujung: float = 1.4, tebal: float = GARIS) -> None:
        """A line through the points with a filled head at the last one."""
        (x, y), (u, v) = titik[-2], titik[-1]
        jauh = ((u - x) ** 2 + (v - y) ** 2) ** 0.5 or 1
        ex, ey = (u - x) / jauh, (v - y) / jauh
        pangkal = (u - ex * ujung, v - ey * ujung)
        self.garis(*titik[:-1], pangkal, tebal=tebal)
        lebar = ujung * 0.45
        sayap = [(pangkal[0] - ey * s * lebar, pangkal[1] + ex * s * lebar) for s in (1, -1)]
        self._pena.polygon(self._titik([(u, v), *sayap]), fill=HITAM)

    def _bidang(self, titik: Sequence[Titik], isi: int, tebal: float) -> None:
        self._pena.polygon(self._titik(titik), fill=isi)
        self.garis(*titik, titik[0], titik[1], tebal=tebal)

    def kotak(self, k: Kotak, *, isi: int | None = PUTIH, tebal: float = GARIS, warna: int = HITAM) -> None:
        """A process: a rectangle; without `isi` only its edge."""
        self._pena.rectangle(self._titik([(k.kiri, k.atas), (k.kanan, k.bawah)]), fill=isi, outline=warna,
                             width=self._px(tebal))  # fmt: skip

    def kapsul(self, k: Kotak, *, isi: int = PUTIH, tebal: float = GARIS) -> None:
        """Begin or end: a rectangle with round ends."""
        jari = min(k.bawah - k.atas, k.kanan - k.kiri) / 2
        self._pena.rounded_rectangle(self._titik([(k.kiri, k.atas), (k.kanan, k.bawah)]), self._px(jari), fill=isi,
                                     outline=HITAM, width=self._px(tebal))  # fmt: skip

    def belah_ketupat(self, k: Kotak, *, isi: int = PUTIH, tebal: float = GARIS) -> None:
        """A decision: a diamond."""
        x, y = k.tengah
        self._bidang([(x, k.atas), (k.kanan, y), (x, k.bawah), (k.kiri, y)], isi, tebal)

    def segilima(self, k: Kotak, *, isi: int = PUTIH, tebal: float = GARIS) -> None:
        """The flow goes on elsewhere: a pentagon that points down."""
        x, bahu = k.tengah[0], k.atas + (k.bawah - k.atas) * 0.6
        self._bidang([(k.kiri, k.atas), (k.kanan, k.atas), (k.kanan, bahu), (x, k.bawah), (k.kiri, bahu)], isi, tebal)

    def wajik(self, x: float, y: float, ukuran: float) -> None:
        """A small black diamond: a milestone."""
        s = ukuran / 2
        self._pena.polygon(self._titik([(x, y - s), (x + s, y), (x, y + s), (x - s, y)]), fill=HITAM)

    def teks(self, x: float, y: float, teks: str, titik: float, *, rata: str = "tengah", warna: int = HITAM,
             tebal: bool = False, latar: bool = False) -> None:  # fmt: skip
        """One line, its middle at height `y`. `rata`: kiri, tengah or kanan of `x`; `latar`: on a white ground."""
        isi = bersihkan(teks)
        jangkar = {"kiri": "lm", "tengah": "mm", "kanan": "rm"}[rata]
        tinggi = self._px(titik * _TITIK)
        if latar:
            panjang = lebar(isi, titik) + 0.6
            kiri = x - {"kiri": 0.3, "tengah": panjang / 2, "kanan": panjang - 0.3}[rata]
            pinggir = [(kiri, y - titik * _TITIK * 0.55), (kiri + panjang, y + titik * _TITIK * 0.55)]
            self._pena.rectangle(self._titik(pinggir), fill=PUTIH)
        self._pena.text((self._px(x), self._px(y)), isi, font=huruf(tinggi), fill=warna, anchor=jangkar,
                        stroke_width=max(1, tinggi // 28) if tebal else 0, stroke_fill=warna)  # fmt: skip

    def teks_dalam(self, k: Kotak, teks: str, titik: float, *, tepi: float = 0.8, rata: str = "tengah",
                   tebal: bool = False) -> None:  # fmt: skip
        """A text wrapped in a rectangle, in the middle of its height; what does not fit ends in dots."""
        tinggi = titik * _TITIK * TINGGI_BARIS
        maks = max(1, int((k.bawah - k.atas + 0.01) / tinggi))
        baris = bungkus(teks, titik, k.kanan - k.kiri - 2 * tepi, maks)
        x = k.tengah[0] if rata == "tengah" else k.kiri + tepi
        y = k.tengah[1] - (len(baris) - 1) * tinggi / 2
        for n, isi in enumerate(baris):
            self.teks(x, y + n * tinggi, isi, titik, rata=rata, tebal=tebal)

    def potong(self, k: Kotak, *, tembus: bool = False) -> bytes:
        """A part of the sheet as PNG; nothing when nothing is drawn there.

        With `tembus` what is white is transparent, so that the lines of a table show through.
        """
        s = SKALA
        kiri, atas, kanan, bawah = (round(v * s) for v in (k.kiri, k.atas, k.kanan, k.bawah))
        petak = (kiri * _HALUS, atas * _HALUS, kanan * _HALUS, bawah * _HALUS)
        kecil = self._gambar.crop(petak).resize((kanan - kiri, bawah - atas), Image.Resampling.BOX)
        if kecil.getextrema()[0] == PUTIH:
            return b""
        keluar = io.BytesIO()
        tingkat = kecil.point([round(v / _LANGKAH) for v in range(256)])
        tingkat.putpalette([0 if tembus else min(v * _LANGKAH, PUTIH) for v in range(16) for _ in "rgb"])
        sifat = {"transparency": bytes(PUTIH - min(v * _LANGKAH, PUTIH) for v in range(16))} if tembus else {}
        tingkat.save(keluar, "PNG", bits=4, dpi=(s * 25.4, s * 25.4), **sifat)
        return keluar.getvalue()

    def png(self) -> bytes:
        """The whole sheet as PNG."""
        return self.potong(Kotak(0, 0, self.lebar, self.tinggi))
