import ExamModel
import Exports
import Files
import Foundation
import Operations
import Tabular
import ZIPFormat

/// 数据包现场 — a store with three candidates of 990701 who are seated, photographed and marked, so that every kind of
/// package can be made of them.
struct PackageScene {
  static let people = [
    ExportFixture.Person(document: "990101200001010014", name: "赵测试", class: "甲", subjects: ["14", "15"]),
    ExportFixture.Person(document: "990101200001010022", name: "钱测试", class: "乙", subjects: ["14"]),
    ExportFixture.Person(document: "990101200001010030", name: "孙测试", class: "丙", subjects: ["35"]),
  ]

  let store: ExportFixture

  init() async throws {
    store = try await ExportFixture()
    try await store.prepare(Self.people)
    for (index, person) in Self.people.enumerated() {
      let marks = person.subjects.map {
        ($0, ExportFixture.Mark(score: 60 + index, result: 3, certificate: "C\(index)-\($0)"))
      }
      try await store.mark(person.document, Dictionary(uniqueKeysWithValues: marks))
      try await store.photograph(person.document, [0xFF, 0xD8, UInt8(index)])
    }
    try await store.execute(
      "INSERT INTO violation (entry, sitting, site, kind) SELECT id, sitting, site, '1' FROM entry WHERE subject = '35'"
    )
    try await store.execute(
      """
      INSERT INTO cancelled_entry (sitting, site, method, document_type, document_number, name, audit, subject, paid, reason,
        cancelled_at, cancelled_by)
      VALUES (1, '990701', 'collective', '1', '990101200001010073', '郑测试', 'none', '14', 'individual', '退考', 1600000000, 'root')
      """)
    try await store.execute("UPDATE registration SET email = 'a' || id || '@example.com'")
  }

  /// Makes a package, and says how it stands in the list.
  func make(_ kind: String) async throws -> PackageItem {
    let isBeforeExam = ExportKinds.named(kind)?.window == .preExamDownloads
    let office = store.office(at: isBeforeExam ? ExportFixture.beforeExam : ExportFixture.afterExam)
    let result = try await office.export(store.request(kind))
    return try await item(of: result.path)
  }

  /// How a package stands in the list now.
  func item(of path: String?) async throws -> PackageItem {
    struct Unlisted: Error {}
    let items = try await store.office().packages(sitting: "ncre-58")
    guard let item = items.first(where: { $0.path == path }) else { throw Unlisted() }
    return item
  }

  /// Who changed since a package was made: `changed 赵测试 …0014 class,name`.
  func changes(since item: PackageItem) async throws -> [String] {
    try await store.office().package(item.id).changes.map { change in
      "\(change.change) \(change.name) \(change.idNumber) \(change.fields.joined(separator: ","))"
    }
  }

  /// Checks a package with the store's key; one that is no ZIP by the manifest that the store writes.
  func check(_ item: PackageItem, path: String? = nil) async throws -> PackageCheck {
    let office = store.office()
    let key = try await office.packageKey()
    guard !item.path.hasSuffix(".zip") else { return try PackageCheck(path: path ?? item.path, key: key) }
    let manifest = store.folder.path("\(UUID().uuidString).json")
    try await office.writeManifest(of: item.id, to: manifest)
    return try PackageCheck(path: path ?? item.path, manifestPath: manifest, key: key)
  }

  /// A copy of a ZIP whose entries were edited.
  func copy(_ path: String, _ edit: (inout [(path: String, bytes: [UInt8])]) -> Void) throws -> String {
    let archive = try ZIPArchive(FileSource(path: path), limits: .photos, name: "package")
    var entries: [(path: String, bytes: [UInt8])] = []
    for entry in archive.entries { entries.append((entry.path, try archive.bytes(entry, atMost: 1 << 24))) }
    edit(&entries)
    let bytes = try ZIPWriter.bytes { writer throws(FileError) in
      for entry in entries { try writer.add(entry.path, bytes: entry.bytes) }
    }
    return try store.folder.file("\(UUID().uuidString).zip", bytes)
  }
}

extension PackageCheck {
  /// What is wrong in short: `changed 990701.DBF`.
  var marks: [String] { problems.map { "\($0.fault.rawValue) \($0.path)" } }
}
