-- 签名密钥: the store's Ed25519 key pair, with which it signs the packages that it makes; one row. Whoever can read the
-- store can sign as it does, as with everything else that the store holds.
CREATE TABLE signing_key (
  id BIGINT PRIMARY KEY,
  secret BYTEA NOT NULL,
  made_at BIGINT NOT NULL
);

-- 数据包: how often it was fetched; which stored values it was made of, and the digests of those, candidate by candidate;
-- its manifest and the signature. The large ones come last, so that a list does not read through them.
ALTER TABLE package ADD COLUMN downloads BIGINT NOT NULL DEFAULT 0;
ALTER TABLE package ADD COLUMN basis TEXT;
ALTER TABLE package ADD COLUMN signature BYTEA;
ALTER TABLE package ADD COLUMN manifest BYTEA;
ALTER TABLE package ADD COLUMN digests BYTEA;
