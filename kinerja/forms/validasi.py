"""Data validations of the input cells: what may be typed, the message shown while typing, the alert on a slip."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from kinerja.domain.angka import format_ringkas
from kinerja.domain.formulir import Kolom
from kinerja.domain.indikator import TipeNilai
from kinerja.domain.rumus_excel import literal
from kinerja.forms.sifat import SifatBaris

STATUS_TINDAK_LANJUT = ("Selesai", "Berjalan", "Belum")

_BATAS_DAFTAR = 255  # characters that a list written into the validation itself may have
_BATAS_PESAN = 255
_BATAS_JUDUL = 32
_TAK_TERBATAS = "1000000000000000"


def _pesan(teks: str) -> str:
    return teks if len(teks) <= _BATAS_PESAN else teks[: _BATAS_PESAN - 1] + "…"


def _dasar(judul: str, pesan: str) -> dict[str, Any]:
    return {"input_title": judul[:_BATAS_JUDUL], "input_message": _pesan(pesan)}


def inline_list(pilihan: Sequence[str]) -> bool:
    """True when the choices fit into the validation itself, where every program keeps them."""
    return len(",".join(pilihan)) <= _BATAS_DAFTAR and not any("," in p or '"' in p for p in pilihan)


def pilihan(judul: str, pesan: str, sumber: list[str] | str) -> dict[str, Any]:
    """A drop-down; `sumber` is the list itself or a range of the hidden sheet."""
    return {
        "validate": "list", "source": sumber, **_dasar(judul, pesan),
        "error_title": "Pilih dari daftar", "error_message": "Pilih salah satu isi daftar, atau kosongkan.",
    }  # fmt: skip


def teks(judul: str, pesan: str) -> dict[str, Any]:
    """Any text, with a message."""
    return {"validate": "any", **_dasar(judul, pesan)}


def angka(judul: str, pesan: str, *, minimum: str | None = None) -> dict[str, Any]:
    """Any number, or any from `minimum` up."""
    batas: dict[str, Any] = (
        {"criteria": "between", "minimum": f"-{_TAK_TERBATAS}", "maximum": _TAK_TERBATAS}
        if minimum is None
        else {"criteria": ">=", "value": minimum}
    )
    salah = "Isian harus angka, misalnya 12,5 (koma untuk desimal)."
    if minimum is not None:
        salah = "Isian harus angka 0 atau lebih, misalnya 12,5 (koma untuk desimal)."
    return {
        "validate": "decimal", **batas, **_dasar(judul, pesan), "error_title": "Bukan angka yang diminta",
        "error_message": f"{salah} Kosongkan bila belum ada datanya.",
    }  # fmt: skip


def tanggal(judul: str, pesan: str, mulai: date) -> dict[str, Any]:
    """A date from `mulai` on; an earlier one only after a warning."""
    return {
        "validate": "date", "criteria": ">=", "value": mulai, **_dasar(judul, pesan), "error_type": "warning",
        "error_title": "Periksa kembali",
        "error_message": f"Isian harus tanggal, paling awal {mulai:%d/%m/%Y}. Tetap pakai isian ini?",
    }  # fmt: skip


def realisasi(sifat: SifatBaris, sumber_skala: list[str] | str) -> dict[str, Any]:
    """The Realisasi cell of an indicator that is not a Rasio."""
    if sifat.tipe is TipeNilai.YA_TIDAK:
        return pilihan("Realisasi", "Pilih Ya atau Tidak.", sumber_skala)
    if sifat.tipe is TipeNilai.PREDIKAT:
        return pilihan("Realisasi", "Pilih predikat yang diperoleh dari daftar.", sumber_skala)
    if sifat.contoh.persen:
        ajakan = "Angka periode ini saja, dalam persen dan tanpa tanda %. Contoh: 88,5 berarti 88,5 %."
    else:
        ajakan = f"Angka periode ini saja, dalam satuan {sifat.satuan}. Contoh: {'12,5' if sifat.desimal else '12'}."
    bawah, atas = sifat.batas_bawah, sifat.batas_atas
    aturan = angka("Realisasi", ajakan)
    wajar = ""
    if bawah is not None and atas is not None:
        wajar = f"antara {format_ringkas(bawah, 6)} dan {format_ringkas(atas, 6)}"
    elif bawah is not None:
        wajar = f"paling kecil {format_ringkas(bawah, 6)}"
    elif atas is not None:
        wajar = f"paling besar {format_ringkas(atas, 6)}"
    aturan["minimum"] = aturan["minimum"] if bawah is None else literal(bawah)
    aturan["maximum"] = aturan["maximum"] if atas is None else literal(atas)
    if not wajar:
        return aturan
    return aturan | {
        "input_message": _pesan(f"{ajakan} Wajarnya {wajar}."),
        "error_type": "warning",
        "error_title": "Periksa kembali",
        "error_message": f"Isian harus angka, dan wajarnya {wajar}. Tetap pakai isian ini?",
    }


def bagian_rasio(kolom: Kolom) -> dict[str, Any]:
    """Pembilang or Penyebut of a Rasio."""
    if kolom is Kolom.PEMBILANG:
        return angka(
            "Pembilang", "Jumlah yang tercapai pada periode ini. Contoh: 23. Realisasi terhitung sendiri.", minimum="0"
        )
    return angka(
        "Penyebut", "Jumlah seluruhnya pada periode ini. Contoh: 36. Realisasi terhitung sendiri.", minimum="0"
    )


def uraian(kolom: Kolom, *, wajib_bukti: bool) -> dict[str, Any]:
    """The text columns."""
    match kolom:
        case Kolom.FAKTOR_PENDORONG:
            return teks("Faktor Pendorong", "Apa yang membantu tercapainya target, dalam satu atau dua kalimat.")
        case Kolom.FAKTOR_PENGHAMBAT:
            return teks("Faktor Penghambat", "Apa yang menghambat. Wajib diisi bila realisasi menyimpang dari target.")
        case Kolom.TINDAK_LANJUT:
            return teks("Tindak Lanjut", "Apa yang akan dilakukan, oleh siapa, kapan. Wajib diisi bila ada penghambat.")
        case _:
            ajakan = "Nama berkas atau dokumen bukti. Contoh: LHP 700-12-2026.pdf."
            return teks("Data Pendukung", ("Wajib diisi. " if wajib_bukti else "") + ajakan)


def status_tindak_lanjut() -> dict[str, Any]:
    """Status of last period's follow-up."""
    ajakan = "Pilih sampai di mana tindak lanjut periode lalu: Selesai, Berjalan, atau Belum."
    return pilihan("Status Tindak Lanjut Lalu", ajakan, list(STATUS_TINDAK_LANJUT))
