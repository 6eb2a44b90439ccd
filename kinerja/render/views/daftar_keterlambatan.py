"""The memo to the head of the office: which units have not sent, sent late, or still have to mend their form."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from kinerja.domain.tanggal import format_tanggal
from kinerja.master.model import Master, Unit
from kinerja.master.pengaturan import Pengaturan
from kinerja.render.model import Keterlambatan, UnitMemperbaiki, UnitTelat
from kinerja.render.views.cetak import TANPA_NILAI, banyak_hari, daftar_kata, hari, hari_batas, hari_jam, sebut
from kinerja.render.views.kop import ketua_tim, kop, nomor, pimpinan, tanda_tangan

_PERMINTAAN = (
    "Sehubungan dengan hal tersebut, mohon kiranya Bapak/Ibu berkenan mengingatkan pimpinan unit kerja yang "
    "bersangkutan. Demikian disampaikan, atas perhatian dan arahannya diucapkan terima kasih."
)


def daftar_keterlambatan(
    master: Master,
    pengaturan: Pengaturan,
    k: Keterlambatan,
    *,
    ketentuan: Sequence[str],
    batas_laporan: date | None,
    logo: bytes | None = None,
) -> dict[str, Any]:
    """The context of `daftar_keterlambatan`.

    `ketentuan` are sentences on what the SOP says; `batas_laporan` is when the report of this period is due, None when
    the profile has no such report.
    """
    tanggal = k.waktu.date()
    kepala = pimpinan(master, tanggal)
    return {
        "instansi": kop(master.instansi, logo),
        "kepada": kepala.jabatan.rstrip(" ,") if kepala is not None else f"Pimpinan {master.instansi.nama}",
        "dari": "Ketua Tim Pengukuran Kinerja",
        "tanggal": format_tanggal(tanggal),
        "nomor": nomor(master, pengaturan, tanggal.year, None),
        "sifat": "Segera" if k.ada and k.lewat else "Biasa",
        "lampiran": TANPA_NILAI,
        "hal": _hal(k),
        "periode": sebut(k.periode),
        "saat": hari_jam(k.waktu),
        "ringkasan": ringkasan(k),
        "ketentuan": " ".join(ketentuan) if k.ada or k.terlambat else "",
        "belum": [
            {"no": str(n), "unit": x.unit.nama, "hubungi": _hubungi(x.unit), "keadaan": _belum(k, x)}
            for n, x in enumerate(k.belum, 1)
        ],
        "perbaikan": [
            {
                "no": str(n),
                "unit": x.unit.nama,
                "hubungi": _hubungi(x.unit),
                "dikembalikan": f"{_dikembalikan(x)}\n(revisi {x.revisi}, {x.galat} galat)",
                "batas": _batas(master, k, x),
            }
            for n, x in enumerate(k.perbaikan, 1)
        ],
        "terlambat": [
            {
                "no": str(n),
                "unit": x.unit.nama,
                "hubungi": _hubungi(x.unit),
                "diterima": hari_jam(x.diterima) if x.diterima is not None else TANPA_NILAI,
                "keadaan": f"terlambat {banyak_hari(x.hari, kerja=k.kerja)}; {_kini(x)}",
            }
            for n, x in enumerate(k.terlambat, 1)
        ],
        "akibat": _akibat(k, batas_laporan),
        "penutup": _PERMINTAAN if k.ada else "Demikian disampaikan untuk menjadi maklum.",
        "ttd": tanda_tangan(master, tanggal, ketua_tim(master, tanggal)),
    }


def ringkasan(k: Keterlambatan) -> str:
    """Where things stand, in a sentence or two."""
    belum, telat, perbaikan = len(k.belum), len(k.terlambat), len(k.perbaikan)
    tepat = k.jumlah - belum - telat
    if tepat == k.jumlah:
        awal = f"Seluruh unit kerja ({k.jumlah}) telah menyampaikan formulir tepat waktu"
        if not perbaikan and not k.bentrok:
            return f"{awal} dan tidak ada yang menunggu perbaikan."
        awal += "."
    elif belum == k.jumlah:
        awal = f"Seluruh unit kerja ({k.jumlah}) belum menyampaikan formulir."
    else:
        bagian = [f"{tepat} menyampaikan tepat waktu"] if tepat else []
        bagian += [f"{telat} menyampaikan terlambat"] if telat else []
        bagian += [f"{belum} belum menyampaikan"] if belum else []
        awal = f"Dari {k.jumlah} unit kerja, {daftar_kata(bagian)}."
    if perbaikan:
        awal += f" Formulir dari {perbaikan} unit kerja masih menunggu perbaikan."
    if k.bentrok:
        awal += (
            f" {daftar_kata([u.nama for u in k.bentrok])} mengirim dua formulir yang berbeda; Tim sedang meminta "
            "ketegasan mana yang berlaku."
        )
    return awal


def jarak_tenggat(k: Keterlambatan) -> str:
    """How far the deadline is: `3 hari lagi`, `hari ini`, `telah lewat 2 hari`."""
    if k.lewat:
        return f"telah lewat {banyak_hari(k.lewat, kerja=k.kerja)}"
    return f"{banyak_hari(k.sisa, kerja=k.kerja)} lagi" if k.sisa else "hari ini"


def _hal(k: Keterlambatan) -> str:
    periode = sebut(k.periode)
    if k.perbaikan or k.terlambat or (k.belum and k.lewat):
        return f"Keterlambatan penyampaian data kinerja {periode}"
    return f"Perkembangan penyampaian data kinerja {periode}"


def _hubungi(unit: Unit) -> str:
    """The head's name (else the office) and the address to write to."""
    return f"{unit.nama_pimpinan or unit.jabatan_pimpinan or TANPA_NILAI}\n{unit.pos_el or '(Pos-el belum ada)'}"


def _belum(k: Keterlambatan, x: UnitTelat) -> str:
    return f"lewat {banyak_hari(x.hari, kerja=k.kerja)}" if x.hari else f"batas {jarak_tenggat(k)}"


def _kini(x: UnitTelat) -> str:
    return x.status.value.replace("_", " ") if x.status is not None else TANPA_NILAI


def _dikembalikan(x: UnitMemperbaiki) -> str:
    return hari(x.dikembalikan) if x.dikembalikan is not None else "belum dikembalikan"


def _batas(master: Master, k: Keterlambatan, x: UnitMemperbaiki) -> str:
    if x.batas is None:
        return TANPA_NILAI
    lewat = f", lewat {banyak_hari(x.lewat, kerja=k.kerja)}" if x.lewat else ""
    return f"{hari_batas(x.batas, master)}{lewat}"


def _akibat(k: Keterlambatan, batas_laporan: date | None) -> str:
    """What follows from it for the report; empty when nothing does."""
    if not (k.perbaikan or (k.belum and k.lewat)) or batas_laporan is None:
        return ""
    return (
        f"Laporan kinerja {sebut(k.periode)} harus disampaikan paling lambat {hari(batas_laporan)}. Data unit yang "
        "belum masuk atau belum valid tidak diikutkan, sehingga angka laporan masih bersifat sementara."
    )
