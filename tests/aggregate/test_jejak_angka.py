"""Every figure explains itself: its formula ends in the figure, its months and cells are those that decided it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from buat_master import anggaran, belanja, fakta, fakta_rasio, indikator, master, target, unit

from kinerja.aggregate.anggaran import hitung_anggaran
from kinerja.aggregate.engine import hitung_periode
from kinerja.aggregate.figur import tempat_instansi, tempat_unit
from kinerja.aggregate.indeks import Indeks, make_indeks
from kinerja.aggregate.jejak import ANGKA, CAPAIAN, JejakCapaian, jejak_capaian
from kinerja.aggregate.jejak_rata import jejak_rata
from kinerja.aggregate.model import HasilPeriode
from kinerja.domain.angka import format_angka, format_ringkas
from kinerja.domain.periode import Periode
from kinerja.domain.rumus import digit_rumus
from kinerja.master.model import Master
from kinerja.master.pengaturan import Pengaturan
from kinerja.sources import CellRef

PENGATURAN = Pengaturan()
RASIO = indikator("R", tipe="Rasio", satuan="%", konsolidasi_periode="Jumlah", konsolidasi_unit="Rasio")
DAFTAR = (
    indikator("J", konsolidasi_unit="Jumlah"),
    indikator("M", konsolidasi_periode="Rata-rata", konsolidasi_unit="Rata-rata"),
    indikator("T", konsolidasi_periode="Terakhir", konsolidasi_unit="Jumlah", bobot=Fraction(2)),
    indikator("X", konsolidasi_periode="Maksimum", konsolidasi_unit="Rata-rata", frekuensi="Triwulanan"),
    RASIO,
    indikator("N", sasaran="S2"),
)
HURUF = {("Target", j): h for j, h in zip(("Indikator", "Jan", "Feb", "Mar", "Tahun"), "ACDEO", strict=True)}


def _master() -> Master:
    target_ = [
        replace(target(i.kode, u, 4 + n, 50 + n), sumber=CellRef("induk.xlsx", "Target", f"A{2 * k + n + 2}"))
        for k, i in enumerate(DAFTAR[:-1])
        for n, u in enumerate(("A", "B"))
    ]
    return master(
        DAFTAR,
        [unit("A"), unit("B"), unit("ATAS"), unit("C", "ATAS")],
        [*target_, target("N", None, 0, 0), target("N", "C", 0, 0)],
        anggaran=(anggaran("1", "Program", None), anggaran("1.1", "Sub Kegiatan", 200, unit="A", sasaran="S1")),
        huruf=HURUF,
    )


FAKTA = (
    *(fakta(k, u, b, b + n) for k in ("J", "M", "T") for n, u in enumerate(("A", "B")) for b in (1, 2, 3)
      if (u, b) != ("B", 2)),
    fakta("X", "A", 3, 7), fakta("X", "B", 3, 8),
    *(fakta_rasio(RASIO, u, b, (b + 3, 7)) for u in ("A", "B") for b in (1, 2, 3)),
    fakta("N", "C", 1, 5),
)  # fmt: skip


@pytest.fixture(scope="module")
def hitungan() -> tuple[Indeks, HasilPeriode]:
    m, p = _master(), Periode.parse("2026-TW1")
    return make_indeks(m, PENGATURAN, 2026, FAKTA), hitung_periode(
        m, PENGATURAN, p, FAKTA, (belanja("1.1", "A", 2, 50),)
    )


def _jejak(hitungan: tuple[Indeks, HasilPeriode], kode: str, milik: str | None = None) -> JejakCapaian:
    ix, hasil = hitungan
    i = ix.master.indikator_by_kode(kode)
    tempat = tempat_instansi(ix, i) if milik is None else tempat_unit(ix, i, milik)
    assert tempat is not None
    return jejak_capaian(ix, i, tempat, hasil.capaian_of(kode, milik))


def test_setiap_rumus_berakhir_pada_angkanya(hitungan: tuple[Indeks, HasilPeriode]) -> None:
    ix, hasil = hitungan
    rumus = 0
    for c in hasil.capaian:
        i = ix.master.indikator_by_kode(c.indikator)
        j = _jejak(hitungan, c.indikator, c.unit)
        assert [x.angka for x in j.langkah] == list(ANGKA)
        for x in j.langkah:
            assert x.nilai == getattr(c, x.angka)
            assert (x.nilai is None) == (x.alasan is not None), (c.indikator, x)
            if x.rumus is not None and isinstance(x.nilai, Fraction):
                rumus += 1
                tercetak = format_angka(x.nilai, 2) if x.angka in CAPAIAN else format_ringkas(x.nilai, digit_rumus(i))
                assert x.rumus.rpartition("= ")[2] == tercetak
            for b in x.bagian:
                if b.rumus is not None and isinstance(b.nilai, Fraction):
                    assert b.rumus.rpartition("= ")[2] == format_ringkas(b.nilai, digit_rumus(i))
    assert rumus > 60


def test_bulan_kosong_dan_bulan_penentu_disebut(hitungan: tuple[Indeks, HasilPeriode]) -> None:
    j = _jejak(hitungan, "J")
    assert j.belum == (("B", 2),)
    assert [(b.unit, b.rumus, b.bulan) for b in j.langkah_of("realisasi").bagian] == [
        ("A", "1 + 2 + 3 = 6", (1, 2, 3)),
        ("B", "2 + 4 = 6", (1, 3)),
    ]
    assert j.dipakai == {("A", 1), ("A", 2), ("A", 3), ("B", 1), ("B", 3)}
    assert _jejak(hitungan, "T").dipakai == {("A", 3), ("B", 3)}


def test_sel_target_hanya_yang_menentukan(hitungan: tuple[Indeks, HasilPeriode]) -> None:
    sel = [(t.unit, t.bulan, t.sel.sel) for t in _jejak(hitungan, "J").target]
    assert sel == [
        ("A", 1, "C2"), ("A", 2, "D2"), ("A", 3, "E2"), ("A", None, "O2"),
        ("B", 1, "C3"), ("B", 2, "D3"), ("B", 3, "E3"), ("B", None, "O3"),
    ]  # fmt: skip
    # Terakhir looks at one month, and so does the target of a ratio.
    assert [t.bulan for t in _jejak(hitungan, "T", "A").target] == [3, None]
    assert [t.bulan for t in _jejak(hitungan, "R", "A").target] == [3, None]


def test_target_nol_menyebut_alasannya(hitungan: tuple[Indeks, HasilPeriode]) -> None:
    j = _jejak(hitungan, "N")
    assert j.langkah_of("capaian").alasan == "tidak dapat dihitung: target 0"
    assert j.langkah_of("realisasi").nilai == 5


def test_rata_rata_terurai(hitungan: tuple[Indeks, HasilPeriode]) -> None:
    ix, hasil = hitungan
    uang = hitung_anggaran(ix, hasil.periode, (belanja("1.1", "A", 2, 50),))
    for a in hasil.agregat:
        j = jejak_rata(ix, hasil, uang, a)
        ada = [(x.dihitung, x.bobot) for x in j.anggota if x.dihitung is not None]
        assert (len(ada), len(j.anggota)) == (a.indikator_dihitung, a.indikator)
        if a.capaian is None:
            assert j.rumus is None
        else:
            jumlah = sum((n * b for n, b in ada), Fraction(0))
            assert jumlah / sum((b for _, b in ada), Fraction(0)) == a.capaian
            assert j.rumus is not None
            assert j.rumus.endswith(f"= {format_angka(a.capaian, 2)}")
        assert j.uang.serapan == a.serapan
    s1, _, *_ = hasil.agregat
    assert jejak_rata(ix, hasil, uang, s1).rumus_serapan == "50 / 200 × 100 = 25,00"


def test_target_yang_baru_ada_di_tengah_tahun() -> None:
    m, p = _master(), Periode.parse("2026-TW1")
    baru = frozenset({1, 2})
    m = replace(
        m,
        target=tuple(
            replace(t, belum_berlaku=baru, bulan={b: n for b, n in t.bulan.items() if b not in baru})
            if (t.indikator, t.unit) == ("J", "B")
            else t
            for t in m.target
        ),
    )
    fakta_ = [f for f in FAKTA if (f.indikator, f.unit) != ("J", "B")]
    ix, hasil = make_indeks(m, PENGATURAN, 2026, fakta_), hitung_periode(m, PENGATURAN, p, fakta_, ())
    j = _jejak((ix, hasil), "J")
    assert j.belum == (("B", 3),)  # before March it had nothing to report
    x = j.langkah_of("target_sd")
    assert (x.nilai, x.rumus) == (17, "12 + 5 = 17")
    assert [(b.unit, b.rumus, b.bulan) for b in x.bagian] == [("A", "4 + 4 + 4 = 12", (1, 2, 3)), ("B", None, (3,))]
    assert [(t.unit, t.bulan) for t in j.target if t.unit == "B"] == [("B", 3), ("B", None)]
