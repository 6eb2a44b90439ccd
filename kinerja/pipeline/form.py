"""The form of a registered submission, read again from the archive."""

from __future__ import annotations

from kinerja.pipeline.sesi import Sesi
from kinerja.read.form import read_form
from kinerja.read.model import FormTerbaca, Kandidat
from kinerja.register.model import Kiriman


def form_kiriman(sesi: Sesi, kiriman: Kiriman) -> FormTerbaca:
    """The form as it was received. The submission must bear a revision: what was refused has no form."""
    isi = sesi.arsip(kiriman.sha256)
    kandidat = Kandidat(path=kiriman.path, isi=isi, sha256=kiriman.sha256, diterima=kiriman.diterima)
    form = read_form(kandidat).form
    assert form is not None  # it was registered with its revision
    return form
