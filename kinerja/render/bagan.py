"""Native Word charts: DrawingML chart XML, drawn to be read in black and white, with its data as a workbook."""

from __future__ import annotations

import io
from datetime import datetime
from decimal import Decimal
from xml.sax.saxutils import escape

from kinerja.render.model import Deret, Grafik

LEBAR_MM = 155
_TETAP = datetime(2000, 1, 1)
_NS = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
# Dark solid, then a light hatch, then a mid grey: told apart without colour.
_ISI = (
    '<a:solidFill><a:srgbClr val="1F3864"/></a:solidFill>',
    (
        '<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="595959"/></a:fgClr>'
        '<a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>'
    ),
    '<a:solidFill><a:srgbClr val="A6A6A6"/></a:solidFill>',
)
_GARIS_TEPI = '<a:ln w="9525"><a:solidFill><a:srgbClr val="262626"/></a:solidFill></a:ln>'
_FORMAT = "[$-421]#,##0.00"


def tinggi_mm(g: Grafik) -> int:
    """How high the chart is drawn."""
    if g.jenis == "batang":
        return min(200, 26 + len(g.kategori) * (7 + 5 * len(g.deret)))
    return 70


def _huruf(ukuran: int, *, tebal: bool = False) -> str:
    return (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{ukuran}" b="{int(tebal)}">'
        '<a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:latin typeface="Arial"/></a:defRPr></a:pPr>'
        '<a:endParaRPr lang="id-ID"/></a:p></c:txPr>'
    )


def _kolom(n: int) -> str:
    return chr(ord("B") + n)


def _deret(g: Grafik, n: int, d: Deret) -> str:
    banyak = len(g.kategori)
    kategori = "".join(f'<c:pt idx="{k}"><c:v>{escape(x)}</c:v></c:pt>' for k, x in enumerate(g.kategori))
    angka = "".join(f'<c:pt idx="{k}"><c:v>{Decimal(x)}</c:v></c:pt>' for k, x in enumerate(d.nilai) if x is not None)
    if g.jenis == "garis":
        rupa = (
            '<c:spPr><a:ln w="25400" cap="rnd"><a:solidFill><a:srgbClr val="1F3864"/></a:solidFill></a:ln></c:spPr>'
            '<c:marker><c:symbol val="circle"/><c:size val="7"/><c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/>'
            f"</a:solidFill>{_GARIS_TEPI}</c:spPr></c:marker>"
        )
        letak = "t"
    else:
        rupa = f'<c:spPr>{_ISI[n % 3]}{_GARIS_TEPI}</c:spPr><c:invertIfNegative val="0"/>'
        letak = "outEnd"
    return (
        f'<c:ser><c:idx val="{n}"/><c:order val="{n}"/><c:tx><c:strRef><c:f>Data!${_kolom(n)}$1</c:f><c:strCache>'
        f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{escape(d.nama)}</c:v></c:pt></c:strCache></c:strRef></c:tx>{rupa}'
        f'<c:dLbls><c:numFmt formatCode="{_FORMAT}" sourceLinked="0"/>'
        f'<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{_huruf(800)}<c:dLblPos val="{letak}"/>'
        '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>'
        '<c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
        f'<c:cat><c:strRef><c:f>Data!$A$2:$A${banyak + 1}</c:f><c:strCache><c:ptCount val="{banyak}"/>{kategori}'
        f"</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>Data!${_kolom(n)}$2:${_kolom(n)}${banyak + 1}</c:f>"
        f'<c:numCache><c:formatCode>{_FORMAT}</c:formatCode><c:ptCount val="{banyak}"/>{angka}</c:numCache></c:numRef>'
        "</c:val>" + ('<c:smooth val="0"/>' if g.jenis == "garis" else "") + "</c:ser>"
    )


def chart_xml(g: Grafik) -> bytes:
    """The chart part. Its workbook is the relation `rId1`."""
    deret = "".join(_deret(g, n, d) for n, d in enumerate(g.deret))
    mendatar = g.jenis == "batang"
    if g.jenis == "garis":
        bagan = (
            f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{deret}<c:marker val="1"/>'
            '<c:axId val="111"/><c:axId val="222"/></c:lineChart>'
        )
    else:
        bagan = (
            f'<c:barChart><c:barDir val="{"bar" if mendatar else "col"}"/><c:grouping val="clustered"/>'
            f'<c:varyColors val="0"/>{deret}<c:gapWidth val="55"/><c:axId val="111"/><c:axId val="222"/></c:barChart>'
        )
    semua = [Decimal(x) for d in g.deret for x in d.nilai if x is not None]
    nol = "" if g.jenis == "garis" or min(semua, default=Decimal(0)) < 0 else '<c:min val="0"/>'
    legenda = (
        f'<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{_huruf(900)}</c:legend>' if len(g.deret) > 1 else ""
    )
    sumbu = (
        '<c:catAx><c:axId val="111"/><c:scaling>'
        f'<c:orientation val="{"maxMin" if mendatar else "minMax"}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{"l" if mendatar else "b"}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'<c:spPr>{_GARIS_TEPI}</c:spPr>{_huruf(900)}<c:crossAx val="222"/><c:crosses val="autoZero"/><c:auto val="1"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>'
        f'<c:valAx><c:axId val="222"/><c:scaling><c:orientation val="minMax"/>{nol}</c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{"b" if mendatar else "l"}"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill>'
        '<a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>'
        '<c:numFmt formatCode="#,##0" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{_huruf(800)}<c:crossAx val="111"/>'
        f'<c:crosses val="{"max" if mendatar else "autoZero"}"/><c:crossBetween val="between"/></c:valAx>'
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<c:chartSpace {_NS}><c:date1904 val="0"/><c:lang val="id-ID"/><c:roundedCorners val="0"/><c:chart>'
        f'<c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>{bagan}{sumbu}</c:plotArea>{legenda}'
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>'
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    ).encode()


def chart_workbook(g: Grafik) -> bytes:
    """The chart's data, for whoever opens it with "Edit Data" in Word. Texts stay texts."""
    import xlsxwriter

    keluar = io.BytesIO()
    with xlsxwriter.Workbook(keluar, {"in_memory": True, "strings_to_formulas": False}) as buku:
        buku.set_properties({"created": _TETAP})
        lembar = buku.add_worksheet("Data")
        angka = buku.add_format({"num_format": _FORMAT})
        for n, d in enumerate(g.deret, 1):
            lembar.write_string(0, n, d.nama)
            for k, x in enumerate(d.nilai, 1):
                if x is not None:
                    lembar.write_number(k, n, float(Decimal(x)), angka)
        for k, nama in enumerate(g.kategori, 1):
            lembar.write_string(k, 0, nama)
        lembar.set_column(0, 0, 40)
    return keluar.getvalue()
