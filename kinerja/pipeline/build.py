"""`kinerja build`: figures of a period, the analysis workbook and the report."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from kinerja.aggregate.kecukupan import kekurangan
from kinerja.aggregate.model import HasilPeriode
from kinerja.aggregate.perbaikan import PerbaikanData
from kinerja.artifacts import Artifact
from kinerja.domain.angka import format_angka
from kinerja.domain.periode import Periode
from kinerja.errors import KinerjaError
from kinerja.findings import ada_galat
from kinerja.pipeline.cetak import cetak_pdf, pdf_usang
from kinerja.pipeline.daftar_periksa import daftar_periksa
from kinerja.pipeline.final import jaga_laporan
from kinerja.pipeline.keadaan import Keadaan, keadaan_periode
from kinerja.pipeline.konsep import simpan_konsep
from kinerja.pipeline.logo import kop_tanpa_logo
from kinerja.pipeline.model import HasilBuild
from kinerja.pipeline.narasi import daftar_usang, ringkas_narasi
from kinerja.pipeline.pengumpulan import periksa_angka, periode_pengumpulan
from kinerja.pipeline.perbaikan import dipakai
from kinerja.pipeline.progress import Lapor
from kinerja.pipeline.rantai import kalimat_rantai, rantai_laporan
from kinerja.pipeline.sesi import buka
from kinerja.pipeline.susun import Cetakan, susun
from kinerja.pipeline.versi import isi_berlaku
from kinerja.pipeline.workspace import Isi, Workspace, load_isi
from kinerja.register.peristiwa import LAPORAN_DIBUAT
from kinerja.render.model import BelumLengkap
from kinerja.render.views.sementara import rincian


def build(
    ws: Workspace, periode: Periode, *, waktu: datetime, pdf: bool, lapor: Lapor, jejak: bool = False
) -> HasilBuild:
    """Build the papers of any period from the accepted submissions. Missing units make figures provisional.

    `jejak`: the report prints the annex Jejak Angka. When the PDF that is wanted cannot be made, all else is, and
    the result says why.
    """
    isi = load_isi(ws)
    periksa_angka(isi, periode)
    with buka(ws, waktu) as sesi:
        jaga_laporan(sesi, periode, "Laporan tidak dapat dibuat lagi")
        lapor("Menyusun laporan", 0, 3)
        isi = isi_berlaku(sesi, isi)
        keadaan = [keadaan_periode(sesi, isi, p) for p in periode_pengumpulan(isi, periode)]
        cetakan = Cetakan(tanggal=waktu.date(), jejak=jejak)
        susunan = susun(sesi, isi, periode, keadaan, cetakan, lapor=lapor)
        map_hasil, jenis = f"output/{periode.id}", susunan.jenis
        naskah = simpan_konsep(sesi, periode, jenis, susunan.naskah)
        buku = Artifact("data_hasil_analisis", f"{map_hasil}/analisis_{periode.id}.xlsx", susunan.buku)
        dokumen = [sesi.tulis(buku, periode.id)]
        path = f"{map_hasil}/{jenis}_{periode.id}.docx"
        dokumen.insert(0, sesi.tulis(Artifact(jenis, path, naskah), periode.id))
        pesan_pdf, gagal = pdf_usang(sesi, dokumen[0]), None
        if pdf:
            try:
                tercatat, pesan_pdf = cetak_pdf(sesi, dokumen[0], naskah, lapor)
                dokumen.append(tercatat)
            except KinerjaError as e:
                gagal = e
        sesi.reg.catat_draf(periode.id, {n.kunci: n.draf for n in susunan.narasi})
        narasi = ringkas_narasi(susunan.narasi, sesi.reg.narasi(periode.id))
        usang = daftar_usang(susunan.narasi, sesi.reg.draf(periode.id))
        rincian = {
            "dokumen": {d.path: d.sha256 for d in dokumen},
            "kiriman": dipakai(sesi, isi, periode),
            "jejak": jejak,
        }
        sesi.reg.catat_peristiwa(LAPORAN_DIBUAT, waktu, periode.id, None, rincian)
        lanjutan = kalimat_rantai(isi, rantai_laporan(sesi, isi, waktu.date()), waktu.date())
        lapor("Menyusun laporan", 3, 3)
    return HasilBuild(
        hasil=susunan.hasil,
        dokumen=tuple(dokumen),
        ringkasan=(
            *_ringkasan(isi, susunan.hasil, keadaan),
            *_sementara(periode, susunan.sementara),
            *_perbaikan(susunan.perbaikan),
            *narasi,
            *kop_tanpa_logo(ws, isi.master),
            *pesan_pdf,
        ),
        ada_galat=any(ada_galat(b.temuan) for k in keadaan for b in k.berkas),
        disisihkan=tuple(sesi.disisihkan),
        daftar_periksa=(
            *daftar_periksa(
                periode, kekurangan(isi.master, isi.pengaturan, susunan.hasil), [i.kode for i in isi.master.indikator]
            ),
            *usang,
        ),
        lanjutan=lanjutan,
        gagal=gagal,
    )


def _ringkasan(isi: Isi, hasil: HasilPeriode, keadaan: list[Keadaan]) -> tuple[str, ...]:
    """What the Tim wants to know before opening the files."""
    desimal = isi.pengaturan.kebijakan.desimal
    baris: list[str] = []
    instansi = next((a for a in hasil.agregat if a.tingkat == "instansi"), None)
    if instansi is not None and instansi.capaian is not None:
        baris.append(
            f"Capaian instansi {format_angka(instansi.capaian, desimal)}% ({instansi.kategori}), "
            f"{instansi.indikator_dihitung} dari {instansi.indikator} indikator dihitung."
        )
    for k in keadaan:
        if k.belum_masuk:
            baris.append(f"{k.periode.nama}: belum masuk {', '.join(k.belum_masuk)}; angka masih sementara.")
        tertahan = [b.kiriman.unit or b.kiriman.path for b in k.berkas if not b.status.layak]
        if tertahan:
            baris.append(f"{k.periode.nama}: belum valid {', '.join(tertahan)}; datanya belum dipakai.")
    return tuple(baris)


def _sementara(periode: Periode, belum: Sequence[BelumLengkap]) -> tuple[str, ...]:
    """That the report is marked, and what it lacks of earlier periods, which its figures s.d. take in."""
    lama = [b for b in belum if not set(b.periode.bulan) <= set(periode.bulan)]
    sebut = f" Dari periode sebelumnya: {'; '.join(rincian(lama))}." if lama else ""
    return (f"Laporan bertanda ANGKA SEMENTARA dan menyebut yang belum lengkap.{sebut}",) if belum else ()


def _perbaikan(data: PerbaikanData | None) -> tuple[str, ...]:
    """That figures of the earlier report have changed, and whose reason is still missing."""
    if data is None or not data.butir:
        return ()
    beda = f"Ada {len(data.butir)} perbaikan data sejak laporan {data.laporan.nama}; lihat bagian Perbaikan Data."
    tanpa = dict.fromkeys(f"{b.unit} {b.periode.nama}" for b in data.butir if b.angka is not None and not b.alasan)
    return (beda, f"Alasan perbaikan belum ada: {', '.join(tanpa)}.") if tanpa else (beda,)
