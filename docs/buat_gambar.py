"""Membuat gambar panduan dari data contoh: python docs/buat_gambar.py [MAP HASIL kinerja demo]

Tanpa MAP, `kinerja demo` dijalankan lebih dahulu di map sementara. Berkas dicetak ke PDF oleh LibreOffice (berbahasa
Indonesia, supaya desimalnya koma), halamannya dicari menurut tulisannya, dipotong, dan disimpan sebagai PNG kecil di
docs/gambar. Memerlukan LibreOffice, pdftoppm dan pdftotext (poppler), dan Pillow. Catatan sel pada salinan formulir
dibuat terlihat lebih dahulu; di Excel catatan itu muncul bila penunjuk berada di atas selnya.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from docx import Document
from PIL import Image, ImageChops, ImageOps

AKAR = Path(__file__).resolve().parents[1]
TUJUAN = AKAR / "docs" / "gambar"
WARNA = 64
SISIPAN = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale"><value>id</value></prop></item>
</oor:items>
"""


@dataclass(frozen=True)
class Gambar:
    """One picture: from which file of the demo, the page that holds `cari`, and which part of it (fractions)."""

    nama: str
    sumber: str
    cari: str
    potong: tuple[float, float, float, float] = (0, 0, 1, 1)  # kiri, atas, kanan, bawah
    lebar: int = 1000


FORMULIR = "formulir/2026-04/formulir_IRB4_2026-04.xlsx"
SALINAN = "output/2026-02/pengembalian/IRB4_revisi1/perbaikan_IRB4_2026-02_revisi1.xlsx"
NOTA = "output/2026-02/pengembalian/IRB4_revisi1/nota_pengembalian_IRB4_2026-02_revisi1.docx"
KKV = "output/2026-04/kertas_kerja_validasi_2026-04.xlsx"
BULANAN = "output/2026-12/laporan_bulanan_2026-12.docx"
TAHUNAN = "output/2026/laporan_tahunan_2026.docx"
ANALISIS = "output/2026-12/analisis_2026-12.xlsx"

TEMPLAT = "templat/laporan_bulanan_diperiksa.docx"
KOREKSI = "output/2026-01/daftar_koreksi_2026-01.docx"
KENDALI = "output/2026-01/lembar_kendali_2026-01.docx"
BERKOMENTAR = 'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"true"}}'

SEMUA = (
    Gambar("formulir_warna", FORMULIR, "Arti warna", (0, 0, 1, 0.32), 900),
    Gambar("formulir", FORMULIR, "FORMULIR ISIAN DATA KINERJA", (0, 0, 0.66, 0.62), 1300),
    Gambar("salinan_bercatatan", SALINAN, "FORMULIR ISIAN DATA KINERJA", (0, 0, 0.75, 0.62), 1300),
    Gambar("nota_pengembalian", NOTA, "NOTA PENGEMBALIAN", (0, 0, 1, 0.8), 760),
    Gambar("kkv_ringkasan", KKV, "Kertas Kerja Validasi Data Kinerja", (0, 0, 1, 0.6), 1400),
    Gambar("kkv_temuan", KKV, "Temuan dan Keputusan Tim", (0, 0, 1, 0.6), 1400),
    Gambar("laporan_bulanan", BULANAN, "PEMERINTAH\nINSPEKTORAT\nLAPORAN KINERJA BULANAN", lebar=760),
    Gambar("laporan_tabel", BULANAN, "Capaian Indikator Kinerja\nTabel", lebar=1200),
    Gambar("laporan_grafik", BULANAN, "Gambar 1", lebar=760),
    Gambar("laporan_tahunan", TAHUNAN, "Ikhtisar Eksekutif", (0, 0, 1, 0.527), 760),
    Gambar("laporan_rincian", BULANAN, "Rincian Perhitungan", (0, 0, 1, 0.6), 800),
    Gambar("templat_diperiksa", TEMPLAT, "Dasar dan Tujuan\nCatatan: {{", (0, 0.175, 1, 0.4), 560),
    Gambar("daftar_koreksi", KOREKSI, "Tertulis pada Konsep", (0, 0.08, 1, 0.63), 1100),
    Gambar("lembar_kendali", KENDALI, "LEMBAR KENDALI", lebar=760),
    Gambar("analisis", ANALISIS, "Capaian indikator", (0, 0, 1, 0.5), 1400),
    Gambar("analisis_tren", ANALISIS, "Rata-rata capaian instansi", (0, 0, 1, 0.84), 1400),
    Gambar("analisis_jejak", ANALISIS, "Rumus dengan Angka\nIndikator!H7", (0, 0, 1, 0.62), 1500),
)


def main(arg: list[str]) -> None:
    """Make all pictures, or say which page was not found."""
    with tempfile.TemporaryDirectory() as sementara:
        kerja = Path(sementara)
        demo = kerja / "demo"
        if arg:
            shutil.copytree(arg[0], demo)
        else:
            _kinerja("demo", str(demo))
        _koreksi(demo)
        TUJUAN.mkdir(exist_ok=True)
        pdf = _cetak([demo / s for s in dict.fromkeys(g.sumber for g in SEMUA) if s != TEMPLAT], kerja)
        pdf |= _cetak([_templat_keliru(demo, kerja)], kerja, BERKOMENTAR)
        for g in SEMUA:
            _potret(g, pdf[Path(g.sumber).name], kerja)


def _kinerja(*arg: str) -> None:
    subprocess.run([sys.executable, "-m", "kinerja", *arg], cwd=AKAR, check=False, capture_output=True)


def _koreksi(demo: Path) -> None:
    """January as the Sekretaris sends it back: a comment, words typed over; then her approval, and a rejection."""
    konsep = Document(str(demo / "output/2026-01/laporan_bulanan_2026-01.docx"))
    isi = {p.text.split()[0]: p for p in reversed(konsep.paragraphs) if len(p.text) > 80 and len(p.runs) == 1}
    konsep.add_comment(isi["Capaian"].runs, "Sebutkan pula tanggal PK.", author="Ratna Kusumaningtyas", initials="RK")
    konsep.add_comment(isi["Formulir"].runs, "Sebutkan jumlah unitnya.", author="Ratna Kusumaningtyas", initials="RK")
    isi["Laporan"].runs[0].text = isi["Laporan"].text.replace("Laporan ini", "Laporan kinerja bulanan ini", 1)
    konsep.save(str(demo / "kembali.docx"))
    di = ("-C", str(demo))
    _kinerja(*di, "review", str(demo / "kembali.docx"))
    sekretaris, inspektur = ("--oleh", "Ratna Kusumaningtyas"), ("--oleh", "Hendra Prasetya")
    _kinerja(*di, "approve", "2026-01", *sekretaris)
    _kinerja(*di, "reject", "2026-01", *inspektur, "--catatan", "Tambahkan tindak lanjut IKU-01")
    _kinerja(*di, "build", "2026-01")
    _kinerja(*di, "approve", "2026-01", *sekretaris, "--catatan", "Tindak lanjut sudah ditambahkan")


def _templat_keliru(demo: Path, kerja: Path) -> Path:
    """The checked copy of a template with two slips in it."""
    (kerja / "templat").mkdir()
    berkas = Path(shutil.copy(demo / "templates" / "laporan_bulanan.docx", kerja / "templat"))
    dok = Document(str(berkas))
    for p in dok.paragraphs:
        if p.text == "{{ maksud }}":
            p.runs[0].text = "Catatan: {{ maksut }}"
            p.insert_paragraph_before("Yth. {{ instansi.tujuan }, melalui {{ instansi.melalui }}")
    dok.save(str(berkas))
    subprocess.run(
        [sys.executable, "-m", "kinerja", "templates", "check", str(berkas)], cwd=AKAR, check=False, capture_output=True
    )
    return kerja / TEMPLAT


def _cetak(berkas: Iterable[Path], kerja: Path, bentuk: str = "pdf") -> dict[str, Path]:
    """File name -> its PDF."""
    profil = kerja / "profil" / "user"
    profil.mkdir(parents=True, exist_ok=True)
    (profil / "registrymodifications.xcu").write_text(SISIPAN, encoding="utf-8")
    asal = [_catatan_terlihat(b, kerja / b.name) if "perbaikan_" in b.name else b for b in berkas]
    keluar = kerja / "pdf"
    perintah = ["soffice", f"-env:UserInstallation={profil.parent.as_uri()}", "--headless", "--convert-to", bentuk]
    subprocess.run([*perintah, "--outdir", str(keluar), *map(str, asal)], check=True, capture_output=True, timeout=300)
    return {a.name: keluar / f"{a.stem}.pdf" for a in asal}


def _catatan_terlihat(asal: Path, tujuan: Path) -> Path:
    """A copy of a workbook whose cell comments are shown all the time, so that they are printed."""
    with zipfile.ZipFile(asal) as lama, zipfile.ZipFile(tujuan, "w") as baru:
        for info in lama.infolist():
            isi = lama.read(info)
            if info.filename.endswith(".vml"):
                isi = isi.replace(b"visibility:hidden", b"visibility:visible")
                isi = isi.replace(b"</x:ClientData>", b"<x:Visible/></x:ClientData>")
            baru.writestr(info, isi)
    return tujuan


def _potret(g: Gambar, pdf: Path, kerja: Path) -> None:
    halaman = _halaman(pdf, g.cari)
    if halaman is None:
        raise SystemExit(f"{g.nama}: tulisan {g.cari!r} tidak ada di {pdf.name}")
    dasar = kerja / g.nama
    subprocess.run(
        ["pdftoppm", "-r", "200", "-f", str(halaman), "-l", str(halaman), "-singlefile", "-png", str(pdf), str(dasar)],
        check=True,
    )
    with Image.open(f"{dasar}.png") as penuh:
        gambar = _rapikan(penuh.convert("RGB"), g)
    gambar.quantize(WARNA, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(
        TUJUAN / f"{g.nama}.png", optimize=True
    )


def _rapikan(gambar: Image.Image, g: Gambar) -> Image.Image:
    """Cut to the part, trim the white, frame, and scale to the width."""
    kiri, atas, kanan, bawah = g.potong
    b, t = gambar.size
    gambar = gambar.crop((round(b * kiri), round(t * atas), round(b * kanan), round(t * bawah)))
    isi = ImageChops.difference(gambar, Image.new("RGB", gambar.size, "white")).getbbox()
    gambar = ImageOps.expand(gambar.crop(isi), 24, "white")
    gambar = gambar.resize((g.lebar, round(gambar.height * g.lebar / gambar.width)), Image.Resampling.LANCZOS)
    return ImageOps.expand(gambar, 1, "#9aa5b1")


def _halaman(pdf: Path, cari: str) -> int | None:
    """The first page with all lines of `cari`, in their order; a table of contents does not count."""
    teks = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    for n, isi in enumerate(teks.split("\f"), 1):
        letak = [isi.find(b) for b in cari.split("\n")]
        if min(letak) >= 0 and letak == sorted(letak) and "....." not in isi:
            return n
    return None


if __name__ == "__main__":
    main(sys.argv[1:])
