-- The entries that a score file is held against: psql --set entries=FILE
CREATE TABLE entry (ticket text, number text, name text, sex text, birth text, ethnicity text, type text, document text,
  subject text, site text, room text, batch text, seat text, date text, time text, class text, score text, result text);
SELECT format('\copy entry FROM %L WITH (FORMAT csv, HEADER)', :'entries') AS load \gset
:load
ALTER TABLE entry ADD PRIMARY KEY (ticket);
VACUUM ANALYZE entry;
