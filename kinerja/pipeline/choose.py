"""`kinerja choose`: the Tim says which of two conflicting files of a unit counts."""

from __future__ import annotations

from datetime import datetime

from kinerja.domain.periode import Periode
from kinerja.errors import SalahPakai
from kinerja.pipeline.final import jaga
from kinerja.pipeline.sesi import buka
from kinerja.pipeline.workspace import Workspace
from kinerja.register.model import Kiriman


def choose(ws: Workspace, berkas: str, *, waktu: datetime) -> Kiriman:
    """Choose the conflicting file named by its path or the beginning of its hash. SalahPakai when none conflicts."""
    with buka(ws, waktu) as sesi:
        bentrok = [k for k in sesi.reg.kiriman() if k.bentrok]
        cocok = [k for k in bentrok if k.path == berkas or (len(berkas) >= 6 and k.sha256.startswith(berkas.lower()))]
        if len(cocok) != 1:
            daftar = "; ".join(f"{k.path} (sidik {k.sha256[:12]})" for k in bentrok)
            raise SalahPakai(
                f"{berkas} bukan salah satu berkas yang sedang bertentangan.",
                f"Berkas yang dapat dipilih: {daftar}." if daftar else "Saat ini tidak ada berkas yang bertentangan.",
            )
        jaga(sesi, Periode.parse(cocok[0].periode or ""), "Berkas yang dipakai tidak dapat diganti lagi")
        with sesi.reg.transaction():
            hasil = sesi.reg.pilih(cocok[0].id)
            sesi.tandai_usang(hasil.periode or "")
            sesi.reg.catat_peristiwa(
                "berkas_dipilih", waktu, hasil.periode, hasil.unit, {"path": hasil.path, "sha256": hasil.sha256}
            )
    return hasil
