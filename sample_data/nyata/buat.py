"""Makes the second sample: a real office's year (evaluasi Renja 2025), by triwulan.

    python -m sample_data.nyata.buat

`renja_2025.csv` holds the published figures. Each quarter is played as it would have gone: the form is made, filled
with the quarter's own additions, and where the office printed a cumulative figure that its own additions do not give,
that figure is typed over the formula of "Realisasi s.d.". The validator finds those, the form goes back, the
formulas are restored, and the second revision is valid. Files are written only here; `alur.toml` tells the story.
"""

from __future__ import annotations

import csv
import shutil
import tempfile
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from kinerja.domain.periode import Periode
from kinerja.master.contoh import example_toml
from kinerja.master.tulis import write_master
from kinerja.pipeline.forms import forms, path_formulir
from kinerja.pipeline.init import buat_workspace
from kinerja.pipeline.progress import diam
from kinerja.pipeline.validate import validate
from sample_data.pengisi import isi_formulir, salin_rumus

SINI = Path(__file__).parent
UNIT = "BPL"
TAHUN = 2025
DESIMAL_MAKS = 6
TANPA_NAMA = "(nama tidak dimuat)"  # the publication names no officials


class Baris(NamedTuple):
    """One published indicator: target of the year, additions and printed cumulative percentages by quarter."""

    kode: str
    nama: str
    satuan: str
    target: Decimal
    tambahan: tuple[Decimal, ...]
    persen: tuple[Decimal, ...]

    def kumulatif(self, tw: int) -> Decimal:
        """Sum of the additions up to and with quarter `tw` (1-4)."""
        return sum(self.tambahan[:tw], Decimal(0))

    def tercetak(self, tw: int) -> Decimal | None:
        """The cumulative figure that the printed percentage stands for, where the additions do not give it."""
        if not self.target:
            return None
        hitung = Fraction(self.kumulatif(tw)) / Fraction(self.target) * 100
        if abs(hitung - Fraction(self.persen[tw - 1])) < Fraction(1, 100_000):
            return None
        nilai = self.persen[tw - 1] * self.target / 100
        return nilai.quantize(Decimal(1).scaleb(-DESIMAL_MAKS), ROUND_HALF_UP).normalize()

    @property
    def desimal(self) -> int:
        """Digits that show every figure of the row in full."""
        semua = [*self.tambahan, *(t for n in range(1, 5) if (t := self.tercetak(n)) is not None)]
        return min(DESIMAL_MAKS, max(max(0, -int(x.normalize().as_tuple().exponent)) for x in semua))


def baca() -> tuple[Baris, ...]:
    """The published rows, in their order."""
    with (SINI / "renja_2025.csv").open(encoding="utf-8", newline="") as f:
        return tuple(
            Baris(
                f"B{r['baris']}", r["indikator"], r["satuan"], Decimal(r["target"]),
                tuple(Decimal(r[f"tw{n}"]) for n in range(1, 5)),
                tuple(Decimal(r[f"persen_tw{n}"]) for n in range(1, 5)),
            )
            for r in csv.DictReader(f)
        )  # fmt: skip


def buat_induk(baris: tuple[Baris, ...]) -> bytes:
    """The master: one unit, annual targets only, as the office published them."""
    return write_master(
        {
            "Instansi": [
                ("Nama Instansi", "Bappedalitbang"), ("Pemerintah Daerah", "Pemerintah Kabupaten Deli Serdang"),
                ("Tempat", "Lubuk Pakam"), ("Tahun", TAHUN), ("Tujuan Laporan", "Bupati"),
            ],
            "Unit": [(UNIT, "Bappedalitbang", None, "Kepala Bappedalitbang")],
            "Pejabat": [("Kepala", "Kepala Bappedalitbang", TANPA_NAMA, None, None, date(TAHUN, 1, 1), None)],
            "Tim": [("Ketua", TANPA_NAMA, None, "Sekretaris")],
            "Sasaran": [("S1", "Terlaksananya Rencana Kerja Bappedalitbang Tahun 2025")],
            "Indikator": [
                (
                    b.kode, "S1", b.nama, b.satuan, None, "Angka", "Maksimal", None, "Jumlah", None, "Triwulanan", None,
                    b.desimal, None, None, None, "Tidak",
                )
                for b in baris
            ],
            "Target": [(b.kode, UNIT, *[None] * 12, b.target) for b in baris],
        },
        tahun=TAHUN,
    )  # fmt: skip


def main() -> None:
    """Write induk.xlsx, kinerja.toml, masuk/ and alur.toml beside this file."""
    baris = baca()
    induk = buat_induk(baris)
    setelan = example_toml("bantul", TAHUN, "triwulanan")
    tahap: list[str] = []
    shutil.rmtree(SINI / "masuk", ignore_errors=True)
    with tempfile.TemporaryDirectory() as sementara:
        ws = buat_workspace(Path(sementara) / "kerja", induk, setelan, datetime(TAHUN, 1, 2))
        for tw in range(1, 5):
            periode = Periode.parse(f"{TAHUN}-TW{tw}")
            bulan, tahun = (periode.bulan_akhir % 12) + 1, TAHUN + (tw == 4)
            hari = [datetime(tahun, bulan, h, 9) for h in (1, 3, 4, 5, 6)]
            forms(ws, periode, unit=None, waktu=hari[0], lapor=diam)
            kosong = ws.akar / path_formulir(UNIT, periode)
            isian = {
                b.kode: {"Realisasi": float(b.tambahan[tw - 1])}
                | ({"Realisasi s.d.": float(t)} if (t := b.tercetak(tw)) is not None else {})
                for b in baris
            }
            pengesahan = {"Tanggal": f"02/{bulan:02d}/{tahun}"}
            satu = f"masuk/{periode.id}/Evaluasi Renja TW {tw} (final).xlsx"
            _tulis((ws.akar, SINI), satu, isi_formulir(kosong, isian, pengesahan=pengesahan))
            hasil = validate(ws, periode, (), waktu=hari[2], lapor=diam)
            salinan = next(d.path for d in hasil.periode[0].dokumen if d.jenis == "salinan_beranotasi")
            dua = f"masuk/{periode.id}/Evaluasi Renja TW {tw} perbaikan.xlsx"
            _tulis((ws.akar, SINI), dua, salin_rumus(ws.akar / salinan, kosong, "Realisasi s.d."))
            laporan = [periode.id] + [f"{TAHUN}-S{tw // 2}"] * (tw % 2 == 0) + [str(TAHUN)] * (tw == 4)
            tahap += [
                _tahap(hari[0], f'formulir = "{periode.id}"'),
                _tahap(hari[2], f'validasi = "{periode.id}"', _berkas(satu, hari[1])),
                _tahap(hari[4], f'validasi = "{periode.id}"', _berkas(dua, hari[3]), f"laporan = {_daftar(laporan)}"),
            ]
            validate(ws, periode, (), waktu=hari[4], lapor=diam)
    (SINI / "induk.xlsx").write_bytes(induk)
    (SINI / "kinerja.toml").write_text(setelan, encoding="utf-8")
    (SINI / "alur.toml").write_text("\n".join(tahap), encoding="utf-8")


def _tulis(akar: tuple[Path, ...], path: str, isi: bytes) -> None:
    for a in akar:
        (a / path).parent.mkdir(parents=True, exist_ok=True)
        (a / path).write_bytes(isi)


def _tahap(waktu: datetime, *baris: str) -> str:
    return "\n".join(["[[tahap]]", f"waktu = {waktu.isoformat()}", *baris, ""])


def _berkas(path: str, diterima: datetime) -> str:
    return f'berkas = [{{ path = "{path}", diterima = {diterima.isoformat()} }}]'


def _daftar(isi: list[str]) -> str:
    return "[" + ", ".join(f'"{x}"' for x in isi) + "]"


if __name__ == "__main__":
    main()
