-- 签名密钥: the store's Ed25519 key pair, with which it signs the packages that it makes; one row. Whoever can read the
-- store can sign as it does, as with everything else that the store holds.
CREATE TABLE signing_key (
  id BIGINT PRIMARY KEY,
  secret BYTEA NOT NULL,
  made_at BIGINT NOT NULL
);

-- 数据包: how often it was fetched; which stored values it was made of; its manifest and the signature. The large ones come
-- last, so that a list does not read through them.
ALTER TABLE package ADD COLUMN downloads BIGINT NOT NULL DEFAULT 0;
ALTER TABLE package ADD COLUMN basis TEXT;
ALTER TABLE package ADD COLUMN signature BYTEA;
ALTER TABLE package ADD COLUMN manifest BYTEA;

-- 数据包摘要: the digests of the values that a package was made of, candidate by candidate, in pieces: those of a million
-- candidates are 50 MB.
CREATE TABLE package_digest (
  package BIGINT NOT NULL REFERENCES package (id),
  piece BIGINT NOT NULL,
  content BYTEA NOT NULL,
  PRIMARY KEY (package, piece)
);
