"""Do the targets agree with the indicator, with each other, and with the annual Perjanjian Kinerja?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from kinerja.domain.angka import bulatkan, format_nilai, format_ringkas
from kinerja.domain.indikator import Indikator, KonsolidasiPeriode, KonsolidasiUnit, TipeNilai
from kinerja.domain.konsolidasi import konsolidasi_target
from kinerja.domain.nilai import Nilai, Rentang
from kinerja.domain.periode import BULAN_SINGKAT
from kinerja.findings import Tingkat
from kinerja.master.model import Target, Unit
from kinerja.master.pembaca import Pembaca
from kinerja.master.tabel import Baris, Tabel

_KOLOM = (*BULAN_SINGKAT, "Tahun")

BarisTarget = tuple[Target, Baris]


def check_row(i: Indikator, target: Target, b: Baris, baca: Pembaca, *, tahun: bool) -> bool:
    """One row: months against the frequency, the year against its months, values that make no sense.

    True when it has a galat or a warning. `tahun` False: the year cannot be reckoned.
    """
    awal, mula = baca.galat, len(baca.hasil)
    wajib = i.frekuensi.bulan_wajib
    luar = [k for k in target.bulan if k not in wajib]
    if luar:
        baca.catat(
            "MST070", b, BULAN_SINGKAT[luar[0] - 1], daftar=_nama(luar), indikator=i.kode,
            frekuensi=i.frekuensi.value, bulan=_nama(wajib),
        )  # fmt: skip
    _check_negative(i, target, b, baca)
    masuk_akal = baca.galat == awal
    ada = {k: v for k, v in target.bulan.items() if k in wajib}
    kurang = [k for k in wajib if k not in ada]
    if not ada and target.tahun is None and not luar:
        baca.catat("MST074", b, "Tahun", indikator=i.kode)
    elif ada and kurang:
        baca.catat("MST071", b, BULAN_SINGKAT[kurang[0] - 1], indikator=i.kode, bulan=_nama(kurang))
    elif ada and tahun and masuk_akal:
        _check_year(i, target, ada, b, baca)
    _check_values(i, target, b, baca, pecahan=baca.galat == awal)
    return any(t.tingkat is not Tingkat.CATATAN for t in baca.hasil[mula:])


def _nama(bulan: Sequence[int]) -> str:
    return "setiap bulan" if len(bulan) == 12 else ", ".join(BULAN_SINGKAT[k - 1] for k in bulan)


def _check_year(i: Indikator, target: Target, ada: Mapping[int, Nilai], b: Baris, baca: Pembaca) -> None:
    hasil, _ = konsolidasi_target(i, ada, i.frekuensi.bulan_wajib)
    if hasil is None:
        return
    digit = max(i.desimal, 2)
    if target.tahun is None:
        baca.catat("MST073", b, "Tahun", indikator=i.kode, diharapkan=format_nilai(hasil, digit))
    elif target.tahun != hasil and not _same_printed(i, target.tahun, hasil):
        ratio = i.tipe is TipeNilai.RASIO and i.konsolidasi_periode is not KonsolidasiPeriode.RATA_RATA
        aturan = KonsolidasiPeriode.TERAKHIR if ratio else i.konsolidasi_periode
        baca.catat(
            "MST072", b, "Tahun", indikator=i.kode, aturan=aturan.value,
            diharapkan=_exact(hasil, digit), tahun=_exact(target.tahun, digit),
        )  # fmt: skip


def _exact(nilai: Nilai, digit: int) -> str:
    return format_ringkas(nilai, 6) if isinstance(nilai, Fraction) else format_nilai(nilai, max(digit, 6))


def _same_printed(i: Indikator, tahun: Nilai, hasil: Nilai) -> bool:
    """A mean such as 83,333… cannot be written out: it may stand rounded to the indicator's digits."""
    if i.konsolidasi_periode is not KonsolidasiPeriode.RATA_RATA:
        return False
    if isinstance(tahun, Rentang) and isinstance(hasil, Rentang):
        return _same_printed(i, tahun.bawah, hasil.bawah) and _same_printed(i, tahun.atas, hasil.atas)
    if not isinstance(tahun, Fraction) or not isinstance(hasil, Fraction):
        return False
    digit = max(i.desimal, _digits(tahun))
    return bulatkan(hasil, digit) == bulatkan(tahun, digit)


def _digits(x: Fraction) -> int:
    """How many decimals the number was written with."""
    eksponen = (Decimal(x.numerator) / Decimal(x.denominator)).normalize().as_tuple().exponent
    return max(0, -eksponen) if isinstance(eksponen, int) else 0


def _per_judul(target: Target) -> dict[str, Nilai]:
    """The values by heading."""
    nilai = {BULAN_SINGKAT[k - 1]: v for k, v in target.bulan.items()}
    if target.tahun is not None:
        nilai["Tahun"] = target.tahun
    return nilai


def _check_negative(i: Indikator, target: Target, b: Baris, baca: Pembaca) -> None:
    for j, v in _per_judul(target).items():
        if _negative(v):
            baca.catat("MST082", b, j, indikator=i.kode)


def _check_values(i: Indikator, target: Target, b: Baris, baca: Pembaca, *, pecahan: bool) -> None:
    """Zeros, and (`pecahan`, in a row without galat) fractions where percentages are meant."""
    nilai = _per_judul(target)
    angka = {j: v for j, v in nilai.items() if isinstance(v, Fraction)}
    nol = [j for j, v in angka.items() if v.numerator == 0]
    if nol:
        baca.catat("MST081", b, nol[0], indikator=i.kode, bulan=_zeros(nol))
    if not i.persen or not pecahan or i.konsolidasi_periode is KonsolidasiPeriode.JUMLAH:  # the last: MST063
        return
    kecil = [j for j, v in angka.items() if 0 < v.numerator <= v.denominator]
    if kecil and (len(kecil) == len(angka) - len(nol) or max(angka.values()) >= 10):
        v = angka[kecil[0]]
        baca.catat(
            "MST083", b, kecil[0], indikator=i.kode, satu=format_ringkas(v, 4), dua=format_ringkas(v * 100, 4)
        )  # fmt: skip


def _negative(v: Nilai) -> bool:
    angka = v.bawah if isinstance(v, Rentang) else v
    return isinstance(angka, Fraction) and angka.numerator < 0  # compared so, Fraction is several times as fast


def _zeros(judul: Sequence[str]) -> str:
    """`Jan, Feb`, or `semua bulan`; `Tahun` is left out beside months."""
    bulan = [j for j in judul if j != "Tahun"]
    if len(bulan) == len(BULAN_SINGKAT):
        return "semua bulan"
    return ", ".join(bulan) or "setahun"


def check_units(
    baca: Pembaca, indikator: Sequence[Indikator], target: Sequence[BarisTarget], tabel: Tabel, *,
    baris_indikator: Mapping[str, Baris], unit: Sequence[Unit], cacat: Collection[int],
) -> None:  # fmt: skip
    """Across the rows of an indicator: who reports it, and whether the agency's target follows from the units'.

    `cacat`: numbers of rows that have findings of their own, which are not compared with others.
    """
    tertulis: defaultdict[str, int] = defaultdict(int)
    for b in tabel.baris:
        tertulis[b.kode("Indikator")] += 1
    terbaca: defaultdict[str, list[BarisTarget]] = defaultdict(list)
    for t, b in target:
        terbaca[t.indikator].append((t, b))
    induk = {u.kode: u.induk for u in unit}
    tersesat = any(kode not in baris_indikator for kode in tertulis)  # a row of which nobody knows whose it is
    for i in indikator:
        baris = terbaca[i.kode]
        if not tertulis[i.kode]:
            baca.catat("MST065", baris_indikator[i.kode], "Kode", indikator=i.kode)
        elif len(baris) == tertulis[i.kode]:
            sehat = not tersesat and not any(b.nomor in cacat for _, b in baris)
            _check_indikator(i, baris, baris_indikator[i.kode], induk, baca, banding=sehat)


def _check_indikator(
    i: Indikator, baris: Sequence[BarisTarget], di_indikator: Baris, induk: Mapping[str, str | None], baca: Pembaca, *,
    banding: bool,
) -> None:  # fmt: skip
    per_unit = [(t, b) for t, b in baris if t.unit is not None]
    punya_instansi = len(per_unit) < len(baris)
    if not per_unit:
        baca.catat("MST066", baris[0][1], "Unit", indikator=i.kode)
    if len(per_unit) < 2:
        return
    if i.konsolidasi_unit is None:
        baca.catat("MST052", di_indikator, "Konsolidasi Unit", indikator=i.kode, banyak=str(len(per_unit)))
    pelapor = {t.unit for t, _ in per_unit}
    for t, b in per_unit:
        atas = next((u for u in _above(t.unit, induk) if u in pelapor), None)
        if atas is not None:
            baca.catat("MST067", b, "Unit", indikator=i.kode, unit=t.unit or "", atas=atas)
    if not punya_instansi and banding:
        _check_agency_row(i, per_unit, baca)


def _above(unit: str | None, induk: Mapping[str, str | None]) -> list[str]:
    """The units above a unit, nearest first; a loop ends where it began."""
    jalur: list[str] = []
    atas = induk.get(unit or "")
    while atas is not None and atas != unit and atas not in jalur:
        jalur.append(atas)
        atas = induk.get(atas)
    return jalur


def _check_agency_row(i: Indikator, per_unit: Sequence[BarisTarget], baca: Pembaca) -> None:
    """Where units' targets do not make an agency target, the agency needs a row of its own."""
    if i.tipe in (TipeNilai.PREDIKAT, TipeNilai.YA_TIDAK):
        baca.catat("MST078", per_unit[0][1], "Indikator", indikator=i.kode, tipe=i.tipe.value)
    elif i.konsolidasi_unit is KonsolidasiUnit.RASIO:
        pertama = per_unit[0][0]
        for t, b in per_unit[1:]:
            if t.bulan == pertama.bulan and t.tahun == pertama.tahun:
                continue
            for j in _KOLOM:
                if _value(t, j) != _value(pertama, j):
                    baca.catat("MST079", b, j, indikator=i.kode, unit=t.unit or "", lain=pertama.unit or "")
                    return


def _value(t: Target, judul: str) -> Nilai | None:
    return t.tahun if judul == "Tahun" else t.bulan.get(BULAN_SINGKAT.index(judul) + 1)
