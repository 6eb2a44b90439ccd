"""Plain edits: what differs between a konsep as it was sent and as it came back, but for its tracked changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from fractions import Fraction

from kinerja.koreksi.model import JenisKoreksi, Koreksi, NaskahTerkoreksi, Paragraf, potong

_MIRIP = 0.5  # of two paragraphs that are versions of one
_MAKS_PASANG = 60  # paragraphs on either side of a stretch that are compared each with each
_MAKS_KATA = 6  # differences within a paragraph that are spelled out


def plain_edits(konsep: NaskahTerkoreksi, diterima: NaskahTerkoreksi) -> list[Koreksi]:
    """Edits that were not tracked, in the order of the document, without identity yet.

    Tracked ones are left aside: both texts are compared as they read when every tracked change is rejected.
    """
    hasil: list[Koreksi] = []
    semua_lama, semua_baru = _per_bagian(konsep), _per_bagian(diterima)
    for bagian in dict.fromkeys((*semua_baru, *semua_lama)):
        lama, baru = semua_lama.get(bagian, []), semua_baru.get(bagian, [])
        a, b = [_teks(p) for p in lama], [_teks(p) for p in baru]
        for apa, a0, a1, b0, b1 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
            if apa != "equal":
                hasil += _selisih(lama[a0:a1], baru[b0:b1])
    return hasil


def likeness(konsep: NaskahTerkoreksi, diterima: NaskahTerkoreksi) -> Fraction:
    """The share of longer paragraphs that both have, from 0 to 1."""
    a, b = (Counter(t for p in n.paragraf if len(t := _teks(p)) > 20) for n in (konsep, diterima))
    banyak = max(a.total(), b.total())
    return Fraction((a & b).total(), banyak) if banyak else Fraction(0)


def _per_bagian(naskah: NaskahTerkoreksi) -> dict[str, list[Paragraf]]:
    """Paragraphs with text of each part; contents are left out, which word processors renew by themselves."""
    hasil: dict[str, list[Paragraf]] = {}
    for p in naskah.paragraf:
        if not p.daftar_isi and _teks(p):
            hasil.setdefault(p.tempat.bagian, []).append(p)
    return hasil


def _teks(p: Paragraf) -> str:
    """As it read before tracked changes, without what word processors print by themselves, each gap one blank."""
    return " ".join("".join(x.teks for x in p.potongan if not x.sisipan and not x.medan).split())


def _selisih(lama: Sequence[Paragraf], baru: Sequence[Paragraf]) -> Iterator[Koreksi]:
    """One stretch where they differ: paragraphs changed, put in, taken out, in the order of the new text."""
    pasangan = _pasangkan(lama, baru)
    sudah = 0
    for n, p in enumerate(baru):
        if (m := pasangan.get(n)) is None:
            yield _ubahan(p, _teks(p), "", "paragraf yang tidak ada pada konsep")
            continue
        yield from (_hilang(x) for i, x in enumerate(lama[sudah:m], sudah) if i not in pasangan.values())
        sudah = m + 1
        yield _ubahan(p, _teks(p), _teks(lama[m]), _rinci(_teks(lama[m]), _teks(p)))
    yield from (_hilang(x) for i, x in enumerate(lama[sudah:], sudah) if i not in pasangan.values())


def _pasangkan(lama: Sequence[Paragraf], baru: Sequence[Paragraf]) -> dict[int, int]:
    """Which new paragraph is a version of which old one, in the same order on both sides."""
    if len(lama) == len(baru) and all(_setempat(a, b) for a, b in zip(lama, baru, strict=True)):
        return {n: n for n in range(len(baru))}
    if max(len(lama), len(baru)) > _MAKS_PASANG:
        return {}
    hasil: dict[int, int] = {}
    mulai = 0
    for n, p in enumerate(baru):
        nilai = [(_mirip(lama[m], p), -m) for m in range(mulai, len(lama))]
        if nilai and max(nilai)[0] >= _MIRIP:
            hasil[n] = -max(nilai)[1]
            mulai = hasil[n] + 1
    return hasil


def _setempat(a: Paragraf, b: Paragraf) -> bool:
    """True for the same cell of the same table, where any two texts are versions of one; else for likeness."""
    if a.tabel_ke and b.tabel_ke:
        return (a.tempat.baris, a.tempat.kolom) == (b.tempat.baris, b.tempat.kolom)
    return not a.tabel_ke and not b.tabel_ke and _mirip(a, b) >= _MIRIP


def _mirip(a: Paragraf, b: Paragraf) -> float:
    if bool(a.tabel_ke) != bool(b.tabel_ke):
        return 0.0
    return SequenceMatcher(None, _teks(a).split(), _teks(b).split(), autojunk=False).ratio()


def _rinci(lama: str, baru: str) -> str:
    """The words that differ, when they are few."""
    a, b = lama.split(), baru.split()
    beda = [x for x in SequenceMatcher(None, a, b, autojunk=False).get_opcodes() if x[0] != "equal"]
    if not beda or len(beda) > _MAKS_KATA:
        return "ditulis ulang"
    kalimat = []
    for _, a0, a1, b0, b1 in beda:
        hilang, tiba = potong(" ".join(a[a0:a1])), potong(" ".join(b[b0:b1]))
        if hilang and tiba:
            kalimat.append(f"“{hilang}” menjadi “{tiba}”")
        else:
            kalimat.append(f"“{tiba}” ditambahkan" if tiba else f"“{hilang}” dihapus")
    return "; ".join(kalimat)


def _hilang(p: Paragraf) -> Koreksi:
    return _ubahan(p, "", _teks(p), "paragraf konsep yang dihapus; tempatnya menurut konsep")


def _ubahan(p: Paragraf, teks: str, lama: str, keterangan: str) -> Koreksi:
    return Koreksi(
        kunci="",
        jenis=JenisKoreksi.UBAHAN,
        penulis=None,
        waktu=None,
        tempat=str(p.tempat),
        teks=teks,
        teks_lama=lama,
        keterangan=keterangan,
    )
