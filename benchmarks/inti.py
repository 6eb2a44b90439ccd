"""The core alone, without register and papers: reading and judging filled forms, against the floor.

    python benchmarks/inti.py WORKSPACE FOLDER

The forms of FOLDER are put into the archive of WORKSPACE first. Prints JSON: CPU seconds of the floor and of the core
(medians, taken in turn), and the memory in MiB after all forms once and after all rounds.
"""

from __future__ import annotations

import gc
import hashlib
import io
import json
import resource
import statistics
import sys
import time
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from xml.parsers import expat

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from kinerja.deliver.arsip import arsipkan, baca_arsip
from kinerja.domain.fakta import Fakta, FaktaAnggaran, Uraian
from kinerja.domain.periode import Periode
from kinerja.pipeline.tenggat import tenggat_isian
from kinerja.pipeline.workspace import Isi, Workspace, load_isi
from kinerja.read.form import read_form
from kinerja.read.model import Kandidat
from kinerja.register.model import BerkasTercatat
from kinerja.validate.engine import validate_form
from kinerja.validate.model import Konteks

_KALI = 5
KIB_PER_MIB = 1024 * (1024 if sys.platform == "darwin" else 1)  # macOS counts bytes


def _lantai(semua: list[bytes]) -> None:
    for isi in semua:
        with zipfile.ZipFile(io.BytesIO(isi)) as z:
            for nama in z.namelist():
                if nama.startswith("xl/worksheets/sheet"):
                    expat.ParserCreate().Parse(z.read(nama), True)


def _inti(isi: Isi, ws: Workspace, berkas: list[BerkasTercatat]) -> None:
    """Read and judge forms, unit by unit in order of months, each with the unit's earlier figures."""
    versi, unit = frozenset({isi.master.versi}), ""
    fakta: list[Fakta] = []
    uang: list[FaktaAnggaran] = []
    uraian: tuple[Uraian, ...] = ()
    for b in berkas:
        satu = baca_arsip(ws.akar, b.sha256)
        baca = read_form(Kandidat(path=b.path, isi=satu, sha256=b.sha256, diterima=b.diterima))
        form = baca.form
        assert form is not None
        if form.identitas.unit != unit:
            unit, fakta, uang, uraian = form.identitas.unit, [], [], ()
        periode = Periode.parse(form.identitas.periode)
        konteks = Konteks(
            master=isi.master, pengaturan=isi.pengaturan, profil=isi.profil, periode=periode, unit=unit,
            diterima=b.diterima, tenggat=tenggat_isian(periode, isi), terbit=None, versi_dikenal=versi,
            fakta_lalu=tuple(fakta), anggaran_lalu=tuple(uang), uraian_lalu=uraian,
        )  # fmt: skip
        hasil = validate_form(form, baca.temuan, konteks)
        fakta += hasil.isi.fakta
        uang += hasil.isi.anggaran
        uraian = hasil.isi.uraian


def _lama(jam: Callable[[], float], kerja: Callable[[], object]) -> float:
    awal = jam()
    kerja()
    return jam() - awal


def _memori() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIB_PER_MIB


def main() -> None:
    """Measure and print."""
    ws = Workspace(Path(sys.argv[1]))
    isi = load_isi(ws)
    semua: list[bytes] = []
    berkas: list[BerkasTercatat] = []
    for p in sorted(Path(sys.argv[2]).glob("*.xlsx")):  # names begin with the unit, then the month
        satu = p.read_bytes()
        sha = hashlib.sha256(satu).hexdigest()
        arsipkan(ws.akar, sha, satu)
        semua.append(satu)
        berkas.append(
            BerkasTercatat(path=p.name, sha256=sha, ukuran=len(satu), diterima=datetime(2025, 1, 1), jenis="formulir")
        )
    gc.set_threshold(2_000)  # as the command line does
    _inti(isi, ws, berkas)
    awal = _memori()
    ukuran: dict[str, list[float]] = {"lantai": [], "inti": []}
    for _ in range(_KALI):
        ukuran["lantai"].append(_lama(time.process_time, lambda: _lantai(semua)))
        ukuran["inti"].append(_lama(time.process_time, lambda: _inti(isi, ws, berkas)))
    memori = {"awal": awal, "akhir": _memori(), "putaran": _KALI + 1}
    print(json.dumps({k: statistics.median(v) for k, v in ukuran.items()} | memori))


if __name__ == "__main__":
    main()
