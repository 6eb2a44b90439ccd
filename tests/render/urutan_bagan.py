"""The order of elements in a chart part, from the DrawingML chart schema (ECMA-376 part 1): Word refuses others."""

from __future__ import annotations

from lxml import etree

_HURUF = "layout overlay spPr txPr"
_LABEL = "numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator"
_SUMBU = (
    "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr "
    "txPr crossAx crosses crossesAt"
)
# Children of each element that our charts have, in the order of the schema; the names in capitals must be there.
URUTAN: dict[str, str] = {
    "chartSpace": "date1904 lang roundedCorners style clrMapOvr protection CHART spPr txPr externalData printSettings",
    "chart": "title autoTitleDeleted pivotFmts view3D floor sideWall backWall PLOTAREA legend plotVisOnly dispBlanksAs",
    "plotArea": "layout BARCHART|LINECHART catAx valAx dTable spPr",
    "barChart": "BARDIR grouping varyColors ser dLbls gapWidth overlap serLines AXID",
    "lineChart": "GROUPING varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth AXID",
    "barChart/ser": "IDX ORDER tx spPr invertIfNegative pictureOptions dPt dLbls trendline errBars cat val shape",
    "lineChart/ser": "IDX ORDER tx spPr marker dPt dLbls trendline errBars cat val smooth",
    "dLbls": f"dLbl delete {_LABEL} showLeaderLines",
    "dLbl": f"IDX delete layout tx {_LABEL}",
    "ser/marker": "symbol size spPr",
    "tx": "STRREF|RICH",
    "cat": "NUMREF|STRREF",
    "val": "NUMREF",
    "strRef": "F strCache",
    "numRef": "F numCache",
    "strCache": "ptCount pt",
    "numCache": "formatCode ptCount pt",
    "pt": "V",
    "catAx": f"{_SUMBU} auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl",
    "valAx": f"{_SUMBU} crossBetween majorUnit minorUnit dispUnits",
    "scaling": "logBase orientation max min",
    "title": f"tx {_HURUF}",
    "legend": f"legendPos legendEntry {_HURUF}",
    "layout": "manualLayout",
    "manualLayout": "layoutTarget xMode yMode wMode hMode x y w h",
    "majorGridlines": "spPr",
    "minorGridlines": "spPr",
    "externalData": "autoUpdate",
    "spPr": "xfrm custGeom prstGeom noFill solidFill gradFill blipFill pattFill ln",
    "ln": "noFill solidFill gradFill pattFill prstDash custDash round bevel miter headEnd tailEnd",
    "pattFill": "FGCLR BGCLR",
    "txPr": "BODYPR lstStyle P",
    "rich": "BODYPR lstStyle P",
    "p": "pPr r br fld endParaRPr",
    "pPr": "defRPr",
    "r": "rPr T",
    "defRPr": "ln solidFill latin ea cs",
    "rPr": "ln solidFill latin ea cs",
    "solidFill": "SRGBCLR",
    "fgClr": "SRGBCLR",
    "bgClr": "SRGBCLR",
}
BANYAK = {"ser", "dLbl", "pt", "axId", "p", "r", "dPt", "legendEntry"}


def order_faults(xml: bytes) -> list[str]:
    """What in a chart part is unknown, missing, doubled or out of order."""
    return [salah for e in etree.fromstring(xml).iter() for salah in _satu(e)]


def _satu(e: etree._Element) -> list[str]:
    nama, anak = etree.QName(e).localname, [etree.QName(x).localname for x in e]
    induk = e.getparent()
    khusus = f"{etree.QName(induk).localname}/{nama}" if induk is not None else nama
    urutan = URUTAN.get(khusus, URUTAN.get(nama, "")).split()
    letak = {x: n for n, butir in enumerate(urutan) for x in butir.lower().split("|")}
    salah = [f"{nama}: {x} tidak dikenal" for x in anak if x.lower() not in letak]
    ada = [letak[x.lower()] for x in anak if x.lower() in letak]
    if ada != sorted(ada):
        salah.append(f"{nama}: urutannya {' '.join(anak)}")
    salah += [f"{nama}: {x} dua kali" for x in set(anak) - BANYAK if anak.count(x) > 1]
    wajib = [b.lower().split("|") for b in urutan if b.isupper()]
    return salah + [f"{nama}: tanpa {b}" for b in wajib if not {x.lower() for x in anak} & set(b)]
