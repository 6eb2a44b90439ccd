"""What the register prints: figures of every period that a report may speak of, and what earlier reports printed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial

from kinerja.domain.periode import Periode
from kinerja.domain.tanggal import format_tanggal
from kinerja.errors import KinerjaError
from kinerja.koreksi.grafik import baca_grafik
from kinerja.koreksi.naskah import baca_naskah
from kinerja.koreksi.petak import Lembaran, lembaran
from kinerja.pipeline.cari_angka import AngkaTercetak, angka_tercetak
from kinerja.pipeline.hitung import hitung
from kinerja.pipeline.jejak_teks import NAMA_PENUH
from kinerja.pipeline.pengumpulan import periksa_angka
from kinerja.pipeline.pokok_angka import Pokok
from kinerja.pipeline.sesi import Sesi
from kinerja.pipeline.workspace import Isi
from kinerja.render.dokumen import LAPORAN

_MAKS_LAPORAN = 24  # earlier reports that are read, the nearest first


@dataclass(frozen=True, slots=True, kw_only=True)
class LaporanLama:
    """A report as it was built earlier. `sebut`: what people call it."""

    periode: Periode
    sebut: str
    lembaran: Lembaran = field(repr=False)


@dataclass(slots=True)
class AngkaRegister:
    """The figures of periods, each worked out when it is first asked for."""

    sesi: Sesi
    isi: Isi
    periode: Periode
    _angka: dict[Periode, tuple[AngkaTercetak, ...]] = field(default_factory=dict)

    def semua(self, periode: Periode) -> tuple[AngkaTercetak, ...]:
        """Every figure of a period; () of one that the register cannot tell of."""
        if periode not in self._angka:
            self._angka[periode] = ()
            if periode.tahun == self.periode.tahun and periode.bulan_akhir <= self.periode.bulan_akhir:
                with suppress(KinerjaError):
                    periksa_angka(self.isi, periode)
                    desimal = self.isi.pengaturan.kebijakan.desimal
                    hasil = hitung(self.sesi, self.isi, periode)
                    self._angka[periode] = tuple(angka_tercetak(self.isi.master, desimal, hasil))
        return self._angka[periode]

    def tentang(self, pokok: Pokok, periode: Periode) -> list[AngkaTercetak]:
        """The figures of this indicator, unit, … of that period; of an earlier year those that stand beside ours."""
        sendiri = periode.tahun == self.periode.tahun
        return [
            a
            for a in self.semua(periode if sendiri else self.periode)
            if _milik(a, pokok) and (sendiri, _pembanding(a)) != (False, False) and not (sendiri and _pembanding(a))
        ]

    def lebih_dahulu(self) -> list[Periode]:
        """Periods of the year that ended no later than ours, the nearest first, those of our kind before others."""
        jenis = [self.periode.jenis, *(j for j in LAPORAN if j != self.periode.jenis)]
        semua = [Periode(self.periode.tahun, j, n) for j in jenis for n in range(12 // j, 0, -1)]
        return [p for p in semua if p.bulan_akhir <= self.periode.bulan_akhir and p != self.periode]


def sebut_angka(a: AngkaTercetak, periode: Periode) -> str:
    """`IKU-03, capaian s.d. Maret 2026`."""
    nama = NAMA_PENUH[a.angka]
    if a.angka in ("target_tahun", "capaian_tahun"):
        kapan = f" {periode.tahun}"
    else:
        kapan = "" if "periode" in nama or "terhadap" in nama else f" {periode.nama}"
    siapa = f"{a.kode} {a.unit}" if a.unit is not None else a.kode
    return f"{siapa}, {nama}{kapan}"


def jenis_angka(a: AngkaTercetak) -> str:
    """The kind of a figure, as `Pengenal.jenis` names kinds."""
    return a.angka.partition("_")[0]


def laporan_lama(sesi: Sesi, periode: Periode) -> Iterator[LaporanLama]:
    """Reports of the year as they were built: of this period, then backwards, its kind first. What is lost is left out.

    Those of programs that did not archive them yet are read where they were written, if nobody edited them since.
    """
    semua = [(k.periode, k.waktu, k.jenis, partial(sesi.arsip, k.sha256), k.sha256) for k in sesi.reg.konsep()]
    ada = {s for *_, s in semua}
    semua += [
        (d.periode, d.waktu, d.jenis, partial(_di_tempatnya, sesi, d.path, d.sha256), d.sha256)
        for d in sesi.reg.dokumen()
        if d.jenis in LAPORAN.values() and d.path.endswith(".docx") and d.sha256 not in ada
    ]
    calon = [(Periode.parse(p), w, j, baca) for p, w, j, baca, _ in semua]
    dahulu = [c for c in calon if c[0].tahun == periode.tahun and c[0].bulan_akhir <= periode.bulan_akhir]
    dahulu.sort(key=lambda c: (c[0] == periode, c[0].jenis == periode.jenis, c[0].bulan_akhir, c[1]), reverse=True)
    for p, waktu, jenis, baca in dahulu[:_MAKS_LAPORAN]:
        with suppress(KinerjaError, OSError):
            isi = baca()
            sebut = f"laporan {p.nama} yang dibuat {format_tanggal(waktu.date())}"
            yield LaporanLama(periode=p, sebut=sebut, lembaran=baca_lembaran(isi, jenis))


def baca_lembaran(isi: bytes, nama: str) -> Lembaran:
    """The places of a Word document, its charts with them. KinerjaError when it cannot be read."""
    return lembaran(baca_naskah(isi, nama), baca_grafik(isi, nama))


def _di_tempatnya(sesi: Sesi, path: str, sha256: str) -> bytes:
    isi = (sesi.ws.akar / path).read_bytes()
    if hashlib.sha256(isi).hexdigest() != sha256:
        raise KinerjaError(f"{path} sudah disunting.", "Jalankan kinerja build untuk membuatnya lagi.")
    return isi


def _milik(a: AngkaTercetak, pokok: Pokok) -> bool:
    if pokok.tingkat == "indikator":
        return a.jenis in ("indikator", "pembanding") and (a.kode, a.unit) == (pokok.kode, pokok.unit)
    return (a.jenis, a.kode) == (pokok.tingkat, pokok.kode)


def _pembanding(a: AngkaTercetak) -> bool:
    return a.angka.endswith(("_sebelumnya", "_tahun_lalu"))
