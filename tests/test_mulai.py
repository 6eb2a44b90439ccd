"""The launcher: what it installs when, and what it says when it cannot."""

import hashlib
import importlib.util
import json
import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

AKAR = Path(__file__).resolve().parent.parent


@pytest.fixture
def mulai(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The launcher in a folder of its own, with a .venv whose Python is the one of the tests."""
    spek = importlib.util.spec_from_file_location("mulai", AKAR / "mulai.py")
    assert spek is not None
    assert spek.loader is not None
    modul = importlib.util.module_from_spec(spek)
    spek.loader.exec_module(modul)
    for nama in ("requirements.txt", "requirements-dev.txt"):
        (tmp_path / nama).write_text(f"# {nama}\n", encoding="utf-8")
    venv = tmp_path / ".venv"
    venv.mkdir()
    monkeypatch.setattr(modul, "AKAR", tmp_path)
    monkeypatch.setattr(modul, "VENV", venv)
    monkeypatch.setattr(modul, "CAP", venv / "terpasang.json")
    monkeypatch.setattr(modul, "CATATAN", venv / "pemasangan.txt")
    monkeypatch.setattr(modul, "python_venv", lambda: Path(sys.executable))
    return modul


@pytest.fixture
def dipasang(mulai: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Lists that were installed, in order; nothing is really installed."""
    semua: list[str] = []
    monkeypatch.setattr(mulai, "pasang", semua.append)
    return semua


def test_installs_once_and_again_only_when_the_list_changed(mulai: ModuleType, dipasang: list[str]) -> None:
    mulai.siapkan("requirements.txt")
    mulai.siapkan("requirements.txt")
    assert dipasang == ["requirements.txt"]
    (mulai.AKAR / "requirements.txt").write_text("# lain\n", encoding="utf-8")
    mulai.siapkan("requirements.txt")
    assert dipasang == ["requirements.txt"] * 2


def test_the_developers_list_serves_the_user_too(mulai: ModuleType, dipasang: list[str]) -> None:
    mulai.siapkan("requirements-dev.txt")
    mulai.siapkan("requirements.txt")
    assert dipasang == ["requirements-dev.txt"]
    cap = json.loads(mulai.CAP.read_text(encoding="utf-8"))
    assert cap["requirements.txt"] == hashlib.sha256(b"# requirements.txt" + os.linesep.encode()).hexdigest()


def test_a_failed_installation_is_tried_again(
    mulai: ModuleType, dipasang: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def gagal(daftar: str) -> None:
        raise mulai.Gagal(daftar)

    with monkeypatch.context() as m:
        m.setattr(mulai, "pasang", gagal)
        with pytest.raises(mulai.Gagal):
            mulai.siapkan("requirements.txt")
    mulai.siapkan("requirements.txt")
    assert dipasang == ["requirements.txt"]


def test_a_damaged_note_of_what_is_installed_means_nothing_is(mulai: ModuleType, dipasang: list[str]) -> None:
    mulai.CAP.write_text("[rusak", encoding="utf-8")
    mulai.siapkan("requirements.txt")
    assert dipasang == ["requirements.txt"]


@pytest.mark.parametrize(
    ("argumen", "perintah"),
    [
        (["demo"], ["-m", "kinerja", "demo", "{akar}/output/demo"]),
        (["demo", "--nyata"], ["-m", "kinerja", "demo", "--nyata", "{akar}/output/demo-nyata"]),
        (["demo", "lain"], ["-m", "kinerja", "demo", "lain"]),
        (["validate", "2026-01", "--json"], ["-m", "kinerja", "validate", "2026-01", "--json"]),
        (["tes", "-k", "sop"], ["-m", "pytest", "-n", "2", "--dist", "worksteal", "-k", "sop"]),
    ],
)
def test_commands(mulai: ModuleType, monkeypatch: pytest.MonkeyPatch, argumen: list[str], perintah: list[str]) -> None:
    panggilan: list[list[str]] = []

    def proses(argumen: list[str], cwd: str | None = None) -> int:
        panggilan.append(argumen)
        return 7

    monkeypatch.setattr(mulai, "proses", proses)
    assert mulai.jalankan(argumen) == 7
    assert [[a.replace(os.sep, "/") for a in p] for p in panggilan] == [
        [a.format(akar=mulai.AKAR.as_posix()) for a in perintah]
    ]


def test_exit_code_and_package_reach_the_called_python(mulai: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mulai, "AKAR", AKAR)
    assert mulai.proses(["-c", "import kinerja, sys; sys.exit(5)"], cwd=str(mulai.VENV)) == 5


@pytest.mark.parametrize(
    ("catatan", "kata"),
    [
        ("WARNING: Retrying ... NewConnectionError(...)\nERROR: No matching distribution found", "tidak tersambung"),
        ("ERROR: Could not find a version that satisfies click==8.5.1 (from versions: none)", "tidak tersambung"),
        ("Downloading click\nERROR: lxml==6.1.3 (from versions: 5.0)\nERROR: No matching distribution", "siap pakai"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "tidak sama"),
        ("ERROR: Could not install packages due to an OSError", "tidak dapat dipasang"),
    ],
)
def test_a_failure_is_told_in_a_sentence(mulai: ModuleType, catatan: str, kata: str) -> None:
    pesan = mulai.sebab_gagal(catatan)
    assert kata in pesan.split("Kata pip")[0]
    assert catatan.splitlines()[-1] in pesan


def test_without_any_pip_the_one_command_is_named(mulai: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mulai, "python_venv", lambda: Path("tidak-ada"))
    monkeypatch.setattr(mulai.importlib.util, "find_spec", lambda nama: None)
    monkeypatch.setattr(mulai.subprocess, "run", lambda *a, **k: mulai.subprocess.CompletedProcess(a, 1))
    with pytest.raises(mulai.Gagal, match="sudo apt-get install -y python3-venv"):
        mulai.pip_venv()


def test_help_without_arguments(mulai: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert mulai.main([]) == 0
    keluaran = capsys.readouterr().out
    assert "mulai.py demo" in keluaran
    assert "Only the standard library" not in keluaran
