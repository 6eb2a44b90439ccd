"""One form through all the rules: every fault in one run, and one mistake gives one finding.

The rules stand in explicit tuples, family after family. A rule that needs a field is skipped where an
earlier finding cast doubt on it; a finding about a field that bears a galat already is dropped.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence

from kinerja.domain.formulir import LEMBAR_ANGGARAN, LEMBAR_KINERJA, Kolom, KolomAnggaran
from kinerja.domain.kiriman import IsiKiriman, Status
from kinerja.findings import Finding, Tingkat
from kinerja.read.model import FormTerbaca
from kinerja.validate.aturan_kantor import aturan_kantor
from kinerja.validate.baris import NILAI, Baris, BarisAnggaran, buat_baris, buat_baris_anggaran
from kinerja.validate.hasil import fakta_anggaran, fakta_baris, uraian_baris
from kinerja.validate.indeks import Indeks, buat_indeks
from kinerja.validate.model import HasilValidasi, Konteks
from kinerja.validate.rules import bentuk, bukti, hitungan, isian, kelengkapan, keselarasan, terkunci, terlapor
from kinerja.validate.rules.dasar import Aturan, B
from kinerja.validate.rules.pengirim import pengirim
from kinerja.validate.status import status_of
from kinerja.workbook.model import Sel

ATURAN_BARIS: tuple[Aturan[Baris], ...] = (
    *terkunci.ATURAN,
    *isian.ATURAN,
    *hitungan.ATURAN,
    *keselarasan.ATURAN,
    *hitungan.ATURAN_AKHIR,
    *kelengkapan.ATURAN,
    *bukti.ATURAN,
    Aturan(aturan_kantor, butuh=(NILAI,)),
)

ATURAN_ANGGARAN: tuple[Aturan[BarisAnggaran], ...] = (
    *terkunci.ATURAN_ANGGARAN,
    *isian.ATURAN_ANGGARAN,
    *hitungan.ATURAN_ANGGARAN,
)

# A fault of any of these puts the row's value in doubt.
_MENENTUKAN = frozenset(
    {k.medan for k in (Kolom.PEMBILANG, Kolom.PENYEBUT, Kolom.REALISASI, Kolom.INDIKATOR, Kolom.SATUAN)}
)

_BERAT = {Tingkat.CATATAN: 0, Tingkat.PERINGATAN: 1, Tingkat.GALAT: 2}


def validate_form(form: FormTerbaca, temuan_baca: Sequence[Finding], konteks: Konteks) -> HasilValidasi:
    """Judge a form that could be read. `temuan_baca`, what reading found, comes back with the rest.

    The result's `isi` holds every figure that could be read without doubt, also when the form is not valid.
    """
    tingkat = konteks.profil.tingkat
    baca = [_tingkat(t, tingkat) for t in temuan_baca]
    tolak = [_tingkat(t, tingkat) for t in bentuk.tolak_identitas(form, konteks.master, konteks.pengaturan)]
    if tolak:
        return HasilValidasi(status=Status.DITOLAK, temuan=(*baca, *tolak), isi=IsiKiriman())
    indeks = buat_indeks(form, baca, konteks)
    semua = list(baca)
    susunan = bentuk.susunan(indeks)
    umum = [*kelengkapan.terlambat(indeks), *pengirim(indeks), *bentuk.identitas(indeks), *susunan.temuan]
    semua += (_tingkat(t, tingkat) for t in umum)

    baris: list[tuple[Baris, Mapping[str, Tingkat]]] = []
    for b in susunan.baris:
        satu = buat_baris(b, indeks)
        ragu = _ragu_awal(LEMBAR_KINERJA, b.sel, indeks)
        semua += _periksa(ATURAN_BARIS, satu, indeks, ragu)
        baris.append((satu, ragu))
    anggaran: list[tuple[BarisAnggaran, Mapping[str, Tingkat]]] = []
    for a in susunan.anggaran:
        mata = buat_baris_anggaran(a, indeks)
        ragu = _ragu_awal(LEMBAR_ANGGARAN, a.sel, indeks)
        semua += _periksa(ATURAN_ANGGARAN, mata, indeks, ragu)
        anggaran.append((mata, ragu))

    bersih = [b for b, r in baris if NILAI not in r]
    lengkap = len(bersih) == len(baris) and not any(NILAI in r for _, r in anggaran)
    if lengkap:
        akhir = keselarasan.anggaran_dan_kinerja(bersih, [m for m, _ in anggaran], indeks)
        semua += (_tingkat(t, tingkat) for t in akhir)
    if konteks.dilaporkan is not None:
        pasti = [b for b, r in baris if r.get(NILAI) is not Tingkat.GALAT]
        uang = [m for m, r in anggaran if r.get(NILAI) is not Tingkat.GALAT]
        semua += (_tingkat(t, tingkat) for t in terlapor.angka_terlapor(konteks.dilaporkan, pasti, uang, indeks))
    semua += (_tingkat(t, tingkat) for t in kelengkapan.pengesahan(indeks))
    return HasilValidasi(status=status_of(semua), temuan=tuple(semua), isi=_isi(baris, anggaran, indeks))


def _periksa(aturan: Iterable[Aturan[B]], baris: B, indeks: Indeks, ragu: dict[str, Tingkat]) -> Iterable[Finding]:
    """Run the rules over one row; `ragu` collects the worst severity of each field."""
    tingkat = indeks.konteks.profil.tingkat
    for satu in aturan:
        if ragu and (any(ragu.get(m) is Tingkat.GALAT for m in satu.butuh) or any(m in ragu for m in satu.bersih)):
            continue
        for asli in satu.periksa(baris, indeks):
            medan = _medan(asli, baris)
            if ragu.get(medan) is Tingkat.GALAT:
                continue
            t = _tingkat(asli, tingkat)
            _tandai(ragu, medan, t.tingkat)
            yield t


def _medan(t: Finding, baris: Baris | BarisAnggaran) -> str:
    """The field of the row; findings of a budget row carry its Kode in front."""
    medan = t.medan or ""
    return medan.removeprefix(f"{baris.kode}.") if isinstance(baris, BarisAnggaran) else medan


def _tandai(ragu: dict[str, Tingkat], medan: str, tingkat: Tingkat) -> None:
    if tingkat is Tingkat.CATATAN:
        return
    for m in (medan, NILAI) if medan in _MENENTUKAN else (medan,):
        if m not in ragu or _BERAT[tingkat] > _BERAT[ragu[m]]:
            ragu[m] = tingkat


def _ragu_awal(
    lembar: str, sel: Mapping[Kolom, Sel] | Mapping[KolomAnggaran, Sel], indeks: Indeks
) -> dict[str, Tingkat]:
    """Fields whose cells reading has found fault with."""
    ragu: dict[str, Tingkat] = {}
    if indeks.ditandai:
        nama = indeks.nama_lembar(lembar)
        for kolom, s in sel.items():
            tingkat = indeks.ditandai.get((nama, s.alamat))
            if tingkat is not None:
                _tandai(ragu, kolom.medan, tingkat)
    return ragu


def _tingkat(t: Finding, tingkat: Mapping[str, Tingkat]) -> Finding:
    """The finding with the profile's severity."""
    lain = tingkat.get(t.kode)
    return t if lain is None or lain is t.tingkat else dataclasses.replace(t, tingkat=lain)


def _isi(
    baris: Iterable[tuple[Baris, Mapping[str, Tingkat]]],
    anggaran: Iterable[tuple[BarisAnggaran, Mapping[str, Tingkat]]],
    indeks: Indeks,
) -> IsiKiriman:
    baris = list(baris)
    return IsiKiriman(
        fakta=tuple(f for b, r in baris if r.get(NILAI) is not Tingkat.GALAT and (f := fakta_baris(b, indeks))),
        anggaran=tuple(
            u for a, r in anggaran if r.get(NILAI) is not Tingkat.GALAT and (u := fakta_anggaran(a, indeks))
        ),
        uraian=tuple(w for b, _ in baris if (w := uraian_baris(b, indeks))),
        bukti=tuple(x for b, _ in baris for x in bukti.bukti_baris(b, indeks)) if indeks.konteks.bukti else (),
    )
