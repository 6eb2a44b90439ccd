"""The short note to a unit whose monitoring paper has faults: plain text, to be sent as it is."""

from __future__ import annotations

from collections.abc import Sequence

from kinerja.domain.periode import Periode
from kinerja.findings import Finding, Tingkat
from kinerja.master.model import Master
from kinerja.render.views.cetak import kalimat


def catatan_pemantauan(master: Master, unit: str, periode: str, berkas: str, temuan: Sequence[Finding]) -> bytes:
    """What to mend, galat first: UTF-8 with its mark, lines ended as on Windows, so that every Notepad opens it."""
    nama = master.unit_by_kode(unit).nama
    baris = [
        f"Kepada {nama}",
        "",
        f"Kertas Kerja Pemantauan {Periode.parse(periode).nama} ({berkas}) sudah diterima dan dicatat.",
        "Mohon dibetulkan pada kertas kerja yang sama, lalu kirim lagi salinannya:",
        "",
    ]
    urut = sorted(temuan, key=lambda t: (t.tingkat is not Tingkat.GALAT, t.tingkat is Tingkat.CATATAN))
    for n, t in enumerate(urut, 1):
        tempat = ", sel ".join(x for x in (t.sumber.lembar, t.sumber.sel) if x)
        baris += [f"{n}. [{t.tingkat.value}] {f'{tempat}: ' if tempat else ''}{kalimat(t.pesan)}", f"   {t.saran}"]
    baris += ["", "Tim Pengukuran Kinerja", ""]
    return "\r\n".join(baris).encode("utf-8-sig")
