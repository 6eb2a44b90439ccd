"""`kinerja backup` and `restore`: everything comes back as it was, and a bad .zip writes nothing."""

from __future__ import annotations

import json
import os
import sqlite3
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
from helpers.jalankan import jalankan
from januari import BULAN, LENGKAP, kirim

from kinerja.deliver.kunci import kunci_jalan
from kinerja.domain.manifest import NAMA_MANIFEST
from kinerja.pipeline.backup import backup
from kinerja.pipeline.progress import diam
from kinerja.pipeline.workspace import Workspace


def _isi(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture
def terisi(kantor: Path) -> Path:
    """An office with a form received, one still to be received, and things that are not worth keeping."""
    kirim(kantor, "IRB1", "2026-02-03T09:00:00", LENGKAP)
    assert jalankan("-C", str(kantor), "validate", BULAN).kode == 0
    kirim(kantor, "SEK", "2026-02-04T10:11:12", {}, nama="Sekretariat (baru).xlsx")
    (kantor / "masuk" / "~$SEK.xlsx").write_bytes(b"x")
    (kantor / "output" / ".laporan.docx.tmp").write_bytes(b"x")
    (kantor / "masuk" / "kosong").mkdir()
    (kantor / "masuk" / "kosong.txt").write_bytes(b"")
    return kantor


@pytest.fixture
def cadangan(terisi: Path, tmp_path: Path) -> Path:
    berkas = tmp_path / "luar" / "cadangan.zip"
    assert jalankan("-C", str(terisi), "backup", str(berkas)).kode == 0
    return berkas


def test_pulih_seperti_semula(terisi: Path, cadangan: Path, tmp_path: Path) -> None:
    hasil = jalankan("restore", str(cadangan), str(tmp_path / "pulih"))
    assert (hasil.kode, hasil.stdout) == (0, "")
    assert "semuanya sama dengan yang dicadangkan" in hasil.stderr
    lama, baru = _isi(terisi), _isi(tmp_path / "pulih")
    assert set(lama) - set(baru) == {"masuk/~$SEK.xlsx", "output/.laporan.docx.tmp"}
    assert {n for n in baru if baru[n] != lama[n]} <= {"kinerja.db"}
    assert (tmp_path / "pulih" / "masuk" / "kosong").is_dir()
    baru_datang = tmp_path / "pulih" / "masuk" / "Sekretariat (baru).xlsx"
    assert datetime.fromtimestamp(baru_datang.stat().st_mtime) == datetime(2026, 2, 4, 10, 11, 12)  # noqa: DTZ006 - local time, as people see it
    assert jalankan("-C", str(tmp_path / "pulih"), "validate", BULAN).kode == 0
    status = json.loads(jalankan("-C", str(tmp_path / "pulih"), "status", BULAN, "--json").stdout)
    assert {u["unit"]: u["diterima"] for u in status["unit"]} == {
        "IRB1": "2026-02-03T09:00:00", "SEK": "2026-02-04T10:11:12",
    }  # fmt: skip


def test_isi_yang_sama_memberi_berkas_yang_sama(terisi: Path, tmp_path: Path) -> None:
    berkas = [tmp_path / "a.zip", tmp_path / "b.zip"]
    for b in berkas:
        backup(Workspace(terisi), b, waktu=datetime(2026, 2, 10, 9), lapor=diam)
    assert berkas[0].read_bytes() == berkas[1].read_bytes()
    backup(Workspace(terisi), tmp_path / "c.zip", waktu=datetime(2026, 2, 11, 9), lapor=diam)
    with zipfile.ZipFile(berkas[0]) as a, zipfile.ZipFile(tmp_path / "c.zip") as c:
        assert [n for n in a.namelist() if a.read(n) != c.read(n)] == [NAMA_MANIFEST]


def test_register_disalin_utuh_selagi_terbuka(terisi: Path, tmp_path: Path) -> None:
    with sqlite3.connect(terisi / "kinerja.db") as db:
        db.execute("BEGIN IMMEDIATE")
        db.execute("DELETE FROM sidik")
        backup(Workspace(terisi), tmp_path / "a.zip", waktu=datetime(2026, 2, 10, 9), lapor=diam)
        db.execute("ROLLBACK")
    assert jalankan("restore", str(tmp_path / "a.zip"), str(tmp_path / "pulih")).kode == 0
    with sqlite3.connect(tmp_path / "pulih" / "kinerja.db") as db:
        assert db.execute("SELECT count(*) FROM sidik").fetchone()[0] > 0


def test_bawaan_di_map_cadangan_yang_tidak_ikut_dicadangkan(terisi: Path) -> None:
    assert jalankan("-C", str(terisi), "backup").kode == 0
    hasil = jalankan("-C", str(terisi), "backup", str(terisi / "cadangan" / "kedua.zip"))
    assert hasil.kode == 0
    assert "Salin berkas itu ke penyimpanan lain" in hasil.stderr
    with zipfile.ZipFile(terisi / "cadangan" / "kedua.zip") as z:
        assert not [n for n in z.namelist() if n.startswith("cadangan/")]
    assert len(list((terisi / "cadangan").iterdir())) == 2


@pytest.mark.skipif(os.name == "nt", reason="such names cannot be made there")
def test_yang_tidak_dapat_ikut_disebut(terisi: Path, tmp_path: Path) -> None:
    (terisi / "masuk" / "a\\b.txt").write_bytes(b"x")
    (terisi / "masuk" / "berbagi").symlink_to(tmp_path)
    os.mkfifo(terisi / "masuk" / "pipa")
    hasil = jalankan("-C", str(terisi), "backup", str(tmp_path / "a.zip"))
    assert hasil.kode == 0
    assert [b for b in hasil.stderr.splitlines() if b.startswith("Tidak ikut")] == [
        "Tidak ikut dicadangkan: masuk/berbagi (pintasan ke map lain)",
        "Tidak ikut dicadangkan: 'masuk/a\\\\b.txt' (namanya tidak dapat ditulis di semua sistem)",
        "Tidak ikut dicadangkan: masuk/pipa (bukan berkas biasa)",
    ]
    assert jalankan("restore", str(tmp_path / "a.zip"), str(tmp_path / "pulih")).kode == 0


@pytest.mark.parametrize(
    ("nama", "bagian"),
    [("x.7z", "tidak berakhiran .zip"), ("kantor/masuk/x.zip", "bagian map kerja"), ("ada.zip", "sudah ada")],
)
def test_tujuan_yang_salah_keluar_2(kantor: Path, tmp_path: Path, nama: str, bagian: str) -> None:
    (tmp_path / "ada.zip").write_bytes(b"milik orang lain")
    hasil = jalankan("-C", str(kantor), "backup", str(tmp_path / nama))
    assert hasil.kode == 2
    assert bagian in hasil.stderr
    assert (tmp_path / "ada.zip").read_bytes() == b"milik orang lain"


def test_register_rusak_atau_sedang_dipakai_keluar_3(kantor: Path, tmp_path: Path) -> None:
    with kunci_jalan(kantor):
        assert jalankan("-C", str(kantor), "backup", str(tmp_path / "a.zip")).kode == 3
    isi = (kantor / "kinerja.db").read_bytes()
    (kantor / "kinerja.db").write_bytes(isi[:4096] + b"\xff" * (len(isi) - 4096))
    hasil = jalankan("-C", str(kantor), "backup", str(tmp_path / "a.zip"))
    assert hasil.kode == 3
    assert "kinerja.db" in hasil.stderr
    assert not (tmp_path / "a.zip").exists()
    assert not list(tmp_path.glob(".*"))


def test_tidak_pernah_menimpa_map_yang_berisi(cadangan: Path, tmp_path: Path) -> None:
    tujuan = tmp_path / "pulih"
    tujuan.mkdir()
    assert jalankan("restore", str(cadangan), str(tujuan)).kode == 0  # the near miss: an empty folder
    (tmp_path / "isi").mkdir()
    (tmp_path / "isi" / "penting.txt").write_bytes(b"penting")
    hasil = jalankan("restore", str(cadangan), str(tmp_path / "isi"))
    assert hasil.kode == 3
    assert "tidak ada yang ditimpa" in hasil.stderr
    assert _isi(tmp_path / "isi") == {"penting.txt": b"penting"}
    (tmp_path / "berkas").write_bytes(b"x")
    assert jalankan("restore", str(cadangan), str(tmp_path / "berkas")).kode == 3


def _ubah(cadangan: Path, *, manifest: dict[str, object] | None = None, **anggota: bytes | None) -> Path:
    """The backup made again with other members; None leaves one out."""
    hasil = cadangan.with_name("diubah.zip")
    with zipfile.ZipFile(cadangan) as z, zipfile.ZipFile(hasil, "w", zipfile.ZIP_DEFLATED) as baru:
        isi = {n: z.read(n) for n in z.namelist()}
        if manifest is not None:
            isi[NAMA_MANIFEST] = json.dumps(json.loads(isi[NAMA_MANIFEST]) | manifest).encode()
        for nama, bita in isi.items():
            if (b := anggota.pop(nama, bita)) is not None:
                baru.writestr(nama, b)
        for nama, b in anggota.items():
            baru.writestr(nama, b or b"")
    return hasil


def _butir(path: str) -> dict[str, object]:
    return {"path": path, "ukuran": 1, "sha256": "0" * 64}


@pytest.mark.parametrize(
    ("ubahan", "bagian"),
    [
        ({"induk.xlsx": b"bukan lagi induk"}, "berbeda dari manifest: induk.xlsx"),
        ({"masuk/kosong.txt": None}, "berbeda dari manifest: masuk/kosong.txt"),
        ({"masuk/sisipan.exe": b"x"}, "berbeda dari manifest: masuk/sisipan.exe"),
        ({"../luar.txt": b"x"}, "tidak aman"),
        ({"/etc/luar.txt": b"x"}, "tidak aman"),
        ({"C:/luar.txt": b"x"}, "tidak aman"),
        ({"masuk\\luar.txt": b"x"}, "tidak aman"),
        ({"masuk/../../luar.txt": b"x"}, "tidak aman"),
        ({"masuk/luar.txt.": b"x"}, "tidak aman"),
        ({NAMA_MANIFEST: None}, "bukan cadangan kinerja"),
        ({NAMA_MANIFEST: b"[]"}, "tidak dapat dibaca"),
        ({NAMA_MANIFEST: b"[" * 100_000}, "tidak dapat dibaca"),
        ({NAMA_MANIFEST: b"\xff\xfe"}, "tidak dapat dibaca"),
        ({"manifest": {"skema": 2}}, "lebih baru"),
        ({"manifest": {"berkas": [{"path": "x"}]}}, "tidak dapat dibaca"),
        ({"manifest": {"berkas": [{**_butir("x"), "ukuran": -1}]}}, "tidak dapat dibaca"),
        ({"manifest": {"berkas": [_butir("a"), _butir("a")]}}, "berbeda dari manifest"),
        ({"manifest": {"map_kosong": ["../luar"]}}, "di luar map tujuan"),
        ({"manifest": {"dibuat": "kemarin"}}, "tidak dapat dibaca"),
    ],
    ids=str,
)  # fmt: skip
def test_zip_yang_diubah_ditolak_sebelum_ada_yang_ditulis(
    cadangan: Path, tmp_path: Path, ubahan: dict[str, bytes | None], bagian: str
) -> None:
    berkas = _ubah(cadangan, **ubahan)  # type: ignore[arg-type] # `manifest` is the one key that is a dict
    sebelum = set(tmp_path.rglob("*"))
    hasil = jalankan("restore", str(berkas), str(tmp_path / "pulih"))
    assert hasil.kode == 3
    assert bagian in hasil.stderr
    assert set(tmp_path.rglob("*")) == sebelum


def test_zip_yang_hanya_dibuat_ulang_diterima(cadangan: Path, tmp_path: Path) -> None:
    """The near miss of the above."""
    assert jalankan("restore", str(_ubah(cadangan)), str(tmp_path / "pulih")).kode == 0


def test_satu_bita_berubah_ditemukan(cadangan: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(cadangan) as z:
        info = z.getinfo("induk.xlsx")
    isi = bytearray(cadangan.read_bytes())
    isi[info.header_offset + 30 + len("induk.xlsx") + 100] ^= 1
    cadangan.write_bytes(isi)
    hasil = jalankan("restore", str(cadangan), str(tmp_path / "pulih"))
    assert hasil.kode == 3
    assert "induk.xlsx" in hasil.stderr
    assert not (tmp_path / "pulih").exists()
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize("potong", [0, 10, 0.5, -1])
def test_zip_terpotong_atau_bukan_zip(cadangan: Path, tmp_path: Path, potong: float) -> None:
    isi = cadangan.read_bytes()
    cadangan.write_bytes(isi[: potong if isinstance(potong, int) else int(len(isi) * potong)])
    hasil = jalankan("restore", str(cadangan), str(tmp_path / "pulih"))
    assert hasil.kode == 3
    assert not (tmp_path / "pulih").exists()


def test_bom_tidak_dibuka(cadangan: Path, tmp_path: Path) -> None:
    """The directory says little, the member holds much: reading stops one byte beyond what it says."""
    besar = 300 * 1024 * 1024
    with zipfile.ZipFile(tmp_path / "bom.zip", "w", zipfile.ZIP_DEFLATED) as z:
        with z.open("a.bin", "w", force_zip64=True) as f:
            for _ in range(300):
                f.write(b"\0" * (1024 * 1024))
        kepala = {"kinerja": "cadangan", "skema": 1, "program": "", "dibuat": None, "akar": "", "map_kosong": []}
        butir = {"path": "a.bin", "ukuran": besar * 10_000, "sha256": "0" * 64}
        z.writestr(NAMA_MANIFEST, json.dumps(kepala | {"berkas": [butir]}))
        z.getinfo("a.bin").file_size = besar * 10_000  # more than any disk has
    hasil = jalankan("restore", str(tmp_path / "bom.zip"), str(tmp_path / "pulih"))
    assert hasil.kode == 3
    assert "Ruang penyimpanan" in hasil.stderr
    assert not (tmp_path / "pulih").exists()


def test_restore_salah_pakai(tmp_path: Path) -> None:
    assert jalankan("restore").kode == 2
    assert jalankan("restore", str(tmp_path / "tidak-ada.zip"), str(tmp_path / "x")).kode == 2
    assert jalankan("restore", str(tmp_path), str(tmp_path / "x")).kode == 2
