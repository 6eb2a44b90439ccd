"""Tables made with a known formula, rounding and polarity are recognised; everything else is not."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kinerja.audit.model import Audit, HasilBaris, Pembulatan, Rumus
from kinerja.audit.periksa import audit
from kinerja.audit.rumus import dibulatkan, dipotong, hitung
from kinerja.audit.tabel import cari_tabel
from kinerja.audit.teks import baca_csv
from kinerja.domain.angka import format_angka, polos

JUDUL = ("indikator", "satuan", "polaritas", "target", "realisasi", "capaian")
ANGKA = st.integers(1, 99_999).map(lambda n: Fraction(n, 100))
DIGIT = {Pembulatan.BULAT: dibulatkan, Pembulatan.POTONG: dipotong}


def periksa(*baris: tuple[str, ...]) -> Audit:
    """The rows as a .csv with semicolons, audited."""
    isi = "\n".join(";".join(b) for b in (JUDUL, *baris))
    return audit(cari_tabel(baca_csv(isi.encode(), "tabel.csv"), csv=True))


def satu(satuan: str, polaritas: str, target: str, realisasi: str, capaian: str) -> HasilBaris:
    [b] = periksa(("Indikator", satuan, polaritas, target, realisasi, capaian)).baris
    return b


@given(
    tr=st.tuples(ANGKA, ANGKA),
    rumus=st.sampled_from(Rumus),
    cara=st.sampled_from(Pembulatan),
    desimal=st.integers(0, 3),
    polaritas=st.sampled_from(["", "Maksimal", "Minimal", "Stabil"]),
)
def test_setiap_rumus_dan_pembulatan_dikenali(
    tr: tuple[Fraction, Fraction], rumus: Rumus, cara: Pembulatan, desimal: int, polaritas: str
) -> None:
    t, r = tr
    x = hitung(rumus, t, r)
    assert x is not None
    b = satu("%", polaritas, polos(t), polos(r), format_angka(DIGIT[cara](x, desimal), desimal))
    assert b.cocok
    assert b.rumus is not None
    assert b.pembulatan is not None
    assert b.hitung == hitung(b.rumus, t, r)
    # what is named does give the printed digits
    assert format_angka(DIGIT[b.pembulatan](b.hitung or x, desimal), desimal) == b.tercetak


@given(t=ANGKA, r=ANGKA, rumus=st.sampled_from([Rumus.MAKSIMAL, Rumus.SELISIH, Rumus.BANDING]))
def test_enam_digit_menunjuk_tepat_satu_rumus(t: Fraction, r: Fraction, rumus: Rumus) -> None:
    x = hitung(rumus, t, r)
    lain = [hitung(n, t, r) for n in Rumus if n is not rumus]
    assume(x is not None and all(y is not None and abs(x - y) > 1 for y in lain))
    assert x is not None
    b = satu("%", "", polos(t), polos(r), format_angka(x, 6))
    assert (b.rumus, b.pembulatan, b.hitung) == (rumus, Pembulatan.BULAT, x)


@given(t=ANGKA, r=ANGKA, n=st.integers(0, 10**6))
def test_yang_tidak_dihasilkan_rumus_mana_pun_tidak_cocok(t: Fraction, r: Fraction, n: int) -> None:
    cetak = Fraction(n, 100)
    b = satu("Dokumen", "Maksimal", polos(t), polos(r), format_angka(cetak, 2))
    semua = [x for rumus in Rumus if (x := hitung(rumus, t, r)) is not None]
    assert b.cocok == any(cetak in (dibulatkan(x, 2), dipotong(x, 2)) for x in semua)
    assert b.cocok or (b.rumus, b.hitung, b.pembulatan) == (None, None, None)
    assert b.cocok or b.catatan


@pytest.mark.parametrize(
    ("polaritas", "angka", "rumus", "pembulatan"),
    [
        ("Maksimal", ("80", "63,89", "79,86"), "R/T", "bulat"),
        ("Maksimal", ("80", "63,89", "79,8"), "R/T", "potong"),
        ("Maksimal", ("65", "66,67", "102,57"), "R/T", "bulat"),
        ("Maksimal", ("3", "50", "1.667"), "R/T", "bulat"),
        ("Minimal", ("88,82", "135,15", "47,84"), "(2T-R)/T", "bulat"),
        ("Minimal", ("88,82", "135,15", "65,72"), "T/R", "bulat"),
        ("Minimal", ("4,20", "4,65", "90,32"), "T/R", "bulat"),
        ("Minimal", ("10", "30", "-100"), "(2T-R)/T", "bulat"),
        ("", ("4.20", "4.65", "90.32%"), "T/R", "bulat"),
        ("Maksimal", ("80", "78", "0,98"), "R/T tanpa x100", "bulat"),
        ("Maksimal", ("80", "78", "-2"), "R-T", "bulat"),
        ("Maksimal", ("80", "80", "100"), "R/T", "bulat"),
        ("Minimal", ("80", "80", "100"), "(2T-R)/T", "bulat"),
        ("Stabil", ("80", "90", "87,5"), "(2T-R)/T", "bulat"),
        ("Stabil", ("80", "70", "87,5"), "R/T", "bulat"),
        ("", ("1.250", "1.125", "90"), "R/T", "bulat"),
        ("Maksimal", ("1.125", "0,9", "80"), "R/T", "bulat"),
        ("Maksimal", ("3 Dok", "2 Dok", "66,67"), "R/T", "bulat"),
        ("Maksimal", ("95%", "0,93", "97,89"), "R/T", "bulat"),
        ("Rentang Maksimal", ("80 - 90%", "70", "87,50"), "R/T", "bulat"),
        ("Rentang Maksimal", ("80 - 90%", "85", "100"), "R/T", "bulat"),
        ("Rentang Maksimal", ("80-90", "92", "102,22"), "R/T", "bulat"),
        ("Rentang Minimal", ("7 – 8 bulan", "6,5", "107,14"), "(2T-R)/T", "bulat"),
        ("Rentang Minimal", ("7 s.d. 8", "9", "87,50"), "(2T-R)/T", "bulat"),
        ("Maksimal", ("-5", "-3", "60"), "R/T", "bulat"),
        ("max", ("0", "0", "0"), "R-T", "bulat"),
    ],
)
def test_rumus(polaritas: str, angka: tuple[str, str, str], rumus: str, pembulatan: str) -> None:
    b = satu("%", polaritas, *angka)
    assert (b.rumus, b.pembulatan, b.tercetak) == (rumus, pembulatan, angka[2])


@pytest.mark.parametrize(
    ("polaritas", "target", "realisasi", "capaian", "kata"),
    [
        ("Maksimal", "4,20", "4,65", "90,32", "Polaritas Maksimal tidak memakai rumus T/R"),
        ("Minimal", "80", "78", "97,5", "Polaritas Minimal tidak memakai rumus R/T"),
        ("Maksimal", "80", "63,89", "79,8", "Dipotong, bukan dibulatkan: bila dibulatkan 79,9."),
        ("Maksimal", "80", "78", "0,98", "Belum dikali 100. Capaiannya: R / T × 100 = 97,50."),
        ("Maksimal", "80", "78", "-2", "bukan persentase"),
        ("", "80", "78", "97,5", "Cocok dengan polaritas Maksimal."),
        ("", "4,20", "4,65", "90,32", "Cocok dengan polaritas Minimal."),
        ("", "80", "80", "100", "Cocok dengan polaritas Maksimal maupun Minimal."),
        ("", "7-8", "9", "87,50", "Cocok dengan polaritas Rentang Minimal."),
        ("Maksimall", "80", "78", "97,5", "Mungkin maksudnya “Maksimal”"),
        ("Maksimal", "95", "0,95", "1,00", "berbeda 100 kali"),
        ("Maksimal", "95%", "0,93", "97,89", "Skala berbeda"),
        ("Maksimal", "1.125", "0,9", "80", "“1.125” dibaca 1,125."),
        ("Rentang Maksimal", "80 - 90%", "85", "106,25", "dihitung terhadap batas bawah 80"),
        ("Maksimal", "0", "5", "5", "Target 0"),
        ("Maksimal", "100", "200", "100", "Mungkin juga capaian yang dibatasi 100."),
    ],
)
def test_catatan_yang_cocok(polaritas: str, target: str, realisasi: str, capaian: str, kata: str) -> None:
    b = satu("%", polaritas, target, realisasi, capaian)
    assert b.cocok
    assert kata in b.catatan


def test_yang_benar_seluruhnya_tidak_diberi_catatan() -> None:
    assert satu("%", "Maksimal", "80", "63,89", "79,86").catatan == ""
    assert satu("%", "Minimal", "4,20", "4,65", "90,32").catatan == ""


@pytest.mark.parametrize(
    ("polaritas", "target", "realisasi", "capaian", "kata"),
    [
        ("Maksimal", "80", "78", "9750", "100 kali lipat R / T × 100. Seharusnya: R / T × 100 = 97,50."),
        ("Maksimal", "95", "93", "9789,00", "100 kali lipat R / T × 100."),
        ("Minimal", "4,20", "4,65", "0,9032", "Belum dikali 100: yang tercetak seperseratus T / R × 100."),
        ("Maksimal", "95", "0,95", "100", "cocok bila realisasi 0,95 dibaca 95"),
        ("Maksimal", "80", "100", "100", "Dibatasi 100: R / T × 100 lebih dari itu. Seharusnya: R / T × 100 = 125,00."),
        ("Maksimal", "80", "100", "120", "Dibatasi 120"),
        ("Maksimal", "80", "200", "150", "Dibatasi 150"),
        ("Minimal", "10", "30", "0", "Nilai negatif dijadikan 0"),
        ("Maksimal", "80", "63,89", "79,87", "belum dibulatkan"),
        ("Maksimal", "4", "3", "76", "Berbeda satu pada angka terakhir"),
        (
            "Maksimal",
            "4",
            "3",
            "90",
            "Tidak ada rumus yang menghasilkan angka yang tercetak. Seharusnya: R / T × 100 = 75",
        ),
        ("Maksimal", "4", "3", "-25", "selisih terhadap target"),
        ("Maksimal", "50", "30", "30", "realisasinya sendiri"),
        ("Maksimal", "0", "5", "100", "Target 0"),
        ("Minimal", "0", "0", "100", "aturan target nihil"),
        ("Maksimal", "80", "n/a", "n/a", "Realisasi “n/a”: tidak ada data."),
        ("Maksimal", "80", "", "", "Realisasi kosong."),
        ("Maksimal", "80", "78", "", "Capaian kosong. Seharusnya: R / T × 100 = 97,50."),
        ("Maksimal", "0", "5", "#DIV/0!", "galat Excel #DIV/0!. Target 0"),
        ("Maksimal", "80", "78", "#DIV/0!", "Seharusnya: R / T × 100 = 97,50."),
        ("Maksimal", "WTP", "WTP", "100", "menurut kesepakatan capaiannya 100"),
        ("Maksimal", "WTP", "WDP", "80", "Realisasi “WDP” bukan angka."),
        ("Minimal", "1:32", "1:30", "106,67", "1:32 dibaca 1/32, 1:30 dibaca 1/30: R / T × 100 = 106,67"),
        ("Maksimal", "80", "80 - 90%", "100", "Realisasi “80 - 90%” bukan angka."),
    ],
)
def test_yang_tidak_cocok_diterangkan(polaritas: str, target: str, realisasi: str, capaian: str, kata: str) -> None:
    b = satu("Dokumen", polaritas, target, realisasi, capaian)
    assert (b.cocok, b.rumus, b.hitung, b.pembulatan, b.dinilai) == (False, None, None, None, True)
    assert kata in b.catatan


@pytest.mark.parametrize(
    ("satuan", "kata"), [("%", "belum dibulatkan"), ("Dokumen", "Tidak ada rumus yang menghasilkan")]
)
def test_hanya_yang_diukur_dapat_dibulatkan(satuan: str, kata: str) -> None:
    assert kata in satu(satuan, "Maksimal", "80", "64", "79,64").catatan


@pytest.mark.parametrize("capaian", ["97.89473684210526", "97.89473684210527", "97.8947368421052631578947"])
def test_sisa_hitungan_biner_tidak_dipersoalkan(capaian: str) -> None:
    b = satu("%", "Maksimal", "95", "93", capaian)
    assert (b.rumus, b.pembulatan, b.tercetak) == ("R/T", "bulat", capaian)
    assert not satu("%", "Maksimal", "95", "93", "97.8947368421062").cocok


RATA = (
    ("A", "%", "Maksimal", "80", "63,89", "79,86"),
    ("B", "%", "Maksimal", "80", "78", "97,50"),
    ("C", "%", "Maksimal", "80", "100", "125,00"),
    ("D", "%", "Maksimal", "80", "-", "-"),
)


@pytest.mark.parametrize(
    ("nama", "capaian", "benar", "kata"),
    [
        ("Rata-rata", "100,79", True, "rata-rata 3 capaian yang tercetak (baris 2–4)"),
        ("Rata-rata capaian", "100,7875", True, "rata-rata capaian sebelum dibulatkan"),
        ("RATA - RATA", "100,7", True, "dipotong, bukan dibulatkan"),
        ("Total", "302,36", False, "persentase di atasnya dijumlahkan"),
        ("Rata-rata", "75,59", False, "jumlah 3 capaian dibagi 4"),
        ("Rata-rata", "92,45", False, "setelah capaian di atas 100 dijadikan 100"),
        ("Rata-rata", "88,68", False, "rata-rata tanpa baris 4"),
        ("Rata-rata", "47,1", False, "Tidak sama dengan rata-rata 3 capaian yang tercetak 100,79"),
    ],
)
def test_rata_rata_dihitung_ulang(nama: str, capaian: str, benar: bool, kata: str) -> None:
    hasil = periksa(*RATA, (nama, "", "", "", "", capaian))
    b = hasil.baris[-1]
    assert (b.cocok, b.rumus, b.dinilai) == (False, None, not benar)
    assert kata in b.catatan


def test_rata_rata_tiap_kelompok_lalu_semuanya() -> None:
    a, b = ("A", "%", "Maksimal", "80", "80", "100"), ("B", "%", "Maksimal", "80", "60", "75")
    rata = [("Rata-rata", "", "", "", "", x) for x in ("100", "75", "87,5")]
    hasil = periksa(a, rata[0], b, rata[1], rata[2])
    assert not hasil.ada_yang_tidak_cocok
    assert [x.catatan[-12:] for x in hasil.baris if not x.cocok] == ["k (baris 2).", "k (baris 4).", "(baris 2–4)."]


def test_rata_rata_tanpa_capaian_di_atasnya() -> None:
    assert "Tidak ada capaian di atasnya" in periksa(("Rata-rata", "", "", "", "", "90")).baris[0].catatan


def test_baris_total_dengan_target_dan_realisasi_dihitung_biasa() -> None:
    b = periksa(*RATA, ("Total", "%", "", "400", "380", "95")).baris[-1]
    assert b.rumus == "R/T"


def test_angka_kumulatif_dikenali_dari_baris_di_atasnya() -> None:
    hasil = periksa(
        ("A", "Dok", "", "10", "2", "20"), ("A", "Dok", "", "10", "3", "50"), ("B", "Dok", "", "10", "1", "50")
    )
    assert [b.cocok for b in hasil.baris] == [True, False, False]
    assert "Angka kumulatif" in hasil.baris[1].catatan
    assert "kumulatif" not in hasil.baris[2].catatan


def test_baris_tanpa_angka_tetap_disebut_tetapi_tidak_dinilai() -> None:
    hasil = periksa(
        ("(2)", "(3)", "", "(4)", "(5)", "(6) = (5)/(4)"),
        ("Sasaran 1", "", "", "", "", ""),
        ("A", "%", "Maksimal", "80", "78", "97,5"),
        ("", "", "", "", "", ""),
        ("Indikator", "Satuan", "Polaritas", "Target", "Realisasi", "Capaian"),
        ("B", "%", "Maksimal", "-", "-", "-"),
    )
    assert [(b.baris, b.cocok, b.dinilai) for b in hasil.baris] == [
        (2, False, False), (3, False, False), (4, True, True), (6, False, False), (7, False, False)
    ]  # fmt: skip
    assert not hasil.ada_yang_tidak_cocok


@pytest.mark.parametrize(
    ("nama", "polaritas", "realisasi", "capaian", "ditanyakan"),
    [
        ("Angka kematian ibu", "", "186", "114,81", True),
        ("Angka kematian ibu", "Maksimal", "186", "114,81", True),
        ("Angka kematian ibu", "", "186", "87,10", False),
        ("Jumlah ibu bersalin", "", "186", "114,81", False),
        ("Meningkatnya kepuasan", "", "186", "87,10", True),
    ],
)
def test_arah_menurut_namanya(nama: str, polaritas: str, realisasi: str, capaian: str, ditanyakan: bool) -> None:
    [b] = periksa((nama, "", polaritas, "162", realisasi, capaian)).baris
    assert b.cocok
    assert ("Menurut namanya" in b.catatan) is ditanyakan


def test_rata_rata_tanpa_nama_dan_dengan_target() -> None:
    hasil = periksa(*RATA, ("Capaian kinerja instansi", "", "", "", "", "100,79"))
    assert (hasil.baris[-1].dinilai, hasil.baris[-1].catatan[:16]) == (False, "Sama dengan rata")
    hasil = periksa(*RATA, ("Rata-rata", "%", "", "100", "", "75,59"))
    assert "dibagi 4" in hasil.baris[-1].catatan
    hasil = periksa(*RATA, ("Nilai AKIP", "", "", "", "", "75,59"))
    assert hasil.baris[-1].catatan == "Target kosong. Realisasi kosong."


ISIAN = st.one_of(
    st.text(max_size=12).filter(lambda t: not set(t) & set(';"\n\r\0')),
    st.from_regex(r"\A-?[0-9]{1,4}([.,][0-9]{1,4}){0,2} ?%?\Z"),
    st.sampled_from(["", "-", "n/a", "1:32", "80 - 90%", "90-80", "#DIV/0!", "WTP", "0", "1.125", "Rp1.000,-", "(5)"]),
)


@given(baris=st.lists(st.tuples(ISIAN, ISIAN, ISIAN, ISIAN, ISIAN, ISIAN), max_size=6))
def test_isian_apa_pun_tidak_menghentikan_audit(baris: list[tuple[str, str, str, str, str, str]]) -> None:
    hasil = periksa(("A", "%", "", "80", "78", "97,5"), *baris)
    nomor = [b.baris for b in hasil.baris]
    assert nomor == sorted(set(nomor))
    assert nomor[0] == 2
    for b in hasil.baris:
        assert b.cocok == (b.rumus is not None) == (b.hitung is not None) == (b.pembulatan is not None)
