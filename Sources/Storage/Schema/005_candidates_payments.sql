-- 锁定: who locked a registration, and in that person's words why.
ALTER TABLE registration ADD COLUMN locked_by TEXT;
ALTER TABLE registration ADD COLUMN lock_note TEXT;

-- 编排: when an entry got its seat and its ticket number, and from whom.
ALTER TABLE entry ADD COLUMN seated_at BIGINT;
ALTER TABLE entry ADD COLUMN seated_by TEXT;
ALTER TABLE entry ADD COLUMN ticketed_at BIGINT;
ALTER TABLE entry ADD COLUMN ticketed_by TEXT;

-- 集体缴费批次: what a site pays at once for its candidates. `state` is open, paid or deleted; `person_fen` is what each
-- candidate of it costs besides the subjects (PAY-01, PAY-02).
CREATE TABLE payment_batch (
  id {identity},
  sitting BIGINT NOT NULL REFERENCES sitting (id),
  site TEXT NOT NULL,
  number BIGINT NOT NULL,
  state TEXT NOT NULL,
  person_fen BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  created_by TEXT NOT NULL,
  ended_at BIGINT,
  ended_by TEXT,
  reason TEXT,
  created_job BIGINT,
  created_row BIGINT,
  UNIQUE (sitting, site, number)
);
-- A site has one open batch at most (PAY-01).
CREATE UNIQUE INDEX payment_batch_open ON payment_batch (sitting, site) WHERE state = 'open';
-- What a batch holds, kept when it is deleted too. `left_at` is when an entry left it, having been paid by `left_order`.
CREATE TABLE payment_batch_entry (
  batch BIGINT NOT NULL REFERENCES payment_batch (id),
  document_number TEXT NOT NULL,
  subject TEXT NOT NULL,
  fen BIGINT NOT NULL,
  left_at BIGINT,
  left_order TEXT,
  created_job BIGINT,
  created_row BIGINT,
  PRIMARY KEY (batch, document_number, subject)
);

-- 取消考试: an entry that was paid and then cancelled, with its registration as it was (CAN-04). Never restored.
CREATE TABLE cancelled_entry (
  id {identity},
  sitting BIGINT NOT NULL REFERENCES sitting (id),
  site TEXT NOT NULL,
  method TEXT NOT NULL,
  document_type TEXT NOT NULL,
  document_number TEXT NOT NULL,
  name TEXT NOT NULL,
  sex TEXT,
  birth_date TEXT,
  ethnicity TEXT,
  education TEXT,
  occupation TEXT,
  training_type TEXT,
  student_number TEXT,
  department TEXT,
  major TEXT,
  class TEXT,
  phone TEXT,
  email TEXT,
  postcode TEXT,
  address TEXT,
  preferred_date TEXT,
  extra TEXT,
  remarks TEXT,
  audit TEXT NOT NULL,
  subject TEXT NOT NULL,
  paid TEXT NOT NULL,
  paid_at BIGINT,
  order_number TEXT,
  reason TEXT NOT NULL,
  cancelled_at BIGINT NOT NULL,
  cancelled_by TEXT NOT NULL,
  created_job BIGINT,
  created_row BIGINT
);
CREATE INDEX cancelled_entry_by_site ON cancelled_entry (sitting, site);

-- 通行证账号: an e-mail address for which a one-time password was handed out (REG-13). The password is in the exported
-- file alone. A person keeps the account from sitting to sitting, so the address is the key.
CREATE TABLE account (
  email TEXT PRIMARY KEY,
  sitting BIGINT NOT NULL REFERENCES sitting (id),
  site TEXT NOT NULL,
  document_number TEXT NOT NULL,
  exported_at BIGINT NOT NULL,
  exported_by TEXT NOT NULL,
  created_job BIGINT,
  created_row BIGINT
);
