internal import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

/// 复制结果 — what a new sitting got from an earlier one.
public struct SittingCopy: Sendable, Equatable, Encodable {
  /// The new sitting's code.
  public var sitting: String
  /// The earlier sitting's code.
  public var from: String
  /// The new sitting's name.
  public var name: String
  /// How many organisations it got.
  public var organisations: Int
  /// How many users it got.
  public var users: Int
  /// How many settlement accounts it got.
  public var accounts: Int
}

extension Office {
  /// 复制考次 — makes a sitting with the organisations, users and settlement accounts of an earlier one (ORG-04): no dates,
  /// windows, subjects, settings or candidates. Until it is loaded it has no windows, so nothing in it can be changed.
  /// - Parameter name: its name; nil for one made of the programme's name and its number.
  /// - Throws: `Refusal` where there is no such sitting, the new one is there already or of another programme, or the
  ///   user may not set it.
  public func copySitting(_ earlier: String, to code: String, name: String? = nil) async throws -> SittingCopy
  {
    let moment = now
    return try await database.write { session in
      let sitting = try open(earlier, session)
      try requireCentre(of: earlier, session)
      guard let new = SittingCode(code), new.programme == sitting.definition.programme else {
        throw Self.refusal(
          Wording(
            zh: "新考次 \(code) 应写成 \(sitting.definition.programme)-<1 到 99 的考次号>，与 \(earlier) 同属一个考试项目。",
            en: """
              The new sitting \(code) must be \(sitting.definition.programme)-<number from 1 to 99>, of the same \
              programme as \(earlier).
              """))
      }
      guard try SittingTable.read(code, session) == nil else {
        throw Self.refusal(
          Wording(
            zh: "考次 \(code) 已经存在，不能再复制。要修改它，请用 kaowu sitting load。",
            en: "The sitting \(code) is there already. To change it, use kaowu sitting load."))
      }
      let givenName = name.map(TextCleaning.trimmed).flatMap { $0.isEmpty ? nil : $0 }
      var definition = SittingDefinition(
        programme: new.programme, number: new.number,
        name: givenName ?? "\(sitting.programme.name)（第 \(new.number) 次）", examDates: [])
      definition.organisations = sitting.definition.organisations
      definition.users = sitting.definition.users
      let id = try store(definition, at: moment, session)
      let accounts = try SettlementAccountTable.copy(from: sitting.id, to: id, site: "", session)
      let trail = TrailWriter(session, by: userName, at: moment.secondsSince1970, sitting: id)
      try trail.add(
        SittingTrail.creation(of: definition, copiedFrom: earlier, accounts: accounts, rule: "ORG-04"))
      try trail.finish()
      return SittingCopy(
        sitting: code, from: earlier, name: definition.name, organisations: definition.organisations.count,
        users: definition.users.count, accounts: accounts)
    }
  }

  private static func refusal(_ wording: Wording) -> Refusal {
    Refusal(.precondition, rule: "ORG-04", wording)
  }
}
