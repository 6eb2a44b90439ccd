"""A profile as the contract's JSON of `kinerja sop show NAMA --json`."""

from __future__ import annotations

from kinerja.sop.model import Langkah, Profil


def profil_json(profil: Profil) -> dict[str, object]:
    """Keys and order as in the contract; texts as in the profile, None where the SOP states nothing."""
    return {
        "profil": profil.nama,
        "sop": [{"nama": s.nama, "langkah": [_langkah(x) for x in s.langkah]} for s in profil.sop],
    }


def _langkah(langkah: Langkah) -> dict[str, object]:
    return {
        "id": langkah.id,
        "no": langkah.no,
        "kala": langkah.kala,
        "uraian": langkah.uraian,
        "pelaksana": list(langkah.pelaksana),
        "kelengkapan": list(langkah.kelengkapan),
        "waktu": langkah.waktu,
        "output": list(langkah.output),
        "keterangan": langkah.keterangan,
        "jika_ditolak": langkah.jika_ditolak,
        "tenggat": langkah.tenggat,
        "dihasilkan_oleh": langkah.dihasilkan_oleh,
    }
