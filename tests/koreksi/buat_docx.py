"""Small .docx files, part by part, for tests of what is read from them."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_RUANG = f'xmlns:w="{_W}" xmlns:w14="{_W14}" xmlns:w15="{_W15}"'
_KANTOR = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PAKET = "http://schemas.openxmlformats.org/package/2006"
_JENIS = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_LANJUT = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
OLEH = 'w:author="Rina" w:date="2026-02-09T10:15:00Z"'
GAYA = (
    '<w:style w:type="paragraph" w:styleId="Judul1"><w:name w:val="heading 1"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
)


def r(teks: str, sifat: str = "") -> str:
    """A run."""
    return f'<w:r>{f"<w:rPr>{sifat}</w:rPr>" if sifat else ""}<w:t xml:space="preserve">{escape(teks)}</w:t></w:r>'


def p(*isi: str, sifat: str = "") -> str:
    """A paragraph of runs and revisions; plain text becomes a run."""
    badan = "".join(x if x.startswith("<") else r(x) for x in isi)
    return f"<w:p>{f'<w:pPr>{sifat}</w:pPr>' if sifat else ''}{badan}</w:p>"


def judul(teks: str) -> str:
    return p(teks, sifat='<w:pStyle w:val="Judul1"/>')


def ins(teks: str, oleh: str = OLEH) -> str:
    return f'<w:ins w:id="1" {oleh}>{r(teks)}</w:ins>'


def hapus(teks: str, oleh: str = OLEH) -> str:
    return f'<w:del w:id="2" {oleh}><w:r><w:delText xml:space="preserve">{escape(teks)}</w:delText></w:r></w:del>'


def tabel(*baris: tuple[str, ...]) -> str:
    """A table; a cell is text or one or more elements that a cell holds."""
    sel = [["".join(f"<w:tc>{s if s.startswith('<') else p(s)}</w:tc>" for s in b)] for b in baris]
    return "<w:tbl><w:tblPr/>" + "".join(f"<w:tr>{''.join(s)}</w:tr>" for s in sel) + "</w:tbl>"


def komentar(
    nomor: int, teks: str, *, penulis: str = "Rina", para: str = "", waktu: str = "2026-02-09T10:20:00Z"
) -> str:
    tanda = f' w14:paraId="{para}"' if para else ""
    return f'<w:comment w:id="{nomor}" w:author="{penulis}" w:date="{waktu}"><w:p{tanda}>{r(teks)}</w:p></w:comment>'


def utas(para: str, induk: str = "", *, selesai: bool = False) -> str:
    atas = f' w15:paraIdParent="{induk}"' if induk else ""
    return f'<w15:commentEx w15:paraId="{para}"{atas} w15:done="{int(selesai)}"/>'


def dikomentari(nomor: int, *isi: str) -> str:
    badan = "".join(x if x.startswith("<") else r(x) for x in isi)
    return (
        f'<w:commentRangeStart w:id="{nomor}"/>{badan}<w:commentRangeEnd w:id="{nomor}"/>'
        f'<w:r><w:commentReference w:id="{nomor}"/></w:r>'
    )


def docx(
    *badan: str,
    komentar: str = "",
    lanjut: str = "",
    bagian: dict[str, str] | None = None,
    sifat: dict[str, str] | None = None,
    jenis: str = f"{_JENIS}.document.main+xml",
    tambahan: dict[str, bytes] | None = None,
) -> bytes:
    """A .docx. `bagian`: inner XML of further parts by their relationship (header, footer, footnotes, endnotes)."""
    akar = {"header": "hdr", "footer": "ftr"}
    isi = {"styles": f"<w:styles {_RUANG}>{GAYA}</w:styles>"}
    isi |= {n: f"<w:{akar.get(n, n)} {_RUANG}>{x}</w:{akar.get(n, n)}>" for n, x in (bagian or {}).items()}
    if komentar:
        isi["comments"] = f"<w:comments {_RUANG}>{komentar}</w:comments>"
    if lanjut:
        isi["commentsExtended"] = f"<w15:commentsEx {_RUANG}>{lanjut}</w15:commentsEx>"
    rel = "".join(
        f'<Relationship Id="r{i}" Type="{_LANJUT if n == "commentsExtended" else f"{_KANTOR}/{n}"}" Target="{n}.xml"/>'
        for i, n in enumerate(isi)
    )
    anggota = {
        "[Content_Types].xml": f'<Types xmlns="{_PAKET}/content-types">'
        '<Default Extension="xml" ContentType="text/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{jenis}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PAKET}/relationships"><Relationship Id="a" '
        f'Type="{_KANTOR}/officeDocument" Target="word/document.xml"/><Relationship Id="b" '
        f'Type="{_KANTOR}/custom-properties" Target="docProps/custom.xml"/></Relationships>',
        "word/document.xml": f"<w:document {_RUANG}><w:body>{''.join(badan)}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PAKET}/relationships">{rel}</Relationships>',
        "docProps/custom.xml": "<Properties>"
        + "".join(f'<property name="{n}"><lpwstr>{x}</lpwstr></property>' for n, x in (sifat or {}).items())
        + "</Properties>",
        **{f"word/{n}.xml": x for n, x in isi.items()},
    }
    aliran = io.BytesIO()
    with zipfile.ZipFile(aliran, "w", zipfile.ZIP_DEFLATED) as z:
        for nama, teks in (anggota | (tambahan or {})).items():
            z.writestr(zipfile.ZipInfo(nama), teks, zipfile.ZIP_DEFLATED)  # of no date: the same bytes every time
    return aliran.getvalue()
