"""The receipt for what a unit sent: which files, when, how large, and the fingerprint by which to know them again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from kinerja.domain.angka import format_angka
from kinerja.domain.kiriman import Status
from kinerja.domain.periode import Periode
from kinerja.domain.tanggal import format_tanggal
from kinerja.master.model import Master, Pejabat, Unit
from kinerja.render.model import BerkasDiterima
from kinerja.render.views.cetak import banyak_hari, hari_batas, hari_jam, sebut
from kinerja.render.views.kop import ketua_tim, kop, pejabat_unit, tanda_tangan


def tanda_terima(
    master: Master,
    kode_unit: str,
    periode: Periode,
    berkas: Sequence[BerkasDiterima],
    *,
    tenggat: date,
    terlambat: int,
    kerja: bool,
    logo: bytes | None = None,
) -> dict[str, Any]:
    """The context of `tanda_terima`, signed on the day on which the last file came.

    `berkas` holds at least one with `kini`; `terlambat` are the days (working days when `kerja`) by which the first
    file came after `tenggat`.
    """
    unit = master.unit_by_kode(kode_unit)
    kini = [b for b in berkas if b.kini]
    tanggal = max(b.diterima for b in kini).date()
    telat = f"terlambat {banyak_hari(terlambat, kerja=kerja)}" if terlambat else "tepat waktu"
    return {
        "instansi": kop(master.instansi, logo),
        "periode": {"sebut": sebut(periode), "nama_kapital": periode.nama.upper()},
        "unit": unit.nama,
        "kode": unit.kode,
        "pimpinan": _pimpinan(unit),
        "batas": hari_batas(tenggat, master),
        "pertama": f"{hari_jam(min(b.diterima for b in berkas))} ({telat})",
        "berkas": [
            {
                "nama": _nama(b.path),
                "diterima": hari_jam(b.diterima) + (f", surel dari {b.pengirim}" if b.pengirim else ""),
                "ukuran": _ukuran(b.ukuran),
                "revisi": str(b.revisi),
                "hasil": _hasil(b),
                "sidik": sidik_terbaca(b.sha256, 8),
            }
            for b in kini
        ],
        "perintah": f'certutil -hashfile "{_nama_saja(kini[0].path)}" SHA256',
        "sebelumnya": [
            {
                "revisi": str(b.revisi),
                "nama": _nama(b.path),
                "diterima": f"{format_tanggal(b.diterima.date())} pukul {b.diterima:%H.%M}",
                "hasil": _hasil(b),
                "sidik": sidik_terbaca(b.sha256, 4),
            }
            for b in sorted((b for b in berkas if not b.kini), key=lambda b: (b.revisi, b.diterima))
        ],
        "pengirim": pejabat_unit(unit),
        "ttd": tanda_tangan(master, tanggal, _penerima(master, tanggal, unit)),
    }


def sidik_terbaca(sha256: str, sebaris: int) -> str:
    """A hash in groups of four, so many to a line, so that two people can compare it aloud."""
    kelompok = [sha256[n : n + 4] for n in range(0, len(sha256), 4)]
    return "\n".join(" ".join(kelompok[n : n + sebaris]) for n in range(0, len(kelompok), sebaris))


def _nama(path: str) -> str:
    """The file's name as it was received, with the zip or mail in which it came."""
    wadah, dalam, _ = path.partition("!/")
    return f"{_nama_saja(path)} (di dalam {_nama_saja(wadah)})" if dalam else _nama_saja(path)


def _nama_saja(path: str) -> str:
    return path.rpartition("/")[2]


def _ukuran(bita: int) -> str:
    return f"{format_angka(Fraction(bita, 1024), 1)} KB ({format_angka(Fraction(bita), 0)} bita)"


def _hasil(b: BerkasDiterima) -> str:
    """What became of the file, for its sender."""
    if b.bentrok:
        return "ditahan, menunggu penetapan Tim karena ada berkas lain yang berbeda" if b.kini else "tidak dipakai"
    hasil = b.status.value.replace("_", " ")
    dikembalikan = b.kini and b.status in (Status.TIDAK_LENGKAP, Status.TIDAK_VALID)
    return f"{hasil}, dikembalikan untuk diperbaiki" if dikembalikan else hasil


def _pimpinan(unit: Unit) -> str:
    return ", ".join(x for x in (unit.nama_pimpinan, unit.jabatan_pimpinan) if x) or "–"


def _penerima(master: Master, tanggal: date, unit: Unit) -> Pejabat | None:
    """Who receives: the head of the team; the next of its members when the head is who hands over."""
    tim = (
        Pejabat(
            peran=a.kedudukan, jabatan=f"{a.kedudukan} Tim Pengukuran Kinerja", nama=a.nama, nip=a.nip, pangkat=None,
            mulai=None, sampai=None,
        )
        for a in master.tim
    )  # fmt: skip
    ketua = ketua_tim(master, tanggal)
    calon = [*([ketua] if ketua is not None else []), *tim]
    return next((p for p in calon if p.nama != unit.nama_pimpinan), ketua)
