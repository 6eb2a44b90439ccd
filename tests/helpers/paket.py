"""Packages (.xlsx, .docx, .zip) taken apart and put together by hand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping


def parts(isi: bytes) -> dict[str, bytes]:
    """The members of a package, by name."""
    with zipfile.ZipFile(io.BytesIO(isi)) as z:
        return {n: z.read(n) for n in z.namelist()}


def zip_dari(isi: Mapping[str, bytes | str], *, padat: bool = True) -> bytes:
    """A package of these members."""
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED if padat else zipfile.ZIP_STORED) as z:
        for nama, data in isi.items():
            z.writestr(nama, data)
    return wadah.getvalue()


def dengan_bagian(isi: bytes, nama: str, ubah: Callable[[bytes], bytes]) -> bytes:
    """The package with one member changed, or made."""
    semua = parts(isi)
    semua[nama] = ubah(semua.get(nama, b""))
    return zip_dari(semua)
