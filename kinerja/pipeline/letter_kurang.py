"""What a letter leaves blank because the master does not have it, and what its reader would stumble over: sentences
that name the sheet, the row and what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from kinerja.domain.kalender import Kalender
from kinerja.domain.tanggal import format_tanggal
from kinerja.master.model import Unit
from kinerja.render.model import BahanSurat
from kinerja.render.surat import JenisSurat
from kinerja.render.views.cetak import daftar_kata, hari, sebut
from kinerja.render.views.kop import PERAN_PIMPINAN, ketua_tim, pimpinan
from kinerja.render.views.perjanjian import atasan
from kinerja.render.views.tim import mengingat

_PENANDA = ("pimpinan", "ketua_tim")
_SEMUA = 5  # rows named one by one; of more only the number


def kekurangan(info: JenisSurat, bahan: BahanSurat, *, logo: bool) -> Iterator[str]:
    """One sentence for each thing that the paper leaves blank. `logo`: it could be read."""
    for butuh in info.butuh:
        yield from _PERIKSA[butuh](bahan) if butuh in _PERIKSA else ()
    if info.bernip:
        for siapa in _PENANDA:
            if siapa in info.butuh:
                yield from _nip(bahan, siapa)
    if bahan.unit is not None:
        yield from _pimpinan_unit(bahan, bahan.unit)
    if info.nomor and not bahan.master.instansi.kode_klasifikasi:
        yield "Kode klasifikasi pada nomor surat belum ada: isi Kode Klasifikasi di lembar Instansi."
    if not logo:
        nama = bahan.master.instansi.logo
        sebab = f"{nama} tidak dapat dibaca" if nama else "belum ada"
        yield f"Logo {sebab}: taruh berkasnya di map kerja dan tulis namanya pada Logo di lembar Instansi."


def perhatian(info: JenisSurat, bahan: BahanSurat, kalender: Kalender) -> Iterator[str]:
    """What does not go together: dates of the letter, the meeting, the deadline, days off; who signs for whom."""
    tanggal, rapat = bahan.tanggal, bahan.rapat.tanggal if bahan.rapat is not None else None
    if info.bertenggat and not kalender.is_hari_kerja(bahan.tenggat):
        yield (
            f"Batas penyampaian jatuh pada hari libur, {hari(bahan.tenggat)}. Agar bergeser ke hari kerja berikutnya, "
            'tulis tenggat_libur = "geser" di kinerja.toml.'
        )
    if info.bertenggat and tanggal > bahan.tenggat:
        yield (
            f"Tanggal surat, {format_tanggal(tanggal)}, sesudah batas penyampaian data, {format_tanggal(bahan.tenggat)}"
            ": tulis --tanggal bila surat ini seharusnya lebih awal."
        )
    if info.mengundang and rapat is not None and tanggal > rapat:
        yield (
            f"Tanggal surat, {format_tanggal(tanggal)}, sesudah rapatnya, {format_tanggal(rapat)}: tulis --tanggal "
            "bila undangan ini seharusnya lebih awal."
        )
    kepala = pimpinan(bahan.master, tanggal)
    wakil = bahan.master.pejabat_at(bahan.atas_nama, tanggal) if bahan.atas_nama is not None else None
    if kepala is not None and wakil is not None and wakil.nama == kepala.nama:
        yield (
            f"{kepala.nama} sendiri menjabat {kepala.jabatan.rstrip(' ,')} pada {format_tanggal(tanggal)}: jalankan "
            "lagi tanpa --atas-nama."
        )
    if info.bertanggal and not kalender.is_hari_kerja(tanggal):
        yield f"Tanggal surat jatuh pada hari libur, {hari(tanggal)}: tulis --tanggal untuk hari lain."


def _baris(nomor: list[int | None]) -> str:
    """`baris 4`, `baris 4, 5, dan 7`, `9 baris`."""
    ada = [str(n) for n in nomor if n is not None]
    return f"{len(nomor)} baris" if len(ada) > _SEMUA or not ada else f"baris {daftar_kata(ada)}"


def _nip(bahan: BahanSurat, siapa: str) -> Iterator[str]:
    """That the NIP of who signs is missing."""
    m, tanggal = bahan.master, bahan.tanggal
    wakil = m.pejabat_at(bahan.atas_nama, tanggal) if bahan.atas_nama is not None else None
    p = ketua_tim(m, tanggal) if siapa == "ketua_tim" else wakil or pimpinan(m, tanggal)
    if p is not None and not p.nip:
        lembar = "Pejabat" if p in m.pejabat else "Tim"
        yield f"NIP {p.nama} belum ada: isi kolom NIP di lembar {lembar} {_baris([p.baris])}."


def _pimpinan(bahan: BahanSurat) -> Iterator[str]:
    m, tanggal = bahan.master, bahan.tanggal
    if pimpinan(m, tanggal) is not None:
        return
    nama = {x.casefold() for x in PERAN_PIMPINAN}
    ada = [p.baris for p in m.pejabat if p.peran.casefold() in nama]
    cara = (
        f"periksa Berlaku Mulai dan Berlaku Sampai pada {_baris(ada)}, atau tambah baris"
        if ada
        else f"tambah baris dengan Peran {PERAN_PIMPINAN[0]}"
    )
    yield f"Tidak ada pimpinan yang menjabat pada {format_tanggal(tanggal)}: di lembar Pejabat, {cara}."


def _atasan(bahan: BahanSurat) -> Iterator[str]:
    if bahan.unit is None and atasan(bahan.master, bahan.tanggal) is None:
        yield "Nama atasan pimpinan belum ada: isi lembar Pejabat dengan Peran Bupati, Wali Kota, atau Atasan."


def _ketua_tim(bahan: BahanSurat) -> Iterator[str]:
    if ketua_tim(bahan.master, bahan.tanggal) is None:
        yield "Ketua Tim belum ada: isi lembar Pejabat (Peran Ketua Tim) atau lembar Tim (Kedudukan Ketua)."


def _tim(bahan: BahanSurat) -> Iterator[str]:
    if not bahan.master.tim:
        yield "Susunan tim belum ada: isi lembar Tim di induk.xlsx."


def _mengingat(bahan: BahanSurat) -> Iterator[str]:
    if not mengingat(bahan.master):
        yield "Dasar hukum (Mengingat) dikosongkan: tulis di Word, atau pada lembar Narasi, Bagian Mengingat."


def _target(bahan: BahanSurat) -> Iterator[str]:
    if bahan.rencana is None:
        return
    kosong = ", ".join(t.indikator.kode for t in bahan.rencana.target if t.tahun is None)
    if kosong or not bahan.rencana.target:
        siapa = f" untuk {kosong}" if kosong else ""
        yield f"Target setahun belum ada{siapa}: isi kolom Tahun di lembar Target."


def _anggaran(bahan: BahanSurat) -> Iterator[str]:
    if bahan.rencana is not None and not bahan.rencana.anggaran:
        yield "Belum ada pagu: isi lembar Anggaran di induk.xlsx."


def _unit(bahan: BahanSurat) -> Iterator[str]:
    m = bahan.master
    tanpa = [m.cell_beside(u.sumber, "Nama Pimpinan").sel for u in m.unit_pelapor if not u.nama_pimpinan]
    if tanpa:
        sel = f"sel {daftar_kata([x for x in tanpa if x])}" if len(tanpa) <= _SEMUA else f"{len(tanpa)} unit"
        yield f"Nama pimpinan unit belum ada: isi lembar Unit, kolom Nama Pimpinan, {sel}."


def _pimpinan_unit(bahan: BahanSurat, unit: Unit) -> Iterator[str]:
    m = bahan.master
    induk = next((u for u in m.unit if u.kode == unit.induk), None)
    for u in (unit, *([induk] if induk is not None else [])):
        if not u.nama_pimpinan:
            sel = m.cell_beside(u.sumber, "Nama Pimpinan").sel
            yield f"Nama pimpinan {u.nama} belum ada: isi lembar Unit sel {sel}."
        elif not u.nip:
            yield f"NIP pimpinan {u.nama} belum ada: isi lembar Unit sel {m.cell_beside(u.sumber, 'NIP').sel}."


def _rapat(bahan: BahanSurat) -> Iterator[str]:
    r = bahan.rapat
    if r is None:
        yield (
            f"Tidak ada rapat sebulan sesudah {sebut(bahan.periode)}: tambah baris di lembar Rapat, atau sebutkan "
            "--rapat TANGGAL."
        )
        return
    kosong = [judul for judul, isi in (("Waktu", r.waktu), ("Tempat", r.tempat)) if not isi]
    if kosong:
        yield f"{daftar_kata(kosong)} rapat belum ada: isi lembar Rapat {_baris([r.baris])}."


def _peserta(bahan: BahanSurat) -> Iterator[str]:
    if bahan.rapat is not None and not bahan.rapat.peserta:
        yield f"Peserta rapat belum ada: isi kolom Peserta di lembar Rapat {_baris([bahan.rapat.baris])}."


def _tujuan(bahan: BahanSurat) -> Iterator[str]:
    if not bahan.master.instansi.tujuan_laporan:
        yield "Tujuan laporan belum ada: isi Tujuan Laporan di lembar Instansi."


def _lhe(bahan: BahanSurat) -> Iterator[str]:
    if not any(x.tahun < bahan.periode.tahun for x in bahan.master.lhe):
        yield "Rekomendasi hasil evaluasi tahun sebelumnya belum ada: isi lembar LHE di induk.xlsx."


def _pengumpulan(bahan: BahanSurat) -> Iterator[str]:
    if not any(x.kelengkapan.status is not None for x in bahan.pengumpulan):
        yield (
            f"Belum ada formulir {sebut(bahan.periode)} yang tercatat: taruh di map masuk, lalu jalankan kinerja "
            "validate."
        )


def _capaian(bahan: BahanSurat) -> Iterator[str]:
    if bahan.hasil is not None and not any(c.capaian is not None for c in bahan.hasil.capaian):
        yield (
            f"Belum ada capaian {sebut(bahan.periode)} yang dapat dihitung: formulir yang valid belum ada "
            f"(kinerja status {bahan.periode.id})."
        )


_PERIKSA: Mapping[str, Callable[[BahanSurat], Iterator[str]]] = {
    "pimpinan": _pimpinan,
    "atasan": _atasan,
    "ketua_tim": _ketua_tim,
    "tim": _tim,
    "mengingat": _mengingat,
    "target": _target,
    "anggaran": _anggaran,
    "unit": _unit,
    "rapat": _rapat,
    "peserta": _peserta,
    "tujuan": _tujuan,
    "lhe": _lhe,
    "pengumpulan": _pengumpulan,
    "capaian": _capaian,
}
