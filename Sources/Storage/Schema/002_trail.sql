-- 审计: every change and removal of a record, in the order in which they were made (OPS-02). Each site has a chain of its
-- own, so that sites do not wait for each other: a row's hash is taken over the row before it in its chain and its own
-- content, `link` is its place there, and trail_head keeps the chain's end. Rows are only ever added.
-- `changes` holds column, old and new value of each field, parted by U+001F, the fields by U+001E; empty is null.
CREATE TABLE trail (
  number {identity},
  link BIGINT NOT NULL,
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
  hash TEXT NOT NULL,
  UNIQUE (sitting, site, link)
);
CREATE INDEX trail_by_key ON trail (record_key);
CREATE INDEX trail_by_job ON trail (job);
CREATE TABLE trail_head (
  sitting BIGINT NOT NULL,
  site TEXT NOT NULL,
  links BIGINT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (sitting, site)
);

-- What a job read and where: `binding` names the sheet and the columns as JSON; `continues` is the job whose rejected rows
-- its file holds (REG-14), `applies` the plan that it carried out (REG-18).
ALTER TABLE job ADD COLUMN binding TEXT;
ALTER TABLE job ADD COLUMN continues BIGINT;
ALTER TABLE job ADD COLUMN applies BIGINT;
CREATE INDEX job_by_content ON job (file_sha256);

-- 上传的文件: kept by content for plans and for reports that are made again, in pieces of at most 1 MiB.
CREATE TABLE upload (
  sha256 TEXT NOT NULL,
  ordinal BIGINT NOT NULL,
  content BYTEA NOT NULL,
  PRIMARY KEY (sha256, ordinal)
);

-- 计划: what a dry run found would become of each row, and what would change.
CREATE TABLE plan_row (
  job BIGINT NOT NULL REFERENCES job (id),
  source_row BIGINT NOT NULL,
  outcome TEXT NOT NULL,
  changes TEXT,
  PRIMARY KEY (job, source_row)
);
