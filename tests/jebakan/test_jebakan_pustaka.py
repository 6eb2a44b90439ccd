"""Section 10: table libraries take no part in reading forms; what they would change stays as it was typed."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from jebakan.pintu import dengan_sel, nilai
from validate.berkas_kecil import MASTER, TENGGAT, baca, terisi
from validate.dunia_kecil import ANGGARAN_LALU, FAKTA_LALU, PERIODE

from kinerja.domain.angka import json_angka
from kinerja.domain.formulir import Kolom
from kinerja.forms.blank import Pencetak
from kinerja.forms.terbit import terbitkan
from kinerja.master.pengaturan import Pengaturan

AKAR = Path(__file__).parents[2]
_ANAK = """
import sys
from pathlib import Path
from kinerja.workbook import pekerja, reader
from kinerja.workbook.errors import BerkasDitolak

def di_sini(isi, format_berkas):  # the disposable process, without its own
    buku = pekerja.baca(isi, format_berkas)
    assert not isinstance(buku, BerkasDitolak), buku
    return buku

reader._terpisah = di_sini
from kinerja.read.form import read_form
from kinerja.read.intake import Kandidat, temukan
from kinerja.validate import engine
formulir = [k for k in temukan(Path(sys.argv[1]), Path(sys.argv[1])) if isinstance(k, Kandidat)]
terbaca = {f.format for k in formulir if (f := read_form(k).form) is not None}
print(*sorted(terbaca))
print(*sorted({m.partition(".")[0] for m in sys.modules}))
"""


def test_p10_02_tidak_ada_pustaka_tabel_di_jalan_masuk() -> None:
    anak = subprocess.run(
        [sys.executable, "-c", _ANAK, str(AKAR / "sample_data" / "inspektorat" / "masuk" / "2026-08")],
        capture_output=True, text=True, check=True, cwd=AKAR,
    )  # fmt: skip
    format_berkas, modul = (set(b.split()) for b in anak.stdout.splitlines())
    assert format_berkas == {"xlsx", "xls", "ods"}
    assert "xlrd" in modul
    assert not modul & {"pandas", "numpy", "python_calamine", "openpyxl"}


@pytest.mark.parametrize("kode", ["NA", "None", "null", "nan", "TRUE"])
def test_p10_01_kode_yang_mirip_tidak_ada(tmp_path: Path, kode: str) -> None:
    """A unit and an indicator that are called so keep their name."""

    def ganti(x: Any, medan: str, lama: str) -> Any:
        return replace(x, **{medan: kode}) if getattr(x, medan) == lama else x

    master = replace(
        MASTER,
        unit=tuple(ganti(u, "kode", "SEK") for u in MASTER.unit),
        indikator=tuple(ganti(i, "kode", "JML") for i in MASTER.indikator),
        target=tuple(ganti(ganti(t, "indikator", "JML"), "unit", "SEK") for t in MASTER.target),
        anggaran=tuple(ganti(a, "unit", "SEK") for a in MASTER.anggaran),
    )
    lalu = tuple(ganti(ganti(f, "indikator", "JML"), "unit", "SEK") for f in FAKTA_LALU)
    uang = tuple(ganti(a, "unit", "SEK") for a in ANGGARAN_LALU)
    terbit = terbitkan(master, Pengaturan(), kode, PERIODE, lalu, uang)
    isi = terisi(dari=Pencetak(master, Pengaturan()).cetak(terbit, TENGGAT))
    isi = dengan_sel(isi, {"O8": f't="str"|<v>{kode}</v>'})
    hasil = nilai(tmp_path, isi, master=master, unit=kode, terbit=terbit, fakta_lalu=lalu, anggaran_lalu=uang)
    assert hasil.ringkas == []
    assert (hasil.form.identitas.unit, hasil.angka(kode)) == (kode, 4)
    assert {b.kode: b.sel[Kolom.FAKTOR_PENDORONG].nilai for b in hasil.form.baris}[kode] == kode


def test_p10_05_bilangan_bulat_di_samping_sel_kosong(tmp_path: Path) -> None:
    """3 stays 3 although the cell below is empty."""
    hasil = nilai(tmp_path, dengan_sel(terisi(), {"L8": "|<v>3</v>", "L7": "|", "L14": "|"}))
    jml = hasil.angka("JML")
    assert isinstance(jml, Fraction)
    assert json_angka(jml) == "3"


def test_p10_06_teks_berangka_tetap_teks() -> None:
    form = baca(dengan_sel(terisi(), {"R8": 't="str"|<v>00123</v>', "B7": 't="str"|<v>PSN</v>'})).form
    assert form is not None
    assert {b.kode: b.sel[Kolom.DATA_PENDUKUNG].nilai for b in form.baris}["JML"] == "00123"
