"""Opening a register: new, migrated, from the future, damaged, locked, not ours; and its transactions."""

import sqlite3
from datetime import datetime
from pathlib import Path

import pytest

from kinerja.errors import KinerjaError
from kinerja.register import basis
from kinerja.register.db import Register
from kinerja.register.migrasi import VERSI_SKEMA

W = datetime.fromisoformat("2026-02-03")


def catat_banyak(reg: Register) -> None:
    for n in range(1000):
        reg.catat_peristiwa("x", W, None, None, {"n": n})


def catat_bersarang_lalu_gagal(reg: Register) -> None:
    reg.catat_versi("v2", "b", W)
    with reg.transaction():
        reg.catat_versi("v3", "c", W)
    raise ZeroDivisionError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    p = tmp_path / "kinerja.db"
    with Register.open(p) as reg:
        reg.catat_versi("v1", "a", W)
    return p


def sql(path: Path, *perintah: str) -> None:
    db = sqlite3.connect(path, isolation_level=None)
    for p in perintah:
        db.execute(p)
    db.close()


def test_opening_again_keeps_what_is_there_and_leaves_one_file(path: Path) -> None:
    with Register.open(path) as reg:
        assert reg.versi_dikenal() == {"v1"}
        assert reg.utuh()
    assert [p.name for p in path.parent.iterdir()] == ["kinerja.db"]


def test_the_journal_is_one_that_works_on_network_shares(path: Path) -> None:
    with Register.open(path) as reg:
        assert reg._execute("PRAGMA journal_mode") == [("delete",)]
        assert reg._execute("PRAGMA synchronous") == [(3,)]
        assert reg._execute("PRAGMA foreign_keys") == [(1,)]


def test_an_empty_file_becomes_a_register(tmp_path: Path) -> None:
    (tmp_path / "kinerja.db").touch()
    with Register.open(tmp_path / "kinerja.db") as reg:
        assert reg.kiriman() == ()


def test_an_older_register_is_migrated_with_its_content(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    langkah = ("ALTER TABLE versi_master ADD COLUMN uji TEXT",)
    monkeypatch.setattr(basis, "MIGRASI", (*basis.MIGRASI, langkah))
    monkeypatch.setattr(basis, "VERSI_SKEMA", VERSI_SKEMA + 1)
    for _ in range(2):
        with Register.open(path) as reg:
            assert reg._execute("SELECT versi, uji FROM versi_master") == [("v1", None)]
            assert reg._execute("PRAGMA user_version") == [(VERSI_SKEMA + 1,)]


def test_a_failed_migration_changes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(basis, "MIGRASI", (*basis.MIGRASI, ("CREATE TABLE uji (a TEXT)", "BUKAN SQL")))
    monkeypatch.setattr(basis, "VERSI_SKEMA", VERSI_SKEMA + 1)
    with pytest.raises(KinerjaError):
        Register.open(path)
    monkeypatch.undo()
    with Register.open(path) as reg:
        assert reg._execute("SELECT name FROM sqlite_schema WHERE name = 'uji'") == []
        assert reg.versi_dikenal() == {"v1"}


def test_a_newer_register_is_not_touched(path: Path) -> None:
    sql(path, f"PRAGMA user_version = {VERSI_SKEMA + 1}")
    sebelum = path.read_bytes()
    with pytest.raises(KinerjaError, match="lebih baru") as e:
        Register.open(path)
    assert "Perbarui kinerja" in e.value.saran
    assert path.read_bytes() == sebelum


def test_another_programs_database_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "kinerja.db"
    sql(path, "CREATE TABLE orang (nama TEXT)")
    with pytest.raises(KinerjaError, match="bukan register kinerja"):
        Register.open(path)


@pytest.mark.parametrize("awal", [0, 4096])
def test_a_damaged_register_is_said_so(path: Path, awal: int) -> None:
    isi = bytearray(path.read_bytes())
    isi[awal : awal + 3000] = b"\xff" * 3000
    path.write_bytes(isi)
    with pytest.raises(KinerjaError, match="rusak") as e:
        Register.open(path)
    assert "cadangan" in e.value.saran


def test_a_locked_register_is_said_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(basis, "_TUNGGU_DETIK", 0.01)
    lain = sqlite3.connect(path, isolation_level=None)
    lain.execute("BEGIN IMMEDIATE")
    try:
        with Register.open(path) as reg:
            assert reg.versi_dikenal() == {"v1"}
            with pytest.raises(KinerjaError, match="sedang dipakai program lain"), reg.transaction():
                reg.catat_versi("v2", "b", W)
    finally:
        lain.close()


def test_a_full_disk_is_said_so_and_loses_nothing(path: Path) -> None:
    with Register.open(path) as reg:
        reg._execute(f"PRAGMA max_page_count = {reg._execute('PRAGMA page_count')[0][0]}")
        with pytest.raises(KinerjaError, match="penyimpanan penuh"), reg.transaction():
            catat_banyak(reg)
        assert reg.peristiwa() == ()
        assert reg.versi_dikenal() == {"v1"}


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(KinerjaError, match="tidak dapat dibuka"):
        Register.open(tmp_path / "tiada" / "kinerja.db")


def test_a_transaction_is_all_or_nothing_and_nests(path: Path) -> None:
    with Register.open(path) as reg:
        with pytest.raises(ZeroDivisionError), reg.transaction():
            catat_bersarang_lalu_gagal(reg)
        assert reg.versi_dikenal() == {"v1"}
        with reg.transaction():
            reg.catat_versi("v2", "b", W)
    with Register.open(path) as reg:
        assert reg.versi_dikenal() == {"v1", "v2"}
