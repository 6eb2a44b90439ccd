"""Judging the figures of a report: each against what the register prints at its place, else for what it is about.

A figure in a table cell, or in a sentence whose other words are as drafted, is right only when it is what stands there.
In a sentence that people wrote it is right when the register prints it for the indicator, unit, period and kind
(capaian, realisasi, …) that the sentence names. What is not right and was printed by an earlier report at that place,
or for that indicator, is `usang`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from kinerja.domain.angka import format_ringkas
from kinerja.domain.periode import Periode
from kinerja.koreksi.angka_teks import AngkaTeks
from kinerja.koreksi.padanan import Padanan, padankan
from kinerja.koreksi.petak import Lembaran, Petak, berangka
from kinerja.pipeline.angka_register import AngkaRegister, LaporanLama, jenis_angka, sebut_angka
from kinerja.pipeline.cari_angka import AngkaTercetak
from kinerja.pipeline.pokok_angka import INSTANSI, Pengenal, Pokok, periode_disebut

_BEBAS = ("", "dari")  # what follows a count that says nothing of what is counted


class StatusAngka(StrEnum):
    """As the contract names them."""

    COCOK = "cocok"
    USANG = "usang"
    TIDAK_DIKENAL = "tidak_dikenal"


@dataclass(frozen=True, slots=True, kw_only=True)
class AngkaDiperiksa:
    """One figure of the document. `keterangan`: where it is from and what was expected; "" when it is right."""

    teks: str
    tempat: str
    status: StatusAngka
    indikator: str | None
    keterangan: str = ""
    asal: LaporanLama | None = None  # the earlier report that printed it


@dataclass(frozen=True, slots=True)
class _Ragu:
    """A figure that is not right. `benar`: what stands at its place; None where its place is not known.

    `sah`: its sentence is not as drafted, but what it says is right, unless it was copied from an earlier report.
    """

    petak: int
    nomor: int
    pokok: Pokok
    jenis: str | None
    benar: str | None
    sah: bool = False


class Penilai:
    """Judges one document against the report of its period."""

    def __init__(self, naskah: Lembaran, benar: Lembaran, register: AngkaRegister, pengenal: Pengenal) -> None:
        self._naskah, self._benar = naskah, benar
        self._register, self._pengenal, self._periode = register, pengenal, register.periode
        self._padanan = padankan(naskah, benar)
        self._tercetak: dict[Pokok, list[tuple[Petak, AngkaTeks]]] = defaultdict(list)
        for n, m in berangka(benar):
            p = benar.petak[n]
            self._tercetak[pengenal.pokok(p, p.isi.angka[m].awal)].append((p, p.isi.angka[m]))

    def nilai(self, lama: Iterable[LaporanLama], disimpan: frozenset[str]) -> tuple[AngkaDiperiksa, ...]:
        """All figures of the document, in its order. `lama` is read only when there is something to look for.

        `disimpan`: drafted paragraphs that people worded, which earlier builds of this period printed as they stand.
        """
        hasil: dict[tuple[int, int], AngkaDiperiksa] = {}
        ragu: list[_Ragu] = []
        for n, m in berangka(self._naskah):
            p = self._naskah.petak[n]
            x = p.isi.angka[m]
            pokok = self._pengenal.pokok(p, x.awal)
            status = self._status(n, m, pokok)
            if status is None:
                continue
            hasil[n, m] = AngkaDiperiksa(
                teks=x.teks, tempat=p.tempat, status=StatusAngka.COCOK, indikator=pokok.indikator
            )
            if isinstance(status, _Ragu):
                ragu.append(status)
        asal = self._asal(ragu, lama, disimpan) if ragu else {}
        for r in ragu:
            if r.sah and (r.petak, r.nomor) not in asal:
                continue
            x = self._naskah.petak[r.petak].isi.angka[r.nomor]
            dari, laporan = asal.get((r.petak, r.nomor), ("", None))
            hasil[r.petak, r.nomor] = AngkaDiperiksa(
                teks=x.teks,
                tempat=self._naskah.petak[r.petak].tempat,
                status=StatusAngka.USANG if dari else StatusAngka.TIDAK_DIKENAL,
                indikator=r.pokok.indikator,
                keterangan=self._keterangan(r, x, dari),
                asal=laporan,
            )
        return tuple(hasil.values())

    def _status(self, n: int, m: int, pokok: Pokok) -> bool | _Ragu | None:
        """True: right; None: a count in words that belongs to no figure of the report."""
        p = self._naskah.petak[n]
        x = p.isi.angka[m]
        sepadan = self._padanan.get((n, m))
        jenis = self._pengenal.jenis(p, x)
        if sepadan is None:
            if x.kata:
                return None
            benar = None
        else:
            harap = self._angka(sepadan)
            if harap is not None and x.sama(harap):
                return True
            benar = "–" if harap is None else harap.teks
            if sepadan.pasti:
                return _Ragu(n, m, pokok, jenis, benar)
            if harap is not None and self._pokok_benar(sepadan) != pokok:
                benar = None
        sah = self._tertulis(p, x, pokok, jenis)
        return sah if sah and p.tabel is not None else _Ragu(n, m, pokok, jenis, benar, sah)

    def _angka(self, s: Padanan) -> AngkaTeks | None:
        return None if s.angka is None else self._benar.petak[s.petak].isi.angka[s.angka]

    def _pokok_benar(self, s: Padanan) -> Pokok:
        """What stands there is about this."""
        p = self._benar.petak[s.petak]
        return self._pengenal.pokok(p, p.isi.angka[s.angka].awal if s.angka is not None else 0)

    def _tertulis(self, p: Petak, x: AngkaTeks, pokok: Pokok, jenis: str | None) -> bool:
        """True when the register prints the figure for what a sentence says that it is."""
        disebut = periode_disebut(p, x, self._periode)
        calon = self._register.tentang(pokok, disebut or self._periode)
        if any(x.sebesar(a.nilai) and jenis in (None, jenis_angka(a)) for a in calon):
            return True
        for q, y in self._tercetak.get(pokok, ()):
            if q.tabel is not None and pokok.tingkat in ("indikator", INSTANSI) and jenis != "perubahan":
                continue  # its column or row may be of another period
            if (
                y.nilai is not None
                and (x.sebesar(y.nilai) or (jenis == "perubahan" and x.sebesar(abs(y.nilai))))
                and jenis in (None, self._pengenal.jenis(q, y))
                and (q.tabel is not None or _satuan_cocok(x, y))
                and (jenis == "perubahan" or disebut in (None, periode_disebut(q, y, self._periode), self._periode))
            ):
                return True
        return False

    def _asal(
        self, ragu: list[_Ragu], lama: Iterable[LaporanLama], disimpan: frozenset[str]
    ) -> Mapping[tuple[int, int], tuple[str, LaporanLama | None]]:
        """Where each of these figures was printed before, by place and number: in words, and in which report."""
        hasil: dict[tuple[int, int], tuple[str, LaporanLama | None]] = {}
        sisa = list(ragu)
        for laporan in lama:
            if not sisa:
                break
            sepadan = padankan(self._naskah, laporan.lembaran)
            sendiri = laporan.periode == self._periode
            utuh = frozenset() if sendiri else frozenset(p.isi.teks for p in laporan.lembaran.petak)
            for r in sisa:
                p = self._naskah.petak[r.petak]
                if sendiri and p.narasi in disimpan:
                    continue
                if p.tabel is None and p.isi.teks in utuh:
                    hasil[r.petak, r.nomor] = laporan.sebut, laporan
                if r.sah:
                    continue
                s = sepadan.get((r.petak, r.nomor))
                y = None if s is None or s.angka is None else laporan.lembaran.petak[s.petak].isi.angka[s.angka]
                if y is not None and p.isi.angka[r.nomor].sama(y):
                    hasil[r.petak, r.nomor] = laporan.sebut, laporan
            sisa = [r for r in sisa if (r.petak, r.nomor) not in hasil]
        for r in sisa:
            x = self._naskah.petak[r.petak].isi.angka[r.nomor]
            bernama = r.pokok.indikator is not None or r.jenis is not None
            for periode in self._register.lebih_dahulu() if bernama and not (x.kata or r.sah) else ():
                ada = next((a for a in self._calon(r, periode) if x.sebesar(a.nilai)), None)
                if ada is not None and (r.petak, r.nomor) not in hasil:
                    hasil[r.petak, r.nomor] = f"register, {sebut_angka(ada, periode)}", None
        return hasil

    def _calon(self, r: _Ragu, periode: Periode) -> list[AngkaTercetak]:
        """Figures that may be meant, those of the kind that is named."""
        return [a for a in self._register.tentang(r.pokok, periode) if r.jenis in (None, jenis_angka(a))]

    def _keterangan(self, r: _Ragu, x: AngkaTeks, asal: str) -> str:
        """Where it is from, and what was expected."""
        bagian = [f"berasal dari {asal}"] if asal else []
        if x.titik is not None:
            bagian.append(f"titik bukan koma desimal; bila maksudnya {_koma(x.titik)}, tulis demikian")
        if r.benar is not None:
            bagian.append(
                "register tidak mencetak angka di sini"
                if r.benar == "–"
                else f"register mencetak {r.benar}{self._nama(r)}"
            )
        elif x.nilai is not None and (dekat := self._terdekat(r, x)):
            bagian.append(dekat)
        return "; ".join(bagian) or "tidak ada padanannya di register; pastikan sumbernya, atau hapus"

    def _nama(self, r: _Ragu) -> str:
        """Which figure stands at the place, where the register has a name for it."""
        s = self._padanan[r.petak, r.nomor]
        y = self._angka(s)
        p = self._benar.petak[s.petak]
        if y is None or y.kata:
            return ""
        disebut = periode_disebut(p, y, self._periode) if p.tabel is None else None
        periode = disebut or self._periode
        jenis = self._pengenal.jenis(p, y)
        calon = [a for a in self._register.tentang(self._pokok_benar(s), periode) if y.sebesar(a.nilai)]
        ada = [a for a in calon if jenis in (None, jenis_angka(a))]
        return f" ({sebut_angka(ada[0], periode)})" if ada else ""

    def _terdekat(self, r: _Ragu, x: AngkaTeks) -> str:
        """The nearest figure of the same kind; that it is of another kind, where it is; "" when nothing is near."""
        p = self._naskah.petak[r.petak]
        periode = periode_disebut(p, x, self._periode) or self._periode
        if r.pokok.indikator is None and r.jenis is None:
            return ""
        semua = self._register.tentang(r.pokok, periode)
        calon = self._calon(r, periode)
        lain = next((a for a in semua if x.sebesar(a.nilai) and a not in calon), None)
        # The figure of the period itself before those against other targets or with other periods.
        dekat = min(calon, key=lambda a: (a.angka != r.jenis, abs(a.nilai - (x.nilai or Fraction(0)))), default=None)
        kalimat = [f"{x.teks} adalah {sebut_angka(lain, periode)}"] if lain is not None else []
        if dekat is not None:
            kalimat.append(f"register mencetak {dekat.tercetak} ({sebut_angka(dekat, periode)})")
        return "; ".join(kalimat)


def _satuan_cocok(x: AngkaTeks, y: AngkaTeks) -> bool:
    """False where both say of what they are, and it is not the same."""
    return x.satuan == y.satuan or ("%" not in (x.satuan, y.satuan) and (x.satuan in _BEBAS or y.satuan in _BEBAS))


def _koma(nilai: Fraction) -> str:
    return format_ringkas(nilai, 12)
