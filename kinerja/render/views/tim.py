"""The decree that forms the Tim Pengukuran Kinerja. What it rests on in law is for the office to write."""

from __future__ import annotations

import re
from typing import Any

from kinerja.domain.nip import format_nip
from kinerja.domain.tanggal import format_tanggal
from kinerja.master.model import Master
from kinerja.render.model import BahanSurat
from kinerja.render.views.cetak import TANPA_NILAI
from kinerja.render.views.kop import KOSONG, TITIK, baris_narasi, kop, nomor, penanda_tangan, tembusan

_BARIS_KOSONG = 3
_SEMENTARA = re.compile(r"^(?:plt|plh)\b\.?\s*", re.IGNORECASE)


def sk_tim(bahan: BahanSurat) -> dict[str, Any]:
    """The context of `sk_tim`."""
    m = bahan.master
    ttd = penanda_tangan(m, bahan.tanggal)
    # A decree names the office, not that it is held for the time being.
    jabatan = _SEMENTARA.sub("", ttd["jabatan"]).strip() or KOSONG
    return {
        "instansi": kop(m.instansi, bahan.logo),
        "tahun": str(bahan.periode.tahun),
        "nomor": nomor(m, bahan.pengaturan, bahan.periode.tahun, None),
        "jabatan": jabatan,
        "mengingat": mengingat(m) or [TITIK * 2 for _ in range(_BARIS_KOSONG)],
        "tanggal": format_tanggal(bahan.tanggal),
        "akhir": format_tanggal(bahan.periode.akhir),
        "tim": [
            {
                "no": str(n),
                "kedudukan": a.kedudukan,
                "nama": a.nama,
                "nip": format_nip(a.nip or "") or TANPA_NILAI,
                "jabatan": a.jabatan or TANPA_NILAI,
            }
            for n, a in enumerate(m.tim, 1)
        ]
        or [
            {"no": str(n), "kedudukan": k, "nama": KOSONG, "nip": KOSONG, "jabatan": KOSONG}
            for n, k in enumerate(("Ketua", "Wakil Ketua", "Sekretaris", "Anggota", "Staf Administrasi"), 1)
        ],
        "ttd": ttd,
        "tembusan": tembusan(m, "SK Tim"),
    }


def mengingat(master: Master) -> list[str]:
    """The regulations that the office itself wrote in sheet Narasi under Bagian “Mengingat”, one a line."""
    return baris_narasi(master, "Mengingat")
