"""Drafted paragraphs read back from a corrected konsep: whose they are, what they say, and what only a person knows.

Identity comes from the content control and from bookmarks; where both tell, they must agree. One identity in paragraphs
that follow each other is a paragraph that was split; two in one paragraph are paragraphs that were joined, parted again
where the second begins. Everything else that is not plain is a question.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

from kinerja.domain.narasi import (
    ALINEA,
    baca_judul,
    baca_judul_tanda,
    baca_penanda,
    baca_tanda,
    rapikan,
    sidik_kunci,
)
from kinerja.koreksi.model import BADAN, JenisKoreksi, Koreksi, NaskahTerkoreksi, Paragraf

PROGRAM = "kinerja"  # the author of marks at stale paragraphs


class Masalah(StrEnum):
    """What only a person can say of a paragraph."""

    TERLACAK = "terlacak"  # tracked changes that nobody has accepted or rejected
    HILANG = "hilang"
    GANDA = "ganda"
    ASING = "asing"  # an identity that no konsep of this period has
    BENTROK = "bentrok"  # control and bookmark name different paragraphs
    TABEL = "tabel"  # a table stands in it
    BARU = "baru"  # a paragraph that somebody wrote between drafted ones, and that is none's


@dataclass(frozen=True, slots=True, kw_only=True)
class TanyaNarasi:
    """A question. `kunci` is empty where no paragraph is known; `teks` is what stands there."""

    masalah: Masalah
    kunci: str
    tempat: str
    teks: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagrafNarasi:
    """A drafted paragraph as it came back. `asal` is what the konsep printed, `sidik` that of its draft then.

    Paragraphs that it was split into stand in `teks` with `ALINEA` between them; it is empty when it was cleared.
    """

    kunci: str
    sidik: str
    teks: str
    asal: str
    tempat: str

    @property
    def disunting(self) -> bool:
        """True when words or paragraphs differ from the konsep."""
        return bentuk(self.teks) != bentuk(self.asal)


@dataclass(frozen=True, slots=True, kw_only=True)
class BacaanNarasi:
    """By kunci in the order of the document what can be told, and questions about the rest.

    `digabung`: kunci of paragraphs that were found joined. `dilepas`: stale paragraphs whose mark was taken away;
    `bertanda`: those whose mark still stands.
    """

    paragraf: Mapping[str, ParagrafNarasi]
    tanya: tuple[TanyaNarasi, ...]
    digabung: tuple[tuple[str, ...], ...]
    bertanda: frozenset[str]
    dilepas: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Potong:
    """A stretch of one paragraph that belongs to one identity, or to none (`kunci` empty)."""

    kunci: str
    sidik: str
    teks: str
    tempat: str
    letak: int  # of its paragraph
    terlacak: bool = False
    masalah: Masalah | None = None
    sela: bool = False  # a heading or a table: what follows it belongs to nothing before it


def bentuk(teks: str) -> str:
    """A text for comparison: its paragraphs count, the kind and number of blanks do not."""
    return ALINEA.join(x for bagian in teks.split(ALINEA) if (x := rapikan(bagian)))


def milik_program(koreksi: Koreksi) -> bool:
    """True for a mark at a stale paragraph, which nobody has written."""
    return koreksi.jenis is JenisKoreksi.KOMENTAR and _ditandai(koreksi) is not None


def baca_narasi(diterima: NaskahTerkoreksi, konsep: NaskahTerkoreksi, dikenal: Collection[str]) -> BacaanNarasi:
    """Read the drafted paragraphs of `diterima`, which was made from `konsep`.

    `dikenal`: kunci of the period that other konsep of it have, or had.
    """
    dikenal = {*dikenal, *(x[0] for p in konsep.paragraf if (x := baca_tanda(p.kontrol)) is not None)}
    semula, kini = _potong_semua(konsep, dikenal), _potong_semua(diterima, dikenal)
    dicetak = _blok(semula, frozenset())
    asal = {k: _gabung(blok[0]) for k, blok in dicetak.items()}
    baru = frozenset(p.teks for p in kini if not p.kunci) - {t for p in semula for t in (p.teks, *_pecahan(p))}
    milik = _blok(kini, baru)
    paragraf: dict[str, ParagrafNarasi] = {}
    tanya = [_tanya(p.masalah, p) for p in kini if p.masalah is not None]
    ditanya = {t.kunci for t in tanya}
    polos = {p.teks for p in kini if not p.kunci}
    tetangga = dict(_tetangga(semula))
    for kunci, lama in asal.items():
        blok = milik.get(kunci, [])
        if kunci in ditanya:
            continue
        if not blok:
            if lama.teks in polos:  # flattened, but as it was
                paragraf[kunci] = _jadi(lama, lama)
            else:
                tanya.append(_tanya(Masalah.HILANG, lama))
        elif len(blok) > len(dicetak[kunci]):
            tanya.append(_tanya(Masalah.GANDA, blok[1][0]))
        elif any(p.terlacak for b in blok for p in b):
            tanya.append(_tanya(Masalah.TERLACAK, next(p for b in blok for p in b if p.terlacak)))
        else:
            isi = _gabung(blok[0])
            teks = _lepas(isi.teks, tetangga.get(kunci, ("", "")), polos)
            if teks or not isi.teks:
                paragraf[kunci] = _jadi(replace(isi, teks=teks), lama)
            else:  # only its frame is left, around a paragraph of the template
                tanya.append(_tanya(Masalah.HILANG, lama))
    dipakai = {p.letak for p in kini if p.masalah is not None}
    dipakai |= {p.letak for b in milik.values() for x in b for p in x if not p.kunci or p.kunci in asal}
    tanya += [_tanya(Masalah.BARU, p) for p in _sisipan(semula, kini) if p.teks in baru and p.letak not in dipakai]
    tanda_semula, tanda_kini = _tanda(konsep), _tanda(diterima)
    return BacaanNarasi(
        paragraf=paragraf,
        tanya=tuple(dict.fromkeys(tanya)),
        digabung=tuple(_gabungan(kini)),
        bertanda=tanda_kini,
        dilepas=tanda_semula - tanda_kini,
    )


def _jadi(kini: _Potong, lama: _Potong) -> ParagrafNarasi:
    return ParagrafNarasi(
        kunci=lama.kunci, sidik=kini.sidik or lama.sidik, teks=kini.teks, asal=lama.teks, tempat=kini.tempat
    )


def _tanya(masalah: Masalah, p: _Potong) -> TanyaNarasi:
    return TanyaNarasi(masalah=masalah, kunci=p.kunci, tempat=p.tempat, teks=p.teks)


def _tanda(naskah: NaskahTerkoreksi) -> frozenset[str]:
    """Kunci of stale paragraphs whose mark is there and not resolved."""
    return frozenset(k for x in naskah.koreksi if not x.selesai and (k := _ditandai(x)) is not None)


def _ditandai(koreksi: Koreksi) -> str | None:
    return baca_judul_tanda(koreksi.teks) if koreksi.penulis == PROGRAM else None


def _potong_semua(naskah: NaskahTerkoreksi, dikenal: Collection[str]) -> list[_Potong]:
    """All stretches of the body in order; paragraphs that are empty and nobody's are left out."""
    menurut = {sidik_kunci(k): k for k in dikenal}
    hasil: list[_Potong] = []
    for letak, p in enumerate(naskah.paragraf):
        if p.tempat.bagian == BADAN and not p.daftar_isi and not p.tempat.kotak:
            hasil += _potong(p, letak, menurut)
    return hasil


def _potong(p: Paragraf, letak: int, menurut: Mapping[str, str]) -> Iterator[_Potong]:
    kontrol, sidik, asing = _dari_kontrol(p.kontrol, frozenset(menurut.values()))
    tanda: dict[str, tuple[int, str]] = {}  # by kunci, in order: where it begins, sidik
    kosong: dict[str, str] = {}  # bookmarks over no text
    for x in sorted(p.penanda, key=lambda x: x.awal):
        if (isi := baca_penanda(x.nama)) is None:
            continue
        if (kunci := menurut.get(isi[0])) is None:
            asing = x.nama
        elif any(y.teks.strip() for y in p.potongan[x.awal : x.akhir]):
            tanda.setdefault(kunci, (x.awal, isi[1]))
        else:
            kosong.setdefault(kunci, isi[1])
    berisi = any(y.teks.strip() for y in p.potongan)
    if not tanda and not kontrol and len(kosong) == 1:
        kontrol, sidik = next(iter(kosong.items()))
    dasar = _Potong(kontrol, sidik, _bersih(p.usulan), str(p.tempat), letak, _terlacak(p, 0, len(p.potongan)))
    if asing and not kontrol and not tanda:
        yield replace(dasar, masalah=Masalah.ASING)
    elif p.tabel_ke:
        yield replace(dasar, masalah=Masalah.TABEL) if dasar.kunci and berisi else replace(dasar, kunci="", sela=True)
    elif kontrol and tanda and kontrol not in tanda and kontrol not in kosong:
        yield replace(dasar, masalah=Masalah.BENTROK)
    elif not tanda:
        if dasar.kunci or dasar.teks:
            yield replace(dasar, sela=bool(p.tingkat) and not dasar.kunci)
    else:
        mulai = list(tanda.items())
        for n, (kunci, (batas, sidik_)) in enumerate(mulai):
            awal = batas if n else 0
            akhir = mulai[n + 1][1][0] if n + 1 < len(mulai) else len(p.potongan)
            teks = _bersih("".join(y.teks for y in p.potongan[awal:akhir] if not y.hapusan))
            yield replace(dasar, kunci=kunci, sidik=sidik_, teks=teks, terlacak=_terlacak(p, awal, akhir))


def _dari_kontrol(nama: str, dikenal: Collection[str]) -> tuple[str, str, str]:
    """(kunci, sidik, name of what is unknown) of a content control."""
    if (isi := baca_tanda(nama)) is not None:
        return (*isi, "") if isi[0] in dikenal else ("", "", nama)
    judul = baca_judul(nama)
    return (judul, "", "") if judul is not None and judul in dikenal else ("", "", "")


def _terlacak(p: Paragraf, awal: int, akhir: int) -> bool:
    return p.alinea_terlacak or any(y.sisipan or y.hapusan for y in p.potongan[awal:akhir])


def _bersih(teks: str) -> str:
    """Line by line without blanks at the ends; empty lines part paragraphs."""
    baris = [b.strip() for b in teks.replace("\t", " ").split("\n")]
    return ALINEA.join("\n".join(isi) for ada, isi in groupby(baris, key=bool) if ada)


def _pecahan(p: _Potong) -> Sequence[str]:
    return p.teks.split(ALINEA)


def _blok(semua: Sequence[_Potong], baru: Collection[str]) -> dict[str, list[list[_Potong]]]:
    """Stretches by kunci, those that follow each other together; new paragraphs between two of one kunci are its too.

    Stretches without text count only where there are no others: a paragraph that was moved leaves its marks behind.
    """
    hasil: dict[str, list[list[_Potong]]] = {}
    lalu, sela = "", list[_Potong]()
    for p in semua:
        if p.masalah is not None or (p.kunci and not p.teks and not p.terlacak):
            continue
        if not p.kunci:
            if p.teks in baru and not p.sela:
                sela.append(p)
            else:
                lalu, sela = "", []
        elif p.kunci == lalu:
            hasil[lalu][-1] += [*sela, p]
            sela = []
        else:
            hasil.setdefault(p.kunci, []).append([p])
            lalu, sela = p.kunci, []
    for p in semua:
        if p.kunci and not p.teks and not p.terlacak and p.masalah is None:
            hasil.setdefault(p.kunci, [[p]])
    return hasil


def _gabung(isi: Sequence[_Potong]) -> _Potong:
    return replace(isi[0], teks=ALINEA.join(p.teks for p in isi if p.teks))


def _tetangga(semua: Sequence[_Potong]) -> Iterator[tuple[str, tuple[str, str]]]:
    """The paragraphs of the template before and after each drafted one; "" where another drafted one stands."""
    for n, p in enumerate(semua):
        if p.kunci:
            sekitar = [semua[m] if 0 <= m < len(semua) else None for m in (n - 1, n + 1)]
            lalu, berikut = ("" if x is None or x.kunci else x.teks for x in sekitar)
            yield p.kunci, (lalu, berikut)


def _lepas(teks: str, tetangga: tuple[str, str], polos: Collection[str]) -> str:
    """The text without a paragraph of the template that it was joined with: that one is printed anyway."""
    lalu, berikut = (t if t not in polos else "" for t in tetangga)
    return teks.removeprefix(lalu).removesuffix(berikut).strip()


def _sisipan(semula: Sequence[_Potong], kini: Sequence[_Potong]) -> Iterator[_Potong]:
    """Paragraphs that are nobody's and follow a drafted one, where there are more of them than in the konsep."""
    dulu = {k: len(isi) for k, isi in _pengikut(semula)}
    for kunci, isi in _pengikut(kini):
        if len(isi) > dulu.get(kunci, 0):
            yield from isi


def _pengikut(semua: Sequence[_Potong]) -> Iterator[tuple[str, list[_Potong]]]:
    """For each drafted paragraph what comes after it, up to the next one, a heading or a table."""
    kunci, isi = "", list[_Potong]()
    for p in semua:
        if not p.kunci and not p.sela:
            isi.append(p)
            continue
        if kunci:
            yield kunci, isi
        kunci, isi = p.kunci, []
    if kunci:
        yield kunci, isi


def _gabungan(semua: Iterable[_Potong]) -> Iterator[tuple[str, ...]]:
    for _, isi in groupby((p for p in semua if p.kunci and p.masalah is None), key=lambda p: p.letak):
        if len(kunci := tuple(p.kunci for p in isi)) > 1:
            yield kunci
