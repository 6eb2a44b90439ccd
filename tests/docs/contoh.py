"""Reads the fenced examples of a page and plays them: `$ kinerja …` with the output that the page promises.

A block is ```console; a comment right above it may say what happens before: `<!-- waktu: 2026-02-04; sebelum: langkah;
kode: 1 -->` sets the clock, plays steps of `langkah.py`, and names the exit code of the block's last command. In the
promised output `…` stands for any text, and alone on a line for any lines.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import os
import re
import shlex
import sys
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest

from kinerja.cli import main

AKAR = Path(__file__).resolve().parents[2]
# Commands that read the clock.
BERJAM = (
    "accept",
    "approve",
    "archive",
    "backup",
    "build",
    "check_report",
    "choose",
    "deliver",
    "diff",
    "export",
    "finalize",
    "forms",
    "init",
    "letter",
    "libur",
    "monitor",
    "remind",
    "review",
    "schedule",
    "sop",
    "status",
    "step",
    "trace",
    "validate",
    "verify",
)
_BLOK = re.compile(r"(?:<!-- (?P<tanda>[^>]*?) -->\n)?^```(?P<bahasa>\w*)\n(?P<isi>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Perintah:
    """A command as the page shows it, and the lines promised after it (none: nothing is compared)."""

    kata: tuple[str, ...]
    keluaran: tuple[str, ...]


@dataclass(frozen=True)
class Contoh:
    """A console block."""

    perintah: tuple[Perintah, ...]
    tanda: dict[str, str] = field(default_factory=dict)

    @property
    def waktu(self) -> datetime | None:
        return datetime.fromisoformat(f"{self.tanda['waktu']}T09:00:00") if "waktu" in self.tanda else None

    @property
    def sebelum(self) -> tuple[str, ...]:
        return tuple(self.tanda.get("sebelum", "").split())


def baca_contoh(halaman: Path) -> list[Contoh]:
    """The console blocks of a page, in order."""
    return [
        Contoh(_perintah(m["isi"]), _tanda(m["tanda"] or ""))
        for m in _BLOK.finditer(halaman.read_text(encoding="utf-8"))
        if m["bahasa"] == "console"
    ]


def blok_polos(halaman: Path) -> list[str]:
    """The lines of the fenced blocks without a language."""
    teks = halaman.read_text(encoding="utf-8")
    return [b for m in _BLOK.finditer(teks) if not m["bahasa"] for b in m["isi"].splitlines()]


def _tanda(teks: str) -> dict[str, str]:
    bagian = (b.partition(":") for b in teks.split(";") if b.strip())
    return {k.strip(): v.strip() for k, _, v in bagian}


def _perintah(isi: str) -> tuple[Perintah, ...]:
    hasil: list[tuple[list[str], list[str]]] = []
    for baris in isi.splitlines():
        if baris.startswith("$ "):
            hasil.append((shlex.split(baris[2:]), []))
        else:
            hasil[-1][1].append(baris)
    return tuple(Perintah(tuple(kata), tuple(keluaran)) for kata, keluaran in hasil)


def mainkan(perintah: Perintah, monkeypatch: pytest.MonkeyPatch) -> tuple[int, str]:
    """Exit code and everything that the person would see, in its order."""
    nama, *arg = perintah.kata
    if nama == "cd":
        monkeypatch.chdir(arg[0])
        return 0, ""
    assert nama == "kinerja", perintah
    layar = io.StringIO()
    monkeypatch.setattr(sys, "argv", ["kinerja", *arg])
    kode = 0
    with contextlib.redirect_stdout(layar), contextlib.redirect_stderr(layar):
        try:
            main()
        except SystemExit as e:
            kode = int(e.code or 0)
    return kode, layar.getvalue().replace(os.sep, "/")


def setel_jam(waktu: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every command read this time."""
    for modul in BERJAM:
        monkeypatch.setattr(importlib.import_module(f"kinerja.cli.{modul}"), "now", lambda: waktu)
    monkeypatch.setattr("kinerja.pipeline.finalize.cari_libreoffice", lambda: None)  # its PDF takes long


def cocok(janji: tuple[str, ...], layar: str) -> bool:
    """Whether the screen shows what the page promises."""
    pola = "".join(
        r"(?:.*\n)*?" if baris.strip() == "…" else ".*?".join(re.escape(b) for b in baris.split("…")) + r"\n"
        for baris in janji
    )
    return re.fullmatch(pola + r"\n*", layar) is not None
