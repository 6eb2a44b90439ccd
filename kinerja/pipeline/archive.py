"""`kinerja archive`: one .zip of a final report that a successor opens years later, without the program or with it.

What people read lies in plain folders under its own names, in open formats. `map_kerja/` is a workspace from which
the report can be made again: `kinerja restore`, then `kinerja verify`. It changes nothing, so it is no event.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath

from kinerja import __version__
from kinerja.deliver.arsip import MAP_ARSIP, path_arsip
from kinerja.deliver.bungkus import Anggota, Terbungkus, bungkus
from kinerja.deliver.nama import nama_aman
from kinerja.domain.manifest import ARSIP, NAMA_MANIFEST, Butir, Manifest, baris_sha256, isi_manifest
from kinerja.domain.periode import Periode
from kinerja.errors import KinerjaError
from kinerja.export.berkas import isi_berkas
from kinerja.export.peristiwa import tabel_peristiwa
from kinerja.pipeline.arsip_bacalah import bacalah
from kinerja.pipeline.backup import aman_dicadangkan, tujuan_zip
from kinerja.pipeline.bekuan import baca_kunci
from kinerja.pipeline.export import paket_data
from kinerja.pipeline.final import Final, final_berlaku, final_semua
from kinerja.pipeline.init import MAP
from kinerja.pipeline.pengumpulan import periksa_angka, periode_pengumpulan
from kinerja.pipeline.progress import Lapor
from kinerja.pipeline.sesi import Sesi, buka
from kinerja.pipeline.susun_ulang import kantor_beku
from kinerja.pipeline.terkirim import disiapkan, pengiriman, pindaian
from kinerja.pipeline.workspace import INDUK, SETELAN, Isi, Workspace, load_isi
from kinerja.register.salinan import salin_register

AKAR = "map_kerja/"
_SHA256 = "manifest_sha256.txt"
_BACALAH = "README.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilArchive:
    """`dilewati`: what the archive does not hold, and why."""

    final: Final
    berkas: Path
    jumlah: int
    ukuran: int
    dilewati: tuple[str, ...]


def archive(ws: Workspace, periode: Periode, tujuan: Path | None, *, waktu: datetime, lapor: Lapor) -> HasilArchive:
    """Write the .zip. KinerjaError unless the report is final, SalahPakai when the .zip cannot go there."""
    isi = load_isi(ws)
    periksa_angka(isi, periode)
    with buka(ws, waktu) as sesi:
        final = final_berlaku(sesi, periode)
        if final is None:
            raise KinerjaError(
                f"Laporan {periode.nama} belum final, sehingga belum dapat diarsipkan.",
                f"Finalkan dahulu: kinerja finalize {periode.id}. Pekerjaan yang belum selesai disimpan dengan kinerja "
                "backup.",
            )
        tujuan = tujuan_zip(ws, tujuan, f"arsip_{periode.id}_v{final.versi}.zip")
        dilewati: list[str] = []
        anggota = [*_dibaca(sesi, isi, final, dilewati), *_map_kerja(sesi, isi, final)]
        teks = bacalah(isi.master, final, final_semua(sesi, periode), pengiriman(sesi, periode), dilewati)
        anggota.insert(0, Anggota(_BACALAH, teks))

        def berjalan() -> Iterator[Anggota]:
            for n, a in enumerate(anggota, 1):
                yield a
                lapor("Mengarsipkan", n, len(anggota))

        ditulis = bungkus(tujuan, berjalan(), _penutup)
        return HasilArchive(
            final=final,
            berkas=tujuan,
            jumlah=len(ditulis),
            ukuran=tujuan.stat().st_size,
            dilewati=tuple(dilewati),
        )


def _penutup(ditulis: Sequence[Terbungkus]) -> tuple[Anggota, ...]:
    butir = [Butir(x.nama, x.ukuran, x.sha256) for x in ditulis]
    daftar = baris_sha256(butir)
    butir.append(Butir(_SHA256, len(daftar), hashlib.sha256(daftar).hexdigest()))
    kosong = tuple(m for m in MAP if not any(b.path.startswith(f"{AKAR}{m}/") for b in butir))
    manifest = Manifest(jenis=ARSIP, program=__version__, dibuat=None, akar=AKAR, berkas=tuple(butir), kosong=kosong)
    return Anggota(_SHA256, daftar), Anggota(NAMA_MANIFEST, isi_manifest(manifest))


def _dibaca(sesi: Sesi, isi: Isi, final: Final, dilewati: list[str]) -> Iterator[Anggota]:
    """What people open: documents, figures, what came in, the event log; each name once."""
    dipakai: set[str] = set()
    for folder, nama, sumber in (
        *_dokumen(sesi, final),
        *_data(sesi, final),
        *_diterima(sesi, isi, final, dilewati),
        *_peristiwa(sesi),
    ):
        tujuan = f"{folder}/{nama_aman(nama)}"
        if tujuan.casefold() in dipakai:
            isi_ = sumber if isinstance(sumber, bytes) else sumber.read_bytes()
            p = PurePosixPath(tujuan)
            tujuan = str(p.with_name(f"{p.stem}_{hashlib.sha256(isi_).hexdigest()[:8]}{p.suffix}"))
        if tujuan.casefold() not in dipakai:
            dipakai.add(tujuan.casefold())
            yield Anggota(tujuan, sumber)


_Isi = tuple[str, str, Path | bytes]  # folder, name, content


def _dokumen(sesi: Sesi, final: Final) -> Iterator[_Isi]:
    """Every version of the final, what went with it, and the signed papers."""
    akar = sesi.ws.akar
    for f in final_semua(sesi, final.periode):
        for b in f.berkas:
            yield "dokumen", PurePosixPath(b.path).name, sesi.arsip(b.sha256)
        if (kirim := disiapkan(sesi, f)) is not None:
            for path in kirim["dokumen"]:
                if (akar / path).is_file():
                    yield f"dokumen/kirim_v{f.versi}", PurePosixPath(path).name, akar / path
            if kirim["ttd"] is not None:
                nama = f"bertanda_tangan_v{f.versi}_{_dasar(kirim['ttd']['nama'])}"
                yield "dokumen", nama, akar / path_arsip(kirim["ttd"]["sha256"])
    for p in pengiriman(sesi, final.periode):
        nama = f"tanda_terima_v{p.versi}_{_dasar(p.bukti['nama'])}"
        yield "dokumen", nama, akar / path_arsip(p.bukti["sha256"])


def _data(sesi: Sesi, final: Final) -> Iterator[_Isi]:
    """The figures as they were when the report became final."""
    kunci = final.satu("kunci")
    assert kunci is not None  # every final has one
    with kantor_beku(sesi, baca_kunci(sesi.arsip(kunci.sha256))) as (beku, isi_beku):
        for nama, bita in paket_data(beku, isi_beku, final.periode, "csv"):
            yield "data", nama, bita


def _diterima(sesi: Sesi, isi: Isi, final: Final, dilewati: list[str]) -> Iterator[_Isi]:
    """Forms of the period as they came, all revisions, and the evidence that they name."""
    akar = sesi.ws.akar
    for p in periode_pengumpulan(isi, final.periode):
        for k in sesi.reg.kiriman(p.id):
            nama = (
                f"{k.unit}_revisi{k.revisi}_{_dasar(k.path)}" if k.revisi is not None else f"ditolak_{_dasar(k.path)}"
            )
            yield f"diterima/{p.id}", nama, akar / path_arsip(k.sha256)
            for b in sesi.reg.isi(k.id).bukti:
                if b.berkas.sha256 is None:
                    dilewati.append(f"bukti {b.berkas.path} ({k.unit} {p.id}): terlalu besar, tidak disimpan di arsip")
                else:
                    yield f"diterima/{p.id}/bukti_{k.unit}", _dasar(b.berkas.path), akar / path_arsip(b.berkas.sha256)


def _peristiwa(sesi: Sesi) -> Iterator[_Isi]:
    tabel = tabel_peristiwa(sesi.reg.peristiwa())
    for bentuk in ("csv", "json"):
        yield "peristiwa", f"peristiwa.{bentuk}", isi_berkas(tabel, bentuk)


def _map_kerja(sesi: Sesi, isi: Isi, final: Final) -> Iterator[Anggota]:
    """A workspace for the program: all that the register rests on, but only this period's evidence and papers."""
    ws = sesi.ws
    lain = _bukti_lain(sesi, isi, final)
    logo = isi.master.instansi.logo
    boleh = {SETELAN, INDUK, *([logo] if logo else [])}
    for map_, anak, nama in os.walk(ws.akar):
        anak.sort()
        for n in sorted(nama):
            berkas = Path(map_, n)
            path = berkas.relative_to(ws.akar).as_posix()
            depan = path.split("/")
            arsip = depan[0] == MAP_ARSIP and n not in lain
            output = depan[0] == "output" and (depan[1] == final.periode.id or depan[2:3] == ["final"])
            if (path in boleh or arsip or output or depan[0] in (ws.templates.name, ws.sop.name)) and aman_dicadangkan(
                ws, berkas
            ):
                yield Anggota(f"{AKAR}{path}", berkas)
    yield Anggota(f"{AKAR}{ws.register.name}", salin_register(ws.register))


def _bukti_lain(sesi: Sesi, isi: Isi, final: Final) -> set[str]:
    """Hashes of evidence that no form of this period names; it may be large, and no report rests on it."""
    dipakai: set[str | None] = {sha256 for f in final_semua(sesi) for _, sha256 in pindaian(sesi, f)}
    dipakai |= {
        b.berkas.sha256
        for p in periode_pengumpulan(isi, final.periode)
        for k in sesi.reg.kiriman(p.id)
        for b in sesi.reg.isi(k.id).bukti
    }
    return {b.sha256 for b in sesi.reg.bukti() if b.sha256 is not None} - dipakai


def _dasar(path: str) -> str:
    return PurePosixPath(path.rpartition("!/")[2]).name
