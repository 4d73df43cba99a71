internal import ExamModel
internal import Programmes
internal import Tabular

/// 证件检查 — the number of a row's identity document by itself, and birth date and sex against it: IDN-01, IDN-02, IDN-05.
struct DocumentChecks: Sendable {
  private let binding: FieldBinding
  private let regions: RegionCodes
  private let today: CalendarDate
  private let documentType, documentNumber, birthDate, sex: Int?

  /// - Parameter numberField: the field of the number that is checked.
  init(_ context: ImportContext, binding: FieldBinding, numberField: String = "documentNumber") {
    self.binding = binding
    regions = context.programme.regions
    today = context.now.date
    documentType = binding.index(of: "documentType")
    documentNumber = binding.index(of: numberField)
    birthDate = binding.index(of: "birthDate")
    sex = binding.index(of: "sex")
  }

  func check(_ row: inout DecodedRow) {
    guard let index = documentNumber, let number = row.values[index], let type = type(of: row) else { return }
    let reading = type.read(number, regions: regions, today: today)
    if !reading.faults.isEmpty {
      let holder = Suggestion.Holder(
        birthDate: row[birthDate].flatMap { CalendarDate($0) }, sex: row[sex].flatMap(Sex.init(rawValue:)),
        regions: regions, today: today)
      DocumentFindings(type: type, number: number, holder: holder).note(reading, at: index, in: binding, &row)
    }
    // An unknown region is only a warning, on a resident ID.
    guard reading.faults.isEmpty || (reading.faults == .region && type == .residentCard) else { return }
    if let birth = reading.birthDate, let index = birthDate {
      checkAgreement(birth.iso, shown: birth.iso, at: index, &row)
    }
    if let sex = reading.sex, let index = self.sex {
      checkAgreement(sex.rawValue, shown: sex == .male ? "男" : "女", at: index, &row)
    }
  }

  /// The kind of document; where a layout has no column for it, all are resident IDs.
  private func type(of row: DecodedRow) -> DocumentType? {
    guard documentType != nil else { return .residentCard }
    return row[documentType].flatMap(DocumentType.init(rawValue:))
  }

  /// IDN-02: what a good number says of its holder must stand in the row; of a cell that cannot be read, or is blank, it
  /// is what was meant.
  private func checkAgreement(_ value: String, shown: String, at index: Int, _ row: inout DecodedRow) {
    guard let told = row.values[index] else { return row.suggest(shown, at: index, in: binding) }
    if told != value {
      row.note(IdentityRules.disagree, at: index, in: binding, arguments: [shown], suggestion: shown)
    }
  }
}
