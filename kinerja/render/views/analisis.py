"""The seven analyses of Bab III, per sasaran. What is missing is named, never left out."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from kinerja.aggregate import kecukupan
from kinerja.aggregate.kecukupan import TAK_DIHITUNG, Kekurangan, sampai
from kinerja.aggregate.model import Agregat, Capaian, HasilPeriode, Pembanding, Serapan
from kinerja.domain.indikator import Indikator
from kinerja.domain.nilai import Nilai
from kinerja.domain.urut import rentang_urut
from kinerja.master.model import Master, Sasaran
from kinerja.master.pengaturan import Pengaturan
from kinerja.render.views import grafik, narasi, narasi_acuan, narasi_anggaran
from kinerja.render.views.cetak import bilang, kapital, nilai, persen, poin, rupiah, sebut
from kinerja.render.views.narasi_capaian import banyak_tepat, capaian_indikator, tepat_target
from kinerja.render.views.narasi_sebab import sebab
from kinerja.render.views.narasi_tahun import antartahun, deret_tahun
from kinerja.render.views.tabel import baris_capaian

Baris = dict[str, Any]
Trio = tuple[Indikator, Capaian, Pembanding | None]


def per_sasaran(master: Master, pengaturan: Pengaturan, hasil: HasilPeriode) -> list[Baris]:
    """One entry per sasaran that has indicators, with the material of all seven analyses."""
    rata = {a.kode: a for a in hasil.agregat if a.tingkat == "sasaran"}
    banding = {p.indikator: p for p in hasil.pembanding}
    kurang = kecukupan.kekurangan(master, pengaturan, hasil)
    isi: list[Baris] = []
    for s in master.sasaran:
        milik = [(i, hasil.capaian_of(i.kode), banding.get(i.kode)) for i in master.indikator if i.sasaran == s.kode]
        if milik:
            sendiri = [k for k in kurang if k.sasaran == s.kode]
            isi.append(_sasaran(master, pengaturan, hasil, s, milik=milik, rata=rata.get(s.kode), kurang=sendiri))
    return isi


def _sasaran(
    master: Master,
    pengaturan: Pengaturan,
    hasil: HasilPeriode,
    s: Sasaran,
    *,
    milik: Sequence[Trio],
    rata: Agregat | None,
    kurang: Sequence[Kekurangan],
) -> Baris:
    kebijakan, kode = pengaturan.kebijakan, s.kode
    desimal = kebijakan.desimal
    nama = {i.kode: i.nama for i, _, _ in milik}
    umum = narasi.agregat(rata, "sasaran ini", sebut(hasil.periode), desimal) if rata else []
    riwayat = [_riwayat(i, c, p, desimal) for i, c, p in milik]
    program = [a for a in hasil.anggaran if _sasaran_mata(a, hasil.anggaran) == kode]

    def tanpa(analisis: int, lalu: str = "") -> list[dict[str, str]]:
        return narasi.paragraf_berisi(f"a{analisis}:{kode}", *sebut_kurang(kurang, analisis, nama, lalu))

    def rinci(analisis: int, kata: Sequence[Sequence[str]]) -> list[dict[str, str]]:
        """A paragraph per indicator that has something to say."""
        return [
            x
            for (i, _, _), k in zip(milik, kata, strict=True)
            for x in narasi.paragraf_berisi(f"a{analisis}:{i.kode}", *k)
        ]

    tepat = banyak_tepat([(i, c) for i, c, _ in milik], desimal)
    contoh = next((c for i, c, _ in milik if i.kode in tepat), None)
    akhir = [narasi_acuan.renstra(i, c, p, kebijakan, master.skala_of(i)) if p else [] for i, c, p in milik]
    standar = [narasi_acuan.standar(i, c, p, kebijakan) if p else [] for i, c, p in milik]
    return {
        "kode": kode,
        "nama": s.nama,
        "kinerja": [baris_capaian(n, i, c, desimal) for n, (i, c, _) in enumerate(milik, 1)],
        "narasi": [
            *narasi.paragraf_berisi(f"a1:{kode}", *umum),
            *rinci(1, [[] if i.kode in tepat else capaian_indikator(i, c, None, desimal) for i, c, _ in milik]),
            *narasi.paragraf_berisi(f"a1:{kode}:tepat", tepat_target(contoh, len(tepat), _daftar(tepat, nama))),
        ],
        "riwayat": [x for x in riwayat if x["baris"]],
        "grafik_riwayat": grafik.riwayat(
            [(i.nama, {t.tahun: t.capaian for t in deret_tahun(c, p)}) for i, c, p in milik],
            hasil.periode.tahun,
            desimal,
        ),
        "narasi_riwayat": rinci(2, [antartahun(i, c, p, desimal) for i, c, p in milik])
        + tanpa(kecukupan.ANTARTAHUN, "perbandingannya belum lengkap"),
        "renstra": [
            _acuan(i, c, target=p.target_renstra, capaian=persen(p.capaian_renstra, desimal), tahun=p.tahun_renstra)
            for i, c, p in milik
            if p is not None and p.target_renstra is not None
        ],
        "narasi_renstra": rinci(3, akhir) + tanpa(kecukupan.RENSTRA, "perbandingannya belum lengkap"),
        "standar": [
            _acuan(i, c, target=p.standar_nasional, capaian=persen(p.capaian_standar, desimal))
            for i, c, p in milik
            if p is not None and p.standar_nasional is not None
        ],
        "narasi_standar": rinci(4, standar) + tanpa(kecukupan.STANDAR, "perbandingan tidak disajikan"),
        "sebab": _sebab(master, hasil, milik, desimal) + tanpa(kecukupan.SEBAB),
        "efisiensi": [
            *narasi.paragraf_berisi(
                f"a6:{kode}:nilai",
                *(narasi_anggaran.efisiensi(rata, kebijakan, "sasaran ini") if rata else []),
            ),
            *tanpa(kecukupan.EFISIENSI, "efisiensi penggunaan sumber daya belum dapat dihitung"),
        ],
        "program": [_program(x, desimal) for x in program],
        "narasi_program": [
            *narasi.paragraf_berisi(f"a7:{kode}:serapan", *narasi_anggaran.program(program, desimal)),
            *tanpa(kecukupan.PROGRAM, "serapannya belum dapat disajikan"),
        ],
    }


def sebut_kurang(kurang: Sequence[Kekurangan], analisis: int, nama: Mapping[str, str], lalu: str) -> list[str]:
    """What an analysis lacks, one sentence per cause, with the indicators by name; `lalu` is what follows from it."""
    menurut: dict[str, list[str]] = {}
    for k in kurang:
        if k.analisis == analisis and not k.apa.startswith(TAK_DIHITUNG):  # told beside the figures
            menurut.setdefault(k.apa, []).extend([k.indikator] if k.indikator is not None else [])
    akibat = f", sehingga {lalu}" if lalu else ""
    return [f"{kapital(apa)}{_siapa(milik, nama)}{akibat}." for apa, milik in menurut.items()]


def _siapa(kode: Sequence[str], nama: Mapping[str, str]) -> str:
    """Indicators of a sasaran by name; many of them by their number in the table of the first analysis."""
    if not kode:
        return ""
    if len(kode) == len(nama) and len(nama) > 1:
        return " untuk seluruh indikator sasaran ini"
    if len(kode) <= narasi.BANYAK_NAMA:
        return f" untuk {narasi.sebut_indikator([nama[k] for k in kode])}"
    return f" untuk {bilang(len(kode))} indikator, yaitu {_daftar(kode, nama)}"


def _daftar(kode: Collection[str], nama: Mapping[str, str]) -> str:
    """Names of indicators in the order of the table, or, of many, their numbers in it."""
    urut = list(nama)
    posisi = sorted(urut.index(k) for k in kode)
    if len(posisi) <= narasi.BANYAK_NAMA:
        return "; ".join(nama[urut[n]] for n in posisi)
    nomor = rentang_urut(posisi, [str(n) for n in range(1, len(urut) + 1)])
    return f"nomor {nomor} pada tabel target dan realisasi sasaran ini"


def _riwayat(i: Indikator, c: Capaian, p: Pembanding | None, desimal: int) -> Baris:
    """The years before (oldest first) and this year, of one indicator; no rows without an earlier year."""
    baris: list[Baris] = []
    lalu = None
    for t in deret_tahun(c, p):
        baris.append(
            {
                "tahun": str(t.tahun),
                "target": nilai(t.target, i),
                "realisasi": nilai(t.realisasi, i),
                "capaian": persen(t.capaian, desimal),
                "perubahan": poin(t.capaian, lalu, desimal),
            }
        )
        lalu = t.capaian
    return {"indikator": i.nama, "satuan": i.satuan, "baris": baris}


def _acuan(i: Indikator, c: Capaian, *, target: Nilai | None, capaian: str, tahun: int | None = None) -> Baris:
    """A row of realisasi against a fixed mark."""
    return {
        "indikator": i.nama,
        "satuan": i.satuan,
        "realisasi": nilai(c.realisasi_sd, i),
        "target": nilai(target, i),
        "tahun": str(tahun or "–"),
        "capaian": capaian,
    }


def _sebab(master: Master, hasil: HasilPeriode, milik: Sequence[Trio], desimal: int) -> list[dict[str, str]]:
    """Per indicator: how it ended, then one paragraph per factor that the units told."""
    nama_unit = {u.kode: u.nama for u in master.unit}
    isi: list[dict[str, str]] = []
    for i, c, p in milik:
        kata = sebab(c, hasil, nama_unit, desimal, p)
        if not kata:
            continue
        berhasil = sampai(c, desimal)
        akhir = (
            f"mencapai target ({persen(c.capaian, desimal)}%)"
            if berhasil
            else "tidak dapat dinilai terhadap targetnya"
            if berhasil is None
            else f"tidak mencapai target ({persen(c.capaian, desimal)}%)"
        )
        isi.append(narasi.paragraf(f"a5:{i.kode}", f"Indikator {i.nama} {akhir}.", kata[0]))
        isi += [narasi.paragraf(f"a5:{i.kode}:{n}", k) for n, k in enumerate(kata[1:], 2)]
    return isi


def _sasaran_mata(mata: Serapan, semua: Sequence[Serapan]) -> str | None:
    """The sasaran of a budget line: its own, else that of the nearest line above it by Kode."""
    if mata.sasaran is not None:
        return mata.sasaran
    atas = [a for a in semua if a.sasaran is not None and mata.kode.startswith(f"{a.kode}.")]
    return max(atas, key=lambda a: len(a.kode)).sasaran if atas else None


def _program(s: Serapan, desimal: int) -> Baris:
    return {
        "kode": s.kode,
        "uraian": s.uraian,
        "pokok": s.jenis != "Sub Kegiatan",
        "pagu": rupiah(s.pagu),
        "realisasi": rupiah(s.realisasi_sd),
        "serapan": persen(s.serapan, desimal),
    }
