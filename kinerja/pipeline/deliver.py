"""`kinerja deliver`: what goes with a final report, the file to upload, and the receipt that proves its delivery."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from kinerja.artifacts import Artifact
from kinerja.deliver.nama import nama_aman
from kinerja.domain.manifest import Butir, baris_sha256
from kinerja.domain.periode import Periode
from kinerja.domain.tanggal import format_tanggal
from kinerja.errors import KinerjaError, SalahPakai
from kinerja.pipeline.bukti_langkah import arsipkan_bukti
from kinerja.pipeline.final import Final, final_berlaku, final_semua
from kinerja.pipeline.init import lengkapi_templat
from kinerja.pipeline.letter import wakil
from kinerja.pipeline.letter_kurang import kekurangan, perhatian
from kinerja.pipeline.pengumpulan import periksa_angka
from kinerja.pipeline.progress import Lapor
from kinerja.pipeline.ralat import ralat_final
from kinerja.pipeline.sementara import belum_lengkap
from kinerja.pipeline.sesi import Sesi, buka
from kinerja.pipeline.step import HasilStep, langkah_terbukti
from kinerja.pipeline.tenggat import kalender_kantor, tenggat_isian
from kinerja.pipeline.terkirim import disiapkan, laporan_terkirim, pengiriman
from kinerja.pipeline.workspace import Isi, Workspace, load_isi
from kinerja.register.model import DokumenTercatat
from kinerja.register.peristiwa import PENGIRIMAN_DISIAPKAN, PENGIRIMAN_TERBUKTI, SURAT_DIBUAT
from kinerja.render.model import BahanSurat, Ralat
from kinerja.sop.bukti import PENGIRIMAN

MB = 1024 * 1024
_MANIFEST = "manifest_sha256.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilDeliver:
    """`unggah`: paths of the package; `kurang`, `perhatian`: as of a letter, and what to know of the package."""

    final: Final
    ralat: Ralat | None
    dokumen: tuple[DokumenTercatat, ...]
    kurang: tuple[str, ...]
    perhatian: tuple[str, ...]
    disisihkan: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilBukti:
    """`baru`: False when the same receipt was noted before; `langkah`: the steps of the SOP that it closes."""

    versi: int
    baru: bool
    bukti: dict[str, str | int]
    langkah: tuple[HasilStep, ...]
    perhatian: tuple[str, ...]


def deliver(
    ws: Workspace,
    periode: Periode,
    *,
    tanggal: date | None,
    atas_nama: str | None,
    ttd: Path | None,
    waktu: datetime,
    lapor: Lapor,
) -> HasilDeliver:
    """Write letters and package. KinerjaError unless the report is final.

    `tanggal` of the letters: that of an earlier run, else today. `ttd`: the signed report as PDF, which takes the place
    of the unsigned one and is kept for later runs.
    """
    isi = load_isi(ws)
    periksa_angka(isi, periode)
    with buka(ws, waktu) as sesi:
        final = _final(sesi, periode)
        lama = disiapkan(sesi, final) or {}
        hari = tanggal or (date.fromisoformat(lama["tanggal"]) if "tanggal" in lama else waktu.date())
        peran = wakil(isi, atas_nama or lama.get("atas_nama"), hari)
        tanda = _bertanda_tangan(sesi, isi, ttd) if ttd is not None else lama.get("ttd")
        lapor("Menyusun pengiriman", 0, 3)
        ralat = ralat_final(sesi, isi, final)
        lapor("Menyusun pengiriman", 1, 3)
        unggah, catatan = _unggah(sesi, isi, final, tanda)
        catatan += _bukan_final(sesi, final, ttd)
        bahan = _bahan(sesi, isi, final, ralat=ralat, tanggal=hari, peran=peran, unggah=unggah)
        surat = "surat_ralat" if ralat is not None else "surat_pengantar"
        folder = f"output/{periode.id}/kirim_v{final.versi}"
        semua = [*_surat(sesi, bahan, surat, folder, final.versi), *_paket(folder, unggah)]
        dokumen = tuple(_tulis(sesi, a, periode) for a in semua)
        lapor("Menyusun pengiriman", 3, 3)
        rincian = {
            "versi": final.versi,
            "tanggal": hari.isoformat(),
            "atas_nama": peran,
            "ttd": tanda,
            "ralat": ralat.ke if ralat is not None else None,
            "dokumen": {d.path: d.sha256 for d in dokumen},
        }
        if rincian != lama:
            with sesi.reg.transaction():
                sesi.reg.catat_peristiwa(PENGIRIMAN_DISIAPKAN, waktu, periode.id, None, rincian)
                for d in dokumen:
                    if d.jenis in PENGIRIMAN:
                        isi_surat = {"jenis": d.jenis, "path": d.path, "sha256": d.sha256}
                        sesi.reg.catat_peristiwa(SURAT_DIBUAT, waktu, periode.id, None, isi_surat)
        return HasilDeliver(
            final=final,
            ralat=ralat,
            dokumen=dokumen,
            kurang=tuple(_kurang(isi, ws, bahan, surat)),
            perhatian=(*catatan, *_perhatian(isi, bahan, surat)),
            disisihkan=tuple(sesi.disisihkan),
        )


def deliver_bukti(
    ws: Workspace, periode: Periode, *, bukti: Path, oleh: str, tanggal: date, versi: int | None, waktu: datetime
) -> HasilBukti:
    """Keep the signed receipt and close the SOP's step. SalahPakai for a date that cannot be and for another version.

    `versi`: of the report that was received; None: the one in force.
    """
    if not oleh.strip():
        raise SalahPakai("--oleh masih kosong.", "Tulis nama orang yang mengirimkannya.")
    isi = load_isi(ws)
    periksa_angka(isi, periode)
    with buka(ws, waktu) as sesi:
        final = _final(sesi, periode, versi)
        _periksa_tanggal(tanggal, final, waktu.date())
        if disiapkan(sesi, final) is None:
            raise KinerjaError(
                f"Paket pengiriman laporan {periode.nama} versi {final.versi} belum disiapkan.",
                f"Siapkan dahulu surat pengantar dan tanda terimanya: kinerja deliver {periode.id}.",
            )
        berkas, cacat = arsipkan_bukti(sesi, bukti)
        rincian: dict[str, Any] = {
            "versi": final.versi,
            "oleh": oleh.strip(),
            "tanggal": tanggal.isoformat(),
            "bukti": berkas,
        }
        ada = any(
            (p.versi, p.oleh, p.tanggal, p.bukti["sha256"]) == (final.versi, oleh.strip(), tanggal, berkas["sha256"])
            for p in pengiriman(sesi, periode)
        )
        with sesi.reg.transaction():
            if not ada:
                sesi.reg.catat_peristiwa(PENGIRIMAN_TERBUKTI, waktu, periode.id, None, rincian)
            tanda = {k: v for k, v in rincian.items() if k != "versi"}
            langkah = langkah_terbukti(sesi, isi, PENGIRIMAN, periode, tanda)
        perhatian_: list[str] = [f"Berkas {berkas['nama']} {cacat}; periksa pindaiannya."] if cacat else []
        if not langkah:
            perhatian_.append(
                f"SOP kantor ini ({isi.profil.judul}) tidak menyebut langkah pengiriman {periode.nama}; buktinya tetap "
                "tersimpan."
            )
        return HasilBukti(versi=final.versi, baru=not ada, bukti=berkas, langkah=langkah, perhatian=tuple(perhatian_))


def _final(sesi: Sesi, periode: Periode, versi: int | None = None) -> Final:
    """The version in force, or the one that was named."""
    if versi is not None:
        semua = {f.versi: f for f in final_semua(sesi, periode)}
        if versi in semua:
            return semua[versi]
        ada = f"Versi yang ada: {', '.join(map(str, semua))}." if semua else f"Jalankan: kinerja finalize {periode.id}."
        raise SalahPakai(f"Laporan {periode.nama} tidak mempunyai versi {versi}.", ada)
    if (final := final_berlaku(sesi, periode)) is not None:
        return final
    raise KinerjaError(
        f"Laporan {periode.nama} belum final, sehingga belum dapat dikirim.",
        f"Finalkan dahulu setelah disetujui: kinerja finalize {periode.id}. Lihat yang masih kurang: kinerja status "
        f"{periode.id}.",
    )


def _periksa_tanggal(tanggal: date, final: Final, hari_ini: date) -> None:
    if tanggal > hari_ini:
        raise SalahPakai(
            f"Tanggal {format_tanggal(tanggal)} belum tiba; hari ini {format_tanggal(hari_ini)}.",
            "Tulis tanggal yang tertera pada tanda terima.",
        )
    if tanggal < final.tanggal:
        raise SalahPakai(
            f"Tanggal {format_tanggal(tanggal)} mendahului tanggal laporannya, {format_tanggal(final.tanggal)}.",
            "Betulkan --tanggal, atau sebutkan versi yang diterima dengan --versi.",
        )


def _bertanda_tangan(sesi: Sesi, isi: Isi, berkas: Path) -> dict[str, str | int]:
    """Keep the signed report. SalahPakai when it is no PDF, or too large to be uploaded."""
    if not berkas.is_file():
        raise SalahPakai(
            f"Laporan bertanda tangan {berkas} tidak ada.", "Tulis letak pindaian .pdf laporan itu sesudah --ttd."
        )
    with berkas.open("rb") as f:
        kepala = f.read(1024)
    if b"%PDF-" not in kepala:
        raise SalahPakai(
            f"Laporan bertanda tangan {berkas} bukan PDF.",
            "Pindai laporan yang ditandatangani sebagai satu berkas PDF.",
        )
    ukuran, batas = berkas.stat().st_size, isi.pengaturan.batas_unggah
    if ukuran > batas * MB:
        raise SalahPakai(
            f"Laporan bertanda tangan {berkas} berukuran {_mb(ukuran)} MB; batas unggahnya {batas} MB.",
            "Pindai lagi dengan resolusi 150–200 dpi hitam-putih, atau ubah batas_unggah di kinerja.toml.",
        )
    return arsipkan_bukti(sesi, berkas)[0]


def _bukan_final(sesi: Sesi, final: Final, ttd: Path | None) -> list[str]:
    """What is to be known of the signed report: that it is a scan without text, or not this report."""
    if ttd is None:
        return []
    from kinerja.pipeline.verify_pdf import periksa_pdf

    _, alasan = periksa_pdf(sesi, (final,), ttd)
    return [f"{ttd.name}: {alasan}."] if alasan is not None else []


def _tulis(sesi: Sesi, artifact: Artifact, periode: Periode) -> DokumenTercatat:
    """Write a file; a letter in which nothing of ours changed stays as people have filled it in."""
    ada = sesi.reg.dokumen_pada(artifact.path)
    if (
        ada is not None
        and artifact.jenis != "paket_unggah"
        and ada.sha256 == hashlib.sha256(artifact.isi).hexdigest()
        and (sesi.ws.akar / artifact.path).is_file()
    ):
        return ada
    return sesi.tulis(artifact, periode.id)


def _unggah(sesi: Sesi, isi: Isi, final: Final, ttd: dict[str, Any] | None) -> tuple[dict[str, bytes], list[str]]:
    """The file to upload by its name, and what to know of it."""
    nama = isi.pengaturan.pola_unggah.format_map(
        {
            "instansi": isi.master.instansi.nama.replace(" ", "_"),
            "periode": final.periode.id,
            "tahun": str(final.periode.tahun),
        }
    )
    nama = nama_aman(f"{nama}.pdf")
    pdf = final.satu("pdf")
    if ttd is not None:
        return {nama: sesi.arsip(str(ttd["sha256"]))}, []
    if pdf is None:
        cara = f"kinerja deliver {final.periode.id} --ttd BERKAS.pdf"
        return {}, [
            f"PDF laporan belum ada, jadi belum ada yang diunggah: pindai yang sudah ditandatangani, lalu {cara}"
        ]
    bita, batas = sesi.arsip(pdf.sha256), isi.pengaturan.batas_unggah
    catatan = [f"{nama} belum bertanda tangan; setelah dipindai, ganti dengan --ttd BERKAS.pdf."]
    if len(bita) > batas * MB:
        catatan.append(
            f"{nama} berukuran {_mb(len(bita))} MB, lebih besar daripada batas unggah {batas} MB (batas_unggah di "
            "kinerja.toml): perkecil gambarnya, atau kirim pindaian hitam-putih dengan --ttd."
        )
    return {nama: bita}, catatan


def _bahan(
    sesi: Sesi,
    isi: Isi,
    final: Final,
    *,
    ralat: Ralat | None,
    tanggal: date,
    peran: str | None,
    unggah: dict[str, bytes],
) -> BahanSurat:
    naskah = final.satu("naskah")
    berkas = [(n, hashlib.sha256(b).hexdigest()) for n, b in unggah.items()]
    if naskah is not None:
        berkas.append((naskah.path.rpartition("/")[2], naskah.sha256))
    return BahanSurat(
        master=isi.master,
        pengaturan=isi.pengaturan,
        periode=final.periode,
        tanggal=tanggal,
        tenggat=tenggat_isian(final.periode, isi).date(),
        atas_nama=peran,
        sementara=belum_lengkap(sesi, isi, final.periode) if final.sementara else (),
        laporan=laporan_terkirim(final, tuple(berkas)),
        ralat=ralat,
    )


def _surat(sesi: Sesi, bahan: BahanSurat, surat_: str, folder: str, versi: int) -> Iterator[Artifact]:
    from kinerja.render.surat import surat

    for jenis in (surat_, "tanda_terima_laporan", "bukti_pengiriman"):
        lengkapi_templat(sesi.ws, jenis)
        naskah = surat(jenis, bahan, templat=sesi.ws.templates, akar=sesi.ws.akar)
        yield Artifact(jenis, f"{folder}/{jenis}_{bahan.periode.id}_v{versi}.docx", naskah)


def _paket(folder: str, unggah: dict[str, bytes]) -> Iterator[Artifact]:
    if not unggah:
        return
    butir = [Butir(n, len(b), hashlib.sha256(b).hexdigest()) for n, b in unggah.items()]
    for nama, bita in unggah.items():
        yield Artifact("paket_unggah", f"{folder}/unggah/{nama}", bita)
    yield Artifact("paket_unggah", f"{folder}/unggah/{_MANIFEST}", baris_sha256(butir))


def _kurang(isi: Isi, ws: Workspace, bahan: BahanSurat, surat_: str) -> Iterator[str]:
    from kinerja.render.logo import read_logo
    from kinerja.render.surat import JENIS, JENIS_KIRIM

    logo = read_logo(isi.master, ws.akar) is not None
    yield from kekurangan({**JENIS, **JENIS_KIRIM}[surat_], bahan, logo=logo)
    yield "Nomor surat dikosongkan: isi dari buku agenda setelah suratnya disetujui."


def _perhatian(isi: Isi, bahan: BahanSurat, surat_: str) -> Iterator[str]:
    from kinerja.render.surat import JENIS, JENIS_KIRIM

    yield from perhatian({**JENIS, **JENIS_KIRIM}[surat_], bahan, kalender_kantor(isi, bahan.periode))


def _mb(ukuran: int) -> str:
    return f"{-(-ukuran * 10 // MB) / 10:.1f}".replace(".", ",")
