"""Section 8: files that are not what they say, or reach for what is not theirs."""

from __future__ import annotations

import socket
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from helpers.paket import parts, zip_dari
from jebakan.dialek import simpan_libreoffice, soffice
from jebakan.pintu import KINERJA, dengan_sel, nilai, salinan, tulis_sel
from validate.berkas_kecil import terisi

from kinerja.read.intake import Kandidat, temukan

NS = "http://schemas.openxmlformats.org"


def _hubungan(jenis: str, sasaran: str) -> str:
    """Relations of a part, with one target outside."""
    return (
        f'<Relationships xmlns="{NS}/package/2006/relationships"><Relationship Id="rId1" TargetMode="External" '
        f'Type="{NS}/officeDocument/2006/relationships/{jenis}" Target="{sasaran}"/></Relationships>'
    )


LUAR = {
    "xl/connections.xml": "<connections><connection id='1'><webPr url='http://contoh.test/'/></connection></connections>",
    "xl/externalLinks/externalLink1.xml": "<externalLink/>",
    "xl/externalLinks/_rels/externalLink1.xml.rels": _hubungan("externalLinkPath", "file:///D:/Rekap/rekap.xlsx"),
    "xl/embeddings/oleObject1.bin": "MZ",
    "xl/queryTables/queryTable1.xml": "<queryTable connectionId='1'/>",
    "xl/drawings/_rels/drawing7.xml.rels": _hubungan("image", "http://contoh.test/a.png"),
}


@pytest.fixture
def tanpa_jaringan(monkeypatch: pytest.MonkeyPatch) -> None:
    """No connection may be made."""

    def tolak(*_: Any, **__: Any) -> None:
        raise AssertionError("mencoba menyambung ke luar")

    monkeypatch.setattr(socket.socket, "connect", tolak)
    monkeypatch.setattr(socket, "getaddrinfo", tolak)


@pytest.mark.usefixtures("tanpa_jaringan")
def test_p8_10_tautan_disebut_dan_tidak_pernah_diikuti(tmp_path: Path) -> None:
    semua = {**parts(terisi()), **LUAR}
    hub = "xl/_rels/workbook.xml.rels"
    rel = f'<Relationship Id="luar" Type="{NS}/officeDocument/2006/relationships/externalLink" '
    semua[hub] = semua[hub].replace(
        b"</Relationships>", rel.encode() + b'Target="externalLinks/externalLink1.xml"/></Relationships>'
    )
    semua[KINERJA] = tulis_sel(
        semua[KINERJA],
        {
            "L8": "|<f>'[1]Rekap'!B4</f><v>4</v>",
            "L12": '|<f>WEBSERVICE("http://contoh.test/n")</f><v>5</v>',
            "G8": "|<v>9</v>",
        },
    )
    isi = zip_dari(semua)
    hasil = nilai(tmp_path, isi)
    assert hasil.ringkas == [("BRK018", "L8"), ("BTK031", "G8"), ("ISI021", "L8"), ("ISI021", "L12")]
    assert "rekap.xlsx" in hasil.temuan[0].pesan
    kembali = parts(salinan(isi, hasil))
    assert {n: kembali[n] for n in LUAR} == {n: d.encode() for n, d in LUAR.items()}


@pytest.mark.parametrize(
    ("nama", "kode"),
    [
        pytest.param("formulir.xls", ["BRK016"], id="p8_02_xlsx_bernama_xls"),
        pytest.param("formulir.ods", ["BRK016"], id="p8_02_xlsx_bernama_ods"),
        pytest.param("formulir.xlsx.zip", ["BRK016"], id="p8_02_xlsx_bernama_zip"),
        pytest.param("formulir", ["BRK016"], id="p8_02_tanpa_akhiran"),
        pytest.param("FORMULIR.XLSX", [], id="p8_02_huruf_besar"),
    ],
)
def test_p8_02_isi_menentukan_bukan_nama(tmp_path: Path, nama: str, kode: list[str]) -> None:
    hasil = nilai(tmp_path, terisi(), nama)
    assert ([k for k, _ in hasil.ringkas], len(hasil.isi.fakta)) == (kode, 9)


@pytest.mark.libreoffice
@soffice
@pytest.mark.parametrize("akhiran", ["xls", "ods"])
def test_p8_02_format_lain_bernama_xlsx(tmp_path: Path, akhiran: str) -> None:
    isi = simpan_libreoffice(terisi(), akhiran, tmp_path / "lo")
    hasil = nilai(tmp_path, isi, "formulir.xlsx")
    assert (hasil.ringkas, len(hasil.isi.fakta)) == ([("BRK016", None)], 9)


def test_p8_02_jenis_mime_yang_salah(tmp_path: Path) -> None:
    """An attachment that its mail calls a picture, and a package whose list of contents lies, are what they are."""
    surel = EmailMessage()
    surel.set_content("Terlampir.")
    surel.add_attachment(terisi(), maintype="image", subtype="png", filename="formulir.xlsx")
    (tmp_path / "a.eml").write_bytes(bytes(surel))
    [k] = [k for k in temukan(tmp_path, tmp_path) if isinstance(k, Kandidat)]
    assert len(nilai(tmp_path, k.isi).isi.fakta) == 9
    isi = parts(terisi())
    isi["[Content_Types].xml"] = isi["[Content_Types].xml"].replace(b"spreadsheetml", b"wordprocessingml")
    assert len(nilai(tmp_path, zip_dari(isi)).isi.fakta) == 9


def test_p8_08_angka_negatif_tetap_angka(tmp_path: Path) -> None:
    hasil = nilai(tmp_path, dengan_sel(terisi(), {"E7": "|<v>-5000</v>"}, "xl/worksheets/sheet3.xml"))
    assert hasil.ringkas == [("HTG008", "E7")]
    assert [a.realisasi for a in hasil.isi.anggaran] == [-5000]


def test_p8_11_nama_panjang_dan_terlarang(tmp_path: Path) -> None:
    """Names as other systems allow them: kept as they are told, stored under our own."""
    for nama in (
        "a" * 200 + ".xlsx",
        "CON .xlsx",
        "a;b|c?.xlsx",
        " depan dan belakang .xlsx",
        "e\u0301 é \u202egnp.xlsx",
    ):
        hasil = nilai(tmp_path, terisi(), nama)
        assert (hasil.ringkas, hasil.form.path) == ([], f"masuk/{nama}")
