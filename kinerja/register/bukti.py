"""Evidence: every file that came and is no form, and which of them the rows of a submission name."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from kinerja.domain.bukti import BerkasBukti, BuktiIndikator, nama_dasar
from kinerja.register.basis import Basis
from kinerja.register.model import BuktiTercatat

_KOLOM = "path, ukuran, tanda, sha256, cacat, diterima, dilihat, pengirim"


class BagianBukti(Basis):
    """Part of the register: evidence."""

    def bukti_pada(self, path: str) -> BuktiTercatat | None:
        """What lay at this path when it was last looked at."""
        semua = self._execute(f"SELECT {_KOLOM} FROM bukti WHERE path = ? ORDER BY id DESC LIMIT 1", (path,))
        return _tercatat(semua[0]) if semua else None

    def catat_bukti(self, bukti: BuktiTercatat) -> None:
        """Note a file that is new at its path, or holds something else now; the same content is noted once."""
        lama = self.bukti_pada(bukti.path)
        if lama is not None and (lama.sha256, lama.cacat, lama.ukuran) == (bukti.sha256, bukti.cacat, bukti.ukuran):
            self._execute(
                "UPDATE bukti SET tanda = ? WHERE id = (SELECT max(id) FROM bukti WHERE path = ?)",
                (bukti.tanda, bukti.path),
            )
            return
        self._execute(
            f"INSERT INTO bukti ({_KOLOM}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                bukti.path, bukti.ukuran, bukti.tanda, bukti.sha256, bukti.cacat, bukti.diterima.isoformat(),
                bukti.dilihat.isoformat(), bukti.pengirim,
            ),
        )  # fmt: skip

    def bukti(self) -> tuple[BerkasBukti, ...]:
        """All evidence, in the order in which it was seen: a path that held several files is there several times."""
        return tuple(
            _berkas(r) for r in self._execute("SELECT path, ukuran, sha256, cacat, diterima FROM bukti ORDER BY id")
        )

    def buku_ditolak(self) -> tuple[BerkasBukti, ...]:
        """Workbooks that were refused because they are no form of ours: evidence, when a form names them."""
        return tuple(
            _berkas(r)
            for r in self._execute(
                "SELECT k.path, b.ukuran, k.sha256, iif(b.ukuran = 0, 'kosong, 0 bita', NULL), k.diterima "
                "FROM kiriman k JOIN berkas b ON b.path = k.path AND b.sha256 = k.sha256 "
                "WHERE k.unit IS NULL ORDER BY k.id"
            )
        )

    def data_pendukung(self, periode: Collection[str]) -> dict[tuple[str, str], list[str]]:
        """What the latest forms of these periods say in the column Data Pendukung, by unit and period."""
        hasil: dict[tuple[str, str], list[str]] = {}
        for p in sorted(periode):
            for unit, teks in self._execute(
                "SELECT k.unit, u.data_pendukung FROM kiriman k JOIN uraian u ON u.kiriman = k.id "
                "WHERE k.periode = ? AND u.data_pendukung IS NOT NULL AND k.jenjang = (SELECT max(l.jenjang) "
                "FROM kiriman l WHERE l.periode = k.periode AND l.unit = k.unit AND l.status <> 'ditolak')",
                (p,),
            ):
                hasil.setdefault((unit, p), []).append(teks)
        return hasil

    def bukti_dipakai(self) -> frozenset[str]:
        """Paths of the files that some submission names."""
        return frozenset(r[0] for r in self._execute("SELECT DISTINCT path FROM bukti_kiriman"))

    def bukti_fakta(self, sha256: str, indikator: str) -> tuple[BerkasBukti, ...]:
        """The evidence that this form names for an indicator."""
        return tuple(
            _berkas(r)
            for r in self._execute(
                "SELECT b.path, b.ukuran, b.sha256, b.cacat, b.diterima FROM bukti_kiriman b "
                "JOIN kiriman k ON k.id = b.kiriman WHERE k.sha256 = ? AND b.indikator = ? ORDER BY b.rowid",
                (sha256, indikator),
            )
        )

    def _bukti_milik(self, kiriman_id: int) -> tuple[BuktiIndikator, ...]:
        return tuple(
            BuktiIndikator(indikator=r[0], berkas=_berkas(r[1:]))
            for r in self._execute(
                "SELECT indikator, path, ukuran, sha256, cacat, diterima FROM bukti_kiriman WHERE kiriman = ? "
                "ORDER BY rowid",
                (kiriman_id,),
            )
        )

    def _ganti_bukti(self, kiriman_id: int, bukti: Iterable[BuktiIndikator]) -> None:
        self._execute("DELETE FROM bukti_kiriman WHERE kiriman = ?", (kiriman_id,))
        self._executemany(
            "INSERT INTO bukti_kiriman VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    kiriman_id, b.indikator, b.berkas.path, b.berkas.ukuran, b.berkas.sha256, b.berkas.cacat,
                    b.berkas.diterima.isoformat(),
                )
                for b in bukti
            ],
        )  # fmt: skip


def _tercatat(r: Sequence[Any]) -> BuktiTercatat:
    return BuktiTercatat(
        path=r[0], ukuran=r[1], tanda=r[2], sha256=r[3], cacat=r[4], diterima=datetime.fromisoformat(r[5]),
        dilihat=datetime.fromisoformat(r[6]), pengirim=r[7],
    )  # fmt: skip


def _berkas(r: Sequence[Any]) -> BerkasBukti:
    """(path, ukuran, sha256, cacat, diterima)"""
    return BerkasBukti(
        nama=nama_dasar(r[0]), path=r[0], ukuran=r[1], sha256=r[2], cacat=r[3], diterima=datetime.fromisoformat(r[4])
    )
