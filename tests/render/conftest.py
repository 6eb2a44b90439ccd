"""Fixtures of the render tests."""

from __future__ import annotations

import struct
import zlib

import pytest


@pytest.fixture
def png() -> bytes:
    """A whole PNG of 4 x 6 pixels."""

    def potong(nama: bytes, isi: bytes) -> bytes:
        return struct.pack(">I", len(isi)) + nama + isi + struct.pack(">I", zlib.crc32(nama + isi))

    piksel = b"".join(b"\x00" + b"\x20\x60\x40" * 4 for _ in range(6))
    kepala = struct.pack(">IIBBBBB", 4, 6, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + potong(b"IHDR", kepala) + potong(b"IDAT", zlib.compress(piksel)) + potong(b"IEND", b"")
    )
