"""The template of an SOP: header boxes on an upright page, the flow table and the pictures of the flow sideways."""

from __future__ import annotations

from typing import Any

import bagian_surat as s
from docx.shared import Mm, Pt
from gaya import bagian_baru, dokumen_baru, isi_gaya, tambah
from unsur import ARSIR_KEPALA, p, r, ulang

_TWIP = 1440 / 25.4
_RAPAT = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
_SELA = '<w:spacing w:before="30" w:after="30"/>'
_TEPI = 15  # millimetres of margin
# Columns of the flow table in millimetres; the three of the pelaksana are the loop and its two tags.
_KOLOM = (9, 50, 10, 70, 10, 38, 17, 35, 28)
_TEGAK = '<w:textDirection w:val="btLr"/>'
_NOL = '<w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar>'
_KOTAK = (
    ("Dasar Hukum", "dasar_hukum", "Kualifikasi Pelaksana", "kualifikasi"),
    ("Keterkaitan", "keterkaitan", "Peralatan/Perlengkapan", "peralatan"),
    ("Peringatan", "peringatan", "Pencatatan dan Pendataan", "pencatatan"),
)


def _awal(lebar: tuple[float, ...], uraian: str) -> str:
    tepi = "".join(
        f'<w:{x} w:val="single" w:sz="6" w:space="0" w:color="000000"/>'
        for x in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>{tepi}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="68" w:type="dxa"/><w:right w:w="68" w:type="dxa"/>'
        f'</w:tblCellMar><w:tblDescription w:val="{uraian}"/></w:tblPr><w:tblGrid>'
        + "".join(f'<w:gridCol w:w="{round(x * _TWIP)}"/>' for x in lebar)
        + "</w:tblGrid>"
    )


def _sel(isi: str, lebar: float, *, rentang: int = 1, gabung: str = "", arsir: bool = False, lain: str = "") -> str:
    sifat = f'<w:tcW w:w="{round(lebar * _TWIP)}" w:type="dxa"/>'
    sifat += f'<w:gridSpan w:val="{rentang}"/>' if rentang > 1 else ""
    sifat += {"": "", "awal": '<w:vMerge w:val="restart"/>', "lanjut": "<w:vMerge/>"}[gabung]
    sifat += f'<w:shd w:val="clear" w:color="auto" w:fill="{ARSIR_KEPALA}"/>' if arsir else ""
    return f"<w:tc><w:tcPr>{sifat}{lain}</w:tcPr>{isi}</w:tc>"


def _baris(*sel: str, kepala: bool = False, tinggi: float = 0, utuh: bool = True) -> str:
    sifat = "<w:cantSplit/>" if utuh else ""
    sifat += f'<w:trHeight w:val="{round(tinggi * _TWIP)}"/>' if tinggi else ""
    sifat += "<w:tblHeader/>" if kepala else ""
    return f"<w:tr><w:trPr>{sifat}</w:trPr>{''.join(sel)}</w:tr>"


def _judul(teks: str, *, rata: str = "center", gaya: str = "KepalaTabel") -> str:
    return p(teks, gaya, rata=rata)


def _kepala_sop() -> str:
    """Arms and names on the left; number, dates, signature and name of the SOP on the right."""
    lebar = (90, 35, 55)
    kiri = (
        p(r("{{ instansi.logo }}"), rata="center", sifat='<w:spacing w:before="200" w:after="120"/>')
        + p(r("{{ instansi.pemda_kapital }}", tebal=True, ukuran=11), rata="center", sifat=_RAPAT)
        + p(r("{{ instansi.nama_kapital }}", tebal=True, ukuran=12), rata="center", sifat=_RAPAT)
        + p(r("{{ instansi.alamat }}", ukuran=9), rata="center", sifat=_RAPAT)
        + p(r("{{ instansi.kontak }}", ukuran=8), rata="center", sifat=_RAPAT)
    )
    ttd = (
        p(r("{{ ttd.jabatan }},"), "IsiTabel", rata="center")
        + "".join(p("", "IsiTabel") for _ in range(3))
        + p(r("{{ ttd.nama }}", tebal=True, garis=True), "IsiTabel", rata="center")
        + ulang("if ttd.pangkat")
        + p("{{ ttd.pangkat }}", "IsiTabel", rata="center")
        + ulang("endif")
        + p("NIP. {{ ttd.nip }}", "IsiTabel", rata="center")
    )
    kanan = (
        ("NOMOR SOP", p("{{ nomor }}", "IsiTabel")),
        ("TGL. PEMBUATAN", p("{{ tanggal_pembuatan }}", "IsiTabel")),
        ("TGL. REVISI", p("{{ tanggal_revisi }}", "IsiTabel")),
        ("TGL. EFEKTIF", p("{{ tanggal_efektif }}", "IsiTabel")),
        ("DISAHKAN OLEH", ttd),
        ("NAMA SOP", p(r("{{ nama | besar }}", tebal=True), "IsiTabel")),
    )
    isi = _awal(lebar, "Kepala SOP")
    for n, (judul, teks) in enumerate(kanan):
        isi += _baris(
            _sel(kiri if n == 0 else p("", "IsiTabel"), lebar[0], gabung="lanjut" if n else "awal"),
            _sel(p(r(judul, tebal=True), "IsiTabel"), lebar[1]),
            _sel(teks, lebar[2]),
            tinggi=7,
        )
    return isi + "</w:tbl>"


def _daftar(kunci: str) -> str:
    gantung = '<w:tabs><w:tab w:val="left" w:pos="340"/></w:tabs><w:ind w:left="340" w:hanging="340"/>'
    return (
        ulang(f"for x in kotak.{kunci}")
        + ulang("if x.no")
        + p(r("{{ x.no }}") + "<w:r><w:tab/></w:r>" + r("{{ x.isi }}"), "IsiTabel", sifat=gantung)
        + ulang("else")
        + p("{{ x.isi }}", "IsiTabel")
        + ulang("endif")
        + ulang("endfor")
        + p("", "IsiTabel")
    )


def _kotak() -> str:
    """The six boxes, two side by side."""
    lebar = (90, 90)
    isi = _awal(lebar, "Dasar hukum, kualifikasi, keterkaitan, peralatan, peringatan, pencatatan")
    for kiri, a, kanan, b in _KOTAK:
        isi += _baris(
            _sel(_judul(kiri, rata="left"), lebar[0], arsir=True),
            _sel(_judul(kanan, rata="left"), lebar[1], arsir=True),
        )
        isi += _baris(_sel(_daftar(a), lebar[0]), _sel(_daftar(b), lebar[1]), utuh=False)
    return isi + "</w:tbl>"


def _penanda(teks: str) -> str:
    return _baris(_sel(p(f"{{%tr {teks} %}}", "IsiTabel"), sum(_KOLOM), rentang=len(_KOLOM)))


def _nama_peran(*, tegak: bool) -> str:
    """The second heading row: a column for each pelaksana."""
    sel = [_sel(p("", "KepalaTabel"), x, gabung="lanjut", arsir=True) for x in (_KOLOM[0], _KOLOM[1], _KOLOM[8])]
    arah = _TEGAK + '<w:vAlign w:val="center"/>' if tegak else '<w:vAlign w:val="center"/>'
    peran = (
        _sel(p("{%tc for n in peran %}", "IsiTabel"), _KOLOM[2]),
        _sel(p("{{ n }}", "Lajur", rata="center", sifat=_SELA), _KOLOM[3], arsir=True, lain=_NOL + arah),
        _sel(p("{%tc endfor %}", "IsiTabel"), _KOLOM[4]),
    )
    mutu = [
        _sel(_judul(teks), x, arsir=True, lain='<w:vAlign w:val="center"/>')
        for teks, x in zip(("Kelengkapan", "Waktu", "Output"), _KOLOM[5:8], strict=True)
    ]
    return _baris(sel[0], sel[1], *peran, *mutu, sel[2], kepala=True, tinggi=34 if tegak else 9)


def _tabel_alur() -> str:
    k = _KOLOM
    tengah = '<w:vAlign w:val="center"/>'
    isi = _awal(k, "Alur prosedur: langkah, pelaksana, mutu baku, keterangan")
    isi += _baris(
        _sel(_judul("No."), k[0], gabung="awal", arsir=True, lain=tengah),
        _sel(_judul("Uraian Prosedur"), k[1], gabung="awal", arsir=True, lain=tengah),
        _sel(_judul("Pelaksana"), sum(k[2:5]), rentang=3, arsir=True),
        _sel(_judul("Mutu Baku"), sum(k[5:8]), rentang=3, arsir=True),
        _sel(_judul("Keterangan"), k[8], gabung="awal", arsir=True, lain=tengah),
        kepala=True,
    )
    isi += _penanda("if tegak") + _nama_peran(tegak=True) + _penanda("else") + _nama_peran(tegak=False)
    isi += _penanda("endif") + _penanda("for x in langkah")
    kecil = _RAPAT + '<w:jc w:val="center"/><w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>'
    isi += _baris(
        _sel(p("{{ x.no }}", "IsiTabel", rata="center"), k[0]),
        _sel(p("{{ x.uraian }}", "IsiTabel"), k[1]),
        _sel(p("{%tc for g in x.petak %}", "IsiTabel"), k[2]),
        _sel(p(r("{{ g }}", ukuran=1), "Lajur", sifat=kecil), k[3], lain=_NOL),
        _sel(p("{%tc endfor %}", "IsiTabel"), k[4]),
        _sel(p("{{ x.kelengkapan }}", "IsiTabel"), k[5]),
        _sel(p("{{ x.waktu }}", "IsiTabel"), k[6]),
        _sel(p("{{ x.output }}", "IsiTabel"), k[7]),
        _sel(p("{{ x.keterangan }}", "IsiTabel"), k[8]),
    )
    isi += _penanda("endfor") + _penanda("if jumlah_waktu")
    isi += _baris(
        _sel(p(r("Jumlah waktu", tebal=True), "IsiTabel", rata="right"), sum(k[:6]), rentang=6, arsir=True),
        _sel(p(r("{{ jumlah_waktu }}", tebal=True), "IsiTabel"), sum(k[6:]), rentang=3, arsir=True),
    )
    return isi + _penanda("endif") + "</w:tbl>"


def sop() -> Any:
    """An SOP to sign: header, boxes, flow table, notes, pictures of the flow."""
    dok = dokumen_baru(s.TINGKAT)
    dok.styles["Normal"].font.size = Pt(10)
    s.isi_tabel(dok, 9, 2)
    isi_gaya(dok, "Lajur", 7.5, tebal=True)
    halaman = dok.sections[0]
    halaman.left_margin = halaman.right_margin = Mm(_TEPI)
    halaman.top_margin = halaman.bottom_margin = Mm(18)
    s.kepala_kaki_surat(halaman, nomor=False)
    tambah(dok, _kepala_sop(), p("", sifat=_RAPAT), _kotak())
    lebar = bagian_baru(dok, mendatar=True)
    lebar.left_margin = lebar.right_margin = Mm(_TEPI)
    lebar.top_margin, lebar.bottom_margin = Mm(18), Mm(15)
    lebar.header_distance = lebar.footer_distance = Mm(8)
    s.kepala_kaki_surat(lebar, "SOP {{ nama }}")
    kiri = '<w:spacing w:before="0" w:after="30"/>'
    tambah(
        dok,
        _tabel_alur(),
        ulang("if catatan"),
        p(r("{{ harap }}", tebal=True, ukuran=8.5), lanjut=True,
          sifat='<w:spacing w:before="120" w:after="40"/>'),
        ulang("endif"),
        ulang("for x in catatan"),
        p(r("{{ x }}", ukuran=8), sifat=kiri),
        ulang("endfor"),
        ulang("for g in alur"),
        p(r("{{ g.judul }}", tebal=True, ukuran=10), lanjut=True,
          sifat='<w:pageBreakBefore/><w:spacing w:before="0" w:after="80"/>'),
        p(r("{{ g.gambar }}"), rata="center", sifat=_RAPAT),
        ulang("endfor"),
    )  # fmt: skip
    return dok
