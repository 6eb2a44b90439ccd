"""Contoh: siapa mengirim apa, kapan, dengan nama apa, dan disimpan dengan program apa, sepanjang tahun 2026."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from kinerja.domain.periode import NAMA_BULAN, Periode
from sample_data.inspektorat.kiriman_surel import SUREL

TAHUN = 2026
UNIT = ("SEK", "SBP", "SBE", "SBU", "IRB1", "IRB2", "IRB3", "IRB4")
PENYUSUN = {
    "SEK": ("Anisa Rahmawati, S.E.", "Perencana Ahli Muda", "198703142011012006"),
    "SBP": ("Bayu Prakoso, S.T.", "Perencana Ahli Pertama", "199211082019031007"),
    "SBE": ("Citra Maharani, S.Tr.Stat.", "Analis Kinerja", "199504212020122011"),
    "SBU": ("Dwi Hartono", "Pengelola Data", "198209172007011004"),
    "IRB1": ("Endang Susilowati, S.E.", "Auditor Ahli Muda", "198512262009022005"),
    "IRB2": ("Farid Maulana, S.H.", "PPUPD Ahli Muda", "198806032012011003"),
    "IRB3": ("Galih Permana, S.Ak.", "Auditor Ahli Pertama", "199307152018011002"),
    "IRB4": ("Hesti Kurniasih, S.E., Ak.", "Auditor Ahli Muda", "198409292010012012"),
}

HARI_FORMULIR = 26  # tanggal formulir dibagikan, pada bulannya sendiri
BATAS = 5  # tanggal terakhir mengirim, pada bulan berikutnya

# Tanggal kirim yang bukan kebiasaan unit; sesudah tanggal 5 berarti terlambat.
_HARI_LAIN = {(2, "SEK"): 8, (5, "IRB3"): 7, (12, "IRB1"): 8}

# Kiriman pertamanya tidak dapat dibaca, jadi dikirim lagi pada tanggal ini.
_HARI_ULANG = {(1, "IRB4"): 8, (3, "SBU"): 8, (5, "SEK"): 8, (8, "SBP"): 8, (10, "SBP"): 12}
_HARI = {"SEK": 4, "SBP": 3, "SBE": 2, "SBU": 5, "IRB1": 3, "IRB2": 5, "IRB3": 4, "IRB4": 5}

# Cara menyimpan: "" (program pengolah angka yang dipakai pembuat formulir), "xlsx", "ods", atau "xls" (LibreOffice).
_LIBREOFFICE = {
    **{(b, "SBE"): "xlsx" for b in range(1, 13) if b != 11},
    **{(b, "SBU"): "ods" for b in (2, 5, 7, 8, 9, 11)},
    **{(b, "IRB3"): "xls" for b in (4, 8)},
    (12, "SBP"): "xlsx",
    (3, "IRB1"): "ods",
}

# Akhiran nama yang tidak sesuai dengan isinya.
_AKHIRAN = {(11, "IRB3"): "xls"}

# Beberapa formulir dalam satu arsip: (bulan, nama arsip) -> unit.
ZIP = {
    (6, "Sekretariat Juni.zip"): ("SBP", "SBE", "SBU"),
    (11, "Form Irban November (semua).zip"): ("IRB1", "IRB2", "IRB4"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kirim:
    """Satu berkas yang datang: `path` relatif terhadap map kerja, `simpan` cara menyimpannya."""

    bulan: int
    unit: str
    path: str
    diterima: datetime
    simpan: str = ""

    @property
    def terlambat(self) -> bool:
        """Datang sesudah tanggal 5."""
        return self.diterima.day > BATAS

    @property
    def berkas(self) -> str:
        """Berkas yang tergeletak di masuk/: untuk anggota arsip arsipnya, untuk lampiran surelnya."""
        return self.path.split("!/")[0]


def saat(bulan: int, hari: int, jam: int = 9, menit: int = 0) -> datetime:
    """Tanggal pada bulan sesudah periode `bulan`."""
    awal = Periode.bulanan(TAHUN, bulan).akhir + timedelta(days=1)
    return datetime.combine(awal.replace(day=hari), time(jam, menit))


def _hari_kerja(tanggal: date, langkah: int = 1) -> date:
    """Tanggal itu, atau hari kerja sesudahnya (`langkah` -1: sebelumnya) bila jatuh pada Sabtu atau Minggu."""
    while tanggal.weekday() >= 5:
        tanggal += timedelta(days=langkah)
    return tanggal


def dibagikan(bulan: int) -> datetime:
    """Kapan formulir bulan itu dibagikan."""
    return datetime.combine(_hari_kerja(date(TAHUN, bulan, HARI_FORMULIR), -1), time(9))


def pemeriksaan(bulan: int) -> tuple[datetime, datetime, datetime]:
    """Kapan Tim memeriksa: sesudah batas waktu, sesudah perbaikan masuk, dan bila ada yang menyusul."""
    satu = _hari_kerja(saat(bulan, BATAS + 1).date())
    dua = _hari_kerja(satu + timedelta(days=3))
    tiga = _hari_kerja(dua + timedelta(days=4))
    return datetime.combine(satu, time(15)), datetime.combine(dua, time(10)), datetime.combine(tiga, time(10))


def _nama(bulan: int, unit: str, akhiran: str) -> str:
    """Nama berkas menurut kebiasaan unit."""
    nama = NAMA_BULAN[bulan - 1]
    pendek = nama[:3]
    tidak_rapi = ("final", "final_fix", "final_fix2 (1)", "FIX BANGET", "final revisi", "final (2)")
    return {
        "SEK": f"Form SEK {pendek} rev{akhiran}",
        "SBP": f"formulir_SBP_2026-{bulan:02d}{' (1)' if bulan % 3 == 0 else ''}{akhiran}",
        "SBE": f"data kinerja evlap {nama.lower()} 2026{akhiran}",
        "SBU": f"UMUM - {nama.upper()}{akhiran}",
        "IRB1": f"Irban I/{nama} 2026{akhiran}",
        "IRB2": f"{tidak_rapi[bulan % len(tidak_rapi)]}{akhiran}",
        "IRB3": f"irban 3/FORM ISIAN {pendek.upper()} {TAHUN}{akhiran}",
        "IRB4": f"IV_{pendek.lower()}{bulan:02d}, kirim{akhiran}",
    }[unit]


def map_masuk(bulan: int) -> str:
    """Map tempat berkas bulan itu dijatuhkan."""
    return f"masuk/{TAHUN}-{bulan:02d}"


def kirim(bulan: int, unit: str) -> Kirim:
    """Kiriman biasa unit pada satu bulan."""
    simpan = _LIBREOFFICE.get((bulan, unit), "")
    ulang = " (kirim ulang)" if (bulan, unit) in _HARI_ULANG else ""
    nama = _nama(bulan, unit, f"{ulang}.{_AKHIRAN.get((bulan, unit), simpan or 'xlsx')}")
    arsip = next((z for (b, z), isi in ZIP.items() if b == bulan and unit in isi), None)
    surel = SUREL.get((bulan, unit))
    if surel is not None:
        nama = f"{surel.nama}!/{nama.rpartition('/')[2]}"
    if arsip is not None:
        nama = f"{arsip}!/{nama.rpartition('/')[2]}"
        hari, jam, menit = 5, 10, 20
    else:
        hari = {**_HARI_LAIN, **_HARI_ULANG}.get((bulan, unit), _HARI[unit])
        jam, menit = 8 + UNIT.index(unit), (bulan * 7 + 11 * len(unit)) % 60
    return Kirim(
        bulan=bulan, unit=unit, path=f"{map_masuk(bulan)}/{nama}", diterima=saat(bulan, hari, jam, menit), simpan=simpan
    )


def kiriman_pertama(bulan: int, unit: str, akhiran: str) -> Kirim:
    """Berkas yang datang tepat waktu tetapi tidak dapat dipakai, sebelum dikirim ulang."""
    path = f"{map_masuk(bulan)}/{_nama(bulan, unit, akhiran)}"
    return Kirim(bulan=bulan, unit=unit, path=path, diterima=saat(bulan, _HARI[unit], 14, 3 * bulan))


def perbaikan(bulan: int, unit: str) -> Kirim:
    """Kiriman perbaikan atas pengembalian Tim."""
    nama = f"{unit} {NAMA_BULAN[bulan - 1]} perbaikan.xlsx"
    if unit.startswith("IRB"):
        nama = f"revisi/{unit}_perbaikan_{bulan:02d} fix.xlsx"
    diterima = pemeriksaan(bulan)[1].replace(hour=8, minute=5 * UNIT.index(unit))
    return Kirim(bulan=bulan, unit=unit, path=f"{map_masuk(bulan)}/{nama}", diterima=diterima)


def laporan(bulan: int) -> list[str]:
    """Periode yang laporannya disusun sesudah data bulan itu valid."""
    hasil = [f"{TAHUN}-{bulan:02d}"]
    if bulan % 3 == 0:
        hasil.append(f"{TAHUN}-TW{bulan // 3}")
    if bulan % 6 == 0:
        hasil.append(f"{TAHUN}-S{bulan // 6}")
    return [*hasil, str(TAHUN)] if bulan == 12 else hasil
