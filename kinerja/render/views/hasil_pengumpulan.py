"""The report on a collection of data: what each unit sent, when, how often, how it stands, and what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kinerja.domain.kiriman import Status
from kinerja.domain.periode import Periode
from kinerja.master.model import Master
from kinerja.render.model import BahanSurat, PengumpulanUnit
from kinerja.render.views.cetak import TANPA_NILAI, hari_batas, rentang_bulan, sebut, tanggal_teks
from kinerja.render.views.kelengkapan import NAMA_STATUS, kalimat, ketepatan
from kinerja.render.views.kop import ketua_tim, kop, penanda_tangan, tanda_tangan


def hasil_pengumpulan_data(bahan: BahanSurat) -> dict[str, Any]:
    """The context of `hasil_pengumpulan_data`."""
    m, periode, semua = bahan.master, bahan.periode, bahan.pengumpulan
    return {
        "instansi": kop(m.instansi, bahan.logo),
        "periode": sebut(periode),
        "periode_kapital": periode.nama.upper(),
        "ringkasan": _ringkasan(bahan),
        "rekap": [_rekap(m, p, [x for x in semua if x.kelengkapan.periode == p]) for p in _periode(semua)],
        "formulir": [_formulir(n, x) for n, x in enumerate(semua, 1)],
        "kurang": _kurang(bahan),
        "mengetahui": penanda_tangan(m, bahan.tanggal, bahan.atas_nama),
        "ttd": tanda_tangan(m, bahan.tanggal, ketua_tim(m, bahan.tanggal)),
    }


def _ringkasan(bahan: BahanSurat) -> str:
    """How many came, and in time; who did not is told by the table below it."""
    semua = [x.kelengkapan for x in bahan.pengumpulan]
    if semua and not any(k.status for k in semua):
        return f"Belum satu pun dari {len(semua)} formulir yang harus disampaikan unit kerja telah masuk."
    return kalimat(semua, bahan.periode.jenis)[0]


def _periode(semua: Sequence[PengumpulanUnit]) -> list[Periode]:
    return list(dict.fromkeys(x.kelengkapan.periode for x in semua))


def _rekap(master: Master, periode: Periode, milik: Sequence[PengumpulanUnit]) -> dict[str, str]:
    """One collection period in numbers."""
    masuk = [x.kelengkapan for x in milik if x.kelengkapan.status is not None]
    return {
        "periode": periode.nama,
        "batas": hari_batas(milik[0].tenggat, master),
        "unit": str(len(milik)),
        "masuk": str(len(masuk)),
        "tepat": str(sum(not k.terlambat_hari for k in masuk)),
        "terlambat": str(sum(k.terlambat_hari > 0 for k in masuk)),
        "valid": str(sum(k.status is not None and k.status.layak for k in masuk)),
        "belum": str(len(milik) - len(masuk)),
    }


def _formulir(no: int, x: PengumpulanUnit) -> dict[str, str]:
    """The form of one unit that lies before the Tim, and how many came before it."""
    k = x.kelengkapan
    kini = [b for b in x.berkas if b.kini]
    return {
        "no": str(no),
        "unit": k.nama,
        "periode": k.periode.nama,
        "berkas": "\n".join(b.path.rpartition("/")[2] for b in kini) or TANPA_NILAI,
        "revisi": ", ".join(dict.fromkeys(str(b.revisi) for b in kini)) or TANPA_NILAI,
        "kiriman": str(len(x.berkas)),
        "diterima": tanggal_teks(k.diterima.date() if k.diterima is not None else None),
        "ketepatan": ketepatan(k),
        "status": NAMA_STATUS[k.status] if k.status is not None else "belum masuk",
        "bukti": f"{x.disebut} indikator; {x.bukti} berkas" if x.disebut else TANPA_NILAI,
    }


def _kurang(bahan: BahanSurat) -> list[dict[str, str]]:
    """What is still missing, by unit: periods without a form, then forms that do not feed the figures."""
    rows: list[dict[str, str]] = []
    for u in bahan.master.unit_pelapor:
        milik = [x for x in bahan.pengumpulan if x.kelengkapan.unit == u.kode]
        belum = [x.kelengkapan.periode for x in milik if x.kelengkapan.status is None]
        if belum:
            saat = rentang_bulan([p.bulan_akhir for p in belum], belum[0].jenis)
            rows.append({"unit": u.nama, "periode": saat, "keadaan": "formulir belum masuk"})
        for x in milik:
            status = x.kelengkapan.status
            if status is not None and not status.layak:
                saat = rentang_bulan([x.kelengkapan.periode.bulan_akhir], x.kelengkapan.periode.jenis)
                rows.append({"unit": u.nama, "periode": saat, "keadaan": _keadaan(x, status)})
    return [{"no": str(n)} | x for n, x in enumerate(rows, 1)]


def _keadaan(x: PengumpulanUnit, status: Status) -> str:
    if any(b.bentrok and b.kini for b in x.berkas):
        return "dua formulir yang berbeda; menunggu penetapan Tim"
    if status is Status.DITOLAK:
        return "berkas ditolak; formulir yang sah belum masuk"
    return f"{NAMA_STATUS[status]}: {x.galat} hal harus dibetulkan; perbaikannya belum masuk"
