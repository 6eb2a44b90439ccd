"""An SOP in the usual layout: header boxes, the flow table with its symbols, the pictures of the flow, the notes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import ceil
from typing import Any

from kinerja.master.model import Master
from kinerja.render.gambar.alur import tinggi_langkah
from kinerja.render.gambar.sop import gambar_alur, petak_alur, ukuran_petak
from kinerja.render.huruf import TINGGI, count_lines
from kinerja.render.kertas import KERTAS
from kinerja.render.model import Gambar
from kinerja.render.views.cetak import TANPA_NILAI
from kinerja.render.views.kop import TITIK, kop, penanda_tangan
from kinerja.sop.baca import KOTAK
from kinerja.sop.catatan import catatan_sop, tanda_kotak, tanda_langkah
from kinerja.sop.model import Kepala, Langkah, Sop

# Millimetres of the flow table's columns on A4, as in the template; those of the pelaksana share `LAJUR`.
LAJUR = 90.0
_TEKS = 267.0  # the table's width
_LEBAR = {"uraian": 50.0, "kelengkapan": 38.0, "waktu": 17.0, "output": 35.0, "keterangan": 28.0}
_TEPI_HALAMAN = 15
_TEPI = 2.6  # of a cell, left and right together
_TITIK_ISI = 9.0
_MM_TITIK = 72 / 25.4
_TEGAK = 17.0  # narrower lanes have their names turned upright
_LEBAR_ALUR, _TINGGI_ALUR = 250.0, 148.0
_BARIS_KOSONG = 3


def sop(m: Master, s: Sop, *, tanggal: date, kertas: str = "A4", logo: bytes | None = None) -> dict[str, Any]:
    """The context of `sop`; who holds the head's office on `tanggal` is to sign it."""
    kali = (KERTAS[kertas][1] - 2 * _TEPI_HALAMAN) / _TEKS
    kepala = s.kepala
    return {
        "instansi": kop(m.instansi, logo),
        "nama": s.nama,
        "nomor": kepala.nomor or TITIK,
        "tanggal_pembuatan": kepala.tanggal_pembuatan or TITIK,
        "tanggal_revisi": kepala.tanggal_revisi or TITIK,
        "tanggal_efektif": kepala.tanggal_efektif or TITIK,
        "ttd": penanda_tangan(m, tanggal),
        "kotak": {k: _kotak(kepala, k) for k in KOTAK},
        "peran": list(s.peran),
        "tegak": kali * LAJUR / len(s.peran) < _TEGAK,
        "langkah": _langkah(s, kali),
        "jumlah_waktu": s.jumlah_waktu,
        "catatan": [f"{c.tanda} {c.teks}" for c in catatan_sop(s)],
        "alur": _alur(s, kali),
    }


def _kotak(kepala: Kepala, kunci: str) -> list[dict[str, str]]:
    """The entries of one header box; an empty box has lines to write on."""
    isi: Sequence[str] = getattr(kepala, kunci)
    if not isi:
        return [{"no": "", "isi": TITIK * 2} for _ in range(_BARIS_KOSONG)]
    return [
        {"no": f"{n}." if len(isi) > 1 else "", "isi": teks + tanda_kotak(kepala, f"{kunci}.{n}")}
        for n, teks in enumerate(isi, 1)
    ]


def isi_baris(langkah: Langkah) -> dict[str, str]:
    """The texts of one row of the flow table, with the signs of what to confirm."""
    tanda = tanda_langkah(langkah)
    return {
        "no": (langkah.no or TANPA_NILAI) + tanda.get("no", ""),
        "uraian": langkah.uraian + tanda.get("uraian", ""),
        "kelengkapan": (_butir(langkah.kelengkapan)) + tanda.get("kelengkapan", ""),
        "waktu": (langkah.waktu or TANPA_NILAI) + tanda.get("waktu", ""),
        "output": (_butir(langkah.output)) + tanda.get("output", ""),
        "keterangan": langkah.keterangan + tanda.get("keterangan", ""),
    }


def _butir(isi: Sequence[str]) -> str:
    if len(isi) < 2:
        return isi[0] if isi else TANPA_NILAI
    return "\n".join(f"- {x}" for x in isi)


def _langkah(s: Sop, kali: float) -> list[dict[str, Any]]:
    """The rows, each as high as its longest text and its symbols need, in a table `kali` times as wide as on A4."""
    lajur = LAJUR * kali
    teks = [isi_baris(x) for x in s.langkah]
    perlu = tinggi_langkah(s, ukuran_petak(s, lajur))
    tinggi = [ceil(max(_tinggi(t, kali) + 2, p)) for t, p in zip(teks, perlu, strict=True)]
    hasil = []
    for x, t, mm, petak in zip(s.langkah, teks, tinggi, petak_alur(s, lajur, tinggi), strict=True):
        gambar = [
            Gambar(isi=isi, tinggi_mm=mm, alt=_alt(x, peran)) if isi else ""
            for peran, isi in zip(s.peran, petak, strict=True)
        ]
        hasil.append({**t, "petak": gambar})
    return hasil


def _tinggi(teks: dict[str, str], kali: float) -> float:
    """Millimetres that the longest text of a row takes."""
    baris = max(count_lines(teks[k], _TITIK_ISI, (mm * kali - _TEPI) * _MM_TITIK) for k, mm in _LEBAR.items())
    return baris * _TITIK_ISI * TINGGI / _MM_TITIK


def _alt(langkah: Langkah, peran: str) -> str:
    if peran not in langkah.pelaksana:
        return "Garis alur"
    memutus = langkah.memutuskan and peran == langkah.pelaksana[-1]
    return f"Langkah {langkah.no or langkah.id}: {peran} {'memutuskan' if memutus else 'mengerjakan'}"


def _alur(s: Sop, kali: float) -> list[dict[str, Any]]:
    gambar = gambar_alur(s, _LEBAR_ALUR * kali, _TINGGI_ALUR)
    return [
        {
            "judul": f"Alur {s.nama}" + (f" (langkah {g.dari} s.d. {g.sampai})" if len(gambar) > 1 else ""),
            "gambar": Gambar(isi=g.isi, tinggi_mm=g.tinggi_mm, alt=g.alt),
        }
        for g in gambar
    ]
