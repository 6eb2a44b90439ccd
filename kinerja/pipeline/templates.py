"""`kinerja templates check`: one template of the office, checked before it is used. Needs no workspace."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from kinerja.artifacts import Artifact
from kinerja.catalogue.ejaan import mungkin, terdekat
from kinerja.deliver.tulis import tulis
from kinerja.errors import KinerjaError, SalahPakai
from kinerja.findings import Finding
from kinerja.pipeline.bawaan import bawaan
from kinerja.render.contract import DOKUMEN
from kinerja.render.pemeriksa import examine
from kinerja.workbook.paket import MAKS_BERKAS, MB

DIPERIKSA, PRATINJAU = "templat_diperiksa", "pratinjau_templat"
AKHIRAN = {DIPERIKSA: "diperiksa", PRATINJAU: "pratinjau"}
_LOGO = ("inspektorat", "logo.png")


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilTemplat:
    """What was found in a template of `jenis`, and what was written beside it (kind, path)."""

    jenis: str
    temuan: tuple[Finding, ...]
    dokumen: tuple[tuple[str, Path], ...]


def check_template(berkas: Path, jenis: str | None) -> HasilTemplat:
    """Check `berkas`, and write the copy with comments and the preview beside it; `berkas` itself stays as it is.

    SalahPakai when there is no such file, or it is not said and cannot be told which document it makes. KinerjaError
    when a copy cannot be written, or somebody has gone on working in the one of last time.
    """
    isi = _baca(berkas)
    jenis = _jenis(berkas.stem) if jenis is None else _dikenal(jenis)
    for akhiran in AKHIRAN.values():
        _belum_disunting(berkas.with_name(f"{berkas.stem}_{akhiran}.docx"))
    logo = bawaan("sample_data").joinpath(*_LOGO).read_bytes()
    hasil = examine(isi, berkas.name, jenis, logo)
    dokumen = []
    for apa, salinan in ((DIPERIKSA, hasil.diperiksa), (PRATINJAU, hasil.pratinjau)):
        if salinan is not None:
            nama = f"{berkas.stem}_{AKHIRAN[apa]}.docx"
            dokumen.append((apa, tulis(berkas.parent, Artifact(apa, nama, salinan))))
    return HasilTemplat(jenis=jenis, temuan=hasil.temuan, dokumen=tuple(dokumen))


def _baca(berkas: Path) -> bytes:
    if not berkas.is_file():
        ada = berkas.parent.iterdir() if berkas.parent.is_dir() else ()
        mirip = mungkin(terdekat(berkas.name, (p.name for p in ada if p.is_file()), 0.8))
        sebab = "adalah map, bukan berkas." if berkas.is_dir() else f"tidak ada.{mirip}"
        raise SalahPakai(f"{berkas} {sebab}", "Tulis nama berkas .docx yang akan diperiksa.")
    try:
        if berkas.stat().st_size > MAKS_BERKAS:
            raise KinerjaError(
                f"{berkas.name} lebih besar dari {MAKS_BERKAS // MB} MB.",
                "Perkecil gambar di dalamnya (Word: Format Gambar > Kompres Gambar), lalu simpan.",
            )
        return berkas.read_bytes()
    except OSError as e:
        raise KinerjaError(
            f"{berkas} tidak dapat dibaca ({e.strerror or e}).", "Tutup berkas itu di Word, lalu jalankan lagi."
        ) from e


def _belum_disunting(salinan: Path) -> None:
    """KinerjaError when somebody has worked in a copy that would be replaced."""
    from kinerja.render.komentar import PENULIS, last_editor

    try:
        penyunting = last_editor(salinan.read_bytes())
    except OSError:  # there is none, or writing it will say what is the matter
        return
    if penyunting not in (None, PENULIS):
        raise KinerjaError(
            f"{salinan.name} sudah disunting orang sesudah dibuat, jadi tidak diganti.",
            f"Pindahkan suntingannya ke templat aslinya, hapus atau ganti nama {salinan.name}, lalu jalankan lagi.",
        )


def _dikenal(jenis: str) -> str:
    if jenis not in DOKUMEN:
        raise SalahPakai(
            f"Dokumen {jenis} tidak dikenal.{mungkin(terdekat(jenis, DOKUMEN))}",
            f"Tulis --jenis dengan salah satu dari: {', '.join(DOKUMEN)}.",
        )
    return jenis


def _jenis(nama: str) -> str:
    """The document that a file of this name makes. SalahPakai when the name does not say it."""
    kata = re.sub(r"[\W_]+", "_", nama.casefold())
    cocok = [j for j in DOKUMEN if j in kata]
    if len(cocok) == 1:
        return cocok[0]
    raise SalahPakai(
        f"Dari namanya tidak jelas dokumen apa yang dibuat dengan {nama}.docx.",
        f"Tulis --jenis dengan salah satu dari: {', '.join(DOKUMEN)}.",
    )
