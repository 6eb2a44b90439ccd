"""Faults of a run (not of the data): raised, shown once, and turned into an exit code by the command line."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """The public contract of exit codes."""

    OK = 0
    GALAT = 1
    USAGE = 2
    CANNOT_RUN = 3
    BUG = 70


class KinerjaError(Exception):
    """The run cannot go on. `pesan` says what and where, `saran` what to do; both Indonesian."""

    exit_code = ExitCode.CANNOT_RUN

    def __init__(self, pesan: str, saran: str) -> None:
        super().__init__(pesan)
        self.pesan = pesan
        self.saran = saran

    def __reduce__(self) -> tuple[type[KinerjaError], tuple[str, str]]:
        return type(self), (self.pesan, self.saran)  # it may come from the reading process


class GagalTulis(KinerjaError):
    """Something could not be written; nothing is known of the data."""


class SalahPakai(KinerjaError):
    """The command was called wrongly (exit 2)."""

    exit_code = ExitCode.USAGE


class KesalahanProgram(KinerjaError):
    """Our own bug: two computations disagree or an invariant is broken (exit 70)."""

    exit_code = ExitCode.BUG
