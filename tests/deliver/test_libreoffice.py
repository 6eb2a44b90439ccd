"""LibreOffice as it misbehaves: missing, crashing, hanging, silent; nothing of it stays behind."""

from __future__ import annotations

import errno
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from deliver.soffice_tiruan import Tiruan

from kinerja.deliver import libreoffice
from kinerja.errors import ExitCode, KinerjaError

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="skrip tiruan memakai #!")
_BERHASIL = 'open(hasil, "wb").write(b"%PDF-1.6 dari " + open(sumber, "rb").read())'
_ANAK = """
anak = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
open({catatan!r}, "w").write(f"{{os.getpid()}} {{anak.pid}}")
"""


@pytest.fixture
def tiruan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tiruan:
    monkeypatch.setattr(libreoffice, "_WINDOWS", ())
    monkeypatch.setattr(libreoffice, "_MACOS", tmp_path / "tidak ada")
    return Tiruan(tmp_path, monkeypatch)


def _gagal() -> KinerjaError:
    with pytest.raises(KinerjaError) as e:
        libreoffice.cetak(b"naskah")
    assert e.value.exit_code is ExitCode.CANNOT_RUN
    assert "aporan Word" in e.value.pesan
    assert "\n" not in e.value.pesan + e.value.saran
    return e.value


def _hidup(pid: int) -> bool:
    """True while the process runs; a dead one that nobody has asked about yet does not count."""
    try:
        return ") Z" not in Path(f"/proc/{pid}/stat").read_text() if Path("/proc").exists() else not os.kill(pid, 0)
    except (FileNotFoundError, ProcessLookupError):
        return False


def _mati(catatan: Path) -> bool:
    """All noted processes come to their end within seconds: the system takes a moment after the signal."""
    batas = time.monotonic() + 5
    while any(_hidup(int(pid)) for pid in catatan.read_text().split()):
        if time.monotonic() > batas:
            return False
    return True


def test_the_print_comes_back_and_nothing_stays(tiruan: Tiruan) -> None:
    tiruan.pasang(_BERHASIL)
    assert libreoffice.cetak(b"naskah") == b"%PDF-1.6 dari naskah"
    assert tiruan.sisa() == []


def test_missing(tiruan: Tiruan) -> None:
    assert "LibreOffice tidak terpasang" in _gagal().pesan
    assert tiruan.sisa() == []


@pytest.mark.parametrize(
    ("isi", "sebab"),
    [
        ("sys.exit(0)", "LibreOffice tidak menghasilkan PDF"),
        ("sys.exit(77)", "LibreOffice berhenti sebelum selesai (kode 77)"),
        ("os.abort()", "LibreOffice berhenti sebelum selesai (kode -6)"),
        ('open(hasil, "wb").close()', "LibreOffice tidak menghasilkan PDF"),
        ('open(hasil, "wb").write(b"<html>")', "LibreOffice tidak menghasilkan PDF"),
    ],
)
def test_no_pdf(tiruan: Tiruan, isi: str, sebab: str) -> None:
    tiruan.pasang(isi)
    assert _gagal().pesan == f"PDF tidak dapat dibuat: {sebab}. Laporan Word sudah dibuat."
    assert tiruan.sisa() == []


def test_hanging_is_ended_with_its_children(tiruan: Tiruan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    catatan = tmp_path / "pid"
    monkeypatch.setattr(libreoffice, "BATAS_DETIK", 2)
    tiruan.pasang(_ANAK.format(catatan=str(catatan)) + "time.sleep(600)")
    assert "tidak selesai dalam 2 detik dan dihentikan" in _gagal().pesan
    assert _mati(catatan)
    assert tiruan.sisa() == []


def test_a_child_that_outlives_the_starter_is_ended(tiruan: Tiruan, tmp_path: Path) -> None:
    catatan = tmp_path / "pid"
    tiruan.pasang(_ANAK.format(catatan=str(catatan)) + _BERHASIL)
    assert libreoffice.cetak(b"x").startswith(b"%PDF")
    assert _mati(catatan)


def test_two_at_once_have_their_own_profile(tiruan: Tiruan, tmp_path: Path) -> None:
    daftar = tmp_path / "profil"
    tiruan.pasang(f'open({str(daftar)!r}, "a").write(profil + "\\n")\n' + _BERHASIL)
    with ThreadPoolExecutor(2) as kolam:
        hasil = list(kolam.map(libreoffice.cetak, (b"satu", b"dua")))
    assert [h.split()[-1] for h in hasil] == [b"satu", b"dua"]
    assert len(set(daftar.read_text().split())) == 2


def test_a_program_that_cannot_be_started(tiruan: Tiruan) -> None:
    tiruan.pasang("")
    (tiruan.bin / "soffice").write_text("#!/tidak/ada/penafsir\n")
    assert "LibreOffice tidak dapat dijalankan" in _gagal().pesan


def test_no_place_for_temporary_files(tiruan: Tiruan, monkeypatch: pytest.MonkeyPatch) -> None:
    tiruan.pasang(_BERHASIL)
    tiruan.sementara.rmdir()
    assert "map untuk berkas sementara tidak dapat dipakai" in _gagal().pesan


def test_full_disk(tiruan: Tiruan, monkeypatch: pytest.MonkeyPatch) -> None:
    tiruan.pasang(_BERHASIL)

    def penuh(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", penuh)
    assert "penyimpanan untuk berkas sementara penuh" in _gagal().pesan
    assert tiruan.sisa() == []
