"""An SOP in the usual layout: header boxes, the flow table with its symbols, the pictures of the flow, the notes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from kinerja.master.model import Master
from kinerja.render.gambar.sop import GambarAlur, gambar_alur, petak_alur, tinggi_petak
from kinerja.render.huruf import TINGGI, count_lines
from kinerja.render.kertas import KERTAS
from kinerja.render.model import Gambar
from kinerja.render.views.kop import kop, penanda_tangan
from kinerja.sop.cetak import HARAP, JUDUL_KOTAK, catatan_sop, isi_baris, isi_kotak, isi_nomor
from kinerja.sop.model import Langkah, Sop

# Millimetres of the flow table's columns on A4, as in the template; those of the pelaksana share `LAJUR`.
LAJUR = 90.0
_TEKS = 267.0  # the table's width
_LEBAR = {"uraian": 50.0, "kelengkapan": 38.0, "waktu": 17.0, "output": 35.0, "keterangan": 28.0}
_TEPI_HALAMAN = 15
_TEPI = 2.6  # of a cell, left and right together
_TITIK_ISI = 9.0
_MM_TITIK = 72 / 25.4
_TEGAK = 17.0  # narrower lanes have their names turned upright
_LEBAR_ALUR, _TINGGI_ALUR = 250.0, 158.0


def sop(m: Master, s: Sop, *, tanggal: date, kertas: str = "A4", logo: bytes | None = None) -> dict[str, Any]:
    """The context of `sop`; who holds the head's office on `tanggal` is to sign it."""
    kali = (KERTAS[kertas][1] - 2 * _TEPI_HALAMAN) / _TEKS
    kepala = s.kepala
    nomor = [isi for _, isi in isi_nomor(kepala)]
    return {
        "instansi": kop(m.instansi, logo),
        "nama": s.nama,
        **dict(zip(("nomor", "tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif"), nomor, strict=True)),
        "ttd": penanda_tangan(m, tanggal),
        "kotak": {k: [{"no": no, "isi": isi} for no, isi in isi_kotak(kepala, k)] for k in JUDUL_KOTAK},
        "peran": list(s.peran),
        "tegak": kali * LAJUR / len(s.peran) < _TEGAK,
        "langkah": _langkah(s, kali),
        "jumlah_waktu": s.jumlah_waktu,
        "harap": HARAP,
        "catatan": [f"{c.tanda} {c.teks}" for c in catatan_sop(s)],
        "alur": _alur(s, kali),
    }


def _langkah(s: Sop, kali: float) -> list[dict[str, Any]]:
    """The rows, each as high as its longest text and its symbols need, in a table `kali` times as wide as on A4."""
    lajur = LAJUR * kali
    teks = [isi_baris(x) for x in s.langkah]
    tinggi = tinggi_petak(s, lajur, [_tinggi(t, kali) + 2 for t in teks])
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
        {"judul": judul_alur(s, gambar, g), "gambar": Gambar(isi=g.isi, tinggi_mm=g.tinggi_mm, alt=g.alt)}
        for g in gambar
    ]


def judul_alur(s: Sop, semua: Sequence[GambarAlur], g: GambarAlur) -> str:
    """What stands above a picture: the SOP and, where there are several pictures, which steps."""
    return f"Alur {s.nama}" + (f" (langkah {g.dari} s.d. {g.sampai})" if len(semua) > 1 else "")


def gambar_buku(s: Sop) -> list[tuple[str, GambarAlur]]:
    """Titles and pictures of the flow for a workbook."""
    gambar = gambar_alur(s, _LEBAR_ALUR, _TINGGI_ALUR)
    return [(judul_alur(s, gambar, g), g) for g in gambar]
