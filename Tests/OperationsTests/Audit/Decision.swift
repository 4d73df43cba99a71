import Imports
import Operations
import Storage

/// A row of an audit workbook.
struct Decision: Sendable {
  var id: String
  var decision = "通过"
  var kind = ""
  var reason = ""

  /// The candidate of a number passes.
  init(_ number: Int, _ change: (inout Decision) -> Void = { _ in }) {
    id = Candidate(number).id
    change(&self)
  }

  /// The candidate of a number is rejected.
  static func rejecting(_ number: Int, _ kind: String = "基本信息有问题", _ reason: String = "姓名与证件不符") -> Decision {
    Decision(number) { ($0.decision, $0.kind, $0.reason) = ("不通过", kind, reason) }
  }

  static let headings = ["证件号码", "审核结果", "不通过类型", "不通过原因"]

  var cells: [SheetCell] { [.text(id), .text(decision), .text(kind), .text(reason)] }
}

extension OfficeFixture {
  /// A site that requires audits, with candidates registered.
  static func requiringAudit(candidates: Int) async throws -> OfficeFixture {
    let fixture = try await OfficeFixture(.site { $0.requiresAudit = true })
    _ = try await fixture.register(Candidate.some(candidates))
    return fixture
  }

  /// Imports decisions; the one at index 0 stands in row 2.
  func audit(
    _ decisions: [Decision], as user: String? = nil, _ options: (inout ImportOptions) -> Void = { _ in }
  ) async throws -> ImportResult {
    let path = newPath(".xlsx")
    try SheetFile("审核", rows: [Decision.headings.map { .text($0) }] + decisions.map(\.cells)).write(to: path)
    return try await importing("audit", path, as: user, options)
  }

  /// A candidate's state, lock, kind and reason.
  func auditState(_ number: Int) async throws -> [String?] {
    try await database.read { session in
      try session.first(
        "SELECT audit, lock_reason, audit_type, audit_reason FROM registration WHERE document_number = $1",
        [.text(Candidate(number).id)]
      ) { row in (0..<4).map { row.optionalText($0) } } ?? []
    }
  }
}
