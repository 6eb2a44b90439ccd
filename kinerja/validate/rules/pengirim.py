"""BRK033: a form that came by mail, and not from its unit's address."""

from __future__ import annotations

from collections.abc import Iterable

from kinerja.catalogue import temuan
from kinerja.domain.pos_el import pecah_pos_el
from kinerja.findings import Finding
from kinerja.sources import CellRef
from kinerja.validate.indeks import Indeks
from kinerja.validate.rules.dasar import NIHIL


def pengirim(indeks: Indeks) -> Iterable[Finding]:
    """Compare From with the unit's Pos-el; the agency's own address may pass on what a unit sent.

    One mail from a known address is enough, however else the form came. Without a registered address, or without a
    mail, there is nothing to compare.
    """
    k = indeks.konteks
    if not k.pengirim:
        return NIHIL
    unit = k.master.unit_by_kode(k.unit)
    terdaftar = pecah_pos_el(unit.pos_el)
    dikenal = {*terdaftar, *pecah_pos_el(k.master.instansi.pos_el)}
    if not terdaftar or any(dari and dikenal.issuperset(dari) for dari in map(pecah_pos_el, k.pengirim)):
        return NIHIL
    dari = next(filter(None, k.pengirim), "pengirim yang tidak tercantum")
    # What the Tim accepts is this sender, not the next one.
    medan = f"pengirim {dari}"
    sumber = CellRef(indeks.form.path)
    return (temuan("BRK033", sumber, medan=medan, unit=unit.nama, tertulis=dari, diharapkan=", ".join(terdaftar)),)
