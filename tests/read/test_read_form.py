"""A filled form is recognised and taken apart, whatever people did to its shape."""

from __future__ import annotations

import pickle
import shutil
import subprocess
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from buat_form import BARIS_JUDUL, IDENTITAS, KODE, TERBIT, buku, form, kandidat, simpan
from openpyxl.utils import get_column_letter

from kinerja.domain.formulir import Kolom, KolomAnggaran, LabelPengesahan
from kinerja.findings import Tingkat
from kinerja.read.form import read_form
from kinerja.read.model import FormTerbaca, HasilBaca
from kinerja.workbook.model import Jenis

KIN = "Data Kinerja"
KOLOM = {k: n for n, k in enumerate(Kolom, 1)}
A = BARIS_JUDUL + 1  # first row of data


def baca(ubah: Callable[[Any], None] | None = None) -> HasilBaca:
    return read_form(kandidat(form(ubah)))


def bentuk(hasil: HasilBaca) -> list[tuple[str, str | None, str | None]]:
    return [(t.kode, t.sumber.lembar, t.sumber.sel) for t in hasil.temuan]


def isi(hasil: HasilBaca) -> FormTerbaca:
    assert hasil.form is not None
    return hasil.form


def realisasi(hasil: HasilBaca) -> dict[str, object]:
    return {b.kode: b.sel[Kolom.REALISASI].nilai for b in isi(hasil).baris}


UTUH = {k: Decimal(81 + n) for n, k in enumerate(KODE)}


def test_formulir_utuh() -> None:
    hasil = baca()
    f = isi(hasil)
    assert hasil.temuan == ()
    assert (f.identitas, f.terbit, f.format) == (IDENTITAS, TERBIT, "xlsx")
    assert realisasi(hasil) == UTUH
    assert [b.nomor for b in f.baris] == [A, A + 1, A + 2]
    assert f.baris[0].sel[Kolom.CAPAIAN].jenis is Jenis.BELUM_DIHITUNG
    assert f.baris[1].sel[Kolom.PEMBILANG].alamat == f"J{A + 1}"
    assert f.anggaran[0].sel[KolomAnggaran.REALISASI].nilai == 250_000
    assert f.pengesahan[LabelPengesahan.TANGGAL].nilai == "isi Tanggal"
    assert pickle.loads(pickle.dumps(hasil)) == hasil


def test_identitas_dari_sifat_dokumen_bila_lembar_hilang() -> None:
    def ubah(wb: Any) -> None:
        del wb["_identitas"]
        wb["Petunjuk"]["A3"] = None

    f = isi(baca(ubah))
    assert (f.identitas, f.terbit) == (IDENTITAS, None)


@pytest.mark.parametrize("lembar", ["Petunjuk", KIN])
def test_7_5_identitas_dari_baris_yang_terlihat(lembar: str) -> None:
    def ubah(wb: Any) -> None:
        del wb["_identitas"]
        del wb.custom_doc_props["kinerja_formulir"]
        wb["Petunjuk"]["A3"] = None
        wb[lembar]["C3"] = f"Kode formulir: {IDENTITAS.kode_formulir} "

    assert isi(baca(ubah)).identitas == IDENTITAS


def test_lembar_identitas_yang_hilang_disebut() -> None:
    assert bentuk(baca(lambda wb: wb.__delitem__("_identitas"))) == [("BTK017", None, None)]


def test_kolom_tanpa_judul_satu_temuan() -> None:
    def ubah(wb: Any) -> None:
        kolom = next(c for row in wb[KIN].iter_rows() for c in row if c.value == "Data Pendukung")
        wb[KIN].cell(kolom.row + 1, kolom.column).value = "rekap.pdf"
        kolom.value = None

    assert [kode for kode, _, _ in bentuk(baca(ubah))] == ["BTK006"]


def test_lembar_identitas_rusak_tidak_dipakai() -> None:
    f = isi(baca(lambda wb: wb["_identitas"].__setitem__("B1", "KINERJA/rusak")))
    assert (f.identitas, f.terbit) == (IDENTITAS, None)


def test_7_1_lembar_identitas_yang_menjadi_terlihat_tetap_dikenali() -> None:
    def ubah(wb: Any) -> None:
        wb["_identitas"].sheet_state = "visible"

    assert isi(baca(ubah)).terbit == TERBIT


def test_bukan_formulir() -> None:
    def ubah(wb: Any) -> None:
        del wb["_identitas"]
        del wb.custom_doc_props["kinerja_formulir"]
        wb["Petunjuk"]["A3"] = None

    hasil = baca(ubah)
    assert (hasil.form, bentuk(hasil)) == (None, [("BTK001", None, None)])


def test_identitas_bertentangan() -> None:
    lain = IDENTITAS.kode_formulir.replace("/SEK/", "/IRB1/")
    hasil = baca(lambda wb: wb["Petunjuk"].__setitem__("A3", lain))
    assert (hasil.form, bentuk(hasil)) == (None, [("BTK002", None, None)])


def test_skema_lain() -> None:
    def ubah(wb: Any) -> None:
        for lembar, sel in (("_identitas", "B1"), ("Petunjuk", "A3")):
            wb[lembar][sel] = IDENTITAS.kode_formulir.replace("KINERJA/1", "KINERJA/9")
        del wb.custom_doc_props["kinerja_formulir"]

    assert bentuk(baca(ubah)) == [("BTK015", None, None)]


def test_berkas_yang_ditolak_pembaca_menjadi_temuan() -> None:
    hasil = read_form(kandidat(b""))
    assert (hasil.form, [t.kode for t in hasil.temuan]) == (None, ["BRK001"])


def _geser(wb: Any) -> None:
    wb[KIN].insert_rows(1, 3)
    wb[KIN].insert_cols(3, 2)


def _balik_kolom(wb: Any) -> None:
    ws = wb[KIN]
    isi_lama = [[c.value for c in baris] for baris in ws.iter_rows(min_row=BARIS_JUDUL, max_col=len(Kolom))]
    for b, baris in enumerate(isi_lama, BARIS_JUDUL):
        for k, v in enumerate(reversed(baris), 1):
            ws.cell(b, k, v)


def _urutan_lembar(wb: Any) -> None:
    wb._sheets.reverse()


def _baris_kosong(wb: Any) -> None:
    wb[KIN].insert_rows(A + 1, 7)  # pitfall 5.7: a gap is not the end


def _hiasan_judul(wb: Any) -> None:
    ws = wb[KIN]
    for kolom in Kolom:
        ws.cell(BARIS_JUDUL, KOLOM[kolom]).value = f"  {kolom.value.upper()}\u00a0".replace(" ", "\n", 1)


def _nama_lembar(wb: Any) -> None:
    wb[KIN].title = "DATA  KINERJA "


@pytest.mark.parametrize("ubah", [_geser, _balik_kolom, _urutan_lembar, _baris_kosong, _hiasan_judul, _nama_lembar])
def test_5_4_bentuk_yang_diubah_tanpa_kehilangan(ubah: Callable[[Any], None]) -> None:
    hasil = baca(ubah)
    assert (bentuk(hasil), realisasi(hasil)) == ([], UTUH)


def test_judul_berubah_tetap_dipetakan() -> None:
    hasil = baca(lambda wb: wb[KIN].cell(BARIS_JUDUL, KOLOM[Kolom.PEMBILANG], "Pembillang"))
    assert bentuk(hasil) == [("BTK007", KIN, f"J{BARIS_JUDUL}")]
    assert (hasil.temuan[0].medan, hasil.temuan[0].tingkat) == ("pembilang", Tingkat.PERINGATAN)
    assert isi(hasil).baris[0].sel[Kolom.PEMBILANG].alamat == f"J{A}"


def test_judul_yang_dapat_berarti_dua_kolom_tidak_ditebak() -> None:
    def ubah(wb: Any) -> None:
        wb[KIN].cell(BARIS_JUDUL, KOLOM[Kolom.FAKTOR_PENDORONG], "Faktor Pen")
        wb[KIN].cell(BARIS_JUDUL, KOLOM[Kolom.FAKTOR_PENGHAMBAT], "Faktor Pen.")

    hasil = baca(ubah)
    assert [(t.kode, t.medan) for t in hasil.temuan] == [
        ("BTK006", "faktor_pendorong"),
        ("BTK006", "faktor_penghambat"),
    ]
    assert "Faktor Pen" in hasil.temuan[0].pesan
    assert Kolom.FAKTOR_PENDORONG not in isi(hasil).baris[0].sel


def test_judul_hilang_dan_ganda() -> None:
    def ubah(wb: Any) -> None:
        wb[KIN].cell(BARIS_JUDUL, KOLOM[Kolom.PEMBILANG]).value = None
        wb[KIN].cell(BARIS_JUDUL, 25, "Realisasi")

    hasil = baca(ubah)
    assert [(t.kode, t.medan, t.sumber.sel) for t in hasil.temuan] == [
        ("BTK008", "realisasi", f"Y{BARIS_JUDUL}"),
        ("BTK006", "pembilang", f"J{BARIS_JUDUL}"),
    ]


def test_baris_judul_hilang() -> None:
    def ubah(wb: Any) -> None:
        for k in range(1, len(Kolom) + 1):
            wb[KIN].cell(BARIS_JUDUL, k).value = None

    hasil = baca(ubah)
    assert (bentuk(hasil), isi(hasil).baris) == ([("BTK009", KIN, None)], ())


def test_lembar_hilang() -> None:
    def ubah(wb: Any) -> None:
        del wb[KIN]
        del wb["Pengesahan"]

    hasil = baca(ubah)
    assert [(t.kode, t.sumber.lembar, t.tingkat) for t in hasil.temuan] == [
        ("BTK003", KIN, Tingkat.GALAT),
        ("BTK003", "Pengesahan", Tingkat.PERINGATAN),
    ]


@pytest.mark.parametrize("nama", ["Data Kinerj", "Januari", "Data Kinerja (2)", "Copy of Data Kinerja"])
def test_lembar_berganti_nama_dikenali(nama: str) -> None:
    hasil = baca(lambda wb: setattr(wb[KIN], "title", nama))
    assert (bentuk(hasil), realisasi(hasil)) == ([("BTK004", nama, None)], UTUH)


def test_5_13_salinan_lembar_di_berkas_yang_sama() -> None:
    def ubah(wb: Any) -> None:
        salinan = wb.copy_worksheet(wb[KIN])
        salinan.title = "Data Kinerja (2)"
        wb.move_sheet(salinan, -4)

    hasil = baca(ubah)
    assert (bentuk(hasil), realisasi(hasil)) == ([("BTK005", "Data Kinerja (2)", None)], UTUH)


def test_unit_tanpa_anggaran_tidak_memerlukan_lembarnya() -> None:
    from dataclasses import replace

    wb = buku(replace(TERBIT, anggaran=()))
    del wb["Anggaran"]
    assert read_form(kandidat(simpan(wb))).temuan == ()


def test_5_1_sel_digabung_di_atas_isian() -> None:
    hasil = baca(lambda wb: wb[KIN].merge_cells(f"L{A}:L{A + 1}"))
    assert [(t.kode, t.sumber.sel, t.indikator, t.medan, t.tingkat) for t in hasil.temuan] == [
        ("BTK010", f"L{A}", "IKU-01", "realisasi", Tingkat.GALAT)
    ]
    baris = isi(hasil).baris
    assert Kolom.REALISASI in baris[0].sel
    assert Kolom.REALISASI not in baris[1].sel  # nothing more can be said about a covered cell


def test_sel_digabung_di_kolom_lain_dan_di_luar_tabel() -> None:
    def ubah(wb: Any) -> None:
        wb[KIN].merge_cells("A1:F1")
        wb[KIN].merge_cells(f"C{A}:C{A + 2}")

    hasil = baca(ubah)
    assert [(t.kode, t.sumber.sel, t.tingkat) for t in hasil.temuan] == [("BTK010", f"C{A}", Tingkat.PERINGATAN)]


def test_5_9_isi_di_luar_tabel() -> None:
    def ubah(wb: Any) -> None:
        ws = wb[KIN]
        ws["ZZ90"] = "x"
        ws["AB1"] = "di kanan judul"
        ws["C30"] = "Keterangan: angka sementara"
        ws[f"W{A}"] = "kolom tanpa judul"
        ws[f"X{A}"] = "pembantu"
        ws.column_dimensions["X"].hidden = True
        ws.cell(BARIS_JUDUL, 22, "Catatan Kami")
        ws.cell(A, 22, "kolom tambahan yang berjudul")

    hasil = baca(ubah)
    assert bentuk(hasil) == [("BTK011", KIN, "AB1")]
    assert f"AB1, W{A}, C30, ZZ90;" in hasil.temuan[0].pesan
    assert realisasi(hasil) == UTUH


def test_baris_tanpa_kode() -> None:
    def ubah(wb: Any) -> None:
        wb[KIN].cell(A, KOLOM[Kolom.KODE]).value = None  # the indicator's name is still there
        wb[KIN].cell(A + 5, KOLOM[Kolom.REALISASI], 7)  # a value that belongs to nothing

    hasil = baca(ubah)
    assert bentuk(hasil) == [("BTK014", KIN, f"B{A + 5}")]
    assert [b.kode for b in isi(hasil).baris] == ["", "IKU-02", "IKU-03"]


def test_kode_ganda_dan_baris_tersembunyi_semuanya_terbaca() -> None:
    def ubah(wb: Any) -> None:
        wb[KIN].cell(A + 3, KOLOM[Kolom.KODE], "IKU-01")
        wb[KIN].row_dimensions[A + 1].hidden = True

    f = isi(baca(ubah))
    assert [(b.kode, b.tersembunyi) for b in f.baris] == [
        ("IKU-01", False), ("IKU-02", True), ("IKU-03", False), ("IKU-01", False),
    ]  # fmt: skip


def test_kolom_isian_tersembunyi() -> None:
    def ubah(wb: Any) -> None:
        wb[KIN].column_dimensions[get_column_letter(KOLOM[Kolom.REALISASI])].hidden = True

    assert bentuk(baca(ubah)) == [("BTK013", KIN, f"L{BARIS_JUDUL}")]


def test_tabel_yang_terlalu_panjang() -> None:
    def ubah(wb: Any) -> None:
        for n in range(A, A + 2500):
            wb[KIN].cell(n, 2, f"K{n}")

    hasil = baca(ubah)
    assert bentuk(hasil) == [("BTK016", KIN, f"B{A + 2000}")]
    assert len(isi(hasil).baris) == 2000


def test_pengesahan_bergeser_dan_label_hilang() -> None:
    def ubah(wb: Any) -> None:
        ps = wb["Pengesahan"]
        ps.insert_cols(1)
        ps["B2"] = "Disusun oleh :"
        ps["C3"], ps["D3"] = ":", "Kepala Sub Bagian"
        ps["B4"] = None

    hasil = baca(ubah)
    assert [(t.kode, t.medan) for t in hasil.temuan] == [("BTK012", "nip")]
    p = isi(hasil).pengesahan
    assert p[LabelPengesahan.DISUSUN_OLEH].nilai == "isi Disusun Oleh"
    assert (p[LabelPengesahan.JABATAN].nilai, p[LabelPengesahan.JABATAN].alamat) == ("Kepala Sub Bagian", "D3")


def test_alasan_perbaikan_boleh_tidak_ada_dan_boleh_bergeser() -> None:
    assert isi(baca()).alasan_perbaikan is None  # a form issued before this row existed

    def ubah(wb: Any) -> None:
        ps = wb["Pengesahan"]
        ps["C12"], ps["D12"] = "alasan  perbaikan data :", "Dua laporan terhitung ganda"

    hasil = baca(ubah)
    assert hasil.temuan == ()
    alasan = isi(hasil).alasan_perbaikan
    assert alasan is not None
    assert (alasan.nilai, alasan.alamat) == ("Dua laporan terhitung ganda", "D12")


def test_lembar_temuan_dari_pengembalian_diabaikan() -> None:
    def ubah(wb: Any) -> None:
        ws = wb.create_sheet("Temuan", 0)
        for n in range(20):
            ws.append(["Kode", "Lembar", "Sel", f"baris {n}"])

    assert baca(ubah).temuan == ()


def test_4_9_tautan_ke_berkas_lain(monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace

    from kinerja.read import form as modul

    asli = modul.open_workbook
    tautan = ("file:///D:/data/Rekap%20TW.xlsx",)
    monkeypatch.setattr(modul, "open_workbook", lambda b, n: replace(asli(b, n), tautan_luar=tautan))
    hasil = baca(lambda wb: wb[KIN].__setitem__(f"L{A}", "='[1]Rekap'!B4"))
    assert [(t.kode, t.sumber.sel, t.tingkat) for t in hasil.temuan] == [("BRK018", f"L{A}", Tingkat.PERINGATAN)]
    assert [t.tingkat for t in baca().temuan] == [Tingkat.CATATAN]


@pytest.mark.parametrize(("path", "kode"), [("masuk/a.xls", ["BRK016"]), ("masuk/a.XLSX", []), ("masuk/a", ["BRK016"])])
def test_akhiran_yang_salah_dicatat(path: str, kode: list[str]) -> None:
    assert [t.kode for t in read_form(kandidat(form(), path)).temuan] == kode


@pytest.mark.libreoffice
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice tidak terpasang")
@pytest.mark.parametrize("akhiran", ["xlsx", "ods", "xls"])
def test_formulir_yang_disimpan_libreoffice(tmp_path: Path, akhiran: str) -> None:
    asal = tmp_path / "formulir.xlsx"
    asal.write_bytes(form())
    perintah = ["soffice", f"-env:UserInstallation=file://{tmp_path}/lo", "--headless", "--convert-to", akhiran]
    subprocess.run([*perintah, "--outdir", str(tmp_path / "o"), str(asal)], check=True, capture_output=True)
    hasil = read_form(kandidat((tmp_path / "o" / f"formulir.{akhiran}").read_bytes(), f"masuk/formulir.{akhiran}"))
    f = isi(hasil)
    assert (hasil.temuan, f.identitas, f.terbit, f.format) == ((), IDENTITAS, TERBIT, akhiran)
    assert realisasi(hasil) == UTUH
    assert f.baris[0].sel[Kolom.CAPAIAN].rumus is not None
    assert f.pengesahan[LabelPengesahan.TANGGAL].nilai == "isi Tanggal"
