internal import Imports
internal import Programmes
internal import Storage
internal import Tabular

/// 违纪缺考清单项 — one line of `kaowu violations list`; ID numbers are masked (IDN-06).
public struct ViolationItem: Sendable, Codable, Equatable {
  public var ticket: String
  public var name: String
  public var idNumber: String
  public var site: String
  public var subject: String
  /// The kind's code and its name; nil where nothing is on record.
  public var kind: String?
  public var kindName: String?
  /// What happened.
  public var note: String?

  init(_ record: ViolationRecord, _ programme: Programme) {
    ticket = record.ticket
    name = record.name
    idNumber = Masking.shortened(record.documentNumber)
    site = record.site
    subject = record.subject
    kind = record.kind
    kindName = programme.tables["violation-kind"]?.items.first { $0.code == record.kind }?.name
    note = record.note
  }
}
