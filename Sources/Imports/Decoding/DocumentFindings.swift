internal import ExamModel
internal import Tabular

/// What is wrong with a document's number, in words: IDN-01 with its own code for each failure, IDN-05 for the others.
struct DocumentFindings {
  let type: DocumentType
  let number: String
  /// What is known of the person, which tells which number was meant; nil for numbers that stand alone.
  var holder: Suggestion.Holder?

  func note(_ reading: DocumentReading, at index: Int, in binding: FieldBinding, _ row: inout DecodedRow) {
    let faults = reading.faults.list
    guard !faults.isEmpty else { return }
    let meant =
      holder.map { Suggestion.document(number, type: type, holder: $0) }
      ?? (type == .residentCard ? ResidentID.completed(fifteenDigits: number) : nil)
    for fault in faults {
      if type != .residentCard, fault != .check, fault != .date, fault != .future {
        row.note(IdentityRules.otherForm, at: index, in: binding, arguments: [type.title], suggestion: meant)
        return
      }
      let (template, arguments) = words(for: fault)
      // An unknown region is no error, and what is meant may begin with the same.
      let suggestion = fault == .region ? nil : meant
      row.note(template, at: index, in: binding, arguments: arguments, suggestion: suggestion)
    }
  }

  private func words(for fault: DocumentFault) -> (FindingTemplate, [String]) {
    switch fault {
    case .length: return (IdentityRules.length, [String(number.unicodeScalars.count)])
    case .characters, .form: return (IdentityRules.characters, [])
    case .region: return (IdentityRules.region, [String(number.prefix(6))])
    case .date: return (IdentityRules.date, [birthDigits])
    case .future: return (IdentityRules.future, [birthDigits])
    case .check:
      let fitting = CheckCharacter.completed(String(number.prefix(17)))
      return (IdentityRules.check, [fitting.map { String($0.suffix(1)) } ?? "?"])
    }
  }

  private var birthDigits: String { String(number.dropFirst(6).prefix(8)) }
}
