"""A final report made again from the archive, in a temporary folder that holds only what its lock file lists."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from kinerja.deliver.arsip import path_arsip
from kinerja.deliver.sementara import map_sementara
from kinerja.domain.periode import Periode
from kinerja.errors import KinerjaError
from kinerja.pipeline.bekuan import Kunci, Masukan
from kinerja.pipeline.bukti import bukti_kiriman
from kinerja.pipeline.keadaan import keadaan_periode
from kinerja.pipeline.nilai import Penilai
from kinerja.pipeline.pengumpulan import periode_pengumpulan
from kinerja.pipeline.progress import Lapor
from kinerja.pipeline.sesi import Sesi, buka
from kinerja.pipeline.susun import Cetakan, Susunan, susun
from kinerja.pipeline.versi import isi_berlaku
from kinerja.pipeline.workspace import Isi, Workspace, load_isi
from kinerja.register.model import Kiriman


@dataclass(frozen=True, slots=True, kw_only=True)
class SusunanUlang:
    """The report made again. `berbeda`: forms that do not say what the frozen register has of them."""

    susunan: Susunan
    berbeda: tuple[str, ...]


def susun_ulang(sesi: Sesi, kunci: Kunci, *, lapor: Lapor) -> SusunanUlang:
    """Make the report again. KinerjaError when an input is missing from the archive or no longer what it was."""
    with kantor_beku(sesi, kunci) as (lama, isi):
        cetakan = Cetakan(tanggal=kunci.tanggal, konsep=False, nomor=kunci.agenda, jejak=kunci.jejak)
        hasil = susun_laporan(lama, isi, kunci.periode, cetakan, lapor)
        return SusunanUlang(susunan=hasil, berbeda=tuple(_baca_ulang(lama, isi, kunci, lapor)))


def susun_laporan(sesi: Sesi, isi: Isi, periode: Periode, cetakan: Cetakan, lapor: Lapor) -> Susunan:
    """The report of a period by what the register of this session has."""
    isi = isi_berlaku(sesi, isi)
    keadaan = [keadaan_periode(sesi, isi, p) for p in periode_pengumpulan(isi, periode)]
    return susun(sesi, isi, periode, keadaan, cetakan, lapor=lapor)


@contextmanager
def kantor_beku(sesi: Sesi, kunci: Kunci) -> Iterator[tuple[Sesi, Isi]]:
    """The workspace as it was when the report became final, as far as the report depends on it."""
    berkas = {_tempat(m): _isi(sesi, m) for m in kunci.masukan}
    with map_sementara(berkas) as akar:
        ws = Workspace(akar)
        isi = load_isi(ws)
        with buka(ws, kunci.waktu) as lama:
            yield lama, isi


def _tempat(m: Masukan) -> str:
    return path_arsip(m.sha256) if m.jenis in ("formulir", "induk_lama") else m.path


def _isi(sesi: Sesi, m: Masukan) -> bytes:
    isi = sesi.arsip(m.sha256)
    if m.keterangan.get("kemasan") != "gzip":
        return isi
    try:
        return gzip.decompress(isi)
    except (OSError, EOFError, zlib.error) as e:
        raise KinerjaError(
            f"Arsip {path_arsip(m.sha256)} tidak dapat dibuka.", "Kembalikan berkas itu dari salinan cadangan."
        ) from e


def _baca_ulang(sesi: Sesi, isi: Isi, kunci: Kunci, lapor: Lapor) -> Iterator[str]:
    """Names of forms from which the figures in the frozen register do not come, reading each again."""
    penilai = Penilai(sesi, isi)
    penilai.bukti = bukti_kiriman(sesi)
    formulir = [m for m in kunci.masukan if m.jenis == "formulir"]
    for n, m in enumerate(formulir):
        lapor("Membaca ulang formulir", n, len(formulir))
        k = next((k for k in sesi.reg.kiriman(m.keterangan["periode"]) if k.sha256 == m.sha256), None)
        baca = penilai.baca(sesi.reg.berkas_dikenal(m.sha256)[0]) if k is not None else None
        if k is None or baca is None or baca.form is None:
            yield m.path
            continue
        dulu = _angka(sesi, k)
        if _angka(sesi, penilai.nilai(k, baca)) != dulu:
            yield m.path
    lapor("Membaca ulang formulir", len(formulir), len(formulir))


def _angka(sesi: Sesi, k: Kiriman) -> tuple[object, ...]:
    isi = sesi.reg.isi(k.id)
    return isi.fakta, isi.anggaran, isi.uraian
