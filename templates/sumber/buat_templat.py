"""Writes the first version of the shipped templates into `templates/`.

The .docx files are the source of truth afterwards: they are edited in Word. Run this only to start them anew,
for example `python templates/sumber/buat_templat.py laporan_bulanan`; without names it writes them all.
"""

from __future__ import annotations

import io
import sys
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

from docx.oxml.ns import qn
from hasil import hasil_evaluasi, hasil_pengumpulan_data
from jadwal import jadwal_sop
from kedinasan import (
    bukti_pengiriman,
    daftar_hadir,
    lembar_disposisi,
    nota_permintaan_data,
    notula,
    pernyataan_reviu,
    surat_pengantar,
    surat_ralat,
    tanda_terima_laporan,
    undangan_rapat,
)
from kendali import lembar_kendali
from koreksi import daftar_koreksi
from laporan import laporan
from penerimaan import daftar_keterlambatan, tanda_terima
from perencanaan import perjanjian_kinerja, rencana_aksi, rencana_pengumpulan, sk_tim, tindak_lanjut_lhe
from prosedur import sop
from surat import nota_pengembalian, surat_edaran
from tahunan import laporan_tahunan
from unsur import elemen

TUJUAN = Path(__file__).resolve().parents[1]
PEMBUAT = {
    "laporan_bulanan": lambda: laporan("bulanan"),
    "laporan_triwulan": lambda: laporan("triwulan"),
    "laporan_semester": lambda: laporan("semester"),
    "laporan_tahunan": laporan_tahunan,
    "surat_edaran": surat_edaran,
    "nota_pengembalian": nota_pengembalian,
    "tanda_terima": tanda_terima,
    "daftar_keterlambatan": daftar_keterlambatan,
    "sop": sop,
    "perjanjian_kinerja": perjanjian_kinerja,
    "rencana_aksi": rencana_aksi,
    "sk_tim": sk_tim,
    "nota_permintaan_data": nota_permintaan_data,
    "rencana_pengumpulan": rencana_pengumpulan,
    "hasil_pengumpulan_data": hasil_pengumpulan_data,
    "hasil_evaluasi": hasil_evaluasi,
    "undangan_rapat": undangan_rapat,
    "daftar_hadir": daftar_hadir,
    "notula": notula,
    "lembar_disposisi": lembar_disposisi,
    "surat_pengantar": surat_pengantar,
    "bukti_pengiriman": bukti_pengiriman,
    "tanda_terima_laporan": tanda_terima_laporan,
    "surat_ralat": surat_ralat,
    "pernyataan_reviu": pernyataan_reviu,
    "tindak_lanjut_lhe": tindak_lanjut_lhe,
    "jadwal_sop": jadwal_sop,
    "daftar_koreksi": daftar_koreksi,
    "lembar_kendali": lembar_kendali,
}


def _setelan(akar: Any) -> None:
    """Settings that python-docx brings along from an American Mac, made Indonesian.

    The layout stays that of Word 2010: in that of 2013 LibreOffice loses the page numbers of a contents whose entries
    are indented on the right.
    """
    akar.remove(akar.find(qn("w:proofState")))
    akar.replace(akar.find(qn("w:zoom")), elemen('<w:zoom w:percent="100"/>'))
    akar.replace(akar.find(qn("w:themeFontLang")), elemen('<w:themeFontLang w:val="id-ID"/>'))
    for nama, isi in (("w:decimalSymbol", ","), ("w:listSeparator", ";")):
        akar.find(qn(nama)).set(qn("w:val"), isi)
    kesesuaian = akar.find(qn("w:compat"))
    kesesuaian.remove(kesesuaian.find(qn("w:useFELayout")))


def simpan(dok: Any, tujuan: Path) -> None:
    """Save with fixed times, so that an unchanged template gives an unchanged file."""
    inti = dok.core_properties
    inti.created = inti.modified = datetime(2026, 1, 1)
    inti.last_modified_by, inti.revision = "", 1
    for milik, jenis in (
        (dok.part.package.rels, "/thumbnail"),
        (dok.part.rels, "/customXml"),
        (dok.part.rels, "/stylesWithEffects"),
    ):
        for rid in [rid for rid, rel in milik.items() if rel.reltype.endswith(jenis)]:
            del milik[rid]
    _setelan(dok.settings.element)
    gaya = dok.styles.element
    for bawaan in [g for g in gaya if g.get(qn("w:type")) == "table" and g.get(qn("w:default")) is None]:
        gaya.remove(bawaan)  # a hundred table styles of python-docx, nine tenths of the file
    isi = io.BytesIO()
    dok.save(isi)
    with zipfile.ZipFile(isi) as lama, zipfile.ZipFile(tujuan, "w", zipfile.ZIP_DEFLATED) as baru:
        for nama in lama.namelist():
            info = zipfile.ZipInfo(nama, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            baru.writestr(info, lama.read(nama))


def main() -> None:
    """Write the templates named on the command line, or all."""
    for nama in sys.argv[1:] or PEMBUAT:
        simpan(PEMBUAT[nama](), TUJUAN / f"{nama}.docx")


if __name__ == "__main__":
    main()
