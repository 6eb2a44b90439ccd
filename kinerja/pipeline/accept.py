"""`kinerja accept`: the Tim accepts a warning, with a reason and a name; what is accepted stays on record."""

from __future__ import annotations

from datetime import datetime

from kinerja.domain.periode import Periode
from kinerja.domain.tanggal import format_tanggal
from kinerja.errors import SalahPakai
from kinerja.findings import Finding, Tingkat
from kinerja.pipeline.final import jaga
from kinerja.pipeline.keadaan import Keadaan, keadaan_periode
from kinerja.pipeline.keputusan import catat_keputusan
from kinerja.pipeline.sesi import buka
from kinerja.pipeline.workspace import Workspace, load_isi
from kinerja.register.model import DITERIMA, Keputusan
from kinerja.register.temuan import kunci_unik


def accept(
    ws: Workspace,
    unit: str,
    periode: Periode,
    kode: str,
    *,
    indikator: str | None,
    alasan: str,
    oleh: str,
    waktu: datetime,
) -> tuple[Finding, ...]:
    """Accept the warnings of this code in the unit's current submission. SalahPakai when there are none to accept."""
    for nama, teks in (("--alasan", alasan), ("--oleh", oleh)):
        if not teks.strip():
            raise SalahPakai(
                f"{nama} masih kosong: peringatan hanya diterima dengan alasan dan nama.",
                "Tulis sesudah --alasan mengapa peringatan itu dapat diterima, sesudah --oleh siapa yang memutuskan.",
            )
    isi = load_isi(ws)
    with buka(ws, waktu) as sesi:
        jaga(sesi, periode, "Peringatan tidak dapat diterima lagi")
        pilihan = _pilihan(keadaan_periode(sesi, isi, periode), unit, periode, kode.upper(), indikator)
        with sesi.reg.transaction():
            ada = sesi.reg.keputusan(periode.id, unit)
            for kunci, _ in pilihan:
                lama = ada.get((unit, kunci))
                keputusan = Keputusan(
                    unit=unit,
                    periode=periode.id,
                    kunci=kunci,
                    keputusan=DITERIMA,
                    alasan=alasan.strip(),
                    oleh=oleh.strip(),
                    tanggal=format_tanggal(waktu.date()),
                    catatan=lama.catatan if lama is not None else None,
                )
                catat_keputusan(sesi, keputusan)
    return tuple(t for _, t in pilihan)


def _pilihan(
    keadaan: Keadaan, unit: str, periode: Periode, kode: str, indikator: str | None
) -> tuple[tuple[str, Finding], ...]:
    """(identity, finding) of what is to be accepted."""
    semua = [pasang for b in keadaan.berkas if b.kiriman.unit == unit for pasang in kunci_unik(b.temuan)]
    cocok = [(kunci, t) for kunci, t in semua if t.kode == kode and indikator in (None, t.indikator)]
    if not cocok:
        ada = ", ".join(dict.fromkeys(t.kode for _, t in semua if t.tingkat is Tingkat.PERINGATAN))
        raise SalahPakai(
            f"Kiriman {unit} {periode.nama} tidak mempunyai temuan {kode}"
            + (f" pada {indikator}." if indikator is not None else "."),
            f"Peringatan yang ada: {ada}." if ada else f"Lihat temuannya: kinerja validate {periode.id}",
        )
    if any(t.tingkat is Tingkat.GALAT for _, t in cocok):
        raise SalahPakai(
            f"{kode} adalah galat; galat tidak dapat diterima, hanya dibetulkan oleh unitnya.",
            "Kirimkan salinan perbaikan dan Nota Pengembalian di map output kepada unit itu.",
        )
    return tuple(cocok)
