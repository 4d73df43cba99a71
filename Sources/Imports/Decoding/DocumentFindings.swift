internal import ExamModel
internal import Tabular

/// What is wrong with a document's number, in words: IDN-01 with its own code for each failure, IDN-05 for the others.
struct DocumentFindings {
  let type: DocumentType
  let number: String

  func note(_ reading: DocumentReading, at index: Int, in binding: FieldBinding, _ row: inout DecodedRow) {
    for fault in reading.faults.list {
      if type != .residentCard, fault != .check, fault != .date, fault != .future {
        row.note(IdentityRules.otherForm, at: index, in: binding, arguments: [type.title])
        return
      }
      let (template, arguments, suggestion) = words(for: fault)
      row.note(template, at: index, in: binding, arguments: arguments, suggestion: suggestion)
    }
  }

  private func words(for fault: DocumentFault) -> (FindingTemplate, [String], String?) {
    switch fault {
    case .length:
      let count = String(number.unicodeScalars.count)
      return (IdentityRules.length, [count], ResidentID.completed(fifteenDigits: number))
    case .characters, .form: return (IdentityRules.characters, [], nil)
    case .region: return (IdentityRules.region, [String(number.prefix(6))], nil)
    case .date: return (IdentityRules.date, [birthDigits], nil)
    case .future: return (IdentityRules.future, [birthDigits], nil)
    case .check:
      let fitting = CheckCharacter.completed(String(number.prefix(17)))
      return (IdentityRules.check, [fitting.map { String($0.suffix(1)) } ?? "?"], nil)
    }
  }

  private var birthDigits: String { String(number.dropFirst(6).prefix(8)) }
}
