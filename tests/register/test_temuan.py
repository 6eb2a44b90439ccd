"""Findings keep their identity across revisions; decisions keep to it."""

from nilai_register import Kirim, isi, temuan

from kinerja.domain.kiriman import Status
from kinerja.register.db import Register
from kinerja.register.model import Keputusan


def test_findings_come_back_as_they_were_saved(reg: Register, kirim: Kirim) -> None:
    semua = (temuan("ISI003", "IKU-01", "realisasi"), temuan("BTK001"))
    k = kirim("SEK", "2026-01", 0, Status.TIDAK_VALID, temuan=semua)
    assert reg.temuan(k.id) == semua
    assert [r.kunci for r in reg.riwayat_temuan("SEK", "2026-01")] == [t.kunci for t in semua]


def test_equal_identities_in_one_submission_are_numbered(reg: Register, kirim: Kirim) -> None:
    kirim("SEK", "2026-01", 0, temuan=(temuan("BTK009", sel="A5"), temuan("BTK009", sel="A9")))
    assert [r.kunci for r in reg.riwayat_temuan("SEK", "2026-01")] == [
        "BTK009|Data Kinerja||",
        "BTK009|Data Kinerja||#2",
    ]


def test_history_tells_new_remaining_mended_and_back_again(reg: Register, kirim: Kirim) -> None:
    a, b, c = (temuan(kode, "IKU-01", "realisasi") for kode in ("ISI001", "ISI002", "ISI003"))
    for menjawab, ada in enumerate([(a, b), (b,), (b, c, a), ()]):
        kirim("SEK", "2026-01", menjawab, Status.TIDAK_VALID, temuan=ada)
    riwayat = {r.temuan.kode: [(n, p.value) for n, p in r.perjalanan] for r in reg.riwayat_temuan("SEK", "2026-01")}
    assert riwayat == {
        "ISI001": [(1, "baru"), (2, "diperbaiki"), (3, "muncul lagi"), (4, "diperbaiki")],
        "ISI002": [(1, "baru"), (2, "tetap"), (3, "tetap"), (4, "diperbaiki")],
        "ISI003": [(3, "baru"), (4, "diperbaiki")],
    }
    assert reg.riwayat_temuan("IRB1", "2026-01") == ()


def test_history_leaves_out_what_does_not_count(reg: Register, kirim: Kirim) -> None:
    t = (temuan("ISI001"),)
    kirim("SEK", "2026-01", 0, Status.TIDAK_VALID, temuan=t)
    kirim("SEK", "2026-01", 1, Status.TIDAK_VALID)
    kirim("SEK", "2026-01", 1, Status.TIDAK_VALID)  # a conflict: neither counts
    kirim("SEK", "2026-01", 2, Status.DITOLAK, temuan=t)
    [r] = reg.riwayat_temuan("SEK", "2026-01")
    assert r.perjalanan == ((1, r.kini),)


def test_decisions_survive_a_rerun(reg: Register, kirim: Kirim) -> None:
    t = temuan("SLR002", "IKU-01", "realisasi")
    k = kirim("SEK", "2026-01", 0, Status.VALID_DENGAN_CATATAN, temuan=(t,))
    putusan = Keputusan(
        unit="SEK", periode="2026-01", kunci=t.kunci, keputusan="Diterima", alasan="Data lengkap",
        oleh="Siti", tanggal="7 Februari 2026",
    )  # fmt: skip
    assert reg.simpan_keputusan(putusan)
    assert not reg.simpan_keputusan(putusan)
    reg.simpan_hasil(k.id, Status.VALID, (), isi(k))
    assert reg.temuan(k.id) == ()
    assert reg.keputusan("2026-01") == {("SEK", t.kunci): putusan}
    assert reg.keputusan("2026-02") == {}


def test_an_emptied_decision_is_withdrawn(reg: Register) -> None:
    ada = Keputusan(unit="SEK", periode="2026-01", kunci="k", keputusan="Diterima")
    kosong = Keputusan(unit="SEK", periode="2026-01", kunci="k", keputusan=None, alasan="")
    assert not reg.simpan_keputusan(kosong)
    assert reg.simpan_keputusan(ada)
    assert reg.simpan_keputusan(kosong)
    assert reg.keputusan("2026-01") == {}


def test_a_note_alone_is_kept(reg: Register) -> None:
    catatan = Keputusan(unit="SEK", periode="2026-01", kunci="k", keputusan=None, catatan="Dibahas Senin.")
    assert reg.simpan_keputusan(catatan)
    assert reg.keputusan("2026-01") == {("SEK", "k"): catatan}
    assert not reg.simpan_keputusan(catatan)


def test_decisions_on_refused_files_of_unknown_unit_do_not_mix(reg: Register, kirim: Kirim) -> None:
    t = temuan("BRK001")
    a, b = (kirim(None, None, None, Status.DITOLAK, temuan=(t,)) for _ in "ab")
    reg.simpan_keputusan(Keputusan(unit=a.pemilik, periode="", kunci=t.kunci, keputusan="Dikembalikan"))
    assert [pemilik for pemilik, _ in reg.keputusan("")] == [a.pemilik]
    assert b.pemilik != a.pemilik
