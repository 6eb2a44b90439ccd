"""The Daftar Koreksi dan Masukan of a period: what people typed into it is read back, then it is made anew."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from kinerja.artifacts import Artifact
from kinerja.deliver.tulis import baca_dokumen
from kinerja.domain.periode import Periode
from kinerja.domain.tanggal import format_tanggal
from kinerja.errors import KinerjaError
from kinerja.koreksi.model import Koreksi, StatusKoreksi
from kinerja.pipeline.init import lengkapi_templat
from kinerja.pipeline.konsep import Pembanding
from kinerja.pipeline.sesi import Sesi, path_daftar_koreksi
from kinerja.pipeline.workspace import Isi
from kinerja.register.model import DokumenTercatat, KoreksiTercatat
from kinerja.register.peristiwa import KOREKSI_DIBACA, KOREKSI_DIPUTUSKAN

if TYPE_CHECKING:
    from kinerja.worksheets.daftar_koreksi import BerkasDibaca

JENIS_DAFTAR, JENIS_BUKU = "daftar_koreksi", "daftar_koreksi_xlsx"


def koreksi_terbuka(sesi: Sesi, periode: Periode) -> int:
    """How many corrections of a period nobody has decided on yet."""
    return sum(k.berlaku is StatusKoreksi.BARU for k in sesi.reg.koreksi(periode.id))


def pertanyaan_status(sesi: Sesi) -> tuple[str, ...]:
    """Every status that people wrote and that has no effect: where, and why."""
    return tuple(
        f"{path_daftar_koreksi(periode, 'xlsx')}, No {n}: {k.pertanyaan}."
        for periode in sesi.reg.periode_koreksi()
        for n, k in enumerate(sesi.reg.koreksi(periode), 1)
        if k.pertanyaan is not None
    )


def baca_putusan(sesi: Sesi) -> None:
    """Keep what was typed into every list that was changed since it was written.

    KinerjaError when a list cannot be read: then it may not be written over.
    """
    for periode in sesi.reg.periode_koreksi():
        path = path_daftar_koreksi(periode, "xlsx")
        tercatat, teks = sesi.reg.dokumen_pada(path), baca_dokumen(sesi.ws.akar, path)
        if tercatat is None or teks is None:
            continue
        if hashlib.sha256(teks).hexdigest() == tercatat.sha256:
            continue
        _baca_satu(sesi, periode, path, teks)


def _baca_satu(sesi: Sesi, periode: str, path: str, teks: bytes) -> None:
    from kinerja.worksheets.daftar_koreksi import LEMBAR_KOREKSI  # few runs find a changed one
    from kinerja.worksheets.daftar_koreksi_baca import baca_daftar_koreksi

    dikenal = {k.koreksi.kunci: k for k in sesi.reg.koreksi(periode)}
    with sesi.reg.transaction():
        for t in baca_daftar_koreksi(teks, path):
            lama = dikenal.get(t.kunci)
            if lama is None:
                raise KinerjaError(
                    f"{path}, lembar {LEMBAR_KOREKSI}, sel {t.sel}: koreksi pada baris itu tidak dikenal, jadi "
                    "statusnya tidak dapat dicatat.",
                    "Kembalikan kolom Identitas yang tersembunyi dari daftar aslinya, atau hapus baris itu.",
                )
            baru = replace(lama, status=t.status, oleh=t.oleh, tanggal=t.tanggal, catatan=t.catatan)
            if baru.pertanyaan is None and baru.status != StatusKoreksi.BARU and not baru.tanggal:
                sama = (baru.status, baru.oleh) == (lama.status, lama.oleh)  # read before, the list not made since
                baru = replace(baru, tanggal=(sama and lama.tanggal) or format_tanggal(sesi.waktu.date()))
            if baru != lama:
                sesi.reg.putuskan_koreksi(baru)
                rincian = {"koreksi": t.kunci, "status": baru.status, "oleh": baru.oleh, "tanggal": baru.tanggal}
                rincian |= {"catatan": baru.catatan} if baru.catatan else {}
                sesi.reg.catat_peristiwa(KOREKSI_DIPUTUSKAN, sesi.waktu, periode or None, None, rincian)


def catat_koreksi(sesi: Sesi, asal: tuple[str, str], pembanding: Pembanding, koreksi: Sequence[Koreksi]) -> int:
    """Keep what the file (name, sha256) brought; gives how many were not known. The file is noted once."""
    nama, sha256 = asal
    periode = pembanding.periode
    with sesi.reg.transaction():
        baru = sum(
            sesi.reg.simpan_koreksi(
                KoreksiTercatat(periode=periode, koreksi=k, berkas=nama, sha256=sha256, dibaca=sesi.waktu)
            )
            for k in koreksi
        )
        dibaca = (json.loads(p.rincian) for p in sesi.reg.peristiwa(periode or None, KOREKSI_DIBACA))
        if baru or all(d["sha256"] != sha256 for d in dibaca):
            konsep = pembanding.konsep.sha256 if pembanding.konsep is not None else None
            sesi.reg.catat_peristiwa(
                KOREKSI_DIBACA, sesi.waktu, periode or None, None,
                {"berkas": nama, "sha256": sha256, "konsep": konsep, "pembanding": pembanding.cara,
                 "butir": len(koreksi), "baru": baru},
            )  # fmt: skip
    return baru


def tulis_daftar(sesi: Sesi, isi: Isi, periode: str) -> tuple[DokumenTercatat, ...]:
    """The list of a period as a workbook and in Word, from the register."""
    from kinerja.render.dokumen import daftar_koreksi
    from kinerja.worksheets.daftar_koreksi import BerkasDibaca, DataKoreksi, daftar_koreksi_workbook

    dibaca = [
        (p.waktu, json.loads(p.rincian))
        for p in sesi.reg.peristiwa(periode or None, KOREKSI_DIBACA)
        if (p.periode or "") == periode
    ]
    data = DataKoreksi(
        instansi=isi.master.instansi.nama,
        judul=judul_daftar(periode),
        kertas=isi.pengaturan.kertas,
        waktu=datetime.combine(_akhir(isi, periode), time(12)),
        koreksi=sesi.reg.koreksi(periode),
        berkas=[
            BerkasDibaca(nama=d["berkas"], waktu=w, banyak=d["butir"], baru=d["baru"], cara=d["pembanding"])
            for w, d in dibaca
        ],
    )
    lengkapi_templat(sesi.ws, JENIS_DAFTAR)
    naskah = daftar_koreksi(
        isi.master,
        isi.pengaturan,
        data.judul,
        data.koreksi,
        [_kalimat(b) for b in data.berkas],
        akhir=data.waktu.date(),
        tanggal=sesi.waktu.date(),
        templat=sesi.ws.templates,
        akar=sesi.ws.akar,
    )
    return (
        sesi.tulis(Artifact(JENIS_BUKU, path_daftar_koreksi(periode, "xlsx"), daftar_koreksi_workbook(data)), periode),
        sesi.tulis(Artifact(JENIS_DAFTAR, path_daftar_koreksi(periode, "docx"), naskah), periode),
    )


def _kalimat(b: BerkasDibaca) -> str:
    """One file that was read, in a sentence."""
    saat = f"{format_tanggal(b.waktu.date())} {b.waktu:%H.%M}"
    return f"{b.nama}, dibaca {saat}: {b.banyak} butir, {b.baru} di antaranya baru; {b.cara}."


def judul_daftar(periode: str) -> str:
    """What the list is about."""
    return f"Laporan Kinerja {Periode.parse(periode).nama}" if periode else "Naskah di luar laporan map kerja ini"


def _akhir(isi: Isi, periode: str) -> date:
    return Periode.parse(periode).akhir if periode else date(isi.master.instansi.tahun, 12, 31)
