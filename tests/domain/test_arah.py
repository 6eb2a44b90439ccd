"""The direction that an indicator's name states."""

from __future__ import annotations

import pytest

from kinerja.domain.arah import Arah, arah_nama


@pytest.mark.parametrize(
    ("nama", "arah"),
    [
        ("Angka Kematian Ibu", Arah.KECIL),
        ("Menurunnya jumlah temuan", Arah.KECIL),
        ("Persentase  pengaduan yang masuk", Arah.KECIL),
        ("Persentase pengaduan yang ditindaklanjuti", None),
        ("Persentase penurunan angka kemiskinan", None),
        ("Meningkatnya kepuasan masyarakat", Arah.BESAR),
        ("Indeks kepuasan masyarakat", None),
        ("", None),
    ],
)
def test_arah_menurut_nama(nama: str, arah: Arah | None) -> None:
    assert arah_nama(nama) is arah
