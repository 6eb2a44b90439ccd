"""Membuat kiriman delapan unit sepanjang tahun 2026: masuk/, alur.toml, dan ../expected.toml.

    python -m sample_data.inspektorat.buat_kiriman

Tahun 2026 dijalani bulan demi bulan di map kerja sementara: formulir dibuat, diisi, diberi kesalahan menurut
`kiriman_salah` dan `kiriman_rusak`, disimpan (sebagian dengan LibreOffice), diperiksa, dan yang dikembalikan
dibetulkan. Temuan yang seharusnya berasal dari rencana itu, tidak dari pemeriksa; pada akhirnya keduanya harus sama.
Angkanya ada di `angka_2026`, uraiannya di `uraian_2026`, cara mengirimnya di `kiriman_rencana`.
"""

from __future__ import annotations

import io
import os
import shutil
import tempfile
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path

import openpyxl

from kinerja.domain.angka import parse_angka
from kinerja.domain.indikator import TipeNilai
from kinerja.domain.periode import Periode
from kinerja.domain.rumus import hitung_capaian, nilai_rasio
from kinerja.domain.tanggal import format_tanggal
from kinerja.findings import Finding
from kinerja.pipeline.choose import choose
from kinerja.pipeline.forms import forms, path_formulir
from kinerja.pipeline.init import buat_workspace
from kinerja.pipeline.model import HasilValidate
from kinerja.pipeline.monitor import monitor, path_pemantauan
from kinerja.pipeline.progress import diam
from kinerja.pipeline.validate import validate
from kinerja.pipeline.workspace import Isi, Workspace, load_isi
from sample_data.inspektorat import kiriman_bentuk as bentuk
from sample_data.inspektorat import kiriman_pantau as pantau
from sample_data.inspektorat import kiriman_rencana as rencana
from sample_data.inspektorat.angka_2026 import Nilai, belanja, realisasi
from sample_data.inspektorat.kiriman_rencana import TAHUN, UNIT, Kirim
from sample_data.inspektorat.kiriman_rusak import PILIHAN, TAMBAHAN, Tambahan
from sample_data.inspektorat.kiriman_salah import SALAH, Salah
from sample_data.inspektorat.kiriman_surel import SUREL, buat_surel
from sample_data.inspektorat.naskah_contoh import Harapan, tulis_alur, tulis_expected
from sample_data.inspektorat.simpan_libreoffice import LibreOffice, libreoffice
from sample_data.inspektorat.uraian_2026 import bukti, pendorong, penghambat
from sample_data.pengisi import isi_pemantauan, letak

SINI = Path(__file__).parent


@dataclass(slots=True)
class Tahap:
    """Satu langkah cerita, seperti yang ditulis ke alur.toml."""

    waktu: datetime
    periode: str
    formulir: bool = False
    pemantauan: bool = False
    berkas: list[tuple[str, datetime]] = field(default_factory=list)
    pilih: list[str] = field(default_factory=list)
    laporan: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Cerita:
    """Tahun yang sedang dijalani: map kerja, langkah-langkah, temuan yang diharapkan dan yang didapat."""

    ws: Workspace
    isi: Isi
    lo: LibreOffice
    tahap: list[Tahap] = field(default_factory=list)
    harapan: list[Harapan] = field(default_factory=list)
    didapat: dict[str, Counter[tuple[str, str | None, str | None, str]]] = field(default_factory=dict)


def isi_lengkap(isi: Isi, kosong: bytes, unit: str, bulan: int, diterima: datetime) -> bytes:
    """Formulir yang diisi dengan benar."""
    buku = bentuk.Buku(kosong, unit, bulan)
    for kode, nilai in realisasi(unit, bulan):
        buku.tulis(bentuk.KINERJA, kode, _baris(isi, kode, unit, bulan, nilai))
    for kode, rupiah in belanja(unit, bulan):
        buku.sel(bentuk.ANGGARAN, kode, "Realisasi").value = rupiah
    nama, jabatan, nip = rencana.PENYUSUN[unit]
    hari = diterima.date()
    tanggal = (format_tanggal(hari), f"{hari:%d/%m/%Y}", hari)[UNIT.index(unit) % 3]
    setuju = next(u.nama_pimpinan for u in isi.master.unit if u.kode == unit)
    for label, teks in zip(
        ("Disusun Oleh", "Jabatan", "NIP", "Tanggal", "Disetujui Oleh"),
        (nama, jabatan, nip, tanggal, setuju),
        strict=True,
    ):
        buku.sel(bentuk.PENGESAHAN, label, "").value = teks
    return buku.simpan()


def _baris(isi: Isi, kode: str, unit: str, bulan: int, nilai: Nilai) -> dict[str, object]:
    """Isian satu baris: angka, uraian menurut capaiannya, dan data pendukung."""
    i = isi.master.indikator_by_kode(kode)
    if isinstance(nilai, tuple):
        hasil: dict[str, object] = {"Pembilang": nilai[0], "Penyebut": nilai[1]}
        baca = nilai_rasio(parse_angka(str(nilai[0])).nilai, parse_angka(str(nilai[1])).nilai, i.pengali)
    else:
        hasil = {"Realisasi": nilai}
        baca = parse_angka(str(nilai).replace(".", ",")).nilai if i.tipe is TipeNilai.ANGKA else None
    target = isi.master.target_of(unit)[kode]
    capaian = hitung_capaian(i, target.bulan[bulan], baca, isi.pengaturan.kebijakan).nilai
    sempurna = {"IKU-04": "A", "IKK-07": "Ya", "IKK-08": 0}
    kurang = capaian < 100 if capaian is not None else nilai != sempurna.get(kode, nilai)
    if kurang:
        hasil["Faktor Penghambat"], hasil["Tindak Lanjut"] = penghambat(kode, unit, bulan)
    else:
        hasil["Faktor Pendorong"] = pendorong(kode, unit, bulan)
    hasil["Data Pendukung"] = bukti(kode, unit, bulan)
    if bulan > 1 and i.frekuensi.value == "Bulanan" and bulan % 4 == 0:
        hasil["Status Tindak Lanjut Lalu"] = "Berjalan" if kurang else "Selesai"
    return hasil


def _rusakkan(cerita: Cerita, benar: bytes, kirim: Kirim) -> bytes:
    """Tanam kesalahan bulan itu dan catat temuan yang seharusnya."""
    buku = bentuk.Buku(benar, kirim.unit, kirim.bulan)
    salah = SALAH.get((kirim.bulan, kirim.unit), ())
    for s in salah:
        cerita.harapan.append(_harapan(kirim.path, s, buku))
    for s in salah:
        bentuk.tanam(buku, s)
    if kirim.terlambat:
        ket = f"Diterima tanggal {kirim.diterima.day}, batasnya tanggal {rencana.BATAS}."
        cerita.harapan.append(Harapan(kirim.path, None, None, "LKP002", ket))
    return buku.simpan()


def _harapan(path: str, s: Salah, buku: bentuk.Buku) -> Harapan:
    return Harapan(path, s.lembar_temuan or s.lembar or None, bentuk.alamat(buku, s), s.kode, s.ket)


def jalani_bulan(cerita: Cerita, bulan: int) -> None:
    """Satu bulan: formulir, kiriman, pemeriksaan, pengembalian, perbaikan."""
    ws, periode = cerita.ws, Periode.bulanan(TAHUN, bulan)
    if bulan in pantau.TERBIT:
        monitor(ws, periode, unit=None, waktu=pantau.TERBIT[bulan], lapor=diam)
        cerita.tahap.append(Tahap(waktu=pantau.TERBIT[bulan], periode=periode.id, pemantauan=True))
    dibagikan = rencana.dibagikan(bulan)
    forms(ws, periode, unit=None, waktu=dibagikan, lapor=diam)
    cerita.tahap.append(Tahap(waktu=dibagikan, periode=periode.id, formulir=True))
    kiriman = [rencana.kirim(bulan, u) for u in UNIT]
    kosong = {u: (ws.akar / path_formulir(u, periode)).read_bytes() for u in UNIT}
    benar = {k.unit: isi_lengkap(cerita.isi, kosong[k.unit], k.unit, bulan, k.diterima) for k in kiriman}
    jadi = _simpan(cerita, [(k, _rusakkan(cerita, benar[k.unit], k)) for k in kiriman])
    tambahan = [t for t in TAMBAHAN if t.kirim.bulan == bulan]
    jadi |= _tambahan(cerita, tambahan, benar, jadi, {k.unit: k for k in kiriman})
    semua = [*kiriman, *(t.kirim for t in tambahan)]
    for n, waktu in enumerate(rencana.pemeriksaan(bulan)):
        tahap = Tahap(waktu=waktu, periode=periode.id)
        datang = [k for k in semua if k.diterima <= tahap.waktu and k.path in jadi]
        if n == 1 and bulan in PILIHAN:
            tahap.pilih.append(PILIHAN[bulan])
        if n > 1 and not datang:
            continue
        _terima(ws, tahap, datang, jadi)
        if n == 0:
            _terima_pantau(cerita, tahap, bulan)
        for path in tahap.pilih:
            choose(ws, path, waktu=tahap.waktu)
        hasil = validate(ws, periode, (), waktu=tahap.waktu, lapor=diam)
        _catat(cerita, hasil)
        _belum_masuk(cerita, semua, tambahan, periode, tahap.waktu)
        if n == 0:
            semua += (baru := _perbaikan(ws, hasil, bulan, benar, jadi))
            _harapan_perbaikan(cerita, baru)
        if n == 1:
            tahap.laporan = rencana.laporan(bulan)
        cerita.tahap.append(tahap)


def _simpan(cerita: Cerita, daftar: list[tuple[Kirim, bytes]]) -> dict[str, bytes]:
    """Path -> isi, sebagian disimpan ulang dengan LibreOffice."""
    lewat = [(isi, k.simpan) for k, isi in daftar if k.simpan]
    tersimpan = iter(cerita.lo.simpan(lewat))
    return {k.path: next(tersimpan) if k.simpan else isi for k, isi in daftar}


def _tambahan(
    cerita: Cerita, tambahan: list[Tambahan], benar: dict[str, bytes], jadi: dict[str, bytes], biasa: dict[str, Kirim]
) -> dict[str, bytes]:
    daftar = []
    for t in tambahan:
        k = t.kirim
        daftar.append((k, t.buat(k, benar[k.unit], jadi[biasa[k.unit].path])))
        cerita.harapan.append(Harapan(k.path, None, None, t.kode, t.ket))
        if t.kode == "BRK031":
            cerita.harapan.append(Harapan(biasa[k.unit].path, None, None, t.kode, t.ket))
    return _simpan(cerita, daftar)


def _terima(ws: Workspace, tahap: Tahap, datang: list[Kirim], jadi: dict[str, bytes]) -> None:
    """Letakkan berkas yang datang di masuk/ map kerja dan contoh; anggota arsip dan lampiran surel ke wadahnya."""
    per_berkas: dict[str, list[Kirim]] = defaultdict(list)
    for k in datang:
        per_berkas[k.berkas].append(k)
    for berkas, isi in per_berkas.items():
        data = _wadah(berkas, isi, jadi)
        for akar in (ws.akar, SINI):
            _letakkan(akar / berkas, data, isi[0].diterima)
        tahap.berkas.append((berkas, isi[0].diterima))
    for k in datang:
        del jadi[k.path]


def _terima_pantau(cerita: Cerita, tahap: Tahap, bulan: int) -> None:
    """Kertas kerja pemantauan yang datang bulan itu, dan temuan yang seharusnya padanya dan pada formulir unitnya."""
    for k in (k for k in pantau.PANTAU if k.bulan == bulan):
        periode = Periode.bulanan(TAHUN, bulan)
        kosong = (cerita.ws.akar / path_pemantauan(k.unit, periode)).read_bytes()
        isi = isi_pemantauan(kosong, k.per_minggu)
        for akar in (cerita.ws.akar, SINI):
            _letakkan(akar / k.path, isi, k.diterima)
        tahap.berkas.append((k.path, k.diterima))
        buku = openpyxl.load_workbook(io.BytesIO(kosong))
        for minggu, kode, kolom, temuan, ket in k.temuan:
            ws = buku[f"Minggu {minggu}"]
            judul, baris = letak(ws)
            sel = ws.cell(baris[kode], judul[kolom]).coordinate
            cerita.harapan.append(Harapan(k.path, ws.title, sel, temuan, ket))
        formulir = rencana.kirim(bulan, k.unit).path
        terisi = bentuk.Buku((cerita.ws.akar / path_formulir(k.unit, periode)).read_bytes(), k.unit, bulan)
        for kode, ket in k.beda:
            sel = terisi.sel(bentuk.KINERJA, kode, "Realisasi").coordinate
            cerita.harapan.append(Harapan(formulir, bentuk.KINERJA, sel, "SLR010", ket))


def _letakkan(tujuan: Path, isi: bytes, waktu: datetime) -> None:
    tujuan.parent.mkdir(parents=True, exist_ok=True)
    tujuan.write_bytes(isi)
    os.utime(tujuan, (waktu.timestamp(),) * 2)


def _wadah(berkas: str, isi: list[Kirim], jadi: dict[str, bytes]) -> bytes:
    k = isi[0]
    if berkas == k.path:
        return jadi[berkas]
    if berkas.endswith(".eml"):
        return buat_surel(SUREL[k.bulan, k.unit], k.path.split("!/")[1], jadi[k.path], k.diterima)
    return _zip(isi, jadi)


def _zip(isi: list[Kirim], jadi: dict[str, bytes]) -> bytes:
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as arsip:
        for k in isi:
            butir = zipfile.ZipInfo(k.path.split("!/")[1], k.diterima.timetuple()[:6])
            butir.compress_type = zipfile.ZIP_DEFLATED
            arsip.writestr(butir, jadi[k.path])
    return keluar.getvalue()


def _belum_masuk(
    cerita: Cerita, semua: Iterable[Kirim], tambahan: list[Tambahan], periode: Periode, waktu: datetime
) -> None:
    """Unit yang pada saat itu belum mengirim formulir yang dapat dibaca."""
    bukan = {t.kirim.path for t in tambahan if t.kode != "BRK031"}
    ada = {k.unit for k in semua if k.diterima <= waktu and k.path not in bukan}
    for u in cerita.isi.master.unit_pelapor:
        h = Harapan("induk.xlsx", u.sumber.lembar, u.sumber.sel, "LKP001", f"{u.kode} belum mengirim.", periode.id)
        if u.kode not in ada and h not in cerita.harapan:
            cerita.harapan.append(h)


def _perbaikan(
    ws: Workspace, hasil: HasilValidate, bulan: int, benar: dict[str, bytes], jadi: dict[str, bytes]
) -> list[Kirim]:
    """Unit yang mendapat nota pengembalian membetulkan salinan beranotasinya dan mengirimnya kembali."""
    kembali = []
    bernota = {d.path.rpartition("/")[0] for d in hasil.periode[0].dokumen if d.jenis == "nota_pengembalian"}
    for d in hasil.periode[0].dokumen:
        if d.jenis == "salinan_beranotasi" and d.path.rpartition("/")[0] in bernota:
            unit = next(u for u in UNIT if f"/{u}_revisi" in d.path)
            k = rencana.perbaikan(bulan, unit)
            jadi[k.path] = bentuk.betulkan((ws.akar / d.path).read_bytes(), benar[unit], unit, bulan)
            kembali.append(k)
    return kembali


def _harapan_perbaikan(cerita: Cerita, baru: list[Kirim]) -> None:
    """Pada berkas perbaikan hanya keadaan yang memang benar yang masih ditandai."""
    for k in baru:
        lama = {h.kode: h for h in cerita.harapan if h.berkas == rencana.kirim(k.bulan, k.unit).path}
        for s in SALAH.get((k.bulan, k.unit), ()):
            if s.nyata:
                h = lama[s.kode]
                cerita.harapan.append(Harapan(k.path, h.lembar, h.sel, h.kode, h.ket))


def _catat(cerita: Cerita, hasil: HasilValidate) -> None:
    """Gabungkan temuan satu pemeriksaan dengan yang sudah didapat."""
    per_berkas: dict[str, Counter[tuple[str, str | None, str | None, str]]] = defaultdict(Counter)
    for p in hasil.periode:
        for t in [*(t for b in p.berkas for t in b.temuan), *p.catatan]:
            per_berkas[_asal(t, p.periode)][t.sumber.berkas, t.sumber.lembar, t.sumber.sel, t.kode] += 1
    for t in (t for d in hasil.pantau for t in d.temuan):
        per_berkas[t.sumber.berkas][t.sumber.berkas, t.sumber.lembar, t.sumber.sel, t.kode] += 1
    for asal, isi in per_berkas.items():
        cerita.didapat[asal] = cerita.didapat.get(asal, Counter()) | isi


def _asal(t: Finding, periode: Periode | None) -> str:
    """Berkasnya; untuk temuan tentang unit yang belum mengirim, periodenya juga."""
    return f"{t.sumber.berkas} {periode.id}" if t.kode == "LKP001" and periode is not None else t.sumber.berkas


def main() -> None:
    """Tulis masuk/, alur.toml, dan ../expected.toml."""
    shutil.rmtree(SINI / "masuk", ignore_errors=True)
    induk, setelan = (SINI / "induk.xlsx").read_bytes(), (SINI / "kinerja.toml").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as sementara, libreoffice() as lo:
        ws = buat_workspace(Path(sementara) / "kerja", induk, setelan, datetime.combine(date(TAHUN, 1, 2), time(9)))
        cerita = Cerita(ws, load_isi(ws), lo)
        for bulan in range(1, 13):
            jalani_bulan(cerita, bulan)
    (SINI / "alur.toml").write_text(
        tulis_alur(sorted(cerita.tahap, key=lambda t: t.waktu)), encoding="utf-8", newline="\n"
    )
    (SINI.parent / "expected.toml").write_text(tulis_expected(cerita.harapan), encoding="utf-8", newline="\n")
    didapat = sum(cerita.didapat.values(), Counter())
    harap = Counter((h.berkas, h.lembar, h.sel, h.kode) for h in cerita.harapan)
    kurang, lebih = harap - didapat, didapat - harap
    selisih = [f"tidak ditemukan: {x}" for x in kurang.elements()] + [
        f"tidak direncanakan: {x}" for x in lebih.elements()
    ]
    if selisih:
        raise SystemExit("\n".join(selisih))


if __name__ == "__main__":
    main()
