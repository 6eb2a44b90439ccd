"""`kinerja letter`: one letter or sheet from the master, the register and the SOP's schedule.

What the office has not entered is a blank on the paper and named in the result; nothing is made up.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial

from kinerja.artifacts import Artifact
from kinerja.catalogue.ejaan import mungkin, terdekat
from kinerja.domain.periode import JenisPeriode, Periode
from kinerja.domain.tanggal import format_tanggal
from kinerja.errors import SalahPakai
from kinerja.master.model import Rapat
from kinerja.pipeline.final import final_berlaku, jaga_laporan
from kinerja.pipeline.hitung import hitung
from kinerja.pipeline.init import lengkapi_templat
from kinerja.pipeline.keadaan import keadaan_periode
from kinerja.pipeline.kelengkapan import pengumpulan
from kinerja.pipeline.letter_kurang import kekurangan, perhatian
from kinerja.pipeline.pengumpulan import cari_unit, periksa_angka, periode_pengumpulan
from kinerja.pipeline.sementara import belum_lengkap
from kinerja.pipeline.sesi import Sesi, buka
from kinerja.pipeline.tenggat import batas_kantor, kalender_kantor, tenggat_isian
from kinerja.pipeline.terkirim import laporan_terkirim
from kinerja.pipeline.versi import isi_berlaku
from kinerja.pipeline.workspace import Isi, Workspace, load_isi
from kinerja.register.model import DokumenTercatat
from kinerja.register.peristiwa import SURAT_DIBUAT
from kinerja.render.model import BahanSurat, Kegiatan
from kinerja.render.surat import JENIS, JENIS_KIRIM, JenisSurat
from kinerja.sop.model import Langkah, Sop
from kinerja.sop.periode import langkah_jenis
from kinerja.sop.status import tenggat_langkah

_TERKUMPUL = ("formulir_terisi", "kertas_kerja_validasi", "hasil_pengumpulan_data")


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilLetter:
    """`kurang`: what the paper leaves blank because the master does not have it; `perhatian`: dates that do not go
    together. One sentence each."""

    periode: Periode
    dokumen: DokumenTercatat
    kurang: tuple[str, ...]
    perhatian: tuple[str, ...]
    disisihkan: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pilihan:
    """What the person chose. `tanggal` None: today; `rapat`: the date of the meeting."""

    unit: str | None = None
    rapat: date | None = None
    tanggal: date | None = None
    atas_nama: str | None = None


def letter(ws: Workspace, jenis: str, periode: Periode | None, pilihan: Pilihan, *, waktu: datetime) -> HasilLetter:
    """Write one letter and register it. SalahPakai for an unknown kind, another kind of period, a wrong choice."""
    from kinerja.render.logo import read_logo
    from kinerja.render.surat import surat

    info = _jenis(jenis)
    _periksa_pilihan(jenis, info, pilihan)
    isi = load_isi(ws)
    periode = _periode(isi, info, periode)
    bahan = _bahan(isi, info, periode, pilihan, waktu.date())
    lengkapi_templat(ws, jenis)
    with buka(ws, waktu) as sesi:
        if {"pengumpulan", "capaian"} & set(info.butuh):
            jaga_laporan(sesi, periode, f"{info.judul} tidak dapat dibuat lagi, karena memuat data periode itu")
        bahan = _dari_register(sesi, isi, info, bahan)
        naskah = surat(jenis, bahan, templat=ws.templates, akar=ws.akar)
        dokumen = sesi.tulis(Artifact(jenis, _path(jenis, bahan), naskah), periode.id)
        rincian = {"jenis": jenis, "path": dokumen.path, "sha256": dokumen.sha256}
        sesi.reg.catat_peristiwa(SURAT_DIBUAT, waktu, periode.id, bahan.unit.kode if bahan.unit else None, rincian)
    return HasilLetter(
        periode=periode,
        dokumen=dokumen,
        kurang=tuple(kekurangan(info, bahan, logo=read_logo(isi.master, ws.akar) is not None)),
        perhatian=tuple(perhatian(info, bahan, kalender_kantor(isi, periode))),
        disisihkan=tuple(sesi.disisihkan),
    )


def _jenis(jenis: str) -> JenisSurat:
    if jenis in JENIS:
        return JENIS[jenis]
    if jenis in JENIS_KIRIM:
        raise SalahPakai(
            f"{JENIS_KIRIM[jenis].judul} dibuat bersama paket pengiriman, bukan sendiri.",
            "Jalankan setelah laporan final: kinerja deliver PERIODE.",
        )
    raise SalahPakai(
        f"Surat “{jenis}” tidak dikenal.{mungkin(terdekat(jenis, list(JENIS), 0.5))}",
        "Daftar surat yang dapat dibuat: kinerja letter.",
    )


def _periksa_pilihan(jenis: str, info: JenisSurat, pilihan: Pilihan) -> None:
    """SalahPakai when an option has no meaning for this kind."""
    for nama, ada, boleh in (
        ("--unit", pilihan.unit is not None, info.unit),
        ("--rapat", pilihan.rapat is not None, info.acara),
        ("--atas-nama", pilihan.atas_nama is not None, info.atas_nama),
    ):
        if ada and not boleh:
            raise SalahPakai(f"Pilihan {nama} tidak berlaku untuk {jenis}.", f"Jalankan lagi tanpa {nama}.")


def _periode(isi: Isi, info: JenisSurat, periode: Periode | None) -> Periode:
    setahun = Periode(isi.master.instansi.tahun, JenisPeriode.TAHUN, 1)
    if info.tahunan:
        periode = periode or setahun
        if periode.jenis is not JenisPeriode.TAHUN:
            raise SalahPakai(
                f"{info.judul} dibuat untuk setahun, bukan untuk {periode.nama}.",
                f"Tulis {setahun.id}, atau kosongkan periodenya.",
            )
    if periode is None:
        jenis = isi.pengaturan.jenis_pengumpulan
        raise SalahPakai(
            f"Periode untuk {info.judul} belum ditulis.",
            f"Tulis periodenya sesudah jenis surat, misalnya {Periode(setahun.tahun, jenis, 1).id}.",
        )
    periksa_angka(isi, periode)
    return periode


def _bahan(isi: Isi, info: JenisSurat, periode: Periode, pilihan: Pilihan, hari_ini: date) -> BahanSurat:
    tanggal = pilihan.tanggal or hari_ini
    unit = cari_unit(isi.master, pilihan.unit) if pilihan.unit is not None else None
    rencana = None
    if "target" in info.butuh:
        from kinerja.aggregate.rencana import hitung_rencana

        bulan = tanggal.month if tanggal.year == periode.tahun else 1 if tanggal.year < periode.tahun else 12
        rencana = hitung_rencana(isi.master, isi.pengaturan, unit.kode if unit is not None else None, bulan)
    return BahanSurat(
        master=isi.master,
        pengaturan=isi.pengaturan,
        periode=periode,
        tanggal=tanggal,
        tenggat=tenggat_isian(periode, isi).date(),
        rencana=rencana,
        kegiatan=_kegiatan(isi, periode) if "jadwal" in info.butuh else (),
        unit=unit,
        rapat=_rapat(isi, periode, pilihan.rapat) if info.acara else None,
        atas_nama=wakil(isi, pilihan.atas_nama, tanggal),
    )


def _dari_register(sesi: Sesi, isi: Isi, info: JenisSurat, bahan: BahanSurat) -> BahanSurat:
    """The same with what the register knows, for the kinds that tell it."""
    if "pengumpulan" in info.butuh:
        isi = isi_berlaku(sesi, isi)
        keadaan = [keadaan_periode(sesi, isi, p) for p in periode_pengumpulan(isi, bahan.periode)]
        return replace(bahan, pengumpulan=pengumpulan(sesi, isi, keadaan))
    if "lengkap" in info.butuh:
        bahan = replace(bahan, sementara=belum_lengkap(sesi, isi, bahan.periode))
    if {"lengkap", "final"} & set(info.butuh):
        return replace(bahan, laporan=laporan_terkirim(final_berlaku(sesi, bahan.periode)))
    return replace(bahan, hasil=hitung(sesi, isi, bahan.periode)) if "capaian" in info.butuh else bahan


def wakil(isi: Isi, peran: str | None, tanggal: date) -> str | None:
    """The role itself when somebody holds it on that date. SalahPakai when nobody does."""
    if peran is None or isi.master.pejabat_at(peran, tanggal) is not None:
        return peran
    ada = sorted({p.peran for p in isi.master.pejabat if isi.master.pejabat_at(p.peran, tanggal) is not None})
    raise SalahPakai(
        f"Tidak ada pejabat dengan peran “{peran}” pada {format_tanggal(tanggal)}.{mungkin(terdekat(peran, ada, 0.5))}",
        f"Peran pada lembar Pejabat yang berlaku hari itu: {', '.join(ada) or 'tidak ada'}.",
    )


def _rapat(isi: Isi, periode: Periode, tanggal: date | None) -> Rapat | None:
    """The meeting on that date; else the only one in the month after the period, in which its figures are discussed."""
    bulan = Periode.bulanan(periode.tahun, periode.bulan_akhir).berikutnya
    calon = [
        r
        for r in isi.master.rapat
        if r.tanggal is not None and (r.tanggal == tanggal if tanggal else bulan.awal <= r.tanggal <= bulan.akhir)
    ]
    if tanggal is not None and not calon:
        ada = [format_tanggal(r.tanggal) for r in isi.master.rapat if r.tanggal is not None]
        raise SalahPakai(
            f"Tidak ada rapat pada {format_tanggal(tanggal)} di lembar Rapat.",
            f"Tanggal yang ada: {'; '.join(ada)}." if ada else "Isi lembar Rapat, atau jalankan lagi tanpa --rapat.",
        )
    if len(calon) > 1:
        rinci = "; ".join(
            f"baris {r.baris}, {format_tanggal(r.tanggal)} ({r.acara})" for r in calon if r.tanggal is not None
        )
        raise SalahPakai(
            f"Ada {len(calon)} rapat yang cocok di lembar Rapat: {rinci}.",
            "Sebutkan tanggalnya: --rapat TANGGAL."
            if len({r.tanggal for r in calon}) > 1
            else "Sisakan satu baris pada tanggal itu, atau tulis keduanya dalam satu baris.",
        )
    return calon[0] if calon else None


def _kegiatan(isi: Isi, periode: Periode) -> tuple[Kegiatan, ...]:
    """Steps of the SOP from the first of this kind of period to the one by which the data are collected."""
    for sop in isi.profil.sop:
        langkah = [x for x in sop.langkah if langkah_jenis(x) is periode.jenis]
        akhir = max((n for n, x in enumerate(langkah) if x.dihasilkan_oleh in _TERKUMPUL), default=None)
        if akhir is None:
            akhir = next((n for n, x in enumerate(langkah) if (x.dihasilkan_oleh or "").startswith("laporan_")), None)
        if akhir is not None:
            return _terjadwal(isi, sop, langkah[: akhir + 1], periode)
    raise SalahPakai(
        f"SOP kantor ini ({isi.profil.judul}) tidak mempunyai langkah pengumpulan data untuk {periode.nama}.",
        "Lihat langkahnya dan kalanya: kinerja sop show " + isi.profil.nama,
    )


def _terjadwal(isi: Isi, sop: Sop, langkah: list[Langkah], periode: Periode) -> tuple[Kegiatan, ...]:
    tenggat = tenggat_langkah(sop, periode, partial(kalender_kantor, isi), batas_kantor(isi))
    return tuple(
        Kegiatan(
            uraian=x.uraian,
            pelaksana=x.pelaksana,
            waktu=x.waktu,
            batas=tenggat[x.id],
            keluaran=x.output,
            langkah=x.no or x.id,
        )
        for x in langkah
    )


def _path(jenis: str, bahan: BahanSurat) -> str:
    milik = f"_{bahan.unit.kode}" if bahan.unit is not None else ""
    if bahan.rapat is not None and bahan.rapat.tanggal is not None:
        milik = f"_{bahan.rapat.tanggal.isoformat()}"
    return f"output/{bahan.periode.id}/{jenis}{milik}_{bahan.periode.id}.docx"
