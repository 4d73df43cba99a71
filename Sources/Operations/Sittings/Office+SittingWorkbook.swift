internal import ExamModel
internal import Exports
internal import Programmes
internal import Storage
internal import Tabular

extension Office {
  /// 考次模板 — writes the blank workbook of a sitting: a sheet for each kind of thing, notes, samples and subject codes.
  /// - Parameter name: the programme; nil where there is but one.
  /// - Throws: `FileError` where there is no such programme, or the disk fails; `Refusal` where one must be named.
  public func writeSittingTemplate(programme name: String?, to path: String) throws {
    let known = try library.identifiers()
    guard let programme = name ?? (known.count == 1 ? known.first : nil) else {
      let list = known.joined(separator: ", ")
      throw Refusal(
        .precondition, rule: "SET-08",
        Wording(zh: "请用 --programme 写出考试项目，有：\(list)。", en: "Name one with --programme; there are: \(list)."))
    }
    try workbook(
      .blank, of: programme, subjects: try library.programme(programme).subjects.map { ($0.code, $0.name) }
    )
    .write(to: path)
  }

  /// 导出考次 — writes a sitting as it stands, its settlement accounts too, into the workbook from which it can be loaded
  /// again (SET-08).
  /// - Throws: `Refusal` for anybody but the centre, who alone may load it; `FileError` where the disk fails.
  public func writeSitting(_ code: String, to path: String) async throws {
    let (sitting, accounts) = try await database.read { session in
      let sitting = try open(code, session)
      try requireCentre(of: code, session)
      let accounts = try SettlementAccountTable.all(sitting: sitting.id, site: "", session).map {
        OrganisationAccount(organisation: $0.site, account: SettlementAccount($0))
      }
      return (sitting, accounts)
    }
    let own = sitting.programme.subjects(inSitting: sitting.definition.number).map { ($0.code, $0.name) }
    let known = Set(own.map(\.0))
    var planned: [String: String] = [:]
    for subject in sitting.definition.plans.flatMap(\.subjects) where !known.contains(subject.code) {
      planned[subject.code] = subject.name
    }
    try workbook(
      SittingBook(sitting.definition, accounts: accounts), of: sitting.definition.programme,
      subjects: own + planned.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    ).write(to: path)
  }

  private func workbook(
    _ book: SittingBook, of programme: String, subjects: [(code: String, name: String)]
  ) -> SittingWorkbook {
    SittingWorkbook(book, programme: programme, subjects: subjects, created: now.secondsSince1970)
  }
}
