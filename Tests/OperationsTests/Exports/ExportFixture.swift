import ExamModel
import Files
import Foundation
import Operations
import Programmes
import Storage
import Tabular
import TestStores

/// A store with one loaded sitting, in a folder of its own, that tests fill with what they need: two sites that take part
/// (990701 and 990703) and one that does not (990702).
struct ExportFixture {
  /// Somebody who is registered for subjects, with one mark for each of them once there are scores.
  struct Person {
    var document: String
    var name: String
    var `class`: String? = nil
    var subjects: [String]
    var site = "990701"
  }

  /// What holds of one entry's score.
  struct Mark {
    var score: Int?
    var result: Int
    var certificate: String? = nil
    var isKept = false
    var remarks: String? = nil
  }

  let folder: TemporaryFolder
  let store: TestStore
  let database: any Database
  let sitting: Int

  static let templates = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Templates").path
  /// After the exam, when scores may be downloaded.
  static let afterExam = "2020-10-09 10:00"
  /// Before the exam, when sign-in sheets may be downloaded.
  static let beforeExam = "2020-09-20 10:00"

  init() async throws {
    folder = try TemporaryFolder()
    store = try await TestStore.make(in: folder)
    database = store
    let file = folder.path("sitting.yaml")
    try Self.sittingText.write(toFile: file, atomically: true, encoding: .utf8)
    let office = Self.office(database, user: "root", at: Self.afterExam)
    try await office.initialise(allowsClock: true)
    let load = try await office.loadSitting(path: file, isDryRun: false)
    guard load.isLoaded else { throw Unloaded(codes: load.findings.map(\.code)) }
    sitting = try await database.read { try SittingTable.read("ncre-58", $0)?.id ?? 0 }
  }

  /// The fixture's own sitting file is wrong.
  struct Unloaded: Error { var codes: [String] }

  /// The office as a user finds it at a time.
  func office(_ user: String = "root", at time: String = afterExam) -> Office {
    Self.office(database, user: user, at: time)
  }

  private static func office(_ database: any Database, user: String, at time: String) -> Office {
    let now = Instant(time) ?? Instant(secondsSince1970: 0)
    return Office(
      database: database, library: ProgrammeLibrary(folder: templates), userName: user, clock: { now })
  }

  /// The folder into which packages go.
  var packages: String { folder.path("packages") }

  /// The names of the files in it.
  var packageNames: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: packages)) ?? []).sorted()
  }

  func request(_ kind: String, site: String = "990701") -> ExportRequest {
    ExportRequest(kind: kind, sitting: "ncre-58", site: site, folder: packages)
  }

  /// Registers people, in the order given.
  func register(_ people: [Person]) async throws {
    let sitting = sitting
    try await database.write { session in
      for person in people {
        let id = try session.first(
          """
          INSERT INTO registration (sitting, site, method, document_type, document_number, name, sex, birth_date,
            ethnicity, education, occupation, class, audit)
          VALUES ($1, $2, 'collective', '1', $3, $4, '1', '2000-01-01', '01', '5', '1', $5, 'none') RETURNING id
          """,
          [
            .integer(sitting), .text(person.site), .text(person.document), .text(person.name),
            .optional(person.class),
          ]
        ) { $0.integer(0) }
        for subject in person.subjects {
          try session.execute(
            "INSERT INTO entry (sitting, site, registration, subject) VALUES ($1, $2, $3, $4)",
            [.integer(sitting), .text(person.site), .integer(id ?? 0), .text(subject)])
        }
      }
    }
  }

  /// Gives every entry of a site a seat, in the order in which they came: two seats a batch, two batches a room.
  func arrange(site: String = "990701") async throws {
    let sitting = sitting
    try await database.write { session in
      let entries = try session.all(
        "SELECT id FROM entry WHERE sitting = $1 AND site = $2 ORDER BY id", [.integer(sitting), .text(site)]
      ) { $0.integer(0) }
      for (index, entry) in entries.enumerated() {
        let (room, batch) = (index / 4 + 1, index / 2 % 2 + 1)
        let code = room < 10 ? "0\(room)" : "\(room)"
        try session.execute(
          """
          INSERT INTO room (sitting, site, room, name, address, seats) VALUES ($1, $2, $3, $4, '学院路1号', 2)
          ON CONFLICT (sitting, site, room) DO NOTHING
          """, [.integer(sitting), .text(site), .text(code), .text("机房\(room)")])
        try session.execute(
          """
          INSERT INTO room_batch (sitting, site, room, batch, exam_date, starts, ends)
          VALUES ($1, $2, $3, $4, '2020-09-26', $5, $6) ON CONFLICT (sitting, site, room, batch) DO NOTHING
          """,
          [
            .integer(sitting), .text(site), .text(code), .integer(batch), .integer(360 + batch * 150),
            .integer(480 + batch * 150),
          ])
        try session.execute(
          "UPDATE entry SET room = $1, batch = $2, seat = $3 WHERE id = $4",
          [.text(code), .integer(batch), .integer(index % 2 + 1), .integer(entry)])
      }
    }
  }

  /// Gives every seated entry its ticket number.
  func number() async throws {
    try await execute(
      """
      UPDATE entry SET ticket = subject || '58' || site || room || '00' || CAST(batch AS TEXT) || CAST(seat AS TEXT)
      WHERE seat IS NOT NULL
      """)
  }

  /// Registers, arranges and numbers.
  func prepare(_ people: [Person]) async throws {
    try await register(people)
    try await arrange()
    try await number()
  }

  /// Stores what holds of the scores of one person's subjects.
  func mark(_ document: String, _ marks: [String: Mark]) async throws {
    for (subject, mark) in marks {
      try await execute(
        """
        INSERT INTO score (entry, sitting, site, file_score, file_result, score, result, certificate, kept, remarks,
          created_job)
        SELECT e.id, e.sitting, e.site, $3, $4, $3, $4, $5, $6, $7, 0
        FROM entry e JOIN registration r ON r.id = e.registration WHERE r.document_number = $1 AND e.subject = $2
        """,
        [
          .text(document), .text(subject), .optional(mark.score.map { $0 * 100 }), .integer(mark.result),
          .optional(mark.certificate), .flag(mark.isKept), .optional(mark.remarks),
        ])
    }
  }

  /// Stores a photo; `isLinked` is false for one that has lost its registration.
  func photograph(
    _ document: String, _ content: [UInt8], site: String = "990701", isLinked: Bool = true
  ) async throws {
    let sha256 = ContentHash.sha256(of: content)
    try await execute(
      """
      INSERT INTO picture (sitting, site, sha256, format, width, height, content)
      VALUES ($1, $2, $3, 'jpeg', 150, 200, $4) ON CONFLICT (sitting, site, sha256) DO NOTHING
      """, [.integer(sitting), .text(site), .text(sha256), .bytes(content)])
    try await execute(
      "INSERT INTO photo (sitting, site, document_number, sha256, created_job) VALUES ($1, $2, $3, $4, 0)",
      [.integer(sitting), .text(site), .text(document), .text(sha256)])
    try await execute(
      "UPDATE registration SET has_photo = $1 WHERE document_number = $2",
      [.flag(isLinked), .text(document)])
  }

  func execute(_ sql: String, _ parameters: [SQLValue] = []) async throws {
    _ = try await database.write { try $0.execute(sql, parameters) }
  }

  private static let subjects =
    "{\"14\": [2020-09-26], \"15\": [2020-09-26], \"35\": [2020-09-26], \"42\": [2020-09-26]}"

  private static let sittingText = """
    sitting: ncre-58
    programme: ncre
    number: 58
    name: 2020年9月全国计算机等级考试
    examDates: [2020-09-26]
    organisations:
      - {code: "99", name: 测试省}
      - {code: "9907", name: 测试省地市七}
      - {code: "990701", name: 地市七考点一, address: 学院路1号}
      - {code: "990702", name: 地市七考点二, enabled: false}
      - {code: "990703", name: 地市七考点三, address: 学院路3号}
    users:
      - {name: root, organisation: "", role: administrator}
      - {name: prov99, organisation: "99", role: administrator}
      - {name: site990701, organisation: "990701", role: administrator}
      - {name: view990701, organisation: "990701", role: viewer}
      - {name: site990703, organisation: "990703", role: administrator}
    windows:
      "99":
        settings: [2020-07-01 08:00, 2020-07-23 08:00]
        registration: [2020-07-23 08:00, 2020-08-31 21:00]
        arrangement: [2020-09-01 08:00, 2020-09-14 08:00]
        ticketPrinting: [2020-09-15 08:00]
        preExamDownloads: [2020-09-14 08:00, 2020-09-26 08:00]
        postExamDownloads: [2020-09-26 08:00, 2021-09-26 08:00]
      "9907": inherit
      "990701": inherit
    subjects:
      "99": \(subjects)
    fees:
      "99": {person: 2.00, subject: 76.00}
    sites:
      "990701":
        open: true
        candidatesPrintTickets: true
        subjectsPerCandidate: 2
        capacity: {total: 100, "14": 4, "15": 10, "35": 99999, "42": 100}
        subjects: \(subjects)
      "990703":
        open: true
        subjectsPerCandidate: 2
        capacity: {total: 100, "14": 50}
        subjects: {"14": [2020-09-26]}

    """
}
