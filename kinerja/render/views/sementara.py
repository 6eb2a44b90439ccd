"""Angka sementara: the mark on a report or letter, and the sentence that names what its figures still lack."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kinerja.domain.kiriman import Status
from kinerja.render.model import BelumLengkap
from kinerja.render.views.cetak import daftar_kata, rentang_bulan
from kinerja.render.views.kelengkapan import NAMA_STATUS
from kinerja.render.views.narasi import paragraf

TANDA = "ANGKA SEMENTARA"
_SEMUA = 5  # indicators named one by one; of more only the number


def tandai(konteks: dict[str, Any], belum: Sequence[BelumLengkap]) -> None:
    """Mark the context of a report: its title, and the paragraph on completeness."""
    konteks["periode"]["nama_kapital"] += f" ({TANDA})"
    kini = konteks["ringkasan"]["kelengkapan"]["teks"]
    konteks["ringkasan"]["kelengkapan"] = paragraf("kelengkapan", kini, kalimat(belum))


def kalimat(belum: Sequence[BelumLengkap]) -> str:
    """`Angka dalam laporan ini masih sementara karena …`, unit by unit, with months and indicators."""
    return (
        f"Angka dalam laporan ini masih sementara karena data berikut belum lengkap: {'; '.join(rincian(belum))}. "
        "Perbaikannya disampaikan setelah data tersebut diterima dan valid."
    )


def rincian(belum: Sequence[BelumLengkap]) -> list[str]:
    """One piece per unit and kind of lack: `Irban III (Jan–Mar: belum menyampaikan formulir; IKU-01)`."""
    kelompok: dict[tuple[str, str], list[BelumLengkap]] = {}
    for b in belum:
        kelompok.setdefault((b.nama, _keadaan(b)), []).append(b)
    return [
        f"{nama} ({rentang_bulan([b.periode.bulan_akhir for b in milik], milik[0].periode.jenis)}: {keadaan}"
        f"{_indikator(milik)})"
        for (nama, keadaan), milik in kelompok.items()
    ]


def _keadaan(b: BelumLengkap) -> str:
    if b.status is None:
        return "belum menyampaikan formulir"
    nama = NAMA_STATUS[Status.TIDAK_LENGKAP if b.status is Status.TIDAK_LENGKAP else Status.TIDAK_VALID]
    return f"formulir {nama}" if b.dipakai is None else f"perbaikan {nama}, dipakai revisi {b.dipakai}"


def _indikator(milik: Sequence[BelumLengkap]) -> str:
    kode = list(dict.fromkeys(k for b in milik for k in b.indikator))
    if not kode:
        return ""
    return f"; {daftar_kata(kode) if len(kode) <= _SEMUA else f'{len(kode)} indikator'}"
