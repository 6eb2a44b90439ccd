"""`kinerja trace`: from one figure down to its formula, months, revisions, files, cells, hashes and evidence."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Any

from kinerja.aggregate.json import capaian_json
from kinerja.aggregate.model import Capaian
from kinerja.deliver.arsip import path_arsip
from kinerja.domain.angka import format_angka, format_nilai, json_nilai
from kinerja.domain.bukti import BerkasBukti
from kinerja.domain.fakta import Fakta
from kinerja.domain.indikator import Indikator
from kinerja.domain.nilai import Nilai
from kinerja.domain.periode import NAMA_BULAN, Periode
from kinerja.errors import SalahPakai
from kinerja.pipeline.hitung import hitung
from kinerja.pipeline.pengumpulan import periksa_angka
from kinerja.pipeline.sesi import buka
from kinerja.pipeline.workspace import Isi, Workspace, load_isi


@dataclass(frozen=True, slots=True, kw_only=True)
class Jejak:
    """One figure and every fact of the year up to its period that it rests on."""

    indikator: Indikator
    capaian: Capaian
    fakta: tuple[Fakta, ...]
    kiriman: Mapping[str, Asalmula]  # by hash of the file
    desimal: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Asalmula:
    """How a form came, and the evidence that it names for the indicator."""

    pengirim: tuple[str, ...]  # of the mails that brought it; (): it came otherwise
    bukti: tuple[BerkasBukti, ...]


def trace(ws: Workspace, indikator: str, periode: Periode, *, unit: str | None, waktu: datetime) -> Jejak:
    """Trace the figure of an indicator, of one unit or of the agency. SalahPakai for an unknown code or period."""
    isi = load_isi(ws)
    periksa_angka(isi, periode)
    pilihan = _indikator(isi, indikator)
    milik = isi.master.unit_of(pilihan.kode)
    if unit is not None and unit not in milik:
        raise SalahPakai(
            f"Unit {unit} tidak mempunyai target untuk {pilihan.kode}.", f"Unit yang mempunyainya: {', '.join(milik)}."
        )
    with buka(ws, waktu) as sesi:
        hasil = hitung(sesi, isi, periode)
        semua = sesi.reg.fakta(periode.tahun, periode.bulan_akhir)
        fakta = tuple(f for f in semua if f.indikator == pilihan.kode and unit in (None, f.unit))
        kiriman = {
            f.asal.sha256: Asalmula(
                pengirim=sesi.reg.pengirim(f.asal.sha256), bukti=sesi.reg.bukti_fakta(f.asal.sha256, pilihan.kode)
            )
            for f in fakta
        }
    return Jejak(
        indikator=pilihan,
        capaian=hasil.capaian_of(pilihan.kode, unit),
        fakta=fakta,
        kiriman=kiriman,
        desimal=isi.pengaturan.kebijakan.desimal,
    )


def _indikator(isi: Isi, kode: str) -> Indikator:
    for i in isi.master.indikator:
        if i.kode.casefold() == kode.casefold():
            return i
    semua = [i.kode for i in isi.master.indikator]
    mirip = difflib.get_close_matches(kode, semua, n=3, cutoff=0.4) or semua
    raise SalahPakai(f"Indikator {kode} tidak ada di induk.", f"Kode yang ada antara lain: {', '.join(mirip)}.")


def jejak_json(jejak: Jejak) -> dict[str, Any]:
    """The figure as in `build --json`, its formula, and one item per fact."""
    return {
        "indikator": jejak.indikator.kode,
        "nama": jejak.indikator.nama,
        "periode": jejak.capaian.periode.id,
        "unit": jejak.capaian.unit,
        "angka": capaian_json(jejak.capaian),
        "rumus": jejak.capaian.rumus,
        "bulan_dipakai": list(jejak.capaian.bulan_dipakai),
        "fakta": [
            {
                "unit": f.unit,
                "bulan": f"{f.tahun}-{f.bulan:02d}",
                "nilai": json_nilai(f.nilai),
                "berkas": f.asal.berkas,
                "revisi": f.asal.revisi,
                "lembar": f.asal.lembar,
                "sel": f.asal.sel,
                "sha256": f.asal.sha256,
                "pengirim": list(jejak.kiriman[f.asal.sha256].pengirim),
                "bukti": [
                    {"nama": b.nama, "path": b.path, "ukuran": b.ukuran, "sha256": b.sha256, "cacat": b.cacat}
                    for b in jejak.kiriman[f.asal.sha256].bukti
                ],
            }
            for f in jejak.fakta
        ],
    }


def jejak_teks(jejak: Jejak) -> list[str]:
    """The same for a person."""
    i, c = jejak.indikator, jejak.capaian
    siapa = f"unit {c.unit}" if c.unit is not None else "instansi"
    baris = [
        f"{i.kode} {i.nama} ({i.satuan})",
        f"{c.periode.nama}, {siapa}",
        _baris(jejak, "Periode ini", (c.target, c.realisasi, c.capaian), c.alasan),
        _baris(jejak, "S.d. periode ini", (c.target_sd, c.realisasi_sd, c.capaian_sd), c.alasan_sd),
        _baris(jejak, "Terhadap target tahun", (c.target_tahun, c.realisasi_sd, c.capaian_tahun), None),
    ]
    if c.rumus is not None:
        baris.append(f"Rumus: {c.rumus}")
    baris.append(f"Konsolidasi: {i.konsolidasi_periode.value} antarbulan" + _antarunit(i))
    baris.append("Berasal dari:")
    for f in jejak.fakta:
        baris.append(
            f"  {NAMA_BULAN[f.bulan - 1]} {f.tahun}{_tanda(c, f)}, {f.unit}: {format_nilai(f.nilai, i.desimal)} — "
            f"{f.asal.berkas} (revisi {f.asal.revisi}), lembar {f.asal.lembar}, sel {f.asal.sel}, "
            f"sha256 {f.asal.sha256}"
        )
        baris += _asalmula(jejak.kiriman[f.asal.sha256])
    return baris


def _asalmula(a: Asalmula) -> list[str]:
    dari = ", ".join(p or "pengirim yang tidak tercantum" for p in a.pengirim)
    return [
        *([f"    lewat surel dari {dari}"] if a.pengirim else []),
        *(
            f"    bukti: {b.path}"
            + (f" — {path_arsip(b.sha256)}" if b.sha256 is not None else " — tidak ada di arsip")
            + (f" ({b.cacat})" if b.cacat is not None else "")
            for b in a.bukti
        ),
    ]


def _tanda(c: Capaian, f: Fakta) -> str:
    """Marks the months whose value decided the realisasi of the period itself."""
    return " (dipakai)" if f.bulan in c.bulan_dipakai else ""


def _baris(
    jejak: Jejak, judul: str, angka: tuple[Nilai | None, Nilai | None, Fraction | None], sebab: str | None
) -> str:
    target, realisasi, capaian = angka
    d = jejak.indikator.desimal
    hasil = f"{format_angka(capaian, jejak.desimal)}%" if capaian is not None else f"– ({sebab or 'belum ada'})"
    return f"{judul}: target {format_nilai(target, d)}, realisasi {format_nilai(realisasi, d)}, capaian {hasil}"


def _antarunit(i: Indikator) -> str:
    return f", {i.konsolidasi_unit.value} antarunit" if i.konsolidasi_unit is not None else ""
