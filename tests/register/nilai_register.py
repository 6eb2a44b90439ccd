"""Small values for the register's tests."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from kinerja.domain.fakta import Fakta, FaktaAnggaran, Uraian
from kinerja.domain.kiriman import IsiKiriman
from kinerja.findings import Finding, Tingkat
from kinerja.register.model import Kiriman
from kinerja.sources import Asal, CellRef

Kirim = Callable[..., Kiriman]

KINERJA = "Data Kinerja"


def temuan(
    kode: str,
    indikator: str | None = None,
    medan: str | None = None,
    sel: str = "L12",
    tingkat: Tingkat = Tingkat.GALAT,
) -> Finding:
    return Finding(
        kode=kode, tingkat=tingkat, sumber=CellRef("masuk/a.xlsx", KINERJA, sel), pesan=f"pesan {kode}",
        saran="perbaiki", indikator=indikator, medan=medan, tertulis="x", diharapkan=None,
    )  # fmt: skip


def isi(kiriman: Kiriman, nilai: str = "139/50") -> IsiKiriman:
    assert kiriman.unit is not None
    assert kiriman.periode is not None
    assert kiriman.revisi is not None
    asal = Asal(berkas=kiriman.path, sha256=kiriman.sha256, revisi=kiriman.revisi, lembar=KINERJA, sel="L12")
    tahun, bulan = int(kiriman.periode[:4]), int(kiriman.periode[5:])
    tempat: dict[str, Any] = {"unit": kiriman.unit, "tahun": tahun, "bulan": bulan, "asal": asal}
    return IsiKiriman(
        fakta=(
            Fakta(indikator="IKU-02", nilai=Fraction(nilai), **tempat),
            Fakta(
                indikator="IKU-01", nilai=Fraction(575, 9), pembilang=Fraction(23), penyebut=Fraction(36), **tempat
            ),
        ),
        anggaran=(FaktaAnggaran(kode="6.01.01", realisasi=Fraction("5569088920.25"), **tempat),),
        uraian=(
            Uraian(
                indikator="IKU-01", faktor_pendorong="Tim & data “siap”", faktor_penghambat=None, tindak_lanjut="=1+1",
                data_pendukung="lhp.pdf", status_tindak_lanjut_lalu=None, **tempat,
            ),
        ),
    )  # fmt: skip
