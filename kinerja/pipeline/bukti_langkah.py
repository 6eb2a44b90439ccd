"""Evidence of a step: any file, copied to the archive by its hash and left where it lies, never altered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kinerja.deliver.arsip import arsipkan_potongan, kepala_arsip
from kinerja.domain.bukti import MAKS_BUKTI, MB
from kinerja.errors import KinerjaError, SalahPakai
from kinerja.pipeline.sesi import Sesi
from kinerja.read.bukti import KEPALA, cacat_bukti


def arsipkan_bukti(sesi: Sesi, berkas: Path) -> tuple[dict[str, str | int], str | None]:
    """Keep the file; gives name, hash and size for the event log, and what is plainly wrong with it, if anything.

    SalahPakai for what is no file or too large, KinerjaError for one that cannot be read.
    """
    if not berkas.is_file():
        sebab = "sebuah map, bukan berkas" if berkas.is_dir() else "tidak ada"
        raise SalahPakai(f"Bukti {berkas} {sebab}.", "Tulis letak berkasnya sesudah --bukti, misalnya pindaian .pdf.")
    ukuran = berkas.stat().st_size
    if ukuran > MAKS_BUKTI:
        raise SalahPakai(
            f"Bukti {berkas} berukuran {ukuran // MB} MB; yang disimpan paling besar {MAKS_BUKTI // MB} MB.",
            "Perkecil berkasnya, misalnya pindai ulang dengan resolusi yang lebih rendah.",
        )
    sha256 = arsipkan_potongan(sesi.ws.akar, _potongan(berkas))
    path = berkas.resolve()
    nama = path.relative_to(sesi.ws.akar).as_posix() if path.is_relative_to(sesi.ws.akar) else path.name
    cacat = cacat_bukti(nama, ukuran, kepala_arsip(sesi.ws.akar, sha256, KEPALA))
    return {"nama": nama, "sha256": sha256, "ukuran": ukuran}, cacat


def _potongan(berkas: Path) -> Iterator[bytes]:
    try:
        with berkas.open("rb") as f:
            while potongan := f.read(MB):
                yield potongan
    except OSError as e:
        raise KinerjaError(
            f"Bukti {berkas} tidak dapat dibaca: {e.strerror or e}.",
            "Tutup berkas itu di program lain, atau salin ke map lain, lalu ulangi.",
        ) from e
