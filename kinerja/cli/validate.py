"""`kinerja validate`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from kinerja.cli.group import Perintah
from kinerja.cli.messages import dari_sini, show, show_documents, show_findings, show_json, show_set_aside
from kinerja.cli.options import json_option, now, open_workspace, workspace_option
from kinerja.cli.pemantauan import pantau_json, tampilkan_pantau
from kinerja.cli.progress import kemajuan
from kinerja.domain.periode import Periode
from kinerja.errors import ExitCode
from kinerja.findings import Finding
from kinerja.pipeline.model import BerkasDinilai, ValidasiPeriode


@click.command(cls=Perintah)
@click.argument("sasaran", nargs=-1, metavar="[PERIODE] [BERKAS…]")
@workspace_option
@json_option
def validate(sasaran: tuple[str, ...], map_kerja: str | None, sebagai_json: bool) -> int:
    """Menerima yang baru di masuk/ (atau BERKAS yang disebut), memvalidasi, dan membuat Kertas Kerja Validasi."""
    from kinerja.pipeline.validate import validate as run

    periode, paths = _pisahkan(sasaran)
    ws = open_workspace(map_kerja)
    with kemajuan() as lapor:
        hasil = run(ws, periode, paths, waktu=now(), lapor=lapor)
    for teks in hasil.pesan:
        show(teks)
    if sebagai_json:
        daftar = [validasi_json(h) | pantau_json(hasil.pantau, h.periode) for h in hasil.periode]
        show_json(daftar[0] if periode is not None else daftar)
    else:
        for h in hasil.periode:
            _tampilkan(h, ws.akar)
        show_set_aside(hasil.disisihkan)
        tampilkan_pantau(hasil.pantau, ws.akar)
        if not hasil.periode and not hasil.pantau:
            show("Tidak ada berkas baru di masuk/, dan tidak ada keputusan baru di Kertas Kerja Validasi.")
    return ExitCode.GALAT if hasil.ada_galat else ExitCode.OK


def _pisahkan(sasaran: tuple[str, ...]) -> tuple[Periode | None, list[Path]]:
    """The first word is a period when it reads as one, also where a folder of that name lies; the rest are paths."""
    if not sasaran:
        return None, []
    try:
        return Periode.parse(sasaran[0]), _ada(sasaran[1:])
    except ValueError as e:
        if Path(sasaran[0]).exists():
            return None, _ada(sasaran)
        raise click.UsageError(f"{e}; dan tidak ada berkas bernama itu.") from e


def _ada(nama: tuple[str, ...]) -> list[Path]:
    paths = [Path(n) for n in nama]
    for p in paths:
        if not p.exists():
            raise click.UsageError(f"Berkas {p} tidak ada.")
    return [p.resolve() for p in paths]


def temuan_json(t: Finding) -> dict[str, str | None]:
    """One item of the contract's `temuan` of `validate`."""
    return {
        "kode": t.kode,
        "tingkat": t.tingkat.value,
        "lembar": t.sumber.lembar,
        "sel": t.sumber.sel,
        "indikator": t.indikator,
        "pesan": t.pesan,
        "tertulis": t.tertulis,
        "diharapkan": t.diharapkan,
        "saran": t.saran,
    }


def _berkas_json(b: BerkasDinilai) -> dict[str, Any]:
    k = b.kiriman
    return {
        "path": k.path,
        "sha256": k.sha256,
        "unit": k.unit,
        "periode": k.periode if k.unit is not None else None,
        "revisi": k.revisi,
        "status": b.status.value,
        "temuan": [temuan_json(t) for t in b.temuan],
    }


def validasi_json(h: ValidasiPeriode) -> dict[str, Any]:
    """The contract's object of one period."""
    return {
        "periode": h.periode.id if h.periode is not None else None,
        "berkas": [_berkas_json(b) for b in h.berkas],
        "belum_masuk": list(h.belum_masuk),
        "catatan": [{"berkas": t.sumber.berkas, **temuan_json(t)} for t in h.catatan],
        "dokumen": [{"jenis": d.jenis, "path": d.path} for d in h.dokumen],
    }


def _tampilkan(h: ValidasiPeriode, akar: Path) -> None:
    show(h.periode.nama if h.periode is not None else "Berkas yang tidak dikenal")
    for b in h.berkas:
        jumlah = {t: sum(x.tingkat.value == t for x in b.temuan) for t in ("galat", "peringatan", "catatan")}
        rincian = ", ".join(f"{n} {t}" for t, n in jumlah.items() if n) or "tanpa temuan"
        unit = f"{b.kiriman.unit} revisi {b.kiriman.revisi}" if b.kiriman.unit is not None else "(unit tidak dikenal)"
        show(f"  {unit:<18} {b.status.value.replace('_', ' '):<22} {rincian}  [{b.kiriman.path}]")
        show_findings(t for t in b.temuan if t.tingkat.value == "galat")
    if h.belum_masuk:
        show(f"  Belum masuk: {', '.join(h.belum_masuk)}")
    show_findings(h.catatan)
    terima = [d.path for d in h.dokumen if d.jenis == "tanda_terima"]
    show_documents((d.path for d in h.dokumen if d.jenis != "tanda_terima"), akar)
    if terima:
        show(f"Tanda terima ({len(terima)} unit): {dari_sini((akar / terima[0]).parent)}")
