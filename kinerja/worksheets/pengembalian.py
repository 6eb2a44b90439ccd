"""The return copy: the unit's own workbook with what is wrong marked in it, to be mended and sent back.

Marks are a fill, a comment (found, expected, how to mend) and a sheet that lists all findings with links. Values,
formulas and locks stay; only an input cell that is marked loses a lock that was pasted over it, since it could not be
mended otherwise. The identity says which revision the copy answers, so what comes back is the next one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kinerja.domain.formulir import (
    KOLOM_ISIAN,
    LEMBAR_ANGGARAN,
    LEMBAR_KINERJA,
    LEMBAR_PENGESAHAN,
    LEMBAR_TEMUAN,
    FormTerbit,
    IdentitasForm,
    KolomAnggaran,
)
from kinerja.domain.tanggal import format_tanggal
from kinerja.findings import Finding, Tingkat
from kinerja.forms.blank import Pencetak
from kinerja.forms.gaya import WARNA_ISIAN, WARNA_TERKUNCI
from kinerja.forms.lembar_lain import TENGGAT
from kinerja.forms.tata import PENULIS
from kinerja.read.model import FormTerbaca
from kinerja.sources import CellRef
from kinerja.workbook.errors import BerkasDitolak
from kinerja.workbook.komentar import read_comments
from kinerja.workbook.model import Buku, Jenis, Sel
from kinerja.workbook.patch import Isi, TidakAman, allow_format, restyle_cells, set_cells, split_cells
from kinerja.workbook.patch_buku import BukuTambal
from kinerja.workbook.patch_gaya import GayaBuku
from kinerja.workbook.patch_komentar import put_comments
from kinerja.workbook.reader import open_workbook
from kinerja.worksheets.isian_ulang import pindahkan_temuan, refill
from kinerja.worksheets.lembar_temuan import build_lembar_temuan, kalimat_pembuka

WARNA_TEMUAN = "FFB347"

_TANPA_TEMPAT = frozenset({"BTK003", "BTK009"})
_BATAS_KOMENTAR = 4000  # characters of one comment; a longer list stands in full in the sheet of findings


@dataclass(frozen=True, slots=True)
class Salinan:
    """The copy, and the findings as they stand in it: on a form printed anew some have another address."""

    isi: bytes
    temuan: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Jawaban:
    """What the copy answers and by when; `ulang` says why the unit's own file could not be marked."""

    menjawab: int
    tenggat: date
    ulang: str | None = None


def salinan_beranotasi(
    isi: bytes,
    form: FormTerbaca,
    temuan: Sequence[Finding],
    *,
    menjawab: int,
    terbit: FormTerbit,
    pencetak: Pencetak,
    tenggat: date,
) -> Salinan:
    """The annotated copy, always .xlsx, that answers revision `menjawab` and is due back by `tenggat`.

    `isi` are the bytes as received and `form` what was read from them. An .xlsx is patched in place; of other formats,
    where a patch would not be safe, and where a sheet or its headings are gone so that nothing could be mended in it,
    our own form `terbit` is printed anew and filled with the unit's values.
    """
    hilang = any(t.kode in _TANPA_TEMPAT for t in temuan)
    if form.format == "xlsx" and not hilang:
        try:
            return Salinan(_tandai(isi, form, temuan, _Jawaban(menjawab, tenggat)), tuple(temuan))
        except (TidakAman, BerkasDitolak, ValueError, LookupError):
            pass  # a package unlike any that spreadsheets write: our own form takes its values instead
    ulang = refill(form, terbit, menjawab, pencetak, tenggat, catatan=_catatan_unit(isi, form.format))
    sebab = (
        "Lembar atau baris judul yang hilang dikembalikan dengan formulir baru ini; isi yang masih ada sudah disalin."
        if hilang
        else f"Berkas yang Anda kirim ({form.format}) tidak dapat ditandai langsung, jadi isinya disalin ke formulir"
        " baru ini."
    )
    pindah = tuple(pindahkan_temuan(form, terbit, temuan, pencetak))
    return Salinan(_tandai(ulang, form, pindah, _Jawaban(menjawab, tenggat, sebab)), pindah)


def _catatan_unit(isi: bytes, format_: str) -> dict[tuple[str, str], str]:
    """The unit's own comments on cells, by sheet and address."""
    semua = read_comments(isi, format_)
    return {tempat: teks for tempat, teks in semua.items() if not teks.startswith(f"{PENULIS}:")}


def _tandai(isi: bytes, form: FormTerbaca, temuan: Sequence[Finding], jawaban: _Jawaban) -> bytes:
    """Mark the cells of a workbook. Raises TidakAman when it cannot be done with certainty."""
    terbaca = open_workbook(isi, form.path)
    buku = BukuTambal(isi)
    _perbarui(buku, terbaca, jawaban)
    gaya = GayaBuku(buku.paket.read(buku.gaya()))
    gaya.lift(WARNA_TEMUAN, terbuka=WARNA_ISIAN, terkunci=WARNA_TERKUNCI)
    tanda = _per_lembar(temuan, buku.lembar)
    # On our own form, printed anew, every input cell is open already, and stands elsewhere.
    isian = set(_sel_isian(form)) if jawaban.ulang is None else set()
    for lembar, bagian in tuple(buku.lembar.items()):
        if lembar == LEMBAR_TEMUAN:
            continue
        sel = tanda.get(lembar, {})
        if sel:
            xml = allow_format(buku.paket.read(bagian))
            belahan = split_cells(xml, sel)
            lama = {s.alamat: s.gaya if s.gaya is not None else 0 for s in belahan.sel}
            terbuka = {a for a in lama if (lembar, a) in isian}
            biasa = gaya.overlay({g for a, g in lama.items() if a not in terbuka}, WARNA_TEMUAN)
            buka = gaya.overlay({lama[a] for a in terbuka}, WARNA_TEMUAN, terbuka=True)
            baru = {a: buka[g] if a in terbuka else biasa[g] for a, g in lama.items()}
            buku.paket.put(bagian, restyle_cells(xml, baru))
        put_comments(buku, lembar, sel, PENULIS)
    tersembunyi = {n: x.baris_tersembunyi for n, x in terbaca.lembar.items() if n in buku.lembar}
    kepala = kalimat_pembuka(temuan, jawaban.menjawab, jawaban.tenggat, jawaban.ulang)
    judul, xml = build_lembar_temuan(temuan, tersembunyi, gaya, kepala)
    buku.put_sheet(LEMBAR_TEMUAN, xml)
    buku.repeat_row(LEMBAR_TEMUAN, judul)
    buku.paket.put(buku.gaya(), gaya.to_bytes())
    buku.check()
    hasil = buku.paket.to_bytes()
    if _isi_buku(open_workbook(hasil, form.path)) != _isi_buku(terbaca):
        raise TidakAman("isi berubah")
    return hasil


def _sel_isian(form: FormTerbaca) -> Iterator[tuple[str, str]]:
    """(sheet as received, address) of the cells that the unit fills in."""
    nama = form.nama_lembar
    for b in form.baris:
        yield from ((nama.get(LEMBAR_KINERJA, LEMBAR_KINERJA), b.sel[k].alamat) for k in KOLOM_ISIAN if k in b.sel)
    for a in form.anggaran:
        if KolomAnggaran.REALISASI in a.sel:
            yield nama.get(LEMBAR_ANGGARAN, LEMBAR_ANGGARAN), a.sel[KolomAnggaran.REALISASI].alamat
    pengesahan = nama.get(LEMBAR_PENGESAHAN, LEMBAR_PENGESAHAN)
    yield from ((pengesahan, s.alamat) for s in form.pengesahan.values())
    if form.alasan_perbaikan is not None:
        yield pengesahan, form.alasan_perbaikan.alamat


def _isi_buku(buku: Buku) -> dict[str, dict[tuple[int, int], Sel]]:
    """What the sheets hold, without the identity and the sheet of findings: it must be the same before and after."""
    return {
        nama: {
            letak: sel
            for letak, sel in lembar.sel.items()
            if sel.jenis is not Jenis.KOSONG and _teks_baru(sel.teks, _Jawaban(0, date.min)) is None
        }
        for nama, lembar in buku.lembar.items()
        if nama != LEMBAR_TEMUAN
    }


def _perbarui(buku: BukuTambal, terbaca: Buku, jawaban: _Jawaban) -> None:
    """Write the answered revision wherever the identity stands (hidden sheet, visible line, property), and the date."""
    ada = False
    for lembar in terbaca.lembar.values():
        ganti: dict[str, Isi] = {}
        for sel in lembar.sel.values():
            if sel.jenis is Jenis.TEKS and (teks := _teks_baru(sel.teks, jawaban)) is not None:
                ganti[sel.alamat] = Isi(teks=teks)
                ada = ada or _kode_baru(sel.teks, 0) is not None
        if ganti:
            bagian = buku.lembar[lembar.nama]
            buku.paket.put(bagian, set_cells(buku.paket.read(bagian), ganti))
    for nilai in terbaca.sifat.values():
        kode = _kode_baru(nilai, jawaban.menjawab)
        if kode is not None:
            ada = True
            buku.replace_text(nilai, kode)
    if not ada:
        raise TidakAman("identitas formulir tidak ditemukan")


def _teks_baru(teks: str, jawaban: _Jawaban) -> str | None:
    """What replaces this text of the form; None when it stays."""
    if teks.startswith(TENGGAT):
        return TENGGAT + format_tanggal(jawaban.tenggat)
    return _kode_baru(teks, jawaban.menjawab)


def _kode_baru(teks: str, menjawab: int) -> str | None:
    """The identity line in this text with the answered revision put in; None when there is none."""
    if "KINERJA/" not in teks:
        return None
    kata = next((k for k in teks.split() if k.startswith("KINERJA/")), "")
    lama = IdentitasForm.parse(kata)
    return None if lama is None else teks.replace(kata, lama.answering(menjawab).kode_formulir)


def _per_lembar(temuan: Iterable[Finding], lembar: Iterable[str]) -> Mapping[str, Mapping[str, str]]:
    """Comment texts by sheet and cell: of faults and warnings that name a cell of a sheet that is there."""
    ada = set(lembar)
    hasil: dict[str, dict[str, list[str]]] = {}
    for t in temuan:
        if t.tingkat is not Tingkat.CATATAN and t.sumber.sel and t.sumber.lembar in ada:
            hasil.setdefault(t.sumber.lembar, {}).setdefault(_sel_tunggal(t.sumber), []).append(_komentar(t))
    return {nama: {a: "\n\n".join(isi)[:_BATAS_KOMENTAR] for a, isi in sel.items() if a} for nama, sel in hasil.items()}


def _sel_tunggal(sumber: CellRef) -> str:
    """The first cell of the address (`J7, K7` and `J7:K9` begin at J7)."""
    return (sumber.sel or "").replace(":", ",").split(",")[0].strip().replace("$", "").upper()


def _komentar(t: Finding) -> str:
    baris = [f"{t.tingkat.value.upper()} {t.kode}", f"Ditemukan: {t.pesan}"]
    if t.diharapkan:
        baris.append(f"Seharusnya: {t.diharapkan}")
    baris.append(f"Cara memperbaiki: {t.saran}")
    return "\n".join(baris)
