"""`kinerja demo`: a workspace from the sample data, and a whole year's work done in it, step by step as it happened.

`alur.toml` of a sample tells the story: at each step files arrive (with the time at which they did), are validated,
and reports are built. The clock of a step is its own `waktu`, so that a demo is the same on every day it is run.
"""

from __future__ import annotations

import json
import os
import tomllib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from kinerja.artifacts import Artifact
from kinerja.deliver.tulis import tulis
from kinerja.domain.periode import JenisPeriode, Periode
from kinerja.errors import KinerjaError
from kinerja.pipeline.bawaan import bawaan
from kinerja.pipeline.build import build
from kinerja.pipeline.choose import choose
from kinerja.pipeline.forms import forms
from kinerja.pipeline.init import buat_workspace
from kinerja.pipeline.model import HasilValidate
from kinerja.pipeline.monitor import monitor
from kinerja.pipeline.progress import Lapor, diam
from kinerja.pipeline.sesi import buka
from kinerja.pipeline.validate import validate
from kinerja.pipeline.workspace import INDUK, SETELAN, Workspace

ALUR = "alur.toml"
SELESAI = "contoh selesai"  # what to open, noted in the register when the story has been told


@dataclass(frozen=True, slots=True, kw_only=True)
class Tahap:
    """One step of the story: `berkas` are (path in the sample, time of arrival); `pilih` are conflicting files that
    the Tim chooses before it validates."""

    waktu: datetime
    formulir: Periode | None
    pemantauan: Periode | None
    validasi: Periode | None
    berkas: tuple[tuple[str, datetime], ...]
    pilih: tuple[str, ...]
    laporan: tuple[Periode, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilDemo:
    akar: Path
    dibuka: tuple[str, ...]  # relative to `akar`
    validasi: tuple[HasilValidate, ...]  # of each step that validates, in order


def load_alur(sumber: Path) -> tuple[Tahap, ...]:
    """The story of a sample."""
    data: dict[str, Any] = tomllib.loads((sumber / ALUR).read_text(encoding="utf-8"))
    return tuple(
        Tahap(
            waktu=t["waktu"],
            formulir=Periode.parse(t["formulir"]) if "formulir" in t else None,
            pemantauan=Periode.parse(t["pemantauan"]) if "pemantauan" in t else None,
            validasi=Periode.parse(t["validasi"]) if "validasi" in t else None,
            berkas=tuple((b["path"], b["diterima"]) for b in t.get("berkas", ())),
            pilih=tuple(t.get("pilih", ())),
            laporan=tuple(Periode.parse(p) for p in t.get("laporan", ())),
        )
        for t in data["tahap"]
    )


def demo(folder: Path, *, contoh: str, lapor: Lapor) -> HasilDemo:
    """Run the story of the sample `contoh` in `folder`. One that was told to its end is not told again."""
    sumber = bawaan("sample_data") / contoh
    alur = load_alur(sumber)
    ws = _workspace(folder, sumber, alur[0].waktu)
    with buka(ws, alur[0].waktu) as sesi:
        selesai = sesi.reg.sidik(SELESAI)
    if selesai is not None:
        return HasilDemo(akar=ws.akar, dibuka=tuple(json.loads(selesai)), validasi=())
    validasi: list[HasilValidate] = []
    dibuka: dict[str, str] = {}
    for n, tahap in enumerate(alur):
        lapor("Menjalankan contoh setahun", n, len(alur))
        if tahap.formulir is not None:
            forms(ws, tahap.formulir, unit=None, waktu=tahap.waktu, lapor=diam)
        if tahap.pemantauan is not None:
            monitor(ws, tahap.pemantauan, unit=None, waktu=tahap.waktu, lapor=diam)
        _terima(ws, sumber, tahap)
        _pilih(ws, tahap)
        if tahap.validasi is not None:
            hasil = validate(ws, tahap.validasi, (), waktu=tahap.waktu, lapor=diam)
            validasi.append(hasil)
            kertas = [d.path for h in hasil.periode for d in h.dokumen if d.jenis == "kertas_kerja_validasi"]
            dibuka.update(zip(["kertas_kerja_validasi"], kertas, strict=False))
        for periode in tahap.laporan:
            laporan = build(ws, periode, waktu=tahap.waktu, pdf=False, lapor=diam)
            jenis = JenisPeriode(periode.jenis).name
            dibuka |= {f"{jenis} {d.jenis}": d.path for d in laporan.dokumen}
    with buka(ws, alur[-1].waktu) as sesi:
        sesi.reg.catat_sidik(SELESAI, json.dumps(list(dibuka.values())))
    lapor("Menjalankan contoh setahun", len(alur), len(alur))
    return HasilDemo(akar=ws.akar, dibuka=tuple(dibuka.values()), validasi=tuple(validasi))


def _workspace(folder: Path, sumber: Path, waktu: datetime) -> Workspace:
    induk = (sumber / INDUK).read_bytes()
    if (folder / SETELAN).exists():
        if (folder / INDUK).is_file() and (folder / INDUK).read_bytes() == induk:
            return Workspace(folder.resolve())
        raise KinerjaError(
            f"{folder} sudah berisi map kerja lain; tidak ada yang ditimpa.",
            "Sebutkan map lain untuk contoh ini: kinerja demo MAP",
        )
    ws = buat_workspace(folder, induk, (sumber / SETELAN).read_text(encoding="utf-8"), waktu)
    for gambar in sorted(sumber.glob("*.png")):
        tulis(ws.akar, Artifact("logo", gambar.name, gambar.read_bytes()))
    return ws


def _terima(ws: Workspace, sumber: Path, tahap: Tahap) -> None:
    """Let the files of a step arrive, with the time at which they did."""
    for path, diterima in tahap.berkas:
        tujuan = tulis(ws.akar, Artifact("kiriman", path, (sumber / path).read_bytes()))
        os.utime(tujuan, (diterima.timestamp(), diterima.timestamp()))


def _pilih(ws: Workspace, tahap: Tahap) -> None:
    """Settle the conflicts of a step, but for those that an earlier run has settled."""
    if tahap.pilih:
        with buka(ws, tahap.waktu) as sesi:
            bentrok = {k.path for k in sesi.reg.kiriman() if k.bentrok}
        for path in tahap.pilih:
            if path in bentrok:
                choose(ws, path, waktu=tahap.waktu)
