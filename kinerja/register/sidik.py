"""Fingerprints of finished work, so that a run can tell at once that nothing needs doing again."""

from __future__ import annotations

from kinerja.register.basis import Basis


class BagianSidik(Basis):
    """Part of the register: name of a piece of work -> fingerprint of everything it was made from."""

    def sidik(self, nama: str) -> str | None:
        """The fingerprint noted last; None when the work was never done."""
        ada = self._execute("SELECT nilai FROM sidik WHERE nama = ?", (nama,))
        return ada[0][0] if ada else None

    def catat_sidik(self, nama: str, nilai: str) -> None:
        """Note that the work is done for this fingerprint."""
        self._execute("INSERT INTO sidik VALUES (?, ?) ON CONFLICT DO UPDATE SET nilai = excluded.nilai", (nama, nilai))

    def hapus_sidik(self, nama: str) -> None:
        """Note that the work must be done again; nothing happens when it was never done."""
        self._execute("DELETE FROM sidik WHERE nama = ?", (nama,))
