"""`kinerja check-report`: what was typed over, left from last month or made up is found, and nothing else."""

from __future__ import annotations

import io
import json
import random
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph
from helpers.jalankan import jalankan
from pipeline.baca_harapan import CONTOH

from kinerja.domain.narasi import NarasiDisimpan
from kinerja.domain.periode import Periode
from kinerja.errors import KinerjaError, SalahPakai
from kinerja.koreksi.angka_teks import AngkaTeks, baca_teks
from kinerja.koreksi.petak import Lembaran, berangka
from kinerja.pipeline import demo as modul_demo
from kinerja.pipeline.angka_register import AngkaRegister, baca_lembaran
from kinerja.pipeline.check_report import HasilPeriksa, check_report
from kinerja.pipeline.demo import load_alur
from kinerja.pipeline.nilai_angka import Penilai, StatusAngka
from kinerja.pipeline.pokok_angka import Pengenal
from kinerja.pipeline.progress import diam
from kinerja.pipeline.sesi import buka
from kinerja.pipeline.versi import isi_berlaku
from kinerja.pipeline.workspace import Workspace, load_isi

TAHAP = 6  # of the sample's story: January and February, each with its report
WAKTU = datetime(2026, 3, 10, 9)
FEB = "output/2026-02/laporan_bulanan_2026-02.docx"
JAN = "output/2026-01/laporan_bulanan_2026-01.docx"
Ubah = Callable[[Document], None]


@pytest.fixture(scope="module")
def kantor(tmp_path_factory: pytest.TempPathFactory) -> Path:
    akar = tmp_path_factory.mktemp("dua_bulan") / "kantor"
    with pytest.MonkeyPatch.context() as m:
        alur = load_alur(CONTOH)[:TAHAP]
        m.setattr(modul_demo, "load_alur", lambda sumber: alur)
        modul_demo.demo(akar, contoh="inspektorat", lapor=diam)
    assert jalankan("-C", str(akar), "build", "2026-TW1").kode in (0, 1)
    return akar


def _periksa(kantor: Path, isi: bytes, tmp_path: Path, nama: str = "laporan_bulanan_2026-02.docx") -> HasilPeriksa:
    berkas = tmp_path / nama
    berkas.write_bytes(isi)
    return check_report(Workspace(kantor), berkas, None, waktu=WAKTU, lapor=diam)


def _sunting(kantor: Path, ubah: Ubah) -> bytes:
    naskah = docx.Document(str(kantor / FEB))
    ubah(naskah)
    aliran = io.BytesIO()
    naskah.save(aliran)
    return aliran.getvalue()


def _ganti_bagian(isi: bytes, nama: str, lama: bytes, baru: bytes) -> bytes:
    aliran = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as z, zipfile.ZipFile(aliran, "w") as keluar:
        for n in z.namelist():
            isi_bagian = z.read(n)
            if n == nama:
                assert lama in isi_bagian
                isi_bagian = isi_bagian.replace(lama, baru, 1)
            keluar.writestr(n, isi_bagian)
    return aliran.getvalue()


def _semua_paragraf(naskah: Document) -> list[Paragraph]:
    """Also those in content controls, which python-docx does not list."""
    return [Paragraph(p, naskah._body) for p in naskah.element.body.iter(f"{{{naskah.element.nsmap['w']}}}p")]


def _cari(naskah: Document, awal: str) -> Paragraph:
    return next(p for p in _semua_paragraf(naskah) if p.text.startswith(awal))


def _tulis(p: Paragraph, teks: str) -> None:
    for r in p.runs[1:]:
        r._r.getparent().remove(r._r)
    p.runs[0].text = teks


def _salah(hasil: HasilPeriksa) -> list[tuple[str, str, str | None]]:
    return [(a.teks, a.status.value, a.indikator) for a in hasil.salah]


# What the program prints


@pytest.mark.parametrize(
    "periode", ["2026-01", *(pytest.param(p, marks=pytest.mark.slow) for p in ("2026-02", "2026-TW1"))]
)
def test_konsep_yang_tidak_disunting_cocok_seluruhnya(kantor: Path, periode: str) -> None:
    berkas = next((kantor / "output" / periode).glob("laporan_*.docx"))
    hasil = check_report(Workspace(kantor), berkas, None, waktu=WAKTU, lapor=diam)
    assert (hasil.periode.id, hasil.salah, hasil.catatan) == (periode, (), ())
    assert len(hasil.angka) > 500


def test_setiap_baris_tabel_menyebut_indikatornya(kantor: Path) -> None:
    hasil = check_report(Workspace(kantor), kantor / FEB, None, waktu=WAKTU, lapor=diam)
    tabel3 = {a.indikator for a in hasil.angka if a.tempat.startswith("“Capaian Indikator Kinerja”, Tabel 3,")}
    assert {"IKU-01", "IKU-03", "IKK-10"} <= tabel3
    assert None not in tabel3


@pytest.mark.parametrize("periode", ["2026-02", pytest.param("2026-TW1", marks=pytest.mark.slow)])
def test_satu_digit_yang_diubah_selalu_ditemukan(kantor: Path, periode: str) -> None:
    """Any figure of the report, in words too: changed alone, it is the one that is found."""
    ws, p = Workspace(kantor), Periode.parse(periode)
    acak = random.Random(periode)
    naskah = baca_lembaran(next((kantor / "output" / periode).glob("laporan_*.docx")).read_bytes(), "x.docx")
    semua = list(berangka(naskah))
    with buka(ws, WAKTU) as sesi:
        isi = isi_berlaku(sesi, load_isi(ws))
        register, pengenal = AngkaRegister(sesi, isi, p), Pengenal(isi.master)
        for n, m in acak.sample(semua, 30):
            petak = list(naskah.petak)
            petak[n] = replace(petak[n], isi=baca_teks(_digit_lain(petak[n].isi.teks, petak[n].isi.angka[m], acak)))
            diubah = Lembaran(tuple(petak), naskah.tabel, naskah.paragraf)
            hasil = Penilai(diubah, naskah, register, pengenal).nilai((), frozenset())
            assert [a.tempat for a in hasil if a.status is not StatusAngka.COCOK] == [petak[n].tempat], petak[
                n
            ].isi.teks


def _digit_lain(teks: str, x: AngkaTeks, acak: random.Random) -> str:
    awal, akhir = x.awal, x.akhir
    letak = [i for i in range(awal, akhir) if teks[i].isdigit()]
    if not letak:
        return f"{teks[:awal]}{'lima' if teks[awal:akhir].casefold() != 'lima' else 'enam'}{teks[akhir:]}"
    i = acak.choice(letak)
    return teks[:i] + acak.choice([d for d in "0123456789" if d != teks[i]]) + teks[i + 1 :]


# What people type


def test_sel_tabel_yang_diubah_disebut_dengan_yang_seharusnya(kantor: Path, tmp_path: Path) -> None:
    def ubah(naskah: Document) -> None:
        sel = next(t for t in naskah.tables if t.cell(0, 0).text == "No." and "Perjanjian" in t.rows[0].cells[-1].text)
        baris = next(b for b in sel.rows if b.cells[1].text.startswith("Persentase rekomendasi"))
        assert baris.cells[4].text == "43,63"
        _tulis(baris.cells[4].paragraphs[0], "46,63")

    hasil = _periksa(kantor, _sunting(kantor, ubah), tmp_path)
    assert _salah(hasil) == [("46,63", "tidak_dikenal", "IKU-01")]
    assert hasil.salah[0].tempat == "“Capaian Indikator Kinerja”, Tabel 3, baris 4, kolom 5"
    assert hasil.salah[0].keterangan == "register mencetak 43,63 (IKU-01, realisasi Februari 2026)"


def test_angka_yang_terbagi_beberapa_potongan_dibaca_utuh(kantor: Path, tmp_path: Path) -> None:
    def ubah(naskah: Document) -> None:
        p = _cari(naskah, "Rata-rata capaian kinerja Inspektorat Daerah")
        teks = p.text
        i = teks.index("99,20%")
        _tulis(p, teks[: i + 2])
        p.add_run(teks[i + 2 : i + 4]).bold = True
        p.add_run(teks[i + 4 :])

    assert _salah(_periksa(kantor, _sunting(kantor, ubah), tmp_path)) == []


IKU1, IKU7 = (
    "Persentase rekomendasi hasil pengawasan yang selesai ditindaklanjuti",
    "Persentase pengaduan masyarakat yang ditangani",
)
KALIMAT: tuple[tuple[str, list[tuple[str, str, str | None]]], ...] = (
    # Right: for the indicator, kind, period and unit that the sentence names, however it is written.
    (f"Pada Februari 2026 capaian {IKU1} mencapai 96,95 persen dari target 45%, dengan realisasi 43,63%.", []),
    (f"Realisasi {IKU1} 43,63%; dibandingkan Januari 2026 (97,71%) capaiannya turun 0,76 poin.", []),
    ("Menurut IKU-01, capaian bulan ini 96,95.", []),
    ("Dari pagu Rp 12.818.420.000 telah direalisasikan Rp1,6 miliar.", []),
    ("Rapat pada 5 Maret 2026 pukul 09.30 berdasarkan Peraturan Nomor 12 Tahun 2024 Pasal 3 ayat (2).", []),
    ("NIP. 19680615 199403 1 007, telepon (0299) 551420, lihat Tabel 3 dan halaman 12, berkas LHP_02_2026.pdf.", []),
    # Wrong: another kind of the same indicator, another indicator, made up, a decimal point.
    (f"Capaian {IKU1} sebesar 43,63%.", [("43,63%", "tidak_dikenal", "IKU-01")]),
    (f"Capaian {IKU7} sebesar 96,95%.", [("96,95%", "tidak_dikenal", "IKU-07")]),
    ("Sebanyak 37 orang auditor ditugaskan.", [("37", "tidak_dikenal", None)]),
    (f"Capaian {IKU1} 96.95.", [("96.95", "tidak_dikenal", "IKU-01")]),
    ("Anggaran tambahan Rp 1.234.567 diusulkan.", [("Rp 1.234.567", "tidak_dikenal", None)]),
    (f"Capaian {IKU1} turun -9,99 poin.", [("-9,99", "tidak_dikenal", "IKU-01")]),
    # Of an earlier month, said of this one.
    (f"Capaian {IKU1} Februari 2026 sebesar 97,71%.", [("97,71%", "usang", "IKU-01")]),
)


def test_kalimat_yang_diketik_sendiri(kantor: Path, tmp_path: Path) -> None:
    def ubah(naskah: Document) -> None:
        sini = _cari(naskah, "Laporan ini menyampaikan kepada")
        for kalimat, _ in KALIMAT:
            sini.insert_paragraph_before(kalimat)

    hasil = _periksa(kantor, _sunting(kantor, ubah), tmp_path)
    for nomor, (kalimat, harap) in enumerate(KALIMAT, 1):
        tempat = f"“Dasar dan Tujuan” › “Maksud dan Tujuan”, paragraf {nomor}"
        assert [(a.teks, a.status.value, a.indikator) for a in hasil.salah if a.tempat == tempat] == harap, kalimat
    assert len(hasil.salah) == sum(len(harap) for _, harap in KALIMAT)


@pytest.mark.slow
def test_jenis_lain_dan_titik_dijelaskan(kantor: Path, tmp_path: Path) -> None:
    def ubah(naskah: Document) -> None:
        sini = _cari(naskah, "Laporan ini menyampaikan kepada")
        sini.insert_paragraph_before("Capaian IKU-01 sebesar 43,63%.")
        sini.insert_paragraph_before("Capaian IKU-01 sebesar 96.95.")

    a, b = _periksa(kantor, _sunting(kantor, ubah), tmp_path).salah
    assert a.keterangan == (
        "43,63% adalah IKU-01, realisasi Februari 2026; register mencetak 96,95 (IKU-01, capaian Februari 2026)"
    )
    assert b.keterangan.startswith("titik bukan koma desimal; bila maksudnya 96,95, tulis demikian")


@pytest.mark.slow
def test_paragraf_lama_yang_ditempel_usang(kantor: Path, tmp_path: Path) -> None:
    awal = "Rata-rata capaian kinerja Inspektorat Daerah"
    lama = _cari(docx.Document(str(kantor / JAN)), awal).text

    def ditambah(naskah: Document) -> None:
        _cari(naskah, "Laporan ini menyampaikan kepada").insert_paragraph_before(lama)

    def diganti(naskah: Document) -> None:
        _tulis(_cari(naskah, awal), lama.replace("Januari 2026", "Februari 2026"))

    for ubah in (ditambah, diganti):
        hasil = _periksa(kantor, _sunting(kantor, ubah), tmp_path)
        assert {a.status for a in hasil.salah} == {StatusAngka.USANG}
        assert "98,13%" in {a.teks for a in hasil.salah}
        assert all("laporan Januari 2026 yang dibuat" in a.keterangan for a in hasil.salah)


@pytest.mark.slow
def test_narasi_yang_disimpan_dinilai_menurut_angkanya(kantor: Path, tmp_path: Path) -> None:
    """What people worded is printed by every build; its figures are right only when the register prints them still."""
    akar = Path(shutil.copytree(kantor, tmp_path / "salinan"))
    lama = "Pada Februari 2026 capaian rata-rata kami 98,13%, dengan 9 dari 18 indikator dan serapan anggaran 12,14%."
    with buka(Workspace(akar), WAKTU) as sesi:
        sesi.reg.simpan_narasi(
            "2026-02",
            NarasiDisimpan(
                kunci="ringkasan", teks=lama, sidik="0" * 10, oleh="Rina", waktu=WAKTU, berkas="k.docx", sha256="0" * 64
            ),
        )
    assert jalankan("-C", str(akar), "build", "2026-02").kode == 0
    hasil = _periksa(akar, (akar / FEB).read_bytes(), tmp_path)
    assert _salah(hasil) == [("98,13%", "usang", None)]
    assert hasil.salah[0].tempat == "“Ringkasan”, paragraf 1"


def test_laporan_bulan_lalu_dengan_nama_bulan_ini(kantor: Path, tmp_path: Path) -> None:
    hasil = _periksa(kantor, (kantor / JAN).read_bytes(), tmp_path)
    assert hasil.periode.id == "2026-02"
    assert {a.status for a in hasil.salah} == {StatusAngka.USANG}
    assert len(hasil.salah) > 200
    assert hasil.catatan[0].startswith("Judul dokumen menyebut Januari 2026; diperiksa sebagai laporan Februari 2026")
    assert "mungkin berkasnya tertukar" in hasil.catatan[1]


@pytest.mark.slow
def test_konsep_sebelum_data_bertambah_usang(kantor: Path, tmp_path: Path) -> None:
    """An earlier build of the same period: its figures stand in the archive, and the register has others now."""
    akar = Path(shutil.copytree(kantor, tmp_path / "salinan"))
    konsep = (akar / "output/2026-TW1/laporan_triwulan_2026-TW1.docx").read_bytes()
    alur = load_alur(CONTOH)[TAHAP : TAHAP + 3]  # March
    with buka(Workspace(akar), WAKTU) as sesi:
        sesi.reg.hapus_sidik(modul_demo.SELESAI)
    with pytest.MonkeyPatch.context() as m:
        m.setattr(modul_demo, "load_alur", lambda sumber: alur)
        modul_demo.demo(akar, contoh="inspektorat", lapor=diam)
    hasil = _periksa(akar, konsep, tmp_path, "laporan_triwulan_2026-TW1.docx")
    assert {a.status for a in hasil.salah} == {StatusAngka.USANG}
    assert hasil.catatan[-1].endswith("datanya berubah sesudah itu, jadi buat lagi: kinerja build 2026-TW1")


@pytest.mark.slow
def test_yang_terlacak_dibaca_sebagai_diterima(kantor: Path, tmp_path: Path) -> None:
    """Text that is struck out is not there; text that was put in is."""
    oleh = f'{nsdecls("w")} w:id="91" w:author="Rina" w:date="2026-03-09T10:15:00Z"'

    def ubah(naskah: Document) -> None:
        tujuan = _cari(naskah, "Laporan ini menyampaikan kepada")
        tujuan._p.append(parse_xml(f"<w:del {oleh}><w:r><w:delText> Capaian 11,11%.</w:delText></w:r></w:del>"))
        tujuan._p.append(parse_xml(f"<w:ins {oleh}><w:r><w:t> Capaian 12,34%.</w:t></w:r></w:ins>"))

    assert _salah(_periksa(kantor, _sunting(kantor, ubah), tmp_path)) == [("12,34%", "tidak_dikenal", None)]


@pytest.mark.slow
def test_label_grafik_yang_diubah(kantor: Path, tmp_path: Path) -> None:
    grafik = "word/charts/chart3.xml"
    isi = _ganti_bagian((kantor / FEB).read_bytes(), grafik, b"<c:v>99,20</c:v>", b"<c:v>99,80</c:v>")
    hasil = _periksa(kantor, isi, tmp_path)
    assert [(a.teks, a.tempat) for a in hasil.salah] == [("99,80", "Gambar 1, Rata-rata capaian: Feb")]


# The command


def test_keluaran_dan_kode_keluar(kantor: Path, tmp_path: Path) -> None:
    asli = jalankan("-C", str(kantor), "check-report", str(kantor / FEB))
    assert asli.kode == 0
    assert asli.stdout.startswith("Februari 2026: ")
    assert " cocok, 0 usang, 0 tidak dikenal." in asli.stdout
    tertukar = tmp_path / "laporan_bulanan_2026-02.docx"
    shutil.copy(kantor / JAN, tertukar)
    manusia = jalankan("-C", str(kantor), "check-report", str(tertukar))
    assert manusia.kode == 1
    assert "usang [IKU-01]: berasal dari laporan Januari 2026 yang dibuat 9 Februari 2026" in manusia.stdout
    mesin = jalankan("-C", str(kantor), "check-report", str(tertukar), "--json")
    assert mesin.kode == 1
    angka = json.loads(mesin.stdout)["angka"]
    assert {tuple(a) for a in angka} == {("teks", "tempat", "status", "indikator")}
    assert {a["status"] for a in angka} == {"cocok", "usang"}


@pytest.mark.slow
def test_periode_dari_sifat_judul_atau_ditanyakan(kantor: Path, tmp_path: Path) -> None:
    bernama_lain = tmp_path / "konsep sekretaris.docx"
    shutil.copy(kantor / FEB, bernama_lain)
    assert jalankan("-C", str(kantor), "check-report", str(bernama_lain)).kode == 0
    naskah = docx.Document()
    naskah.add_paragraph("Capaian 12,5%.")
    tanpa = tmp_path / "surat.docx"
    naskah.save(str(tanpa))
    with pytest.raises(SalahPakai, match="tidak diketahui"):
        check_report(Workspace(kantor), tanpa, None, waktu=WAKTU, lapor=diam)
    hasil = check_report(Workspace(kantor), tanpa, Periode.parse("2026-02"), waktu=WAKTU, lapor=diam)
    assert [a.teks for a in hasil.salah] == ["12,5%"]


def test_berkas_yang_tidak_ada_atau_bukan_word(kantor: Path, tmp_path: Path) -> None:
    assert jalankan("-C", str(kantor), "check-report", str(tmp_path / "tidak.docx")).kode == 2
    rusak = tmp_path / "laporan_bulanan_2026-02.docx"
    rusak.write_bytes(b"bukan dokumen")
    with pytest.raises(KinerjaError, match="bukan dokumen Word"):
        check_report(Workspace(kantor), rusak, None, waktu=WAKTU, lapor=diam)
    assert jalankan("-C", str(kantor), "check-report", str(rusak)).kode == 3
