"""The contract of the templates: which names each may use, the check before use, the explanation after a failure."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from kinerja.catalogue import temuan
from kinerja.errors import KinerjaError
from kinerja.findings import Finding
from kinerja.sources import CellRef

# Template name -> file of names and examples in `variabel/`.
DOKUMEN: Mapping[str, str] = {
    "laporan_bulanan": "laporan",
    "laporan_triwulan": "laporan",
    "laporan_semester": "laporan",
    "laporan_tahunan": "laporan_tahunan",
    "surat_edaran": "surat_edaran",
    "nota_pengembalian": "nota_pengembalian",
    "tanda_terima": "tanda_terima",
    "daftar_keterlambatan": "daftar_keterlambatan",
}
_FOLDER = Path(__file__).parent / "variabel"


@lru_cache(maxsize=8)
def variables(jenis: str) -> Mapping[str, Any]:
    """The names a template of this kind may use, as an example context (each list holds one element)."""
    isi = json.loads((_FOLDER / f"{DOKUMEN[jenis]}.json").read_text(encoding="utf-8"))
    return dict(isi)


def check_templates(folder: Path) -> tuple[Finding, ...]:
    """Faults of all templates in the workspace's folder, document by document."""
    hasil: list[Finding] = []
    for jenis in DOKUMEN:
        berkas = f"{folder.name}/{jenis}.docx"
        try:
            isi = (folder / f"{jenis}.docx").read_bytes()
        except OSError:
            hasil.append(temuan("TPL001", CellRef(berkas)))
            continue
        hasil += check_template(isi, berkas, variables(jenis))
    return tuple(hasil)


def check_template(isi: bytes, berkas: str, skema: Mapping[str, Any]) -> tuple[Finding, ...]:
    """Faults of one template: broken file, tags, names, leftovers of a review."""
    from lxml import etree

    from kinerja.render.pindai import scan, unfinished_review
    from kinerja.render.telaah import judge

    try:
        sisa = unfinished_review(isi)
        penanda = tuple(scan(isi))
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError):
        return (temuan("TPL002", CellRef(berkas)),)
    hasil = [temuan("TPL009", CellRef(berkas), sebab=" dan ".join(sisa))] if sisa else []
    return (*hasil, *judge(penanda, skema, berkas))


def explain(isi: bytes, nama: str, konteks: Mapping[str, Any], sebab: Exception) -> KinerjaError:
    """Turn a failure of jinja into a message that names template, place, variable and what to do."""
    hasil = check_template(isi, nama, konteks)
    if hasil:
        return KinerjaError(f"Templat {nama} tidak dapat dipakai. {hasil[0].pesan}", hasil[0].saran)
    return KinerjaError(
        f"Templat {nama} tidak dapat dipakai: {sebab}.",
        "Jalankan “kinerja check”, atau ambil kembali templat bawaan dari “kinerja init”.",
    )
