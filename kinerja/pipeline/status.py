"""`kinerja status`: who has sent what, where the office stands in its SOP, what is due and what is late."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from kinerja.domain.kiriman import Status
from kinerja.domain.periode import Periode
from kinerja.master.pelaksana import nama_pelaksana
from kinerja.pipeline.giliran import Berikutnya, saran_berikut
from kinerja.pipeline.keadaan import Keadaan
from kinerja.pipeline.letak import letak_sop, periode_kini, tanpa_periode
from kinerja.pipeline.pengumpulan import periksa_angka, periode_pengumpulan
from kinerja.pipeline.rantai import MataRantai, kalimat_rantai, rantai_laporan
from kinerja.pipeline.sesi import buka
from kinerja.pipeline.tenggat import kalender_kantor, tahun_tanpa_libur, tenggat_isian
from kinerja.pipeline.workspace import Isi, Workspace, berhari_kerja, load_isi
from kinerja.sop.status import Posisi

_LAYAK = {s.value for s in Status if s.layak}


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusUnit:
    """One unit in one period; `status` `belum_masuk` when it has sent nothing."""

    unit: str
    status: str
    revisi: int | None
    diterima: datetime | None
    terlambat_hari: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilStatus:
    """`ingatkan`: the collection period of which units still owe something after its end; None when none do.

    `orang`: the people behind a role. `catatan`: what is to be said besides.
    """

    periode: Periode
    unit: tuple[StatusUnit, ...]
    langkah: tuple[Posisi, ...]
    ingatkan: Periode | None
    orang: Mapping[str, tuple[str, ...]]
    berikutnya: Berikutnya | None
    laporan: tuple[MataRantai, ...]
    catatan: tuple[str, ...]


def status(ws: Workspace, periode: Periode | None, *, waktu: datetime) -> HasilStatus:
    """Where things stand at `waktu`; without a period, for the one of `periode_kini`.

    SalahPakai for a period without figures of its own.
    """
    isi = load_isi(ws)
    hari_ini = waktu.date()
    periode = periode or periode_kini(isi, hari_ini)
    periksa_angka(isi, periode)
    with buka(ws, waktu) as sesi:
        letak = letak_sop(sesi, isi, periode, hari_ini)
        rantai = rantai_laporan(sesi, isi, hari_ini)
        berikutnya = saran_berikut(sesi, isi, letak, periode)
    terakhir = periode_pengumpulan(isi, periode)[-1]
    unit = _unit(isi, letak.keadaan[terakhir], waktu)
    berutang = terakhir.akhir < hari_ini and any(u.status not in _LAYAK for u in unit)
    return HasilStatus(
        periode=periode,
        unit=unit,
        langkah=letak.langkah,
        ingatkan=terakhir if berutang else None,
        orang=orang_langkah(isi, letak.langkah, hari_ini),
        berikutnya=berikutnya,
        laporan=rantai,
        catatan=(*_catatan(isi, letak.langkah), *kalimat_rantai(isi, rantai, hari_ini)),
    )


def orang_langkah(isi: Isi, langkah: Iterable[Posisi], hari_ini: date) -> dict[str, tuple[str, ...]]:
    """The people behind each role of these steps, where the master names them."""
    return {p: nama_pelaksana(isi.master, p, hari_ini) for x in langkah for p in x.langkah.pelaksana}


def _catatan(isi: Isi, langkah: Iterable[Posisi]) -> Iterator[str]:
    """Steps that are left out, and years whose working days cannot be told."""
    lewat = [x for s in isi.profil.sop for x in s.langkah if tanpa_periode(isi, x)]
    if lewat:
        nomor = ", ".join(x.no or x.id for x in lewat)
        yield (
            f"Langkah {nomor} dilewati: dikerjakan tiap bulan, padahal kantor ini mengumpulkan data "
            f"{isi.pengaturan.pengumpulan}."
        )
    if berhari_kerja(isi.pengaturan, isi.profil) or isi.pengaturan.tenggat_libur == "geser":
        for tahun in sorted({t for p in langkah for t in tahun_tanpa_libur(isi, p.periode)}):
            yield (
                f"Daftar hari libur {tahun} belum ada, jadi tenggat yang melewati tahun itu dihitung dengan hari "
                f"kalender. Isi lembar Libur: kinerja libur {tahun}"
            )


def _unit(isi: Isi, keadaan: Keadaan, waktu: datetime) -> tuple[StatusUnit, ...]:
    kalender, tenggat = kalender_kantor(isi, keadaan.periode), tenggat_isian(keadaan.periode, isi).date()
    milik = {b.kiriman.unit: b for b in keadaan.berkas if b.kiriman.unit is not None}
    hasil: list[StatusUnit] = []
    for u in isi.master.unit_pelapor:
        b = milik.get(u.kode)
        tanggal = (b.pertama if b is not None else waktu).date()
        hasil.append(
            StatusUnit(
                unit=u.kode,
                status=b.status.value if b is not None else "belum_masuk",
                revisi=b.kiriman.revisi if b is not None else None,
                diterima=b.kiriman.diterima if b is not None else None,
                terlambat_hari=kalender.terlambat(tenggat, tanggal),
            )
        )
    return tuple(hasil)
