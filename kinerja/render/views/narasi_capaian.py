"""Sentences about one indicator in one period: against its target, and against earlier periods."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from kinerja.aggregate.model import Capaian, Pembanding
from kinerja.domain.angka import tercetak
from kinerja.domain.indikator import Indikator, KonsolidasiPeriode, Polaritas, TipeNilai
from kinerja.domain.konsolidasi import HANYA_TAHUNAN
from kinerja.domain.nilai import Nilai, Rentang
from kinerja.domain.periode import JenisPeriode, Periode
from kinerja.render.views.cetak import (
    angka_bersatuan,
    berubah,
    bilang,
    daftar_kata,
    kapital,
    keterangan_data,
    nilai,
    persen,
    sebesar,
    sebut,
)
from kinerja.render.views.narasi import REALISASI_BELUM_ADA, sebab_kosong, waktu_ukur

# Printed capaian beyond these marks asks for a second look; no cause is told, because none is known.
TINGGI, RENDAH, SERATUS = 120, 50, 100
BANYAK_TEPAT = 5  # more indicators than this that are exactly on target share a sentence


def capaian_indikator(i: Indikator, c: Capaian, p: Pembanding | None, desimal: int) -> list[str]:
    """Sentences about one indicator that is due in the period."""
    if c.capaian is None:
        isi = _tanpa_capaian(i, c, p, desimal)
    else:
        isi = [_terhadap_target(i, c, c.capaian, desimal), _terhadap_lalu(c.capaian, p, desimal)]
        isi += [_luar_biasa(i, c.capaian, desimal), _terhadap_pk(i, c, desimal)]
    if c.realisasi is not None and (ket := keterangan_data(c, c.periode.jenis)):
        isi.append(f"Angka ini masih sementara karena baru memuat {ket}.")
    return [k for k in isi if k]


def tidak_diukur(indikator: Sequence[Indikator], periode: Periode) -> str:
    """The indicators that are not due, in one sentence with when each is; empty when all are."""
    if not indikator:
        return ""
    urut = sorted(indikator, key=lambda i: (_bulan_ukur(i, periode), i.kode))
    menurut: dict[str, list[str]] = {}
    for i in urut:
        menurut.setdefault(waktu_ukur(i, periode), []).append(i.nama)
    bagian = [f"{daftar_kata(nama)} (berikutnya {waktu})" for waktu, nama in menurut.items()]
    saat = sebut(periode)
    if len(urut) == 1:
        return f"Indikator {urut[0].nama} tidak diukur pada {saat}; pengukuran berikutnya {next(iter(menurut))}."
    return f"{kapital(bilang(len(urut)))} indikator tidak diukur pada {saat}, yaitu {' serta '.join(bagian)}."


def banyak_tepat(milik: Sequence[tuple[Indikator, Capaian]], desimal: int) -> set[str]:
    """Kodes of the indicators exactly on target of which there is nothing else to say, where they are many."""
    tepat = {
        i.kode
        for i, c in milik
        if tercetak(c.capaian, desimal) == SERATUS
        and nilai(c.target, i) == nilai(c.realisasi, i)
        and not c.sementara
        and not i.tipe.berjenjang
    }
    return tepat if len(tepat) > BANYAK_TEPAT else set()


def tepat_target(c: Capaian | None, banyak: int, siapa: str) -> str:
    """Indicators that are exactly on target, in one sentence: `c` is of one of them; empty for none."""
    if c is None:
        return ""
    kategori = f" (kategori {c.kategori})" if c.kategori else ""
    return (
        f"Realisasi {bilang(banyak)} indikator pada {sebut(c.periode)} tepat sesuai target dengan capaian 100%"
        f"{kategori}, yaitu {siapa}."
    )


def _bulan_ukur(i: Indikator, periode: Periode) -> int:
    """Months until the indicator is next due, for sorting."""
    wajib = i.frekuensi.bulan_wajib
    return next((b for b in wajib if b > periode.bulan_akhir), wajib[0] + 12)


def _terhadap_target(i: Indikator, c: Capaian, capaian: Fraction, desimal: int) -> str:
    """The headline: target, realisasi, capaian, category, in words that fit the polarity and the outcome."""
    saat, t, r = sebut(c.periode), angka_bersatuan(c.target, i), angka_bersatuan(c.realisasi, i)
    angka = f"{persen(capaian, desimal)}%" + (f" (kategori {c.kategori})" if c.kategori else "")
    cetak = tercetak(capaian, desimal) or Fraction(0)
    sama, sebesar_ = nilai(c.target, i) == nilai(c.realisasi, i), sebesar(c.realisasi, i)
    if i.tipe is TipeNilai.YA_TIDAK:
        hasil = "terpenuhi" if cetak == SERATUS else "tidak terpenuhi"
        return f"Target indikator {i.nama} pada {saat} {hasil} (target {t}, realisasi {r}); capaiannya {angka}."
    if sama and cetak != SERATUS:  # apart by less than is printed
        return f"Capaian indikator {i.nama} pada {saat} sebesar {angka} dengan target {t} dan realisasi {r}."
    if sama:
        return f"Realisasi indikator {i.nama} pada {saat} tepat sesuai target, yaitu {t}, dengan capaian {angka}."
    if cetak == SERATUS:
        di = "berada di dalam rentang target" if i.polaritas.rentang else "mencapai target"
        return f"Realisasi indikator {i.nama} pada {saat} {sebesar_} {di} {t}, dengan capaian {angka}."
    if cetak > SERATUS:
        return _lebih(i, c, t, angka)
    return _kurang(i, c, t, angka)


def _lebih(i: Indikator, c: Capaian, t: str, angka: str) -> str:
    saat, r, sebesar_ = f"pada {sebut(c.periode)}", angka_bersatuan(c.realisasi, i), sebesar(c.realisasi, i)
    if i.polaritas is Polaritas.MINIMAL or i.polaritas is Polaritas.RENTANG_MINIMAL:
        rentang = "rentang target" if i.polaritas.rentang else "target"
        return (
            f"Realisasi indikator {i.nama} {saat} {sebesar_}, lebih rendah dan karena itu lebih baik daripada "
            f"{rentang} {t}; capaiannya {angka}."
        )
    if i.polaritas.rentang:
        return f"Realisasi indikator {i.nama} {saat} {sebesar_} melampaui rentang target {t}; capaiannya {angka}."
    return f"Indikator {i.nama} melampaui target {saat}: dari target {t} terealisasi {r}, dengan capaian {angka}."


def _kurang(i: Indikator, c: Capaian, t: str, angka: str) -> str:
    saat, r, sebesar_ = f"pada {sebut(c.periode)}", angka_bersatuan(c.realisasi, i), sebesar(c.realisasi, i)
    if i.polaritas is Polaritas.MINIMAL:
        return (
            f"Realisasi indikator {i.nama} {saat} {sebesar_}, lebih tinggi daripada target {t} yang tidak boleh "
            f"dilampaui; capaiannya {angka}."
        )
    if i.polaritas is Polaritas.STABIL:
        return f"Realisasi indikator {i.nama} {saat} {sebesar_} menyimpang dari target {t}; capaiannya {angka}."
    if i.polaritas.rentang:
        luar = "di atas" if _di_atas(c) else "di bawah"
        return f"Realisasi indikator {i.nama} {saat} {sebesar_} berada {luar} rentang target {t}; capaiannya {angka}."
    tidak = "tidak" if c.periode.jenis is JenisPeriode.TAHUN else "belum"
    return (
        f"Indikator {i.nama} {tidak} mencapai target {saat}: dari target {t} terealisasi {r}, dengan capaian {angka}."
    )


def _di_atas(c: Capaian) -> bool:
    return isinstance(c.target, Rentang) and isinstance(c.realisasi, Fraction) and c.realisasi > c.target.atas


def _terhadap_lalu(capaian: Fraction, p: Pembanding | None, desimal: int) -> str:
    """Against the period before and the same period of the year before; the sentence's shape follows the directions."""
    if p is None:
        return ""
    banding = [(sebut(p.sebelumnya), p.capaian_sebelumnya)]
    if p.tahun_lalu != p.sebelumnya:
        banding.append((sebut(p.tahun_lalu), p.capaian_tahun_lalu))
    ada = [(nama, dulu, berubah(capaian, dulu, desimal)) for nama, dulu in banding if dulu is not None]
    if not ada:
        pertama = p.realisasi_sebelumnya is None and p.realisasi_tahun_lalu is None and not p.riwayat
        return "Belum ada data periode sebelumnya sebagai pembanding." if pertama else ""
    if len(ada) == 1:
        nama, dulu, arah = ada[0]
        if arah == "tetap":
            return f"Capaian itu sama dengan {nama}."
        return f"Dibandingkan dengan {nama} ({persen(dulu, desimal)}%), capaiannya {arah}."
    (a, dulu_a, arah_a), (b, dulu_b, arah_b) = ada
    a_angka, b_angka = f"{a} ({persen(dulu_a, desimal)}%)", f"{b} ({persen(dulu_b, desimal)}%)"
    match arah_a.split()[0], arah_b.split()[0]:
        case "tetap", "tetap":
            return f"Capaian itu sama dengan {a} dan {b}."
        case "tetap", _:
            return f"Capaian itu sama dengan {a}, dan dibandingkan dengan {b_angka} {arah_b}."
        case _, "tetap":
            return f"Capaiannya {arah_a} dari {a_angka}, tetapi sama dengan {b}."
        case ("naik", "naik") | ("turun", "turun"):
            return f"Capaian itu {arah_a} dari {a_angka} dan {arah_b} dari {b_angka}."
        case "naik", _:
            return f"Capaiannya {arah_a} dari {a_angka}, tetapi dibandingkan dengan {b_angka} {arah_b}."
        case _:
            return f"Walaupun {arah_a} dari {a_angka}, capaiannya {arah_b} dari {b_angka}."


def _luar_biasa(i: Indikator, capaian: Fraction, desimal: int) -> str:
    cetak = tercetak(capaian, desimal) or Fraction(0)
    if i.tipe is TipeNilai.YA_TIDAK or RENDAH <= cetak <= TINGGI:
        return ""
    if cetak < 0:
        return "Capaian di bawah 0% ini perlu ditelaah ketepatan target dan realisasinya."
    if cetak < RENDAH:
        return f"Capaian di bawah {RENDAH}% ini memerlukan perhatian khusus."
    return f"Capaian di atas {TINGGI}% ini perlu ditelaah, termasuk ketepatan targetnya."


def _terhadap_pk(i: Indikator, c: Capaian, desimal: int) -> str:
    """Of figures that add up over the year: how far they are towards the annual target."""
    jumlah = i.konsolidasi_periode is KonsolidasiPeriode.JUMLAH and i.tipe is TipeNilai.ANGKA
    if not jumlah or c.periode.jenis is JenisPeriode.TAHUN or c.capaian_tahun is None:
        return ""
    pk, angka = angka_bersatuan(c.target_tahun, i), persen(c.capaian_tahun, desimal)
    if nilai(c.realisasi_sd, i) == nilai(c.realisasi, i):
        return f"Terhadap target setahun {pk}, capaiannya {angka}%."
    sd = angka_bersatuan(c.realisasi_sd, i)
    return f"Sampai dengan {sebut(c.periode)} realisasinya {sd}, dengan capaian {angka}% terhadap target setahun {pk}."


def _tanpa_capaian(i: Indikator, c: Capaian, p: Pembanding | None, desimal: int) -> list[str]:
    """Sentences about an indicator that is due but has no capaian."""
    saat, karena = sebut(c.periode), sebab_kosong(c.alasan)
    if c.realisasi is None and karena in ("", REALISASI_BELUM_ADA):
        return [f"Realisasi indikator {i.nama} pada {saat} belum tersedia, sehingga capaiannya belum dapat dihitung."]
    if c.alasan == HANYA_TAHUNAN and c.realisasi is not None and c.capaian_tahun is not None:
        awal = f"Realisasi indikator {i.nama} pada {saat} {sebesar(c.realisasi, i)}"
        angka = f"{persen(c.capaian_tahun, desimal)}% terhadap target setahun {angka_bersatuan(c.target_tahun, i)}"
        return [f"{awal}. Targetnya hanya ditetapkan setahun; capaian sampai dengan {saat} sebesar {angka}."]
    isi = [f"Capaian indikator {i.nama} pada {saat} tidak dapat dihitung" + (f" karena {karena}." if karena else ".")]
    if c.realisasi is not None:
        isi.append(_tercatat(i, c, p))
    if c.capaian_tahun is not None:
        isi.append(f"Terhadap target setahun, capaiannya {persen(c.capaian_tahun, desimal)}%.")
    return isi


def _tercatat(i: Indikator, c: Capaian, p: Pembanding | None) -> str:
    """The realisasi alone, beside those of earlier periods where they are known."""
    kini = angka_bersatuan(c.realisasi, i)
    lalu: list[tuple[str, Nilai]] = []
    for periode, dulu in ((p.sebelumnya, p.realisasi_sebelumnya), (p.tahun_lalu, p.realisasi_tahun_lalu)) if p else ():
        if dulu is not None and sebut(periode) not in (nama for nama, _ in lalu):
            lalu.append((sebut(periode), dulu))
    if not lalu:
        return f"Realisasinya tercatat {kini}."
    if all(nilai(dulu, i) == nilai(c.realisasi, i) for _, dulu in lalu):
        return f"Realisasinya tercatat {kini}, sama dengan {' dan '.join(nama for nama, _ in lalu)}."
    rinci = " dan ".join(f"{angka_bersatuan(dulu, i)} pada {nama}" for nama, dulu in lalu)
    return f"Realisasinya tercatat {kini}, sedangkan {rinci}."
