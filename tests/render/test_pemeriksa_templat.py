"""A template from anybody: faults at their place, the copy with comments, the preview, and what must not hang."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from helpers import docx_text
from test_kontrak import SKEMA, kode
from test_mesin import GAMBAR, GANJIL, SIFAT, templat

from kinerja.errors import KinerjaError
from kinerja.render import pemeriksa
from kinerja.render.contract import faults
from kinerja.render.engine import render_docx
from kinerja.render.komentar import annotate, last_editor
from kinerja.render.nasihat import advice
from kinerja.render.naskah import open_document
from kinerja.render.pemeriksa import examine, examine_here
from kinerja.render.pindai import scan

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LOGO = GAMBAR.read_bytes()
TEMPLAT = Path(__file__).resolve().parents[2] / "templates"


def simpan(dok: Any) -> bytes:
    keluar = io.BytesIO()
    dok.save(keluar)
    return keluar.getvalue()


def paragraf(isi: str) -> bytes:
    """A document whose only paragraph has this content, as Word would have written it."""
    dok = Document()
    dok.element.body.insert(0, parse_xml(f'<w:p xmlns:w="{W}">{isi}</w:p>'))
    return simpan(dok)


def nasihat(isi: bytes) -> list[tuple[str, str | None]]:
    naskah = open_document(isi)
    return [(t.kode, t.sumber.sel) for t, _ in advice(naskah, scan(naskah), "t.docx")]


def r(teks: str, sifat: str = "") -> str:
    return f'<w:r {sifat}><w:t xml:space="preserve">{teks}</w:t></w:r>'


# What Word makes of a tag while a person types: rsid runs, spelling marks, bookmarks, other fonts, page breaks.
TERBELAH = {
    "rsid": r("{{ na", 'w:rsidR="00A1"') + r("ma }}", 'w:rsidR="00B2"'),
    "ejaan": r("{{ ") + '<w:proofErr w:type="spellStart"/>' + r("nama") + '<w:proofErr w:type="spellEnd"/>' + r(" }}"),
    "kurung": r("{") + r("{ nama }") + r("}"),
    "tebal": r("{{ ") + f"<w:r><w:rPr><w:b/></w:rPr><w:t>nama</w:t></w:r>{r(' }}')}",
    "halaman": r("{{ na") + "<w:r><w:lastRenderedPageBreak/><w:t>ma }}</w:t></w:r>",
    "bookmark": r("{{ na") + '<w:bookmarkStart w:id="0" w:name="x"/><w:bookmarkEnd w:id="0"/>' + r("ma }}"),
}


@pytest.mark.parametrize("cara", TERBELAH)
def test_penanda_terbelah_tetap_terbaca_dan_tercetak(cara: str) -> None:
    isi = paragraf(r("a ") + TERBELAH[cara] + r(" z"))
    assert kode(isi) == []
    assert [k for k, _ in nasihat(isi)] == ["TPL011"]
    assert "a Inspektorat z" in docx_text.plain_text(render_docx(isi, "t.docx", {"nama": "Inspektorat"}, SIFAT))


@pytest.mark.parametrize("cara", TERBELAH)
def test_salah_nama_pada_penanda_terbelah_ditemukan(cara: str) -> None:
    isi = paragraf(TERBELAH[cara].replace("nama", "nmaa").replace("{{ na", "{{ nm").replace("ma }}", "aa }}"))
    assert [k for k, _ in kode(isi)] == ["TPL004"]


def test_penanda_utuh_tidak_disebut_terpotong() -> None:
    assert nasihat(paragraf(r("a ") + r("{{ nama }}") + r(" z"))) == []


def test_penanda_yang_keluar_dari_tautan_ditolak() -> None:
    tautan = f'<w:hyperlink w:anchor="x">{r("{{ na")}</w:hyperlink>'
    assert kode(paragraf(tautan + r("ma }}"))) == [("TPL003", "paragraf 1")]
    assert kode(paragraf(f'<w:hyperlink w:anchor="x">{r("{{ na")}{r("ma }}")}</w:hyperlink>')) == []


@pytest.mark.parametrize(("isi", "harapan", "sebut"), [
    ("{% if nama == „x“ %}a{% endif %}", ["TPL003"], "tanda kutip „"),
    ("{% if nama == “x” %}a{% endif %}", [], ""),
    ("{{ nama\u200b }}", ["TPL003"], "U+200B"),
    ("{{ nama\u00a0}}", [], ""),
    ("｛｛ nama ｝｝", ["TPL003"], "huruf lebar"),
    ("{{r nama }}", ["TPL010"], "awalan"),
    ("{{p nama }}", ["TPL010"], "awalan"),
    ("{%r if konsep %}a{%r endif %}", [], ""),
    ("{% if nama % 2 %}a{% endif %}", ["TPL006"], "hitungan"),
    ("{{ nama * 2 }}", ["TPL006"], "hitungan"),
    ("{{ '%s' % nama }}", ["TPL006"], "hitungan"),
    ("{% for i in range(10**9) %}x{% endfor %}", ["TPL006"], "perintah program"),
    ("{{ ''.__class__ }}", ["TPL006"], "perintah program"),
    ("{% fro x in daftar %}", ["TPL006"], "mungkin “for”"),
    ("{% p if konsep %}", ["TPL006"], "tanpa spasi"),
    ("{%p if konsep %}", ["TPL003"], "tidak ditutup"),
    ("Ket.: {%p if konsep %}", ["TPL014", "TPL003"], "“Ket.:” ikut hilang"),
    ("{{ nama", ["TPL003"], "tidak berpasangan"),
    ("{ { nama } }", ["TPL003"], "harus dua dan rapat"),
    ("{ % if konsep % }", ["TPL003"], "harus dua dan rapat"),
    ("{ instansi.nama }", ["TPL003"], "harus dua dan rapat"),
    ("{ instansi.nama }}", ["TPL003"], "harus dua dan rapat"),
    ("${instansi.nama}", ["TPL003"], "harus dua dan rapat"),
    ("himpunan {1, 2} dan {a}", [], ""),
    ("{% if konsep }a{% endif %}", ["TPL003"], "tidak berpasangan"),
    ("{% if konsep %}{% for x in daftar %}a{% endif %}", ["TPL003"], "tidak ditutup dengan endfor"),
    ("{% if konsep %}{% for x in daftar %}a{% else %}b{% endfor %}{% endif %}", [], ""),
    ("{{ nama {{ nama }}", ["TPL003"], "tidak berpasangan"),
    ("{{ " + "(" * 200 + "nama" + ")" * 200 + " }}", ["TPL006"], "rumit"),
    ("{{ nama " + "x" * 600 + " }}", ["TPL003"], "terlalu panjang"),
    ("{% if konsep %}" * 21 + "{% endif %}" * 21, ["TPL006"], "bertumpuk"),
    ("".join(f"{{% for a{n} in daftar %}}" for n in range(7)) + "{% endfor %}" * 7, ["TPL006"], "for di dalam for"),
])  # fmt: skip
def test_satu_salah_satu_temuan(isi: str, harapan: list[str], sebut: str) -> None:
    temuan = [t for t, _ in faults(open_document(templat(isi)), "t.docx", SKEMA)]
    assert [t.kode for t in temuan] == harapan
    assert sebut in "".join(t.pesan for t in temuan)


def test_baris_tabel_hanya_memuat_satu_penanda_baris() -> None:
    baik = [["{%tr for x in daftar %}", ""], ["{{ x.judul }}", ""], ["{%tr endfor %}", ""]]
    sebaris = [["{%tr for x in daftar %}", "{%tr endfor %}"]]
    assert kode(templat(tabel=baik)) == []
    assert {k for k, _ in kode(templat(tabel=sebaris))} == {"TPL014"}


def test_kepala_halaman_yang_keliru_bagiannya_disebut() -> None:
    dok = Document()
    dok.add_paragraph("a")
    dok.add_section()
    dok.sections[1].header.is_linked_to_previous = False
    dok.sections[1].header.paragraphs[0].text = "{{ nma }}"
    assert kode(simpan(dok)) == [("TPL004", "kepala halaman bagian 2, paragraf 1")]


def test_kotak_teks_dinilai_sekali() -> None:
    kotak = f"<w:txbxContent><w:p>{r('{{ nma }}')}</w:p></w:txbxContent>"
    isi = paragraf(
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="wps">{kotak}</mc:Choice><mc:Fallback>{kotak}</mc:Fallback></mc:AlternateContent></w:r>'
    )
    assert kode(isi) == [("TPL004", "kotak teks pada paragraf 1")]


def test_halaman_disebut_bila_word_menyimpannya() -> None:
    awal = r("x") + "<w:r><w:lastRenderedPageBreak/><w:t>y</w:t></w:r></w:p><w:p>" + r("{{ nma }}")
    dok = Document()
    for p in parse_xml(f'<w:body xmlns:w="{W}"><w:p>{awal}</w:p></w:body>'):
        dok.element.body.insert(len(dok.element.body) - 1, p)
    assert kode(simpan(dok)) == [("TPL004", "halaman 2, paragraf 2")]


def test_penanda_di_catatan_akhir_tidak_pernah_diisi() -> None:
    dok = Document()
    for nama in ("endnote", "footnote"):
        catatan = f'<w:{nama} w:id="1"><w:p>{r("{{ nama }}")}</w:p></w:{nama}>'
        isi = f'<w:{nama}s xmlns:w="{W}">{catatan}</w:{nama}s>'.encode()
        tipe = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{nama}s+xml"
        part = Part(PackURI(f"/word/{nama}s.xml"), tipe, isi, dok.part.package)
        dok.part.relate_to(part, getattr(RELATIONSHIP_TYPE, f"{nama}s".upper()))
    assert kode(simpan(dok)) == [("TPL015", "catatan akhir")]


@pytest.mark.parametrize(("mendatar", "sesudah_pemisah", "harapan"), [
    (True, False, ["TPL016"]), (False, False, []), (True, True, []),
])  # fmt: skip
def test_blok_yang_menelan_pemisah_bagian(mendatar: bool, sesudah_pemisah: bool, harapan: list[str]) -> None:
    """Only where the text before the block would turn: not on the same paper, not at the start of a section."""
    dok = Document()
    dok.add_paragraph("Pembuka")
    if sesudah_pemisah:
        dok.add_section()
    dok.add_paragraph("{%p if konsep %}")
    dok.add_paragraph("isi")
    bagian = dok.add_section()
    if mendatar:
        bagian.orientation = WD_ORIENT.LANDSCAPE
    dok.add_paragraph("{%p endif %}")
    assert [k for k, _ in kode(simpan(dok))] == harapan


def test_blok_yang_menelan_bagian_dengan_nomor_halaman_sendiri() -> None:
    dok = Document()
    dok.add_paragraph("Pembuka")
    dok.add_paragraph("{%p if konsep %}")
    dok.add_section()
    dok.add_paragraph("{%p endif %}")
    sama = simpan(dok)
    nomor = OxmlElement("w:pgNumType")
    nomor.set(qn("w:start"), "1")
    dok.sections[1]._sectPr.append(nomor)
    assert [k for k, _ in kode(sama)] == []
    assert [k for k, _ in kode(simpan(dok))] == ["TPL016"]


def test_pengulangan_tabel_yang_tidak_ditutup_di_dalam_blok_satu_temuan() -> None:
    dok = Document()
    dok.add_paragraph("{%p if konsep %}")
    tabel = dok.add_table(rows=2, cols=1)
    tabel.cell(0, 0).text, tabel.cell(1, 0).text = "{%tr for x in daftar %}", "{{ x.judul }}"
    dok.add_paragraph("{%p else %}")
    dok.add_paragraph("{%p endif %}")
    assert kode(simpan(dok)) == [("TPL003", "tabel 1, baris 1, kolom 1")]


def _tabel(*, kepala: bool, ulang: bool, utuh: bool) -> bytes:
    isi = [["No", "Nama"]] if kepala else []
    isi += [["{%tr for x in daftar %}", ""], ["{{ x.judul }}", ""], ["{%tr endfor %}", ""]]
    dok = Document(io.BytesIO(templat(tabel=isi)))
    for n, baris in enumerate(dok.tables[0].rows):
        sifat = baris._tr.get_or_add_trPr()
        if utuh:
            sifat.append(parse_xml(f'<w:cantSplit xmlns:w="{W}"/>'))
        if ulang and n == 0:
            sifat.append(parse_xml(f'<w:tblHeader xmlns:w="{W}"/>'))
    return simpan(dok)


@pytest.mark.parametrize(("kepala", "ulang", "utuh", "harapan"), [
    (True, True, True, []), (True, False, True, ["TPL012"]), (True, True, False, ["TPL013"]),
    (False, False, True, ["TPL012"]), (True, False, False, ["TPL012", "TPL013"]),
])  # fmt: skip
def test_nasihat_tabel_panjang(kepala: bool, ulang: bool, utuh: bool, harapan: list[str]) -> None:
    assert [k for k, _ in nasihat(_tabel(kepala=kepala, ulang=ulang, utuh=utuh))] == harapan


def test_tabel_pendek_tanpa_pengulangan_tidak_dinasihati() -> None:
    assert nasihat(templat(tabel=[["a", "b"]] * 20)) == []
    assert [k for k, _ in nasihat(templat(tabel=[["a", "b"]] * 21))] == ["TPL012", "TPL013"]


def _salinan(isi: bytes) -> bytes:
    naskah = open_document(isi)
    return annotate(isi, naskah, [*faults(naskah, "t.docx", SKEMA), *advice(naskah, scan(naskah), "t.docx")])


def _jangkar(isi: bytes) -> dict[str, str]:
    """The words that each comment stands at, by its number."""
    hasil, buka = dict[str, str](), set[str]()
    for e in docx_text.root(isi).iter(f"{{{W}}}commentRangeStart", f"{{{W}}}commentRangeEnd", f"{{{W}}}t"):
        nomor = e.get(f"{{{W}}}id", "")
        if e.tag.endswith("Start"):
            buka.add(nomor)
            hasil[nomor] = ""
        elif e.tag.endswith("End"):
            buka.remove(nomor)
        else:
            hasil |= {n: hasil[n] + (e.text or "") for n in buka}
    assert not buka
    return hasil


def test_komentar_menempel_tepat_pada_penandanya() -> None:
    isi = templat("Yth. {{ nma }} dan {{ kop.almat }}.", "aman")
    salinan = _salinan(isi)
    assert list(_jangkar(salinan).values()) == ["{{ nma }}", "{{ kop.almat }}"]
    dok = Document(io.BytesIO(salinan))
    assert [c.author for c in dok.comments] == ["kinerja", "kinerja"]
    assert "Mungkin maksudnya “nama”" in dok.comments.get(0).text  # type: ignore[union-attr]  # there are two
    assert docx_text.plain_text(salinan) == docx_text.plain_text(isi)
    assert last_editor(salinan) == "kinerja"


def test_komentar_pada_penanda_terbelah_dan_kotak_teks_dan_kepala() -> None:
    dok = Document()
    dok.element.body.insert(0, parse_xml(f'<w:p xmlns:w="{W}">{r("a {{ n")}{r("mn }} z")}</w:p>'))
    kotak = f"<w:r><w:pict><w:txbxContent><w:p>{r('{{ nmb }}')}</w:p></w:txbxContent></w:pict></w:r>"
    dok.element.body.insert(1, parse_xml(f'<w:p xmlns:w="{W}">{r("kotak")}{kotak}</w:p>'))
    dok.sections[0].header.paragraphs[0].text = "{{ nmc }}"
    # What is about the header stands at the first paragraph under it, what is about the box at its paragraph.
    # The wrong name that is split as well has two.
    salinan = _salinan(simpan(dok))
    harapan = ["a {{ nmn }} z", "kotak{{ nmb }}", "{{ nmn }}", "{{ nmn }}"]
    assert sorted(_jangkar(salinan).values()) == harapan
    # A comment inside a text box would make Word call the file damaged.
    assert docx_text.root(salinan).find(f".//{{{W}}}txbxContent//{{{W}}}commentReference") is None


def test_komentar_orang_tetap_ada() -> None:
    dok = Document(io.BytesIO(templat("{{ nama }}")))
    dok.add_comment(dok.paragraphs[0].runs, text="ganti?", author="Budi")
    hasil = Document(io.BytesIO(_salinan(simpan(dok))))
    assert [c.author for c in hasil.comments] == ["Budi", "kinerja"]
    assert len({c.comment_id for c in hasil.comments}) == 2


def test_bagian_lain_templat_tidak_berubah_di_salinan() -> None:
    asli = docx_text.parts(isi := (TEMPLAT / "laporan_bulanan.docx").read_bytes())
    salinan = docx_text.parts(_salinan(isi))  # of another schema: hardly a name is known
    berubah = {n for n in salinan if asli.get(n) != salinan[n]}
    assert berubah == {
        "word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml",
        "docProps/core.xml",
    }  # fmt: skip


def test_templat_bawaan_tanpa_temuan_dan_berpratinjau() -> None:
    isi = (TEMPLAT / "nota_pengembalian.docx").read_bytes()
    hasil = examine(isi, "nota_pengembalian.docx", "nota_pengembalian", LOGO)
    assert hasil.temuan == ()
    assert hasil.diperiksa is None
    assert hasil.pratinjau is not None
    teks = docx_text.plain_text(hasil.pratinjau)
    assert "INSPEKTORAT DAERAH" in teks
    assert "{{" not in teks
    assert "[gambar: Lambang Pemerintah Kabupaten Sumber Rejo]" in teks
    assert last_editor(hasil.pratinjau) == "kinerja"


def test_pratinjau_laporan_memuat_grafik_dan_seluruh_baris() -> None:
    isi = (TEMPLAT / "laporan_bulanan.docx").read_bytes()
    hasil = examine_here(isi, "laporan_bulanan.docx", "laporan_bulanan", LOGO)
    assert hasil.pratinjau is not None
    assert "Maret 2026" in docx_text.plain_text(hasil.pratinjau)
    assert sum(n.startswith("word/charts/chart") for n in docx_text.parts(hasil.pratinjau)) >= 3


def test_templat_bergalat_tanpa_pratinjau() -> None:
    hasil = examine_here(templat("{{ nma }}"), "t.docx", "nota_pengembalian", LOGO)
    assert [t.kode for t in hasil.temuan] == ["TPL004"]
    assert hasil.pratinjau is None
    assert hasil.diperiksa is not None


def test_templat_yang_gagal_dicetak_disebut(monkeypatch: pytest.MonkeyPatch) -> None:
    def gagal(*_: object) -> bytes:
        raise KinerjaError("Gambar rusak.", "Ganti gambarnya.")

    monkeypatch.setattr("kinerja.render.pratinjau.preview", gagal)
    hasil = examine_here(templat("a"), "t.docx", "nota_pengembalian", LOGO)
    assert [(t.kode, t.saran) for t in hasil.temuan] == [("TPL017", "Ganti gambarnya.")]


def test_templat_yang_tidak_selesai_dihentikan(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pemeriksa, "BATAS_DETIK", 0.01)
    hasil = examine(templat("a"), "t.docx", "nota_pengembalian", LOGO)
    assert [t.kode for t in hasil.temuan] == ["TPL018"]


def test_kesalahan_program_di_proses_anak_tidak_disamarkan() -> None:
    with pytest.raises(RuntimeError, match="KeyError"):
        examine(templat("a"), "t.docx", "bukan_dokumen", LOGO)


@pytest.mark.parametrize("isi", [b"", b"bukan zip", b"\xd0\xcf\x11\xe0 lama", b"PK\x03\x04"])
def test_bukan_docx(isi: bytes) -> None:
    assert [t.kode for t in examine_here(isi, "t.docx", "nota_pengembalian", LOGO).temuan] == ["TPL002"]


@pytest.mark.parametrize("jenis", [
    b"application/vnd.ms-word.document.macroEnabled.main+xml",
    b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
])  # fmt: skip
def test_docm_dan_dotx_yang_diganti_namanya_ditolak(jenis: bytes) -> None:
    """The printer takes neither, so the check must say so before."""
    bagian = docx_text.parts(templat("{{ nama }}"))
    tipe = "[Content_Types].xml"
    docx = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    assert docx in bagian[tipe]
    bagian[tipe] = bagian[tipe].replace(docx, jenis)
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w") as z:
        for nama, isi in bagian.items():
            z.writestr(nama, isi)
    assert [k for k, _ in kode(keluar.getvalue())] == ["TPL002"]


def test_bom_zip_dan_entitas_ditolak() -> None:
    bom, entitas = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(bom, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("word/document.xml", b"<w:document>" + b" " * 80_000_000)
    meledak = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><a>&b;</a>'
    with zipfile.ZipFile(entitas, "w") as z:
        z.writestr("word/document.xml", meledak)
    for isi in (bom.getvalue(), entitas.getvalue()):
        assert [t.kode for t in examine_here(isi, "t.docx", "nota_pengembalian", LOGO).temuan] == ["TPL002"]


@pytest.mark.parametrize("isi", [
    "{{" * 20_000, "{{ nama }}" * 3_000 + "{%", "}}" * 20_000, "{% for x in daftar %}" * 3_000, "{" * 40_000,
], ids=["buka", "banyak", "tutup", "for", "kurung"])  # fmt: skip
def test_penanda_yang_sangat_banyak_tidak_menggantung(isi: str) -> None:
    """One pass, whatever the text holds: a pattern that looks back would need minutes here."""
    assert sum(1 for _ in scan(open_document(templat(isi)))) >= 1


@pytest.mark.parametrize("dalam", ["x", ""])
def test_pengulangan_yang_meledak_dihentikan(dalam: str) -> None:
    """10^12 rounds; with nothing inside, nothing is ever printed by which they could be counted."""
    isi = "".join(f"{{% for a{n} in d %}}" for n in range(6)) + dalam + "{% endfor %}" * 6
    with pytest.raises(KinerjaError, match=r"lebih dari 500\.000 putaran"):
        render_docx(templat(isi), "t.docx", {"d": ["x"] * 100}, SIFAT)


def test_penanda_yang_terlalu_banyak_ditolak_perender() -> None:
    with pytest.raises(KinerjaError, match="penandanya lebih dari 5000"):
        render_docx(templat("{{ a }}" * 5001), "t.docx", {"a": "x"}, SIFAT)


def test_temuan_yang_terlalu_banyak_dipotong() -> None:
    assert len(examine_here(templat("{{ nma }}" * 300), "t.docx", "nota_pengembalian", LOGO).temuan) == 200


def test_hasil_yang_meledak_dihentikan() -> None:
    isi = "".join(f"{{% for a{n} in d %}}" for n in range(2)) + "{{ t }}" + "{% endfor %}" * 2
    with pytest.raises(KinerjaError, match="hasilnya terlalu besar"):
        render_docx(templat(isi), "t.docx", {"d": ["x"] * 100, "t": "a" * 10_000}, SIFAT)


def test_pengulangan_yang_wajar_tidak_dibatasi() -> None:
    isi = templat("{%p for a in d %}", "{%p for b in d %}", "{{ a }}{{ b }}", "{%p endfor %}", "{%p endfor %}")
    assert docx_text.plain_text(render_docx(isi, "t.docx", {"d": ["x"] * 50}, SIFAT)).count("xx") == 2500


@pytest.mark.parametrize("nilai", [GANJIL, "", "kata & <kata> " * 700, "satu\r\ndua\ntiga"])
def test_isi_apa_pun_tampil_utuh_di_semua_tempat(nilai: str) -> None:
    """Body, table, header, text box, split tag: escaped once, whole, line feeds as breaks."""
    dok = Document(io.BytesIO(templat("[{{ a }}]", tabel=[["[{{ a }}]"]])))
    dok.element.body.insert(0, parse_xml(f'<w:p xmlns:w="{W}">{r("[{{ ")}{r("a")}{r(" }}]")}</w:p>'))
    dok.sections[0].header.paragraphs[0].text = "[{{ a }}]"
    teks = docx_text.plain_text(render_docx(simpan(dok), "t.docx", {"a": nilai}, SIFAT))
    assert teks.count(f"[{nilai.replace(chr(13), '').replace(chr(10), ' ↵ ')}]") == 4


def _bidang(kode: str, *, akhir: bool = True) -> str:
    bagian = ["begin", "separate", *(["end"] if akhir else [])]
    tanda = [f'<w:r><w:fldChar w:fldCharType="{b}"/></w:r>' for b in bagian]
    return f"{tanda[0]}<w:r><w:instrText> {kode} </w:instrText></w:r>{tanda[1]}{r('1')}{''.join(tanda[2:])}"


_AKHIR_SAJA = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


@pytest.mark.parametrize(("isi", "harapan"), [
    (r("{{ nama }} ") + _bidang("PAGE"), []),
    (r("{{ nama }} ") + _bidang("PAGE", akhir=False), [("TPL019", "paragraf 1")]),
    (_bidang("PAGE", akhir=False) + _AKHIR_SAJA, []),
    (_bidang("PAGE") + _AKHIR_SAJA, [("TPL019", "paragraf 1")]),
    (_bidang("IF 1", akhir=False) + _bidang("PAGE") + _AKHIR_SAJA, []),  # one inside the other
])  # fmt: skip
def test_bidang_yang_tidak_utuh(isi: str, harapan: list[tuple[str, str]]) -> None:
    assert kode(paragraf(isi)) == harapan


def test_bidang_yang_tidak_utuh_di_kaki_halaman_disebut_kodenya_dan_dikomentari() -> None:
    dok = Document()
    p = dok.sections[0].footer.paragraphs[0]._p
    for e in parse_xml(f'<w:p xmlns:w="{W}">{_bidang("PAGE", akhir=False)}</w:p>'):
        p.append(e)
    hasil = examine_here(simpan(dok), "t.docx", "surat_edaran", LOGO)
    (t,) = hasil.temuan
    assert (t.kode, t.sumber.sel) == ("TPL019", "kaki halaman, paragraf 1")
    assert "“PAGE” tidak mempunyai akhir" in t.pesan
    assert hasil.pratinjau is None
    assert hasil.diperiksa is not None
    Document(io.BytesIO(hasil.diperiksa))


def test_bidang_yang_melewati_paragraf_utuh_yang_melewati_kotak_teks_tidak() -> None:
    dok = Document()
    awal, akhir = _bidang("TOC", akhir=False), _AKHIR_SAJA
    dok.element.body.insert(0, parse_xml(f'<w:p xmlns:w="{W}">{akhir}</w:p>'))
    dok.element.body.insert(0, parse_xml(f'<w:p xmlns:w="{W}">{awal}</w:p>'))
    assert kode(simpan(dok)) == []
    kotak = f"<w:r><w:pict><w:txbxContent><w:p>{awal}</w:p></w:txbxContent></w:pict></w:r>"
    assert kode(paragraf(kotak + akhir)) == [("TPL019", "paragraf 1"), ("TPL019", "kotak teks pada paragraf 1")]
