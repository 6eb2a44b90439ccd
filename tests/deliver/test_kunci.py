"""One run at a time; the lock goes when the process does."""

import subprocess
import sys
from pathlib import Path

import pytest

from kinerja.deliver.kunci import NAMA_KUNCI, kunci_jalan
from kinerja.errors import KinerjaError

_PEMEGANG = """
import sys
from pathlib import Path
from kinerja.deliver.kunci import kunci_jalan
with kunci_jalan(Path(sys.argv[1])):
    print("pegang", flush=True)
    sys.stdin.readline()
"""


def pemegang(akar: Path) -> subprocess.Popen[str]:
    p = subprocess.Popen(
        [sys.executable, "-c", _PEMEGANG, str(akar)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert p.stdout is not None
    assert p.stdout.readline() == "pegang\n"
    return p


def test_a_second_run_is_refused_while_the_first_is_at_work(tmp_path: Path) -> None:
    with pemegang(tmp_path) as p:
        with pytest.raises(KinerjaError, match="Proses kinerja lain sedang berjalan") as e, kunci_jalan(tmp_path):
            pass
        assert e.value.exit_code == 3
        assert str(p.pid) in e.value.pesan
        p.communicate("selesai\n")
    with kunci_jalan(tmp_path):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_killed_run_leaves_no_lock(tmp_path: Path) -> None:
    with pemegang(tmp_path) as p:
        p.kill()
        p.wait()
    assert (tmp_path / NAMA_KUNCI).exists()
    with kunci_jalan(tmp_path):
        pass
    assert list(tmp_path.iterdir()) == []


def test_twice_in_one_process_is_refused_and_other_workspaces_are_free(tmp_path: Path) -> None:
    for nama in "ab":
        (tmp_path / nama).mkdir()
    with (
        kunci_jalan(tmp_path / "a"),
        kunci_jalan(tmp_path / "b"),
        pytest.raises(KinerjaError),
        kunci_jalan(tmp_path / "b"),
    ):
        pass
    with kunci_jalan(tmp_path / "b"):
        pass


def test_the_lock_goes_when_the_run_fails(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), kunci_jalan(tmp_path):
        raise ZeroDivisionError
    with kunci_jalan(tmp_path):
        pass


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(KinerjaError, match="tidak dapat ditulis"), kunci_jalan(tmp_path / "tiada"):
        pass
