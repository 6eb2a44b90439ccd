"""Contoh: realisasi tahun 2026 menurut unit dan bulan, seperti yang seharusnya dilaporkan. Semua angka rekaan.

Angka Rasio ditulis `pembilang/penyebut`. Bulan yang bukan jadwal pengukuran tidak ditulis.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from decimal import Decimal

from sample_data.inspektorat.data_kinerja import ANGGARAN

Nilai = tuple[int, int] | int | float | str

_LANGKAH = {12: 1, 4: 3, 2: 6, 1: 12}

_REALISASI: dict[tuple[str, str], str] = {
    # Tindak lanjut rekomendasi: jumlah yang selesai dan yang terbuka, sejak tahun-tahun lalu.
    ("IKU-01", "IRB1"): "88/214 97/218 112/221 123/226 133/230 146/233 155/236 166/240 176/243 186/246 195/249 203/252",
    ("IKU-01", "IRB2"): "68/187 76/190 90/194 101/197 112/201 123/204 131/206 141/210 151/213 159/215 168/218 175/220",
    (
        "IKU-01",
        "IRB3",
    ): "125/302 141/309 160/315 176/322 192/328 209/334 222/339 236/345 253/350 268/356 283/361 294/365",
    ("IKU-01", "IRB4"): (
        "419/1088 477/1096 541/1104 592/1112 643/1119 693/1125 731/1131 770/1138 818/1144 858/1150 897/1156 926/1162"
    ),
    # Penugasan yang selesai tepat waktu.
    ("IKU-02", "IRB1"): "4/4 5/5 6/7 7/8 8/8 7/8 9/10 8/9 9/9 8/9 9/10 10/11",
    ("IKU-02", "IRB2"): "3/3 4/5 6/6 7/7 6/7 8/9 7/8 8/8 7/8 9/10 8/9 10/10",
    ("IKU-02", "IRB3"): "4/4 4/5 5/6 7/7 7/8 6/7 8/9 9/10 8/9 9/10 9/10 10/11",
    ("IKU-02", "IRB4"): "3/4 5/5 5/6 6/7 8/8 7/8 7/8 8/9 9/10 9/10 8/9 6/8",
    ("IKU-03", "IRB1"): "2 3 4 4 5 4 4 4 5 4 4 3",
    ("IKU-03", "IRB2"): "2 3 4 3 4 4 5 4 4 4 4 4",
    ("IKU-03", "IRB3"): "2 3 3 4 4 4 3 4 5 4 4 4",
    ("IKU-03", "IRB4"): "2 2 3 4 4 7 4 3 4 4 4 3",
    ("IKU-04", "SBE"): "BB",
    ("IKU-05", "SBP"): "3.28",
    ("IKU-06", "SEK"): "83.4 84.1 84.9 85.45",
    ("IKU-06", "IRB1"): "85.2 84.6 86.05 86.4",
    ("IKU-06", "IRB2"): "83.15 84.2 84.75 85.3",
    ("IKU-06", "IRB3"): "84.3 85.12 85.6 86.2",
    ("IKU-06", "IRB4"): "82.9 83.85 84.4 85.15",
    # Pengaduan yang ditangani; pada November Irban IV tidak menerima pengaduan yang jatuh tempo.
    ("IKU-07", "IRB1"): "3/3 2/2 4/4 3/3 5/5 4/4 3/3 6/6 4/4 3/3 5/5 4/4",
    ("IKU-07", "IRB2"): "4/4 3/3 5/6 4/4 6/6 5/5 7/7 4/4 6/6 5/5 8/9 6/6",
    ("IKU-07", "IRB3"): "5/5 6/6 7/7 9/10 8/8 6/6 7/7 8/8 9/9 6/7 7/7 8/8",
    ("IKU-07", "IRB4"): "2/2 3/3 3/3 2/2 4/4 3/3 2/2 5/5 3/3 4/4 0/0 3/3",
    ("IKU-08", "SEK"): "3 3",
    # Waktu penyelesaian laporan; Oktober Irban II tertahan pemeriksaan khusus.
    ("IKK-01", "IRB1"): "21.4 20.8 19.6 19.9 19.2 18.8 20.3 19.5 19.1 18.7 19.4 20.6",
    ("IKK-01", "IRB2"): "22.5 21.9 21.3 20.6 20.2 19.8 20.4 19.9 20.1 32.5 21.2 20.7",
    ("IKK-01", "IRB3"): "20.9 20.2 19.7 20 19.3 19.8 21.6 20.1 19.5 19 19.9 20.4",
    ("IKK-01", "IRB4"): "23.8 22.6 21.7 21.2 20.9 21.5 22.4 21.8 21.1 20.8 21.6 22.9",
    ("IKK-02", "IRB1"): "3/26 3/31 3/33 2/28",
    ("IKK-02", "IRB2"): "4/30 4/36 4/39 3/37",
    ("IKK-02", "IRB3"): "3/28 4/41 4/42 3/40",
    ("IKK-02", "IRB4"): "5/43 5/48 4/45 4/47",
    ("IKK-03", "SBE"): "24/1012345 44/1015872",
    ("IKK-04", "SBP"): "76.4 83.7 88.95 91.2 92.6 94.15 93.3 95.4 94.8 96.1 97.25 98.4",
    ("IKK-05", "SBE"): "6.5 7 8 6",
    ("IKK-06", "SEK"): "94.5 97.2 95 98.6 101.4 99.2 100 97.8 102.3 98.9 99.4 100",
    ("IKK-07", "SBU"): "Ya Ya Ya Ya Ya Ya Ya Tidak Ya Ya Ya Ya",
    ("IKK-08", "SBU"): "0 0 0 0 0 1 0 0 0 0 0 0",
    ("IKK-09", "SBU"): "Baik,Baik,Baik,Sangat Baik",
    ("IKK-10", "SBP"): "4/4 5/5 6/6 5/5 4/4 6/6 7/7 6/6 5/5 6/6 7/8 8/8",
    ("IKK-10", "SBE"): "5/5 4/4 6/6 7/7 5/5 5/6 8/8 6/6 5/5 7/7 6/6 9/9",
    ("IKK-10", "SBU"): "6/7 7/7 8/8 7/7 7/7 8/8 9/9 7/8 8/8 8/8 9/9 9/10",
}

# Bagian pagu akhir yang dibelanjakan tiap bulan (per mil).
_BELANJA = {
    "gaji": (69, 69, 138, 69, 69, 138, 69, 69, 69, 69, 69, 72),
    "rutin": (31, 62, 85, 88, 91, 84, 82, 90, 87, 92, 98, 84),
    "pengawasan": (18, 47, 82, 94, 101, 87, 91, 102, 96, 103, 91, 58),
    "diklat": (0, 35, 74, 118, 96, 63, 88, 121, 102, 96, 114, 47),
}
_POLA = {"6.01.01.2.02.0001": "gaji", "6.01.01.2.05.0009": "diklat"}


def _nilai(teks: str) -> Nilai:
    if "/" in teks:
        pembilang, penyebut = teks.split("/")
        return int(pembilang), int(penyebut)
    try:
        angka = Decimal(teks)
    except ArithmeticError:
        return teks
    return int(angka) if angka == angka.to_integral_value() else float(angka)


def realisasi(unit: str, bulan: int) -> Iterator[tuple[str, Nilai]]:
    """Realisasi semua indikator unit yang diukur pada bulan itu: (Kode, nilai)."""
    for (kode, milik), teks in _REALISASI.items():
        if milik != unit:
            continue
        deret = teks.split(",") if "," in teks else teks.split()
        langkah = _LANGKAH[len(deret)]
        if bulan % langkah == 0:
            yield kode, _nilai(deret[bulan // langkah - 1])


def belanja(unit: str, bulan: int) -> Iterator[tuple[str, int]]:
    """Belanja bulan itu per sub kegiatan unit, dalam rupiah; setahun tidak melebihi pagu mana pun."""
    pagu = {str(a[0]): int(str(a[5])) for a in ANGGARAN if a[1] == unit}  # a later row is the DPA perubahan
    for kode, jumlah in pagu.items():
        pola = _BELANJA[_POLA.get(kode, "pengawasan" if unit.startswith("IRB") else "rutin")]
        goyang = 1000 + zlib.crc32(f"{kode}/{bulan}".encode()) % 41 - 30  # -3 % to +1 %
        if pola is _BELANJA["gaji"]:
            goyang = 1000 - zlib.crc32(f"{kode}/{bulan}".encode()) % 6
        yield kode, jumlah * pola[bulan - 1] * goyang // 1_000_000 // 100 * 100
