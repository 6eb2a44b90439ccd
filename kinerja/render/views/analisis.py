"""The seven analyses of Bab III, per sasaran. What is missing is named, never left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kinerja.aggregate.model import Agregat, Capaian, HasilPeriode, Pembanding, Serapan
from kinerja.domain.indikator import Indikator
from kinerja.domain.nilai import Nilai
from kinerja.master.model import Master, Sasaran
from kinerja.master.pengaturan import Pengaturan
from kinerja.render.views import narasi
from kinerja.render.views.cetak import angka_bersatuan, daftar_kata, nilai, persen, poin, rupiah, sebut
from kinerja.render.views.tabel import baris_capaian

Baris = dict[str, Any]

ADA_PROGRAM = "Program dan kegiatan yang menunjang sasaran ini disajikan beserta realisasi anggarannya."
TANPA_PROGRAM = "Belum ada program atau kegiatan yang ditautkan dengan sasaran ini pada lembar Anggaran di induk.xlsx."


def per_sasaran(master: Master, pengaturan: Pengaturan, hasil: HasilPeriode) -> list[Baris]:
    """One entry per sasaran that has indicators, with the material of all seven analyses."""
    rata = {a.kode: a for a in hasil.agregat if a.tingkat == "sasaran"}
    banding = {p.indikator: p for p in hasil.pembanding}
    isi: list[Baris] = []
    for s in master.sasaran:
        milik = [i for i in master.indikator if i.sasaran == s.kode]
        if milik:
            isi.append(_sasaran(master, pengaturan, hasil, s, milik=milik, rata=rata.get(s.kode), banding=banding))
    return isi


def _sasaran(
    master: Master,
    pengaturan: Pengaturan,
    hasil: HasilPeriode,
    s: Sasaran,
    *,
    milik: Sequence[Indikator],
    rata: Agregat | None,
    banding: dict[str, Pembanding],
) -> Baris:
    desimal, kode = pengaturan.kebijakan.desimal, s.kode
    capaian = {i.kode: hasil.capaian_of(i.kode) for i in milik}
    pembanding = [(i, capaian[i.kode], banding.get(i.kode)) for i in milik]
    umum = narasi.agregat(rata, "sasaran ini", sebut(hasil.periode), desimal) if rata else []
    rinci = [narasi.paragraf(f"a1:{i.kode}", *narasi.capaian_indikator(i, c, p, desimal)) for i, c, p in pembanding]
    riwayat = [_riwayat(i, c, p, desimal) for i, c, p in pembanding]
    program = [a for a in hasil.anggaran if a.sasaran == kode]
    return {
        "kode": kode,
        "nama": s.nama,
        "narasi": [narasi.paragraf(f"a1:{kode}", *umum), *rinci] if umum else rinci,
        "kinerja": [baris_capaian(n, i, capaian[i.kode], desimal) for n, i in enumerate(milik, 1)],
        "riwayat": [x for x in riwayat if x["baris"]],
        "narasi_riwayat": _kurang(
            f"a2:{kode}",
            "Realisasi tahun-tahun sebelumnya dibandingkan pada tabel berikut.",
            "Data tahun sebelumnya belum tersedia",
            [i.nama for i, x in zip(milik, riwayat, strict=True) if not x["baris"]],
            len(milik),
        ),
        "renstra": [
            _sasaran_akhir(
                i,
                c,
                target=p.target_renstra,
                capaian=persen(p.capaian_renstra, desimal),
                tahun=str(p.tahun_renstra or "–"),
            )
            for i, c, p in pembanding
            if p is not None and p.target_renstra is not None
        ],
        "narasi_renstra": _kurang(
            f"a3:{kode}",
            "Realisasi sampai dengan tahun ini dibandingkan dengan target akhir Renstra pada tabel berikut.",
            "Target akhir Renstra belum diisi pada induk.xlsx",
            [i.nama for i, _, p in pembanding if p is None or p.target_renstra is None],
            len(milik),
        ),
        "standar": [
            _sasaran_akhir(i, c, target=p.standar_nasional, capaian=persen(p.capaian_standar, desimal))
            for i, c, p in pembanding
            if p is not None and p.standar_nasional is not None
        ],
        "narasi_standar": _kurang(
            f"a4:{kode}",
            "Realisasi tahun ini dibandingkan dengan standar nasional pada tabel berikut.",
            "Standar nasional tidak ada atau belum diisi pada induk.xlsx",
            [i.nama for i, _, p in pembanding if p is None or p.standar_nasional is None],
            len(milik),
        ),
        "sebab": [_sebab(master, hasil, i, capaian[i.kode]) for i in milik],
        "efisiensi": _efisiensi(kode, rata, pengaturan),
        "program": [_program(x, desimal) for x in program],
        "narasi_program": narasi.paragraf(f"a7:{kode}", ADA_PROGRAM if program else TANPA_PROGRAM),
    }


def _kurang(kunci: str, pengantar: str, sebab: str, tanpa: list[str], jumlah: int) -> dict[str, str]:
    """The opening sentence of a comparison, and the indicators that lack it by name."""
    if not tanpa:
        return narasi.paragraf(kunci, pengantar)
    semua = f"{sebab} untuk seluruh indikator sasaran ini, sehingga perbandingan belum dapat disajikan."
    if len(tanpa) == jumlah:
        return narasi.paragraf(kunci, semua)
    return narasi.paragraf(kunci, pengantar, f"{sebab} untuk indikator {daftar_kata(tanpa)}.")


def _riwayat(i: Indikator, c: Capaian, p: Pembanding | None, desimal: int) -> Baris:
    """The years before (oldest first) and this year, of one indicator; no rows without an earlier year."""
    baris: list[Baris] = []
    lalu = None
    for periode, target, realisasi, capaian in p.riwayat if p else ():
        if not periode.isdigit() or (realisasi is None and capaian is None):
            continue
        baris.append(
            {
                "tahun": periode,
                "target": nilai(target, i),
                "realisasi": nilai(realisasi, i),
                "capaian": persen(capaian, desimal),
                "perubahan": poin(capaian, lalu, desimal),
            }
        )
        lalu = capaian
    if baris:
        baris.append(
            {
                "tahun": str(c.periode.tahun),
                "target": nilai(c.target, i),
                "realisasi": nilai(c.realisasi, i),
                "capaian": persen(c.capaian, desimal),
                "perubahan": poin(c.capaian, lalu, desimal),
            }
        )
    return {"indikator": i.nama, "satuan": i.satuan, "baris": baris}


def _sasaran_akhir(i: Indikator, c: Capaian, *, target: Nilai | None, capaian: str, tahun: str = "") -> Baris:
    """A row of realisasi against a fixed mark."""
    return {
        "indikator": i.nama,
        "satuan": i.satuan,
        "realisasi": nilai(c.realisasi_sd, i),
        "target": nilai(target, i),
        "tahun": tahun,
        "capaian": capaian,
    }


def _sebab(master: Master, hasil: HasilPeriode, i: Indikator, c: Capaian) -> dict[str, str]:
    """Causes and remedies in the units' words, or the statement that there are none."""
    kata = narasi.sebab(c, hasil, {u.kode: u.nama for u in master.unit})
    if not kata:
        apa = "faktor penghambat dan tindak lanjut" if c.capaian is not None and c.capaian < 100 else "faktor pendorong"
        return narasi.paragraf(f"a5:{i.kode}", f"Indikator {i.nama}: unit kerja belum menuliskan {apa}.")
    return narasi.paragraf(f"a5:{i.kode}", f"Indikator {i.nama} (realisasi {angka_bersatuan(c.realisasi, i)}).", *kata)


def _efisiensi(kode: str, rata: Agregat | None, pengaturan: Pengaturan) -> dict[str, str]:
    if rata is None or rata.capaian is None or rata.serapan is None or rata.efisiensi is None:
        kurang = "capaian" if rata is None or rata.capaian is None else "serapan anggaran"
        return narasi.paragraf(
            f"a6:{kode}", f"Efisiensi penggunaan sumber daya belum dapat dihitung karena data {kurang} belum tersedia."
        )
    desimal = pengaturan.kebijakan.desimal
    return narasi.paragraf(
        f"a6:{kode}",
        f"Dengan rata-rata capaian {persen(rata.capaian, desimal)}% dan serapan anggaran "
        f"{persen(rata.serapan, desimal)}%,",
        narasi.efisiensi(rata.efisiensi, pengaturan.kebijakan.efisiensi, desimal),
    )


def _program(s: Serapan, desimal: int) -> Baris:
    return {
        "kode": s.kode,
        "uraian": s.uraian,
        "pokok": s.jenis != "Sub Kegiatan",
        "pagu": rupiah(s.pagu),
        "realisasi": rupiah(s.realisasi_sd),
        "serapan": persen(s.serapan, desimal),
    }
