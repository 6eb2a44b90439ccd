"""Drafted sentences follow the figures: each situation has its sentence, and no sentence says more than the data."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import Any

import contoh_hasil as contoh
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.aggregate.kecukupan import Kekurangan
from kinerja.aggregate.model import Capaian, Pembanding
from kinerja.domain.angka import format_angka
from kinerja.domain.indikator import Indikator, Polaritas, RumusMinimal, TipeNilai
from kinerja.domain.kebijakan import Kebijakan
from kinerja.domain.kiriman import Status
from kinerja.domain.nilai import TIDAK, YA, Predikat, Rentang
from kinerja.domain.periode import JenisPeriode, Periode
from kinerja.render.views import kelengkapan, narasi
from kinerja.render.views.analisis import sebut_kurang
from kinerja.render.views.cetak import berubah, bilang, poin, rentang_bulan
from kinerja.render.views.narasi_anggaran import efisiensi
from kinerja.render.views.narasi_capaian import banyak_tepat, capaian_indikator, tepat_target, tidak_diukur
from kinerja.render.views.narasi_sebab import sebab

HASIL = contoh.hasil("2026-03")
IKU = contoh.INDIKATOR[0]
DASAR = HASIL.capaian_of("IKU-01")
BANDING = next(p for p in HASIL.pembanding if p.indikator == "IKU-01")


NAMA = IKU.nama


def kata(c: Capaian, p: Pembanding | None = None, i: Indikator = IKU) -> str:
    return " ".join(capaian_indikator(i, c, p, 2))


def ubah(**lain: Any) -> Capaian:
    return replace(DASAR, **lain)


def test_naik_terhadap_kedua_pembanding() -> None:
    assert kata(DASAR, BANDING) == (
        "Indikator Persentase audit kinerja yang selesai tepat waktu sesuai Program Kerja Pengawasan Tahunan belum "
        "mencapai target pada Maret 2026: dari target 80% terealisasi 63,89%, dengan capaian 79,86% (kategori Tinggi). "
        "Capaian itu naik 2,36 poin dari Februari 2026 (77,50%) dan naik 4,86 poin dari Maret 2025 (75,00%)."
    )


def _c(angka: int) -> Fraction:
    return Fraction(angka)


@pytest.mark.parametrize(("dulu", "setahun", "sebut"), [
    (95, None, "Dibandingkan dengan Februari 2026 (95,00%), capaiannya turun 5,00 poin."),
    (90, None, "Capaian itu sama dengan Februari 2026."),
    (None, None, ""),
    (90, 90, "Capaian itu sama dengan Februari 2026 dan Maret 2025."),
    (90, 80, "Capaian itu sama dengan Februari 2026, dan dibandingkan dengan Maret 2025 (80,00%) naik 10,00 poin."),
    (95, 90, "Capaiannya turun 5,00 poin dari Februari 2026 (95,00%), tetapi sama dengan Maret 2025."),
    (95, 98, "Capaian itu turun 5,00 poin dari Februari 2026 (95,00%) dan turun 8,00 poin dari Maret 2025 (98,00%)."),
    (80, 95, "tetapi dibandingkan dengan Maret 2025 (95,00%) turun 5,00 poin."),
    (95, 80, "turun 5,00 poin dari Februari 2026 (95,00%), capaiannya naik 10,00 poin dari Maret 2025 (80,00%)."),
])  # fmt: skip
def test_arah(dulu: int | None, setahun: int | None, sebut: str) -> None:
    p = replace(
        BANDING,
        capaian_sebelumnya=None if dulu is None else _c(dulu),
        capaian_tahun_lalu=None if setahun is None else _c(setahun),
    )
    teks = kata(ubah(capaian=_c(90)), p)
    assert teks.endswith(sebut)
    if not sebut:
        assert not re.search("naik|turun|dibandingkan|sama dengan", teks.replace(NAMA, ""))


def test_perubahan_yang_tercetak_nol_disebut_sama() -> None:
    p = replace(BANDING, capaian_sebelumnya=Fraction(89999, 1000), capaian_tahun_lalu=None)
    assert kata(ubah(capaian=Fraction(90001, 1000)), p).endswith("Capaian itu sama dengan Februari 2026.")


def test_pertama_kali() -> None:
    p = replace(
        BANDING, capaian_sebelumnya=None, capaian_tahun_lalu=None, realisasi_sebelumnya=None, realisasi_tahun_lalu=None,
        riwayat=(),
    )  # fmt: skip
    assert kata(DASAR, p).endswith("Belum ada data periode sebelumnya sebagai pembanding.")


def _i(**lain: Any) -> Indikator:
    return replace(IKU, **({"nama": "X"} | lain))


MINIMAL = {"polaritas": Polaritas.MINIMAL, "rumus_minimal": RumusMinimal.SELISIH}


@pytest.mark.parametrize(("i", "target", "realisasi", "capaian", "sebut"), [
    (_i(), 80, 80, 100, "Realisasi indikator X pada Maret 2026 tepat sesuai target, yaitu 80%, dengan capaian 100,00%"),
    (_i(), 80, Fraction(80004, 1000), Fraction(100005, 1000), "Capaian indikator X pada Maret 2026 sebesar 100,01%"),
    (_i(desimal=0), 10000, Fraction(100003, 10), Fraction(100003, 1000), "tepat sesuai target, yaitu 10.000%"),
    (_i(), 80, 90, Fraction(225, 2), "Indikator X melampaui target pada Maret 2026: dari target 80% terealisasi 90%"),
    (_i(**MINIMAL), 20, 19, 105, "sebesar 19%, lebih rendah dan karena itu lebih baik daripada target 20%;"),
    (_i(**MINIMAL), 20, 21, 95, "sebesar 21%, lebih tinggi daripada target 20% yang tidak boleh dilampaui;"),
    (_i(polaritas=Polaritas.STABIL), 20, 21, 95, "sebesar 21% menyimpang dari target 20%;"),
    (_i(polaritas=Polaritas.RENTANG_MAKSIMAL), Rentang(_c(80), _c(90)), 85, 100, "di dalam rentang target 80–90%"),
    (_i(polaritas=Polaritas.RENTANG_MAKSIMAL), Rentang(_c(80), _c(90)), 70, 87, "di bawah rentang target 80–90%;"),
    (_i(polaritas=Polaritas.RENTANG_MAKSIMAL), Rentang(_c(80), _c(90)), 95, 105, "melampaui rentang target 80–90%;"),
    (_i(polaritas=Polaritas.RENTANG_MINIMAL), Rentang(_c(7), _c(8)), 9, 87, "berada di atas rentang target 7–8%;"),
    (_i(polaritas=Polaritas.RENTANG_MINIMAL), Rentang(_c(7), _c(8)), 6, 107, "baik daripada rentang target 7–8%;"),
    (_i(tipe=TipeNilai.YA_TIDAK), YA, TIDAK, 0, "tidak terpenuhi (target Ya, realisasi Tidak); capaiannya 0,00%"),
    (_i(tipe=TipeNilai.PREDIKAT), Predikat("A", 6), Predikat("B", 4), 67, "target predikat A terealisasi predikat B"),
])  # fmt: skip
def test_kata_mengikuti_polaritas(i: Indikator, target: Any, realisasi: Any, capaian: Any, sebut: str) -> None:
    t, r = (Fraction(x) if isinstance(x, int) else x for x in (target, realisasi))
    assert sebut in kata(ubah(target=t, realisasi=r, capaian=Fraction(capaian)), None, i)


def test_setahun_target_tidak_tercapai() -> None:
    assert "tidak mencapai target pada tahun 2026" in kata(ubah(periode=Periode.parse("2026")))


def test_tidak_dapat_dihitung() -> None:
    teks = kata(ubah(capaian=None, kategori=None, alasan="tidak dapat dihitung: target 0", capaian_tahun=None))
    assert teks.endswith("pada Maret 2026 tidak dapat dihitung karena target 0. Realisasinya tercatat 63,89%.")


def test_realisasi_tanpa_capaian_dibandingkan() -> None:
    c = ubah(capaian=None, alasan="tidak dapat dihitung: target 0", capaian_tahun=None)
    sama = replace(BANDING, realisasi_sebelumnya=Fraction(2300, 36), realisasi_tahun_lalu=Fraction(6389, 100))
    assert kata(c, sama).endswith("Realisasinya tercatat 63,89%, sama dengan Februari 2026 dan Maret 2025.")
    beda = replace(BANDING, realisasi_sebelumnya=_c(60), realisasi_tahun_lalu=None)
    assert kata(c, beda).endswith("Realisasinya tercatat 63,89%, sedangkan 60% pada Februari 2026.")


def test_hanya_target_tahunan() -> None:
    teks = kata(ubah(capaian=None, alasan="hanya target tahunan", capaian_tahun=Fraction(45)), None, _i())
    assert teks == (
        "Realisasi indikator X pada Maret 2026 sebesar 63,89%. Targetnya hanya ditetapkan setahun; capaian sampai "
        "dengan Maret 2026 sebesar 45,00% terhadap target setahun 80%."
    )
    tanpa = kata(ubah(capaian=None, alasan="hanya target tahunan", capaian_tahun=None))
    assert tanpa.endswith("tidak dapat dihitung karena hanya ada target tahunan. Realisasinya tercatat 63,89%.")


def test_penyebut_nol() -> None:
    teks = kata(ubah(realisasi=None, capaian=None, alasan="tidak dapat dihitung: penyebut 0", capaian_tahun=None))
    assert teks.endswith("tidak dapat dihitung karena penyebut 0.")


def test_belum_ada_data() -> None:
    teks = kata(ubah(realisasi=None, capaian=None, alasan="tidak dapat dihitung: realisasi belum ada"))
    assert "Maret 2026 belum tersedia, sehingga capaiannya belum dapat dihitung." in teks


def test_tidak_diukur_menjadi_satu_kalimat() -> None:
    maret = Periode.parse("2026-04")
    tahunan, triwulanan, lain = contoh.INDIKATOR[2], contoh.INDIKATOR[7], replace(contoh.INDIKATOR[2], nama="B")
    assert tidak_diukur([], maret) == ""
    assert tidak_diukur([tahunan], maret) == (
        "Indikator Level kapabilitas APIP tidak diukur pada April 2026; pengukuran berikutnya Desember 2026."
    )
    assert tidak_diukur([tahunan, triwulanan, lain], maret) == (
        "Tiga indikator tidak diukur pada April 2026, yaitu Predikat SAKIP Inspektorat (berikutnya Juni 2026) "
        "serta Level kapabilitas APIP dan B (berikutnya Desember 2026)."
    )


def test_banyak_yang_tepat_target_menjadi_satu_kalimat() -> None:
    c = ubah(target=_c(80), realisasi=_c(80), capaian=_c(100), kategori="Tinggi", unit_terisi=3, unit_wajib=3)
    enam = [(_i(kode=str(n), nama=f"X{n}"), c) for n in range(6)]
    lain = (_i(kode="9"), replace(c, realisasi=_c(79)))
    assert banyak_tepat(enam[:5], 2) == set()
    assert banyak_tepat([*enam, lain], 2) == {"0", "1", "2", "3", "4", "5"}
    assert banyak_tepat([(i, replace(c, bulan_terisi=0, bulan_wajib=1)) for i, _ in enam], 2) == set()
    assert tepat_target(c, 6, "X0; X1") == (
        "Realisasi enam indikator pada Maret 2026 tepat sesuai target dengan capaian 100% (kategori Tinggi), "
        "yaitu X0; X1."
    )
    assert tepat_target(None, 0, "") == ""


def test_indikator_yang_banyak_disebut_dengan_nomornya() -> None:
    nama = {f"K{n}": f"Indikator {n}" for n in range(1, 15)}
    kurang = [
        Kekurangan(analisis=3, sasaran="S1", indikator=k, apa="target belum ada", tempat="", wajib=True)
        for k in nama
        if k not in {"K2", "K4"}
    ]
    (kalimat,) = sebut_kurang(kurang, 3, nama, "belum lengkap")
    assert kalimat == (
        "Target belum ada untuk dua belas indikator, yaitu nomor 1, 3, 5–14 pada tabel target dan realisasi sasaran "
        "ini, sehingga belum lengkap."
    )
    assert sebut_kurang(kurang[:2], 3, nama, "") == ["Target belum ada untuk indikator Indikator 1 dan Indikator 3."]


@pytest.mark.parametrize(("capaian", "sebut"), [
    (1667, "di atas 120% ini perlu ditelaah"), (-20, "di bawah 0% ini perlu ditelaah"),
    (Fraction(4999, 100), "di bawah 50% ini memerlukan perhatian"), (50, ""), (120, ""),
    (Fraction(120004, 1000), ""), (Fraction(120005, 1000), "di atas 120%"),
])  # fmt: skip
def test_luar_biasa(capaian: Any, sebut: str) -> None:
    teks = kata(ubah(capaian=Fraction(capaian)))
    assert sebut in teks
    assert sebut or ("ditelaah" not in teks and "perhatian" not in teks)


def test_jumlah_disebut_terhadap_target_setahun() -> None:
    i, c = contoh.INDIKATOR[1], HASIL.capaian_of("IKU-02")
    assert kata(c, None, i).count("Terhadap target setahun 48 laporan, capaiannya 16,67%.") == 1
    assert (
        "Sampai dengan Maret 2026 realisasinya 20 laporan, dengan capaian 16,67% terhadap target setahun 48 laporan."
        in kata(replace(c, realisasi_sd=_c(20)), None, i)
    )
    assert "setahun" not in kata(replace(c, periode=Periode.parse("2026")), None, i)


def test_belum_lengkap() -> None:
    c = ubah(periode=Periode.parse("2026-TW1"), bulan_terisi=2, bulan_wajib=3, unit_terisi=2, unit_wajib=3)
    assert "masih sementara karena baru memuat data 2 dari 3 bulan dan 2 dari 3 unit." in kata(c)


def test_lengkap_tidak_disebut_sementara() -> None:
    assert "sementara" not in kata(ubah(unit_terisi=3, unit_wajib=3))


NAMA_UNIT = dict(contoh.NAMA_UNIT)
IRB1 = "(Inspektur Pembantu I)."


def test_sebab_hanya_dari_kata_unit() -> None:
    assert sebab(DASAR, replace(HASIL, uraian=()), NAMA_UNIT, 2) == []
    assert sebab(DASAR, HASIL, NAMA_UNIT, 2) == [
        "Faktor penghambat menurut unit kerja: “Dua auditor mengikuti diklat <3 minggu>” (Inspektur Pembantu I).",
        'Tindak lanjut menurut unit kerja: “Menambah tim & menjadwal ulang audit pada Dinas "Perikanan"” ' + IRB1,
    ]  # a supporting factor does not explain a shortfall
    lebih = sebab(ubah(capaian=Fraction(110)), HASIL, NAMA_UNIT, 2)
    assert lebih == ["Faktor pendorong menurut unit kerja: “Program kerja disusun lebih awal” (Inspektur Pembantu I)."]


@pytest.mark.parametrize(("capaian", "dulu", "awal"), [
    (79, 70, ["Faktor penghambat", "Tindak lanjut", "Faktor pendorong"]),  # a rise is explained too
    (79, 90, ["Faktor penghambat", "Tindak lanjut"]),
    (110, 120, ["Faktor pendorong", "Faktor penghambat", "Tindak lanjut"]),  # and a fall of what was reached
    (Fraction(99996, 1000), 90, ["Faktor pendorong"]),  # printed as 100,00
    (None, 90, ["Faktor pendorong", "Faktor penghambat", "Tindak lanjut"]),
])  # fmt: skip
def test_faktor_yang_dikutip_mengikuti_hasil(capaian: Any, dulu: int, awal: list[str]) -> None:
    c = ubah(capaian=None if capaian is None else Fraction(capaian))
    kata_ = sebab(c, HASIL, NAMA_UNIT, 2, replace(BANDING, capaian_sebelumnya=_c(dulu)))
    assert [k.split(" menurut")[0] for k in kata_] == awal


@given(st.fractions(-500, 2000), st.fractions(-500, 2000))
def test_perubahan_cocok_dengan_angka_yang_tercetak(kini: Fraction, dulu: Fraction) -> None:
    a, b = (Fraction(format_angka(x, 2).replace(".", "").replace(",", ".")) for x in (kini, dulu))
    teks = berubah(kini, dulu, 2)
    assert teks.split()[0] == ("tetap" if a == b else "naik" if a > b else "turun")
    if a != b:
        assert format_angka(abs(a - b), 2) in teks
    assert poin(kini, dulu, 2).lstrip("+-") == format_angka(abs(a - b), 2)


def test_kelengkapan_menyebut_yang_kurang() -> None:
    semua = contoh.kelengkapan("2026-TW1")
    teks = " ".join(kelengkapan.kalimat(semua, JenisPeriode.TRIWULAN))
    assert "Dari 24 formulir yang harus disampaikan 8 unit, 21 telah masuk (18 tepat waktu, 3 terlambat)." in teks
    assert "Yang belum masuk: Inspektur Pembantu III (Jan–Mar)." in teks
    lengkap = tuple(replace(k, status=Status.VALID, terlambat_hari=n == 0) for n, k in enumerate(semua))
    assert kelengkapan.kalimat(lengkap, JenisPeriode.TRIWULAN) == [
        "Seluruh 24 formulir yang harus disampaikan 8 unit telah masuk (23 tepat waktu, 1 terlambat)."
    ]
    assert "belum valid: Inspektur Pembantu II (Jan–Mar)." in teks


def test_kelengkapan_bila_semua_beres() -> None:
    semua = tuple(replace(k, status=Status.VALID, terlambat_hari=0) for k in contoh.kelengkapan("2026-01"))
    hasil = kelengkapan.kalimat(semua, JenisPeriode.BULAN)
    assert hasil == ["Seluruh 8 unit pelapor telah menyampaikan formulir (semuanya tepat waktu)."]


@pytest.mark.parametrize(("bulan", "teks"), [
    ((), "–"), ((3,), "Mar"), ((1, 2), "Jan, Feb"), ((1, 2, 3), "Jan–Mar"),
    ((1, 2, 3, 6, 11, 12), "Jan–Mar, Jun, Nov, Des"),
])  # fmt: skip
def test_rentang_bulan(bulan: tuple[int, ...], teks: str) -> None:
    assert rentang_bulan(bulan) == teks


def test_rentang_triwulan() -> None:
    assert rentang_bulan((3, 6, 9), JenisPeriode.TRIWULAN) == "TW I–TW III"
    assert rentang_bulan((3, 12), JenisPeriode.TRIWULAN) == "TW I, TW IV"


def test_kata_yang_sama_dikutip_sekali_dengan_unit_dan_bulannya() -> None:
    tahun = contoh.hasil("2026")
    kata_ = [replace(HASIL.uraian[0], bulan=b) for b in (1, 2, 3, 7)]
    kata_.append(replace(HASIL.uraian[0], unit="IRB2", bulan=4))
    c = replace(DASAR, periode=tahun.periode)
    teks = sebab(c, replace(tahun, uraian=tuple(kata_)), NAMA_UNIT, 2)
    assert len(teks) == 2
    assert teks[0].endswith("(Inspektur Pembantu I dan Inspektur Pembantu II: Jan–Apr, Jul).")


def test_kutipan_panjang_dipotong_dan_baris_disatukan() -> None:
    panjang = "Kata " * 2000
    u = replace(HASIL.uraian[0], faktor_penghambat=panjang, tindak_lanjut="Satu.\nDua.")
    hambat, lanjut = sebab(DASAR, replace(HASIL, uraian=(u,)), NAMA_UNIT, 2)
    assert len(hambat) < 500
    assert "Kata…” (" in hambat
    assert "“Satu. Dua” (" in lanjut


@pytest.mark.parametrize(("capaian", "serapan", "cara", "sebut"), [
    (90, 80, "selisih", "tergolong efisien: capaian lebih tinggi daripada serapan anggaran sebesar 10,00 poin."),
    (80, 90, "selisih", "tergolong tidak efisien: serapan anggaran lebih tinggi daripada capaian sebesar 10,00 poin."),
    (80, Fraction(80004, 1000), "selisih", "tergolong sebanding: capaian sama dengan serapan anggarannya."),
    (Fraction(96926, 1000), Fraction(96494, 1000), "selisih", "0,43 poin (dihitung dari angka yang belum dibulatkan)."),
    (Fraction(1035, 10), 100, "indeks",
     "efisien: indeks efisiensi (capaian dibagi serapan) tercatat 1,04 dengan tingkat efisiensi 0,04."),
    (90, 100, "indeks", "tidak efisien: indeks efisiensi (capaian dibagi serapan) tercatat 0,90"),
    (Fraction(100004, 1000), 100, "indeks", "sebanding: indeks efisiensi (capaian dibagi serapan) tercatat 1,00"),
])  # fmt: skip
def test_efisiensi_menurut_aturan_kantor(capaian: Any, serapan: Any, cara: str, sebut: str) -> None:
    kebijakan = Kebijakan(efisiensi=cara)
    c, s = Fraction(capaian), Fraction(serapan)
    x = c / s if cara == "indeks" else c - s
    a = replace(HASIL.agregat[0], capaian=c, serapan=s, efisiensi=x)
    (kata_,) = efisiensi(a, kebijakan, "sasaran ini")
    assert sebut in kata_
    assert efisiensi(replace(a, serapan=None, efisiensi=None), kebijakan, "sasaran ini") == []


def test_kunci_panjang_tetap_berbeda() -> None:
    satu, dua = (narasi.paragraf(f"a5:{'K' * 60}:{n}", "Sama.")["tanda"] for n in (1, 2))
    assert satu != dua
    assert max(len(satu), len(dua)) <= 64
    assert narasi.paragraf("a5:IKU-01", "Sama.")["tanda"].startswith("narasi:a5:IKU-01:")


@pytest.mark.parametrize(("n", "kata_"), [
    (0, "nol"), (1, "satu"), (11, "sebelas"), (12, "dua belas"), (19, "sembilan belas"), (20, "dua puluh"),
    (21, "21"), (90, "sembilan puluh"), (99, "99"), (100, "100"), (1000, "1000"),
])  # fmt: skip
def test_bilangan_ditulis_dengan_huruf_bila_paling_banyak_dua_kata(n: int, kata_: str) -> None:
    assert bilang(n) == kata_
