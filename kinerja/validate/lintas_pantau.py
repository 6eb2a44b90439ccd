"""Monitoring papers against their surroundings: whose they are, the version before, the monthly form (SLR010)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from kinerja.catalogue import temuan
from kinerja.domain.angka import format_nilai, jumlah, tercetak
from kinerja.domain.fakta import Fakta
from kinerja.domain.formulir import Kolom
from kinerja.domain.indikator import Indikator
from kinerja.domain.nilai import Nilai
from kinerja.domain.pemantauan import SKEMA_PANTAU, IdentitasPantau, IsiPantau, NilaiMinggu, PantauTerbit
from kinerja.domain.periode import JenisPeriode, Periode
from kinerja.findings import Finding
from kinerja.master.model import Master
from kinerja.sources import CellRef


def tolak_pantau(identitas: IdentitasPantau, path: str, master: Master, *, terbit: bool) -> Finding | None:
    """PTU001: why a paper is not one of ours; `terbit`: what was issued is known. None when it is."""
    sebab = _bukan_kita(identitas, master)
    if sebab is None and not terbit:
        sebab = "lembar tandanya hilang dan kertas kerja itu tidak tercatat pernah dibuat di sini"
    if sebab is None:
        return None
    return temuan("PTU001", CellRef(path), medan="identitas", tertulis=identitas.kode_kertas, sebab=sebab)


def _bukan_kita(i: IdentitasPantau, master: Master) -> str | None:
    if i.skema != SKEMA_PANTAU:
        return f"program ini mengenal bentuk {SKEMA_PANTAU}"
    if i.instansi != master.id_instansi:
        return f"tanda kantor ini {master.id_instansi}"
    if i.unit not in {u.kode for u in master.unit}:
        return f"unit {i.unit} tidak ada di induk.xlsx"
    try:
        periode = Periode.parse(i.periode)
    except ValueError:
        return f"“{i.periode}” bukan bulan"
    if periode.jenis is not JenisPeriode.BULAN or periode.tahun != master.instansi.tahun:
        return f"map kerja ini untuk bulan-bulan tahun {master.instansi.tahun}"
    return None


def isian_hilang(lama: IsiPantau, baru: IsiPantau, path_lama: str, path: str, master: Master) -> Iterator[Finding]:
    """PTU012: values that the version before had and the latest lacks."""
    ada = {(n.indikator, n.minggu) for n in baru.nilai}
    dikenal = {i.kode for i in master.indikator}
    for n in lama.nilai:
        if (n.indikator, n.minggu) not in ada and n.indikator in dikenal:
            yield temuan(
                "PTU012", CellRef(path, n.lembar, n.sel.split(",")[0]), indikator=n.indikator,
                medan=Kolom.REALISASI.medan, diharapkan=_sebut(n.nilai, master.indikator_by_kode(n.indikator)),
                lain=path_lama, minggu=f"Minggu {n.minggu}",
            )  # fmt: skip


def hasil_pantau(indikator: Indikator, terbit: PantauTerbit, isi: IsiPantau) -> tuple[Nilai, NilaiMinggu] | None:
    """What a month's monitoring comes to, and the entry that says so last.

    None while a week with working days has no value, or none can be computed.
    """
    baris = next((b for b in terbit.baris if b.kode == indikator.kode), None)
    ada = {n.minggu: n for n in isi.nilai if n.indikator == indikator.kode}
    if baris is None or not ada or any(m.hari_kerja and m.ke not in ada for m in terbit.minggu):
        return None
    akhir = ada[max(ada)]
    if not baris.dibagi:
        return None if akhir.nilai is None else (akhir.nilai, akhir)
    angka = [n.nilai for n in ada.values() if isinstance(n.nilai, Fraction)]
    return (jumlah(angka), akhir) if len(angka) == len(ada) else None


def berbeda_dari_pantauan(
    master: Master, fakta: Iterable[Fakta], kertas: Mapping[str, tuple[str, PantauTerbit, IsiPantau]]
) -> Iterator[Finding]:
    """SLR010: realisasi of a month (`fakta`, of the month of the papers) that its monitoring says otherwise.

    `kertas`: by unit the path of its current paper, what was issued, what it yields.
    """
    for f in fakta:
        if f.unit not in kertas or f.nilai is None:
            continue
        path, terbit, isi = kertas[f.unit]
        i = master.indikator_by_kode(f.indikator)
        hasil = hasil_pantau(i, terbit, isi)
        if hasil is None or _sama(f.nilai, hasil[0], i):
            continue
        nilai, akhir = hasil
        dibagi = next(b.dibagi for b in terbit.baris if b.kode == i.kode)
        yield temuan(
            "SLR010", CellRef(f.asal.berkas, f.asal.lembar, f.asal.sel.split(",")[0]), indikator=i.kode,
            medan=Kolom.REALISASI.medan, tertulis=_sebut(f.nilai, i), diharapkan=_sebut(nilai, i),
            cara="jumlah semua minggu, terakhir" if dibagi else "keadaan minggu terakhir", lain=path,
            lembar_lain=akhir.lembar, sel_lain=akhir.sel,
        )  # fmt: skip


def _sama(a: Nilai, b: Nilai, i: Indikator) -> bool:
    if isinstance(a, Fraction) and isinstance(b, Fraction):
        d = max(i.desimal, 2)
        return tercetak(a, d) == tercetak(b, d)
    return a == b


def _sebut(nilai: Nilai | None, i: Indikator) -> str:
    utuh = isinstance(nilai, Fraction) and nilai.denominator == 1
    return format_nilai(nilai, i.desimal if utuh else max(i.desimal, 2))
