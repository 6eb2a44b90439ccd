"""What must be settled before a report can become final: one sentence for each thing that is open, and what to do."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date

from kinerja.domain.periode import Periode
from kinerja.domain.tanggal import format_tanggal
from kinerja.koreksi.model import StatusKoreksi
from kinerja.pipeline.persetujuan import Konsep, keputusan_semua, yang_kurang
from kinerja.pipeline.progress import Lapor
from kinerja.pipeline.sementara import belum_lengkap
from kinerja.pipeline.sesi import Sesi
from kinerja.pipeline.susun import Cetakan, Susunan
from kinerja.pipeline.susun_ulang import susun_laporan
from kinerja.pipeline.workspace import Isi
from kinerja.render.views.sementara import rincian

_TUTUP = (StatusKoreksi.SELESAI, StatusKoreksi.DITOLAK)


def syarat_final(
    sesi: Sesi, isi: Isi, periode: Periode, konsep: Konsep | None, tanggal: date, *, sementara: bool, lapor: Lapor
) -> tuple[str, ...]:
    """Everything that is open; empty: the report can become final."""
    semua = list(_data(sesi, isi, periode, sementara=sementara))
    semua += _koreksi(sesi, periode)
    if "{klasifikasi}" in isi.pengaturan.pola_nomor and not isi.master.instansi.kode_klasifikasi:
        semua.append("Kode klasifikasi pada nomor laporan belum ada: isi Kode Klasifikasi di lembar Instansi.")
    if konsep is None:
        return (*semua, f"Konsep laporannya belum dibuat: kinerja build {periode.id}.")
    semua += yang_kurang(sesi, isi, konsep, tanggal)
    kini = susun_laporan(sesi, isi, periode, Cetakan(tanggal=konsep.waktu.date(), jejak=konsep.jejak), lapor)
    semua += _narasi(kini)
    semua += _berubah(sesi, isi, periode, konsep, kini)
    return tuple(semua)


def _data(sesi: Sesi, isi: Isi, periode: Periode, *, sementara: bool) -> Iterator[str]:
    """Units whose data are missing or not valid."""
    if not sementara and (belum := belum_lengkap(sesi, isi, periode)):
        yield (
            f"Data belum lengkap: {'; '.join(rincian(belum))}. Bila laporan harus dikirim dengan angka sementara, "
            "tambahkan --sementara."
        )


def _koreksi(sesi: Sesi, periode: Periode) -> Iterator[str]:
    buka = [k for k in sesi.reg.koreksi(periode.id) if k.berlaku not in _TUTUP or k.pertanyaan is not None]
    if buka:
        contoh = "; ".join(
            f"{k.koreksi.tempat}: {(k.koreksi.teks or k.koreksi.teks_lama).strip()[:60]}" for k in buka[:3]
        )
        sisa = f"; dan {len(buka) - 3} lagi" if len(buka) > 3 else ""
        yield (
            f"{len(buka)} koreksi belum selesai atau ditolak ({contoh}{sisa}): isi statusnya di Daftar Koreksi dan "
            "Masukan."
        )


def _narasi(kini: Susunan) -> Iterator[str]:
    usang = [n.kunci for n in kini.narasi if n.usang]
    if usang:
        yield (
            f"Narasi {', '.join(usang)} ditulis sebelum angkanya berubah: tinjau kalimatnya pada konsep, lalu baca "
            "dengan kinerja review."
        )


def _berubah(sesi: Sesi, isi: Isi, periode: Periode, konsep: Konsep, kini: Susunan) -> Iterator[str]:
    """That what was approved is no longer what would be printed."""
    from kinerja.render.asal import stamp

    ulang = f"buat konsepnya lagi (kinerja build {periode.id})"
    if any(not k.ditolak and not k.gugur for k in keputusan_semua(sesi, isi, periode)):
        ulang += " dan mintakan persetujuan lagi"
    if hashlib.sha256(stamp(kini.naskah, kini.jenis, periode.id)[0]).hexdigest() != konsep.naskah:
        yield (
            f"Data, narasi, induk, setelan, atau templat berubah sejak konsep {format_tanggal(konsep.waktu.date())} "
            f"dibuat: {ulang}."
        )
