"""The texts of a printed SOP, with signs at what an office must confirm before it signs, and the notes to the signs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kinerja.domain.angka import TANPA_NILAI
from kinerja.sop.model import Kepala, Langkah, Sop

TAFSIRAN, RAGU = "*", "**"  # inferred; as published, and doubtful
TITIK = "…" * 12  # a blank that is filled in by hand
HARAP = (
    "Mohon dipastikan sebelum disahkan: yang bertanda * adalah tafsiran atas naskah SOP; yang bertanda ** tercetak "
    "demikian pada naskah dan meragukan."
)
JUDUL_KOTAK = {
    "dasar_hukum": "Dasar Hukum",
    "kualifikasi": "Kualifikasi Pelaksana",
    "keterkaitan": "Keterkaitan",
    "peralatan": "Peralatan/Perlengkapan",
    "peringatan": "Peringatan",
    "pencatatan": "Pencatatan dan Pendataan",
}
_SEBUTAN = {**JUDUL_KOTAK, "no": "nomor", "jika_ditolak": "tujuan pengembalian", "dihasilkan_oleh": "bukti"}
_BARIS_KOSONG = 3
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


def isi_baris(langkah: Langkah) -> dict[str, str]:
    """The texts of one row of the flow table, with their signs."""
    isi = {
        "no": langkah.no or TANPA_NILAI,
        "uraian": langkah.uraian,
        "kelengkapan": _butir(langkah.kelengkapan),
        "waktu": langkah.waktu or TANPA_NILAI,
        "output": _butir(langkah.output),
        "keterangan": langkah.keterangan,
    }
    tanda = tanda_langkah(langkah)
    return {k: v + tanda.get(k, "") for k, v in isi.items()}


def _butir(isi: Sequence[str]) -> str:
    if len(isi) < 2:
        return isi[0] if isi else TANPA_NILAI
    return "\n".join(f"- {x}" for x in isi)


def isi_kotak(kepala: Kepala, kunci: str) -> list[tuple[str, str]]:
    """Number and text of the entries of one header box; an empty box has lines to write on."""
    isi: Sequence[str] = getattr(kepala, kunci)
    if not isi:
        return [("", TITIK * 2) for _ in range(_BARIS_KOSONG)]
    return [
        (f"{n}." if len(isi) > 1 else "", teks + tanda_kotak(kepala, f"{kunci}.{n}")) for n, teks in enumerate(isi, 1)
    ]


def isi_nomor(kepala: Kepala) -> list[tuple[str, str]]:
    """The office's number and dates by the heading of their lines; what it has not given is a blank to fill."""
    return [
        ("NOMOR SOP", kepala.nomor or TITIK),
        ("TGL. PEMBUATAN", kepala.tanggal_pembuatan or TITIK),
        ("TGL. REVISI", kepala.tanggal_revisi or TITIK),
        ("TGL. EFEKTIF", kepala.tanggal_efektif or TITIK),
    ]


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
