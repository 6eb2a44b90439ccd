"""A correction: what a new version of a final says otherwise than the version that its readers have in hand."""

from __future__ import annotations

from kinerja.pipeline.final import Final, final_semua
from kinerja.pipeline.perubahan_final import hasil_beku
from kinerja.pipeline.sesi import Sesi
from kinerja.pipeline.terkirim import laporan_terkirim, pengiriman
from kinerja.pipeline.workspace import Isi
from kinerja.render.model import ButirRalat, Ralat
from kinerja.worksheets.perubahan_final import DataPerubahan, perubahan_angka


def ralat_final(sesi: Sesi, isi: Isi, final: Final) -> Ralat | None:
    """The correction that this version is; None when no earlier version was delivered."""
    terkirim = [p for p in pengiriman(sesi, final.periode) if p.versi < final.versi]
    if not terkirim:
        return None
    akhir = max(terkirim, key=lambda p: (p.versi, p.waktu))
    semua = {f.versi: f for f in final_semua(sesi, final.periode)}
    lama = semua[akhir.versi]
    sebut = laporan_terkirim(lama)
    assert sebut is not None  # a final was given
    alasan = dict.fromkeys(
        f.dibuka.alasan for v in range(lama.versi, final.versi) if (f := semua[v]).dibuka is not None
    )
    return Ralat(
        ke=len({p.versi for p in terkirim}),
        lama=sebut,
        dikirim=akhir.tanggal,
        alasan="; ".join(x.rstrip(" .") for x in alasan),
        butir=_butir(sesi, isi, lama, final, "; ".join(alasan)),
    )


def _butir(sesi: Sesi, isi: Isi, lama: Final, baru: Final, alasan: str) -> tuple[ButirRalat, ...]:
    """Every figure of the two reports that differs, as they were frozen."""
    dibuka = lama.dibuka
    assert dibuka is not None  # else there would be no later version
    data = DataPerubahan(
        master=isi.master,
        periode=baru.periode,
        versi_lama=lama.versi,
        tanggal_lama=lama.tanggal,
        tanggal_baru=baru.tanggal,
        nomor_lama=lama.agenda,
        nomor_baru=baru.agenda,
        oleh=dibuka.oleh,
        alasan=alasan,
        dibuka=dibuka.waktu,
        lama=hasil_beku(sesi, lama),
        baru=hasil_beku(sesi, baru),
        desimal=isi.pengaturan.kebijakan.desimal,
        kertas=isi.pengaturan.kertas,
    )
    indikator = {i.kode for i in isi.master.indikator}
    nama = {u.kode: u.nama for u in isi.master.unit}
    return tuple(
        ButirRalat(
            indikator=f"{kode} {judul}" if kode in indikator else judul,
            tempat=nama.get(unit, isi.master.instansi.nama),
            angka=angka,
            semula=semula,
            menjadi=menjadi,
        )
        for kode, judul, unit, angka, semula, menjadi in perubahan_angka(data)
    )
