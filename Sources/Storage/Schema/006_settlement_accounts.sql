-- 分账账户: where a site's share of the fees is paid to (chapter 45). An account is named by its number at its site.
CREATE TABLE settlement_account (
  sitting BIGINT NOT NULL REFERENCES sitting (id),
  site TEXT NOT NULL,
  account_number TEXT NOT NULL,
  bank TEXT NOT NULL,
  bank_number TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  remarks TEXT,
  created_job BIGINT,
  created_row BIGINT,
  PRIMARY KEY (sitting, site, account_number)
);
