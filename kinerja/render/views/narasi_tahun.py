"""How an indicator moved over the years: direction, for how long, best and worst year, years without data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from kinerja.aggregate.kecukupan import tahun_kosong, tahun_tersedia
from kinerja.aggregate.model import Capaian, Pembanding
from kinerja.domain.angka import tercetak
from kinerja.domain.indikator import Indikator, Polaritas
from kinerja.domain.nilai import Nilai, Predikat
from kinerja.render.views.cetak import angka_bersatuan, berubah, bilang, daftar_kata, persen

TAHUN_PERINGKAT = 3  # with fewer years there is no best or worst to speak of


@dataclass(frozen=True, slots=True, kw_only=True)
class Tahun:
    """One year of an indicator."""

    tahun: int
    target: Nilai | None
    realisasi: Nilai | None
    capaian: Fraction | None


def deret_tahun(c: Capaian, p: Pembanding | None) -> list[Tahun]:
    """The years before that are known, oldest first, and this one; empty when none before is known."""
    kini = c.periode.tahun
    ada = tahun_tersedia(p, kini)
    if p is None or not ada:
        return []
    dulu = {int(t): Tahun(tahun=int(t), target=g, realisasi=r, capaian=x) for t, g, r, x in p.riwayat if t.isdigit()}
    if kini - 1 in ada and (kini - 1 not in dulu or dulu[kini - 1].realisasi is None):
        dulu[kini - 1] = Tahun(
            tahun=kini - 1,
            target=p.target_tahun_lalu,
            realisasi=p.realisasi_tahun_lalu,
            capaian=p.capaian_tahun_lalu,
        )
    ini = Tahun(tahun=kini, target=c.target, realisasi=c.realisasi, capaian=c.capaian)
    return [*(dulu[t] for t in ada), ini]


def antartahun(i: Indikator, c: Capaian, p: Pembanding | None, desimal: int) -> list[str]:
    """Sentences about one indicator over the years; none when no earlier year is known."""
    deret = deret_tahun(c, p)
    if not deret:
        return []
    isi = [_realisasi(i, deret, sementara=c.sementara), _capaian(i, deret, desimal), _peringkat(deret, desimal)]
    if kosong := tahun_kosong([t.tahun for t in deret[:-1]], c.periode.tahun):
        isi.append(f"Data tahun {daftar_kata([str(t) for t in kosong])} tidak tersedia.")
    return [k for k in isi if k]


def _arah(i: Indikator, kini: Nilai | None, dulu: Nilai | None) -> int | None:
    """1 up, -1 down, 0 unchanged as printed; None where the two cannot be compared."""
    if isinstance(kini, Fraction) and isinstance(dulu, Fraction):
        a, b = tercetak(kini, i.desimal), tercetak(dulu, i.desimal)
        return None if a is None or b is None else (a > b) - (a < b)
    if isinstance(kini, Predikat) and isinstance(dulu, Predikat):
        return (kini.peringkat > dulu.peringkat) - (kini.peringkat < dulu.peringkat)
    return None


def _beruntun(i: Indikator, deret: Sequence[Tahun]) -> tuple[int | None, int]:
    """The direction of the last step, and for how many years in a row it has held; a missing year breaks the row."""
    arah: int | None = None
    lama = 0
    for dulu, kini in reversed(list(pairwise(deret))):
        langkah = _arah(i, kini.realisasi, dulu.realisasi)
        if langkah is None or (lama and (langkah != arah or kini.tahun != dulu.tahun + 1)):
            break
        arah, lama = langkah, lama + 1
        if kini.tahun != dulu.tahun + 1:
            break
    return arah, lama


def _realisasi(i: Indikator, deret: Sequence[Tahun], *, sementara: bool) -> str:
    kini, lalu = deret[-1], deret[-2]
    if kini.realisasi is None:
        return (
            f"Realisasi indikator {i.nama} tahun {kini.tahun} belum tersedia, sehingga belum dapat dibandingkan "
            f"dengan {angka_bersatuan(lalu.realisasi, i)} pada {lalu.tahun}."
        )
    arah, lama = _beruntun(i, deret)
    sekarang = angka_bersatuan(kini.realisasi, i) + (" (angka sementara)" if sementara else "")
    if arah is None:
        return (
            f"Realisasi indikator {i.nama} {sekarang} pada {kini.tahun} dan {angka_bersatuan(lalu.realisasi, i)} pada "
            f"{lalu.tahun}."
        )
    awal = deret[-1 - lama]
    dari = angka_bersatuan(awal.realisasi, i)
    if arah == 0:
        sejak = f"sejak {awal.tahun}" if lama > 1 else f"dari {awal.tahun}"
        return f"Realisasi indikator {i.nama} tidak berubah {sejak}, yaitu {sekarang}."
    gerak = ("naik" if arah > 0 else "turun") + _makna(i, arah)
    if lama > 1:
        return (
            f"Selama {bilang(lama)} tahun berturut-turut realisasi indikator {i.nama} {gerak.rstrip(',')}, dari {dari} "
            f"pada {awal.tahun} menjadi {sekarang} pada {kini.tahun}."
        )
    return f"Realisasi indikator {i.nama} {gerak} dari {dari} pada {awal.tahun} menjadi {sekarang} pada {kini.tahun}."


def _makna(i: Indikator, arah: int) -> str:
    """What a direction means where less is better; where more is, the word says it itself."""
    if i.polaritas is not Polaritas.MINIMAL or i.tipe.berjenjang:
        return ""
    return ", yang berarti memburuk," if arah > 0 else ", yang berarti membaik,"


def _capaian(i: Indikator, deret: Sequence[Tahun], desimal: int) -> str:
    kini, lalu = deret[-1], deret[-2]
    if kini.capaian is None:
        return ""
    sebut = f"{persen(kini.capaian, desimal)}%"
    if lalu.capaian is None:
        return f"Capaiannya {sebut}; capaian tahun {lalu.tahun} tidak tersedia."
    arah = berubah(kini.capaian, lalu.capaian, desimal)
    if arah == "tetap":
        return f"Capaiannya tetap {sebut}."
    return f"Capaiannya {arah} dari {persen(lalu.capaian, desimal)}% menjadi {sebut}{_target(i, kini, lalu, arah)}."


def _target(i: Indikator, kini: Tahun, lalu: Tahun, arah: str) -> str:
    """The target's move, where capaian and realisasi went different ways: without it the two seem at odds."""
    realisasi, target = _arah(i, kini.realisasi, lalu.realisasi), _arah(i, kini.target, lalu.target)
    if not target or realisasi is None or i.polaritas not in (Polaritas.MAKSIMAL, Polaritas.MINIMAL):
        return ""
    baik = realisasi if i.polaritas is Polaritas.MAKSIMAL else -realisasi
    if (baik >= 0) == arah.startswith("naik"):
        return ""
    gerak = "naik" if target > 0 else "turun"
    return (
        f", sementara targetnya {gerak} dari {angka_bersatuan(lalu.target, i)} menjadi "
        f"{angka_bersatuan(kini.target, i)}"
    )


def _peringkat(deret: Sequence[Tahun], desimal: int) -> str:
    """The best and the worst year by the printed capaian."""
    capaian = {t.tahun: n for t in deret if (n := tercetak(t.capaian, desimal)) is not None}
    if len(capaian) < TAHUN_PERINGKAT:
        return ""
    tinggi, rendah = max(capaian.values()), min(capaian.values())
    kurun = f"{min(capaian)}–{max(capaian)}"
    if tinggi == rendah:
        return f"Capaian setiap tahun sepanjang {kurun} sama."
    kini = deret[-1].tahun
    terbaik = [t for t, x in capaian.items() if x == tinggi]
    terburuk = [t for t, x in capaian.items() if x == rendah]
    if terbaik == [kini]:
        return f"Capaian tersebut yang tertinggi dalam kurun {kurun}; yang terendah {_pada(terburuk, rendah, desimal)}."
    if terburuk == [kini]:
        return f"Capaian tersebut yang terendah dalam kurun {kurun}; yang tertinggi {_pada(terbaik, tinggi, desimal)}."
    return (
        f"Dalam kurun {kurun} capaian tertinggi ialah {_pada(terbaik, tinggi, desimal)}, sedangkan yang terendah "
        f"{_pada(terburuk, rendah, desimal)}."
    )


def _pada(tahun: Sequence[int], capaian: Fraction, desimal: int) -> str:
    return f"{persen(capaian, desimal)}% ({daftar_kata([str(t) for t in tahun])})"
