"""Every file that was ever seen, by path and content."""

from __future__ import annotations

from datetime import datetime

from kinerja.register.basis import Basis
from kinerja.register.model import BerkasTercatat, KabarBerkas


class BagianBerkas(Basis):
    """Part of the register: known files."""

    def berkas_dikenal(self, sha256: str) -> tuple[BerkasTercatat, ...]:
        """Where these bytes were seen, the first name first; empty when they never were."""
        return tuple(
            BerkasTercatat(path=p, sha256=s, ukuran=u, diterima=datetime.fromisoformat(d), jenis=j, pengirim=a)
            for p, s, u, d, j, a in self._execute(
                "SELECT path, sha256, ukuran, diterima, jenis, pengirim FROM berkas WHERE sha256 = ? ORDER BY rowid",
                (sha256,),
            )
        )

    def catat_berkas(
        self,
        path: str,
        sha256: str,
        ukuran: int,
        diterima: datetime,
        *,
        jenis: str = "formulir",
        pengirim: str | None = None,
    ) -> KabarBerkas:
        """Note a file once. The answer says whether its bytes, or only its name, are new."""
        ada = dict(self._execute("SELECT path, pengirim FROM berkas WHERE sha256 = ?", (sha256,)))
        if path in ada:
            if pengirim is not None and ada[path] is None:  # noted by a program that did not know of senders
                self._execute("UPDATE berkas SET pengirim = ? WHERE path = ? AND sha256 = ?", (pengirim, path, sha256))
            return KabarBerkas.DIKENAL
        self._execute(
            "INSERT INTO berkas (path, sha256, ukuran, diterima, jenis, pengirim) VALUES (?, ?, ?, ?, ?, ?)",
            (path, sha256, ukuran, diterima.isoformat(), jenis, pengirim),
        )
        return KabarBerkas.KEMBAR if ada else KabarBerkas.BARU

    def pengirim(self, sha256: str) -> tuple[str, ...]:
        """From of each mail that brought these bytes, sorted (empty text: the mail names nobody); () without a mail."""
        return tuple(
            r[0]
            for r in self._execute(
                "SELECT DISTINCT pengirim FROM berkas WHERE sha256 = ? AND pengirim IS NOT NULL ORDER BY pengirim",
                (sha256,),
            )
        )

    def belum_dinilai(self) -> tuple[BerkasTercatat, ...]:
        """Forms that were received but are neither a submission nor a monitoring paper yet, each by its first name."""
        return tuple(
            BerkasTercatat(path=p, sha256=s, ukuran=u, diterima=datetime.fromisoformat(d), jenis=j)
            for p, s, u, d, j in self._execute(
                "SELECT path, sha256, ukuran, diterima, jenis FROM berkas WHERE rowid IN "
                "(SELECT min(rowid) FROM berkas WHERE jenis = 'formulir' AND sha256 NOT IN "
                "(SELECT sha256 FROM kiriman UNION SELECT sha256 FROM pantau) GROUP BY sha256) ORDER BY path"
            )
        )

    def kembar(self) -> tuple[tuple[str, str], ...]:
        """Pairs (sha256, path) of further names under which known bytes were received."""
        return tuple(
            (s, p)
            for s, p in self._execute(
                "SELECT sha256, path FROM berkas WHERE jenis = 'formulir' AND rowid NOT IN "
                "(SELECT min(rowid) FROM berkas GROUP BY sha256) ORDER BY path"
            )
        )
