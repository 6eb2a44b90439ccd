"""A file that must be refused: one exception, whose code says which of the many causes it is."""

from __future__ import annotations


class BerkasDitolak(Exception):
    """The bytes are not a workbook that we may read. `kode` is a BRK code, `isi` fills its message.

    Not a fault of the run: who reads many files turns it into a finding, with `catalogue.temuan(e.kode, …, **e.isi)`.
    """

    def __init__(self, kode: str, **isi: str) -> None:
        super().__init__(kode, isi)
        self.kode = kode
        self.isi = isi

    def __reduce__(self) -> tuple[object, ...]:
        return _buat, (self.kode, self.isi)


def _buat(kode: str, isi: dict[str, str]) -> BerkasDitolak:
    return BerkasDitolak(kode, **isi)
