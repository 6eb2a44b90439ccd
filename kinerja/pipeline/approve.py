"""`kinerja approve` and `kinerja reject`: who may, by the SOP and by what they did before, approves or sends back.

An approval is an event of its own; the last one of a step marks the step as done, as `kinerja step done` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from kinerja.domain.formulir import LabelPengesahan
from kinerja.domain.kiriman import Status
from kinerja.domain.periode import Periode
from kinerja.domain.tanggal import format_tanggal
from kinerja.errors import KinerjaError, SalahPakai
from kinerja.master.pelaksana import nama_pelaksana
from kinerja.pipeline.final import jaga_laporan
from kinerja.pipeline.form import form_kiriman
from kinerja.pipeline.lembar_kendali import tulis_lembar_kendali
from kinerja.pipeline.pengumpulan import periksa_angka, periode_pengumpulan
from kinerja.pipeline.persetujuan import (
    Keputusan,
    Konsep,
    Wajib,
    keputusan_semua,
    konsep_terakhir,
    orang,
    penyusun,
    sah,
    wajib_setuju,
)
from kinerja.pipeline.sesi import Sesi, buka
from kinerja.pipeline.tanda import tanda_tercatat
from kinerja.pipeline.workspace import Isi, Workspace, load_isi
from kinerja.register.model import DokumenTercatat
from kinerja.register.peristiwa import LANGKAH_DISETUJUI, LANGKAH_DITOLAK, LANGKAH_SELESAI
from kinerja.sop.periode import langkah_jenis
from kinerja.sop.sebut import cari_langkah, sebut_langkah

_GELAR = re.compile(r"\b(?:drs?|dra|ir|prof|h|hj|apt|ns|st)\. ?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilPersetujuan:
    """What was decided, and by whom the next approval must come (None: all are there)."""

    wajib: Wajib
    keputusan: Keputusan
    kembali_ke: str | None  # the step to which a rejection leads, in words
    berikutnya: str | None
    dokumen: DokumenTercatat  # the paraf slip
    disisihkan: tuple[tuple[str, str], ...]


def approve(
    ws: Workspace, periode: Periode, *, oleh: str, langkah: str | None, catatan: str, waktu: datetime
) -> HasilPersetujuan:
    """Approve the konsep in the next role that this person holds. SalahPakai when it is not his to approve."""
    isi, oleh = _siapkan(ws, periode, oleh)
    with buka(ws, waktu) as sesi:
        konsep = _konsep(sesi, isi, periode)
        semua = _wajib(isi, periode, langkah)
        w = _giliran(sesi, isi, periode, semua, oleh)
        oleh = _nama_penuh(isi, w, oleh, waktu)
        _periksa_pemisahan(sesi, isi, periode, w, oleh)
        rincian = {"sop": w.sop.nama, "langkah": w.langkah.id, "oleh": oleh, "tanggal": waktu.date().isoformat()}
        rincian |= {"catatan": catatan.strip()} if catatan.strip() else {}
        with sesi.reg.transaction():
            ini = {**rincian, "peran": w.peran, "konsep": konsep.naskah}
            sesi.reg.catat_peristiwa(LANGKAH_DISETUJUI, waktu, periode.id, None, ini)
            ada = keputusan_semua(sesi, isi, periode)
            milik = [x for x in wajib_setuju(isi.profil, periode) if x.langkah.id == w.langkah.id]
            if langkah_jenis(w.langkah) is periode.jenis and all(sah(ada, x) for x in milik):
                sesi.reg.catat_peristiwa(LANGKAH_SELESAI, waktu, periode.id, None, rincian)
            return _hasil(sesi, isi, w, konsep, None)  # the slip too, or the decision does not stand


def reject(
    ws: Workspace, periode: Periode, *, oleh: str, langkah: str | None, catatan: str, waktu: datetime
) -> HasilPersetujuan:
    """Send the konsep back, with a note. SalahPakai without one, and for who does not approve this report."""
    isi, oleh = _siapkan(ws, periode, oleh)
    if not catatan.strip():
        raise SalahPakai(
            "--catatan masih kosong: konsep hanya ditolak dengan catatan.",
            "Tulis sesudah --catatan apa yang harus diperbaiki, supaya jelas bagi penyusunnya.",
        )
    with buka(ws, waktu) as sesi:
        konsep = _konsep(sesi, isi, periode)
        milik = _milik(isi, periode, _wajib(isi, periode, langkah), oleh, waktu)
        ada = keputusan_semua(sesi, isi, periode)
        w = next((x for x in milik if sah(ada, x) is None), milik[-1])
        kembali = penyusun(w)
        oleh = _nama_penuh(isi, w, oleh, waktu)
        rincian = {
            "sop": w.sop.nama,
            "langkah": w.langkah.id,
            "oleh": oleh,
            "tanggal": waktu.date().isoformat(),
            "alasan": catatan.strip(),
            "kembali_ke": kembali.id if kembali is not None else None,
            "peran": w.peran,
            "konsep": konsep.naskah,
        }
        with sesi.reg.transaction():
            sesi.reg.catat_peristiwa(LANGKAH_DITOLAK, waktu, periode.id, None, rincian)
            return _hasil(sesi, isi, w, konsep, f"{sebut_langkah(kembali)} ({kembali.uraian})" if kembali else None)


def _siapkan(ws: Workspace, periode: Periode, oleh: str) -> tuple[Isi, str]:
    if not oleh.strip():
        raise SalahPakai("--oleh masih kosong.", "Tulis nama orang yang memutuskan sesudah --oleh.")
    isi = load_isi(ws)
    periksa_angka(isi, periode)
    return isi, " ".join(oleh.split())


def _konsep(sesi: Sesi, isi: Isi, periode: Periode) -> Konsep:
    """The konsep that is judged. KinerjaError when there is none, or none since it was sent back."""
    jaga_laporan(sesi, periode, "Konsepnya tidak dapat dinilai lagi")
    konsep = konsep_terakhir(sesi, periode)
    if konsep is None:
        raise KinerjaError(
            f"Konsep laporan {periode.nama} belum dibuat, jadi belum ada yang dapat dinilai.",
            f"Buat dahulu: kinerja build {periode.id}.",
        )
    tolak = [k for k in keputusan_semua(sesi, isi, periode) if k.ditolak and not k.gugur]
    if tolak and tolak[-1].urut > konsep.urut:
        k = tolak[-1]
        raise KinerjaError(
            f"Konsep laporan {periode.nama} ditolak {k.oleh} ({k.peran}) dan belum diperbaiki: {k.catatan}",
            f"Perbaiki, lalu buat konsep yang baru: kinerja build {periode.id}.",
        )
    return konsep


def _wajib(isi: Isi, periode: Periode, langkah: str | None) -> tuple[Wajib, ...]:
    """The approvals of this report, of one step when it is named."""
    semua = wajib_setuju(isi.profil, periode)
    if not semua:
        raise SalahPakai(
            f"SOP kantor ini ({isi.profil.judul}) tidak menyebut siapa yang menyetujui laporan.",
            f"Laporan dapat langsung difinalkan: kinerja finalize {periode.id}.",
        )
    if langkah is None:
        return semua
    _, x = cari_langkah(isi.profil, langkah)
    pilihan = tuple(w for w in semua if w.langkah.id == x.id)
    if not pilihan:
        ada = ", ".join(dict.fromkeys(w.langkah.id for w in semua))
        raise SalahPakai(
            f"Pada {sebut_langkah(x)} tidak ada persetujuan untuk laporan {periode.nama}.",
            f"Langkah yang menyetujui laporan ini: {ada}.",
        )
    return pilihan


def _milik(isi: Isi, periode: Periode, semua: tuple[Wajib, ...], oleh: str, waktu: datetime) -> list[Wajib]:
    """The approvals that are this person's. SalahPakai names whose they are, when none is his."""
    hari = waktu.date()
    nama = {w.peran: nama_pelaksana(isi.master, w.peran, hari) for w in semua}
    milik = [w for w in semua if not nama[w.peran] or any(sama_orang(oleh, n) for n in nama[w.peran])]
    if not milik:
        siapa = "; ".join(dict.fromkeys(f"{sebut_langkah(w.langkah)} {orang(isi, w.peran, hari)}" for w in semua))
        raise SalahPakai(
            f"{oleh} bukan yang menyetujui laporan {periode.nama} pada {format_tanggal(hari)}.",
            f"Yang menyetujui: {siapa}. Bila pejabatnya berganti, betulkan lembar Pejabat di induk.xlsx.",
        )
    return milik


def _nama_penuh(isi: Isi, w: Wajib, oleh: str, waktu: datetime) -> str:
    """The name as the master writes it, with its titles."""
    return next((n for n in nama_pelaksana(isi.master, w.peran, waktu.date()) if sama_orang(oleh, n)), oleh)


def _giliran(sesi: Sesi, isi: Isi, periode: Periode, semua: tuple[Wajib, ...], oleh: str) -> Wajib:
    """The approval that this person gives now. SalahPakai when somebody else comes first, or when he gave it."""
    ada, hari = keputusan_semua(sesi, isi, periode), sesi.waktu.date()
    milik = _milik(isi, periode, semua, oleh, sesi.waktu)
    belum = [w for w in milik if sah(ada, w) is None]
    if not belum:
        k = sah(ada, milik[-1])
        assert k is not None  # else it would be open
        raise SalahPakai(
            f"{k.oleh} sudah menyetujui laporan {periode.nama} sebagai {k.peran} pada {format_tanggal(k.tanggal)}.",
            f"Lihat yang masih kurang: lembar kendali di output/{periode.id}.",
        )
    w = belum[0]
    for lain in wajib_setuju(isi.profil, periode):
        if lain == w:
            break
        if sah(ada, lain) is None:
            raise SalahPakai(
                f"Belum giliran {w.peran}: {sebut_langkah(lain.langkah)} belum disetujui "
                f"{orang(isi, lain.peran, hari)}.",
                "Persetujuan diberikan menurut urutan SOP; mintakan yang itu lebih dahulu.",
            )
    return w


def _periksa_pemisahan(sesi: Sesi, isi: Isi, periode: Periode, w: Wajib, oleh: str) -> None:
    """SalahPakai when this person made what he would approve."""
    for nama, pekerjaan in _pembuat(sesi, isi, periode, w):
        if sama_orang(oleh, nama):
            raise SalahPakai(
                f"{oleh} {pekerjaan}, jadi tidak dapat menyetujui laporan {periode.nama} sebagai {w.peran}: yang "
                "mengisi atau menyusun tidak menyetujui.",
                "Mintakan persetujuan kepada pejabat lain yang berwenang (Plh. di lembar Pejabat), atau biarkan orang "
                "lain yang mengisi dan menyusun.",
            )


def _pembuat(sesi: Sesi, isi: Isi, periode: Periode, w: Wajib) -> Iterator[tuple[str, str]]:
    """Who made the konsep or filled in a form of the period: (name, what was done)."""
    asal = penyusun(w)
    if asal is not None:
        for peran in asal.pelaksana:
            if peran != w.peran:
                for nama in nama_pelaksana(isi.master, peran, sesi.waktu.date()):
                    yield nama, f"menyusun konsepnya sebagai {peran} ({sebut_langkah(asal)})"
        for t in tanda_tercatat(sesi):
            if t.langkah == asal.id and t.periode == periode.id and not t.ditolak:
                yield t.oleh, f"menandai {sebut_langkah(asal)} selesai dikerjakan"
    for p in periode_pengumpulan(isi, periode):
        for unit, k in sesi.reg.kiriman_layak(p.id).items():
            sel = form_kiriman(sesi, k).pengesahan.get(LabelPengesahan.DISUSUN_OLEH)
            if k.status is not Status.DITOLAK and sel is not None and isinstance(sel.nilai, str):
                yield sel.nilai, f"mengisi formulir {unit} {p.nama}"


def sama_orang(a: str, b: str) -> bool:
    """The same name, whatever titles stand before and after it."""
    return bool(_polos(a)) and _polos(a) == _polos(b)


def _polos(nama: str) -> str:
    teks = _GELAR.sub("", nama.partition(",")[0])
    return " ".join("".join(h if h.isalnum() else " " for h in teks).casefold().split())


def _hasil(sesi: Sesi, isi: Isi, w: Wajib, konsep: Konsep, kembali_ke: str | None) -> HasilPersetujuan:
    periode = konsep.periode
    ada = keputusan_semua(sesi, isi, periode)
    belum = next((x for x in wajib_setuju(isi.profil, periode) if sah(ada, x) is None), None)
    return HasilPersetujuan(
        wajib=w,
        keputusan=ada[-1],
        kembali_ke=kembali_ke,
        berikutnya=orang(isi, belum.peran, sesi.waktu.date()) if belum is not None else None,
        dokumen=tulis_lembar_kendali(sesi, isi, periode, konsep),
        disisihkan=tuple(sesi.disisihkan),
    )
