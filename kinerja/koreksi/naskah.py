"""A corrected document as a whole: all its parts read, comments joined to their places, revisions made corrections."""

from __future__ import annotations

import hashlib
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import replace

from lxml import etree

from kinerja.koreksi.berkas import BerkasWord, W, buka_word
from kinerja.koreksi.gaya import baca_gaya
from kinerja.koreksi.komentar import Komentar, baca_komentar
from kinerja.koreksi.model import JenisKoreksi, Koreksi, NaskahTerkoreksi, potong
from kinerja.koreksi.pembaca import Bacaan, Jangkar, Pembaca
from kinerja.koreksi.tanda import ALINEA, Tanda

_BAGIAN = {"header": "kepala halaman", "footer": "kaki halaman"}
_CATATAN = {"footnotes": ("footnote", "catatan kaki"), "endnotes": ("endnote", "catatan akhir")}
_MENIT = 16  # of an ISO time: what every word processor keeps when it saves the file again
_TANPA_JANGKAR = "tidak melekat pada teks"


def baca_naskah(isi: bytes, nama: str) -> NaskahTerkoreksi:
    """Read paragraphs and corrections of a .docx. KinerjaError says what is wrong with `nama` and what to do."""
    berkas = buka_word(isi, nama)
    bacaan = Bacaan()
    gaya = baca_gaya(berkas.satu("styles"))
    berhalaman = next(berkas.utama.iter(f"{W}lastRenderedPageBreak"), None) is not None
    Pembaca(bacaan, gaya, berhalaman=berhalaman).baca(berkas.utama)
    for bagian, akar in _bagian_lain(berkas):
        Pembaca(bacaan, gaya, bagian).baca(akar)
    komentar = baca_komentar(berkas.satu("comments"), berkas.satu("commentsExtended"))
    return NaskahTerkoreksi(
        paragraf=tuple(bacaan.paragraf),
        koreksi=tuple(beridentitas(_berurut(bacaan, komentar))),
        sifat=berkas.sifat,
        penyunting=berkas.penyunting,
    )


def beridentitas(koreksi: Iterable[Koreksi]) -> Iterator[Koreksi]:
    """The same corrections with their identity: from what each says, not where; the second that says the same has `#2`.

    What this program says of one (`keterangan`) takes no part: it may be worded otherwise some day.
    """
    banyak: Counter[str] = Counter()
    for k in koreksi:
        isi = (k.jenis, k.penulis, (k.waktu or "")[:_MENIT], k.teks, k.teks_lama)
        kunci = hashlib.sha256("\x1f".join(x or "" for x in isi).encode()).hexdigest()[:16]
        banyak[kunci] += 1
        yield replace(k, kunci=kunci if banyak[kunci] == 1 else f"{kunci}#{banyak[kunci]}")


def _bagian_lain(berkas: BerkasWord) -> Iterator[tuple[str, etree._Element]]:
    """Headers, footers and notes, by what people call them."""
    banyak = Counter(jenis for jenis, _ in berkas.bagian)
    ke: Counter[str] = Counter()
    for jenis, akar in berkas.bagian:
        ke[jenis] += 1
        if jenis in _BAGIAN:
            yield _BAGIAN[jenis] + (f" {ke[jenis]}" if banyak[jenis] > 1 else ""), akar
        elif jenis in _CATATAN:
            unsur, sebutan = _CATATAN[jenis]
            isi = [e for e in akar.iter(f"{W}{unsur}") if e.get(f"{W}type", "normal") == "normal"]
            for nomor, catatan in enumerate(isi, 1):
                yield f"{sebutan} {nomor}", catatan


def _berurut(bacaan: Bacaan, komentar: list[Komentar]) -> list[Koreksi]:
    """In the order of the document. A comment stands before the revisions that follow the begin of its range."""
    letak: list[tuple[int, int]] = []
    hasil: list[Koreksi] = []
    ujung = _pindahan(bacaan.tanda)
    for n, t in enumerate(bacaan.tanda):
        if n not in ujung:
            letak.append((n, 1))
            hasil.append(_dari_tanda(t))
        elif (lain := ujung[n]) > n:
            letak.append((n, 1))
            hasil.append(_dari_pindahan(t, bacaan.tanda[lain]))
    for k in komentar:
        jangkar = bacaan.jangkar.get(k.nomor)
        letak.append((len(bacaan.tanda) if jangkar is None else jangkar.urut, 0))
        hasil.append(_dari_komentar(k, jangkar))
    return [hasil[i] for i in sorted(range(len(hasil)), key=letak.__getitem__)]


def _pindahan(tanda: list[Tanda]) -> dict[int, int]:
    """Both ends of each move, by their numbers: ends of one name, else of one text; in order when there are many."""
    hasil: dict[int, int] = {}
    menunggu: dict[tuple[str, str | None, str], deque[int]] = {}
    for n, t in enumerate(tanda):
        if t.jenis not in ("moveFrom", "moveTo"):
            continue
        apa = t.nama or "".join(t.teks)
        lawan = menunggu.get(("moveTo" if t.jenis == "moveFrom" else "moveFrom", t.penulis, apa))
        if lawan:
            asal = lawan.popleft()
            hasil |= {asal: n, n: asal}
        else:
            menunggu.setdefault((t.jenis, t.penulis, apa), deque()).append(n)
    return hasil


def _dari_tanda(t: Tanda) -> Koreksi:
    teks = "".join(t.teks)
    keterangan = t.keterangan
    if t.ganti is not None:
        lain = potong("".join(t.ganti.teks))
        keterangan = f"menggantikan “{lain}”" if t.jenis == "ins" else f"diganti “{lain}”"
    elif teks == ALINEA:
        keterangan = "paragraf dipisah di sini" if t.jenis == "ins" else "paragraf digabung dengan berikutnya"
    match t.jenis:
        case "ins":
            jenis, baru, lama = JenisKoreksi.SISIPAN, teks, ""
        case "del":
            jenis, baru, lama = JenisKoreksi.HAPUSAN, "", teks
        case "moveFrom":
            jenis, baru, lama = JenisKoreksi.PINDAHAN, "", teks
            keterangan = "dipindahkan dari sini; tempat barunya tidak tertulis"
        case "moveTo":
            jenis, baru, lama = JenisKoreksi.PINDAHAN, teks, ""
            keterangan = "dipindahkan ke sini; tempat asalnya tidak tertulis"
        case _:
            jenis, baru, lama = JenisKoreksi.FORMAT, teks, teks
    return _koreksi(t, jenis, (baru, lama), keterangan)


def _dari_pindahan(a: Tanda, b: Tanda) -> Koreksi:
    asal, tujuan = (a, b) if a.jenis == "moveFrom" else (b, a)
    isi = "".join(tujuan.teks), "".join(asal.teks)
    return _koreksi(tujuan, JenisKoreksi.PINDAHAN, isi, f"semula di {asal.tempat}")


def _koreksi(t: Tanda, jenis: JenisKoreksi, isi: tuple[str, str], keterangan: str) -> Koreksi:
    teks, lama = isi
    return Koreksi(
        kunci="",
        jenis=jenis,
        penulis=t.penulis,
        waktu=t.waktu,
        tempat=str(t.tempat),
        teks=teks,
        teks_lama=lama,
        keterangan=keterangan,
    )


def _dari_komentar(k: Komentar, jangkar: Jangkar | None) -> Koreksi:
    """What it is on: the text as it would read when accepted, else what is struck out there."""
    pada = "" if jangkar is None else "".join(jangkar.usulan).strip() or "".join(jangkar.hapusan).strip()
    return Koreksi(
        kunci="",
        jenis=JenisKoreksi.KOMENTAR,
        penulis=k.penulis,
        waktu=k.waktu,
        tempat=_TANPA_JANGKAR if jangkar is None else str(jangkar.tempat),
        teks=k.teks,
        teks_lama=pada,
        balasan=k.balasan,
        selesai=k.selesai,
    )
