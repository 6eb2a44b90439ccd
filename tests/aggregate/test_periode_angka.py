"""Figures per indicator: what is due, what is reported, whose target counts, and why a figure is missing."""

from __future__ import annotations

from fractions import Fraction

import pytest
from buat_master import fakta, fakta_rasio, indikator, master, target, unit

from kinerja.aggregate.engine import hitung_periode
from kinerja.aggregate.json import hasil_json
from kinerja.aggregate.model import HasilPeriode
from kinerja.domain.fakta import Fakta
from kinerja.domain.nilai import YA, Predikat, Rentang
from kinerja.domain.periode import Periode
from kinerja.errors import KesalahanProgram
from kinerja.master.model import Master
from kinerja.master.pengaturan import Pengaturan

ATUR = Pengaturan()


def hitung(m: Master, periode: str, *semua: Fakta) -> HasilPeriode:
    return hitung_periode(m, ATUR, Periode.parse(periode), semua, ())


def satu(**medan: object) -> Master:
    """One indicator, one unit, monthly target 4, annual 48."""
    return master([indikator("A", **medan)], [unit("U1")], [target("A", "U1", 4, 48)])


def test_bulan_kosong_menjadi_angka_sementara() -> None:
    c = hitung(satu(), "2026-TW1", fakta("A", "U1", 1, 3), fakta("A", "U1", 3, 5)).capaian_of("A")
    assert (c.target, c.realisasi) == (12, 8)
    assert c.capaian == Fraction(800, 12)
    assert (c.bulan_terisi, c.bulan_wajib, c.unit_terisi, c.unit_wajib) == (2, 3, 1, 1)
    assert c.sementara
    assert c.kategori == "Sedang"
    assert c.rumus == "3 + 5 = 8; 8 / 12 × 100 = 66,67"
    assert c.bulan_dipakai == (1, 3)
    assert [a.berkas for a in c.asal] == ["masuk/U1-01.xlsx", "masuk/U1-03.xlsx"]


def test_tiga_pembanding() -> None:
    semua = [fakta("A", "U1", b, 4 if b < 3 else 8) for b in (1, 2, 3, 4)]
    c = hitung(satu(), "2026-03", *semua).capaian_of("A")
    assert (c.capaian, c.capaian_sd, c.capaian_tahun) == (200, Fraction(1600, 12), Fraction(1600, 48))
    assert (c.realisasi_sd, c.target_sd, c.target_tahun) == (16, 12, 48)
    assert not c.sementara


def test_bulan_sesudah_periode_tidak_ikut() -> None:
    tanpa = hitung(satu(), "2026-01", fakta("A", "U1", 1, 4))
    dengan = hitung(satu(), "2026-01", fakta("A", "U1", 1, 4), fakta("A", "U1", 2, 9))
    assert tanpa == dengan


def test_tidak_diukur_pada_periode_ini() -> None:
    bulan = {6: 50, 12: 60}
    m = master(
        [indikator("A", frekuensi="Semesteran", konsolidasi_periode="Terakhir")],
        [unit("U1")],
        [target("A", "U1", bulan, 60)],
    )
    c = hitung(m, "2026-07", fakta("A", "U1", 6, 45)).capaian_of("A", "U1")
    assert (c.target, c.realisasi, c.capaian, c.kategori) == (None, None, None, None)
    assert c.alasan == "tidak diukur pada periode ini; diukur pada Juni dan Desember"
    assert (c.bulan_terisi, c.bulan_wajib, c.unit_terisi, c.unit_wajib, c.sementara) == (0, 0, 0, 0, False)
    assert (c.realisasi_sd, c.capaian_sd, c.capaian_tahun) == (45, 90, 75)
    awal = hitung(m, "2026-01").capaian_of("A")
    assert (awal.target_sd, awal.realisasi_sd, awal.target_tahun) == (None, None, 60)
    assert awal.alasan_sd == awal.alasan


def test_nilai_di_luar_bulan_wajib_diabaikan() -> None:
    m = master(
        [indikator("A", frekuensi="Triwulanan")], [unit("U1")], [target("A", "U1", {3: 5, 6: 5, 9: 5, 12: 5}, 20)]
    )
    c = hitung(m, "2026-TW1", fakta("A", "U1", 2, 100), fakta("A", "U1", 3, 4)).capaian_of("A")
    assert (c.realisasi, c.bulan_wajib, c.bulan_terisi) == (4, 1, 1)


def test_hanya_target_tahunan() -> None:
    m = master([indikator("A")], [unit("U1")], [target("A", "U1", {}, 10)])
    c = hitung(m, "2026-TW1", *(fakta("A", "U1", b, 1) for b in (1, 2, 3))).capaian_of("A")
    assert (c.target, c.capaian, c.alasan, c.alasan_sd) == (None, None, "hanya target tahunan", "hanya target tahunan")
    assert (c.realisasi, c.realisasi_sd, c.capaian_tahun) == (3, 3, 30)
    setahun = hitung(m, "2026", *(fakta("A", "U1", b, 1) for b in (1, 2, 3))).capaian_of("A")
    assert (setahun.target, setahun.capaian, setahun.capaian_tahun) == (10, 30, 30)


def test_target_nol_tidak_dapat_dihitung() -> None:
    m = master([indikator("A")], [unit("U1")], [target("A", "U1", 0, 0)])
    c = hitung(m, "2026-01", fakta("A", "U1", 1, 5)).capaian_of("A")
    assert (c.realisasi, c.capaian, c.kategori) == (5, None, None)
    assert c.alasan == "tidak dapat dihitung: target 0"


def test_belum_dilaporkan() -> None:
    c = hitung(satu(), "2026-01").capaian_of("A", "U1")
    assert (c.target, c.realisasi, c.capaian) == (4, None, None)
    assert c.alasan == "tidak dapat dihitung: realisasi belum ada"
    assert (c.bulan_terisi, c.bulan_wajib, c.unit_terisi, c.unit_wajib) == (0, 1, 0, 1)


def test_nol_adalah_data() -> None:
    c = hitung(satu(), "2026-01", fakta("A", "U1", 1, 0)).capaian_of("A")
    assert (c.realisasi, c.capaian, c.bulan_terisi) == (0, 0, 1)


def dua_unit(konsolidasi_unit: str, baris_instansi: bool = False, **medan: object) -> Master:
    rows = [target("A", "U1", 4, 48), target("A", "U2", 6, 72)]
    if baris_instansi:
        rows.append(target("A", None, 20, 240))
    return master([indikator("A", konsolidasi_unit=konsolidasi_unit, **medan)], [unit("U1"), unit("U2")], rows)


def test_target_instansi_dari_unit_atau_barisnya_sendiri() -> None:
    semua = (fakta("A", "U1", 1, 4), fakta("A", "U2", 1, 3))
    jumlah = hitung(dua_unit("Jumlah"), "2026-01", *semua).capaian_of("A")
    assert (jumlah.target, jumlah.realisasi, jumlah.capaian, jumlah.target_tahun) == (10, 7, 70, 120)
    rata = hitung(dua_unit("Rata-rata"), "2026-01", *semua).capaian_of("A")
    assert (rata.target, rata.realisasi, rata.capaian) == (5, Fraction(7, 2), 70)
    sendiri = hitung(dua_unit("Jumlah", baris_instansi=True), "2026-01", *semua).capaian_of("A")
    assert (sendiri.target, sendiri.realisasi, sendiri.target_tahun) == (20, 7, 240)


def test_kelengkapan_dua_unit() -> None:
    semua = [fakta("A", "U1", b, 4) for b in (1, 2, 3)] + [fakta("A", "U2", b, 6) for b in (1, 3)]
    c = hitung(dua_unit("Jumlah"), "2026-TW1", *semua).capaian_of("A")
    assert (c.bulan_terisi, c.bulan_wajib, c.unit_terisi, c.unit_wajib) == (2, 3, 2, 2)
    assert (c.realisasi, c.target) == (24, 30)
    c = hitung(dua_unit("Jumlah"), "2026-TW1", *semua[:3]).capaian_of("A")
    assert (c.bulan_terisi, c.unit_terisi, c.realisasi) == (0, 1, 12)


def test_rasio_antarunit_dari_bagian_mentah() -> None:
    i = indikator("A", tipe="Rasio", satuan="%", konsolidasi_unit="Rasio")
    m = master([i], [unit("U1"), unit("U2")], [target("A", "U1", 80, 80), target("A", "U2", 80, 80)])
    semua = (fakta_rasio(i, "U1", 1, (9, 10)), fakta_rasio(i, "U2", 1, (10, 30)), fakta_rasio(i, "U2", 2, (5, 10)))
    c = hitung(m, "2026-01", *semua).capaian_of("A")
    assert (c.realisasi, c.capaian) == (Fraction(1900, 40), Fraction(1900, 40) / 80 * 100)
    assert c.rumus == "(9 + 10) / (10 + 30) × 100 = 47,5; 47,5 / 80 × 100 = 59,38"
    tw = hitung(m, "2026-TW1", *semua).capaian_of("A")
    assert (tw.realisasi, tw.target) == (48, 80)


def test_rasio_dengan_target_unit_berbeda_perlu_baris_instansi() -> None:
    i = indikator("A", tipe="Rasio", konsolidasi_unit="Rasio")
    m = master([i], [unit("U1"), unit("U2")], [target("A", "U1", 80, 80), target("A", "U2", 90, 90)])
    c = hitung(m, "2026-01", fakta_rasio(i, "U1", 1, (9, 10))).capaian_of("A")
    assert c.capaian is None
    assert c.alasan == "tidak dapat dihitung: target unit berbeda, baris target instansi belum ada"


def test_unit_dan_induknya_dihitung_masing_masing_sekali() -> None:
    m = master(
        [indikator("A", konsolidasi_unit="Jumlah")],
        [unit("SEK"), unit("SUB1", "SEK"), unit("SUB2", "SEK"), unit("IRB1")],
        [target("A", u, n, 12 * n) for u, n in (("SEK", 10), ("SUB1", 4), ("SUB2", 6), ("IRB1", 5))],
    )
    semua = [fakta("A", u, 1, n) for u, n in (("SEK", 8), ("SUB1", 3), ("SUB2", 5), ("IRB1", 5))]
    hasil = hitung(m, "2026-01", *semua)
    c = hasil.capaian_of("A")
    assert (c.target, c.realisasi) == (25, 21)
    assert (c.unit_terisi, c.unit_wajib) == (4, 4)
    assert any("masing-masing sekali" in k for k in hasil.kebijakan)
    [sek] = [a for a in hasil.agregat if a.kode == "SEK"]
    assert (sek.indikator, sek.capaian) == (1, 80)
    assert [x.unit for x in hasil.capaian] == [None, "SEK", "SUB1", "SUB2", "IRB1"]


def test_predikat_dan_ya_tidak() -> None:
    skala = {t: Predikat(t, n) for n, t in enumerate(("D", "C", "CC", "B", "BB", "A", "AA"), 1)}
    predikat = indikator("P", tipe="Predikat", satuan="SAKIP", frekuensi="Tahunan", konsolidasi_periode="Terakhir")
    ya = indikator("Y", tipe="Ya/Tidak", frekuensi="Tahunan", konsolidasi_periode="Terakhir")
    m = master(
        [predikat, ya],
        [unit("U1")],
        [target("P", "U1", {12: skala["BB"]}, skala["BB"]), target("P", None, {12: skala["A"]}, skala["A"]),
         target("Y", "U1", {12: YA}, YA)],
    )  # fmt: skip
    hasil = hitung(m, "2026", fakta("P", "U1", 12, skala["B"]), fakta("Y", "U1", 12, YA))
    assert hasil.capaian_of("P", "U1").capaian == 80
    assert hasil.capaian_of("P").capaian == Fraction(400, 6)
    assert hasil.capaian_of("Y").capaian == 100
    assert any("kesepakatan" in k for k in hasil.kebijakan)
    baris = hasil_json(hasil)["capaian"]
    assert (baris[0]["target"], baris[0]["realisasi"]) == ("A", "B")
    assert baris[2]["target_tahun"] == "Ya"


def test_rentang() -> None:
    i = indikator("A", polaritas="Rentang Maksimal", konsolidasi_periode="Rata-rata")
    batas = Rentang(Fraction(80), Fraction(90))
    m = master([i], [unit("U1")], [target("A", "U1", dict.fromkeys(range(1, 13), batas), batas)])
    hasil = hitung(m, "2026-02", fakta("A", "U1", 1, 70), fakta("A", "U1", 2, 92))
    c = hasil.capaian_of("A")
    assert (c.capaian, c.capaian_sd) == (Fraction(9200, 90), 100)
    assert hasil_json(hasil)["capaian"][0]["target"] == "80–90"


def test_tanpa_pelapor_dan_tanpa_target() -> None:
    m = master([indikator("A"), indikator("B")], [unit("U1")], [target("A", None, 4, 48)])
    hasil = hitung(m, "2026-01", fakta("A", "U1", 1, 4))
    assert hasil.capaian_of("A").alasan == "tidak dapat dihitung: tidak ada unit yang melaporkan indikator ini"
    assert hasil.capaian_of("B").alasan == "tidak dapat dihitung: target belum ditetapkan"


def test_dua_fakta_di_satu_tempat_adalah_kesalahan_program() -> None:
    with pytest.raises(KesalahanProgram, match="dua nilai untuk A, unit U1, bulan 1"):
        hitung(satu(), "2026-01", fakta("A", "U1", 1, 4), fakta("A", "U1", 1, 5))


def test_json_sesuai_kontrak() -> None:
    hasil = hitung_periode(satu(), ATUR, Periode.parse("2026-TW1"), [fakta("A", "U1", 1, "12.5")], ())
    assert hasil_json(hasil)["capaian"][0] == {
        "indikator": "A", "unit": None, "target": "12", "realisasi": "12.5", "capaian": "104.166666666667",
        "target_sd": "12", "realisasi_sd": "12.5", "capaian_sd": "104.166666666667", "target_tahun": "48",
        "capaian_tahun": "26.041666666667", "kategori": "Sangat Tinggi", "bulan_terisi": 1, "bulan_wajib": 3,
        "unit_terisi": 1, "unit_wajib": 1, "alasan": None,
    }  # fmt: skip


def test_rasio_rata_rata_beberapa_unit_memakai_bagian_mentah_dan_menyebutkannya() -> None:
    i = indikator("A", tipe="Rasio", konsolidasi_periode="Rata-rata", konsolidasi_unit="Rasio")
    m = master([i], [unit("U1"), unit("U2")], [target("A", "U1", 80, 80), target("A", "U2", 80, 80)])
    semua = [fakta_rasio(i, "U1", 1, (1, 2)), fakta_rasio(i, "U1", 2, (1, 1)), fakta_rasio(i, "U2", 1, (1, 5))]
    hasil = hitung(m, "2026-02", *semua)
    assert hasil.capaian_of("A", "U1").realisasi_sd == 75
    assert hasil.capaian_of("A").realisasi_sd == Fraction(300, 8)
    assert any("dirata-rata antarbulan" in k for k in hasil.kebijakan)
