"""Native Word charts: DrawingML chart XML, drawn to be read in black and white."""

from __future__ import annotations

from decimal import Decimal
from xml.sax.saxutils import escape

from kinerja.render import skala
from kinerja.render.bagan_buku import LEMBAR, column, label, label_column, labelled, number_format
from kinerja.render.model import Deret, Grafik
from kinerja.render.skala import Skala

LEBAR_MM = 155
_MAKS_MM = 200  # with its caption on one page
_TINGGI_GARIS_MM = 80
_LABEL = 0.40  # share of the width that the names of bars take
_NS = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
# From dark to white: told apart without colour, also in the small squares of the legend.
_ISI = tuple(
    f'<a:solidFill><a:srgbClr val="{warna}"/></a:solidFill>' for warna in ("1F3864", "9E9E9E", "DEDEDE", "FFFFFF")
)
MAKS_DERET = len(_ISI)


def _garis(warna: str, tebal: int, *, putus: bool = False) -> str:
    corak = '<a:prstDash val="dash"/>' if putus else ""
    return f'<a:ln w="{tebal}"><a:solidFill><a:srgbClr val="{warna}"/></a:solidFill>{corak}</a:ln>'


_GARIS_TEPI = _garis("262626", 9525)
# White behind a figure: the lines of the axis stop at it.
_PUTIH = '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>'


def _bagian_bawah(g: Grafik) -> int:
    """Millimetres below the bars or the line: the axis with its note, and the legend."""
    return 13 + (8 if len(g.deret) > 1 else 0)


def _ukuran_nama(banyak: int) -> int:
    """Size of the names of bars, in points."""
    return 9 if banyak <= 15 else 7


def panjang_label(banyak: int) -> int:
    """How many characters the name of each of so many bars may have to be shown whole."""
    baris = max(1, min(3, int((_MAKS_MM - 25) / banyak / (_ukuran_nama(banyak) * 0.43))))
    return baris * _huruf_sebaris(banyak) - (8 if baris > 1 else 0)


def _huruf_sebaris(banyak: int) -> int:
    return int((LEBAR_MM * _LABEL - 3) / (_ukuran_nama(banyak) * 0.185))


def tinggi_mm(g: Grafik) -> int:
    """How high the chart is drawn."""
    if g.jenis == "garis":
        return _TINGGI_GARIS_MM
    banyak = len(g.kategori)
    baris = max((-(-len(x) // (_huruf_sebaris(banyak) - 4)) for x in g.kategori), default=1)
    setiap = max(7 + 4 * len(g.deret), 4 * baris + 2)
    return min(_MAKS_MM, 3 + _bagian_bawah(g) + banyak * setiap)


def _huruf(ukuran: int, isi: str = "") -> str:
    """Properties of text; with `isi`, the text itself."""
    sifat = (
        f'sz="{ukuran}" b="0"><a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:latin typeface="Arial"/>'
        '<a:cs typeface="Arial"/>'
    )
    if isi:
        run = f'<a:r><a:rPr lang="id-ID" {sifat}</a:rPr><a:t>{escape(isi)}</a:t></a:r>'
        return f"<a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr {sifat}</a:defRPr></a:pPr>{run}</a:p>"
    akhir = '<a:endParaRPr lang="id-ID"/>'
    return f"<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr {sifat}</a:defRPr></a:pPr>{akhir}</a:p></c:txPr>"


def _teks(sel: str, isi: list[str]) -> str:
    """Texts with the cells that they stand in."""
    titik = "".join(f'<c:pt idx="{k}"><c:v>{escape(x)}</c:v></c:pt>' for k, x in enumerate(isi))
    return (
        f'<c:strRef><c:f>{LEMBAR}!{sel}</c:f><c:strCache><c:ptCount val="{len(isi)}"/>{titik}</c:strCache></c:strRef>'
    )


def _rupa(g: Grafik, n: int, d: Deret) -> str:
    """How a series looks."""
    if d.acuan:
        return f'<c:spPr>{_garis("000000", 15875, putus=True)}</c:spPr><c:marker><c:symbol val="none"/></c:marker>'
    if g.jenis == "garis":
        return (
            '<c:spPr><a:ln w="25400" cap="rnd"><a:solidFill><a:srgbClr val="1F3864"/></a:solidFill></a:ln></c:spPr>'
            '<c:marker><c:symbol val="circle"/><c:size val="7"/><c:spPr><a:solidFill><a:srgbClr val="1F3864"/>'
            f"</a:solidFill>{_GARIS_TEPI}</c:spPr></c:marker>"
        )
    return f'<c:spPr>{_ISI[n % MAKS_DERET]}{_GARIS_TEPI}</c:spPr><c:invertIfNegative val="0"/>'


def _label(g: Grafik, n: int, d: Deret) -> str:
    """The figures beside bars and points: texts from the workbook, so that the comma is one in every Word."""
    setiap = (tinggi_mm(g) - _bagian_bawah(g)) / len(g.kategori) / (len(g.deret) + 0.55)
    ukuran = 800 if g.jenis == "garis" or setiap >= 3 else 600
    bentuk = (
        f'<c:numFmt formatCode="{escape(number_format(g))}" sourceLinked="0"/>{_PUTIH}{_huruf(ukuran)}'
        f'<c:dLblPos val="{"t" if g.jenis == "garis" else "outEnd"}"/><c:showLegendKey val="0"/><c:showVal val="1"/>'
        '<c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    )
    kolom = label_column(g, n)
    titik = "".join(
        f'<c:dLbl><c:idx val="{k}"/><c:layout/><c:tx>{_teks(f"${kolom}${k + 2}", [label(g, x)])}</c:tx>'
        f"{bentuk}</c:dLbl>"
        for k, x in enumerate(d.nilai)
        if x is not None
    )
    return f"<c:dLbls>{titik}{bentuk}</c:dLbls>"


def _deret(g: Grafik, n: int, d: Deret) -> str:
    banyak = len(g.kategori)
    angka = "".join(f'<c:pt idx="{k}"><c:v>{Decimal(x)}</c:v></c:pt>' for k, x in enumerate(d.nilai) if x is not None)
    kolom = column(n)
    halus = '<c:smooth val="0"/>' if g.jenis == "garis" else ""
    return (
        f'<c:ser><c:idx val="{n}"/><c:order val="{n}"/><c:tx>{_teks(f"${kolom}$1", [d.nama])}</c:tx>{_rupa(g, n, d)}'
        f"{'' if d.acuan else _label(g, n, d)}"
        f"<c:cat>{_teks(f'$A$2:$A${banyak + 1}', list(g.kategori))}</c:cat>"
        f"<c:val><c:numRef><c:f>{LEMBAR}!${kolom}$2:${kolom}${banyak + 1}</c:f><c:numCache>"
        f'<c:formatCode>{escape(number_format(g))}</c:formatCode><c:ptCount val="{banyak}"/>{angka}</c:numCache>'
        f"</c:numRef></c:val>{halus}</c:ser>"
    )


def _letak(g: Grafik) -> str:
    """Where the bars or the line stand, so that every program leaves the same room for names and notes."""
    tinggi = tinggi_mm(g)
    kiri = _LABEL if g.jenis == "batang" else 0.08
    atas = 3 / tinggi
    tegak = (tinggi - _bagian_bawah(g)) / tinggi - atas
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{kiri:.4f}"/><c:y val="{atas:.4f}"/><c:w val="{0.97 - kiri:.4f}"/><c:h val="{tegak:.4f}"/>'
        "</c:manualLayout></c:layout>"
    )


def _catatan(g: Grafik, s: Skala) -> str:
    """What a reader must know of the axis; empty when nothing."""
    if g.jenis == "batang":
        return f"{g.satuan}; garis putus-putus setiap kelipatan {s.langkah}" if s.antara is not None else g.satuan
    return f"{g.satuan}; sumbu tegak dimulai dari {s.awal}, bukan dari 0" if s.awal > 0 else g.satuan


def _judul_sumbu(teks: str) -> str:
    return f'<c:title><c:tx><c:rich>{_huruf(800, teks)}</c:rich></c:tx><c:overlay val="0"/></c:title>'


def _sumbu(g: Grafik, s: Skala) -> str:
    mendatar = g.jenis == "batang"
    catatan = _judul_sumbu(_catatan(g, s))
    kuat = _garis("404040", 12700, putus=True) if s.antara is not None else _garis("D9D9D9", 6350)
    tipis = (
        f"<c:minorGridlines><c:spPr>{_garis('E3E3E3', 6350)}</c:spPr></c:minorGridlines>"
        if s.antara is not None
        else ""
    )
    antara = f'<c:minorUnit val="{s.antara}"/>' if s.antara is not None else ""
    ukuran = 100 * _ukuran_nama(len(g.kategori)) if mendatar else 900
    return (
        '<c:catAx><c:axId val="111"/><c:scaling>'
        f'<c:orientation val="{"maxMin" if mendatar else "minMax"}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{"l" if mendatar else "b"}"/>{"" if mendatar else catatan}'
        '<c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'<c:spPr>{_GARIS_TEPI}</c:spPr>{_huruf(ukuran)}<c:crossAx val="222"/><c:crosses val="autoZero"/>'
        '<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>'
        f'<c:valAx><c:axId val="222"/><c:scaling><c:orientation val="minMax"/><c:max val="{s.akhir}"/>'
        f'<c:min val="{s.awal}"/></c:scaling><c:delete val="0"/><c:axPos val="{"b" if mendatar else "l"}"/>'
        f"<c:majorGridlines><c:spPr>{kuat}</c:spPr></c:majorGridlines>{tipis}{catatan if mendatar else ''}"
        '<c:numFmt formatCode="0" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{_huruf(800)}<c:crossAx val="111"/>'
        f'<c:crosses val="{"max" if mendatar else "autoZero"}"/><c:crossBetween val="between"/>'
        f'<c:majorUnit val="{s.langkah}"/>{antara}</c:valAx>'
    )


def chart_xml(g: Grafik) -> bytes:
    """The chart part. Its workbook is the relation `rId1`."""
    deret = "".join(_deret(g, n, d) for n, d in enumerate(g.deret))
    semua = [Decimal(x) for _, d in labelled(g) for x in d.nilai if x is not None]
    if g.jenis == "garis":
        s = skala.line(semua)
        bagan = (
            f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{deret}<c:marker val="1"/>'
            '<c:axId val="111"/><c:axId val="222"/></c:lineChart>'
        )
    else:
        s = skala.bars(semua)
        bagan = (
            '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
            f'{deret}<c:gapWidth val="55"/><c:axId val="111"/><c:axId val="222"/></c:barChart>'
        )
    legenda = (
        f'<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{_huruf(900)}</c:legend>' if len(g.deret) > 1 else ""
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<c:chartSpace {_NS}><c:date1904 val="0"/><c:lang val="id-ID"/><c:roundedCorners val="0"/><c:chart>'
        f'<c:autoTitleDeleted val="1"/><c:plotArea>{_letak(g)}{bagan}{_sumbu(g, s)}</c:plotArea>{legenda}'
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>'
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    ).encode()
