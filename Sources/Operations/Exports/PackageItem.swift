internal import ExamModel
internal import Foundation
internal import Storage

/// 数据包 — one line of `kaowu packages list`.
public struct PackageItem: Sendable, Codable {
  /// 文件状态 — whether the package still lies where it was put. Lists look at its size; `fetch` at every byte.
  public enum FileState: String, Sendable, Codable {
    case present
    /// It was moved or deleted.
    case missing
    /// It has another size.
    case altered
  }

  /// Its number.
  public var id: Int
  public var kind: String
  public var site: String
  /// The name of the package's file.
  public var package: String
  public var path: String
  /// When it was made, in Asia/Shanghai with its offset.
  public var madeAt: String
  public var bytes: Int
  public var sha256: String
  public var records: Int
  /// Who made it.
  public var by: String
  /// Whether the data behind it has changed since.
  public var freshness: PackageFreshness
  /// How many have changed since: of `changedOf`.
  public var changed: Int
  /// Of what changes are counted: `candidates`, or `batches` of rooms.
  public var changedOf: String
  /// Whether its file is where it was put.
  public var file: FileState
  /// How often it was fetched.
  public var downloads: Int

  init(_ record: PackageRecord, _ freshness: (PackageFreshness, changed: Int)) {
    id = record.id
    kind = record.kind
    site = record.site
    package = record.name
    path = record.path
    madeAt = Instant(secondsSince1970: record.madeAt).iso
    bytes = record.bytes
    sha256 = record.sha256
    records = record.records
    by = record.user
    self.freshness = freshness.0
    changed = freshness.changed
    changedOf = record.basisRecords == .batches ? "batches" : "candidates"
    let attributes = try? FileManager.default.attributesOfItem(atPath: record.path)
    let size = (attributes?[.size] as? NSNumber)?.intValue
    file = size == nil ? .missing : size == record.bytes ? .present : .altered
    downloads = record.downloads
  }
}

extension PackageRecord {
  /// Of which records it was made.
  var basisRecords: PackageBasis.Records {
    basis.flatMap(PackageBasis.init(text:))?.records ?? .entries
  }

  /// The name of its file.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }
}

/// 数据包详情 — what `kaowu packages show` prints: the package, and who changed since.
public struct PackageDetail: Sendable, Encodable {
  /// 变化 — a candidate whose data changed since the package was made; the ID number by its last four (IDN-06).
  public struct Change: Sendable, Encodable {
    public var name: String
    public var idNumber: String
    /// `added`, `removed` or `changed`.
    public var change: String
    /// The fields that changed, by their English names.
    public var fields: [String]

    init(_ person: PackagePerson) {
      name = person.name
      idNumber = person.documentNumber.isEmpty ? "" : "…" + person.documentNumber.suffix(4)
      switch person.change {
      case .added: (change, fields) = ("added", [])
      case .removed: (change, fields) = ("removed", [])
      case .changed(let names): (change, fields) = ("changed", names)
      }
    }
  }

  /// The package.
  public var package: PackageItem
  /// The candidates who changed since, by name.
  public var changes: [Change]
}
