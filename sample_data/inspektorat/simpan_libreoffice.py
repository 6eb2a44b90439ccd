"""Menyimpan buku kerja dengan LibreOffice yang sebenarnya, seperti pegawai yang memakainya."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

_PEMBANTU = Path(__file__).with_name("simpan_uno.py")


def _python_uno() -> str:
    """Python yang dapat berbicara dengan LibreOffice."""
    for calon in ("/usr/bin/python3", shutil.which("python3"), shutil.which("libreoffice-python")):
        if calon and Path(calon).exists():
            hasil = subprocess.run([calon, "-c", "import uno"], capture_output=True, check=False)
            if hasil.returncode == 0:
                return calon
    raise SystemExit("Pasang LibreOffice beserta jembatan Python-nya (python3-uno).")


class LibreOffice:
    """LibreOffice yang sedang berjalan tanpa jendela."""

    def __init__(self, folder: Path, pipa: str) -> None:
        self._folder, self._pipa, self._python = folder, pipa, _python_uno()

    def simpan(self, daftar: Sequence[tuple[bytes, str]]) -> list[bytes]:
        """Simpan ulang buku kerja .xlsx dengan cara `xlsx`, `ods`, `xls`, atau `sandi` (.xlsx berkata sandi)."""
        tugas = []
        for n, (isi, cara) in enumerate(daftar):
            sumber = self._folder / f"{n}.xlsx"
            sumber.write_bytes(isi)
            tujuan = self._folder / f"hasil_{n}.{'xlsx' if cara == 'sandi' else cara}"
            tugas.append((str(sumber), str(tujuan), cara))
        if tugas:
            perintah = self._folder / "tugas.json"
            perintah.write_text(json.dumps(tugas), encoding="utf-8")
            self._jalankan([self._python, str(_PEMBANTU), self._pipa, str(perintah)])
        return [Path(t[1]).read_bytes() for t in tugas]

    @staticmethod
    def _jalankan(perintah: list[str]) -> None:
        """Jembatan ke LibreOffice kadang terputus; menyimpan sekali lagi tidak mengubah apa pun."""
        for _ in range(3):
            if subprocess.run(perintah, check=False).returncode == 0:
                return
        raise SystemExit("LibreOffice berhenti sebelum selesai menyimpan.")


@contextmanager
def libreoffice() -> Iterator[LibreOffice]:
    """Jalankan LibreOffice dengan profil sementara, dan hentikan sesudahnya."""
    with tempfile.TemporaryDirectory() as sementara:
        folder = Path(sementara)
        pipa = f"kiriman{folder.name}"
        profil = (folder / "profil").as_uri()
        proses = subprocess.Popen(
            [
                "soffice",
                "--headless",
                "--norestore",
                f"-env:UserInstallation={profil}",
                f"--accept=pipe,name={pipa};urp;",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            yield LibreOffice(folder, pipa)
        finally:
            proses.terminate()
            proses.wait(30)
