"""What a template looks like when it is filled: rendered from the example of its document, which travels with us.

The examples in `contoh/` are those from which the tests make the golden documents.
"""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from kinerja.render.model import Deret, Gambar, Grafik

_FOLDER = Path(__file__).parent / "contoh"
GRAFIK, GAMBAR = "(grafik)", "(gambar)"  # the key under which a drawing is kept


def to_json(nilai: Any) -> Any:
    """A context as JSON keeps it: a chart with its data, a picture without its bytes."""
    if isinstance(nilai, Grafik):
        deret = [{"nama": d.nama, "nilai": d.nilai, "acuan": d.acuan} for d in nilai.deret]
        sisa = {k: getattr(nilai, k) for k in ("jenis", "judul", "kategori", "satuan", "desimal", "alt")}
        return {GRAFIK: {**sisa, "deret": deret}}
    if isinstance(nilai, Gambar):
        return {GAMBAR: {"tinggi_mm": nilai.tinggi_mm, "alt": nilai.alt, **_width(nilai)}}
    if isinstance(nilai, Mapping):
        return {k: to_json(v) for k, v in nilai.items()}
    if isinstance(nilai, list | tuple):
        return [to_json(v) for v in nilai]
    return nilai


def _width(g: Gambar) -> dict[str, int]:
    """Millimetres of a picture that the program has drawn; nothing for any other."""
    from PIL import Image, UnidentifiedImageError

    from kinerja.render.gambar.kanvas import SKALA

    try:
        with Image.open(io.BytesIO(g.isi)) as gambar:
            return {"lebar_mm": round(gambar.width / SKALA)}
    except UnidentifiedImageError:
        return {}


def _picture(g: dict[str, Any], logo: bytes) -> Gambar:
    from kinerja.render.gambar.kanvas import ABU, Kanvas, Kotak

    if "lebar_mm" not in g:
        return Gambar(isi=logo, **g)
    lebar, tinggi, alt = g["lebar_mm"], g["tinggi_mm"], g["alt"]
    kanvas = Kanvas(lebar, tinggi)
    kanvas.kotak(Kotak(0.5, 0.5, lebar - 0.5, tinggi - 0.5), warna=ABU)
    kanvas.teks_dalam(Kotak(0.5, 0.5, lebar - 0.5, tinggi - 0.5), alt, 6)
    return Gambar(isi=kanvas.png(), tinggi_mm=tinggi, alt=alt)


def example(jenis: str, logo: bytes) -> dict[str, Any]:
    """The example context of a document; arms are `logo`, drawings are frames that hold their text alternative."""

    def isi(nilai: Any) -> Any:
        if isinstance(nilai, list):
            return [isi(v) for v in nilai]
        if not isinstance(nilai, dict):
            return nilai
        if GAMBAR in nilai:
            return _picture(nilai[GAMBAR], logo)
        if GRAFIK in nilai:
            g = dict(nilai[GRAFIK])
            deret = tuple(Deret(nama=d["nama"], nilai=tuple(d["nilai"]), acuan=d["acuan"]) for d in g.pop("deret"))
            return Grafik(deret=deret, kategori=tuple(g.pop("kategori")), **g)
        return {k: isi(v) for k, v in nilai.items()}

    konteks = json.loads((_FOLDER / f"{jenis}.json").read_text(encoding="utf-8"))
    return dict(isi(konteks))


def preview(isi: bytes, nama: str, jenis: str, logo: bytes) -> bytes:
    """The template `isi`, called `nama`, filled with the example of `jenis`, on A4. KinerjaError as of the engine."""
    from kinerja.render.engine import Sifat, render_docx
    from kinerja.render.komentar import PENULIS

    sifat = Sifat(
        judul=f"Pratinjau {nama}",
        pengarang=PENULIS,
        subjek="Contoh isi, bukan data kantor",
        waktu=datetime(2026, 1, 1, 12),
        kertas="A4",
    )
    return render_docx(isi, nama, example(jenis, logo), sifat)
