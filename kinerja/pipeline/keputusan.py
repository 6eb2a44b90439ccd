"""What the Tim typed into the Kertas Kerja Validasi is read back before anything is written over it."""

from __future__ import annotations

import hashlib

from kinerja.pipeline.sesi import Sesi, path_kkv


def baca_keputusan(sesi: Sesi) -> None:
    """Store the decisions in every KKV that was changed since it was written.

    KinerjaError when one cannot be read: then nothing may be written over it.
    """
    for periode in sesi.reg.periode_kiriman():
        path = path_kkv(periode)
        tercatat = sesi.reg.dokumen_pada(path)
        berkas = sesi.ws.akar / path
        if tercatat is None or not berkas.is_file():
            continue
        isi = berkas.read_bytes()
        if hashlib.sha256(isi).hexdigest() == tercatat.sha256:
            continue
        from kinerja.worksheets.kkv_baca import baca_kkv  # few runs find a changed one

        keputusan = baca_kkv(isi, path, periode)
        with sesi.reg.transaction():
            baru = [k for k in keputusan if sesi.reg.simpan_keputusan(k)]
            for k in baru:
                sesi.reg.catat_peristiwa(
                    "keputusan_dicatat", sesi.waktu, periode, k.unit, {"temuan": k.kunci, "keputusan": k.keputusan}
                )
            if baru:
                sesi.tandai_usang(periode)
