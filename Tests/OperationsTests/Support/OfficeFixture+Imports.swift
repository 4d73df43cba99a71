import Exports
import Files
import Foundation
import Imports
import Operations
import Pipeline
import Tabular

extension OfficeFixture {
  /// Imports a file.
  func importing(
    _ kind: String, _ path: String, sitting: String = SittingPlan.code, site: String = "990701",
    as user: String? = nil, language: Language = .zh, progress: any ProgressDisplay = NoProgress(),
    _ options: (inout ImportOptions) -> Void = { _ in }
  ) async throws -> ImportResult {
    var request = ImportRequest(
      kind: kind, path: path, sitting: sitting, site: site, language: language)
    request.reports = folder.path("reports")
    options(&request.options)
    return try await office(user ?? "site\(site)", progress: progress).importFile(request)
  }

  /// Imports candidates; the one at index 0 stands in row 2.
  func register(
    _ candidates: [Candidate], headings: [String] = Candidate.headings, site: String = "990701",
    as user: String? = nil, language: Language = .zh, _ options: (inout ImportOptions) -> Void = { _ in }
  ) async throws -> ImportResult {
    try await register(
      SheetFile.registrations(candidates, headings: headings), site: site, as: user, language: language,
      options)
  }

  /// Imports a registration workbook.
  func register(
    _ sheet: SheetFile, site: String = "990701", as user: String? = nil, language: Language = .zh,
    _ options: (inout ImportOptions) -> Void = { _ in }
  ) async throws -> ImportResult {
    let path = newPath(".xlsx")
    try sheet.write(to: path)
    return try await importing("registrations", path, site: site, as: user, language: language, options)
  }

  /// Imports payments; each pays one subject of one candidate with an order of its own.
  func pay(
    _ payments: [(id: String, subject: String)], as user: String = "site990701",
    _ options: (inout ImportOptions) -> Void = { _ in }
  ) async throws -> ImportResult {
    let lines = payments.map {
      "T-\($0.id)-\($0.subject),\($0.id),\($0.subject),78.00,2020-08-19 09:35:12,支付宝,成功"
    }
    return try await importing("payments", try csv(Self.paymentHeadings, lines), as: user, options)
  }

  static let paymentHeadings = "订单号,证件号码,科目代码,金额(元),支付时间,渠道,状态"

  /// A CSV file of lines as they are given.
  func csv(_ headings: String, _ lines: [String]) throws -> String {
    let name = "\(UUID().uuidString).csv"
    return try folder.file(name, Array(([headings] + lines).map { $0 + "\r\n" }.joined().utf8))
  }

  /// Locks or unlocks candidates of 990701.
  @discardableResult
  func setLock(
    _ isLocked: Bool, ids: [String]? = nil, site: String = "990701", as user: String = "site990701",
    where conditions: [(field: String, values: [String])] = []
  ) async throws -> Int {
    var request = CandidateRequest(sitting: SittingPlan.code, site: site)
    request.conditions = conditions
    if let ids {
      let lines = ids.map { $0 + "\n" }.joined()
      request.numbersPath = try folder.file("\(UUID().uuidString).txt", Array(lines.utf8))
    }
    return try await office(user).setLock(isLocked, request)
  }
}

extension ImportResult {
  /// The findings as marks: `3 证件号码 REG-07`; a finding of the whole file has no row, one of a row no column.
  var marks: [String] { findings.map(\.mark) }

  /// The rules found on each row; those of the whole file under 0.
  var marksByRow: [Int: [String]] {
    Dictionary(grouping: findings) { $0.row ?? 0 }.mapValues { rows in
      rows.map { "\($0.column ?? "") \($0.rule)" }
    }
  }

  /// The first finding of a rule.
  func first(_ rule: String) -> ReportedFinding? { findings.first { $0.rule == rule } }

  /// The counts in one line: `read created updated unchanged skipped failed`.
  var tally: [Int] { [rows.read, rows.created, rows.updated, rows.unchanged, rows.skipped, rows.failed] }
}

extension ReportedFinding {
  var mark: String {
    [row.map(String.init), column, rule].compactMap(\.self).joined(separator: " ")
  }
}
