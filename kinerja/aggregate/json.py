"""Figures as the contract's JSON values: exact decimal strings."""

from __future__ import annotations

from kinerja.aggregate.model import Agregat, Capaian, HasilPeriode
from kinerja.domain.angka import json_angka, json_nilai

Json = str | int | None


def hasil_json(hasil: HasilPeriode) -> dict[str, list[dict[str, Json]]]:
    """The lists `capaian` and `agregat` of `kinerja build --json`."""
    return {
        "capaian": [capaian_json(c) for c in hasil.capaian],
        "agregat": [agregat_json(a) for a in hasil.agregat],
    }


def capaian_json(c: Capaian) -> dict[str, Json]:
    """One item of `capaian`."""
    return {
        "indikator": c.indikator,
        "unit": c.unit,
        "target": json_nilai(c.target),
        "realisasi": json_nilai(c.realisasi),
        "capaian": json_angka(c.capaian),
        "target_sd": json_nilai(c.target_sd),
        "realisasi_sd": json_nilai(c.realisasi_sd),
        "capaian_sd": json_angka(c.capaian_sd),
        "target_tahun": json_nilai(c.target_tahun),
        "capaian_tahun": json_angka(c.capaian_tahun),
        "kategori": c.kategori,
        "bulan_terisi": c.bulan_terisi,
        "bulan_wajib": c.bulan_wajib,
        "unit_terisi": c.unit_terisi,
        "unit_wajib": c.unit_wajib,
        "alasan": c.alasan,
    }


def agregat_json(a: Agregat) -> dict[str, Json]:
    """One item of `agregat`."""
    return {
        "tingkat": a.tingkat,
        "kode": a.kode,
        "capaian": json_angka(a.capaian),
        "kategori": a.kategori,
        "indikator_dihitung": a.indikator_dihitung,
        "indikator": a.indikator,
        "serapan": json_angka(a.serapan),
        "efisiensi": json_angka(a.efisiensi),
    }
