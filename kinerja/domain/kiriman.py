"""A submission in the domain's words: its status and what it yielded."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kinerja.domain.bukti import BuktiIndikator
from kinerja.domain.fakta import Fakta, FaktaAnggaran, Uraian


class Status(StrEnum):
    """Status of a submission; only the last two feed reports."""

    DITOLAK = "ditolak"
    TIDAK_LENGKAP = "tidak_lengkap"
    TIDAK_VALID = "tidak_valid"
    VALID_DENGAN_CATATAN = "valid_dengan_catatan"
    VALID = "valid"

    @property
    def layak(self) -> bool:
        """True when the submission may feed reports."""
        return self in (Status.VALID, Status.VALID_DENGAN_CATATAN)


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiKiriman:
    """What a form yielded: facts, money, words. Stored with the submission, used when it is the latest valid one."""

    fakta: tuple[Fakta, ...] = ()
    anggaran: tuple[FaktaAnggaran, ...] = ()
    uraian: tuple[Uraian, ...] = ()
    bukti: tuple[BuktiIndikator, ...] = ()  # evidence that its rows name and that came
