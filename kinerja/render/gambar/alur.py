"""Where the symbols of an SOP's flow stand and how its arrows run: one lane for each pelaksana, one row for each step.

The same layout serves the cells of the flow table (small symbols) and the picture of the whole flow (boxes with text).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kinerja.render.gambar.huruf_gambar import bungkus, tinggi_teks
from kinerja.render.gambar.kanvas import Kotak, Titik
from kinerja.sop.model import Langkah, Sop

MULAI, SELESAI = "Mulai", "Selesai"
MAKS_BARIS = 14  # of the text in a box; the table has it whole
KOTAK, KAPSUL, KETUPAT, SEGILIMA = "kotak", "kapsul", "ketupat", "segilima"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ukuran:
    """Sizes in millimetres and points. `berteks`: boxes hold the text of the step, a decision has its diamond below."""

    lajur: float  # width of a lane
    titik: float
    berteks: bool
    celah: float = 3.0  # between symbols one above the other
    pinggir: float = 1.3  # between a box and the edge of its lane
    atas: float = 2.2
    bawah: float = 3.4
    kapsul: float = 4.2
    ketupat: float = 6.0
    kotak: float = 5.0
    segilima: float = 4.6
    didatangi: frozenset[str] = frozenset()  # ids of steps above which a pentagon may stand for a way back

    @property
    def lebar_kotak(self) -> float:
        """Width of a box."""
        return min(self.lajur - 2 * self.pinggir, 46.0 if self.berteks else 14.0)

    @property
    def lebar_ketupat(self) -> float:
        """Width of a diamond below its box."""
        return min(self.ketupat * 2, self.lajur * 0.42)

    @property
    def sambung(self) -> float:
        """Room for a pentagon and its arrow."""
        return self.segilima + self.celah


@dataclass(frozen=True, slots=True)
class Simpul:
    """One symbol."""

    bentuk: str
    k: Kotak
    teks: str
    id: str = ""  # of the step
    pelaksana: str = ""


@dataclass(frozen=True, slots=True)
class Jalur:
    """A line through points; `tulisan` stands at `tempat`."""

    titik: tuple[Titik, ...]
    panah: bool = True
    tulisan: str = ""
    tempat: Titik = (0, 0)
    rata: str = "kiri"
    dari: str = ""  # ids of the steps that it joins
    ke: str = ""


@dataclass(slots=True)
class Susunan:
    """A whole drawing: symbols and lines."""

    tinggi: float
    simpul: list[Simpul] = field(default_factory=list)
    jalur: list[Jalur] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Baris:
    """A step in its place: the middle of its boxes, where the flow enters and leaves, its diamond."""

    langkah: Langkah
    bawah: float
    utama: tuple[Simpul, ...]  # one for each pelaksana, from left to right
    masuk: Titik
    keluar: Titik
    putusan: Simpul | None


def tanda(langkah: Langkah) -> str:
    """The number of a step as a symbol shows it."""
    return langkah.no.rstrip(".") or "–"


def tinggi_langkah(sop: Sop, u: Ukuran) -> list[float]:
    """The least height of each row."""
    return [_ruang(sop, n, u)[0] for n in range(len(sop.langkah))]


def _kotak_teks(langkah: Langkah, u: Ukuran) -> float:
    if not u.berteks:
        return u.ketupat if langkah.memutuskan else u.kotak
    baris = bungkus(f"{tanda(langkah)}. {langkah.uraian}", u.titik, u.lebar_kotak - 1.6, MAKS_BARIS)
    return max(u.kotak, tinggi_teks(len(baris), u.titik) + 1.8)


def _ruang(sop: Sop, n: int, u: Ukuran) -> tuple[float, float, float]:
    """Of one row: height, room above its boxes, height of its boxes."""
    langkah = sop.langkah[n]
    di_atas = (u.kapsul + u.celah if n == 0 else 0) + (u.sambung if langkah.id in u.didatangi else 0)
    kotak = _kotak_teks(langkah, u)
    di_bawah = u.celah + u.ketupat if langkah.memutuskan and u.berteks else 0
    if n == len(sop.langkah) - 1:
        di_bawah += u.celah + u.kapsul
    return u.atas + di_atas + kotak + di_bawah + u.bawah, di_atas, kotak


def susun(sop: Sop, u: Ukuran, tinggi: Sequence[float], dari: int = 0, sampai: int | None = None) -> Susunan:
    """The drawing of the steps `dari` up to before `sampai`, in rows of those heights.

    What leads out of these steps ends at a pentagon with the number of the other step.
    """
    sampai = len(sop.langkah) if sampai is None else sampai
    awal = u.sambung if dari > 0 else 0
    s = Susunan(tinggi=awal + sum(tinggi[dari:sampai]) + (u.sambung if sampai < len(sop.langkah) else 0))
    baris: list[_Baris] = []
    y = awal
    for n in range(dari, sampai):
        baris.append(_baris(s, sop, n, u, y=y, tinggi=tinggi[n]))
        y += tinggi[n]
    for lalu, kini in pairwise(baris):
        _maju(s, lalu, kini)
    if dari > 0:
        _datang(s, baris[0], sop.langkah[dari - 1], u)
    if sampai < len(sop.langkah):
        _pergi(s, baris[-1], sop.langkah[sampai], u)
    _kembali(s, baris, sop, u)
    _dari_lain(s, baris, sop, u)
    return s


def _lajur(sop: Sop, pelaksana: str) -> int:
    return sop.peran.index(pelaksana)


def _baris(s: Susunan, sop: Sop, n: int, u: Ukuran, *, y: float, tinggi: float) -> _Baris:
    """Put the symbols of one step into the row that begins at `y`."""
    langkah = sop.langkah[n]
    perlu, di_atas, kotak = _ruang(sop, n, u)
    y += (tinggi - perlu) / 2 + u.atas + di_atas
    tengah = y + kotak / 2
    utama = {}
    for p in langkah.pelaksana:
        x = (_lajur(sop, p) + 0.5) * u.lajur
        memutus = langkah.memutuskan and not u.berteks and p == langkah.pelaksana[-1]
        pertama = u.berteks and p == langkah.pelaksana[0]
        teks = f"{tanda(langkah)}. {langkah.uraian}" if pertama else tanda(langkah)
        besar = kotak if pertama or memutus else u.kotak
        k = Kotak.sekitar(x, tengah, u.lebar_kotak, besar)
        utama[p] = Simpul(KETUPAT if memutus else KOTAK, k, teks, langkah.id, p)
    s.simpul += utama.values()
    urut = sorted(utama.values(), key=lambda a: a.k.kiri)
    tujuan = utama[langkah.pelaksana[-1]] if langkah.memutuskan else None
    for a, b in pairwise(urut):
        titik = ((a.k.kanan, tengah), (b.k.kiri, tengah))
        if tujuan is a:
            titik = (titik[1], titik[0])
        s.jalur.append(Jalur(titik, panah=tujuan in (a, b), dari=langkah.id, ke=langkah.id))
    mulai, akhir = utama[langkah.pelaksana[0]].k, utama[langkah.pelaksana[-1]].k
    putusan = utama[langkah.pelaksana[-1]] if langkah.memutuskan else None
    keluar = (akhir.tengah[0], akhir.bawah)
    if langkah.memutuskan and u.berteks:
        atas = y + kotak + u.celah
        k = Kotak.sekitar(keluar[0], atas + u.ketupat / 2, u.lebar_ketupat, u.ketupat)
        putusan = Simpul(KETUPAT, k, tanda(langkah), langkah.id, langkah.pelaksana[-1])
        s.simpul.append(putusan)
        s.jalur.append(Jalur((keluar, (keluar[0], k.atas)), dari=langkah.id, ke=langkah.id))
        keluar = (keluar[0], k.bawah)
    if n == 0:
        k = Kotak.sekitar(mulai.tengah[0], y - di_atas + u.kapsul / 2, min(u.lebar_kotak, 16), u.kapsul)
        s.simpul.append(Simpul(KAPSUL, k, MULAI))
        s.jalur.append(Jalur(((mulai.tengah[0], k.bawah), (mulai.tengah[0], mulai.atas)), ke=langkah.id))
    if n == len(sop.langkah) - 1:
        x, bawah = keluar
        dasar = max(bawah, y + kotak) + u.celah
        k = Kotak.sekitar(x, dasar + u.kapsul / 2, min(u.lebar_kotak, 16), u.kapsul)
        s.simpul.append(Simpul(KAPSUL, k, SELESAI))
        s.jalur.append(_turun(langkah, ((x, bawah), (x, k.atas)), ""))
    return _Baris(
        langkah=langkah,
        bawah=y - u.atas - di_atas + perlu + (tinggi - perlu) / 2,
        utama=tuple(urut),
        masuk=(mulai.tengah[0], mulai.atas),
        keluar=keluar,
        putusan=putusan,
    )


def _turun(dari: Langkah, titik: tuple[Titik, ...], ke: str) -> Jalur:
    """The way on from a step; from a decision it is the way of “ya”."""
    x, y = titik[0]
    tulisan = "Ya" if dari.memutuskan else ""
    return Jalur(titik, tulisan=tulisan, tempat=(x + 0.6, y + 1.1), dari=dari.id, ke=ke)


def _maju(s: Susunan, lalu: _Baris, kini: _Baris) -> None:
    (x, y), (u, v) = lalu.keluar, kini.masuk
    belok = lalu.bawah - 1.3
    titik = ((x, y), (u, v)) if abs(x - u) < 0.1 else ((x, y), (x, belok), (u, belok), (u, v))
    s.jalur.append(_turun(lalu.langkah, titik, kini.langkah.id))


def _datang(s: Susunan, kini: _Baris, asal: Langkah, u: Ukuran) -> None:
    """The flow comes from the picture before."""
    x, y = kini.masuk
    k = Kotak.sekitar(x, u.segilima / 2 + 0.5, u.segilima * 1.3, u.segilima)
    s.simpul.append(Simpul(SEGILIMA, k, tanda(asal)))
    s.jalur.append(Jalur(((x, k.bawah), (x, y)), dari=asal.id, ke=kini.langkah.id))


def _pergi(s: Susunan, lalu: _Baris, tujuan: Langkah, u: Ukuran) -> None:
    """The flow goes on in the next picture."""
    x, y = lalu.keluar
    k = Kotak.sekitar(x, s.tinggi - u.segilima / 2 - 0.5, u.segilima * 1.3, u.segilima)
    s.simpul.append(Simpul(SEGILIMA, k, tanda(tujuan)))
    s.jalur.append(_turun(lalu.langkah, ((x, y), (x, k.atas)), tujuan.id))


def _kembali(s: Susunan, baris: Sequence[_Baris], sop: Sop, u: Ukuran) -> None:
    """The ways of “tidak”, each in a channel of its own beside the boxes."""
    ada = {b.langkah.id: b for b in baris}
    semua = {x.id: x for x in sop.langkah}
    terpakai: dict[tuple[int, int], int] = {}
    for b in baris:
        if b.langkah.jika_ditolak is None or b.putusan is None:
            continue
        asal, tujuan = b.putusan, ada.get(b.langkah.jika_ditolak)
        lajur = _lajur(sop, asal.pelaksana)
        arah = _arah(b, tujuan.utama if tujuan is not None else (), lajur, sop, u)
        ke = terpakai[lajur, arah] = terpakai.get((lajur, arah), -1) + 1
        pinggir = (u.lajur - u.lebar_kotak) / 2
        tepi = (lajur + (arah > 0)) * u.lajur - arah * pinggir * (0.5 - 0.3 * min(ke, 1))
        sisi = asal.k.kanan if arah > 0 else asal.k.kiri
        y = asal.k.tengah[1]
        # In a narrow column it stands above the head of the arrow that comes in.
        tempat = (sisi + arah * 0.4, y - 1.3) if u.berteks else (tepi - arah * 0.4, asal.k.atas - 2.4)
        rata = "kiri" if (arah > 0) == u.berteks else "kanan"
        if tujuan is None:
            k = Kotak.sekitar(sisi + arah * (u.segilima * 0.6 + 2.4), y, u.segilima * 1.2, u.segilima)
            s.simpul.append(Simpul(SEGILIMA, k, tanda(semua[b.langkah.jika_ditolak])))
            tempat, rata = (k.tengah[0], k.atas - 1.5), "tengah"
            titik: tuple[Titik, ...] = ((sisi, y), (k.kiri if arah > 0 else k.kanan, y))
        else:
            dekat = min(tujuan.utama, key=lambda a: abs(a.k.tengah[0] - tepi))
            tuju = dekat.k.kiri if tepi < dekat.k.tengah[0] else dekat.k.kanan
            v = dekat.k.tengah[1] + (1.1 + 0.9 * ke if dekat.bentuk == KOTAK else 0)  # a diamond: at its corner
            titik = ((sisi, y), (tepi, y), (tepi, v), (tuju, v))
        s.jalur.append(
            Jalur(titik, tulisan="Tidak", tempat=tempat, rata=rata, dari=b.langkah.id, ke=b.langkah.jika_ditolak)
        )


def _dari_lain(s: Susunan, baris: Sequence[_Baris], sop: Sop, u: Ukuran) -> None:
    """Ways of “tidak” that come from another picture: a pentagon with their numbers above the step."""
    ada = {b.langkah.id for b in baris}
    for b in baris:
        lain = [x for x in sop.langkah if x.jika_ditolak == b.langkah.id and x.id not in ada]
        if not lain:
            continue
        x, y = b.masuk[0] - u.lebar_kotak / 3.2, b.masuk[1]
        k = Kotak.sekitar(x, y - u.sambung + u.segilima / 2, u.segilima * (0.8 + 0.4 * len(lain)), u.segilima)
        s.simpul.append(Simpul(SEGILIMA, k, ", ".join(tanda(i) for i in lain)))
        s.jalur.append(Jalur(((x, k.bawah), (x, y)), dari=lain[0].id, ke=b.langkah.id))


def _arah(b: _Baris, utama: Sequence[Simpul], lajur: int, sop: Sop, u: Ukuran) -> int:
    """-1: the way back leaves to the left, 1: to the right; towards its goal unless the row's own line is there."""
    tujuan = [_lajur(sop, a.pelaksana) for a in utama] or [lajur]
    dekat = min(tujuan, key=lambda n: abs(n - lajur))
    arah = -1 if dekat < lajur else 1
    if not u.berteks and any((_lajur(sop, a.pelaksana) - lajur) * arah > 0 for a in b.utama):
        return -arah
    return arah
