"""Judging one received file: read, recognise, register its revision, apply every rule, store the outcome."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from kinerja import __version__
from kinerja.domain.bukti import NamaBukti
from kinerja.domain.fakta import Fakta
from kinerja.domain.formulir import FormTerbit
from kinerja.domain.kiriman import IsiKiriman, Status
from kinerja.domain.periode import JenisPeriode, Periode
from kinerja.forms.terbit import terbitkan
from kinerja.master.model import Master
from kinerja.pipeline.ingatan import Ingatan
from kinerja.pipeline.pekerja import baca_berkas
from kinerja.pipeline.sesi import Sesi
from kinerja.pipeline.tenggat import tenggat_isian
from kinerja.pipeline.workspace import Isi
from kinerja.read.model import FormTerbaca, HasilBaca
from kinerja.register.model import BerkasTercatat, Kiriman
from kinerja.sources import Asal
from kinerja.validate.engine import validate_form
from kinerja.validate.model import Konteks
from kinerja.validate.pemilik_bukti import Pemilik
from kinerja.validate.rules.bentuk import tolak_identitas

if TYPE_CHECKING:
    from kinerja.forms.blank import Pencetak


@dataclass(slots=True)
class Penilai:
    """Judges files against one master and one set of settings."""

    sesi: Sesi
    isi: Isi
    # Evidence by unit and period: whose is whose is known only when every form is.
    bukti: Mapping[Pemilik, NamaBukti] = field(init=False, default_factory=dict)

    _ingatan: Ingatan = field(init=False)
    _dasar: str = field(init=False)  # fingerprint of what every judgement of this run depends on
    _versi: frozenset[str] = field(init=False)
    _riwayat: Mapping[str, tuple[Fakta, ...]] = field(init=False)
    _pencetak: Pencetak | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        dasar = (__version__, self.isi.master.sha256, repr(self.isi.pengaturan), repr(self.isi.profil))
        self._dasar = hashlib.sha256("\0".join(dasar).encode()).hexdigest()
        self._versi = self.sesi.reg.versi_dikenal()
        self._riwayat = _riwayat_bulanan(self.isi.master)
        self._ingatan = Ingatan(self.sesi.reg)

    def baca(self, berkas: BerkasTercatat) -> HasilBaca:
        """Read a file again that was read before, when it was taken in."""
        return baca_berkas(self.sesi.ws.akar, berkas)

    def daftarkan(self, berkas: BerkasTercatat, baca: HasilBaca, diminta: Periode | None) -> Kiriman:
        """Register the file as a submission; a file that is no form of ours is refused at once.

        A refused file is listed with the period `diminta` that was asked for when it was first seen.
        """
        form, semua = baca.form, list(baca.temuan)
        if form is not None:
            semua += tolak_identitas(form, self.isi.master, self.isi.pengaturan)
        simpan = partial(self.sesi.reg.simpan_kiriman, path=berkas.path, sha256=berkas.sha256, diterima=berkas.diterima)
        if form is None or len(semua) > len(baca.temuan):
            kiriman = simpan(status=Status.DITOLAK, periode=diminta.id if diminta is not None else None)
            return self.sesi.reg.simpan_hasil(kiriman.id, Status.DITOLAK, semua, IsiKiriman())
        return simpan(
            status=Status.TIDAK_LENGKAP,  # until it is judged, in the same transaction
            unit=form.identitas.unit,
            periode=form.identitas.periode,
            menjawab=form.identitas.menjawab_revisi,
            versi_master=form.identitas.versi_master,
            pilih_terbaru=self.isi.pengaturan.pilih_terbaru,
        )

    def nilai(self, kiriman: Kiriman, baca: HasilBaca) -> Kiriman:
        """Apply the rules to a registered form and store the outcome."""
        assert baca.form is not None
        konteks = self._konteks(kiriman, baca.form)
        hasil = validate_form(baca.form, baca.temuan, konteks)
        self.sesi.tandai_usang(konteks.periode.id)
        sidik = self.sidik(kiriman)
        tersimpan = self.sesi.reg.simpan_hasil(kiriman.id, hasil.status, hasil.temuan, hasil.isi, sidik)
        self._ingatan.perbarui(tersimpan, hasil.isi)
        return tersimpan

    def sidik(self, kiriman: Kiriman) -> str:
        """Fingerprint of all that the judgement of this submission depends on, besides its own bytes."""
        assert kiriman.unit is not None
        assert kiriman.periode is not None
        periode = Periode.parse(kiriman.periode)
        layak = self._ingatan.layak(kiriman.unit, periode.tahun)
        lalu = [f"{k.id}:{k.sidik}" for p in _sebelum(periode) if (k := layak.get(p.id)) is not None]
        bukti = self.bukti.get((kiriman.unit, kiriman.periode), NamaBukti())
        ada = [repr(sorted(bukti.semua, key=lambda b: b.path)), *self.sesi.reg.pengirim(kiriman.sha256)]
        return hashlib.sha256("\0".join([self._dasar, *lalu, *ada]).encode()).hexdigest()

    def _konteks(self, kiriman: Kiriman, form: FormTerbaca) -> Konteks:
        assert kiriman.unit is not None
        assert kiriman.periode is not None
        periode, ingatan = Periode.parse(kiriman.periode), self._ingatan
        terakhir = self._revisi_terakhir(kiriman)
        sama = kiriman.versi_master == self.isi.master.versi
        return Konteks(
            master=self.isi.master,
            pengaturan=self.isi.pengaturan,
            profil=self.isi.profil,
            periode=periode,
            unit=kiriman.unit,
            diterima=kiriman.diterima,
            tenggat=tenggat_isian(periode, self.isi),
            terbit=self._terbit(form),
            versi_dikenal=self._versi,
            versi_waktu=None if sama else self.sesi.reg.versi_pada(kiriman.diterima),
            fakta_lalu=ingatan.fakta(kiriman.unit, periode),
            anggaran_lalu=ingatan.anggaran(kiriman.unit, periode),
            uraian_lalu=ingatan.uraian(kiriman.unit, periode),
            riwayat=self._riwayat,
            bukti=self.bukti.get((kiriman.unit, kiriman.periode)),
            pengirim=self.sesi.reg.pengirim(kiriman.sha256),
            revisi_terakhir=terakhir,
            dilaporkan=ingatan.dilaporkan(kiriman) if terakhir else None,
        )

    def _revisi_terakhir(self, kiriman: Kiriman) -> int:
        """The latest revision of this unit and period besides the submission itself; 0 when there is none."""
        lain = self.sesi.reg.kiriman(kiriman.periode, kiriman.unit)
        return max((k.revisi or 0 for k in lain if k.id != kiriman.id), default=0)

    def terbit_untuk(self, form: FormTerbaca, menjawab: int) -> FormTerbit:
        """What the return copy that answers revision `menjawab` of this form is issued with: the same locked values."""
        asal = self._terbit(form) or form.terbit
        if asal is None:  # neither registered nor on the form any more: as it would be issued today
            periode = Periode.parse(form.identitas.periode)
            reg, sampai = self.sesi.reg, periode.bulan[0] - 1
            unit = form.identitas.unit
            fakta, uang = reg.fakta(periode.tahun, sampai, unit), reg.anggaran(periode.tahun, sampai, unit)
            return terbitkan(self.isi.master, self.isi.pengaturan, unit, periode, fakta, uang, menjawab)
        return dataclasses.replace(asal, identitas=form.identitas.answering(menjawab))

    def pencetak(self) -> Pencetak:
        """The maker of forms, prepared when the first is asked for."""
        if self._pencetak is None:
            from kinerja.forms.blank import Pencetak

            self._pencetak = Pencetak(self.isi.master, self.isi.pengaturan)
        return self._pencetak

    def _terbit(self, form: FormTerbaca) -> FormTerbit | None:
        """The form as issued: the copy that equals what the form itself says, else the latest one."""
        terbit = self.sesi.reg.terbit(form.identitas)
        return next((t for t in terbit if t == form.terbit), terbit[-1] if terbit else None)


def _sebelum(periode: Periode) -> list[Periode]:
    """Periods of the same kind earlier in the year."""
    return [Periode(periode.tahun, periode.jenis, n) for n in range(1, periode.ke)]


def _riwayat_bulanan(master: Master) -> Mapping[str, tuple[Fakta, ...]]:
    """Months of earlier years in sheet Riwayat, of indicators that one unit reports: there they are its own."""
    hasil: dict[str, list[Fakta]] = {}
    for r in master.riwayat:
        unit = master.unit_of(r.indikator)
        periode = Periode.parse(r.periode)
        if len(unit) == 1 and periode.jenis is JenisPeriode.BULAN and r.realisasi is not None:
            lembar, sel = r.sumber.lembar or "", r.sumber.sel or ""
            asal = Asal(berkas=r.sumber.berkas, sha256=master.sha256, revisi=0, lembar=lembar, sel=sel)
            fakta = Fakta(
                indikator=r.indikator, unit=unit[0], tahun=periode.tahun, bulan=periode.ke, nilai=r.realisasi, asal=asal
            )
            hasil.setdefault(r.indikator, []).append(fakta)
    return {kode: tuple(semua) for kode, semua in hasil.items()}
