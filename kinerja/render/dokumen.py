"""The public entry: one function per document, from values to the bytes of a Word file."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from kinerja.aggregate.jejak import JejakLaporan
from kinerja.aggregate.model import HasilPeriode
from kinerja.aggregate.pemantauan import ButirTindakan
from kinerja.aggregate.perbaikan import PerbaikanData
from kinerja.domain.narasi import NarasiDisimpan
from kinerja.domain.periode import JenisPeriode, Periode
from kinerja.errors import KinerjaError
from kinerja.findings import Finding
from kinerja.master.model import Master
from kinerja.master.pengaturan import Pengaturan
from kinerja.register.model import KoreksiTercatat
from kinerja.render.logo import read_logo
from kinerja.render.model import BelumLengkap, BerkasDiterima, Gambar, KelengkapanUnit, Keterlambatan, LembarKendali
from kinerja.render.tersimpan import NarasiTercetak, apply_saved
from kinerja.sop.jadwal import RencanaPeriode
from kinerja.sop.model import Sop

LAPORAN: Mapping[JenisPeriode, str] = {
    JenisPeriode.BULAN: "laporan_bulanan",
    JenisPeriode.TRIWULAN: "laporan_triwulan",
    JenisPeriode.SEMESTER: "laporan_semester",
    JenisPeriode.TAHUN: "laporan_tahunan",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LaporanJadi:
    """A report: its bytes, and the drafted paragraphs in it with what was printed in their place."""

    isi: bytes
    narasi: tuple[NarasiTercetak, ...]


def laporan(
    master: Master,
    pengaturan: Pengaturan,
    hasil: HasilPeriode,
    kelengkapan: Sequence[KelengkapanUnit],
    perbaikan: PerbaikanData | None,
    *,
    tanggal: date,
    templat: Path,
    akar: Path,
    konsep: bool = True,
    nomor: str | None = None,
    jejak: JejakLaporan | None = None,
    pemantauan: Sequence[ButirTindakan] | None = None,
    sementara: Sequence[BelumLengkap] = (),
    disimpan: Mapping[str, NarasiDisimpan] | None = None,
    draf_lama: Mapping[tuple[str, str], str] | None = None,
) -> LaporanJadi:
    """The report of `hasil.periode`, by the template of its kind in the folder `templat`.

    `akar` is the workspace, from which the logo is read (a missing one leaves its place blank). `nomor`: the
    document's number in sequence once it has one. `jejak`: what the annex Jejak Angka prints, where it is wanted.
    `pemantauan`: corrective actions of a month's weekly monitoring; None: there was none. `sementara`: what the
    figures lack; the title is marked, a sentence names it. `disimpan`: wordings that are printed in place of drafts,
    by kunci; those whose draft is another one now are marked in a konsep, `draf_lama` being the drafts of earlier
    builds by (kunci, sidik).
    Raises KinerjaError for a missing or broken template, and for one without a place for that annex.
    """
    if jejak is not None:
        _periksa_jejak(templat, f"{LAPORAN[hasil.periode.jenis]}.docx")
    if hasil.periode.jenis is JenisPeriode.TAHUN:
        from kinerja.render.views.laporan_tahunan import laporan_tahunan as view
    else:
        from kinerja.render.views.laporan import laporan as view
    konteks = view(
        master,
        pengaturan,
        hasil,
        kelengkapan,
        perbaikan,
        tanggal=tanggal,
        logo=read_logo(master, akar),
        konsep=konsep,
        nomor_urut=nomor,
        jejak=jejak,
        pemantauan=pemantauan,
    )
    if sementara:
        from kinerja.render.views.sementara import tandai

        tandai(konteks, sementara)
    konteks, narasi = apply_saved(konteks, disimpan or {})
    judul = f"Laporan Kinerja {master.instansi.nama} {hasil.periode.nama}"
    isi = render_naskah(
        LAPORAN[hasil.periode.jenis],
        templat,
        konteks,
        judul,
        master=master,
        kertas=pengaturan.kertas,
        akhir=hasil.periode.akhir,
        sekali=True,
    )
    from kinerja.render.penanda_narasi import printed

    dicetak = printed(isi)
    narasi = tuple(n for n in narasi if n.kunci in dicetak)
    if konsep and (usang := [n for n in narasi if n.usang]):
        from kinerja.render.usang import mark_stale

        lama = draf_lama or {}
        isi = mark_stale(isi, [(n, lama.get((n.kunci, n.disimpan.sidik))) for n in usang if n.disimpan is not None])
    return LaporanJadi(isi=isi, narasi=narasi)


def _periksa_jejak(templat: Path, nama: str) -> None:
    """KinerjaError when the office's template does not print the annex: it may be older than it."""
    try:
        with zipfile.ZipFile(io.BytesIO(_baca_templat(templat, nama))) as z:
            xml = z.read("word/document.xml").decode()
    except (zipfile.BadZipFile, KeyError, UnicodeDecodeError):
        return  # said by the engine
    if "jejak.ada" not in re.sub(r"<[^>]+>", "", xml):  # Word may have split the tag
        raise KinerjaError(
            f"Templat {templat.name}/{nama} tidak mempunyai bagian Jejak Angka.",
            f"Salin lampiran Jejak Angka dari {nama} milik map kerja baru (kinerja init) ke templat Anda, atau "
            "jalankan tanpa --jejak; asal tiap angka juga ada pada kinerja trace dan buku analisis.",
        )


def surat_edaran(
    master: Master,
    pengaturan: Pengaturan,
    periode: Periode,
    *,
    tanggal: date,
    tenggat: date,
    kerja: bool = False,
    templat: Path,
    akar: Path | None = None,
    nomor: str | None = None,
) -> bytes:
    """The circular that asks the units for their data, due on `tenggat`. `kerja`: days are working days."""
    from kinerja.render.views.surat_edaran import surat_edaran as view

    konteks = view(
        master, pengaturan, periode, tanggal, logo=read_logo(master, akar), tenggat=tenggat, kerja=kerja,
        nomor_urut=nomor,
    )  # fmt: skip
    judul = f"Surat Edaran Pengumpulan Data Kinerja {periode.nama}"
    return render_naskah(
        "surat_edaran", templat, konteks, judul, master=master, kertas=pengaturan.kertas, akhir=periode.akhir
    )


def nota_pengembalian(
    master: Master,
    pengaturan: Pengaturan,
    unit: str,
    periode: Periode,
    temuan: Sequence[Finding],
    *,
    revisi: int,
    tanggal: date,
    tenggat: date,
    templat: Path,
    akar: Path | None = None,
) -> bytes:
    """The note that goes back to a unit with its form: what to mend, cell by cell, by when."""
    from kinerja.render.views.nota_pengembalian import nota_pengembalian as view

    konteks = view(
        master, pengaturan, unit, periode, temuan, revisi=revisi, tanggal=tanggal, tenggat=tenggat,
        logo=read_logo(master, akar),
    )  # fmt: skip
    judul = f"Nota Pengembalian Data Kinerja {master.unit_by_kode(unit).nama} {periode.nama}"
    return render_naskah(
        "nota_pengembalian", templat, konteks, judul, master=master, kertas=pengaturan.kertas, akhir=periode.akhir
    )


def tanda_terima(
    master: Master,
    pengaturan: Pengaturan,
    unit: str,
    periode: Periode,
    berkas: Sequence[BerkasDiterima],
    *,
    tenggat: date,
    terlambat: int,
    kerja: bool,
    templat: Path,
    akar: Path | None = None,
) -> bytes:
    """The receipt for the files that a unit sent, at least one of which is `kini`."""
    from kinerja.render.views.tanda_terima import tanda_terima as view

    konteks = view(
        master, unit, periode, berkas, tenggat=tenggat, terlambat=terlambat, kerja=kerja, logo=read_logo(master, akar)
    )
    judul = f"Tanda Terima Data Kinerja {periode.nama}"  # the same for all units: it need not be packed again
    return render_naskah(
        "tanda_terima", templat, konteks, judul, master=master, kertas=pengaturan.kertas, akhir=periode.akhir
    )


def daftar_keterlambatan(
    master: Master,
    pengaturan: Pengaturan,
    keterlambatan: Keterlambatan,
    *,
    ketentuan: Sequence[str],
    batas_laporan: date | None,
    templat: Path,
    akar: Path | None = None,
) -> bytes:
    """The memo to the head of the office about units that have not sent, sent late, or have to mend."""
    from kinerja.render.views.daftar_keterlambatan import daftar_keterlambatan as view

    periode = keterlambatan.periode
    konteks = view(
        master, pengaturan, keterlambatan, ketentuan=ketentuan, batas_laporan=batas_laporan,
        logo=read_logo(master, akar),
    )  # fmt: skip
    judul = f"Keterlambatan Penyampaian Data Kinerja {periode.nama}"
    return render_naskah(
        "daftar_keterlambatan", templat, konteks, judul, master=master, kertas=pengaturan.kertas, akhir=periode.akhir
    )


def jadwal_sop(
    master: Master,
    pengaturan: Pengaturan,
    rencana: RencanaPeriode,
    gambar: Mapping[str, Sequence[Gambar]],
    *,
    tanggal: date,
    templat: Path,
    akar: Path | None = None,
) -> bytes:
    """The schedule of a period; `gambar`: the Gantt pictures by name of the SOP."""
    from kinerja.render.views.jadwal import jadwal_sop as view

    konteks = view(master, rencana, gambar, tanggal=tanggal, logo=read_logo(master, akar))
    judul, akhir = f"Jadwal {rencana.periode.nama}", rencana.periode.akhir
    return render_naskah("jadwal_sop", templat, konteks, judul, master=master, kertas=pengaturan.kertas, akhir=akhir)


def lembar_kendali(
    master: Master, pengaturan: Pengaturan, lembar: LembarKendali, *, templat: Path, akar: Path | None = None
) -> bytes:
    """The paraf slip of a report."""
    from kinerja.render.views.lembar_kendali import lembar_kendali as view

    konteks = view(master, lembar, logo=read_logo(master, akar))
    judul, akhir = f"Lembar Kendali Laporan Kinerja {lembar.periode.nama}", lembar.periode.akhir
    return render_naskah(
        "lembar_kendali", templat, konteks, judul, master=master, kertas=pengaturan.kertas, akhir=akhir
    )


def daftar_koreksi(
    master: Master,
    pengaturan: Pengaturan,
    judul: str,
    koreksi: Sequence[KoreksiTercatat],
    berkas: Sequence[str],
    *,
    akhir: date,
    tanggal: date,
    templat: Path,
    akar: Path | None = None,
) -> bytes:
    """The list of corrections to the report `judul`, whose period ends on `akhir`."""
    from kinerja.render.views.daftar_koreksi import daftar_koreksi as view

    konteks = view(master, judul, koreksi, berkas, tanggal=tanggal, logo=read_logo(master, akar))
    nama = f"Daftar Koreksi dan Masukan, {judul}"
    return render_naskah("daftar_koreksi", templat, konteks, nama, master=master, kertas=pengaturan.kertas, akhir=akhir)


def sop(
    master: Master, pengaturan: Pengaturan, sop: Sop, *, tanggal: date, templat: Path, akar: Path | None = None
) -> bytes:
    """An SOP in the usual layout with its flow drawn, to be signed by who heads the agency on `tanggal`."""
    from kinerja.render.views.sop import sop as view

    konteks = view(master, sop, tanggal=tanggal, kertas=pengaturan.kertas, logo=read_logo(master, akar))
    akhir, judul = date(master.instansi.tahun, 12, 31), f"SOP {sop.nama}"
    return render_naskah("sop", templat, konteks, judul, master=master, kertas=pengaturan.kertas, akhir=akhir)


def pengingat(master: Master, keterlambatan: Keterlambatan) -> bytes:
    """The reminder as a text file that every Notepad opens right: UTF-8 with its mark, lines ended as on Windows."""
    from kinerja.render.views.pengingat import pengingat as view

    return view(master, keterlambatan).replace("\n", "\r\n").encode("utf-8-sig")


def render_naskah(
    jenis: str,
    templat: Path,
    konteks: Mapping[str, Any],
    judul: str,
    *,
    master: Master,
    kertas: str,
    akhir: date,
    sekali: bool = False,
) -> bytes:
    """Read the template and run the engine; a template of letters is kept open, unless `sekali`."""
    from kinerja.render.engine import Sifat, cetakan, render_docx

    nama = f"{jenis}.docx"
    isi = _baca_templat(templat, nama)
    sifat = Sifat(
        judul=judul,
        pengarang=master.instansi.nama,
        subjek=f"Data kinerja tahun {master.instansi.tahun}",
        waktu=datetime.combine(akhir, time(12)),
        kertas=kertas,
    )
    return render_docx(isi, nama, konteks, sifat) if sekali else cetakan(isi, nama).render(konteks, sifat)


def _baca_templat(templat: Path, nama: str) -> bytes:
    try:
        return (templat / nama).read_bytes()
    except OSError as sebab:
        raise KinerjaError(
            f"Templat {templat.name}/{nama} tidak ada atau tidak dapat dibaca.",
            f"Kembalikan {nama} ke map {templat.name}; salinan bawaannya dibuat oleh “kinerja init”.",
        ) from sebab
