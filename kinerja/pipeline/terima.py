"""Taking in what lies in `masuk/`: every new file is archived by its hash and registered before it is judged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from kinerja import __version__
from kinerja.deliver.arsip import arsipkan, arsipkan_potongan, kepala_arsip
from kinerja.findings import Finding
from kinerja.pipeline.progress import Lapor
from kinerja.pipeline.sesi import Sesi
from kinerja.read.bukti import KEPALA, Bukti, cacat_bukti, cacat_ditolak
from kinerja.read.intake import Wadah, temukan
from kinerja.read.model import Kandidat
from kinerja.register.model import BuktiTercatat, KabarBerkas
from kinerja.workbook.errors import BerkasDitolak


@dataclass(slots=True)
class Penerimaan:
    """What a walk through `masuk/` gave."""

    dilihat: set[str] = field(default_factory=set)  # hashes of the workbooks that lie there now
    baru: set[str] = field(default_factory=set)  # those of them that were never seen before
    catatan: list[Finding] = field(default_factory=list)


def terima(sesi: Sesi, paths: Sequence[Path], lapor: Lapor) -> Penerimaan:
    """Archive and register what is new in `masuk/` (or in `paths`). A form, a .zip or a mail seen before costs only
    its hash, evidence that looks the same not even that.

    A run that is cut off leaves files in the archive that are not registered; the next one registers them.
    """
    hasil = Penerimaan()
    # A copy of the workspace may have lost the empty folder: nothing has been sent then.
    sumber = list(paths) or [m for m in (sesi.ws.masuk,) if m.exists()]
    dalam: list[tuple[str, str]] = []  # forms (path, hash) since the last container
    with sesi.reg.transaction():
        for n, temuan in enumerate(temukan(sumber, sesi.ws.akar, partial(_dikenal, sesi)), 1):
            lapor("Menerima berkas", n, n)
            match temuan:
                case Finding():
                    hasil.catatan.append(temuan)
                case Bukti():
                    _terima_bukti(sesi, temuan)
                case Wadah():
                    hasil.dilihat |= _terima_wadah(sesi, temuan, dalam)
                    dalam.clear()
                case Kandidat(path=path, isi=isi, sha256=sha256):
                    hasil.dilihat.add(sha256)
                    dalam.append((path, sha256))
                    kabar = sesi.reg.catat_berkas(path, sha256, len(isi), temuan.diterima, pengirim=temuan.pengirim)
                    if kabar is KabarBerkas.BARU:
                        hasil.baru.add(sha256)
                    if kabar is KabarBerkas.BARU or not sesi.terarsip(sha256):
                        arsipkan(sesi.ws.akar, sha256, isi)
    return hasil


def _dikenal(sesi: Sesi, path: str, sha256: str) -> bool:
    """True when this program took in the whole container before, and the forms in it are in the archive."""
    catatan = sesi.reg.sidik(f"wadah {path}") or ""
    return catatan.startswith(f"{__version__} {sha256}") and all(map(sesi.terarsip, catatan.split()[2:]))


def _terima_wadah(sesi: Sesi, wadah: Wadah, dalam: Sequence[tuple[str, str]]) -> set[str]:
    """Note a container and the forms in it; gives their hashes, those of a known one as they were noted."""
    if not _dikenal(sesi, wadah.path, wadah.sha256):
        isi = [sha256 for path, sha256 in dalam if path.startswith(f"{wadah.path}!/")]
        sesi.reg.catat_sidik(f"wadah {wadah.path}", " ".join((__version__, wadah.sha256, *isi)))
    return set((sesi.reg.sidik(f"wadah {wadah.path}") or "").split()[2:])


def _terima_bukti(sesi: Sesi, bukti: Bukti) -> None:
    """Archive and register evidence; one that could not be read before is tried again."""
    lama = sesi.reg.bukti_pada(bukti.path)
    if lama is not None and (lama.ukuran, lama.tanda) == (bukti.ukuran, bukti.tanda) and _tersimpan(sesi, lama, bukti):
        return
    sha256 = cacat = None
    if bukti.alir is not None:
        try:
            sha256 = arsipkan_potongan(sesi.ws.akar, bukti.alir())
            cacat = cacat_bukti(bukti.path, bukti.ukuran, kepala_arsip(sesi.ws.akar, sha256, KEPALA))
        except BerkasDitolak as e:
            cacat = cacat_ditolak(e.kode)
    tercatat = BuktiTercatat(
        path=bukti.path,
        ukuran=bukti.ukuran,
        tanda=bukti.tanda,
        sha256=sha256,
        cacat=cacat,
        diterima=bukti.diterima,
        dilihat=sesi.waktu,
        pengirim=bukti.pengirim,
    )
    sesi.reg.catat_bukti(tercatat)


def _tersimpan(sesi: Sesi, lama: BuktiTercatat, bukti: Bukti) -> bool:
    """True when it is in the archive, or too large for it."""
    if lama.sha256 is None:
        return bukti.alir is None
    return sesi.terarsip(lama.sha256)
