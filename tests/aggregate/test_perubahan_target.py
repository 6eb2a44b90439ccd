"""PK perubahan: each month against the targets of the version in force, the year against the latest, and said so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction

from buat_master import fakta, fakta_rasio, indikator, master, target, unit

from kinerja.aggregate.engine import hitung_periode
from kinerja.aggregate.model import HasilPeriode
from kinerja.domain.fakta import Fakta
from kinerja.domain.nilai import Rentang
from kinerja.domain.periode import Periode
from kinerja.master.model import Master, Target
from kinerja.master.pengaturan import Pengaturan
from kinerja.master.perubahan import master_berlaku

LAMA, KINI = "aaaaaaaaaaaa", "bbbbbbbbbbbb"
AWAL = range(1, 7)  # months whose forms were made from the older version
BULANAN: Mapping[int, int] = dict.fromkeys(range(1, 13), 10)


def induk(versi: str, rows: Iterable[Target], **medan: object) -> Master:
    """Indicator A; units U1 and U2."""
    daftar = [indikator("A", **{"konsolidasi_unit": "Jumlah", **medan})]
    return replace(master(daftar, [unit("U1"), unit("U2")], rows), versi=versi)


def bulan(awal: int, akhir: int) -> dict[int, Fraction]:
    """One target up to June, another from July on."""
    return {b: Fraction(awal if b in AWAL else akhir) for b in range(1, 13)}


def berlaku(kini: Master, lama: Master, bulan_lama: Iterable[int] = AWAL) -> Master:
    """Forms of these months were made from `lama`, whatever the unit."""
    peta = {(u, b): lama.versi for u in (None, "U1", "U2") for b in bulan_lama}
    return master_berlaku(kini, {lama.versi: lama}, peta, (lama.versi, kini.versi))


def hitung(m: Master, periode: str, semua: Iterable[Fakta]) -> HasilPeriode:
    return hitung_periode(m, Pengaturan(), Periode.parse(periode), list(semua), ())


def catatan(hasil: HasilPeriode) -> list[str]:
    return [k for k in hasil.kebijakan if "versi" in k]


def setahun(n: int, kode_unit: str = "U1", sampai: int = 12) -> list[Fakta]:
    return [fakta("A", kode_unit, b, n) for b in range(1, sampai + 1)]


def test_bulan_memakai_target_waktu_itu_dan_tahun_yang_terakhir() -> None:
    kini = induk(KINI, [target("A", "U1", 20, 240)])
    m = berlaku(kini, induk(LAMA, [target("A", "U1", 10, 120)]))
    juni = hitung(m, "2026-06", setahun(10, sampai=6)).capaian_of("A")
    assert (juni.target, juni.capaian, juni.target_sd, juni.capaian_sd) == (10, 100, 60, 100)
    assert (juni.target_tahun, juni.capaian_tahun) == (240, 25)
    agustus = hitung(m, "2026-08", setahun(10, sampai=8))
    c = agustus.capaian_of("A")
    assert (c.target, c.capaian, c.target_sd, c.target_tahun) == (20, 50, 100, 240)
    assert c == replace(agustus.capaian_of("A", "U1"), unit=None)
    assert catatan(agustus) == [
        (
            f"A (U1): target Januari–Juni 10,00 (induk versi {LAMA}, yang berlaku waktu itu); "
            "di induk yang sekarang 20,00."
        ),
        f"A (U1): target tahunan 240,00, semula 120,00 (induk versi {LAMA}).",
    ]
    setengah = hitung(m, "2026-S1", setahun(10, sampai=6)).capaian_of("A")
    assert (setengah.target, setengah.capaian) == (60, 100)
    tahun = hitung(m, "2026", setahun(10)).capaian_of("A")
    assert (tahun.target, tahun.target_tahun, tahun.capaian_tahun) == (180, 240, 50)


def test_catatan_hanya_bulan_yang_sudah_lewat() -> None:
    lama = induk(LAMA, [target("A", "U1", 10, 120)])
    m = berlaku(induk(KINI, [target("A", "U1", bulan(20, 10), 180)]), lama)
    assert catatan(hitung(m, "2026-02", setahun(9)))[0].startswith("A (U1): target Jan, Feb 10,00")


def test_salah_ketik_yang_dibetulkan_tidak_mengubah_apa_pun() -> None:
    rows = [target("A", "U1", 10, 120)]
    kini = induk(KINI, rows, nama="Indikator A yang namanya dibetulkan")
    m = berlaku(kini, induk(LAMA, rows))
    assert m.perubahan == ()
    assert hitung(m, "2026-08", setahun(9)) == hitung(kini, "2026-08", setahun(9))


def test_triwulanan() -> None:
    triwulan = {3: 5, 6: 5, 9: 5, 12: 5}
    kini = induk(KINI, [target("A", "U1", dict.fromkeys(triwulan, 8), 32)], frekuensi="Triwulanan")
    m = berlaku(kini, induk(LAMA, [target("A", "U1", triwulan, 20)], frekuensi="Triwulanan"), (3, 6))
    semua = [fakta("A", "U1", b, 4) for b in (3, 6, 9)]
    c = hitung(m, "2026-TW3", semua).capaian_of("A")
    assert (c.target, c.capaian, c.target_sd, c.target_tahun) == (8, 50, 18, 32)
    assert hitung(m, "2026-TW2", semua).capaian_of("A").capaian == 80
    assert "target Mar, Jun 5,00" in catatan(hitung(m, "2026-TW3", semua))[0]


def test_hanya_target_tahunan() -> None:
    m = berlaku(induk(KINI, [target("A", "U1", {}, 60)]), induk(LAMA, [target("A", "U1", {}, 40)]))
    hasil = hitung(m, "2026-08", setahun(5, sampai=8))
    c = hasil.capaian_of("A")
    assert (c.alasan, c.alasan_sd, c.target_tahun) == ("hanya target tahunan", "hanya target tahunan", 60)
    assert c.capaian_tahun == Fraction(4000, 60)
    assert catatan(hasil) == [f"A (U1): target tahunan 60,00, semula 40,00 (induk versi {LAMA})."]


def test_tahunan_menjadi_bulanan_tidak_ditebak() -> None:
    m = berlaku(induk(KINI, [target("A", "U1", 10, 120)]), induk(LAMA, [target("A", "U1", {}, 120)]))
    juli = hitung(m, "2026-07", setahun(10, sampai=7)).capaian_of("A")
    assert (juli.target, juli.capaian, juli.target_sd) == (10, 100, None)
    assert juli.alasan_sd is not None
    assert juli.alasan_sd.startswith("tidak dapat dihitung: target Januari, Februari")
    assert "target Januari–Juni kosong" in catatan(hitung(m, "2026-07", setahun(10)))[0]


def test_target_tahun_kosong_dari_bulan_induk_yang_sekarang() -> None:
    m = berlaku(induk(KINI, [target("A", "U1", 20, None)]), induk(LAMA, [target("A", "U1", 10, None)]))
    assert hitung(m, "2026-12", setahun(10)).capaian_of("A").target_tahun == 240


def test_unit_baru_di_tengah_tahun_tidak_wajib_sebelumnya() -> None:
    kini = induk(KINI, [target("A", "U1", 10, 120), target("A", "U2", bulan(1, 10), 66)])
    m = berlaku(kini, induk(LAMA, [target("A", "U1", 10, 120)]))
    semua = [*setahun(10, sampai=7), fakta("A", "U2", 7, 5)]
    hasil = hitung(m, "2026-07", semua)
    c = hasil.capaian_of("A")
    assert (c.target, c.realisasi, c.target_sd, c.realisasi_sd) == (20, 15, 80, 75)
    assert (c.bulan_terisi, c.bulan_wajib, c.unit_terisi, c.unit_wajib) == (1, 1, 2, 2)
    tahun = hitung(m, "2026-S1", semua).capaian_of("A")
    assert (tahun.bulan_terisi, tahun.bulan_wajib, tahun.unit_wajib, tahun.sementara) == (6, 6, 1, False)
    sebelum = hitung(m, "2026-03", semua).capaian_of("A", "U2")
    assert (sebelum.target, sebelum.capaian, sebelum.bulan_wajib, sebelum.unit_wajib) == (None, None, 0, 0)
    assert sebelum.alasan == "belum ada target pada periode ini; indikator atau unit ini masuk induk sesudahnya"
    assert sebelum.target_tahun == 66
    dua_pertiga = hitung(m, "2026-TW3", semua).capaian_of("A")
    assert (dua_pertiga.bulan_terisi, dua_pertiga.bulan_wajib) == (1, 3)
    assert catatan(hasil) == [
        f"A (U2) belum ada di induk versi {LAMA} yang dipakai Januari–Juni; dihitung sejak sesudahnya."
    ]


def test_bagian_tahun_dengan_unit_baru() -> None:
    kini = induk(KINI, [target("A", "U1", 10, 120), target("A", "U2", 10, 120)])
    m = berlaku(kini, induk(LAMA, [target("A", "U1", 10, 120)]))
    c = hitung(m, "2026", [*setahun(10), *(fakta("A", "U2", b, 5) for b in range(7, 13))]).capaian_of("A")
    assert (c.target, c.realisasi, c.bulan_terisi, c.bulan_wajib, c.sementara) == (180, 150, 12, 12, False)


def test_indikator_yang_dihapus_disebut_dan_tidak_dihitung() -> None:
    a, b = indikator("A"), indikator("B")
    dulu = master([a, b], [unit("U1")], [target("A", "U1", 10, 120), target("B", "U1", 4, 48)])
    kini = replace(master([a], [unit("U1")], [target("A", "U1", 10, 120)]), versi=KINI)
    m = berlaku(kini, replace(dulu, versi=LAMA))
    hasil = hitung(m, "2026-07", [*setahun(10), *(fakta("B", "U1", n, 4) for n in AWAL)])
    assert {c.indikator for c in hasil.capaian} == {"A"}
    assert catatan(hasil) == [
        (
            f"B (U1) ada di induk versi {LAMA} yang dipakai Januari–Juni, tetapi tidak ada lagi di induk yang sekarang;"
            " angka bulan-bulan itu tidak dihitung."
        )
    ]


def test_bobot_dan_rumus_selalu_dari_induk_yang_sekarang() -> None:
    rows = [target("A", "U1", 10, 120)]
    lama = induk(LAMA, rows, polaritas="Maksimal", bobot=Fraction(10))
    kini = induk(KINI, rows, polaritas="Minimal", rumus_minimal="T/R", bobot=Fraction(90))
    m = berlaku(kini, lama)
    assert hitung(m, "2026-03", setahun(20)).capaian_of("A").capaian == 50
    assert (m.indikator, m.perubahan) == (kini.indikator, ())


def test_target_lama_yang_tidak_lagi_cocok_jenisnya() -> None:
    rentang = Rentang(Fraction(8), Fraction(12))
    kini = induk(KINI, [target("A", "U1", dict.fromkeys(range(1, 13), rentang), rentang)], polaritas="Rentang Maksimal",
                 konsolidasi_periode="Rata-rata")  # fmt: skip
    m = berlaku(kini, induk(LAMA, [target("A", "U1", 10, 120)]))
    c = hitung(m, "2026-08", setahun(10)).capaian_of("A")
    assert (c.capaian, c.capaian_sd) == (100, None)
    assert c.alasan_sd == "tidak dapat dihitung: target tidak dapat digabung"
    assert hitung(m, "2026-03", setahun(10)).capaian_of("A").alasan == "tidak dapat dihitung: target bukan rentang"


def test_rasio_memakai_target_bulan_terakhir() -> None:
    sifat = {"tipe": "Rasio", "satuan": "%", "konsolidasi_periode": "Terakhir", "konsolidasi_unit": "Rasio"}
    i = indikator("A", **sifat)
    kini = induk(KINI, [target("A", u, 90, 90) for u in ("U1", "U2")], **sifat)
    m = berlaku(kini, induk(LAMA, [target("A", u, 80, 80) for u in ("U1", "U2")], **sifat))
    semua = [fakta_rasio(i, u, b, (8, 10)) for u in ("U1", "U2") for b in range(1, 8)]
    assert hitung(m, "2026-06", semua).capaian_of("A").capaian == 100
    c = hitung(m, "2026-07", semua).capaian_of("A")
    assert (c.target, c.target_sd) == (90, 90)
    assert catatan(hitung(m, "2026-07", semua))[0].startswith("A (U1, U2): target Januari–Juni 80,00")


def test_baris_instansi_punya_versinya_sendiri() -> None:
    rows = [target("A", "U1", 10, 120), target("A", "U2", 10, 120)]
    kini = induk(KINI, [*rows, target("A", None, 30, 360)])
    m = berlaku(kini, induk(LAMA, [*rows, target("A", None, 25, 300)]))
    c = hitung(m, "2026-07", [*setahun(10), *setahun(10, "U2")]).capaian_of("A")
    assert (c.target, c.target_sd, c.target_tahun) == (30, 180, 360)


def test_versi_yang_tidak_terbaca_disebut() -> None:
    kini = induk(KINI, [target("A", "U1", 10, 120)])
    m = master_berlaku(kini, {}, {("U1", 1): LAMA, ("U1", 2): LAMA, ("U1", 3): KINI}, (LAMA, KINI))
    hasil = hitung(m, "2026-03", setahun(10))
    assert hasil.capaian_of("A").target_sd == 30
    assert catatan(hasil) == [
        (
            f"Target Jan, Feb dihitung dari induk yang sekarang, karena induk versi {LAMA} yang dipakai waktu itu "
            "tidak tersimpan atau tidak terbaca lagi."
        )
    ]


def test_perubahan_sebelum_ada_versi_lama_tidak_disebut() -> None:
    assert catatan(hitung(induk(KINI, [target("A", "U1", 10, 120)]), "2026-03", setahun(10))) == []
