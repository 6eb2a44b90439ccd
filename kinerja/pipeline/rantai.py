"""The chain of reports of an office's SOP: which are made, which is due next. `build` makes any other too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kinerja.domain.periode import JenisPeriode, Periode
from kinerja.domain.tanggal import format_tanggal
from kinerja.pipeline.sesi import Sesi
from kinerja.pipeline.tenggat import kalender_kantor, tenggat_kirim
from kinerja.pipeline.workspace import Isi
from kinerja.register.peristiwa import LAPORAN_DIBUAT

# The name of a report in a profile -> for which kind of period.
RANTAI = {
    "bulanan": JenisPeriode.BULAN,
    "triwulan": JenisPeriode.TRIWULAN,
    "semester": JenisPeriode.SEMESTER,
    "tahunan": JenisPeriode.TAHUN,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MataRantai:
    """One report of the chain: `dibuat` is its path once it is made; `terlambat_hari` of one that is not."""

    jenis: str
    periode: Periode
    tenggat: date
    dibuat: str | None
    terlambat_hari: int


def dilewati(isi: Isi) -> tuple[str, ...]:
    """Links of the chain for which this office has no figures: it collects less often."""
    return tuple(n for n in isi.profil.laporan if RANTAI[n] < isi.pengaturan.jenis_pengumpulan)


def rantai_laporan(sesi: Sesi, isi: Isi, hari_ini: date) -> tuple[MataRantai, ...]:
    """Every report of the year, in the order in which they are due, the shorter period first."""
    tahun = isi.master.instansi.tahun
    ada = {p for jenis, p in sesi.reg.nomor_peristiwa() if jenis == LAPORAN_DIBUAT}
    hasil: list[MataRantai] = []
    lewat = dilewati(isi)
    for nama, jenis in RANTAI.items():
        if nama not in isi.profil.laporan or nama in lewat:
            continue
        for p in (Periode(tahun, jenis, n) for n in range(1, 12 // jenis + 1)):
            path = _path(sesi, nama, p) if p.id in ada else None
            tenggat = tenggat_kirim(p, isi)
            telat = 0 if path is not None else kalender_kantor(isi, p).terlambat(tenggat, hari_ini)
            hasil.append(MataRantai(jenis=nama, periode=p, tenggat=tenggat, dibuat=path, terlambat_hari=telat))
    return tuple(sorted(hasil, key=lambda m: (m.tenggat, m.periode.jenis)))


def _path(sesi: Sesi, nama: str, periode: Periode) -> str | None:
    return next((d.path for d in sesi.reg.dokumen(periode.id) if d.jenis == f"laporan_{nama}"), None)


def laporan_berikut(rantai: Iterable[MataRantai]) -> MataRantai | None:
    """The first report that is not made yet; None when all are."""
    return next((m for m in rantai if m.dibuat is None), None)


def kalimat_rantai(isi: Isi, rantai: Sequence[MataRantai], hari_ini: date) -> tuple[str, ...]:
    """Which report comes next, and which links are left out and why."""
    hasil: list[str] = []
    if lewat := dilewati(isi):
        hasil.append(
            f"Laporan {' dan '.join(lewat)} dalam SOP dilewati, karena kantor ini mengumpulkan data "
            f"{isi.pengaturan.pengumpulan}."
        )
    if not rantai:
        return tuple(hasil)
    if (m := laporan_berikut(rantai)) is None:
        hasil.append(f"Semua laporan {isi.master.instansi.tahun} menurut SOP sudah dibuat.")
        return tuple(hasil)
    batas = f"paling lambat {format_tanggal(m.tenggat)}"
    if m.terlambat_hari:
        batas += f" (terlambat {m.terlambat_hari} hari)"
    mulai = "" if m.periode.akhir < hari_ini else f", setelah {format_tanggal(m.periode.akhir)}"
    hasil.append(f"Laporan berikutnya menurut SOP: {m.periode.nama}, {batas}{mulai}: kinerja build {m.periode.id}")
    return tuple(hasil)
