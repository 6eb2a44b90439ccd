"""Who approves a report, by the five profiles; and the faults of that key."""

from __future__ import annotations

import pytest

from kinerja.domain.periode import Periode
from kinerja.pipeline.persetujuan import penyusun, wajib_setuju
from kinerja.sop.loader import ProfilRusak, isi_profil, load_profil, parse_profil


@pytest.mark.parametrize(
    ("profil", "periode", "wajib"),
    [
        ("karanganyar", "2026-01", [("9", "Sekretaris", "8"), ("9", "Inspektur", "8")]),
        ("karanganyar", "2026-S1", [("9", "Sekretaris", "8"), ("9", "Inspektur", "8")]),
        ("wonosobo", "2026", [("9", "Sekretaris", "8")]),
        ("sungai_penuh", "2026", [("5", "Sekretaris", "4"), ("6", "Kepala BKPSDM", "4")]),
        ("kerja_sama", "2026", [("E3-5", "Kasubag", "E3-4"), ("E3-7", "Kabag", "E3-4")]),
        ("bantul", "2026-TW1", []),
    ],
)
def test_siapa_menyetujui_pekerjaan_langkah_mana(profil: str, periode: str, wajib: list[tuple[str, str, str]]) -> None:
    ada = wajib_setuju(load_profil(profil), Periode.parse(periode))
    assert [(w.langkah.id, w.peran, x.id) for w in ada if (x := penyusun(w)) is not None] == wajib
    assert len(ada) == len(wajib)


@pytest.mark.parametrize(
    ("tertulis", "salah"),
    [
        ('["Sekretaris", "Inspektur"]', None),
        ('["Sekretaris", "Bupati"]', "“Bupati” tidak dikenal"),
        ('["Sekretaris", "Sekretaris"]', "“Sekretaris” tertulis dua kali"),
        ('"Sekretaris"', "harus berupa daftar teks"),
    ],
)
def test_persetujuan_hanya_oleh_pelaksana(tertulis: str, salah: str | None) -> None:
    teks = isi_profil("karanganyar").decode()
    lama = 'persetujuan = ["Sekretaris", "Inspektur"]'
    assert lama in teks
    isi = teks.replace(lama, f"persetujuan = {tertulis}").encode()
    if salah is None:
        assert parse_profil(isi, "kantor").sop
        return
    with pytest.raises(ProfilRusak) as e:
        parse_profil(isi, "kantor")
    [satu] = e.value.salah
    assert (satu.kunci, salah in satu.pesan) == ("sop[1].langkah[id=9].persetujuan", True)
