"""Sentences about the years, the Renstra end target and a national standard: direction, streak, gaps, distance."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import contoh_hasil as contoh
import pytest

from kinerja.aggregate.model import Capaian, Pembanding, Serapan
from kinerja.domain.indikator import Indikator, Polaritas, RumusMinimal, TipeNilai
from kinerja.domain.kebijakan import Kebijakan
from kinerja.domain.nilai import Nilai, Predikat, Rentang
from kinerja.render.views.analisis import _sasaran_mata
from kinerja.render.views.narasi_acuan import renstra, standar
from kinerja.render.views.narasi_anggaran import program, rentang_serapan
from kinerja.render.views.narasi_tahun import antartahun

HASIL = contoh.hasil("2026")
X = replace(contoh.INDIKATOR[0], nama="X", satuan="dokumen", tipe=TipeNilai.ANGKA, desimal=0)
MINIMAL = replace(X, polaritas=Polaritas.MINIMAL, rumus_minimal=RumusMinimal.BANDING)
C, P = HASIL.capaian_of("IKU-01"), next(p for p in HASIL.pembanding if p.indikator == "IKU-01")
K = Kebijakan()
LENGKAP = {"bulan_terisi": 12, "bulan_wajib": 12, "unit_terisi": 1, "unit_wajib": 1}


def angka(x: Any) -> Any:
    return Fraction(x) if isinstance(x, int) else x


def setahun(target: Any, realisasi: Any, capaian: Any) -> Capaian:
    return replace(C, target=angka(target), realisasi=angka(realisasi), realisasi_sd=angka(realisasi),
                   capaian=angka(capaian), **LENGKAP)  # fmt: skip


def banding(**tahun: tuple[Any, Any, Any]) -> Pembanding:
    """Years before as `_2024=(target, realisasi, capaian)`."""
    riwayat = tuple((t[1:], *(angka(x) for x in isi)) for t, isi in tahun.items())
    return replace(P, riwayat=riwayat, realisasi_tahun_lalu=None, target_tahun_lalu=None, capaian_tahun_lalu=None)


def kata(c: Capaian, p: Pembanding, i: Indikator = X) -> str:
    return " ".join(antartahun(i, c, p, 2))


def test_naik_beruntun_dan_tertinggi() -> None:
    p = banding(_2023=(100, 70, 70), _2024=(100, 80, 80), _2025=(100, 90, 90))
    assert kata(setahun(100, 95, 95), p) == (
        "Selama tiga tahun berturut-turut realisasi indikator X naik, dari 70 dokumen pada 2023 menjadi 95 dokumen "
        "pada 2026. Capaiannya naik 5,00 poin dari 90,00% menjadi 95,00%. Capaian tersebut yang tertinggi dalam kurun "
        "2023–2026; yang terendah 70,00% (2023)."
    )


@pytest.mark.parametrize(("i", "lalu", "kini", "sebut"), [
    (X, 90, 80, "Realisasi indikator X turun dari 90 dokumen pada 2025 menjadi 80 dokumen pada 2026."),
    (X, 90, 90, "Realisasi indikator X tidak berubah dari 2025, yaitu 90 dokumen."),
    (X, 90, Fraction(904, 10), "Realisasi indikator X tidak berubah dari 2025, yaitu 90 dokumen."),  # prints the same
    (X, 90, Fraction(905, 10), "Realisasi indikator X naik dari 90 dokumen pada 2025 menjadi 91 dokumen pada 2026."),
    (MINIMAL, 90, 80, "X turun, yang berarti membaik, dari 90 dokumen"),
    (MINIMAL, 80, 90, "X naik, yang berarti memburuk, dari 80 dokumen"),
    (X, 90, None, "X tahun 2026 belum tersedia, sehingga belum dapat dibandingkan dengan 90 dokumen pada 2025."),
    (replace(X, tipe=TipeNilai.PREDIKAT), Predikat("B", 4), Predikat("BB", 5), "naik dari predikat B pada 2025"),
])  # fmt: skip
def test_arah_realisasi(i: Indikator, lalu: Any, kini: Any, sebut: str) -> None:
    assert sebut in kata(setahun(100, kini, None), banding(_2025=(100, lalu, None)), i)


def test_tahun_kosong_memutus_urutan_dan_disebut() -> None:
    p = banding(_2022=(100, 70, 70), _2024=(100, 80, 80), _2025=(100, 85, 85))
    teks = kata(setahun(100, 95, 95), p)
    assert teks.startswith("Selama dua tahun berturut-turut realisasi indikator X naik, dari 80 dokumen pada 2024")
    assert teks.endswith("Data tahun 2023 tidak tersedia.")
    jauh = kata(setahun(100, 95, 95), banding(_2022=(100, 70, 70), _2023=(100, 80, 80)))
    assert "naik dari 80 dokumen pada 2023 menjadi 95 dokumen pada 2026" in jauh
    assert jauh.endswith("Data tahun 2024 dan 2025 tidak tersedia.")


def test_tanpa_tahun_sebelumnya_tidak_ada_kalimat() -> None:
    assert antartahun(X, setahun(100, 95, 95), banding(), 2) == []


def test_target_yang_naik_menjelaskan_capaian_yang_turun() -> None:
    teks = kata(setahun(100, 95, 95), banding(_2025=(80, 90, Fraction(225, 2))))
    assert "Capaiannya turun 17,50 poin dari 112,50% menjadi 95,00%, sementara targetnya naik dari 80 dokumen" in teks
    searah = kata(setahun(100, 80, 80), banding(_2025=(90, 90, 100)))
    assert "sementara" not in searah


def test_capaian_tetap_dan_peringkat() -> None:
    p = banding(_2023=(100, 95, 95), _2024=(100, 80, 80), _2025=(100, 95, 95))
    teks = kata(setahun(100, 95, Fraction(95001, 1000)), p)
    assert "Capaiannya tetap 95,00%." in teks
    assert teks.endswith(
        "Dalam kurun 2023–2026 capaian tertinggi ialah 95,00% (2023, 2025, dan 2026), sedangkan yang terendah "
        "80,00% (2024)."
    )
    sama = kata(setahun(100, 95, 95), banding(_2024=(100, 95, 95), _2025=(100, 95, 95)))
    assert sama.endswith("Capaian setiap tahun sepanjang 2024–2026 sama.")
    dua = kata(setahun(100, 95, 95), banding(_2025=(100, 80, 80)))
    assert "kurun" not in dua


def test_angka_sementara_ditandai() -> None:
    c = replace(setahun(100, 50, 50), bulan_terisi=6)
    assert "menjadi 50 dokumen (angka sementara) pada 2026" in kata(c, banding(_2025=(100, 90, 90)))


def test_tahun_lalu_dari_register_melengkapi_riwayat() -> None:
    p = replace(banding(), realisasi_tahun_lalu=Fraction(90), target_tahun_lalu=Fraction(100),
                capaian_tahun_lalu=Fraction(90))  # fmt: skip
    assert "dari 90 dokumen pada 2025" in kata(setahun(100, 95, 95), p)


def akhir(i: Indikator, realisasi: Any, target: Any, capaian: Any, tahun: int | None = 2029) -> str:
    p = replace(P, target_renstra=angka(target), tahun_renstra=tahun, capaian_renstra=angka(capaian))
    skala = tuple(Predikat(t, n) for n, t in enumerate(("CC", "B", "BB", "A"), 3))
    return " ".join(renstra(i, setahun(100, realisasi, 1), p, K, skala))


RENTANG = Rentang(Fraction(80), Fraction(90))


@pytest.mark.parametrize(("i", "realisasi", "target", "capaian", "sebut"), [
    (X, 80, 100, 80, "dengan capaian 80,00% terhadap target akhir Renstra 100 dokumen (tahun 2029); masih 20"),
    (replace(X, satuan="%"), 80, 100, 80, "masih 20 poin persentase di bawahnya"),
    (X, 80, 100, 80, "sebesar 80 dokumen, dengan capaian"),
    (X, 80, 100, 80, "masih 20 dokumen di bawahnya, sisa waktunya tiga tahun."),
    (MINIMAL, 20, 15, 75, "masih 5 dokumen di atasnya"),
    (replace(X, polaritas=Polaritas.RENTANG_MAKSIMAL), 70, RENTANG, 87, "masih 10 dokumen di bawah batas bawahnya"),
    (replace(X, polaritas=Polaritas.RENTANG_MINIMAL), 95, RENTANG, 94, "masih 5 dokumen di atas batas atasnya"),
    (replace(X, polaritas=Polaritas.RENTANG_MINIMAL), 85, RENTANG, 100, "sudah terpenuhi"),
    (X, 100, 100, 100, "sudah tercapai dengan realisasi sebesar 100 dokumen (100,00%)."),
    (X, 120, 100, 120, "sudah terlampaui"),
    (X, Fraction(99999, 1000), 100, Fraction(99999, 1000), "sudah tercapai"),  # as printed
    (replace(X, tipe=TipeNilai.PREDIKAT), Predikat("B", 4), Predikat("A", 6), 67, "masih dua tingkat di bawahnya"),
    (MINIMAL, 1, 0, None, "target akhir Renstra 0 dokumen (tahun 2029); capaiannya tidak dapat dihitung karena"),
])  # fmt: skip
def test_jarak_ke_target_akhir(i: Indikator, realisasi: Nilai, target: Any, capaian: Any, sebut: str) -> None:
    assert sebut in akhir(i, realisasi, target, capaian)


def test_sisa_waktu() -> None:
    assert akhir(X, 80, 100, 80, 2026).endswith("padahal tahun ini merupakan tahun terakhirnya.")
    assert akhir(X, 80, 100, 80, 2025).endswith("padahal tahunnya sudah lewat.")
    assert akhir(X, 80, 100, 80, None).endswith("100 dokumen; masih 20 dokumen di bawahnya.")


@pytest.mark.parametrize(("i", "realisasi", "acuan", "capaian", "sebut"), [
    (X, 80, 75, 107, "sebesar 80 dokumen, di atas standar nasional 75 dokumen (capaian 107,00%)."),
    (X, 70, 75, 93, "di bawah standar nasional 75 dokumen (capaian"),
    (X, Fraction(751, 10), 75, 100, "sama dengan standar nasional, yaitu 75 dokumen"),  # prints the same
    (MINIMAL, 70, 75, 107, "di bawah standar nasional 75 dokumen, yang berarti lebih baik (capaian"),
    (MINIMAL, 80, 75, 93, "di atas standar nasional 75 dokumen, yang berarti belum memenuhinya (capaian"),
    (replace(X, polaritas=Polaritas.RENTANG_MAKSIMAL), 85, RENTANG, 100, "berada di dalam rentang standar nasional"),
    (replace(X, tipe=TipeNilai.PREDIKAT), Predikat("BB", 5), Predikat("B", 4), 125,
     "berupa predikat BB, di atas standar nasional predikat B"),
])  # fmt: skip
def test_standar_nasional_menurut_polaritas(i: Indikator, realisasi: Any, acuan: Any, capaian: Any, sebut: str) -> None:
    p = replace(P, standar_nasional=angka(acuan), capaian_standar=angka(capaian))
    assert sebut in " ".join(standar(i, setahun(100, realisasi, 1), p, K))


def sub(kode: str, serapan: Any, sasaran: str | None = "S1") -> Serapan:
    return replace(HASIL.anggaran[2], kode=kode, uraian=f"Sub {kode}", sasaran=sasaran,
                   serapan=None if serapan is None else Fraction(serapan))  # fmt: skip


def test_serapan_program_hanya_angka() -> None:
    teks = " ".join(program([HASIL.anggaran[0], sub("1", 80), sub("2", 90), sub("3", None)], 2))
    assert teks.startswith(
        "Program Penyelenggaraan Pengawasan menyerap Rp1.608.600.000 dari pagu Rp2.000.000.000 (80,43%)."
    )
    assert "Serapan tertinggi, 90,00%, terdapat pada sub kegiatan Sub 2, dan yang terendah, 80,00%, pada" in teks
    assert teks.endswith("Serapan sub kegiatan Sub 3 belum dapat dihitung.")
    assert "menunjang" not in teks


def test_serapan_yang_tercetak_sama_tidak_diperingkat() -> None:
    sama = [sub("1", Fraction(80001, 1000)), sub("2", Fraction(79999, 1000))]
    assert rentang_serapan(sama, 2) == ["Serapan setiap sub kegiatan sama, yaitu 80,00%."]
    assert rentang_serapan(sama[:1], 2) == []
    banyak = [sub(str(n), 80) for n in range(5)] + [sub("9", 90)]
    assert "80,00%, pada lima sub kegiatan." in rentang_serapan(banyak, 2)[0]


def test_sub_kegiatan_mengikuti_sasaran_di_atasnya() -> None:
    atas, bawah, lain = sub("6.01", 1, "S1"), sub("6.01.02", 1, None), sub("6.010", 1, None)
    dekat = sub("6.01.02.03", 1, "S2")
    cucu = sub("6.01.02.03.04", 1, None)
    semua = [atas, bawah, lain, dekat, cucu]
    assert [_sasaran_mata(x, semua) for x in semua] == ["S1", "S1", None, "S2", "S2"]
