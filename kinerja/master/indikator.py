"""Sheets Skala and Indikator: the attributes that decide the arithmetic, none of them guessed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kinerja.catalogue.ejaan import mungkin
from kinerja.domain.angka import format_ringkas
from kinerja.domain.arah import Arah, arah_nama
from kinerja.domain.indikator import (
    Frekuensi,
    Indikator,
    KonsolidasiPeriode,
    KonsolidasiUnit,
    Polaritas,
    RumusMinimal,
    TipeNilai,
)
from kinerja.domain.nilai import Predikat
from kinerja.master.lembaga import unique_codes
from kinerja.master.pembaca import Pembaca
from kinerja.master.skema import YA_TIDAK
from kinerja.master.tabel import Baris, Tabel, mirip, ringkas

Skala = Mapping[str, tuple[Predikat, ...]]
Ragu = frozenset[str]  # names of scales that have a fault of their own
SEMUA_SKALA = "*"  # a step that may belong to any of them

_PER = re.compile(r"\bper (1[0.]*0)\b")
_BERTENTANGAN = frozenset({"MST053", "MST054", "MST055", "MST058"})
_URUT = (KonsolidasiPeriode.TERAKHIR, KonsolidasiPeriode.MAKSIMUM, KonsolidasiPeriode.MINIMUM)


def read_skala(tabel: Tabel, baca: Pembaca) -> tuple[dict[str, tuple[Predikat, ...]], Ragu]:
    """Sheet Skala: steps by name of the scale, lowest rank first; and the scales of which a step could not be read."""
    tahap: defaultdict[str, list[tuple[Predikat, Baris]]] = defaultdict(list)
    ragu: set[str] = set() if tabel.lengkap else {SEMUA_SKALA}
    for b in tabel.baris:
        awal = baca.galat
        _read_step(b, baca, tahap)
        if baca.galat > awal:
            ragu.add(ringkas(b.kode("Skala")) or SEMUA_SKALA)
    return {n: tuple(sorted((p for p, _ in t), key=lambda p: p.peringkat)) for n, t in tahap.items()}, frozenset(ragu)


def _read_step(b: Baris, baca: Pembaca, tahap: defaultdict[str, list[tuple[Predikat, Baris]]]) -> None:
    nama, teks = baca.kode(b, "Skala", wajib=True), baca.kode(b, "Predikat", wajib=True)
    peringkat = baca.bulat(b, "Peringkat", 0, 1000, wajib=True)
    if nama is None or teks is None or peringkat is None:
        return
    for ada, lain in tahap[nama]:
        if ringkas(ada.teks) == ringkas(teks):
            baca.catat("MST018", b, "Predikat", lain=lain.sel("Predikat").alamat)
            break
        if ada.peringkat == peringkat:
            baca.catat("MST057", b, "Peringkat", skala=nama, satu=ada.teks, dua=teks)
            break
    else:
        tahap[nama].append((Predikat(teks, peringkat), b))


def find_skala(satuan: str, skala: Skala) -> tuple[Predikat, ...] | None:
    """The scale that a satuan names; case and spaces do not matter."""
    return next((t for n, t in skala.items() if ringkas(n) == ringkas(satuan)), None)


def default_pengali(satuan: str) -> Fraction:
    """Multiplier of a Rasio by its satuan: 100 for %, n for `per n`, else 1."""
    teks = ringkas(satuan)
    if teks in ("%", "persen", "prosen"):
        return Fraction(100)
    cocok = _PER.search(teks)
    return Fraction(cocok[1].replace(".", "")) if cocok else Fraction(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class IndikatorTerbaca:
    """What sheet Indikator gave."""

    utuh: tuple[Indikator, ...]  # rows without a fault
    by_kode: Mapping[str, Indikator]  # those, and rows whose fault does not touch how their targets are read
    kode: frozenset[str]  # every Kode written, so that references hold
    bertentangan: frozenset[str]  # those whose attributes exclude each other, so that nothing can be reckoned


def read_indikator(
    tabel: Tabel, baca: Pembaca, kode_sasaran: set[str] | None, skala: Skala, ragu: Ragu
) -> IndikatorTerbaca:
    """Sheet Indikator. Targets by a scale of `ragu` are not judged."""
    kode_semua, ganda = unique_codes(tabel, baca)
    utuh: list[Indikator] = []
    by_kode: dict[str, Indikator] = {}
    bertentangan: set[str] = set()
    for b in tabel.baris:
        awal, mula = baca.galat, len(baca.hasil)
        indikator = _read_row(b, baca, kode_sasaran, skala, ragu)
        if indikator is None or b.nomor in ganda:
            continue
        by_kode.setdefault(indikator.kode, indikator)
        if any(t.kode in _BERTENTANGAN for t in baca.hasil[mula:]):
            bertentangan.add(indikator.kode)
        if baca.galat == awal and tabel.lengkap:
            utuh.append(indikator)
            _check_meaning(indikator, b, baca)
    _check_bobot(tabel, utuh, baca)
    return IndikatorTerbaca(
        utuh=tuple(utuh), by_kode=by_kode, kode=frozenset(kode_semua), bertentangan=frozenset(bertentangan)
    )


def _read_row(b: Baris, baca: Pembaca, kode_sasaran: set[str] | None, skala: Skala, ragu: Ragu) -> Indikator | None:
    """A row; None when it does not even tell how its targets are read. Texts that are missing are empty."""
    kode = baca.kode(b, "Kode", wajib=True)
    sasaran = baca.rujukan(b, "Sasaran", kode_sasaran, "Sasaran", wajib=True)
    nama, satuan = baca.teks(b, "Indikator", wajib=True), baca.kode(b, "Satuan", wajib=True)
    kelas = baca.kode(b, "Kelas")
    tipe = baca.pilihan(b, "Tipe Nilai", TipeNilai, wajib=True)
    polaritas = baca.pilihan(b, "Polaritas", Polaritas, wajib=True)
    rumus = _rumus_minimal(b, baca, polaritas)
    konsolidasi = baca.pilihan(b, "Konsolidasi Periode", KonsolidasiPeriode, wajib=True)
    konsolidasi_unit = baca.pilihan(b, "Konsolidasi Unit", KonsolidasiUnit)
    frekuensi = baca.pilihan(b, "Frekuensi", Frekuensi, wajib=True)
    desimal = baca.bulat(b, "Desimal", 0, 6, wajib=True)
    bukti = baca.satu_dari(b, "Wajib Bukti", YA_TIDAK, wajib=True)
    persen = satuan is not None and default_pengali(satuan) == 100
    pengali = baca.angka(b, "Pengali")
    if pengali is not None and pengali <= 0:
        baca.catat("MST020", b, "Pengali", batas="lebih besar dari 0")
    bawah, atas = (baca.angka(b, j, persen=persen) for j in ("Batas Bawah", "Batas Atas"))
    if bawah is not None and atas is not None and bawah > atas:
        baca.catat("MST059", b, "Batas Bawah", atas=format_ringkas(atas, 6))
    bobot = baca.angka(b, "Bobot", minimum=Fraction(0))
    definisi, sumber_data = baca.teks(b, "Definisi Operasional"), baca.teks(b, "Sumber Data")
    tahun_renstra = baca.bulat(b, "Tahun Renstra", 2000, 2099)
    if tipe is None or polaritas is None or satuan is None:
        return None
    awal = baca.galat
    _check_kinds(b, baca, tipe, polaritas, konsolidasi=konsolidasi, unit=konsolidasi_unit)
    tahap: Sequence[Predikat] | None = None
    if tipe is TipeNilai.PREDIKAT:
        if baca.galat > awal or ragu & {SEMUA_SKALA, ringkas(satuan)}:
            return None
        tahap = find_skala(satuan, skala)
        if tahap is None:
            baca.catat("MST056", b, "Satuan", mungkin=mungkin(mirip(satuan, skala)))
    renstra, standar = (
        baca.nilai(b, j, tipe, polaritas, persen=persen, skala=tahap, target=True)
        for j in ("Target Renstra", "Standar Nasional")
    )
    if kode is None or konsolidasi is None or frekuensi is None or (tipe is TipeNilai.PREDIKAT and tahap is None):
        return None
    return Indikator(
        kode=kode, sasaran=sasaran or "", nama=nama or "", satuan=satuan, kelas=kelas, tipe=tipe, polaritas=polaritas,
        rumus_minimal=rumus, konsolidasi_periode=konsolidasi, konsolidasi_unit=konsolidasi_unit, frekuensi=frekuensi,
        pengali=pengali if pengali is not None else default_pengali(satuan), desimal=desimal or 0,
        batas_bawah=bawah, batas_atas=atas, bobot=bobot, wajib_bukti=bukti == "Ya", definisi=definisi,
        sumber_data=sumber_data, target_renstra=renstra, tahun_renstra=tahun_renstra, standar_nasional=standar,
        sumber=b.ref("Kode"),
    )  # fmt: skip


def _rumus_minimal(b: Baris, baca: Pembaca, polaritas: Polaritas | None) -> RumusMinimal | None:
    """Rumus Minimal, spaces inside it ignored; it belongs to Minimal and to nothing else."""
    teks = baca.kode(b, "Rumus Minimal")
    if polaritas is Polaritas.MINIMAL and teks is None:
        if "Rumus Minimal" in b.kolom and b.kosong("Rumus Minimal"):
            baca.catat("MST051", b, "Rumus Minimal")
        return None
    if teks is None:
        return None
    if polaritas is not None and polaritas is not Polaritas.MINIMAL:
        baca.catat("MST050", b, "Rumus Minimal", polaritas=polaritas.value)
        return None
    rapat = teks.replace(" ", "").replace("−", "-").replace("–", "-").upper()
    for rumus in RumusMinimal:
        if rapat == rumus.value:
            return rumus
    baca.catat(
        "MST011",
        b,
        "Rumus Minimal",
        diharapkan=", ".join(r.value for r in RumusMinimal),
        mungkin=mungkin(mirip(teks, RumusMinimal)),
    )
    return None


def _check_kinds(
    b: Baris, baca: Pembaca, tipe: TipeNilai, polaritas: Polaritas, *,
    konsolidasi: KonsolidasiPeriode | None, unit: KonsolidasiUnit | None,
) -> None:  # fmt: skip
    """Attributes that exclude each other."""
    urut = tipe in (TipeNilai.PREDIKAT, TipeNilai.YA_TIDAK)
    if urut and konsolidasi is not None and konsolidasi not in _URUT:
        baca.catat("MST053", b, "Konsolidasi Periode", tipe=tipe.value, diharapkan=", ".join(k.value for k in _URUT))
    if unit is KonsolidasiUnit.RASIO and tipe is not TipeNilai.RASIO:
        baca.catat("MST054", b, "Konsolidasi Unit", tipe=tipe.value)
    if unit is KonsolidasiUnit.JUMLAH and tipe is TipeNilai.RASIO:
        baca.catat("MST055", b, "Konsolidasi Unit")
    if urut and polaritas.rentang:
        baca.catat("MST058", b, "Polaritas", tipe=tipe.value)


def _check_meaning(i: Indikator, b: Baris, baca: Pembaca) -> None:
    """What is allowed but is often a slip: percentages added up, a polarity that the name contradicts."""
    if i.tipe is TipeNilai.ANGKA and i.persen and i.konsolidasi_periode is KonsolidasiPeriode.JUMLAH:
        baca.catat("MST063", b, "Konsolidasi Periode", indikator=i.kode)
    if i.tipe in (TipeNilai.PREDIKAT, TipeNilai.YA_TIDAK):
        return
    arah = arah_nama(i.nama)
    if (arah is Arah.KECIL and i.polaritas in (Polaritas.MAKSIMAL, Polaritas.RENTANG_MAKSIMAL)) or (
        arah is Arah.BESAR and i.polaritas in (Polaritas.MINIMAL, Polaritas.RENTANG_MINIMAL)
    ):
        baca.catat("MST064", b, "Polaritas", indikator=i.kode, nama=i.nama, arah=arah.value)


def _check_bobot(tabel: Tabel, indikator: Sequence[Indikator], baca: Pembaca) -> None:
    """All indicators of a group have a weight or none has, and the weights of a sasaran do not add up to 0."""
    baris = {b.kode(): b for b in tabel.baris}
    kelompok: defaultdict[str, list[Indikator]] = defaultdict(list)
    for i in indikator:
        kelompok[i.sasaran].append(i)
    tanpa: list[Indikator] = []
    sebagian = False
    for sasaran, anggota in kelompok.items():
        kosong = [i for i in anggota if i.bobot is None]
        if len(kosong) == len(anggota):
            tanpa.append(anggota[0])
        elif kosong:
            sebagian = True
            daftar = ", ".join(i.kode for i in kosong)
            baca.catat("MST060", baris[kosong[0].kode], "Bobot", indikator=daftar, sasaran=sasaran)
        elif sum(i.bobot for i in anggota if i.bobot is not None) == 0:
            baca.catat("MST061", baris[anggota[0].kode], "Bobot", indikator=anggota[0].kode, sasaran=sasaran)
    if len(tanpa) < len(kelompok) and not sebagian:
        for i in tanpa:
            baca.catat("MST062", baris[i.kode], "Bobot", indikator=i.kode, sasaran=i.sasaran)
