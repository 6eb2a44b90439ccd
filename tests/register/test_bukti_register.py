"""Evidence and senders in the register."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from nilai_register import Kirim

from kinerja.domain.bukti import BerkasBukti, BuktiIndikator
from kinerja.domain.kiriman import IsiKiriman, Status
from kinerja.register.db import Register
from kinerja.register.migrasi import APPLICATION_ID, MIGRASI
from kinerja.register.model import BuktiTercatat

W = datetime.fromisoformat("2026-02-03T09:10:00")
BUKTI = BuktiTercatat(
    path="masuk/a.eml!/LHP 12.pdf", ukuran=9, tanda="t1", sha256="a" * 64, cacat=None, diterima=W, dilihat=W,
    pengirim="sek@contoh.id",
)  # fmt: skip


def test_isi_yang_sama_dicatat_sekali_dan_yang_baru_di_belakangnya(reg: Register) -> None:
    reg.catat_bukti(BUKTI)
    reg.catat_bukti(replace(BUKTI, tanda="t2"))
    assert reg.bukti_pada(BUKTI.path) == replace(BUKTI, tanda="t2")
    reg.catat_bukti(replace(BUKTI, sha256="b" * 64))
    reg.catat_bukti(BUKTI)  # the earlier file came back
    assert [b.sha256 for b in reg.bukti()] == ["a" * 64, "b" * 64, "a" * 64]
    assert reg.bukti_pada("masuk/lain.pdf") is None


def test_bukti_milik_kiriman(reg: Register, kirim: Kirim) -> None:
    k = kirim("SEK", "2026-01")
    berkas = BerkasBukti(nama="LHP 12.pdf", path=BUKTI.path, sha256=None, ukuran=9, diterima=W, cacat="kosong, 0 bita")
    isi = IsiKiriman(bukti=(BuktiIndikator(indikator="IKU-01", berkas=berkas),))
    reg.simpan_hasil(k.id, Status.VALID, (), isi)
    assert reg.isi(k.id).bukti == isi.bukti
    assert reg.bukti_fakta(k.sha256, "IKU-01") == (berkas,)
    assert reg.bukti_fakta(k.sha256, "IKU-02") == ()
    assert reg.bukti_dipakai() == {BUKTI.path}
    reg.simpan_hasil(k.id, Status.VALID, (), IsiKiriman())
    assert reg.bukti_dipakai() == frozenset()


def test_buku_kerja_yang_ditolak_dapat_menjadi_bukti(reg: Register, kirim: Kirim) -> None:
    reg.catat_berkas("masuk/1.xlsx", "01" * 32, 0, W)
    kirim(None, None, None, Status.DITOLAK)
    assert [(b.path, b.cacat) for b in reg.buku_ditolak()] == [("masuk/1.xlsx", "kosong, 0 bita")]
    assert reg.bukti() == ()


def test_pengirim_menurut_setiap_jalan(reg: Register) -> None:
    sha = "a" * 64
    reg.catat_berkas("masuk/a.xlsx", sha, 10, W)
    assert reg.pengirim(sha) == ()
    reg.catat_berkas("masuk/a.eml!/a.xlsx", sha, 10, W, pengirim="")
    reg.catat_berkas("masuk/b.eml!/a.xlsx", sha, 10, W, pengirim="sek@contoh.id")
    reg.catat_berkas("masuk/c.eml!/a.xlsx", sha, 10, W, pengirim="sek@contoh.id")
    assert reg.pengirim(sha) == ("", "sek@contoh.id")


def test_register_versi_tiga_dimutakhirkan(tmp_path: Path) -> None:
    """Senders of mails that still lie in masuk/ are noted when they are seen again."""
    path = tmp_path / "kinerja.db"
    with closing(sqlite3.connect(path)) as db, db:
        for langkah in MIGRASI[:3]:
            for sql in langkah:
                db.execute(sql)
        db.execute("INSERT INTO berkas VALUES ('masuk/a.eml!/a.xlsx', ?, 10, ?, 'formulir')", ("a" * 64, W.isoformat()))
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute("PRAGMA user_version = 3")
    with Register.open(path) as reg:
        assert reg.bukti() == ()
        assert reg.pengirim("a" * 64) == ()
        reg.catat_berkas("masuk/a.eml!/a.xlsx", "a" * 64, 10, W, pengirim="sek@contoh.id")
        assert reg.pengirim("a" * 64) == ("sek@contoh.id",)
        assert reg.berkas_dikenal("a" * 64)[0].pengirim == "sek@contoh.id"
