"""`kinerja validate`: take in, judge in order of period, and write the papers of every period that changed."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kinerja.catalogue import temuan
from kinerja.domain.periode import Periode
from kinerja.findings import Finding, Tingkat
from kinerja.pipeline.bukti import bukan_bukti, bukti_kiriman, tanpa_bukti
from kinerja.pipeline.final import Final, final_semua, pengunci_dari
from kinerja.pipeline.keadaan import keadaan_periode, tak_dikenal, tak_terbuka
from kinerja.pipeline.keputusan import baca_keputusan
from kinerja.pipeline.kertas import tulis_kertas
from kinerja.pipeline.logo import kop_tanpa_logo
from kinerja.pipeline.model import HasilValidate, PantauDinilai, ValidasiPeriode
from kinerja.pipeline.nilai import Penilai
from kinerja.pipeline.pemantauan import (
    ada_galat_pantau,
    catat_penerimaan,
    nilai_ulang_pantau,
    pantau_dinilai,
    pantau_ditolak,
    terima_pantau,
    tulis_catatan,
)
from kinerja.pipeline.pembaca import baca_semua
from kinerja.pipeline.pengumpulan import periksa_pengumpulan
from kinerja.pipeline.progress import Lapor
from kinerja.pipeline.sesi import Sesi, buka, register_hilang
from kinerja.pipeline.terima import Penerimaan, terima
from kinerja.pipeline.ulang import catat_selesai, sidik_masukan, tak_berubah
from kinerja.pipeline.versi import catat_induk
from kinerja.pipeline.workspace import Isi, Workspace, load_isi
from kinerja.read.intip import intip_identitas
from kinerja.read.model import HasilBaca
from kinerja.register.model import BerkasTercatat
from kinerja.register.peristiwa import BERKAS_DINILAI
from kinerja.sources import CellRef

_DISUSUN_ULANG = (
    "kinerja.db (register) tidak ada, jadi register disusun ulang dari masuk/ dan Kertas Kerja Validasi. Tanda "
    "langkah, pilihan berkas, dan catatan laporan tidak ikut; bila ada cadangan kinerja.db, kembalikan cadangan itu."
)
_SEKALI_SIMPAN = 25  # files judged in one transaction; a run that is cut off judges so many again at most


def validate(
    ws: Workspace, periode: Periode | None, paths: Sequence[Path], *, waktu: datetime, lapor: Lapor
) -> HasilValidate:
    """Validate one period, or every period that something new is known about. One bad file never stops the others."""
    menyeluruh = periode is None and not paths
    masukan = sidik_masukan(ws) if menyeluruh else ""
    hilang = register_hilang(ws)
    if menyeluruh and ws.register.is_file() and not hilang:
        with buka(ws, waktu) as sesi:
            if tak_berubah(sesi, masukan):
                return HasilValidate(periode=(), ada_galat=_ada_galat(sesi, None))
    isi = load_isi(ws)
    if periode is not None:
        periksa_pengumpulan(isi, periode)
    with buka(ws, waktu, susun_ulang=True) as sesi:
        catat_induk(sesi, isi)
        final = final_semua(sesi)
        pesan = baca_keputusan(sesi, isi)
        penerimaan = terima(sesi, paths, lapor)
        penilai = Penilai(sesi, isi)
        catatan = list(penerimaan.catatan)
        _nilai_baru(sesi, penilai, _Lingkup(periode, final), catatan, lapor)
        penilai.bukti = bukti_kiriman(sesi)
        _nilai_ulang(sesi, penilai, _Lingkup(periode, final))
        nilai_ulang_pantau(sesi, isi, penilai.baca, final)
        pilihan = {periode.id} if periode is not None else sesi.usang()
        hasil = [_susun(sesi, penilai, Periode.parse(p), lapor) for p in sorted(pilihan)]
        pantau = _pantau(sesi, isi, hasil, penerimaan)
        ditolak = any(d.kertas.unit is None for d in pantau)
        lain = _lain(sesi, periode, penerimaan, catatan)
        if periode is not None:
            hasil = [_gabung(hasil[0], lain)]
        elif lain.berkas or lain.catatan:
            hasil.append(lain)
        elif menyeluruh and not ditolak:
            catat_selesai(sesi, masukan)
        return HasilValidate(
            periode=tuple(hasil),
            ada_galat=bool(lain.berkas) or ditolak or _ada_galat(sesi, periode),
            pantau=pantau,
            disisihkan=tuple(sesi.disisihkan),
            pesan=(*([_DISUSUN_ULANG] if hilang else []), *pesan, *(kop_tanpa_logo(ws, isi.master) if hasil else ())),
        )


def _ada_galat(sesi: Sesi, periode: Periode | None) -> bool:
    """True while a current submission or monitoring paper, of this period or of any, has a galat."""
    semua = [periode.id] if periode is not None else sesi.reg.periode_kiriman()
    tertahan = any(k.bentrok or not k.status.layak for p in semua for k in sesi.reg.kiriman_kini(p))
    return tertahan or ada_galat_pantau(sesi, periode)


def _pantau(
    sesi: Sesi, isi: Isi, hasil: Sequence[ValidasiPeriode], penerimaan: Penerimaan
) -> tuple[PantauDinilai, ...]:
    """Monitoring papers to be shown: of the periods of this run, and those that came with it; notes are written."""
    bulan = {Periode.bulanan(h.periode.tahun, b) for h in hasil if h.periode is not None for b in h.periode.bulan}
    bulan |= {Periode.parse(k.periode) for k in sesi.reg.pantau() if k.periode and k.sha256 in penerimaan.baru}
    dinilai = pantau_dinilai(sesi, isi, bulan)
    tulis_catatan(sesi, isi, dinilai)
    return (*dinilai, *pantau_ditolak(sesi, penerimaan.dilihat))


@dataclass(frozen=True, slots=True)
class _Lingkup:
    """What this run is about: the period that was asked for, and the finals, whose data are not judged any more."""

    periode: Periode | None
    final: tuple[Final, ...]


def _nilai_baru(sesi: Sesi, penilai: Penilai, lingkup: _Lingkup, catatan: list[Finding], lapor: Lapor) -> None:
    """Judge files that are no submission yet, unit by unit, of each the earlier periods first."""
    antrean = sorted(sesi.reg.belum_dinilai(), key=lambda b: _urutan(sesi, b))
    with closing(baca_semua(sesi.ws.akar, antrean)) as terbaca:
        for awal in range(0, len(antrean), _SEKALI_SIMPAN):
            with sesi.reg.transaction():
                for n, berkas in enumerate(antrean[awal : awal + _SEKALI_SIMPAN], awal):
                    lapor("Memvalidasi", n, len(antrean))
                    _nilai_satu(sesi, penilai, (berkas, next(terbaca)), lingkup, catatan)
    lapor("Memvalidasi", len(antrean), len(antrean))


def _nilai_satu(
    sesi: Sesi,
    penilai: Penilai,
    terbaca: tuple[BerkasTercatat, HasilBaca],
    lingkup: _Lingkup,
    catatan: list[Finding],
) -> None:
    """Judge one file; one of another period than the one asked for, or of a final one, is only named in `catatan`."""
    berkas, baca = terbaca
    milik = baca.pantau or baca.form
    if milik is not None and (f := pengunci_dari(lingkup.final, milik.identitas.periode)) is not None:
        nama = Periode.parse(milik.identitas.periode).nama
        catatan.append(temuan("BRK034", CellRef(berkas.path), medan="kiriman", periode=nama, final=f.periode.id))
        return
    periode = lingkup.periode
    if baca.pantau is not None:  # of whatever period: it is no submission
        catat_penerimaan(sesi, berkas, baca.pantau)
        terima_pantau(sesi, penilai.isi, berkas, baca)
        return
    if periode is not None and baca.form is not None and baca.form.identitas.periode != periode.id:
        catatan.append(temuan("BRK032", CellRef(berkas.path), medan="kiriman", periode=baca.form.identitas.periode))
        return
    kiriman = penilai.daftarkan(berkas, baca, periode)
    if kiriman.revisi is not None:
        kiriman = penilai.nilai(kiriman, baca)
    sesi.reg.catat_peristiwa(
        BERKAS_DINILAI,
        sesi.waktu,
        kiriman.periode,
        kiriman.unit,
        {"path": kiriman.path, "sha256": kiriman.sha256, "revisi": kiriman.revisi, "status": kiriman.status},
    )


def _urutan(sesi: Sesi, berkas: BerkasTercatat) -> tuple[str, str]:
    """Unit by unit; of each, earlier periods and earlier revisions first, as far as a quick look can tell."""
    kode = intip_identitas(sesi.arsip(berkas.sha256))
    return (f"{kode.unit}/{kode.periode}/{kode.menjawab_revisi:03d}" if kode is not None else "~", berkas.path)


def _nilai_ulang(sesi: Sesi, penilai: Penilai, lingkup: _Lingkup) -> None:
    """Judge again what was judged with another master, other settings or other earlier months; not what is final."""
    pilihan = [lingkup.periode.id] if lingkup.periode is not None else sesi.reg.periode_kiriman()
    pilihan = [p for p in pilihan if pengunci_dari(lingkup.final, p) is None]
    semua = [k for p in pilihan for k in sesi.reg.kiriman_kini(p) if k.revisi is not None]
    for kiriman in sorted(semua, key=lambda k: k.unit or ""):  # unit by unit, of each the earlier periods first
        if kiriman.sidik == penilai.sidik(kiriman):
            continue
        berkas = sesi.reg.berkas_dikenal(kiriman.sha256)[0]
        with sesi.reg.transaction():
            penilai.nilai(kiriman, penilai.baca(berkas))


def _susun(sesi: Sesi, penilai: Penilai, periode: Periode, lapor: Lapor) -> ValidasiPeriode:
    """The state of one period, with its papers written."""
    keadaan = keadaan_periode(sesi, penilai.isi, periode)
    dokumen = tulis_kertas(sesi, penilai, keadaan, lapor)
    return ValidasiPeriode(
        periode=periode,
        berkas=keadaan.berkas,
        belum_masuk=keadaan.belum_masuk,
        catatan=keadaan.catatan,
        dokumen=dokumen,
    )


def _lain(sesi: Sesi, periode: Periode | None, penerimaan: Penerimaan, catatan: Sequence[Finding]) -> ValidasiPeriode:
    """Refused files that still lie in `masuk/`, and notes about files that are no submission.

    With a period, only those that were first seen when it was asked for: January's broken file is not December's.
    """
    dipakai = sesi.reg.bukti_dipakai()
    catatan = tanpa_bukti(catatan, dipakai)
    return ValidasiPeriode(
        periode=None,
        berkas=bukan_bukti(tak_dikenal(sesi, periode, penerimaan.dilihat), dipakai)
        + tak_terbuka(sesi, periode, catatan),
        belum_masuk=(),
        catatan=tuple(t for t in catatan if t.tingkat is not Tingkat.GALAT),
        dokumen=(),
    )


def _gabung(hasil: ValidasiPeriode, lain: ValidasiPeriode) -> ValidasiPeriode:
    return ValidasiPeriode(
        periode=hasil.periode,
        berkas=hasil.berkas + lain.berkas,
        belum_masuk=hasil.belum_masuk,
        catatan=hasil.catatan + lain.catatan,
        dokumen=hasil.dokumen,
    )
