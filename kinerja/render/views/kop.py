"""Parts that every document has: letterhead, number, signature block, boxes for paraf."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from kinerja.domain.nip import format_nip
from kinerja.domain.tanggal import format_tanggal
from kinerja.master.model import Instansi, Master, Pejabat, Unit
from kinerja.master.pengaturan import Pengaturan
from kinerja.render.model import Gambar

# Roles under which an office may have entered its head in sheet Pejabat.
PERAN_PIMPINAN = (
    "Pimpinan", "Kepala Perangkat Daerah", "Inspektur", "Kepala Badan", "Kepala Dinas", "Kepala", "Kabag",
    "Kepala Bagian",
)  # fmt: skip
PERAN_PARAF = ("Ketua Tim", "Kasubbag", "Sekretaris")
TITIK = "…" * 12  # a blank that is filled in by hand
KOSONG = "…" * 6  # a shorter one, for a number or a name
NBSP = "\u00a0"
TINGGI_LOGO, TINGGI_LOGO_SAMPUL = 22, 40


def kop(instansi: Instansi, logo: bytes | None) -> dict[str, Any]:
    """Letterhead. Lines whose parts are all empty are empty texts; a missing logo is an empty text."""
    alt = f"Lambang {instansi.pemda}"
    alamat = ", ".join(x for x in (instansi.alamat, instansi.tempat) if x)
    if instansi.kode_pos:
        alamat += f" {instansi.kode_pos}"
    hubung = (("Telepon", instansi.telepon), ("Laman", instansi.laman), ("Pos\u2011el", instansi.pos_el))
    return {
        "nama": instansi.nama,
        "nama_kapital": instansi.nama.upper(),
        "pemda": instansi.pemda,
        "pemda_kapital": instansi.pemda.upper(),
        "alamat": alamat,
        "kontak": "  ".join(f"{judul} {isi}".replace(" ", NBSP) for judul, isi in hubung if isi),
        "tempat": instansi.tempat,
        "tahun": str(instansi.tahun),
        "tujuan": instansi.tujuan_laporan or "",
        "melalui": instansi.melalui or "",
        "logo": Gambar(isi=logo, tinggi_mm=TINGGI_LOGO, alt=alt) if logo else "",
        "logo_sampul": Gambar(isi=logo, tinggi_mm=TINGGI_LOGO_SAMPUL, alt=alt) if logo else "",
    }


def pimpinan(master: Master, tanggal: date) -> Pejabat | None:
    """Who heads the agency on that date."""
    for peran in PERAN_PIMPINAN:
        if (p := master.pejabat_at(peran, tanggal)) is not None:
            return p
    return None


def ketua_tim(master: Master, tanggal: date) -> Pejabat | None:
    """Who signs for the team: the official in the role Ketua Tim, else its head in sheet Tim."""
    if (p := master.pejabat_at("Ketua Tim", tanggal)) is not None:
        return p
    for a in master.tim:
        if a.kedudukan.strip().casefold() == "ketua":
            return Pejabat(
                peran="Ketua Tim", jabatan="Ketua Tim Pengukuran Kinerja", nama=a.nama, nip=a.nip, pangkat=None,
                mulai=None, sampai=None, baris=a.baris,
            )  # fmt: skip
    return None


def tanda_tangan(master: Master, tanggal: date, pejabat: Pejabat | None) -> dict[str, str]:
    """Signature block; without an official the name is a visible blank to fill."""
    tempat = f"{master.instansi.tempat}, {format_tanggal(tanggal)}"
    if pejabat is None:
        return {"tempat_tanggal": tempat, "jabatan": KOSONG, "nama": f"({KOSONG})", "pangkat": "", "nip": KOSONG}
    return {
        "tempat_tanggal": tempat,
        "jabatan": pejabat.jabatan.rstrip(" ,"),
        "nama": pejabat.nama,
        "pangkat": pejabat.pangkat or "",
        "nip": format_nip(pejabat.nip or "") or KOSONG,
    }


def penanda_tangan(master: Master, tanggal: date, atas_nama: str | None = None) -> dict[str, str]:
    """Signature of the head, or of who holds the role `atas_nama` on that date, for the head (a.n.)."""
    kepala = pimpinan(master, tanggal)
    wakil = master.pejabat_at(atas_nama, tanggal) if atas_nama is not None else None
    if wakil is None:
        return tanda_tangan(master, tanggal, kepala)
    jabatan = kepala.jabatan.rstrip(" ,") if kepala is not None else f"Pimpinan {master.instansi.nama}"
    ttd = tanda_tangan(master, tanggal, wakil)
    return ttd | {"jabatan": f"a.n. {jabatan}\n{ttd['jabatan']}"}


def pejabat_unit(unit: Unit) -> dict[str, str]:
    """The signature of the head of a unit; what the master lacks is a blank."""
    return {
        "jabatan": jabatan_unit(unit).rstrip(" ,"),
        "nama": unit.nama_pimpinan or f"({KOSONG})",
        "pangkat": unit.pangkat or "",
        "nip": format_nip(unit.nip or "") or KOSONG,
    }


def jabatan_unit(unit: Unit) -> str:
    """The office of the head of a unit, which may already name the unit."""
    return unit.jabatan_pimpinan or f"Pimpinan {unit.nama}"


def baris_narasi(master: Master, bagian: str) -> list[str]:
    """What the office itself wrote in sheet Narasi under this Bagian, one entry a line."""
    teks = [n.teks for n in master.narasi if n.bagian.strip().casefold() == bagian.casefold()]
    return [b.strip() for t in teks for b in t.splitlines() if b.strip()]


def tembusan(master: Master, surat: str) -> list[str]:
    """Who gets a copy of this kind of letter: sheet Narasi, Bagian `Tembusan` and its name. Usually nobody."""
    return [f"{n}. {x}" for n, x in enumerate(baris_narasi(master, f"Tembusan {surat}"), 1)]


def bernomor(butir: Sequence[str]) -> list[str]:
    """Addressees one a line; a single one needs no number."""
    return [f"{n}. {x}" for n, x in enumerate(butir, 1)] if len(butir) > 1 else list(butir)


def paraf(master: Master, tanggal: date) -> list[dict[str, str]]:
    """Boxes for the paraf koordinasi on a draft: the Secretary and the people below whom sheet Pejabat names."""
    kotak = [p for peran in PERAN_PARAF if (p := master.pejabat_at(peran, tanggal)) is not None]
    jabatan = [p.jabatan for p in kotak] or ["Ketua Tim", "Sekretaris"]
    return [{"no": str(n), "jabatan": j} for n, j in enumerate(jabatan, 1)]


def nomor(master: Master, pengaturan: Pengaturan, tahun: int, nomor_urut: str | None) -> str:
    """The document's number by the office's pattern; an unassigned number is a blank to fill."""
    return pengaturan.pola_nomor.format_map(
        {
            "klasifikasi": master.instansi.kode_klasifikasi or KOSONG,
            "nomor": nomor_urut or KOSONG,
            "tahun": str(tahun),
        }
    )
