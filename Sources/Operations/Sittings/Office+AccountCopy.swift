internal import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

/// 获取上个考次数据 — the settlement accounts that were taken from an earlier sitting.
public struct AccountCopy: Sendable, Equatable, Encodable {
  /// The earlier sitting's code.
  public var from: String
  /// How many accounts were taken.
  public var copied: Int
  /// How many were there already and stayed as they are.
  public var kept: Int
}

extension Office {
  /// 获取上个考次的分账账户 — takes the accounts of an organisation and those below it from an earlier sitting; those whose
  /// numbers are there already stay as they are (ch. 45).
  /// - Parameter earlier: the earlier sitting; nil for the one of the same programme with the next lower number.
  /// - Throws: `Refusal` where there is no such sitting, and as `addAccount`.
  public func copyAccounts(
    of site: String, in code: String, from earlier: String? = nil
  ) async throws -> AccountCopy {
    try await changeAccounts(of: site, in: code) { sitting, session, trail in
      let programme = sitting.definition.programme
      let candidates = try SittingTable.all(session).filter {
        $0.programme == programme && $0.code != code
          && (earlier == nil ? $0.number < sitting.definition.number : $0.code == earlier)
      }
      guard let source = candidates.max(by: { $0.number < $1.number }) else {
        throw Refusal(
          .precondition, rule: "ORG-04",
          Wording(
            zh: "没有可以取数据的考次\(earlier.map { " \($0)" } ?? "")。请用 --from 写出同一考试项目以前的考次。",
            en:
              "There is no earlier sitting\(earlier.map { " \($0)" } ?? "") of the programme. Name one with --from."
          ))
      }
      let before = try SettlementAccountTable.all(sitting: sitting.id, site: site, session)
      try SettlementAccountTable.copy(from: source.id, to: sitting.id, site: site, session)
      let known = Set(before.map { [$0.site, $0.number] })
      let copied = try SettlementAccountTable.all(sitting: sitting.id, site: site, session)
        .filter { !known.contains([$0.site, $0.number]) }
      for record in copied { try trail.add(Self.change(nil, record)) }
      let offered = try SettlementAccountTable.all(sitting: source.id, site: site, session)
      let kept = offered.count { known.contains([$0.site, $0.number]) }
      return AccountCopy(from: source.code, copied: copied.count, kept: kept)
    }
  }
}
