"""The annex Jejak Angka: every figure of the main table with its formula, and the cells that it was read from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kinerja.aggregate.jejak import CAPAIAN, TARGET, JejakCapaian, JejakLaporan, Langkah
from kinerja.aggregate.jejak_kata import belum_lapor, cara, cara_bagian, fakta_penentu
from kinerja.domain.fakta import Fakta
from kinerja.domain.indikator import Indikator
from kinerja.domain.periode import BULAN_SINGKAT
from kinerja.master.model import Master
from kinerja.render.views.cetak import TANPA_NILAI, nilai, persen

SIDIK = 12  # letters of a hash in print
_NAMA = {
    "realisasi": "Realisasi", "target": "Target", "capaian": "Capaian (%)", "realisasi_sd": "Realisasi s.d.",
    "target_sd": "Target s.d.", "capaian_sd": "Capaian s.d. (%)", "target_tahun": "Target tahun",
    "capaian_tahun": "Capaian terhadap target tahun (%)",
}  # fmt: skip
Nomor = dict[tuple[str, str], tuple[int, Fakta]]  # by hash and sheet of a file
_INI = ("realisasi", "target", "capaian")
_SD = ("realisasi_sd", "target_sd", "capaian_sd")


def jejak_angka(master: Master, jejak: JejakLaporan | None, desimal: int) -> dict[str, Any]:
    """The annex; `ada` is False when it was not asked for. Sources name a file by its number in `berkas`."""
    if jejak is None:
        return {"ada": False, "induk": [], "indikator": [], "berkas": []}
    nomor = _nomor(f for i, j in jejak.baris for f in fakta_penentu(i, j))
    return {
        "ada": True,
        "induk": [
            f"induk.xlsx versi {versi}{'' if versi == master.versi else ' (sebelum perubahan)'}, sidik {sidik[:SIDIK]}"
            for versi, sidik in jejak.sidik.items()
        ],
        "indikator": [_indikator(master, i, j, nomor, desimal) for i, j in jejak.baris],
        "berkas": [
            {
                "no": str(n),
                "unit": f.unit,
                "bulan": BULAN_SINGKAT[f.bulan - 1],
                "path": f.asal.berkas,
                "revisi": str(f.asal.revisi),
                "lembar": f.asal.lembar,
                "sidik": f.asal.sha256[:SIDIK],
            }
            for n, f in nomor.values()
        ],
    }


def _nomor(fakta: Iterable[Fakta]) -> Nomor:
    """Files by (hash, sheet), numbered by month and unit, each with one of its facts."""
    satu: dict[tuple[str, str], Fakta] = {}
    for f in fakta:
        satu.setdefault((f.asal.sha256, f.asal.lembar), f)
    urut = sorted(satu.items(), key=lambda x: (x[1].bulan, x[1].unit, x[0]))
    return {kunci: (n, f) for n, (kunci, f) in enumerate(urut, 1)}


def _indikator(master: Master, i: Indikator, j: JejakCapaian, nomor: Nomor, desimal: int) -> dict[str, Any]:
    return {
        "kode": i.kode,
        "nama": i.nama,
        "satuan": i.satuan,
        "baris": [
            *_tidak_diukur(i, j),
            *(
                {
                    "angka": _NAMA[x.angka],
                    "nilai": persen(getattr(j.capaian, x.angka), desimal) if x.angka in CAPAIAN else nilai(x.nilai, i),
                    "hitungan": "\n".join((cara(i, x), *cara_bagian(i, x))),
                    "asal": _asal(master, i, j, x, nomor),
                }
                for x in j.langkah
                if not (j.sd_sama and x.angka in _SD) and not (j.capaian.bulan_wajib == 0 and x.angka in _INI)
            ),
        ],
    }


def _tidak_diukur(i: Indikator, j: JejakCapaian) -> list[dict[str, str]]:
    """One row for the period itself where the indicator is not due in it."""
    if j.capaian.bulan_wajib:
        return []
    sebab = cara(i, j.langkah_of("capaian"))
    return [{"angka": "Periode ini", "nilai": TANPA_NILAI, "hitungan": sebab, "asal": TANPA_NILAI}]


def _asal(master: Master, i: Indikator, j: JejakCapaian, x: Langkah, nomor: Nomor) -> str:
    """The cells of a realisasi or target, a line for each unit; a capaian stands on the rows above it."""
    if x.angka in CAPAIAN:
        return TANPA_NILAI
    baris = _sel_target(master, j, x) if x.angka in TARGET else _sel_fakta(i, j, x, nomor)
    return "\n".join(baris) or TANPA_NILAI


def _sel_target(master: Master, j: JejakCapaian, x: Langkah) -> list[str]:
    """`IRB1: Jan sel C11, Feb sel D11`"""
    bulan: dict[str | None, tuple[int | None, ...]] = {b.unit: b.bulan or (None,) for b in x.bagian}
    baris: dict[str, list[str]] = {}
    for t in j.target:
        if t.bulan in bulan.get(t.unit, ()):
            kapan = "Tahun" if t.bulan is None else BULAN_SINGKAT[t.bulan - 1]
            lama = "" if t.versi == master.versi else f" (versi {t.versi})"
            baris.setdefault(t.unit or "Instansi", []).append(f"{kapan} sel {t.sel.sel}{lama}")
    return [f"{unit}: {', '.join(sel)}" for unit, sel in baris.items()]


def _sel_fakta(i: Indikator, j: JejakCapaian, x: Langkah, nomor: Nomor) -> list[str]:
    """`IRB1: Jan [3] L9; Feb [11] L9`, and who has not reported."""
    bulan = j.capaian.periode.bulan_sd if x.angka == "realisasi_sd" else j.capaian.periode.bulan
    baris: dict[str, list[str]] = {}
    for f in fakta_penentu(i, j):
        if f.bulan in bulan:
            n, _ = nomor[f.asal.sha256, f.asal.lembar]
            baris.setdefault(f.unit, []).append(f"{BULAN_SINGKAT[f.bulan - 1]} [{n}] {f.asal.sel}")
    belum = belum_lapor((u, b) for u, b in j.belum if b in bulan)
    isi = [f"{unit}: {'; '.join(sel)}" for unit, sel in baris.items()]
    return [*isi, f"Belum melaporkan: {belum}"] if belum else isi
