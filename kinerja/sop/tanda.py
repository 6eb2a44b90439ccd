"""What people say of a step: done, or sent back; and which steps a rejection opens again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kinerja.domain.periode import Periode
from kinerja.domain.tanggal import format_tanggal
from kinerja.sop.model import Langkah, Sop
from kinerja.sop.periode import langkah_jenis, periode_langkah


@dataclass(frozen=True, slots=True, kw_only=True)
class Tanda:
    """One mark that still stands. `urut` orders it among all that happened; `keterangan` of a rejection is its reason.

    `bukti` names the evidence as it is shown.
    """

    urut: int
    langkah: str  # id of the step
    periode: str
    ditolak: bool
    oleh: str
    tanggal: date
    keterangan: str = ""
    bukti: str | None = None

    @property
    def teks(self) -> str:
        """The mark in words: `selesai 13 Februari 2026 oleh Maya; bukti …`."""
        kata = "ditolak" if self.ditolak else "selesai"
        dasar = f"{kata} {format_tanggal(self.tanggal)} oleh {self.oleh}"
        if self.ditolak:
            return f"{dasar}: {self.keterangan}"
        return "; ".join(t for t in (dasar, f"bukti {self.bukti}" if self.bukti else "", self.keterangan) if t)


def terakhir(tanda: Iterable[Tanda], langkah: Langkah, periode: Periode) -> Tanda | None:
    """The last mark of a step, seen from `periode`."""
    milik = periode_langkah(langkah.kala, periode).id
    return max((t for t in tanda if (t.langkah, t.periode) == (langkah.id, milik)), key=lambda t: t.urut, default=None)


def dibuka_lagi(sop: Sop, periode: Periode, tanda: Iterable[Tanda]) -> dict[str, Tanda]:
    """By id, the last rejection that opened the step again: it is done when that is done anew, after the rejection.

    A rejection opens the step to which the work goes back and those after it that are done for the same periods.
    """
    tempat = {x.id: n for n, x in enumerate(sop.langkah)}
    hasil: dict[str, Tanda] = {}
    for t in sorted((t for t in tanda if t.ditolak and t.langkah in tempat), key=lambda t: t.urut):
        penolak = sop.langkah[tempat[t.langkah]]
        milik = periode_langkah(penolak.kala, periode)
        if t.periode != milik.id:
            continue
        tujuan = sop.langkah[tempat.get(penolak.jika_ditolak or "", tempat[t.langkah])]
        jenis = {langkah_jenis(penolak), langkah_jenis(tujuan)}
        for x in sop.langkah[tempat[tujuan.id] :]:
            if langkah_jenis(x) in jenis and periode_langkah(x.kala, milik) == periode_langkah(x.kala, periode):
                hasil[x.id] = t
    return hasil
