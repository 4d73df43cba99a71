-- 个人网报: when the candidate registered on the public site, and when an entry that is not paid by then is over
-- (CAN-07). The index holds what can still expire and nothing else, so that looking is cheap at every call.
ALTER TABLE registration ADD COLUMN registered_at BIGINT;
ALTER TABLE entry ADD COLUMN expires_at BIGINT;
CREATE INDEX entry_by_expiry ON entry ({embedded sitting, }expires_at)
  WHERE expires_at IS NOT NULL AND paid IS NULL AND payment_batch IS NULL;

-- 学籍: the columns that a new registration took from the roster, parted by commas (ROS-06).
ALTER TABLE registration ADD COLUMN prefilled TEXT;

-- 审核: who decided when, and why it did not pass (AUD-01). `audit_photo` is the SHA-256 of the picture that was turned
-- down, empty where there was none, null where the picture was not the reason.
ALTER TABLE registration ADD COLUMN audit_type TEXT;
ALTER TABLE registration ADD COLUMN audit_reason TEXT;
ALTER TABLE registration ADD COLUMN audited_at BIGINT;
ALTER TABLE registration ADD COLUMN audited_by TEXT;
ALTER TABLE registration ADD COLUMN audit_photo TEXT;

-- 机考数据文件: mock-exam reports and exception files, kept as they came, in pieces of 1 MiB (MOC-01, EXC-01).
CREATE TABLE site_file (
  id {identity},
  sitting BIGINT NOT NULL,
  site TEXT NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  bytes BIGINT NOT NULL,
  sha256 TEXT NOT NULL,
  entries BIGINT NOT NULL,
  state TEXT NOT NULL,
  uploaded_at BIGINT NOT NULL,
  uploaded_by TEXT NOT NULL,
  changed_at BIGINT,
  changed_by TEXT,
  created_job BIGINT,
  created_row BIGINT,
  UNIQUE (sitting, site, kind, sha256)
);
CREATE TABLE site_file_piece (
  file BIGINT NOT NULL REFERENCES site_file (id),
  piece BIGINT NOT NULL,
  content BYTEA NOT NULL,
  PRIMARY KEY (file, piece)
);
