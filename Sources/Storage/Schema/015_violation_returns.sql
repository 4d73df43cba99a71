-- 违纪缺考报送 (VIO-04). A site on whose record there is nothing files a nil return; an organisation above submits once
-- every site below it has something on record or has filed one. From then on no record below it changes.
CREATE TABLE violation_nil_return (
  sitting BIGINT NOT NULL REFERENCES sitting (id),
  site TEXT NOT NULL,
  filed_at BIGINT NOT NULL,
  filed_by TEXT NOT NULL,
  created_job BIGINT,
  created_row BIGINT,
  PRIMARY KEY (sitting, site)
);
CREATE TABLE violation_submission (
  sitting BIGINT NOT NULL REFERENCES sitting (id),
  organisation TEXT NOT NULL,
  submitted_at BIGINT NOT NULL,
  submitted_by TEXT NOT NULL,
  created_job BIGINT,
  created_row BIGINT,
  PRIMARY KEY (sitting, organisation)
);
