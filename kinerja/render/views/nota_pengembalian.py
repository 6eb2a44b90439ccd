"""The note that goes back to a unit with its form: what to mend, cell by cell, by when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from kinerja.domain.periode import Periode
from kinerja.domain.tanggal import format_tanggal, nama_hari
from kinerja.findings import Finding, Tingkat
from kinerja.master.model import Master, Pejabat
from kinerja.master.pengaturan import Pengaturan
from kinerja.render.views.cetak import kalimat, sebut
from kinerja.render.views.kop import kop, nomor, tanda_tangan

URUTAN = (Tingkat.GALAT, Tingkat.PERINGATAN, Tingkat.CATATAN)


def nota_pengembalian(
    master: Master,
    pengaturan: Pengaturan,
    kode_unit: str,
    periode: Periode,
    temuan: Sequence[Finding],
    *,
    revisi: int,
    tanggal: date,
    tenggat: date,
    logo: bytes | None = None,
) -> dict[str, Any]:
    """The context of `nota_pengembalian`. Findings stand galat first, otherwise in the order given."""
    unit = master.unit_by_kode(kode_unit)
    urut = sorted(temuan, key=lambda t: URUTAN.index(t.tingkat))
    galat = sum(t.tingkat is Tingkat.GALAT for t in temuan)
    lain = len(temuan) - galat
    ketua = _ketua(master, tanggal)
    return {
        "instansi": kop(master.instansi, logo),
        "kepada": unit.jabatan_pimpinan or f"Pimpinan {unit.nama}",
        "dari": "Ketua Tim Pengukuran Kinerja",
        "tanggal": format_tanggal(tanggal),
        "nomor": nomor(master, pengaturan, tanggal.year, None),
        "sifat": "Segera",
        "lampiran": "1 (satu) salinan formulir beranotasi",
        "hal": f"Pengembalian data kinerja {unit.nama} {sebut(periode)}",
        "unit": unit.nama,
        "periode": sebut(periode),
        "revisi": str(revisi),
        "batas": _batas(master, tenggat),
        "ringkasan": _ringkasan(galat, lain),
        "temuan": [
            {
                "no": str(n),
                "letak": _letak(t),
                "indikator": t.indikator or "–",
                "pesan": kalimat(t.pesan),
                "saran": kalimat(t.saran),
                "tingkat": t.tingkat.value,
                "kode": t.kode,
            }
            for n, t in enumerate(urut, 1)
        ],
        "ttd": tanda_tangan(master, tanggal, ketua),
    }


def _ringkasan(galat: int, lain: int) -> str:
    if galat and lain:
        return f"{galat} hal yang harus dibetulkan dan {lain} hal yang perlu diperhatikan"
    return f"{galat} hal yang harus dibetulkan" if galat else f"{lain} hal yang perlu diperhatikan"


def _letak(t: Finding) -> str:
    """Sheet and cell as the unit sees them; the file's name when the finding is about the file."""
    if t.sumber.lembar is None:
        return t.sumber.berkas.rsplit("/", 1)[-1]
    return f"{t.sumber.lembar}, sel {t.sumber.sel}" if t.sumber.sel else t.sumber.lembar


def _ketua(master: Master, tanggal: date) -> Pejabat | None:
    """Who signs: the official in the role Ketua Tim, else the head of the team in sheet Tim."""
    if (p := master.pejabat_at("Ketua Tim", tanggal)) is not None:
        return p
    for a in master.tim:
        if a.kedudukan.strip().casefold() == "ketua":
            return Pejabat(
                peran="Ketua Tim", jabatan="Ketua Tim Pengukuran Kinerja", nama=a.nama, nip=a.nip, pangkat=None,
                mulai=None, sampai=None,
            )  # fmt: skip
    return None


def _batas(master: Master, tenggat: date) -> str:
    """The deadline in words, with a note when it falls on a day off."""
    libur = tenggat.weekday() >= 5 or any(h.tanggal == tenggat for h in master.libur)
    return f"{nama_hari(tenggat)}, {format_tanggal(tenggat)}" + (" (hari libur)" if libur else "")
