"""`datapackage.json`: what the exported files hold, column by column, after the Frictionless Data Package rules."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from kinerja.export.model import Kolom, Tabel
from kinerja.master.model import Master

NAMA = "datapackage.json"
_MEDIA = {"csv": "text/csv", "json": "application/json", "parquet": "application/vnd.apache.parquet"}


def deskripsi(master: Master, judul: str, periode: str, bentuk: str, isi: Sequence[tuple[Tabel, str, bytes]]) -> bytes:
    """The description of tables with the names and the bytes of their files."""
    paket = {
        "profile": "tabular-data-package" if bentuk != "parquet" else "data-package",
        "name": f"data-kinerja-{periode.lower()}",
        "title": judul,
        "description": (
            "Angka memakai titik desimal tanpa pemisah ribuan, tidak dibulatkan (paling banyak 12 angka di belakang "
            "koma); sel kosong berarti tidak ada data, bukan 0."
            + (
                " Teks yang dapat disangka rumus oleh pengolah lembar kerja (berawal =, +, -, @, atau tanda petik) "
                "diberi satu tanda petik di depannya; buang satu tanda petik itu untuk mendapat teks aslinya."
                if bentuk == "csv"
                else ""
            )
        ),
        "sources": [
            {"title": f"induk.xlsx versi {master.versi}, sha256 {master.sha256}", "path": "induk.xlsx"},
        ],
        "resources": [_sumber(t, nama, b, bentuk) for t, nama, b in isi],
    }
    return (json.dumps(paket, ensure_ascii=False, indent=1) + "\n").encode()


def _sumber(tabel: Tabel, nama: str, isi: bytes, bentuk: str) -> dict[str, Any]:
    wajib = {k.nama for k in tabel.kolom if k.wajib}
    utama = set(tabel.kunci) <= wajib  # a primary key holds no empty cell; the agency's rows have no unit
    rujukan = [{"fields": k, "reference": {"resource": lain, "fields": "kode"}} for k, lain in tabel.rujukan]
    sumber: dict[str, Any] = {
        "profile": "tabular-data-resource" if bentuk != "parquet" else "data-resource",
        "name": tabel.nama,
        "path": nama,
        "title": tabel.judul,
        "description": tabel.uraian if utama else f"{tabel.uraian} Kunci barisnya: {', '.join(tabel.kunci)}.",
        "format": bentuk,
        "mediatype": _MEDIA[bentuk],
        "bytes": len(isi),
        "hash": f"sha256:{hashlib.sha256(isi).hexdigest()}",
        "rows": len(tabel.baris),
        "schema": {
            "fields": [_medan(k) for k in tabel.kolom],
            "missingValues": [""],
            **({"primaryKey": list(tabel.kunci)} if utama else {}),
            **({"foreignKeys": rujukan} if rujukan else {}),
        },
    }
    if bentuk == "csv":
        sumber |= {"encoding": "utf-8", "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"'}}
    return sumber


def _medan(k: Kolom) -> dict[str, Any]:
    medan: dict[str, Any] = {"name": k.nama, "type": k.jenis.value, "description": k.uraian}
    if k.satuan is not None:
        medan["unit"] = k.satuan
    if k.wajib:
        medan["constraints"] = {"required": True}
    return medan
