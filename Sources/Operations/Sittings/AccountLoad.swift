internal import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

/// 载入分账账户 — what a sitting file that names settlement accounts makes of those that are stored (ORG-04): afterwards
/// there are those of the file and no others.
struct AccountLoad {
  /// One account that comes, goes or gets other values.
  private struct Change {
    var old: SettlementAccountRecord?
    var new: SettlementAccountRecord?
  }

  private let changes: [Change]

  /// - Parameters:
  ///   - stored: the accounts that there are.
  ///   - named: those of the file; nil where it leaves them as they are.
  init(from stored: [SettlementAccountRecord], to named: [OrganisationAccount]?) {
    guard let named else {
      changes = []
      return
    }
    let new = named.map { SettlementAccountRecord($0.account, of: $0.organisation) }
    let before = Dictionary(stored.map { (Self.key($0), $0) }) { first, _ in first }
    let after = Dictionary(new.map { (Self.key($0), $0) }) { first, _ in first }
    changes = Set(before.keys).union(after.keys)
      .sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
      .filter { before[$0] != after[$0] }
      .map { Change(old: before[$0], new: after[$0]) }
  }

  /// What differs, field by field: `accounts.990701.…0111.bank`. Numbers are shown by their last digits.
  var list: [SittingChanges.Change] {
    changes.flatMap { change -> [SittingChanges.Change] in
      guard let one = change.new ?? change.old else { return [] }
      let path = "accounts.\(one.site).…\(one.number.suffix(4))"
      let fields = [
        ("bank", change.old?.bank, change.new?.bank),
        ("bankNumber", change.old?.bankNumber, change.new?.bankNumber),
        ("name", change.old?.name, change.new?.name), ("kind", change.old?.kind, change.new?.kind),
        ("remarks", change.old?.remarks, change.new?.remarks),
      ]
      return fields.filter { $0.1 != $0.2 }
        .map { SittingChanges.Change(path: "\(path).\($0.0)", old: $0.1, new: $0.2) }
    }
  }

  /// Stores the changes, and writes those of a sitting that was there before into the trail.
  func apply(to sitting: Int, _ trail: TrailWriter?, _ session: any Session) throws {
    for change in changes {
      switch (change.old, change.new) {
      case (nil, let new?): try SettlementAccountTable.add(new, to: sitting, session)
      case (let old?, let new?):
        try SettlementAccountTable.change(old.number, to: new, of: sitting, session)
      case (let old?, nil):
        try SettlementAccountTable.remove(old.number, of: old.site, sitting: sitting, session)
      case (nil, nil): break
      }
      try trail?.add(Office.change(change.old, change.new))
    }
  }

  private static func key(_ account: SettlementAccountRecord) -> [String] { [account.site, account.number] }
}
