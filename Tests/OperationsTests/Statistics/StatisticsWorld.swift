import Foundation
import Storage
import TestKit

/// 统计用的考生 — random candidates with everything that statistics look at, kept in Swift, where a test counts them in its
/// own naive way, and put into the store of a fixture.
struct StatisticsWorld: Sendable {
  /// Somebody who is registered.
  struct Person: Sendable {
    var number: Int
    var site: String
    var sex: String
    var ethnicity: String
    var education: String
    var schoolClass: String?
    var department: String?
    var method: String
    var audit: String
    var isLocked: Bool
    var hasPhoto: Bool
    var preferred: String?
    var entries: [Entry] = []

    var document: String { "W\(10_000 + number)" }
  }

  /// One subject of a person, and what became of it.
  struct Entry: Sendable {
    var subject: String
    /// `individual` or `collective`.
    var paid: String?
    /// What its own payment says.
    var fen: Int?
    var isHeld = false
    var place: Place?
    var seat = 0
    var score: Int?
    var result: Int?
    var violation: String?
  }

  /// A batch of a room.
  struct Place: Sendable, Hashable {
    var room: String
    var batch: Int
    var date: String
  }

  static let sites = ["990701", "990703", "980101"]
  static let places = [
    Place(room: "01", batch: 1, date: "2020-09-26"), Place(room: "01", batch: 2, date: "2020-09-27"),
    Place(room: "02", batch: 1, date: "2020-09-26"), Place(room: "02", batch: 10, date: "2020-09-28"),
  ]
  static let seats = 200
  static let personFen = 200
  static let subjectFen = 7_600

  var people: [Person] = []

  /// A person with one of the person's entries: what a row of a table counts.
  var pairs: [(person: Person, entry: Entry)] { people.flatMap { one in one.entries.map { (one, $0) } } }

  init(seed: UInt64, count: Int = 90) {
    var random = SeededGenerator(seed: seed)
    func one<Value>(_ values: [Value]) -> Value { values[Int.random(in: 0..<values.count, using: &random)] }
    func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
    for number in 0..<count {
      var person = Person(
        number: number, site: one(Self.sites), sex: one(["1", "2"]),
        ethnicity: one(["01", "01", "03", "11"]),
        education: one(["5", "4", "3"]), schoolClass: one([nil, "会计一班", "会计二班", "法'学'班"]),
        department: one([nil, "商学院", "法学院"]), method: one(["collective", "collective", "individual"]),
        audit: one(["none", "pending", "passed", "rejected"]), isLocked: chance(30), hasPhoto: chance(70),
        preferred: one([nil, "2020-09-26", "2020-09-27", "2020-09-28"]))
      for subject in ["14", "15", "26", "35", "42"].shuffled(using: &random)
        .prefix(Int.random(in: 1...2, using: &random))
      {
        var entry = Entry(subject: subject)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: entry.paid = "collective"
        case 1: entry.isHeld = true
        case 2: break
        default:
          entry.paid = "individual"
          entry.fen = chance(80) ? Int.random(in: 1...9_000, using: &random) : nil
        }
        if chance(70) {
          entry.place = one(Self.places)
          if chance(80) {
            entry.result = one([3, 2, 1, 0, 0, -1, -3, -7, -9])
            if let result = entry.result, result >= 0 {
              let lows = [0, 6_000, 8_000, 9_000, 10_001]
              entry.score = Int.random(in: lows[result]..<lows[result + 1], using: &random)
            }
          }
          if chance(20) { entry.violation = one(["1", "2", "3", "4"]) }
        }
        person.entries.append(entry)
      }
      people.append(person)
    }
    giveSeats()
  }

  private mutating func giveSeats() {
    var taken: [String: Int] = [:]
    for (one, person) in people.enumerated() {
      for (index, entry) in person.entries.enumerated() {
        guard let place = entry.place else { continue }
        let key = "\(person.site) \(place.room) \(place.batch)"
        taken[key, default: 0] += 1
        people[one].entries[index].seat = taken[key, default: 0]
      }
    }
  }

  /// What an entry was paid with; nil where that is not known. What a batch charges per person stands with the person's
  /// first subject of it.
  func amount(_ person: Person, _ entry: Entry) -> Int? {
    guard entry.paid == "collective" else { return entry.fen }
    let first = person.entries.filter { $0.paid == "collective" }.map(\.subject).min()
    return Self.subjectFen + (entry.subject == first ? Self.personFen : 0)
  }
}

extension StatisticsWorld {
  /// A fixture whose store holds this world.
  func store(_ plan: SittingPlan = SittingPlan()) async throws -> OfficeFixture {
    let fixture = try await OfficeFixture(plan)
    let people = people
    try await fixture.database.write { session in
      let sitting = try SittingTable.read(SittingPlan.code, session)?.id ?? 0
      for site in Self.sites { try Self.putSite(site, sitting, session) }
      for person in people { try Self.put(person, sitting, session) }
    }
    return fixture
  }

  /// Rooms, batches, a paid and an open payment batch.
  private static func putSite(_ site: String, _ sitting: Int, _ session: any Session) throws {
    for room in Set(places.map(\.room)) {
      try session.execute(
        "INSERT INTO room (sitting, site, room, name, address, seats) VALUES ($1, $2, $3, '机房', '学院路1号', $4)",
        [.integer(sitting), .text(site), .text(room), .integer(seats)])
    }
    for place in places {
      try session.execute(
        """
        INSERT INTO room_batch (sitting, site, room, batch, exam_date, starts, ends)
        VALUES ($1, $2, $3, $4, $5, 510, 630)
        """,
        [.integer(sitting), .text(site), .text(place.room), .integer(place.batch), .text(place.date)])
    }
    for (number, state) in [(1, "paid"), (2, "open")] {
      try session.execute(
        """
        INSERT INTO payment_batch (sitting, site, number, state, person_fen, created_at, created_by)
        VALUES ($1, $2, $3, $4, $5, 0, 'root')
        """,
        [.integer(sitting), .text(site), .integer(number), .text(state), .integer(personFen)])
    }
  }

  private static func put(_ person: Person, _ sitting: Int, _ session: any Session) throws {
    let registration = try session.first(
      """
      INSERT INTO registration (sitting, site, method, document_type, document_number, name, sex, birth_date,
        ethnicity, education, department, class, audit, lock_reason, has_photo, preferred_date)
      VALUES ($1, $2, $3, '9', $4, '考生', $5, '2000-01-01', $6, $7, $8, $9, $10, $11, $12, $13) RETURNING id
      """,
      [
        .integer(sitting), .text(person.site), .text(person.method), .text(person.document),
        .text(person.sex), .text(person.ethnicity), .text(person.education), .optional(person.department),
        .optional(person.schoolClass), .text(person.audit), .optional(person.isLocked ? "manual" : nil),
        .flag(person.hasPhoto), .optional(person.preferred),
      ]
    ) { $0.integer(0) }
    for entry in person.entries {
      try put(entry, of: person, registration: registration ?? 0, sitting, session)
    }
  }

  private static func put(
    _ entry: Entry, of person: Person, registration: Int, _ sitting: Int, _ session: any Session
  ) throws {
    let order = entry.paid == "individual" ? "O\(person.number)-\(entry.subject)" : nil
    let state = entry.paid == "collective" ? "paid" : entry.isHeld ? "open" : "none"
    let key = try session.first(
      """
      INSERT INTO entry (sitting, site, registration, subject, paid, order_number, room, batch, seat, payment_batch)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9,
        (SELECT id FROM payment_batch WHERE sitting = $1 AND site = $2 AND state = $10)) RETURNING id
      """,
      [
        .integer(sitting), .text(person.site), .integer(registration), .text(entry.subject),
        .optional(entry.paid), .optional(order), .optional(entry.place?.room), .optional(entry.place?.batch),
        .optional(entry.place == nil ? nil : entry.seat), .text(state),
      ]
    ) { $0.integer(0) }
    let place: [SQLValue] = [.integer(sitting), .text(person.site)]
    let name: [SQLValue] = [.text(person.document), .text(entry.subject)]
    if let order, let fen = entry.fen {
      try session.execute(
        """
        INSERT INTO payment (sitting, site, document_number, subject, order_number, fen, status, created_job)
        VALUES ($1, $2, $3, $4, $5, $6, '1', 0)
        """, place + name + [.text(order), .integer(fen)])
    }
    if state != "none" {
      try session.execute(
        """
        INSERT INTO payment_batch_entry (batch, sitting, site, document_number, subject, fen)
        SELECT id, sitting, site, $3, $4, $5 FROM payment_batch WHERE sitting = $1 AND site = $2 AND state = $6
        """, place + name + [.integer(subjectFen), .text(state)])
    }
    if let result = entry.result {
      try session.execute(
        """
        INSERT INTO score (sitting, site, entry, file_score, file_result, score, result, created_job)
        VALUES ($1, $2, $3, $4, $5, $4, $5, 0)
        """, place + [.integer(key ?? 0), .optional(entry.score), .integer(result)])
    }
    if let violation = entry.violation {
      try session.execute(
        "INSERT INTO violation (sitting, site, entry, kind) VALUES ($1, $2, $3, $4)",
        place + [.integer(key ?? 0), .text(violation)])
    }
  }
}
