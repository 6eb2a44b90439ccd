"""Family BTK, for the form as a whole: whose it is, whether its rows are all there, once each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kinerja.catalogue import temuan
from kinerja.domain.angka import rapikan
from kinerja.domain.formulir import (
    LEMBAR_ANGGARAN,
    LEMBAR_IDENTITAS,
    LEMBAR_KINERJA,
    FormTerbit,
    Kolom,
    KolomAnggaran,
)
from kinerja.domain.periode import Periode
from kinerja.findings import Finding, Tingkat
from kinerja.master.model import Master
from kinerja.master.pengaturan import Pengaturan
from kinerja.read.model import BarisForm, BarisFormAnggaran, FormTerbaca
from kinerja.sources import CellRef
from kinerja.validate.indeks import Indeks
from kinerja.validate.isian import kutip
from kinerja.workbook.model import Sel


def tolak_identitas(form: FormTerbaca, master: Master, pengaturan: Pengaturan) -> tuple[Finding, ...]:
    """BTK020-022: reasons to refuse a form whose identity cannot be ours. At most one, the first that holds."""
    i, tempat = form.identitas, CellRef(form.path)
    if i.instansi != master.id_instansi:
        return (
            temuan(
                "BTK020", tempat, medan="instansi", instansi=master.instansi.nama, tertulis=kutip(i.instansi),
                diharapkan=master.id_instansi,
            ),
        )  # fmt: skip
    pelapor = [u.kode for u in master.unit_pelapor]
    if i.unit not in pelapor:
        return (temuan("BTK021", tempat, medan="unit", tertulis=kutip(i.unit), diharapkan=", ".join(pelapor)),)
    try:
        periode = Periode.parse(i.periode)
    except ValueError:
        periode = None
    jenis = pengaturan.jenis_pengumpulan
    if periode is None or periode.jenis is not jenis or periode.tahun != master.instansi.tahun:
        harap = f"{jenis.name.lower()} tahun {master.instansi.tahun}"
        return (temuan("BTK022", tempat, medan="periode", tertulis=kutip(i.periode), diharapkan=harap),)
    return ()


def identitas(indeks: Indeks) -> Iterable[Finding]:
    """BTK022-026, BTK044: another period than asked, master version, revision, and the hidden sheet itself."""
    k, i = indeks.konteks, indeks.form.identitas
    tempat = CellRef(indeks.form.path, LEMBAR_IDENTITAS)
    if i.versi_master not in (k.master.versi, k.versi_waktu):  # what changed after the form had come is not its fault
        kode = "BTK024" if i.versi_master in k.versi_dikenal else "BTK023"
        yield temuan(kode, tempat, medan="versi_master", tertulis=kutip(i.versi_master), diharapkan=k.master.versi)
    if k.revisi_terakhir is not None and i.menjawab_revisi > k.revisi_terakhir:
        yield temuan(
            "BTK025", tempat, medan="menjawab_revisi",
            tertulis=str(i.menjawab_revisi), diharapkan=str(k.revisi_terakhir),
        )  # fmt: skip
    if indeks.form.terbit is None:
        if k.terbit is None:
            yield temuan("BTK044", tempat, medan="terbit")
    elif k.terbit is not None and (beda := _perbedaan(indeks.form.terbit, k.terbit)):
        yield temuan("BTK026", tempat, medan="terbit", rincian=beda)


def _perbedaan(form: FormTerbit, terbit: FormTerbit) -> str:
    """Where the hidden copy differs from the register's: kodes of rows; empty when nowhere."""
    if form.baris == terbit.baris and form.anggaran == terbit.anggaran:
        return ""
    dulu = {b.kode: b for b in terbit.baris} | {a.kode: a for a in terbit.anggaran}
    kini = {b.kode: b for b in form.baris} | {a.kode: a for a in form.anggaran}
    beda = [k for k in dict.fromkeys([*dulu, *kini]) if dulu.get(k) != kini.get(k)]
    return "baris " + ", ".join(beda[:5]) + (" dan lainnya" if len(beda) > 5 else "") if beda else "urutan baris"


@dataclass(frozen=True, slots=True)
class Susunan:
    """Which rows may be judged, and what was wrong with the others."""

    baris: tuple[BarisForm, ...]
    anggaran: tuple[BarisFormAnggaran, ...]
    temuan: tuple[Finding, ...]


def susunan(indeks: Indeks) -> Susunan:
    """BTK027-030, BTK037-039: rows missing, added, doubled, or with another Kode."""
    hasil: list[Finding] = []
    form = indeks.form
    rusak = any(t.tingkat is Tingkat.GALAT and t.kode.startswith("BTK") for t in indeks.temuan_baca)
    baris = form.baris
    if baris or not rusak:
        baris = tuple(b for b in _baris_kinerja(indeks, hasil) if b.kode in indeks.indikator)
    anggaran = form.anggaran
    if anggaran or not rusak:
        anggaran = _baris_anggaran(indeks, hasil)
    return Susunan(baris, anggaran, tuple(hasil))


def _baris_kinerja(indeks: Indeks, hasil: list[Finding]) -> tuple[BarisForm, ...]:
    """The rows of which there is one each, and that are what their Kode says."""
    wajib, nama = indeks.kode_wajib, {k: i.nama for k, i in indeks.indikator.items()}
    per_kode: dict[str, list[BarisForm]] = {}
    for b in indeks.form.baris:
        per_kode.setdefault(b.kode, []).append(b)
    hilang = [k for k in wajib if k not in per_kode and (k in indeks.indikator or not indeks.versi_sama)]
    for b in indeks.form.baris:
        sama = per_kode[b.kode]
        if b.kode in wajib and (len(sama) == 1 or not _menyamar(b.sel.get(Kolom.INDIKATOR), hilang, nama)):
            continue
        asli = _asal(b, hilang, indeks)
        sel = b.sel.get(Kolom.KODE)
        if asli is not None:
            hilang.remove(asli)
            sama.remove(b)
        if sel is None:  # under merged cells, of which reading has spoken
            continue
        tertulis = kutip(b.kode) or "kosong"
        if asli is not None:
            hasil.append(
                temuan("BTK030", indeks.ref(sel), indikator=asli, medan="kode", tertulis=tertulis, diharapkan=asli)
            )
        elif b.kode:
            hasil.append(
                temuan("BTK028", indeks.ref(sel), medan=f"{kutip(b.kode)}.kode", tertulis=tertulis, baris=str(b.nomor))
            )
        elif any(s.teks != "" for k, s in b.sel.items() if k is not Kolom.NO):
            hasil.append(temuan("BTK014", indeks.ref(sel), baris=str(b.nomor)))
    for kode in _tanpa_kode(hilang, LEMBAR_KINERJA, indeks):
        tempat = indeks.ref(None)
        hasil.append(temuan("BTK027", tempat, indikator=kode, medan="kode", nama=nama.get(kode, kode)))
    for kode, sama in per_kode.items():
        if kode in wajib and len(sama) > 1:
            hasil.append(_ganda(kode, sama, indeks))
    return tuple(b for b in indeks.form.baris if b.kode in wajib and per_kode[b.kode] == [b])


def _menyamar(nama: Sel | None, hilang: Sequence[str], asli: Mapping[str, str]) -> bool:
    """True when a row with the Kode of another one bears the name of a row that is missing."""
    inti = _inti(nama.teks) if nama is not None else ""
    return inti != "" and any(inti == _inti(asli.get(k, "")) for k in hilang)


def _tanpa_kode(hilang: Sequence[str], lembar: str, indeks: Indeks) -> Sequence[str]:
    """The missing rows, less those that reading has already named as rows without a Kode (BTK014)."""
    sudah = sum(t.kode == "BTK014" and t.sumber.lembar == indeks.nama_lembar(lembar) for t in indeks.temuan_baca)
    return hilang if sudah < len(hilang) else ()


def _ganda(kode: str, sama: Sequence[BarisForm], indeks: Indeks) -> Finding:
    nomor = " dan ".join(f"baris {b.nomor}" for b in sama)
    tempat = indeks.ref(sama[1].sel.get(Kolom.KODE))
    return temuan("BTK029", tempat, indikator=kode, medan="kode", tertulis=kode, diharapkan=nomor)


def _asal(b: BarisForm, hilang: Sequence[str], indeks: Indeks) -> str | None:
    """The missing row that this one is, known by its name; or by its Kode but for capitals, spaces and dashes."""
    for kode in hilang:
        if b.kode and _inti(b.kode) == _inti(kode):
            return kode
    sel = b.sel.get(Kolom.INDIKATOR)
    if sel is None:
        return None
    sama = [k for k in hilang if k in indeks.indikator and _inti(indeks.indikator[k].nama) == _inti(sel.teks)]
    return sama[0] if len(sama) == 1 else None


def _inti(teks: str) -> str:
    return "".join(h for h in rapikan(teks).casefold() if h.isalnum()).lstrip("0")


def _baris_anggaran(indeks: Indeks, hasil: list[Finding]) -> tuple[BarisFormAnggaran, ...]:
    """The same for the rows of Anggaran."""
    wajib, nama = indeks.anggaran_wajib, {k: a.uraian for k, a in indeks.anggaran.items()}
    per_kode: dict[str, list[BarisFormAnggaran]] = {}
    for b in indeks.form.anggaran:
        per_kode.setdefault(b.kode, []).append(b)
    hilang = [k for k in wajib if k not in per_kode]
    for b in indeks.form.anggaran:
        sama = per_kode[b.kode]
        if b.kode in wajib and (len(sama) == 1 or not _menyamar(b.sel.get(KolomAnggaran.URAIAN), hilang, nama)):
            continue
        asli = next((k for k in hilang if b.kode and _inti(b.kode) == _inti(k)), None) or _asal_anggaran(
            b.sel, hilang, indeks
        )
        if asli is not None:
            hilang.remove(asli)
            sama.remove(b)
        if (asli is None and not b.kode) or KolomAnggaran.KODE not in b.sel:  # the latter: under merged cells
            continue
        hasil.append(
            temuan(
                "BTK038", indeks.ref_anggaran(b.sel.get(KolomAnggaran.KODE)), medan=f"{kutip(b.kode)}.kode",
                tertulis=kutip(b.kode) or "kosong", diharapkan=asli, baris=str(b.nomor),
            )
        )  # fmt: skip
    for kode in _tanpa_kode(hilang, LEMBAR_ANGGARAN, indeks):
        tempat = indeks.ref_anggaran(None)
        hasil.append(temuan("BTK037", tempat, medan=f"{kode}.kode", mata=kode, nama=nama.get(kode, kode)))
    for kode, sama in per_kode.items():
        if kode in wajib and len(sama) > 1:
            nomor = " dan ".join(f"baris {b.nomor}" for b in sama)
            tempat = indeks.ref_anggaran(sama[1].sel.get(KolomAnggaran.KODE))
            hasil.append(temuan("BTK039", tempat, medan=f"{kode}.kode", mata=kode, tertulis=kode, diharapkan=nomor))
    return tuple(b for b in indeks.form.anggaran if b.kode in wajib and per_kode[b.kode] == [b])


def _asal_anggaran(sel: Mapping[KolomAnggaran, object], hilang: Sequence[str], indeks: Indeks) -> str | None:
    teks = sel.get(KolomAnggaran.URAIAN)
    nama = getattr(teks, "teks", "")
    sama = [k for k in hilang if nama and k in indeks.anggaran and _inti(indeks.anggaran[k].uraian) == _inti(nama)]
    return sama[0] if len(sama) == 1 else None
