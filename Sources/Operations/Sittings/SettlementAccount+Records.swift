internal import ExamModel
internal import Storage

extension SettlementAccount {
  /// The account of a record.
  init(_ record: SettlementAccountRecord) {
    self.init(
      bank: record.bank, bankNumber: record.bankNumber, name: record.name, number: record.number,
      kind: record.kind, remarks: record.remarks)
  }

  /// The account without blanks around its texts; blank remarks are none.
  var trimmed: SettlementAccount {
    let remarks = remarks.map(TextCleaning.trimmed)
    return SettlementAccount(
      bank: TextCleaning.trimmed(bank), bankNumber: TextCleaning.trimmed(bankNumber),
      name: TextCleaning.trimmed(name), number: TextCleaning.trimmed(number),
      kind: TextCleaning.trimmed(kind), remarks: remarks?.isEmpty == true ? nil : remarks)
  }

  /// The account with some of its fields changed.
  func with(_ changes: AccountChanges) -> SettlementAccount {
    SettlementAccount(
      bank: changes.bank ?? bank, bankNumber: changes.bankNumber ?? bankNumber, name: changes.name ?? name,
      number: changes.number ?? number, kind: changes.kind ?? kind, remarks: changes.remarks ?? remarks)
  }
}

extension SettlementAccountRecord {
  /// The record of an organisation's account.
  init(_ account: SettlementAccount, of organisation: String) {
    self.init(
      site: organisation, number: account.number, bank: account.bank, bankNumber: account.bankNumber,
      name: account.name, kind: account.kind, remarks: account.remarks)
  }
}
