"""The ways by which forms and evidence come, through the command line: folders, archives, mails, and all at once."""

from __future__ import annotations

import email.policy
import hashlib
import io
import json
import os
import shutil
import sqlite3
import zipfile
from collections.abc import Mapping
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from helpers.jalankan import jalankan
from helpers.paket import zip_dari

from sample_data.pengisi import isi_formulir

DASAR: dict[str, Any] = {
    "Pembilang": 23,
    "Penyebut": 36,
    "Faktor Penghambat": "Objek pemeriksaan terlambat menyerahkan dokumen.",
    "Tindak Lanjut": "Surat penegasan dikirim minggu pertama Februari.",
}
ALAMAT = {"SEK": "sekretariat@contohkab.go.id", "IRB1": "Irban I <irban1@contohkab.go.id>; irban.satu@contoh.id"}
PDF = b"%PDF-1.4\n" + b"isi dokumen " * 20
KKV = "output/2026-01/kertas_kerja_validasi_2026-01.xlsx"
SAAT = datetime(2026, 2, 3, 9).timestamp()


@pytest.fixture(scope="module")
def asal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace whose units have addresses, with the forms of three months made."""
    ws = tmp_path_factory.mktemp("jalur") / "kantor"
    assert jalankan("init", str(ws), "--tahun", "2026").kode == 0
    buku = openpyxl.load_workbook(ws / "induk.xlsx")
    lembar = buku["Unit"]
    judul = {c.value: c.column for c in next(lembar.iter_rows(max_row=1))}
    for baris in lembar.iter_rows(min_row=2):
        if baris[0].value in ALAMAT:
            lembar.cell(baris[0].row, judul["Pos-el"]).value = ALAMAT[baris[0].value]
    buku.save(ws / "induk.xlsx")
    for periode in ("2026-01", "2026-02", "2026-03"):
        assert jalankan("-C", str(ws), "forms", periode).kode == 0
    return ws


@pytest.fixture
def ruang(asal: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(asal, tmp_path / "kantor"))


def formulir(ws: Path, bukti: str, *, bulan: str = "01", **isian: Any) -> bytes:
    """The form of Irban I, filled without a fault, with these words in Data Pendukung."""
    kosong = ws / "formulir" / f"2026-{bulan}" / f"formulir_IRB1_2026-{bulan}.xlsx"
    return isi_formulir(kosong, {"IKU-01": {**DASAR, "Data Pendukung": bukti, **isian}})


def taruh(ws: Path, nama: str, isi: bytes, saat: float = SAAT) -> Path:
    berkas = ws / "masuk" / nama
    berkas.parent.mkdir(parents=True, exist_ok=True)
    berkas.write_bytes(isi)
    os.utime(berkas, (saat, saat))
    return berkas


def surel(dari: str, isi: Mapping[str, bytes], *sisipan: EmailMessage) -> EmailMessage:
    s = EmailMessage(policy=email.policy.SMTP)
    s["From"], s["Subject"], s["Date"] = dari, "Formulir Januari", "Tue, 03 Feb 2026 09:00:00 +0700"
    s.set_content("Terlampir.")
    for nama, data in isi.items():
        s.add_attachment(data, maintype="application", subtype="octet-stream", filename=nama)
    for x in sisipan:
        s.add_attachment(x)
    return s


def validate(ws: Path, periode: str = "2026-01", *path: Path) -> dict[str, Any]:
    hasil = jalankan("-C", str(ws), "validate", periode, "--json", *map(str, path))
    assert hasil.kode in (0, 1), hasil.stderr
    data: dict[str, Any] = json.loads(hasil.stdout)
    return data


def kode(data: Mapping[str, Any], unit: str | None = "IRB1") -> list[tuple[str, str | None]]:
    """(code, what is written) of the findings on a unit's form that speak of evidence or of the sender."""
    [berkas] = [b for b in data["berkas"] if b["unit"] == unit]
    assert berkas["status"] in ("valid", "valid_dengan_catatan")
    return [(t["kode"], t["tertulis"]) for t in berkas["temuan"] if t["kode"][:3] in ("BKT", "BRK")]


def bukti(ws: Path, periode: str = "2026-01") -> list[tuple[str, str | None]]:
    """(path, hash) of the evidence behind the figure, as `kinerja trace` tells it; each hash lies in the archive."""
    hasil = jalankan("-C", str(ws), "trace", "IKU-01", periode, "--unit", "IRB1", "--json")
    fakta = json.loads(hasil.stdout)["fakta"]
    semua = [(b["path"], b["sha256"]) for f in fakta if f["bulan"] == periode for b in f["bukti"]]
    for _, sha in semua:
        if sha is not None:
            assert hashlib.sha256((ws / "arsip" / sha[:2] / sha).read_bytes()).hexdigest() == sha
    return semua


def sha(isi: bytes) -> str:
    return hashlib.sha256(isi).hexdigest()


@pytest.mark.parametrize("jalan", ["map", "sub-map", "zip", "surel", "zip dalam surel", "zip terpisah"])
def test_bukti_beserta_formulir(ruang: Path, jalan: str) -> None:
    isi = {"Kinerja Januari.xlsx": formulir(ruang, "Rekap_TLHP_012026.pdf; SK Tim.pdf"), "rekap tlhp 012026.PDF": PDF}
    match jalan:
        case "map":
            for nama, data in isi.items():
                taruh(ruang, f"irban 1/{nama}", data)
            path = "masuk/irban 1/rekap tlhp 012026.PDF"
        case "sub-map":
            taruh(ruang, "irban 1/a.xlsx", isi["Kinerja Januari.xlsx"])
            taruh(ruang, "irban 1/bukti/lain/rekap tlhp 012026.PDF", PDF)
            path = "masuk/irban 1/bukti/lain/rekap tlhp 012026.PDF"
        case "zip":
            taruh(ruang, "irban1.zip", zip_dari({f"Irban I/{n}": d for n, d in isi.items()}))
            path = "masuk/irban1.zip!/Irban I/rekap tlhp 012026.PDF"
        case "surel":
            taruh(ruang, "a.eml", bytes(surel("irban1@contohkab.go.id", isi)))
            path = "masuk/a.eml!/rekap tlhp 012026.PDF"
        case "zip dalam surel":
            taruh(ruang, "a.eml", bytes(surel("irban1@contohkab.go.id", {"k.zip": zip_dari(isi)})))
            path = "masuk/a.eml!/k.zip!/rekap tlhp 012026.PDF"
        case _:
            taruh(ruang, "irban 1/a.xlsx", isi.pop("Kinerja Januari.xlsx"))
            taruh(ruang, "irban 1/bukti.zip", zip_dari(isi))
            path = "masuk/irban 1/bukti.zip!/rekap tlhp 012026.PDF"
    assert kode(validate(ruang)) == [("BKT002", "SK Tim.pdf")]
    assert bukti(ruang) == [(path, sha(PDF))]


def test_kertas_kerja_menyebut_berkas_bukti_dan_pengirim(ruang: Path) -> None:
    """Also when the evidence comes later and nothing else changes."""
    isi = formulir(ruang, "LHP 12.pdf")
    taruh(ruang, "a.eml", bytes(surel("irban1@contohkab.go.id", {"f.xlsx": isi})))
    assert _baris_periksa(ruang)[8:10] == ["Periksa", "–"]
    taruh(ruang, "bukti/LHP 12.pdf", PDF)
    assert kode(validate(ruang)) == []
    assert _baris_periksa(ruang)[8:10] == ["√ Ya", f"LHP 12.pdf ({sha(PDF)[:12]})"]
    buku = openpyxl.load_workbook(ruang / KKV)
    assert "masuk/a.eml!/f.xlsx, surel dari irban1@contohkab.go.id" in {
        s.value for baris in buku["Ringkasan"].iter_rows() for s in baris
    }
    buku.close()


def _baris_periksa(ws: Path) -> list[Any]:
    """The row of IKU-01 in the checklist."""
    validate(ws)
    buku = openpyxl.load_workbook(ws / KKV)
    [baris] = [b for b in buku["Daftar Periksa"].iter_rows(values_only=True) if b[2] == "IKU-01"]
    buku.close()
    return list(baris)


def test_tanpa_berkas_bukti_tidak_ada_peringatan(ruang: Path) -> None:
    """The office keeps evidence elsewhere: the Tim looks there, and nothing is said each month anew."""
    taruh(ruang, "a.xlsx", formulir(ruang, "Rekap.pdf"))
    assert kode(validate(ruang)) == []
    assert bukti(ruang) == []


def test_formulir_rusak_di_sebelahnya_bukan_bukti(ruang: Path) -> None:
    """A unit that sends its form again after a broken one has not begun to send evidence."""
    taruh(ruang, "irban 1/a.xlsx", formulir(ruang, "Rekap.pdf"))
    taruh(ruang, "irban 1/a (rusak).xlsx", formulir(ruang, "Rekap.pdf")[:9000])
    assert kode(validate(ruang)) == []


def test_map_di_luar_ruang_kerja(ruang: Path, tmp_path: Path) -> None:
    unduhan = tmp_path / "Unduhan"
    unduhan.mkdir()
    (unduhan / "f.xlsx").write_bytes(formulir(ruang, "LHP 12.pdf; SK.pdf"))
    (unduhan / "LHP 12.pdf").write_bytes(PDF)
    assert kode(validate(ruang, "2026-01", unduhan)) == [("BKT002", "SK.pdf")]
    assert bukti(ruang) == [("Unduhan/LHP 12.pdf", sha(PDF))]
    assert kode(validate(ruang, "2026-01")) == [("BKT002", "SK.pdf")]


def test_bukti_menyusul_dan_nama_yang_mirip(ruang: Path) -> None:
    taruh(ruang, "irban 1/a.xlsx", formulir(ruang, "Rekap TLHP Januari.pdf"))
    salah = taruh(ruang, "irban 1/Rekap THLP Januari.pdf", PDF)
    data = validate(ruang)
    assert kode(data) == [("BKT002", "Rekap TLHP Januari.pdf")]
    [saran] = [t["saran"] for b in data["berkas"] for t in b["temuan"] if t["kode"] == "BKT002"]
    assert saran.endswith("Mungkin maksudnya “Rekap THLP Januari.pdf”.")
    salah.rename(salah.with_name("Rekap TLHP Januari.pdf"))
    assert kode(validate(ruang)) == []
    assert bukti(ruang) == [("masuk/irban 1/Rekap TLHP Januari.pdf", sha(PDF))]


def test_bukti_di_map_bersama_menurut_siapa_yang_menyebutnya(ruang: Path) -> None:
    sek = isi_formulir(
        ruang / "formulir/2026-03/formulir_SEK_2026-03.xlsx", {"IKU-02": {"Realisasi": 1, "Data Pendukung": "LHP.pdf"}}
    )
    irban = isi_formulir(
        ruang / "formulir/2026-03/formulir_IRB1_2026-03.xlsx",
        {
            "IKU-01": {**DASAR, "Data Pendukung": "rekap.pdf, LHP.pdf; hilang.pdf"},
            "IKU-02": {"Realisasi": 2, "Data Pendukung": "daftar.xlsx"},
        },
    )
    for nama, isi in (("a.xlsx", sek), ("b.xlsx", irban), ("LHP.pdf", PDF), ("rekap.pdf", PDF + b"2")):
        taruh(ruang, nama, isi)
    data = validate(ruang, "2026-03")
    assert kode(data, "SEK") == []
    assert kode(data) == [("BKT002", "hilang.pdf"), ("BKT002", "daftar.xlsx")]
    assert bukti(ruang, "2026-03") == [("masuk/rekap.pdf", sha(PDF + b"2"))]  # whose LHP.pdf it is nobody can tell


def test_buku_kerja_yang_disebut_adalah_bukti(ruang: Path) -> None:
    """Not a refused form, as it would be when nothing named it; the same for other archives."""
    buku = openpyxl.Workbook()
    buku.active["A1"] = "Register surat tugas"
    wadah = io.BytesIO()
    buku.save(wadah)
    register = taruh(ruang, "irban 1/Register ST.xlsx", wadah.getvalue())
    taruh(ruang, "irban 1/foto.rar", b"Rar!\x1a\x07\x00")
    taruh(ruang, "irban 1/a.xlsx", formulir(ruang, "LHP 12"))
    assert [(b["path"], b["status"]) for b in validate(ruang)["berkas"] if b["unit"] is None] == [
        ("masuk/irban 1/Register ST.xlsx", "ditolak"),
        ("masuk/irban 1/foto.rar", "ditolak"),
    ]
    taruh(ruang, "irban 1/a.xlsx", formulir(ruang, "Register ST.xlsx; foto.rar"))
    jalankan("-C", str(ruang), "choose", "masuk/irban 1/a.xlsx")
    (ruang / "kinerja.db").unlink()
    data = validate(ruang)
    assert [b["path"] for b in data["berkas"]] == ["masuk/irban 1/a.xlsx"]
    assert kode(data) == []
    assert [p for p, _ in bukti(ruang)] == ["masuk/irban 1/Register ST.xlsx", "masuk/irban 1/foto.rar"]
    register.write_bytes(b"")
    assert kode(validate(ruang)) == [("BKT004", "Register ST.xlsx (kosong, 0 bita)")]


@pytest.mark.parametrize(
    ("isi", "sebab"),
    [
        (b"", "kosong, 0 bita"),
        (b"\0" * 5000, "hanya berisi bita nol"),
        (b"%PDF-1.7\n", "terpotong, hanya 9 bita"),
        (PDF, None),
    ],
)
def test_bukti_kosong(ruang: Path, isi: bytes, sebab: str | None) -> None:
    taruh(ruang, "a/f.xlsx", formulir(ruang, "LHP 12.pdf"))
    taruh(ruang, "a/LHP 12.pdf", isi)
    assert kode(validate(ruang)) == ([("BKT004", f"LHP 12.pdf ({sebab})")] if sebab else [])
    taruh(ruang, "a/LHP 12.pdf", PDF + b"baru")
    assert kode(validate(ruang)) == []


def test_bukti_di_zip_yang_terkunci_rusak_atau_bom(ruang: Path) -> None:
    isi = bytearray(
        zip_dari(
            {"a.pdf": PDF, "b.pdf": PDF, "c.pdf": b"0" * (20 << 20), "f.xlsx": formulir(ruang, "a.pdf, b.pdf, c.pdf")}
        )
    )
    a, b = (isi.find(b"PK\x01\x02", *mulai) for mulai in ((), (isi.find(b"PK\x01\x02") + 1,)))
    isi[a + 8] |= 1
    isi[b + 16] ^= 0xFF
    taruh(ruang, "k.zip", bytes(isi))
    sebab = (
        "a.pdf (terkunci kata sandi di dalam arsipnya), b.pdf (rusak atau terpotong di dalam arsipnya), "
        "c.pdf (mengembang tidak wajar saat dibuka)"
    )
    assert kode(validate(ruang)) == [("BKT004", sebab)]


def test_bukti_terlalu_besar_disebut_dan_tidak_disalin(ruang: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kinerja.read.intake.MAKS_BUKTI", 1 << 20)
    taruh(ruang, "a/f.xlsx", formulir(ruang, "rapat.mp4"))
    taruh(ruang, "a/rapat.mp4", b"x" * (3 << 20))
    assert kode(validate(ruang)) == [("BKT005", "rapat.mp4 (3 MB)")]
    assert bukti(ruang) == [("masuk/a/rapat.mp4", None)]


def test_bukti_yang_tidak_berubah_tidak_dibaca_lagi(ruang: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taruh(ruang, "a/f.xlsx", formulir(ruang, "LHP 12.pdf"))
    taruh(ruang, "a/LHP 12.pdf", PDF)
    taruh(ruang, "a/lain.zip", zip_dari({"foto.jpg": b"\xff\xd8\xff" * 50}))
    awal = validate(ruang)
    with monkeypatch.context() as m:
        m.setattr("kinerja.pipeline.terima.arsipkan_potongan", lambda *_: pytest.fail("dibaca lagi"))
        assert validate(ruang) == awal
    # A damaged archive is mended from masuk/.
    (ruang / "arsip" / sha(PDF)[:2] / sha(PDF)).unlink()
    assert validate(ruang) == awal
    assert bukti(ruang) == [("masuk/a/LHP 12.pdf", sha(PDF))]


def test_surel_dan_zip_yang_tidak_berubah_tidak_dibongkar_lagi(ruang: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    isi = {"f.xlsx": formulir(ruang, "LHP 12.pdf"), "LHP 12.pdf": PDF, "tolak.xlsx": b"bukan formulir"}
    taruh(ruang, "a.eml", bytes(surel("irban1@contohkab.go.id", isi)))
    taruh(ruang, "k.zip", zip_dari({"lain.xlsx": b"bukan formulir juga"}))
    awal = validate(ruang)
    assert [b["status"] for b in awal["berkas"]][1:] == ["ditolak", "ditolak"]
    with monkeypatch.context() as m:
        m.setattr("kinerja.read.surel.buka_surel", lambda _: pytest.fail("dibongkar lagi"))
        m.setattr("kinerja.read.intake.anggota_zip", lambda _: pytest.fail("dibongkar lagi"))
        assert validate(ruang) == awal
    taruh(ruang, "k.zip", zip_dari({"bukti.pdf": PDF}))
    assert [b["path"] for b in validate(ruang)["berkas"]][1:] == ["masuk/a.eml!/tolak.xlsx"]


def test_bukti_bulan_lalu_tidak_berganti_karena_berkas_ditimpa(ruang: Path) -> None:
    """One folder for the whole year, and every month the same name."""
    taruh(ruang, "irban 1/Januari.xlsx", formulir(ruang, "rekap.pdf"))
    taruh(ruang, "irban 1/rekap.pdf", PDF)
    validate(ruang)
    maret = datetime(2026, 3, 3, 9).timestamp()
    taruh(ruang, "irban 1/Februari.xlsx", formulir(ruang, "rekap.pdf", bulan="02", Pembilang=24), maret)
    taruh(ruang, "irban 1/rekap.pdf", PDF + b"Februari", maret)
    validate(ruang, "2026-02")
    validate(ruang)
    assert bukti(ruang) == [("masuk/irban 1/rekap.pdf", sha(PDF))]
    assert bukti(ruang, "2026-02") == [("masuk/irban 1/rekap.pdf", sha(PDF + b"Februari"))]


def test_bukti_tetap_tercatat_sesudah_masuk_dikosongkan(ruang: Path) -> None:
    isi = {"f.xlsx": formulir(ruang, "LHP 12.pdf, SK.pdf"), "LHP 12.pdf": PDF}
    berkas = taruh(ruang, "a.eml", bytes(surel("orang@contoh.test", isi)))
    harap = [("BRK033", "orang@contoh.test"), ("BKT002", "SK.pdf")]
    assert kode(validate(ruang)) == harap
    berkas.unlink()
    assert kode(validate(ruang)) == harap
    assert bukti(ruang) == [("masuk/a.eml!/LHP 12.pdf", sha(PDF))]


@pytest.mark.parametrize(
    ("dari", "temuan"),
    [
        ("irban1@contohkab.go.id", []),
        ("Irban Satu <IRBAN.SATU@Contoh.ID>", []),
        ("Inspektorat <inspektorat@contohkab.go.id>", []),  # the agency's own address passes mails on
        ("sekretariat@contohkab.go.id", [("BRK033", "sekretariat@contohkab.go.id")]),
        ('"irban1@contohkab.go.id" <jahat@contoh.test>', [("BRK033", "jahat@contoh.test")]),
    ],
)
def test_pengirim_dicocokkan_dengan_pos_el(ruang: Path, dari: str, temuan: list[tuple[str, str]]) -> None:
    taruh(ruang, "a.eml", bytes(surel(dari, {"f.xlsx": formulir(ruang, "LHP 12")})))
    assert kode(validate(ruang)) == temuan


def test_surel_yang_diteruskan_sebagai_lampiran_dinilai_menurut_surel_aslinya(ruang: Path) -> None:
    dalam = surel("irban1@contohkab.go.id", {"f.xlsx": formulir(ruang, "LHP 12.pdf"), "LHP 12.pdf": PDF})
    taruh(ruang, "a.eml", bytes(surel("siapa.saja@contoh.test", {}, dalam)))
    data = validate(ruang)
    assert kode(data) == []
    assert [b["path"] for b in data["berkas"]] == ["masuk/a.eml!/Formulir Januari.eml!/f.xlsx"]
    assert bukti(ruang) == [("masuk/a.eml!/Formulir Januari.eml!/LHP 12.pdf", sha(PDF))]


def test_dua_surel_unit_dalam_satu_surel_terusan(ruang: Path) -> None:
    """Evidence of the one is not that of the other, though both say `rekap.pdf`."""
    sek = isi_formulir(
        ruang / "formulir/2026-03/formulir_SEK_2026-03.xlsx",
        {"IKU-02": {"Realisasi": 1, "Data Pendukung": "rekap.pdf"}},
    )
    irban = isi_formulir(
        ruang / "formulir/2026-03/formulir_IRB1_2026-03.xlsx",
        {"IKU-01": {**DASAR, "Data Pendukung": "rekap.pdf"}, "IKU-02": {"Realisasi": 2, "Data Pendukung": "LHP 1"}},
    )
    satu = surel(ALAMAT["SEK"], {"f.xlsx": sek, "rekap.pdf": PDF})
    dua = surel("irban1@contohkab.go.id", {"f.xlsx": irban, "rekap.pdf": PDF + b"2"})
    taruh(ruang, "a.eml", bytes(surel("tim@contoh.test", {}, satu, dua)))
    data = validate(ruang, "2026-03")
    assert (kode(data, "SEK"), kode(data)) == ([], [])
    assert bukti(ruang, "2026-03") == [("masuk/a.eml!/Formulir Januari.eml (2)!/rekap.pdf", sha(PDF + b"2"))]


def test_surel_dua_kali_dan_salinan_di_map(ruang: Path) -> None:
    """The same bytes by three ways are one submission; one mail from the unit settles who sent it."""
    isi = {"f.xlsx": formulir(ruang, "LHP 12.pdf"), "LHP 12.pdf": PDF}
    taruh(ruang, "1.eml", bytes(surel("orang@contoh.test", isi)))
    taruh(ruang, "0 salinan.xlsx", isi["f.xlsx"])
    data = validate(ruang)
    assert [b["revisi"] for b in data["berkas"]] == [1]
    assert kode(data) == [("BRK033", "orang@contoh.test"), ("BRK030", None)]
    taruh(ruang, "2.eml", bytes(surel("irban1@contohkab.go.id", isi)))
    assert kode(validate(ruang)) == [("BRK030", None), ("BRK030", None)]
    assert [s for _, s in bukti(ruang)] == [sha(PDF)]


def test_surel_bukti_saja_tidak_dikira_surel_tanpa_formulir(ruang: Path) -> None:
    taruh(ruang, "a.xlsx", formulir(ruang, "LHP 12.pdf"))
    taruh(ruang, "susulan.eml", bytes(surel("irban1@contohkab.go.id", {"lhp_12.pdf": PDF})))
    taruh(ruang, "lain.eml", bytes(surel("irban1@contohkab.go.id", {"pindaian formulir.pdf": PDF})))
    taruh(ruang, "outlook.eml", bytes(surel("irban1@contohkab.go.id", {"winmail.dat": b"x"})))
    data = validate(ruang)
    assert kode(data) == []
    assert sorted((t["kode"], t["berkas"]) for t in data["catatan"] if t["kode"] == "BRK019") == [
        ("BRK019", "masuk/lain.eml"),
        ("BRK019", "masuk/outlook.eml!/winmail.dat"),
    ]


def test_nama_anggota_zip_cp437_dan_utf8(ruang: Path) -> None:
    """Old zip programs store names as UTF-8 without saying so, or in the alphabet of DOS."""
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w") as z:
        z.writestr("IRBAN/f.xlsx", formulir(ruang, "résumé 12.pdf; naïve 13.pdf"))
        z.writestr("IRBAN/résumé 12.pdf", PDF)
        z.writestr("IRBAN/na?ve 13.pdf", PDF + b"2")
    isi = wadah.getvalue().replace("résumé".encode(), b"r\xc3\xa9sum\xc3\xa9").replace(b"na?ve", b"na\x8bve")
    tanpa_tanda = bytearray(isi)
    for tanda, jarak in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        tempat = isi.find(tanda)
        while tempat >= 0:
            tanpa_tanda[tempat + jarak + 1] &= 0xF7
            tempat = isi.find(tanda, tempat + 1)
    taruh(ruang, "k.zip", bytes(tanpa_tanda))
    assert kode(validate(ruang)) == []
    assert [p for p, _ in bukti(ruang)] == ["masuk/k.zip!/IRBAN/résumé 12.pdf", "masuk/k.zip!/IRBAN/naïve 13.pdf"]


def test_register_lama_dilengkapi_pengirimnya(ruang: Path) -> None:
    """A register of the version before knew neither senders nor evidence."""
    taruh(
        ruang, "a.eml", bytes(surel("orang@contoh.test", {"f.xlsx": formulir(ruang, "LHP 12.pdf"), "LHP 12.pdf": PDF}))
    )
    harap = kode(validate(ruang))
    with sqlite3.connect(ruang / "kinerja.db") as db:  # as the migration leaves it
        db.executescript(
            "DELETE FROM bukti; DELETE FROM bukti_kiriman; UPDATE berkas SET pengirim = NULL;"
            "DELETE FROM sidik;"
            "UPDATE kiriman SET sidik = 'lama'"
        )
    db.close()
    assert kode(validate(ruang)) == harap == [("BRK033", "orang@contoh.test")]
    assert bukti(ruang) == [("masuk/a.eml!/LHP 12.pdf", sha(PDF))]
