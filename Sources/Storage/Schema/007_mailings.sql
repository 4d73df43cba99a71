-- 证书直邮: where a certificate is sent, one for an entry at most. `certificate` is what the file says; which number holds
-- stands with the score.
CREATE TABLE mailing (
  entry {embedded INTEGER PRIMARY KEY REFERENCES entry (id)}{server BIGINT NOT NULL},
  sitting BIGINT NOT NULL,
  site TEXT NOT NULL,
  certificate TEXT,
  recipient TEXT,
  phone TEXT,
  postcode TEXT,
  address TEXT,
  tracking_number TEXT,
  status TEXT,
  created_job BIGINT,
  created_row BIGINT{server ,
  PRIMARY KEY (entry, sitting, site)}
){server  PARTITION BY LIST (sitting)};
-- Entries are found by the numbers of their certificates, which most scores have none of. The number leads: found by its
-- sitting alone, a score would be looked at with each row of a file.
CREATE INDEX score_by_certificate ON score (file_certificate) WHERE file_certificate IS NOT NULL;
