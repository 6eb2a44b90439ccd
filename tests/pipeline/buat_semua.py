"""Makes every document that the program writes, in a folder; run as a process of its own by test_byte_sama.

Usage: buat_semua.py semua|telanjang FOLDER. Prints JSON: the SHA-256 of each file by its name in the folder.
`telanjang`: what the bare libraries write when nobody watches their clock.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import zipfile
from collections.abc import Callable
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parents[1])]

TAHAP = 3  # of the sample's story: January with what was wrong in it, and its report
PERIODE = ("2026-01", "2026-TW1", "2026-S1", "2026")
BUKAN_DOKUMEN = ("arsip/", "masuk/", "kinerja.db")


def semua(folder: Path) -> None:
    """Every command that writes, once."""
    from helpers.jalankan import jalankan

    from kinerja.cli import options
    from kinerja.pipeline import demo, finalize
    from kinerja.pipeline.progress import diam

    options.now = lambda: datetime(2026, 2, 10, 9)  # before any command is imported
    from koreksi.buat_docx import dikomentari, docx, hapus, ins, komentar, p

    from kinerja.render.surat import JENIS
    from kinerja.workbook.patch import PaketTambal

    finalize.cari_libreoffice = lambda: None  # its PDF is not the same twice

    def perintah(*arg: str, boleh: tuple[int, ...] = (0,)) -> None:
        hasil = jalankan(*arg)
        assert hasil.kode in boleh, f"{arg}: {hasil.kode} {hasil.stdout} {hasil.stderr}"

    muat = demo.load_alur
    demo.load_alur = lambda sumber: muat(sumber)[:TAHAP]
    kantor = folder / "kantor"
    demo.demo(kantor, contoh="inspektorat", lapor=diam)
    perintah("init", str(folder / "baru"), "--tahun", "2026")
    di = ("-C", str(kantor))
    perintah(*di, "forms", "2026-02")
    for periode in PERIODE:
        perintah(*di, "build", periode, "--jejak", boleh=(0, 1))
    kembali = kantor / "masuk" / "kembali.docx"
    kembali.write_bytes(docx(p(dikomentari(1, "kata"), hapus("lama"), ins("baru")), komentar=komentar(1, "Mengapa?")))
    perintah(*di, "review", str(kembali))
    for jenis, surat in JENIS.items():
        perintah(*di, "letter", jenis, *(() if surat.tahunan else ("2026-01",)))
    perintah(*di, "remind", "2026-02")
    perintah(*di, "schedule", "2026-02", "--ics")
    perintah(*di, "sop", "print")
    perintah(*di, "monitor", "2026-02")
    for bentuk in ("csv", "json", *(("parquet",) if find_spec("pyarrow") else ())):
        perintah(*di, "export", "2026-01", "--format", bentuk)
    _kirim(kantor, perintah)
    baik, salah = (kantor / "templates" / f"{n}.docx" for n in ("surat_edaran", "laporan_bulanan"))
    paket = PaketTambal(salah.read_bytes())
    paket.put("word/document.xml", paket.read("word/document.xml").replace(b"{{ periode.nama }}", b"{{ periode.nma }}"))
    salah.write_bytes(paket.to_bytes())
    perintah("templates", "check", str(baik))
    perintah("templates", "check", str(salah), boleh=(1,))


def _kirim(kantor: Path, perintah: Callable[..., None]) -> None:
    """January becomes final and is delivered; then it is opened again, and its next version is a correction."""
    di, periode = ("-C", str(kantor)), "2026-01"
    tanda_terima = kantor.parent / "tanda terima.pdf"
    tanda_terima.write_bytes(b"%PDF-1.4\n" + b"%" * 200)
    for versi in (1, 2):
        perintah(*di, "build", periode, boleh=(0, 1))
        for nama in ("Ratna Kusumaningtyas", "Bambang Wiryawan"):
            perintah(*di, "approve", periode, "--oleh", nama)
        perintah(*di, "finalize", periode, "--sementara")
        perintah(*di, "deliver", periode, "--ttd", str(tanda_terima))
        if versi == 1:
            perintah(*di, "deliver", periode, "--bukti", str(tanda_terima), "--oleh", "A", "--tanggal", "2026-02-10")
            perintah(*di, "reopen", periode, "--oleh", "B", "--alasan", "C")


def telanjang(folder: Path) -> None:
    """One document of each library, without our care."""
    import docx
    import openpyxl
    import xlsxwriter

    openpyxl.Workbook().save(folder / "openpyxl.xlsx")
    with xlsxwriter.Workbook(str(folder / "xlsxwriter.xlsx")) as buku:
        buku.add_worksheet()
    docx.Document().save(str(folder / "docx.docx"))
    with zipfile.ZipFile(folder / "zip.zip", "w") as z:
        z.writestr("a", "b")
    (folder / "hari.txt").write_text(f"{datetime.now():%d/%m/%Y %H:%M}", encoding="utf-8")  # noqa: DTZ005 - on purpose
    (folder / "folder.txt").write_text(str(folder), encoding="utf-8")
    (folder / "urutan.txt").write_text(" ".join({f"kata{n}" for n in range(50)}), encoding="utf-8")
    (folder / "tetap.txt").write_text("sama", encoding="utf-8")


def main() -> None:
    """Make, then hash."""
    apa, folder = sys.argv[1], Path(sys.argv[2])
    folder.mkdir(parents=True)
    os.chdir(folder)
    {"semua": semua, "telanjang": telanjang}[apa](folder)
    hasil = {}
    for berkas in sorted(p for p in folder.rglob("*") if p.is_file()):
        nama = berkas.relative_to(folder).as_posix()
        if not nama.removeprefix("kantor/").startswith(BUKAN_DOKUMEN) and not nama.endswith("kinerja.db"):
            hasil[nama] = hashlib.sha256(berkas.read_bytes()).hexdigest()
    sys.stdout.write(json.dumps(hasil))


main()
