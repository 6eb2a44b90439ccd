"""`kinerja review`: corrections read from Word, listed, decided by people in Excel, kept over every run."""

from __future__ import annotations

import io
import json
import re
from datetime import datetime
from pathlib import Path
from xml.sax.saxutils import escape

import openpyxl
import pytest
from helpers.jalankan import Hasil, jalankan
from januari import BULAN
from koreksi.buat_docx import dikomentari, docx, hapus, ins, komentar, p

from kinerja.cli import build, review, status
from kinerja.pipeline.koreksi import baca_putusan
from kinerja.pipeline.sesi import buka
from kinerja.pipeline.workspace import find_workspace
from kinerja.register.db import Register
from kinerja.workbook.patch import PaketTambal

AKAR = Path(__file__).resolve().parents[2]
DAFTAR = f"output/{BULAN}/daftar_koreksi_{BULAN}.xlsx"
KONSEP = f"output/{BULAN}/laporan_bulanan_{BULAN}.docx"
DIGANTI = ("belum dapat disimpulkan karena", "tidak dapat disimpulkan karena")
LAIN = docx(
    p("Sebuah naskah dari tempat lain, ", dikomentari(1, "yang dikomentari"), "."),
    p("Angka ", hapus("1"), ins("2")),
    komentar=komentar(1, "Mengapa?"),
)


@pytest.fixture(autouse=True)
def jam(monkeypatch: pytest.MonkeyPatch) -> None:
    for modul in (build, review, status):
        monkeypatch.setattr(modul, "now", lambda: datetime(2026, 2, 10, 9))


@pytest.fixture
def konsep(kantor: Path) -> bytes:
    """The konsep of January as it was built."""
    assert jalankan("-C", str(kantor), "build", BULAN).kode == 0
    return (kantor / KONSEP).read_bytes()


def _sunting(isi: bytes, *ganti: tuple[str, str], tanda: bool = True) -> bytes:
    """Replace text in the body; `tanda` False: by a program that keeps no properties."""
    paket = PaketTambal(isi)
    xml = paket.read("word/document.xml").decode()
    for lama, baru in ganti:
        assert escape(lama) in xml, lama
        xml = xml.replace(escape(lama), baru, 1)
    paket.put("word/document.xml", xml.encode())
    if not tanda:
        paket.put("docProps/custom.xml", b"<Properties/>")
    return paket.to_bytes()


def _review(ws: Path, isi: bytes, nama: str = "kembali.docx") -> tuple[list[dict], Hasil]:
    berkas = ws.parent / nama
    berkas.write_bytes(isi)
    mesin = jalankan("-C", str(ws), "review", str(berkas), "--json")
    assert mesin.kode == 0, mesin.stderr
    assert berkas.read_bytes() == isi
    return json.loads(mesin.stdout)["koreksi"], jalankan("-C", str(ws), "review", str(berkas))


def _isi(
    ws: Path,
    baris: int,
    **isian: str,
) -> None:
    """Type into the yellow columns of the list; `baris` from 1."""
    buku = openpyxl.load_workbook(ws / DAFTAR)
    lembar = buku["Koreksi"]
    judul = next(r for r in lembar.iter_rows() if any(s.value == "Status" for s in r))
    for nama, teks in isian.items():
        kolom = next(s.column for s in judul if s.value == nama.replace("_", " "))
        lembar.cell(judul[0].row + baris, kolom).value = teks
    buku.save(ws / DAFTAR)


def _baris(ws: Path) -> list[tuple]:
    lembar = openpyxl.load_workbook(ws / DAFTAR)["Koreksi"]
    judul = next(r[0].row for r in lembar.iter_rows() if any(s.value == "Status" for s in r))
    return list(lembar.iter_rows(min_row=judul + 1, values_only=True))


def test_an_untouched_konsep_has_no_corrections(kantor: Path, konsep: bytes) -> None:
    koreksi, layar = _review(kantor, konsep)
    assert koreksi == []
    assert "tidak ada koreksi" in layar.stderr


def test_tracked_and_plain_edits_with_the_keys_of_the_contract(kantor: Path, konsep: bytes) -> None:
    isi = _sunting(konsep, DIGANTI)
    [k], layar = _review(kantor, isi)
    assert set(k) == {"jenis", "penulis", "waktu", "tempat", "teks", "teks_lama", "status"}
    assert (k["jenis"], k["penulis"], k["status"]) == ("ubahan", None, "baru")
    assert DIGANTI[1] in k["teks"]
    assert DIGANTI[0] in k["teks_lama"]
    assert k["tempat"] == "“Penutup”, paragraf 1"
    assert "menurut tandanya" in layar.stderr
    assert DAFTAR in layar.stderr.replace("\\", "/")


def test_a_konsep_without_its_mark_is_found_by_likeness_and_that_is_said(kantor: Path, konsep: bytes) -> None:
    [k], layar = _review(kantor, _sunting(konsep, DIGANTI, tanda=False))
    assert k["jenis"] == "ubahan"
    assert "paling mirip, laporan Januari 2026" in layar.stderr


def test_the_konsep_that_was_sent_counts_not_the_one_built_since(kantor: Path, konsep: bytes) -> None:
    kantor.joinpath("kinerja.toml").write_text(
        kantor.joinpath("kinerja.toml").read_text(encoding="utf-8").replace('kertas = "A4"', 'kertas = "F4"'),
        encoding="utf-8",
    )
    assert jalankan("-C", str(kantor), "build", BULAN, "--jejak").kode == 0
    assert (kantor / KONSEP).read_bytes() != konsep
    assert _review(kantor, konsep)[0] == []


def test_a_document_of_another_origin_is_read_and_says_that_plain_edits_were_not(kantor: Path) -> None:
    koreksi, layar = _review(kantor, LAIN)
    assert [(k["jenis"], k["teks"], k["teks_lama"]) for k in koreksi] == [
        ("komentar", "Mengapa?", "yang dikomentari"),
        ("hapusan", "", "1"),
        ("sisipan", "2", ""),
    ]
    assert "tidak dapat dicari" in layar.stderr
    assert (kantor / "output/koreksi_lain/daftar_koreksi.xlsx").is_file()


def test_status_set_by_people_stays_over_runs_and_other_files(kantor: Path, konsep: bytes) -> None:
    isi = _sunting(konsep, DIGANTI)
    _review(kantor, isi)
    _isi(kantor, 1, Status="Diterima", Diputuskan_Oleh="Ratna", Catatan="benar")
    [k], _ = _review(kantor, isi)
    assert k["status"] == "diterima"
    dua = _sunting(isi, ("LAPORAN KINERJA BULANAN", "LAPORAN BULANAN"))
    semua, layar = _review(kantor, dua, "kembali 2.docx")
    assert [x["status"] for x in semua] == ["baru", "diterima"]
    assert "baru dibaca" in layar.stderr
    assert _baris(kantor)[0][7:11] == ("diterima", "Ratna", "10 Februari 2026", "benar")
    with Register.open(kantor / "kinerja.db") as reg:
        [putusan] = reg.peristiwa(BULAN, "koreksi_diputuskan")
        assert json.loads(putusan.rincian)["oleh"] == "Ratna"
        assert reg.periksa_rantai() is None


@pytest.mark.parametrize(
    ("isian", "sebab"),
    [
        ({"Status": "oke", "Diputuskan_Oleh": "Ratna"}, "“oke” bukan status"),
        ({"Status": "diterima"}, "nama yang memutuskan belum diisi"),
    ],
)
def test_what_is_no_status_or_has_no_name_is_a_question(
    kantor: Path, konsep: bytes, isian: dict[str, str], sebab: str
) -> None:
    isi = _sunting(konsep, DIGANTI)
    _review(kantor, isi)
    _isi(kantor, 1, **isian)
    berkas = kantor.parent / "kembali.docx"
    layar = jalankan("-C", str(kantor), "review", str(berkas))
    assert sebab in layar.stderr
    assert f"{DAFTAR}, No 1: " in layar.stderr
    assert sebab in jalankan("-C", str(kantor), "review", str(berkas)).stderr  # until it is answered
    koreksi = json.loads(jalankan("-C", str(kantor), "review", str(berkas), "--json").stdout)["koreksi"]
    assert koreksi[0]["status"] == "baru"
    assert _baris(kantor)[0][7] == isian["Status"]
    assert sebab in _baris(kantor)[0][6]


def test_a_list_that_cannot_be_read_is_not_written_over(kantor: Path, konsep: bytes) -> None:
    isi = _sunting(konsep, DIGANTI)
    _review(kantor, isi)
    buku = openpyxl.load_workbook(kantor / DAFTAR)
    buku["Koreksi"].title = "Lain"
    aliran = io.BytesIO()
    buku.save(aliran)
    (kantor / DAFTAR).write_bytes(aliran.getvalue())
    hasil = jalankan("-C", str(kantor), "review", str(kantor.parent / "kembali.docx"))
    assert (hasil.kode, (kantor / DAFTAR).read_bytes()) == (3, aliran.getvalue())


def test_the_received_file_is_archived_and_noted_once(kantor: Path, konsep: bytes) -> None:
    isi = _sunting(konsep, DIGANTI)
    _review(kantor, isi)
    with Register.open(kantor / "kinerja.db") as reg:
        [dibaca] = reg.peristiwa(BULAN, "koreksi_dibaca")
    sha = json.loads(dibaca.rincian)["sha256"]
    assert (kantor / f"arsip/{sha[:2]}/{sha}").read_bytes() == isi


def test_a_comment_resolved_in_word_is_done_and_said_to_be(kantor: Path) -> None:
    from koreksi.buat_docx import utas

    isi = docx(
        p(dikomentari(1, "kata")),
        komentar=komentar(1, "Perbaiki.", para="0A") + komentar(2, "Sudah.", penulis="Budi", para="0B"),
        lanjut=utas("0A", selesai=True) + utas("0B", "0A"),
    )
    koreksi, _ = _review(kantor, isi)
    assert [(k["penulis"], k["teks"], k["status"]) for k in koreksi] == [
        ("Rina", "Perbaiki.", "selesai"),
        ("Budi", "Sudah.", "selesai"),
    ]


def test_refusals_have_their_exit_codes(kantor: Path) -> None:
    assert jalankan("-C", str(kantor), "review", "tidak ada.docx").kode == 2
    (kantor.parent / "a.docx").write_bytes(b"%PDF-1.7")
    hasil = jalankan("-C", str(kantor), "review", str(kantor.parent / "a.docx"))
    assert (hasil.kode, "berkas PDF" in hasil.stderr) == (3, True)


def test_the_step_of_an_sop_that_names_the_list_is_done_once_all_is_decided(kantor: Path, konsep: bytes) -> None:
    profil = (AKAR / "kinerja/sop/data/karanganyar.toml").read_text(encoding="utf-8")
    (kantor / "sop").mkdir()
    bagian = profil.split('id = "9"')
    bagian[1] = bagian[1].replace('dihasilkan_oleh = "manual"', 'dihasilkan_oleh = "daftar_koreksi"', 1)
    (kantor / "sop/kami.toml").write_text('id = "9"'.join(bagian), encoding="utf-8")
    setelan = kantor / "kinerja.toml"
    setelan.write_text(
        setelan.read_text(encoding="utf-8").replace('sop = "karanganyar"', 'sop = "kami"'), encoding="utf-8"
    )

    def langkah() -> tuple[str, str | None]:
        semua = json.loads(jalankan("-C", str(kantor), "status", BULAN, "--json").stdout)["langkah"]
        return next((x["status"], x["bukti"]) for x in semua if x["id"] == "9")

    assert langkah()[0] != "selesai"
    isi = _sunting(konsep, DIGANTI)
    _review(kantor, isi)
    assert langkah()[0] == "berjalan"
    assert "1 butir belum diputuskan" in str(langkah()[1])
    _isi(kantor, 1, Status="ditolak", Diputuskan_Oleh="Ratna")
    _review(kantor, isi)
    assert langkah()[0] == "selesai"


def test_a_status_read_before_the_list_is_made_again_keeps_the_day_on_which_it_was_read(
    kantor: Path, konsep: bytes
) -> None:
    _review(kantor, _sunting(konsep, DIGANTI))
    _isi(kantor, 1, Status="selesai", Diputuskan_Oleh="Ratna")
    for hari in (11, 12):  # as finalize reads it
        with buka(find_workspace(kantor, kantor), datetime(2026, 2, hari, 9)) as sesi:
            baca_putusan(sesi)
            [k] = sesi.reg.koreksi(BULAN)
            assert (k.berlaku.value, k.tanggal) == ("selesai", "11 Februari 2026")
            assert len(sesi.reg.peristiwa(BULAN, "koreksi_diputuskan")) == 1


def test_who_saved_the_file_last_is_said(kantor: Path, konsep: bytes) -> None:
    paket = PaketTambal(_sunting(konsep, DIGANTI))
    inti = paket.read("docProps/core.xml").decode()
    assert "<cp:lastModifiedBy>" in inti
    baru = re.sub("<cp:lastModifiedBy>[^<]*", "<cp:lastModifiedBy>Hendra", inti)
    paket.put("docProps/core.xml", baru.encode())
    _, layar = _review(kantor, paket.to_bytes())
    assert "disimpan terakhir oleh Hendra" in layar.stderr
