"""The sentences beside a row: what is remarkable about a formula that fits, and why a row cannot be computed."""

from __future__ import annotations

from collections.abc import Sequence

from kinerja.audit.bacaan import bacaan_angka, bacaan_cetak, perbandingan, tercetak
from kinerja.audit.model import Bacaan, Barisan, Judul, Pembulatan, Rumus
from kinerja.audit.rata import BATAS
from kinerja.audit.rumus import Pasangan, Temuan, beda_skala, cari, dibulatkan, pasangkan
from kinerja.audit.sebab import PERSENTASE, TARGET_NOL, boleh, harapan, kalimat, nilai, seharusnya, tulis
from kinerja.domain.angka import format_angka, format_ringkas, parse_rentang, rapikan, tanpa_data
from kinerja.domain.arah import Arah, arah_nama
from kinerja.domain.bacaan import bacaan_tanggal
from kinerja.domain.indikator import Polaritas
from kinerja.workbook.model import Jenis, Sel

_KUTIPAN = 40


def catatan_cocok(temuan: Sequence[Temuan], polaritas: Polaritas | None, *, persen: bool, rentang: bool) -> str:
    """What a reader must know of the best formula; `temuan` are all that fit. `persen`: of the satuan."""
    utama = temuan[0]
    p = utama.pasangan
    hasil = [kalimat(c) for c in dict.fromkeys((*p.catatan, utama.cetak.catatan)) if c]
    if beda_skala(p.t, p.r) and (persen or min(p.t, p.r).denominator != 1):
        hasil.append(
            f"Skala target ({format_ringkas(p.t, 8)}) dan realisasi ({format_ringkas(p.r, 8)}) tampaknya berbeda 100"
            " kali."
        )
    if p.t <= 0:
        hasil.append(TARGET_NOL if p.t == 0 else "Target negatif: capaian tidak bermakna.")
    hasil += _rumus(utama, polaritas)
    if utama.pembulatan is Pembulatan.POTONG:
        bulat = format_angka(dibulatkan(utama.hitung, utama.cetak.desimal), utama.cetak.desimal)
        hasil.append(f"Dipotong, bukan dibulatkan: bila dibulatkan {bulat}.")
    if polaritas is None and utama.rumus is not Rumus.KURANG:
        hasil.append(_polaritas(temuan, rentang=rentang))
    return " ".join(hasil)


def _rumus(utama: Temuan, polaritas: Polaritas | None) -> list[str]:
    """What is wrong with the formula itself: no percentage, not times 100, forbidden by the polarity."""
    p = utama.pasangan
    harap = seharusnya(polaritas, p)
    if utama.rumus is Rumus.KURANG:
        hasil = ["Yang tercetak selisih R − T, bukan persentase." + (f" Capaiannya: {harap}." if harap else "")]
        if utama.hitung in BATAS and any(x > utama.hitung for _, x in boleh(polaritas, p)):
            hasil.append(f"Mungkin juga capaian yang dibatasi {format_angka(utama.hitung, 0)}.")
        return hasil
    if utama.rumus is Rumus.TANPA_SERATUS:
        return [f"Belum dikali 100. Capaiannya: {harap}."]
    if not utama.taat and polaritas is not None:
        sebut = f" Menurut polaritasnya: {harap}." if harap else ""
        return [f"Polaritas {polaritas} tidak memakai rumus {utama.rumus}.{sebut}"]
    return []


def _polaritas(temuan: Sequence[Temuan], *, rentang: bool) -> str:
    """Which polarity fits where none is written."""
    utama = temuan[0]
    sama = {t.rumus for t in temuan if t.pasangan == utama.pasangan and t.pembulatan is utama.pembulatan} & {
        *PERSENTASE
    } or {Rumus.MAKSIMAL}
    depan = "Rentang " if rentang else ""
    cocok = [depan + "Maksimal"] * (Rumus.MAKSIMAL in sama) + [depan + "Minimal"] * (sama != {Rumus.MAKSIMAL})
    return f"Cocok dengan polaritas {' maupun '.join(cocok)}."


def catatan_arah(nama: str, rumus: Rumus, polaritas: Polaritas | None) -> str:
    """A question where the name states the other direction than the formula, and the polarity does not say so."""
    arah = arah_nama(nama)
    naik = rumus in (Rumus.MAKSIMAL, Rumus.TANPA_SERATUS)
    if arah is Arah.KECIL and naik and polaritas in (None, Polaritas.MAKSIMAL):
        return f"Menurut namanya {arah}: periksa polaritasnya."
    if arah is Arah.BESAR and rumus in (Rumus.SELISIH, Rumus.BANDING) and polaritas in (None, Polaritas.MINIMAL):
        return f"Menurut namanya {arah}: periksa polaritasnya."
    return ""


def catatan_tanpa_angka(b: Barisan, polaritas: Polaritas | None, p: Pasangan | None) -> str:
    """Why a row has no figures to compare. `p`: its target and realisasi, where only the print is missing."""
    hasil = [_bukan_angka(j, b.sel[j]) for j in (Judul.TARGET, Judul.REALISASI, Judul.CAPAIAN)]
    hasil += [_perbandingan(b), _predikat(b), harapan(polaritas, p) if p is not None else ""]
    return " ".join(x for x in hasil if x)


def _bukan_angka(judul: Judul, sel: Sel) -> str:
    """A sentence about a cell that holds no number; empty for one that does."""
    nama, isi = judul.value.capitalize(), f"“{tercetak(sel)[:_KUTIPAN]}”"
    if sel.jenis is Jenis.GALAT or (sel.jenis is Jenis.TEKS and sel.teks.startswith("#") and sel.teks[-1:] in "!?A"):
        return f"{nama} berisi galat Excel {sel.teks}."
    if sel.jenis is Jenis.BELUM_DIHITUNG:
        return f"{nama} berupa rumus yang belum dihitung: buka berkasnya di Excel atau LibreOffice, lalu simpan."
    if sel.jenis is Jenis.TANGGAL:
        asal = bacaan_tanggal(sel.nilai)
        return f"{nama} berupa tanggal" + (f"; mungkin semula diketik {asal}." if asal else ".")
    if not tercetak(sel):
        return f"{nama} kosong."
    if sel.jenis is Jenis.TEKS and tanpa_data(sel.teks):
        return f"{nama} {isi}: tidak ada data."
    if perbandingan(sel.teks) is not None and sel.jenis is Jenis.TEKS:
        return f"{nama} {isi} perbandingan, bukan satu angka."
    terbaca = bacaan_cetak(sel) if judul is Judul.CAPAIAN else bacaan_angka(sel)
    rentang = judul is Judul.TARGET and parse_rentang(sel.teks) is not None
    return "" if terbaca or rentang else f"{nama} {isi} bukan angka."


def _perbandingan(b: Barisan) -> str:
    """Which reading of `1:32` would give the printed digits."""
    sel = [b.sel[j] for j in (Judul.TARGET, Judul.REALISASI)]
    if all(perbandingan(s.teks) is None for s in sel):
        return ""
    kedua = [_bacaan_perbandingan(s) for s in sel]
    temuan = cari(None, pasangkan(kedua[0], kedua[1]), bacaan_cetak(b.sel[Judul.CAPAIAN]))
    hasil = [
        f"{', '.join(t.pasangan.catatan)}: {tulis(t.rumus)} = {nilai(t.hitung)}"
        for t in temuan
        if t.rumus in PERSENTASE and t.pembulatan is temuan[0].pembulatan
    ]
    return f"Sama dengan yang tercetak bila {'; atau bila '.join(dict.fromkeys(hasil))}." if hasil else ""


def _bacaan_perbandingan(sel: Sel) -> tuple[Bacaan, ...]:
    dua = perbandingan(sel.teks)
    if dua is None:
        return bacaan_angka(sel)
    a, b = dua
    hasil = [(f"{sel.teks} dibaca {format_ringkas(a, 6)}/{format_ringkas(b, 6)}", a / b)] if b else []
    if a == 1:
        hasil.append((f"{sel.teks} dibaca {format_ringkas(b, 6)}", b))
    return tuple(Bacaan(nilai=x, desimal=0, catatan=c) for c, x in hasil)


def _predikat(b: Barisan) -> str:
    """Equal words on both sides are a capaian of 100 by convention."""
    t, r = (b.sel[j] for j in (Judul.TARGET, Judul.REALISASI))
    if not t.teks or tanpa_data(t.teks) or t.jenis is not Jenis.TEKS or r.jenis is not Jenis.TEKS:
        return ""
    if rapikan(t.teks).casefold() != rapikan(r.teks).casefold():
        return ""
    return "Target dan realisasi sama, jadi menurut kesepakatan capaiannya 100."
