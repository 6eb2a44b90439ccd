"""Rows of the reports' tables: totals, evidence brought together, quotations shared out."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import contoh_hasil as contoh

from kinerja.domain.periode import JenisPeriode
from kinerja.render.views import narasi_sebab, tabel
from kinerja.render.views.bukti import gabung_bukti

HASIL = contoh.hasil("2026-03")
BULAN = JenisPeriode.BULAN


def test_jumlah_anggaran_tidak_bergantung_pada_bentuk_kode() -> None:
    """Kegiatan below a Program by their place in the sheet, not by their Kode, are not counted twice."""
    baris = [replace(s, kode=f"{s.jenis[0]}{n}") for n, s in enumerate(HASIL.anggaran)]
    _, total = tabel.anggaran(replace(HASIL, anggaran=tuple(baris)), 2)
    assert total == tabel.anggaran(HASIL, 2)[1]
    assert (total["pagu"], total["serapan"]) == ("2.000.000.000", "80,43")


def test_bukti_sejenis_disebut_sekali() -> None:
    butir = [(f"Register {b} 2026, lembar 0{n}.xlsx", n) for n, b in enumerate(("Januari", "Februari", "Mar"), 1)]
    assert gabung_bukti(butir, BULAN) == "Register Januari 2026, lembar 01.xlsx dan yang sejenis (Jan–Mar)"
    lain: list[tuple[str | None, int]] = [("Rekap  A", 1), (None, 2), ("rekap b", 2), (" ", 3), ("Rekap A", 3)]
    assert gabung_bukti(lain, BULAN) == "Rekap A; rekap b"
    assert gabung_bukti([("Marka jalan 1", 3), ("Mei 2 marka", 5)], BULAN) == "Marka jalan 1; Mei 2 marka"


def test_kutipan_berlebih_merujuk_tabel_dan_tindak_lanjut_tidak_hilang() -> None:
    contoh_uraian = HASIL.uraian[0]
    uraian = tuple(
        replace(contoh_uraian, indikator="IKU-01", bulan=n, faktor_penghambat=f"hambatan {n}",
                tindak_lanjut=f"langkah {n}" if n < 3 else None)
        for n in range(1, 9)
    )  # fmt: skip
    c = replace(HASIL.capaian_of("IKU-01"), capaian=Fraction(80))
    hambat, lanjut = narasi_sebab.sebab(c, replace(HASIL, uraian=uraian), {}, 2)
    assert hambat.count("hambatan") == narasi_sebab.BATAS_KUTIPAN
    assert hambat.endswith(f"; {narasi_sebab.LEBIH}.")
    assert lanjut.count("langkah") == 2
    assert narasi_sebab.LEBIH not in lanjut


def test_status_yang_sama_satu_baris() -> None:
    satu = replace(HASIL.uraian[0], indikator="IKU-01", bulan=3)
    uraian = tuple(
        replace(satu, unit=u, status_tindak_lanjut_lalu=s)
        for u, s in (("IRB1", "Selesai"), ("IRB2", "Berjalan"), ("IRB3", "Selesai "), ("IRB4", None))
    )
    baris = tabel.tindak_lanjut_lalu(contoh.master(), replace(HASIL, uraian=uraian))
    assert [(b["no"], b["unit"], b["status"]) for b in baris] == [
        ("1", "Inspektur Pembantu I; Inspektur Pembantu III", "Selesai"), ("2", "Inspektur Pembantu II", "Berjalan"),
    ]  # fmt: skip
