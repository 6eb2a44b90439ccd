"""The letters and sheets of `kinerja letter`: what each is for, what it needs, which steps of an SOP it serves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from kinerja.render.konteks import Konteks
from kinerja.render.model import BahanSurat
from kinerja.render.views.hasil_evaluasi import hasil_evaluasi
from kinerja.render.views.hasil_pengumpulan import hasil_pengumpulan_data
from kinerja.render.views.lhe import tindak_lanjut_lhe
from kinerja.render.views.pengiriman import (
    bukti_pengiriman,
    lembar_disposisi,
    surat_pengantar,
    tanda_terima_laporan,
)
from kinerja.render.views.pengumpulan import nota_permintaan_data, rencana_pengumpulan
from kinerja.render.views.perjanjian import perjanjian_kinerja, rencana_aksi
from kinerja.render.views.ralat import surat_ralat
from kinerja.render.views.rapat import daftar_hadir, notula, undangan_rapat
from kinerja.render.views.reviu import pernyataan_reviu
from kinerja.render.views.tim import sk_tim


@dataclass(frozen=True, slots=True, kw_only=True)
class JenisSurat:
    """One kind. `butuh`: what it takes from the master, by the names of `BAHAN`; `langkah`: (profile, steps)."""

    judul: str
    tampilan: Callable[[BahanSurat], Konteks]  # the view
    butuh: tuple[str, ...]
    langkah: tuple[tuple[str, str], ...]
    tahunan: bool = False  # made for the whole year only
    unit: bool = False  # may be made for one unit
    atas_nama: bool = False  # may be signed for the head by another official
    acara: bool = False  # about one meeting
    mengundang: bool = False  # to be sent before that meeting
    bertenggat: bool = False  # asks for data by the deadline
    nomor: bool = False  # bears a number by the office's pattern
    bernip: bool = True  # prints the NIP of who signs
    bertanggal: bool = True  # prints its own date


# Name -> what a person reads.
BAHAN: Mapping[str, str] = {
    "pimpinan": "pimpinan (lembar Pejabat)",
    "atasan": "atasan pimpinan (lembar Pejabat, Peran Bupati atau Atasan)",
    "ketua_tim": "Ketua Tim (lembar Pejabat atau Tim)",
    "tim": "susunan tim (lembar Tim)",
    "mengingat": "dasar hukum (lembar Narasi, Bagian Mengingat)",
    "target": "target (lembar Target)",
    "anggaran": "pagu (lembar Anggaran)",
    "unit": "unit pengisi formulir (lembar Unit)",
    "rapat": "acara rapat (lembar Rapat)",
    "peserta": "peserta rapat (lembar Rapat)",
    "tujuan": "tujuan laporan (lembar Instansi)",
    "lhe": "rekomendasi evaluasi (lembar LHE)",
    "jadwal": "langkah dan tenggat SOP",
    "pengumpulan": "kiriman unit (register)",
    "capaian": "capaian periode itu (register)",
    "lengkap": "yang belum lengkap, bila ada (register)",
    "final": "nomor dan tanggal laporan final, bila ada (register)",
}

JENIS: Mapping[str, JenisSurat] = {
    "perjanjian_kinerja": JenisSurat(
        judul="Perjanjian Kinerja",
        tampilan=perjanjian_kinerja,
        butuh=("target", "anggaran", "pimpinan", "atasan"),
        langkah=(("karanganyar", "1"), ("bantul", "1"), ("sungai_penuh", "4")),
        tahunan=True,
        unit=True,
    ),
    "rencana_aksi": JenisSurat(
        judul="Rencana Aksi",
        tampilan=rencana_aksi,
        butuh=("target", "anggaran", "pimpinan", "atasan"),
        langkah=(("karanganyar", "1"), ("bantul", "1"), ("sungai_penuh", "4")),
        tahunan=True,
        unit=True,
    ),
    "sk_tim": JenisSurat(
        judul="Keputusan tentang Tim Pengukuran Kinerja",
        tampilan=sk_tim,
        butuh=("tim", "pimpinan", "mengingat"),
        langkah=(("karanganyar", "2"), ("kerja_sama", "E1-2")),
        tahunan=True,
        nomor=True,
    ),
    "nota_permintaan_data": JenisSurat(
        judul="Nota Dinas Permintaan Data",
        tampilan=nota_permintaan_data,
        butuh=("unit", "pimpinan"),
        langkah=(("sungai_penuh", "1"),),
        atas_nama=True,
        bertenggat=True,
        nomor=True,
    ),
    "rencana_pengumpulan": JenisSurat(
        judul="Rencana Kegiatan Pengumpulan Data",
        tampilan=rencana_pengumpulan,
        butuh=("jadwal", "unit", "ketua_tim"),
        langkah=(("kerja_sama", "E1-3"),),
        bertenggat=True,
    ),
    "hasil_pengumpulan_data": JenisSurat(
        judul="Laporan Hasil Pengumpulan Data",
        tampilan=hasil_pengumpulan_data,
        butuh=("pengumpulan", "ketua_tim", "pimpinan"),
        langkah=(("kerja_sama", "E1-4"),),
        atas_nama=True,
    ),
    "hasil_evaluasi": JenisSurat(
        judul="Dokumen Hasil Evaluasi Kinerja",
        tampilan=hasil_evaluasi,
        butuh=("capaian", "lhe", "pimpinan"),
        langkah=(("kerja_sama", "E2-5"),),
        atas_nama=True,
        nomor=True,
    ),
    "undangan_rapat": JenisSurat(
        judul="Undangan Rapat",
        tampilan=undangan_rapat,
        butuh=("rapat", "peserta", "pimpinan"),
        langkah=(("wonosobo", "4"), ("kerja_sama", "E1-R")),
        atas_nama=True,
        acara=True,
        mengundang=True,
        nomor=True,
    ),
    "daftar_hadir": JenisSurat(
        judul="Daftar Hadir Rapat",
        tampilan=daftar_hadir,
        butuh=("rapat", "pimpinan", "tim"),
        langkah=(("wonosobo", "5"), ("kerja_sama", "E1-R")),
        acara=True,
        bernip=False,
        bertanggal=False,
    ),
    "notula": JenisSurat(
        judul="Notula Rapat",
        tampilan=notula,
        butuh=("rapat", "peserta"),
        langkah=(("wonosobo", "5"), ("kerja_sama", "E1-R")),
        acara=True,
        bernip=False,
        bertanggal=False,
    ),
    "lembar_disposisi": JenisSurat(
        judul="Lembar Disposisi",
        tampilan=lembar_disposisi,
        butuh=("pimpinan",),
        langkah=(("wonosobo", "1"), ("bantul", "1"), ("bantul", "2"), ("sungai_penuh", "1")),
        bertanggal=False,
    ),
    "surat_pengantar": JenisSurat(
        judul="Surat Pengantar",
        tampilan=surat_pengantar,
        butuh=("tujuan", "pimpinan", "lengkap"),
        langkah=(("karanganyar", "12"), ("wonosobo", "12"), ("sungai_penuh", "8")),
        atas_nama=True,
        nomor=True,
    ),
    "bukti_pengiriman": JenisSurat(
        judul="Bukti Pengiriman Laporan",
        tampilan=bukti_pengiriman,
        butuh=("tujuan", "pimpinan", "lengkap"),
        langkah=(("karanganyar", "12"), ("sungai_penuh", "8"), ("kerja_sama", "E3-10")),
        atas_nama=True,
    ),
    "tindak_lanjut_lhe": JenisSurat(
        judul="Matriks Tindak Lanjut LHE",
        tampilan=tindak_lanjut_lhe,
        butuh=("lhe", "pimpinan"),
        langkah=(("sungai_penuh", "4"),),
        tahunan=True,
        atas_nama=True,
    ),
    "pernyataan_reviu": JenisSurat(
        judul="Pernyataan Telah Direviu",
        tampilan=pernyataan_reviu,
        butuh=("pimpinan", "final"),
        langkah=(("wonosobo", "13"),),
        tahunan=True,
    ),
}

# Made by `kinerja deliver`, not one by one: they go with a final report.
JENIS_KIRIM: Mapping[str, JenisSurat] = {
    "tanda_terima_laporan": JenisSurat(
        judul="Tanda Terima Laporan",
        tampilan=tanda_terima_laporan,
        butuh=("tujuan",),
        langkah=(("karanganyar", "12"), ("sungai_penuh", "8")),
        bernip=False,
        bertanggal=False,
    ),
    "surat_ralat": JenisSurat(
        judul="Surat Pengantar Ralat",
        tampilan=surat_ralat,
        butuh=("tujuan", "pimpinan", "lengkap"),
        langkah=(("karanganyar", "12"), ("wonosobo", "12"), ("sungai_penuh", "8")),
        atas_nama=True,
        nomor=True,
    ),
}


def surat(jenis: str, bahan: BahanSurat, *, templat: Path, akar: Path | None = None) -> bytes:
    """One letter as a Word file, by its template in the folder `templat`; the logo is read from `akar`.

    Raises KinerjaError for a missing or broken template.
    """
    from kinerja.render.dokumen import render_naskah
    from kinerja.render.logo import read_logo

    bahan = replace(bahan, logo=read_logo(bahan.master, akar))
    info = {**JENIS, **JENIS_KIRIM}[jenis]
    milik = f" {bahan.unit.nama}" if bahan.unit is not None else ""
    return render_naskah(
        jenis,
        templat,
        info.tampilan(bahan),
        f"{info.judul}{milik} {bahan.periode.nama}",
        master=bahan.master,
        kertas=bahan.pengaturan.kertas,
        akhir=bahan.periode.akhir,
    )
