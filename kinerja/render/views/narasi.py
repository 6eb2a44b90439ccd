"""Drafted sentences. They follow the figures, never go beyond them, and quote causes from the units' own words."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from kinerja.aggregate.model import Agregat, Capaian, HasilPeriode, Pembanding
from kinerja.domain.indikator import Indikator
from kinerja.domain.konsolidasi import HANYA_TAHUNAN
from kinerja.domain.periode import NAMA_BULAN, Periode
from kinerja.domain.rumus import TIDAK_DAPAT
from kinerja.render.views.cetak import (
    angka_bersatuan,
    berubah,
    daftar_kata,
    keterangan_data,
    pengumpulan_of,
    persen,
    rentang_bulan,
    sebut,
)  # fmt: skip

BATAS_KUTIPAN = 6
SELENGKAPNYA = "Uraian selengkapnya disajikan pada tabel faktor dan tindak lanjut."
REALISASI_BELUM_ADA = "realisasi belum ada"


def paragraf(kunci: str, *kalimat_: str) -> dict[str, str]:
    """A drafted paragraph. `tanda` identifies it and holds a digest of the draft, so that an edit can be told later."""
    teks = " ".join(" ".join(kalimat_).split())
    sidik = hashlib.sha256(teks.encode()).hexdigest()[:10]
    return {"tanda": f"narasi:{kunci[:40]}:{sidik}", "teks": teks}


def waktu_ukur(indikator: Indikator, periode: Periode) -> str:
    """When an indicator that is not due in this period is next measured."""
    berikut = [b for b in indikator.frekuensi.bulan_wajib if b > periode.bulan_akhir]
    bulan, tahun = (berikut[0], periode.tahun) if berikut else (indikator.frekuensi.bulan_wajib[0], periode.tahun + 1)
    return f"{NAMA_BULAN[bulan - 1]} {tahun}"


def capaian_indikator(i: Indikator, c: Capaian, p: Pembanding | None, desimal: int) -> list[str]:
    """Sentences about one indicator in one period."""
    nama = f"indikator {i.nama}"
    saat = sebut(c.periode)
    if c.bulan_wajib == 0:
        return [f"Indikator {i.nama} tidak diukur pada {saat}; pengukuran berikutnya {waktu_ukur(i, c.periode)}."]
    if c.capaian is None:
        return _tanpa_capaian(i, c, desimal)
    isi = [_utama(i, c, p, desimal, nama)]
    if c.ekstrem:
        isi.append(
            "Capaian ini "
            + ("berada di bawah 0%" if c.capaian < 0 else "melampaui 150%")
            + " sehingga ketepatan target dan realisasinya perlu ditelaah."
        )
    if ket := keterangan_data(c, c.periode.jenis):
        isi.append(f"Angka ini masih sementara karena baru memuat {ket}.")
    return isi


def _tanpa_capaian(i: Indikator, c: Capaian, desimal: int) -> list[str]:
    """Sentences about an indicator that is due but has no capaian."""
    saat = sebut(c.periode)
    karena = sebab_kosong(c.alasan)
    if c.realisasi is None and karena in ("", REALISASI_BELUM_ADA):
        return [f"Realisasi indikator {i.nama} pada {saat} belum tersedia, sehingga capaiannya belum dapat dihitung."]
    tercatat = "" if c.realisasi is None else f"; realisasinya tercatat {angka_bersatuan(c.realisasi, i)}"
    isi = [
        f"Capaian indikator {i.nama} pada {saat} tidak dapat dihitung"
        + (f" karena {karena}" if karena else "")
        + f"{tercatat}."
    ]
    if c.capaian_tahun is not None:
        isi.append(f"Terhadap target setahun, realisasinya mencapai {persen(c.capaian_tahun, desimal)}%.")
    return isi


def sebab_kosong(alasan: str | None) -> str:
    """The reason for a missing figure without "tidak dapat dihitung" before it."""
    teks = (alasan or "").removeprefix(f"{TIDAK_DAPAT}:").strip()
    return "hanya ada target tahunan" if teks == HANYA_TAHUNAN else teks


def _utama(i: Indikator, c: Capaian, p: Pembanding | None, desimal: int, nama: str) -> str:
    """The headline sentence of a computable indicator, with its comparisons."""
    if c.capaian is None:
        return ""
    teks = f"Capaian {nama} pada {sebut(c.periode)} sebesar {persen(c.capaian, desimal)}%"
    teks += f" dengan kategori {c.kategori}" if c.kategori else ""
    teks += f" (target {angka_bersatuan(c.target, i)}, realisasi {angka_bersatuan(c.realisasi, i)})"
    if p is None:
        return teks + "."
    banding = []
    if p.capaian_sebelumnya is not None:
        banding.append(_banding(c.capaian, p.capaian_sebelumnya, desimal, sebut(p.sebelumnya)))
    if p.capaian_tahun_lalu is not None and p.tahun_lalu != p.sebelumnya:
        banding.append(_banding(c.capaian, p.capaian_tahun_lalu, desimal, sebut(p.tahun_lalu)))
    if banding:
        return f"{teks}, {' dan '.join(banding)}."
    if p.realisasi_sebelumnya is None and p.realisasi_tahun_lalu is None and not p.riwayat:
        return f"{teks}; belum ada data periode sebelumnya sebagai pembanding."
    return teks + "."


def _banding(kini: Fraction, dulu: Fraction, desimal: int, nama: str) -> str:
    """`naik 2,30 poin dibandingkan Desember 2025 (95,20%)`."""
    arah = berubah(kini, dulu, desimal)
    if arah == "tetap":
        return f"sama dengan {nama}"
    return f"{arah} dibandingkan {nama} ({persen(dulu, desimal)}%)"


def sebab(c: Capaian, hasil: HasilPeriode, nama_unit: Mapping[str, str]) -> list[str]:
    """What the units themselves wrote: hindrances and remedies below 100, supporting factors otherwise.

    The same words of several months are quoted once, with their months; beyond `BATAS_KUTIPAN` the table is named.
    """
    kurang = c.capaian is not None and c.capaian < 100
    milik = [u for u in hasil.uraian if u.indikator == c.indikator and c.unit in (None, u.unit)]
    cara = pengumpulan_of(hasil)

    def siapa(unit: str, bulan: Sequence[int]) -> str:
        return nama_unit.get(unit, unit) + ("" if c.periode.jenis is cara else f" ({rentang_bulan(bulan, cara)})")

    if not kurang:
        isi = [
            f"{siapa(unit, bulan)} menyebutkan faktor pendorong: “{_kutip(teks)}”."
            for (unit, teks), bulan in _kelompok((u.unit, u.faktor_pendorong, u.bulan) for u in milik)
        ]
    else:
        hambat = _kelompok((u.unit, u.faktor_penghambat, u.bulan) for u in milik)
        lanjut = _kelompok((u.unit, u.tindak_lanjut, u.bulan) for u in milik)
        isi = [f"{siapa(unit, b)} menyebutkan faktor penghambat: “{_kutip(teks)}”." for (unit, teks), b in hambat]
        obat = [f"Tindak lanjut menurut {siapa(unit, b)}: “{_kutip(teks)}”." for (unit, teks), b in lanjut]
        if len(isi) + len(obat) > BATAS_KUTIPAN:  # no remedy goes unmentioned because the hindrances are many
            isi = isi[: BATAS_KUTIPAN - min(len(obat), BATAS_KUTIPAN // 2)]
            return [*isi, *obat[: BATAS_KUTIPAN - len(isi)], SELENGKAPNYA]
        return isi + obat
    return isi if len(isi) <= BATAS_KUTIPAN else [*isi[:BATAS_KUTIPAN], SELENGKAPNYA]


def _kelompok(butir: Iterable[tuple[str, str | None, int]]) -> list[tuple[tuple[str, str], list[int]]]:
    """Equal words of one unit together with their months, in order of their first month."""
    hasil: dict[tuple[str, str], list[int]] = {}
    for unit, teks, bulan in butir:
        if teks and teks.strip():
            hasil.setdefault((unit, " ".join(teks.split())), []).append(bulan)
    return list(hasil.items())


def _kutip(teks: str) -> str:
    """The words inside quotation marks: the full stop stands after them."""
    return teks.strip().rstrip(".").rstrip()


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
        isi.append(f"Di dalam rata-rata tersebut {a.dibatasi} indikator dihitung pada batas atas yang ditetapkan.")
    return isi


def _banyak(a: Agregat) -> str:
    """`17 dari 18 indikator`, `seluruh indikatornya (5 indikator)`."""
    if a.indikator_dihitung < a.indikator:
        return f"{a.indikator_dihitung} dari {a.indikator} indikator"
    return f"seluruh indikatornya ({a.indikator} indikator)"


def efisiensi(x: Fraction, cara: str, desimal: int) -> str:
    """The end of a sentence about efficiency, by the office's rule (`selisih` or `indeks`)."""
    if cara == "indeks":
        return f"indeks efisiensi tercatat {persen(x, desimal)} dan tingkat efisiensi {persen(x - 1, desimal)}."
    arah = "efisiensi" if x >= 0 else "selisih negatif (serapan melebihi capaian)"
    return f"{arah} tercatat {persen(abs(x), desimal)} poin."


def dihitung(a: Agregat) -> str:
    """`8 dari 10 indikator dapat dihitung`."""
    if a.indikator_dihitung == 0:
        return f"tidak satu pun dari {a.indikator} indikator dapat dihitung"
    return f"{a.indikator_dihitung} dari {a.indikator} indikator dapat dihitung"


def sebaran(hasil: HasilPeriode) -> str:
    """How the indicators spread over the categories, the ones without a figure named by number."""
    instansi = [c for c in hasil.capaian if c.unit is None]
    bagian = [f"{n} indikator berkategori {k}" for k, n in hitung_kategori(instansi)]
    belum = sum(c.bulan_wajib > 0 and c.capaian is None for c in instansi)
    tidak = sum(c.bulan_wajib == 0 for c in instansi)
    bagian += [f"{belum} indikator belum atau tidak dapat dihitung"] * bool(belum)
    bagian += [f"{tidak} indikator tidak diukur pada periode ini"] * bool(tidak)
    if not bagian:
        return ""
    return f"Dari {len(instansi)} indikator kinerja, {daftar_kata(bagian)}."


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
        f"Angka dalam laporan ini bersifat sementara: data {len(kurang)} indikator belum lengkap dan disebutkan "
        "satu per satu pada bagian data yang belum valid atau belum masuk."
    )


def kutipan(teks: str | None, kosong: str = "–") -> str:
    """The units' words in a table cell."""
    return teks.strip() if teks and teks.strip() else kosong
