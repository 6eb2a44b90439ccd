"""What the register proves about the steps of an SOP: events by (proof, period), in the order of the event log."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace

from kinerja.domain.kiriman import Status
from kinerja.domain.periode import Periode
from kinerja.pipeline.final import final_berlaku
from kinerja.pipeline.keadaan import Keadaan
from kinerja.pipeline.koreksi import JENIS_DAFTAR, koreksi_terbuka
from kinerja.pipeline.pemantauan import kejadian_pantau
from kinerja.pipeline.sesi import Sesi
from kinerja.pipeline.workspace import Isi
from kinerja.register.peristiwa import (
    BERKAS_DINILAI,
    FORMULIR_DIBUAT,
    KOREKSI_DIBACA,
    KOREKSI_DIPUTUSKAN,
    LAPORAN_DIBUAT,
    PANTAU_DITERIMA,
    SURAT_DIBUAT,
)
from kinerja.sop.bukti import DIISI_ORANG, FINAL, PANTAU, SURAT
from kinerja.sop.periode import periode_langkah
from kinerja.sop.status import Kejadian

_KALA = ("bulanan", "triwulanan", "semesteran", "tahunan")
_DIBAGIKAN = ("formulir", "surat_edaran")
# Proofs that rest on the forms of every collection period within that of the step.
DARI_FORMULIR = frozenset({*_DIBAGIKAN, "formulir_terisi", "kertas_kerja_validasi", "hasil_pengumpulan_data"})


def kejadian_periode(
    sesi: Sesi, isi: Isi, periode: Periode, keadaan: Mapping[Periode, Keadaan]
) -> dict[tuple[str, str], Kejadian]:
    """What happened in the periods that steps have, seen from `periode`. `keadaan`: of all its collection periods."""
    nomor = sesi.reg.nomor_peristiwa()
    hasil: dict[tuple[str, str], Kejadian] = {
        ("induk", periode_langkah("tahunan", periode).id): Kejadian(uraian="induk.xlsx")
    }
    bulan = periode_langkah("mingguan", periode)
    if (pantau := kejadian_pantau(sesi, isi, bulan)) is not None:
        hasil[PANTAU, bulan.id] = replace(pantau, urut=nomor.get((PANTAU_DITERIMA, bulan.id), 0))
    for milik in (periode_langkah(kala, periode) for kala in _KALA):
        if (final := final_berlaku(sesi, milik)) is not None:
            uraian = f"{final.berkas[0].path}, nomor {final.nomor}"
            hasil[FINAL, milik.id] = Kejadian(uraian=uraian, urut=final.urut)
        ikut = [k for p, k in keadaan.items() if set(p.bulan) <= set(milik.bulan)]
        hasil |= {(bukti, milik.id): k for bukti, k in _dokumen(sesi, milik, nomor)}
        hasil |= {(bukti, milik.id): k for bukti, k in _dibagikan(sesi, ikut, nomor)}
        hasil |= {(bukti, milik.id): k for bukti, k in _formulir(isi, ikut, nomor)}
        terhimpun = [k for nama in ("hasil_pengumpulan_data", "formulir_terisi") if (k := hasil.get((nama, milik.id)))]
        if terhimpun:  # the report on a collection proves it only together with the forms
            hasil["hasil_pengumpulan_data", milik.id] = Kejadian(
                uraian="; ".join(k.uraian for k in terhimpun),
                rampung=len(terhimpun) == 2 and all(k.rampung for k in terhimpun),
                urut=max(k.urut for k in terhimpun),
            )
    return hasil


def _dokumen(sesi: Sesi, milik: Periode, nomor: Mapping[tuple[str, str], int]) -> Iterable[tuple[str, Kejadian]]:
    """Reports, the corrections to them, and letters of this very period."""
    surat = {json.loads(p.rincian)["jenis"]: p.id for p in sesi.reg.peristiwa(milik.id, SURAT_DIBUAT)}
    for d in sesi.reg.dokumen(milik.id):
        if d.jenis.startswith("laporan_") or d.jenis == "data_hasil_analisis":
            yield d.jenis, Kejadian(uraian=d.path, urut=nomor.get((LAPORAN_DIBUAT, milik.id), 0))
        elif d.jenis == JENIS_DAFTAR:
            sisa = koreksi_terbuka(sesi, milik)
            uraian = f"{d.path}; {sisa} butir belum diputuskan" if sisa else d.path
            urut = max(nomor.get((j, milik.id), 0) for j in (KOREKSI_DIBACA, KOREKSI_DIPUTUSKAN))
            yield d.jenis, Kejadian(uraian=uraian, rampung=not sisa, urut=urut)
        elif d.jenis in SURAT:
            yield d.jenis, Kejadian(uraian=d.path, rampung=d.jenis not in DIISI_ORANG, urut=surat.get(d.jenis, 0))


def _dibagikan(sesi: Sesi, ikut: list[Keadaan], nomor: Mapping[tuple[str, str], int]) -> Iterable[tuple[str, Kejadian]]:
    """Blank forms and the letter with them, of all collection periods in `ikut`."""
    for jenis in _DIBAGIKAN:
        ada = {k.periode: d for k in ikut for d in sesi.reg.dokumen(k.periode.id) if d.jenis == jenis}
        if not ada:
            continue
        banyak = f"{len(ada)} dari {len(ikut)} periode: " if len(ikut) > 1 else ""
        yield (
            jenis,
            Kejadian(
                uraian=f"{banyak}{list(ada.values())[-1].path}",
                rampung=len(ada) == len(ikut),
                urut=max(nomor.get((FORMULIR_DIBUAT, p.id), 0) for p in ada),
            ),
        )


def _formulir(isi: Isi, ikut: list[Keadaan], nomor: Mapping[tuple[str, str], int]) -> Iterable[tuple[str, Kejadian]]:
    """How many forms have come, and how many of them are valid."""
    jumlah = len(isi.master.unit_pelapor) * len(ikut)
    diterima = [b for k in ikut for b in k.berkas if b.status is not Status.DITOLAK]
    if not diterima:
        return
    urut = max(nomor.get((BERKAS_DINILAI, k.periode.id), 0) for k in ikut)
    masuk, layak = len(diterima), sum(b.status.layak for b in diterima)
    kembali = masuk - layak
    yield (
        "formulir_terisi",
        Kejadian(uraian=f"{masuk} dari {jumlah} formulir masuk", rampung=masuk >= jumlah, urut=urut),
    )
    yield (
        "kertas_kerja_validasi",
        Kejadian(
            uraian=f"{layak} dari {jumlah} formulir valid" + (f", {kembali} dikembalikan" if kembali else ""),
            rampung=layak >= jumlah,
            ditolak=kembali > 0,
            urut=urut,
        ),
    )
