"""A period as the Tim meets it: eight units, fifty findings with long texts, two revisions, a conflict, a refusal."""

from dataclasses import replace
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from kinerja.domain.bukti import BerkasBukti, BuktiIndikator
from kinerja.domain.fakta import Fakta, FaktaAnggaran, Uraian
from kinerja.domain.indikator import (
    Frekuensi,
    Indikator,
    KonsolidasiPeriode,
    KonsolidasiUnit,
    Polaritas,
    TipeNilai,
)  # fmt: skip
from kinerja.domain.kiriman import IsiKiriman, Status
from kinerja.domain.nilai import Predikat
from kinerja.domain.periode import Periode
from kinerja.findings import Finding, Tingkat
from kinerja.master.model import AnggotaTim, Instansi, Master, MataAnggaran, Sasaran, Target, Unit
from kinerja.register.model import Keputusan, Kiriman, Perjalanan, RiwayatTemuan
from kinerja.sources import Asal, CellRef
from kinerja.worksheets.kkv_model import BerkasKKV, DataKKV

SUMBER = CellRef("induk.xlsx")
PERIODE = Periode.bulanan(2026, 1)
LEMBAR = "Data Kinerja"

_UNIT = (
    ("SEK", "Sekretariat"), ("SUBPER", "Sub Bagian Perencanaan"), ("SUBEVA", "Sub Bagian Evaluasi dan Pelaporan"),
    ("SUBUM", "Sub Bagian Administrasi & Umum"), ("IRB1", "Inspektur Pembantu I"), ("IRB2", "Inspektur Pembantu II"),
    ("IRB3", "Inspektur Pembantu III"), ("IRB4", "Inspektur Pembantu IV"),
)  # fmt: skip
_INDIKATOR = (
    ("IKU-01", "Persentase rekomendasi hasil pengawasan yang ditindaklanjuti tepat waktu oleh perangkat daerah", "%",
     TipeNilai.RASIO, Frekuensi.BULANAN, True),
    ("IKU-02", "Jumlah laporan hasil pengawasan yang diterbitkan", "laporan", TipeNilai.ANGKA, Frekuensi.BULANAN, True),
    ("IKU-03", "Nilai SAKIP Inspektorat", "SAKIP", TipeNilai.PREDIKAT, Frekuensi.TAHUNAN, False),
    ("IKU-04", "Indeks kepuasan layanan konsultasi", "indeks", TipeNilai.ANGKA, Frekuensi.BULANAN, False),
)  # fmt: skip


def _indikator(baris: tuple[str, str, str, TipeNilai, Frekuensi, bool]) -> Indikator:
    kode, nama, satuan, tipe, frekuensi, bukti = baris
    return Indikator(
        kode=kode, sasaran="S1", nama=nama, satuan=satuan, kelas="IKU", tipe=tipe, polaritas=Polaritas.MAKSIMAL,
        rumus_minimal=None, konsolidasi_periode=KonsolidasiPeriode.TERAKHIR, konsolidasi_unit=KonsolidasiUnit.RATA_RATA,
        frekuensi=frekuensi, pengali=Fraction(100), desimal=2, batas_bawah=None, batas_atas=None, bobot=None,
        wajib_bukti=bukti, definisi=None, sumber_data=None, target_renstra=None, tahun_renstra=None,
        standar_nasional=None, sumber=SUMBER,
    )  # fmt: skip


def buat_master() -> Master:
    kosong: dict[str, Any] = dict.fromkeys(
        ("pejabat", "riwayat", "libur", "aturan", "lhe", "narasi", "rapat", "agenda"), ()
    )
    return Master(
        versi="0f3a0f3a0f3a", sha256="0" * 64,
        instansi=Instansi(
            nama="Inspektorat Daerah Kabupaten Sukamaju & Sekitarnya", pemda="Pemerintah Kabupaten Sukamaju",
            alamat=None, telepon=None, laman=None, pos_el=None, kode_pos=None, tempat="Sukamaju", tahun=2026,
            kode_klasifikasi=None,
            logo=None, tujuan_laporan=None, melalui=None,
        ),
        unit=tuple(
            Unit(kode=k, nama=n, induk=None, jabatan_pimpinan=None, nama_pimpinan=None, nip=None, pangkat=None,
                 pos_el=None, sumber=SUMBER)
            for k, n in _UNIT
        ),
        tim=(
            AnggotaTim(kedudukan="Ketua", nama="Dra. Siti Rahayu, M.Si.", nip="197403221993111001",
                       jabatan="Sekretaris"),
            AnggotaTim(kedudukan="Anggota", nama="Bambang Sutrisno", nip=None, jabatan="Kasubbag Evaluasi"),
        ),
        sasaran=(Sasaran(kode="S1", nama="Meningkatnya kualitas pengawasan"),),
        indikator=tuple(_indikator(i) for i in _INDIKATOR),
        target=tuple(
            Target(indikator=i[0], unit=u, bulan={1: Fraction(80)} if i[4] is Frekuensi.BULANAN else {},
                   tahun=Fraction(80), sumber=SUMBER)
            for i in _INDIKATOR for u, _ in _UNIT
        ),
        anggaran=(
            MataAnggaran(kode="6.01.01.2.01.0001", unit="SEK", jenis="Sub Kegiatan", uraian="Penyusunan dokumen",
                         sasaran="S1", pagu=Fraction(100_000_000), mulai=None, lowest=True, sumber=SUMBER),
        ),
        skala={"SAKIP": (Predikat("B", 4), Predikat("BB", 5))}, **kosong,
    )  # fmt: skip


def kiriman(
    nomor: int, unit: str | None, revisi: int | None, status: Status, path: str, *, bentrok: bool = False
) -> Kiriman:
    return Kiriman(
        id=nomor, path=path, sha256=f"{nomor:02x}" * 32, diterima=datetime.fromisoformat(f"2026-02-{nomor:02d}T09:10"),
        unit=unit, periode=PERIODE.id if unit else None, revisi=revisi, menjawab=None if revisi is None else revisi - 1,
        versi_master=None, status=status, bentrok=bentrok,
    )  # fmt: skip


def temuan(
    path: str, kode: str, tingkat: Tingkat, tempat: tuple[str | None, str | None, str | None], pesan: str,
    *, tertulis: str | None = None, lembar: str | None = LEMBAR,
) -> Finding:  # fmt: skip
    indikator, medan, sel = tempat
    return Finding(
        kode=kode, tingkat=tingkat, sumber=CellRef(path, lembar, sel), pesan=pesan,
        saran="Tulis nilai yang benar di sel itu sesuai dokumen sumber, lalu kirim kembali formulir perbaikan ini.",
        indikator=indikator, medan=medan, tertulis=tertulis, diharapkan="angka antara 0 dan 100" if tertulis else None,
    )  # fmt: skip


def jalan(t: Finding, *perjalanan: tuple[Kiriman, Perjalanan], **lain: Any) -> RiwayatTemuan:
    return RiwayatTemuan(kunci=t.kunci, temuan=t, perjalanan=tuple((k.id, x) for k, x in perjalanan), **lain)


def isi(k: Kiriman, *, nilai: str = "82.5", bukti: str | None = "lhp_januari.pdf") -> IsiKiriman:
    assert k.unit is not None
    asal = Asal(berkas=k.path, sha256=k.sha256, revisi=k.revisi or 1, lembar=LEMBAR, sel="L12")
    tempat: dict[str, Any] = {"unit": k.unit, "tahun": 2026, "bulan": 1, "asal": asal}
    fakta = [
        Fakta(indikator="IKU-01", nilai=Fraction(575, 9), pembilang=Fraction(23), penyebut=Fraction(36), **tempat),
        Fakta(indikator="IKU-02", nilai=Fraction(nilai), **tempat),
    ]
    uang = (
        (FaktaAnggaran(kode="6.01.01.2.01.0001", realisasi=Fraction("1250000.5"), **tempat),) if k.unit == "SEK" else ()
    )
    kata = Uraian(
        indikator="IKU-01", faktor_pendorong=None, faktor_penghambat=None, tindak_lanjut=None, data_pendukung=bukti,
        status_tindak_lanjut_lalu=None, **tempat,
    )  # fmt: skip
    berkas = BerkasBukti(
        nama="LHP Januari.pdf", path="masuk/LHP Januari.pdf", sha256="5f" * 32, ukuran=90_000, diterima=k.diterima
    )
    ada = (BuktiIndikator(indikator="IKU-01", berkas=berkas),) if k.unit == "SEK" else ()
    return IsiKiriman(fakta=tuple(fakta), anggaran=uang, uraian=(kata,), bukti=ada)


def contoh_data(kertas: str = "A4") -> DataKKV:
    """All units of the example; IRB4 has not sent, IRB3 sent two different files."""
    g, p, c = Tingkat.GALAT, Tingkat.PERINGATAN, Tingkat.CATATAN
    sek = kiriman(3, "SEK", 2, Status.VALID_DENGAN_CATATAN, "masuk/sekretariat perbaikan.xlsx")
    sek1 = kiriman(1, "SEK", 1, Status.TIDAK_VALID, "masuk/sekretariat.xlsx")
    pencilan = temuan(
        sek.path, "SLR001", p, ("IKU-02", "realisasi", "L13"),
        "Realisasi IKU-02 di sel L13 (82,50) menyimpang jauh dari 12 data sebelumnya: median 12,00, simpangan median "
        "(MAD) 1,00, wajar 7,00 sampai 17,00.", tertulis="82,50",
    )  # fmt: skip
    lama = temuan(
        sek1.path, "ISI003", g, ("IKU-01", "pembilang", "J12"), "Sel J12 (IKU-01) berisi “dua puluh”, bukan angka."
    )
    rumus = temuan(
        sek.path, "BTK011", c, (None, None, "Z40"), "=HYPERLINK(\"x\") & <b> ada isi di luar tabel, di sel Z40.",
        tertulis="=1+1",
    )  # fmt: skip
    antar = temuan(
        sek.path, "SLR004", p, ("IKU-01", "realisasi", "L12"),
        "Realisasi IKU-01 unit SEK di sel L12 (63,89) menyimpang jauh dari 6 unit lain.", tertulis="63,89",
    )  # fmt: skip
    terima = Keputusan(
        unit="SEK", periode=PERIODE.id, kunci=pencilan.kunci, keputusan="Diterima",
        alasan="Sudah dicocokkan dengan register laporan: 82 laporan terbit, tunggakan tahun lalu selesai.",
        oleh="Siti Rahayu", tanggal=None,
    )  # fmt: skip
    berkas = [BerkasKKV(kiriman=sek, status=sek.status, temuan=(rumus, pencilan, antar), isi=isi(sek),
                        pengirim=("sekretariat@contoh.go.id",))]  # fmt: skip
    semua = [sek1, sek]
    for n, (unit, _) in enumerate(_UNIT[1:6], 4):
        k = kiriman(
            n, unit, 1, Status.TIDAK_VALID if n % 2 else Status.TIDAK_LENGKAP, f"masuk/{unit.lower()} (final, fix).xlsx"
        )
        daftar = [
            temuan(k.path, "ISI004", g, ("IKU-02", "realisasi", "L13"),
                   "“1.125” di sel L13 (IKU-02) dapat dibaca 1.125 atau 1,125; program tidak menebak.",
                   tertulis="1.125"),
            temuan(k.path, "BKT001", g, ("IKU-01", "data_pendukung", "R12"),
                   "Indikator IKU-01 wajib disertai data pendukung, tetapi sel R12 belum menyebutkannya."),
            temuan(k.path, "LKP002", p, (None, None, None), "Formulir diterima 7 Februari 2026, terlambat 2 hari "
                   "dari batas waktu 5 Februari 2026.", lembar=None),
            temuan(k.path, "ISI001", g, ("IKU-04", "realisasi", "L15"), "Realisasi IKU-04 di sel L15 belum diisi, "
                   "padahal Januari 2026 adalah jadwal pengukurannya."),
        ]  # fmt: skip
        daftar += [
            temuan(k.path, f"BTK0{m}", p, ("IKU-01", f"medan{m}", f"C{m}, D{m}"),
                   f"Teks Sasaran IKU-01 di sel C{m} berubah menjadi “{'meningkatnya kualitas ' * 12}”.")
            for m in range(31, 38)
        ]  # fmt: skip
        berkas.append(
            BerkasKKV(kiriman=k, status=k.status, temuan=tuple(daftar if n < 8 else daftar[:2]),
                      isi=isi(k, bukti=None if n < 6 else "laporan lisan"), terlambat_hari=n - 4,
                      batas_perbaikan=date(2026, 2, 10))
        )  # fmt: skip
        semua.append(k)
    for n in (11, 12):
        k = kiriman(n, "IRB3", 1, Status.VALID, f"masuk/irban3_{n}.xlsx", bentrok=True)
        t = temuan(k.path, "BRK031", g, (None, None, None), "Ada lebih dari satu formulir yang berbeda untuk "
                   "unit IRB3 periode 2026-01. Keduanya belum dipakai.", lembar=None)  # fmt: skip
        berkas.append(BerkasKKV(kiriman=k, status=Status.TIDAK_VALID, temuan=(t,), isi=isi(k)))
        semua.append(k)
    tolak = kiriman(15, None, None, Status.DITOLAK, "masuk/kiriman.zip!/catatan rapat.xlsx")
    t = temuan(tolak.path, "BTK001", g, (None, None, None), "Berkas masuk/kiriman.zip!/catatan rapat.xlsx bukan "
               "formulir isian data kinerja: kode formulirnya tidak ditemukan.", lembar=None)  # fmt: skip
    berkas.append(BerkasKKV(kiriman=tolak, status=tolak.status, temuan=(t,), isi=IsiKiriman()))
    return DataKKV(
        master=buat_master(), periode=PERIODE, berkas=tuple(berkas), belum_masuk=("IRB4",), kiriman=tuple(semua),
        riwayat={
            "SEK": (
                jalan(lama, (sek1, Perjalanan.BARU), (sek, Perjalanan.DIPERBAIKI)),
                jalan(pencilan, (sek1, Perjalanan.BARU), (sek, Perjalanan.DITERIMA), diterima=terima,
                      diterima_pada=date(2026, 2, 7)),
                jalan(rumus, (sek, Perjalanan.BARU)),
            )
        },
        keputusan={("SEK", pencilan.kunci): terima, ("SEK", antar.kunci): replace(terima, kunci=antar.kunci)},
        tenggat=date(2026, 2, 5), kertas=kertas,
    )  # fmt: skip
