"""`kinerja review`: corrections that people made in a konsep, read from Word, listed, and kept with their status."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from kinerja.deliver.arsip import arsipkan
from kinerja.koreksi.model import Koreksi, NaskahTerkoreksi
from kinerja.koreksi.narasi import milik_program
from kinerja.pipeline.berkas_word import baca_berkas_word
from kinerja.pipeline.konsep import Pembanding, cari_konsep
from kinerja.pipeline.koreksi import baca_putusan, catat_koreksi, pertanyaan_status, tulis_daftar
from kinerja.pipeline.narasi import simpan_suntingan
from kinerja.pipeline.progress import Lapor
from kinerja.pipeline.sesi import Sesi, buka
from kinerja.pipeline.workspace import Workspace, load_isi
from kinerja.register.model import DokumenTercatat, KoreksiTercatat

_LANGKAH = "Membaca koreksi"


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilReview:
    """What the file brought, in the order of the document, as the register has it; `baru`: how many were not known.

    `cara`: what plain edits were compared with. `pertanyaan`: statuses in the list that have no effect, edited
    narrative that could not be kept, and why. `narasi`: what became of the narrative.
    """

    koreksi: tuple[KoreksiTercatat, ...]
    baru: int
    periode: str
    cara: str
    pertanyaan: tuple[str, ...]
    narasi: tuple[str, ...]
    dokumen: tuple[DokumenTercatat, ...]
    disisihkan: tuple[tuple[str, str], ...]


def review(ws: Workspace, berkas: Path, *, waktu: datetime, lapor: Lapor) -> HasilReview:
    """Read a corrected document. Its file is archived and never altered; a status is what people set, nothing else.

    SalahPakai when there is no such file, KinerjaError when it is no sound .docx.
    """
    from kinerja.koreksi.naskah import baca_naskah

    lapor(_LANGKAH, 0, 3)
    teks = baca_berkas_word(berkas, "Tulis letak berkas .docx konsep yang sudah dikoreksi.")
    naskah = baca_naskah(teks, berkas.name)
    isi = load_isi(ws)
    sha256 = hashlib.sha256(teks).hexdigest()
    with buka(ws, waktu) as sesi:
        lapor(_LANGKAH, 1, 3)
        baca_putusan(sesi)
        pembanding = _disebut(cari_konsep(sesi, naskah), naskah)
        koreksi = _koreksi(naskah, pembanding)
        arsipkan(ws.akar, sha256, teks)
        lapor(_LANGKAH, 2, 3)
        nama = _nama(sesi, berkas)
        baru = catat_koreksi(sesi, (nama, sha256), pembanding, koreksi)
        narasi = simpan_suntingan(sesi, naskah, pembanding, nama, sha256)
        dokumen = tulis_daftar(sesi, isi, pembanding.periode)
        pertanyaan = pertanyaan_status(sesi)
        tercatat = {k.koreksi.kunci: k for k in sesi.reg.koreksi(pembanding.periode)}
        lapor(_LANGKAH, 3, 3)
    return HasilReview(
        koreksi=tuple(tercatat[k.kunci] for k in koreksi),
        baru=baru,
        periode=pembanding.periode,
        cara=pembanding.cara,
        pertanyaan=(*pertanyaan, *narasi.tanya),
        narasi=narasi.pesan,
        dokumen=dokumen,
        disisihkan=tuple(sesi.disisihkan),
    )


def _disebut(pembanding: Pembanding, naskah: NaskahTerkoreksi) -> Pembanding:
    """Who saved the file last is all that is known of who made edits that were not tracked."""
    semula = pembanding.naskah.penyunting if pembanding.naskah is not None else None
    if naskah.penyunting in (None, semula):
        return pembanding
    return replace(pembanding, cara=f"{pembanding.cara}; berkasnya disimpan terakhir oleh {naskah.penyunting}")


def _koreksi(naskah: NaskahTerkoreksi, pembanding: Pembanding) -> Sequence[Koreksi]:
    """What people did: without what stood in the konsep as it was sent, with edits that were not tracked."""
    ditulis = [k for k in naskah.koreksi if k.balasan or not milik_program(k)]
    if pembanding.naskah is None:
        return ditulis
    from kinerja.koreksi.banding import plain_edits
    from kinerja.koreksi.naskah import beridentitas

    semula = {(k.kunci, k.balasan, k.selesai) for k in pembanding.naskah.koreksi}
    milik_orang = [k for k in ditulis if (k.kunci, k.balasan, k.selesai) not in semula]
    return [*milik_orang, *beridentitas(plain_edits(pembanding.naskah, naskah))]


def _nama(sesi: Sesi, berkas: Path) -> str:
    """Its name in the workspace, else its bare name."""
    path = berkas.resolve()
    return path.relative_to(sesi.ws.akar).as_posix() if path.is_relative_to(sesi.ws.akar) else path.name
