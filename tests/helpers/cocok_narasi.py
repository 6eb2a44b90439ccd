"""Compares the drafted sentences of a report with its tables: figures, directions, categories, quotations, tags."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from kinerja.aggregate.model import HasilPeriode
from kinerja.master.model import Master
from kinerja.master.pengaturan import Pengaturan
from kinerja.render.model import Grafik
from kinerja.render.views.cetak import persen
from kinerja.render.views.laporan import laporan
from kinerja.render.views.laporan_tahunan import laporan_tahunan

_ANGKA = re.compile(r"-?\d+(?:\.\d{3})*(?:,\d+)?")
_KUTIPAN = re.compile(r"“([^”]*)”")
_GERAK = re.compile(r"(naik|turun) (\d[\d.]*(?:,\d+)?) poin")
# Texts of a report that are no table of figures, and so prove no sentence.
_BUKAN_TABEL = {"kebijakan", "rincian", "jejak", "perbaikan", "lhe", "bab_i", "tanggal", "dasar", "maksud", "nomor"}
# Marks that a sentence may name.
_TETAP = {Fraction(x) for x in (0, 50, 100, 120)}


def konteks(master: Master, pengaturan: Pengaturan, hasil: HasilPeriode, **lain: Any) -> dict[str, Any]:
    """The context of the report of this period, without anybody's submissions."""
    view = laporan_tahunan if hasil.periode.id == str(hasil.periode.tahun) else laporan
    return view(master, pengaturan, hasil, (), None, **lain)


def paragraf(nilai: Any) -> Iterator[tuple[str, str]]:
    """(key, text) of every drafted paragraph."""
    if isinstance(nilai, Mapping):
        if nilai.keys() == {"tanda", "teks"}:
            yield nilai["tanda"].removeprefix("narasi:").rsplit(":", 1)[0], nilai["teks"]
        else:
            for v in nilai.values():
                yield from paragraf(v)
    elif isinstance(nilai, Sequence) and not isinstance(nilai, str | bytes):
        for v in nilai:
            yield from paragraf(v)


def angka(teks: str) -> set[Fraction]:
    """The numbers in a text, without their sign."""
    return {abs(Fraction(x.replace(".", "").replace(",", "."))) for x in _ANGKA.findall(teks)}


def _tercetak(nilai: Any, kunci: str = "") -> Iterator[str]:
    """Every text of the context that is no drafted paragraph."""
    if isinstance(nilai, str):
        yield nilai
    elif isinstance(nilai, Grafik):
        yield nilai.alt
    elif isinstance(nilai, Mapping):
        if nilai.keys() != {"tanda", "teks"}:
            for k, v in nilai.items():
                if k not in _BUKAN_TABEL:
                    yield from _tercetak(v, k)
    elif isinstance(nilai, Sequence) and not isinstance(nilai, bytes):
        for v in nilai:
            yield from _tercetak(v, kunci)


def _jarak(isi: dict[str, Any]) -> set[Fraction]:
    """What lies between the printed realisasi and the printed mark, in the tables of the Renstra."""
    hasil: set[Fraction] = set()
    for s in isi.get("analisis", ()):
        for baris in s["renstra"]:
            hasil |= {abs(a - b) for a in _bertanda(baris["realisasi"]) for b in _bertanda(baris["target"])}
    return hasil


def _bertanda(teks: str) -> list[Fraction]:
    return [Fraction(x.replace(".", "").replace(",", ".")) for x in _ANGKA.findall(teks)]


def periksa(master: Master, isi: dict[str, Any], hasil: HasilPeriode, desimal: int = 2) -> None:
    """AssertionError for the first sentence that says what the tables do not. `desimal`: digits of a capaian."""
    semua = list(paragraf(isi))
    tanda = [k for k, _ in semua]
    assert len(tanda) == len(set(tanda)), [k for k in tanda if tanda.count(k) > 1]
    dikenal = set().union(*map(angka, _tercetak(isi))) | _TETAP | _jarak(isi) | {Fraction(isi["periode"]["tahun"])}
    efisiensi = next((a.efisiensi for a in hasil.agregat if a.tingkat == "instansi"), None)
    dikenal |= set() if efisiensi is None else angka(persen(efisiensi, desimal))  # the agency's is in no table
    kata = [
        " ".join(t.split())
        for u in hasil.uraian
        for t in (u.faktor_pendorong, u.faktor_penghambat, u.tindak_lanjut)
        if t
    ]
    gerak = _gerak(isi)
    for kunci, teks in semua:
        assert teks == " ".join(teks.split())
        assert teks[:1].isupper() or not teks, teks
        bersih = _KUTIPAN.sub("kutipan", teks)
        assert not re.search(r",,|\.\.|  |None|\(\)| [,.;]", bersih), teks
        for kutip in _KUTIPAN.findall(teks):
            assert any(kutip.rstrip("…") in k for k in kata), (kunci, kutip)
        if kunci == "kelengkapan":
            continue  # counts of forms; has tests of its own
        if kunci == "ringkasan":
            bersih = _tanpa_gerak_instansi(bersih)
        asing = angka(bersih) - dikenal
        assert not asing, (kunci, asing, teks)
        for arah in _GERAK.findall(bersih):
            assert arah in gerak, (kunci, teks)
    _kategori(master, isi, dict(semua), hasil)


def _tanpa_gerak_instansi(teks: str) -> str:
    """The summary without the change of the agency's average, once that agrees with the two averages."""
    sebut = re.search(
        r"sebesar ([-\d.,]+)%.*?(naik|turun) ([\d.,]+) poin dibandingkan dengan [^(]*\(([-\d.,]+)%\)", teks
    )
    if sebut is None:
        return teks
    kini, beda, dulu = (_bertanda(sebut[n])[0] for n in (1, 3, 4))
    assert kini - dulu == (beda if sebut[2] == "naik" else -beda), teks
    return teks.replace(f"{sebut[2]} {sebut[3]} poin", "", 1)


def _gerak(isi: dict[str, Any]) -> set[tuple[str, str]]:
    """Every printed change as (direction, size)."""
    kolom = [b[k] for b in isi["pembanding"] for k in ("ubah_lalu", "ubah_tahun_lalu")]
    kolom += [r["baris"][-1]["perubahan"] for s in isi.get("analisis", ()) for r in s["riwayat"]]
    return {("turun" if t.startswith("-") else "naik", t.lstrip("+-")) for t in kolom if angka(t) not in (set(), {0})}


def _kategori(master: Master, isi: dict[str, Any], teks: dict[str, str], hasil: HasilPeriode) -> None:
    """The paragraph of an indicator names the category and the capaian of its row, and no other."""
    tahunan = "analisis" in isi
    baris = [b for g in (isi["analisis"] if tahunan else isi["kinerja"]) for b in g["kinerja" if tahunan else "baris"]]
    for b in baris:
        kalimat = teks.get(f"a1:{b['kode']}" if tahunan else b["kode"])
        if hasil.capaian_of(b["kode"]).bulan_wajib == 0:
            assert tahunan or kalimat is None
            continue
        if kalimat is None and tahunan and b["target"] == b["realisasi"]:  # told together with others
            assert any(k.endswith(":tepat") and f"(kategori {b['kategori']})" in t for k, t in teks.items())
            assert _bertanda(b["capaian"]) == [100]
            continue
        assert kalimat is not None, b["kode"]
        sebut = re.findall(r"\(kategori ([^)]*)\)", kalimat)
        assert sebut == ([b["kategori"]] if b["kategori"] != "–" else []), kalimat
        if b["capaian"] != "–":
            assert f"{b['capaian']}%" in kalimat
            nama = master.indikator_by_kode(b["kode"]).nama
            tanpa_nama = kalimat.replace(nama, "")
            lebih = re.search("melampaui|lebih baik", tanpa_nama)
            kurang = re.search("(belum|tidak) mencapai|tidak terpenuhi|lebih tinggi|menyimpang", tanpa_nama)
            nilai = _bertanda(b["capaian"])[0]
            assert not lebih or nilai > 100, kalimat
            assert not kurang or nilai < 100, kalimat
