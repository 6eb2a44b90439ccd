"""The Sekretaris corrects the konsep in LibreOffice, with Track Changes on and off: every correction is read back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from helpers.jalankan import jalankan
from helpers.kantor_uno import kerjakan
from januari import BULAN

SKRIP = Path(__file__).with_name("koreksi_uno.py")


@pytest.mark.slow
@pytest.mark.libreoffice
def test_setiap_koreksi_dari_libreoffice_terbaca(kantor: Path, tmp_path: Path) -> None:
    assert jalankan("-C", str(kantor), "build", BULAN).kode == 0
    konsep, kembali = kantor / f"output/{BULAN}/laporan_bulanan_{BULAN}.docx", tmp_path / "kembali.docx"
    kerjakan(SKRIP, {"buka": str(konsep), "simpan": str(kembali)}, tmp_path)
    hasil = jalankan("-C", str(kantor), "review", str(kembali), "--json")
    koreksi = json.loads(hasil.stdout)["koreksi"]
    ada = [(k["jenis"], k["teks"].strip(), k["teks_lama"], k["tempat"].split(",")[0]) for k in koreksi]
    balasan = [a for a in ada if a[0] == "komentar" and a[1] != "Mengapa belum?"]  # LibreOffice 7 forgets whose
    assert len(balasan) == 1
    assert [a for a in ada if a not in balasan] == [
        ("format", "INSPEKTORAT DAERAH", "INSPEKTORAT DAERAH", "paragraf 3"),
        ("hapusan", "", "bersifat sementara", "“Ringkasan”"),
        ("sisipan", "masih sementara", "", "“Ringkasan”"),
        ("komentar", "Mengapa belum?", "belum dapat disimpulkan", "“Penutup”"),
        ("sisipan", "UJI KEPALA", "", "kepala halaman 1"),
        ("sisipan", "uji catatan kaki", "", "catatan kaki 1"),
        ("ubahan", "PEMERINTAH KAB. CONTOH", "PEMERINTAH KABUPATEN CONTOH", "paragraf 4"),
    ]
    selesai = {k["teks"]: k["status"] for k in koreksi}
    assert (selesai["Mengapa belum?"], selesai["masih sementara"]) == ("selesai", "baru")
