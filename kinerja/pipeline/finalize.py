"""`kinerja finalize`: the report of a period becomes final, with its number, and everything it was made from is kept.

Every byte is in the archive before the event that makes the report final; the files in the folder are copies of what
the archive holds. A run that is cut off before the event leaves no final, one cut off after it a whole one, whose files
the next run puts in their place.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from kinerja.artifacts import Artifact
from kinerja.deliver.arsip import arsipkan
from kinerja.deliver.libreoffice import cari_libreoffice
from kinerja.deliver.sidik_isi import sidik_isi
from kinerja.domain.periode import Periode
from kinerja.domain.tanggal import format_tanggal
from kinerja.errors import KinerjaError, SalahPakai
from kinerja.pipeline.agenda import buku_agenda, celah, tetapkan_nomor
from kinerja.pipeline.bekuan import Kunci, aturan_json, bekukan, isi_kunci, program_json
from kinerja.pipeline.final import Final, final_berlaku, final_semua
from kinerja.pipeline.koreksi import baca_putusan
from kinerja.pipeline.pengumpulan import periksa_angka
from kinerja.pipeline.persetujuan import Konsep, keputusan_semua, konsep_terakhir
from kinerja.pipeline.perubahan_final import catatan_perubahan
from kinerja.pipeline.progress import Lapor
from kinerja.pipeline.sesi import Sesi, buka
from kinerja.pipeline.susun import Cetakan, Susunan
from kinerja.pipeline.susun_ulang import susun_laporan
from kinerja.pipeline.syarat_final import syarat_final
from kinerja.pipeline.versi import catat_induk
from kinerja.pipeline.workspace import Isi, Workspace, load_isi
from kinerja.register.peristiwa import FINAL_DITETAPKAN
from kinerja.render.views.kop import nomor as nomor_tercetak

# Kind of file -> the kind under which the register knows it.
_JENIS = {"naskah": "final_laporan", "buku": "final_analisis", "pdf": "final_pdf", "perubahan": "final_perubahan",
          "kunci": "final_kunci"}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilFinalize:
    """`baru`: False when it was final already. `celah`: numbers of the agenda book that nothing explains."""

    final: Final
    baru: bool
    celah: tuple[int, ...]
    pesan: tuple[str, ...]
    disisihkan: tuple[tuple[str, str], ...]


class BelumSiapFinal(KinerjaError):
    """Something is still open; `terbuka` has one sentence for each."""

    def __init__(self, periode: Periode, terbuka: tuple[str, ...]) -> None:
        rinci = "\n".join(f"  - {t}" for t in terbuka)
        super().__init__(
            f"Laporan {periode.nama} belum dapat difinalkan; {len(terbuka)} hal masih terbuka:\n{rinci}",
            f"Selesaikan semuanya, lalu ulangi: kinerja finalize {periode.id}.",
        )
        self.terbuka = terbuka


def finalize(
    ws: Workspace,
    periode: Periode,
    *,
    tanggal: date | None,
    nomor: str | None,
    sementara: bool,
    waktu: datetime,
    lapor: Lapor,
) -> HasilFinalize:
    """Make the report of a period final. BelumSiapFinal lists all that is open.

    `tanggal`: of the report, today when None; `nomor`: in the agenda book, the next one when None; `sementara`: units
    may still be missing, and the report says so.
    """
    isi = load_isi(ws)
    periksa_angka(isi, periode)
    tanggal = tanggal or waktu.date()
    with buka(ws, waktu) as sesi:
        if (ada := final_berlaku(sesi, periode)) is not None:
            return _lengkapi(sesi, isi, ada)
        baca_putusan(sesi)
        lalu = final_semua(sesi, periode)
        _periksa_tanggal(tanggal, periode, waktu.date())
        buku = buku_agenda(sesi, isi, tanggal.year)
        milik = next((f.agenda for f in lalu[-1:] if f.tanggal.year == tanggal.year), None)
        agenda = tetapkan_nomor(buku, nomor, isi.pengaturan.pola_nomor, milik=milik)
        lapor("Memeriksa syarat", 0, 3)
        catat_induk(sesi, isi)
        konsep = konsep_terakhir(sesi, periode)
        if (
            terbuka := syarat_final(sesi, isi, periode, konsep, tanggal, sementara=sementara, lapor=lapor)
        ) or not konsep:
            raise BelumSiapFinal(periode, terbuka)
        cetakan = Cetakan(tanggal=tanggal, konsep=False, nomor=agenda, jejak=konsep.jejak)
        susunan = susun_laporan(sesi, isi, periode, cetakan, lapor)
        final, berkas, pesan = _tetapkan(sesi, isi, periode, susunan, cetakan, konsep=konsep, lalu=lalu, lapor=lapor)
        _tulis(sesi, final, berkas)
        return HasilFinalize(
            final=final,
            baru=True,
            celah=celah(buku_agenda(sesi, isi, tanggal.year)),
            pesan=tuple(pesan),
            disisihkan=tuple(sesi.disisihkan),
        )


def _periksa_tanggal(tanggal: date, periode: Periode, hari_ini: date) -> None:
    if tanggal > hari_ini:
        raise SalahPakai(
            f"Tanggal {format_tanggal(tanggal)} belum tiba; hari ini {format_tanggal(hari_ini)}.",
            "Tulis tanggal hari ini atau sebelumnya sesudah --tanggal.",
        )
    if tanggal <= periode.akhir:
        raise SalahPakai(
            f"Tanggal {format_tanggal(tanggal)} mendahului akhir {periode.nama}, {format_tanggal(periode.akhir)}.",
            "Laporan difinalkan sesudah periodenya berakhir; betulkan --tanggal.",
        )


def _tetapkan(
    sesi: Sesi, isi: Isi, periode: Periode, susunan: Susunan, cetakan: Cetakan, *, konsep: Konsep,
    lalu: tuple[Final, ...], lapor: Lapor,
) -> tuple[Final, dict[str, bytes], list[str]]:  # fmt: skip
    """Keep every byte, then note the event. Gives the final, its files, and what to tell."""
    versi, folder = len(lalu) + 1, f"output/{periode.id}/final"
    milik = f"{periode.id}_v{versi}"
    pesan: list[str] = []
    dokumen = [
        ("naskah", f"{folder}/{susunan.jenis}_{milik}.docx", susunan.naskah),
        ("buku", f"{folder}/analisis_{milik}.xlsx", susunan.buku),
    ]
    if lalu:
        perubahan = catatan_perubahan(sesi, isi, lalu[-1], susunan, cetakan, lapor=lapor)
        dokumen.append(("perubahan", f"{folder}/perubahan_{milik}.xlsx", perubahan))
    if (pdf := _pdf(susunan.naskah, lapor, pesan)) is not None:
        dokumen.append(("pdf", f"{folder}/{susunan.jenis}_{milik}.pdf", pdf))
    masukan = bekukan(sesi, isi, periode, susunan.jenis)
    agenda = cetakan.nomor or ""
    akhir = sesi.reg.peristiwa()[-1]
    kunci = Kunci(
        periode=periode,
        versi=versi,
        nomor=nomor_tercetak(isi.master, isi.pengaturan, cetakan.tanggal.year, agenda),
        agenda=agenda,
        tanggal=cetakan.tanggal,
        waktu=sesi.waktu,
        jejak=cetakan.jejak,
        sementara=bool(susunan.sementara),
        program=program_json(),
        aturan=aturan_json(isi),
        masukan=masukan,
        dokumen=tuple(
            {"jenis": j, "path": p, "sha256": _sha(b), "sidik_isi": sidik_isi(b, p[p.rindex(".") :])}
            for j, p, b in dokumen
        ),
        persetujuan=tuple(_persetujuan(sesi, isi, periode)),
        rantai=(akhir.id, akhir.hash),
    )
    dokumen.append(("kunci", f"{folder}/kunci_{milik}.json", isi_kunci(kunci)))
    for _, _, bita in dokumen:
        arsipkan(sesi.ws.akar, _sha(bita), bita)
    rincian = {
        "versi": versi,
        "nomor": kunci.nomor,
        "agenda": agenda,
        "tanggal": cetakan.tanggal.isoformat(),
        "sementara": kunci.sementara,
        "berkas": [[j, p, _sha(b)] for j, p, b in dokumen],
        "konsep": konsep.naskah,
    }
    sesi.reg.catat_peristiwa(FINAL_DITETAPKAN, sesi.waktu, periode.id, None, rincian)
    final = final_berlaku(sesi, periode)
    assert final is not None  # noted just now
    return final, {p: b for _, p, b in dokumen}, pesan


def _pdf(naskah: bytes, lapor: Lapor, pesan: list[str]) -> bytes | None:
    """The report as PDF where LibreOffice is there; what to tell goes to `pesan`."""
    from kinerja.deliver.pdf import ke_pdf

    if cari_libreoffice() is None:
        pesan.append("PDF tidak dibuat karena LibreOffice tidak terpasang; simpan naskah Word sebagai PDF.")
        return None
    try:
        pdf = ke_pdf(naskah, lambda selesai, semua: lapor("Membuat PDF dengan LibreOffice", selesai, semua))
    except KinerjaError as e:
        pesan.append(f"{e.pesan} Simpan naskah Word final sebagai PDF.")
        return None
    pesan += pdf.catatan
    return pdf.isi


def _persetujuan(sesi: Sesi, isi: Isi, periode: Periode) -> Iterator[dict[str, object]]:
    for k in keputusan_semua(sesi, isi, periode):
        if not k.gugur and not k.ditolak:
            yield {"langkah": k.langkah, "peran": k.peran, "oleh": k.oleh, "tanggal": k.tanggal.isoformat(),
                   "peristiwa": k.urut}  # fmt: skip


def _lengkapi(sesi: Sesi, isi: Isi, final: Final) -> HasilFinalize:
    """The files of a report that is final already are put in their place, where one is missing or altered."""
    _tulis(sesi, final, {b.path: sesi.arsip(b.sha256) for b in final.berkas})
    return HasilFinalize(
        final=final,
        baru=False,
        celah=celah(buku_agenda(sesi, isi, final.tanggal.year)),
        pesan=(),
        disisihkan=tuple(sesi.disisihkan),
    )


def _tulis(sesi: Sesi, final: Final, berkas: dict[str, bytes]) -> None:
    for b in final.berkas:
        sesi.tulis(Artifact(_JENIS[b.jenis], b.path, berkas[b.path]), final.periode.id)


def _sha(isi: bytes) -> str:
    return hashlib.sha256(isi).hexdigest()
