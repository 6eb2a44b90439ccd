"""The real office's year, as its own table: the audit finds what is known of it."""

from __future__ import annotations

from collections import Counter

import pytest

from kinerja.audit.model import Audit
from kinerja.audit.periksa import audit
from kinerja.audit.tabel import cari_tabel
from kinerja.audit.teks import baca_csv
from sample_data.nyata.buat import baca

TARGET_NOL = 20
# the additions are cumulated by the percentage; a realisasi of six digits may change its last one
SEBAB = ("Angka kumulatif", "belum dibulatkan", "angka terakhir")
SAMA, BERBEDA = 251, 85  # rows whose additions do, and do not, give the printed cumulative percentage


def _audit(*, kumulatif: bool) -> Audit:
    """One row per indicator and triwulan; the realisasi is the triwulan's own addition, or the sum up to it."""
    isi = ["indikator,satuan,polaritas,target,realisasi,capaian"]
    for b in baca():
        for n in range(4):
            nama = b.nama.replace('"', "'")
            realisasi = b.kumulatif(n + 1) if kumulatif else b.tambahan[n]
            isi.append(f'"{nama}","{b.satuan}",max,{b.target},{realisasi},{b.persen[n]}')
    return audit(cari_tabel(baca_csv("\n".join(isi).encode(), "renja.csv"), csv=True))


@pytest.mark.parametrize("kumulatif", [True, False])
def test_setiap_baris_terjelaskan(kumulatif: bool) -> None:
    hasil = _audit(kumulatif=kumulatif)
    hitungan: Counter[str] = Counter()
    for b in hasil.baris:
        if "Target 0" in b.catatan:
            hitungan["target 0"] += 1
        else:
            sama = b.rumus == "R/T" or any(s in b.catatan for s in SEBAB)
            hitungan["sama" if sama else "berbeda"] += 1
    assert hitungan == {"target 0": TARGET_NOL, "sama": SAMA, "berbeda": BERBEDA}
