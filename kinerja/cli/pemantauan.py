"""How `kinerja validate` tells of monitoring papers, to a person and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kinerja.cli.messages import show, show_documents, show_findings
from kinerja.domain.periode import Periode
from kinerja.findings import Tingkat
from kinerja.pipeline.model import PantauDinilai


def tampilkan_pantau(semua: Sequence[PantauDinilai], akar: Path) -> None:
    """Each paper in a line, with its galat; then the notes that go back to the units."""
    if semua:
        show("Kertas Kerja Pemantauan")
    for d in semua:
        k = d.kertas
        jumlah = {t: sum(x.tingkat is t for x in d.temuan) for t in Tingkat}
        temuan = ", ".join(f"{n} {t.value}" for t, n in jumlah.items() if n) or "tanpa temuan"
        terbuka = sum(t.terbuka for t in d.isi.tindakan)
        siapa = f"{k.unit} {k.periode}" if k.unit is not None else "(ditolak)"
        show(f"  {siapa:<18} {d.terisi or 'belum lengkap':<22} {terbuka} tindakan terbuka, {temuan}  [{k.path}]")
        show_findings(t for t in d.temuan if t.tingkat is Tingkat.GALAT)
    show_documents((d.catatan for d in semua if d.catatan is not None), akar)


def pantau_json(semua: Sequence[PantauDinilai], periode: Periode | None) -> dict[str, Any]:
    """The key `pemantauan` of the object of one period; nothing when no paper of its months came."""
    from kinerja.cli.validate import temuan_json

    bulan = set() if periode is None else {Periode.bulanan(periode.tahun, b).id for b in periode.bulan}
    milik = [d for d in semua if (d.kertas.periode in bulan if periode is not None else d.kertas.periode is None)]
    if not milik:
        return {}
    return {
        "pemantauan": [
            {
                "path": d.kertas.path,
                "sha256": d.kertas.sha256,
                "unit": d.kertas.unit,
                "periode": d.kertas.periode,
                "minggu": list(d.minggu_terisi),
                "tindakan_terbuka": sum(t.terbuka for t in d.isi.tindakan),
                "temuan": [temuan_json(t) for t in d.temuan],
            }
            for d in milik
        ]
    }
