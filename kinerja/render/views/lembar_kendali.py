"""The paraf slip of a report: who handles its konsep in which order, decisions with date and note, rejections."""

from __future__ import annotations

import textwrap
from typing import Any

from kinerja.domain.nip import format_nip
from kinerja.domain.tanggal import format_tanggal
from kinerja.master.model import Master
from kinerja.render.model import BarisKendali, LembarKendali
from kinerja.render.views.cetak import TANPA_NILAI
from kinerja.render.views.kop import KOSONG, kop

_KATA = {"disusun": "disusun", "disetujui": "disetujui", "ditolak": "ditolak", "": "☐\u00a0setuju ☐\u00a0tidak"}


def lembar_kendali(master: Master, lembar: LembarKendali, *, logo: bytes | None = None) -> dict[str, Any]:
    """The context of `lembar_kendali`."""
    return {
        "instansi": kop(master.instansi, logo),
        "periode": lembar.periode.nama,
        "periode_kapital": lembar.periode.nama.upper(),
        "dokumen": f"Laporan Kinerja {master.instansi.nama} {lembar.periode.nama}",
        "konsep": format_tanggal(lembar.dibuat),
        "sidik": " ".join(textwrap.wrap(lembar.sidik, 8)),
        "baris": [_baris(n, b) for n, b in enumerate(lembar.baris, 1)],
        "penolakan": [_baris(n, b) for n, b in enumerate(lembar.penolakan, 1)],
    }


def _baris(n: int, b: BarisKendali) -> dict[str, str]:
    nip = format_nip(b.nip) if b.nip else None
    return {
        "no": f"{n}.",
        "langkah": b.langkah,
        "uraian": b.uraian.partition(";")[0],  # after it: when the work goes back
        "peran": b.peran,
        "nama": b.nama or KOSONG,
        "nip": f"NIP {nip}" if nip else "",
        "keputusan": _KATA[b.keputusan],
        "tanggal": format_tanggal(b.tanggal) if b.tanggal is not None else "",
        "catatan": b.catatan or (TANPA_NILAI if b.keputusan else ""),
    }
