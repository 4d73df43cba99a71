internal import Foundation
public import Pipeline
internal import Storage
internal import Tabular

/// 数据库迁移 — moves a whole store into another database, table by table in pieces that each commit with their place, so
/// that it goes on where it was broken off; then proves that nothing is missing: every table by its digest, and every
/// package of every site by its SHA-256.
public struct StoreCopy: Sendable {
  private let source: Office
  private let target: Office
  private let progress: any ProgressDisplay

  /// - Parameters:
  ///   - source: the centre's own office over the store that moves.
  ///   - target: the office over the database that it moves to, brought to the same schema.
  public init(from source: Office, to target: Office, progress: any ProgressDisplay = NoProgress()) {
    self.source = source
    self.target = target
    self.progress = progress
  }

  /// Facts about the store itself that are the copy's own.
  private static let ownProperties: Set<String> = ["schema", "frozen", "copyOf"]
  private static let placePrefix = "copied."
  private static let properties = "store_property"
  /// Tables that are not copied row by row: the copy has its own facts, and makes its own directory.
  private static let ownTables: Set<String> = [properties, CandidateSites.table]

  /// Copies and proves. The source is frozen, and stays so when it has moved.
  /// - Parameter name: what people call the target; the source names it to whoever would change it.
  /// - Returns: the tables, and what was compared; where something differs the target stays unfinished.
  /// - Throws: `Refusal` for anyone but the centre, and where the target holds something of its own; `StoreError`,
  ///   `CancellationError`: the next call goes on from there.
  public func run(to name: String) async throws -> StoreCopyResult {
    try await source.requireStoreAdministrator(
      Wording(
        zh: "用户 \(source.userName) 不能迁移整个数据库，只有中心管理员可以。",
        en: "User \(source.userName) cannot move the whole store; the centre can."))
    let identity = try await freeze(to: name)
    let sittings = try await source.database.read { try SittingTable.all($0).map(\.id) }
    try await prepare(copyOf: identity, roomFor: sittings)
    let tables = try await commonTables()
    for table in tables { try await copy(table) }
    try await copyProperties()
    var result = StoreCopyResult(tables: try await compare(tables))
    if result.isSame { result.packages = try await ExportProof(source, target, progress).compare() }
    if result.isSame { try await finish(tables) }
    return result
  }

  // MARK: Before

  private func freeze(to name: String) async throws -> String {
    let known = try await source.database.read { session in
      (try StoreIdentity.known(session), try StoreFreeze.target(session))
    }
    let identity: String
    if let name = known.0 {
      identity = name
    } else {
      identity = try await source.database.write { try StoreIdentity.ensured($0) }
    }
    if known.1 != name { try await source.database.freeze(name) }
    return identity
  }

  /// The target is one that a copy of the same store was begun in, or an empty one, which gets room for the sittings. The
  /// source is frozen, so they stay the same.
  private func prepare(copyOf identity: String, roomFor sittings: [Int]) async throws {
    try await target.database.write { session in
      if let begun = try StoreIdentity.unfinishedCopy(session) {
        guard begun == identity else { throw Self.otherCopy }
        return
      }
      guard try session.count("SELECT count(*) FROM member") == 0,
        try session.count("SELECT count(*) FROM sitting") == 0
      else { throw Self.notEmpty }
      // What a new store begins with comes from the other one.
      for table in TableShape.ordered(try session.tables()).reversed() where table.name != Self.properties {
        try session.execute("DELETE FROM \(table.name)")
      }
      for sitting in sittings { try session.addPartitions(ofSitting: sitting) }
      try StoreIdentity.setUnfinishedCopy(of: identity, session)
    }
  }

  private static let notEmpty = Refusal(
    .precondition, rule: "OPS-03",
    Wording(
      zh: "目标数据库里已有数据，没有改动它。请指定一个空的数据库。",
      en: "The target holds data of its own and was left as it is. Name an empty database."))

  private static let otherCopy = Refusal(
    .precondition, rule: "OPS-03",
    Wording(
      zh: "目标数据库是另一个库没有复制完的副本，没有改动它。请指定一个空的数据库。",
      en: "The target is the unfinished copy of another store and was left as it is. Name an empty database.")
  )

  // MARK: Tables

  private func commonTables() async throws -> [TableShape] {
    let tables = TableShape.ordered(try await source.database.read { try $0.tables() })
    let others = try await target.database.read { try $0.tables() }
    for table in tables
    where !Self.ownTables.contains(table.name)
      && !others.contains(where: { $0.name == table.name && $0.columns == table.columns })
    {
      throw StoreError(
        .failed, detail: table.name, zh: "两个数据库的表 \(table.name) 结构不同。请用同一版本的 kaowu 打开两者后重试。",
        en:
          "Table \(table.name) is not the same in both stores. Open both with one version of kaowu, then retry."
      )
    }
    return tables.filter { !Self.ownTables.contains($0.name) }
  }

  private func copy(_ table: TableShape) async throws {
    let stage = Wording(zh: "复制 \(table.name)", en: "copying \(table.name)")
    let copying = TableCopy(table)
    var (done, key) = try await place(in: table)
    while true {
      try Task.checkCancellation()
      let after = key
      guard let piece = try await source.database.read({ try copying.next(after: after, $0) }) else { break }
      done += piece.rows.count
      let count = done
      try await target.database.write { session in
        try copying.add(piece, session)
        try Self.notePlace(count, piece.last, in: table, session)
      }
      key = piece.last
      progress.advance(stage, done: done, of: nil)
    }
    progress.finish(stage)
  }

  private func place(in table: TableShape) async throws -> (Int, [SQLValue]?) {
    let name = Self.placePrefix + table.name
    guard let text = try await target.database.read({ try StoreProperty.read(name, $0) }) else {
      return (0, nil)
    }
    let place = try JSONDecoder().decode(Place.self, from: Data(text.utf8))
    return (place.rows, place.key.map(\.value))
  }

  private static func notePlace(
    _ rows: Int, _ key: [SQLValue], in table: TableShape, _ session: any Session
  ) throws {
    let place = Place(rows: rows, key: key.map(Place.Part.init))
    let text = String(decoding: try JSONEncoder().encode(place), as: UTF8.self)
    try StoreProperty.write(placePrefix + table.name, text, session)
  }

  /// Where copying a table stands: how many rows are there, and the key of the last of them.
  private struct Place: Codable {
    var rows: Int
    var key: [Part]

    /// A value of a key, which is a number or a text.
    struct Part: Codable {
      var number: Int?
      var text: String?

      init(_ value: SQLValue) {
        if case .integer(let number) = value { self.number = number }
        if case .text(let text) = value { self.text = text }
      }

      var value: SQLValue { number.map(SQLValue.integer) ?? .optional(text) }
    }
  }

  // MARK: After

  private func copyProperties() async throws {
    let properties = try await source.database.read { session in
      try session.all("SELECT name, value FROM store_property ORDER BY name") { ($0.text(0), $0.text(1)) }
    }
    try await target.database.write { session in
      for (name, value) in properties where !Self.ownProperties.contains(name) {
        try StoreProperty.write(name, value, session)
      }
    }
  }

  private func compare(_ tables: [TableShape]) async throws -> [StoreCopyResult.Table] {
    let stage = Wording(zh: "核对各表", en: "comparing tables")
    var compared: [StoreCopyResult.Table] = []
    for table in tables {
      try Task.checkCancellation()
      let copying = TableCopy(table)
      let mine = try await source.database.read { try copying.digest($0) }
      let theirs = try await target.database.read { try copying.digest($0) }
      compared.append(StoreCopyResult.Table(name: table.name, rows: mine.rows, same: mine == theirs))
      progress.advance(stage, done: compared.count, of: tables.count)
    }
    progress.finish(stage)
    return compared
  }

  private func finish(_ tables: [TableShape]) async throws {
    try await target.database.write { session in
      for table in tables {
        try session.continueNumbers(of: table)
        try session.execute(
          "DELETE FROM store_property WHERE name = $1", [.text(Self.placePrefix + table.name)])
      }
      try CandidateSites.rebuild(session)
      try StoreIdentity.setUnfinishedCopy(of: nil, session)
    }
  }
}
