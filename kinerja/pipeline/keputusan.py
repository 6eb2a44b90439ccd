"""Decisions of the Tim: kept with their event, and read back from the Kertas Kerja Validasi before it is rewritten."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterator

from kinerja.deliver.tulis import baca_dokumen
from kinerja.domain.periode import Periode
from kinerja.findings import Tingkat
from kinerja.pipeline.final import final_semua, pengunci_dari
from kinerja.pipeline.keadaan import keadaan_periode
from kinerja.pipeline.sesi import Sesi, path_kkv
from kinerja.pipeline.workspace import Isi
from kinerja.register.model import DITERIMA, PILIHAN_KEPUTUSAN, Keputusan
from kinerja.register.peristiwa import KEPUTUSAN_DICATAT
from kinerja.register.temuan import kunci_unik

TIDAK_BERLAKU = "Tidak berlaku: galat tidak dapat diterima"


def catat_keputusan(sesi: Sesi, keputusan: Keputusan) -> bool:
    """Keep a decision, with the event that tells who, why and when. True when it changes anything."""
    k = keputusan
    if not sesi.reg.simpan_keputusan(k):
        return False
    rincian = {"temuan": k.kunci, "keputusan": k.keputusan, "alasan": k.alasan, "oleh": k.oleh, "tanggal": k.tanggal}
    sesi.reg.catat_peristiwa(KEPUTUSAN_DICATAT, sesi.waktu, k.periode, k.unit, rincian)
    sesi.tandai_usang(k.periode)
    return True


def baca_keputusan(sesi: Sesi, isi: Isi) -> tuple[str, ...]:
    """Store the decisions in every KKV that was changed since it was written; gives what to tell about those that
    have no effect: a galat is never accepted, and a warning not without a reason and a name.

    KinerjaError when one cannot be read: then nothing may be written over it.
    """
    pesan: list[str] = []
    final = final_semua(sesi)
    for periode in sesi.reg.periode_kiriman() or _periode_kkv(sesi):
        path = path_kkv(periode)
        tercatat = sesi.reg.dokumen_pada(path)
        teks = baca_dokumen(sesi.ws.akar, path)
        if teks is None or (tercatat is not None and hashlib.sha256(teks).hexdigest() == tercatat.sha256):
            continue
        if (f := pengunci_dari(final, periode)) is not None:
            pesan.append(
                f"{path} disunting, padahal laporan {f.periode.nama} sudah final; keputusan di dalamnya tidak dibaca. "
                f"Bila perlu, buka dahulu: kinerja reopen {f.periode.id}"
            )
            continue
        from kinerja.worksheets.kkv import LEMBAR_TEMUAN  # few runs find a changed one
        from kinerja.worksheets.kkv_baca import baca_kkv

        ketikan = baca_kkv(teks, path, periode)
        galat = _galat(sesi, isi, periode) if any(k.keputusan == DITERIMA for k, _ in ketikan) else frozenset()
        with sesi.reg.transaction():
            for k, sel in ketikan:
                berlaku, sebab = _berlaku(k, galat)
                if sebab is not None:
                    pesan.append(f"{path}, lembar {LEMBAR_TEMUAN}, sel {sel}: {sebab}")
                catat_keputusan(sesi, berlaku)
    return tuple(pesan)


def _periode_kkv(sesi: Sesi) -> Iterator[str]:
    """Periods of which a KKV lies there, for a register that was lost and knows of none."""
    for berkas in sorted(sesi.ws.akar.glob(path_kkv("*"))):
        if path_kkv(periode := berkas.parent.name) == berkas.relative_to(sesi.ws.akar).as_posix():
            yield periode


def _berlaku(k: Keputusan, galat: frozenset[tuple[str, str]]) -> tuple[Keputusan, str | None]:
    """The decision as it is kept, and why it has no effect."""
    if k.keputusan is not None and k.keputusan not in (*PILIHAN_KEPUTUSAN, TIDAK_BERLAKU):
        return k, (
            f"“{k.keputusan}” bukan keputusan yang dikenal. Pilih {', '.join(PILIHAN_KEPUTUSAN[:-1])}, atau "
            f"{PILIHAN_KEPUTUSAN[-1]}; penjelasannya ditulis di kolom Alasan."
        )
    if k.keputusan != DITERIMA or (k.menerima and (k.unit, k.kunci) not in galat):
        return k, None
    if (k.unit, k.kunci) in galat:
        return dataclasses.replace(k, keputusan=TIDAK_BERLAKU), (
            f"“{DITERIMA}” tidak berlaku. {k.kunci.partition('|')[0]} pada {k.unit} adalah galat; galat tidak dapat "
            "diterima, hanya dibetulkan oleh unitnya."
        )
    kurang = " dan ".join(j for j, x in (("Alasan", k.alasan), ("Diperiksa Oleh", k.oleh)) if not x)
    return k, f"“{DITERIMA}” belum berlaku. Isi juga {kurang}, simpan, lalu jalankan lagi."


def _galat(sesi: Sesi, isi: Isi, periode: str) -> frozenset[tuple[str, str]]:
    """(owner, identity) of every galat that now stands in the period."""
    keadaan = keadaan_periode(sesi, isi, Periode.parse(periode))
    return frozenset(
        (b.kiriman.pemilik, kunci)
        for b in keadaan.berkas
        for kunci, t in kunci_unik(b.temuan)
        if t.tingkat is Tingkat.GALAT
    )
