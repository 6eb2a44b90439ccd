"""A register of any earlier schema becomes today's with all that is in it; one of a later schema is left alone."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tahan.kandang import DIBUNUH, Akhir, Kandang, berkas, dump, salin

from kinerja.register.db import Register
from kinerja.register.migrasi import APPLICATION_ID, MIGRASI, VERSI_SKEMA

# What earlier schemas had no place for, and is worked out again from `arsip/` and `masuk/`.
DISUSUN_ULANG = {"bukti", "bukti_kiriman"}


def tabel(db: sqlite3.Connection) -> dict[str, list[str]]:
    """Columns of each table."""
    nama = [n for (n,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid")]
    return {n: [k[1] for k in db.execute(f"PRAGMA table_info({n})")] for n in nama}


def isi(path: Path, nama: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as db:
        return sorted(db.execute(f"SELECT * FROM {nama}"), key=repr)


def lamakan(path: Path, versi: int) -> None:
    """Make the register one of that schema: its own steps, and every row that it had a place for."""
    lama = path.with_name("lama.db")
    with closing(sqlite3.connect(lama, isolation_level=None)) as db:
        for langkah in MIGRASI[:versi]:
            for sql in langkah:
                db.execute(sql)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {versi}")
        db.execute("ATTACH ? AS kini", (str(path),))
        with closing(sqlite3.connect(path)) as kini:
            punya = tabel(kini)
        for nama, kolom in tabel(db).items():
            sama = ", ".join(k for k in kolom if k in punya.get(nama, ()))
            if sama and nama not in DISUSUN_ULANG:
                db.execute(f"INSERT INTO {nama} ({sama}) SELECT {sama} FROM kini.{nama} ORDER BY rowid")
    lama.replace(path)


KERJA = (("validate",), ("build", "2026-01"))


@pytest.fixture(scope="module")
def seharusnya(
    kandang: Kandang, kantor_berjalan: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, list[Akhir]]:
    """The same work on a register of today's schema, and what was said."""
    ws = salin(kantor_berjalan, tmp_path_factory.mktemp("kini") / "ws")
    return ws, [kandang.jalan(ws, *perintah) for perintah in KERJA]


@pytest.mark.parametrize(
    "versi", [1, *(pytest.param(v, marks=pytest.mark.slow) for v in range(2, VERSI_SKEMA - 1)), VERSI_SKEMA - 1]
)
def test_register_lama_dipakai_terus(
    kandang: Kandang, kantor_berjalan: Path, seharusnya: tuple[Path, list[Akhir]], tmp_path: Path, versi: int
) -> None:
    ws, (utuh, dikatakan) = salin(kantor_berjalan, tmp_path / "ws"), seharusnya
    lamakan(ws / "kinerja.db", versi)
    with Register.open(ws / "kinerja.db") as reg:
        assert reg.periksa_rantai() is None
        assert len(reg.kiriman()) == 2
    for perintah, akhir in zip(KERJA, dikatakan, strict=True):
        kini = kandang.jalan(ws, *perintah)
        assert (kini.kode, kini.stdout) == (akhir.kode, akhir.stdout), kini.stderr
    dump(ws)
    assert berkas(ws) == berkas(utuh)
    for nama in ("kiriman", "fakta", "temuan", "uraian", "anggaran", "keputusan", "dokumen", "berkas", "peristiwa"):
        assert isi(ws / "kinerja.db", nama) == isi(utuh / "kinerja.db", nama), nama
    with Register.open(ws / "kinerja.db") as reg:
        assert reg.periksa_rantai() is None


def test_migrasi_yang_terputus_diteruskan(kandang: Kandang, kantor_berjalan: Path, tmp_path: Path) -> None:
    lama = salin(kantor_berjalan, tmp_path / "lama")
    lamakan(lama / "kinerja.db", 1)
    utuh = salin(lama, tmp_path / "utuh")
    langkah = kandang.jalan(utuh, "status").langkah
    for ke in range(2, langkah, langkah // 5):
        ws = salin(lama, tmp_path / "ws")
        assert kandang.jalan(ws, "status", cara="mati", ke=ke).kode == DIBUNUH
        with closing(sqlite3.connect(f"file:{ws / 'kinerja.db'}?mode=ro", uri=True)) as db:
            versi = db.execute("PRAGMA user_version").fetchone()[0]
        assert 1 <= versi <= VERSI_SKEMA
        assert kandang.jalan(ws, "status").kode == 0
        assert dump(ws) == dump(utuh)
        shutil.rmtree(ws)


@pytest.mark.parametrize(
    "perintah",
    [
        ("validate",),
        ("build", "2026-01"),
        ("status",),
        ("forms", "2026-02"),
        ("accept", "SEK", "2026-01", "ISI003", "--alasan", "a", "--oleh", "b"),
        ("choose", "masuk/sek.xlsx"),
        ("letter", "surat_pengantar", "2026-01"),
        ("monitor", "2026-02"),
        ("step", "done", "1", "--oleh", "Budi", "--tanggal", "2026-02-05"),
    ],
    ids=lambda p: p[0],
)
def test_register_yang_lebih_baru_dibiarkan(
    kandang: Kandang, kantor_berjalan: Path, tmp_path: Path, perintah: tuple[str, ...]
) -> None:
    ws = salin(kantor_berjalan, tmp_path / "ws")
    with closing(sqlite3.connect(ws / "kinerja.db", isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = WAL")  # who knows what a later program prefers
        db.execute(f"PRAGMA user_version = {VERSI_SKEMA + 1}")
    register, sebelum = (ws / "kinerja.db").read_bytes(), berkas(ws)
    akhir = kandang.jalan(ws, *perintah)
    assert akhir.kode == 3
    assert "dibuat oleh kinerja yang lebih baru" in akhir.stderr
    assert "Perbarui kinerja di komputer ini" in akhir.stderr
    assert (ws / "kinerja.db").read_bytes() == register
    assert berkas(ws) == sebelum
