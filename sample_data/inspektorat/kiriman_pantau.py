"""Contoh: Kertas Kerja Pemantauan mingguan yang dikirim dua unit untuk April 2026, dan temuan yang seharusnya.

Bulan Mei hanya dibagikan, supaya terlihat bahwa tindakan yang masih terbuka dibawa serta.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

TERBIT = {4: datetime(2026, 4, 1, 8), 5: datetime(2026, 5, 12, 8)}  # bulan -> kapan dibagikan

_R, _STATUS_LALU = "Realisasi Minggu Ini", "Status Tindakan Lalu"


def _rasio(*bagian: str) -> list[dict[str, Any]]:
    pasangan = [b.split("/") for b in bagian]
    return [{"Pembilang": int(a), "Penyebut": int(b)} for a, b in pasangan]


def _angka(*nilai: float) -> list[dict[str, Any]]:
    return [{_R: x} for x in nilai]


def _tindakan(apa: str, siapa: str, kapan: date) -> dict[str, Any]:
    return {"Tindakan Perbaikan": apa, "Penanggung Jawab": siapa, "Batas Waktu": kapan, "Status Tindakan": "Belum"}


@dataclass(frozen=True, slots=True, kw_only=True)
class KirimPantau:
    """Satu kertas kerja: `isi` per Kode satu isian tiap minggu, `lain` tambahan menurut (minggu, Kode).

    `temuan` adalah (minggu, Kode, judul kolom, kode temuan, keterangan) pada kertas kerja ini; `beda` adalah (Kode,
    keterangan) yang berbeda dari formulir unit itu.
    """

    unit: str
    bulan: int
    path: str
    diterima: datetime
    isi: dict[str, list[dict[str, Any]]]
    lain: dict[tuple[int, str], dict[str, Any]]
    temuan: tuple[tuple[int, str, str, str, str], ...] = ()
    beda: tuple[tuple[str, str], ...] = ()

    @property
    def per_minggu(self) -> dict[int, dict[str, dict[str, Any]]]:
        """Isian menurut minggu dan Kode."""
        return {
            ke: {kode: {**semua[ke - 1], **self.lain.get((ke, kode), {})} for kode, semua in self.isi.items()}
            for ke in range(1, 6)
        }


PANTAU = (
    KirimPantau(
        unit="IRB1", bulan=4, path="masuk/2026-04/Irban I/Pemantauan mingguan April.xlsx",
        diterima=datetime(2026, 5, 2, 9, 15),
        isi={
            "IKU-01": _rasio("115/226", "118/226", "119/226", "121/226", "123/226"),
            "IKU-02": _rasio("1/1", "3/3", "4/5", "6/7", "7/8"),
            "IKU-03": _angka(1, 1, 0, 1, 1),
            "IKU-07": _rasio("1/1", "1/1", "2/2", "3/3", "3/3"),
            "IKK-01": _angka(19.2, 19.6, 20, 19.8, 19.9),
        },
        lain={
            (1, "IKU-01"): _tindakan(
                "Rapat pemutakhiran tindak lanjut dengan tiga perangkat daerah", "Ketua Tim B", date(2026, 5, 29)
            ),
            (3, "IKU-01"): {_STATUS_LALU: "Berjalan"},
            (3, "IKU-02"): _tindakan("Menyusun jadwal reviu berjenjang tiap Rabu", "Pengendali Teknis",
                                     date(2026, 5, 8)),
            (5, "IKU-02"): {_STATUS_LALU: "Berjalan"},
            (3, "IKU-03"): _tindakan("Memindahkan satu auditor ke penugasan reguler", "Inspektur Pembantu I",
                                     date(2026, 4, 24)),
            (4, "IKU-03"): {_STATUS_LALU: "Berjalan"},
            (5, "IKU-03"): {_STATUS_LALU: "Selesai"},
        },
    ),
    KirimPantau(
        unit="IRB3", bulan=4, path="masuk/2026-04/irban 3/kertas pemantauan apr (final).xlsx",
        diterima=datetime(2026, 5, 4, 15, 40),
        isi={
            "IKU-01": _rasio("170/322", "172/322", "174/322", "175/322", "176/322"),
            "IKU-02": _rasio("1/1", "3/3", "5/5", "6/6", "7/7"),
            "IKU-03": _angka(1, 1, 1, 1, 1),
            "IKU-07": _rasio("2/2", "4/4", "6/7", "8/9", "9/10"),
            "IKK-01": _angka(20, 19.5, 20, 20, 20),
        },
        lain={
            (1, "IKU-01"): _tindakan("Mendampingi dua kecamatan melengkapi bukti setor", "Ketua Tim C",
                                     date(2026, 4, 17)),
            (2, "IKU-01"): {_STATUS_LALU: "Berjalan"},
            (3, "IKU-01"): {_STATUS_LALU: "Selesai"},
            (3, "IKU-07"): _tindakan("Menugaskan tim khusus untuk pengaduan yang tertunda", "Inspektur Pembantu III",
                                     date(2026, 4, 24)),
        },
        temuan=((3, "IKU-07", "Tindakan Perbaikan", "PTU013", "Batas 24 April lewat, statusnya masih Belum."),),
        beda=(("IKU-03", "Pemantauan lima minggu berjumlah 5, formulirnya 4."),),
    ),
)  # fmt: skip
