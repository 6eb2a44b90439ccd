"""The report on a collection of data follows what the units send: returned, corrected, and the SOP's step with it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from helpers import docx_text
from helpers.jalankan import jalankan
from kantor_uji import Kantor, saat

from kinerja.cli import letter, status


def _baris(kantor: Kantor) -> list[str]:
    hasil = jalankan("-C", str(kantor.ws.akar), "letter", "hasil_pengumpulan_data", "2026-01", "--json")
    path = json.loads(hasil.stdout)["dokumen"][0]["path"]
    return docx_text.dump((kantor.ws.akar / path).read_bytes()).splitlines()


def test_laporan_mengikuti_kiriman(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(letter, "now", lambda: saat("02-06"))
    kantor = Kantor(tmp_path / "kantor")
    kantor.kirim(kantor.formulir("2026-01", "02-01"), "02-02", {"Penyebut": None})
    assert not kantor.validate("2026-01", "02-03").kiriman.status.layak
    awal = _baris(kantor)
    [kurang] = [b for b in awal if "perbaikannya belum masuk" in b]
    assert kurang.split(" | ")[1:3] == ["Inspektur Pembantu I", "Jan"]
    assert kurang.split(" | ")[3].startswith("tidak lengkap: 1 hal harus dibetulkan")
    [satu] = [b for b in awal if "02-02 formulir_IRB1" in b]
    assert satu.split(" | ")[4:6] == ["1", "1"]  # revision, files received
    kantor.kirim(kantor.salinan("2026-01", 1), "02-04", {"Penyebut": 36})
    assert kantor.validate("2026-01", "02-05").kiriman.status.layak
    akhir = _baris(kantor)
    assert not [b for b in akhir if "perbaikannya belum masuk" in b]
    [dua] = [b for b in akhir if "02-04 perbaikan" in b]
    assert dua.split(" | ")[4:] == [
        "2",  # revision
        "2",  # files received
        "2 Februari 2026",
        "tepat waktu",
        "valid dengan catatan",
        "1 indikator; 0 berkas",
    ]


def test_langkah_sop_terbukti_bila_semua_formulir_masuk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for modul in (letter, status):
        monkeypatch.setattr(modul, "now", lambda: saat("02-06"))
    kantor = Kantor(tmp_path / "kantor")
    setelan = kantor.ws.akar / "kinerja.toml"
    setelan.write_text(setelan.read_text(encoding="utf-8").replace('sop = "karanganyar"', 'sop = "kerja_sama"'))
    kantor.kirim(kantor.formulir("2026-01", "02-01"), "02-02")
    kantor.jalankan("2026-01", "02-03")

    def langkah(no: str) -> dict[str, str]:
        isi = json.loads(jalankan("-C", str(kantor.ws.akar), "status", "2026", "--json").stdout)["langkah"]
        return next(x for x in isi if x["id"] == no)

    assert (langkah("E1-4")["status"], langkah("E1-4")["bukti"]) == ("berjalan", "1 dari 24 formulir masuk")
    assert langkah("E2-5")["bukti"] is None
    for jenis in ("hasil_pengumpulan_data", "hasil_evaluasi"):
        assert jalankan("-C", str(kantor.ws.akar), "letter", jenis, "2026").kode == 0
    e14 = langkah("E1-4")
    assert (e14["status"], "1 dari 24" in e14["bukti"], "hasil_pengumpulan_data_2026.docx" in e14["bukti"]) == (
        "berjalan",
        True,
        True,
    )
    assert (langkah("E2-5")["status"], langkah("E2-5")["bukti"]) == ("berjalan", "output/2026/hasil_evaluasi_2026.docx")


def test_yang_belum_ada_disebut_juga_bila_sama_sebabnya_dengan_unit(tmp_path: Path) -> None:
    """Nothing has come in: the agency's figures and the units' are missing for one reason, and not “all complete”."""
    kantor = Kantor(tmp_path / "kantor")
    assert jalankan("-C", str(kantor.ws.akar), "letter", "hasil_evaluasi", "2026-01").kode == 0
    path = kantor.ws.akar / "output" / "2026-01" / "hasil_evaluasi_2026-01.docx"
    teks = docx_text.dump(path.read_bytes())
    bagian = teks.partition("Data yang Belum Lengkap")[2].partition("Tindak Lanjut Rekomendasi")[0]
    assert "realisasi belum ada" in bagian
    assert "Seluruh data" not in bagian
