"""A profile as the contract's JSON of `kinerja sop show NAMA --json`."""

from __future__ import annotations

from dataclasses import fields

from kinerja.sop.model import Kepala, Langkah, Naskah, Profil


def profil_json(profil: Profil) -> dict[str, object]:
    """Keys and order as in the contract, further ones after them; None where the SOP states nothing."""
    return {
        "profil": profil.nama,
        "sop": [
            {
                "nama": s.nama,
                "langkah": [_langkah(x) for x in s.langkah],
                "peran": list(s.peran),
                "jumlah_waktu": s.jumlah_waktu,
                "kepala": _isi(s.kepala),
                "naskah": _isi(s.naskah),
            }
            for s in profil.sop
        ],
        "judul": profil.judul,
        "hari": profil.hari,
        "laporan": list(profil.laporan),
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
        "mulai": langkah.mulai,
        "keputusan": list(langkah.keputusan),
        "tafsiran": langkah.tafsiran,
        "tafsiran_pada": dict(langkah.tafsiran_pada),
        "ragu": dict(langkah.ragu),
        "persetujuan": list(langkah.persetujuan),
    }


def _isi(kotak: Kepala | Naskah) -> dict[str, object]:
    """The fields of a header; notes as a table, lists as lists."""
    hasil: dict[str, object] = {}
    for f in fields(kotak):
        nilai = getattr(kotak, f.name)
        hasil[f.name] = dict(nilai) if f.name == "ragu" else list(nilai) if isinstance(nilai, tuple) else nilai
    return hasil
