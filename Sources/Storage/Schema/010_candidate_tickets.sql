-- 考生准考证: what was made ahead for candidates to download: for each entry the SHA-256 of all that is printed on its
-- ticket, so that one that is out of date is known. The tickets themselves are in the package.
CREATE TABLE candidate_ticket (
  entry BIGINT PRIMARY KEY,
  sitting BIGINT NOT NULL,
  site TEXT NOT NULL,
  digest TEXT NOT NULL,
  made_at BIGINT NOT NULL,
  made_by TEXT NOT NULL
);
CREATE INDEX candidate_ticket_by_site ON candidate_ticket (sitting, site);

-- 准考证下载: one row a download, never changed.
CREATE TABLE ticket_download (
  id {identity},
  sitting BIGINT NOT NULL,
  site TEXT NOT NULL,
  subject TEXT NOT NULL,
  ticket TEXT NOT NULL,
  at BIGINT NOT NULL,
  member TEXT NOT NULL
);
CREATE INDEX ticket_download_by_site ON ticket_download (sitting, site, subject);
