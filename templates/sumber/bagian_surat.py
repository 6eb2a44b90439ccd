"""Parts that letters and sheets share: heads, boxes, lists, signatures side by side."""

from __future__ import annotations

from typing import Any

import bagian as b
from docx.enum.section import WD_ORIENT
from docx.shared import Mm, Pt
from unsur import LEBAR_MENDATAR, LEBAR_TEGAK, elemen, field, p, r, tabel_polos, ulang

TINGKAT = (("decimal", "%1."), ("lowerLetter", "%2."))
GARIS = (
    '<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="1" w:color="auto"/></w:pBdr>'
    '<w:spacing w:before="0" w:after="160" w:line="120" w:lineRule="exact"/>'
)
BARU = "<w:pageBreakBefore/>"
_SELA = 400  # twips between two signatures
NOTA = (
    ("Kepada", "{{ kepada }}"), ("Dari", "{{ dari }}"), ("Tanggal", "{{ tanggal }}"), ("Nomor", "{{ nomor }}"),
    ("Sifat", "{{ sifat }}"), ("Lampiran", "{{ lampiran }}"), ("Hal", "{{ hal }}"),
)  # fmt: skip
HURUF = (
    '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr><w:spacing w:before="0" w:after="40"/>'
    '<w:ind w:left="852" w:hanging="426"/>'
)


def kepala_kaki_surat(halaman: Any, kiri: str = "", *, nomor: bool = True) -> None:
    """Header with a text on the left, footer with the page number; letters bear no KONSEP mark."""
    kepala = p(r(kiri, miring=True) if kiri else "", "Kecil")
    for bagian, isi in (
        (halaman.header, kepala),
        (halaman.footer, p(field("PAGE") if nomor else "", "Kecil", rata="center")),
    ):
        bagian.is_linked_to_previous = False
        akar = bagian.part.element
        akar[:] = [elemen(isi)]


def mendatar(dok: Any) -> Any:
    """Turn the only section sideways; gives it."""
    halaman = dok.sections[0]
    halaman.orientation = WD_ORIENT.LANDSCAPE
    halaman.page_width, halaman.page_height = Mm(297), Mm(210)
    halaman.left_margin = halaman.right_margin = halaman.bottom_margin = Mm(25)
    halaman.top_margin = Mm(30)
    return halaman


def isi_tabel(dok: Any, ukuran: float, jarak: float = 2) -> None:
    """Size of the text in the tables of a short sheet, and the room above and below it, in points."""
    for nama in ("Isi Tabel", "Kepala Tabel"):
        gaya = dok.styles[nama]
        gaya.font.size = Pt(ukuran)
        gaya.paragraph_format.space_before = gaya.paragraph_format.space_after = Pt(jarak)


def angka(num: int = 4) -> str:
    """A numbered paragraph of one of the lists 4, 5 and 6, each of which begins with 1."""
    return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{num}"/></w:numPr>'


def baris(isi: str, *, lanjut: bool = True, rata: str = "") -> str:
    """A tight line that stays with the next."""
    return p(isi, lanjut=lanjut, rata=rata, sifat=b.RAPAT)


def garis_titik(jumlah: int) -> tuple[str, ...]:
    """Whole lines of dots to write on, as wide as the page."""
    tab = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{LEBAR_TEGAK}"/></w:tabs>'
    renggang = '<w:spacing w:before="60" w:after="60" w:line="240" w:lineRule="auto"/>'
    return tuple(p("<w:r><w:tab/></w:r>", lanjut=n < jumlah - 1, sifat=tab + renggang) for n in range(jumlah))


def tanda_tangan_berparaf() -> tuple[str, ...]:
    """The signature on the right; on the left who puts a paraf before it is given."""
    sifat = '<w:spacing w:before="80" w:after="0" w:line="240" w:lineRule="auto"/>'
    kiri = (
        baris(r("Paraf koordinasi:", ukuran=9))
        + ulang("for x in paraf")
        + p(r("{{ x.no }}. {{ x.jabatan }}  …………", ukuran=9), lanjut=True, sifat=sifat)
        + ulang("endfor")
    )
    kanan = baris("{{ ttd.tempat_tanggal }}") + baris("{{ ttd.jabatan }},")
    kanan += "".join(baris("") for _ in range(4)) + nama_tanda_tangan("ttd")
    return b.jarak(10, lanjut=True), tabel_polos([[kiri, kanan]], (3788, 5000))


def kepala_lampiran(dari: str) -> tuple[str, ...]:
    """The head of an annex: what it belongs to, its number and date."""
    return (
        p(r(f"LAMPIRAN {dari}"), sifat=b.RAPAT),
        p("NOMOR {{ nomor }}", sifat=b.RAPAT),
        p("TANGGAL {{ tanggal | besar }}", sifat=b.RAPAT),
        b.jarak(10),
    )


def kepala(*isi: tuple[str, str], lebar: tuple[int, int, int] = (2300, 300, 6188)) -> str:
    """Label, colon, text."""
    return tabel_polos([[baris(judul), baris(":"), baris(teks)] for judul, teks in isi], lebar)


def rincian(*isi: tuple[str, str]) -> str:
    """A ruled table of label and text; the text may be ready runs."""
    return tabel_polos(
        [[p(r(judul, tebal=True), "IsiTabel", lanjut=True), p(teks, "IsiTabel", lanjut=True)] for judul, teks in isi],
        (2300, 6488),
        garis=True,
    )


def nama_tanda_tangan(siapa: str, *, pilihan: bool = False) -> str:
    """Name, rank and NIP below a signature. `pilihan`: of who may be elected and then has no NIP."""
    return (
        baris(r(f"{{{{ {siapa}.nama }}}}", tebal=True, garis=True))
        + ulang(f"if {siapa}.pangkat")
        + baris(f"{{{{ {siapa}.pangkat }}}}")
        + ulang("endif")
        + (ulang(f"if {siapa}.nip") if pilihan else "")
        + baris(f"NIP. {{{{ {siapa}.nip }}}}", lanjut=False)
        + (ulang("endif") if pilihan else "")
    )


def dua_tanda_tangan(
    kiri: str,
    kanan: str,
    *,
    judul: tuple[str, str],
    tempat: str = "{{ ttd.tempat_tanggal }}",
    pilihan: bool = False,
    lebar: int = LEBAR_TEGAK,
) -> tuple[str, ...]:
    """Two signatures; the lines of both stand level. `kiri`, `kanan`: names in the context."""
    ruang = "".join(baris("") for _ in range(3))
    isi = [
        (baris(""), baris(tempat)),
        (baris(judul[0]), baris(judul[1])),
        (baris(f"{{{{ {kiri}.jabatan }}}},"), baris(f"{{{{ {kanan}.jabatan }}}},")),
        (ruang, ruang),
        (nama_tanda_tangan(kiri, pilihan=pilihan), nama_tanda_tangan(kanan)),
    ]
    separuh = (lebar - _SELA) // 2
    return b.jarak(10, lanjut=True), tabel_polos([(x, baris(""), y) for x, y in isi], (separuh, _SELA, separuh))


def tanda_tangan_tanpa_tanggal() -> tuple[str, ...]:
    """The signature of a letter whose date stands at its head."""
    kanan = baris("{{ ttd.jabatan }},") + "".join(baris("") for _ in range(4)) + nama_tanda_tangan("ttd")
    return b.jarak(10, lanjut=True), tabel_polos([[p("", sifat=b.RAPAT), kanan]], (3788, 5000))


def tembusan() -> tuple[str, ...]:
    """Who gets a copy, below the signature; nothing when nobody does."""
    return (
        ulang("if tembusan"),
        b.jarak(16),
        baris("Tembusan:"),
        ulang("for x in tembusan"),
        baris("{{ x }}"),
        ulang("endfor"),
        b.jarak(0),
        ulang("endif"),
    )


def kepala_surat(yth: tuple[str, ...], *, lebar: tuple[int, int] = (4000, 3288)) -> tuple[str, ...]:
    """Head of a letter: number and subject on the left, place and date on the right, the addressee."""
    kiri = (("Nomor", "{{ nomor }}"), ("Sifat", "{{ sifat }}"), ("Lampiran", "{{ lampiran }}"), ("Hal", "{{ hal }}"))
    isi = [
        [baris(judul), baris(":"), baris(teks), baris("{{ tempat_tanggal }}" if n == 0 else "", rata="right")]
        for n, (judul, teks) in enumerate(kiri)
    ]
    return tabel_polos(isi, (1250, 250, *lebar)), b.jarak(14), baris("Yth."), *yth, baris("di tempat"), b.jarak(14)


def tanda_tangan_mendatar() -> tuple[str, ...]:
    """The signature, with place and date, on a sideways page."""
    kanan = baris("{{ ttd.tempat_tanggal }}") + baris("{{ ttd.jabatan }},")
    kanan += "".join(baris("") for _ in range(4)) + nama_tanda_tangan("ttd")
    return b.jarak(10, lanjut=True), tabel_polos([[p("", sifat=b.RAPAT), kanan]], (LEBAR_MENDATAR - 5000, 5000))
