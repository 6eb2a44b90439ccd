"""The order of children that the WordprocessingML schema asks for; Word repairs or refuses a document that breaks it.

From ECMA-376 part 1, wml.xsd: CT_PPr, CT_RPr (EG_RPrBase), CT_TblPr, CT_TrPr is a choice, CT_TcPr, CT_SectPr, CT_Tbl,
CT_Lvl, CT_Style, CT_Settings are left out where this program does not write them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from helpers.docx_text import W

_RPR = """rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid
vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang
eastAsianLayout specVanish oMath rPrChange"""
_BORDER = "top left start bottom right end insideH insideV tl2br tr2bl"

URUTAN = {
    "pPr": """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
    suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd
    snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
    textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange""",
    "rPr": _RPR,
    "tblPr": """tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing
    tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange""",
    "tcPr": """cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark
    headers cellIns cellDel cellMerge tcPrChange""",
    "sectPr": """headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType
    pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings
    sectPrChange""",
    "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
    "tblBorders": _BORDER,
    "tcBorders": _BORDER,
    "tblCellMar": "top left start bottom right end",
    "pBdr": "top left bottom right between bar",
    "numPr": "ilvl numId",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "num": "abstractNumId lvlOverride",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "style": """name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked
    personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr""",
    "sdt": "sdtPr sdtEndPr sdtContent",
    "body": "",
}
_TERAKHIR = {"body": "sectPr", "tc": "p", "hdr": "p", "ftr": "p"}  # what the last child must be
_URUT = {nama: tuple(isi.split()) for nama, isi in URUTAN.items() if isi}


def salah_urut(akar: Any) -> Iterator[str]:
    """What breaks the order in one part: the parent and its children as they stand."""
    for e in akar.iter():
        if not isinstance(e.tag, str) or not e.tag.startswith(W):
            continue
        nama = e.tag.removeprefix(W)
        anak = [x.tag.removeprefix(W) for x in e if isinstance(x.tag, str) and x.tag.startswith(W)]
        if nama in _URUT:
            asing = [x for x in anak if x not in _URUT[nama]]
            letak = [_URUT[nama].index(x) for x in anak if x in _URUT[nama]]
            if asing or letak != sorted(letak):
                yield f"{nama}: {' '.join(anak)}"
            if nama.endswith("Pr") and nama != "sectPr" and len(set(anak)) != len(anak):
                yield f"{nama} dua kali: {' '.join(anak)}"
        if (akhir := _TERAKHIR.get(nama)) is not None and (not anak or anak[-1] != akhir):
            yield f"{nama} tidak diakhiri {akhir}: {' '.join(anak[-3:])}"
        if nama == "p" and "pPr" in anak[1:]:
            yield f"p: pPr bukan yang pertama ({' '.join(anak)})"
        if nama == "r" and "rPr" in anak[1:]:
            yield f"r: rPr bukan yang pertama ({' '.join(anak)})"
