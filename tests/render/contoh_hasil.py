"""A made-up office and its figures, put together by hand: long names, marks of every kind, gaps, extremes."""

from __future__ import annotations

from datetime import date, datetime
from fractions import Fraction
from typing import Any

from kinerja.aggregate.model import Agregat, Capaian, HasilPeriode, Pembanding, Serapan, TitikTren
from kinerja.domain.fakta import Uraian
from kinerja.domain.indikator import (
    Frekuensi,
    Indikator,
    KonsolidasiPeriode,
    KonsolidasiUnit,
    Polaritas,
    RumusMinimal,
    TipeNilai,
)
from kinerja.domain.kiriman import Status
from kinerja.domain.nilai import Nilai, Predikat, Rentang
from kinerja.domain.periode import JenisPeriode, Periode
from kinerja.master.model import (
    AnggotaTim,
    BarisLHE,
    Instansi,
    Master,
    MataAnggaran,
    Narasi,
    Pejabat,
    Riwayat,
    Sasaran,
    Target,
    Unit,
)
from kinerja.render.model import KelengkapanUnit
from kinerja.sources import Asal, CellRef

F = Fraction  # short, for the tables of figures below
S = CellRef("induk.xlsx", "Indikator", "A2")
ASAL = Asal(berkas="masuk/irban_1.xlsx", sha256="ab" * 32, revisi=1, lembar="Data Kinerja", sel="L5")

NAMA_UNIT = (
    ("SEK", "Sekretariat"),
    ("SUBPEP", "Sub Bagian Evaluasi dan Pelaporan"),
    ("SUBREN", "Sub Bagian Perencanaan"),
    ("SUBUM", "Sub Bagian Administrasi & Umum"),
    ("IRB1", "Inspektur Pembantu I"),
    ("IRB2", "Inspektur Pembantu II"),
    ("IRB3", "Inspektur Pembantu III"),
    ("IRB4", "Inspektur Pembantu IV (Khusus Pengaduan)"),
)
SASARAN = (
    Sasaran(kode="S1", nama="Meningkatnya kualitas pengawasan internal atas penyelenggaraan pemerintahan daerah"),
    Sasaran(kode="S2", nama="Meningkatnya tindak lanjut hasil pengawasan"),
    Sasaran(kode="S3", nama="Meningkatnya akuntabilitas kinerja perangkat daerah"),
    Sasaran(kode="S4", nama="Meningkatnya kualitas pelayanan & tata kelola organisasi"),
)


def _i(kode: str, sasaran: str, nama: str, satuan: str, **lain: Any) -> Indikator:
    dasar: dict[str, Any] = {
        "kelas": "IKU",
        "tipe": TipeNilai.ANGKA,
        "polaritas": Polaritas.MAKSIMAL,
        "rumus_minimal": None,
        "konsolidasi_periode": KonsolidasiPeriode.JUMLAH,
        "konsolidasi_unit": KonsolidasiUnit.JUMLAH,
        "frekuensi": Frekuensi.BULANAN,
        "pengali": F(1),
        "desimal": 0,
        "batas_bawah": None,
        "batas_atas": None,
        "bobot": None,
        "wajib_bukti": True,
        "definisi": None,
        "sumber_data": "Laporan hasil pemeriksaan",
        "target_renstra": None,
        "tahun_renstra": None,
        "standar_nasional": None,
    }
    return Indikator(kode=kode, sasaran=sasaran, nama=nama, satuan=satuan, sumber=S, **(dasar | lain))


_RASIO = {"tipe": TipeNilai.RASIO, "pengali": F(100), "desimal": 2, "konsolidasi_unit": KonsolidasiUnit.RASIO}
INDIKATOR = (
    _i("IKU-01", "S1", "Persentase audit kinerja yang selesai tepat waktu sesuai Program Kerja Pengawasan Tahunan", "%",
       **_RASIO, target_renstra=F(95), tahun_renstra=2029, standar_nasional=F(90)),
    _i("IKU-02", "S1", "Jumlah laporan hasil audit yang diterbitkan", "laporan"),
    _i("IKU-03", "S1", "Level kapabilitas APIP", "level", frekuensi=Frekuensi.TAHUNAN, desimal=2,
       konsolidasi_periode=KonsolidasiPeriode.TERAKHIR),
    _i("IKU-04", "S1", "Rata-rata waktu penyelesaian laporan hasil pemeriksaan (hari kerja < 20)", "hari",
       polaritas=Polaritas.MINIMAL, rumus_minimal=RumusMinimal.SELISIH, desimal=1,
       konsolidasi_periode=KonsolidasiPeriode.RATA_RATA, konsolidasi_unit=KonsolidasiUnit.RATA_RATA),
    _i("IKU-05", "S2", "Persentase tindak lanjut temuan BPK yang diselesaikan", "%", **_RASIO,
       target_renstra=F(92), tahun_renstra=2029, standar_nasional=F(75)),
    _i("IKU-06", "S2", "Persentase tindak lanjut temuan Inspektorat yang diselesaikan", "%", **_RASIO),
    _i("IKU-07", "S2", "Nilai kerugian daerah yang belum dipulihkan", "juta rupiah", polaritas=Polaritas.MINIMAL,
       rumus_minimal=RumusMinimal.BANDING, desimal=2, konsolidasi_periode=KonsolidasiPeriode.TERAKHIR),
    _i("IKU-08", "S3", "Predikat SAKIP Inspektorat", "SAKIP", tipe=TipeNilai.PREDIKAT,
       konsolidasi_periode=KonsolidasiPeriode.TERAKHIR, frekuensi=Frekuensi.TRIWULANAN),
    _i("IKU-09", "S3", "Jumlah perangkat daerah yang dievaluasi SAKIP-nya", "perangkat daerah"),
    _i("IKU-10", "S3", "Jumlah rekomendasi LHE yang ditindaklanjuti", "rekomendasi"),
    _i("IKU-11", "S4", "Indeks kepuasan masyarakat atas layanan konsultasi & pengaduan", "indeks", desimal=2,
       konsolidasi_periode=KonsolidasiPeriode.RATA_RATA, konsolidasi_unit=None),
    _i("IKU-12", "S4", "Waktu respons pengaduan masyarakat", "hari", polaritas=Polaritas.RENTANG_MINIMAL, desimal=1,
       konsolidasi_periode=KonsolidasiPeriode.RATA_RATA),
    _i("IKU-13", "S4", "Kejadian gratifikasi yang tidak dilaporkan", "kejadian", polaritas=Polaritas.MINIMAL,
       rumus_minimal=RumusMinimal.SELISIH),
    _i("IKU-14", "S4", "Publikasi laporan kinerja pada laman resmi", "Ya/Tidak", tipe=TipeNilai.YA_TIDAK,
       konsolidasi_periode=KonsolidasiPeriode.TERAKHIR),
)  # fmt: skip

# indicator: target, realisasi, capaian, kategori, alasan, months filled, extreme, capaian before, capaian last year
_ANGKA: dict[
    str, tuple[Nilai | None, Nilai | None, F | None, str | None, str | None, int, bool, F | None, F | None]
] = {
    "IKU-01": (F(80), F(2300, 36), F(230000, 2880), "Tinggi", None, 3, False, F(775, 10), F(75)),
    "IKU-02": (F(12), F(8), F(200, 3), "Sedang", None, 2, False, F(90), None),
    "IKU-03": (F(3), None, None, None, "tidak dapat dihitung: realisasi belum ada", 0, False, None, None),
    "IKU-04": (F(20), F(185, 10), F(1075, 10), "Sangat Tinggi", None, 3, False, F(1075, 10), F(98)),
    "IKU-05": (F(80), F(17400, 264), F(823863636, 10000000), "Tinggi", None, 3, False, F(801, 10), F(79)),
    "IKU-06": (F(85), F(88), F(8800, 85), "Sangat Tinggi", None, 3, False, F(110), None),
    "IKU-07": (F(420, 100), F(465, 100), F(42000, 465), "Tinggi", None, 3, False, None, None),
    "IKU-08": (Predikat("BB", 5), Predikat("B", 4), F(80), "Tinggi", None, 1, False, None, F(80)),
    "IKU-09": (F(5), None, None, None, "tidak dapat dihitung: realisasi belum ada", 0, False, F(100), None),
    "IKU-10": (F(3), F(50), F(5000, 3), "Sangat Tinggi", None, 3, True, F(100), F(120)),
    "IKU-11": (F(82), F(8125, 100), F(8125, 82), "Sangat Tinggi", None, 3, False, F(97), F(96)),
    "IKU-12": (Rentang(F(2), F(3)), F(9, 2), F(50), "Sangat Rendah", None, 3, False, F(60), None),
    "IKU-13": (F(0), F(1), None, None, "tidak dapat dihitung: target 0", 3, False, None, None),
    "IKU-14": (Predikat("Ya", 1), Predikat("Ya", 1), F(100), "Sangat Tinggi", None, 3, False, F(100), F(100)),
}
_UNIT_INDIKATOR = {
    "SEK": ("IKU-14", "IKU-11"),
    "SUBPEP": ("IKU-08", "IKU-09", "IKU-10"),
    "SUBREN": ("IKU-14",),
    "SUBUM": ("IKU-11",),
    "IRB1": ("IKU-01", "IKU-02", "IKU-04", "IKU-05", "IKU-06"),
    "IRB2": ("IKU-01", "IKU-02", "IKU-04", "IKU-05", "IKU-06"),
    "IRB3": ("IKU-01", "IKU-02", "IKU-07"),
    "IRB4": ("IKU-12", "IKU-13"),
}


def master(**lain: Any) -> Master:
    """The master workbook's values."""
    dasar: dict[str, Any] = {
        "versi": "0123456789ab",
        "sha256": "cd" * 32,
        "instansi": Instansi(
            nama="Inspektorat Daerah", pemda="Pemerintah Kabupaten Sumber Rejo",
            alamat="Jalan Diponegoro Nomor 12", telepon="(0271) 555123", laman="inspektorat.sumberrejokab.go.id",
            pos_el="inspektorat@sumberrejokab.go.id", kode_pos="57711", tempat="Sumber Rejo", tahun=2026,
            kode_klasifikasi="700.1.2", logo="logo.png", tujuan_laporan="Bupati Sumber Rejo",
            melalui="Sekretaris Daerah Kabupaten Sumber Rejo",
        ),
        "unit": tuple(
            Unit(kode=k, nama=n, induk="SEK" if k.startswith("SUB") else None, jabatan_pimpinan=f"Kepala {n}",
                 nama_pimpinan="Sri Wahyuni, S.E., M.Si.", nip="197801012005012003", pangkat="Pembina", pos_el=None,
                 sumber=S)
            for k, n in NAMA_UNIT
        ),
        "pejabat": (
            Pejabat(peran="Inspektur", jabatan="Plt. Inspektur Daerah Kabupaten Sumber Rejo",
                    nama="Dr. R. Bambang Hadiprasetyo, S.H., M.Hum.", nip="197403221993111001",
                    pangkat="Pembina Utama Muda (IV/c)", mulai=date(2025, 1, 1), sampai=None),
            Pejabat(peran="Sekretaris", jabatan="Sekretaris", nama="Dra. Endang Lestari", nip="196911121994032005",
                    pangkat="Pembina Tingkat I (IV/b)", mulai=None, sampai=None),
        ),
        "tim": (AnggotaTim(kedudukan="Ketua", nama="Dra. Endang Lestari", nip=None, jabatan="Sekretaris"),),
        "sasaran": SASARAN,
        "indikator": INDIKATOR,
        "target": tuple(
            Target(indikator=i, unit=u, bulan={}, tahun=_tahun(i), sumber=S)
            for u, milik in _UNIT_INDIKATOR.items()
            for i in milik
        ),
        "anggaran": (
            MataAnggaran(kode="6.01.02", unit=None, jenis="Program", uraian="Program Penyelenggaraan Pengawasan",
                         sasaran="S1", pagu=F(2_000_000_000), mulai=None, lowest=False, sumber=S),
        ),
        "skala": {},
        "riwayat": (
            Riwayat(indikator="IKU-01", periode="2024", target=F(75), realisasi=F(70), sumber=S),
            Riwayat(indikator="IKU-01", periode="2025", target=F(78), realisasi=F(725, 10), sumber=S),
        ),
        "libur": (),
        "aturan": (),
        "lhe": (
            BarisLHE(tahun=2025, rekomendasi="Menyelaraskan indikator kinerja individu dengan indikator kinerja unit.",
                     tindak_lanjut="Rapat penyelarasan dilaksanakan; hasilnya ditetapkan.", status="selesai",
                     batas_waktu="30 Juni 2026"),
            BarisLHE(tahun=2025, rekomendasi="Memanfaatkan hasil pengukuran kinerja untuk perbaikan.",
                     tindak_lanjut=None, status="belum", batas_waktu="31 Desember 2026"),
        ),
        "narasi": (
            Narasi(bagian="profil", teks="Inspektorat Daerah merupakan unsur pengawas penyelenggaraan pemerintahan "
                   "daerah yang dipimpin oleh seorang Inspektur & bertanggung jawab kepada Bupati melalui Sekretaris "
                   "Daerah."),
            Narasi(bagian="isu strategis", teks="Jumlah auditor belum sebanding dengan jumlah objek pemeriksaan.\n"
                   "Tindak lanjut rekomendasi perangkat daerah masih lambat."),
        ),
        "rapat": (),
        "agenda": (),
    }  # fmt: skip
    return Master(**(dasar | lain))


def _tahun(kode: str) -> Nilai | None:
    target = _ANGKA[kode][0]
    if kode in ("IKU-02", "IKU-09", "IKU-10") and isinstance(target, F):
        return target * 4
    return F(3) if kode == "IKU-03" else target


def _kategori(x: F | None) -> str | None:
    if x is None:
        return None
    for batas, nama in ((91, "Sangat Tinggi"), (76, "Tinggi"), (66, "Sedang"), (51, "Rendah")):
        if x >= batas:
            return nama
    return "Sangat Rendah"


def _capaian(kode: str, unit: str | None, periode: Periode) -> Capaian:
    target, realisasi, capaian, kategori, alasan, terisi, ekstrem, _, _ = _ANGKA[kode]
    wajib_bulan = [b for b in next(i for i in INDIKATOR if i.kode == kode).frekuensi.bulan_wajib if b in periode.bulan]
    wajib = len(wajib_bulan)
    if wajib == 0:
        target = realisasi = capaian = kategori = None
        alasan = "tidak diukur pada periode ini"
    terisi = (
        wajib
        if terisi == 3
        else min(terisi, wajib, max(wajib - 1, 0))
        if kode in ("IKU-02", "IKU-03", "IKU-09")
        else wajib
    )
    if unit is not None and capaian is not None:
        capaian = capaian + {"IRB1": 3, "IRB2": -4, "IRB3": -9}.get(unit, 0)
        kategori = _kategori(capaian)
    banyak = sum(kode in milik for milik in _UNIT_INDIKATOR.values()) or 1 if unit is None else 1
    return Capaian(
        indikator=kode, unit=unit, periode=periode, target=target, realisasi=realisasi, capaian=capaian,
        target_sd=target, realisasi_sd=realisasi, capaian_sd=capaian, target_tahun=_tahun(kode),
        capaian_tahun=capaian / 4 if capaian is not None else None, kategori=kategori, bulan_terisi=terisi,
        bulan_wajib=wajib, unit_terisi=banyak - (kode == "IKU-02" and unit is None),
        unit_wajib=banyak, alasan=alasan, ekstrem=ekstrem and wajib > 0,
        rumus="realisasi 63,89 / target 80 × 100 = 79,86" if capaian is not None else None,
        bulan_dipakai=tuple(wajib_bulan), asal=(ASAL,) if realisasi is not None else (),
    )  # fmt: skip


def _agregat(tingkat: str, kode: str, nama: str, isi: list[Capaian], serapan: F | None) -> Agregat:
    ada = [min(c.capaian, F(120)) for c in isi if c.capaian is not None]
    rata = sum(ada, F(0)) / len(ada) if ada else None
    return Agregat(
        tingkat=tingkat, kode=kode, nama=nama, capaian=rata, kategori=_kategori(rata), indikator_dihitung=len(ada),
        indikator=sum(c.bulan_wajib > 0 for c in isi),
        dibatasi=sum(c.capaian is not None and c.capaian > 120 for c in isi),
        serapan=serapan, efisiensi=rata - serapan if rata is not None and serapan is not None else None,
    )  # fmt: skip


def hasil(id_periode: str = "2026-01") -> HasilPeriode:
    """Figures of one period."""
    periode = Periode.parse(id_periode)
    instansi = [_capaian(i.kode, None, periode) for i in INDIKATOR]
    semua: list[Capaian] = []
    for c in instansi:
        semua.append(c)
        semua += [_capaian(c.indikator, u, periode) for u, milik in _UNIT_INDIKATOR.items() if c.indikator in milik]
    agregat = [
        _agregat("sasaran", s.kode, s.nama,
                 [c for c, i in zip(instansi, INDIKATOR, strict=True) if i.sasaran == s.kode], serapan)
        for s, serapan in zip(SASARAN, (F(815, 10), F(70), None, F(9127, 100)), strict=True)
    ]  # fmt: skip
    agregat += [
        _agregat("unit", k, n, [c for c in semua if c.unit == k], F(80) if k != "SUBREN" else None)
        for k, n in NAMA_UNIT
    ]
    agregat.append(_agregat("instansi", "INSTANSI", "Inspektorat Daerah", instansi, F(8043, 100)))
    bulan = range(1, periode.bulan_akhir + 1)
    naik_turun = (92, 88, None, 95, 97, 90, 93, 99, 101, 96, 94, 98)
    return HasilPeriode(
        periode=periode,
        capaian=tuple(semua),
        agregat=tuple(agregat),
        anggaran=(
            Serapan(kode="6.01.02", uraian="Program Penyelenggaraan Pengawasan", jenis="Program", lowest=False,
                    unit=None, sasaran="S1", pagu=F(2_000_000_000), realisasi=F(310_500_000),
                    realisasi_sd=F(1_608_600_000), serapan=F(8043, 100)),
            Serapan(kode="6.01.02.2.01", uraian="Penyelenggaraan Pengawasan Internal", jenis="Kegiatan",
                    lowest=False, unit=None, sasaran="S1", pagu=F(2_000_000_000), realisasi=F(310_500_000),
                    realisasi_sd=F(1_608_600_000), serapan=F(8043, 100)),
            Serapan(kode="6.01.02.2.01.0001", uraian="Pengawasan Kinerja Pemerintah Daerah", jenis="Sub Kegiatan",
                    lowest=True, unit="IRB1", sasaran="S1", pagu=F(1_250_000_000), realisasi=F(210_500_000),
                    realisasi_sd=F(1_018_750_000), serapan=F(815, 10)),
            Serapan(kode="6.01.02.2.01.0002", uraian="Pengawasan Keuangan Pemerintah Daerah & Reviu Laporan Keuangan",
                    jenis="Sub Kegiatan", lowest=True, unit="IRB2", sasaran="S2", pagu=F(750_000_000),
                    realisasi=F(100_000_000), realisasi_sd=F(589_850_000), serapan=F(7865, 100)),
        ),
        pembanding=tuple(
            Pembanding(
                indikator=i.kode, sebelumnya=periode.sebelumnya, tahun_lalu=periode.tahun_lalu,
                realisasi_sebelumnya=F(60) if _ANGKA[i.kode][7] else None, capaian_sebelumnya=_ANGKA[i.kode][7],
                realisasi_tahun_lalu=F(58) if _ANGKA[i.kode][8] else None, capaian_tahun_lalu=_ANGKA[i.kode][8],
                riwayat=(("2024", F(75), F(70), F(7000, 75)), ("2025", F(78), F(725, 10), F(7250, 78)))
                if i.kode in ("IKU-01", "IKU-05") else (),
                target_renstra=i.target_renstra, tahun_renstra=i.tahun_renstra,
                capaian_renstra=F(6725, 100) if i.target_renstra else None, standar_nasional=i.standar_nasional,
                capaian_standar=F(7099, 100) if i.standar_nasional else None,
            )
            for i in INDIKATOR
        ),
        tren=tuple(
            TitikTren(periode=Periode.bulanan(2026, b), capaian=None if x is None else F(x))
            for b, x in zip(bulan, naik_turun, strict=False)
        ),
        uraian=(
            _u("IKU-01", "IRB1", periode, "Program kerja disusun lebih awal.",
               "Dua auditor mengikuti diklat <3 minggu>",
               "Menambah tim & menjadwal ulang audit pada Dinas \"Perikanan\".", "selesai"),
            _u("IKU-02", "IRB2", periode, None,
               "Dokumen objek pemeriksaan terlambat diterima.\nRuang arsip direnovasi.",
               "Menyurati perangkat daerah.", "dalam proses"),
            _u("IKU-12", "IRB4", periode, None, "Petugas piket pengaduan 'merangkap' tugas lain 😀 ꦗꦮ", None, None),
            _u("IKU-06", "IRB1", periode, "Pendampingan rutin ke perangkat daerah.", None, None, "belum dilaksanakan"),
        ),
        kebijakan=(
            "Target 0 tidak dihitung: capaiannya ditulis tidak dapat dihitung.",
            "Capaian dicetak tanpa batas atas; di dalam rata-rata capaian satu indikator dibatasi 120%.",
            "Kategori: Sangat Tinggi ≥ 91, Tinggi ≥ 76, Sedang ≥ 66, Rendah ≥ 51, Sangat Rendah di bawahnya.",
            "Efisiensi dihitung sebagai selisih capaian dan serapan anggaran dalam poin persentase.",
        ),
    )  # fmt: skip


def _u(kode: str, unit: str, periode: Periode, *kata: str | None) -> Uraian:
    dorong, hambat, lanjut, status = kata
    return Uraian(
        indikator=kode, unit=unit, tahun=periode.tahun, bulan=periode.bulan_akhir, faktor_pendorong=dorong,
        faktor_penghambat=hambat, tindak_lanjut=lanjut, data_pendukung="LHP 700/12/2026",
        status_tindak_lanjut_lalu=status, asal=ASAL,
    )  # fmt: skip


def kelengkapan(id_periode: str = "2026-01") -> tuple[KelengkapanUnit, ...]:
    """One unit missing, one late, one not valid, in every month of the period."""
    periode = Periode.parse(id_periode)
    isi = []
    for b in periode.bulan:
        bulan = Periode(periode.tahun, JenisPeriode.BULAN, b)
        for n, (kode, nama) in enumerate(NAMA_UNIT):
            status = {6: None, 5: Status.TIDAK_VALID, 3: Status.VALID_DENGAN_CATATAN}.get(n, Status.VALID)
            diterima = datetime(2026 + b // 12, b % 12 + 1, 3 + n)
            isi.append(
                KelengkapanUnit(
                    unit=kode, nama=nama, periode=bulan, status=status, diterima=diterima if status else None,
                    terlambat_hari=2 if n == 4 else 0,
                )
            )  # fmt: skip
    return tuple(isi)
