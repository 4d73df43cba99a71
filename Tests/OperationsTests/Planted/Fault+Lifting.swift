extension Fault<Candidate> {
  /// The same fault in a row that has a registration's cells among its own.
  func lifted<Other>(_ person: any WritableKeyPath<Other, Candidate> & Sendable) -> Fault<Other> {
    let plant = plant
    var fault = Fault<Other>(name, twin: twinMarks, isWarning: isWarning) { row, planting in
      plant(
        &row[keyPath: person], Planting(ordinal: planting.ordinal, twin: planting.twin[keyPath: person]))
    }
    fault.marks = marks
    return fault
  }

  /// The same fault with a rule that goes by another name in another kind of file.
  func marked(_ marks: String..., twin: [String] = []) -> Fault<Candidate> {
    var fault = self
    (fault.marks, fault.twinMarks) = (marks, twin)
    return fault
  }
}
