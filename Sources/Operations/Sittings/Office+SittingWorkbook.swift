internal import ExamModel
internal import Exports
internal import Programmes
internal import Storage
internal import Tabular

extension Office {
  /// 考次模板 — writes the blank workbook of a sitting: a sheet for each kind of thing, notes, samples and subject codes.
  /// - Throws: `FileError` where there is no such programme, or the disk fails.
  public func writeSittingTemplate(programme: String, to path: String) throws {
    try workbook(.blank, subjects: try library.programme(programme).subjects.map { ($0.code, $0.name) })
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
      SittingBook(sitting.definition, accounts: accounts),
      subjects: own + planned.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    ).write(to: path)
  }

  private func workbook(_ book: SittingBook, subjects: [(code: String, name: String)]) -> SittingWorkbook {
    SittingWorkbook(book, subjects: subjects, created: now.secondsSince1970)
  }
}
