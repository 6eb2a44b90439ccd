"""What the program can make or see that proves a step: the values of `dihasilkan_oleh` in a profile."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

MANUAL = "manual"

# name in the profile -> what a person reads
BUKTI: Mapping[str, str] = MappingProxyType(
    {
        "induk": "sasaran, indikator, dan target dalam induk.xlsx",
        "formulir": "formulir isian kosong (kinerja forms)",
        "surat_edaran": "surat edaran beserta formulir isian (kinerja forms)",
        "formulir_terisi": "formulir terisi dari semua unit (kinerja validate)",
        "kertas_kerja_validasi": "Kertas Kerja Validasi; data semua unit valid (kinerja validate)",
        "data_hasil_analisis": "data hasil analisis (kinerja build)",
        "laporan_bulanan": "konsep laporan bulanan (kinerja build)",
        "laporan_triwulan": "konsep laporan triwulan (kinerja build)",
        "laporan_semester": "konsep laporan semester (kinerja build)",
        "laporan_tahunan": "konsep laporan tahunan (kinerja build)",
        MANUAL: "dikerjakan di luar program",
    }
)
