"""The summary of a report, the executive summary of the year's, and the closing words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from kinerja.aggregate.kecukupan import sampai
from kinerja.aggregate.model import Agregat, Capaian, HasilPeriode, Pembanding
from kinerja.domain.angka import tercetak
from kinerja.domain.indikator import Indikator
from kinerja.domain.periode import JenisPeriode, Periode
from kinerja.master.model import Master
from kinerja.render.views import narasi
from kinerja.render.views.cetak import berubah, bilang, daftar_kata, kapital, persen, sebut
from kinerja.render.views.narasi_sebab import tindak_lanjut

SOROT = 3  # indicators below target whose remedies the executive summary quotes

Paragraf = list[dict[str, str]]


def ringkasan(master: Master, hasil: HasilPeriode, a: Agregat | None, desimal: int) -> Paragraf:
    """Headline, comparison with earlier periods, what is missing."""
    saat = sebut(hasil.periode)
    utama = narasi.agregat(a, f"kinerja {master.instansi.nama}", saat, desimal) if a else []
    gerak = gerak_indikator(master, hasil, desimal)
    return [
        narasi.paragraf("ringkasan", *utama, _arah(hasil, a, desimal), narasi.sebaran(hasil)),
        *narasi.paragraf_berisi("ringkasan:banding", *gerak),
        *narasi.paragraf_berisi("ringkasan:kurang", _belum(master, hasil), narasi.sementara(hasil)),
    ]


def ikhtisar(master: Master, hasil: HasilPeriode, a: Agregat | None, desimal: int, anggaran: Sequence[str]) -> Paragraf:
    """The year in five paragraphs: headline, movement, sasaran by sasaran, what fell short, budget."""
    utama = narasi.agregat(a, f"kinerja {master.instansi.nama}", sebut(hasil.periode), desimal) if a else []
    return [
        narasi.paragraf(
            "ikhtisar:utama", *utama, narasi.sebaran(hasil), _belum(master, hasil), narasi.sementara(hasil)
        ),
        *narasi.paragraf_berisi("ikhtisar:gerak", *gerak_indikator(master, hasil, desimal)),
        *narasi.paragraf_berisi("ikhtisar:sasaran", *_per_sasaran(master, hasil, desimal)),
        *narasi.paragraf_berisi("ikhtisar:kurang", *_kurang(master, hasil, desimal)),
        narasi.paragraf("ikhtisar:anggaran", *anggaran),
    ]


def penutup(master: Master, hasil: HasilPeriode, a: Agregat | None, desimal: int) -> dict[str, str]:
    """The closing words: the average once more, and what is to be followed up."""
    nama, saat = master.instansi.nama, sebut(hasil.periode)
    if a is None or a.capaian is None:
        utama = f"Capaian kinerja {nama} pada {saat} belum dapat disimpulkan karena datanya belum tersedia."
    else:
        rata = f"{persen(a.capaian, desimal)}%" + (f" (kategori {a.kategori})" if a.kategori else "")
        utama = f"Demikian laporan kinerja {nama} pada {saat} dengan rata-rata capaian {rata}."
    return narasi.paragraf("penutup", utama, _tindak(hasil, desimal), narasi.sementara(hasil))


def _tindak(hasil: HasilPeriode, desimal: int) -> str:
    """How many indicators reached their target, and what is to be followed up."""
    rendah = len(_di_bawah_target(hasil, desimal))
    dihitung = sum(c.unit is None and c.capaian is not None for c in hasil.capaian)
    if not dihitung:
        return ""
    if not rendah:
        return "Seluruh indikator yang dapat dihitung telah mencapai target; capaian ini perlu dipertahankan."
    kapan = "tahun" if hasil.periode.jenis is JenisPeriode.TAHUN else "periode"
    pantau = f"tindak lanjut yang disebutkan oleh unit kerja dipantau pada {kapan} berikutnya"
    if rendah == dihitung:
        return f"Belum ada indikator yang mencapai target; {pantau}."
    return (
        f"Dari {bilang(dihitung)} indikator yang dapat dihitung, {bilang(dihitung - rendah)} mencapai target. Terhadap "
        f"{bilang(rendah)} indikator yang capaiannya di bawah 100%, {pantau}."
    )


def gerak_indikator(master: Master, hasil: HasilPeriode, desimal: int) -> list[str]:
    """How many indicators rose, fell and stayed against each earlier period, the largest changes named."""
    isi = []
    lalu: list[tuple[Periode, Mapping[str, Fraction | None]]] = []
    for ambil, waktu in ((_sebelumnya, "sebelumnya"), (_tahun_lalu, "tahun_lalu")):
        periode: Periode = getattr(hasil.periode, waktu)
        if periode not in (p for p, _ in lalu):
            lalu.append((periode, {p.indikator: ambil(p) for p in hasil.pembanding}))
    for periode, dulu in lalu:
        isi += _gerak(master, hasil, periode, dulu, desimal)
    return isi


def _sebelumnya(p: Pembanding) -> Fraction | None:
    return p.capaian_sebelumnya


def _tahun_lalu(p: Pembanding) -> Fraction | None:
    return p.capaian_tahun_lalu


def _gerak(
    master: Master, hasil: HasilPeriode, periode: Periode, dulu: Mapping[str, Fraction | None], desimal: int
) -> list[str]:
    kini = {c.indikator: c.capaian for c in hasil.capaian if c.unit is None}
    beda: dict[str, tuple[Fraction, str]] = {}
    for i in master.indikator:
        a, b = kini[i.kode], dulu.get(i.kode)
        if a is not None and b is not None:
            ubah = (tercetak(a, desimal) or Fraction(0)) - (tercetak(b, desimal) or Fraction(0))
            beda[i.kode] = ubah, berubah(a, b, desimal)
    dihitung = sum(x is not None for x in kini.values())
    nama = sebut(periode)
    if not dihitung:
        return []
    if not beda:
        return [f"Capaian {nama} tidak tersedia, sehingga belum dapat dibandingkan."]
    hitung = (
        (sum(x > 0 for x, _ in beda.values()), "naik"),
        (sum(x < 0 for x, _ in beda.values()), "turun"),
        (sum(x == 0 for x, _ in beda.values()), "tetap"),
    )
    bagian = [f"{bilang(n)} {arah}" for n, arah in hitung if n]
    semua = f"{bilang(len(beda))} indikator yang dapat dibandingkan dengan {nama}"
    if len(bagian) == 1:
        awal = f"Capaian {semua} {bagian[0].split(' ')[-1]}."
    else:
        pertama, *lain = bagian
        jumlah, arah = pertama.rsplit(" ", 1)
        rinci = daftar_kata([f"{jumlah} indikator {arah}", *lain])
        awal = f"Dari {semua}, capaian {rinci}."
    tanpa = [i.nama for i in master.indikator if _tanpa_pembanding(i, kini[i.kode], dulu.get(i.kode), periode)]
    kurang = [f"Capaian {nama} belum tersedia untuk {narasi.sebut_banyak(tanpa)}."] if tanpa else []
    return [awal, *_terbesar(master, beda), *kurang]


def _tanpa_pembanding(i: Indikator, kini: Fraction | None, dulu: Fraction | None, periode: Periode) -> bool:
    """True when an indicator was due in the earlier period and nothing is known of it."""
    return kini is not None and dulu is None and i.diukur(periode.bulan)


def _terbesar(master: Master, beda: Mapping[str, tuple[Fraction, str]]) -> list[str]:
    """The largest rise and the deepest fall."""
    if len(beda) < 2:
        return []
    isi = []
    for arah, pilih in (("Kenaikan", max), ("Penurunan", min)):
        kode = pilih(beda, key=lambda k: beda[k][0])
        ubah, kata = beda[kode]
        if (arah == "Kenaikan" and ubah > 0) or (arah == "Penurunan" and ubah < 0):
            isi.append(
                f"{arah.lower()} terbesar terdapat pada indikator {master.indikator_by_kode(kode).nama} ({kata})"
            )
    return [f"{kapital(', dan '.join(isi))}."] if isi else []


def _arah(hasil: HasilPeriode, a: Agregat | None, desimal: int) -> str:
    """The agency's average against that of the period before, where the trend holds it."""
    kini = None if a is None else a.capaian
    dulu = next((t.capaian for t in hasil.tren if t.periode == hasil.periode.sebelumnya), None)
    if kini is None or dulu is None:
        return ""
    arah, nama = berubah(kini, dulu, desimal), sebut(hasil.periode.sebelumnya)
    if arah == "tetap":
        return f"Angka tersebut sama dengan {nama}."
    return f"Angka tersebut {arah} dibandingkan dengan {nama} ({persen(dulu, desimal)}%)."


def _belum(master: Master, hasil: HasilPeriode) -> str:
    """Indicators that are due and have no capaian, by name and reason."""
    kosong = [c for c in hasil.capaian if c.unit is None and c.bulan_wajib and c.capaian is None]
    return narasi.belum_dihitung(
        [(master.indikator_by_kode(c.indikator).nama, narasi.sebab_kosong(c.alasan)) for c in kosong]
    )


def _di_bawah_target(hasil: HasilPeriode, desimal: int) -> list[Capaian]:
    """The agency's indicators whose printed capaian is below 100, the lowest first."""
    rendah = [c for c in hasil.capaian if c.unit is None and sampai(c, desimal) is False]
    return sorted(rendah, key=lambda c: c.capaian or Fraction(0))


def _per_sasaran(master: Master, hasil: HasilPeriode, desimal: int) -> list[str]:
    """Every sasaran: its average, its category, how many of its indicators reached the target."""
    rata = {a.kode: a for a in hasil.agregat if a.tingkat == "sasaran"}
    isi = []
    for s in master.sasaran:
        milik = [hasil.capaian_of(i.kode) for i in master.indikator if i.sasaran == s.kode]
        a = rata.get(s.kode)
        if not milik or a is None:
            continue
        if a.capaian is None:
            isi.append(f"Rata-rata capaian sasaran {s.nama} belum dapat dihitung.")
            continue
        hasil_ = [sampai(c, desimal) for c in milik]
        isi.append(
            f"Sasaran {s.nama} mencapai rata-rata {persen(a.capaian, desimal)}%"
            + (f" (kategori {a.kategori})" if a.kategori else "")
            + f"; {_tercapai(sum(x is True for x in hasil_), sum(x is not None for x in hasil_))}."
        )
    return isi


def _tercapai(ya: int, banyak: int) -> str:
    if banyak == 1:
        return "satu-satunya indikator yang dapat dihitung " + ("mencapai target" if ya else "tidak mencapai target")
    if ya == banyak:
        return f"seluruh indikatornya yang dapat dihitung ({bilang(banyak)}) mencapai target"
    if ya == 0:
        return f"tidak satu pun dari {bilang(banyak)} indikatornya yang dapat dihitung mencapai target"
    return f"{bilang(ya)} dari {bilang(banyak)} indikatornya yang dapat dihitung mencapai target"


def _kurang(master: Master, hasil: HasilPeriode, desimal: int) -> list[str]:
    """What fell short, and for the lowest what the units say they do about it."""
    rendah = _di_bawah_target(hasil, desimal)
    if not rendah:
        return []
    nama_unit = {u.kode: u.nama for u in master.unit}

    def nama(c: Capaian) -> str:
        return master.indikator_by_kode(c.indikator).nama

    rinci = daftar_kata([f"{nama(c)} ({persen(c.capaian, desimal)}%)" for c in rendah[: narasi.BANYAK_NAMA]])
    sebut_ = "yaitu" if len(rendah) <= narasi.BANYAK_NAMA else f"{bilang(narasi.BANYAK_NAMA)} yang terendah ialah"
    isi = [f"Target tidak tercapai pada {bilang(len(rendah))} indikator, {sebut_} {rinci}."]
    sorot = [(c, tindak_lanjut(c, hasil, nama_unit)) for c in rendah[:SOROT]]
    isi += [f"Untuk indikator {nama(c)}, tindak lanjut menurut unit kerja: {kata}." for c, kata in sorot if kata]
    tanpa = [nama(c) for c in rendah if not tindak_lanjut(c, hasil, nama_unit)]
    if len(tanpa) == len(rendah):
        isi.append("Tindak lanjutnya belum dituliskan unit kerja.")
    elif len(tanpa) > narasi.BANYAK_NAMA:
        isi.append(f"Tindak lanjut belum dituliskan unit kerja untuk {bilang(len(tanpa))} di antaranya.")
    elif tanpa:
        isi.append(f"Tindak lanjut belum dituliskan unit kerja untuk {narasi.sebut_indikator(tanpa)}.")
    return isi


def angka_utama(a: Agregat | None, desimal: int) -> dict[str, Any]:
    """The four figures above the summary."""

    def bertanda(x: Fraction | None) -> str:
        return "–" if x is None else f"{persen(x, desimal)}%"

    return {
        "capaian": bertanda(a.capaian if a else None),
        "kategori": (a.kategori if a else None) or "–",
        "dihitung": f"{a.indikator_dihitung} dari {a.indikator}" if a else "–",
        "serapan": bertanda(a.serapan if a else None),
    }
