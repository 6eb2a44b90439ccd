"""What a new version of a final changes: the figures of both side by side, and who opened it and why."""

from __future__ import annotations

from kinerja.aggregate.model import HasilPeriode
from kinerja.errors import KinerjaError
from kinerja.pipeline.bekuan import baca_kunci
from kinerja.pipeline.final import Final
from kinerja.pipeline.hitung import hitung
from kinerja.pipeline.progress import Lapor
from kinerja.pipeline.sesi import Sesi
from kinerja.pipeline.susun import Cetakan, Susunan
from kinerja.pipeline.susun_ulang import kantor_beku
from kinerja.pipeline.workspace import Isi


def catatan_perubahan(sesi: Sesi, isi: Isi, lama: Final, susunan: Susunan, cetakan: Cetakan, *, lapor: Lapor) -> bytes:
    """The workbook of changes from the version `lama` to the one that is being made."""
    from kinerja.worksheets.perubahan_final import DataPerubahan, buku_perubahan

    assert lama.dibuka is not None  # else this version would not be made
    lapor("Membandingkan dengan versi sebelumnya", 0, 1)
    hasil_lama = hasil_beku(sesi, lama)
    lapor("Membandingkan dengan versi sebelumnya", 1, 1)
    data = DataPerubahan(
        master=isi.master,
        periode=lama.periode,
        versi_lama=lama.versi,
        tanggal_lama=lama.tanggal,
        tanggal_baru=cetakan.tanggal,
        nomor_lama=lama.agenda,
        nomor_baru=cetakan.nomor or "",
        oleh=lama.dibuka.oleh,
        alasan=lama.dibuka.alasan,
        dibuka=lama.dibuka.waktu,
        lama=hasil_lama,
        baru=susunan.hasil,
        desimal=isi.pengaturan.kebijakan.desimal,
        kertas=isi.pengaturan.kertas,
    )
    return buku_perubahan(data)


def hasil_beku(sesi: Sesi, final: Final) -> HasilPeriode:
    """The figures of a final, computed again from what was frozen for it."""
    kunci = final.satu("kunci")
    if kunci is None:
        raise KinerjaError(
            f"Berkas kunci laporan {final.periode.nama} versi {final.versi} tidak tercatat.",
            f"Periksa arsipnya: kinerja verify {final.periode.id}.",
        )
    with kantor_beku(sesi, baca_kunci(sesi.arsip(kunci.sha256))) as (dulu, isi):
        return hitung(dulu, isi, final.periode)
