-- A score file in GB 18030 against stored entries: ticket known and once, name and number the same, 0 to 100; what is
-- good is stored, what is not is kept with its row, in one durable transaction: psql --set scores=FILE
BEGIN;
CREATE TEMP TABLE staged (line bigserial, ticket text, number text, name text, sex text, document text, subject text,
  score text, result text, violation text, certificate text, remarks text, part text);
SELECT format('\copy staged (ticket, number, name, sex, document, subject, score, result, violation, certificate, remarks, part) FROM %L WITH (FORMAT csv, HEADER, ENCODING ''GB18030'')', :'scores') AS load \gset
:load
ANALYZE staged;
CREATE TEMP TABLE judged AS
SELECT s.line, s.ticket, s.score, s.result, s.certificate,
  CASE WHEN s.score !~ '^[0-9]{1,3}$' OR CAST(s.score AS int) > 100 THEN 'score'
    WHEN row_number() OVER (PARTITION BY s.ticket ORDER BY s.line) > 1 THEN 'double'
    WHEN e.ticket IS NULL THEN 'unknown' WHEN s.name <> e.name THEN 'name' WHEN s.document <> e.document THEN 'number'
  END AS fault
FROM staged s LEFT JOIN entry e ON e.ticket = s.ticket;
CREATE TABLE fault AS SELECT line, ticket, fault FROM judged WHERE fault IS NOT NULL;
CREATE TABLE score (ticket text PRIMARY KEY, score smallint, result smallint, certificate text);
INSERT INTO score SELECT ticket, CAST(score AS smallint), CAST(result AS smallint), certificate FROM judged WHERE fault IS NULL;
COMMIT;
