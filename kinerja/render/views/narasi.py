"""Drafted sentences that every report needs: what a paragraph is, averages, the spread over the categories.

They follow the figures and never go beyond them. Those about one indicator, the years, fixed marks, causes, money and
the summary have modules of their own (`narasi_…`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from fractions import Fraction

from kinerja.aggregate.model import Agregat, Capaian, HasilPeriode
from kinerja.domain.indikator import Indikator
from kinerja.domain.konsolidasi import HANYA_TAHUNAN
from kinerja.domain.narasi import tanda_narasi
from kinerja.domain.periode import NAMA_BULAN, Periode
from kinerja.domain.rumus import TIDAK_DAPAT
from kinerja.render.views.cetak import bilang, daftar_kata, persen

REALISASI_BELUM_ADA = "realisasi belum ada"
BANYAK_NAMA = 10  # more indicators than this are not named one by one in a sentence
PANJANG_KUNCI = 40  # a tag in Word holds 64 characters


def paragraf(kunci: str, *kalimat_: str) -> dict[str, str]:
    """A drafted paragraph. `tanda` identifies it and holds a digest of the draft, so that an edit can be told later.

    `kunci` is unique within a document; of a long one the end is drawn together, so that it stays so.
    """
    teks = " ".join(" ".join(kalimat_).split())
    if len(kunci) > PANJANG_KUNCI:
        kunci = f"{kunci[: PANJANG_KUNCI - 9]}~{hashlib.sha256(kunci.encode()).hexdigest()[:8]}"
    return {"tanda": tanda_narasi(kunci, teks), "teks": teks}


def paragraf_berisi(kunci: str, *kalimat_: str) -> list[dict[str, str]]:
    """The paragraph in a list, or no paragraph when there is nothing to say."""
    p = paragraf(kunci, *kalimat_)
    return [p] if p["teks"] else []


def waktu_ukur(indikator: Indikator, periode: Periode) -> str:
    """When an indicator that is not due in this period is next measured."""
    berikut = [b for b in indikator.frekuensi.bulan_wajib if b > periode.bulan_akhir]
    bulan, tahun = (berikut[0], periode.tahun) if berikut else (indikator.frekuensi.bulan_wajib[0], periode.tahun + 1)
    return f"{NAMA_BULAN[bulan - 1]} {tahun}"


def sebab_kosong(alasan: str | None) -> str:
    """The reason for a missing figure without "tidak dapat dihitung" before it."""
    teks = (alasan or "").removeprefix(f"{TIDAK_DAPAT}:").strip()
    return "hanya ada target tahunan" if teks == HANYA_TAHUNAN else teks


def sebut_indikator(nama: Sequence[str]) -> str:
    """`indikator A`, `indikator A dan B`, `indikator A, B, dan C`."""
    return f"indikator {daftar_kata(list(nama))}"


def agregat(a: Agregat, sebutan: str, saat: str, desimal: int) -> list[str]:
    """Sentences about an average: its value, its category, and how many indicators it rests on."""
    if a.capaian is None:
        return [f"Rata-rata capaian {sebutan} pada {saat} belum dapat dihitung: {dihitung(a)}."]
    isi = [
        f"Rata-rata capaian {sebutan} pada {saat} sebesar {persen(a.capaian, desimal)}%"
        + (f" dengan kategori {a.kategori}" if a.kategori else "")
        + f", dihitung atas {_banyak(a)}."
    ]
    if a.dibatasi:
        isi.append(
            f"Di dalam rata-rata tersebut {bilang(a.dibatasi)} indikator dihitung pada batas atas yang ditetapkan."
        )
    return isi


def _banyak(a: Agregat) -> str:
    """`17 dari 18 indikator`, `seluruh indikatornya (5 indikator)`."""
    if a.indikator_dihitung < a.indikator:
        return f"{a.indikator_dihitung} dari {a.indikator} indikator"
    return f"seluruh indikatornya ({a.indikator} indikator)"


def dihitung(a: Agregat) -> str:
    """`8 dari 10 indikator dapat dihitung`."""
    if a.indikator_dihitung == 0:
        return f"tidak satu pun dari {a.indikator} indikator dapat dihitung"
    return f"{a.indikator_dihitung} dari {a.indikator} indikator dapat dihitung"


def sebaran(hasil: HasilPeriode) -> str:
    """How the indicators spread over the categories, the ones without a figure named by number."""
    instansi = [c for c in hasil.capaian if c.unit is None]
    bagian = [f"{bilang(n)} indikator berkategori {k}" for k, n in hitung_kategori(instansi)]
    belum = sum(c.bulan_wajib > 0 and c.capaian is None for c in instansi)
    tidak = sum(c.bulan_wajib == 0 for c in instansi)
    bagian += [f"{bilang(belum)} indikator belum atau tidak dapat dihitung"] * bool(belum)
    bagian += [f"{bilang(tidak)} indikator tidak diukur pada periode ini"] * bool(tidak)
    if not bagian:
        return ""
    if len(bagian) == 1 and (belum or tidak):
        return ""  # the average has said it
    return f"Dari {bilang(len(instansi))} indikator kinerja, {daftar_kata(bagian)}."


def hitung_kategori(capaian: Sequence[Capaian]) -> list[tuple[str, int]]:
    """Categories in falling order of the best figure in them, with the number of indicators."""
    jumlah: dict[str, int] = {}
    for c in sorted((c for c in capaian if c.capaian is not None), key=lambda c: -(c.capaian or Fraction(0))):
        if c.kategori:
            jumlah[c.kategori] = jumlah.get(c.kategori, 0) + 1
    return list(jumlah.items())


def sementara(hasil: HasilPeriode) -> str:
    """The standing warning of a report over incomplete data; empty when nothing is missing."""
    kurang = [c for c in hasil.capaian if c.unit is None and c.bulan_wajib > 0 and c.sementara]
    if not kurang:
        return ""
    return (
        f"Angka dalam laporan ini bersifat sementara: data {bilang(len(kurang))} indikator belum lengkap dan "
        "disebutkan satu per satu pada bagian data yang belum valid atau belum ada."
    )


def belum_dihitung(nama: Sequence[tuple[str, str]]) -> str:
    """Indicators (name, reason) that have no capaian though they are due, brought together by their reason."""
    menurut: dict[str, list[str]] = {}
    for indikator, sebab in nama:
        menurut.setdefault(sebab, []).append(indikator)
    return " ".join(
        f"Realisasi {sebut_banyak(isi)} belum tersedia, sehingga capaiannya belum dapat dihitung."
        if sebab in ("", REALISASI_BELUM_ADA)
        else f"Capaian {sebut_banyak(isi)} tidak dapat dihitung karena {sebab}."
        for sebab, isi in menurut.items()
    )


def sebut_banyak(nama: Sequence[str]) -> str:
    """Indicators by name, or by their number where a reader would not get through the names."""
    return sebut_indikator(nama) if len(nama) <= BANYAK_NAMA else f"{bilang(len(nama))} indikator"


def kutipan(teks: str | None, kosong: str = "–") -> str:
    """The units' words in a table cell."""
    return teks.strip() if teks and teks.strip() else kosong
