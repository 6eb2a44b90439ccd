"""What a figure in a report is about: the indicator, unit, period and kind of figure that its surroundings name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kinerja.domain.periode import NAMA_BULAN, ROMAWI, JenisPeriode, Periode
from kinerja.koreksi.angka_teks import AngkaTeks
from kinerja.koreksi.petak import Petak
from kinerja.master.model import Master

INSTANSI = "instansi"
_AKHIR_KALIMAT = re.compile(r"(?<=[.;!?])(?<!s\.d\.)(?<!No\.)(?<!Rp\.)\s+(?=[A-Z“(])")
_PERIODE = re.compile(
    rf"\b(?P<bulan>{'|'.join(NAMA_BULAN)})(?:\s+(?P<t1>20[0-9]{{2}}))?\b"
    r"|\b(?:Triwulan|TW)[\s-]*(?P<tw>IV|I{1,3}|[1-4])\b(?:\s+Tahun)?(?:\s+(?P<t2>20[0-9]{2}))?"
    r"|\bSemester\s+(?P<sem>I{1,2}|[12])\b(?:\s+Tahun)?(?:\s+(?P<t3>20[0-9]{2}))?"
    r"|\btahun\s+(?P<t4>20[0-9]{2})\b",
    re.IGNORECASE,
)
_UMUM = {
    "target": r"(?:di)?target\w*",
    "realisasi": r"\w*realisasi\w*",
    "capaian": r"capaian\w*|tercapai\w*",
    "perubahan": r"naik|turun|kenaikan|penurunan|meningkat|menurun|selisih|perubahan|bertambah|berkurang",
    "serapan": r"(?:pen|ter)?serap\w*",
    "pagu": r"pagu",
    "efisiensi": r"efisiensi",
}
_UJUNG = re.compile(r"\b(?:dari|menjadi|ke)\s*$", re.IGNORECASE)  # “naik dari 96% menjadi 97%”: no difference
_JENIS = re.compile("|".join(rf"(?P<{j}>\b(?:{p})\b)" for j, p in _UMUM.items()), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pokok:
    """`tingkat`: indikator, sasaran, unit, anggaran or instansi, with its code; of an indicator also whose figure."""

    tingkat: str = INSTANSI
    kode: str = INSTANSI
    unit: str | None = None

    @property
    def indikator(self) -> str | None:
        """The code of the indicator; None for what is no indicator's."""
        return self.kode if self.tingkat == "indikator" else None


@dataclass(frozen=True, slots=True)
class Sebutan:
    """A name of the master in a text."""

    awal: int
    akhir: int
    tingkat: str
    kode: str


class Pengenal:
    """Recognises the names of one master."""

    def __init__(self, master: Master) -> None:
        self._nama: dict[str, tuple[str, str]] = {}
        self._kode: dict[str, tuple[str, str]] = {}
        daftar = (
            ("indikator", [(i.kode, i.nama) for i in master.indikator]),
            ("sasaran", [(s.kode, s.nama) for s in master.sasaran]),
            ("unit", [(u.kode, u.nama) for u in master.unit]),
            ("anggaran", [(a.kode, a.uraian) for a in master.anggaran]),
        )
        for tingkat, isi in daftar:
            for kode, nama in isi:
                self._nama.setdefault(_kunci(nama), (tingkat, kode))
                self._kode.setdefault(kode, (tingkat, kode))
                if tingkat == "indikator":
                    self._nama.setdefault(_kunci(kode), (tingkat, kode))
        pola = [r"\s+".join(map(re.escape, n.split())) for n in sorted(self._nama, key=len, reverse=True) if n]
        self._pola = re.compile(rf"(?<!\w)(?:{'|'.join(pola)})(?!\w)") if pola else None

    def sebutan(self, teks: str) -> list[Sebutan]:
        """All names in a text, in order; of names within names the longest."""
        if self._pola is None:
            return []
        kecil = _kecil(teks)
        return [Sebutan(m.start(), m.end(), *self._nama[_kunci(m[0])]) for m in self._pola.finditer(kecil)]

    def pokok(self, petak: Petak, awal: int) -> Pokok:
        """What the figure at `awal` of this place is about; the agency where nothing else is named."""
        sekitar = list(self._sekitar(petak, awal))
        utama = next((s for s in sekitar if s.tingkat in ("indikator", "anggaran")), None)
        unit = next((s.kode for s in sekitar if s.tingkat == "unit"), None)
        if utama is not None:
            return Pokok(utama.tingkat, utama.kode, unit)
        lain = next((s for s in sekitar if s.tingkat in ("unit", "sasaran")), None)
        return Pokok() if lain is None else Pokok(lain.tingkat, lain.kode)

    def _sekitar(self, petak: Petak, awal: int) -> Iterator[Sebutan]:
        """Names that the figure may belong to, the nearest first."""
        teks = petak.isi.teks
        if petak.tabel is not None:
            for t in (petak.label, petak.induk):
                yield from self.sebutan(t)[:1]
        else:
            mulai, selesai = kalimat(teks, awal)
            sebut = self.sebutan(teks)
            yield from (s for s in reversed(sebut) if mulai <= s.awal < awal)
            yield from (s for s in sebut if awal <= s.awal < selesai and s.tingkat == "indikator")
            if petak.narasi:
                bagian = petak.narasi.split(":")
                for k in (bagian[0], bagian[-1]):
                    if k in self._kode:
                        yield Sebutan(0, 0, *self._kode[k])
            if len({s.kode for s in sebut if s.tingkat == "indikator"}) == 1:
                yield from (s for s in sebut if s.tingkat == "indikator")
        for j in reversed(petak.judul):
            yield from self.sebutan(j)

    def jenis(self, petak: Petak, angka: AngkaTeks) -> str | None:
        """Which kind of figure its column or sentence says it is; None when neither does."""
        if petak.tabel is not None and petak.kepala:
            m = _JENIS.search(petak.kepala)
            return None if m is None else m.lastgroup
        if angka.satuan == "poin":
            return "perubahan"
        mulai, _ = kalimat(petak.isi.teks, angka.awal)
        teks = petak.isi.teks[mulai : angka.awal]
        if teks.endswith("("):
            return None  # beside a period or a name, of whatever kind the sentence goes on to say
        for s in self.sebutan(teks):
            teks = f"{teks[: s.awal]}{'·' * (s.akhir - s.awal)}{teks[s.akhir :]}"
        ada = [m.lastgroup for m in _JENIS.finditer(teks)]
        if _UJUNG.search(teks):
            ada = [j for j in ada if j != "perubahan"]
        return ada[-1] if ada else None


def kalimat(teks: str, letak: int) -> tuple[int, int]:
    """Where the sentence that holds this place begins and ends."""
    batas = [0, *(m.end() for m in _AKHIR_KALIMAT.finditer(teks)), len(teks) + 1]
    return next((a, b) for a, b in pairwise(batas) if a <= letak < b)


def periode_disebut(petak: Petak, angka: AngkaTeks, laporan: Periode) -> Periode | None:
    """The period that the sentence names last before the figure; None when it names none.

    A bare month is of the report's year.
    """
    mulai, _ = kalimat(petak.isi.teks, angka.awal)
    ada = list(_PERIODE.finditer(petak.isi.teks[mulai : angka.awal]))
    if not ada:
        return None
    m = ada[-1]
    tahun = int(m["t1"] or m["t2"] or m["t3"] or m["t4"] or laporan.tahun)
    if m["bulan"]:
        bulan = next(n for n, b in enumerate(NAMA_BULAN, 1) if b.casefold() == m["bulan"].casefold())
        return Periode.bulanan(tahun, bulan)
    if m["tw"]:
        return Periode(tahun, JenisPeriode.TRIWULAN, _ke(m["tw"]))
    if m["sem"]:
        return Periode(tahun, JenisPeriode.SEMESTER, _ke(m["sem"]))
    return Periode(tahun, JenisPeriode.TAHUN, 1)


def _ke(tulis: str) -> int:
    return int(tulis) if tulis.isdigit() else ROMAWI.index(tulis.upper()) + 1


def _kunci(nama: str) -> str:
    return " ".join(_kecil(nama).split())


def _kecil(teks: str) -> str:
    """Small letters, each at the same place."""
    return "".join(k if len(k := c.casefold()) == 1 else c for c in teks)
