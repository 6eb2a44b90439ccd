"""Narrative that people edited in Word: kept per period, printed by every later build, told of when it grows stale."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kinerja.domain.narasi import NarasiDisimpan, beda_kalimat, sidik_draf
from kinerja.domain.periode import Periode
from kinerja.koreksi.model import NaskahTerkoreksi, potong
from kinerja.koreksi.narasi import BacaanNarasi, Masalah, ParagrafNarasi, TanyaNarasi, baca_narasi, bentuk
from kinerja.pipeline.final import final_berlaku
from kinerja.pipeline.konsep import Pembanding
from kinerja.pipeline.sesi import Sesi
from kinerja.register.peristiwa import NARASI_DIUBAH
from kinerja.render.tersimpan import NarasiTercetak

JUDUL_USANG = "Narasi yang isinya berubah sejak disunting (pada konsep diarsir dan diberi komentar):"
_TANYA: Mapping[Masalah, str] = {
    Masalah.TERLACAK: (
        "narasi {kunci} masih memuat lacak perubahan, jadi suntingannya belum disimpan. Terima atau tolak lacak "
        "perubahannya di Word (Tinjau), simpan, lalu jalankan kinerja review lagi."
    ),
    Masalah.HILANG: (
        "narasi {kunci} tidak ditemukan dalam berkas, jadi konsep berikutnya mencetaknya seperti semula. Bila isinya "
        "diubah, ketikkan pada paragraf aslinya di konsep terakhir; untuk memakai kalimat program, kosongkan isinya "
        "tanpa menghapus paragrafnya."
    ),
    Masalah.GANDA: (
        "narasi {kunci} ada lebih dari satu kali, jadi belum jelas mana yang berlaku dan belum ada yang disimpan. "
        "Hapus yang tidak dipakai, simpan, lalu jalankan kinerja review lagi."
    ),
    Masalah.ASING: (
        "paragraf “{teks}” bertanda narasi yang tidak ada pada laporan periode ini, jadi isinya tidak disimpan. "
        "Ketikkan isinya pada paragraf yang dimaksud."
    ),
    Masalah.BENTROK: (
        "paragraf “{teks}” bertanda dua narasi yang berbeda, antara lain {kunci}, jadi isinya tidak disimpan. "
        "Ketikkan isinya pada paragraf yang dimaksud di konsep terakhir, jangan disalin beserta paragrafnya."
    ),
    Masalah.TABEL: (
        "di dalam narasi {kunci} ada tabel, jadi suntingannya tidak disimpan. Pindahkan tabelnya ke luar paragraf "
        "itu; hanya kata-kata yang dapat disimpan."
    ),
    Masalah.BARU: (
        "paragraf baru “{teks}” bukan bagian narasi mana pun, jadi konsep berikutnya tidak mencetaknya. Pindahkan "
        "isinya ke akhir paragraf di atasnya, simpan, lalu jalankan kinerja review lagi."
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilNarasi:
    """`pesan`: what was kept, dropped or confirmed; `tanya`: what was not, and what people must say or do first."""

    pesan: tuple[str, ...] = ()
    tanya: tuple[str, ...] = ()


@dataclass(slots=True)
class _Putusan:
    """Kunci by what becomes of them."""

    simpan: list[NarasiDisimpan] = field(default_factory=list)
    pasti: list[NarasiDisimpan] = field(default_factory=list)
    hapus: list[str] = field(default_factory=list)
    kosong: list[str] = field(default_factory=list)  # cleared, and nothing was kept
    tanya: list[str] = field(default_factory=list)


def simpan_suntingan(
    sesi: Sesi, diterima: NaskahTerkoreksi, pembanding: Pembanding, berkas: str, sha256: str
) -> HasilNarasi:
    """Keep what people made of the drafted paragraphs of a konsep. `berkas`: the received file, `sha256` its hash.

    A wording is kept when it differs from what the konsep printed, dropped when it is the draft again or was cleared.
    Two files that word a paragraph differently are a question.
    """
    if pembanding.konsep is None or pembanding.naskah is None:
        return HasilNarasi()
    periode = Periode.parse(pembanding.periode)
    draf = sesi.reg.draf(periode.id)
    bacaan = baca_narasi(diterima, pembanding.naskah, {k for k, _ in draf})
    if (final := final_berlaku(sesi, periode)) is not None:
        beda = any(p.disunting for p in bacaan.paragraf.values())
        pesan = f"Laporan {periode.nama} sudah final (versi {final.versi}), jadi suntingan narasi tidak disimpan."
        return HasilNarasi(pesan=(pesan,) if beda else ())
    tersimpan, latar = sesi.reg.narasi(periode.id), _Latar(bacaan, draf, sesi.reg.draf_terakhir(periode.id))
    putusan = _Putusan(tanya=[_kalimat(t) for t in bacaan.tanya])
    for p in bacaan.paragraf.values():
        baru = NarasiDisimpan(
            kunci=p.kunci,
            teks=p.teks,
            sidik=p.sidik,
            oleh=diterima.penyunting,
            waktu=sesi.waktu,
            berkas=berkas,
            sha256=sha256,
        )
        _putuskan(putusan, p, latar, baru, tersimpan.get(p.kunci))
    _catat(sesi, periode, putusan, berkas, sha256)
    return HasilNarasi(pesan=tuple(_pesan(putusan, bacaan)), tanya=tuple(putusan.tanya))


@dataclass(frozen=True, slots=True)
class _Latar:
    """What a paragraph is judged by: all that was read, every draft by (kunci, sidik), those of the last build."""

    bacaan: BacaanNarasi
    draf: Mapping[tuple[str, str], str]
    terakhir: Mapping[str, str]

    def serupa_draf(self, p: ParagrafNarasi) -> bool:
        """True when it reads as the draft that it comes from, or as that of the last build."""
        ada = (self.draf.get((p.kunci, p.sidik)), self.terakhir.get(p.kunci))
        return bentuk(p.teks) in {bentuk(t) for t in ada if t}

    def mutakhir(self, p: ParagrafNarasi) -> bool:
        """True when its facts are those of the last build."""
        return p.kunci in self.terakhir and sidik_draf(self.terakhir[p.kunci]) == p.sidik


def _putuskan(
    putusan: _Putusan, p: ParagrafNarasi, latar: _Latar, baru: NarasiDisimpan, ada: NarasiDisimpan | None
) -> None:
    """What becomes of one paragraph."""
    if ada is not None and bentuk(ada.teks) == bentuk(p.teks):
        dilepas = p.kunci in latar.bacaan.dilepas
        if ada.sidik != p.sidik and (dilepas or p.disunting) and p.kunci not in latar.bacaan.bertanda:
            if latar.mutakhir(p):
                putusan.pasti.append(replace(ada, sidik=p.sidik, oleh=baru.oleh, waktu=baru.waktu))
            elif dilepas:
                putusan.tanya.append(
                    f"{p.tempat}: tanda pada narasi {p.kunci} sudah dihapus, tetapi isinya berubah lagi sejak konsep "
                    "ini dibuat. Tinjau paragraf itu pada konsep terakhir."
                )
        return
    lanjutan = ada is not None and ada.berkas == baru.berkas
    if not p.disunting and not lanjutan:
        return
    if ada is not None and not lanjutan and bentuk(ada.teks) != bentuk(p.asal):
        putusan.tanya.append(_bentrok(p, ada))
    elif not p.teks or latar.serupa_draf(p):
        if ada is not None:
            putusan.hapus.append(p.kunci)
        elif not p.teks:
            putusan.kosong.append(p.kunci)
    else:
        tetap = ada is not None and p.kunci in latar.bacaan.bertanda
        putusan.simpan.append(replace(baru, sidik=ada.sidik) if tetap and ada is not None else baru)


def _bentrok(p: ParagrafNarasi, ada: NarasiDisimpan) -> str:
    oleh = f" oleh {ada.oleh}" if ada.oleh else ""
    return (
        f"{p.tempat}: narasi {p.kunci} sudah disunting lain dalam {ada.berkas}{oleh} (“{potong(ada.teks)}”), jadi "
        f"“{potong(p.teks)}” tidak disimpan. Buat konsepnya lagi dengan kinerja build, perbaiki paragraf itu di sana, "
        "lalu jalankan kinerja review atasnya."
    )


def _catat(sesi: Sesi, periode: Periode, putusan: _Putusan, berkas: str, sha256: str) -> None:
    """Keep it all at once, with one event."""
    rincian = {
        "disimpan": [n.kunci for n in putusan.simpan],
        "dipastikan": [n.kunci for n in putusan.pasti],
        "kembali": putusan.hapus,
    }
    if not any(rincian.values()):
        return
    with sesi.reg.transaction():
        for n in (*putusan.simpan, *putusan.pasti):
            sesi.reg.simpan_narasi(periode.id, n)
        for kunci in putusan.hapus:
            sesi.reg.hapus_narasi(periode.id, kunci)
        sesi.reg.catat_peristiwa(
            NARASI_DIUBAH, sesi.waktu, periode.id, None, {"berkas": berkas, "sha256": sha256, **rincian}
        )


def _pesan(putusan: _Putusan, bacaan: BacaanNarasi) -> Iterator[str]:
    if putusan.simpan:
        yield (
            f"Narasi yang disunting disimpan dan dicetak pada konsep berikutnya: {_daftar(putusan.simpan)}. Hanya "
            "kata-katanya; huruf tebal, gambar, dan catatan kaki tidak."
        )
    if putusan.pasti:
        yield f"Narasi yang dipastikan masih benar: {_daftar(putusan.pasti)}."
    if masih := [n.kunci for n in putusan.simpan if n.kunci in bacaan.bertanda]:
        yield f"Komentar pada narasi {', '.join(masih)} belum dihapus, jadi isinya masih perlu ditinjau."
    if kembali := [*putusan.hapus, *putusan.kosong]:
        yield f"Narasi yang kembali memakai kalimat program: {', '.join(kembali)}."
    for kunci in bacaan.digabung:
        yield (
            f"Narasi {' dan '.join(kunci)} digabung dalam satu paragraf; isinya disimpan masing-masing, jadi konsep "
            "berikutnya mencetaknya sebagai paragraf tersendiri."
        )


def _daftar(isi: Sequence[NarasiDisimpan]) -> str:
    return ", ".join(n.kunci for n in isi)


def _kalimat(t: TanyaNarasi) -> str:
    return f"{t.tempat}: {_TANYA[t.masalah].format(kunci=t.kunci, teks=potong(t.teks))}"


def ringkas_narasi(narasi: Sequence[NarasiTercetak], tersimpan: Mapping[str, NarasiDisimpan]) -> tuple[str, ...]:
    """What of the kept narrative a report prints, and what has no place in it any more."""
    dicetak = [n.kunci for n in narasi if n.disimpan is not None]
    tanpa = [k for k in tersimpan if k not in {n.kunci for n in narasi}]
    baris = [f"Narasi hasil suntingan yang dicetak: {', '.join(dicetak)}."] if dicetak else []
    if tanpa:
        baris.append(
            f"Suntingan narasi yang tidak dicetak, karena laporan ini tidak memuat paragrafnya: {', '.join(tanpa)}."
        )
    return tuple(baris)


def daftar_usang(narasi: Sequence[NarasiTercetak], draf: Mapping[tuple[str, str], str]) -> tuple[str, ...]:
    """The part of the checklist about stale narrative: each with what the program wrote then and writes now."""
    baris = []
    for n in narasi:
        if n.usang and n.disimpan is not None:
            lama = draf.get((n.kunci, n.disimpan.sidik), "")
            dulu, kini = beda_kalimat(lama, n.draf)
            semula = f"semula “{dulu}”, " if dulu else ""
            baris.append(f"  {n.kunci}: {semula}kini {f'“{kini}”' if kini else 'tidak ada lagi'}")
    if not baris:
        return ()
    akhir = "  Perbaiki kalimatnya pada konsep atau biarkan bila masih benar, hapus komentarnya, lalu kinerja review."
    return (JUDUL_USANG, *baris, akhir)
