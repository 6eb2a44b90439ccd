"""The Kertas Kerja Validasi: its content as text, its links, locks and drop-downs, and what people type into it."""

import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from contoh_kkv import PERIODE, contoh_data

from kinerja.errors import KinerjaError
from kinerja.findings import Tingkat
from kinerja.register.model import Keputusan
from kinerja.workbook.model import Jenis
from kinerja.workbook.reader import open_workbook
from kinerja.worksheets import kkv_gaya
from kinerja.worksheets.kkv import LEMBAR, kertas_kerja_validasi
from kinerja.worksheets.kkv_baca import baca_kkv
from kinerja.worksheets.kkv_model import DataKKV
from kinerja.worksheets.kkv_periksa import daftar_periksa

EMAS = Path(__file__).with_name("kkv_2026-01.txt")
NAMA = "output/2026-01/kertas_kerja_validasi_2026-01.xlsx"


@pytest.fixture(scope="module")
def isi() -> bytes:
    return kertas_kerja_validasi(contoh_data())


def sebagai_teks(isi: bytes) -> str:
    """Every cell of every sheet, one row a line, as a reviewer reads it."""
    baris: list[str] = []
    for lembar in open_workbook(isi, NAMA).lembar.values():
        baris.append(f"== {lembar.nama}")
        for nomor, sel in lembar.baris.items():
            teks = " | ".join(s.teks.replace("\n", " ⏎ ") for s in sel.values())
            baris.append(f"{nomor}: {teks}")
    return "\n".join(baris) + "\n"


def anggota(isi: bytes, akhir: str) -> str:
    with zipfile.ZipFile(io.BytesIO(isi)) as z:
        return "".join(z.read(n).decode() for n in z.namelist() if n.endswith(akhir))


def ketik(isi: bytes, perubahan: Mapping[tuple[str, str], Any], *, balik: bool = False) -> bytes:
    """Type into the rows of Temuan as a person does: {(identity, heading): value}; `balik` sorts upside down."""
    import openpyxl

    buku = openpyxl.load_workbook(io.BytesIO(isi))
    ws = buku["Temuan"]
    judul = next(r for r in ws.iter_rows() if any(s.value == "Keputusan Tim" for s in r))
    kolom = {s.value: s.column for s in judul}
    awal = judul[0].row + 1
    tempat = {ws.cell(r, kolom["Identitas"]).value: r for r in range(awal, ws.max_row + 1)}
    for (identitas, nama), nilai in perubahan.items():
        sel = ws.cell(tempat[identitas], kolom[nama])
        sel.value = nilai
        if isinstance(nilai, str):
            sel.data_type = "s"  # typed into a text cell, “=” is only a letter
    if balik:
        semua = [[(s.value, s.data_type) for s in r] for r in ws.iter_rows(min_row=awal)]
        for r, baris in enumerate(reversed(semua), awal):
            for k, (isi_sel, jenis) in enumerate(baris, 1):
                ws.cell(r, k).value = isi_sel
                ws.cell(r, k).data_type = jenis
    keluar = io.BytesIO()
    buku.save(keluar)
    buku.close()
    return keluar.getvalue()


def identitas(data: DataKKV, unit: str, kode: str) -> str:
    for b in data.berkas:
        for t in b.temuan:
            if b.kiriman.pemilik == unit and t.kode == kode:
                return f"{unit}|{t.kunci}"
    raise KeyError((unit, kode))


def test_content_is_as_agreed(isi: bytes, banding_golden: Callable[[Path, str], None]) -> None:
    banding_golden(EMAS, sebagai_teks(isi))


def test_same_data_same_bytes(isi: bytes) -> None:
    assert kertas_kerja_validasi(contoh_data()) == isi


def test_five_sheets_and_the_headings_of_the_contract(isi: bytes) -> None:
    buku = open_workbook(isi, NAMA)
    assert tuple(buku.lembar) == LEMBAR == ("Ringkasan", "Daftar Periksa", "Temuan", "Riwayat", "Pengesahan")
    judul = {nama: {s.teks for _, r in b.baris.items() for s in r.values()} for nama, b in buku.lembar.items()}
    assert {"Keputusan Tim", "Alasan", "Diperiksa Oleh", "Tanggal"} <= judul["Temuan"]
    assert {"Nilai Diisi", "Lengkap", "Bukti Ada", "Bukti Cocok", "Hitung Ulang = Isian", "Wajar terhadap Lalu/Target",
            "Hasil", "Catatan", "Batas Perbaikan"} <= judul["Daftar Periksa"]  # fmt: skip


def test_no_cell_is_a_formula_and_dates_are_dates(isi: bytes) -> None:
    sel = [s for b in open_workbook(isi, NAMA).lembar.values() for s in b.sel.values()]
    assert not [s for s in sel if s.rumus is not None]
    assert any(s.teks.startswith("=HYPERLINK") for s in sel)
    assert any(s.jenis is Jenis.TANGGAL for s in sel)


def test_links_lead_from_output_to_file_and_cell(isi: bytes) -> None:
    tautan = anggota(isi, ".rels").replace("\\", "/")
    assert 'Target="../../masuk/sekretariat%20perbaikan.xlsx"' in tautan
    assert 'Target="../../masuk/kiriman.zip"' in tautan
    assert "../../masuk/subper%20%28final%2C%20fix%29.xlsx" in tautan
    lembar = anggota(isi, "sheet3.xml")
    assert "location=\"'Data Kinerja'!L13\"" in lembar
    assert "location=\"'Data Kinerja'!C31\"" in lembar  # the first of several cells


def test_prints_on_one_page_wide_with_repeated_headings(isi: bytes) -> None:
    for n in range(1, 6):
        lembar = anggota(isi, f"sheet{n}.xml")
        assert 'orientation="landscape"' in lembar
        assert 'fitToHeight="0"' in lembar
        assert "Halaman &amp;P dari &amp;N" in lembar
        assert "Sukamaju &amp;&amp; Sekitarnya" in lembar
    assert anggota(isi, "xl/workbook.xml").count("_xlnm.Print_Titles") == 5
    assert 'paperSize="14"' in anggota(kertas_kerja_validasi(contoh_data("F4")), "sheet1.xml")


def test_a_galat_cannot_be_accepted(isi: bytes) -> None:
    lembar = anggota(isi, "sheet3.xml")
    assert '"Diterima,Dikembalikan,Perlu Klarifikasi"' in lembar
    assert '"Dikembalikan,Perlu Klarifikasi"' in lembar


def test_only_the_columns_of_the_tim_are_unlocked(isi: bytes) -> None:
    import openpyxl

    buku = openpyxl.load_workbook(io.BytesIO(isi))
    assert all(ws.protection.sheet for ws in buku)
    ws = buku["Temuan"]
    terbuka = {s.column_letter for r in ws.iter_rows() for s in r if not s.protection.locked}
    assert terbuka == {"N", "O", "P", "Q", "R"}
    sembunyi = ws.column_dimensions["S"]
    assert (sembunyi.hidden, sembunyi.min, sembunyi.max) == (True, 19, 20)
    buku.close()


def test_checklist_follows_from_the_findings() -> None:
    data = contoh_data()
    baris = {(b.unit, b.kode): b for b in daftar_periksa(data)}
    satu = baris["SEK", "IKU-01"]
    assert satu.berkas_bukti == "LHP Januari.pdf (5f5f5f5f5f5f)"
    assert (satu.nilai, satu.lengkap, satu.bukti_cocok, satu.hitung_ulang, satu.hasil) == (
        "63,89 (23 / 36)", "Ya", "Ya", "Ya", "Valid",
    )  # fmt: skip
    assert baris["SEK", "IKU-02"].wajar == "Tidak"
    assert baris["SEK", "IKU-03"].hasil == "Tidak Diukur"
    assert baris["SEK", "Anggaran"].nilai.replace(" ", "") == "Rp1.250.000,50"
    assert baris["IRB2", "IKU-01"].bukti_cocok == "Periksa"
    assert baris["SUBPER", "IKU-04"].hasil == "Tidak Lengkap"
    assert baris["SUBPER", "IKU-02"].hasil == "Tidak Valid"
    assert baris["SUBPER", "IKU-02"].batas == data.berkas[1].batas_perbaikan
    assert baris["IRB3", "Formulir"].hasil == "Tidak Valid"
    assert ("IRB3", "IKU-01") not in baris  # none of two conflicting files is used
    assert baris["IRB4", "IKU-01"].hasil == "Belum Masuk"
    assert baris["–", "Formulir"].hasil == "Ditolak"


def test_evidence_that_did_not_come_is_for_a_person_to_judge() -> None:
    data = contoh_data()
    sek = replace(data.berkas[0], isi=replace(data.berkas[0].isi, bukti=()))
    baris = {(b.unit, b.kode): b for b in daftar_periksa(replace(data, berkas=(sek,)))}
    satu = baris["SEK", "IKU-01"]
    assert (satu.bukti_ada, satu.bukti_cocok, satu.berkas_bukti) == ("Ya", "Periksa", "–")


def test_nothing_typed_gives_nothing(isi: bytes) -> None:
    assert baca_kkv(isi, NAMA, PERIODE.id) == ()


@pytest.mark.parametrize("balik", [False, True])
def test_what_people_type_is_read_back_by_identity(isi: bytes, balik: bool) -> None:
    data = contoh_data()
    satu, dua = identitas(data, "SUBPER", "LKP002"), identitas(data, "SUBEVA", "BKT001")
    isi = ketik(
        isi,
        {
            (satu, "Keputusan Tim"): " diterima ",
            (satu, "Alasan"): "=1+1 bukan rumus & <b>",
            (satu, "Diperiksa Oleh"): "Siti",
            (satu, "Tanggal"): datetime.fromisoformat("2026-02-07"),
            (dua, "Keputusan Tim"): "Dikembalikan",
        },
        balik=balik,
    )
    a = Keputusan(
        unit="SUBPER", periode=PERIODE.id, kunci=satu.partition("|")[2], keputusan="Diterima",
        alasan="=1+1 bukan rumus & <b>", oleh="Siti", tanggal="7 Februari 2026",
    )  # fmt: skip
    b = Keputusan(unit="SUBEVA", periode=PERIODE.id, kunci=dua.partition("|")[2], keputusan="Dikembalikan")
    terbaca = baca_kkv(isi, NAMA, PERIODE.id)
    assert {k for k, _ in terbaca} == {a, b}
    lagi = kertas_kerja_validasi(replace(data, keputusan={(k.unit, k.kunci): k for k, _ in terbaca}))
    assert baca_kkv(lagi, NAMA, PERIODE.id) == ()
    assert "=1+1 bukan rumus & <b>" in sebagai_teks(lagi)


def test_a_note_is_kept_beside_the_decision_or_alone(isi: bytes) -> None:
    data = contoh_data()
    satu, lama = identitas(data, "SUBPER", "LKP002"), identitas(data, "SEK", "SLR001")
    terbaca = baca_kkv(
        ketik(isi, {(satu, "Catatan Tim"): "Dibahas Senin.", (lama, "Catatan Tim"): "Sudah ditelepon."}),
        NAMA,
        PERIODE.id,
    )
    assert {(k.unit, k.keputusan, k.catatan) for k, _ in terbaca} == {
        ("SUBPER", None, "Dibahas Senin."), ("SEK", "Diterima", "Sudah ditelepon."),
    }  # fmt: skip
    lagi = kertas_kerja_validasi(replace(data, keputusan={(k.unit, k.kunci): k for k, _ in terbaca}))
    temuan, _, riwayat = sebagai_teks(lagi).partition("== Riwayat")
    assert "| Dibahas Senin." in temuan
    assert "Catatan Tim: Sudah ditelepon." in riwayat  # it stays readable after the finding has been mended
    assert baca_kkv(lagi, NAMA, PERIODE.id) == ()


def test_a_paper_without_the_column_of_notes_is_read(isi: bytes) -> None:
    satu = identitas(contoh_data(), "SUBPER", "LKP002")
    diketik = ketik(isi, {(satu, "Keputusan Tim"): "Dikembalikan"})
    [(k, _)] = baca_kkv(_tanpa_judul(diketik, "Catatan Tim"), NAMA, PERIODE.id)
    assert (k.keputusan, k.catatan) == ("Dikembalikan", None)


@pytest.mark.parametrize(
    ("diketik", "tanggal"),
    [("46058", "5 Februari 2026"), ("5/2/2026", "5/2/2026"), (46058, "5 Februari 2026"), ("Senin", "Senin")],
)
def test_a_date_that_lost_its_format(isi: bytes, diketik: object, tanggal: str) -> None:
    satu = identitas(contoh_data(), "SUBPER", "LKP002")
    [(k, _)] = baca_kkv(ketik(isi, {(satu, "Tanggal"): diketik}), NAMA, PERIODE.id)
    assert k.tanggal == tanggal


def _tanpa_judul(isi: bytes, judul: str) -> bytes:
    import openpyxl

    buku = openpyxl.load_workbook(io.BytesIO(isi))
    for s in (s for r in buku["Temuan"].iter_rows() for s in r if s.value == judul):
        s.value = None
    keluar = io.BytesIO()
    buku.save(keluar)
    buku.close()
    return keluar.getvalue()


def test_a_typed_formula_is_kept_as_words(isi: bytes) -> None:
    import openpyxl

    satu = identitas(contoh_data(), "SUBPER", "LKP002")
    isi = ketik(isi, {(satu, "Alasan"): "rumus"})
    buku = openpyxl.load_workbook(io.BytesIO(isi))
    for s in (s for r in buku["Temuan"].iter_rows() for s in r if s.value == "rumus"):
        s.value = "=A1&B1"
    keluar = io.BytesIO()
    buku.save(keluar)
    buku.close()
    [(k, _)] = baca_kkv(keluar.getvalue(), NAMA, PERIODE.id)
    assert k.alasan == "=A1&B1"


def test_an_emptied_decision_is_read_as_withdrawn(isi: bytes) -> None:
    data = contoh_data()
    lama = identitas(data, "SEK", "SLR001")
    kosong = dict.fromkeys([(lama, j) for j in ("Keputusan Tim", "Alasan", "Diperiksa Oleh", "Tanggal")])
    [(k, _)] = baca_kkv(ketik(isi, kosong), NAMA, PERIODE.id)
    assert k.kosong
    assert (k.unit, k.kunci) == ("SEK", lama.partition("|")[2])


def test_a_decision_that_belongs_to_no_finding_is_not_lost(isi: bytes) -> None:
    data = contoh_data()
    satu = identitas(data, "SUBPER", "LKP002")
    tanpa = ketik(isi, {(satu, "Keputusan Tim"): "Diterima", (satu, "Identitas"): None})
    with pytest.raises(KinerjaError, match=r"sel N\d+: .* tidak berada pada baris temuan"):
        baca_kkv(tanpa, NAMA, PERIODE.id)
    lain = identitas(data, "SUBPER", "BKT001")
    ganda = ketik(isi, {(satu, "Keputusan Tim"): "Diterima", (lain, "Keputusan Tim"): "Dikembalikan",
                        (lain, "Identitas"): satu})  # fmt: skip
    with pytest.raises(KinerjaError, match="untuk temuan yang sama"):
        baca_kkv(ganda, NAMA, PERIODE.id)


@pytest.mark.parametrize("rusak", ["bukan buku", "lembar hilang", "kolom hilang", "judul hilang"])
def test_a_paper_that_cannot_be_read_back_is_not_to_be_overwritten(isi: bytes, rusak: str) -> None:
    import openpyxl

    if rusak == "bukan buku":
        isi = b"bukan buku kerja"
    else:
        buku = openpyxl.load_workbook(io.BytesIO(isi))
        if rusak == "lembar hilang":
            del buku["Temuan"]
        else:
            hapus = {"Identitas"} if rusak == "kolom hilang" else {"Keputusan Tim"}
            for s in (s for r in buku["Temuan"].iter_rows() for s in r if s.value in hapus):
                s.value = None
        keluar = io.BytesIO()
        buku.save(keluar)
        buku.close()
        isi = keluar.getvalue()
    with pytest.raises(KinerjaError, match="tidak ditimpa") as e:
        baca_kkv(isi, NAMA, PERIODE.id)
    assert NAMA in e.value.pesan


def test_a_period_without_anything(isi: bytes) -> None:
    data = contoh_data()
    kosong = replace(data, berkas=(), kiriman=(), riwayat={}, keputusan={}, belum_masuk=("SEK",))
    teks = sebagai_teks(kertas_kerja_validasi(kosong))
    assert "1 belum masuk" in teks
    assert baca_kkv(kertas_kerja_validasi(kosong), NAMA, PERIODE.id) == ()


def test_texts_too_long_for_a_cell_are_cut_and_said() -> None:
    data = contoh_data()
    b = data.berkas[0]
    panjang = replace(b.temuan[1], pesan="x" * 40_000, tertulis="a\x00\x0bb", tingkat=Tingkat.CATATAN)
    teks = sebagai_teks(kertas_kerja_validasi(replace(data, berkas=(replace(b, temuan=(panjang,)),))))
    assert "x … (dipotong)" in teks
    assert "| ab |" in teks


@pytest.mark.slow
@pytest.mark.libreoffice
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice tidak terpasang")
def test_saved_again_by_libreoffice_the_decisions_are_still_there(isi: bytes, tmp_path: Path) -> None:
    satu = identitas(contoh_data(), "SUBPER", "LKP002")
    (tmp_path / "kkv.xlsx").write_bytes(ketik(isi, {(satu, "Keputusan Tim"): "Diterima", (satu, "Alasan"): "Sah"}))
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}", "--headless", "--convert-to",
         "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / "lo"), str(tmp_path / "kkv.xlsx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    simpan = (tmp_path / "lo" / "kkv.xlsx").read_bytes()
    [(k, _)] = baca_kkv(simpan, NAMA, PERIODE.id)
    assert (k.unit, k.keputusan, k.alasan) == ("SUBPER", "Diterima", "Sah")
    assert "Sudah dicocokkan dengan register laporan" in sebagai_teks(simpan)


def test_links_beyond_what_a_sheet_holds_are_plain_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kkv_gaya, "_BANYAK_TAUTAN", 2)
    data = contoh_data()
    isi = kertas_kerja_validasi(data)
    for lembar in ("sheet1", "sheet3"):
        with zipfile.ZipFile(io.BytesIO(isi)) as z:
            assert z.read(f"xl/worksheets/{lembar}.xml").count(b"<hyperlink ") == 2
    assert sebagai_teks(isi).count("| buka |") > 2
