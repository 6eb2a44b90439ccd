"""The papers of one period's validation: Kertas Kerja Validasi, receipts, and return copies with their nota.

They are written only when something they are made from has changed, so that a run with nothing new is almost free
and what people are reading is not replaced under their hands.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date

from kinerja import __version__
from kinerja.artifacts import Artifact
from kinerja.domain.kiriman import Status
from kinerja.domain.periode import Periode
from kinerja.findings import Tingkat
from kinerja.pipeline.final import pengunci
from kinerja.pipeline.keadaan import Keadaan
from kinerja.pipeline.model import BerkasDinilai
from kinerja.pipeline.nilai import Penilai
from kinerja.pipeline.progress import Lapor
from kinerja.pipeline.sesi import Sesi, nama_kertas, path_kkv
from kinerja.pipeline.tanda_terima import JENIS_TANDA_TERIMA, tulis_tanda_terima
from kinerja.pipeline.tenggat import kalender_kantor, tenggat_isian, tenggat_perbaikan
from kinerja.pipeline.workspace import Isi
from kinerja.register.model import DokumenTercatat

JENIS_KKV = "kertas_kerja_validasi"
JENIS_NOTA = "nota_pengembalian"
_JENIS_PENGEMBALIAN = ("salinan_beranotasi", JENIS_NOTA)
_JENIS = (JENIS_KKV, JENIS_TANDA_TERIMA, *_JENIS_PENGEMBALIAN)


def tulis_kertas(sesi: Sesi, penilai: Penilai, keadaan: Keadaan, lapor: Lapor) -> tuple[DokumenTercatat, ...]:
    """Write the papers of the period; gives those that hold for its current submissions."""
    nama, sidik = nama_kertas(keadaan.periode.id), _sidik(sesi, penilai.isi, keadaan)
    kembali = [b for b in keadaan.berkas if _bersalinan(b)]
    milik = {_map_pengembalian(keadaan.periode.id, b) for b in kembali}
    tercatat = [d for d in sesi.reg.dokumen(keadaan.periode.id) if d.jenis in _JENIS]
    lama = [d for d in tercatat if d.jenis not in _JENIS_PENGEMBALIAN or d.path.rpartition("/")[0] in milik]
    if pengunci(sesi, keadaan.periode) is not None:  # the papers of a final are not written again until it is opened
        sesi.reg.catat_sidik(nama, sidik)
        return _berurut(lama)
    if sesi.reg.sidik(nama) == sidik and lama and all((sesi.ws.akar / d.path).is_file() for d in lama):
        return _berurut(lama)
    dokumen: list[DokumenTercatat] = []
    for n, b in enumerate(kembali):
        lapor("Menyiapkan pengembalian", n, len(kembali))
        with sesi.reg.transaction():
            dokumen += _pengembalian(sesi, penilai, keadaan.periode, b, tercatat)
    dokumen += tulis_tanda_terima(sesi, penilai.isi, keadaan, lapor)
    with sesi.reg.transaction():
        dokumen.append(_kkv(sesi, penilai.isi, keadaan))  # last: it tells until when the returned forms are due
    sesi.reg.catat_sidik(nama, sidik)
    return _berurut(dokumen)


def _berurut(dokumen: list[DokumenTercatat]) -> tuple[DokumenTercatat, ...]:
    """The KKV first, then the papers of each unit."""
    return tuple(sorted(dokumen, key=lambda d: (d.jenis != JENIS_KKV, d.path)))


def _sidik(sesi: Sesi, isi: Isi, keadaan: Keadaan) -> str:
    """Fingerprint of everything in the papers."""
    bagian = [
        __version__,
        isi.master.sha256,
        repr(isi.pengaturan),
        repr(keadaan.belum_masuk),
        repr(keadaan.berkas),
        repr(sesi.reg.kiriman(keadaan.periode.id)),
        repr(sorted(sesi.reg.keputusan(keadaan.periode.id).items())),
        *map(repr, keadaan.pantau),
    ]
    return hashlib.sha256("\0".join(bagian).encode()).hexdigest()


def dikembalikan(b: BerkasDinilai) -> bool:
    """A form that its unit must mend; a conflict is the Tim's to settle first."""
    return b.status in (Status.TIDAK_LENGKAP, Status.TIDAK_VALID) and not b.kiriman.bentrok


def _bersalinan(b: BerkasDinilai) -> bool:
    """A form of which an annotated copy is made: one to mend, or one with a warning about a cell that may be mended."""
    bercatatan = b.status is Status.VALID_DENGAN_CATATAN and any(
        t.tingkat is Tingkat.PERINGATAN and t.sumber.sel is not None for t in b.temuan
    )
    return dikembalikan(b) or (bercatatan and not b.kiriman.bentrok)


def dikembalikan_pada(sesi: Sesi, periode: Periode, b: BerkasDinilai) -> date | None:
    """The day of the Nota Pengembalian for this form; None when it was not returned."""
    nota = sesi.reg.dokumen_pada(_path_nota(periode, b)) if dikembalikan(b) else None
    return nota.waktu.date() if nota is not None else None


def batas_perbaikan(sesi: Sesi, isi: Isi, periode: Periode, b: BerkasDinilai) -> date | None:
    """By when this form must come back, as its nota says; None when it was not returned."""
    sejak = dikembalikan_pada(sesi, periode, b)
    return tenggat_perbaikan(isi, periode, sejak) if sejak is not None else None


def _map_pengembalian(periode: str, b: BerkasDinilai) -> str:
    return f"output/{periode}/pengembalian/{b.kiriman.unit}_revisi{b.kiriman.revisi}"


def _path_nota(periode: Periode, b: BerkasDinilai) -> str:
    nama = f"nota_pengembalian_{b.kiriman.unit}_{periode.id}_revisi{b.kiriman.revisi}.docx"
    return f"{_map_pengembalian(periode.id, b)}/{nama}"


def _kkv(sesi: Sesi, isi: Isi, keadaan: Keadaan) -> DokumenTercatat:
    from kinerja.worksheets.kkv import kertas_kerja_validasi
    from kinerja.worksheets.kkv_model import BerkasKKV, DataKKV, PantauKKV

    periode, kalender = keadaan.periode, kalender_kantor(isi, keadaan.periode)
    tenggat = tenggat_isian(periode, isi).date()
    data = DataKKV(
        master=isi.master,
        periode=periode,
        berkas=tuple(
            BerkasKKV(
                kiriman=b.kiriman,
                status=b.status,
                temuan=b.temuan,
                isi=sesi.reg.isi(b.kiriman.id),
                pengirim=sesi.reg.pengirim(b.kiriman.sha256),
                terlambat_hari=kalender.terlambat(tenggat, b.pertama.date()),
                batas_perbaikan=batas_perbaikan(sesi, isi, periode, b),
            )
            for b in keadaan.berkas
        ),
        belum_masuk=keadaan.belum_masuk,
        kiriman=sesi.reg.kiriman(periode.id),
        riwayat={
            u: sesi.reg.riwayat_temuan(u, periode.id)
            for u in dict.fromkeys(b.kiriman.unit for b in keadaan.berkas)
            if u is not None
        },
        keputusan=sesi.reg.keputusan(periode.id),
        tenggat=tenggat,
        kertas=isi.pengaturan.kertas,
        pantau=tuple(PantauKKV(kertas=d.kertas, isi=d.isi, temuan=d.temuan, terisi=d.terisi) for d in keadaan.pantau),
    )
    return sesi.tulis(Artifact(JENIS_KKV, path_kkv(periode.id), kertas_kerja_validasi(data)), periode.id)


def _pengembalian(
    sesi: Sesi, penilai: Penilai, periode: Periode, b: BerkasDinilai, tercatat: Sequence[DokumenTercatat]
) -> list[DokumenTercatat]:
    """The annotated copy for one unit, and the nota when it must be mended.

    Papers that exist for this revision's findings, among `tercatat`, stay as they are.
    """
    from kinerja.render.dokumen import nota_pengembalian
    from kinerja.worksheets.pengembalian import salinan_beranotasi

    isi, k = penilai.isi, b.kiriman
    assert k.unit is not None
    assert k.revisi is not None
    nama, sidik = f"pengembalian {k.id}", hashlib.sha256(repr((b.temuan, isi.master.sha256)).encode()).hexdigest()
    folder = _map_pengembalian(periode.id, b)
    lama = [d for d in tercatat if d.path.startswith(f"{folder}/")]
    if sesi.reg.sidik(nama) == sidik and lama and all((sesi.ws.akar / d.path).is_file() for d in lama):
        return lama
    berkas = sesi.reg.berkas_dikenal(k.sha256)[0]
    form = penilai.baca(berkas).form
    assert form is not None
    tenggat = tenggat_perbaikan(isi, periode, sesi.waktu.date())
    terbit = penilai.terbit_untuk(form, k.revisi)
    sesi.reg.save_terbit(terbit, sesi.waktu)
    salinan = salinan_beranotasi(
        sesi.arsip(k.sha256),
        form,
        b.temuan,
        menjawab=k.revisi,
        terbit=terbit,
        pencetak=penilai.pencetak(),
        tenggat=tenggat,
    )
    stem = f"{k.unit}_{periode.id}_revisi{k.revisi}"
    hasil = [sesi.tulis(Artifact("salinan_beranotasi", f"{folder}/perbaikan_{stem}.xlsx", salinan.isi), periode.id)]
    if dikembalikan(b):
        nota = nota_pengembalian(
            isi.master,
            isi.pengaturan,
            k.unit,
            periode,
            salinan.temuan,
            revisi=k.revisi,
            tanggal=sesi.waktu.date(),
            tenggat=tenggat,
            templat=sesi.ws.templates,
            akar=sesi.ws.akar,
        )
        hasil.append(sesi.tulis(Artifact(JENIS_NOTA, _path_nota(periode, b), nota), periode.id))
    sesi.reg.catat_sidik(nama, sidik)
    return hasil
