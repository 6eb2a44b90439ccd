"""Which analyses of a report the data suffice for, and what each of the others lacks: for the report and for the Tim.

An annual report (LKj) must hold seven per sasaran, and the chapters before them; a shorter one must compare with its
target and with earlier periods, give the units' causes, and set performance against budget.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kinerja.aggregate.model import Capaian, HasilPeriode, Pembanding
from kinerja.domain.angka import bulat_skala
from kinerja.domain.indikator import Indikator, Polaritas
from kinerja.domain.kebijakan import Kebijakan
from kinerja.domain.konsolidasi import HANYA_TAHUNAN
from kinerja.domain.nilai import Nilai
from kinerja.domain.periode import JenisPeriode, Periode
from kinerja.domain.rumus import TIDAK_DAPAT, hitung_capaian
from kinerja.master.model import Master
from kinerja.master.pengaturan import Pengaturan

BAB, TARGET, ANTARTAHUN, RENSTRA, STANDAR, SEBAB, EFISIENSI, PROGRAM = range(8)
NAMA_ANALISIS = (
    "Bab I dan II", "target dan realisasi", "perbandingan antartahun", "target akhir Renstra", "standar nasional",
    "penyebab dan tindak lanjut", "efisiensi", "program dan kegiatan",
)  # fmt: skip
WAJIB_TAHUN = (BAB, TARGET, ANTARTAHUN, RENSTRA, STANDAR, SEBAB, EFISIENSI, PROGRAM)
WAJIB_PERIODE = (TARGET, ANTARTAHUN, SEBAB, EFISIENSI)

# Headings of Bab I with the names under which sheet Narasi may hold their text; then that of Bab II.
BAB_I = (
    ("Profil Organisasi", ("profil", "profil organisasi", "gambaran umum")),
    ("Struktur Organisasi", ("struktur", "struktur organisasi")),
    ("Sumber Daya Manusia", ("sdm", "sumber daya manusia")),
    ("Isu Strategis", ("isu strategis", "isu")),
)
BAB_II = (("Ringkasan Renstra", ("ringkasan renstra", "renstra")),)

SERATUS = 100
TAK_DIHITUNG = "capaian tidak dapat dihitung karena"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kekurangan:
    """What an analysis lacks. `apa` is a clause as the report prints it, `tempat` says where it is filled in.

    `indikator` None: of the whole sasaran; `sasaran` None too: of the whole report. `wajib` False: nothing is missing
    that the office must have, but it may have it.
    """

    analisis: int
    sasaran: str | None
    indikator: str | None
    apa: str
    tempat: str
    wajib: bool = True


def kekurangan(master: Master, pengaturan: Pengaturan, hasil: HasilPeriode) -> tuple[Kekurangan, ...]:
    """Everything that the report of this period lacks, by analysis and then in the order of the master's rows."""
    setahun = hasil.periode.jenis is JenisPeriode.TAHUN
    kebijakan, banding = pengaturan.kebijakan, {p.indikator: p for p in hasil.pembanding}
    diukur = [(i, c) for i in master.indikator if (c := hasil.capaian_of(i.kode)).bulan_wajib]
    semua = [*(_bab(master, hasil) if setahun else ())]
    for i, c in diukur:
        semua += _target(master, i, c, hasil)
    for i, c in diukur:
        semua += (_tahun if setahun else _periode)(i, c, banding.get(i.kode))
    if setahun:
        for periksa in (_renstra, _standar):
            for i, c in diukur:
                semua += periksa(i, c, kebijakan)
    for i in master.indikator:
        semua += _sebab(master, i, hasil, kebijakan.desimal)
    semua += _efisiensi(master, hasil)
    if setahun:
        semua += _program(master, hasil)
    return tuple(semua)


def nama_analisis(analisis: int, periode: Periode) -> str:
    """What an analysis is called in a report of this period."""
    if analisis == ANTARTAHUN and periode.jenis is not JenisPeriode.TAHUN:
        return "perbandingan antarperiode"
    return NAMA_ANALISIS[analisis]


def analisis_wajib(periode: Periode) -> tuple[int, ...]:
    """The analyses that a report of this period must hold."""
    return WAJIB_TAHUN if periode.jenis is JenisPeriode.TAHUN else WAJIB_PERIODE


def sampai(c: Capaian, desimal: int) -> bool | None:
    """True when the capaian that the reader sees is 100 or more; None without a capaian."""
    return None if c.capaian is None else bulat_skala(c.capaian, desimal) >= SERATUS * 10**desimal


def unit_kurang(master: Master, hasil: HasilPeriode, indikator: str) -> list[str]:
    """Kodes of the units whose months are not all there; of all that report the indicator when none can be told."""
    kurang = [
        c.unit
        for c in hasil.capaian
        if c.unit is not None and c.indikator == indikator and (c.bulan_terisi < c.bulan_wajib or c.realisasi is None)
    ]
    return kurang or list(master.unit_of(indikator))


def _kurang(analisis: int, i: Indikator, apa: str, tempat: str, *, wajib: bool = True) -> Kekurangan:
    return Kekurangan(
        analisis=analisis, sasaran=i.sasaran, indikator=i.kode, apa=apa, tempat=tempat, wajib=wajib
    )  # fmt: skip


def _bab(master: Master, hasil: HasilPeriode) -> Iterator[Kekurangan]:
    """Texts of Bab I and II, the Perjanjian Kinerja, and the evaluation of the year before."""
    ada = {n.bagian.strip().casefold() for n in master.narasi if n.teks.strip()}
    for judul, nama in (*BAB_I, *BAB_II):
        if not ada.intersection(nama):
            tempat = f"lembar Narasi, Bagian “{nama[0]}”"
            yield Kekurangan(analisis=BAB, sasaran=None, indikator=None, apa=f"{judul} belum ditulis", tempat=tempat)
    for i in master.indikator:
        if hasil.capaian_of(i.kode).target_tahun is None:
            yield _kurang(BAB, i, "target Perjanjian Kinerja belum ditetapkan", "lembar Target, kolom Tahun")
    lain = (
        (
            any(a.jenis == "Program" for a in hasil.anggaran),
            "program Perjanjian Kinerja belum diisi",
            "lembar Anggaran",
        ),
        (any(x.tahun < hasil.periode.tahun for x in master.lhe), "hasil evaluasi (LHE) belum diisi", "lembar LHE"),
    )
    for cukup, apa, tempat in lain:
        if not cukup:
            yield Kekurangan(analisis=BAB, sasaran=None, indikator=None, apa=apa, tempat=tempat)


def _target(master: Master, i: Indikator, c: Capaian, hasil: HasilPeriode) -> Iterator[Kekurangan]:
    formulir = f"formulir {', '.join(unit_kurang(master, hasil, i.kode))}, kolom Realisasi"
    if c.sementara and c.realisasi is not None:
        yield _kurang(TARGET, i, "data realisasi belum lengkap", formulir)
    if c.capaian is not None:
        return
    alasan = (c.alasan or "").removeprefix(f"{TIDAK_DAPAT}: ")
    if c.realisasi is None and c.sementara:
        yield _kurang(TARGET, i, "realisasi belum tersedia", formulir)
    elif alasan == HANYA_TAHUNAN:
        yield _kurang(TARGET, i, "hanya ada target tahunan", "lembar Target, kolom bulannya", wajib=False)
    elif c.target is None:
        yield _kurang(TARGET, i, "target belum ditetapkan", "lembar Target")
    else:
        nol = alasan == "target 0" and i.polaritas is Polaritas.MINIMAL
        tempat = "setelan target_nol di kinerja.toml, atau lembar Target" if nol else "lembar Target atau formulirnya"
        yield _kurang(TARGET, i, f"{TAK_DIHITUNG} {alasan}", tempat, wajib=False)


def tahun_tersedia(p: Pembanding | None, tahun: int) -> list[int]:
    """The years before `tahun` whose realisasi is known, oldest first."""
    if p is None:
        return []
    ada = {int(periode) for periode, _, realisasi, _ in p.riwayat if periode.isdigit() and realisasi is not None}
    if p.realisasi_tahun_lalu is not None and p.tahun_lalu.jenis is JenisPeriode.TAHUN:
        ada.add(p.tahun_lalu.tahun)
    return sorted(t for t in ada if t < tahun)


def tahun_kosong(ada: list[int], tahun: int) -> list[int]:
    """The years between the first one known and `tahun` of which nothing is known."""
    return [t for t in range(ada[0], tahun) if t not in ada] if ada else []


def _tahun(i: Indikator, c: Capaian, p: Pembanding | None) -> Iterator[Kekurangan]:
    tahun = c.periode.tahun
    ada = tahun_tersedia(p, tahun)
    if not ada:
        yield _kurang(
            ANTARTAHUN, i, "data tahun sebelumnya belum tersedia", f"lembar Riwayat, Periode {tahun - 1} dan sebelumnya"
        )
        return
    for t in tahun_kosong(ada, tahun):
        yield _kurang(ANTARTAHUN, i, f"data tahun {t} belum tersedia", f"lembar Riwayat, Periode {t}")
    if p is not None and p.realisasi_tahun_lalu is not None and p.target_tahun_lalu is None:
        tempat = f"lembar Riwayat, Periode {tahun - 1}, kolom Target"
        yield _kurang(ANTARTAHUN, i, f"target tahun {tahun - 1} belum tersedia", tempat)


def _periode(i: Indikator, c: Capaian, p: Pembanding | None) -> Iterator[Kekurangan]:
    if p is None:
        return
    lalu = ((p.sebelumnya, p.realisasi_sebelumnya), (p.tahun_lalu, p.realisasi_tahun_lalu))
    for periode, realisasi in lalu:
        if realisasi is None and periode.tahun < c.periode.tahun and i.diukur(periode.bulan):
            yield _kurang(ANTARTAHUN, i, f"data {periode.nama} belum tersedia", f"lembar Riwayat, Periode {periode.id}")


def _acuan(analisis: int, i: Indikator, c: Capaian, acuan: Nilai, kebijakan: Kebijakan) -> Iterator[Kekurangan]:
    """A comparison of this year's realisasi with a mark that is there."""
    if c.realisasi_sd is None:
        yield _kurang(analisis, i, "realisasi tahun ini belum tersedia", "seperti pada target dan realisasi")
    elif alasan := hitung_capaian(i, acuan, c.realisasi_sd, kebijakan, tulis=False).alasan:
        sebab = alasan.removeprefix(f"{TIDAK_DAPAT}: ")
        yield _kurang(analisis, i, f"{TAK_DIHITUNG} {sebab}", "lembar Indikator", wajib=False)


def _renstra(i: Indikator, c: Capaian, kebijakan: Kebijakan) -> Iterator[Kekurangan]:
    if i.target_renstra is None:
        yield _kurang(RENSTRA, i, "target akhir Renstra belum tersedia", "lembar Indikator, kolom Target Renstra")
        return
    if i.tahun_renstra is None:
        yield _kurang(RENSTRA, i, "tahun akhir Renstra belum tersedia", "lembar Indikator, kolom Tahun Renstra")
    yield from _acuan(RENSTRA, i, c, i.target_renstra, kebijakan)


def _standar(i: Indikator, c: Capaian, kebijakan: Kebijakan) -> Iterator[Kekurangan]:
    if i.standar_nasional is None:
        tempat = "bila ada, lembar Indikator, kolom Standar Nasional"
        yield _kurang(STANDAR, i, "standar nasional tidak tersedia", tempat, wajib=False)
        return
    yield from _acuan(STANDAR, i, c, i.standar_nasional, kebijakan)


def _sebab(master: Master, i: Indikator, hasil: HasilPeriode, desimal: int) -> Iterator[Kekurangan]:
    """Below target hindrance and remedy must be told, else what helped."""
    berhasil = sampai(hasil.capaian_of(i.kode), desimal)
    if berhasil is None:
        return
    milik = [u for u in hasil.uraian if u.indikator == i.kode]

    def ada(medan: str) -> bool:
        return any((getattr(u, medan) or "").strip() for u in milik)

    wajib = (("faktor_pendorong", "Faktor Pendorong"),) if berhasil else (
        ("faktor_penghambat", "Faktor Penghambat"), ("tindak_lanjut", "Tindak Lanjut"),
    )  # fmt: skip
    tanpa = [judul for medan, judul in wajib if not ada(medan)]
    if tanpa:
        apa = f"{' dan '.join(tanpa).lower()} belum dituliskan unit kerja"
        tempat = f"formulir {', '.join(master.unit_of(i.kode))}, kolom {' dan '.join(tanpa)}"
        yield _kurang(SEBAB, i, apa, tempat)


def _efisiensi(master: Master, hasil: HasilPeriode) -> Iterator[Kekurangan]:
    ada = {i.sasaran for i in master.indikator if hasil.capaian_of(i.kode).bulan_wajib}
    for a in hasil.agregat:
        if a.tingkat != "sasaran" or a.kode not in ada or a.efisiensi is not None:
            continue
        baris = [s for s in hasil.anggaran if s.sasaran == a.kode]
        if a.serapan is not None:
            rata = a.capaian is None
            apa = "rata-rata capaian belum dapat dihitung" if rata else "serapan anggaran 0"
            tempat = "seperti pada target dan realisasi" if rata else "formulir, lembar Anggaran"
        elif not hasil.anggaran:
            apa, tempat = "data anggaran belum tersedia", "lembar Anggaran"
        elif not baris:
            apa, tempat = "anggarannya belum ditautkan dengan sasaran", "lembar Anggaran, kolom Sasaran"
        elif not any(s.pagu for s in baris):
            apa, tempat = "pagu anggaran belum tersedia", "lembar Anggaran, kolom Pagu"
        else:
            apa, tempat = "realisasi anggaran belum tersedia", "formulir, lembar Anggaran, kolom Realisasi"
        yield Kekurangan(analisis=EFISIENSI, sasaran=a.kode, indikator=None, apa=apa, tempat=tempat)


def _program(master: Master, hasil: HasilPeriode) -> Iterator[Kekurangan]:
    for s in master.sasaran:
        milik = any(i.sasaran == s.kode for i in master.indikator)
        if milik and not any(a.sasaran == s.kode for a in hasil.anggaran):
            apa = "program dan kegiatannya belum ditautkan dengan sasaran"
            tempat = "lembar Anggaran, kolom Sasaran"
            yield Kekurangan(analisis=PROGRAM, sasaran=s.kode, indikator=None, apa=apa, tempat=tempat)
