"""Receipts: for each unit that sent something one Tanda Terima per period, naming every file with its hash.

A receipt is written again only when the unit's files or their status have changed: who headed the unit then stays on
it, whatever the master says later. Its date is that of the last file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from kinerja.artifacts import Artifact
from kinerja.domain.kiriman import Status
from kinerja.pipeline.init import lengkapi_templat
from kinerja.pipeline.keadaan import Keadaan
from kinerja.pipeline.progress import Lapor
from kinerja.pipeline.sesi import Sesi
from kinerja.pipeline.tenggat import kalender_kantor, tenggat_isian
from kinerja.pipeline.workspace import Isi
from kinerja.register.model import DokumenTercatat
from kinerja.render.model import BerkasDiterima

JENIS_TANDA_TERIMA = "tanda_terima"
_SEKALI_SIMPAN = 25  # receipts registered in one transaction


def tulis_tanda_terima(sesi: Sesi, isi: Isi, keadaan: Keadaan, lapor: Lapor) -> list[DokumenTercatat]:
    """Write the receipts of a period that are missing or outdated; gives all of them, in order of sheet Unit."""
    lengkapi_templat(sesi.ws, JENIS_TANDA_TERIMA)
    semua = list(diterima(sesi, isi, keadaan).items())
    hasil: list[DokumenTercatat] = []
    for awal in range(0, len(semua), _SEKALI_SIMPAN):
        lapor("Menyiapkan tanda terima", awal, len(semua))
        with sesi.reg.transaction():
            hasil += [_tulis(sesi, isi, keadaan, *x) for x in semua[awal : awal + _SEKALI_SIMPAN]]
    return hasil


def diterima(sesi: Sesi, isi: Isi, keadaan: Keadaan) -> dict[str, list[BerkasDiterima]]:
    """By unit, every file of the period that was accepted as a form; those before the Tim have their present status."""
    kini = {b.kiriman.id: b.status for b in keadaan.berkas}
    hasil: dict[str, list[BerkasDiterima]] = {u.kode: [] for u in isi.master.unit}
    for k in sesi.reg.kiriman(keadaan.periode.id):
        if k.unit in hasil and k.revisi is not None and k.status is not Status.DITOLAK:
            berkas = sesi.reg.berkas_dikenal(k.sha256)[0]
            hasil[k.unit].append(
                BerkasDiterima(
                    path=k.path,
                    sha256=k.sha256,
                    ukuran=berkas.ukuran,
                    diterima=k.diterima,
                    pengirim=berkas.pengirim,
                    revisi=k.revisi,
                    status=kini.get(k.id, k.status),
                    bentrok=k.bentrok,
                    kini=k.id in kini,
                )
            )
    return {unit: berkas for unit, berkas in hasil.items() if any(b.kini for b in berkas)}


def _tulis(sesi: Sesi, isi: Isi, keadaan: Keadaan, unit: str, berkas: Sequence[BerkasDiterima]) -> DokumenTercatat:
    from kinerja.render.dokumen import tanda_terima

    periode, kalender = keadaan.periode, kalender_kantor(isi, keadaan.periode)
    path = f"output/{periode.id}/tanda_terima/tanda_terima_{unit}_{periode.id}.docx"
    nama, sidik = f"tanda terima {periode.id} {unit}", hashlib.sha256(repr(berkas).encode()).hexdigest()
    lama = sesi.reg.dokumen_pada(path)
    if lama is not None and sesi.reg.sidik(nama) == sidik and (sesi.ws.akar / path).is_file():
        return lama
    tenggat = tenggat_isian(periode, isi).date()
    isi_surat = tanda_terima(
        isi.master,
        isi.pengaturan,
        unit,
        periode,
        berkas,
        tenggat=tenggat,
        terlambat=kalender.terlambat(tenggat, min(b.diterima for b in berkas).date()),
        kerja=kalender.kerja,
        templat=sesi.ws.templates,
        akar=sesi.ws.akar,
    )
    dokumen = sesi.tulis(Artifact(JENIS_TANDA_TERIMA, path, isi_surat), periode.id)
    sesi.reg.catat_sidik(nama, sidik)
    return dokumen
