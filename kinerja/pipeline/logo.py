"""The logo that documents have to do without, as a finding of the master."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.catalogue import temuan
from kinerja.findings import Finding
from kinerja.master.model import Master
from kinerja.pipeline.workspace import INDUK, Workspace
from kinerja.sources import CellRef


def check_logo(ws: Workspace, master: Master) -> Iterator[Finding]:
    """MST029 when the logo that sheet Instansi names is missing or no picture."""
    from kinerja.render.logo import logo_fault

    sebab = logo_fault(master, ws.akar)
    if sebab is not None:
        tertulis = master.instansi.logo
        yield temuan("MST029", CellRef(INDUK, "Instansi"), medan="logo", tertulis=tertulis, sebab=sebab)


def kop_tanpa_logo(ws: Workspace, master: Master) -> tuple[str, ...]:
    """The same as a sentence for whoever has just made a document."""
    return tuple(f"{t.pesan} {t.saran}" for t in check_logo(ws, master))
