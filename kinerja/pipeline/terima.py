"""Taking in what lies in `masuk/`: every new file is archived by its hash and registered before it is judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kinerja.deliver.arsip import arsipkan
from kinerja.findings import Finding
from kinerja.pipeline.progress import Lapor
from kinerja.pipeline.sesi import Sesi
from kinerja.read.intake import Bukti, temukan
from kinerja.read.model import Kandidat
from kinerja.register.model import KabarBerkas


@dataclass(slots=True)
class Penerimaan:
    """What a walk through `masuk/` gave. A folder, .zip or mail is the container of the files in it."""

    dilihat: set[str] = field(default_factory=set)  # hashes of what lies there now
    formulir: Counter[str] = field(default_factory=Counter)  # forms by container
    lampiran: dict[str, set[str]] = field(default_factory=dict)  # names of evidence files by container
    catatan: list[Finding] = field(default_factory=list)

    @property
    def bukti(self) -> dict[str, frozenset[str]]:
        """Evidence by container, of those that hold one form: elsewhere nobody can tell whose it is."""
        return {w: frozenset(nama) for w, nama in self.lampiran.items() if self.formulir[w] == 1}


def terima(sesi: Sesi, paths: Sequence[Path], lapor: Lapor) -> Penerimaan:
    """Archive and register what is new in `masuk/` (or in `paths`). A file seen before costs only its hash.

    A run that is cut off leaves files in the archive that are not registered; the next one registers them.
    """
    hasil = Penerimaan()
    # A copy of the workspace may have lost the empty folder: nothing has been sent then.
    sumber = list(paths) or [m for m in (sesi.ws.masuk,) if m.exists()]
    with sesi.reg.transaction():
        for n, temuan in enumerate(temukan(sumber, sesi.ws.akar), 1):
            lapor("Menerima berkas", n, n)
            match temuan:
                case Finding():
                    hasil.catatan.append(temuan)
                case Bukti():
                    hasil.lampiran.setdefault(wadah(temuan.path), set()).add(temuan.nama)
                case Kandidat(path=path, isi=isi, sha256=sha256):
                    hasil.dilihat.add(sha256)
                    hasil.formulir[wadah(path)] += 1
                    kabar = sesi.reg.catat_berkas(path, sha256, len(isi), temuan.diterima, "formulir")
                    if kabar is KabarBerkas.BARU:
                        arsipkan(sesi.ws.akar, sha256, isi)
    return hasil


def wadah(path: str) -> str:
    """The folder, .zip or mail in which a file came."""
    return path.rpartition("/")[0]
