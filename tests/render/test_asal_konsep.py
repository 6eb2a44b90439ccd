"""The identity of a konsep among its custom properties: written once, read back, beside those of the office."""

from __future__ import annotations

from pathlib import Path

from kinerja.koreksi.naskah import baca_naskah
from kinerja.render.asal import stamp
from kinerja.workbook.patch import PaketTambal

TEMPLAT = Path(__file__).resolve().parents[2] / "templates" / "surat_edaran.docx"
MILIK_KANTOR = (
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="x">'
    b'<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="7" name="Klasifikasi"><vt:lpwstr>Biasa</vt:lpwstr>'
    b"</property></Properties>"
)


def _sifat(isi: bytes) -> dict[str, str]:
    return dict(baca_naskah(isi, "konsep.docx").sifat)


def test_kind_period_and_fingerprint_are_read_back() -> None:
    isi, sidik = stamp(TEMPLAT.read_bytes(), "laporan_bulanan", "2026-01")
    harap = {"kinerja_jenis": "laporan_bulanan", "kinerja_periode": "2026-01", "kinerja_konsep": sidik}
    assert _sifat(isi) == harap
    assert stamp(TEMPLAT.read_bytes(), "laporan_bulanan", "2026-01") == (isi, sidik)


def test_another_content_has_another_fingerprint() -> None:
    paket = PaketTambal(TEMPLAT.read_bytes())
    paket.put("word/document.xml", paket.read("word/document.xml").replace(b"</w:body>", b"<w:p/></w:body>"))
    assert stamp(paket.to_bytes(), "a", "b")[1] != stamp(TEMPLAT.read_bytes(), "a", "b")[1]


def test_properties_of_the_office_stay_and_old_ones_of_ours_are_replaced() -> None:
    sekali, _ = stamp(TEMPLAT.read_bytes(), "laporan_bulanan", "2026-01")
    paket = PaketTambal(sekali)
    paket.put("docProps/custom.xml", MILIK_KANTOR)
    dua, _ = stamp(paket.to_bytes(), "laporan_bulanan", "2026-01")
    tiga, sidik = stamp(dua, "laporan_bulanan", "2026-02")
    assert _sifat(tiga) == {
        "Klasifikasi": "Biasa",
        "kinerja_jenis": "laporan_bulanan",
        "kinerja_periode": "2026-02",
        "kinerja_konsep": sidik,
    }
    xml = PaketTambal(tiga).read("docProps/custom.xml")
    assert [xml.count(b'pid="%d"' % n) for n in (7, 8, 9, 10)] == [1, 1, 1, 1]
    assert PaketTambal(tiga).read("[Content_Types].xml").count(b"docProps/custom.xml") == 1
