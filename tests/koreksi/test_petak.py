"""Places of figures: what a cell, a paragraph or a text box is surrounded by, and what stands there elsewhere."""

from __future__ import annotations

from koreksi.buat_docx import docx, judul, p, r, tabel

from kinerja.koreksi.naskah import baca_naskah
from kinerja.koreksi.padanan import padankan
from kinerja.koreksi.petak import Lembaran, berangka, lembaran

KEPALA = ("No.", "Indikator Kinerja", "Target", "Capaian (%)")


def _lembaran(*badan: str) -> Lembaran:
    return lembaran(baca_naskah(docx(*badan), "x.docx"))


def _kotak(teks: str) -> str:
    ruang = 'xmlns:v="urn:schemas-microsoft-com:vml"'
    isi = f"<v:shape><v:textbox><w:txbxContent>{p(teks)}</w:txbxContent></v:textbox></v:shape>"
    return f"<w:r><w:pict {ruang}>{isi}</w:pict></w:r>"


def _sepadan(a: Lembaran, b: Lembaran) -> dict[str, str | None]:
    """The figures of `a` by what stands at their place in `b`; None: no figure does. Others have no place there."""
    return {
        a.petak[n].isi.angka[m].teks: None if s.angka is None else b.petak[s.petak].isi.angka[s.angka].teks
        for (n, m), s in padankan(a, b).items()
    }


def test_sel_tabel_menyebut_baris_kelompok_dan_kolomnya() -> None:
    isi = _lembaran(
        judul("Capaian"),
        tabel(KEPALA, ("S1 Sasaran mutu",), ("1", "Temuan berulang", "12", "88,5"), ("2", "Waktu", "7", "90")),
    )
    sel = [(isi.petak[n].label, isi.petak[n].induk, isi.petak[n].kepala) for n, _ in berangka(isi)]
    assert sel == [
        ("temuan berulang", "S1 Sasaran mutu", "Target"),
        ("temuan berulang", "S1 Sasaran mutu", "Capaian (%)"),
        ("waktu", "S1 Sasaran mutu", "Target"),
        ("waktu", "S1 Sasaran mutu", "Capaian (%)"),
    ]
    assert {isi.petak[n].judul for n, _ in berangka(isi)} == {("Capaian",)}


def test_tabel_yang_berlanjut_sesudah_tabel_di_dalam_selnya() -> None:
    dalam = f"{tabel(('a', '5'))}{p('')}"
    isi = _lembaran(tabel(KEPALA, ("1", dalam, "12", "88,5"), ("2", "Waktu", "7", "90")))
    assert [len(t.baris) for t in isi.tabel] == [3, 1]
    assert sorted(isi.petak[n].isi.angka[m].teks for n, m in berangka(isi)) == ["12", "5", "7", "88,5", "90"]


def test_kotak_teks_dibaca() -> None:
    isi = _lembaran(judul("Ringkasan"), p(r("Lihat kotak."), _kotak("Capaian 91,5%")))
    [(n, m)] = berangka(isi)
    assert (isi.petak[n].isi.angka[m].teks, isi.petak[n].tempat) == ("91,5%", "“Ringkasan”, paragraf 1, kotak teks")


def test_baris_yang_dipindah_disisipkan_dan_dihapus_tetap_dikenal() -> None:
    a = tabel(KEPALA, ("1", "Temuan", "12", "88,5"), ("2", "Waktu", "7", "90"), ("3", "Aduan", "100", "95"))
    b = tabel(KEPALA, ("1", "Aduan", "101", "96"), ("2", "Temuan", "13", "89"), ("3", "Survei", "80", "81"))
    assert _sepadan(_lembaran(b), _lembaran(a)) == {"101": "100", "96": "95", "13": "12", "89": "88,5"}


def test_kolom_yang_dihapus_dicari_menurut_judulnya() -> None:
    a = tabel(KEPALA, ("1", "Temuan", "12", "88,5"))
    b = tabel(("No.", "Indikator Kinerja", "Capaian (%)"), ("1", "Temuan", "89"))
    assert _sepadan(_lembaran(b), _lembaran(a)) == {"89": "88,5"}


def test_angka_di_sel_yang_kosong() -> None:
    a, b = (tabel(KEPALA, ("1", "Temuan", "12", x)) for x in ("–", "89"))
    assert _sepadan(_lembaran(b), _lembaran(a)) == {"12": "12", "89": None}


def test_kalimat_yang_sebagian_disunting() -> None:
    a = p("Realisasi pada Maret 2026 sebesar 49,24% dari target 50%, sehingga capaiannya 98,47% (Sangat Tinggi).")
    b = p("Dengan kerja keras, realisasi pada Maret 2026 sebesar 49,25% dari target 50%; capaian kami hanya 77%.")
    assert _sepadan(_lembaran(b), _lembaran(a)) == {"49,25%": "49,24%"}
