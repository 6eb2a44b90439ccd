"""Documents reach the disk whole or not at all, once, and under names that every system takes."""

import errno
import hashlib
import os
from pathlib import Path

import pytest

from kinerja.artifacts import Artifact
from kinerja.deliver.arsip import arsipkan, baca_arsip, path_arsip
from kinerja.deliver.nama import nama_aman
from kinerja.deliver.tulis import tulis
from kinerja.errors import KesalahanProgram, KinerjaError


def semua(akar: Path) -> dict[str, bytes]:
    return {p.relative_to(akar).as_posix(): p.read_bytes() for p in akar.rglob("*") if p.is_file()}


def kkv(isi: bytes = b"isi") -> Artifact:
    return Artifact("kertas_kerja_validasi", "output/2026-01/kkv_2026-01.xlsx", isi)


def test_writes_below_folders_that_do_not_exist_yet(tmp_path: Path) -> None:
    hasil = tulis(tmp_path, kkv())
    assert hasil == tmp_path / "output/2026-01/kkv_2026-01.xlsx"
    assert semua(tmp_path) == {"output/2026-01/kkv_2026-01.xlsx": b"isi"}


def test_identical_bytes_leave_the_file_untouched(tmp_path: Path) -> None:
    path = tulis(tmp_path, kkv())
    os.utime(path, (1, 1))
    tulis(tmp_path, kkv())
    assert path.stat().st_mtime == 1
    tulis(tmp_path, kkv(b"lain"))
    assert path.read_bytes() == b"lain"


def test_a_leftover_of_a_killed_run_does_no_harm(tmp_path: Path) -> None:
    path = tulis(tmp_path, kkv())
    path.with_name(f".{path.name}.tmp").write_bytes(b"setengah")
    tulis(tmp_path, kkv(b"baru"))
    assert semua(tmp_path) == {"output/2026-01/kkv_2026-01.xlsx": b"baru"}


@pytest.mark.parametrize(
    ("galat", "kata"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "penyimpanan penuh"),
        (PermissionError(errno.EACCES, "Permission denied"), "tutup berkas itu lalu jalankan lagi"),
        (OSError(errno.EROFS, "Read-only file system"), "hanya dapat dibaca"),
        (OSError(errno.EIO, "Input/output error"), "Periksa sambungan"),
    ],
)
@pytest.mark.parametrize("tahap", ["fsync", "replace"])
def test_a_failed_write_keeps_the_old_file_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, galat: OSError, kata: str, tahap: str
) -> None:
    tulis(tmp_path, kkv(b"lama"))

    def gagal(*_: object) -> None:
        raise galat

    if tahap == "fsync":
        monkeypatch.setattr(os, "fsync", gagal)
    else:
        monkeypatch.setattr(Path, "replace", gagal)
    with pytest.raises(KinerjaError) as e:
        tulis(tmp_path, kkv(b"baru"))
    assert e.value.exit_code == 3
    assert "output/2026-01/kkv_2026-01.xlsx" in e.value.pesan
    assert kata in e.value.pesan + e.value.saran
    assert semua(tmp_path) == {"output/2026-01/kkv_2026-01.xlsx": b"lama"}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="memerlukan /dev/full")
def test_a_really_full_device_is_named_so(tmp_path: Path) -> None:
    (tmp_path / ".a.xlsx.tmp").symlink_to("/dev/full")
    with pytest.raises(KinerjaError, match="penyimpanan penuh"):
        tulis(tmp_path, Artifact("x", "a.xlsx", b"isi" * 100_000))
    assert semua(tmp_path) == {}


@pytest.mark.parametrize(
    ("berkas", "penanda"),
    [
        ("kkv_2026-01.xlsx", ".~lock.kkv_2026-01.xlsx#"),
        ("kkv_2026-01.xlsx", "~$kkv_2026-01.xlsx"),
        ("laporan.docx", "~$aporan.docx"),
        ("laporan_bulanan.docx", "~$poran_bulanan.docx"),
    ],
)
def test_a_document_that_somebody_has_open_is_not_replaced(tmp_path: Path, berkas: str, penanda: str) -> None:
    tulis(tmp_path, Artifact("x", berkas, b"lama"))
    (tmp_path / penanda).write_bytes(b"")
    assert tulis(tmp_path, Artifact("x", berkas, b"lama")).exists()
    with pytest.raises(KinerjaError, match="sedang dibuka") as e:
        tulis(tmp_path, Artifact("x", berkas, b"baru"))
    assert penanda in e.value.saran
    assert (tmp_path / berkas).read_bytes() == b"lama"


def test_a_folder_in_the_way_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").mkdir()
    with pytest.raises(KinerjaError, match="nama itu sudah dipakai"):
        tulis(tmp_path, Artifact("x", "a.xlsx", b"x"))
    (tmp_path / "output").write_bytes(b"berkas")
    with pytest.raises(KinerjaError, match="nama itu sudah dipakai"):
        tulis(tmp_path, kkv())


@pytest.mark.parametrize("path", ["../luar.xlsx", "/etc/x", "output/../../x", "output//x", "a/CON.xlsx", "a/b?.xlsx"])
def test_no_document_leaves_the_workspace(tmp_path: Path, path: str) -> None:
    with pytest.raises(KesalahanProgram):
        tulis(tmp_path / "w", Artifact("x", path, b"x"))
    assert semua(tmp_path) == {}


@pytest.mark.parametrize(
    ("nama", "aman"),
    [
        ("formulir_SEK_2026-01.xlsx", "formulir_SEK_2026-01.xlsx"),
        ("Irban I/II: laporan?.xlsx", "Irban I_II_ laporan_.xlsx"),
        ("con.xlsx", "_con.xlsx"),
        ("COM1", "_COM1"),
        ("nama. ", "nama"),
        ("  ", "_"),
        ("..", "_"),
        ("ꦏꦧꦸꦥꦠꦺꦤ꧀, final (1).xlsx", "ꦏꦧꦸꦥꦠꦺꦤ꧀, final (1).xlsx"),
        ("gpj.\u202exslx", "gpj._xslx"),
    ],
)
def test_safe_names(nama: str, aman: str) -> None:
    assert nama_aman(nama) == aman
    assert nama_aman(aman) == aman


def test_long_names_stay_apart_and_keep_their_extension() -> None:
    panjang = [nama_aman("a" * 300 + akhir + ".xlsx") for akhir in "bc"]
    assert panjang[0] != panjang[1]
    jawa = nama_aman("ꦏ" * 100 + ".docx")
    for nama in (*panjang, jawa):
        assert len(nama) <= 150
        assert len(nama.encode()) <= 240
        assert nama_aman(nama) == nama
    assert jawa.endswith(".docx")


def test_archive_is_written_once_and_verified(tmp_path: Path) -> None:
    isi = b"PK asli"
    sha = hashlib.sha256(isi).hexdigest()
    path = arsipkan(tmp_path, sha, isi)
    assert path == tmp_path / path_arsip(sha)
    os.utime(path, (1, 1))
    assert arsipkan(tmp_path, sha, isi).stat().st_mtime == 1
    assert baca_arsip(tmp_path, sha) == isi
    with pytest.raises(KesalahanProgram):
        arsipkan(tmp_path, sha, b"lain")


def test_a_changed_or_missing_original_is_said_and_mended_from_the_original(tmp_path: Path) -> None:
    isi = b"PK asli"
    sha = hashlib.sha256(isi).hexdigest()
    with pytest.raises(KinerjaError, match="tidak ada"):
        baca_arsip(tmp_path, sha)
    arsipkan(tmp_path, sha, isi).write_bytes(b"PK ubah")
    with pytest.raises(KinerjaError, match="berubah"):
        baca_arsip(tmp_path, sha)
    arsipkan(tmp_path, sha, isi)
    assert baca_arsip(tmp_path, sha) == isi
