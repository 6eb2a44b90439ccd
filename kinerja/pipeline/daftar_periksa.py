"""The checklist that ends `kinerja build`: which mandatory analyses are complete, what the others lack and where."""

from __future__ import annotations

from collections.abc import Sequence

from kinerja.aggregate.kecukupan import Kekurangan, analisis_wajib, nama_analisis
from kinerja.domain.periode import Periode
from kinerja.domain.urut import rentang_urut

JUDUL = "Kelengkapan analisis wajib (lembar yang disebut ada di induk.xlsx):"


def daftar_periksa(periode: Periode, kekurangan: Sequence[Kekurangan], urutan: Sequence[str]) -> tuple[str, ...]:
    """The lines of the checklist: the complete analyses together, then one line per lack with its codes.

    `urutan`: all codes of indicators in the order of their sheet; neighbours are drawn together.
    """
    kurang = {k.analisis for k in kekurangan if k.wajib}
    bercatatan = {k.analisis for k in kekurangan if not k.wajib}
    lengkap = [nama_analisis(n, periode) for n in analisis_wajib(periode) if n not in kurang | bercatatan]
    baris = [f"  lengkap: {', '.join(lengkap)}"] if lengkap else []
    baris += _kelompok(periode, [k for k in kekurangan if k.wajib], urutan, "belum lengkap")
    catatan = [k for k in kekurangan if not k.wajib]
    baris += _kelompok(periode, [k for k in catatan if k.analisis not in kurang], urutan, "lengkap dengan catatan")
    baris += _kelompok(periode, [k for k in catatan if k.analisis in kurang], urutan, "catatan")
    return (JUDUL, *baris)


def _kelompok(periode: Periode, kekurangan: Sequence[Kekurangan], urutan: Sequence[str], tanda: str) -> list[str]:
    """Lacks of one kind and place in one line, with the codes of what they concern."""
    kode: dict[tuple[int, str, str], list[str]] = {}
    for k in kekurangan:
        milik = kode.setdefault((k.analisis, k.apa, k.tempat), [])
        milik += [x for x in (k.indikator or k.sasaran,) if x]
    baris = []
    for (n, apa, tempat), milik in kode.items():
        siapa = f" ({_kode(milik, urutan)})" if milik else ""
        baris.append(f"  {tanda}, {nama_analisis(n, periode)}: {apa}{siapa}; {tempat}.")
    return baris


def _kode(milik: Sequence[str], urutan: Sequence[str]) -> str:
    """Codes of indicators with neighbours drawn together; those of sasaran as they are."""
    if len(milik) == len(urutan) > 1:
        return f"seluruh {len(urutan)} indikator"
    if not set(milik) <= set(urutan):
        return ", ".join(milik)
    return rentang_urut((urutan.index(k) for k in milik), urutan)
