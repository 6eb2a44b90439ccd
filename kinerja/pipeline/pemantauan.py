"""Monitoring papers as they come: judged, registered, and shown beside the submissions. None of them is one."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePosixPath

from kinerja import __version__
from kinerja.aggregate.pemantauan import ButirTindakan, Kertas, tindakan_bulan, tindakan_terbuka
from kinerja.artifacts import Artifact
from kinerja.domain.pemantauan import IsiPantau, PantauTerbit, Tindakan
from kinerja.domain.periode import Periode
from kinerja.findings import Finding, Tingkat
from kinerja.pipeline.final import Final, pengunci_dari
from kinerja.pipeline.model import PantauDinilai
from kinerja.pipeline.sesi import Sesi
from kinerja.pipeline.workspace import Isi
from kinerja.read.model import HasilBaca, PantauTerbaca
from kinerja.register.model import BerkasTercatat, KertasPantau
from kinerja.register.peristiwa import PANTAU_DITERIMA
from kinerja.sop.status import Kejadian
from kinerja.validate.lintas_pantau import berbeda_dari_pantauan, isian_hilang, tolak_pantau
from kinerja.validate.pemantauan import periksa_pantau

JENIS_CATATAN = "catatan_pemantauan"


def terima_pantau(sesi: Sesi, isi: Isi, berkas: BerkasTercatat, baca: HasilBaca) -> None:
    """Judge a paper and register it; the papers of its month are to be written again."""
    kertas = baca.pantau
    assert kertas is not None
    terbit = _terbit(sesi, kertas)
    tolak = tolak_pantau(kertas.identitas, berkas.path, isi.master, terbit=terbit is not None)
    k = sesi.reg.simpan_pantau(
        path=berkas.path,
        sha256=berkas.sha256,
        diterima=berkas.diterima,
        terbit=terbit if tolak is None else None,
        sidik=_sidik(isi),
    )
    if tolak is not None or terbit is None:
        sesi.reg.simpan_hasil_pantau(k.id, IsiPantau(), [tolak] if tolak is not None else [])
        return
    hasil = periksa_pantau(
        kertas, terbit, isi.master, diterima=k.diterima.date(), tingkat=isi.profil.tingkat, temuan_baca=baca.temuan
    )
    sesi.reg.simpan_hasil_pantau(k.id, hasil.isi, hasil.temuan)
    sesi.tandai_usang(terbit.identitas.periode)


def catat_penerimaan(sesi: Sesi, berkas: BerkasTercatat, kertas: PantauTerbaca) -> None:
    """The event of a paper's first arrival."""
    i = kertas.identitas
    rincian = {"path": berkas.path, "sha256": berkas.sha256}
    sesi.reg.catat_peristiwa(PANTAU_DITERIMA, sesi.waktu, i.periode, i.unit, rincian)


def nilai_ulang_pantau(
    sesi: Sesi, isi: Isi, baca: Callable[[BerkasTercatat], HasilBaca], final: Sequence[Final]
) -> None:
    """Judge again what was judged with another master, settings or version of the program; not what is final."""
    sidik = _sidik(isi)
    for k in (*sesi.reg.pantau_kini(), *sesi.reg.pantau_ditolak()):
        if k.sidik != sidik and pengunci_dari(final, k.periode) is None:
            berkas = sesi.reg.berkas_dikenal(k.sha256)[0]
            with sesi.reg.transaction():
                terima_pantau(sesi, isi, berkas, baca(berkas))


def _sidik(isi: Isi) -> str:
    bagian = (__version__, isi.master.sha256, repr(isi.pengaturan), repr(isi.profil))
    return hashlib.sha256("\0".join(bagian).encode()).hexdigest()


def _terbit(sesi: Sesi, kertas: PantauTerbaca) -> PantauTerbit | None:
    """The paper as issued: the issue that equals what the paper says, else the latest, else what it says itself."""
    terbit = sesi.reg.pantau_terbit(kertas.identitas)
    return next((t for t in terbit if t == kertas.terbit), terbit[-1] if terbit else kertas.terbit)


def pantau_dinilai(sesi: Sesi, isi: Isi, periode: Iterable[Periode] | None = None) -> tuple[PantauDinilai, ...]:
    """The current papers of these months (None: of all), in order of sheet Unit, with every finding."""
    semua = sesi.reg.pantau()
    pilihan = None if periode is None else {p.id for p in periode}
    kelompok: dict[tuple[str | None, str | None], list[KertasPantau]] = defaultdict(list)
    for k in semua:
        if pilihan is None or k.periode in pilihan:
            kelompok[k.unit, k.periode].append(k)
    urutan = {u.kode: n for n, u in enumerate(isi.master.unit)}
    hasil = [_dinilai(sesi, isi, milik) for milik in kelompok.values()]
    return tuple(sorted(hasil, key=lambda d: (d.kertas.periode or "", urutan.get(d.kertas.unit or "", len(urutan)))))


def _dinilai(sesi: Sesi, isi: Isi, milik: Sequence[KertasPantau]) -> PantauDinilai:
    """The latest of a unit's papers of one month; what the one before had and it lacks is told too."""
    kini = milik[-1]
    isi_kini = sesi.reg.isi_pantau(kini.id)
    temuan = list(sesi.reg.temuan_pantau(kini.id))
    if len(milik) > 1:
        lama = sesi.reg.isi_pantau(milik[-2].id)
        temuan += isian_hilang(lama, isi_kini, milik[-2].path, kini.path, isi.master)
    return PantauDinilai(kertas=kini, isi=isi_kini, temuan=tuple(temuan), catatan=_path_catatan(kini, temuan))


def pantau_ditolak(sesi: Sesi, dilihat: set[str]) -> tuple[PantauDinilai, ...]:
    """Papers that are none of ours and still lie in `masuk/`."""
    return tuple(
        PantauDinilai(kertas=k, isi=sesi.reg.isi_pantau(k.id), temuan=sesi.reg.temuan_pantau(k.id), catatan=None)
        for k in sesi.reg.pantau_ditolak()
        if k.sha256 in dilihat
    )


def ada_galat_pantau(sesi: Sesi, periode: Periode | None) -> bool:
    """True while a current paper, of a month of this period or of any, has a galat."""
    bulan = None if periode is None else {Periode.bulanan(periode.tahun, b).id for b in periode.bulan}
    semua = [k for k in sesi.reg.pantau_kini() if bulan is None or k.periode in bulan]
    return any(t.tingkat is Tingkat.GALAT for k in semua for t in sesi.reg.temuan_pantau(k.id))


def beda_pantauan(sesi: Sesi, isi: Isi, periode: Periode, kiriman: Iterable[tuple[str, int]]) -> list[Finding]:
    """SLR010 for these current submissions (unit, number) of a collection period."""
    bulan = Periode.bulanan(periode.tahun, periode.bulan_akhir)
    kertas = {
        k.unit: (k.path, k.terbit, sesi.reg.isi_pantau(k.id))
        for k in sesi.reg.pantau_kini(bulan.id)
        if k.unit is not None and k.terbit is not None
    }
    if not kertas:
        return []
    fakta = [f for unit, nomor in kiriman if unit in kertas for f in sesi.reg.isi(nomor).fakta]
    return list(berbeda_dari_pantauan(isi.master, fakta, kertas))


def terbuka_unit(sesi: Sesi, unit: str, sebelum: Periode) -> tuple[Tindakan, ...]:
    """Actions that the unit's papers of earlier months left open."""
    return tindakan_terbuka(_kertas(sesi).get(unit, ()), sebelum)


def tindakan_laporan(sesi: Sesi, isi: Isi, periode: Periode) -> tuple[ButirTindakan, ...] | None:
    """What the report of a month tells of its monitoring; None when no paper of it came."""
    if not sesi.reg.pantau_kini(periode.id):  # of a longer period there is none
        return None
    kertas = _kertas(sesi)
    return tuple(b for u in isi.master.unit for b in tindakan_bulan(u.kode, kertas.get(u.kode, ()), periode))


def kejadian_pantau(sesi: Sesi, isi: Isi, bulan: Periode) -> Kejadian | None:
    """What proves the weekly monitoring of a month: which unit has filled which weeks; None when no paper came."""
    dinilai = pantau_dinilai(sesi, isi, [bulan])
    if not dinilai:
        return None
    wajib = {u.kode for u in isi.master.unit if any(i.diukur(bulan.bulan) for i in isi.master.indikator_of(u.kode))}
    lengkap = {d.kertas.unit for d in dinilai if d.lengkap}
    rincian = ", ".join(f"{d.kertas.unit} {d.terisi or 'belum lengkap'}" for d in dinilai)
    return Kejadian(uraian=f"{len(lengkap)} dari {len(wajib)} unit lengkap: {rincian}", rampung=wajib <= lengkap)


def _kertas(sesi: Sesi) -> dict[str, list[Kertas]]:
    """By unit, the current papers of all months."""
    hasil: dict[str, list[Kertas]] = defaultdict(list)
    for k in sesi.reg.pantau_kini():
        if k.unit is not None and k.periode is not None:
            hasil[k.unit].append((k.periode, sesi.reg.isi_pantau(k.id)))
    return hasil


def _path_catatan(k: KertasPantau, temuan: Iterable[Finding]) -> str | None:
    """Where the note for the unit lies: only a paper with a galat has one, and each paper its own."""
    if not any(t.tingkat is Tingkat.GALAT for t in temuan):
        return None
    return f"output/{k.periode}/pemantauan/catatan_{k.unit}_{k.periode}_diterima_{k.diterima:%Y-%m-%d}.txt"


def tulis_catatan(sesi: Sesi, isi: Isi, dinilai: Iterable[PantauDinilai]) -> None:
    """Write the notes that go back to units whose paper has a galat."""
    from kinerja.render.pemantauan import catatan_pemantauan

    for d in dinilai:
        if d.catatan is not None and d.kertas.unit is not None and d.kertas.periode is not None:
            berkas = PurePosixPath(d.kertas.path).name
            naskah = catatan_pemantauan(isi.master, d.kertas.unit, d.kertas.periode, berkas, d.temuan)
            sesi.tulis(Artifact(JENIS_CATATAN, d.catatan, naskah), d.kertas.periode)
