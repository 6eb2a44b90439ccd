"""The sentences of a report agree with its tables whatever master and facts say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from buat_master import TAHUN, asal
from helpers.cocok_narasi import konteks, periksa
from hypothesis import given, settings
from hypothesis import strategies as st
from test_masukan_sembarang import KODE, PERIODE, UNIT, belanja, bulan, fakta_apa_saja, induk_apa_saja, kebijakan

from kinerja.aggregate.engine import hitung_periode
from kinerja.aggregate.kecukupan import kekurangan
from kinerja.domain.fakta import Fakta, FaktaAnggaran, Uraian
from kinerja.domain.kebijakan import Kebijakan
from kinerja.domain.periode import Periode
from kinerja.master.model import Master
from kinerja.master.pengaturan import Pengaturan
from kinerja.pipeline.daftar_periksa import daftar_periksa

kata = st.none() | st.sampled_from(["Rapat ditunda.", " ", "Dua\nbaris & <tanda>", "naik 99,99 poin", "x" * 900])
uraian = st.lists(
    st.builds(
        Uraian, indikator=st.sampled_from(KODE), unit=st.sampled_from(UNIT), tahun=st.just(TAHUN), bulan=bulan,
        faktor_pendorong=kata, faktor_penghambat=kata, tindak_lanjut=kata, data_pendukung=st.none(),
        status_tindak_lanjut_lalu=st.none(), asal=st.just(asal("1", "U1", 1, "E5")),
    ),
    max_size=6,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    induk_apa_saja(),
    st.tuples(fakta_apa_saja(), belanja),
    uraian,
    kebijakan,
    st.tuples(st.sampled_from(PERIODE), st.sampled_from([0, 2])),
)
def test_kalimat_cocok_dengan_tabel(
    m: Master,
    isi: tuple[list[Fakta], list[FaktaAnggaran]],
    kata_: list[Uraian],
    pilihan: Kebijakan,
    cetakan: tuple[str, int],
) -> None:
    periode, desimal = cetakan
    m = replace(m, indikator=tuple(replace(i, sasaran=i.sasaran.replace("S9", "S2")) for i in m.indikator))
    atur = Pengaturan(kebijakan=replace(pilihan, efisiensi="selisih", desimal=desimal))
    hasil = hitung_periode(m, atur, Periode.parse(periode), *isi, uraian=kata_)
    periksa(m, konteks(m, atur, hasil, tanggal=date(2027, 1, 12)), hasil, desimal)
    baris = daftar_periksa(hasil.periode, kekurangan(m, atur, hasil), KODE)
    assert all(b.endswith(".") or b.startswith("  lengkap: ") for b in baris[1:])
