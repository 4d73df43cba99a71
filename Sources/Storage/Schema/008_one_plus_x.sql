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
