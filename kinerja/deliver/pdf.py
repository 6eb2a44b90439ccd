"""A Word document as PDF, through LibreOffice where it is installed: own profile, time limit, output checked."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from kinerja.errors import KinerjaError

BATAS_DETIK = 120
_WINDOWS = (
    Path(r"C:\Program Files\LibreOffice\program\soffice.exe"),
    Path(r"C:\Program Files (x86)\LibreOffice\program\soffice.exe"),
)
_MACOS = Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")


def cari_libreoffice() -> Path | None:
    """The program file of LibreOffice; None when it is not installed."""
    for nama in ("soffice", "libreoffice"):
        ada = shutil.which(nama)
        if ada is not None:
            return Path(ada)
    calon = _WINDOWS if sys.platform == "win32" else (_MACOS,)
    return next((c for c in calon if c.is_file()), None)


def ke_pdf(docx: bytes) -> bytes:
    """Convert a Word document. KinerjaError when LibreOffice is missing, hangs, or gives no usable PDF."""
    soffice = cari_libreoffice()
    if soffice is None:
        raise KinerjaError(
            "PDF tidak dapat dibuat karena LibreOffice tidak terpasang di komputer ini; laporan Word sudah dibuat.",
            "Buka laporan Word lalu simpan sebagai PDF, atau pasang LibreOffice dan jalankan lagi dengan --pdf.",
        )
    with tempfile.TemporaryDirectory(prefix="kinerja-pdf-", ignore_cleanup_errors=True) as sementara:
        folder = Path(sementara)
        sumber = folder / "laporan.docx"
        sumber.write_bytes(docx)
        perintah = [
            str(soffice),
            f"-env:UserInstallation={(folder / 'profil').as_uri()}",
            "--headless",
            "--norestore",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            str(sumber),
        ]
        try:
            subprocess.run(perintah, capture_output=True, timeout=BATAS_DETIK, check=False)
        except subprocess.TimeoutExpired as e:
            raise _gagal(f"LibreOffice tidak selesai dalam {BATAS_DETIK} detik") from e
        except OSError as e:
            raise _gagal(f"LibreOffice tidak dapat dijalankan ({e.strerror})") from e
        hasil = folder / "laporan.pdf"
        isi = hasil.read_bytes() if hasil.is_file() else b""
        # LibreOffice ends with 0 even when it could not load the document.
        if not isi.startswith(b"%PDF-") or b"/Type/Page" not in isi.replace(b" ", b""):
            raise _gagal("LibreOffice tidak menghasilkan PDF")
        return isi


def _gagal(sebab: str) -> KinerjaError:
    return KinerjaError(
        f"PDF tidak dapat dibuat: {sebab}. Laporan Word sudah dibuat.",
        "Buka laporan Word lalu simpan sebagai PDF, atau jalankan lagi perintah ini.",
    )
