"""A figure that a report has printed and that is corrected afterwards: found, explained, printed in the next report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from helpers.jalankan import jalankan
from kantor_uji import Kantor, saat

from kinerja.domain.periode import Periode
from kinerja.errors import SalahPakai
from kinerja.pipeline.accept import accept
from kinerja.pipeline.choose import choose
from kinerja.pipeline.diff import diff
from kinerja.pipeline.model import BerkasDinilai
from kinerja.pipeline.sesi import buka
from sample_data.pengisi import isi_formulir

GOLDEN = Path(__file__).with_name("perbaikan_data_2026-03.txt")
ALASAN = "Empat rekomendasi selesai Januari baru tercatat sesudah LHP 700/21/2026 terbit."


@pytest.fixture
def kantor(tmp_path: Path) -> Kantor:
    return Kantor(tmp_path / "kantor")


def kode(b: BerkasDinilai, awalan: str = "SLR00") -> list[tuple[str, str | None, str | None]]:
    return [
        (t.kode, t.sumber.sel, t.indikator)
        for t in b.temuan
        if t.kode in ("SLR005", "SLR008", "SLR009") and t.kode.startswith(awalan)
    ]


def test_siklus_perbaikan_data(kantor: Kantor, banding_golden: Callable[[Path, str], None]) -> None:
    salinan = kantor.laporan_awal()
    kantor.kirim(kantor.formulir("2026-02", "02-25"), "03-02", {"Pembilang": 30})
    kantor.validate("2026-02", "03-03")
    kantor.build("2026-02", "03-05")
    assert kantor.bagian("2026-02") == [
        "[Heading1] Perbaikan Data",
        "[Isi] Tidak ada angka dalam laporan Januari 2026 (dibuat 6 Februari 2026) yang berubah.",
    ]

    kantor.kirim(salinan, "03-10", {"Pembilang": 27}, uang=900_000)
    tanpa = kantor.validate("2026-01", "03-10")
    assert kode(tanpa) == [("SLR008", "J7", "IKU-01"), ("SLR008", "E7", None)]
    [temuan, uang] = [t for t in tanpa.temuan if t.kode == "SLR008"]
    assert (temuan.tertulis, temuan.diharapkan) == ("75,00 (27 / 36)", "63,89 (23 / 36)")
    assert (uang.tertulis, uang.diharapkan) == ("Rp900.000,00", "Rp1.000.000,00")
    assert "laporan Januari 2026 yang dibuat 6 Februari 2026" in temuan.pesan
    assert "lembar Pengesahan sel B10" in temuan.saran

    kantor.kirim(kantor.salinan("2026-01", 2), "03-12", uang=900_000, Alasan_Perbaikan_Data=ALASAN)
    beralasan = kantor.validate("2026-01", "03-12")
    assert kode(beralasan) == [("SLR009", "J7", "IKU-01"), ("SLR009", "E7", None)]
    assert ALASAN in beralasan.temuan[0].pesan

    kantor.kirim(kantor.formulir("2026-03", "03-20"), "04-02", {"Pembilang": 31})
    maret = kantor.validate("2026-03", "04-03")
    assert kode(maret) == []  # issued after the correction: the past on the form is right
    hasil = kantor.build("2026-03", "04-06")
    assert any("Ada 2 perbaikan data sejak laporan Februari 2026" in r for r in hasil.ringkasan)
    banding_golden(GOLDEN, "\n".join(kantor.bagian("2026-03")) + "\n")

    sebelum = {d.path: d.sha256 for d in hasil.dokumen}
    assert {d.path: d.sha256 for d in kantor.build("2026-03", "04-06").dokumen} == sebelum
    # April's readers have March's report, which said so.
    kantor.build("2026-04", "05-06")
    assert kantor.bagian("2026-04")[1].startswith("[Isi] Tidak ada angka dalam laporan Maret 2026")


def test_laporan_tidak_mengubah_temuan_kiriman_lama(kantor: Kantor) -> None:
    salinan = kantor.laporan_awal()
    assert kode(kantor.validate("2026-01", "02-07")) == []  # the submission that the report used
    kantor.kirim(salinan, "03-10", {"Pembilang": 27}, uang=1_000_000)
    dua = kantor.validate("2026-01", "03-10")
    assert kode(dua) == [("SLR008", "J7", "IKU-01")]
    kantor.build("2026-01", "03-11")
    kantor.build("2026-02", "03-12")
    lagi = kantor.validate("2026-01", "03-13")
    assert (lagi.kiriman, lagi.temuan) == (dua.kiriman, dua.temuan)  # the fingerprint too: it was not judged again
    setelan = kantor.ws.akar / "kinerja.toml"
    teks = setelan.read_text(encoding="utf-8").replace("# ambang_deviasi = 10", "ambang_deviasi = 11")
    setelan.write_text(teks, encoding="utf-8")
    ulang = kantor.validate("2026-01", "03-14")
    assert ulang.kiriman.sidik != dua.kiriman.sidik  # judged again
    assert kode(ulang) == kode(dua)


def test_angka_yang_belum_pernah_dilaporkan_boleh_berubah(kantor: Kantor) -> None:
    kantor.kirim(kantor.formulir("2026-01", "02-01"), "02-02")
    kantor.validate("2026-01", "02-03")
    kantor.kirim(kantor.salinan("2026-01", 1), "02-04", {"Pembilang": 27})
    assert kode(kantor.validate("2026-01", "02-04")) == []


def test_catatan_data_lalu_dan_angka_terlapor_tidak_ganda(kantor: Kantor) -> None:
    """SLR005 is about the past printed on the form of February, SLR008 about the figure that was reported."""
    salinan = kantor.laporan_awal()
    formulir = kantor.formulir("2026-02", "02-25")
    kantor.kirim(salinan, "03-01", {"Pembilang": 27})
    kantor.validate("2026-01", "03-01")
    kantor.kirim(formulir, "03-02", {"Pembilang": 30})
    assert kode(kantor.validate("2026-02", "03-03")) == [("SLR005", "I7", "IKU-01")]
    kantor.build("2026-02", "03-05")
    kantor.kirim(kantor.salinan("2026-02", 1), "03-06", {"Pembilang": 29})
    assert kode(kantor.validate("2026-02", "03-06")) == [("SLR005", "I7", "IKU-01"), ("SLR008", "J7", "IKU-01")]
    assert kode(kantor.validate("2026-01", "03-06"), "SLR008") == [("SLR008", "J7", "IKU-01")]


def test_alasan_tim_dicetak_dan_yang_belum_ada_terlihat(kantor: Kantor) -> None:
    kantor.kirim(kantor.laporan_awal(), "03-10", {"Pembilang": 27})
    kantor.validate("2026-01", "03-10")
    hasil = kantor.build("2026-TW1", "04-05")
    assert "belum ada alasan" in kantor.bagian("2026-TW1")[-1]
    assert "Alasan perbaikan belum ada: IRB1 Januari 2026." in hasil.ringkasan
    putusan = {"alasan": "Sesuai berita acara 700/30/2026.", "oleh": "Dewi", "waktu": saat("04-06")}
    assert len(accept(kantor.ws, "IRB1", Periode.parse("2026-01"), "SLR008", indikator=None, **putusan)) == 1
    kantor.build("2026-TW1", "04-07")
    assert "Sesuai berita acara 700/30/2026." in kantor.bagian("2026-TW1")[-1]


def test_data_susulan_dan_kiriman_yang_gugur_disebut(kantor: Kantor) -> None:
    """A form that came after the report, and one that lost its place to a conflict."""
    kantor.laporan_awal()
    formulir = kantor.ws.akar / "formulir/2026-01/formulir_SEK_2026-01.xlsx"
    (kantor.ws.masuk / "sek.xlsx").write_bytes(isi_formulir(formulir, {}))
    lain = kantor.kirim(kantor.ws.akar / "formulir/2026-01/formulir_IRB1_2026-01.xlsx", "03-10", {"Pembilang": 27})
    kantor.validate("2026-01", "03-11")
    kantor.build("2026-02", "03-12")
    baris = [b for b in kantor.bagian("2026-02") if b.startswith("| ")]
    assert [b.split(" | ")[2:6:3] for b in baris] == [["Sekretariat", "–"], ["Inspektur Pembantu I", "–"]]
    assert "belum masuk | – | sudah masuk" in baris[0]
    assert "dipakai | – | tidak dipakai" in baris[1]
    choose(kantor.ws, lain.relative_to(kantor.ws.akar).as_posix(), waktu=saat("03-13"))
    assert kode(kantor.validate("2026-01", "03-13")) == [("SLR008", "J7", "IKU-01")]
    kantor.build("2026-02", "03-14")
    assert "63,89 (23 / 36) | 79,86 | 75,00 (27 / 36) | 93,75" in kantor.bagian("2026-02")[-1]


def test_laporan_percobaan_sebelum_periodenya_berakhir_tidak_dihitung(kantor: Kantor) -> None:
    for periode in ("2026-01", "2026-02", "2026-TW1"):
        kantor.build(periode, "01-05")
    salinan = kantor.laporan_awal()
    kantor.build("2026-02", "02-20")  # a look at the draft
    kantor.kirim(salinan, "03-10", {"Pembilang": 27}, Alasan_Perbaikan_Data=ALASAN)
    kantor.validate("2026-01", "03-10")
    kantor.build("2026-02", "03-12")
    assert [b for b in kantor.bagian("2026-02") if b.startswith("| 2 ")] == []
    assert "63,89 (23 / 36) | 79,86 | 75,00 (27 / 36) | 93,75" in kantor.bagian("2026-02")[-1]


def test_laporan_lama_yang_dibuat_ulang_tidak_menghapus_perbaikan(kantor: Kantor) -> None:
    """January is built again after February's report has told the correction: February's stays as it was."""
    kantor.kirim(kantor.laporan_awal(), "03-01", {"Pembilang": 27}, Alasan_Perbaikan_Data=ALASAN)
    kantor.validate("2026-01", "03-01")
    kantor.build("2026-02", "03-05")
    sebelum = kantor.bagian("2026-02")
    assert ALASAN in sebelum[-1]
    kantor.build("2026-01", "03-06")
    kantor.build("2026-02", "03-07")
    assert kantor.bagian("2026-02") == sebelum


def test_laporan_mencatat_kiriman_yang_dipakainya(kantor: Kantor) -> None:
    kantor.laporan_awal()
    kantor.build("2026-TW1", "04-06")
    with buka(kantor.ws, saat("04-07")) as sesi:
        sha = sesi.reg.kiriman_layak("2026-01")["IRB1"].sha256
        januari, triwulan = sesi.reg.laporan_dibuat()
        assert sesi.reg.periksa_rantai() is None
    assert januari.kiriman == {"2026-01": {"IRB1": sha}}
    assert triwulan.kiriman == {"2026-01": {"IRB1": sha}, "2026-02": {}, "2026-03": {}}


def test_perjalanan_tiga_revisi(kantor: Kantor) -> None:
    """New, mended, back again, accepted; and what the last revision does to month, triwulan and year."""
    kantor.kirim(kantor.formulir("2026-01", "02-01"), "02-02")
    kantor.validate("2026-01", "02-03")
    kantor.kirim(kantor.salinan("2026-01", 1), "02-04", {"Data Pendukung": "-"}, NIP="198006152005012003")
    kantor.validate("2026-01", "02-04")
    kantor.kirim(kantor.salinan("2026-01", 2), "02-05", {"Pembilang": 27, "Data Pendukung": "LHP 700/12/2026"})
    kantor.validate("2026-01", "02-05")
    januari = Periode.parse("2026-01")
    putusan = {"alasan": "NIP menyusul.", "oleh": "Dewi", "waktu": saat("02-06")}
    accept(kantor.ws, "IRB1", januari, "LKP007", indikator=None, **putusan)

    hasil = diff(kantor.ws, "IRB1", januari, dari=None, waktu=saat("02-07"))
    assert (hasil.lama.revisi, hasil.baru.revisi) == (2, 3)
    jejak = {r.temuan.kode: [(hasil.revisi[k], p.value) for k, p in r.perjalanan] for r in hasil.temuan}
    assert jejak["LKP007"] == [(1, "baru"), (2, "diperbaiki"), (3, "diterima")]
    assert jejak["BKT001"] == [(2, "baru"), (3, "diperbaiki")]
    [nip] = [r for r in hasil.temuan if r.temuan.kode == "LKP007"]
    assert nip.diterima is not None
    assert (nip.diterima.oleh, nip.diterima.alasan, str(nip.diterima_pada)) == ("Dewi", "NIP menyusul.", "2026-02-06")

    awal = diff(kantor.ws, "IRB1", januari, dari=1, waktu=saat("02-07"))
    assert [(p.medan, p.lama, p.baru) for p in awal.perubahan] == [("pembilang", "23", "27")]
    akibat = {(a.periode.id, a.unit): a.baru for a in awal.akibat if a.indikator == "IKU-01"}
    assert set(akibat) == {(p, u) for p in ("2026-01", "2026-TW1", "2026") for u in (None, "IRB1")}
    with pytest.raises(SalahPakai, match="Tidak ada revisi 7"):
        diff(kantor.ws, "IRB1", januari, dari=7, waktu=saat("02-07"))
    tampil = jalankan("-C", str(kantor.ws.akar), "diff", "IRB1", "2026-01", "--dari", "1").stdout
    assert "LKP007 B7: baru (revisi 1), diperbaiki (revisi 2), diterima (revisi 3)" in tampil
    assert "Diterima Dewi, 6 Februari 2026: NIP menyusul." in tampil


def test_dua_berkas_yang_bersaing_dapat_dibandingkan(kantor: Kantor) -> None:
    formulir = kantor.formulir("2026-01", "02-01")
    satu = kantor.kirim(formulir, "02-02")
    kantor.kirim(formulir, "02-04", {"Pembilang": 27})
    kantor.validate("2026-01", "02-05")
    januari = Periode.parse("2026-01")
    hasil = diff(kantor.ws, "IRB1", januari, dari=None, waktu=saat("02-05"))
    assert [(p.lama, p.baru) for p in hasil.perubahan] == [("23", "27")]
    choose(kantor.ws, satu.relative_to(kantor.ws.akar).as_posix(), waktu=saat("02-05"))
    hasil = diff(kantor.ws, "IRB1", januari, dari=None, waktu=saat("02-05"))
    assert [(p.lama, p.baru) for p in hasil.perubahan] == [("27", "23")]


def test_kantor_triwulanan(tmp_path: Path) -> None:
    kantor = Kantor(tmp_path / "kantor")
    setelan = kantor.ws.akar / "kinerja.toml"
    teks = setelan.read_text(encoding="utf-8").replace('pengumpulan = "bulanan"', 'pengumpulan = "triwulanan"')
    setelan.write_text(teks, encoding="utf-8")
    _triwulanan(kantor.ws.akar / "induk.xlsx")
    kantor.kirim(kantor.formulir("2026-TW1", "03-28"), "04-02", iku2=9)
    kantor.validate("2026-TW1", "04-03")
    kantor.build("2026-TW1", "04-06")
    assert kantor.bagian("2026-TW1") == []
    kantor.kirim(kantor.salinan("2026-TW1", 1), "06-10", {"Pembilang": 27}, Alasan_Perbaikan_Data=ALASAN)
    assert kode(kantor.validate("2026-TW1", "06-10")) == [("SLR009", "J7", "IKU-01")]
    hasil = diff(kantor.ws, "IRB1", Periode.parse("2026-TW1"), dari=None, waktu=saat("06-11"))
    assert {a.periode.id for a in hasil.akibat} == {"2026-TW1", "2026"}
    kantor.build("2026-S1", "07-06")
    assert "| Triwulan I Tahun 2026 | Inspektur Pembantu I |" in kantor.bagian("2026-S1")[-1]


def _triwulanan(induk: Path) -> None:
    """Monthly indicators become quarterly, with targets in the last months only."""
    import openpyxl

    buku = openpyxl.load_workbook(induk)
    ws = buku["Indikator"]
    judul = {s.value: s.column for r in ws.iter_rows() for s in r if isinstance(s.value, str)}
    for row in ws.iter_rows():
        sel = row[judul["Frekuensi"] - 1]
        if sel.value == "Bulanan":
            sel.value = "Triwulanan"
    ws = buku["Target"]
    baris = next(r for r in ws.iter_rows() if any(s.value == "Jan" for s in r))
    for s in baris:
        if s.value in ("Jan", "Feb", "Apr", "Mei", "Jul", "Agu", "Okt", "Nov"):
            for r in range(s.row + 1, ws.max_row + 1):
                ws.cell(r, s.column).value = None
    buku.save(induk)
    buku.close()
