"""The PDF beside a Word document: made, registered, and told of; one that is older than the document is named."""

from __future__ import annotations

from kinerja.artifacts import Artifact
from kinerja.pipeline.progress import Lapor
from kinerja.pipeline.sesi import Sesi
from kinerja.register.model import DokumenTercatat


def cetak_pdf(sesi: Sesi, dokumen: DokumenTercatat, naskah: bytes, lapor: Lapor) -> tuple[DokumenTercatat, list[str]]:
    """Write the PDF of a registered document beside it; returns its entry and what the person should know.

    KinerjaError when LibreOffice gives no sound PDF; the Word document stays.
    """
    from kinerja.deliver.pdf import ke_pdf

    pdf = ke_pdf(naskah, lambda selesai, semua: lapor("Membuat PDF dengan LibreOffice", selesai, semua))
    with sesi.reg.transaction():
        tercatat = sesi.tulis(Artifact(f"{dokumen.jenis}_pdf", _path(dokumen), pdf.isi), dokumen.periode)
        sesi.reg.catat_sidik(_nama(dokumen), dokumen.sha256)
    return tercatat, [f"PDF {pdf.halaman} halaman.", *pdf.catatan]


def pdf_usang(sesi: Sesi, dokumen: DokumenTercatat) -> list[str]:
    """A sentence when the PDF that lies beside the document was made from an earlier version of it."""
    path = _path(dokumen)
    dari = sesi.reg.sidik(_nama(dokumen))
    if dari in (None, dokumen.sha256) or not (sesi.ws.akar / path).is_file():
        return []
    return [f"{path} masih dari laporan sebelumnya; jalankan lagi dengan --pdf sebelum PDF itu dikirim."]


def _nama(dokumen: DokumenTercatat) -> str:
    """The name under which the register notes from which bytes the PDF was made."""
    return f"pdf {dokumen.path}"


def _path(dokumen: DokumenTercatat) -> str:
    return dokumen.path.removesuffix(".docx") + ".pdf"
