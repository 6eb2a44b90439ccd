"""What lies in masuk/: folders, archives, mails, locks, evidence, odd names and traps."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path

import pytest
from buat_form import form
from helpers.paket import zip_dari

from kinerja.findings import Finding
from kinerja.read.bukti import Bukti
from kinerja.read.intake import Wadah, temukan
from kinerja.read.jenis import path_aman
from kinerja.read.model import Kandidat

FORM = form()
SAAT = datetime.fromisoformat("2026-02-03T09:10:00")


@pytest.fixture
def masuk(tmp_path: Path) -> Path:
    (tmp_path / "masuk").mkdir()
    return tmp_path / "masuk"


def taruh(map_: Path, nama: str, isi: bytes = FORM) -> Path:
    berkas = map_ / nama
    berkas.parent.mkdir(parents=True, exist_ok=True)
    berkas.write_bytes(isi)
    os.utime(berkas, (SAAT.timestamp(), SAAT.timestamp()))
    return berkas


def ringkas(masuk: Path) -> list[tuple[str, str]]:
    """(kind or code, path) of everything found."""
    hasil = []
    for t in temukan(masuk, masuk.parent):
        match t:
            case Kandidat():
                hasil.append(("form", t.path))
            case Bukti():
                hasil.append(("bukti", t.path))
            case Finding():
                hasil.append((t.kode, t.sumber.berkas))
    return hasil


def test_sub_folder_urutan_dan_waktu(masuk: Path) -> None:
    for nama in ("b.xlsx", "A.xlsx", "IRB1/form, final (2) [baru].xlsx", "ꦱꦺꦏꦿꦺꦠꦫꦶꦪꦠ꧀.xlsx", "z.ods", "lama.xls"):
        taruh(masuk, nama)
    semua = list(temukan(masuk, masuk.parent))
    assert [k.path for k in semua if isinstance(k, Kandidat)] == [
        "masuk/A.xlsx",
        "masuk/b.xlsx",
        "masuk/IRB1/form, final (2) [baru].xlsx",
        "masuk/lama.xls",
        "masuk/z.ods",
        "masuk/ꦱꦺꦏꦿꦺꦠꦫꦶꦪꦠ꧀.xlsx",
    ]
    assert all(isinstance(k, Kandidat) and k.diterima == SAAT and k.isi == FORM for k in semua)


def test_8_3_berkas_kunci_bukti_dan_yang_diabaikan(masuk: Path) -> None:
    for nama in ("~$a.xlsx", ".~lock.a.ods#", "foto.jpg", "sub/Laporan.pdf", "Thumbs.db", ".DS_Store", "._a.xlsx",
                 "__MACOSX/a.xlsx", ".simpan/a.xlsx"):  # fmt: skip
        taruh(masuk, nama, b"x")
    taruh(masuk, "kosong.docx", b"")
    assert sorted(ringkas(masuk)) == [
        ("BRK002", "masuk/.~lock.a.ods#"),
        ("BRK002", "masuk/~$a.xlsx"),
        ("bukti", "masuk/foto.jpg"),
        ("bukti", "masuk/kosong.docx"),
        ("bukti", "masuk/sub/Laporan.pdf"),
    ]
    assert [b.ukuran for b in temukan(masuk, masuk.parent) if isinstance(b, Bukti)] == [1, 0, 1]


def test_zip_dengan_nama_jahat_dan_arsip_bersarang(masuk: Path) -> None:
    isi = {
        "sek.xlsx": FORM,
        "../../etc/jahat.xlsx": FORM,
        "C:\\Users\\irban\\IRB 1.xlsx": FORM,
        "bukti/foto.jpg": b"j",
        "dalam.zip": zip_dari({"a.xlsx": FORM}),
        "surat.eml": b"x",
        "~$sek.xlsx": b"x",
        "__MACOSX/._sek.xlsx": b"x",
    }
    taruh(masuk, "kirim.zip", zip_dari(isi))
    assert sorted(ringkas(masuk)) == [
        ("BRK002", "masuk/kirim.zip!/~$sek.xlsx"),
        ("BRK020", "masuk/kirim.zip!/dalam.zip"),
        ("BRK020", "masuk/kirim.zip!/surat.eml"),
        ("bukti", "masuk/kirim.zip!/bukti/foto.jpg"),
        ("bukti", "masuk/kirim.zip!/dalam.zip"),  # an archive as a whole may be evidence
        ("bukti", "masuk/kirim.zip!/surat.eml"),
        ("form", "masuk/kirim.zip!/C_/Users/irban/IRB 1.xlsx"),
        ("form", "masuk/kirim.zip!/etc/jahat.xlsx"),
        ("form", "masuk/kirim.zip!/sek.xlsx"),
    ]


@pytest.mark.parametrize(
    ("nama", "aman"),
    [
        ("../../a.xlsx", "a.xlsx"),
        ("/etc/a.xlsx", "etc/a.xlsx"),
        ("..\\..\\a.xlsx", "a.xlsx"),
        ("a\x00\nb.xlsx", "a__b.xlsx"),
        ("..", "tanpa nama"),
        ("x/./y/../ꦲ.xlsx", "x/y/ꦲ.xlsx"),
    ],
)
def test_8_11_path_aman(nama: str, aman: str) -> None:
    assert path_aman(nama) == aman


def test_zip_rusak_berkata_sandi_dan_bom(masuk: Path) -> None:
    baik = zip_dari({"a.xlsx": FORM})
    taruh(masuk, "1-potong.zip", baik[:-30])
    taruh(masuk, "2-bukan.zip", b"bukan zip")
    sandi = bytearray(baik)
    sandi[sandi.find(b"PK\x01\x02") + 8] |= 1
    taruh(masuk, "3-sandi.zip", bytes(sandi))
    taruh(masuk, "4-bom.zip", zip_dari({"a.xlsx": b"0" * (20 << 20), "b.xlsx": FORM}))
    rusak = bytearray(zip_dari({"a.xlsx": FORM}))
    rusak[200:260] = b"\0" * 60
    taruh(masuk, "5-rusak.zip", bytes(rusak))
    assert ringkas(masuk) == [
        ("BRK008", "masuk/1-potong.zip"),
        ("BRK008", "masuk/2-bukan.zip"),
        ("BRK007", "masuk/3-sandi.zip!/a.xlsx"),
        ("BRK010", "masuk/4-bom.zip!/a.xlsx"),
        ("form", "masuk/4-bom.zip!/b.xlsx"),
        ("BRK008", "masuk/5-rusak.zip!/a.xlsx"),
    ]


def test_formulir_yang_kehilangan_akhiran_tetap_ditemukan(masuk: Path) -> None:
    taruh(masuk, "formulir")
    taruh(masuk, "formulir.xlsx.zip")
    assert ringkas(masuk) == [("form", "masuk/formulir"), ("form", "masuk/formulir.xlsx.zip")]


def _surel(*lampiran: tuple[str, bytes], tanggal: str | None = "Tue, 03 Feb 2026 16:20:00 +0700") -> bytes:
    s = EmailMessage()
    s["Subject"] = "Formulir Januari"
    if tanggal:
        s["Date"] = tanggal
    s.set_content("Terlampir.")
    for nama, isi in lampiran:
        s.add_attachment(isi, maintype="application", subtype="octet-stream", filename=nama)
    return bytes(s)


def test_surel_lampiran_dan_tanggalnya(masuk: Path) -> None:
    zip_ = zip_dari({"b.xlsx": FORM, "c.zip": b"x"})
    taruh(
        masuk, "a.eml", _surel(("formulir é.xlsx", FORM), ("semua.zip", zip_), ("foto.jpg", b"j"), ("../x.xlsx", FORM))
    )
    assert ringkas(masuk) == [
        ("form", "masuk/a.eml!/formulir é.xlsx"),
        ("form", "masuk/a.eml!/semua.zip!/b.xlsx"),
        ("BRK020", "masuk/a.eml!/semua.zip!/c.zip"),
        ("bukti", "masuk/a.eml!/semua.zip!/c.zip"),
        ("bukti", "masuk/a.eml!/foto.jpg"),
        ("form", "masuk/a.eml!/x.xlsx"),
    ]
    saat = datetime(2026, 2, 3, 16, 20)  # as the sender's clock showed it, whatever this computer's zone
    assert {k.diterima for k in temukan(masuk, masuk.parent) if isinstance(k, Kandidat)} == {saat}


@pytest.mark.parametrize("tanggal", [None, "kemarin sore"])
def test_surel_tanpa_tanggal_memakai_waktu_berkas(masuk: Path, tanggal: str | None) -> None:
    taruh(masuk, "a.eml", _surel(("a.xlsx", FORM), tanggal=tanggal))
    assert [k.diterima for k in temukan(masuk, masuk.parent) if isinstance(k, Kandidat)] == [SAAT]


def test_lampiran_tanpa_nama_atau_akhiran(masuk: Path) -> None:
    s = EmailMessage()
    s.set_content("Terlampir.")
    s.add_attachment(FORM, maintype="application", subtype="octet-stream", filename="formulir SEK")
    s.add_attachment(FORM, maintype="application", subtype="octet-stream")
    s.add_attachment(zip_dari({"word/document.xml": b"x"}), maintype="application", subtype="x", filename="surat.docx")
    taruh(masuk, "a.eml", bytes(s))
    assert ringkas(masuk) == [
        ("form", "masuk/a.eml!/formulir SEK"),
        ("form", "masuk/a.eml!/lampiran tanpa nama"),
        ("bukti", "masuk/a.eml!/surat.docx"),
    ]


def test_wadah_yang_dikenal_tidak_dibongkar_lagi(masuk: Path) -> None:
    """But one of which something had to be said is, so that it is said again."""
    taruh(masuk, "a.eml", _surel(("a.xlsx", FORM), ("foto.jpg", b"j")))
    taruh(masuk, "b.zip", zip_dari({"b.xlsx": FORM}))
    taruh(masuk, "c.zip", zip_dari({"c.xlsx": FORM, "d.zip": b"x"}))
    wadah = {w.path: w.sha256 for w in temukan(masuk, masuk.parent) if isinstance(w, Wadah)}
    assert list(wadah) == ["masuk/a.eml", "masuk/b.zip"]
    lagi = list(temukan(masuk, masuk.parent, lambda path, sha256: wadah.get(path) == sha256))
    assert [x.path for x in lagi if not isinstance(x, Finding)] == [
        "masuk/a.eml", "masuk/b.zip", "masuk/c.zip!/c.xlsx", "masuk/c.zip!/d.zip",
    ]  # fmt: skip
    taruh(masuk, "b.zip", zip_dari({"baru.xlsx": FORM}))
    assert ("form", "masuk/b.zip!/baru.xlsx") in ringkas(masuk)


def test_surel_tanpa_formulir_dan_surel_rusak(masuk: Path) -> None:
    taruh(masuk, "1.eml", _surel(("foto.jpg", b"j")))
    taruh(masuk, "2.eml", b"\xff\xfe\x00" * 50)
    taruh(masuk, "3.msg", b"x")
    assert [x for x in ringkas(masuk) if x[0] != "bukti"] == [
        ("BRK019", "masuk/1.eml"),
        ("BRK019", "masuk/2.eml"),
        ("BRK019", "masuk/3.msg"),
    ]


def test_7_6_tautan_dan_arsip_lain(masuk: Path) -> None:
    for nama in ("Formulir.gsheet", "Formulir.url", "kirim.rar", "kirim.7z"):
        taruh(masuk, nama, b"x")
    assert [k for k, _ in ringkas(masuk)] == ["BRK024", "BRK024", "BRK021", "bukti", "BRK021", "bukti"]


def test_berkas_yang_ditunjuk_dan_yang_tidak_ada(tmp_path: Path) -> None:
    akar, luar = tmp_path / "kerja", tmp_path / "unduhan"
    akar.mkdir()
    taruh(luar, "sub/a.xlsx")
    taruh(luar, "b.xlsx")
    hasil = list(temukan([luar, luar / "b.xlsx", akar / "masuk" / "hilang.xlsx"], akar))
    assert [t.path if isinstance(t, Kandidat) else t.kode for t in hasil if not isinstance(t, Bukti)] == [
        "unduhan/b.xlsx", "unduhan/sub/a.xlsx", "b.xlsx", "BRK026",
    ]  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="hak akses dan tautan simbolik seperti di Unix")
def test_lingkaran_tautan_simbolik_tidak_diikuti(masuk: Path) -> None:
    taruh(masuk, "a.xlsx")
    (masuk / "putar").symlink_to(masuk, target_is_directory=True)
    (masuk / "putus.xlsx").symlink_to(masuk / "tidak ada.xlsx")
    assert ringkas(masuk) == [("form", "masuk/a.xlsx"), ("BRK023", "masuk/putus.xlsx")]


@pytest.mark.skipif(sys.platform == "win32", reason="pipa bernama hanya ada di Unix")
def test_pipa_bernama_tidak_ditunggu(masuk: Path) -> None:
    taruh(masuk, "a.xlsx")
    os.mkfifo(masuk / "pipa.xlsx")
    assert ringkas(masuk) == [("form", "masuk/a.xlsx"), ("BRK023", "masuk/pipa.xlsx")]


def test_berkas_terlalu_besar_tidak_dibaca(masuk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kinerja.read.intake.MAKS_BERKAS", 10)
    taruh(masuk, "a.xlsx")
    assert ringkas(masuk) == [("bukti", "masuk/a.xlsx"), ("BRK003", "masuk/a.xlsx")]


def test_dibaca_satu_demi_satu(masuk: Path) -> None:
    """The second file may vanish while the first is being worked on: it is opened only when its turn comes."""
    taruh(masuk, "a.xlsx")
    kedua = taruh(masuk, "b.xlsx")
    aliran = temukan(masuk, masuk.parent)
    assert isinstance(next(aliran), Kandidat)
    kedua.unlink()
    berikut = next(aliran)
    assert isinstance(berikut, Finding)
    assert berikut.kode == "BRK023"
