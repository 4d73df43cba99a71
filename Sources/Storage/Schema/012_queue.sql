-- 任务队列: the jobs that wait for a worker or that one works at, in the order in which they were handed in. What is to be
-- done stands in `job`, the file in `upload`. Times are milliseconds since 1970 by the database's clock.
CREATE TABLE queued_job (
  id {identity},
  job BIGINT NOT NULL UNIQUE REFERENCES job (id),
  sitting BIGINT NOT NULL,
  site TEXT NOT NULL,
  kind TEXT NOT NULL,
  language TEXT NOT NULL,
  queued_at BIGINT NOT NULL,
  attempts BIGINT NOT NULL DEFAULT 0,
  stops BIGINT NOT NULL DEFAULT 0,
  last_error TEXT
);
CREATE INDEX queued_job_by_lane ON queued_job (sitting, site, id);

-- 交件号: a random word that comes with every hand-in, so that whoever lost the answer can ask whether the job was taken.
ALTER TABLE job ADD COLUMN hand_in TEXT;
-- The few jobs among all that ever were that are looked for: those that are not over; of these the ones that never were in
-- the queue, after each of which every start of the program looks; those that go on with another, or carry out a plan.
CREATE INDEX job_open ON job (sitting, site, id) WHERE state IN ('received', 'checking', 'checked', 'applying');
CREATE INDEX job_open_outside ON job (id)
  WHERE hand_in IS NULL AND state IN ('received', 'checking', 'checked', 'applying');
CREATE INDEX job_by_continues ON job (continues) WHERE continues IS NOT NULL;
CREATE INDEX job_by_applies ON job (applies) WHERE applies IS NOT NULL;

-- 通道: the queue of one site in one sitting. The lease belongs to the lane, so that a site has one import at a time, and
-- its jobs are taken in their order. `token` fences: it only grows, and whoever took the lane commits under it or not at
-- all. `served` is a running number: the lane that was served longest ago comes first. Before `free_at` nobody may take
-- the lane: it is leased until then, or its first job broke off and waits.
CREATE TABLE lane (
  sitting BIGINT NOT NULL,
  site TEXT NOT NULL,
  jobs BIGINT NOT NULL,
  served BIGINT NOT NULL,
  token BIGINT NOT NULL,
  free_at BIGINT NOT NULL,
  worker TEXT,
  job BIGINT,
  PRIMARY KEY (sitting, site)
);
CREATE INDEX lane_by_service ON lane (served);
CREATE INDEX lane_with_jobs ON lane (served, sitting, site) WHERE jobs > 0;
