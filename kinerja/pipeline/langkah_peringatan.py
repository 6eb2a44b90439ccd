"""What is said, and not refused, when a step is marked as done: its order, its date, and who did it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kinerja.domain.tanggal import format_tanggal
from kinerja.pipeline.letak import Letak
from kinerja.pipeline.tenggat import kalender_kantor
from kinerja.pipeline.workspace import Isi
from kinerja.sop.bukti import BUKTI, DIISI_ORANG, MANUAL
from kinerja.sop.sebut import sebut_langkah
from kinerja.sop.status import Posisi, StatusLangkah
from kinerja.sop.tanda import Tanda, terakhir


def peringatan_selesai(
    isi: Isi, letak: Letak, p: Posisi, *, oleh: str, tanggal: date, cacat: str | None
) -> Iterator[str]:
    """Sentences about a mark that is being made on the step at `p`; none when all is as the SOP has it."""
    sebelum = _sebelum(p, letak)
    terbuka = [x for x in sebelum if x.status is not StatusLangkah.SELESAI]
    if terbuka:
        daftar = ", ".join(x.langkah.no or x.langkah.id for x in terbuka)
        yield f"Langkah sebelumnya belum selesai: {daftar}."
    for x in sebelum[-1:]:
        tanda = terakhir(letak.tanda, x.langkah, p.periode)
        if tanda is not None and not tanda.ditolak and tanda.tanggal > tanggal:
            yield (
                f"Tanggal {format_tanggal(tanggal)} mendahului {sebut_langkah(x.langkah)}, yang selesai "
                f"{format_tanggal(tanda.tanggal)}."
            )
    bukti = p.langkah.dihasilkan_oleh or MANUAL
    ada = letak.kejadian.get((bukti, p.periode.id))
    if bukti != MANUAL and bukti not in DIISI_ORANG and (ada is None or not ada.rampung):
        yield f"Program belum mencatat hasil langkah ini: {BUKTI[bukti]}. Yang tercatat hanya tanda ini."
    for x in sebelum:
        tanda = terakhir(letak.tanda, x.langkah, p.periode)
        if (x is sebelum[-1] or x.langkah.id == p.langkah.jika_ditolak) and _merangkap(p, x, tanda, oleh):
            yield (
                f"{oleh} juga mengerjakan {sebut_langkah(x.langkah)}; menurut SOP itu bagian "
                f"{', '.join(x.langkah.pelaksana)}, dan langkah ini bagian {', '.join(p.langkah.pelaksana)}."
            )
    if p.tenggat is not None and tanggal > p.tenggat:
        hari = kalender_kantor(isi, p.periode).terlambat(p.tenggat, tanggal)
        yield f"Selesai {hari} hari sesudah tenggat, {format_tanggal(p.tenggat)}."
    if cacat is not None:
        yield f"Berkas buktinya {cacat}."


def _sebelum(p: Posisi, letak: Letak) -> list[Posisi]:
    """The steps before it in its chain: of the same SOP, done for the same period, weekly work aside."""
    rantai = [x for x in letak.langkah if x.sop == p.sop and x.langkah.kala == p.langkah.kala]
    return rantai[: next(n for n, x in enumerate(rantai) if x.langkah == p.langkah)]


def _merangkap(p: Posisi, lain: Posisi, tanda: Tanda | None, oleh: str) -> bool:
    """The same person did the other step, though the SOP gives the two to different roles."""
    if tanda is None or tanda.ditolak or _nama(tanda.oleh) != _nama(oleh):
        return False
    return not set(lain.langkah.pelaksana) & set(p.langkah.pelaksana)


def _nama(teks: str) -> str:
    return " ".join(teks.casefold().split())
