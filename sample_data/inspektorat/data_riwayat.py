"""Contoh: angka tahun 2023–2025 seperti yang pernah dilaporkan. Semua angka rekaan."""

from __future__ import annotations

from collections.abc import Iterator

# Target dan realisasi tahun 2023, 2024, 2025. Angka desimal ditulis sebagai teks dengan titik.
_TAHUNAN: dict[str, tuple[tuple[str, str], ...]] = {
    "IKU-01": (("70", "66.42"), ("74", "71.08"), ("76", "76.84")),
    "IKU-02": (("82", "80.15"), ("84", "84.9"), ("86", "86.97")),
    "IKU-03": (("140", "138"), ("152", "155"), ("164", "164")),
    "IKU-04": (("BB", "B"), ("BB", "BB"), ("A", "BB")),
    "IKU-05": (("3", "2.95"), ("3.05", "3.02"), ("3.15", "3.12")),
    "IKU-06": (("81", "80.44"), ("82.5", "82.91"), ("83.5", "83.87")),
    "IKU-07": (("100", "96.3"), ("100", "97.1"), ("100", "96.98")),
    "IKU-08": (("3", "2"), ("3", "3"), ("3", "3")),
    "IKK-01": (("24", "25.1"), ("22", "22.6"), ("21", "21.75")),
    "IKK-02": (("14", "15.6"), ("12", "12.9"), ("11", "11.3")),
    "IKK-03": (("6", "6.4"), ("5.5", "5.2"), ("5", "4.85")),
    "IKK-04": (("85-95", "83.2"), ("88-100", "87.9"), ("88-100", "90.16")),
    "IKK-05": (("6-9", "9"), ("6-8", "8"), ("5-8", "7.5")),
    "IKK-06": (("100", "94.2"), ("100", "97.1"), ("100", "98.48")),
    "IKK-07": (("Ya", "Tidak"), ("Ya", "Ya"), ("Ya", "Tidak")),
    "IKK-08": (("0", "2"), ("0", "1"), ("0", "1")),
    "IKK-09": (("Baik", "Baik"), ("Baik", "Baik"), ("Sangat Baik", "Baik")),
    "IKK-10": (("90", "88.2"), ("92", "93.4"), ("95", "95.92")),
}

# Target dan realisasi tiap bulan 2025, dipisahkan spasi; satu target berarti sama setiap bulan.
_BULANAN: dict[str, tuple[str, str]] = {
    "IKU-01": (
        "38 42 46 50 54 58 61 64 68 71 74 76",
        "38.2 42.75 47.1 51.33 55.02 58.94 61.47 64.8 68.15 71.26 73.9 76.84",
    ),
    "IKU-02": ("86", "84.62 85.71 88.24 83.33 87.5 86.67 90 85 88.89 87.5 86.36 89.47"),
    "IKU-03": ("8 11 14 15 15 15 15 15 15 15 15 11", "7 11 13 16 14 15 16 14 15 15 16 12"),
    "IKU-07": ("100", "100 91.67 100 100 88.89 100 100 92.31 100 100 90.91 100"),
    "IKK-01": ("21", "23.4 22.8 22.1 21.9 21.5 21.2 21.6 20.9 21.1 20.7 21.3 22.5"),
    "IKK-04": ("88-100", "72.15 84.3 89.9 91.2 90.4 93.7 88.6 91.9 94.1 92.8 95.6 97.27"),
    "IKK-06": ("100", "92 96 98.5 101.2 97.4 99.1 100 98 102.3 99.5 100.6 97.2"),
    "IKK-07": ("Ya", "Tidak Ya Ya Ya Ya Ya Ya Ya Ya Ya Ya Ya"),
    "IKK-08": ("0", "0 0 0 0 0 1 0 0 0 0 0 0"),
    "IKK-10": ("95", "91.67 100 95.65 94.74 96.15 95.45 100 92.86 96.43 95 96.3 96.77"),
}

# Target dan realisasi tiap triwulan 2025.
_TRIWULANAN: dict[str, tuple[tuple[str, str], ...]] = {
    "IKU-01": (("46", "47.1"), ("58", "58.94"), ("68", "68.15"), ("76", "76.84")),
    "IKU-02": (("86", "86.36"), ("86", "85.96"), ("86", "87.93"), ("86", "87.69")),
    "IKU-03": (("33", "31"), ("45", "45"), ("45", "45"), ("41", "43")),
    "IKU-06": (("83", "82.95"), ("83", "83.64"), ("84", "84.1"), ("84", "84.79")),
    "IKU-07": (("100", "97.06"), ("100", "96.43"), ("100", "97.3"), ("100", "97.14")),
    "IKK-02": (("13", "13.1"), ("11", "11.4"), ("10", "10.6"), ("10", "10.1")),
    "IKK-05": (("5-8", "7.5"), ("5-8", "7"), ("5-8", "6.5"), ("5-8", "7")),
    "IKK-09": (("Baik", "Baik"), ("Baik", "Baik"), ("Baik", "Baik"), ("Sangat Baik", "Baik")),
}

# Target dan realisasi tiap semester 2025.
_SEMESTERAN: dict[str, tuple[tuple[str, str], ...]] = {
    "IKU-01": (("58", "58.94"), ("76", "76.84")),
    "IKU-03": (("78", "76"), ("86", "88")),
    "IKU-06": (("83", "83.3"), ("84", "84.45")),
    "IKU-08": (("3", "3"), ("3", "3")),
    "IKK-03": (("2.5", "2.29"), ("5", "4.85")),
}


def riwayat() -> Iterator[tuple[str, str, str, str]]:
    """Baris lembar Riwayat: indikator, periode, target, realisasi (teks)."""
    for kode, pasangan in _TAHUNAN.items():
        for tahun, (target, realisasi) in zip(("2023", "2024", "2025"), pasangan, strict=True):
            yield kode, tahun, target, realisasi
        for ke, (target, realisasi) in enumerate(_SEMESTERAN.get(kode, ()), 1):
            yield kode, f"2025-S{ke}", target, realisasi
        for ke, (target, realisasi) in enumerate(_TRIWULANAN.get(kode, ()), 1):
            yield kode, f"2025-TW{ke}", target, realisasi
        if kode in _BULANAN:
            teks_target, teks_realisasi = _BULANAN[kode]
            bulan = teks_target.split()
            bulan = bulan * 12 if len(bulan) == 1 else bulan
            for ke, (target, realisasi) in enumerate(zip(bulan, teks_realisasi.split(), strict=True), 1):
                yield kode, f"2025-{ke:02d}", target, realisasi
