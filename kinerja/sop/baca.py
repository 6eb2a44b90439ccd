"""The keys of a profile, table by table, to values; what does not fit is noted with its key path, reading goes on."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import fields
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from kinerja.catalogue import ATURAN
from kinerja.findings import Tingkat
from kinerja.sop.ambang import AMBANG
from kinerja.sop.bukti import BUKTI
from kinerja.sop.model import Catatan, Kepala, Langkah, Naskah, Profil, Sop
from kinerja.sop.periksa import periksa_id, periksa_langkah, periksa_tenggat
from kinerja.sop.skema import Tabel, mirip
from kinerja.sop.tenggat import parse_tenggat
from kinerja.sop.waktu import parse_waktu

KALA = ("mingguan", "bulanan", "triwulanan", "semesteran", "tahunan")
LAPORAN = ("bulanan", "triwulan", "semester", "tahunan")
KEPUTUSAN = ("ya", "tidak")
KOTAK = ("dasar_hukum", "kualifikasi", "keterkaitan", "peralatan", "peringatan", "pencatatan")
_NOMOR = ("nomor", "tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif")
_NASKAH = tuple(f.name for f in fields(Naskah))
_KUNCI_PROFIL = ("judul", "hari", "laporan", "peran", "ambang", "tingkat", "sop")
_KUNCI_SOP = ("nama", "peran", "jumlah_waktu", "kepala", "naskah", "langkah")
_ISI_LANGKAH = (
    "id", "no", "kala", "uraian", "pelaksana", "kelengkapan", "waktu", "output", "keterangan", "keputusan",
    "jika_ditolak", "mulai", "tenggat", "dihasilkan_oleh", "persetujuan",
)  # fmt: skip
_KUNCI_LANGKAH = (*_ISI_LANGKAH, "tafsiran", "tafsiran_pada", "ragu")


def baca_profil(akar: Tabel, nama: str) -> Profil:
    """The profile; faults are noted in the table's list, and then the value is of no use."""
    akar.hanya(_KUNCI_PROFIL)
    peran = akar.daftar("peran", minimal=1, beda=True)
    profil = Profil(
        nama=nama,
        judul=akar.teks("judul"),
        hari=akar.pilihan("hari", ("kalender", "kerja")),
        laporan=akar.daftar("laporan", minimal=1, boleh=LAPORAN, beda=True),
        ambang=MappingProxyType(_ambang(akar.tabel("ambang"))),
        tingkat=MappingProxyType(_tingkat(akar.tabel("tingkat"))),
        sop=tuple(_sop(t, peran) for t in akar.deret("sop")),
    )
    periksa_id(profil, akar)
    return profil


def _ambang(tabel: Tabel) -> dict[str, Fraction]:
    tabel.hanya(AMBANG)
    return {kunci: tabel.angka(kunci) if kunci in tabel.isi else biasa for kunci, biasa in AMBANG.items()}


def _tingkat(tabel: Tabel) -> dict[str, Tingkat]:
    pilihan = tuple(t.value for t in Tingkat)
    hasil = {}
    for kode in tabel.isi:
        if kode not in ATURAN:
            tabel.tolak(kode, f"kode pemeriksaan tidak dikenal{mirip(kode, ATURAN)}")
        elif (nilai := tabel.pilihan(kode, pilihan)) in pilihan:
            hasil[kode] = Tingkat(nilai)
    return hasil


def _sop(tabel: Tabel, peran_profil: tuple[str, ...]) -> Sop:
    tabel.hanya(_KUNCI_SOP)
    peran = peran_profil
    if "peran" in tabel.isi:
        peran = tabel.daftar("peran", minimal=1, boleh=peran_profil, beda=True)
    sop = Sop(
        nama=tabel.teks("nama"),
        peran=peran,
        langkah=tuple(_langkah(t, peran) for t in tabel.deret("langkah")),
        jumlah_waktu=tabel.teks("jumlah_waktu", wajib=False, kosong=True),
        kepala=_kepala(tabel.tabel("kepala")),
        naskah=_naskah(tabel.tabel("naskah")),
    )
    periksa_langkah(sop, tabel)
    periksa_tenggat(sop, tabel)
    return sop


def _kepala(tabel: Tabel) -> Kepala:
    tabel.hanya((*_NOMOR, *KOTAK, "ragu"))
    isi: dict[str, Any] = {k: tabel.daftar(k) if k in tabel.isi else () for k in KOTAK}
    tempat = [*_NOMOR, *KOTAK, *(f"{k}.{n}" for k in KOTAK for n in range(1, len(isi[k]) + 1))]
    ragu = _catatan(tabel, "ragu", tempat)
    isi |= {k: tabel.teks(k, wajib=False, kosong=True) for k in _NOMOR}
    return Kepala(**isi, ragu=ragu)


def _naskah(tabel: Tabel) -> Naskah:
    tabel.hanya(_NASKAH)
    return Naskah(**{k: tabel.teks(k, wajib=False, kosong=True) for k in _NASKAH})


def _langkah(tabel: Tabel, peran: tuple[str, ...]) -> Langkah:
    tanda = tabel.isi.get("id")
    if isinstance(tanda, str) and tanda:
        tabel.jalur = f"{tabel.jalur.rpartition('[')[0]}[id={tanda}]"
    tabel.hanya(_KUNCI_LANGKAH)
    waktu = tabel.teks("waktu", kosong=True)
    mulai = tabel.teks("mulai", wajib=False)
    tenggat = tabel.teks("tenggat", wajib=False)
    _coba(tabel, "waktu", parse_waktu, waktu)
    for kunci, aturan in (("mulai", mulai), ("tenggat", tenggat)):
        if aturan:
            _coba(tabel, kunci, parse_tenggat, aturan)
    tafsiran, pada = tabel.ya("tafsiran"), _catatan(tabel, "tafsiran_pada", _ISI_LANGKAH)
    if tafsiran and "tafsiran_pada" not in tabel.isi:
        tabel.tolak("tafsiran_pada", 'wajib ada di samping tafsiran = true, misalnya { pelaksana = "alasannya" }')
    if pada and not tafsiran:
        tabel.tolak("tafsiran", "harus true bila tafsiran_pada berisi")
    pelaksana = tabel.daftar("pelaksana", minimal=1, boleh=peran, beda=True)
    return Langkah(
        id=tabel.teks("id"),
        no=tabel.teks("no", kosong=True),
        kala=tabel.pilihan("kala", KALA),
        uraian=tabel.teks("uraian"),
        pelaksana=pelaksana,
        kelengkapan=tabel.daftar("kelengkapan"),
        waktu=waktu,
        output=tabel.daftar("output"),
        keterangan=tabel.teks("keterangan", wajib=False, kosong=True),
        jika_ditolak=tabel.teks("jika_ditolak", wajib=False) or None,
        mulai=mulai or None,
        tenggat=tenggat or None,
        dihasilkan_oleh=tabel.pilihan("dihasilkan_oleh", tuple(BUKTI)),
        tafsiran=tafsiran,
        tafsiran_pada=pada,
        keputusan=tabel.daftar("keputusan", boleh=KEPUTUSAN, beda=True) if "keputusan" in tabel.isi else (),
        ragu=_catatan(tabel, "ragu", _ISI_LANGKAH),
        persetujuan=tabel.daftar("persetujuan", boleh=pelaksana, beda=True) if "persetujuan" in tabel.isi else (),
    )


def _catatan(tabel: Tabel, kunci: str, tempat: Collection[str]) -> Catatan:
    """A small table from keys of its owner to what is to be said of them."""
    isi = tabel.tabel(kunci)
    isi.hanya(tempat)
    return tuple((k, isi.teks(k)) for k in isi.isi if k in tempat)


def _coba(tabel: Tabel, kunci: str, parse: Callable[[str], object], teks: str) -> None:
    try:
        parse(teks)
    except ValueError as e:
        tabel.tolak(kunci, str(e))
