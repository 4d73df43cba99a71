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
    guard let index = documentNumber, let number = row.values[index],
      let type = row[documentType].flatMap(DocumentType.init(rawValue:))
    else { return }
    let reading = type.read(number, regions: regions, today: today)
    DocumentFindings(type: type, number: number).note(reading, at: index, in: binding, &row)
    // An unknown region is only a warning, on a resident ID.
    guard reading.faults.isEmpty || (reading.faults == .region && type == .residentCard) else { return }
    if let birth = reading.birthDate, let told = row[birthDate], told != birth.iso, let index = birthDate {
      row.note(IdentityRules.disagree, at: index, in: binding, arguments: [birth.iso], suggestion: birth.iso)
    }
    if let sex = reading.sex, let told = row[self.sex], told != sex.rawValue, let index = self.sex {
      let name = sex == .male ? "男" : "女"
      row.note(IdentityRules.disagree, at: index, in: binding, arguments: [name], suggestion: name)
    }
  }
}
