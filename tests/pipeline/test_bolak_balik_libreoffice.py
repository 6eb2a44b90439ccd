"""A form filled badly in LibreOffice, sent in three formats: its return copy is mended at the first try."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from helpers.kantor_uno import kerjakan
from kantor_uji import Kantor, saat

from kinerja.findings import Tingkat
from kinerja.pipeline.model import BerkasDinilai

AKAR = Path(__file__).resolve().parents[2]
SKRIP = AKAR / "tests" / "forms" / "ketik_uno.py"
CONTOH = AKAR / "sample_data" / "inspektorat"
JANUARI = "2026-01"
DK, UANG, SAH = "Data Kinerja", "Anggaran", "Pengesahan"

SEBAB = {7: "Dokumen tindak lanjut terlambat diserahkan.", 8: "Satu penugasan diperpanjang."}
KELIRU = {
    DK: {
        "J7": "30", "K7": "20", "R7": "'terlampir",  # pembilang above penyebut; evidence that says nothing
        "J8": "'95,5%",  # a percentage where a number of things is due; penyebut and evidence left out
        "L9": "46085", "R9": "'-",  # 3-5 that became a date
        "J11": "=2+1", "K11": "0", "R11": "'Rekap pengaduan Januari 2026",
        "L12": "'nihil", "R12": "'Rekap LHP Januari 2026",
    },
    UANG: {"E7": "'Rp 1.250.000", "E8": "'belum ada"},
    SAH: {"B5": "'Rina", "B6": "'Auditor", "B7": "'1980", "B8": "'02/02/2026"},
}  # fmt: skip
BETUL = {
    DK: {
        "J7": "15", "K7": "30", "R7": "'Rekap tindak lanjut Januari 2026", "P7": f"'{SEBAB[7]}",
        "Q7": "'Surat penegasan minggu pertama Februari.",
        "J8": "6", "K8": "6", "R8": "'Surat tugas 1 s.d. 6", "L9": "2", "R9": "'LHP 700/1 dan 700/2",
        "J11": "3", "K11": "3", "L12": "20",
    },
    UANG: {"E8": "0"},
    SAH: {"B7": "'198006152005012003", "B9": "'Drs. Bambang, M.Si."},
}  # fmt: skip
GALAT = {
    ("ISI015", "J7"), ("ISI026", "J8"), ("ISI002", "K8"), ("BKT001", "R8"), ("ISI007", "L9"), ("BKT001", "R9"),
    ("ISI013", "K11"), ("ISI009", "L12"), ("ISI009", "E8"),
}  # fmt: skip
PERINGATAN = {("BKT003", "R7"), ("ISI021", "J11"), ("LKP006", "B9"), ("LKP007", "B7")}


class _Meja:
    """A desk with LibreOffice on it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def kerjakan(
        self, asal: Path, simpan: Path, hari: str, ketik: Mapping[str, Mapping[str, str]], *,
        susun: Sequence[Sequence[Any]] = (), baca: Mapping[str, Sequence[str]] = {},
    ) -> Any:  # fmt: skip
        """Open, do, type, save; the answer of the script. Nothing that is typed may be refused."""
        hasil = self.folder / f"hasil{simpan.suffix}"
        tugas = {
            "buka": str(asal), "susun": [list(s) for s in susun], "ketik": ketik, "baca": baca, "aturan": [],
            "simpan": [str(hasil)],
        }  # fmt: skip
        jawab = kerjakan(SKRIP, tugas, self.folder)
        assert jawab["ditolak"] == []
        simpan.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(hasil, simpan)
        os.utime(simpan, (saat(hari).timestamp(),) * 2)
        return jawab


@pytest.fixture
def kantor(tmp_path: Path) -> Kantor:
    """The office of the sample, with the forms of January."""
    k = Kantor(tmp_path / "kantor")
    for nama in ("induk.xlsx", "kinerja.toml", "logo.png"):
        shutil.copyfile(CONTOH / nama, k.ws.akar / nama)
    return k


def _berkas(kantor: Kantor, hari: str) -> BerkasDinilai:
    hasil = kantor.jalankan(JANUARI, hari)
    [satu] = [b for p in hasil.periode for b in p.berkas if b.kiriman.unit == "IRB2"]
    return satu


def _temuan(b: BerkasDinilai, tingkat: Tingkat) -> set[tuple[str, str | None]]:
    return {(t.kode, t.sumber.sel) for t in b.temuan if t.tingkat is tingkat}


def _salinan(kantor: Kantor) -> Path:
    return kantor.ws.akar / f"output/{JANUARI}/pengembalian/IRB2_revisi1/perbaikan_IRB2_{JANUARI}_revisi1.xlsx"


@pytest.mark.slow
@pytest.mark.libreoffice
@pytest.mark.parametrize("akhiran", [".xlsx", ".ods", ".xls"])
def test_everything_is_mended_at_the_first_try(kantor: Kantor, tmp_path: Path, akhiran: str) -> None:
    meja = _Meja(tmp_path)
    asal = kantor.formulir(JANUARI, "01-25", "IRB2")
    susun = [("jadikan tanggal", DK, "L9"), ("catatan sendiri", DK, "O12"), ("catatan sendiri", DK, "J7")]
    meja.kerjakan(asal, kantor.ws.masuk / f"irban dua (final){akhiran}", "02-02", KELIRU, susun=susun)
    satu = _berkas(kantor, "02-03")
    assert _temuan(satu, Tingkat.GALAT) == GALAT
    assert _temuan(satu, Tingkat.PERINGATAN) == PERINGATAN

    perbaikan = kantor.ws.masuk / "irban dua perbaikan.xlsx"
    susun = [("jadikan angka", DK, "L9")]
    baca = {"Temuan": [f"C{n}" for n in range(6, 24)], DK: ["L7", "N11"]}
    jawab = meja.kerjakan(_salinan(kantor), perbaikan, "02-05", BETUL, susun=susun, baca=baca)
    per_lembar: dict[str, set[str]] = {}
    for t in satu.temuan:
        if t.tingkat is not Tingkat.CATATAN and t.sumber.sel and t.sumber.lembar:
            per_lembar.setdefault(t.sumber.lembar, set()).add(t.sumber.sel)
    per_lembar[DK].add("O12")  # their own comment; the one at J7 stands below ours
    assert {n: jawab["komentar"][n] for n in per_lembar} == {n: len(s) for n, s in per_lembar.items()}
    assert {f"{t.sumber.lembar} {t.sumber.sel}" for t in satu.temuan} <= set(jawab["tampak"]["Temuan"].values())
    assert jawab["tampak"][DK]["L7"].replace(",", ".") == "50.00"  # the formulas live
    dua = _berkas(kantor, "02-06")
    assert (dua.kiriman.revisi, _temuan(dua, Tingkat.GALAT), _temuan(dua, Tingkat.PERINGATAN)) == (2, set(), set())


@pytest.mark.slow
@pytest.mark.libreoffice
def test_a_sheet_pulled_about_is_put_right_at_the_first_try(kantor: Kantor, tmp_path: Path) -> None:
    """A row put in, cells merged, the sheet copied, formulas and a target typed over, a row hidden, own comments."""
    meja = _Meja(tmp_path)
    asal = kantor.formulir(JANUARI, "01-25", "IRB2")
    susun = [
        ("buka kunci", DK), ("sisip baris", DK, 8), ("gabung", DK, "O7:P7"), ("catatan sendiri", DK, "J7"),
        ("catatan sendiri", DK, "O10"), ("salin lembar", DK, "Data Kinerja (2)"), ("sembunyikan baris", DK, 12),
    ]  # fmt: skip
    geser = {a if int(a[1:]) < 8 else f"{a[0]}{int(a[1:]) + 1}": t for a, t in BETUL[DK].items()}
    keliru = {"D8": "'(menunggu data)", "G9": "80", "L9": "95", "N9": "95", "L13": "'-", "J7": "40"}
    isi = {DK: {**geser, **keliru, "R12": "'Rekap", "R13": "'Rekap"}, UANG: {"E7": "1250000", "E8": "0"},
           SAH: {**KELIRU[SAH], **BETUL[SAH]}}  # fmt: skip
    meja.kerjakan(asal, kantor.ws.masuk / "kacau.xlsx", "02-02", isi, susun=susun)
    satu = _berkas(kantor, "02-03")
    harap = {
        ("BTK005", None), ("BTK010", "O7"), ("BTK014", "B8"), ("BTK031", "G9"), ("HTG001", "L9"), ("HTG003", "N9"),
        ("ISI015", "J7"), ("ISI009", "L13"),
    }  # fmt: skip
    assert _temuan(satu, Tingkat.GALAT) == harap

    susun = [("hapus lembar", "Data Kinerja (2)"), ("pisah", DK, "O7:P7"), ("hapus baris", DK, 8)]
    betul = {DK: {"J7": "15", "P7": BETUL[DK]["P7"], "G8": "90", "L8": "", "N8": "", "L12": "20"}}
    perbaikan = kantor.ws.masuk / "kacau perbaikan.xlsx"
    meja.kerjakan(_salinan(kantor), perbaikan, "02-05", betul, susun=susun)
    dua = _berkas(kantor, "02-06")
    assert (dua.kiriman.revisi, _temuan(dua, Tingkat.GALAT)) == (2, set())
    import openpyxl

    buku = openpyxl.load_workbook(perbaikan)
    catatan = {c.coordinate: c.comment.text for row in buku[DK].iter_rows() for c in row if c.comment}
    buku.close()
    assert "catatan kami" in catatan["J7"]
    assert catatan["O9"] == "catatan kami"
