"""`kinerja remind`: who is late, as a memo to the head of the office, and a reminder to send to the units.

Both tell what the register knows at one moment, so they are written anew at every run.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from kinerja.artifacts import Artifact
from kinerja.domain.kiriman import Status
from kinerja.domain.periode import JenisPeriode, Periode
from kinerja.findings import Tingkat
from kinerja.master.model import Unit
from kinerja.pipeline.init import lengkapi_templat
from kinerja.pipeline.keadaan import Keadaan, keadaan_periode
from kinerja.pipeline.kertas import batas_perbaikan, dikembalikan, dikembalikan_pada
from kinerja.pipeline.model import BerkasDinilai
from kinerja.pipeline.pengumpulan import periksa_pengumpulan
from kinerja.pipeline.sesi import Sesi, buka
from kinerja.pipeline.tenggat import kalender_kantor, tenggat_isian, tenggat_kirim
from kinerja.pipeline.workspace import Isi, Workspace, load_isi
from kinerja.read.intake import Kandidat, temukan
from kinerja.register.model import DokumenTercatat
from kinerja.render.model import Keterlambatan, UnitMemperbaiki, UnitTelat
from kinerja.render.views.cetak import banyak_hari, hari
from kinerja.sop.periode import langkah_jenis

_JENIS_MEMO, _JENIS_PENGINGAT = "daftar_keterlambatan", "pengingat"
_LAPORAN = {JenisPeriode.BULAN: "bulanan", JenisPeriode.TRIWULAN: "triwulan"}


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilRemind:
    """`belum_divalidasi`: forms in masuk/ that the register has not seen, so that nothing here knows of them."""

    keterlambatan: Keterlambatan
    ringkasan: str
    perihal: str
    pesan: str
    belum_divalidasi: tuple[str, ...]
    formulir_dibuat: bool  # False: the units have nothing to fill in yet
    dokumen: tuple[DokumenTercatat, ...]
    disisihkan: tuple[tuple[str, str], ...]


def remind(ws: Workspace, periode: Periode, *, waktu: datetime) -> HasilRemind:
    """Write the memo and the reminder for one collection period. SalahPakai for another kind of period."""
    from kinerja.render.dokumen import daftar_keterlambatan, pengingat
    from kinerja.render.views.daftar_keterlambatan import ringkasan
    from kinerja.render.views.pengingat import perihal, pesan

    isi = load_isi(ws)
    periksa_pengumpulan(isi, periode)
    lengkapi_templat(ws, _JENIS_MEMO)
    with buka(ws, waktu) as sesi:
        k = _keterlambatan(sesi, isi, keadaan_periode(sesi, isi, periode))
        memo = daftar_keterlambatan(
            isi.master,
            isi.pengaturan,
            k,
            ketentuan=tuple(_ketentuan(isi, periode)),
            batas_laporan=_batas_laporan(isi, periode),
            templat=ws.templates,
            akar=ws.akar,
        )
        folder = f"output/{periode.id}"
        dokumen = (
            sesi.tulis(Artifact(_JENIS_MEMO, f"{folder}/daftar_keterlambatan_{periode.id}.docx", memo), periode.id),
            sesi.tulis(
                Artifact(_JENIS_PENGINGAT, f"{folder}/pengingat_{periode.id}.txt", pengingat(isi.master, k)), periode.id
            ),
        )
        return HasilRemind(
            keterlambatan=k,
            ringkasan=ringkasan(k),
            perihal=perihal(k) if k.ada else "",
            pesan=pesan(isi.master, k) if k.ada else "",
            belum_divalidasi=tuple(_belum_divalidasi(sesi)),
            formulir_dibuat=any(d.jenis == "formulir" for d in sesi.reg.dokumen(periode.id)),
            dokumen=dokumen,
            disisihkan=tuple(sesi.disisihkan),
        )


def _keterlambatan(sesi: Sesi, isi: Isi, keadaan: Keadaan) -> Keterlambatan:
    periode, hari_ini, kalender = keadaan.periode, sesi.waktu.date(), kalender_kantor(isi, keadaan.periode)
    tenggat = tenggat_isian(periode, isi).date()
    unit = {u.kode: u for u in isi.master.unit}
    lewat = kalender.terlambat(tenggat, hari_ini)
    milik: dict[str, BerkasDinilai] = {}
    for b in keadaan.berkas:
        if b.kiriman.unit in unit and b.status is not Status.DITOLAK:
            milik.setdefault(b.kiriman.unit, b)
    telat = {kode: kalender.terlambat(tenggat, b.pertama.date()) for kode, b in milik.items()}
    return Keterlambatan(
        periode=periode,
        waktu=sesi.waktu,
        tenggat=tenggat,
        lewat=lewat,
        sisa=kalender.terlambat(hari_ini, tenggat),
        kerja=kalender.kerja,
        jumlah=len(isi.master.unit_pelapor),
        belum=tuple(UnitTelat(unit=unit[kode], diterima=None, status=None, hari=lewat) for kode in keadaan.belum_masuk),
        terlambat=tuple(
            UnitTelat(unit=unit[kode], diterima=b.pertama, status=b.status, hari=telat[kode])
            for kode, b in milik.items()
            if telat[kode]
        ),
        perbaikan=tuple(
            _memperbaiki(sesi, isi, periode, unit[kode], b) for kode, b in milik.items() if dikembalikan(b)
        ),
        bentrok=tuple(unit[kode] for kode, b in milik.items() if b.kiriman.bentrok),
    )


def _memperbaiki(sesi: Sesi, isi: Isi, periode: Periode, unit: Unit, b: BerkasDinilai) -> UnitMemperbaiki:
    batas = batas_perbaikan(sesi, isi, periode, b)
    return UnitMemperbaiki(
        unit=unit,
        revisi=b.kiriman.revisi or 0,
        galat=sum(t.tingkat is Tingkat.GALAT for t in b.temuan),
        dikembalikan=dikembalikan_pada(sesi, periode, b),
        batas=batas,
        lewat=kalender_kantor(isi, periode).terlambat(batas, sesi.waktu.date()) if batas is not None else 0,
    )


def _ketentuan(isi: Isi, periode: Periode) -> Iterator[str]:
    """What the SOP says about sending and mending forms of this kind of period; else what the settings say."""
    langkah = [(s, x) for s in isi.profil.sop for x in s.langkah if langkah_jenis(x) is periode.jenis]
    bukti = {x.dihasilkan_oleh: f"langkah {x.no or x.id} SOP {s.nama}" for s, x in reversed(langkah)}
    kirim, periksa = (bukti.get(b, "ketentuan kantor") for b in ("formulir_terisi", "kertas_kerja_validasi"))
    waktu = banyak_hari(isi.pengaturan.hari_perbaikan, kerja=kalender_kantor(isi, periode).kerja)
    tenggat = hari(tenggat_isian(periode, isi).date())
    yield f"Menurut {kirim}, formulir yang telah diisi disampaikan kepada Tim paling lambat {tenggat}."
    yield (
        f"Menurut {periksa}, data yang tidak valid atau tidak lengkap dikembalikan kepada unit untuk dibetulkan "
        f"dalam {waktu}."
    )


def _batas_laporan(isi: Isi, periode: Periode) -> date | None:
    """When the report of this period is due; None when the office's SOP has no report of this kind."""
    return tenggat_kirim(periode, isi) if _LAPORAN.get(periode.jenis) in isi.profil.laporan else None


def _belum_divalidasi(sesi: Sesi) -> Iterator[str]:
    """Forms that were taken in while another period was asked for, and forms in masuk/ that no run has taken in."""
    yield from (b.path for b in sesi.reg.belum_dinilai())
    if sesi.ws.masuk.exists():
        for x in temukan(sesi.ws.masuk, sesi.ws.akar):
            if isinstance(x, Kandidat) and not sesi.reg.berkas_dikenal(x.sha256):
                yield x.path
