internal import ExamModel
internal import Programmes
internal import Tabular

/// 逐行检查 — what can be said of a registration row by itself: IDN-01, 02, 05, REG-10, REG-12, SET-04, required cells.
/// Where the site uses the roster, cells that the roster may fill in are called blank only after it had its turn
/// (`RosterPrefill`).
struct RegistrationRowChecks: Sendable {
  private let binding: FieldBinding
  private let settings: SiteSettings
  private let choosesDate: Bool
  private let numberField: String
  private let documents: DocumentChecks
  private let firstExamDay: CalendarDate?
  private let ages: ClosedRange<Int>
  private let offered: String
  private let fields: Fields
  private let required: RequiredCells

  /// Where the fields stand among the layout's columns, settled once for a file.
  private struct Fields {
    let birthDate, schoolClass, preferredDate: Int?
    let subjects: [Int]

    init(_ binding: FieldBinding) {
      birthDate = binding.index(of: "birthDate")
      schoolClass = binding.index(of: "class")
      preferredDate = binding.index(of: "preferredDate")
      subjects = Self.subjectFields.compactMap(binding.index(of:))
    }

    static let subjectFields = ["subject1", "subject2", "subject3", "subjects"]
  }

  /// - Parameters:
  ///   - settings: the site's.
  ///   - choosesDate: whether a preferred date may be chosen at all: by individual candidates only (SET-04).
  ///   - numberField: the field of the document's number.
  init(
    _ context: ImportContext, settings: SiteSettings, binding: FieldBinding, choosesDate: Bool = false,
    numberField: String = "documentNumber"
  ) {
    self.binding = binding
    self.settings = settings
    self.choosesDate = choosesDate
    self.numberField = numberField
    documents = DocumentChecks(context, binding: binding, numberField: numberField)
    firstExamDay = context.sitting.examDates.min()
    ages = context.sitting.ages.map { $0.least...max($0.least, $0.most) } ?? context.programme.ages
    offered = settings.subjects.keys.filter(settings.offers).sorted().joined(separator: "、")
    fields = Fields(binding)
    let deferred = settings.roster.isEnabled ? RosterPrefill.fields.map(\.field) : []
    required = RequiredCells(binding, except: Set(Fields.subjectFields + deferred))
  }

  /// The subjects of a row, each once.
  func subjects(of row: DecodedRow) -> [String] {
    var subjects: [String] = []
    for index in fields.subjects {
      for subject in (row.values[index] ?? "").split(separator: ",").map(String.init)
      where !subjects.contains(subject) {
        subjects.append(subject)
      }
    }
    return subjects
  }

  func check(_ row: inout DecodedRow) {
    required.check(&row)
    checkSubjectGiven(&row)
    documents.check(&row)
    checkSubjects(&row)
    checkClass(&row)
    checkAge(&row)
    checkPreferredDate(&row)
  }

  /// Looks at some cells of a row whose others come from the store, or were looked at before.
  /// - Parameter filled: the fields of those cells; what is wrong with the others is nobody's question here.
  func checkFilled(_ row: inout DecodedRow, _ filled: Set<String>) {
    documents.check(&row)
    // The number means something else where the kind of document does.
    if filled.isDisjoint(with: ["documentType", numberField]) {
      let headings = binding.layout.columns.filter { filled.contains($0.field) }.map(\.heading)
      row.findings.removeAll { finding in !headings.contains { $0 == finding.place.column } }
    }
    if filled.contains("class") { checkClass(&row) }
    if filled.contains("birthDate") { checkAge(&row) }
  }

  /// SET-04: collective candidates choose no date, individual ones one of the site's.
  private func checkPreferredDate(_ row: inout DecodedRow) {
    guard let index = fields.preferredDate, let date = row.values[index] else { return }
    if !choosesDate {
      row.note(RegistrationRules.preferredDate, at: index, in: binding)
    } else if !settings.preferredDays.contains(where: { $0.date.iso == date }) {
      let days = settings.preferredDays.map(\.date.iso).joined(separator: "、")
      row.note(
        IndividualRules.preferredDate, at: index, in: binding, arguments: [days.isEmpty ? "—" : days])
    }
  }

  /// One subject at least, in whichever column; the one column 报考科目 stands for the three.
  private func checkSubjectGiven(_ row: inout DecodedRow) {
    let isGiven = fields.subjects.contains { row.values[$0] != nil || row.isUnreadable[$0] }
    if !isGiven, let index = fields.subjects.first(where: { binding.positions[$0] != nil }) {
      row.note(FormRules.required, at: index, in: binding, arguments: [binding.layout.columns[index].heading])
    }
  }

  private func checkSubjects(_ row: inout DecodedRow) {
    var seen: Set<String> = []
    for index in fields.subjects {
      for subject in (row.values[index] ?? "").split(separator: ",").map(String.init) {
        if !seen.insert(subject).inserted {
          row.note(
            RegistrationRules.subjectTwice, at: index, in: binding, value: subject, arguments: [subject])
        } else if !settings.offers(subject) {
          row.note(
            RegistrationRules.notOffered, at: index, in: binding, value: subject,
            arguments: [subject, offered])
        }
      }
    }
  }

  private func checkClass(_ row: inout DecodedRow) {
    guard let index = fields.schoolClass, !row.isUnreadable[index] else { return }
    if let name = row.values[index] {
      if !settings.classes.allows(name) {
        row.note(
          RegistrationRules.classUnknown, at: index, in: binding,
          arguments: [settings.classes.names.joined(separator: "、")])
      }
    } else if settings.requiresClass, !settings.roster.isEnabled {
      row.note(RegistrationRules.classRequired, at: index, in: binding)
    }
  }

  /// In whole years on the first exam day.
  private func checkAge(_ row: inout DecodedRow) {
    guard let index = fields.birthDate, let birth = row.values[index].flatMap({ CalendarDate($0) }),
      let firstExamDay
    else { return }
    let age = birth.age(on: firstExamDay)
    if !ages.contains(age) {
      row.note(
        RegistrationRules.age, at: index, in: binding,
        arguments: [String(age), "\(ages.lowerBound)–\(ages.upperBound)"])
    }
  }
}
