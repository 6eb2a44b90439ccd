"""Why no listed formula gives a printed capaian: the usual mistakes, tried one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kinerja.audit.model import Bacaan, Rumus
from kinerja.audit.rata import BATAS
from kinerja.audit.rumus import Pasangan, beda_skala, cara, dibulatkan, hitung, urutan
from kinerja.domain.angka import format_angka, format_ringkas
from kinerja.domain.indikator import Polaritas

PERSENTASE = (Rumus.MAKSIMAL, Rumus.SELISIH, Rumus.BANDING)
_TULIS = {
    Rumus.MAKSIMAL: "R / T × 100", Rumus.SELISIH: "(2T − R) / T × 100", Rumus.BANDING: "T / R × 100",
    Rumus.TANPA_SERATUS: "R / T", Rumus.KURANG: "R − T",
}  # fmt: skip
TARGET_NOL = "Target 0: capaian tidak dapat dihitung."
_SETENGAH = Fraction(1, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Keadaan:
    """A row that no formula reproduces. `tambahan`: realisasi of the same indicator in the rows above.

    `ulp`: the last digit of the realisasi that is shown, None where it counts things and was not rounded.
    """

    polaritas: Polaritas | None
    pasangan: Pasangan
    cetak: Sequence[Bacaan]
    ulp: Fraction | None
    tambahan: Sequence[Fraction]

    def sama(self, x: Fraction | None) -> bool:
        """True when x, rounded or cut, gives the printed digits."""
        return x is not None and any(cara(x, c) is not None for c in self.cetak)


def tulis(rumus: Rumus) -> str:
    """The formula as people write it."""
    return _TULIS[rumus]


def nilai(x: Fraction, desimal: int = 2) -> str:
    """A figure for a sentence."""
    return format_angka(x, max(2, desimal))


def boleh(polaritas: Polaritas | None, p: Pasangan) -> list[tuple[Rumus, Fraction]]:
    """The formulas that the polarity allows, with their values, where they can be computed."""
    if p.t == 0:
        return []
    return [(r, x) for r in urutan(polaritas, p)[0] if (x := hitung(r, p.t, p.r)) is not None]


def seharusnya(polaritas: Polaritas | None, p: Pasangan, desimal: int = 2) -> str:
    """What the formulas that the polarity allows give, in words; empty when none can be computed."""
    return "; ".join(f"{tulis(r)} = {nilai(x, desimal)}" for r, x in boleh(polaritas, p))


def harapan(polaritas: Polaritas | None, p: Pasangan, desimal: int = 2) -> str:
    """A sentence with what the row should print."""
    if p.t == 0:
        return TARGET_NOL
    isi = seharusnya(polaritas, p, desimal)
    return f"{'Rumus yang mungkin' if polaritas is None else 'Seharusnya'}: {isi}." if isi else ""


def kalimat(teks: str) -> str:
    """A remark as a sentence."""
    return f"{teks[0].upper()}{teks[1:]}."


def catatan_tidak_cocok(k: Keadaan) -> str:
    """Why no listed formula fits, where that can be told, and what the polarity's own formula gives."""
    p = k.pasangan
    if p.t == 0:
        nihil = Fraction(100) if p.r == 0 else Fraction(0)
        return TARGET_NOL + (
            " Yang tercetak mengikuti aturan target nihil (R = 0: 100; R > 0: 0)." if k.sama(nihil) else ""
        )
    salah = next(_skala_isian(k), "")
    if not salah:
        desimal = max(c.desimal for c in k.cetak)
        salah = next(_semua(k), "") or "Tidak ada rumus yang menghasilkan angka yang tercetak."
        salah = f"{salah} {harapan(k.polaritas, p, desimal)}".strip()
    return " ".join((*map(kalimat, dict.fromkeys(p.catatan)), salah))


def _semua(k: Keadaan) -> Iterator[str]:
    yield from _batas(k)
    yield from _skala_cetak(k)
    yield from _bertambah(k)
    yield from _belum_bulat(k)
    yield from _ke_atas(k)
    yield from _rumus_lain(k)


def _persentase(k: Keadaan) -> Iterator[tuple[Rumus, Fraction]]:
    """The three percentages, those that the polarity allows first."""
    for kelas in urutan(k.polaritas, k.pasangan):
        for rumus in kelas:
            if rumus in PERSENTASE and (x := hitung(rumus, k.pasangan.t, k.pasangan.r)) is not None:
                yield rumus, x


def _skala_cetak(k: Keadaan) -> Iterator[str]:
    for rumus, x in _persentase(k):
        if any(_seratus_kali(x, c) for c in k.cetak):
            yield f"Salah skala: yang tercetak 100 kali lipat {tulis(rumus)}."
        if k.sama(x / 100) and any(c.nilai for c in k.cetak):
            yield f"Belum dikali 100: yang tercetak seperseratus {tulis(rumus)}."


def _seratus_kali(x: Fraction, c: Bacaan) -> bool:
    """True when x, rounded to any digits that the print can hold, is a hundredth of it."""
    return any(dibulatkan(x, d) * 100 == c.nilai for d in range(c.desimal + 3)) or cara(x * 100, c) is not None


def _skala_isian(k: Keadaan) -> Iterator[str]:
    """The target and the realisasi are written in different scales."""
    p = k.pasangan
    if not beda_skala(p.t, p.r):
        return
    for kali in (Fraction(100), Fraction(1, 100)):
        lain = Pasangan(t=p.t, r=p.r * kali)
        for kelas in urutan(k.polaritas, lain):
            for rumus in kelas:
                if rumus in PERSENTASE and k.sama(hitung(rumus, lain.t, lain.r)):
                    dibaca = f"{format_ringkas(p.r, 8)} dibaca {format_ringkas(lain.r, 8)}"
                    yield f"Skala target dan realisasi berbeda 100 kali: {tulis(rumus)} cocok bila realisasi {dibaca}."


def _batas(k: Keadaan) -> Iterator[str]:
    for rumus, x in boleh(k.polaritas, k.pasangan):
        for batas in BATAS:
            if x > batas and k.sama(batas):
                yield f"Dibatasi {format_angka(batas, 0)}: {tulis(rumus)} lebih dari itu."
        if x < 0 and k.sama(Fraction(0)):
            yield f"Nilai negatif dijadikan 0: {tulis(rumus)} kurang dari 0."


def _bertambah(k: Keadaan) -> Iterator[str]:
    """The printed figure is cumulative: this row and those above of the same indicator."""
    if not k.tambahan:
        return
    jumlah = k.pasangan.r + sum(k.tambahan, Fraction(0))
    longgar = Fraction(0) if k.ulp is None else k.ulp * _SETENGAH * (len(k.tambahan) + 1)
    for rumus in PERSENTASE:
        if _dalam(k, rumus, jumlah, longgar):
            yield (
                f"Angka kumulatif: {tulis(rumus)} dengan R jumlah realisasi indikator ini di {len(k.tambahan)} baris"
                f" di atasnya dan baris ini, {format_ringkas(jumlah, 6)}."
            )


def _belum_bulat(k: Keadaan) -> Iterator[str]:
    """The printed figure comes from a realisasi with more digits than are shown."""
    if k.ulp is None:
        return
    for rumus in urutan(k.polaritas, k.pasangan)[0]:
        if _dalam(k, rumus, k.pasangan.r, k.ulp * _SETENGAH):
            yield (
                f"Dihitung dari realisasi yang belum dibulatkan: {tulis(rumus)} cocok untuk R antara"
                f" {format_ringkas(k.pasangan.r - k.ulp * _SETENGAH, 8)} dan"
                f" {format_ringkas(k.pasangan.r + k.ulp * _SETENGAH, 8)}."
            )


def _dalam(k: Keadaan, rumus: Rumus, r: Fraction, longgar: Fraction) -> bool:
    """True when some realisasi within `longgar` of r rounds to the printed digits (every formula is monotonic)."""
    ujung = [hitung(rumus, k.pasangan.t, x) for x in (r - longgar, r + longgar)]
    if ujung[0] is None or ujung[1] is None or (rumus is Rumus.BANDING and r - longgar <= 0):
        return False
    bawah, atas = sorted((ujung[0], ujung[1]))
    return any(dibulatkan(bawah, c.desimal) <= c.nilai <= dibulatkan(atas, c.desimal) for c in k.cetak)


def _ke_atas(k: Keadaan) -> Iterator[str]:
    for rumus, x in _persentase(k):
        for c in k.cetak:
            satu = Fraction(1, 10**c.desimal)
            if 0 < abs(c.nilai) - abs(x) < satu and c.nilai * x > 0:
                yield f"Dibulatkan ke atas: {tulis(rumus)} = {nilai(x, c.desimal + 2)}."
            if 0 < abs(c.nilai - dibulatkan(x, c.desimal)) <= satu:
                yield f"Berbeda satu pada angka terakhir: {tulis(rumus)} = {nilai(x, c.desimal + 2)}."


def _rumus_lain(k: Keadaan) -> Iterator[str]:
    t, r = k.pasangan.t, k.pasangan.r
    if t != 0:
        for nama, x in (
            ("(1 − |R − T| / T) × 100, rumus polaritas Stabil", (1 - abs(r - t) / abs(t)) * 100),
            ("(R − T) / T × 100, selisih terhadap target", (r - t) / t * 100),
            ("1 + (1 − R / T) × 100, kurungnya keliru", 1 + (1 - r / t) * 100),
        ):
            if k.sama(x):
                yield f"Sama dengan {nama}."
    if k.sama(r):
        yield "Yang tercetak realisasinya sendiri, bukan capaian."
    if k.sama(t):
        yield "Yang tercetak targetnya sendiri, bukan capaian."
