"""A meeting's three papers: undangan, daftar hadir, notula. What sheet Rapat lacks is a blank to fill by hand."""

from __future__ import annotations

from typing import Any

from kinerja.domain.tanggal import format_tanggal
from kinerja.render.model import BahanSurat
from kinerja.render.views.cetak import TANPA_NILAI, hari, sebut
from kinerja.render.views.kop import TITIK, bernomor, jabatan_unit, kop, nomor, penanda_tangan, pimpinan, tembusan

_TAMBAHAN = 3  # empty rows below the names of the attendance list


def undangan_rapat(bahan: BahanSurat) -> dict[str, Any]:
    """The context of `undangan_rapat`."""
    m = bahan.master
    ttd = penanda_tangan(m, bahan.tanggal, bahan.atas_nama)
    return _rapat(bahan) | {
        "nomor": nomor(m, bahan.pengaturan, bahan.tanggal.year, None),
        "sifat": "Biasa",
        "lampiran": TANPA_NILAI,
        "hal": "Undangan rapat",
        "tempat_tanggal": ttd["tempat_tanggal"],
        "yth": bernomor(_peserta(bahan)),
        "ttd": ttd,
        "tembusan": tembusan(m, "Undangan"),
    }


def daftar_hadir(bahan: BahanSurat) -> dict[str, Any]:
    """The context of `daftar_hadir`: the head, the heads of units, the Tim, and empty rows."""
    m = bahan.master
    kepala = pimpinan(m, (bahan.rapat.tanggal if bahan.rapat is not None else None) or bahan.tanggal)
    orang = [(kepala.nama, kepala.jabatan)] if kepala is not None else []
    orang += [(u.nama_pimpinan, jabatan_unit(u)) for u in m.unit if u.nama_pimpinan]
    orang += [(a.nama, a.jabatan or f"{a.kedudukan} Tim Pengukuran Kinerja") for a in m.tim]
    unik = {nama: (nama, jabatan) for nama, jabatan in reversed(orang)}
    urut = [unik.pop(nama) for nama, _ in orang if nama in unik]
    return _rapat(bahan) | {
        "hadirin": [
            {"no": str(n), "nama": nama, "jabatan": jabatan}
            for n, (nama, jabatan) in enumerate([*urut, *[("", "")] * _TAMBAHAN], 1)
        ],
    }


def notula(bahan: BahanSurat) -> dict[str, Any]:
    """The context of `notula`: the head filled from sheet Rapat, the rest written at the meeting."""
    tempat = bahan.master.instansi.tempat
    tanggal = bahan.rapat.tanggal if bahan.rapat is not None else None
    return _rapat(bahan) | {
        "peserta": "; ".join(_peserta(bahan)),
        "pimpinan": TITIK,
        "notulis": TITIK,
        "baris": [TITIK * 6] * 3,
        "tindak_lanjut": [{"no": str(n)} for n in range(1, 6)],
        "tempat_tanggal": f"{tempat}, {format_tanggal(tanggal) if tanggal is not None else TITIK}",
    }


def _rapat(bahan: BahanSurat) -> dict[str, Any]:
    """What all three papers say about the meeting."""
    r = bahan.rapat
    return {
        "instansi": kop(bahan.master.instansi, bahan.logo),
        "periode": sebut(bahan.periode),
        "hari": hari(r.tanggal) if r is not None and r.tanggal is not None else TITIK,
        "waktu": (r.waktu if r is not None else None) or TITIK,
        "tempat": (r.tempat if r is not None else None) or TITIK,
        "acara": r.acara if r is not None else f"Pembahasan pengukuran kinerja {sebut(bahan.periode)}",
    }


def _peserta(bahan: BahanSurat) -> list[str]:
    """Who is invited: one entry per line, or per part between semicolons, as the office wrote it."""
    teks = (bahan.rapat.peserta if bahan.rapat is not None else None) or TITIK
    return [x.strip() for x in teks.replace(";", "\n").splitlines() if x.strip()]
