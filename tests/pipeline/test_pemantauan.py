"""Monitoring papers through `masuk/`: any name, any wrapping, any week; beside the submissions, never one of them."""

from __future__ import annotations

import io
import json
import os
import zipfile
from datetime import date
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from helpers import docx_text
from helpers.jalankan import jalankan
from pipeline.kantor_uji import ISIAN, Kantor, saat

from kinerja.domain.pemantauan import LEMBAR_PANTAU
from kinerja.domain.periode import Periode
from kinerja.errors import KinerjaError, SalahPakai
from kinerja.pipeline.build import build
from kinerja.pipeline.model import HasilValidate, PantauDinilai
from kinerja.pipeline.monitor import monitor, path_pemantauan
from kinerja.pipeline.progress import diam
from kinerja.pipeline.sesi import buka
from kinerja.pipeline.status import status
from kinerja.pipeline.validate import validate
from kinerja.register.db import Register
from sample_data.pengisi import isi_pemantauan

R = {"Pembilang": 16, "Penyebut": 20}  # 80 %: the target of IKU-01 in the example master
TINDAKAN = {
    "Tindakan Perbaikan": "Menyurati objek pemeriksaan", "Penanggung Jawab": "Ketua Tim A",
    "Batas Waktu": date(2026, 1, 30),
}  # fmt: skip
BURUK = {"Pembilang": 10, "Penyebut": 20}


@pytest.fixture
def kantor(tmp_path: Path) -> Kantor:
    return Kantor(tmp_path / "kantor")


def kosong(kantor: Kantor, periode: str = "2026-01", hari: str = "01-02") -> Path:
    """The blank paper of IRB1."""
    p = Periode.parse(periode)
    monitor(kantor.ws, p, unit="IRB1", waktu=saat(hari), lapor=diam)
    return kantor.ws.akar / path_pemantauan("IRB1", p)


def isian(*minggu: dict[str, Any] | None) -> dict[int, dict[str, dict[str, Any]]]:
    """IKU-01 from week 1 on; None leaves a week empty."""
    return {ke: {"IKU-01": isi} for ke, isi in enumerate(minggu, 1) if isi is not None}


def letakkan(kantor: Kantor, isi: bytes, nama: str, hari: str) -> Path:
    tujuan = kantor.ws.masuk / nama
    tujuan.write_bytes(isi)
    os.utime(tujuan, (saat(hari).timestamp(),) * 2)
    return tujuan


def jalan(kantor: Kantor, hari: str, periode: str | None = None) -> HasilValidate:
    p = Periode.parse(periode) if periode is not None else None
    return validate(kantor.ws, p, (), waktu=saat(hari), lapor=diam)


def satu(hasil: HasilValidate) -> PantauDinilai:
    [d] = hasil.pantau
    return d


def kode(d: PantauDinilai) -> list[str]:
    return [t.kode for t in d.temuan]


def tindakan_laporan(kantor: Kantor, periode: str, hari: str) -> list[tuple[str, str, str]]:
    """(when it was written, deadline, status) of each action that the report of the month prints."""
    build(kantor.ws, Periode.parse(periode), waktu=saat(hari), pdf=False, lapor=diam)
    naskah = (kantor.ws.akar / f"output/{periode}/laporan_bulanan_{periode}.docx").read_bytes()
    baris = [b.split(" | ") for b in docx_text.dump(naskah).splitlines() if "Menyurati objek pemeriksaan" in b]
    return [(b[3], b[6], b[7]) for b in baris]


def test_a_paper_is_no_submission(kantor: Kantor) -> None:
    sumber = kosong(kantor)
    letakkan(kantor, isi_pemantauan(sumber, isian(R, R)), "catatan mingguan (2).xlsx", "01-12")
    hasil = jalan(kantor, "01-12")
    d = satu(hasil)
    assert (d.kertas.unit, d.kertas.periode, d.minggu_terisi, kode(d)) == ("IRB1", "2026-01", (1, 2), [])
    assert (hasil.periode, hasil.ada_galat) == ((), False)
    hasil = jalan(kantor, "01-12", "2026-01")
    assert hasil.periode[0].berkas == ()
    assert "IRB1" in hasil.periode[0].belum_masuk
    assert jalan(kantor, "01-13").pantau == ()  # nothing new: nothing is said again
    with Register.open(kantor.ws.register) as reg:
        assert reg.kiriman() == ()
        assert reg.belum_dinilai() == ()


def test_the_latest_version_counts_and_what_it_lost_is_told(kantor: Kantor) -> None:
    sumber = kosong(kantor)
    letakkan(kantor, isi_pemantauan(sumber, isian(R, R)), "minggu 2.xlsx", "01-12")
    jalan(kantor, "01-12")
    letakkan(kantor, isi_pemantauan(sumber, isian(R, R, R)), "minggu 3.xlsx", "01-19")
    d = satu(jalan(kantor, "01-19"))
    assert (d.kertas.path, d.minggu_terisi, kode(d)) == ("masuk/minggu 3.xlsx", (1, 2, 3), [])
    letakkan(kantor, isi_pemantauan(sumber, isian(R)), "lama.xlsx", "01-20")
    d = satu(jalan(kantor, "01-20"))
    assert (d.kertas.path, sorted(kode(d))) == ("masuk/lama.xlsx", ["PTU011", "PTU011", "PTU012", "PTU012"])
    letakkan(kantor, isi_pemantauan(sumber, isian(R, BURUK)), "terselip.xlsx", "01-11")  # older than what counts
    assert satu(jalan(kantor, "01-21")).kertas.path == "masuk/lama.xlsx"


def test_same_bytes_under_another_name_are_nothing_new(kantor: Kantor) -> None:
    isi = isi_pemantauan(kosong(kantor), isian(R))
    letakkan(kantor, isi, "a.xlsx", "01-05")
    jalan(kantor, "01-05")
    letakkan(kantor, isi, "b.xlsx", "01-06")
    hasil = jalan(kantor, "01-06", "2026-01")
    assert satu(hasil).kertas.path == "masuk/a.xlsx"
    assert hasil.periode[0].berkas == ()


def test_papers_come_in_archives_and_mails(kantor: Kantor) -> None:
    sumber = kosong(kantor)
    arsip = io.BytesIO()
    with zipfile.ZipFile(arsip, "w") as z:
        z.writestr("data/pantau.xlsx", isi_pemantauan(sumber, isian(R)))
    letakkan(kantor, arsip.getvalue(), "kiriman.zip", "01-05")
    assert satu(jalan(kantor, "01-05")).kertas.path == "masuk/kiriman.zip!/data/pantau.xlsx"
    surat = EmailMessage()
    surat["From"], surat["Subject"], surat["Date"] = "irb1@contoh.go.id", "pantau", "Mon, 12 Jan 2026 08:00:00 +0700"
    surat.set_content("Terlampir.")
    surat.add_attachment(
        isi_pemantauan(sumber, isian(R, R)), maintype="application", subtype="octet-stream", filename="p.xlsx"
    )
    letakkan(kantor, surat.as_bytes(), "surat.eml", "01-12")
    d = satu(jalan(kantor, "01-12"))
    assert (d.kertas.path, d.kertas.diterima.date()) == ("masuk/surat.eml!/p.xlsx", date(2026, 1, 12))


def test_fault_gives_a_note_and_exit_1_until_mended(kantor: Kantor) -> None:
    sumber = kosong(kantor)
    letakkan(kantor, isi_pemantauan(sumber, isian(BURUK)), "a.xlsx", "01-05")
    hasil = jalan(kantor, "01-05")
    d = satu(hasil)
    assert (kode(d), hasil.ada_galat) == (["PTU004"], True)
    assert jalan(kantor, "01-05").ada_galat  # still, when nothing is new
    assert d.catatan is not None
    teks = (kantor.ws.akar / d.catatan).read_bytes().decode("utf-8-sig")
    assert "Minggu 1, sel Q7" in teks
    assert "PTU" not in teks
    letakkan(kantor, isi_pemantauan(sumber, isian(BURUK | TINDAKAN)), "b.xlsx", "01-06")
    hasil = jalan(kantor, "01-06")
    assert (kode(satu(hasil)), hasil.ada_galat, satu(hasil).catatan) == ([], False, None)


def test_open_actions_carry_over_into_the_next_paper_and_the_report(kantor: Kantor) -> None:
    sumber = kosong(kantor)
    minggu = isian(R, BURUK | TINDAKAN, R | {"Status Tindakan Lalu": "Berjalan"}, R, R)
    letakkan(kantor, isi_pemantauan(sumber, minggu), "jan.xlsx", "02-02")
    jalan(kantor, "02-02")
    februari = kosong(kantor, "2026-02", "02-02")
    ws = openpyxl.load_workbook(februari)["Minggu 1"]
    assert ws["O7"].value == "Menyurati objek pemeriksaan – Ketua Tim A, s.d. 30/1/2026"
    assert tindakan_laporan(kantor, "2026-01", "02-10") == [("Minggu 2", "30 Januari 2026", "Berjalan")]
    minggu = isian(None, R | {"Status Tindakan Lalu": "Selesai"}, R, R, R)
    letakkan(kantor, isi_pemantauan(februari, minggu), "feb.xlsx", "03-02")
    d = next(x for x in jalan(kantor, "03-02").pantau if x.kertas.periode == "2026-02")
    assert [(t.kunci, t.status.value, t.selesai) for t in d.isi.tindakan] == [(("IKU-01", "2026-01", 2), "Selesai", 2)]
    assert tindakan_laporan(kantor, "2026-02", "03-10") == [
        ("Minggu 2, Januari 2026", "30 Januari 2026", "Selesai (minggu 2)")
    ]
    maret = kosong(kantor, "2026-03", "03-02")
    assert not openpyxl.load_workbook(maret)["Minggu 1"]["O7"].value


def test_form_that_differs_is_warned_of_until_it_agrees(kantor: Kantor) -> None:
    sumber = kosong(kantor)
    letakkan(kantor, isi_pemantauan(sumber, isian(R, R, R, R, R)), "jan.xlsx", "02-01")
    formulir = kantor.formulir("2026-01", "02-01")
    kantor.kirim(formulir, "02-02")  # 23 / 36
    b = kantor.validate("2026-01", "02-03")
    [t] = [t for t in b.temuan if t.kode == "SLR010"]
    assert (t.sumber.lembar, t.tertulis, t.diharapkan) == ("Data Kinerja", "63,89", "80,00")
    assert "masuk/jan.xlsx, lembar Minggu 5, sel I7, J7" in t.pesan
    assert b.status.value == "valid_dengan_catatan"
    kkv = openpyxl.load_workbook(kantor.ws.akar / "output/2026-01/kertas_kerja_validasi_2026-01.xlsx")
    assert kkv.sheetnames[-1] == "Pemantauan"
    assert "IRB1" in [c.value for c in kkv["Pemantauan"]["A"]]
    minggu = isian(R, R, R, R, {"Pembilang": ISIAN["Pembilang"], "Penyebut": ISIAN["Penyebut"]} | TINDAKAN)
    letakkan(kantor, isi_pemantauan(sumber, minggu), "jan baru.xlsx", "02-04")
    assert "SLR010" not in [t.kode for t in kantor.validate("2026-01", "02-04").temuan]


def test_json_has_a_key_only_where_papers_came(kantor: Kantor) -> None:
    sumber = kosong(kantor)
    akar = str(kantor.ws.akar)
    kantor.kirim(kantor.formulir("2026-01", "02-01"), "02-02")
    assert "pemantauan" not in json.loads(jalankan("-C", akar, "validate", "2026-01", "--json").stdout)
    letakkan(kantor, isi_pemantauan(sumber, isian(BURUK)), "p.xlsx", "01-05")
    [p] = json.loads(jalankan("-C", akar, "validate", "2026-01", "--json").stdout)["pemantauan"]
    assert (p["unit"], p["periode"], p["minggu"], p["temuan"][0]["kode"]) == ("IRB1", "2026-01", [1], "PTU004")


def test_status_tells_which_weeks_came(kantor: Kantor) -> None:
    def langkah(hari: str) -> tuple[str, str | None]:
        posisi = next(
            p for p in status(kantor.ws, Periode.parse("2026-01"), waktu=saat(hari)).langkah if p.langkah.id == "4"
        )
        return posisi.status.value, posisi.bukti

    sumber = kosong(kantor)
    assert langkah("01-20")[1] is None
    letakkan(kantor, isi_pemantauan(sumber, isian(R, R, R)), "a.xlsx", "01-19")
    jalan(kantor, "01-19")
    assert langkah("01-20") == ("berjalan", "0 dari 1 unit lengkap: IRB1 minggu 1–3 dari 5")
    letakkan(kantor, isi_pemantauan(sumber, isian(R, R, R, R, R)), "b.xlsx", "02-01")
    jalan(kantor, "02-01")
    assert langkah("02-02") == ("selesai", "1 dari 1 unit lengkap: IRB1 minggu 1–5 dari 5")


def test_a_filled_paper_is_never_overwritten_and_only_months_are_monitored(kantor: Kantor) -> None:
    sumber = kosong(kantor)
    sama = sumber.read_bytes()
    assert kosong(kantor).read_bytes() == sama
    sumber.write_bytes(isi_pemantauan(sumber, isian(R)))
    with pytest.raises(KinerjaError, match="sudah berubah"):
        kosong(kantor)
    for lain in ("2026-TW1", "2025-01"):
        with pytest.raises(SalahPakai):
            monitor(kantor.ws, Periode.parse(lain), unit=None, waktu=saat("01-02"), lapor=diam)
    with pytest.raises(SalahPakai):  # nothing of SEK is measured in January
        monitor(kantor.ws, Periode.parse("2026-01"), unit="SEK", waktu=saat("01-02"), lapor=diam)


def test_a_paper_that_lost_its_hidden_sheet_is_known_by_its_line(kantor: Kantor) -> None:
    buku = openpyxl.load_workbook(io.BytesIO(isi_pemantauan(kosong(kantor), isian(R))))
    del buku[LEMBAR_PANTAU]
    buku.save(kantor.ws.masuk / "tanpa tanda.xlsx")
    d = satu(jalan(kantor, "01-05"))
    assert (d.kertas.unit, d.minggu_terisi) == ("IRB1", (1,))


def test_a_paper_of_another_office_is_refused_and_no_unknown_form(kantor: Kantor, tmp_path: Path) -> None:
    lain = Kantor(tmp_path / "lain")
    buku = openpyxl.load_workbook(lain.ws.akar / "induk.xlsx")
    ws = buku["Instansi"]
    baris = next(r for r in ws.iter_rows(max_col=2) if r[0].value == "Nama Instansi")
    baris[1].value = "Inspektorat Lain"
    buku.save(lain.ws.akar / "induk.xlsx")
    letakkan(kantor, isi_pemantauan(kosong(lain), isian(R)), "salah alamat.xlsx", "01-05")
    hasil = jalan(kantor, "01-05")
    assert (kode(satu(hasil)), hasil.ada_galat) == (["PTU001"], True)
    assert all(h.berkas == () for h in hasil.periode)
    assert jalan(kantor, "01-06").ada_galat  # as long as it lies there


def test_new_master_judges_again(kantor: Kantor) -> None:
    letakkan(kantor, isi_pemantauan(kosong(kantor), isian(R)), "a.xlsx", "01-05")
    jalan(kantor, "01-05")
    with buka(kantor.ws, saat("01-05")) as sesi:
        [lama] = sesi.reg.pantau()
    setelan = kantor.ws.akar / "kinerja.toml"
    setelan.write_text(setelan.read_text(encoding="utf-8") + "\nhari_perbaikan = 3\n", encoding="utf-8")
    jalan(kantor, "01-06")
    with buka(kantor.ws, saat("01-06")) as sesi:
        [baru] = sesi.reg.pantau()
    assert baru.sidik != lama.sidik
    assert (baru.id, baru.path) == (lama.id, lama.path)
