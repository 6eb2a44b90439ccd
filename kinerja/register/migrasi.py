"""The register's schema, as an explicit list of steps: step n brings a database from version n - 1 to n.

A step is never edited once released; a change of the schema is a new step at the end.
"""

from __future__ import annotations

# "KNRJ": tells our database from any other SQLite file.
APPLICATION_ID = 0x4B4E524A

_AWAL = (
    """CREATE TABLE versi_master (
        versi TEXT PRIMARY KEY, sha256 TEXT NOT NULL, pertama_dilihat TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE form_terbit (
        unit TEXT NOT NULL, periode TEXT NOT NULL, versi_master TEXT NOT NULL, menjawab INTEGER NOT NULL,
        waktu TEXT NOT NULL, isi TEXT NOT NULL,
        PRIMARY KEY (periode, unit, versi_master, menjawab, isi)
    ) STRICT""",
    """CREATE TABLE berkas (
        path TEXT NOT NULL, sha256 TEXT NOT NULL, ukuran INTEGER NOT NULL, diterima TEXT NOT NULL,
        jenis TEXT NOT NULL,
        PRIMARY KEY (path, sha256)
    ) STRICT""",
    "CREATE INDEX berkas_sha256 ON berkas (sha256)",
    """CREATE TABLE kiriman (
        id INTEGER PRIMARY KEY,
        path TEXT NOT NULL, sha256 TEXT NOT NULL UNIQUE, diterima TEXT NOT NULL,
        unit TEXT, periode TEXT, revisi INTEGER, menjawab INTEGER, versi_master TEXT,
        status TEXT NOT NULL,
        bentrok INTEGER NOT NULL DEFAULT 0 CHECK (bentrok IN (0, 1)),
        dipilih INTEGER NOT NULL DEFAULT 0 CHECK (dipilih IN (0, 1)),
        sidik TEXT
    ) STRICT""",
    "CREATE INDEX kiriman_periode ON kiriman (periode, unit, revisi)",
    "CREATE INDEX kiriman_unit ON kiriman (unit, periode)",
    # The submission that feeds reports: per unit and period the highest valid revision that is not in conflict.
    """CREATE VIEW kiriman_layak AS
        SELECT id, unit, periode, max(revisi) AS revisi FROM kiriman
        WHERE unit IS NOT NULL AND periode IS NOT NULL AND revisi IS NOT NULL
            AND bentrok = 0 AND status IN ('valid', 'valid_dengan_catatan')
        GROUP BY periode, unit""",
    """CREATE TABLE temuan (
        kiriman INTEGER NOT NULL REFERENCES kiriman (id) ON DELETE CASCADE,
        urut INTEGER NOT NULL, kunci TEXT NOT NULL,
        kode TEXT NOT NULL, tingkat TEXT NOT NULL, berkas TEXT NOT NULL, lembar TEXT, sel TEXT,
        pesan TEXT NOT NULL, saran TEXT NOT NULL, indikator TEXT, medan TEXT, tertulis TEXT, diharapkan TEXT,
        PRIMARY KEY (kiriman, urut), UNIQUE (kiriman, kunci)
    ) STRICT""",
    """CREATE TABLE fakta (
        kiriman INTEGER NOT NULL REFERENCES kiriman (id) ON DELETE CASCADE,
        indikator TEXT NOT NULL, unit TEXT NOT NULL, tahun INTEGER NOT NULL, bulan INTEGER NOT NULL,
        nilai TEXT, pembilang TEXT, penyebut TEXT, lembar TEXT NOT NULL, sel TEXT NOT NULL,
        PRIMARY KEY (kiriman, indikator, tahun, bulan)
    ) STRICT""",
    """CREATE TABLE anggaran (
        kiriman INTEGER NOT NULL REFERENCES kiriman (id) ON DELETE CASCADE,
        kode TEXT NOT NULL, unit TEXT NOT NULL, tahun INTEGER NOT NULL, bulan INTEGER NOT NULL,
        realisasi TEXT NOT NULL, lembar TEXT NOT NULL, sel TEXT NOT NULL,
        PRIMARY KEY (kiriman, kode, tahun, bulan)
    ) STRICT""",
    """CREATE TABLE uraian (
        kiriman INTEGER NOT NULL REFERENCES kiriman (id) ON DELETE CASCADE,
        indikator TEXT NOT NULL, unit TEXT NOT NULL, tahun INTEGER NOT NULL, bulan INTEGER NOT NULL,
        faktor_pendorong TEXT, faktor_penghambat TEXT, tindak_lanjut TEXT, data_pendukung TEXT,
        status_tindak_lanjut_lalu TEXT, lembar TEXT NOT NULL, sel TEXT NOT NULL,
        PRIMARY KEY (kiriman, indikator, tahun, bulan)
    ) STRICT""",
    # No foreign key to a finding on purpose: a decision outlives the findings of a re-run.
    """CREATE TABLE keputusan (
        periode TEXT NOT NULL, unit TEXT NOT NULL, kunci TEXT NOT NULL,
        keputusan TEXT, alasan TEXT, oleh TEXT, tanggal TEXT,
        PRIMARY KEY (periode, unit, kunci)
    ) STRICT""",
    """CREATE TABLE bukti (
        periode TEXT NOT NULL, unit TEXT NOT NULL, nama TEXT NOT NULL,
        path TEXT NOT NULL, sha256 TEXT NOT NULL, ukuran INTEGER NOT NULL,
        PRIMARY KEY (periode, unit, nama, sha256)
    ) STRICT""",
    """CREATE TABLE dokumen (
        path TEXT PRIMARY KEY, jenis TEXT NOT NULL, periode TEXT NOT NULL, sha256 TEXT NOT NULL, waktu TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE peristiwa (
        id INTEGER PRIMARY KEY, waktu TEXT NOT NULL, jenis TEXT NOT NULL, periode TEXT, unit TEXT,
        rincian TEXT NOT NULL, hash TEXT NOT NULL
    ) STRICT""",
    "CREATE TABLE sidik (nama TEXT PRIMARY KEY, nilai TEXT NOT NULL) STRICT",
    """CREATE TRIGGER peristiwa_tetap BEFORE UPDATE ON peristiwa
        BEGIN SELECT RAISE(ABORT, 'peristiwa tidak dapat diubah'); END""",
    """CREATE TRIGGER peristiwa_kekal BEFORE DELETE ON peristiwa
        BEGIN SELECT RAISE(ABORT, 'peristiwa tidak dapat dihapus'); END""",
)

# What an out-of-date form competes with is the latest revision, not the one whose number it bears.
_JENJANG = (
    "ALTER TABLE kiriman ADD COLUMN jenjang INTEGER",
    "UPDATE kiriman SET jenjang = revisi",
    "DROP INDEX kiriman_periode",
    "CREATE INDEX kiriman_periode ON kiriman (periode, unit, jenjang)",
    "DROP VIEW kiriman_layak",
    """CREATE VIEW kiriman_layak AS
        SELECT id, unit, periode, max(jenjang) AS jenjang FROM kiriman
        WHERE unit IS NOT NULL AND periode IS NOT NULL AND jenjang IS NOT NULL
            AND bentrok = 0 AND status IN ('valid', 'valid_dengan_catatan')
        GROUP BY periode, unit""",
)

# Evidence stays in `masuk/`, where it came; nothing was ever noted here.
_TANPA_BUKTI = ("DROP TABLE bukti",)

# Who sent it, and evidence: what lay at a path from the moment `dilihat` on (the last row of a path is what lies there
# now; without a sha256 it is not in the archive), and which of it the rows of a submission name.
_BUKTI = (
    "ALTER TABLE berkas ADD COLUMN pengirim TEXT",
    """CREATE TABLE bukti (
        id INTEGER PRIMARY KEY,
        path TEXT NOT NULL, ukuran INTEGER NOT NULL, tanda TEXT NOT NULL, sha256 TEXT, cacat TEXT,
        diterima TEXT NOT NULL, dilihat TEXT NOT NULL, pengirim TEXT
    ) STRICT""",
    "CREATE INDEX bukti_path ON bukti (path)",
    """CREATE TABLE bukti_kiriman (
        kiriman INTEGER NOT NULL REFERENCES kiriman (id) ON DELETE CASCADE,
        indikator TEXT NOT NULL, path TEXT NOT NULL, ukuran INTEGER NOT NULL, sha256 TEXT, cacat TEXT,
        diterima TEXT NOT NULL,
        PRIMARY KEY (kiriman, indikator, path)
    ) STRICT""",
    "CREATE INDEX bukti_kiriman_path ON bukti_kiriman (path)",
)

# A free note of the Tim beside a finding.
_CATATAN_TIM = ("ALTER TABLE keputusan ADD COLUMN catatan TEXT",)

# Weekly monitoring papers, beside the submissions: what was issued, what came, and what each of them says.
_PEMANTAUAN = (
    """CREATE TABLE pantau_terbit (
        unit TEXT NOT NULL, periode TEXT NOT NULL, waktu TEXT NOT NULL, isi TEXT NOT NULL,
        PRIMARY KEY (unit, periode, isi)
    ) STRICT""",
    """CREATE TABLE pantau (
        id INTEGER PRIMARY KEY, path TEXT NOT NULL, sha256 TEXT NOT NULL UNIQUE, diterima TEXT NOT NULL,
        unit TEXT, periode TEXT, terbit TEXT, sidik TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE pantau_nilai (
        pantau INTEGER NOT NULL REFERENCES pantau (id) ON DELETE CASCADE,
        indikator TEXT NOT NULL, minggu INTEGER NOT NULL, nilai TEXT, pembilang TEXT, penyebut TEXT,
        lembar TEXT NOT NULL, sel TEXT NOT NULL,
        PRIMARY KEY (pantau, indikator, minggu)
    ) STRICT""",
    """CREATE TABLE pantau_tindakan (
        pantau INTEGER NOT NULL REFERENCES pantau (id) ON DELETE CASCADE,
        indikator TEXT NOT NULL, periode TEXT NOT NULL, minggu INTEGER NOT NULL, uraian TEXT NOT NULL,
        penanggung_jawab TEXT NOT NULL, batas TEXT, status TEXT NOT NULL, selesai INTEGER,
        lembar TEXT NOT NULL, sel TEXT NOT NULL,
        PRIMARY KEY (pantau, indikator, periode, minggu)
    ) STRICT""",
    """CREATE TABLE pantau_temuan (
        pantau INTEGER NOT NULL REFERENCES pantau (id) ON DELETE CASCADE,
        urut INTEGER NOT NULL, kode TEXT NOT NULL, tingkat TEXT NOT NULL, berkas TEXT NOT NULL, lembar TEXT, sel TEXT,
        pesan TEXT NOT NULL, saran TEXT NOT NULL, indikator TEXT, medan TEXT, tertulis TEXT, diharapkan TEXT,
        PRIMARY KEY (pantau, urut)
    ) STRICT""",
)

# Paragraphs of reports as people worded them, to be printed in place of the draft: `sidik` is that of the draft that
# was judged when it was worded, `berkas` the path of the document that it was read from. And every draft that a report
# had, `cetak` being the number of the last build of its period that had it.
_NARASI = (
    """CREATE TABLE narasi (
        periode TEXT NOT NULL, kunci TEXT NOT NULL, teks TEXT NOT NULL, sidik TEXT NOT NULL,
        oleh TEXT, waktu TEXT NOT NULL, berkas TEXT NOT NULL, sha256 TEXT NOT NULL,
        PRIMARY KEY (periode, kunci)
    ) STRICT""",
    """CREATE TABLE narasi_draf (
        periode TEXT NOT NULL, kunci TEXT NOT NULL, sidik TEXT NOT NULL, teks TEXT NOT NULL, cetak INTEGER NOT NULL,
        PRIMARY KEY (periode, kunci, sidik)
    ) STRICT""",
)

# Every report as it was built (its bytes are in the archive; `sidik` stands in its properties), and the corrections
# that came back in Word, by period, kind of report and identity.
_KOREKSI = (
    """CREATE TABLE konsep (
        sha256 TEXT PRIMARY KEY, sidik TEXT NOT NULL, periode TEXT NOT NULL, jenis TEXT NOT NULL, waktu TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX konsep_periode ON konsep (periode, waktu)",
    """CREATE TABLE koreksi (
        urut INTEGER PRIMARY KEY, periode TEXT NOT NULL, kunci TEXT NOT NULL,
        berkas TEXT NOT NULL, sha256 TEXT NOT NULL, dibaca TEXT NOT NULL,
        jenis TEXT NOT NULL, penulis TEXT, waktu TEXT, tempat TEXT NOT NULL,
        teks TEXT NOT NULL, teks_lama TEXT NOT NULL, keterangan TEXT NOT NULL, balasan TEXT NOT NULL,
        status TEXT NOT NULL, oleh TEXT, tanggal TEXT, catatan TEXT,
        UNIQUE (periode, kunci)
    ) STRICT""",
)

MIGRASI: tuple[tuple[str, ...], ...] = (
    _AWAL, _JENJANG, _TANPA_BUKTI, _BUKTI, _CATATAN_TIM, _PEMANTAUAN, _NARASI, _KOREKSI,
)  # fmt: skip

VERSI_SKEMA = len(MIGRASI)
