-- The tables of the main job. Numbers are BIGINT, truth is 0 or 1, dates are YYYY-MM-DD, moments are seconds since 1970
-- (UTC). A record names the job that created it and the row of that job's file; what becomes of it later is in the trail.

-- 考次: one run of a programme.
CREATE TABLE sitting (
  id {identity},
  code TEXT NOT NULL UNIQUE,
  programme TEXT NOT NULL,
  number BIGINT NOT NULL,
  name TEXT NOT NULL,
  closed BIGINT NOT NULL DEFAULT 0,
  definition TEXT NOT NULL,
  loaded_at BIGINT NOT NULL
);

-- 机构: an organisation in a sitting; its code extends its parent's.
CREATE TABLE organisation (
  sitting BIGINT NOT NULL REFERENCES sitting (id),
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  address TEXT,
  enabled BIGINT NOT NULL,
  audited BIGINT NOT NULL,
  PRIMARY KEY (sitting, code)
);

-- 用户: bound to one organisation; sitting 0 is the store itself (its "root").
CREATE TABLE member (
  sitting BIGINT NOT NULL,
  name TEXT NOT NULL,
  organisation TEXT NOT NULL,
  role TEXT NOT NULL,
  PRIMARY KEY (sitting, name)
);

-- 报名信息: one candidate in one sitting.
CREATE TABLE registration (
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
  lock_reason TEXT,
  locked_at BIGINT,
  has_photo BIGINT NOT NULL DEFAULT 0,
  created_job BIGINT,
  created_row BIGINT,
  changed_job BIGINT,
  UNIQUE (sitting, document_number)
);
CREATE INDEX registration_by_site ON registration (sitting, site);

-- 报考: one subject of a registration, and what becomes of it: payment, seat, ticket.
CREATE TABLE entry (
  id {identity},
  sitting BIGINT NOT NULL,
  site TEXT NOT NULL,
  registration BIGINT NOT NULL REFERENCES registration (id),
  subject TEXT NOT NULL,
  paid TEXT,
  paid_at BIGINT,
  order_number TEXT,
  payment_batch BIGINT,
  room TEXT,
  batch BIGINT,
  seat BIGINT,
  ticket TEXT,
  created_job BIGINT,
  created_row BIGINT,
  UNIQUE (registration, subject),
  UNIQUE (sitting, ticket)
);
CREATE INDEX entry_by_site ON entry (sitting, site, subject);
-- No seat is given twice (ARR-03).
CREATE UNIQUE INDEX entry_by_seat ON entry (sitting, site, room, batch, seat) WHERE room IS NOT NULL;

-- 图片: kept by content. `replaced` marks one that a photo had before: it stays, so that an undo can set it back.
CREATE TABLE picture (
  sha256 TEXT PRIMARY KEY,
  format TEXT NOT NULL,
  width BIGINT NOT NULL,
  height BIGINT NOT NULL,
  replaced BIGINT NOT NULL DEFAULT 0,
  content BYTEA NOT NULL
);
-- 照片: whose picture it is. Kept apart from the registration, so that losing the link never loses the picture.
CREATE TABLE photo (
  sitting BIGINT NOT NULL,
  site TEXT NOT NULL,
  document_number TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES picture (sha256),
  created_job BIGINT,
  created_row BIGINT,
  PRIMARY KEY (sitting, site, document_number)
);
CREATE INDEX photo_by_content ON photo (sha256);

-- 学籍库: belongs to no sitting; a person stands in it once, at one site (ROS-02). `anywhere`: may register at any site
-- of the province; else at the sites of roster_site.
CREATE TABLE roster (
  id {identity},
  document_number TEXT NOT NULL UNIQUE,
  site TEXT NOT NULL,
  document_type TEXT,
  name TEXT,
  sex TEXT,
  birth_date TEXT,
  ethnicity TEXT,
  education TEXT,
  occupation TEXT,
  student_number TEXT,
  department TEXT,
  major TEXT,
  class TEXT,
  grade TEXT,
  phone TEXT,
  postcode TEXT,
  address TEXT,
  remarks TEXT,
  anywhere BIGINT NOT NULL,
  created_job BIGINT,
  created_row BIGINT
);
CREATE INDEX roster_by_place ON roster (site);
CREATE TABLE roster_site (
  document_number TEXT NOT NULL REFERENCES roster (document_number),
  site TEXT NOT NULL,
  PRIMARY KEY (document_number, site)
);

-- 支付: a confirmation from the payment feed; an order number is taken once.
CREATE TABLE payment (
  sitting BIGINT NOT NULL,
  order_number TEXT NOT NULL,
  site TEXT NOT NULL,
  document_number TEXT NOT NULL,
  subject TEXT NOT NULL,
  fen BIGINT NOT NULL,
  paid_at BIGINT,
  channel TEXT,
  status TEXT NOT NULL,
  created_job BIGINT NOT NULL,
  created_row BIGINT,
  PRIMARY KEY (sitting, order_number, document_number, subject)
);

-- 考场 and 批次.
CREATE TABLE room (
  sitting BIGINT NOT NULL,
  site TEXT NOT NULL,
  room TEXT NOT NULL,
  name TEXT,
  address TEXT NOT NULL,
  seats BIGINT NOT NULL,
  kind TEXT,
  created_job BIGINT,
  created_row BIGINT,
  PRIMARY KEY (sitting, site, room)
);
CREATE TABLE room_batch (
  sitting BIGINT NOT NULL,
  site TEXT NOT NULL,
  room TEXT NOT NULL,
  batch BIGINT NOT NULL,
  exam_date TEXT NOT NULL,
  starts BIGINT NOT NULL,
  ends BIGINT NOT NULL,
  created_job BIGINT,
  created_row BIGINT,
  PRIMARY KEY (sitting, site, room, batch)
);

-- 违纪缺考 and 成绩, one of each for an entry at most.
CREATE TABLE violation (
  entry BIGINT PRIMARY KEY REFERENCES entry (id),
  sitting BIGINT NOT NULL,
  site TEXT NOT NULL,
  kind TEXT NOT NULL,
  note TEXT,
  created_job BIGINT,
  created_row BIGINT
);
-- Scores are in hundredths of a point, so that decimals stay exact. `file_…` is what the score file says of the entry;
-- score, result and certificate are what holds: a violation takes the score away, cheating those of the candidate's
-- other subjects too, and a subject that is kept (保证) has no certificate yet.
CREATE TABLE score (
  entry BIGINT PRIMARY KEY REFERENCES entry (id),
  sitting BIGINT NOT NULL,
  site TEXT NOT NULL,
  file_score BIGINT,
  file_result BIGINT NOT NULL,
  file_certificate TEXT,
  score BIGINT,
  result BIGINT NOT NULL,
  certificate TEXT,
  kept BIGINT NOT NULL DEFAULT 0,
  remarks TEXT,
  created_job BIGINT NOT NULL,
  created_row BIGINT
);
CREATE INDEX score_by_site ON score (sitting, site);

-- 任务: one row a run, kept for ever; and what it found.
CREATE TABLE job (
  id {identity},
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  sitting BIGINT NOT NULL,
  site TEXT NOT NULL,
  member TEXT NOT NULL,
  file_name TEXT NOT NULL,
  file_bytes BIGINT NOT NULL,
  file_sha256 TEXT NOT NULL,
  options TEXT NOT NULL,
  owner TEXT NOT NULL,
  started_at BIGINT NOT NULL,
  ended_at BIGINT,
  findings BIGINT NOT NULL DEFAULT 0,
  summary TEXT
);
CREATE TABLE job_finding (
  job BIGINT NOT NULL REFERENCES job (id),
  ordinal BIGINT NOT NULL,
  code TEXT NOT NULL,
  severity TEXT NOT NULL,
  sheet TEXT,
  row_number BIGINT,
  heading TEXT,
  position BIGINT,
  value TEXT,
  arguments TEXT,
  suggestion TEXT,
  PRIMARY KEY (job, ordinal)
);

-- 数据包: what was made for download.
CREATE TABLE package (
  id {identity},
  sitting BIGINT NOT NULL,
  site TEXT NOT NULL,
  kind TEXT NOT NULL,
  path TEXT NOT NULL,
  bytes BIGINT NOT NULL,
  sha256 TEXT NOT NULL,
  records BIGINT NOT NULL,
  made_at BIGINT NOT NULL,
  member TEXT NOT NULL
);
