public import Exports
internal import Storage
internal import Tabular

/// 导出结果 — what `kaowu export … --json` prints. Without a package, `package`, `path`, `bytes` and `sha256` are not there.
public struct ExportResult: Sendable, Codable {
  /// The kind's name.
  public var kind: String
  /// The name of the package's file.
  public var package: String?
  /// Where it stands.
  public var path: String?
  /// Its size in bytes.
  public var bytes: Int?
  /// Its SHA-256, 64 hexadecimal digits.
  public var sha256: String?
  /// How many records it holds.
  public var records: Int
  /// How many findings there are in all.
  public var findingsTotal: Int
  /// The first 1 000 in the order of the records.
  public var findings: [ReportedFinding]

  /// Whether a finding kept the package from being made.
  public var isRefused: Bool { package == nil }

  init(kind: String, _ outcome: ExportOutcome, in language: Language) {
    self.kind = kind
    records = outcome.isWhole ? outcome.records : 0
    findingsTotal = outcome.findings.count
    findings = outcome.findings.kept.map { ExportKinds.reported($0, in: language) }
  }

  mutating func take(_ record: PackageRecord, name: String) {
    package = name
    path = record.path
    bytes = record.bytes
    sha256 = record.sha256
  }
}
