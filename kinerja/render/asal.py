"""The identity of a konsep, written into its properties: Word and LibreOffice keep them when they save the file."""

from __future__ import annotations

import hashlib
import re

from kinerja.koreksi.model import SIFAT_JENIS, SIFAT_KONSEP, SIFAT_PERIODE
from kinerja.render.kanonik import canonical_package
from kinerja.workbook.patch import escape

_BAGIAN = "docProps/custom.xml"
_RUANG = "http://schemas.openxmlformats.org/officeDocument/2006/"
_JENIS = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_SIFAT = re.compile(rb"<property\b.*?</property>", re.DOTALL)
_FMTID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def stamp(isi: bytes, jenis: str, periode: str) -> tuple[bytes, str]:
    """The same document with its kind, period and fingerprint among its custom properties, and that fingerprint.

    Properties that the office's template has are kept.
    """
    sidik = hashlib.sha256(isi).hexdigest()[:16]
    paket = canonical_package(isi)
    lama = paket.read(_BAGIAN) if _BAGIAN in paket else b""
    milik = [s for s in _SIFAT.findall(lama) if b'name="kinerja_' not in s]
    baru = {SIFAT_JENIS: jenis, SIFAT_PERIODE: periode, SIFAT_KONSEP: sidik}
    awal = max((int(n) for s in milik for n in re.findall(rb'\bpid="([0-9]+)"', s)), default=1) + 1
    milik += [
        f'<property fmtid="{_FMTID}" pid="{awal + n}" name="{nama}"><vt:lpwstr>{escape(nilai)}</vt:lpwstr>'
        "</property>".encode()
        for n, (nama, nilai) in enumerate(baru.items())
    ]
    paket.put(
        _BAGIAN,
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="'
        + f'{_RUANG}custom-properties" xmlns:vt="{_RUANG}docPropsVTypes">'.encode()
        + b"".join(milik)
        + b"</Properties>",
    )
    if not lama:
        tipe, hubungan = paket.read("[Content_Types].xml"), paket.read("_rels/.rels")
        bagian = f'<Override PartName="/{_BAGIAN}" ContentType="{_JENIS}"/></Types>'.encode()
        tautan = f'<Relationship Id="kinerja1" Type="{_RUANG}relationships/custom-properties" Target="{_BAGIAN}"/>'
        paket.put("[Content_Types].xml", tipe.replace(b"</Types>", bagian))
        paket.put("_rels/.rels", hubungan.replace(b"</Relationships>", f"{tautan}</Relationships>".encode()))
        paket = canonical_package(paket.to_bytes())
    return paket.to_bytes(), sidik
