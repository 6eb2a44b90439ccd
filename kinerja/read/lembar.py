"""Finding a sheet of the form by its name: exact, in another spelling, misspelt, or copied."""

from __future__ import annotations

import re
from collections.abc import Collection
from enum import StrEnum

from kinerja.catalogue import temuan
from kinerja.findings import Finding, Tingkat
from kinerja.read.identitas import lembar_identitas
from kinerja.read.judul import MIRIP, kemiripan, samakan
from kinerja.sources import CellRef
from kinerja.workbook.model import Buku, Lembar

# What applications add to the name of a copied sheet: "Data Kinerja (2)", "Data Kinerja_2", "Copy of …", "Salinan …".
_SALINAN = re.compile(r"^(?:copy of|salinan(?: dari)?)\s+|[ _-]*(?:\(\d+\)|_\d+|copy|salinan)$", re.IGNORECASE)


def cari_lembar(
    buku: Buku, nama: str, berkas: str, judul: type[StrEnum], tingkat: Tingkat, *, terpakai: Collection[str] = ()
) -> tuple[Lembar | None, list[Finding]]:
    """The sheet called `nama`. Findings: twice (BTK005; the one with the exact name is read on), renamed (BTK004),
    gone (BTK003, with severity `tingkat`). A renamed sheet is known by its headings or labels `judul`; one of
    `terpakai`, which is another sheet of the form already, is not meant.
    """
    semua = [x for x in buku.lembar.values() if x.nama not in terpakai and not lembar_identitas(x)]
    dicari = samakan(nama)
    sama = [x for x in semua if samakan(x.nama) == dicari]
    salinan = [x for x in semua if x not in sama and samakan(_SALINAN.sub("", x.nama)) == dicari]
    salinan = [x for x in salinan if _berjudul(x, judul)]
    if sama or salinan:
        utama = (sama + salinan)[0]
        hasil: list[Finding] = []
        if len(sama) + len(salinan) > 1:
            daftar = ", ".join(f"“{x.nama}”" for x in sama + salinan)
            hasil.append(temuan("BTK005", CellRef(berkas, (sama + salinan)[1].nama), nama=nama, daftar=daftar))
        elif salinan:
            hasil.append(temuan("BTK004", CellRef(berkas, utama.nama), nama=nama, tertulis=utama.nama))
        return utama, hasil
    mirip = [x for x in semua if kemiripan(x.nama, nama) >= MIRIP and _berjudul(x, judul)]
    if not mirip:
        mirip = [x for x in semua if _berjudul(x, judul)]
    if len(mirip) == 1:
        return mirip[0], [temuan("BTK004", CellRef(berkas, mirip[0].nama), nama=nama, tertulis=mirip[0].nama)]
    ada = ", ".join(x.nama for x in semua if not x.tersembunyi) or "–"
    return None, [temuan("BTK003", CellRef(berkas, nama), tingkat=tingkat, medan=None, nama=nama, ada=ada)]


def _berjudul(lembar: Lembar, judul: type[StrEnum]) -> bool:
    """True when most of the headings (or labels) stand on the sheet."""
    dikenal = {samakan(k.value) for k in judul}
    ada = {samakan(s.teks) for s in lembar.sel.values()} & dikenal
    return len(ada) * 2 > len(dikenal)
