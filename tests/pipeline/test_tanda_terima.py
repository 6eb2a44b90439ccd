"""Receipts: one per unit that sent something, true to its bytes, and left alone while nothing changes."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from helpers import docx_text
from helpers.jalankan import jalankan
from januari import BULAN, KURANG, LENGKAP, kirim

from kinerja.cli import validate as perintah


def _validate(ws: Path) -> dict:
    return json.loads(jalankan("-C", str(ws), "validate", BULAN, "--json").stdout)


def _path(unit: str) -> str:
    return f"output/{BULAN}/tanda_terima/tanda_terima_{unit}_{BULAN}.docx"


def _teks(ws: Path, unit: str = "IRB1") -> str:
    return docx_text.plain_text((ws / _path(unit)).read_bytes())


def _sidik(teks: str) -> str:
    return "".join(teks.replace("↵", "").split())


def test_tiap_unit_yang_mengirim_mendapat_tanda_terima(kantor: Path) -> None:
    sha = kirim(kantor, "IRB1", "2026-02-03T12:51:00", LENGKAP, nama="Januari, irban (1).xlsx")
    dokumen = _validate(kantor)["dokumen"]
    assert [d["path"] for d in dokumen if d["jenis"] == "tanda_terima"] == [_path("IRB1")]  # SEK has sent nothing
    teks = _teks(kantor)
    assert sha in _sidik(teks)
    assert 'certutil -hashfile "Januari, irban (1).xlsx" SHA256' in teks
    assert "Selasa, 3 Februari 2026 pukul 12.51 (tepat waktu)" in teks
    assert "Kiriman lain" not in teks


def test_revisi_lama_tetap_disebut_dan_unit_lain_tidak_ditulis_ulang(kantor: Path) -> None:
    kirim(kantor, "SEK", "2026-02-03T08:00:00", {}, nama="sek.xlsx")
    satu = kirim(kantor, "IRB1", "2026-02-08T09:00:00", KURANG, nama="irban.xlsx")
    _validate(kantor)
    assert "tidak lengkap, dikembalikan untuk diperbaiki" in _teks(kantor)
    assert "(terlambat 3 hari)" in _teks(kantor)
    sekretariat = (kantor / _path("SEK")).stat()
    salinan = next((kantor / f"output/{BULAN}/pengembalian/IRB1_revisi1").glob("perbaikan_*.xlsx"))
    dua = kirim(kantor, "IRB1", "2026-02-10T09:00:00", {"Penyebut": 300}, nama="irban perbaikan.xlsx", asal=salinan)
    _validate(kantor)
    teks = _teks(kantor)
    assert teks.index("Kiriman lain dari unit ini") > teks.index("irban perbaikan.xlsx")
    assert "revisi 2" in teks
    assert satu in _sidik(teks)
    assert dua in _sidik(teks)
    assert "(terlambat 3 hari)" in teks  # by the first form: a correction is not late for the first deadline
    kini = (kantor / _path("SEK")).stat()
    assert (kini.st_mtime_ns, kini.st_ino) == (sekretariat.st_mtime_ns, sekretariat.st_ino)


def test_jalan_lagi_tidak_menulis_yang_hilang_dibuat_lagi_sama(kantor: Path) -> None:
    kirim(kantor, "SEK", "2026-02-03T08:00:00", {}, nama="sek.xlsx")
    kirim(kantor, "IRB1", "2026-02-03T09:00:00", LENGKAP, nama="irban.xlsx")
    pertama = _validate(kantor)["dokumen"]
    sebelum = {p: (kantor / p).stat().st_mtime_ns for p in (_path("SEK"), _path("IRB1"))}
    isi = (kantor / _path("SEK")).read_bytes()
    assert _validate(kantor)["dokumen"] == pertama
    (kantor / _path("SEK")).unlink()
    assert _validate(kantor)["dokumen"] == pertama
    assert (kantor / _path("SEK")).read_bytes() == isi
    assert (kantor / _path("IRB1")).stat().st_mtime_ns == sebelum[_path("IRB1")]


def test_berkas_yang_ditolak_tidak_diberi_tanda_terima(kantor: Path) -> None:
    (kantor / "masuk" / "rusak.xlsx").write_bytes(b"PK\x03\x04 bukan buku kerja")
    data = _validate(kantor)
    assert [b["status"] for b in data["berkas"]] == ["ditolak"]
    assert not [d for d in data["dokumen"] if d["jenis"] == "tanda_terima"]


def test_dua_berkas_yang_bertentangan_keduanya_disebut(kantor: Path) -> None:
    satu = kirim(kantor, "IRB1", "2026-02-03T08:00:00", LENGKAP, nama="irban a.xlsx")
    dua = kirim(kantor, "IRB1", "2026-02-04T08:00:00", {**LENGKAP, "Pembilang": 210}, nama="irban b.xlsx")
    _validate(kantor)
    teks = _teks(kantor)
    assert teks.count("ditahan, menunggu penetapan Tim") == 2
    assert satu in _sidik(teks)
    assert dua in _sidik(teks)
    assert jalankan("-C", str(kantor), "choose", "masuk/irban b.xlsx").kode == 0
    _validate(kantor)
    teks = _teks(kantor)
    assert "ditahan" not in teks
    assert teks.index("irban b.xlsx") < teks.index("Kiriman lain dari unit ini") < teks.index("irban a.xlsx")
    assert "tidak dipakai" in teks


def test_map_kerja_lama_tanpa_templatnya_dilengkapi(kantor: Path) -> None:
    templat = kantor / "templates" / "tanda_terima.docx"
    templat.unlink()
    kirim(kantor, "IRB1", "2026-02-03T09:00:00", LENGKAP, nama="irban.xlsx")
    _validate(kantor)
    assert (kantor / _path("IRB1")).is_file()
    assert templat.is_file()


def test_pimpinan_baru_tidak_mengubah_tanda_terima_yang_lama(kantor: Path) -> None:
    kirim(kantor, "IRB1", "2026-02-03T09:00:00", LENGKAP, nama="irban.xlsx")
    _validate(kantor)
    lama = (kantor / _path("IRB1")).read_bytes()
    buku = openpyxl.load_workbook(kantor / "induk.xlsx")
    kolom = next(s.column for s in buku["Unit"][1] if s.value == "Nama Pimpinan")
    [baris] = [r[0].row for r in buku["Unit"].iter_rows(min_row=2) if r[0].value == "IRB1"]
    buku["Unit"].cell(baris, kolom).value = "Pejabat Baru, S.E."
    buku.save(kantor / "induk.xlsx")
    buku.close()
    _validate(kantor)
    assert (kantor / _path("IRB1")).read_bytes() == lama
    (kantor / _path("IRB1")).unlink()  # the way to have it made anew
    _validate(kantor)
    assert "Pejabat Baru, S.E." in _teks(kantor)


def test_batas_perbaikan_di_kertas_kerja_tetap_menurut_nota(kantor: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def batas() -> set[object]:
        buku = openpyxl.load_workbook(kantor / f"output/{BULAN}/kertas_kerja_validasi_{BULAN}.xlsx")
        lembar = buku["Daftar Periksa"]
        kepala = next(r for r in lembar.iter_rows() if any(s.value == "Batas Perbaikan" for s in r))
        kolom = next(s.column for s in kepala if s.value == "Batas Perbaikan")
        isi = {lembar.cell(n, kolom).value for n in range(kepala[0].row + 1, lembar.max_row + 1)}
        buku.close()
        return {x for x in isi if isinstance(x, datetime)}

    kirim(kantor, "IRB1", "2026-02-03T09:00:00", KURANG, nama="irban.xlsx")
    monkeypatch.setattr(perintah, "now", lambda: datetime(2026, 2, 6, 9))
    _validate(kantor)
    assert batas() == {datetime(2026, 2, 8)}
    kirim(kantor, "SEK", "2026-02-03T08:00:00", {}, nama="sek.xlsx")
    monkeypatch.setattr(perintah, "now", lambda: datetime(2026, 2, 9, 9))
    _validate(kantor)
    assert batas() == {datetime(2026, 2, 8)}
