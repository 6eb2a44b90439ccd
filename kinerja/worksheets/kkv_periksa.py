"""The checklist of the Kertas Kerja Validasi: each answer follows from the findings of that row, nothing is guessed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from kinerja.domain.angka import format_nilai, format_rupiah
from kinerja.domain.bukti import BerkasBukti, nama_bukti, padankan
from kinerja.domain.fakta import Fakta
from kinerja.domain.formulir import LEMBAR_ANGGARAN, Kolom
from kinerja.domain.indikator import Indikator
from kinerja.domain.kiriman import Status
from kinerja.findings import Finding, Tingkat
from kinerja.master.model import Master, Target
from kinerja.validate.status import KURANG, status_of
from kinerja.worksheets.kkv_model import BerkasKKV, DataKKV

YA = "Ya"
TIDAK = "Tidak"
PERIKSA = "Periksa"  # only a person can tell
STRIP = "–"
KOSONG = "(kosong)"

VALID = "Valid"
TIDAK_VALID = "Tidak Valid"
TIDAK_LENGKAP = "Tidak Lengkap"
TIDAK_DIUKUR = "Tidak Diukur"
BELUM_MASUK = "Belum Masuk"
DITOLAK = "Ditolak"

_BUKTI = frozenset({"BKT001"})
_HITUNG = frozenset({"HTG001", "HTG002", "HTG003", "HTG004", "HTG005", "BTK036"})
_WAJAR = frozenset(
    {"ISI010", "ISI011", "ISI015", "HTG006", "HTG007", "HTG008", "HTG009", "HTG010", "HTG011", "SLR001", "SLR002",
     "SLR004", "SLR006"}
)  # fmt: skip
_NILAI = {k.medan for k in (Kolom.REALISASI, Kolom.PEMBILANG, Kolom.PENYEBUT)}
_DISEBUT = 2  # findings spelled out in Catatan; the rest is in the sheet Temuan


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisPeriksa:
    """One row of the checklist; every answer is the text that is printed."""

    unit: str
    kode: str
    nama: str
    target: str = STRIP
    nilai: str = STRIP
    lengkap: str = STRIP
    bukti_ada: str = STRIP
    bukti_cocok: str = STRIP
    berkas_bukti: str = STRIP
    hitung_ulang: str = STRIP
    wajar: str = STRIP
    hasil: str
    catatan: str = ""
    batas: date | None = None


@dataclass(frozen=True, slots=True)
class _Bahan:
    """What is known of one indicator in one file: its target as printed, findings, figure and named evidence."""

    target: str
    temuan: Sequence[Finding]
    fakta: Fakta | None
    bukti: str | None
    berkas: Sequence[BerkasBukti]


def daftar_periksa(data: DataKKV) -> list[BarisPeriksa]:
    """Rows of all units in order of sheet Unit, then refused files of unknown unit."""
    hasil: list[BarisPeriksa] = []
    target: dict[str | None, dict[str, Target]] = {}  # by unit, then by indicator
    for t in data.master.target:
        target.setdefault(t.unit, {})[t.indikator] = t
    per_unit: dict[str | None, list[BerkasKKV]] = {}
    for b in data.berkas:
        per_unit.setdefault(b.kiriman.unit, []).append(b)
    for u in data.master.unit:
        punya = target.get(u.kode, {})
        for b in per_unit.pop(u.kode, []):
            hasil += _berkas(b, data, punya)
        if u.kode in data.belum_masuk:
            hasil += [
                BarisPeriksa(
                    unit=u.kode, kode=i.kode, nama=i.nama, target=_target(data, i, punya[i.kode]), hasil=BELUM_MASUK
                )
                for i in data.master.indikator
                if i.kode in punya and i.diukur(data.periode.bulan)
            ]
    for sisa in per_unit.values():
        for b in sisa:
            hasil += _berkas(b, data, {})
    return hasil


def _berkas(b: BerkasKKV, data: DataKKV, target: Mapping[str, Target]) -> list[BarisPeriksa]:
    unit = b.kiriman.unit or STRIP
    if b.status is Status.DITOLAK or b.kiriman.bentrok:
        hasil = DITOLAK if b.status is Status.DITOLAK else TIDAK_VALID
        return [_umum(b, unit, b.temuan, hasil)]
    milik: dict[str, list[Finding]] = {}
    sisa: list[Finding] = []
    for t in b.temuan:
        (sisa if t.indikator is None or t.indikator not in target else milik.setdefault(t.indikator, [])).append(t)
    fakta = {f.indikator: f for f in b.isi.fakta}
    bukti = {u.indikator: u.data_pendukung for u in b.isi.uraian}
    berkas: dict[str, list[BerkasBukti]] = {}
    for x in b.isi.bukti:
        berkas.setdefault(x.indikator, []).append(x.berkas)
    baris = [
        _indikator(
            b,
            data,
            i,
            _Bahan(
                target=_target(data, i, target[i.kode]),
                temuan=milik.get(i.kode, ()),
                fakta=fakta.get(i.kode),
                bukti=bukti.get(i.kode),
                berkas=berkas.get(i.kode, ()),
            ),
        )
        for i in data.master.indikator
        if i.kode in target
    ]
    uang = [t for t in sisa if t.sumber.lembar == LEMBAR_ANGGARAN]
    sisa = [t for t in sisa if t.sumber.lembar != LEMBAR_ANGGARAN]
    if uang or b.isi.anggaran:
        baris.append(_anggaran(b, unit, uang, data.master))
    if sisa:
        baris.append(_umum(b, unit, sisa, _hasil(sisa)))
    return baris


def _indikator(b: BerkasKKV, data: DataKKV, i: Indikator, bahan: _Bahan) -> BarisPeriksa:
    unit = b.kiriman.unit or STRIP
    target, temuan, fakta, bukti = bahan.target, bahan.temuan, bahan.fakta, bahan.bukti
    diukur = i.diukur(data.periode.bulan)
    if not diukur and not any(t.tingkat is Tingkat.GALAT for t in temuan):
        return BarisPeriksa(
            unit=unit, kode=i.kode, nama=i.nama, target=target, hasil=TIDAK_DIUKUR, catatan=_catatan(temuan)
        )
    kode = {t.kode for t in temuan}
    ada_nilai = fakta is not None
    nilai = _nilai(fakta, i, temuan)
    lengkap = TIDAK if nilai == KOSONG or kode & (KURANG - _BUKTI) else YA
    hasil = TIDAK_LENGKAP if nilai == KOSONG and _hasil(temuan) == VALID else _hasil(temuan)
    return BarisPeriksa(
        unit=unit,
        kode=i.kode,
        nama=i.nama,
        target=target,
        nilai=nilai,
        lengkap=lengkap,
        bukti_ada=YA if bukti else TIDAK if i.wajib_bukti else "Tidak Wajib",
        bukti_cocok=_bukti_cocok(bukti, bahan.berkas, kode),
        berkas_bukti="\n".join(map(_berkas_bukti, bahan.berkas)) or STRIP,
        hitung_ulang=_jawab(kode & _HITUNG, ada_nilai),
        wajar=_jawab(kode & _WAJAR, ada_nilai),
        hasil=hasil,
        catatan=_catatan(temuan),
        batas=b.batas_perbaikan if hasil != VALID else None,
    )


def _anggaran(b: BerkasKKV, unit: str, temuan: Sequence[Finding], master: Master) -> BarisPeriksa:
    kode = {t.kode for t in temuan}
    banyak = sum(1 for a in master.anggaran if a.lowest and a.unit == unit)
    jumlah = sum((a.realisasi for a in b.isi.anggaran), Fraction(0))
    ada = bool(b.isi.anggaran)
    return BarisPeriksa(
        unit=unit,
        kode="Anggaran",
        nama=f"Realisasi anggaran ({len(b.isi.anggaran)} dari {banyak} mata anggaran terisi)",
        nilai=format_rupiah(jumlah) if ada else STRIP,
        lengkap=TIDAK if kode & KURANG else YA,
        hitung_ulang=_jawab(kode & _HITUNG, ada),
        wajar=_jawab(kode & _WAJAR, ada),
        hasil=_hasil(temuan),
        catatan=_catatan(temuan),
        batas=b.batas_perbaikan if _hasil(temuan) != VALID else None,
    )


def _umum(b: BerkasKKV, unit: str, temuan: Sequence[Finding], hasil: str) -> BarisPeriksa:
    return BarisPeriksa(
        unit=unit, kode="Formulir", nama=f"Berkas dan susunan formulir ({b.kiriman.path})", hasil=hasil,
        catatan=_catatan(temuan), batas=b.batas_perbaikan if hasil != VALID else None,
    )  # fmt: skip


def _nilai(fakta: Fakta | None, i: Indikator, temuan: Sequence[Finding]) -> str:
    """What the unit filled in: the figure, with its parts for a ratio; else the text that could not be used."""
    if fakta is not None:
        return fakta.tercetak(i.desimal)
    tertulis = [t.tertulis for t in temuan if t.medan in _NILAI and t.tertulis]
    return f"“{tertulis[0]}”" if tertulis else KOSONG


def _bukti_cocok(bukti: str | None, berkas: Sequence[BerkasBukti], kode: set[str]) -> str:
    """Files that came are compared by the program; what lies elsewhere must be compared by a person."""
    if not bukti:
        return STRIP
    if kode & {"BKT002", "BKT003", "BKT004"}:
        return TIDAK
    return YA if berkas and not padankan(bukti, nama_bukti(berkas)).hilang else PERIKSA


def _berkas_bukti(b: BerkasBukti) -> str:
    return f"{b.nama} ({b.sha256[:12] if b.sha256 is not None else 'tidak di arsip'})"


def _jawab(salah: set[str], ada_nilai: bool) -> str:
    return TIDAK if salah else YA if ada_nilai else STRIP


def _hasil(temuan: Sequence[Finding]) -> str:
    status = status_of(temuan)
    return VALID if status.layak else TIDAK_LENGKAP if status is Status.TIDAK_LENGKAP else TIDAK_VALID


def _catatan(temuan: Sequence[Finding]) -> str:
    penting = sorted(temuan, key=lambda t: list(Tingkat).index(t.tingkat))
    baris = [f"{t.kode}: {t.pesan}" for t in penting[:_DISEBUT]]
    if len(penting) > _DISEBUT:
        baris.append(f"… dan {len(penting) - _DISEBUT} temuan lain (lihat lembar Temuan)")
    return "\n".join(baris)


def _target(data: DataKKV, i: Indikator, target: Target) -> str:
    return format_nilai(target.bulan.get(data.periode.bulan_akhir), i.desimal)
