"""The contract of the templates: which names each may use, the check before use, the explanation after a failure."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kinerja.catalogue import temuan
from kinerja.errors import KinerjaError
from kinerja.findings import Finding, Tingkat
from kinerja.render.surat import JENIS, JENIS_KIRIM
from kinerja.sources import CellRef

if TYPE_CHECKING:
    from kinerja.render.nasihat import Catatan
    from kinerja.render.naskah import Naskah

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
    "sop": "sop",
    "jadwal_sop": "jadwal_sop",
    "daftar_koreksi": "daftar_koreksi",
    "lembar_kendali": "lembar_kendali",
    **{jenis: jenis for jenis in (*JENIS, *JENIS_KIRIM)},
}
MAKS_TEMUAN = 200  # of one template; nobody reads more
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
    from kinerja.render.naskah import BukanNaskah, open_document

    try:
        naskah = open_document(isi)
    except BukanNaskah:
        return (temuan("TPL002", CellRef(berkas)),)
    return tuple(t for t, _ in faults(naskah, berkas, skema))


def faults(naskah: Naskah, berkas: str, skema: Mapping[str, Any]) -> list[Catatan]:
    """Faults of an open template, each with its place, up to MAKS_TEMUAN."""
    from kinerja.render.nasihat import broken_fields, never_printed, review_left
    from kinerja.render.pindai import scan
    from kinerja.render.telaah import judge

    semua = chain(
        review_left(naskah, berkas),
        judge(scan(naskah), skema, berkas),
        never_printed(naskah, berkas),
        broken_fields(naskah, berkas),
    )
    return list(islice(semua, MAKS_TEMUAN))


def explain(isi: bytes, nama: str, konteks: Mapping[str, Any], sebab: Exception) -> KinerjaError:
    """Turn a failure of jinja, or of the XML that it made, into a message that names template, place and what to do."""
    galat = (t for t in check_template(isi, nama, konteks) if t.tingkat is Tingkat.GALAT and t.kode != "TPL009")
    if (t := next(galat, None)) is not None:
        return KinerjaError(f"Templat {nama} tidak dapat dipakai. {t.pesan}", t.saran)
    if type(sebab).__name__ == "XMLSyntaxError":  # of lxml, which need not be loaded to say so
        return KinerjaError(
            f"Templat {nama} menghasilkan dokumen yang rusak: sebuah penanda membuka di satu tempat dan menutup di "
            "tempat yang tidak setingkat (misalnya di dalam dan di luar tabel).",
            "Letakkan pasangan {%p for %} … {%p endfor %} pada paragraf tersendiri, dan {%tr for %} … {%tr endfor %} "
            "pada baris tersendiri di tabel yang sama. Jalankan “kinerja check” untuk melihat letaknya.",
        )
    rumit = isinstance(sebab, (RecursionError, SyntaxError, MemoryError))  # of Python, about too deep a nesting
    return KinerjaError(
        f"Templat {nama} tidak dapat dipakai: {'isinya terlalu rumit' if rumit else sebab}.",
        "Jalankan “kinerja check”, atau ambil kembali templat bawaan dari “kinerja init”.",
    )
