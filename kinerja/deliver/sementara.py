"""A temporary folder that is filled like a workspace, and gone when it is no longer needed."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from kinerja.deliver.tulis import buat_map, gagal_tulis


@contextmanager
def map_sementara(berkas: Mapping[str, bytes]) -> Iterator[Path]:
    """A folder with these files, by path. KinerjaError when it cannot be written."""
    with tempfile.TemporaryDirectory(prefix="kinerja-", ignore_cleanup_errors=True) as nama:
        akar = Path(nama).resolve()
        for path, isi in berkas.items():
            tujuan = akar.joinpath(*path.split("/"))
            buat_map(tujuan.parent)
            try:
                tujuan.write_bytes(isi)
            except OSError as e:
                raise gagal_tulis(e, "Map sementara") from e
        yield akar
