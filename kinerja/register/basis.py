"""The connection under the register: opening, migrating, transactions, and errors in plain words.

The journal is a rollback journal (`journal_mode = DELETE`), not WAL: workspaces lie on office network shares, where
WAL's shared memory does not work, and after every run the register is one file that can be copied. `synchronous =
EXTRA` also syncs the folder after the journal is removed, so that a committed transaction survives a power cut.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self, TypeVar

from kinerja.errors import GagalTulis, KinerjaError
from kinerja.register.migrasi import APPLICATION_ID, MIGRASI, VERSI_SKEMA

_T = TypeVar("_T")

_TUNGGU_DETIK = 5.0
_PERIKSA_SAMPAI = 16 * 1024 * 1024  # bytes; a larger register is checked only after a run that was cut off


class Basis:
    """An open register. Every method of the parts raises KinerjaError when the file cannot be used."""

    def __init__(self, path: Path, db: sqlite3.Connection) -> None:
        self._path = path
        self._db = db

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the register at `path`, making or migrating it as needed.

        KinerjaError when it is damaged, made by a newer program, not ours, locked, or not writable.
        """
        terputus = path.with_name(path.name + "-journal").exists()
        try:
            db = sqlite3.connect(path, timeout=_TUNGGU_DETIK, isolation_level=None)
        except sqlite3.Error as e:
            raise terjemahkan(e, path) from e
        register = cls(path, db)
        try:
            register._siapkan(terputus)
        except BaseException:
            db.close()
            raise
        return register

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; an open transaction is rolled back."""
        self._db.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing: commits at the end, rolls back on any exception. Inside another one it joins that one."""
        if self._db.in_transaction:
            yield
            return
        self._execute("BEGIN IMMEDIATE")
        try:
            yield
            self._execute("COMMIT")
        except BaseException:
            if self._db.in_transaction:
                self._db.rollback()
            raise

    def utuh(self) -> bool:
        """True when the file passes SQLite's own quick check."""
        return [r[0] for r in self._execute("PRAGMA quick_check(1)")] == ["ok"]

    def _execute(self, sql: str, nilai: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        return self._jaga(lambda: self._db.execute(sql, nilai).fetchall())

    def _executemany(self, sql: str, baris: Iterable[Sequence[Any]]) -> None:
        self._jaga(lambda: self._db.executemany(sql, baris))

    def _jaga(self, kerja: Callable[[], _T]) -> _T:
        try:
            return kerja()
        except sqlite3.DatabaseError as e:
            if isinstance(e, sqlite3.IntegrityError | sqlite3.ProgrammingError):
                raise  # a fault of ours, not of the file
            raise terjemahkan(e, self._path) from e

    def _siapkan(self, terputus: bool) -> None:
        if sqlite3.sqlite_version_info < (3, 37):
            raise KinerjaError(
                f"SQLite {sqlite3.sqlite_version} terlalu lama; register memerlukan 3.37 atau lebih baru.",
                "Pasang Python yang lebih baru (3.11 ke atas dari python.org sudah memuatnya).",
            )
        versi = int(self._execute("PRAGMA user_version")[0][0])
        milik = int(self._execute("PRAGMA application_id")[0][0])
        berisi = bool(self._execute("SELECT count(*) FROM sqlite_schema")[0][0])
        if berisi and milik != APPLICATION_ID:
            raise KinerjaError(
                f"{self._path.name} bukan register kinerja (berkas SQLite milik program lain).",
                "Pindahkan berkas itu ke tempat lain, lalu jalankan lagi; register baru akan dibuat.",
            )
        if versi > VERSI_SKEMA:
            raise KinerjaError(
                f"{self._path.name} dibuat oleh kinerja yang lebih baru "
                f"(skema {versi}; program ini mengenal sampai {VERSI_SKEMA}).",
                "Perbarui kinerja di komputer ini, lalu jalankan lagi. Register tidak diubah.",
            )
        if berisi and (terputus or self._path.stat().st_size <= _PERIKSA_SAMPAI) and not self.utuh():
            raise _rusak(self._path)
        for pragma in ("foreign_keys = ON", "journal_mode = DELETE", "synchronous = EXTRA"):
            self._execute(f"PRAGMA {pragma}")  # the second is written to the file: not to one that is not ours to touch
        for nomor, langkah in enumerate(MIGRASI[versi:], versi + 1):
            with self.transaction():
                # Another process may have migrated between our look and our lock.
                if int(self._execute("PRAGMA user_version")[0][0]) >= nomor:
                    continue
                for sql in langkah:
                    self._execute(sql)
                self._execute(f"PRAGMA application_id = {APPLICATION_ID}")
                self._execute(f"PRAGMA user_version = {nomor}")


def _rusak(path: Path) -> KinerjaError:
    return KinerjaError(
        f"{path.name} rusak dan tidak dapat dibaca.",
        f"Ganti {path.name} dengan salinan cadangan terakhir. Bila tidak ada, pindahkan berkas itu ke tempat lain dan "
        "jalankan `kinerja validate`: register disusun ulang dari masuk/; keputusan yang belum tertulis di Kertas "
        "Kerja Validasi perlu dicatat lagi.",
    )


def terjemahkan(e: sqlite3.Error, path: Path) -> KinerjaError:
    """The KinerjaError that says in plain words what SQLite could not do."""
    nama = getattr(e, "sqlite_errorname", "") or ""
    if nama.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return _rusak(path)
    if nama.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return KinerjaError(
            f"{path.name} sedang dipakai program lain.",
            "Tutup program yang membuka berkas itu atau tunggu proses kinerja yang berjalan, lalu jalankan lagi.",
        )
    if nama.startswith("SQLITE_FULL"):
        return GagalTulis(
            f"{path.name} tidak dapat ditulis: penyimpanan penuh.",
            "Kosongkan ruang pada penyimpanan itu, lalu jalankan lagi; yang sudah tercatat tidak hilang.",
        )
    if nama.startswith(("SQLITE_READONLY", "SQLITE_PERM", "SQLITE_CANTOPEN", "SQLITE_AUTH")):
        return GagalTulis(
            f"{path.name} tidak dapat dibuka untuk ditulis.",
            f"Periksa bahwa map {path.parent.name or 'ini'} ada dan boleh Anda tulisi, dan {path.name} tidak "
            "bertanda hanya-baca.",
        )
    if nama.startswith("SQLITE_IOERR"):
        return GagalTulis(
            f"{path.name} tidak dapat dibaca atau ditulis (gangguan penyimpanan atau jaringan).",
            "Periksa sambungan ke penyimpanan itu, lalu jalankan lagi; yang sudah tercatat tidak hilang.",
        )
    return KinerjaError(f"{path.name} tidak dapat dipakai: {e}.", "Jalankan lagi; bila berulang, laporkan pesan ini.")
