"""What people do between the commands of a page: forms arrive in `masuk/`, a decision is typed, a year is set up."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

import docx
import openpyxl

from sample_data.pengisi import Nilai, isi_formulir

Jalankan = Callable[..., None]  # runs a command at a date: jalankan("2026-02-04", "validate", "2026-01")

SEBAB = {
    "Faktor Penghambat": "41 rekomendasi menunggu pengesahan Peraturan Bupati tentang kebijakan akuntansi.",
    "Tindak Lanjut": "Koordinasi dengan Bagian Hukum setiap minggu sampai peraturan itu terbit.",
}
BUKTI = {"Data Pendukung": "Rekap tindak lanjut Januari 2026, nomor 700/031/2026"}
PAGU = {"SEK": "6.01.02.2.01.0002", "IRB1": "6.01.02.2.01.0001"}


def _kirim(kantor: Path, asal: Path, nama: str, tanggal: str, iku1: Mapping[str, Nilai]) -> None:
    """A form arrives on a day: Irban I's, with its figures of IKU-01, or the Sekretariat's, which has none."""
    waktu, unit = datetime.fromisoformat(f"{tanggal}T09:00:00"), "IRB1" if iku1 else "SEK"
    isi = isi_formulir(
        asal,
        {"IKU-01": iku1} if iku1 else {},
        {PAGU[unit]: 18_500_000 if unit == "IRB1" else 4_250_000},
        {"Tanggal": f"{waktu:%d/%m/%Y}"},
    )
    tujuan = kantor / "masuk" / nama
    tujuan.write_bytes(isi)
    os.utime(tujuan, (waktu.timestamp(), waktu.timestamp()))


def _formulir(kantor: Path, unit: str, bulan: str) -> Path:
    return kantor / "formulir" / bulan / f"formulir_{unit}_{bulan}.xlsx"


def formulir_masuk(kantor: Path, jalankan: Jalankan) -> None:
    """The Sekretariat's form is right; Irban I forgot the penyebut and the evidence."""
    _kirim(kantor, _formulir(kantor, "SEK", "2026-01"), "formulir sek.xlsx", "2026-02-03", {})
    iku1 = {"Pembilang": 209, **SEBAB}
    _kirim(kantor, _formulir(kantor, "IRB1", "2026-01"), "januari irban1 FINAL.xlsx", "2026-02-03", iku1)


def perbaikan_masuk(kantor: Path, jalankan: Jalankan) -> None:
    """Irban I mends the annotated copy."""
    asal = next((kantor / "output/2026-01/pengembalian/IRB1_revisi1").glob("perbaikan_*.xlsx"))
    iku1 = {"Penyebut": 300, **BUKTI}
    _kirim(kantor, asal, "januari irban1 perbaikan.xlsx", "2026-02-05", iku1)


def dua_berkas_masuk(kantor: Path, jalankan: Jalankan) -> None:
    """Irban I sends two different forms of February; neither answers the other."""
    for nama, pembilang, hari in (("irban1 feb.xlsx", 221, 2), ("irban1 feb (1).xlsx", 231, 3)):
        iku1 = {"Pembilang": pembilang, "Penyebut": 300, **SEBAB, **BUKTI}
        _kirim(kantor, _formulir(kantor, "IRB1", "2026-02"), nama, f"2026-03-0{hari}", iku1)


def kantor_baru(kantor: Path, jalankan: Jalankan) -> None:
    """The office of the README, with the forms of January made."""
    jalankan("2026-01-05", "init", str(kantor), "--tahun", "2026")
    jalankan("2026-01-28", "-C", str(kantor), "forms", "2026-01")


def kantor_januari(kantor: Path, jalankan: Jalankan) -> None:
    """January done, up to the report."""
    kantor_baru(kantor, jalankan)
    formulir_masuk(kantor, jalankan)
    jalankan("2026-02-04", "-C", str(kantor), "validate", "2026-01")
    perbaikan_masuk(kantor, jalankan)
    jalankan("2026-02-06", "-C", str(kantor), "validate", "2026-01")
    jalankan("2026-02-07", "-C", str(kantor), "build", "2026-01")


def konsep_dikoreksi(kantor: Path, jalankan: Jalankan) -> None:
    """The Sekretaris adds a sentence to the draft, in a copy of it."""
    dok = docx.Document(str(kantor / "output" / "2026-01" / "laporan_bulanan_2026-01.docx"))
    semua = dok.element.body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t")
    t = next(t for t in semua if (t.text or "").startswith("Demikian laporan kinerja"))
    t.text += " Pembahasannya dijadwalkan pada rapat tanggal 18 Februari 2026."
    dok.save(str(kantor / "laporan januari koreksi.docx"))


def konsep_angka_diubah(kantor: Path, jalankan: Jalankan) -> None:
    """The Sekretaris types over a figure of February's draft, in a copy of it."""
    dok = docx.Document(str(kantor / "output" / "2026-02" / "laporan_bulanan_2026-02.docx"))
    semua = dok.element.body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t")
    t = next(t for t in semua if "sebesar 96,25%" in (t.text or ""))
    t.text = t.text.replace("96,25%", "96,75%")
    dok.save(str(kantor / "laporan_bulanan_2026-02_koreksi.docx"))


def konsep_dipindai(kantor: Path, jalankan: Jalankan) -> None:
    """The initialled draft comes back from the Sekretaris as a scan."""
    (kantor / "konsep paraf.pdf").write_bytes(b"%PDF-1.4\n" + b"%" * 200)


def target_keliru(kantor: Path, jalankan: Jalankan) -> None:
    """Somebody types a word into a target of the master."""
    _ketik_target(kantor, "delapan puluh")


def target_dibetulkan(kantor: Path, jalankan: Jalankan) -> None:
    """And mends it."""
    _ketik_target(kantor, 80)


def templat_keliru(kantor: Path, jalankan: Jalankan) -> None:
    """The Sekretaris mistypes a name in the template of the monthly report."""
    _ketik_templat(kantor, "maksud", "maksut")


def templat_baik(kantor: Path, jalankan: Jalankan) -> None:
    """And mends it."""
    _ketik_templat(kantor, "maksut", "maksud")


def _ketik_templat(kantor: Path, lama: str, baru: str) -> None:
    berkas = str(kantor / "templates" / "laporan_bulanan.docx")
    dok = docx.Document(berkas)
    run = next(r for p in dok.paragraphs for r in p.runs if f"{{{{ {lama} }}}}" in r.text)
    run.text = run.text.replace(lama, baru)
    dok.save(berkas)


def tabel_lkj(kantor: Path, jalankan: Jalankan) -> None:
    """Last year's published table lies in the folder: six rows, each with a habit of its own."""
    (kantor / "lkj_2025.csv").write_text(
        "Indikator;Satuan;Polaritas;Target;Realisasi;Capaian\n"
        "Persentase rekomendasi yang ditindaklanjuti;%;Maksimal;80;63,89;79,86\n"
        "Angka kematian ibu;per 100.000;;162;186;87,09\n"
        "Persentase temuan berulang;%;Maksimal;4,20;4,65;90,32\n"
        "Indeks kepuasan masyarakat;%;Maksimal;80;78;0,98\n"
        "Persentase laporan tepat waktu;%;Maksimal;80;100;100\n"
        "Rata-rata;;;;;89,56\n",
        encoding="utf-8",
    )


def _ketik_target(kantor: Path, nilai: Nilai) -> None:
    buku = openpyxl.load_workbook(kantor / "induk.xlsx")
    buku["Target"]["F2"] = nilai
    buku.save(kantor / "induk.xlsx")
    buku.close()


LANGKAH = {
    f.__name__: f
    for f in (
        formulir_masuk, perbaikan_masuk, dua_berkas_masuk, kantor_baru, kantor_januari, konsep_dikoreksi,
        konsep_angka_diubah, konsep_dipindai,
        target_keliru, target_dibetulkan, tabel_lkj, templat_keliru, templat_baik,
    )
}  # fmt: skip
