"""The list of what a .zip of ours holds, with the size and SHA-256 of each file: `manifest.json` inside it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

NAMA_MANIFEST = "manifest.json"
CADANGAN = "cadangan"
ARSIP = "arsip_periode"
_SKEMA = 1
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Butir:
    """One file. `waktu`: when it was last changed, local time, where that matters."""

    path: str
    ukuran: int
    sha256: str
    waktu: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """`akar` is the folder in the .zip that is a workspace (empty: all of it); `kosong` are its empty folders."""

    jenis: str
    program: str  # version of the program that wrote it
    dibuat: datetime | None
    akar: str
    berkas: tuple[Butir, ...]
    kosong: tuple[str, ...] = ()


def isi_manifest(m: Manifest) -> bytes:
    """As JSON, for people too: one line to a file."""
    kepala = {
        "kinerja": m.jenis,
        "skema": _SKEMA,
        "program": m.program,
        "dibuat": m.dibuat.isoformat() if m.dibuat is not None else None,
        "akar": m.akar,
        "map_kosong": list(m.kosong),
    }
    baris = ",\n".join(f"  {json.dumps(_butir_json(b), ensure_ascii=False)}" for b in m.berkas)
    awal = ",\n".join(f" {json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in kepala.items())
    return f'{{\n{awal},\n "berkas": [\n{baris}\n ]\n}}\n'.encode()


def baca_manifest(isi: bytes) -> Manifest:
    """The manifest in these bytes. ValueError when it is none, or of a newer program."""
    data = json.loads(isi.decode("utf-8"))
    if not isinstance(data, dict) or data.get("kinerja") not in (CADANGAN, ARSIP):
        raise ValueError("bukan manifest kinerja")
    if data.get("skema") != _SKEMA:
        raise ValueError("manifest dari program yang lebih baru")
    waktu = data["dibuat"]
    try:
        return Manifest(
            jenis=data["kinerja"],
            program=_teks(data["program"]),
            dibuat=datetime.fromisoformat(waktu) if waktu is not None else None,
            akar=_teks(data["akar"]),
            berkas=tuple(_butir(b) for b in data["berkas"]),
            kosong=tuple(_teks(x) for x in data["map_kosong"]),
        )
    except (KeyError, TypeError, AttributeError) as e:
        raise ValueError("manifest tidak lengkap") from e


def baris_sha256(berkas: Iterable[Butir]) -> bytes:
    """The same list as `sha256sum` writes and checks it, which every system has."""
    return "".join(f"{b.sha256}  {b.path}\n" for b in berkas).encode()


def _butir_json(b: Butir) -> dict[str, Any]:
    isi: dict[str, Any] = {"path": b.path, "ukuran": b.ukuran, "sha256": b.sha256}
    return isi | ({"waktu": b.waktu.isoformat()} if b.waktu is not None else {})


def _butir(b: dict[str, Any]) -> Butir:
    ukuran, sidik, waktu = b["ukuran"], _teks(b["sha256"]), b.get("waktu")
    if isinstance(ukuran, bool) or not isinstance(ukuran, int) or ukuran < 0 or not _SHA256.fullmatch(sidik):
        raise ValueError("isi manifest tidak masuk akal")
    return Butir(_teks(b["path"]), ukuran, sidik, datetime.fromisoformat(waktu) if waktu is not None else None)


def _teks(nilai: object) -> str:
    if not isinstance(nilai, str):
        raise TypeError("bukan teks")
    return nilai
