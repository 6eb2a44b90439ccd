"""Known files, issued forms, documents, fingerprints, and the chained event log."""

import sqlite3
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kinerja.domain.formulir import AnggaranTerbit, BarisTerbit, FormTerbit, IdentitasForm
from kinerja.domain.kiriman import Status
from kinerja.register.db import Register
from kinerja.register.model import DokumenTercatat, KabarBerkas

W = datetime.fromisoformat("2026-02-03T09:10")
W2 = datetime.fromisoformat("2026-02-04T09:10")


def test_a_file_is_new_then_known_then_a_twin(reg: Register) -> None:
    sha = "a" * 64
    assert reg.berkas_dikenal(sha) == ()
    assert reg.catat_berkas("masuk/z.xlsx", sha, 10, W) is KabarBerkas.BARU
    assert reg.catat_berkas("masuk/z.xlsx", sha, 10, W2) is KabarBerkas.DIKENAL
    assert reg.catat_berkas("masuk/a.xlsx", sha, 10, W2) is KabarBerkas.KEMBAR
    assert reg.catat_berkas("masuk/a.xlsx", sha, 10, W2) is KabarBerkas.DIKENAL
    assert [(b.path, b.diterima) for b in reg.berkas_dikenal(sha)] == [("masuk/z.xlsx", W), ("masuk/a.xlsx", W2)]
    assert reg.kembar() == ((sha, "masuk/a.xlsx"),)


def test_what_was_received_and_not_judged_waits(reg: Register) -> None:
    reg.catat_berkas("masuk/b.xlsx", "b" * 64, 1, W)
    reg.catat_berkas("masuk/a.xlsx", "a" * 64, 1, W)
    reg.catat_berkas("masuk/a2.xlsx", "a" * 64, 1, W)
    reg.catat_berkas("masuk/c.zip", "c" * 64, 1, W, jenis="arsip")
    assert [b.path for b in reg.belum_dinilai()] == ["masuk/a.xlsx", "masuk/b.xlsx"]
    reg.simpan_kiriman(path="masuk/a.xlsx", sha256="a" * 64, diterima=W, status=Status.DITOLAK)
    assert [b.path for b in reg.belum_dinilai()] == ["masuk/b.xlsx"]


def test_issued_forms_come_back_whole(reg: Register) -> None:
    identitas = IdentitasForm(
        skema="1", instansi="ab12cd34", unit="SEK", periode="2026-01", versi_master="0f3a", menjawab_revisi=0
    )
    baris = BarisTerbit(
        kode="IKU-01", target_tahun="80", target_periode=None, target_sd="80", realisasi_sd_lalu=None, banyak_lalu=2
    )
    form = FormTerbit(
        identitas=identitas, baris=(baris,), anggaran=(AnggaranTerbit(kode="6.01", pagu="100", realisasi_sd_lalu="0"),)
    )
    reg.save_terbit(form, W)
    reg.save_terbit(form, W2)
    assert reg.terbit(identitas) == (form,)
    assert reg.terbit(replace(identitas, menjawab_revisi=1)) == ()
    lain = replace(form, baris=())
    reg.save_terbit(lain, W2)
    assert reg.terbit(identitas) == (form, lain)
    terakhir = replace(form, anggaran=())
    reg.save_terbit(terakhir, W - timedelta(days=400))  # the clock was set back
    assert reg.terbit(identitas) == (form, lain, terakhir)


def test_master_versions_are_remembered(reg: Register) -> None:
    assert reg.catat_versi("v1", "a", W)
    assert not reg.catat_versi("v1", "a", W2)
    assert reg.catat_versi("v2", "b", W2)
    assert reg.versi_dikenal() == {"v1", "v2"}


def test_documents_and_fingerprints(reg: Register) -> None:
    d = DokumenTercatat(jenis="kertas_kerja_validasi", periode="2026-01", path="output/kkv.xlsx", sha256="a", waktu=W)
    reg.catat_dokumen(d)
    baru = replace(d, sha256="b", waktu=W2)
    reg.catat_dokumen(baru)
    assert reg.dokumen("2026-01") == reg.dokumen() == (baru,)
    assert reg.dokumen_pada("output/kkv.xlsx") == baru
    assert reg.dokumen_pada("output/lain.xlsx") is None
    assert reg.sidik("kkv") is None
    reg.catat_sidik("kkv", "1")
    reg.catat_sidik("kkv", "2")
    assert reg.sidik("kkv") == "2"


def test_events_are_chained(reg: Register) -> None:
    reg.catat_peristiwa("formulir_dibuat", W, "2026-01", None, {"unit": ["SEK"]})
    reg.catat_peristiwa("berkas_dinilai", W2, "2026-01", "SEK", {"status": Status.VALID})
    assert reg.periksa_rantai() is None
    assert [(p.id, p.jenis, p.rincian) for p in reg.peristiwa("2026-01")] == [
        (1, "formulir_dibuat", '{"unit":["SEK"]}'),
        (2, "berkas_dinilai", '{"status":"valid"}'),
    ]
    assert len(reg.peristiwa(jenis="berkas_dinilai")) == 1
    assert reg.peristiwa("2026-02") == ()


@pytest.mark.parametrize(
    ("sql", "pertama"),
    [
        ("UPDATE peristiwa SET rincian = '{}' WHERE id = 2", 2),
        ("UPDATE peristiwa SET waktu = '2026-01-01T00:00:00' WHERE id = 1", 1),
        ("DELETE FROM peristiwa WHERE id = 2", 2),
        ("UPDATE peristiwa SET unit = 'IRB1' WHERE id = 3", 3),
    ],
)
def test_tampering_with_the_log_is_hindered_and_found(tmp_path: Path, sql: str, pertama: int) -> None:
    path = tmp_path / "kinerja.db"
    with Register.open(path) as reg:
        for n in range(3):
            reg.catat_peristiwa("x", W, None, None, {"n": n})
    db = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError):
        db.execute(sql)
    db.execute("DROP TRIGGER peristiwa_tetap")
    db.execute("DROP TRIGGER peristiwa_kekal")
    db.execute(sql)
    db.commit()
    db.close()
    with Register.open(path) as reg:
        assert reg.periksa_rantai() == pertama
