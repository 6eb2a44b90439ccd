"""The Daftar Koreksi dan Masukan in Word: what came back on a konsep, and what was decided on it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from kinerja.koreksi.sebut import cukup, keterangan, oleh_waktu, rangkuman, uraian
from kinerja.master.model import Master
from kinerja.register.model import KoreksiTercatat
from kinerja.render.views.cetak import TANPA_NILAI
from kinerja.render.views.kop import kop, penanda_tangan

_MAKS_BUTIR = 500  # nobody reads more on paper; the workbook has them all


def daftar_koreksi(
    master: Master,
    judul: str,
    koreksi: Sequence[KoreksiTercatat],
    berkas: Sequence[str],
    *,
    tanggal: date,
    logo: bytes | None = None,
) -> dict[str, Any]:
    """The context of `daftar_koreksi`. `judul`: what the report is called; `berkas`: a sentence on each file read."""
    lebih = len(koreksi) - _MAKS_BUTIR
    return {
        "instansi": kop(master.instansi, logo),
        "judul": judul,
        "judul_kapital": judul.upper(),
        "ringkasan": rangkuman([k.berlaku for k in koreksi]),
        "berkas": list(berkas),
        "koreksi": [_butir(n, k) for n, k in enumerate(koreksi[:_MAKS_BUTIR], 1)],
        "selebihnya": f"Selebihnya, {lebih} butir, ada pada daftar Excel." if lebih > 0 else "",
        "ttd": penanda_tangan(master, tanggal, None),
    }


def _butir(n: int, t: KoreksiTercatat) -> dict[str, str]:
    k = t.koreksi
    tanya = f"status perlu dijawab: {t.pertanyaan}" if t.pertanyaan is not None else ""
    return {
        "no": str(n),
        "jenis": k.jenis.value.capitalize(),
        "oleh": oleh_waktu(k),
        "tempat": k.tempat,
        "lama": cukup(k.teks_lama) or TANPA_NILAI,
        "baru": cukup(uraian(k)) or TANPA_NILAI,
        "keterangan": "; ".join(x for x in (keterangan(k), tanya) if x),
        "status": t.berlaku.value.capitalize(),
        "putusan": "\n".join(x for x in (t.oleh, t.tanggal, t.catatan) if x) or TANPA_NILAI,
    }
