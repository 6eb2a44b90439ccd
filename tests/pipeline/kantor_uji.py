"""A small office that is played day by day: forms arrive, are judged, reported, corrected."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from helpers import docx_text
from helpers.jalankan import jalankan

from kinerja.domain.periode import Periode
from kinerja.pipeline.build import build
from kinerja.pipeline.forms import forms
from kinerja.pipeline.model import BerkasDinilai, HasilBuild, HasilValidate
from kinerja.pipeline.progress import diam
from kinerja.pipeline.validate import validate
from kinerja.pipeline.workspace import Workspace
from sample_data.pengisi import isi_formulir

ISIAN = {
    "Pembilang": 23,
    "Penyebut": 36,
    "Data Pendukung": "LHP 700/12/2026",
    "Faktor Penghambat": "Objek pemeriksaan terlambat menyerahkan dokumen tindak lanjut.",
    "Tindak Lanjut": "Surat penegasan kepada objek pemeriksaan dikirim minggu pertama.",
}
MATA = "6.01.02.2.01.0001"


def saat(hari: str) -> datetime:
    return datetime.fromisoformat(f"2026-{hari}T09:00:00")


class Kantor:
    """A workspace played day by day: `kirim` and then validate, on a date."""

    def __init__(self, akar: Path) -> None:
        assert jalankan("init", str(akar), "--tahun", "2026").kode == 0
        self.ws = Workspace(akar.resolve())

    def formulir(self, periode: str, hari: str, unit: str = "IRB1") -> Path:
        p = Periode.parse(periode)
        forms(self.ws, p, unit=None, waktu=saat(hari), lapor=diam)
        return self.ws.akar / "formulir" / periode / f"formulir_{unit}_{periode}.xlsx"

    def kirim(
        self, asal: Path, hari: str, ubah: Mapping[str, Any] = {}, *, uang: int = 1_000_000, iku2: int | None = None,
        **pengesahan: str | None,
    ) -> Path:  # fmt: skip
        """The form arrives; of a return copy only what `ubah` names is changed."""
        kinerja = {"IKU-01": {**ISIAN, **ubah} if "formulir" in asal.parts else dict(ubah)}
        if iku2 is not None:
            kinerja["IKU-02"] = {"Realisasi": iku2, "Data Pendukung": "LHP 700/12/2026"}
        label = {k.replace("_", " "): v for k, v in pengesahan.items()}
        tujuan = self.ws.masuk / f"{hari} {asal.stem}.xlsx"
        tujuan.write_bytes(isi_formulir(asal, kinerja, {MATA: uang}, {"Tanggal": "2026-01-31", "NIP": "1"} | label))
        waktu = saat(hari).timestamp()
        os.utime(tujuan, (waktu, waktu))
        return tujuan

    def jalankan(self, periode: str, hari: str) -> HasilValidate:
        return validate(self.ws, Periode.parse(periode), (), waktu=saat(hari), lapor=diam)

    def validate(self, periode: str, hari: str, unit: str = "IRB1") -> BerkasDinilai:
        """The unit's current submission."""
        return next(b for b in self.jalankan(periode, hari).periode[0].berkas if b.kiriman.unit == unit)

    def salinan(self, periode: str, revisi: int) -> Path:
        folder = self.ws.akar / f"output/{periode}/pengembalian/IRB1_revisi{revisi}"
        return next(folder.glob("perbaikan_*.xlsx"))

    def build(self, periode: str, hari: str) -> HasilBuild:
        return build(self.ws, Periode.parse(periode), waktu=saat(hari), pdf=False, lapor=diam)

    def bagian(self, periode: str) -> list[str]:
        """The section Perbaikan Data of the report, line by line; empty when it has none."""
        [laporan] = (self.ws.akar / "output" / periode).glob("laporan_*.docx")
        baris = docx_text.dump(laporan.read_bytes()).splitlines()
        awal = [n for n, b in enumerate(baris) if b == "[Heading1] Perbaikan Data"]
        if not awal:
            return []
        akhir = next(n for n, b in enumerate(baris) if n > awal[0] and b.startswith("[Heading1]"))
        return [b for b in baris[awal[0] : akhir] if b and not b.startswith("----")]

    def laporan_awal(self) -> Path:
        """January as it was reported on 6 February; gives the return copy of that form."""
        self.kirim(self.formulir("2026-01", "02-01"), "02-02")
        assert self.validate("2026-01", "02-03").kiriman.status.layak
        self.build("2026-01", "02-06")
        return self.salinan("2026-01", 1)
