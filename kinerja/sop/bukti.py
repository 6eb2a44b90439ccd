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
        "kertas_kerja_pemantauan": "Kertas Kerja Pemantauan mingguan terisi dari semua unit (kinerja monitor)",
        "formulir_terisi": "formulir terisi dari semua unit (kinerja validate)",
        "kertas_kerja_validasi": "Kertas Kerja Validasi; data semua unit valid (kinerja validate)",
        "data_hasil_analisis": "data hasil analisis (kinerja build)",
        "laporan_bulanan": "konsep laporan bulanan (kinerja build)",
        "laporan_triwulan": "konsep laporan triwulan (kinerja build)",
        "laporan_semester": "konsep laporan semester (kinerja build)",
        "laporan_tahunan": "konsep laporan tahunan (kinerja build)",
        "daftar_koreksi": "daftar koreksi dan masukan atas konsep, semua butirnya diputuskan (kinerja review)",
        "sk_tim": "keputusan tentang Tim Pengukuran Kinerja (kinerja letter)",
        "nota_permintaan_data": "nota dinas permintaan data (kinerja letter)",
        "rencana_pengumpulan": "rencana kegiatan pengumpulan data (kinerja letter)",
        "hasil_pengumpulan_data": "laporan hasil pengumpulan data; formulir semua unit masuk (kinerja letter)",
        "hasil_evaluasi": "dokumen hasil evaluasi (kinerja letter)",
        "undangan_rapat": "undangan rapat (kinerja letter)",
        "notula": "notula rapat (kinerja letter)",
        "lembar_disposisi": "lembar disposisi (kinerja letter)",
        "surat_pengantar": "surat pengantar (kinerja letter)",
        "bukti_pengiriman": "bukti pengiriman laporan (kinerja letter)",
        "final": "laporan final (kinerja finalize)",
        MANUAL: "dikerjakan di luar program",
    }
)

# Papers that prove their step only by what people write on them or sign: made, the step has begun.
DIISI_ORANG = frozenset({"hasil_evaluasi", "notula", "lembar_disposisi", "surat_pengantar", "bukti_pengiriman"})
# Proofs that are in the data themselves: a person's word does not take the place of forms that are missing or wrong.
DARI_DATA = frozenset({"induk", "formulir_terisi", "kertas_kerja_validasi"})
FINAL = "final"
PANTAU = "kertas_kerja_pemantauan"  # likewise, once an office sends such papers
# What goes with a final report: its receipt closes the steps of the first of these that an SOP names.
PENGIRIMAN = ("bukti_pengiriman", "surat_pengantar")
SURAT = DIISI_ORANG | {
    "sk_tim",
    "nota_permintaan_data",
    "rencana_pengumpulan",
    "hasil_pengumpulan_data",
    "undangan_rapat",
}
