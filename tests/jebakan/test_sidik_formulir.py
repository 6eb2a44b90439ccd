"""The form's fingerprint: recognised by identity and row keys whatever was done to it in LibreOffice, in three formats.

What was tampered with is named cell by cell; what was only moved is no fault.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from helpers.kantor_uno import kerjakan
from jebakan.pintu import Nilai, nilai
from validate.berkas_kecil import terisi

from kinerja.domain.formulir import LEMBAR_ANGGARAN as A
from kinerja.domain.formulir import LEMBAR_IDENTITAS, LEMBAR_PENGESAHAN, LEMBAR_PETUNJUK
from kinerja.domain.formulir import LEMBAR_KINERJA as K

AKHIRAN = (".xlsx", ".ods", ".xls")
SEMUA = {"PSN": 85, "JML": 4, "MIN": 5, "KUM": 32, "RSO": 87.5, "RSK": 33}


@dataclass(frozen=True)
class Kasus:
    """Steps in LibreOffice, the findings, and the figures that must come through."""

    nama: str
    langkah: tuple[tuple[Any, ...], ...]
    temuan: tuple[tuple[str, str | None], ...] = ()
    hilang: tuple[str, ...] = ()  # indicators whose figure is not taken over
    di_xls: bool = True  # found in an .xls too, of which the text of formulas cannot be read


KASUS = (
    Kasus("apa_adanya", ()),
    Kasus("baris_disisipkan", (("baris", K, 0, 3), ("baris", K, 14, 5), ("baris", A, 2, 1))),
    Kasus("kolom_disisipkan", (("kolom", K, 0, 2), ("kolom", K, 12, 1), ("kolom", A, 2, 1))),
    Kasus("kolom_dipindah", (("pindah_kolom", K, 11, 2), ("pindah_kolom", K, 17, 0))),
    Kasus("baris_diurutkan", (("urutkan", K, "A7:Z16", 3),)),
    Kasus("lembar_dipindah", (("lembar_ke", LEMBAR_PENGESAHAN, 0), ("lembar_ke", K, 5))),
    Kasus("lembar_petunjuk_dihapus", (("hapus_lembar", LEMBAR_PETUNJUK),)),
    Kasus("lembar_berganti_nama", (("nama_lembar", K, "Data Kinerja Maret FIX"),), (("BTK004", None),)),
    Kasus("lembar_disalin", (("salin_lembar", K, "Data Kinerja (2)", 2),), (("BTK005", None),)),
    Kasus("lembar_identitas_dihapus", (("hapus_lembar", LEMBAR_IDENTITAS),), (("BTK017", None),)),
    Kasus("baris_disembunyikan", (("sembunyikan_baris", K, 7),), (("BTK042", "L8"),)),
    Kasus("judul_salah_eja", (("ganti", K, "Pembilang", "Pembillang"),), (("BTK007", "J6"),)),
    Kasus(
        "judul_diganti", (("ganti", K, "Pembilang", "Hasil Baik"),), (("BTK006", "J6"),), ("RSO", "RSK"),
    ),
    Kasus("baris_dihapus", (("hapus_baris", K, 7, 1),), (("BTK027", None),), ("JML",)),
    Kasus("kode_diganti", (("ganti", K, "JML", "JML-01"),), (("BTK030", "B8"),), ("JML",)),
    Kasus("target_diganti", (("ketik", K, "G8", "2"), ("ketik", K, "F7", "70")), (("BTK031", "F7"), ("BTK031", "G8"))),
    Kasus("realisasi_lalu_diganti", (("ketik", K, "I8", "1"),), (("BTK032", "I8"),)),
    Kasus("indikator_diganti", (("ketik", K, "D8", "'Jumlah rapat"),), (("BTK033", "D8"),), ("JML",)),
    Kasus("satuan_diganti", (("ketik", K, "E8", "'orang"),), (("BTK034", "E8"),), ("JML",)),
    Kasus("sasaran_diganti", (("ketik", K, "C8", "'Sasaran lain"),), (("BTK035", "C8"),)),
    Kasus(
        "rumus_diganti_angka",
        (("ketik", K, "N7", "150"), ("ketik", K, "M8", "99"), ("ketik", K, "L9", "95")),
        (("HTG003", "N7"), ("HTG002", "M8"), ("HTG001", "L9")),
        ("RSO",),
    ),
    Kasus("pagu_diganti", (("ketik", A, "C7", "9000000"),), (("BTK040", "C7"),)),
    Kasus("belanja_lalu_diganti", (("ketik", A, "D7", "1"),), (("BTK041", "D7"),)),
    Kasus("rumus_anggaran_diganti", (("ketik", A, "F7", "1"),), (("HTG004", "F7"),)),
    Kasus(
        "rumus_diganti_rumus",
        (("ketik", K, "N7", "=L7/G7*150"), ("ketik", K, "M8", "=G8"), ("ketik", A, "G7", "=C7/C7*99")),
        (("HTG003", "N7"), ("HTG002", "M8"), ("HTG005", "G7")),
        di_xls=False,
    ),
    Kasus("salinan_terbitan_diubah", (("ketik", LEMBAR_IDENTITAS, "C3", "'77"),), (("BTK026", None),)),
    Kasus("isi_di_luar_tabel", (("ketik", K, "AB90", "'x"),), (("BTK011", "AB90"),)),
)  # fmt: skip


@pytest.fixture(scope="module")
def berkas(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every case saved in every format."""
    folder = tmp_path_factory.mktemp("sidik")
    (folder / "asal.xlsx").write_bytes(terisi())
    tugas = {
        "buka": str(folder / "asal.xlsx"),
        "kerja": [{"langkah": k.langkah} for k in KASUS],
        "akhiran": AKHIRAN,
        "folder": str(folder),
    }
    kerjakan(Path(__file__).with_name("ubah_uno.py"), tugas, folder)
    return folder


def _periksa(hasil: Nilai, kasus: Kasus, akhiran: str) -> None:
    harap = kasus.temuan if kasus.di_xls or akhiran != ".xls" else ()
    assert sorted(map(str, hasil.ringkas)) == sorted(map(str, harap))
    angka = {k: hasil.angka(k) for k in SEMUA}
    assert angka == {k: None if k in kasus.hilang else v for k, v in SEMUA.items()}


@pytest.mark.libreoffice
@pytest.mark.parametrize("akhiran", AKHIRAN)
@pytest.mark.parametrize("kasus", KASUS, ids=lambda k: k.nama)
def test_sidik_formulir(tmp_path: Path, berkas: Path, kasus: Kasus, akhiran: str) -> None:
    isi = (berkas / f"{KASUS.index(kasus)}{akhiran}").read_bytes()
    _periksa(nilai(tmp_path, isi, f"berganti nama sesuka hati (2){akhiran}"), kasus, akhiran)
