-- 审计: every change and removal of a record, in the order in which they were made, chained by hash: each row's hash is
-- taken over the row before it and its own content, and trail_head keeps the last one (OPS-02). Rows are only ever added.
-- `changes` holds column, old and new value of each field, parted by U+001F, the fields by U+001E; empty is null.
CREATE TABLE trail (
  number BIGINT PRIMARY KEY,
  at BIGINT NOT NULL,
  member TEXT NOT NULL,
  job BIGINT,
  sitting BIGINT NOT NULL,
  site TEXT NOT NULL,
  action TEXT NOT NULL,
  record TEXT NOT NULL,
  record_key TEXT NOT NULL,
  part TEXT,
  source_row BIGINT,
  rule TEXT,
  reason TEXT,
  changes TEXT NOT NULL,
  hash TEXT NOT NULL
);
CREATE INDEX trail_by_key ON trail (record_key);
CREATE INDEX trail_by_job ON trail (job);
CREATE TABLE trail_head (
  number BIGINT NOT NULL,
  hash TEXT NOT NULL
);
INSERT INTO trail_head (number, hash) VALUES (0, '');
