"""Running LibreOffice: its own profile and process group for every run, a time limit, and nothing left behind."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from kinerja.errors import KinerjaError

BATAS_DETIK = 180
_SEMPIT = 50 * 1024 * 1024  # free bytes below which a failure is put down to a full disk
_WINDOWS = (
    Path(r"C:\Program Files\LibreOffice\program\soffice.exe"),
    Path(r"C:\Program Files (x86)\LibreOffice\program\soffice.exe"),
)
_MACOS = Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")
# Bookmarks become destinations in the PDF: by them the pages of the table of contents are read back.
_PENGATURAN = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Filter/PDF/Export"><prop oor:name="ExportBookmarksToPDFDestination"
 oor:op="fuse"><value>true</value></prop></item></oor:items>
"""


def cari_libreoffice() -> Path | None:
    """The program file of LibreOffice; None when it is not installed."""
    for nama in ("soffice", "libreoffice"):
        ada = shutil.which(nama)
        if ada is not None:
            return Path(ada)
    calon = _WINDOWS if sys.platform == "win32" else (_MACOS,)
    return next((c for c in calon if c.is_file()), None)


def cetak(docx: bytes) -> bytes:
    """What LibreOffice makes of a Word document: a PDF, not yet looked into. KinerjaError when it makes none."""
    soffice = cari_libreoffice()
    if soffice is None:
        raise KinerjaError(
            "PDF tidak dapat dibuat karena LibreOffice tidak terpasang di komputer ini; laporan Word sudah dibuat.",
            "Buka laporan Word lalu simpan sebagai PDF, atau pasang LibreOffice dan jalankan lagi dengan --pdf.",
        )
    try:
        with tempfile.TemporaryDirectory(prefix="kinerja-pdf-", ignore_cleanup_errors=True) as sementara:
            return _cetak(soffice, Path(sementara), docx)
    except OSError as e:
        raise gagal(_sebab(e)) from e


def gagal(sebab: str) -> KinerjaError:
    """The KinerjaError for a PDF that did not come about; the Word document is there by then."""
    return KinerjaError(
        f"PDF tidak dapat dibuat: {sebab}. Laporan Word sudah dibuat.",
        "Buka laporan Word lalu simpan sebagai PDF, atau jalankan lagi perintah ini.",
    )


def _cetak(soffice: Path, folder: Path, docx: bytes) -> bytes:
    profil = folder / "profil"
    (profil / "user").mkdir(parents=True)
    (profil / "user" / "registrymodifications.xcu").write_text(_PENGATURAN, encoding="utf-8")
    sumber = folder / "laporan.docx"
    sumber.write_bytes(docx)
    perintah = [str(soffice), f"-env:UserInstallation={profil.as_uri()}", "--headless", "--norestore"]
    kode = _jalankan([*perintah, "--convert-to", "pdf", "--outdir", str(folder), str(sumber)])
    hasil = folder / "laporan.pdf"
    isi = hasil.read_bytes() if hasil.is_file() else b""
    if isi.startswith(b"%PDF-"):
        return isi
    if shutil.disk_usage(folder).free < _SEMPIT:
        raise gagal("penyimpanan untuk berkas sementara penuh")
    # LibreOffice ends with 0 even when it could not load the document.
    raise gagal(f"LibreOffice berhenti sebelum selesai (kode {kode})" if kode else "LibreOffice tidak menghasilkan PDF")


def _jalankan(perintah: list[str]) -> int:
    """Run it to its end, or to the time limit; whatever it started is ended with it."""
    try:
        proses = subprocess.Popen(
            perintah,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )
    except OSError as e:
        raise gagal(f"LibreOffice tidak dapat dijalankan ({e.strerror})") from e
    try:
        return proses.wait(BATAS_DETIK)
    except subprocess.TimeoutExpired as e:
        raise gagal(f"LibreOffice tidak selesai dalam {BATAS_DETIK} detik dan dihentikan") from e
    finally:
        _akhiri(proses)


def _akhiri(proses: subprocess.Popen[bytes]) -> None:
    """End the process and its children: soffice is a starter, the work is done by another program."""
    if sys.platform == "win32":
        if proses.poll() is None:
            subprocess.run(["taskkill", "/F", "/T", "/PID", str(proses.pid)], capture_output=True, check=False)
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(proses.pid, signal.SIGKILL)
    proses.wait()


def _sebab(e: OSError) -> str:
    if e.errno == errno.ENOSPC:
        return "penyimpanan untuk berkas sementara penuh"
    return f"map untuk berkas sementara tidak dapat dipakai ({e.strerror or e})"
