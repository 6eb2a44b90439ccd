"""The annex Jejak Angka: on request, sideways, complete; and without it nothing is left of it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import contoh_hasil as contoh
import pytest
from contoh_jejak import jejak
from contoh_perbaikan import perbaikan
from docx import Document
from docx.enum.section import WD_ORIENT
from helpers import docx_text

from kinerja.aggregate.jejak import JejakLaporan
from kinerja.errors import KinerjaError
from kinerja.master.pengaturan import Pengaturan
from kinerja.render.dokumen import LAPORAN, laporan

AKAR = Path(__file__).resolve().parents[2]
TEMPLAT = AKAR / "templates"
GOLDEN = Path(__file__).with_name("lampiran_jejak_2026-03.txt")
PERIODE = ("2026-03", "2026-TW1", "2026-S1", "2026")


def buat(id_periode: str, isi: JejakLaporan | None, templat: Path = TEMPLAT) -> bytes:
    return laporan(
        contoh.master(), Pengaturan(), contoh.hasil(id_periode), contoh.kelengkapan(id_periode), perbaikan(id_periode),
        tanggal=date(2026, 4, 12), templat=templat, akar=AKAR, jejak=isi,
    ).isi  # fmt: skip


def lampiran(naskah: bytes) -> list[str]:
    """The annex, from its heading to the next one."""
    baris = docx_text.dump(naskah).splitlines()
    awal = next(n for n, b in enumerate(baris) if b.startswith("[JudulLampiran]") and "Jejak Angka" in b)
    akhir = next((n for n, b in enumerate(baris) if n > awal and b.startswith("[JudulLampiran]")), len(baris))
    return baris[awal:akhir]


def test_isi_lampiran(banding_golden: Callable[[Path, str], None]) -> None:
    banding_golden(GOLDEN, "\n".join(lampiran(buat("2026-03", jejak("2026-03")))) + "\n")


@pytest.mark.parametrize("id_periode", PERIODE)
def test_mendatar_dan_sisanya_tetap(id_periode: str) -> None:
    tanpa, dengan = buat(id_periode, None), buat(id_periode, jejak(id_periode))
    assert "Jejak Angka" not in docx_text.plain_text(tanpa)
    arah = [[s.orientation for s in Document(io.BytesIO(n)).sections] for n in (tanpa, dengan)]
    assert arah[1] == [*arah[0], WD_ORIENT.LANDSCAPE, WD_ORIENT.PORTRAIT]
    with zipfile.ZipFile(io.BytesIO(tanpa)) as a, zipfile.ZipFile(io.BytesIO(dengan)) as b:
        assert a.namelist() == b.namelist()
        beda = {n for n in a.namelist() if a.read(n) != b.read(n)}
    assert "word/document.xml" in beda
    assert not any("header" in n or "styles" in n for n in beda)
    assert buat(id_periode, jejak(id_periode)) == dengan


def test_setiap_indikator_dan_berkas_ada() -> None:
    isi = "\n".join(lampiran(buat("2026", jejak("2026"))))
    for i in contoh.master().indikator:
        assert f"{i.kode} " in isi
    nomor = {int(n) for n in re.findall(r"\[(\d+)\] [A-Z]", isi)}
    assert nomor == set(range(1, max(nomor) + 1))
    assert len(re.findall(r"masuk/2026-\d\d/formulir_", isi)) == max(nomor)


def test_templat_lama_disebut(tmp_path: Path) -> None:
    nama = f"{LAPORAN[contoh.hasil('2026-03').periode.jenis]}.docx"
    dok = Document(str(TEMPLAT / nama))
    badan = dok.element.body
    teks = ["".join(t.text or "" for t in e.iter("{*}t")) for e in badan]
    awal, akhir = teks.index("{%p if jejak.ada %}"), len(teks) - 1 - teks[::-1].index("{%p endif %}")
    for e in list(badan)[awal : akhir + 1]:
        badan.remove(e)
    dok.save(str(tmp_path / nama))
    assert buat("2026-03", None, tmp_path)
    with pytest.raises(KinerjaError) as e:
        buat("2026-03", jejak("2026-03"), tmp_path)
    assert "tidak mempunyai bagian Jejak Angka" in e.value.pesan
