"""Monitoring papers, filled as real files: one without a fault, and for each code what breaks it or nearly does."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

import openpyxl
from dunia_kecil import PERIODE, PROFIL, buat_master

from kinerja.domain.kalender import Kalender
from kinerja.domain.pemantauan import KolomPantau, PantauTerbit, StatusTindakan, Tindakan
from kinerja.findings import Finding
from kinerja.forms.pemantauan import kertas_pemantauan
from kinerja.forms.terbit_pantau import terbitkan_pantau
from kinerja.read.form import read_form
from kinerja.read.model import Kandidat
from kinerja.validate.lintas_pantau import isian_hilang, tolak_pantau
from kinerja.validate.pemantauan import HasilPantau, periksa_pantau
from sample_data.pengisi import isi_pemantauan, letak

K = KolomPantau
M = buat_master()
LALU = Tindakan(
    indikator="JML", periode="2026-02", minggu=4, uraian="Menambah auditor", penanggung_jawab="Dalnis",
    batas=date(2026, 3, 20), status=StatusTindakan.BELUM, selesai=None, lembar="Minggu 4", sel="O8",
)  # fmt: skip
LENGKAP = date(2026, 4, 1)  # received after all weeks

Isi = dict[int, dict[str, dict[str, Any]]]


def _minggu(jml: int) -> dict[str, dict[str, Any]]:
    isi: dict[str, dict[str, Any]] = {
        kode: {K.REALISASI: nilai}
        for kode, nilai in {"PSN": 85, "PRD": "BB", "YAT": "Ya", "MIN": 5, "RTG": 7.5, "KUM": 32}.items()
    }
    isi["JML"] = {K.REALISASI: jml}
    isi["RSO"] = {K.PEMBILANG: 21, K.PENYEBUT: 24}
    isi["RSK"] = {K.PEMBILANG: 33, K.PENYEBUT: 100}
    return isi


def bersih() -> Isi:
    """Every week with working days (1 March 2026 is a Sunday), nothing behind its share, nothing open."""
    isi = {ke: _minggu(jml) for ke, jml in zip(range(2, 7), (1, 1, 1, 1, 0), strict=True)}
    isi[2]["JML"][K.STATUS_LALU] = "Selesai"
    return isi


@cache
def terbit() -> PantauTerbit:
    return terbitkan_pantau(M, "SEK", PERIODE, Kalender(), (LALU,))


@cache
def kosong() -> bytes:
    return kertas_pemantauan(M, terbit(), "A4")


def baca(isi: bytes) -> Any:
    return read_form(Kandidat(path="masuk/pantau.xlsx", isi=isi, sha256="0" * 64, diterima=datetime(2026, 4, 1)))


def nilai(isi: bytes, diterima: date = LENGKAP) -> HasilPantau:
    """The paper as it is judged when it comes on this day."""
    hasil = baca(isi)
    assert hasil.pantau is not None
    return periksa_pantau(
        hasil.pantau, terbit(), M, diterima=diterima, tingkat=PROFIL.tingkat, temuan_baca=hasil.temuan
    )


def temuan_of(semua: tuple[Finding, ...]) -> list[tuple[str, str | None, str | None]]:
    return [(t.kode, t.sumber.lembar, t.sumber.sel) for t in semua]


def sel(minggu: int, kode: str, kolom: K) -> tuple[str, str]:
    """(sheet, cell) of the blank paper."""
    buku = openpyxl.load_workbook(io.BytesIO(kosong()), read_only=False)
    judul, baris = letak(buku[f"Minggu {minggu}"])
    alamat = buku[f"Minggu {minggu}"].cell(baris[kode], judul[kolom]).coordinate
    buku.close()
    return f"Minggu {minggu}", alamat


@dataclass(frozen=True, slots=True)
class Kasus:
    """What is typed over the clean paper: {(week, Kode, heading): value}; the finding's place; the near miss."""

    kode: str
    tempat: tuple[int, str, K] | tuple[str, None]
    gagal: Mapping[tuple[int, str, K], Any]
    lulus: Mapping[tuple[int, str, K], Any]
    diterima: date = LENGKAP
    rusak: Callable[[Any], None] | None = None  # done to the workbook itself


def ketik(ubah: Mapping[tuple[int, str, K], Any], rusak: Callable[[Any], None] | None = None) -> bytes:
    isi = bersih()
    for (ke, kode, kolom), x in ubah.items():
        isi.setdefault(ke, {}).setdefault(kode, {})[kolom] = x
    jadi = isi_pemantauan(kosong(), isi)
    if rusak is None:
        return jadi
    buku = openpyxl.load_workbook(io.BytesIO(jadi))
    rusak(buku)
    keluar = io.BytesIO()
    buku.save(keluar)
    buku.close()
    return keluar.getvalue()


def _hapus_baris(buku: Any) -> None:
    ws = buku["Minggu 3"]
    _, baris = letak(ws)
    for n in range(1, ws.max_column + 1):
        ws.cell(baris["YAT"], n).value = None


def _tindakan(ke: int, kode: str, **lain: Any) -> dict[tuple[int, str, K], Any]:
    isi: dict[K, Any] = {
        K.TINDAKAN: "Menyurati objek pemeriksaan", K.PENANGGUNG_JAWAB: "Ketua Tim A", K.BATAS_WAKTU: date(2026, 4, 10),
    }  # fmt: skip
    isi |= {K[k.upper()]: v for k, v in lain.items()}
    return {(ke, kode, k): v for k, v in isi.items()}


_BURUK = {(6, "PSN", K.REALISASI): 75}

KASUS = (
    Kasus("PTU002", (3, "JML", K.REALISASI), {(3, "JML", K.REALISASI): "1 LHP"}, {(3, "JML", K.REALISASI): "1"}),
    Kasus("PTU002", (3, "PRD", K.REALISASI), {(3, "PRD", K.REALISASI): "Baik sekali"}, {(3, "PRD", K.REALISASI): "bb"}),
    Kasus("PTU002", (3, "RSO", K.PENYEBUT), {(3, "RSO", K.PENYEBUT): None}, {(3, "RSO", K.PENYEBUT): 25}),
    Kasus(
        "PTU003", (6, "JML", K.REALISASI), {}, {(6, k, c): None for k, c in (
            *((k, K.REALISASI) for k in ("PSN", "JML", "PRD", "YAT", "MIN", "RTG", "KUM")),
            *((k, c) for k in ("RSO", "RSK") for c in (K.PEMBILANG, K.PENYEBUT)),
        )}, date(2026, 3, 29),
    ),
    Kasus("PTU004", (6, "PSN", K.TINDAKAN), _BURUK, _BURUK | _tindakan(6, "PSN")),
    Kasus("PTU004", (6, "MIN", K.TINDAKAN), {(6, "MIN", K.REALISASI): 6}, {(6, "MIN", K.REALISASI): 4}),
    Kasus("PTU004", (5, "JML", K.TINDAKAN), {(5, "JML", K.REALISASI): 0, (6, "JML", K.REALISASI): None},
          {(5, "JML", K.REALISASI): 0, (6, "JML", K.REALISASI): 1}, date(2026, 3, 31)),
    Kasus(
        "PTU005", (6, "PSN", K.PENANGGUNG_JAWAB), _BURUK | _tindakan(6, "PSN", penanggung_jawab=None),
        _BURUK | _tindakan(6, "PSN", penanggung_jawab="Irban"),
    ),
    Kasus(
        "PTU006", (6, "PSN", K.BATAS_WAKTU), _BURUK | _tindakan(6, "PSN", batas_waktu="segera"),
        _BURUK | _tindakan(6, "PSN", batas_waktu="10 April 2026"),
    ),
    Kasus(
        "PTU006", (6, "PSN", K.BATAS_WAKTU), _BURUK | _tindakan(6, "PSN", batas_waktu=None),
        _BURUK | _tindakan(6, "PSN", batas_waktu=46122),
    ),
    Kasus(
        "PTU007", (6, "PSN", K.BATAS_WAKTU),
        _BURUK | _tindakan(6, "PSN", batas_waktu=date(2026, 3, 29), status="Selesai"),
        _BURUK | _tindakan(6, "PSN", batas_waktu=date(2026, 3, 30), status="Selesai"),
    ),
    Kasus(
        "PTU008", (6, "PSN", K.STATUS), _BURUK | _tindakan(6, "PSN", status="beres"),
        _BURUK | _tindakan(6, "PSN", status="berjalan"),
    ),
    Kasus("PTU008", (3, "JML", K.STATUS_LALU), {(3, "JML", K.STATUS_LALU): "sudah"},
          {(3, "JML", K.STATUS_LALU): "Selesai"}),
    Kasus("PTU009", (3, "JML", K.TARGET), {(3, "JML", K.TARGET): 2}, {(3, "JML", K.TARGET): 4}),
    Kasus("PTU009", (3, "JML", K.BAGIAN_SD), {(3, "JML", K.BAGIAN_SD): 1}, {(3, "JML", K.BAGIAN_SD): 40 / 22}),
    Kasus("PTU009", (3, "RTG", K.BAGIAN), {(3, "RTG", K.BAGIAN): "7–9"}, {(3, "RTG", K.BAGIAN): "7 - 8"}),
    Kasus("PTU010", ("Minggu 3", None), {}, {(3, "YAT", K.REALISASI): "Ya"}, rusak=_hapus_baris),
    Kasus("PTU011", (3, "YAT", K.REALISASI), {(3, "YAT", K.REALISASI): None}, {(3, "YAT", K.REALISASI): "Ya"}),
    Kasus(
        "PTU013", (5, "PSN", K.TINDAKAN),
        {(5, "PSN", K.REALISASI): 75} | _tindakan(5, "PSN", batas_waktu=date(2026, 3, 31)),
        {(5, "PSN", K.REALISASI): 75} | _tindakan(5, "PSN", batas_waktu=date(2026, 3, 31))
        | {(6, "PSN", K.STATUS_LALU): "Selesai"},
    ),
)  # fmt: skip

# Not found in one paper by its rows: against the office, against the version before.
LAIN = {"PTU001": tolak_pantau, "PTU012": isian_hilang}
