"""`kinerja trace`: from one figure down to its formula, months, revisions, files, cells, hashes and evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from kinerja.aggregate.anggaran import Anggaran, hitung_anggaran
from kinerja.aggregate.figur import hitung as hitung_baris
from kinerja.aggregate.figur import tempat_instansi, tempat_unit
from kinerja.aggregate.indeks import Indeks
from kinerja.aggregate.jejak_rata import jejak_rata
from kinerja.aggregate.model import HasilPeriode
from kinerja.aggregate.perbaikan import ButirPerbaikan, KinerjaBerubah, UangBerubah
from kinerja.catalogue.ejaan import mungkin, terdekat
from kinerja.domain.angka import parse_angka
from kinerja.domain.fakta import Fakta, FaktaAnggaran
from kinerja.domain.indikator import Indikator
from kinerja.domain.periode import Periode
from kinerja.errors import SalahPakai
from kinerja.findings import Tingkat
from kinerja.pipeline.cari_angka import cari_angka
from kinerja.pipeline.hitung import hitung
from kinerja.pipeline.jejak import indeks_periode, jejak_baris, sidik_induk
from kinerja.pipeline.jejak_model import (
    Asalmula,
    DilaporkanLain,
    Jejak,
    JejakAgregat,
    JejakCetak,
    JejakIndikator,
    JejakMata,
    TemuanDipakai,
)
from kinerja.pipeline.pengumpulan import periksa_angka
from kinerja.pipeline.perbaikan import beda
from kinerja.pipeline.sesi import Sesi, buka
from kinerja.pipeline.versi import isi_berlaku
from kinerja.pipeline.workspace import Isi, Workspace, load_isi
from kinerja.register.temuan import kunci_unik
from kinerja.sources import Asal, CellRef

INSTANSI = "instansi"


def trace(ws: Workspace, apa: str, periode: Periode, *, unit: str | None, waktu: datetime) -> Jejak:
    """Trace what `apa` names: an indicator, a sasaran, a unit, `instansi`, a budget line, or a figure as printed.

    SalahPakai for what is none of these, and for a period or unit without figures.
    """
    isi = load_isi(ws)
    periksa_angka(isi, periode)
    with buka(ws, waktu) as sesi:
        return _Penelusur(sesi, isi_berlaku(sesi, isi), periode).telusuri(apa, unit)


class _Penelusur:
    """One workspace and period, with its figures."""

    def __init__(self, sesi: Sesi, isi: Isi, periode: Periode) -> None:
        self.sesi, self.isi, self.periode = sesi, isi, periode

    def telusuri(self, apa: str, unit: str | None) -> Jejak:
        m = self.isi.master
        indikator = _sama((i.kode for i in m.indikator), apa)
        if indikator is not None:
            return self._indikator(m.indikator_by_kode(indikator), _kode_unit(self.isi, unit))
        mata = _sama((a.kode for a in m.anggaran), apa)
        if mata is not None:
            return self._mata(mata, _kode_unit(self.isi, unit))
        if unit is not None:
            raise SalahPakai(
                "--unit hanya untuk indikator dan baris anggaran.",
                f"Tulis kode unit itu sendiri untuk rata-ratanya: kinerja trace {unit} {self.periode.id}.",
            )
        agregat: tuple[tuple[str, Iterable[str]], ...] = (
            ("sasaran", (s.kode for s in m.sasaran)), ("unit", (u.kode for u in m.unit)), (INSTANSI, (INSTANSI,)),
        )  # fmt: skip
        for tingkat, kode in agregat:
            if (ada := _sama(kode, apa)) is not None:
                return self._agregat(tingkat, ada)
        bacaan = parse_angka(apa)
        dicari = (bacaan.nilai,) if bacaan.nilai is not None else bacaan.kandidat
        if dicari:
            cocok = cari_angka(self.isi.master, self.isi.pengaturan.kebijakan.desimal, self._hitung(), dicari)
            return JejakCetak(isi=self.isi, periode=self.periode, dicari=apa, cocok=cocok)
        raise _tidak_dikenal(self.isi, apa)

    def _hitung(self) -> HasilPeriode:
        return hitung(self.sesi, self.isi, self.periode)

    def _indeks(self) -> Indeks:
        return indeks_periode(self.sesi, self.isi, self.periode)

    def _anggaran(self, ix: Indeks) -> tuple[Anggaran, tuple[FaktaAnggaran, ...]]:
        fakta = self.sesi.reg.anggaran(self.periode.tahun, self.periode.bulan_akhir)
        return hitung_anggaran(ix, self.periode, fakta), fakta

    def _indikator(self, i: Indikator, unit: str | None) -> JejakIndikator:
        ix, m = self._indeks(), self.isi.master
        tempat = tempat_instansi(ix, i) if unit is None else tempat_unit(ix, i, unit)
        if tempat is None:
            punya = ", ".join(m.unit_of(i.kode)) or "tidak ada"
            raise SalahPakai(f"Unit {unit} tidak mempunyai target untuk {i.kode}.", f"Unit yang mempunyainya: {punya}.")
        hasil = self._hitung()
        baris = next((c for c in hasil.capaian if (c.indikator, c.unit) == (i.kode, unit)), None)
        jejak = jejak_baris(self.isi, ix, baris or hitung_baris(ix, i, tempat, self.periode))
        banding = next((p for p in hasil.pembanding if p.indikator == i.kode), None) if unit is None else None
        reg = self.sesi.reg
        lalu = () if banding is None else dict.fromkeys((*banding.asal_sebelumnya, *banding.asal_tahun_lalu))
        riwayat, fakta = {r.sumber: r for r in m.riwayat}, {f.asal: f for f in reg.fakta(self.periode.tahun - 1)}
        return JejakIndikator(
            isi=self.isi,
            indikator=i,
            jejak=jejak,
            sidik_induk=sidik_induk(self.sesi, self.isi, (jejak,)),
            kiriman={
                sha: Asalmula(pengirim=reg.pengirim(sha), bukti=reg.bukti_fakta(sha, i.kode))
                for sha in dict.fromkeys(f.asal.sha256 for f in jejak.fakta)
            },
            temuan=tuple(self._temuan(i.kode, jejak.fakta)),
            perbaikan=self._perbaikan(
                {(f.unit, f.bulan) for f in jejak.fakta},
                lambda b: isinstance(b.angka, KinerjaBerubah) and b.angka.indikator == i.kode,
            ),
            pembanding=banding,
            riwayat=tuple(riwayat[a] for a in lalu if isinstance(a, CellRef)),
            fakta_lalu=tuple(fakta[a] for a in lalu if isinstance(a, Asal) and a in fakta),
        )

    def _temuan(self, kode: str, fakta: Iterable[Fakta]) -> Iterator[TemuanDipakai]:
        """Warnings at the indicator's row of the submissions that are used, and findings that the Tim decided on."""
        for f in fakta:
            periode = self._pengumpulan(f.bulan)
            layak = self.sesi.reg.kiriman_layak(periode.id).get(f.unit)
            if layak is None:
                continue
            putusan = self.sesi.reg.keputusan(periode.id, f.unit)
            for kunci, t in kunci_unik(self.sesi.reg.temuan(layak.id)):
                k = putusan.get((layak.pemilik, kunci))
                if t.indikator == kode and (k is not None or t.tingkat is Tingkat.PERINGATAN):
                    yield TemuanDipakai(periode=periode, unit=f.unit, temuan=t, keputusan=k)

    def _perbaikan(
        self, asal: set[tuple[str, int]], ini: Callable[[ButirPerbaikan], bool]
    ) -> tuple[DilaporkanLain, ...]:
        """Of these (unit, month): what reports printed otherwise, the latest build of each report."""
        hasil: dict[tuple[str, str, str, str], DilaporkanLain] = {}
        for laporan in self.sesi.reg.laporan_dibuat():
            p = Periode.parse(laporan.periode)
            for unit, bulan in sorted(asal, key=lambda x: (x[1], x[0])):
                dari = self._pengumpulan(bulan)
                dulu = laporan.kiriman.get(dari.id, {}).get(unit)
                layak = self.sesi.reg.kiriman_layak(dari.id).get(unit)
                if p.tahun != self.periode.tahun or dulu is None or layak is None or dulu == layak.sha256:
                    continue
                for b in filter(ini, beda(self.sesi, self.isi, dari, unit, dulu)):
                    kunci = (p.id, dari.id, unit, dulu)
                    hasil[kunci] = DilaporkanLain(laporan=p, dibuat=laporan.waktu.date(), butir=b)
        return tuple(hasil.values())

    def _pengumpulan(self, bulan: int) -> Periode:
        jenis = self.isi.pengaturan.jenis_pengumpulan
        return Periode(self.periode.tahun, jenis, bulan // jenis)

    def _agregat(self, tingkat: str, kode: str) -> JejakAgregat:
        hasil, ix = self._hitung(), self._indeks()
        agregat = next(
            (a for a in hasil.agregat if a.tingkat == tingkat and (tingkat == INSTANSI or a.kode == kode)), None
        )
        if agregat is None:
            raise SalahPakai(
                f"Unit {kode} tidak mempunyai target maupun anggaran, jadi tidak ada rata-ratanya.",
                "Tulis kode unit yang lain, kode sasaran, atau instansi.",
            )
        anggaran, _ = self._anggaran(ix)
        return JejakAgregat(isi=self.isi, periode=self.periode, jejak=jejak_rata(ix, hasil, anggaran, agregat))

    def _mata(self, kode: str, unit: str | None) -> JejakMata:
        anggaran, fakta = self._anggaran(self._indeks())
        letak = [n for n, m in enumerate(anggaran.mata) if m.kode == kode and unit in (None, m.unit)]
        if len(letak) != 1:
            milik = [m.unit or "instansi" for m in anggaran.mata if m.kode == kode]
            raise SalahPakai(
                f"Baris anggaran {kode} " + ("belum berlaku." if not milik else f"ada pada {', '.join(milik)}."),
                "Pilih satu dengan --unit." if milik else "Lihat kolom Berlaku Mulai pada lembar Anggaran.",
            )
        (n,) = letak
        bawahan = anggaran.bawahan.get(n, (n,))
        kunci = {(anggaran.mata[b].kode, anggaran.mata[b].unit) for b in bawahan}
        milik_fakta = tuple(f for f in fakta if (f.kode, f.unit) in kunci)
        return JejakMata(
            isi=self.isi,
            periode=self.periode,
            baris=anggaran.baris[n],
            mata=anggaran.mata[n],
            bawahan=tuple((anggaran.mata[b], anggaran.baris[b]) for b in bawahan),
            fakta=milik_fakta,
            perbaikan=self._perbaikan(
                {(f.unit, f.bulan) for f in milik_fakta},
                lambda b: isinstance(b.angka, UangBerubah) and (b.angka.mata, b.unit) in kunci,
            ),
        )


def _sama(pilihan: Iterable[str], teks: str) -> str | None:
    """The code that was typed, capitals apart."""
    return next((p for p in pilihan if p.casefold() == teks.strip().casefold()), None)


def _kode_unit(isi: Isi, unit: str | None) -> str | None:
    return None if unit is None else _sama((u.kode for u in isi.master.unit), unit) or unit


def _tidak_dikenal(isi: Isi, apa: str) -> SalahPakai:
    m = isi.master
    kode = [
        *(i.kode for i in m.indikator), *(s.kode for s in m.sasaran), *(u.kode for u in m.unit), INSTANSI,
        *(a.kode for a in m.anggaran),
    ]  # fmt: skip
    return SalahPakai(
        f"{apa} bukan kode indikator, sasaran, unit, atau anggaran di induk, dan bukan angka."
        + mungkin(terdekat(apa, kode)),
        f"Kode indikator yang ada: {', '.join(i.kode for i in m.indikator)}. Kode sasaran: "
        f"{', '.join(s.kode for s in m.sasaran)}. Untuk rata-rata seluruhnya tulis instansi.",
    )
