import ExamModel
import Tabular

@testable import Programmes

/// The sitting that tests load, and the programme it belongs to.
enum SittingSample {
  /// A document with everything that a collective sitting sets.
  static let text = """
    sitting: ncre-58                  # <programme>-<number>
    programme: ncre
    number: 58                        # two digits in the ticket number
    name: 2020年9月全国计算机等级考试
    examDates: [2020-09-26, 2020-09-27, 2020-09-28]
    ages: {least: 6, most: 80}

    organisations:                    # parents before or after their children; the code says who the parent is
      - {code: "99", name: 测试省}
      - {code: "9907", name: 测试省地市七}
      - {code: "990701", name: 地市七考点一, address: 测试省地市七学院路1号, audited: false}
      - {code: "990702", name: 地市七考点二, enabled: false}

    users:
      - {name: root, organisation: "", role: administrator}          # "" is the centre
      - {name: prov99, organisation: "99", role: administrator}
      - {name: site990701, organisation: "990701", role: administrator}   # roles: administrator, viewer

    windows:                          # [start, end); a child's window must lie inside its parent's
      "99":
        settings:             [2020-07-01 08:00, 2020-07-23 08:00]
        roster:               [2020-07-23 08:00, 2020-08-31 21:00]
        registration:         [2020-07-23 08:00, 2020-08-31 21:00]
        individualRegistration: [2020-07-23 08:00, 2020-08-29 08:00]
        arrangement:          [2020-09-01 08:00, 2020-09-10 08:00]
        ticketPrinting:       [2020-09-15 08:00]
        violations:           [2020-09-26 08:00, 2020-10-10 17:00]
        preExamDownloads:     [2020-09-10 08:00, 2020-09-28 21:00]
        postExamDownloads:    [2020-09-26 08:00, 2021-09-26 08:00]
        corrections:          [2020-09-28 08:00, 2020-10-10 17:00]
      "9907": inherit                 # the same windows as its parent
      "990701": inherit

    subjects:                         # what the province offers and on which dates; a site's list lies inside it
      "99": {"14": [2020-09-26, 2020-09-28], "15": [2020-09-26, 2020-09-28], "26": [2020-09-26, 2020-09-27], "35": [2020-09-26, 2020-09-28], "42": [2020-09-26, 2020-09-28]}

    fees:                             # set by the province, for all its sites or for one
      "99": {person: 2.00, subject: 76.00, subjects: {"42": 80.00}}

    sites:
      "990701":
        open: true
        collectiveRegistration: true
        collectivePayment: true
        auditRequired: false
        classRequired: false
        classes: 会计一班;会计二班；管理一班
        subjectsPerCandidate: 2
        candidatesPrintTickets: true
        preferredDates: {2020-09-26: 100, 2020-09-27: 100}
        capacity: {total: 1000, "14": 500, "15": 300, "26": 99999, "35": 100, "42": 100}
        subjects: {"14": [2020-09-26, 2020-09-28], "15": [2020-09-26, 2020-09-28], "26": [2020-09-26, 2020-09-27], "35": [2020-09-26, 2020-09-28], "42": [2020-09-26, 2020-09-28]}
        roster: {enabled: false, provinceOnly: false, siteOnly: false}
    """

  /// A programme with three levels and six subjects, of which 26 ends with sitting 58 and 68 begins with 66.
  static let programme = Programme(
    id: "ncre", name: "测试项目",
    organisations: [
      OrganisationLevel(level: "centre", name: "中心", codeLength: 0),
      OrganisationLevel(level: "province", name: "省", codeLength: 2),
      OrganisationLevel(level: "city", name: "地市", codeLength: 4),
      OrganisationLevel(level: "site", name: "考点", codeLength: 6),
    ],
    documents: ["1"], ages: 6...80,
    subjects: [
      Subject(code: "14", name: "甲", level: "1", minutes: 90),
      Subject(code: "15", name: "乙", level: "1", minutes: 90),
      Subject(code: "26", name: "丙", level: "2", minutes: 120, lastSitting: 58),
      Subject(code: "35", name: "丁", level: "3", minutes: 120),
      Subject(code: "42", name: "戊", level: "4", minutes: 90),
      Subject(code: "68", name: "己", level: "2", minutes: 120, firstSitting: 66),
    ],
    photo: nil, ticket: nil, scores: nil, layouts: [:], exports: [:], tables: CodeTables())

  /// The sample text with some of it replaced.
  /// - Throws: an error where a text to be replaced is not in it, so that no test passes by missing its mark.
  static func text(_ replacements: (old: String, new: String)...) throws -> String {
    try text(replacements)
  }

  private static func text(_ replacements: [(old: String, new: String)]) throws -> String {
    var text = Self.text
    for (old, new) in replacements {
      guard let range = text.firstRange(of: old) else { throw NotInSample(text: old) }
      text.replaceSubrange(range, with: new)
    }
    return text
  }

  /// What a text says, with the findings of its form.
  static func document(_ text: String) throws -> SittingDocument {
    try SittingFile.read(Array(text.utf8))
  }

  /// All findings of a text.
  static func findings(in text: String) throws -> [Finding] {
    SittingCheck.findings(in: try document(text), programme: programme)
  }

  /// The codes and key paths of all findings of the sample with some of it replaced: `ORG-01.parent organisations.99`.
  static func faults(_ replacements: (old: String, new: String)...) throws -> [String] {
    try findings(in: text(replacements)).map { "\($0.code) \($0.place.column ?? "")" }
  }

  /// The line, from 1, on which a piece of a text stands first.
  static func line(of piece: String, in text: String) -> Int? {
    text.firstRange(of: piece).map { text[..<$0.lowerBound].count { $0.isNewline } + 1 }
  }

  struct NotInSample: Error {
    let text: String
  }
}
