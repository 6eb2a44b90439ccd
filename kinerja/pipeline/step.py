"""`kinerja step`: a person says that a step is done, sends it back, or takes such a mark back. Nothing is deleted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from kinerja.domain.periode import JenisPeriode, Periode
from kinerja.domain.tanggal import format_tanggal
from kinerja.errors import SalahPakai
from kinerja.pipeline.bukti_langkah import arsipkan_bukti
from kinerja.pipeline.final import final_berlaku, jaga_laporan, terkunci
from kinerja.pipeline.giliran import Berikutnya, saran_berikut
from kinerja.pipeline.langkah_peringatan import peringatan_selesai
from kinerja.pipeline.letak import Letak, letak_sop, periode_kini, tanpa_periode
from kinerja.pipeline.pengumpulan import periksa_angka
from kinerja.pipeline.sesi import Sesi, buka
from kinerja.pipeline.workspace import Isi, Workspace, load_isi
from kinerja.register.peristiwa import LANGKAH_DITOLAK, LANGKAH_SELESAI, TANDA_DICABUT
from kinerja.sop.bukti import BUKTI
from kinerja.sop.model import Langkah, Sop
from kinerja.sop.periode import langkah_jenis, periode_langkah
from kinerja.sop.sebut import cari_langkah, sebut_langkah
from kinerja.sop.status import Posisi, StatusLangkah, tanda_berlaku
from kinerja.sop.tanda import Tanda, terakhir

_TIAP = {
    JenisPeriode.BULAN: "bulan",
    JenisPeriode.TRIWULAN: "triwulan",
    JenisPeriode.SEMESTER: "semester",
    JenisPeriode.TAHUN: "tahun",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilStep:
    """Where the step stands now. `tindakan`: selesai, ditolak, dicabut, or tetap when the same was noted before."""

    posisi: Posisi
    tindakan: str
    peringatan: tuple[str, ...]
    berikutnya: Berikutnya | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sasaran:
    """The step that is meant, its period, and where everything stands."""

    isi: Isi
    sop: Sop
    langkah: Langkah
    periode: Periode
    letak: Letak

    @property
    def posisi(self) -> Posisi:
        return next(p for p in self.letak.langkah if p.langkah == self.langkah)

    @property
    def tanda(self) -> Tanda | None:
        """The last mark of the step that still stands."""
        return terakhir(self.letak.tanda, self.langkah, self.periode)


def step_done(
    ws: Workspace,
    no: str,
    *,
    periode: Periode | None,
    oleh: str,
    tanggal: date,
    bukti: Path | None,
    catatan: str,
    yakin: bool,
    waktu: datetime,
) -> HasilStep:
    """Mark a step as done. SalahPakai for a step that the data prove otherwise, and for a date that cannot be."""
    _isian("--oleh", oleh)
    isi = load_isi(ws)
    sop, langkah, milik = _langkah(isi, no, periode, waktu.date())
    _periksa_tanggal(tanggal, langkah, milik, waktu.date(), yakin=yakin)
    with buka(ws, waktu) as sesi:
        s = _sasaran(sesi, isi, sop, langkah, milik)
        _periksa_data(s)
        berkas, cacat = arsipkan_bukti(sesi, bukti) if bukti is not None else (None, None)
        rincian: dict[str, Any] = {"oleh": oleh.strip(), "tanggal": tanggal.isoformat()}
        rincian |= {"catatan": catatan.strip()} if catatan.strip() else {}
        rincian |= {"bukti": berkas} if berkas is not None else {}
        peringatan = tuple(peringatan_selesai(isi, s.letak, s.posisi, oleh=oleh.strip(), tanggal=tanggal, cacat=cacat))
        return _catat(sesi, s, LANGKAH_SELESAI, rincian, peringatan)


def step_reject(
    ws: Workspace,
    no: str,
    *,
    periode: Periode | None,
    oleh: str,
    tanggal: date | None,
    alasan: str,
    yakin: bool,
    waktu: datetime,
) -> HasilStep:
    """Send the work back. SalahPakai for a step to which the SOP gives no way back."""
    _isian("--oleh", oleh)
    _isian("--alasan", alasan)
    isi = load_isi(ws)
    sop, langkah, milik = _langkah(isi, no, periode, waktu.date())
    if langkah.jika_ditolak is None:
        ada = [f"{x.no or x.id} (kembali ke {x.jika_ditolak})" for x in sop.langkah if x.jika_ditolak]
        raise SalahPakai(
            f"SOP {sop.nama} tidak menyebut ke mana {sebut_langkah(langkah)} kembali bila ditolak.",
            f"Langkah yang dapat ditolak: {', '.join(ada) or 'tidak ada'}. Untuk mencabut tanda yang keliru: "
            f"kinerja step undo {langkah.id}",
        )
    tanggal = tanggal or waktu.date()
    _periksa_tanggal(tanggal, langkah, milik, waktu.date(), yakin=yakin)
    with buka(ws, waktu) as sesi:
        jaga_laporan(sesi, milik, "Konsepnya tidak dapat ditolak lagi")
        s = _sasaran(sesi, isi, sop, langkah, milik)
        rincian = {"oleh": oleh.strip(), "tanggal": tanggal.isoformat(), "alasan": alasan.strip()}
        rincian |= {"kembali_ke": langkah.jika_ditolak}
        return _catat(sesi, s, LANGKAH_DITOLAK, rincian, tuple(_belum_ada(s)))


def langkah_terbukti(
    sesi: Sesi, isi: Isi, bukti: Sequence[str], periode: Periode, rincian: Mapping[str, Any]
) -> tuple[HasilStep, ...]:
    """Mark the steps of this kind of period that one of these proofs closes, as `step done` would.

    `bukti`: names of proofs, of which the first that the SOP knows counts. `rincian`: oleh, tanggal, bukti.
    """
    for nama in bukti:
        ada = [
            (s, x)
            for s in isi.profil.sop
            for x in s.langkah
            if x.dihasilkan_oleh == nama and langkah_jenis(x) is periode.jenis and not tanpa_periode(isi, x)
        ]
        if ada:
            return tuple(_terbukti(sesi, isi, x, periode, rincian) for x in ada)
    return ()


def _terbukti(
    sesi: Sesi, isi: Isi, langkah: tuple[Sop, Langkah], periode: Periode, rincian: Mapping[str, Any]
) -> HasilStep:
    s = _sasaran(sesi, isi, *langkah, periode)
    tanggal = date.fromisoformat(rincian["tanggal"])
    peringatan = peringatan_selesai(isi, s.letak, s.posisi, oleh=rincian["oleh"], tanggal=tanggal, cacat=None)
    return _catat(sesi, s, LANGKAH_SELESAI, rincian, tuple(peringatan))


def step_undo(ws: Workspace, no: str, *, periode: Periode | None, oleh: str, alasan: str, waktu: datetime) -> HasilStep:
    """Take back the last mark of a step that still stands. SalahPakai when there is none."""
    _isian("--oleh", oleh)
    _isian("--alasan", alasan)
    isi = load_isi(ws)
    sop, langkah, milik = _langkah(isi, no, periode, waktu.date())
    with buka(ws, waktu) as sesi:
        s = _sasaran(sesi, isi, sop, langkah, milik)
        if s.tanda is None:
            bukti = s.posisi.bukti
            raise SalahPakai(
                f"Tidak ada tanda pada {sebut_langkah(langkah)} {milik.nama} yang dapat dicabut.",
                f"Keadaannya dibaca program dari {bukti}." if bukti else "Lihat keadaannya: kinerja status",
            )
        if (f := final_berlaku(sesi, milik)) is not None and s.tanda.urut < f.urut:
            raise terkunci(f, "Tanda yang mendasari laporan final tidak dapat dicabut")
        rincian = {"peristiwa": s.tanda.urut, "oleh": oleh.strip(), "alasan": alasan.strip()}
        return _catat(sesi, s, TANDA_DICABUT, rincian, ())


def _catat(sesi: Sesi, s: _Sasaran, jenis: str, rincian: Mapping[str, Any], peringatan: tuple[str, ...]) -> HasilStep:
    """Note the event, unless the very same stands already, and tell where things stand now."""
    tindakan = {LANGKAH_SELESAI: "selesai", LANGKAH_DITOLAK: "ditolak", TANDA_DICABUT: "dicabut"}[jenis]
    if jenis != TANDA_DICABUT and _sama(sesi, s, jenis, rincian):
        tindakan = "tetap"
    else:
        isi = {"sop": s.sop.nama, "langkah": s.langkah.id, **rincian}
        sesi.reg.catat_peristiwa(jenis, sesi.waktu, s.periode.id, None, isi)
    kini = _sasaran(sesi, s.isi, s.sop, s.langkah, s.periode)
    return HasilStep(
        posisi=kini.posisi,
        tindakan=tindakan,
        peringatan=peringatan,
        berikutnya=saran_berikut(sesi, s.isi, kini.letak, s.periode),
    )


def _sama(sesi: Sesi, s: _Sasaran, jenis: str, rincian: Mapping[str, Any]) -> bool:
    """The last mark says the same, and still has its effect."""
    wujud = StatusLangkah.SELESAI if jenis == LANGKAH_SELESAI else StatusLangkah.DITOLAK
    if s.tanda is None or s.posisi.status is not wujud:
        return False
    return sesi.reg.rincian_peristiwa(s.tanda.urut) == {"sop": s.sop.nama, "langkah": s.langkah.id, **rincian}


def _sasaran(sesi: Sesi, isi: Isi, sop: Sop, langkah: Langkah, milik: Periode) -> _Sasaran:
    letak = letak_sop(sesi, isi, milik, sesi.waktu.date())
    return _Sasaran(isi=isi, sop=sop, langkah=langkah, periode=milik, letak=letak)


def _langkah(isi: Isi, no: str, periode: Periode | None, hari_ini: date) -> tuple[Sop, Langkah, Periode]:
    """The step, and the period for which it is done: the one that `status` shows, or the one that was named."""
    sop, langkah = cari_langkah(isi.profil, no)
    if tanpa_periode(isi, langkah):
        raise SalahPakai(
            f"{sebut_langkah(langkah).capitalize()} dikerjakan tiap bulan, padahal kantor ini mengumpulkan data "
            f"{isi.pengaturan.pengumpulan}; langkah itu dilewati.",
            "Ubah `pengumpulan` di kinerja.toml bila kantor mengumpulkan data tiap bulan.",
        )
    jenis = langkah_jenis(langkah)
    if periode is not None:
        tahun = Periode(periode.tahun, JenisPeriode.TAHUN, 1)
        periksa_angka(isi, tahun if langkah.kala == "mingguan" else periode)
        if periode.jenis > jenis:
            contoh = Periode(periode.tahun, jenis, (periode.bulan[0] - 1) // jenis + 1)
            raise SalahPakai(
                f"{sebut_langkah(langkah).capitalize()} dikerjakan tiap {_TIAP[jenis]}; {periode.nama} memuat lebih "
                f"dari satu {_TIAP[jenis]}.",
                f"Tulis {_TIAP[jenis]}nya, misalnya --periode {contoh.id}.",
            )
    return sop, langkah, periode_langkah(langkah.kala, periode or periode_kini(isi, hari_ini))


def _isian(nama: str, teks: str) -> None:
    if not teks.strip():
        raise SalahPakai(
            f"{nama} masih kosong.",
            "Tulis nama orangnya." if nama == "--oleh" else "Tulis sebabnya, supaya kelak jelas bagi orang lain.",
        )


def _periksa_tanggal(tanggal: date, langkah: Langkah, milik: Periode, hari_ini: date, *, yakin: bool) -> None:
    if tanggal > hari_ini:
        raise SalahPakai(
            f"Tanggal {format_tanggal(tanggal)} belum tiba; hari ini {format_tanggal(hari_ini)}.",
            "Tandai langkahnya setelah dikerjakan, dengan tanggal pengerjaannya.",
        )
    if tanggal < milik.awal and not yakin:
        raise SalahPakai(
            f"Tanggal {format_tanggal(tanggal)} mendahului {milik.nama}, padahal {sebut_langkah(langkah)} ini untuk "
            f"{milik.nama}.",
            "Betulkah demikian? Bila ya, ulangi dengan --yakin; bila tidak, betulkan --tanggal atau --periode.",
        )


def _periksa_data(s: _Sasaran) -> None:
    """SalahPakai when the forms, not people, say whether this step is done, and they say no."""
    bukti = s.langkah.dihasilkan_oleh or ""
    ada = s.letak.kejadian.get((bukti, s.periode.id))
    if not tanda_berlaku(s.langkah, ada):
        raise SalahPakai(
            f"{sebut_langkah(s.langkah).capitalize()} {s.periode.nama} selesai oleh {BUKTI[bukti]}, bukan oleh tanda; "
            f"sekarang: {ada.uraian if ada is not None else 'belum ada'}.",
            "Lihat yang masih kurang: kinerja status " + s.periode.id,
        )


def _belum_ada(s: _Sasaran) -> Iterator[str]:
    """That what is sent back was not done in the first place."""
    for p in s.letak.langkah:
        if p.langkah.id == s.langkah.jika_ditolak and p.status is not StatusLangkah.SELESAI:
            yield f"{sebut_langkah(p.langkah).capitalize()} sendiri belum selesai ({p.status})."
