"""From findings to the status of a submission."""

from __future__ import annotations

from collections.abc import Iterable

from kinerja.domain.kiriman import Status
from kinerja.findings import Finding, Tingkat

# The form is not one of ours, or not for here.
DITOLAK = frozenset({"BTK020", "BTK021", "BTK022"})

# A galat that says "something required is missing", not "something is wrong".
KURANG = frozenset({"BTK027", "BTK037", "ISI001", "ISI002", "ISI028", "LKP003", "BKT001"})


def status_of(temuan: Iterable[Finding]) -> Status:
    """The status that these findings make. Missing and wrong at once: wrong wins. Notes alone leave it valid."""
    galat: set[str] = set()
    peringatan = False
    for t in temuan:
        if t.tingkat is Tingkat.GALAT:
            galat.add(t.kode)
        elif t.tingkat is Tingkat.PERINGATAN:
            peringatan = True
    if galat & DITOLAK:
        return Status.DITOLAK
    if galat - KURANG:
        return Status.TIDAK_VALID
    if galat:
        return Status.TIDAK_LENGKAP
    return Status.VALID_DENGAN_CATATAN if peringatan else Status.VALID
