"""The SOP as a workbook: real cells, symbols over them, print set-up."""

from __future__ import annotations

import io
from collections.abc import Sequence

import openpyxl
import pytest

from kinerja.master.contoh import example_master
from kinerja.master.pengaturan import Pengaturan
from kinerja.master.reader import load_master
from kinerja.render.gambar.sop import gambar_alur, petak_alur, tinggi_petak
from kinerja.sop.cetak import HARAP, catatan_sop, isi_baris
from kinerja.sop.loader import daftar_profil, load_profil
from kinerja.sop.model import Sop
from kinerja.worksheets.sop import LAJUR_MM, BahanBukuSop, GambarBuku, sop_workbook

TTD = {"jabatan": "Inspektur", "nama": "Nama Inspektur", "pangkat": "Pembina", "nip": "19740322 199311 1 001"}
SEMUA = [sop for nama in daftar_profil() for sop in load_profil(nama).sop]


def _buku(sop: Sop) -> bytes:
    def petak(teks: Sequence[float]) -> tuple[list[int], list[list[bytes]]]:
        tinggi = tinggi_petak(sop, LAJUR_MM, teks)
        return tinggi, petak_alur(sop, LAJUR_MM, tinggi)

    alur = [
        GambarBuku(judul=f"Alur {g.dari}", isi=g.isi, alt=g.alt, tinggi_mm=g.tinggi_mm)
        for g in gambar_alur(sop, 250, 158)
    ]
    bahan = BahanBukuSop(ttd=TTD, logo=None, petak=petak, alur=alur)
    master, _ = load_master(example_master(2026), "induk.xlsx")
    assert master is not None
    return sop_workbook(master, Pengaturan(), sop, bahan)


@pytest.mark.parametrize("sop", SEMUA, ids=[f"{n}-{s.nama}" for n, s in enumerate(SEMUA)])
def test_every_step_stands_in_cells(sop: Sop) -> None:
    wb = openpyxl.load_workbook(io.BytesIO(_buku(sop)))
    catatan = [f"{c.tanda} {c.teks}" for c in catatan_sop(sop)]
    assert wb.sheetnames == ["SOP", "Alur", "Gambar Alur", *(["Catatan"] if catatan else [])]
    ws = wb["Alur"]
    n = len(sop.peran)
    assert [ws.cell(2, 3 + k).value for k in range(n)] == list(sop.peran)
    for b, x in enumerate(sop.langkah, 3):
        isi = isi_baris(x)
        assert ws.cell(b, 1).value == isi["no"]
        assert [ws.cell(b, 3 + n + k).value or "" for k in range(4)] == [
            isi["kelengkapan"], isi["waktu"], isi["output"], isi["keterangan"],
        ]  # fmt: skip
        simbol = {p: ws.cell(b, 3 + k).value or "" for k, p in enumerate(sop.peran)}
        assert {p for p, s in simbol.items() if s} == set(x.pelaksana)
        if x.memutuskan:
            assert simbol[x.pelaksana[-1]].startswith("◇")
        if x.jika_ditolak:
            assert f"kembali ke {x.jika_ditolak}" in simbol[x.pelaksana[-1]]
    if catatan:
        assert [c.value for c in wb["Catatan"]["A"]] == [HARAP, *catatan]
    assert len(ws._images) >= sum(len(x.pelaksana) for x in sop.langkah)
    assert len(wb["Gambar Alur"]._images) == len(gambar_alur(sop, 250, 158))


def test_print_set_up_and_same_bytes() -> None:
    sop = load_profil("bantul").sop[0]
    isi = _buku(sop)
    assert isi == _buku(sop)
    wb = openpyxl.load_workbook(io.BytesIO(isi))
    for nama in ("Alur", "Gambar Alur"):
        assert wb[nama].page_setup.orientation == "landscape"
        assert wb[nama].page_setup.fitToHeight == 0
        assert wb[nama].sheet_properties.pageSetUpPr.fitToPage
    assert wb["SOP"].page_setup.fitToHeight in (None, 1)  # 1 where the file does not say
    assert wb["SOP"].sheet_properties.pageSetUpPr.fitToPage
    assert wb["Alur"].print_title_rows == "$1:$2"
    teks = [str(c.value) for baris in wb["SOP"].iter_rows() for c in baris if c.value]
    assert any("Kota Depok" in t and t.rstrip().endswith("**") for t in teks)
    assert any("Nama Inspektur" in t and "NIP. 19740322" in t for t in teks)
    assert teks.count("…" * 12) == 4  # number and three dates are blanks to fill
