"""The drawn flow of an SOP: every step with every actor in its lane, every way on, every way back."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from kinerja.render.gambar.alur import (
    KAPSUL,
    KETUPAT,
    KOTAK,
    MULAI,
    SEGILIMA,
    SELESAI,
    Simpul,
    Susunan,
    Ukuran,
    susun,
    tanda,
    tinggi_langkah,
)
from kinerja.render.gambar.kanvas import SKALA, Kanvas, Kotak
from kinerja.render.gambar.sop import gambar_alur, petak_alur, tinggi_petak, ukuran_petak
from kinerja.sop.loader import daftar_profil, load_profil
from kinerja.sop.model import Langkah, Sop

LEBAR = 90.0
SEMUA = [(f"{nama} {sop.nama}", sop) for nama in daftar_profil() for sop in load_profil(nama).sop]


def langkah(id_: int, pelaksana: tuple[str, ...], uraian: str = "Mengerjakan", kembali: int | None = None) -> Langkah:
    return Langkah(
        id=f"L{id_}", no=str(id_), kala="bulanan", uraian=uraian, pelaksana=pelaksana, kelengkapan=(), waktu="1 hari",
        output=(), keterangan="", jika_ditolak=f"L{kembali}" if kembali is not None else None, mulai=None, tenggat=None,
        dihasilkan_oleh="manual", tafsiran=False,
    )  # fmt: skip


def _ukuran(sop: Sop) -> Iterator[Ukuran]:
    yield ukuran_petak(sop, LEBAR)
    yield Ukuran(lajur=250 / len(sop.peran), titik=6.5, berteks=True, pinggir=2.6)


def _periksa(sop: Sop, u: Ukuran, s: Susunan) -> None:
    """What must hold for every drawing of a whole flow."""
    di: dict[tuple[str, str], list[Simpul]] = {}
    for a in s.simpul:
        if a.pelaksana:
            di.setdefault((a.id, a.pelaksana), []).append(a)
    assert set(di) == {(x.id, p) for x in sop.langkah for p in x.pelaksana}
    for (_, p), simpul in di.items():
        kiri = sop.peran.index(p) * u.lajur
        assert all(kiri <= a.k.kiri < a.k.kanan <= kiri + u.lajur for a in simpul)
    for x in sop.langkah:
        ketupat = [a for a in s.simpul if a.id == x.id and a.bentuk == KETUPAT]
        assert [a.pelaksana for a in ketupat] == ([x.pelaksana[-1]] if x.memutuskan else [])
    sambung = {(j.dari, j.ke) for j in s.jalur if j.panah}
    assert {(a.id, b.id) for a, b in zip(sop.langkah, sop.langkah[1:], strict=False)} <= sambung
    kembali = {(j.dari, j.ke) for j in s.jalur if j.tulisan == "Tidak"}
    assert kembali == {(x.id, x.jika_ditolak) for x in sop.langkah if x.jika_ditolak}
    assert [a.teks for a in s.simpul if a.bentuk == KAPSUL] == [MULAI, SELESAI]
    _tidak_bertumpuk(s)


def _tidak_bertumpuk(s: Susunan) -> None:
    for n, a in enumerate(s.simpul):
        assert -0.01 <= a.k.atas < a.k.bawah <= s.tinggi + 0.01
        for b in s.simpul[n + 1 :]:
            terpisah = a.k.kanan <= b.k.kiri or b.k.kanan <= a.k.kiri or a.k.bawah <= b.k.atas or b.k.bawah <= a.k.atas
            assert terpisah, (a, b)


@pytest.mark.parametrize("sop", [s for _, s in SEMUA], ids=[n for n, _ in SEMUA])
def test_every_step_actor_and_return_is_drawn(sop: Sop) -> None:
    for u in _ukuran(sop):
        _periksa(sop, u, susun(sop, u, tinggi_langkah(sop, u)))


@st.composite
def _sop(draw: st.DrawFn) -> Sop:
    peran = tuple(f"Peran {n}" for n in range(draw(st.integers(2, 10))))
    semua = []
    for n in range(draw(st.integers(1, 40))):
        pelaksana = draw(st.lists(st.sampled_from(peran), min_size=1, max_size=3, unique=True))
        kembali = draw(st.none() | st.integers(0, n - 1)) if n else None
        semua.append(langkah(n, tuple(pelaksana), "Uraian yang panjang " * draw(st.integers(1, 12)), kembali))
    return Sop(nama="Acak", peran=peran, langkah=tuple(semua))


@settings(max_examples=40, deadline=None)
@given(_sop())
def test_any_flow_of_two_to_ten_roles_and_forty_steps(sop: Sop) -> None:
    for u in _ukuran(sop):
        _periksa(sop, u, susun(sop, u, tinggi_langkah(sop, u)))


def test_what_leads_to_another_picture_ends_at_a_pentagon_on_both_sides() -> None:
    sop = next(s for n, s in SEMUA if n == "kerja_sama Evaluasi")
    u = Ukuran(lajur=50, titik=6.5, berteks=True, didatangi=frozenset({"E2-5"}))
    tinggi = tinggi_langkah(sop, u)
    atas, bawah = susun(sop, u, tinggi, 0, 5), susun(sop, u, tinggi, 5)
    assert [a.teks for a in atas.simpul if a.bentuk == SEGILIMA] == ["6", "6, 7"]  # on to 6; back from 6 and 7
    assert [a.teks for a in bawah.simpul if a.bentuk == SEGILIMA] == ["5", "5", "5"]  # from 5; back to 5, twice
    assert {(j.dari, j.ke) for j in bawah.jalur if j.tulisan == "Tidak"} == {("E2-6", "E2-5"), ("E2-7", "E2-5")}
    _tidak_bertumpuk(atas)
    _tidak_bertumpuk(bawah)


@pytest.mark.parametrize("sop", [s for _, s in SEMUA], ids=[n for n, _ in SEMUA])
def test_pictures_hold_all_steps_and_say_them_in_words(sop: Sop) -> None:
    gambar = gambar_alur(sop, 250, 158)
    assert gambar == gambar_alur(sop, 250, 158)  # same bytes
    assert max(g.tinggi_mm for g in gambar) <= 158
    kata = " ".join(g.alt for g in gambar)
    for x in sop.langkah:
        assert f"{tanda(x)} {', '.join(x.pelaksana)}" in kata
        if x.jika_ditolak:
            ke = next(y for y in sop.langkah if y.id == x.jika_ditolak)
            assert re.search(rf"{tanda(x)} [^;]*\(bila tidak, kembali ke {tanda(ke)}\)", kata)
    with Image.open(io.BytesIO(gambar[0].isi)) as g:
        assert g.width == 250 * SKALA
        assert gambar[0].tinggi_mm * SKALA <= g.height <= gambar[0].tinggi_mm * SKALA * 1.3
        r, h, b = g.convert("RGB").split()
        assert list(r.tobytes()) == list(h.tobytes()) == list(b.tobytes())  # no colour that grey would lose


def test_cells_put_together_are_the_flow() -> None:
    sop = load_profil("karanganyar").sop[0]
    tinggi = tinggi_petak(sop, LEBAR, [20.0] * len(sop.langkah))
    petak = petak_alur(sop, LEBAR, tinggi)
    assert [len(baris) for baris in petak] == [len(sop.peran)] * len(sop.langkah)
    assert petak == petak_alur(sop, LEBAR, tinggi)
    for x, baris in zip(sop.langkah, petak, strict=True):
        for peran, isi in zip(sop.peran, baris, strict=True):
            assert isi or peran not in x.pelaksana
    assert petak[0][0] == b""  # nothing passes through Bupati's column
    with Image.open(io.BytesIO(petak[0][1])) as g:
        assert g.height == tinggi[0] * SKALA
        assert g.convert("RGBA").getpixel((0, 0))[3] == 0  # lines of the table show through


def test_a_line_wraps_and_what_does_not_fit_ends_in_dots() -> None:
    def hitam(teks: str) -> int:
        k = Kanvas(40, 10)
        k.teks_dalam(Kotak(0, 0, 40, 10), teks, 7)
        with Image.open(io.BytesIO(k.png())) as g:
            return sum(v < 128 for v in g.convert("L").tobytes())

    assert hitam("pendek") < hitam("lebih panjang dari yang tadi") < hitam("kata " * 40) == hitam("kata " * 80)
    assert Kanvas(5, 5).png() == b""  # nothing drawn
    assert hitam("é – “kutip” 漢") > 0


def test_boxes_of_one_step_are_linked_and_a_decision_is_pointed_at() -> None:
    sop = Sop(nama="x", peran=("A", "B", "C"), langkah=(langkah(1, ("C", "A")), langkah(2, ("C", "A"), kembali=1)))
    u = ukuran_petak(sop, LEBAR)
    s = susun(sop, u, tinggi_langkah(sop, u))
    dalam = [j for j in s.jalur if j.dari == j.ke]
    assert [j.panah for j in dalam] == [False, True]
    assert dalam[1].titik[0][0] > dalam[1].titik[1][0]  # from C on the right to A, who decides
    assert {a.bentuk for a in s.simpul if a.id == "L1"} == {KOTAK}
