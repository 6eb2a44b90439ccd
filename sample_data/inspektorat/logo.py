"""Lambang rekaan Kabupaten Tirta Amerta: perisai, matahari, dan tiga gelombang, digambar tanpa pustaka gambar."""

from __future__ import annotations

import math
import struct
import zlib

_LEBAR, _TINGGI, _HALUS = 360, 420, 3
_Warna = tuple[int, int, int, int]

_KOSONG: _Warna = (255, 255, 255, 0)
_TEPI: _Warna = (16, 42, 82, 255)
_DALAM: _Warna = (33, 92, 152, 255)
_EMAS: _Warna = (245, 190, 56, 255)
_PUTIH: _Warna = (255, 255, 255, 255)


def _perisai(x: float, y: float, susut: float) -> bool:
    """Titik (x, y) di dalam perisai yang mengecil sebesar `susut`; x dan y antara 0 dan 1."""
    atas, tengah, bawah = 0.03 + susut, 0.52, 0.97 - susut
    separuh = 0.46 - susut
    if not atas <= y <= bawah:
        return False
    if y <= tengah:
        return abs(x - 0.5) <= separuh
    turun = (y - tengah) / (bawah - tengah)
    return abs(x - 0.5) <= separuh * math.sqrt(max(0.0, 1 - turun * turun))


def _warna(x: float, y: float) -> _Warna:
    if not _perisai(x, y, 0.0):
        return _KOSONG
    if not _perisai(x, y, 0.03):
        return _TEPI
    if not _perisai(x, y, 0.045):
        return _EMAS
    mx, my = x - 0.5, (y - 0.34) * _TINGGI / _LEBAR
    jarak, sudut = math.hypot(mx, my), math.atan2(my, mx)
    if jarak < 0.12 or (jarak < 0.21 and math.cos(sudut * 12) > 0.45 and jarak > 0.14):
        return _EMAS
    for tengah in (0.58, 0.68, 0.78):
        if abs(y - tengah - 0.018 * math.sin(x * 6 * math.pi)) < 0.022:
            return _PUTIH
    return _DALAM


def _titik(kolom: int, baris: int) -> bytes:
    """Satu titik gambar, dihaluskan dari beberapa cuplikan."""
    jumlah = [0, 0, 0, 0]
    for i in range(_HALUS):
        for j in range(_HALUS):
            r, g, b, a = _warna((kolom + (i + 0.5) / _HALUS) / _LEBAR, (baris + (j + 0.5) / _HALUS) / _TINGGI)
            for k, nilai in enumerate((r * a, g * a, b * a, a)):
                jumlah[k] += nilai
    alfa = jumlah[3]
    warna = [n // alfa for n in jumlah[:3]] if alfa else [255, 255, 255]
    return bytes((*warna, alfa // (_HALUS * _HALUS)))


def _bagian(jenis: bytes, isi: bytes) -> bytes:
    return struct.pack(">I", len(isi)) + jenis + isi + struct.pack(">I", zlib.crc32(jenis + isi))


def gambar_logo() -> bytes:
    """Berkas PNG, selalu sama."""
    kepala = struct.pack(">IIBBBBB", _LEBAR, _TINGGI, 8, 6, 0, 0, 0)
    isi = b"".join(b"\0" + b"".join(_titik(k, b) for k in range(_LEBAR)) for b in range(_TINGGI))
    ukuran = struct.pack(">IIB", 11811, 11811, 1)  # 300 titik per inci
    return (
        b"\x89PNG\r\n\x1a\n" + _bagian(b"IHDR", kepala) + _bagian(b"pHYs", ukuran)
        + _bagian(b"IDAT", zlib.compress(isi, 9)) + _bagian(b"IEND", b"")
    )  # fmt: skip
