-- 证书直邮: where a certificate is sent, one for an entry at most. `certificate` is what the file says; which number holds
-- stands with the score.
CREATE TABLE mailing (
  entry BIGINT PRIMARY KEY REFERENCES entry (id),
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
  created_row BIGINT
);
CREATE INDEX mailing_by_site ON mailing (sitting, site);
-- Entries are found by the numbers of their certificates.
CREATE INDEX score_by_certificate ON score (sitting, file_certificate);
