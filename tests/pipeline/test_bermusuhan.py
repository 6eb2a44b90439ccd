"""Hostile and odd files through the command line: each ends in its own finding, and the file beside it is processed."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import openpyxl
import pytest
from helpers.jalankan import jalankan
from helpers.paket import dengan_bagian, parts, zip_dari
from openpyxl.workbook.protection import WorkbookProtection
from read.mutasi import mutasi_byte, mutasi_xml

from sample_data.pengisi import isi_formulir

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LEMBAR = "xl/worksheets/sheet2.xml"  # Data Kinerja
ISIAN: dict[str, Any] = {
    "Pembilang": 23,
    "Penyebut": 36,
    "Data Pendukung": "rekap_tindak_lanjut_januari.pdf",
    "Faktor Penghambat": "Objek pemeriksaan terlambat menyerahkan dokumen.",
    "Tindak Lanjut": "Surat penegasan dikirim minggu pertama Februari.",
}
RUMUS = ('=HYPERLINK("http://contoh.test","klik")', "+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "@SUM(1+9)*cmd")
TANDA = "Dinas Perikanan & Kelautan <b>“R&D”</b> 'kutip' \"dua\" > 50 < 100 😀👩🏽‍💻 ꦱꦺꦏꦿꦺꦠꦫꦶꦪꦠ꧀"


@pytest.fixture(scope="module")
def asal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with forms made and a good one, of the Sekretariat, in masuk/."""
    ws = tmp_path_factory.mktemp("bermusuhan") / "kantor"
    assert jalankan("init", str(ws), "--tahun", "2026").kode == 0
    assert jalankan("-C", str(ws), "forms", "2026-01").kode == 0
    formulir = ws / "formulir" / "2026-01" / "formulir_SEK_2026-01.xlsx"
    (ws / "masuk" / "baik.xlsx").write_bytes(isi_formulir(formulir, {}))
    return ws


@pytest.fixture
def ruang(asal: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(asal, tmp_path / "kantor"))


@pytest.fixture(scope="module")
def terisi(asal: Path) -> bytes:
    """The form of Irban I, filled without a fault."""
    return isi_formulir(asal / "formulir" / "2026-01" / "formulir_IRB1_2026-01.xlsx", {"IKU-01": ISIAN})


def validate(ws: Path) -> tuple[int, dict[str, Any]]:
    """Exit code and JSON; whatever else lies there, the good form was judged."""
    hasil = jalankan("-C", str(ws), "validate", "2026-01", "--json")
    data = json.loads(hasil.stdout)
    [baik] = [b for b in data["berkas"] if b["path"] == "masuk/baik.xlsx"]
    assert baik["status"] in ("valid", "valid_dengan_catatan")
    return hasil.kode, data


def satu(ws: Path, nama: str, isi: bytes) -> tuple[int, str, list[tuple[str, str | None]]]:
    """Exit code, status and (code, cell) of the findings of one more file in masuk/."""
    (ws / "masuk" / nama).write_bytes(isi)
    kode, data = validate(ws)
    [berkas] = [b for b in data["berkas"] if b["path"] == f"masuk/{nama}"]
    return kode, berkas["status"], [(t["kode"], t["sel"]) for t in berkas["temuan"]]


def dengan_buku(isi: bytes, ubah: Callable[[Any], object]) -> bytes:
    buku = openpyxl.load_workbook(io.BytesIO(isi))
    ubah(buku)
    keluar = io.BytesIO()
    buku.save(keluar)
    buku.close()
    return keluar.getvalue()


def _bom_entitas(isi: bytes) -> bytes:
    entitas = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    dtd = f'<!DOCTYPE a [<!ENTITY e0 "aaaaaaaaaa">{entitas}]>'.encode()
    return dengan_bagian(isi, LEMBAR, lambda x: dtd + x.replace(b"</sheetData>", b"</sheetData><a>&e9;</a>", 1))


def _lembar_200_mb(isi: bytes) -> bytes:
    """Formatted empty rows down to one cell at XFD1048576, 200 MB once inflated."""
    baris = b"".join(b'<row r="%d"><c r="A%d" s="%d"/></row>' % (n, n, n * 7919 % 97) for n in range(100_000, 135_000))
    wadah, bagian = io.BytesIO(), parts(isi)
    with zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as z:
        for nama, data in bagian.items():
            if nama != LEMBAR:
                z.writestr(nama, data)
        with z.open(LEMBAR, "w") as f:
            f.write(bagian[LEMBAR].partition(b"</sheetData>")[0])
            for _ in range(200_000_000 // len(baris)):
                f.write(baris)
            f.write(b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>')
    return wadah.getvalue()


def _dalam(isi: bytes) -> bytes:
    """Elements in elements, five million deep: the parser's own stack is the bomb. Noise keeps the ratio honest."""
    dalam = b"<a>" * 5_000_000 + Random(1).randbytes(200_000).hex().encode() + b"</a>" * 5_000_000
    return dengan_bagian(isi, LEMBAR, lambda x: x.replace(b"</sheetData>", b"</sheetData>" + dalam, 1))


def _kolom_berulang(isi: bytes) -> bytes:
    kolom = b'<col min="1" max="16383" hidden="1"/>' * 50_000
    return dengan_bagian(
        isi, LEMBAR, lambda x: re.sub(rb"<cols>.*?</cols>", b"<cols>" + kolom + b"</cols>", x, count=1)
    )


def test_setiap_berkas_jahat_ditolak_dengan_sebabnya(ruang: Path, terisi: bytes) -> None:
    nama_lembar = b'name="Data Kinerja"'
    kembar = re.search(rb"<sheet [^>]*" + nama_lembar + rb"[^>]*>", parts(terisi)["xl/workbook.xml"])
    assert kembar is not None
    sel_panjang = b'<row r="99"><c r="A99" t="str"><v>' + b"a" * 99_999 + b"</v></c></row>"
    jahat = {
        "kosong.xlsx": (b"", "BRK001"),
        "lembar 200 MB.xlsx": (_lembar_200_mb(terisi), "BRK003"),
        "acak.xls": (bytes(range(256)) * 9, "BRK004"),
        "laman.xlsx": (b"<html><body><table><tr><td>1</td></tr></table></body></html>", "BRK005"),
        "laman.xls": (b"\xef\xbb\xbf<table><tr><td>1</td></tr></table>", "BRK005"),
        "csv.xlsx": (b"Kode;Realisasi\r\nIKU-01;95,5\r\n", "BRK006"),
        "sandi.xlsx": (OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 900, "BRK007"),
        "terpotong.xlsx": (terisi[: len(terisi) // 2], "BRK008"),
        "surat.xlsx": (zip_dari({"[Content_Types].xml": b"<T/>", "word/document.xml": b"<w/>"}), "BRK009"),
        "bom zip.xlsx": (dengan_bagian(terisi, "xl/media/a.bin", lambda _: bytes(30_000_000)), "BRK010"),
        "biner.xlsb": (zip_dari({"[Content_Types].xml": b"<T/>", "xl/workbook.bin": b"x"}), "BRK011"),
        "lembar berulang.xlsx": (
            dengan_bagian(terisi, "xl/workbook.xml", lambda x: x.replace(kembar[0], kembar[0] * 5000)), "BRK012"),
        "bom entitas.xlsx": (_bom_entitas(terisi), "BRK013"),
        "hanya makro.xlsm": (
            dengan_bagian(terisi, "xl/_rels/workbook.xml.rels", lambda x: x.replace(b"/worksheet", b"/xlMacrosheet")),
            "BRK015"),
        "xls rusak.xls": (OLE + Random(2).randbytes(4000), "BRK012"),
        "dalam.xlsx": (_dalam(terisi), "BRK025"),
        "teks panjang.xlsx": (
            dengan_bagian(terisi, LEMBAR, lambda x: x.replace(b"</sheetData>", sel_panjang + b"</sheetData>")),
            "BRK027"),
    }  # fmt: skip
    if sys.platform == "win32":  # the memory of a process cannot be limited there
        del jahat["dalam.xlsx"]
    for nama, (isi, _) in jahat.items():
        (ruang / "masuk" / nama).write_bytes(isi)
    kode, data = validate(ruang)
    assert kode == 1
    dapat = {b["path"]: (b["status"], [t["kode"] for t in b["temuan"]]) for b in data["berkas"]}
    assert dapat.pop("masuk/baik.xlsx")
    assert dapat == {f"masuk/{nama}": ("ditolak", [harap]) for nama, (_, harap) in jahat.items()}
    # What was refused stays as it came, in masuk/ and in the archive, and a second run says the same.
    assert all((ruang / "masuk" / nama).read_bytes() == isi for nama, (isi, _) in jahat.items())
    assert validate(ruang) == (kode, data)


def _makro(isi: bytes) -> bytes:
    return dengan_bagian(isi, "xl/vbaProject.bin", lambda _: OLE + b"Attribute VB_Name")


def _tautan(isi: bytes) -> bytes:
    """A formula over another file's cell, with its value, as Excel leaves it."""
    rel = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    bagian = parts(isi)
    bagian["xl/externalLinks/externalLink1.xml"] = b"<externalLink/>"
    bagian["xl/externalLinks/_rels/externalLink1.xml.rels"] = (
        b'<Relationships><Relationship Id="rId1" Type="' + rel + b'/externalLinkPath" '
        b'Target="file:///D:/Rekap/rekap.xlsx" TargetMode="External"/></Relationships>'
    )
    hub = "xl/_rels/workbook.xml.rels"
    bagian[hub] = bagian[hub].replace(
        b"</Relationships>",
        b'<Relationship Id="luar" Type="'
        + rel
        + b'/externalLink" Target="externalLinks/externalLink1.xml"/></Relationships>',
    )
    bagian[LEMBAR] = re.sub(
        rb'<c r="O7"( s="\d+")?[^>]*?(?:/>|>.*?</c>)',
        rb"""<c r="O7"\1 t="str"><f>'[1]Rekap'!B4</f><v>tim lengkap</v></c>""", bagian[LEMBAR], count=1,
    )  # fmt: skip
    return zip_dari(bagian)


def _sel_jauh(buku: Any) -> None:
    buku["Data Kinerja"]["XFD1048576"] = "tersesat"


def _gabung(buku: Any) -> None:
    buku["Data Kinerja"].merge_cells("J7:K8")


def _baris_tersembunyi(buku: Any) -> None:
    buku["Data Kinerja"].row_dimensions[7].hidden = True


def _kolom_tersembunyi(buku: Any) -> None:
    buku["Data Kinerja"].column_dimensions["J"].hidden = True


def _saringan(buku: Any) -> None:
    buku["Data Kinerja"].auto_filter.ref = "A6:S8"
    buku["Data Kinerja"].auto_filter.add_filter_column(1, ["IKU-02"])
    buku["Data Kinerja"].row_dimensions[7].hidden = True


def _urutan_lembar(buku: Any) -> None:
    buku.move_sheet("Pengesahan", -3)
    buku.move_sheet("Petunjuk", 4)
    buku.active = 1


def _kunci(buku: Any) -> None:
    for lembar in buku.worksheets:
        lembar.protection.set_password("rahasia")
    buku.security = WorkbookProtection(workbookPassword="rahasia", lockStructure=True)


# What is said of the form of Irban I besides what is said of it unharmed; the exit code follows from the status.
@pytest.mark.parametrize(
    ("nama", "ubah", "harap", "kode"),
    [
        ("makro.xlsm", _makro, [("BRK017", None)], 0),
        ("tautan.xlsx", _tautan, [("BRK018", "O7")], 0),
        ("sel jauh.xlsx", lambda i: dengan_buku(i, _sel_jauh), [("BTK011", "XFD1048576")], 0),
        ("gabung.xlsx", lambda i: dengan_buku(i, _gabung), [("BTK010", "J7")], 1),
        ("baris tersembunyi.xlsx", lambda i: dengan_buku(i, _baris_tersembunyi), [("BTK042", "J7")], 0),
        ("kolom tersembunyi.xlsx", lambda i: dengan_buku(i, _kolom_tersembunyi),
         [("BTK013", "J6"), ("BTK013", "K6")], 0),
        ("saringan.xlsx", lambda i: dengan_buku(i, _saringan), [("BTK042", "J7")], 0),
        ("urutan.xlsx", lambda i: dengan_buku(i, _urutan_lembar), [], 0),
        ("terkunci.xlsx", lambda i: dengan_buku(i, _kunci), [], 0),
        ("kolom berulang.xlsx", _kolom_berulang, None, 0),
    ],
)  # fmt: skip
def test_berkas_ganjil_dibaca_dan_diberi_catatan(  # noqa: PLR0917 - fixtures and cases
    ruang: Path, asal: Path, tmp_path: Path, terisi: bytes, nama: str, ubah: Callable[[bytes], bytes],
    harap: list[tuple[str, str | None]] | None, kode: int,
) -> None:  # fmt: skip
    utuh = Path(shutil.copytree(asal, tmp_path / "utuh"))
    _, _, biasa = satu(utuh, "utuh.xlsx", terisi)
    keluar, status, temuan = satu(ruang, nama, ubah(terisi))
    assert (keluar, status in ("valid", "valid_dengan_catatan")) == (kode, kode == 0)
    tambahan = [t for t in temuan if t not in biasa]
    if harap is None:
        assert {k for k, _ in tambahan} == {"BTK013"}
    else:
        assert tambahan == harap


@pytest.mark.libreoffice
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice tidak terpasang")
@pytest.mark.parametrize("akhiran", ["ods", "xls"])
def test_format_lain_dinilai_sama(ruang: Path, tmp_path: Path, terisi: bytes, akhiran: str) -> None:
    berkas = tmp_path / "formulir.xlsx"
    berkas.write_bytes(terisi)
    perintah = ["soffice", f"-env:UserInstallation=file://{tmp_path}/lo", "--headless", "--convert-to", akhiran]
    subprocess.run([*perintah, "--outdir", str(tmp_path), str(berkas)], check=True, capture_output=True)
    kode, status, _ = satu(ruang, f"formulir.{akhiran}", (tmp_path / f"formulir.{akhiran}").read_bytes())
    assert (kode, status) in ((0, "valid"), (0, "valid_dengan_catatan"))


def _bertulisan(asal: Path, **lain: Any) -> bytes:
    """A form whose texts begin like formulas, stored as the text that a careful person would type with `'`."""
    isian = {**ISIAN, **lain}
    kosong = (asal / "formulir" / "2026-01" / "formulir_IRB1_2026-01.xlsx").read_bytes()
    isi = isi_formulir(kosong, {"IKU-01": isian}, pengesahan={"Disusun Oleh": RUMUS[0], "Jabatan": TANDA})

    def jadikan_teks(buku: Any) -> None:
        for baris in buku["Data Kinerja"].iter_rows(min_row=7, min_col=15):
            for sel in baris:
                if isinstance(sel.value, str):
                    sel.data_type = "s"
        buku["Pengesahan"]["B5"].data_type = "s"

    buku = openpyxl.load_workbook(io.BytesIO(isi))
    jadikan_teks(buku)
    keluar = io.BytesIO()
    buku.save(keluar)
    buku.close()
    return keluar.getvalue()


def _rumus_di(berkas: Path) -> list[str]:
    """Formulas of a workbook, links among them."""
    hasil = []
    for nama, xml in parts(berkas.read_bytes()).items():
        if nama.startswith("xl/worksheets/"):
            hasil += [m.decode() for m in re.findall(rb"<f[^>]*>([^<]*)</f>", xml)]
        if nama.endswith(".rels"):
            hasil += [m.decode() for m in re.findall(rb'Target="(http[^"]*)"', xml)]
    return hasil


def test_teks_yang_mirip_rumus_tidak_pernah_menjadi_rumus(ruang: Path, asal: Path) -> None:
    teks = dict(zip(("Faktor Pendorong", "Faktor Penghambat", "Tindak Lanjut", "Data Pendukung"), RUMUS, strict=True))
    kode, status, _ = satu(ruang, "a.xlsx", _bertulisan(asal, **teks, Pembilang="=5"))
    assert (kode, status) == (1, "tidak_valid")
    [salinan] = (ruang / "output" / "2026-01" / "pengembalian").rglob("perbaikan_*.xlsx")
    (ruang / "masuk" / "a.xlsx").unlink()
    perbaikan = isi_formulir(salinan, {"IKU-01": {"Pembilang": 23}})

    def jadikan_teks(buku: Any) -> None:  # the library made formulas of them again, which Excel would not
        for baris in buku["Data Kinerja"].iter_rows(min_row=7, min_col=15):
            for sel in baris:
                if sel.value in RUMUS:
                    sel.data_type = "s"
        buku["Pengesahan"]["B5"].value, buku["Pengesahan"]["B5"].data_type = RUMUS[0], "s"

    kode, status, _ = satu(ruang, "b.xlsx", dengan_buku(perbaikan, jadikan_teks))
    assert (kode, status) == (0, "valid")
    assert jalankan("-C", str(ruang), "build", "2026-01").kode == 0
    buku = sorted((ruang / "output").rglob("*.xlsx"))
    assert {p.name.partition("_")[0] for p in buku} == {"analisis", "kertas", "perbaikan"}
    for p in buku:
        assert [r for r in _rumus_di(p) if "cmd" in r or "contoh.test" in r] == [], p.name
    # Nothing is prefixed or cut either: what the unit wrote stands there.
    semua = {
        str(s.value) for b in openpyxl.load_workbook(salinan).worksheets for r in b.iter_rows() for s in r if s.value
    }
    assert set(RUMUS) <= semua


def test_tanda_khusus_dan_emoji_tampil_utuh_di_word(ruang: Path, asal: Path) -> None:
    kode, status, _ = satu(ruang, "a.xlsx", _bertulisan(asal, **{"Faktor Penghambat": TANDA, "Tindak Lanjut": TANDA}))
    assert (kode, status) == (0, "valid_dengan_catatan")
    assert jalankan("-C", str(ruang), "build", "2026-01").kode == 0
    isi = parts((ruang / "output" / "2026-01" / "laporan_bulanan_2026-01.docx").read_bytes())["word/document.xml"]
    from lxml import etree

    assert TANDA in "".join(etree.fromstring(isi).itertext())


def test_nama_berkas_ganjil(ruang: Path, terisi: bytes) -> None:
    nama = "form, final (2) [baru] & 'kutip' #1 50% 😀 ꦱꦺꦏꦿꦺꦠꦫꦶꦪꦠ꧀.xlsx"
    kode, status, _ = satu(ruang, nama, terisi)
    assert kode == 0
    assert status in ("valid", "valid_dengan_catatan")
    buku = openpyxl.load_workbook(ruang / "output" / "2026-01" / "kertas_kerja_validasi_2026-01.xlsx")
    assert any(nama in str(s.value) for lembar in buku.worksheets for r in lembar.iter_rows() for s in r)
    buku.close()


def test_zip_yang_hendak_keluar_dari_foldernya(ruang: Path, terisi: bytes) -> None:
    (ruang / "masuk" / "kirim.zip").write_bytes(
        zip_dari({"../../luar.xlsx": terisi, "/etc/rusak.xlsx": b"PK\x03\x04", "dalam.zip": b"PK", "a.pdf": b"%PDF"})
    )
    kode, data = validate(ruang)
    assert kode == 1
    assert {b["path"]: (b["unit"], b["status"], [t["kode"] for t in b["temuan"] if t["tingkat"] == "galat"])
            for b in data["berkas"] if "kirim.zip" in b["path"]} == {
        "masuk/kirim.zip!/luar.xlsx": ("IRB1", "valid_dengan_catatan", []),
        "masuk/kirim.zip!/etc/rusak.xlsx": (None, "ditolak", ["BRK008"]),
        "masuk/kirim.zip!/dalam.zip": (None, "ditolak", ["BRK020"]),
    }  # fmt: skip
    assert not list(ruang.parent.rglob("luar.xlsx"))


@pytest.mark.skipif(sys.platform != "linux", reason="hanya Linux mengizinkan nama berkas yang bukan UTF-8")
def test_nama_berkas_yang_bukan_utf8(ruang: Path, terisi: bytes) -> None:
    with open(os.fsencode(ruang / "masuk") + b"/formulir \xe9\xff.xlsx", "wb") as f:  # noqa: PTH123 - bytes are the point
        f.write(terisi)
    kode, data = validate(ruang)
    assert kode == 0
    assert {b["path"]: b["unit"] for b in data["berkas"]} == {
        "masuk/baik.xlsx": "SEK",
        "masuk/formulir \\udce9\\udcff.xlsx": "IRB1",
    }


@pytest.mark.slow
def test_dua_ratus_formulir_rusak_dalam_satu_jalan(ruang: Path, terisi: bytes) -> None:
    """Spoilt forms all the way: register, working paper, return copies, report; no run ends in a bug."""
    setelan = ruang / "kinerja.toml"
    lama = setelan.read_text(encoding="utf-8")
    baru = re.sub(r"(?m)^#? *pilih_terbaru *=.*$", "pilih_terbaru = true", lama)
    assert baru != lama
    setelan.write_text(baru, encoding="utf-8")
    salah = isi_formulir(terisi, {"IKU-01": {"Pembilang": "dua puluh"}})
    for n in range(200):
        r = Random(f"jalan/{n}")
        isi = terisi if n % 2 else salah
        rusak = mutasi_xml(r, isi) if n % 4 else mutasi_byte(r, isi, terisi)
        (ruang / "masuk" / f"rusak {n}.xlsx").write_bytes(rusak)
    kode, data = validate(ruang)
    assert kode == 1
    assert {"ditolak"} < {b["status"] for b in data["berkas"]}
    assert validate(ruang)[0] == 1
    assert jalankan("-C", str(ruang), "build", "2026-01").kode in (0, 1)
