"""The rules behind a period's figures, one printed sentence each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kinerja.aggregate.indeks import Indeks
from kinerja.aggregate.model import Capaian
from kinerja.aggregate.perubahan import sebutkan_pagu, sebutkan_perubahan
from kinerja.domain.angka import format_ringkas
from kinerja.domain.indikator import (
    Indikator,
    KonsolidasiPeriode,
    KonsolidasiUnit,
    Polaritas,
    RumusMinimal,
    TipeNilai,
)
from kinerja.domain.kategori import SKALA
from kinerja.domain.periode import JenisPeriode, Periode


def sebutkan_aturan(ix: Indeks, periode: Periode, capaian: Sequence[Capaian]) -> tuple[str, ...]:
    """The sentences that apply to these figures, in the order in which a reader meets them."""
    return (
        *_dasar(ix, periode, capaian),
        *sebutkan_perubahan(ix.master, periode),
        *_nol(ix),
        *_rata(ix),
        *_penutup(ix, periode),
    )


def _dasar(ix: Indeks, periode: Periode, capaian: Sequence[Capaian]) -> Iterator[str]:
    desimal = ix.kebijakan.desimal
    yield (
        "Capaian dihitung dari angka yang belum dibulatkan; pembulatan ke "
        f"{desimal} angka di belakang koma dilakukan hanya saat dicetak (setengah dibulatkan ke atas)."
    )
    if periode.jenis in (JenisPeriode.BULAN, JenisPeriode.TRIWULAN):
        yield (
            "Pembanding: realisasi periode ini terhadap target periode ini, realisasi sampai dengan periode ini "
            "terhadap target sampai dengan periode ini, dan realisasi sampai dengan periode ini terhadap target "
            "tahunan Perjanjian Kinerja."
        )
    else:
        yield (
            "Pembanding: realisasi periode ini terhadap target periode ini dan realisasi sampai dengan periode ini "
            "terhadap target tahunan Perjanjian Kinerja."
        )
    if any(c.sementara for c in capaian):
        yield (
            "Bulan atau unit yang belum melaporkan tidak dihitung sebagai nol; angka yang datanya belum lengkap "
            "ditandai sebagai angka sementara."
        )
    if any(_rasio_rata(i) and len(ix.pelapor.get(i.kode, ())) > 1 for i in ix.master.indikator):
        yield (
            "Indikator rasio yang dirata-rata antarbulan dan dilaporkan beberapa unit: angka instansi adalah jumlah "
            "pembilang dibagi jumlah penyebut seluruh unit dan bulannya."
        )
    if any(ix.bertingkat(p) for p in ix.pelapor.values()):
        yield (
            "Bila sebuah unit dan unit di bawahnya sama-sama melaporkan satu indikator, angka instansi menghitung "
            "angka keduanya, masing-masing sekali."
        )


def _nol(ix: Indeks) -> Iterator[str]:
    if ix.kebijakan.target_nol == "nihil":
        yield (
            "Untuk indikator Minimal dengan target 0, realisasi 0 dinilai 100 dan realisasi di atas 0 dinilai 0; "
            "target 0 pada indikator lain tidak dapat dihitung."
        )
    else:
        yield "Capaian dengan target 0 tidak dapat dihitung dan tidak masuk rata-rata."
    if any(_banding(i) for i in ix.master.indikator):
        if ix.kebijakan.realisasi_nol == "seratus":
            yield "Untuk indikator Minimal dengan rumus T/R, realisasi 0 dinilai 100."
        else:
            yield "Untuk indikator Minimal dengan rumus T/R, realisasi 0 tidak dapat dihitung."
    if any(i.tipe is TipeNilai.PREDIKAT for i in ix.master.indikator):
        yield (
            "Capaian indikator berupa predikat adalah peringkat realisasi dibagi peringkat target pada skalanya, "
            "dikali 100; cara ini adalah kesepakatan, bukan ukuran jarak antarpredikat."
        )


def _rata(ix: Indeks) -> Iterator[str]:
    bobot = [i.bobot for i in ix.master.indikator]
    cara = "tertimbang menurut bobot indikator" if bobot and None not in bobot else "sederhana"
    if None in bobot and any(b is not None for b in bobot):
        cara = "tertimbang menurut bobot bila seluruh indikator kelompoknya berbobot, selain itu sederhana,"
    yield f"Rata-rata {cara} dihitung atas indikator yang capaiannya dapat dihitung; jumlahnya disebutkan."
    batas = ix.kebijakan.batas_rata_rata
    if batas is None:
        yield "Capaian tidak dibatasi, baik saat dicetak maupun dalam rata-rata."
    else:
        yield (
            f"Capaian dicetak apa adanya, tetapi dibatasi paling tinggi {format_ringkas(batas, 2)} di dalam rata-rata."
        )


def _penutup(ix: Indeks, periode: Periode) -> Iterator[str]:
    yield f"Kategori ditetapkan dari angka yang tercetak: {SKALA[ix.kebijakan.kategori].aturan}."
    if ix.master.anggaran:
        yield (
            "Serapan adalah realisasi anggaran sampai dengan akhir periode dibagi pagu yang berlaku saat itu, "
            "dikali 100."
        )
        yield from sebutkan_pagu(ix.master, periode)
        if ix.kebijakan.efisiensi == "indeks":
            yield "Efisiensi adalah indeks capaian dibagi serapan; tingkat efisiensi adalah indeks itu dikurangi 1."
        else:
            yield "Efisiensi adalah capaian dikurangi serapan, dalam poin persentase."


def _banding(i: Indikator) -> bool:
    return i.polaritas is Polaritas.MINIMAL and i.rumus_minimal is RumusMinimal.BANDING


def _rasio_rata(i: Indikator) -> bool:
    return i.konsolidasi_unit is KonsolidasiUnit.RASIO and i.konsolidasi_periode is KonsolidasiPeriode.RATA_RATA
