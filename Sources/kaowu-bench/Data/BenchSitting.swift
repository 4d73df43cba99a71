internal import Foundation
internal import Storage
internal import StoragePostgres
internal import StorageSQLite

/// A sitting that takes any number of candidates, and stores that hold them.
enum BenchSitting {
  static let site = "990701"
  /// The organisation that has all candidates of a size.
  static func organisation(_ size: Int) -> String { size > Candidate.perSite ? "9907" : site }

  static let clock = "2020-08-01T09:00:00+08:00"
  static let later = "2020-11-20T09:00:00+08:00"

  private static let definition = """
    sitting: ncre-58
    programme: ncre
    number: 58
    name: 性能基准
    examDates: [2020-09-26, 2020-09-27, 2020-09-28]
    organisations:
      - {code: "99", name: 测试省}
      - {code: "9907", name: 测试省地市七}
      - {code: "990701", name: 地市七考点一, address: 学院路1号}
      - {code: "990702", name: 地市七考点二, address: 学院路2号}
      - {code: "990703", name: 地市七考点三, address: 学院路3号}
    windows:
      "99": {registration: [2020-07-23 08:00, 2020-08-31 21:00]}
      "9907": inherit
      "990701": inherit
    subjects:
      "99": {"14": [2020-09-26, 2020-09-28], "26": [2020-09-26, 2020-09-28]}
    sites:
      "990701":
        collectiveRegistration: true
        subjectsPerCandidate: 2
        capacity: {total: 99999, "14": 99999, "26": 99999}
        subjects: {"14": [2020-09-26, 2020-09-28], "26": [2020-09-26, 2020-09-28]}
    """

  /// What every command that is measured is told.
  static func options(_ store: String, at clock: String = clock, site: String = site) -> [String] {
    ["--sitting", "ncre-58", "--site", site, "--store", store, "--now", clock, "--json"]
  }

  /// A store with the sitting and no candidates.
  static func emptyStore(_ workshop: Workshop) async throws -> String {
    try await workshop.file("store-empty.sqlite") { path in try make(path, workshop) }
  }

  private static func make(_ path: String, _ workshop: Workshop) throws {
    let sitting = workshop.path("sitting.yaml")
    try Data(definition.utf8).write(to: URL(fileURLWithPath: sitting))
    workshop.remove(path)
    _ = try MeasuredProcess.run(workshop.command, ["init", "--store", path, "--allow-clock", "--json"])
    _ = try MeasuredProcess.run(workshop.command, ["sitting", "load", sitting, "--store", path, "--json"])
  }

  /// What a store of candidates holds besides their registrations.
  enum Content: String {
    case registered
    /// Every candidate has an entry with its seat and ticket number.
    case ticketed
    /// And its score.
    case scored
  }

  /// A store with candidates.
  static func store(_ count: Int, _ content: Content, _ workshop: Workshop) async throws -> String {
    try await workshop.file("store-\(content.rawValue)-\(count).sqlite") { path in
      try make(path, workshop)
      let database = try await SQLiteDatabase(path: path)
      try await database.write { try fill($0, count, content) }
      _ = try await database.read { try $0.count("SELECT count(*) FROM registration") }
    }
  }

  /// A database with the sitting and no candidates.
  static func emptyDatabase(on server: BenchServer, _ workshop: Workshop) async throws -> String {
    try await server.database("store_empty") { address in try make(address, workshop) }
  }

  /// A database with candidates, which the server knows the sizes of.
  static func database(
    _ count: Int, _ content: Content, on server: BenchServer, _ workshop: Workshop
  ) async throws -> String {
    try await server.database("store_\(content.rawValue)_\(count)") { address in
      try make(address, workshop)
      let database = try await PostgresDatabase(PostgresAddress(address), mostIdle: 0)
      try await database.write { session in
        try fill(session, count, content)
        for table in try session.tables() { try session.continueNumbers(of: table) }
      }
      try BenchServer.psql(address, "VACUUM ANALYZE")
    }
  }

  private static func fill(_ session: any Session, _ count: Int, _ content: Content) throws {
    let sitting = try session.count("SELECT id FROM sitting")
    let people = try session.loader(
      "registration",
      columns: [
        "id", "sitting", "site", "method", "audit", "document_type", "document_number", "name", "sex",
        "birth_date", "ethnicity", "education", "student_number", "class", "phone", "email", "address",
        "created_job", "created_row",
      ])
    for index in 0..<count {
      let candidate = Candidate(index)
      try people.add(.integer(index + 1))
      try people.add(.integer(sitting))
      for text in [
        candidate.site, "collective", "none", "1", candidate.documentNumber, candidate.name, "1",
        candidate.birthDate,
        "01", "4", candidate.studentNumber, candidate.className, candidate.phone, candidate.email,
        candidate.address,
      ] { try people.add(text) }
      try people.add(.integer(1))
      try people.add(.integer(index + 2))
      try people.endRow()
    }
    try people.finish()
    guard content != .registered else { return }
    try rooms(session, sitting, count)
    try entries(session, sitting, count)
    if content == .scored { try scores(session, sitting, count) }
  }

  private static func rooms(_ session: any Session, _ sitting: Int, _ count: Int) throws {
    var made: Set<String> = []
    for candidate in (0..<count).lazy.filter({ $0 % 1_000 == 0 }).map(Candidate.init) {
      let (site, room) = (candidate.site, candidate.place.room)
      guard made.insert(site + room).inserted else { continue }
      try session.execute(
        "INSERT INTO room (sitting, site, room, address, seats) VALUES ($1, $2, $3, '学院路1号', 900)",
        [.integer(sitting), .text(site), .text(room)])
      for batch in 1...23 {
        try session.execute(
          """
          INSERT INTO room_batch (sitting, site, room, batch, exam_date, starts, ends)
          VALUES ($1, $2, $3, $4, '2020-09-26', 540, 660)
          """, [.integer(sitting), .text(site), .text(room), .integer(batch)])
      }
    }
  }

  private static func entries(_ session: any Session, _ sitting: Int, _ count: Int) throws {
    let entries = try session.loader(
      "entry",
      columns: [
        "id", "sitting", "site", "registration", "subject", "paid", "room", "batch", "seat", "ticket",
        "created_job", "created_row",
      ])
    for index in 0..<count {
      let candidate = Candidate(index)
      let place = candidate.place
      for number in [index + 1, sitting] { try entries.add(.integer(number)) }
      try entries.add(candidate.site)
      try entries.add(.integer(index + 1))
      for text in [candidate.subject, "site", place.room] { try entries.add(text) }
      for number in [place.batch, place.seat] { try entries.add(.integer(number)) }
      try entries.add(place.ticket)
      for number in [1, index + 2] { try entries.add(.integer(number)) }
      try entries.endRow()
    }
    try entries.finish()
  }

  private static func scores(_ session: any Session, _ sitting: Int, _ count: Int) throws {
    let scores = try session.loader(
      "score",
      columns: [
        "entry", "sitting", "site", "file_score", "file_result", "file_certificate", "score", "result",
        "certificate", "created_job", "created_row",
      ])
    for index in 0..<count {
      let candidate = Candidate(index)
      let certificate = candidate.certificate.isEmpty ? nil : candidate.certificate
      for number in [index + 1, sitting] { try scores.add(.integer(number)) }
      try scores.add(candidate.site)
      for _ in 0..<2 {
        for number in [candidate.score * 100, candidate.result] { try scores.add(.integer(number)) }
        try scores.add(certificate)
      }
      for number in [1, index + 2] { try scores.add(.integer(number)) }
      try scores.endRow()
    }
    try scores.finish()
  }
}
