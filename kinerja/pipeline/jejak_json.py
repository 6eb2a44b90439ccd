"""What `kinerja trace` found out, as JSON: the keys that docs/panduan-auditor.md names, numbers as exact decimals."""

from __future__ import annotations

from typing import Any

from kinerja.aggregate.jejak import ANGKA, CAPAIAN
from kinerja.aggregate.json import agregat_json, capaian_json
from kinerja.aggregate.perbaikan import KinerjaBerubah, UangBerubah
from kinerja.domain.angka import format_nilai, json_angka, json_nilai
from kinerja.domain.bukti import BerkasBukti
from kinerja.domain.fakta import Fakta, FaktaAnggaran
from kinerja.domain.nilai import Nilai
from kinerja.domain.periode import Periode
from kinerja.pipeline.jejak_model import (
    DilaporkanLain,
    Jejak,
    JejakAgregat,
    JejakCetak,
    JejakIndikator,
    JejakMata,
    TemuanDipakai,
)
from kinerja.pipeline.workspace import Isi
from kinerja.sources import Asal, CellRef

Json = dict[str, Any]


def jejak_json(jejak: Jejak) -> Json:
    """One object; `jenis` says which keys it has."""
    match jejak:
        case JejakIndikator():
            return _indikator(jejak)
        case JejakAgregat():
            return _agregat(jejak)
        case JejakMata():
            return _mata(jejak)
        case JejakCetak():
            return _cetak(jejak)


def _indikator(j: JejakIndikator) -> Json:
    i, c = j.indikator, j.jejak.capaian
    desimal = j.isi.pengaturan.kebijakan.desimal

    def tercetak(angka: str, nilai: Nilai | None) -> str:
        return format_nilai(nilai, desimal if angka in CAPAIAN else i.desimal)

    return {
        "jenis": "indikator",
        "indikator": i.kode,
        "nama": i.nama,
        "satuan": i.satuan,
        "periode": c.periode.id,
        "unit": c.unit,
        "angka": capaian_json(c),
        "tercetak": {a: tercetak(a, getattr(c, a)) for a in ANGKA},
        "rumus": c.rumus,
        "konsolidasi": {
            "periode": i.konsolidasi_periode.value,
            "unit": i.konsolidasi_unit.value if i.konsolidasi_unit is not None else None,
        },
        "bulan_dipakai": list(c.bulan_dipakai),
        "langkah": [
            {
                "angka": x.angka,
                "nilai": json_nilai(x.nilai),
                "tercetak": tercetak(x.angka, x.nilai),
                "rumus": x.rumus,
                "alasan": x.alasan,
                "bulan": _bulan(c.periode, x.bulan),
                "bagian": [
                    {
                        "unit": b.unit,
                        "nilai": json_nilai(b.nilai),
                        "rumus": b.rumus,
                        "bulan": _bulan(c.periode, b.bulan),
                    }
                    for b in x.bagian
                ],
            }
            for x in j.jejak.langkah
        ],
        "belum_lapor": [{"unit": u, "bulan": _bulan(c.periode, (b,))[0]} for u, b in j.jejak.belum],
        "fakta": [_fakta(j, f) for f in j.jejak.fakta],
        "target": [
            {
                "unit": t.unit,
                "bulan": None if t.bulan is None else _bulan(c.periode, (t.bulan,))[0],
                "nilai": json_nilai(t.nilai),
                **_sel(t.sel),
                "versi": t.versi,
                "sha256": j.sidik_induk[t.versi],
            }
            for t in j.jejak.target
        ],
        "induk": _induk(j.isi),
        "pembanding": _pembanding(j),
        "temuan": [_temuan(t) for t in j.temuan],
        "perbaikan": [_perbaikan(p) for p in j.perbaikan],
    }


def _fakta(j: JejakIndikator, f: Fakta) -> Json:
    kiriman = j.kiriman[f.asal.sha256]
    return {
        "unit": f.unit,
        "bulan": f"{f.tahun}-{f.bulan:02d}",
        "nilai": json_nilai(f.nilai),
        "pembilang": json_angka(f.pembilang),
        "penyebut": json_angka(f.penyebut),
        "dipakai": (f.unit, f.bulan) in j.jejak.dipakai,
        "dipakai_sd": (f.unit, f.bulan) in j.jejak.dipakai_sd,
        **_asal(f.asal),
        "pengirim": list(kiriman.pengirim),
        "bukti": [_bukti(b) for b in kiriman.bukti],
    }


def _bukti(b: BerkasBukti) -> Json:
    return {"nama": b.nama, "path": b.path, "ukuran": b.ukuran, "sha256": b.sha256, "cacat": b.cacat}


def _pembanding(j: JejakIndikator) -> Json | None:
    """The agency's figures of other periods and marks, with the cells of the master behind them."""
    p, m = j.pembanding, j.isi.master
    if p is None:
        return None
    return {
        "sebelumnya": {
            "periode": p.sebelumnya.id,
            "realisasi": json_nilai(p.realisasi_sebelumnya),
            "capaian": json_angka(p.capaian_sebelumnya),
        },
        "tahun_lalu": {
            "periode": p.tahun_lalu.id,
            "realisasi": json_nilai(p.realisasi_tahun_lalu),
            "capaian": json_angka(p.capaian_tahun_lalu),
        },
        "riwayat": [
            {
                "periode": r.periode,
                "target": json_nilai(r.target),
                "realisasi": json_nilai(r.realisasi),
                **_sel(m.cell_beside(r.sumber, "Realisasi")),
                "sel_target": m.cell_beside(r.sumber, "Target").sel,
            }
            for r in j.riwayat
        ],
        "fakta": [
            {"unit": f.unit, "bulan": f"{f.tahun}-{f.bulan:02d}", "nilai": json_nilai(f.nilai), **_asal(f.asal)}
            for f in j.fakta_lalu
        ],
        "renstra": {
            "tahun": p.tahun_renstra,
            "target": json_nilai(p.target_renstra),
            "capaian": json_angka(p.capaian_renstra),
            **_sel(m.cell_beside(j.indikator.sumber, "Target Renstra")),
        },
        "standar_nasional": {
            "target": json_nilai(p.standar_nasional),
            "capaian": json_angka(p.capaian_standar),
            **_sel(m.cell_beside(j.indikator.sumber, "Standar Nasional")),
        },
    }


def _agregat(j: JejakAgregat) -> Json:
    x, desimal = j.jejak, j.isi.pengaturan.kebijakan.desimal
    return {
        "jenis": "rata_rata",
        "periode": j.periode.id,
        "nama": x.agregat.nama,
        "angka": agregat_json(x.agregat),
        "tercetak": {a: format_nilai(getattr(x.agregat, a), desimal) for a in ("capaian", "serapan", "efisiensi")},
        "rumus": x.rumus,
        "rumus_serapan": x.rumus_serapan,
        "rumus_efisiensi": x.rumus_efisiensi,
        "batas_rata_rata": json_angka(j.isi.pengaturan.kebijakan.batas_rata_rata),
        "dibatasi": x.agregat.dibatasi,
        "berbobot": x.berbobot,
        "anggota": [
            {
                "indikator": a.indikator.kode,
                "nama": a.indikator.nama,
                "unit": a.capaian.unit,
                "capaian": json_angka(a.capaian.capaian),
                "dihitung": json_angka(a.dihitung),
                "bobot": json_angka(a.bobot),
                "alasan": a.capaian.alasan,
            }
            for a in x.anggota
        ],
        "pagu": json_angka(x.uang.pagu),
        "realisasi_sd": json_angka(x.uang.realisasi_sd),
        "anggaran": [
            {
                "kode": m.kode,
                "unit": m.unit,
                "uraian": m.uraian,
                "pagu": json_angka(u.pagu),
                "realisasi_sd": json_angka(u.realisasi_sd),
                **_sel(j.isi.master.cell_beside(m.sumber, "Pagu")),
            }
            for m, u in x.mata
        ],
        "induk": _induk(j.isi),
    }


def _mata(j: JejakMata) -> Json:
    s, master = j.baris, j.isi.master
    return {
        "jenis": "anggaran",
        "periode": j.periode.id,
        "kode": s.kode,
        "uraian": s.uraian,
        "unit": s.unit,
        "tingkat": s.jenis,
        "angka": {a: json_angka(getattr(s, a)) for a in ("pagu", "realisasi", "realisasi_sd", "serapan")},
        "bawahan": [
            {
                "kode": b.kode,
                "unit": b.unit,
                "uraian": b.uraian,
                **{a: json_angka(getattr(b, a)) for a in ("pagu", "realisasi", "realisasi_sd")},
                "berlaku_mulai": m.mulai.isoformat() if m.mulai is not None else None,
                **_sel(master.cell_beside(m.sumber, "Pagu")),
            }
            for m, b in j.bawahan
        ],
        "fakta": [_fakta_anggaran(j.periode, f) for f in j.fakta],
        "induk": _induk(j.isi),
        "perbaikan": [_perbaikan(p) for p in j.perbaikan],
    }


def _fakta_anggaran(periode: Periode, f: FaktaAnggaran) -> Json:
    return {
        "kode": f.kode,
        "unit": f.unit,
        "bulan": f"{f.tahun}-{f.bulan:02d}",
        "realisasi": json_angka(f.realisasi),
        "dipakai": f.bulan in periode.bulan,
        **_asal(f.asal),
    }


def _cetak(j: JejakCetak) -> Json:
    return {
        "jenis": "angka",
        "periode": j.periode.id,
        "dicari": j.dicari,
        "cocok": [
            {
                "jenis": a.jenis,
                "kode": a.kode,
                "unit": a.unit,
                "nama": a.nama,
                "angka": a.angka,
                "tercetak": a.tercetak,
            }
            for a in j.cocok
        ],
    }


def _temuan(t: TemuanDipakai) -> Json:
    k = t.keputusan
    return {
        "periode": t.periode.id,
        "unit": t.unit,
        "kode": t.temuan.kode,
        "tingkat": t.temuan.tingkat.value,
        "pesan": t.temuan.pesan,
        "keputusan": k.keputusan if k is not None else None,
        "alasan": k.alasan if k is not None else None,
        "oleh": k.oleh if k is not None else None,
        "tanggal": k.tanggal if k is not None else None,
    }


def _perbaikan(p: DilaporkanLain) -> Json:
    x = p.butir.angka
    lama = baru = None
    if isinstance(x, KinerjaBerubah):
        lama, baru = (json_nilai(f.nilai) if f is not None else None for f in (x.lama, x.baru))
    elif isinstance(x, UangBerubah):
        lama, baru = json_angka(x.lama), json_angka(x.baru)
    return {
        "laporan": p.laporan.id,
        "dibuat": p.dibuat.isoformat(),
        "periode": p.butir.periode.id,
        "unit": p.butir.unit,
        "semula": lama,
        "menjadi": baru,
        "alasan": p.butir.alasan,
        "revisi": p.butir.revisi,
    }


def _asal(a: Asal) -> Json:
    return {"berkas": a.berkas, "revisi": a.revisi, "lembar": a.lembar, "sel": a.sel, "sha256": a.sha256}


def _sel(sel: CellRef) -> Json:
    return {"berkas": sel.berkas, "lembar": sel.lembar, "sel": sel.sel}


def _induk(isi: Isi) -> Json:
    return {"berkas": "induk.xlsx", "versi": isi.master.versi, "sha256": isi.master.sha256}


def _bulan(periode: Periode, bulan: tuple[int, ...]) -> list[str]:
    return [f"{periode.tahun}-{b:02d}" for b in bulan]
