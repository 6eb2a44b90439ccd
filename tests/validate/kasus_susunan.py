"""Cases of BTK, SLR, LKP and BKT."""

from __future__ import annotations

import dataclasses
from datetime import date
from fractions import Fraction
from typing import Any

from dunia_kecil import ANGGARAN_LALU, FAKTA_LALU, KA, PROFIL, Formulir, K, L, fakta, saat, uraian
from kasus_isian import Kasus, isi

from kinerja.domain.bukti import BerkasBukti, nama_bukti
from kinerja.domain.kiriman import IsiKiriman
from kinerja.domain.nilai import TIDAK, YA
from kinerja.domain.periode import Periode
from kinerja.sop.ambang import AMBANG
from kinerja.validate.model import Dilaporkan

_PANJANG = "Rapat koordinasi dilaksanakan setiap minggu bersama perangkat daerah"


def _identitas(**ubah: Any) -> Any:
    return lambda f: f.form.update(identitas=ubah)


def _konteks(**ubah: Any) -> Any:
    return lambda f: f.konteks.update(ubah)


def _hapus(kode: str) -> Any:
    return lambda f: f.baris.pop(kode)


def _palsukan(f: Formulir) -> None:
    """The hidden sheet says another target than the register."""
    baris = tuple(dataclasses.replace(b, target_sd="1") if b.kode == "JML" else b for b in f.terbit.baris)
    f.terbit_form = dataclasses.replace(f.terbit, baris=baris)


def _baris_baru(f: Formulir) -> None:
    f.tambahan.append({K.KODE: "BARU", K.INDIKATOR: "Jumlah kegiatan baru", K.REALISASI: 9})


def _kode_berubah(f: Formulir) -> None:
    f.isi("SEM", K.KODE, "SEM-1")


def _tanpa_terbit(f: Formulir) -> None:
    f.terbit_form = None
    f.konteks["terbit"] = None


def _anggaran_baru(f: Formulir) -> None:
    f.anggaran["9.99"] = {KA.KODE: "9.99", KA.URAIAN: "Kegiatan lain", KA.REALISASI: 5}


def _anggaran_ganda(f: Formulir) -> None:
    f.anggaran["salinan"] = f.anggaran["6.01.01"]


def _riwayat(f: Formulir, nilai: int) -> None:
    deret = (80, 82, 81, 83, 80, 84)
    f.konteks["riwayat"] = {"PSN": tuple(fakta("PSN", b, Fraction(v), tahun=2025) for b, v in enumerate(deret, 1))}
    f.isi("PSN", K.REALISASI, nilai).jelaskan("PSN")


def _habis(f: Formulir, realisasi: int) -> None:
    """One indicator, nothing done, and the money gone."""
    f.terbit = dataclasses.replace(f.terbit, baris=tuple(b for b in f.terbit.baris if b.kode == "JML"))
    f.baris = {"JML": f.baris["JML"]}
    f.konteks["terbit"] = f.terbit
    f.isi("JML", K.REALISASI, realisasi).jelaskan("JML").isi("6.01.01", KA.REALISASI, 1_000_000)


def _tanpa_belanja(f: Formulir, awal: int) -> None:
    f.konteks["profil"] = dataclasses.replace(PROFIL, ambang={**AMBANG, "bulan_belanja": Fraction(awal)})
    uang = tuple(dataclasses.replace(a, realisasi_sd_lalu="0") for a in f.terbit.anggaran)
    f.terbit = dataclasses.replace(f.terbit, anggaran=uang)
    f.konteks.update(terbit=f.terbit, anggaran_lalu=())
    f.isi("6.01.01", KA.REALISASI_SD_LALU, 0).isi("6.01.01", KA.REALISASI, 0)


def _lalu_diperbaiki(f: Formulir) -> None:

    f.konteks["fakta_lalu"] = tuple(
        dataclasses.replace(x, nilai=Fraction(3)) if (x.indikator, x.bulan) == ("JML", 2) else x for x in FAKTA_LALU
    )


def _bulan_lalu_hilang(f: Formulir) -> None:

    f.konteks["fakta_lalu"] = tuple(x for x in FAKTA_LALU if (x.indikator, x.bulan) != ("JML", 2))


def _salin(f: Formulir, teks: str) -> None:
    f.konteks["uraian_lalu"] = (uraian("JML", faktor_pendorong=_PANJANG),)
    f.isi("JML", K.FAKTOR_PENDORONG, teks)


def _terlapor(f: Formulir, alasan: str | None = None, uang: int = 100_000, **ubah: Any) -> None:
    """A report has printed figures of this form, as they are on it but for those in `ubah`."""
    f.alasan = alasan
    isi: dict[str, Any] = {"PSN": Fraction(85), "RSO": (21, 24), "YAT": YA, **ubah}
    semua = [
        fakta(kode, 3, None, x) if isinstance(x, tuple) else fakta(kode, 3, x) for kode, x in isi.items()
    ]  # fmt: skip
    anggaran = (dataclasses.replace(ANGGARAN_LALU[0], bulan=3, realisasi=Fraction(uang)),)
    f.konteks["dilaporkan"] = Dilaporkan(
        laporan=Periode.parse("2026-03"), dibuat=date(2026, 4, 8), isi=IsiKiriman(fakta=tuple(semua), anggaran=anggaran)
    )


_ALASAN = "Dua laporan terhitung ganda menurut LHP 700/21/2026"


def _deviasi(f: Formulir, penghambat: Any, tindak_lanjut: Any) -> None:
    f.isi("JML", K.REALISASI, 3).isi("JML", K.FAKTOR_PENGHAMBAT, penghambat)
    f.isi("JML", K.TINDAK_LANJUT, tindak_lanjut)


def _lampiran(f: Formulir, teks: str, **lain: Any) -> None:
    """Evidence `LHP 12.pdf` came, and a row says this of it."""
    dasar: dict[str, Any] = {"sha256": "b" * 64, "ukuran": 50_000, "diterima": saat("2026-04-02T09:00")}
    berkas = BerkasBukti(nama="LHP 12.pdf", path="masuk/bukti/LHP 12.pdf", **{**dasar, **lain})
    f.konteks["bukti"] = nama_bukti([berkas])
    f.isi("RSO", K.DATA_PENDUKUNG, teks)


def _surel(f: Formulir, *dari: str) -> None:
    """Units have an address, and the form came by mails from these."""
    unit = tuple(dataclasses.replace(u, pos_el="sek@contoh.go.id; Umum <umum@contoh.go.id>") for u in f.master.unit)
    f.master = dataclasses.replace(f.master, unit=unit)
    f.konteks["pengirim"] = dari


KASUS: tuple[Kasus, ...] = (
    Kasus("BTK020", _identitas(instansi="ffffffff"), None, _identitas()),
    Kasus("BTK021", _identitas(unit="XYZ"), None, _identitas(unit="SEK")),
    Kasus("BTK022", _identitas(periode="2026-TW1"), None, _identitas(periode="2026-03")),
    Kasus("BTK022", _identitas(periode="2025-03"), None, _identitas(periode="2026-03")),
    Kasus("BTK022", _identitas(periode="Maret"), None, _identitas(periode="2026-03")),
    Kasus("BTK023", _identitas(versi_master="entahentah00"), None, _identitas()),
    Kasus("BTK024", _identitas(versi_master="lamalamalama"), None, _identitas()),
    Kasus("BTK025", lambda f: (_identitas(menjawab_revisi=2)(f), _konteks(revisi_terakhir=1)(f)), None,
          lambda f: (_identitas(menjawab_revisi=1)(f), _konteks(revisi_terakhir=1)(f))),
    Kasus("BTK026", _palsukan, None, lambda f: setattr(f, "terbit_form", None)),
    Kasus("BTK027", _hapus("PSN"), None, lambda f: f.baris.update(PSN=f.baris.pop("PSN"))),
    Kasus("BTK028", _baris_baru, "B17", lambda f: f.tambahan.append({K.NO: 11})),
    Kasus("BTK029", lambda f: f.salinan.append("PSN"), "B17", isi("PSN", K.NO, 7)),
    Kasus("BTK030", _kode_berubah, ("SEM", K.KODE), isi("SEM", K.NO, 1)),
    Kasus("BTK030", isi("SEM", K.KODE, ""), ("SEM", K.KODE), isi("SEM", K.NO, None)),
    Kasus("BTK031", isi("JML", K.TARGET_PERIODE, 2), ("JML", K.TARGET_PERIODE), isi("JML", K.TARGET_PERIODE, "4")),
    Kasus("BTK031", isi("RTG", K.TARGET_TAHUN, saat("2026-08-07T00:00")), ("RTG", K.TARGET_TAHUN),
          isi("RTG", K.TARGET_TAHUN, "7 s.d. 8")),
    Kasus("BTK031", isi("PRD", K.TARGET_SD, "B"), ("PRD", K.TARGET_SD), isi("PRD", K.TARGET_SD, "bb")),
    Kasus("BTK031", isi("PSN", K.TARGET_SD, None), ("PSN", K.TARGET_SD), isi("PSN", K.TARGET_SD, 80)),
    Kasus("BTK032", isi("JML", K.REALISASI_SD_LALU, 7), ("JML", K.REALISASI_SD_LALU),
          isi("JML", K.REALISASI_SD_LALU, "8")),
    Kasus("BTK033", isi("JML", K.INDIKATOR, "Jumlah rapat"), ("JML", K.INDIKATOR),
          isi("JML", K.INDIKATOR, "jumlah  laporan\nhasil pengawasan ")),
    Kasus("BTK034", isi("JML", K.SATUAN, "orang"), ("JML", K.SATUAN), isi("JML", K.SATUAN, "Dokumen")),
    Kasus("BTK035", isi("JML", K.SASARAN, "Sasaran lain"), ("JML", K.SASARAN), isi("JML", K.SASARAN, "S1")),
    Kasus("BTK036", isi("PSN", K.CAPAIAN, "106,25"), ("PSN", K.CAPAIAN), isi("PSN", K.CAPAIAN, None)),
    Kasus("BTK037", lambda f: f.anggaran.clear(), None, isi("6.01.01", KA.REALISASI, 0)),
    Kasus("BTK038", _anggaran_baru, "A8", isi("6.01.01", KA.REALISASI, 0)),
    Kasus("BTK038", isi("6.01.01", KA.KODE, "6-01-01"), ("6.01.01", KA.KODE), isi("6.01.01", KA.REALISASI, 0)),
    Kasus("BTK039", _anggaran_ganda, "A8", isi("6.01.01", KA.REALISASI, 0)),
    Kasus("BTK040", isi("6.01.01", KA.PAGU, 9_000_000), ("6.01.01", KA.PAGU), isi("6.01.01", KA.PAGU, "1.200.000")),
    Kasus("BTK041", isi("6.01.01", KA.REALISASI_SD_LALU, 1), ("6.01.01", KA.REALISASI_SD_LALU),
          isi("6.01.01", KA.REALISASI_SD_LALU, 200_000)),
    Kasus("BTK042", lambda f: f.tersembunyi.add("JML"), ("JML", K.REALISASI), lambda f: f.tersembunyi.add("SEM")),
    Kasus("BTK043", isi("6.01.01", KA.URAIAN, "Lainnya"), ("6.01.01", KA.URAIAN),
          isi("6.01.01", KA.URAIAN, "PENGAWASAN internal")),
    Kasus("BTK044", _tanpa_terbit, None, lambda f: setattr(f, "terbit_form", None)),
    Kasus("SLR001", lambda f: _riwayat(f, 20), ("PSN", K.REALISASI), lambda f: _riwayat(f, 79)),
    Kasus("SLR002", lambda f: _habis(f, 0), ("6.01.01", KA.REALISASI), lambda f: _habis(f, 1)),
    Kasus("SLR003", lambda f: _tanpa_belanja(f, 3), ("6.01.01", KA.REALISASI), lambda f: _tanpa_belanja(f, 4)),
    Kasus("SLR005", _lalu_diperbaiki, ("JML", K.REALISASI_SD_LALU), _bulan_lalu_hilang),
    Kasus("SLR006", lambda f: f.isi("KUM", K.REALISASI, 20).jelaskan("KUM"), ("KUM", K.REALISASI),
          lambda f: f.isi("KUM", K.REALISASI, 21).jelaskan("KUM")),
    Kasus("SLR006", lambda f: f.rasio(20, 100, "RSK").jelaskan("RSK"), ("RSK", K.PEMBILANG),
          lambda f: f.rasio(20, 90, "RSK").jelaskan("RSK")),
    Kasus("SLR008", lambda f: _terlapor(f, PSN=Fraction(84)), ("PSN", K.REALISASI),
          lambda f: _terlapor(f, PSN=Fraction(85) + Fraction(1, 10**12))),
    Kasus("SLR008", lambda f: _terlapor(f, RSO=(20, 24)), ("RSO", K.PEMBILANG), _terlapor),
    Kasus("SLR008", lambda f: _terlapor(f, RSO=(21, 25), alasan="-"), ("RSO", K.PENYEBUT),
          lambda f: _terlapor(f, RSO=(21, 25), alasan=_ALASAN), bersih=False),
    Kasus("SLR008", lambda f: _terlapor(f, YAT=TIDAK), ("YAT", K.REALISASI), lambda f: _terlapor(f, JML=Fraction(4))),
    Kasus("SLR008", lambda f: _terlapor(f, uang=90_000), ("6.01.01", KA.REALISASI), _terlapor),
    Kasus("SLR009", lambda f: _terlapor(f, PSN=Fraction(84), alasan=_ALASAN), ("PSN", K.REALISASI),
          lambda f: _terlapor(f, PSN=Fraction(84), alasan="ok"), bersih=False),
    Kasus("SLR009", lambda f: _terlapor(f, uang=1, alasan=_ALASAN), ("6.01.01", KA.REALISASI),
          lambda f: _terlapor(f, alasan=_ALASAN)),
    Kasus("LKP002", _konteks(diterima=saat("2026-04-07T08:00")), None, _konteks(diterima=saat("2026-04-05T23:00"))),
    Kasus("LKP002", _konteks(diterima=saat("2026-04-06T00:05")), None,
          lambda f: (_konteks(diterima=saat("2026-04-09T08:00"))(f), _identitas(menjawab_revisi=1)(f))),
    Kasus("LKP003", lambda f: _deviasi(f, None, None), ("JML", K.FAKTOR_PENGHAMBAT),
          lambda f: f.isi("PSN", K.REALISASI, 72)),
    Kasus("LKP003", lambda f: _deviasi(f, "Petugas dialihkan selama dua minggu", "-"), ("JML", K.TINDAK_LANJUT),
          lambda f: _deviasi(f, "Petugas dialihkan selama dua minggu", "Jadwal disusun ulang")),
    Kasus("LKP004", lambda f: _salin(f, _PANJANG + " "), ("JML", K.FAKTOR_PENDORONG),
          lambda f: _salin(f, _PANJANG + " dan desa")),
    Kasus("LKP005", lambda f: _deviasi(f, "ok", "Jadwal disusun ulang"), ("JML", K.FAKTOR_PENGHAMBAT),
          lambda f: _deviasi(f, "Petugas dialihkan", "Jadwal disusun ulang")),
    Kasus("LKP006", lambda f: f.pengesahan.update({L.NIP: None, L.TANGGAL: " "}), "B7",
          lambda f: f.pengesahan.pop(L.NIP)),
    Kasus("LKP006", lambda f: f.pengesahan.update({L.DISUSUN_OLEH: 77}), "B5",
          lambda f: f.pengesahan.update({L.DISUSUN_OLEH: "Drs. H. Ali, M.Si."})),
    Kasus("LKP007", lambda f: f.pengesahan.update({L.NIP: 197403221993111000}), "B7",
          lambda f: f.pengesahan.update({L.NIP: "19740322 199311 1 001"})),
    Kasus("BKT001", isi("PRD", K.DATA_PENDUKUNG, "-"), ("PRD", K.DATA_PENDUKUNG), isi("JML", K.DATA_PENDUKUNG, None)),
    Kasus("BKT002", lambda f: _lampiran(f, "SK Tim.pdf"), ("RSO", K.DATA_PENDUKUNG),
          lambda f: _lampiran(f, "Laporan hasil, lhp 12.PDF")),
    Kasus("BKT003", isi("PRD", K.DATA_PENDUKUNG, "Terlampir."), ("PRD", K.DATA_PENDUKUNG),
          isi("JML", K.DATA_PENDUKUNG, "terlampir")),
    Kasus("BKT004", lambda f: _lampiran(f, "LHP 12.pdf", cacat="kosong, 0 bita"), ("RSO", K.DATA_PENDUKUNG),
          lambda f: _lampiran(f, "LHP Nomor 13", cacat="kosong, 0 bita")),
    Kasus("BKT005", lambda f: _lampiran(f, "LHP 12.pdf", sha256=None, ukuran=300 << 20), ("RSO", K.DATA_PENDUKUNG),
          lambda f: _lampiran(f, "LHP 12.pdf", ukuran=200 << 20)),
    Kasus("BRK033", lambda f: _surel(f, "orang@contoh.test"), None, lambda f: _surel(f, "UMUM@Contoh.go.id")),
)  # fmt: skip
