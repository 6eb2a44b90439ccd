"""A table as the bytes of a file: CSV, JSON or Parquet. The same table always gives the same bytes."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

from kinerja.domain.angka import json_angka, parse_angka
from kinerja.errors import KinerjaError
from kinerja.export.model import Isi, Jenis, Tabel

_BERBAHAYA = ("=", "+", "-", "@", "\t", "\r", "'")
_DIGIT, _DESIMAL = 38, 12  # of a number in Parquet


def isi_berkas(tabel: Tabel, bentuk: str) -> bytes:
    """The table as csv, json or parquet. KinerjaError when the library for Parquet is not there."""
    if bentuk == "csv":
        return _csv(tabel)
    return _json(tabel) if bentuk == "json" else _parquet(tabel)


def teks_aman(teks: str) -> str:
    """A text that no spreadsheet takes for a formula: `'` before what could be one, and before another `'`.

    What reads as a number stays: `-5,00` is no formula. Undone by taking one leading `'` away.
    """
    bahaya = teks.startswith(_BERBAHAYA) and parse_angka(teks).nilai is None
    return f"'{teks}" if bahaya else teks


def _csv(tabel: Tabel) -> bytes:
    """UTF-8 without a mark, commas, decimal points, lines ended by CRLF (RFC 4180)."""
    aliran = io.StringIO()
    penulis = csv.writer(aliran)
    penulis.writerow([k.nama for k in tabel.kolom])
    penulis.writerows([_sel(x) for x in baris] for baris in tabel.baris)
    return aliran.getvalue().encode()


def _sel(isi: Isi) -> str:
    match isi:
        case None:
            return ""
        case bool():
            return "true" if isi else "false"
        case Fraction():
            return json_angka(isi) or ""
        case str():
            return teks_aman(isi)
        case _:
            return str(isi)


def _json(tabel: Tabel) -> bytes:
    """A list of objects; numbers are texts of exact decimals, as everywhere in this program's JSON."""
    nama = [k.nama for k in tabel.kolom]
    baris = [
        {n: json_angka(x) if isinstance(x, Fraction) else x for n, x in zip(nama, b, strict=True)} for b in tabel.baris
    ]
    return (json.dumps(baris, ensure_ascii=False, indent=1) + "\n").encode()


def _parquet(tabel: Tabel) -> bytes:
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as sebab:
        raise KinerjaError(
            "Format parquet memerlukan pustaka pyarrow, yang belum terpasang.",
            "Pasang di lingkungan Python yang sama dengan kinerja: python -m pip install pyarrow. Atau pakai "
            "--format csv, yang isinya sama.",
        ) from sebab
    jenis = {
        Jenis.TEKS: pa.string(),
        Jenis.ANGKA: pa.decimal128(_DIGIT, _DESIMAL),
        Jenis.BULAT: pa.int64(),
        Jenis.YA_TIDAK: pa.bool_(),
        Jenis.TANGGAL: pa.date32(),
        Jenis.WAKTU: pa.timestamp("s"),
    }
    skema = pa.schema(
        [
            pa.field(k.nama, jenis[k.jenis], nullable=not k.wajib, metadata={"description": k.uraian})
            for k in tabel.kolom
        ]
    )
    kolom = [
        pa.array([_nilai(b[n], k.jenis) for b in tabel.baris], type=jenis[k.jenis]) for n, k in enumerate(tabel.kolom)
    ]
    aliran = io.BytesIO()
    parquet.write_table(pa.table(kolom, schema=skema), aliran, compression="snappy")
    return aliran.getvalue()


def _nilai(isi: Isi, jenis: Jenis) -> Any:
    if isinstance(isi, Fraction):
        return Decimal(json_angka(isi) or "0")
    if isinstance(isi, str) and jenis is Jenis.TANGGAL:
        return date.fromisoformat(isi)
    if isinstance(isi, str) and jenis is Jenis.WAKTU:
        return datetime.fromisoformat(isi)
    return isi
