"""Membuat induk.xlsx, kinerja.toml, dan logo.png contoh Inspektorat Daerah Kabupaten Tirta Amerta (rekaan).

Jalankan dari akar proyek: `python sample_data/inspektorat/buat_induk.py`. Hasilnya selalu sama, kecuali hari
libur berubah pada versi baru paket `holidays`.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from pathlib import Path

import data_kinerja as kinerja_2026
import data_lembaga as lembaga
import holidays
from data_riwayat import riwayat
from logo import gambar_logo

from kinerja.master.contoh import example_toml
from kinerja.master.tulis import Isi, write_master

TAHUN = 2026
MAP = Path(__file__).resolve().parent


def _angka(teks: str) -> Isi:
    """Angka bila teksnya angka; predikat dan rentang tetap teks."""
    try:
        return Decimal(teks)
    except InvalidOperation:
        return teks


def _libur() -> list[tuple[Isi, ...]]:
    """Hari libur dan cuti bersama tahun ini serta Januari berikutnya, tempat tenggat bulan Desember jatuh."""
    daftar = holidays.country_holidays(
        "ID", years=[TAHUN, TAHUN + 1], categories=("public", "government"), language="id"
    )
    paket = f"Paket holidays {holidays.__version__} (libur nasional dan cuti bersama)"
    dasar = f"{paket}; cocokkan dengan keputusan bersama menteri"
    return [
        (tanggal, nama, dasar)
        for tanggal, nama in sorted(daftar.items())
        if tanggal.year == TAHUN or tanggal.month == 1
    ]


def induk() -> bytes:
    """Berkas induk contoh."""
    return write_master(
        {
            "Instansi": lembaga.INSTANSI,
            "Unit": lembaga.UNIT,
            "Pejabat": lembaga.PEJABAT,
            "Tim": lembaga.TIM,
            "Sasaran": lembaga.SASARAN,
            "Indikator": kinerja_2026.INDIKATOR,
            "Target": kinerja_2026.TARGET,
            "Anggaran": kinerja_2026.ANGGARAN,
            "Skala": kinerja_2026.SKALA,
            "Riwayat": [(kode, periode, _angka(t), _angka(r)) for kode, periode, t, r in riwayat()],
            "Libur": _libur(),
            "Aturan": lembaga.ATURAN,
            "LHE": lembaga.LHE,
            "Narasi": lembaga.NARASI,
            "Rapat": lembaga.RAPAT,
            "Agenda": lembaga.AGENDA,
        },
        tahun=TAHUN,
    )


if __name__ == "__main__":
    (MAP / "induk.xlsx").write_bytes(induk())
    (MAP / "kinerja.toml").write_text(example_toml("karanganyar", TAHUN, "bulanan"), encoding="utf-8", newline="\n")
    (MAP / "logo.png").write_bytes(gambar_logo())
