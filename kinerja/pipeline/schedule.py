"""`kinerja schedule`: the SOP's steps of a period on the calendar, as workbook, Word document and iCalendar file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from kinerja.artifacts import Artifact
from kinerja.domain.periode import Periode
from kinerja.errors import SalahPakai
from kinerja.master.pelaksana import nama_pelaksana
from kinerja.pipeline.init import lengkapi_templat
from kinerja.pipeline.sesi import buka
from kinerja.pipeline.tenggat import batas_kantor, kalender_kantor, tahun_tanpa_libur
from kinerja.pipeline.workspace import Isi, Workspace, load_isi
from kinerja.register.model import DokumenTercatat
from kinerja.sop.ical import Acara, ical
from kinerja.sop.jadwal import RencanaPeriode, rencana_periode
from kinerja.sop.jadwal_teks import daftar_pemendekan
from kinerja.sop.periode import langkah_jenis


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilSchedule:
    rencana: RencanaPeriode
    dokumen: tuple[DokumenTercatat, ...]
    disisihkan: tuple[tuple[str, str], ...]


def rencana_kantor(isi: Isi, periode: Periode) -> RencanaPeriode:
    """The schedule of the office's SOPs for a period, with the names of who does what.

    SalahPakai when they have no steps for such a period.
    """
    peran = {p for s in isi.profil.sop for x in s.langkah for p in x.pelaksana}
    nama = {p: nama_pelaksana(isi.master, p, periode.akhir) for p in peran}
    rencana = rencana_periode(
        isi.profil, periode, kalender_kantor(isi, periode), batas_kantor(isi), nama,
        tanpa_daftar=tahun_tanpa_libur(isi, periode),
    )  # fmt: skip
    if not rencana.rencana:
        raise SalahPakai(
            f"SOP {isi.profil.nama} tidak mempunyai langkah untuk {periode.nama}.",
            f"Sebutkan periode yang langkahnya ada, misalnya: {_misal(isi)}.",
        )
    return rencana


def _misal(isi: Isi) -> str:
    """Periods of each kind for which the SOPs have steps."""
    jenis = sorted({langkah_jenis(x) for s in isi.profil.sop for x in s.langkah})
    return ", ".join(Periode(isi.master.instansi.tahun, j, 1).id for j in jenis)


def schedule(ws: Workspace, periode: Periode, *, waktu: datetime, ics: bool) -> HasilSchedule:
    """Write the schedule of a period; `ics`: an iCalendar file too. SalahPakai as `rencana_kantor`."""
    from kinerja.render.dokumen import jadwal_sop
    from kinerja.render.gambar.gantt import gantt
    from kinerja.worksheets.jadwal import jadwal_workbook

    isi = load_isi(ws)
    rencana = rencana_kantor(isi, periode)
    gambar = {r.sop: gantt(r, rencana) for r in rencana.rencana}
    path = f"output/{periode.id}/jadwal_{periode.id}"
    with buka(ws, waktu) as sesi:
        lengkapi_templat(ws, "jadwal_sop")
        png = [[g.isi for g in gambar[r.sop]] for r in rencana.rencana]
        buku = jadwal_workbook(isi.master, isi.pengaturan, rencana, png)
        naskah = jadwal_sop(
            isi.master, isi.pengaturan, rencana, gambar, tanggal=waktu.date(), templat=ws.templates, akar=ws.akar
        )
        berkas = [Artifact("jadwal", f"{path}.xlsx", buku), Artifact("jadwal_sop", f"{path}.docx", naskah)]
        if ics:
            isi_ics = ical(f"Jadwal kinerja {periode.nama}", _acara(isi, rencana), periode.awal)
            berkas.append(Artifact("jadwal_ics", f"{path}.ics", isi_ics))
        dokumen = tuple(sesi.tulis(b, periode.id) for b in berkas)
    return HasilSchedule(rencana=rencana, dokumen=dokumen, disisihkan=tuple(sesi.disisihkan))


def _acara(isi: Isi, r: RencanaPeriode) -> Iterator[Acara]:
    """An event per step, in the shortened schedule where only that one meets the deadlines."""
    for rencana in r.rencana:
        catatan = ""
        if rencana.pemendekan and rencana.tercapai:
            catatan = f"\nAgar tenggat tercapai: {daftar_pemendekan(rencana.pemendekan)}."
        pendek = {j.langkah.id: j for j in rencana.sesudah} if rencana.tercapai else {}
        for asal in rencana.jadwal:
            j = pendek.get(asal.langkah.id, asal)
            x = j.langkah
            tenggat = f"\nTenggat: {j.tenggat:%d-%m-%Y}" if j.tenggat is not None else ""
            yield Acara(
                kunci=f"{isi.master.id_instansi}|{r.periode.id}|{rencana.sop}|{x.id}",
                judul=f"{x.no or x.id}. {x.uraian}",
                uraian=f"Pelaksana: {r.orang(x)}\nHasil: {', '.join(x.output) or '–'}{tenggat}{catatan}",
                mulai=j.mulai,
                selesai=j.selesai,
                ingatkan=j.tenggat is not None,
            )
