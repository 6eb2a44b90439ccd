"""What an office must confirm in an SOP before it signs: which key of which step, and why, under two signs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kinerja.sop.model import Kepala, Langkah, Sop

TAFSIRAN, RAGU = "*", "**"  # inferred; as published, and doubtful
_SEBUTAN = {
    "no": "nomor",
    "jika_ditolak": "tujuan pengembalian",
    "dihasilkan_oleh": "bukti",
    "dasar_hukum": "Dasar Hukum",
    "kualifikasi": "Kualifikasi Pelaksana",
    "keterkaitan": "Keterkaitan",
    "peralatan": "Peralatan/Perlengkapan",
    "peringatan": "Peringatan",
    "pencatatan": "Pencatatan dan Pendataan",
}
_TERCETAK = ("no", "uraian", "kelengkapan", "waktu", "output", "keterangan")  # cells of the flow table with text


@dataclass(frozen=True, slots=True, kw_only=True)
class Catatan:
    """One note under the table."""

    tanda: str
    teks: str


def tanda_langkah(langkah: Langkah) -> dict[str, str]:
    """Signs by cell of the flow table; what has no text of its own there bears its sign at the number."""
    hasil: dict[str, str] = {}
    for tanda, catatan in ((TAFSIRAN, langkah.tafsiran_pada), (RAGU, langkah.ragu)):
        for sel in dict.fromkeys(k if k in _TERCETAK else "no" for k, _ in catatan):
            hasil[sel] = f"{hasil[sel]} {tanda}" if sel in hasil else tanda
    return hasil


def tanda_kotak(kepala: Kepala, tempat: str) -> str:
    """The sign of one entry of a header box (`dasar_hukum.3`), or nothing."""
    return RAGU if tempat in dict(kepala.ragu) else ""


def catatan_sop(sop: Sop) -> tuple[Catatan, ...]:
    """All notes of an SOP; steps of which the same is to be said stand together."""
    hasil = []
    for kunci, sebab in sop.kepala.ragu:
        kotak, _, ke = kunci.partition(".")
        sebutan = _SEBUTAN.get(kotak, kotak.replace("_", " ")) + (f" angka {ke}" if ke else "")
        hasil.append(Catatan(tanda=RAGU, teks=f"{sebutan}: {sebab}."))
    for tanda, semua in (
        (TAFSIRAN, ((x, c) for x in sop.langkah for c in x.tafsiran_pada)),
        (RAGU, ((x, c) for x in sop.langkah for c in x.ragu)),
    ):
        hasil += (Catatan(tanda=tanda, teks=teks) for teks in _kumpul(semua))
    return tuple(hasil)


def _kumpul(semua: Iterable[tuple[Langkah, tuple[str, str]]]) -> list[str]:
    langkah: dict[tuple[str, str], list[str]] = {}
    for x, catatan in semua:
        langkah.setdefault(catatan, []).append(x.no.rstrip(".") or f"tanpa nomor ({x.uraian})")
    return [
        f"Langkah {', '.join(no)}, {_SEBUTAN.get(kunci, kunci)}: {sebab}." for (kunci, sebab), no in langkah.items()
    ]
