internal import ExamModel
internal import Programmes
internal import Tabular

/// 逐行检查 — what can be said of a registration row by itself: IDN-01, 02, 05, REG-10, REG-12, SET-04, required cells.
struct RegistrationRowChecks: Sendable {
  private let binding: FieldBinding
  private let settings: SiteSettings
  private let regions: RegionCodes
  private let today: CalendarDate
  private let firstExamDay: CalendarDate?
  private let ages: ClosedRange<Int>
  private let offered: String
  private let fields: Fields
  private let required: RequiredCells

  /// Where the fields stand among the layout's columns, settled once for a file.
  private struct Fields {
    let documentType, documentNumber, birthDate, sex, schoolClass, preferredDate: Int?
    let subjects: [Int]

    init(_ binding: FieldBinding) {
      documentType = binding.index(of: "documentType")
      documentNumber = binding.index(of: "documentNumber")
      birthDate = binding.index(of: "birthDate")
      sex = binding.index(of: "sex")
      schoolClass = binding.index(of: "class")
      preferredDate = binding.index(of: "preferredDate")
      subjects = Self.subjectFields.compactMap(binding.index(of:))
    }

    static let subjectFields = ["subject1", "subject2", "subject3", "subjects"]
  }

  init(_ context: ImportContext, binding: FieldBinding) {
    self.binding = binding
    settings = context.settings
    regions = context.programme.regions
    today = context.now.date
    firstExamDay = context.sitting.examDates.min()
    ages = context.sitting.ages.map { $0.least...max($0.least, $0.most) } ?? context.programme.ages
    offered = context.settings.subjects.keys.filter(context.settings.offers).sorted().joined(separator: "、")
    fields = Fields(binding)
    required = RequiredCells(binding, except: Set(Fields.subjectFields))
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
    checkDocument(&row)
    checkSubjects(&row)
    checkClass(&row)
    checkAge(&row)
    if let index = fields.preferredDate, row.values[index] != nil {
      row.note(RegistrationRules.preferredDate, at: index, in: binding)
    }
  }

  /// One subject at least, in whichever column; the one column 报考科目 stands for the three.
  private func checkSubjectGiven(_ row: inout DecodedRow) {
    let isGiven = fields.subjects.contains { row.values[$0] != nil || row.isUnreadable[$0] }
    if !isGiven, let index = fields.subjects.first(where: { binding.positions[$0] != nil }) {
      row.note(FormRules.required, at: index, in: binding, arguments: [binding.layout.columns[index].heading])
    }
  }

  private func checkDocument(_ row: inout DecodedRow) {
    guard let index = fields.documentNumber, let number = row.values[index],
      let type = row[fields.documentType].flatMap(DocumentType.init(rawValue:))
    else { return }
    let reading = type.read(number, regions: regions, today: today)
    if !reading.faults.isEmpty {
      let holder = Suggestion.Holder(
        birthDate: row[fields.birthDate].flatMap { CalendarDate($0) },
        sex: row[fields.sex].flatMap(Sex.init(rawValue:)), regions: regions, today: today)
      DocumentFindings(type: type, number: number, holder: holder).note(reading, at: index, in: binding, &row)
    }
    // An unknown region is only a warning, on a resident ID.
    guard reading.faults.isEmpty || (reading.faults == .region && type == .residentCard) else { return }
    if let birth = reading.birthDate, let index = fields.birthDate {
      checkAgreement(birth.iso, shown: birth.iso, at: index, &row)
    }
    if let sex = reading.sex, let index = fields.sex {
      checkAgreement(sex.rawValue, shown: sex == .male ? "男" : "女", at: index, &row)
    }
  }

  /// IDN-02: what a good number says of its holder must stand in the row; of a cell that cannot be read, or is blank, it
  /// is what was meant.
  private func checkAgreement(_ value: String, shown: String, at index: Int, _ row: inout DecodedRow) {
    guard let told = row.values[index] else { return row.suggest(shown, at: index, in: binding) }
    if told != value {
      row.note(IdentityRules.disagree, at: index, in: binding, arguments: [shown], suggestion: shown)
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
    } else if settings.requiresClass {
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
