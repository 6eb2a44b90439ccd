"""One run on a workspace: the lock, the open register, and writing documents so that each is registered."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import PurePosixPath

from kinerja.artifacts import Artifact
from kinerja.deliver.arsip import MAP_ARSIP, baca_arsip, path_arsip
from kinerja.deliver.jurnal import baca_niat, catat_niat, hapus_niat
from kinerja.deliver.kunci import kunci_jalan
from kinerja.deliver.tulis import baca_dokumen, tulis
from kinerja.errors import KinerjaError
from kinerja.pipeline.workspace import Workspace
from kinerja.register.db import Register
from kinerja.register.model import DokumenTercatat


def nama_kertas(periode: str) -> str:
    """The name under which the papers of a period have their fingerprint in the register."""
    return f"kertas {periode}"


def path_kkv(periode: str) -> str:
    """Where the Kertas Kerja Validasi of a period lies, relative to the workspace."""
    return f"output/{periode}/kertas_kerja_validasi_{periode}.xlsx"


def path_daftar_koreksi(periode: str, akhiran: str) -> str:
    """Where the Daftar Koreksi dan Masukan of a period lies (xlsx, docx); periode "": of files of no report of ours."""
    return f"output/{periode or 'koreksi_lain'}/daftar_koreksi{f'_{periode}' if periode else ''}.{akhiran}"


@dataclass(slots=True)
class Sesi:
    """What a stage needs to read and write. `waktu` is the run's time."""

    ws: Workspace
    reg: Register
    waktu: datetime
    disisihkan: list[tuple[str, str]] = field(default_factory=list)  # edited documents: (path, where it is kept)

    def arsip(self, sha256: str) -> bytes:
        """The bytes of a file as it was received."""
        return baca_arsip(self.ws.akar, sha256)

    def terarsip(self, sha256: str) -> bool:
        """True when there is an original with this hash in the archive."""
        return (self.ws.akar / path_arsip(sha256)).is_file()

    def tandai_usang(self, periode: str) -> None:
        """The papers of this period no longer say what the register knows; the next validate writes them again."""
        self.reg.hapus_sidik(nama_kertas(periode))

    def usang(self) -> set[str]:
        """Periods whose papers are to be written, also when the run that should have done it was cut off."""
        return {p for p in self.reg.periode_kiriman() if self.reg.sidik(nama_kertas(p)) is None}

    def _suntingan(self, path: str, milik_kita: set[str]) -> tuple[str, bytes] | None:
        """A document that is no longer as it was written: the name to keep it under, and its bytes."""
        isi = baca_dokumen(self.ws.akar, path)
        if isi is None:
            return None
        sidik = hashlib.sha256(isi).hexdigest()
        tujuan = PurePosixPath(path)
        return (
            None
            if sidik in milik_kita
            else (str(tujuan.with_name(f"{tujuan.stem}_suntingan_{sidik[:8]}{tujuan.suffix}")), isi)
        )

    def tulis(self, artifact: Artifact, periode: str) -> DokumenTercatat:
        """Write a document atomically and register it; a document whose bytes did not change keeps its entry.

        What people typed into it since it was made is kept in a file beside it before it is replaced. The Kertas
        Kerja Validasi and the Daftar Koreksi go into the archive instead: their decisions are read back, and copies
        would confuse the Tim.
        """
        sha = hashlib.sha256(artifact.isi).hexdigest()
        lama = self.reg.dokumen_pada(artifact.path)
        milik_kita = {sha} if lama is None else {sha, lama.sha256}
        if (suntingan := self._suntingan(artifact.path, milik_kita)) is not None:
            disimpan, isi = suntingan
            if artifact.path in (path_kkv(periode), path_daftar_koreksi(periode, "xlsx")):
                disimpan = path_arsip(hashlib.sha256(isi).hexdigest())
            tulis(self.ws.akar, Artifact(artifact.jenis, disimpan, isi))
            self.disisihkan.append((artifact.path, disimpan))
            self.reg.catat_peristiwa(
                "suntingan_disimpan", self.waktu, periode, None, {"path": artifact.path, "disimpan": disimpan}
            )
        if lama is not None and lama.sha256 == sha:
            tulis(self.ws.akar, artifact)
            return lama
        baru = DokumenTercatat(jenis=artifact.jenis, periode=periode, path=artifact.path, sha256=sha, waktu=self.waktu)
        catat_niat(self.ws.akar, json.dumps([baru.path, baru.jenis, baru.periode, baru.sha256, baru.waktu.isoformat()]))
        tulis(self.ws.akar, artifact)
        self.reg.catat_dokumen(baru)
        return baru

    def akui(self) -> None:
        """Register the documents that a run which was cut off wrote last: nobody has edited them."""
        if niat := baca_niat(self.ws.akar):
            with self.reg.transaction():
                for d in _niat(niat):
                    with suppress(OSError):  # taken away since, or not to be read now
                        if hashlib.sha256((self.ws.akar / d.path).read_bytes()).hexdigest() == d.sha256:
                            self.reg.catat_dokumen(d)
            hapus_niat(self.ws.akar)


def _niat(baris: Iterable[str]) -> Iterator[DokumenTercatat]:
    """The documents of a journal, but for lines that are torn."""
    for teks in baris:
        with suppress(ValueError):
            path, jenis, periode, sha256, waktu = json.loads(teks)
            yield DokumenTercatat(
                path=path, jenis=jenis, periode=periode, sha256=sha256, waktu=datetime.fromisoformat(waktu)
            )


def register_hilang(ws: Workspace) -> bool:
    """True when files were received here, and the register that knew of them is gone."""
    ada = ws.register.exists() and ws.register.stat().st_size > 0
    return not ada and any((ws.akar / MAP_ARSIP).glob("*/*"))


@contextmanager
def buka(ws: Workspace, waktu: datetime, *, susun_ulang: bool = False) -> Iterator[Sesi]:
    """Lock the workspace for this run and open its register; a new one takes the place of one that is gone only for
    the run that fills it (`susun_ulang`). KinerjaError when another run is at work."""
    if not susun_ulang and register_hilang(ws):
        raise KinerjaError(
            f"{ws.register.name} (register) tidak ada, padahal di map kerja ini pernah diterima berkas.",
            f"Kembalikan {ws.register.name} dari cadangan terakhir. Bila tidak ada, jalankan `kinerja validate`: "
            "register disusun ulang dari masuk/ dan Kertas Kerja Validasi; yang lain perlu dicatat lagi.",
        )
    with kunci_jalan(ws.akar), Register.open(ws.register) as reg:
        sesi = Sesi(ws=ws, reg=reg, waktu=waktu)
        sesi.akui()
        yield sesi
        hapus_niat(ws.akar)
