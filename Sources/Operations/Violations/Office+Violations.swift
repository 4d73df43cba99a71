internal import ExamModel
internal import Imports
internal import Programmes
internal import Storage
internal import Tabular

/// 违纪缺考请求 — a record that is added, changed or deleted by hand.
public struct ViolationRequest: Sendable {
  /// The sitting's code.
  public var sitting: String
  /// The site, or an organisation above sites.
  public var site: String
  /// The ticket number.
  public var ticket: String

  /// A request.
  public init(sitting: String, site: String, ticket: String) {
    self.sitting = sitting
    self.site = site
    self.ticket = ticket
  }
}

/// 违纪缺考修改 — what became of a record.
public struct ViolationEdit: Sendable, Codable, Equatable {
  /// 做法 — what was done.
  public enum Action: String, Sendable, Codable {
    case created, changed, unchanged, removed, refused
  }

  /// What was done.
  public var action: Action
  /// The record; nil where no ticket number is like that.
  public var record: ViolationItem?
}

extension Office {
  /// 违纪缺考清单 — what is on record at a site or below an organisation, at any time; outside the user's scope there is
  /// nothing (ORG-02, VIO-02).
  public func violations(sitting code: String, site: String) async throws -> [ViolationItem] {
    let sitting = try await open(code)
    guard sitting.sees(site) else { return [] }
    return try await database.read { session in
      try ViolationTable.all(sitting: sitting.id, organisation: site, session)
        .map { ViolationItem($0, sitting.programme) }
    }
  }

  /// 登记违纪缺考 — puts an absence or a violation on record by hand (VIO-02).
  /// - Parameters:
  ///   - kind: its code or its name.
  ///   - note: what happened; nil leaves the note of a record that is there.
  ///   - overrides: whether a record that is there is changed.
  /// - Throws: `Refusal` outside the window, the scope, or for a viewer.
  public func recordViolation(
    _ request: ViolationRequest, kind: String, note: String? = nil, overrides: Bool = false
  ) async throws -> Edit<ViolationEdit> {
    try await editViolation(request, overrides: overrides) { hand, session in
      try hand.put(ticket: request.ticket, kind: kind, note: note, session)
    }
  }

  /// 删除违纪缺考 — takes a record away (VIO-02).
  /// - Parameter reason: why; it stands in the trail.
  /// - Throws: `Refusal` outside the window, the scope, or for a viewer.
  public func deleteViolation(
    _ request: ViolationRequest, reason: String
  ) async throws -> Edit<ViolationEdit> {
    try await editViolation(request, overrides: true) { hand, session in
      try hand.remove(ticket: request.ticket, reason: reason, session)
    }
  }

  private func editViolation(
    _ request: ViolationRequest, overrides: Bool,
    _ body: @escaping @Sendable (ViolationByHand, any Session) throws -> ViolationByHand.Outcome
  ) async throws -> Edit<ViolationEdit> {
    let sitting = try await open(request.sitting)
    try sitting.requireChange(at: request.site, window: .violations)
    var options = ImportOptions()
    options.overrides = overrides
    let hand = ViolationByHand(ImportContext(sitting, site: request.site, options: options))
    let outcome = try await database.write { session in
      let gates = try ViolationReturnGates(sitting, session)
      try gates.requireRecording(at: request.site)
      if let record = try ViolationTable.find(
        ticket: request.ticket, sitting: sitting.id, organisation: request.site, session)
      {
        try gates.requireRecording(at: record.site)
      }
      return try body(hand, session)
    }
    func edit(
      _ action: ViolationEdit.Action, _ record: ViolationRecord?, _ findings: [Finding] = []
    ) -> Edit<ViolationEdit> {
      Edit(
        record: ViolationEdit(action: action, record: record.map { ViolationItem($0, sitting.programme) }),
        findings: findings)
    }
    switch outcome {
    case .created(let record): return edit(.created, record)
    case .changed(let record): return edit(.changed, record)
    case .unchanged(let record): return edit(.unchanged, record)
    case .removed(let record): return edit(.removed, record)
    case .refused(let record, let findings): return edit(.refused, record, findings)
    }
  }
}
