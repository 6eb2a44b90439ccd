"""The paraf slip of a report's konsep: written by every approval and rejection, from what the event log has of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kinerja.artifacts import Artifact
from kinerja.domain.periode import Periode
from kinerja.master.model import Master
from kinerja.master.pelaksana import nama_pelaksana
from kinerja.pipeline.init import lengkapi_templat
from kinerja.pipeline.persetujuan import (
    Keputusan,
    Konsep,
    Wajib,
    keputusan_semua,
    penyusun,
    sah,
    wajib_setuju,
)
from kinerja.pipeline.sesi import Sesi
from kinerja.pipeline.workspace import Isi
from kinerja.register.model import DokumenTercatat
from kinerja.render.model import BarisKendali, LembarKendali

JENIS_KENDALI = "lembar_kendali"


def tulis_lembar_kendali(sesi: Sesi, isi: Isi, periode: Periode, konsep: Konsep) -> DokumenTercatat:
    """Write the slip as it stands now."""
    from kinerja.render.dokumen import lembar_kendali

    lengkapi_templat(sesi.ws, JENIS_KENDALI)
    wajib, ada = wajib_setuju(isi.profil, periode), keputusan_semua(sesi, isi, periode)
    lembar = LembarKendali(
        periode=periode,
        dibuat=konsep.waktu.date(),
        sidik=konsep.naskah,
        baris=(
            *_penyusun(isi, wajib, konsep),
            *(_baris(isi, w, sah(ada, w), sesi.waktu.date()) for w in wajib),
        ),
        penolakan=tuple(_ditolak(isi, wajib, k) for k in ada if k.ditolak),
    )
    naskah = lembar_kendali(isi.master, isi.pengaturan, lembar, templat=sesi.ws.templates, akar=sesi.ws.akar)
    path = f"output/{periode.id}/{JENIS_KENDALI}_{periode.id}.docx"
    return sesi.tulis(Artifact(JENIS_KENDALI, path, naskah), periode.id)


def _penyusun(isi: Isi, wajib: tuple[Wajib, ...], konsep: Konsep) -> Iterator[BarisKendali]:
    """Who made the konsep: of each step to which a rejection can lead, once."""
    hari = konsep.waktu.date()
    for x in dict.fromkeys(x for w in wajib if (x := penyusun(w)) is not None):
        for peran in x.pelaksana:
            nama = "; ".join(nama_pelaksana(isi.master, peran, hari))
            yield BarisKendali(
                langkah=x.no or x.id, uraian=x.uraian, peran=peran, nama=nama, nip=_nip(isi.master, nama),
                keputusan="disusun", tanggal=hari,
            )  # fmt: skip


def _baris(isi: Isi, w: Wajib, k: Keputusan | None, hari: date) -> BarisKendali:
    nama = k.oleh if k is not None else "; ".join(nama_pelaksana(isi.master, w.peran, hari))
    return BarisKendali(
        langkah=w.langkah.no or w.langkah.id,
        uraian=w.langkah.uraian,
        peran=w.peran,
        nama=nama,
        nip=_nip(isi.master, nama),
        keputusan="disetujui" if k is not None else "",
        tanggal=k.tanggal if k is not None else None,
        catatan=k.catatan if k is not None else "",
    )


def _ditolak(isi: Isi, wajib: tuple[Wajib, ...], k: Keputusan) -> BarisKendali:
    x = next((w.langkah for w in wajib if w.langkah.id == k.langkah), None)
    return BarisKendali(
        langkah=(x.no or x.id) if x is not None else k.langkah,
        uraian=x.uraian if x is not None else "",
        peran=k.peran,
        nama=k.oleh,
        nip=_nip(isi.master, k.oleh),
        keputusan="ditolak",
        tanggal=k.tanggal,
        catatan=k.catatan,
    )


def _nip(master: Master, nama: str) -> str | None:
    """The NIP that the master has beside this name."""
    semua = (
        *((p.nama, p.nip) for p in master.pejabat),
        *((a.nama, a.nip) for a in master.tim),
        *((u.nama_pimpinan, u.nip) for u in master.unit),
    )
    return next((nip for n, nip in semua if n == nama and nip), None)
