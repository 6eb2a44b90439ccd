"""What `kinerja trace` found out, as lines for a person: first the figure and its formula, then where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from kinerja.aggregate.jejak import CAPAIAN, SelTarget
from kinerja.aggregate.jejak_kata import belum_lapor, cara, cara_bagian, fakta_penentu, sebab
from kinerja.aggregate.jejak_rata import alasan_rata
from kinerja.aggregate.perbaikan import KinerjaBerubah, UangBerubah
from kinerja.deliver.arsip import path_arsip
from kinerja.domain.angka import format_angka, format_nilai, format_ringkas, format_rupiah, json_angka
from kinerja.domain.indikator import Indikator
from kinerja.domain.nilai import Nilai
from kinerja.domain.periode import BULAN_SINGKAT, NAMA_BULAN
from kinerja.domain.tanggal import format_tanggal
from kinerja.pipeline.jejak_model import (
    Asalmula,
    DilaporkanLain,
    Jejak,
    JejakAgregat,
    JejakCetak,
    JejakIndikator,
    JejakMata,
    TemuanDipakai,
)
from kinerja.pipeline.workspace import Isi
from kinerja.sources import Asal

NAMA = {
    "realisasi": "Realisasi", "target": "Target", "capaian": "Capaian",
    "realisasi_sd": "Realisasi", "target_sd": "Target", "capaian_sd": "Capaian",
    "target_tahun": "Target tahun", "capaian_tahun": "Capaian",
}  # fmt: skip
# How a figure that was searched by its digits is named in full.
NAMA_PENUH = {
    "realisasi": "realisasi", "target": "target", "capaian": "capaian", "realisasi_sd": "realisasi s.d.",
    "target_sd": "target s.d.", "capaian_sd": "capaian s.d.", "target_tahun": "target tahun",
    "capaian_tahun": "capaian terhadap target tahun", "serapan": "serapan", "efisiensi": "efisiensi", "pagu": "pagu",
    "realisasi_sebelumnya": "realisasi periode sebelumnya", "capaian_sebelumnya": "capaian periode sebelumnya",
    "realisasi_tahun_lalu": "realisasi periode yang sama tahun lalu",
    "capaian_tahun_lalu": "capaian periode yang sama tahun lalu", "capaian_renstra": "capaian terhadap target Renstra",
    "capaian_standar": "capaian terhadap standar nasional",
}  # fmt: skip


def jejak_teks(jejak: Jejak) -> list[str]:
    """The lines to print."""
    match jejak:
        case JejakIndikator():
            return list(_indikator(jejak))
        case JejakAgregat():
            return list(_agregat(jejak))
        case JejakMata():
            return list(_mata(jejak))
        case JejakCetak():
            return list(_cetak(jejak))


def _indikator(j: JejakIndikator) -> Iterator[str]:
    i, c = j.indikator, j.jejak.capaian
    yield f"{i.kode} {i.nama} ({i.satuan})"
    yield f"{c.periode.nama}, {f'unit {c.unit}' if c.unit is not None else 'instansi'}"
    if c.sementara and c.realisasi is not None:
        yield f"Angka sementara: {c.bulan_terisi} dari {c.bulan_wajib} bulan, {c.unit_terisi} dari {c.unit_wajib} unit."
    if j.jejak.belum:
        yield f"Belum melaporkan: {belum_lapor(j.jejak.belum)}."
    yield "Periode ini"
    yield from _langkah(j, ("realisasi", "target", "capaian"))
    if j.jejak.sd_sama:
        yield "S.d. periode ini: sama dengan periode ini"
    else:
        yield f"S.d. {NAMA_BULAN[c.periode.bulan_akhir - 1]}"
        yield from _langkah(j, ("realisasi_sd", "target_sd", "capaian_sd"))
    yield "S.d. periode ini terhadap target tahun"
    yield from _langkah(j, ("target_tahun", "capaian_tahun"))
    unit = f", {i.konsolidasi_unit.value} antarunit" if i.konsolidasi_unit is not None else ""
    yield f"Konsolidasi: {i.konsolidasi_periode.value} antarbulan{unit}"
    yield from _pembulatan(j)
    yield from _fakta(j)
    for versi, sidik in j.sidik_induk.items():
        dahulu = "" if versi == j.isi.master.versi else f", versi sebelumnya di {path_arsip(sidik)}"
        yield f"Target dari induk.xlsx (versi {versi}, sha256 {sidik}{dahulu}):"
        yield from _sel_target(i, [t for t in j.jejak.target if t.versi == versi])
    yield from _pembanding(j)
    yield from _temuan(j.temuan)
    yield from _perbaikan(j.perbaikan, i)


def _fakta(j: JejakIndikator) -> Iterator[str]:
    """One line per value; of `Terakhir` only the months that count, the others by number."""
    i, x = j.indikator, j.jejak
    fakta = fakta_penentu(i, x)
    yield "Berasal dari:" if fakta else "Berasal dari: belum ada formulir yang dapat dipakai"
    for f in fakta:
        tanda = _tanda((f.unit, f.bulan) in x.dipakai, (f.unit, f.bulan) in x.dipakai_sd)
        yield f"  {NAMA_BULAN[f.bulan - 1]} {f.tahun}{tanda}, {f.unit}: {f.tercetak(i.desimal)} — {_asal(f.asal)}"
        yield from _asalmula(j.kiriman[f.asal.sha256])
    if sisa := len(x.fakta) - len(fakta):
        yield f"  {sisa} angka bulan sebelumnya tidak menentukan angka ini; semuanya ada pada --json."


def _langkah(j: JejakIndikator, nama: Sequence[str]) -> Iterator[str]:
    """`Realisasi 63,89: 23 / 36 × 100 = 63,8889`, with a line for each unit where there are several."""
    i, c = j.indikator, j.jejak.capaian
    for a in nama:
        x = j.jejak.langkah_of(a)
        if x.nilai is None:
            yield f"  {NAMA[a]} –: {cara(i, x)}"
            continue
        persen = a in CAPAIAN
        teks = format_nilai(x.nilai, j.isi.pengaturan.kebijakan.desimal if persen else i.desimal)
        kategori = f" ({c.kategori})" if a == "capaian" and c.kategori else ""
        yield f"  {NAMA[a]} {teks}{'%' if persen else ''}{kategori}: {cara(i, x)}"
        yield from (f"    {b}" for b in cara_bagian(i, x))


def _pembulatan(j: JejakIndikator) -> Iterator[str]:
    """How the capaian came to its printed digits."""
    c, d = j.jejak.capaian.capaian, j.isi.pengaturan.kebijakan.desimal
    if c is not None:
        teks = json_angka(c) or ""
        tepat = teks.replace(".", ",") + ("" if Fraction(teks) == c else "…")
        yield (
            f"Pembulatan: hanya saat dicetak, setengah ke atas; capaian {d} angka di belakang koma ({tepat} dicetak "
            f"{format_angka(c, d)}), target dan realisasi {j.indikator.desimal} angka"
        )


def _tanda(ini: bool, sd: bool) -> str:
    """Marks the months whose value decided a realisasi."""
    return " (dipakai)" if ini else " (dipakai s.d.)" if sd else ""


def _asal(a: Asal) -> str:
    return f"{a.berkas} (revisi {a.revisi}), lembar {a.lembar}, sel {a.sel}, sha256 {a.sha256}"


def _asalmula(a: Asalmula) -> Iterator[str]:
    if a.pengirim:
        yield f"    lewat surel dari {', '.join(p or 'pengirim yang tidak tercantum' for p in a.pengirim)}"
    for b in a.bukti:
        arsip = path_arsip(b.sha256) if b.sha256 is not None else "tidak ada di arsip"
        yield f"    bukti: {b.path} — {arsip}" + (f" ({b.cacat})" if b.cacat is not None else "")


def _induk(isi: Isi) -> str:
    return f"induk.xlsx (versi {isi.master.versi}, sha256 {isi.master.sha256})"


def _sel_target(i: Indikator, target: Iterable[SelTarget]) -> Iterator[str]:
    """One line per row of sheet Target."""
    per_unit: dict[str | None, list[SelTarget]] = {}
    for t in target:
        per_unit.setdefault(t.unit, []).append(t)
    for unit, milik in per_unit.items():
        sel = ", ".join(
            f"{'Tahun' if t.bulan is None else BULAN_SINGKAT[t.bulan - 1]} {_ringkas(t.nilai, i)} (sel {t.sel.sel})"
            for t in milik
        )
        yield f"  lembar {milik[0].sel.lembar}, {unit or 'instansi'}: {sel}"


def _ringkas(nilai: Nilai, i: Indikator) -> str:
    return format_ringkas(nilai, max(i.desimal, 4)) if isinstance(nilai, Fraction) else format_nilai(nilai, i.desimal)


def _pembanding(j: JejakIndikator) -> Iterator[str]:
    """Figures of other periods and marks: each with its cell, or the command that traces it on."""
    p, i, m = j.pembanding, j.indikator, j.isi.master
    if p is None:
        return
    d = j.isi.pengaturan.kebijakan.desimal

    def angka(nilai: Nilai | None, capaian: Fraction | None) -> str:
        return f"realisasi {format_nilai(nilai, i.desimal)}, capaian {format_nilai(capaian, d)}%".replace("–%", "–")

    baris: list[str] = []
    if p.realisasi_sebelumnya is not None and p.sebelumnya.tahun == m.instansi.tahun:
        kini = angka(p.realisasi_sebelumnya, p.capaian_sebelumnya)
        baris.append(f"  {p.sebelumnya.nama}: {kini} — kinerja trace {i.kode} {p.sebelumnya.id}")
    elif p.realisasi_sebelumnya is not None:
        baris.append(f"  {p.sebelumnya.nama}: {angka(p.realisasi_sebelumnya, p.capaian_sebelumnya)}")
    if p.realisasi_tahun_lalu is not None and p.tahun_lalu != p.sebelumnya:
        baris.append(f"  {p.tahun_lalu.nama}: {angka(p.realisasi_tahun_lalu, p.capaian_tahun_lalu)}")
    for r in j.riwayat:
        sel = f"sel {m.cell_beside(r.sumber, 'Target').sel} dan {m.cell_beside(r.sumber, 'Realisasi').sel}"
        baris.append(f"    {r.periode}: {r.sumber.berkas}, lembar {r.sumber.lembar}, {sel}")
    baris += [
        f"    {NAMA_BULAN[f.bulan - 1]} {f.tahun}, {f.unit}: {f.tercetak(i.desimal)} — {_asal(f.asal)}"
        for f in j.fakta_lalu
    ]
    for nama, judul, target, capaian in (
        (f"Target Renstra {p.tahun_renstra or ''}".strip(), "Target Renstra", p.target_renstra, p.capaian_renstra),
        ("Standar nasional", "Standar Nasional", p.standar_nasional, p.capaian_standar),
    ):
        if target is not None:
            hasil = format_nilai(capaian, d) + ("%" if capaian is not None else "")
            baris.append(
                f"  {nama} {format_nilai(target, i.desimal)}: capaian {hasil} — {m.cell_beside(i.sumber, judul)}"
            )
    if baris:
        yield "Pembanding:"
        yield from baris


def _temuan(temuan: Sequence[TemuanDipakai]) -> Iterator[str]:
    if temuan:
        yield "Temuan pada angka yang dipakai:"
    for t in temuan:
        yield f"  {t.periode.nama}, {t.unit}: {t.temuan.tingkat.value} {t.temuan.kode} {t.temuan.pesan}"
        k = t.keputusan
        if k is None:
            yield "    belum diputuskan Tim"
        else:
            rinci = [k.oleh and f"oleh {k.oleh}", k.tanggal]
            siapa = ", ".join(x for x in rinci if x)
            yield f"    {k.keputusan or 'catatan'}{f' {siapa}' if siapa else ''}: {k.alasan or k.catatan or '–'}"


def _perbaikan(perbaikan: Sequence[DilaporkanLain], i: Indikator | None = None) -> Iterator[str]:
    if perbaikan:
        yield "Pernah dilaporkan lain:"
    for p in perbaikan:
        x, b = p.butir.angka, p.butir
        lama = baru = "–"
        if isinstance(x, KinerjaBerubah) and i is not None:
            lama, baru = (f.tercetak(i.desimal) if f is not None else "–" for f in (x.lama, x.baru))
        elif isinstance(x, UangBerubah):
            lama, baru = (format_rupiah(u) if u is not None else "–" for u in (x.lama, x.baru))
        yield (
            f"  Laporan {p.laporan.nama} (dibuat {format_tanggal(p.dibuat)}), {b.unit} {b.periode.nama}: "
            f"{lama}, kini {baru} (revisi {b.revisi}); {f'alasan: {b.alasan}' if b.alasan else 'belum ada alasan'}"
        )


def _agregat(j: JejakAgregat) -> Iterator[str]:
    x, d = j.jejak, j.isi.pengaturan.kebijakan.desimal
    a = x.agregat
    siapa = "Instansi" if a.tingkat == "instansi" else f"{a.tingkat.capitalize()} {a.kode}"
    yield f"{siapa}: {a.nama}"
    yield f"{j.periode.nama}, rata-rata capaian {a.indikator_dihitung} dari {a.indikator} indikator"
    if a.capaian is None:
        yield f"Capaian –: {sebab(alasan_rata(a))}"
    else:
        kategori = f" ({a.kategori})" if a.kategori else ""
        yield f"Capaian {format_angka(a.capaian, d)}%{kategori}: {x.rumus}"
    batas = j.isi.pengaturan.kebijakan.batas_rata_rata
    if a.dibatasi and batas is not None:
        yield f"{a.dibatasi} indikator dihitung {format_ringkas(batas, 2)} karena capaiannya di atas batas_rata_rata."
    yield "Rata-rata tertimbang menurut Bobot:" if x.berbobot else "Rata-rata sederhana dari:"
    for g in x.anggota:
        c = g.capaian
        if g.dihitung is None:
            yield f"  {g.indikator.kode} tidak dihitung: {sebab(c.alasan)}"
            continue
        bobot = f" × bobot {format_ringkas(g.bobot, 4)}" if x.berbobot else ""
        dari = f" (capaian {format_angka(c.capaian, d)})" if c.capaian is not None and g.dihitung != c.capaian else ""
        unit = f" --unit {c.unit}" if c.unit is not None else ""
        yield (
            f"  {g.indikator.kode} {format_angka(g.dihitung, d)}{dari}{bobot} — "
            f"kinerja trace {g.indikator.kode} {j.periode.id}{unit}"
        )
    if x.rumus_serapan is not None:
        yield f"Serapan {format_nilai(a.serapan, d)}%: {x.rumus_serapan}"
    if x.rumus_efisiensi is not None:
        yield f"Efisiensi {format_nilai(a.efisiensi, d)}: {x.rumus_efisiensi}"
    if x.mata:
        yield f"Anggaran s.d. {NAMA_BULAN[j.periode.bulan_akhir - 1]}, pagu dari {_induk(j.isi)}:"
    for m, u in x.mata:
        pagu = f"pagu {_rupiah(u.pagu)} (lembar Anggaran, sel {j.isi.master.cell_beside(m.sumber, 'Pagu').sel})"
        yield f"  {m.kode} {m.unit or ''}: {pagu}, realisasi {_rupiah(u.realisasi_sd)}"


def _mata(j: JejakMata) -> Iterator[str]:
    s, d = j.baris, j.isi.pengaturan.kebijakan.desimal
    yield f"{s.jenis} {s.kode} {s.uraian}"
    yield f"{j.periode.nama}, {f'unit {s.unit}' if s.unit is not None else 'instansi'}"
    yield f"Pagu {_rupiah(s.pagu)}, realisasi periode ini {_rupiah(s.realisasi)}, s.d. {_rupiah(s.realisasi_sd)}"
    if s.serapan is None or s.realisasi_sd is None or s.pagu is None:
        yield f"Serapan –: {'pagu belum ada atau 0' if not s.pagu else 'realisasi belum ada'}"
    else:
        atas, bawah = format_angka(s.realisasi_sd, 0), format_angka(s.pagu, 0)
        yield f"Serapan {format_angka(s.serapan, d)}%: {atas} / {bawah} × 100"
    yield f"Pagu dari {_induk(j.isi)}:"
    for m, b in j.bawahan:
        mulai = f", berlaku mulai {format_tanggal(m.mulai)}" if m.mulai is not None else ""
        yield (
            f"  {m.kode} {m.unit or ''}: pagu {_rupiah(b.pagu)} (lembar {m.sumber.lembar}, sel "
            f"{j.isi.master.cell_beside(m.sumber, 'Pagu').sel}{mulai}), realisasi s.d. {_rupiah(b.realisasi_sd)}"
        )
    yield "Realisasi berasal dari:" if j.fakta else "Realisasi: belum ada formulir yang dapat dipakai"
    for f in j.fakta:
        tanda = _tanda(f.bulan in j.periode.bulan, True)
        kode = f"{f.kode} " if len(j.bawahan) > 1 else ""
        yield f"  {kode}{NAMA_BULAN[f.bulan - 1]} {f.tahun}{tanda}, {f.unit}: {_rupiah(f.realisasi)} — {_asal(f.asal)}"
    if s.sasaran is not None:
        yield f"Efisiensi dihitung untuk sasaran dan unit — kinerja trace {s.sasaran} {j.periode.id}"
    yield from _perbaikan(j.perbaikan)


def _cetak(j: JejakCetak) -> Iterator[str]:
    if not j.cocok:
        yield f"Tidak ada angka {j.periode.nama} yang tercetak {j.dicari}."
        yield "Periksa periodenya; angka dicari pada capaian, realisasi, target, rata-rata, anggaran, dan pembanding."
        return
    yield f"{len(j.cocok)} angka {j.periode.nama} tercetak {j.dicari}:"
    baris: dict[tuple[str, str | None, str], list[str]] = {}
    for a in j.cocok:
        baris.setdefault((a.kode, a.unit, a.nama), []).append(NAMA_PENUH[a.angka])
    for (kode, unit, nama), angka in baris.items():
        siapa, pilihan = (f" {unit}", f" --unit {unit}") if unit is not None else ("", "")
        yield f"  {kode}{siapa} ({nama}): {', '.join(angka)} — kinerja trace {kode} {j.periode.id}{pilihan}"


def _rupiah(x: Fraction | None) -> str:
    return "–" if x is None else format_rupiah(x)
