"""Menjalankan kinerja dari map ini pada komputer yang hanya punya Python 3.11 atau lebih baru.

    python3 mulai.py demo     memasang pustaka lalu menjalankan seluruh pekerjaan pada data contoh
    python3 mulai.py tes      memasang pustaka lalu menjalankan semua uji
    python3 mulai.py ...      perintah kinerja yang lain, misalnya: python3 mulai.py validate 2026-01

Di Windows tulis `py mulai.py ...`. Pustaka dipasang ke map .venv di sebelah berkas ini, hanya sekali; diulang hanya
bila daftar pustaka berubah. Setelan pip di komputer ini (proksi, cermin) dipakai apa adanya.

Only the standard library, and syntax that old Pythons can read, so that they get a sentence instead of a traceback.
"""

import hashlib
import importlib.util
import json
import os
import subprocess
import sys
import venv
from pathlib import Path

AKAR = Path(__file__).resolve().parent
VENV = AKAR / ".venv"
CAP = VENV / "terpasang.json"  # which lists are installed, by hash; written last
CATATAN = VENV / "pemasangan.txt"
DASAR = "requirements.txt"
PENGEMBANG = "requirements-dev.txt"  # holds everything in DASAR too
TANPA_JARINGAN = ("NewConnectionError", "NameResolutionError", "Temporary failure", "ConnectTimeout", "ProxyError")


class Gagal(Exception):
    """The set-up cannot go on; the text says why and what to do."""


def main(argumen):
    """Install what is missing, run the command, return its exit code."""
    try:
        if not argumen or argumen[0] in ("-h", "--help"):
            print(__doc__.split("\n\nOnly")[0])
            return 0
        siapkan(PENGEMBANG if argumen[0] == "tes" else DASAR)
        return jalankan(argumen)
    except Gagal as e:
        print(e, file=sys.stderr)
        return 3
    except KeyboardInterrupt:
        print("Dihentikan.", file=sys.stderr)
        return 3


def jalankan(argumen):
    """Run the tests, the demo or any other command of kinerja with the Python of .venv."""
    if argumen[0] == "tes":
        return proses(["-m", "pytest", "-n", "2", "--dist", "worksteal", *argumen[1:]], cwd=str(AKAR))
    perintah = list(argumen)
    if perintah[0] == "demo" and all(a.startswith("-") for a in perintah[1:]):
        perintah.append(str(AKAR / "output" / ("demo-nyata" if "--nyata" in perintah else "demo")))
    return proses(["-m", "kinerja", *perintah])


def proses(argumen, cwd=None):
    """Run the Python of .venv so that it finds this folder's kinerja from anywhere; its exit code."""
    lingkungan = dict(os.environ)
    jalur = [str(AKAR), lingkungan.get("PYTHONPATH")]
    lingkungan["PYTHONPATH"] = os.pathsep.join(j for j in jalur if j)
    return subprocess.run([str(python_venv()), *argumen], cwd=cwd, env=lingkungan, check=False).returncode


def python_venv():
    """The Python of .venv."""
    return VENV / "Scripts" / "python.exe" if os.name == "nt" else VENV / "bin" / "python"


def siapkan(daftar):
    """Make .venv hold the libraries of this list; nothing is done when it already does."""
    sidik = {d: hashlib.sha256((AKAR / d).read_bytes()).hexdigest() for d in (DASAR, PENGEMBANG)}
    terpasang = baca_cap()
    if python_venv().exists() and terpasang.get(daftar) == sidik[daftar]:
        return
    if not python_jalan():
        buat_venv()
        terpasang = {}
    pasang(daftar)
    ikut = (DASAR, PENGEMBANG) if daftar == PENGEMBANG else (DASAR,)
    terpasang.update({d: sidik[d] for d in ikut})
    CAP.write_text(json.dumps(terpasang, indent=1), encoding="utf-8")


def baca_cap():
    """Hashes of the installed lists; none when nothing was finished."""
    try:
        isi = json.loads(CAP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return isi if isinstance(isi, dict) else {}


def python_jalan():
    """True when .venv has a Python that starts (not after its base was removed or the folder came from elsewhere)."""
    try:
        hasil = subprocess.run([str(python_venv()), "-c", "pass"], capture_output=True, check=False)
    except OSError:
        return False
    return hasil.returncode == 0


def buat_venv():
    """Make .venv, still without pip: not every Python can put it there."""
    try:
        venv.create(str(VENV), clear=True, symlinks=os.name != "nt")
    except (OSError, subprocess.CalledProcessError) as e:
        raise Gagal(
            f"Map .venv tidak dapat dibuat di {AKAR}: {e}.\n"
            "Pastikan map itu boleh ditulisi dan tempat di disk masih ada, lalu ulangi."
        ) from e


def pip_venv():
    """How to call a pip that installs into .venv: its own, or this Python's (Debian without python3-venv)."""
    python = str(python_venv())
    sendiri = [python, "-m", "pip"]
    if subprocess.run([*sendiri, "--version"], capture_output=True, check=False).returncode == 0:
        return sendiri
    if importlib.util.find_spec("ensurepip") is not None:
        siap = subprocess.run([python, "-m", "ensurepip"], capture_output=True, check=False)
        if siap.returncode == 0:
            return sendiri
    if importlib.util.find_spec("pip") is not None:
        return [sys.executable, "-m", "pip", "--python", python]
    raise Gagal(
        "Python di komputer ini tidak punya pip maupun ensurepip, sehingga pustaka tidak dapat dipasang.\n"
        "Pasang sekali, lalu ulangi perintah tadi. Di Debian atau Ubuntu:\n"
        "    sudo apt-get install -y python3-venv"
    )


def pasang(daftar):
    """Install the list with pip, every file checked against its hash."""
    pip = pip_venv()
    print("Memasang pustaka ke .venv (hanya sekali, kira-kira satu menit) ...", file=sys.stderr, flush=True)
    argumen = ["install", "--require-hashes", "--only-binary=:all:", "--no-input", "--disable-pip-version-check"]
    with CATATAN.open("w", encoding="utf-8") as catatan:
        kode = subprocess.run(
            [*pip, *argumen, "-r", str(AKAR / daftar)], stdout=catatan, stderr=subprocess.STDOUT, check=False
        ).returncode
    if kode != 0:
        raise Gagal(sebab_gagal(CATATAN.read_text(encoding="utf-8", errors="replace")))


def sebab_gagal(catatan):
    """What to tell when pip failed, from what it wrote."""
    nihil = "(from versions: none)" in catatan and not ("Downloading" in catatan or "Using cached" in catatan)
    if nihil or any(tanda in catatan for tanda in TANPA_JARINGAN):
        sebab = (
            "Pustaka tidak dapat diambil: komputer ini tidak tersambung ke sumber paket.\n"
            "Sambungkan ke internet, atau setel proksi atau cermin kantor pada pip (pip config), lalu ulangi."
        )
    elif "No matching distribution" in catatan or "from versions" in catatan:
        versi = ".".join(str(n) for n in sys.version_info[:2])
        sebab = (
            f"Ada pustaka yang tidak tersedia siap pakai untuk Python {versi} di komputer ini.\n"
            "Pakai Python 3.11 sampai 3.14 versi 64 bit, atau periksa cermin paket kantor, lalu ulangi."
        )
    elif "DO NOT MATCH THE HASHES" in catatan:
        sebab = (
            "Paket yang diterima tidak sama dengan yang tercatat dalam daftar pustaka, jadi tidak dipasang.\n"
            "Periksa cermin atau proksi kantor, lalu ulangi."
        )
    else:
        sebab = "Pustaka tidak dapat dipasang."
    akhir = "\n".join("    " + baris for baris in catatan.strip().splitlines()[-6:])
    return f"{sebab}\nKata pip ({CATATAN}):\n{akhir}"


if __name__ == "__main__":
    if sys.version_info < (3, 11):
        sys.exit(
            "kinerja memerlukan Python 3.11 atau lebih baru; yang dipakai di sini Python {}.{}.\n"
            "Pasang Python yang lebih baru, lalu jalankan lagi dengan Python itu.".format(*sys.version_info[:2])
        )
    sys.exit(main(sys.argv[1:]))
