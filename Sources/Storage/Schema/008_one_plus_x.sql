-- 考核站点申报: what a school says of a station that it wants to examine at, and what became of it (ORG-08). One for a
-- station: whoever was rejected applies anew, and the trail keeps what stood before. `state` is pending, approved or
-- rejected; the evidence file is kept by its content in `upload`.
CREATE TABLE station_application (
  sitting BIGINT NOT NULL REFERENCES sitting (id),
  site TEXT NOT NULL,
  name TEXT NOT NULL,
  region TEXT NOT NULL,
  address TEXT NOT NULL,
  contact_name TEXT NOT NULL,
  contact_phone TEXT NOT NULL,
  contact_email TEXT NOT NULL,
  evidence_name TEXT,
  evidence_bytes BIGINT,
  evidence_sha256 TEXT,
  state TEXT NOT NULL,
  applied_at BIGINT NOT NULL,
  applied_by TEXT NOT NULL,
  decided_at BIGINT,
  decided_by TEXT,
  reason TEXT,
  created_job BIGINT,
  created_row BIGINT,
  PRIMARY KEY (sitting, site)
);
-- The certificates that a station is to examine for.
CREATE TABLE station_certificate (
  sitting BIGINT NOT NULL,
  site TEXT NOT NULL,
  certificate TEXT NOT NULL,
  level TEXT NOT NULL,
  created_job BIGINT,
  created_row BIGINT,
  PRIMARY KEY (sitting, site, certificate, level)
);

-- 考生信息: what the students of the 1+X programme have besides (VSL-01). `student_kind` tells which list they are in.
ALTER TABLE registration ADD COLUMN pinyin TEXT;
ALTER TABLE registration ADD COLUMN major_level TEXT;
ALTER TABLE registration ADD COLUMN entry_year TEXT;
ALTER TABLE registration ADD COLUMN student_kind TEXT;

-- 报考: the plan and the certificate for which a subject is taken (VSL-03).
ALTER TABLE entry ADD COLUMN plan TEXT;
ALTER TABLE entry ADD COLUMN certificate TEXT;
ALTER TABLE entry ADD COLUMN certificate_level TEXT;

-- 缴费申请单: a payment batch that a workbook made, by certificate or by subject, and that the assessment body confirms
-- (PAY-04). `basis` is certificate or subject; null for the batches that a site makes of its candidates. A site has one
-- open batch at most (PAY-01), but as many applications as it likes.
ALTER TABLE payment_batch ADD COLUMN basis TEXT;
DROP INDEX payment_batch_open;
CREATE UNIQUE INDEX payment_batch_open ON payment_batch (sitting, site) WHERE state = 'open' AND basis IS NULL;
-- For which certificate of which plan an entry of an application was taken, for counting.
ALTER TABLE payment_batch_entry ADD COLUMN plan TEXT;
ALTER TABLE payment_batch_entry ADD COLUMN certificate TEXT;
