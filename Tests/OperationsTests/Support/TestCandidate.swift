import ExamModel
import Storage

/// 测试考生 — a candidate as the store keeps one, for tests that begin after registration.
struct TestCandidate {
  var name: String
  var documentNumber: String
  var subjects: [String]
  var preferredDate: String?
  var isPaid = true
  var documentType = "1"

  /// The candidate of a number: a resident ID with a right check character, born in 2000, and a made-up name.
  static func number(
    _ number: Int, _ subjects: [String], preferredDate: String? = nil, isPaid: Bool = true
  ) -> TestCandidate {
    TestCandidate(
      name: "考生\(chinese(number))", documentNumber: residentID(number), subjects: subjects,
      preferredDate: preferredDate, isPaid: isPaid)
  }

  /// Resident IDs that differ in their birth date and serial.
  static func residentID(_ number: Int) -> String {
    let (day, serial) = (1 + number / 999 % 28, 1 + number % 999)
    let month = 1 + number / 27_972 % 12
    let digits = "9901012000" + padded(month, 2) + padded(day, 2) + padded(serial, 3)
    return CheckCharacter.completed(digits) ?? digits
  }

  private static func chinese(_ number: Int) -> String {
    let digits = Array("零一二三四五六七八九")
    return String(String(number).compactMap { $0.wholeNumberValue.map { digits[$0] } })
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}

extension SeatingFixture {
  /// Registers candidates at a site, with the entries of their subjects.
  func register(_ candidates: [TestCandidate], site: String = site) async throws {
    try await database.write { session in
      let sitting = try session.count("SELECT id FROM sitting WHERE code = $1", [.text(Self.sitting)])
      for candidate in candidates {
        let registration = try session.count(
          """
          INSERT INTO registration (sitting, site, method, document_type, document_number, name, preferred_date, audit)
          VALUES ($1, $2, $3, $4, $5, $6, $7, 'none') RETURNING id
          """,
          [
            .integer(sitting), .text(site),
            .text(candidate.preferredDate == nil ? "collective" : "individual"),
            .text(candidate.documentType), .text(candidate.documentNumber), .text(candidate.name),
            .optional(candidate.preferredDate),
          ])
        for subject in candidate.subjects {
          try session.execute(
            "INSERT INTO entry (sitting, site, registration, subject, paid) VALUES ($1, $2, $3, $4, $5)",
            [
              .integer(sitting), .text(site), .integer(registration), .text(subject),
              candidate.isPaid ? "collective" : .null,
            ])
        }
      }
    }
  }

  /// Gives every entry of a site that has none a ticket number, as if it had been arranged: subject, sitting, site,
  /// room 01 and the entry's own key.
  func numberEntries(site: String = site) async throws {
    try await execute(
      """
      UPDATE entry SET room = '01', batch = 1, seat = id,
        ticket = subject || '58' || site || '01' || substr('0000' || CAST(id AS TEXT), length(CAST(id AS TEXT)) + 1)
      WHERE site = $1 AND ticket IS NULL
      """, [.text(site)])
  }
}
