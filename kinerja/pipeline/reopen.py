"""`kinerja reopen`: a final is opened again, by whom and why; the next finalize makes its next version."""

from __future__ import annotations

from datetime import datetime

from kinerja.domain.periode import Periode
from kinerja.errors import KinerjaError, SalahPakai
from kinerja.pipeline.final import Final, final_berlaku, pengunci
from kinerja.pipeline.sesi import buka
from kinerja.pipeline.workspace import Workspace
from kinerja.register.peristiwa import FINAL_DIBUKA


def reopen(ws: Workspace, periode: Periode, *, oleh: str, alasan: str, waktu: datetime) -> tuple[Final, Final | None]:
    """Open the final of a period again; gives it, and the final of a longer period that still locks the data.

    SalahPakai without a name or a reason, KinerjaError when the report is no final.
    """
    for nama, teks, cara in (
        ("--oleh", oleh, "Tulis nama orang yang memerintahkannya."),
        ("--alasan", alasan, "Tulis sebabnya; tercetak pada daftar perubahan versi berikutnya."),
    ):
        if not teks.strip():
            raise SalahPakai(f"{nama} masih kosong.", cara)
    with buka(ws, waktu) as sesi:
        final = final_berlaku(sesi, periode)
        if final is None:
            raise KinerjaError(
                f"Laporan {periode.nama} tidak sedang final, jadi tidak ada yang dibuka.",
                f"Data dan konsepnya dapat diubah seperti biasa; lihat keadaannya: kinerja status {periode.id}.",
            )
        rincian = {"versi": final.versi, "oleh": oleh.strip(), "alasan": alasan.strip()}
        with sesi.reg.transaction():
            sesi.reg.catat_peristiwa(FINAL_DIBUKA, waktu, periode.id, None, rincian)
            for p in sesi.reg.periode_kiriman():
                if set(Periode.parse(p).bulan) <= set(periode.bulan):
                    sesi.tandai_usang(p)
        return final, pengunci(sesi, periode)
