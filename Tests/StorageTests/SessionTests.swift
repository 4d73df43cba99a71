import Storage
import Tabular
import Testing

@testable import StorageSQLite

@Suite struct SessionTests {
  @Test("parameters go by their numbers, not by where they stand; one may stand twice")
  func parameters() async throws {
    let database = try await StoreFolder().withThings()
    let texts = try await database.read { session in
      try session.all("SELECT $2 || '-' || $1 || '-' || $2 || '-' || $3", ["one", "two", "three"]) {
        $0.text(0)
      }
    }
    #expect(texts == ["two-one-two-three"])
  }

  @Test("more than nine parameters keep their numbers")
  func manyParameters() async throws {
    let database = try await StoreFolder().withThings()
    let sql = "SELECT " + (1...24).reversed().map { "$\($0)" }.joined(separator: ", ")
    let numbers = try await database.read { session in
      try session.first(sql, (1...24).map { .integer($0) }) { row in (0..<24).map { row.integer($0) } }
    }
    #expect(numbers == Array((1...24).reversed()))
  }

  /// Values that must come back as they were.
  static let values: [SQLValue] = [
    .null, .text(""), .text("赵·测试 😀"), .text("'; DROP TABLE thing --"), .text("a\u{0}b"), .integer(0),
    .integer(.max), .integer(.min), .real(0.5), .real(-1e300), .bytes([]), .bytes([0, 255, 0]),
    .bytes([UInt8](repeating: 7, count: 100_000)),
  ]

  @Test("every value comes back as it went in", arguments: values)
  func roundTrip(value: SQLValue) async throws {
    let database = try await StoreFolder().withThings()
    let column =
      switch value {
      case .integer: "size"
      case .real: "weight"
      case .bytes: "content"
      case .null, .text: "note"
      }
    let back = try await database.write { session in
      try session.execute("INSERT INTO thing (name, \(column)) VALUES ('a', $1)", [value])
      return try session.first("SELECT \(column) FROM thing") { row -> SQLValue in
        switch value {
        case .null: row.isNull(0) ? .null : .text("not null")
        case .integer: .integer(row.integer(0))
        case .real: .real(row.real(0))
        case .text: row.isNull(0) ? .null : .text(row.text(0))
        case .bytes: row.isNull(0) ? .null : .bytes(row.bytes(0))
        }
      }
    }
    #expect(back == value)
  }

  @Test("a whole row is read as the texts of its columns, and the next one takes its place")
  func wholeRows() async throws {
    let database = try await StoreFolder().withThings()
    let (texts, single) = try await database.write { session in
      for (name, note, size) in [("甲", "a\u{0}b", Int.min), ("乙😀", "", 1_203)] as [(String, String, Int)] {
        try session.execute(
          "INSERT INTO thing (name, note, size, weight) VALUES ($1, $2, $3, 0.5)",
          [.text(name), .text(note), .integer(size)])
      }
      var texts: [[String]] = []
      var single: [[String]] = []
      var row = TextRow()
      try session.forEach("SELECT name, note, size, weight, content FROM thing ORDER BY size", []) {
        $0.read(into: &row)
        texts.append(row.fields.indices.map(row.text))
        single.append((0..<5).map($0.text))
      }
      return (texts, single)
    }
    #expect(texts.map { $0[2] } == [String(Int.min), "1203"])
    #expect(texts.map { $0[0] } == ["甲", "乙😀"])
    #expect(texts.map { $0[1] } == ["a\u{0}b", ""])
    #expect(texts.allSatisfy { $0[4].isEmpty })
    #expect(texts == single)
  }

  @Test("null is no value, the empty text and no bytes are values")
  func nulls() async throws {
    let database = try await StoreFolder().withThings()
    let found = try await database.write { session in
      try session.execute("INSERT INTO thing (name, note, content) VALUES ('a', $1, $2)", ["", .bytes([])])
      try session.execute("INSERT INTO thing (name, note, content) VALUES ('b', $1, $2)", [.null, .null])
      return try session.all("SELECT note, content, size FROM thing ORDER BY name") { row in
        [
          row.isNull(0), row.isNull(1), row.isNull(2), row.optionalText(0) == nil,
          row.optionalInteger(2) == nil,
        ]
      }
    }
    #expect(found == [[false, false, true, false, true], [true, true, true, true, true]])
  }

  @Test("a statement says how many rows it changed; a definition changes none")
  func changes() async throws {
    let database = try await StoreFolder().withThings()
    let counts = try await database.write { session in
      [
        try session.execute("INSERT INTO thing (name) VALUES ('a'), ('b'), ('c')"),
        try session.execute("CREATE TEMP TABLE stage (name TEXT)"),
        try session.execute("UPDATE thing SET note = 'x' WHERE name <> $1", ["a"]),
        try session.execute("UPDATE thing SET note = 'x' WHERE name = 'none'"),
        try session.execute("DELETE FROM thing"),
      ]
    }
    #expect(counts == [3, 0, 2, 0, 3])
  }

  @Test("the first row is what first gives, and count is 0 without rows")
  func first() async throws {
    let database = try await StoreFolder().withThings()
    let name = try await database.read { try $0.first("SELECT name FROM thing") { $0.text(0) } }
    let size = try await database.read { try $0.count("SELECT size FROM thing") }
    #expect(name == nil && size == 0)
  }

  @Test("one statement may be used inside itself, row by row")
  func nested() async throws {
    let database = try await StoreFolder().withThings()
    let pairs = try await database.write { session in
      try session.execute("INSERT INTO thing (name) VALUES ('a'), ('b')")
      var pairs: [String] = []
      let sql = "SELECT name FROM thing ORDER BY name"
      try session.forEach(sql, []) { outer in
        try session.forEach(sql, []) { inner in pairs.append(outer.text(0) + inner.text(0)) }
      }
      return pairs
    }
    #expect(pairs == ["aa", "ab", "ba", "bb"])
  }

  @Test("a loader puts rows in as they are given; nothing of one row is left in the next")
  func loader() async throws {
    let database = try await StoreFolder().withThings()
    let rows = try await database.write { session in
      let loader = try session.loader("thing", columns: ["name", "note", "size", "content"])
      for number in 0..<1_000 {
        try loader.add("\(number)")
        try loader.add(number % 2 == 0 ? "note \(number)" : nil)
        try loader.add(.integer(number))
        try loader.add(number % 3 == 0 ? .bytes([UInt8(number % 256)]) : .null)
        try loader.endRow()
      }
      try loader.finish()
      return try session.all("SELECT name, note, size, content FROM thing ORDER BY size") { row in
        "\(row.text(0)) \(row.optionalText(1) ?? "-") \(row.integer(2)) \(row.isNull(3) ? "-" : "\(row.bytes(3))")"
      }
    }
    #expect(rows.count == 1_000)
    #expect(rows[0...2] == ["0 note 0 0 [0]", "1 - 1 -", "2 note 2 2 -"] && rows[999] == "999 - 999 [231]")
  }

  @Test("a loader loses no row, however many there are and however wide", arguments: [0, 1, 7, 8, 9, 1_003])
  func loaderRemainder(rows: Int) async throws {
    let database = try await StoreFolder().withThings()
    let wide = [UInt8](repeating: 7, count: 40_000)
    let found = try await database.write { session in
      let loader = try session.loader("thing", columns: ["name", "size", "content"])
      for number in 0..<rows {
        try loader.add("\(number)")
        try loader.add(.integer(number))
        try loader.add(number % 100 == 3 ? .bytes(wide) : .null)
        try loader.endRow()
      }
      try loader.finish()
      return try session.all("SELECT name, size, content FROM thing ORDER BY size") { row in
        row.text(0) == "\(row.integer(1))" && row.bytes(2) == (row.integer(1) % 100 == 3 ? wide : [])
      }
    }
    #expect(found == [Bool](repeating: true, count: rows))
  }

  @Test("two loaders of one table at the same time keep their rows apart")
  func twoLoaders() async throws {
    let database = try await StoreFolder().withThings()
    let rows = try await database.write { session in
      let loaders = try (0..<2).map { _ in try session.loader("thing", columns: ["name", "note"]) }
      for number in 0..<20 {
        for (index, loader) in loaders.enumerated() {
          try loader.add("\(index)-\(number)")
          try loader.add("note \(index)-\(number)")
          try loader.endRow()
        }
      }
      for loader in loaders { try loader.finish() }
      return try session.all("SELECT name, note FROM thing") { ($0.text(0), $0.text(1)) }
    }
    #expect(rows.count == 40 && rows.filter { "note \($0.0)" != $0.1 }.isEmpty)
  }

  @Test("rows of a loader that is not finished are in no later one")
  func droppedLoader() async throws {
    let database = try await StoreFolder().withThings()
    let names = try await database.write { session in
      for name in ["dropped", "kept"] {
        let loader = try session.loader("thing", columns: ["name", "note"])
        try loader.add(name)
        try loader.add(name == "dropped" ? "note" : nil)
        try loader.endRow()
        if name == "kept" { try loader.finish() }
      }
      return try session.all("SELECT name || COALESCE(note, '') FROM thing") { $0.text(0) }
    }
    #expect(names == ["kept"])
  }

  @Test("a loaded row that breaks a constraint is an error, and nothing is kept")
  func loaderConstraint() async throws {
    let database = try await StoreFolder().withThings()
    let error = await #expect(throws: StoreError.self) {
      try await database.write { session in
        let loader = try session.loader("thing", columns: ["name"])
        for _ in 0..<2 {
          try loader.add("twice")
          try loader.endRow()
        }
        try loader.finish()
      }
    }
    #expect(error?.code == .constraint)
    #expect(try await database.things() == 0)
  }

  @Test("a wrong statement is an error with the database's own words, never a trap")
  func wrongStatement() async throws {
    let database = try await StoreFolder().withThings()
    let error = await #expect(throws: StoreError.self) {
      try await database.read { try $0.count("SELECT name FROM nowhere") }
    }
    #expect(error?.code == .failed)
    #expect(error?.detail.contains("nowhere") == true, "\(error?.detail ?? "")")
  }
}
