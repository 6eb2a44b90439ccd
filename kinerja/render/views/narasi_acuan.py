"""How far the realisasi is from a fixed mark: the Renstra end target, a national standard. No forecast is made."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from kinerja.aggregate.model import Capaian, Pembanding
from kinerja.domain.angka import format_ringkas, tercetak
from kinerja.domain.indikator import Indikator, Polaritas, TipeNilai
from kinerja.domain.kebijakan import Kebijakan
from kinerja.domain.nilai import Nilai, Predikat, Rentang
from kinerja.domain.rumus import hitung_capaian
from kinerja.render.views.cetak import angka_bersatuan, bilang, nilai, persen, sebesar
from kinerja.render.views.narasi import sebab_kosong

SERATUS = 100


def renstra(i: Indikator, c: Capaian, p: Pembanding, kebijakan: Kebijakan, skala: Sequence[Predikat]) -> list[str]:
    """Reached or not, what remains in the indicator's own unit and in how many years. Empty without a comparison."""
    desimal, target = kebijakan.desimal, p.target_renstra
    capaian = tercetak(p.capaian_renstra, desimal)
    if target is None or c.realisasi_sd is None:
        return []
    kapan = f" (tahun {p.tahun_renstra})" if p.tahun_renstra else ""
    r, t = sebesar(c.realisasi_sd, i), angka_bersatuan(target, i)
    if capaian is None:
        return [_tanpa_capaian(i, c.realisasi_sd, target, f"target akhir Renstra {t}{kapan}", kebijakan)]
    angka = f"{persen(p.capaian_renstra, desimal)}%"
    if capaian >= SERATUS:
        sudah = "sudah tercapai" if capaian == SERATUS else "sudah terlampaui"
        if i.polaritas is Polaritas.STABIL or i.polaritas.rentang:
            sudah = "sudah terpenuhi"
        return [f"Target akhir Renstra indikator {i.nama}, yaitu {t}{kapan}, {sudah} dengan realisasi {r} ({angka})."]
    awal = f"Realisasi indikator {i.nama} {r}, dengan capaian {angka} terhadap target akhir Renstra {t}{kapan}"
    jarak, waktu = _jarak(i, c.realisasi_sd, target, skala), _waktu(c.periode.tahun, p.tahun_renstra)
    ekor = ", ".join(x for x in (f"masih {jarak}" if jarak else "", waktu) if x)
    return [f"{awal}; {ekor}." if ekor else f"{awal}."]


def _waktu(tahun: int, akhir: int | None) -> str:
    """The years left until the mark is due, by the calendar."""
    if akhir is None:
        return ""
    sisa = akhir - tahun
    if sisa > 0:
        return f"sisa waktunya {bilang(sisa)} tahun"
    return "padahal tahun ini merupakan tahun terakhirnya" if sisa == 0 else "padahal tahunnya sudah lewat"


def _jarak(i: Indikator, realisasi: Nilai, target: Nilai, skala: Sequence[Predikat]) -> str:
    """What separates the two as printed: `kurang 4,57 poin persentase`, `2 hari kerja di atas target`."""
    if isinstance(realisasi, Predikat) and isinstance(target, Predikat):
        urut = [s.teks for s in skala]
        if i.tipe is TipeNilai.YA_TIDAK or realisasi.teks not in urut or target.teks not in urut:
            return ""
        beda = urut.index(target.teks) - urut.index(realisasi.teks)
        return f"{bilang(beda)} tingkat di bawahnya" if beda > 0 else ""
    if not isinstance(realisasi, Fraction):
        return ""
    r = tercetak(realisasi, i.desimal) or Fraction(0)
    if isinstance(target, Rentang):
        bawah = realisasi < target.bawah
        batas, nama = (target.bawah, "di bawah batas bawahnya") if bawah else (target.atas, "di atas batas atasnya")
    elif isinstance(target, Fraction):
        batas, nama = target, "di bawahnya" if realisasi < target else "di atasnya"
    else:
        return ""
    jarak = abs((tercetak(batas, i.desimal) or Fraction(0)) - r)
    if jarak == 0:
        return ""
    satuan = "poin persentase" if i.persen else i.satuan
    return f"{format_ringkas(jarak, i.desimal)} {satuan} {nama}"


def _tanpa_capaian(i: Indikator, realisasi: Nilai, acuan: Nilai, sebutan: str, kebijakan: Kebijakan) -> str:
    """Both figures side by side, and why they give no percentage."""
    sebab = sebab_kosong(hitung_capaian(i, acuan, realisasi, kebijakan, tulis=False).alasan)
    awal = f"Realisasi indikator {i.nama} {sebesar(realisasi, i)}, sedangkan {sebutan}"
    return f"{awal}; capaiannya tidak dapat dihitung karena {sebab}."


def standar(i: Indikator, c: Capaian, p: Pembanding, kebijakan: Kebijakan) -> list[str]:
    """Above, equal to or below the national standard, and what that means. Empty without a comparison."""
    acuan, desimal = p.standar_nasional, kebijakan.desimal
    if acuan is None or c.realisasi_sd is None:
        return []
    r, t = sebesar(c.realisasi_sd, i), angka_bersatuan(acuan, i)
    if p.capaian_standar is None:
        return [_tanpa_capaian(i, c.realisasi_sd, acuan, f"standar nasional {t}", kebijakan)]
    angka = f"{persen(p.capaian_standar, desimal)}%"
    if nilai(c.realisasi_sd, i) == nilai(acuan, i):
        return [f"Realisasi indikator {i.nama} sama dengan standar nasional, yaitu {t} (capaian {angka})."]
    capaian = tercetak(p.capaian_standar, desimal) or Fraction(0)
    letak = _letak(c.realisasi_sd, acuan)
    baik = capaian >= SERATUS
    makna = ""
    if i.polaritas is Polaritas.MINIMAL and not i.tipe.berjenjang:
        makna = ", yang berarti lebih baik" if baik else ", yang berarti belum memenuhinya"
    elif i.polaritas is Polaritas.STABIL or i.polaritas.rentang:
        makna = ", yang berarti memenuhinya" if baik else ", yang berarti belum memenuhinya"
    return [f"Realisasi indikator {i.nama} {r}, {letak} standar nasional {t}{makna} (capaian {angka})."]


def _letak(realisasi: Nilai, acuan: Nilai) -> str:
    if isinstance(realisasi, Predikat) and isinstance(acuan, Predikat):
        if realisasi.peringkat == acuan.peringkat:
            return "setara dengan"
        return "di atas" if realisasi.peringkat > acuan.peringkat else "di bawah"
    if isinstance(realisasi, Fraction) and isinstance(acuan, Rentang):
        if acuan.bawah <= realisasi <= acuan.atas:
            return "berada di dalam rentang"
        return "di atas rentang" if realisasi > acuan.atas else "di bawah rentang"
    if isinstance(realisasi, Fraction) and isinstance(acuan, Fraction):
        return "di atas" if realisasi > acuan else "di bawah"
    return "berbeda dari"
