"""A small office whose January is approved and final, and what may happen after that."""

from __future__ import annotations

from pathlib import Path

from kantor_uji import Kantor, saat

from kinerja.domain.periode import Periode
from kinerja.pipeline.approve import approve
from kinerja.pipeline.finalize import finalize
from kinerja.pipeline.progress import diam
from kinerja.pipeline.reopen import reopen
from kinerja.pipeline.workspace import Workspace
from sample_data.pengisi import isi_formulir

BULAN = "2026-01"
JANUARI = Periode.parse(BULAN)


class KantorFinal(Kantor):
    """January's forms came on 2 February; `finalkan` approves and makes final."""

    def __init__(self, akar: Path, *, lengkap: bool = True) -> None:
        super().__init__(akar)
        self.kirim(self.formulir(BULAN, "02-01"), "02-02")
        if lengkap:
            asal = self.ws.akar / "formulir" / BULAN / f"formulir_SEK_{BULAN}.xlsx"
            (self.ws.masuk / "sek.xlsx").write_bytes(
                isi_formulir(asal, {}, {"6.01.02.2.01.0002": 500_000}, {"Tanggal": "2026-01-31", "NIP": "1"})
            )
        self.jalankan(BULAN, "02-03")

    @classmethod
    def pada(cls, akar: Path) -> KantorFinal:
        """The one that was made there before."""
        ada = cls.__new__(cls)
        ada.ws = Workspace(akar.resolve())
        return ada

    def finalkan(self, hari: str, *, sementara: bool = False) -> None:
        self.build(BULAN, hari)
        for nama in ("Siti Aminah", "Ahmad Fauzi"):
            approve(self.ws, JANUARI, oleh=nama, langkah=None, catatan="", waktu=saat(hari))
        finalize(self.ws, JANUARI, tanggal=None, nomor=None, sementara=sementara, waktu=saat(hari), lapor=diam)

    def perbaiki(self, hari: str, pembilang: int) -> None:
        """January is opened again, and Irban I sends another figure."""
        reopen(self.ws, JANUARI, oleh="Ahmad Fauzi", alasan="Irban I membetulkan pembilang.", waktu=saat(hari))
        self.kirim(self.salinan(BULAN, 1), hari, {"Pembilang": pembilang}, Alasan_Perbaikan_Data="Salah hitung.")
        assert self.validate(BULAN, hari).kiriman.status.layak
