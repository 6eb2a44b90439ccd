"""Cases of ISI and HTG: how a form is spoilt, what exactly must be found, and a form that comes close and passes."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from fractions import Fraction

from dunia_kecil import KA, Formulir, K, L, angka, buat_master, fakta, galat, rumus

from kinerja.domain.formulir import Kolom, KolomAnggaran
from kinerja.workbook.model import Jenis, Sel

Tempat = tuple[str, Kolom | KolomAnggaran] | str | None


@dataclass(frozen=True)
class Kasus:
    """`gagal` gives exactly one finding, `kode` at `tempat`; `lulus` gives none of this code."""

    kode: str
    gagal: Callable[[Formulir], object]
    tempat: Tempat
    lulus: Callable[[Formulir], object]
    bersih: bool = True  # the passing form has no finding at all
    catatan: str = ""


def isi(kode: str, kolom: Kolom | KolomAnggaran, nilai: object) -> Callable[[Formulir], object]:
    """A form with one cell changed."""
    return lambda f: f.isi(kode, kolom, nilai)


def indikator(kode: str, **ubah: object) -> Formulir:
    """A form of an office in which one indicator has other attributes."""
    asal = buat_master()
    return Formulir(
        master=dataclasses.replace(
            asal,
            indikator=tuple(dataclasses.replace(i, **ubah) if i.kode == kode else i for i in asal.indikator),
        )
    )


def _ganti(f: Formulir, lain: Formulir) -> Formulir:
    f.__dict__.update(lain.__dict__)
    return f


def _negatif_boleh(f: Formulir) -> None:
    _ganti(f, indikator("JML", batas_bawah=Fraction(-10), polaritas=f.master.indikator[5].polaritas))
    f.master = dataclasses.replace(
        f.master,
        indikator=tuple(
            dataclasses.replace(i, rumus_minimal=f.master.indikator[5].rumus_minimal) if i.kode == "JML" else i
            for i in f.master.indikator
        ),
    )
    f.isi("JML", K.REALISASI, -1)


def _jumlah_kumulatif(f: Formulir) -> None:
    f.isi("JML", K.REALISASI, 12)


def _rasio_kumulatif(f: Formulir) -> None:
    f.rasio(62, 74)


def _nilai_lalu(f: Formulir, kode: str, deret: tuple[int, ...], tahun: int = 2025) -> None:
    f.konteks["riwayat"] = {kode: tuple(fakta(kode, b, Fraction(v), tahun=tahun) for b, v in enumerate(deret, 1))}


def _anggaran_kumulatif(f: Formulir) -> None:
    f.isi("6.01.01", KA.REALISASI, 310_000)


KASUS: tuple[Kasus, ...] = (
    Kasus("ISI001", isi("PSN", K.REALISASI, None), ("PSN", K.REALISASI),
          lambda f: f.isi("JML", K.REALISASI, 0).jelaskan("JML")),
    Kasus("ISI001", isi("PSN", K.REALISASI, "  "), ("PSN", K.REALISASI), isi("PSN", K.REALISASI, 90)),
    Kasus("ISI001", isi("PRD", K.REALISASI, None), ("PRD", K.REALISASI), isi("PRD", K.REALISASI, " bb ")),
    Kasus("ISI002", isi("RSO", K.PENYEBUT, None), ("RSO", K.PENYEBUT), isi("RSO", K.PENYEBUT, 25)),
    Kasus("ISI002", lambda f: f.rasio(None, None), ("RSO", K.PEMBILANG), lambda f: f.rasio(25, 25)),
    Kasus("ISI003", isi("PSN", K.REALISASI, "sudah baik"), ("PSN", K.REALISASI), isi("PSN", K.REALISASI, 85.5)),
    Kasus("ISI003", isi("JML", K.REALISASI, "5" + "0" * 400), ("JML", K.REALISASI), isi("JML", K.REALISASI, 5)),
    Kasus("ISI004", isi("JML", K.REALISASI, "1.125"), ("JML", K.REALISASI),
          lambda f: f.isi("PSN", K.REALISASI, "79.86"), bersih=False),
    Kasus("ISI004", isi("JML", K.REALISASI, "1,125"), ("JML", K.REALISASI),
          lambda f: f.isi("MIN", K.REALISASI, "5,0"), bersih=False),
    Kasus("ISI005", isi("PSN", K.REALISASI, 0.85), ("PSN", K.REALISASI), isi("PSN", K.REALISASI, angka(0.85, "0%"))),
    Kasus("ISI005", isi("PSN", K.REALISASI, "0,85"), ("PSN", K.REALISASI),
          lambda f: f.isi("PSN", K.REALISASI, angka("0.008", "0.0%")).jelaskan("PSN")),
    Kasus("ISI005", isi("PSN", K.REALISASI, angka(85, "0.00%")), ("PSN", K.REALISASI),
          isi("PSN", K.REALISASI, angka("0.855", "0.0%"))),
    Kasus("ISI006", isi("PSN", K.REALISASI, angka("0.5", '"95%"')), ("PSN", K.REALISASI),
          isi("PSN", K.REALISASI, angka(85, "#,##0.00"))),
    Kasus("ISI006", isi("JML", K.REALISASI, angka(5, '#,##0.0,"rb"')), ("JML", K.REALISASI),
          isi("6.01.01", KA.REALISASI, angka(100000, '[$Rp-421] #,##0;[Red]-[$Rp-421] #,##0'))),
    Kasus("ISI006", isi("PSN", K.REALISASI, angka(85, ";;;")), ("PSN", K.REALISASI),
          isi("6.01.01", KA.REALISASI, angka(0, '_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-'))),
    Kasus("ISI007", isi("PSN", K.REALISASI, date(2026, 5, 3)), ("PSN", K.REALISASI), isi("PSN", K.REALISASI, 80)),
    Kasus("ISI008", isi("PSN", K.REALISASI, "80–90%"), ("PSN", K.REALISASI), isi("RTG", K.REALISASI, 7)),
    Kasus("ISI008", isi("JML", K.REALISASI, "1:32"), ("JML", K.REALISASI), isi("JML", K.REALISASI, 5)),
    Kasus("ISI009", isi("PSN", K.REALISASI, "n/a"), ("PSN", K.REALISASI), isi("SEM", K.REALISASI, "-")),
    Kasus("ISI009", isi("RSO", K.PEMBILANG, "-"), ("RSO", K.PEMBILANG),
          lambda f: f.rasio(0, 25).jelaskan("RSO")),
    Kasus("ISI010", isi("PSN", K.REALISASI, 120), ("PSN", K.REALISASI), isi("PSN", K.REALISASI, 100)),
    Kasus("ISI010", isi("PSN", K.REALISASI, angka("1.2", "0%")), ("PSN", K.REALISASI),
          isi("PSN", K.REALISASI, angka(1, "0%"))),
    Kasus("ISI011", isi("PSN", K.REALISASI, -85), ("PSN", K.REALISASI), isi("PSN", K.REALISASI, 85)),
    Kasus("ISI011", isi("RSO", K.PEMBILANG, -3), ("RSO", K.PEMBILANG), isi("RSO", K.PEMBILANG, 21)),
    Kasus("ISI012", isi("JML", K.REALISASI, 4.5), ("JML", K.REALISASI), isi("PSN", K.REALISASI, 85.25)),
    Kasus("ISI012", isi("6.01.01", KA.REALISASI, 100_000.005), ("6.01.01", KA.REALISASI),
          isi("6.01.01", KA.REALISASI, 100_000.55)),
    Kasus("ISI013", isi("RSO", K.PENYEBUT, 0), ("RSO", K.PENYEBUT), isi("RSO", K.PENYEBUT, 24)),
    Kasus("ISI014", lambda f: f.rasio(0, 0), ("RSO", K.PENYEBUT), lambda f: f.rasio(0, 5).jelaskan("RSO")),
    Kasus("ISI015", lambda f: f.rasio(30, 24), ("RSO", K.PEMBILANG), lambda f: f.rasio(24, 24)),
    Kasus("ISI016", isi("PRD", K.REALISASI, "Baik Sekali"), ("PRD", K.REALISASI), isi("PRD", K.REALISASI, "A")),
    Kasus("ISI016", isi("PRD", K.REALISASI, 80), ("PRD", K.REALISASI), isi("PRD", K.REALISASI, "bb")),
    Kasus("ISI017", isi("YAT", K.REALISASI, "Sudah"), ("YAT", K.REALISASI), isi("YAT", K.REALISASI, "YA")),
    Kasus("ISI017", isi("YAT", K.REALISASI, True), ("YAT", K.REALISASI), isi("YAT", K.REALISASI, " ya")),
    Kasus("ISI018", isi("SEM", K.REALISASI, 3), ("SEM", K.REALISASI), isi("SEM", K.REALISASI, None)),
    Kasus("ISI018", isi("SEM", K.REALISASI, galat()), ("SEM", K.REALISASI), isi("SEM", K.REALISASI, " ")),
    Kasus("ISI019", isi("PSN", K.REALISASI, galat("#REF!")), ("PSN", K.REALISASI),
          isi("PSN", K.CAPAIAN, galat("#DIV/0!", rumus="L7/G7*100"))),
    Kasus("ISI020", isi("PSN", K.REALISASI, rumus("80+5")), ("PSN", K.REALISASI),
          isi("PSN", K.REALISASI_SD, rumus("I7+L7"))),
    Kasus("ISI021", isi("PSN", K.REALISASI, rumus("17/20*100", 85)), ("PSN", K.REALISASI),
          isi("RSO", K.REALISASI, rumus("J9/K9*100", 99))),
    Kasus("ISI022", isi("JML", K.REALISASI, True), ("JML", K.REALISASI), isi("JML", K.REALISASI, 5)),
    Kasus("ISI023", isi("PSN", K.REALISASI, "85,5"), ("PSN", K.REALISASI), isi("PSN", K.REALISASI, 85.5)),
    Kasus("ISI023", isi("PSN", K.REALISASI, "95,96 %"), ("PSN", K.REALISASI), isi("PSN", K.REALISASI, 95.96)),
    Kasus("ISI024", isi("JML", K.REALISASI, "3 Kab"), ("JML", K.REALISASI), isi("JML", K.REALISASI, 5)),
    Kasus("ISI024", isi("JML", K.REALISASI, "Rp 5"), ("JML", K.REALISASI),
          lambda f: f.rasio("Rp 21", 24), bersih=False),
    Kasus("ISI025", lambda f: f.pengesahan.update({L.TANGGAL: date(2026, 4, 4)}), "B8",
          lambda f: f.pengesahan.update({L.TANGGAL: "3 April 2026"})),
    Kasus("ISI026", isi("JML", K.REALISASI, angka("0.05", "0%")), ("JML", K.REALISASI),
          isi("JML", K.REALISASI, angka(5, "0"))),
    Kasus("ISI026", isi("JML", K.REALISASI, "5 %"), ("JML", K.REALISASI), isi("JML", K.REALISASI, 5)),
    Kasus("ISI027", isi("PSN", K.REALISASI, angka(85, '0"%"')), ("PSN", K.REALISASI),
          isi("PSN", K.REALISASI, angka(85, "0.00_ ;[Red]\\-0.00\\ "))),
    Kasus("ISI028", isi("6.01.01", KA.REALISASI, None), ("6.01.01", KA.REALISASI), isi("6.01.01", KA.REALISASI, 0)),
    Kasus("ISI029", lambda f: f.pengesahan.update({L.TANGGAL: "minggu depan"}), "B8",
          lambda f: f.pengesahan.update({L.TANGGAL: "01/04/2026"})),
    Kasus("ISI030", isi("PSN", K.TINDAK_LANJUT, galat("#NAME?")), ("PSN", K.TINDAK_LANJUT),
          isi("PSN", K.TINDAK_LANJUT, "Dilanjutkan")),
    Kasus("ISI030", isi("PSN", K.FAKTOR_PENDORONG, rumus("SUM(1,2) berkas")), ("PSN", K.FAKTOR_PENDORONG),
          isi("PSN", K.FAKTOR_PENDORONG, "=SUM(1,2) berkas")),
    Kasus("ISI030", lambda f: f.isi("PSN", K.REALISASI, 50).jelaskan("PSN").isi("PSN", K.TINDAK_LANJUT, rumus("A1")),
          ("PSN", K.TINDAK_LANJUT), isi("PSN", K.TINDAK_LANJUT, "Menambah personel")),
    Kasus("ISI003", isi("6.01.01", KA.REALISASI, "lunas"), ("6.01.01", KA.REALISASI),
          isi("6.01.01", KA.REALISASI, 250_000)),
    Kasus("ISI007", isi("JML", K.REALISASI, Sel("A1", Jenis.TANGGAL, time(3, 5))), ("JML", K.REALISASI),
          isi("JML", K.REALISASI, 4)),
    Kasus("HTG001", isi("RSO", K.REALISASI, 95), ("RSO", K.REALISASI), isi("RSO", K.REALISASI, rumus("J9/K9", 5))),
    Kasus("HTG002", isi("JML", K.REALISASI_SD, 99), ("JML", K.REALISASI_SD),
          isi("JML", K.REALISASI_SD, rumus("I8+L8", 99))),
    Kasus("HTG003", isi("PSN", K.CAPAIAN, 110), ("PSN", K.CAPAIAN), isi("PSN", K.CAPAIAN, rumus("L7/G7", 3))),
    Kasus("HTG002", isi("SEM", K.REALISASI_SD, 3), ("SEM", K.REALISASI_SD), isi("SEM", K.REALISASI_SD, None)),
    Kasus("HTG003", isi("PSN", K.CAPAIAN, rumus("110", 110)), ("PSN", K.CAPAIAN),
          isi("PSN", K.CAPAIAN, rumus("L7/G7*100", 110))),
    Kasus("HTG003", isi("PSN", K.CAPAIAN, rumus("L7/G7*200", 212.5)), ("PSN", K.CAPAIAN),
          isi("PSN", K.CAPAIAN, rumus("IF(COUNT([.G7];[.L7])<2;\"\";ROUND([.L7]/[.G7]*100;2))", 7))),
    Kasus("HTG001", isi("RSO", K.REALISASI, rumus("J9/24*100", 90)), ("RSO", K.REALISASI),
          isi("RSO", K.REALISASI, rumus("#REF!/K9*100", 90))),
    Kasus("HTG002", isi("JML", K.REALISASI_SD, rumus("Rekap!L8+'[1]Rekap'!B4", 99)), ("JML", K.REALISASI_SD),
          isi("JML", K.REALISASI_SD, rumus("SUM($I$8,$L$8)", 99))),
    Kasus("HTG004", isi("6.01.01", KA.REALISASI_SD, rumus("D7+50000", 250_000)), ("6.01.01", KA.REALISASI_SD),
          isi("6.01.01", KA.REALISASI_SD, rumus("", 250_000))),
    Kasus("HTG003", isi("SEM", K.CAPAIAN, 100), ("SEM", K.CAPAIAN),
          isi("SEM", K.CAPAIAN, "Tidak diukur pada  periode ini")),
    Kasus("HTG003", isi("PSN", K.CAPAIAN, "baik"), ("PSN", K.CAPAIAN), isi("PSN", K.CAPAIAN, None)),
    Kasus("HTG004", isi("6.01.01", KA.REALISASI_SD, 900_000), ("6.01.01", KA.REALISASI_SD),
          isi("6.01.01", KA.REALISASI_SD, 300_000)),
    Kasus("HTG005", isi("6.01.01", KA.SERAPAN, 99), ("6.01.01", KA.SERAPAN), isi("6.01.01", KA.SERAPAN, 25)),
    Kasus("HTG006", isi("6.01.01", KA.REALISASI, 1_100_000), ("6.01.01", KA.REALISASI),
          isi("6.01.01", KA.REALISASI, 1_000_000)),
    Kasus("HTG007", _jumlah_kumulatif, ("JML", K.REALISASI), isi("JML", K.REALISASI, 5)),
    Kasus("HTG007", _rasio_kumulatif, ("RSO", K.PEMBILANG), lambda f: f.rasio(30, 36)),
    Kasus("HTG008", isi("6.01.01", KA.REALISASI, -5_000), ("6.01.01", KA.REALISASI), isi("6.01.01", KA.REALISASI, 1)),
    Kasus("HTG009", _anggaran_kumulatif, ("6.01.01", KA.REALISASI), isi("6.01.01", KA.REALISASI, 150_000)),
    Kasus("HTG010", isi("JML", K.REALISASI, 7), ("JML", K.REALISASI), isi("JML", K.REALISASI, 6)),
    Kasus("HTG011", _negatif_boleh, ("JML", K.REALISASI), isi("JML", K.REALISASI, 4)),
)  # fmt: skip
