"""Judging a monitoring paper: its figures against the weeks' shares, its actions against what the SOP asks for."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

from kinerja.catalogue import temuan
from kinerja.catalogue.ejaan import mungkin, terdekat
from kinerja.domain.angka import format_nilai, rapikan
from kinerja.domain.indikator import Indikator, TipeNilai
from kinerja.domain.minggu import Minggu, bagian, bagian_sd
from kinerja.domain.nilai import Nilai
from kinerja.domain.pemantauan import (
    KOLOM_UJUNG,
    BarisPantau,
    IsiPantau,
    KolomPantau,
    NilaiMinggu,
    PantauTerbit,
    StatusTindakan,
    Tindakan,
)
from kinerja.domain.rumus import nilai_rasio
from kinerja.domain.tanggal import format_tanggal, parse_tanggal
from kinerja.domain.varian import digit_varian, hitung_varian
from kinerja.findings import Finding, Tingkat
from kinerja.forms.lembar_pantau import sebut_ujung
from kinerja.master.model import Master
from kinerja.read.model import BarisMinggu, PantauTerbaca
from kinerja.sources import CellRef
from kinerja.validate.baris import nilai_terbit
from kinerja.validate.isian import Isian, baca_angka, baca_predikat, baca_ya_tidak, tampak, teks_isian
from kinerja.validate.rules.terkunci import sama_terbit
from kinerja.workbook.model import Jenis, Sel

K = KolomPantau

_SERIAL = (40_000, 60_000)  # dates whose format was lost: 2009 to 2064
_AWAL_SERIAL = date(1899, 12, 30)
_STATUS = {s.value.casefold(): s for s in StatusTindakan}


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilPantau:
    """Outcome for one paper: what it yields, and every finding."""

    isi: IsiPantau
    temuan: tuple[Finding, ...]


def periksa_pantau(
    kertas: PantauTerbaca,
    terbit: PantauTerbit,
    master: Master,
    *,
    diterima: date,
    tingkat: Mapping[str, Tingkat],
    temuan_baca: Iterable[Finding] = (),
) -> HasilPantau:
    """Judge a paper of a unit and indicators that the master has; `terbit` is what was issued, `tingkat` the profile's
    severities. What reading found comes back with the rest."""
    p = _Pemeriksa(kertas, terbit, master, diterima)
    for b in terbit.baris:
        if b.kode in {i.kode for i in master.indikator_of(terbit.identitas.unit)}:
            _Baris(p, b).periksa()
    semua = [*temuan_baca, *p.temuan, *p.terlewat()]
    return HasilPantau(
        isi=IsiPantau(nilai=tuple(p.nilai), tindakan=tuple(p.tindakan)),
        temuan=tuple(dataclasses.replace(t, tingkat=tingkat.get(t.kode, t.tingkat)) for t in semua),
    )


@dataclass(slots=True)
class _Pemeriksa:
    """One paper while it is judged."""

    kertas: PantauTerbaca
    terbit: PantauTerbit
    master: Master
    diterima: date
    temuan: list[Finding] = field(default_factory=list)
    nilai: list[NilaiMinggu] = field(default_factory=list)
    tindakan: list[Tindakan] = field(default_factory=list)
    kosong: dict[int, list[tuple[str, Sel]]] = field(default_factory=dict)  # by week: Kode and cell not filled in

    def ref(self, minggu: Minggu, sel: Sel | None) -> CellRef:
        """The place of a cell."""
        lembar = self.kertas.nama_lembar.get(minggu.ke, minggu.nama)
        return CellRef(self.kertas.path, lembar, sel.alamat if sel is not None else None)

    def terlewat(self) -> Iterator[Finding]:
        """PTU011: weeks that had ended when the paper came, with indicators not filled in."""
        for m in self.terbit.minggu:
            kosong = self.kosong.get(m.ke, [])
            if kosong and m.hari_kerja and m.akhir < self.diterima:
                rentang = f"{format_tanggal(m.awal)} s.d. {format_tanggal(m.akhir)}"
                yield temuan(
                    "PTU011", self.ref(m, kosong[0][1]), medan="minggu", minggu=m.nama, rentang=rentang,
                    banyak=str(len(kosong)), daftar=", ".join(k for k, _ in kosong),
                )  # fmt: skip


class _Baris:
    """One indicator through the weeks of the month."""

    def __init__(self, p: _Pemeriksa, baris: BarisPantau) -> None:
        self._p, self._baris = p, baris
        self._indikator: Indikator = p.master.indikator_by_kode(baris.kode)
        self._skala = p.master.skala_of(self._indikator)
        self._target = nilai_terbit(baris.target, self._skala)
        self._jumlah = Fraction(0)
        self._ragu = False  # a week of a shared target could not be read: what adds up is not known any more
        self._terbuka: list[Tindakan] = [
            Tindakan(
                indikator=t.indikator, periode=t.periode, minggu=t.minggu, uraian=t.uraian,
                penanggung_jawab=t.penanggung_jawab, batas=parse_tanggal(t.batas), status=t.status,
                selesai=None, lembar=p.terbit.minggu[0].nama, sel="",
            )
            for t in p.terbit.lalu
            if t.indikator == baris.kode
        ]  # fmt: skip
        self._rampung: list[Tindakan] = []
        self._ditagih: Finding | None = None  # PTU004: until an action is written, or the variance is good again

    def periksa(self) -> None:
        """All weeks; then actions that are overdue."""
        for m in self._p.terbit.minggu:
            if m.ke in self._p.kertas.baris:
                self._minggu(m)
        p = self._p
        if self._ditagih is not None:
            p.temuan.append(self._ditagih)
        semua = [*self._rampung, *self._terbuka]
        p.tindakan += sorted(semua, key=lambda t: (t.periode, t.minggu))
        for t in self._terbuka:
            if t.batas is not None and t.batas < p.diterima:
                p.temuan.append(
                    temuan(
                        "PTU013", CellRef(p.kertas.path, t.lembar, t.sel or None), indikator=t.indikator,
                        medan=f"tindakan {t.periode} {t.minggu}", tertulis=t.status.value,
                        diharapkan=format_tanggal(t.batas), uraian=t.uraian[:80],
                        penanggung_jawab=t.penanggung_jawab or "tanpa penanggung jawab",
                        diterima=format_tanggal(p.diterima),
                    )
                )  # fmt: skip

    def _minggu(self, m: Minggu) -> None:
        rows = [r for r in self._p.kertas.baris[m.ke] if r.kode == self._baris.kode]
        if len(rows) != 1:
            keadaan = "tidak ada" if not rows else f"ada {len(rows)} kali"
            self._p.temuan.append(
                temuan("PTU010", self._p.ref(m, None), indikator=self._baris.kode, medan="kode", keadaan=keadaan)
            )
        if not rows:
            self._ragu = True
            return
        row = rows[0]
        self._ujung(m, row)
        nilai = self._nilai(m, row)
        self._tindakan(m, row, self._varian(m, nilai))

    def _temuan(
        self, kode: str, m: Minggu, sel: Sel | None, kolom: K, tertulis: str | None = None, /, *,
        diharapkan: str | None = None, **isi: str,
    ) -> None:  # fmt: skip
        self._p.temuan.append(
            temuan(
                kode, self._p.ref(m, sel), indikator=self._baris.kode, medan=kolom.medan, tertulis=tertulis,
                diharapkan=diharapkan, tingkat=None, minggu=m.nama, kolom=kolom.value, **isi,
            )
        )  # fmt: skip

    def _ujung(self, m: Minggu, row: BarisMinggu) -> None:
        """PTU009: the locked figures of the row, as issued; one finding tells."""
        semua, dibagi = self._p.terbit.minggu, self._baris.dibagi
        harap = (
            self._target,
            bagian(self._target, semua, m.ke, dibagi=dibagi),
            bagian_sd(self._target, semua, m.ke, dibagi=dibagi),
        )
        for kolom, nilai in zip(KOLOM_UJUNG, harap, strict=True):
            sel = row.sel.get(kolom)
            desimal = self._indikator.desimal if kolom is K.TARGET else digit_varian(self._indikator)
            tercetak = sebut_ujung(nilai, desimal)
            if sel is not None and not sama_terbit(sel, tercetak, self._skala):
                sebut = format_nilai(nilai, max(desimal, 2)) if nilai is not None else "kosong"
                self._temuan("PTU009", m, sel, kolom, tampak(sel) or "kosong", diharapkan=sebut)
                return

    def _nilai(self, m: Minggu, row: BarisMinggu) -> Nilai | None:
        """The week's value, noted; None where there is none or it is in doubt."""
        bagian_isian = [(k, self._baca(row.sel.get(k))) for k in self._kolom]
        ada = [(k, i) for k, i in bagian_isian if i.sel is not None and not i.kosong]
        if not ada:
            sel = bagian_isian[0][1].sel
            if sel is not None:
                self._p.kosong.setdefault(m.ke, []).append((self._baris.kode, sel))
            return None
        if m.awal > self._p.diterima:
            kolom, isian = ada[0]
            assert isian.sel is not None
            self._temuan(
                "PTU003", m, isian.sel, kolom, tampak(isian.sel), diharapkan="kosong",
                mulai=format_tanggal(m.awal), diterima=format_tanggal(self._p.diterima),
            )  # fmt: skip
            return None
        for kolom, isian in bagian_isian:
            if isian.nilai is None:
                tertulis = tampak(isian.sel) if isian.sel is not None and not isian.kosong else "(kosong)"
                cacat = isian.cacat.diharapkan if isian.cacat is not None else None
                self._temuan("PTU002", m, isian.sel, kolom, tertulis, diharapkan=cacat or "angka, misalnya 12,5")
                self._ragu = True
                return None
        return self._catat(m, bagian_isian)

    @property
    def _kolom(self) -> tuple[K, ...]:
        return (K.PEMBILANG, K.PENYEBUT) if self._indikator.tipe is TipeNilai.RASIO else (K.REALISASI,)

    def _catat(self, m: Minggu, isian: list[tuple[K, Isian]]) -> Nilai | None:
        pembilang = penyebut = None
        nilai = isian[0][1].nilai
        if len(isian) == 2:
            pembilang, penyebut = isian[0][1].angka, isian[1][1].angka
            nilai = nilai_rasio(pembilang, penyebut, self._indikator.pengali)
        sel = ", ".join(i.sel.alamat for _, i in isian if i.sel is not None)
        self._p.nilai.append(
            NilaiMinggu(
                indikator=self._baris.kode, minggu=m.ke, nilai=nilai, pembilang=pembilang, penyebut=penyebut,
                lembar=self._p.kertas.nama_lembar[m.ke], sel=sel,
            )
        )  # fmt: skip
        return nilai

    def _baca(self, sel: Sel | None) -> Isian:
        i = self._indikator
        match i.tipe:
            case TipeNilai.RASIO:
                return baca_angka(sel, satuan="jumlah, bukan persen", persen=False, bagian=True)
            case TipeNilai.PREDIKAT:
                return baca_predikat(sel, self._skala, i.satuan)
            case TipeNilai.YA_TIDAK:
                return baca_ya_tidak(sel)
            case TipeNilai.ANGKA:
                return baca_angka(sel, satuan=i.satuan, persen=i.persen, target=self._target, desimal=i.desimal)

    def _varian(self, m: Minggu, nilai: Nilai | None) -> tuple[Nilai, Nilai, Fraction] | None:
        """(cumulative, what should be reached, variance) of this week; None where it cannot be told."""
        if nilai is None:
            return None
        kumulatif = nilai
        if self._baris.dibagi and isinstance(nilai, Fraction):
            self._jumlah += nilai
            if self._ragu:
                return None
            kumulatif = self._jumlah
        ujung = bagian_sd(self._target, self._p.terbit.minggu, m.ke, dibagi=self._baris.dibagi)
        varian = hitung_varian(self._indikator, ujung, kumulatif)
        return None if varian is None or ujung is None else (kumulatif, ujung, varian)

    def _tindakan(self, m: Minggu, row: BarisMinggu, varian: tuple[Nilai, Nilai, Fraction] | None) -> None:
        """The state of earlier actions, this week's own, and whether one is due."""
        lalu = self._status(m, row, K.STATUS_LALU)
        if lalu is not None:
            self._terbuka = [dataclasses.replace(t, status=lalu) for t in self._terbuka]
            if lalu is StatusTindakan.SELESAI:
                self._rampung += [dataclasses.replace(t, selesai=m.ke) for t in self._terbuka]
                self._terbuka = []
        sel = row.sel.get(K.TINDAKAN)
        uraian = teks_isian(sel)
        if not uraian or sel is None:
            if varian is not None and sel is not None:
                self._ditagih = None if varian[2] >= 0 or self._terbuka else self._tagih(m, sel, *varian)
            return
        self._ditagih = None
        status = self._status(m, row, K.STATUS) or StatusTindakan.BELUM
        baru = Tindakan(
            indikator=self._baris.kode, periode=self._p.terbit.identitas.periode, minggu=m.ke, uraian=uraian,
            penanggung_jawab=self._penanggung_jawab(m, row), batas=self._batas(m, row), status=status,
            selesai=m.ke if status is StatusTindakan.SELESAI else None, lembar=self._p.kertas.nama_lembar[m.ke],
            sel=sel.alamat,
        )  # fmt: skip
        (self._terbuka if baru.terbuka else self._rampung).append(baru)

    def _tagih(self, m: Minggu, sel: Sel, kumulatif: Nilai, ujung: Nilai, varian: Fraction) -> Finding:
        """PTU004: the SOP asks for an action in this week."""
        d = digit_varian(self._indikator)
        return temuan(
            "PTU004", self._p.ref(m, sel), indikator=self._baris.kode, medan=K.TINDAKAN.medan,
            tertulis=format_nilai(varian, d), minggu=m.nama, kumulatif=format_nilai(kumulatif, d),
            ujung=format_nilai(ujung, d),
        )  # fmt: skip

    def _status(self, m: Minggu, row: BarisMinggu, kolom: K) -> StatusTindakan | None:
        sel = row.sel.get(kolom)
        teks = teks_isian(sel)
        if not teks:
            return None
        status = _STATUS.get(rapikan(teks).casefold())
        if status is None:
            dekat = mungkin(terdekat(teks[:40], [s.value for s in StatusTindakan]))
            self._temuan("PTU008", m, sel, kolom, teks[:80], mungkin=dekat)
        return status

    def _penanggung_jawab(self, m: Minggu, row: BarisMinggu) -> str:
        sel = row.sel.get(K.PENANGGUNG_JAWAB)
        teks = teks_isian(sel)
        if not teks and sel is not None:
            self._temuan("PTU005", m, sel, K.PENANGGUNG_JAWAB)
        return teks

    def _batas(self, m: Minggu, row: BarisMinggu) -> date | None:
        sel = row.sel.get(K.BATAS_WAKTU)
        if sel is None:
            return None
        tanggal = _tanggal(sel)
        if tanggal is None:
            kosong = sel.jenis is Jenis.KOSONG or not sel.teks
            keadaan = "kosong" if kosong else f"tertulis “{tampak(sel)}”, bukan tanggal"
            contoh = f"{m.akhir:%d/%m/%Y}"
            self._temuan("PTU006", m, sel, K.BATAS_WAKTU, tampak(sel) or None, keadaan=keadaan, contoh=contoh)
        elif tanggal < m.awal:
            harap = format_tanggal(m.awal)
            self._temuan("PTU007", m, sel, K.BATAS_WAKTU, format_tanggal(tanggal), diharapkan=harap)
        return tanggal


def _tanggal(sel: Sel) -> date | None:
    """A date as it was typed: a real one, its text, or a number that has lost its format."""
    nilai = sel.nilai
    if isinstance(nilai, datetime):
        return nilai.date()
    if isinstance(nilai, date):
        return nilai
    if isinstance(nilai, Decimal) and nilai.is_finite() and _SERIAL[0] <= nilai <= _SERIAL[1]:
        return _AWAL_SERIAL + timedelta(days=int(nilai))
    return parse_tanggal(sel.teks) if sel.jenis is Jenis.TEKS else None
