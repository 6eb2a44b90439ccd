"""The third reckoning: LibreOffice, after a hard recalculation, shows the digits that we print, in every cell."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from aggregate.hitung_ulang import tampilan_ulang
from worksheets.contoh_analisis import buka, susun

from kinerja.domain.angka import bulatkan
from kinerja.domain.kebijakan import Kebijakan
from kinerja.pipeline.demo import demo
from kinerja.pipeline.progress import diam
from kinerja.workbook.reader import open_workbook

pytestmark = [pytest.mark.libreoffice, pytest.mark.slow]

_POLA = re.compile(r"#,##0(?:\.(0+))?|0")


def tampak(nilai: Any, pola: str) -> str:
    """Our printed text of a cell, from its stored value and number format."""
    if nilai is None or isinstance(nilai, str):
        return nilai or ""
    if pola == "@":
        return str(nilai)
    cocok = _POLA.fullmatch(pola)
    assert cocok is not None, pola
    angka = bulatkan(Fraction(nilai), len(cocok[1] or ""))
    return f"{angka:,}" if pola != "0" else str(angka)


def beda(isi: bytes, mereka: dict[tuple[str, int, int], str]) -> dict[str, tuple[str, str, str]]:
    """Cells with a formula that show something else: place -> (formula, ours, theirs)."""
    hasil: dict[str, tuple[str, str, str]] = {}
    banyak = 0
    for nama, lembar in open_workbook(isi, "x.xlsx").lembar.items():
        for (b, k), sel in lembar.sel.items():
            if sel.rumus is None:
                continue
            banyak += 1
            kita = tampak(sel.nilai, sel.format)
            if kita != mereka.get((nama, b, k), ""):
                hasil[f"{nama}!{sel.alamat}"] = (sel.rumus, kita, mereka.get((nama, b, k), ""))
    assert banyak > 500
    return hasil


def test_segala_jenis_angka_tampil_sama(tmp_path: Path) -> None:
    """Missing months, target 0, ranges, predikat, weights, caps, T/R, (2T-R)/T, annual targets, negative figures."""
    ketat = Kebijakan(batas_rata_rata=Fraction(120))
    lain = Kebijakan(
        target_nol="nihil", realisasi_nol="seratus", batas_rata_rata=Fraction(105), desimal=1, efisiensi="indeks",
        kategori="akip",
    )  # fmt: skip
    buku = {
        "bulan": susun("2026-02", ketat)[0],
        "tw": susun("2026-TW1", lain, berbobot=True)[0],
        "semester": susun("2026-S1", ketat, berbobot=True)[0],
        "tahun": susun("2026", lain)[0],
        "desimal": susun("2026-06", Kebijakan(desimal=4))[0],
        "bulat": susun("2026-05", Kebijakan(desimal=0))[0],
    }
    mereka = tampilan_ulang(buku, tmp_path)
    assert {nama: beda(isi, mereka[nama]) for nama, isi in buku.items()} == {nama: {} for nama in buku}


def test_hitung_ulang_memang_terjadi(tmp_path: Path) -> None:
    """A wrong value beside a formula does not survive: else the tests above would compare us with ourselves."""
    isi, hasil = susun("2026-03")
    ws = buka(isi, nilai=True)["Indikator"]
    baris = next(r for r in ws.iter_rows(min_row=5) if r[0].value == "SEL" and r[2].value == "U2")
    keliru = _ganti_nilai(isi, f"H{baris[0].row}", "77.77")
    mereka = tampilan_ulang({"keliru": keliru}, tmp_path)["keliru"]
    assert set(beda(keliru, mereka)) == {f"Indikator!H{baris[0].row}"}
    c = hasil.capaian_of("SEL", "U2").capaian
    assert c is not None
    assert mereka["Indikator", baris[0].row, 8] == f"{bulatkan(c, 2):,}"


def _ganti_nilai(isi: bytes, sel: str, nilai: str) -> bytes:
    import io
    import zipfile

    keluar = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as lama, zipfile.ZipFile(keluar, "w") as baru:
        for info in lama.infolist():
            teks = lama.read(info)
            if info.filename == "xl/worksheets/sheet4.xml":
                teks, n = re.subn(
                    rf'(<c r="{sel}"[^>]*><f>[^<]*</f><v>)[^<]*'.encode(), rb"\g<1>" + nilai.encode(), teks
                )
                assert n == 1
            baru.writestr(info, teks)
    return keluar.getvalue()


def test_setahun_contoh_tampil_sama(tmp_path: Path) -> None:
    """All months, triwulan, semester and the year of the sample."""
    hasil = demo(tmp_path / "kantor", contoh="inspektorat", lapor=diam)
    buku = {p.stem: p.read_bytes() for p in sorted(hasil.akar.glob("output/*/analisis_*.xlsx"))}
    assert len(buku) == 19
    mereka = tampilan_ulang(buku, tmp_path)
    assert {nama: beda(isi, mereka[nama]) for nama, isi in buku.items()} == {nama: {} for nama in buku}
