"""What must hold between the steps of an SOP: numbers, ways back, deadlines. Faults go to the table's list."""

from __future__ import annotations

from datetime import date

from kinerja.domain.kalender import Kalender
from kinerja.domain.periode import Periode
from kinerja.sop.model import Langkah, Profil, Sop
from kinerja.sop.skema import Tabel, mirip
from kinerja.sop.tenggat import Batas, Tenggat, parse_tenggat, tanggal_tenggat

_CONTOH = {"bulanan": "2026-06", "triwulanan": "2026-TW2", "semesteran": "2026-S1", "tahunan": "2026"}
_SETELAN = ("batas isian", "batas kirim")  # days that kinerja.toml names


def periksa_id(profil: Profil, akar: Tabel) -> None:
    """Every step of the profile has an id of its own."""
    dipakai: set[str] = set()
    for ke, sop in enumerate(profil.sop, 1):
        for langkah in sop.langkah:
            if langkah.id and langkah.id in dipakai:
                akar.tolak(f"sop[{ke}].langkah[id={langkah.id}].id", "id sudah dipakai langkah lain dalam profil ini")
            dipakai.add(langkah.id)


def periksa_langkah(sop: Sop, tabel: Tabel) -> None:
    """A rejection leads back to an earlier step; no printed number stands twice."""
    semua = {x.id for x in sop.langkah}
    terdahulu: set[str] = set()
    nomor: set[str] = set()
    for satu in sop.langkah:
        tempat, ke = f"langkah[id={satu.id}]", satu.jika_ditolak
        if ke is not None and ke not in semua:
            tabel.tolak(f"{tempat}.jika_ditolak", f"langkah “{ke}” tidak ada dalam SOP ini{mirip(ke, semua)}")
        elif ke is not None and ke not in terdahulu:
            tabel.tolak(
                f"{tempat}.jika_ditolak",
                f"langkah “{ke}” tidak mendahului langkah ini, sehingga alurnya tidak berujung",
            )
        if satu.no and satu.no in nomor:
            tabel.tolak(f"{tempat}.no", f"nomor “{satu.no}” sudah dipakai langkah lain dalam SOP ini")
        terdahulu.add(satu.id)
        nomor.add(satu.no)


def periksa_tenggat(sop: Sop, tabel: Tabel) -> None:
    """A fixed date belongs to a yearly step; no step is due before one that comes first, or before it may begin."""
    lalu: dict[str, tuple[Langkah, date]] = {}
    for satu in sop.langkah:
        tempat = f"langkah[id={satu.id}].tenggat"
        aturan = _aturan(satu.tenggat)
        if aturan is None:
            continue
        if satu.kala == "mingguan":
            tabel.tolak(tempat, "langkah mingguan tidak bertenggat; hapus kunci ini")
        elif aturan.bertanggal and satu.kala != "tahunan":
            tabel.tolak(
                tempat,
                f"“{satu.tenggat}” hanya sekali setahun, sedangkan langkah ini {satu.kala}; tulis misalnya "
                "“tanggal 5 bulan berikutnya”",
            )
        elif satu.kala in _CONTOH and satu.tenggat not in _SETELAN:
            hari = _hari(aturan, satu)
            sebelum = lalu.get(satu.kala)
            mulai = _aturan(satu.mulai)
            if mulai is not None and hari < _hari(mulai, satu):
                tabel.tolak(tempat, f"“{satu.tenggat}” mendahului mulainya langkah ini ({satu.mulai})")
            elif sebelum is not None and hari < sebelum[1]:
                tabel.tolak(
                    tempat,
                    f"“{satu.tenggat}” mendahului tenggat langkah “{sebelum[0].id}” ({sebelum[0].tenggat}), yang "
                    "harus selesai lebih dahulu",
                )
            else:
                lalu[satu.kala] = satu, hari


def _aturan(teks: str | None) -> Tenggat | None:
    """The rule; None when there is none, or when it was refused already."""
    try:
        return parse_tenggat(teks or "")
    except ValueError:
        return None


def _hari(aturan: Tenggat, langkah: Langkah) -> date:
    """The date that a rule gives in an ordinary year."""
    return tanggal_tenggat(aturan, Periode.parse(_CONTOH[langkah.kala]), Kalender(), Batas())
