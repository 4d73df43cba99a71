/// 植入错误 — eleven faults of eleven kinds in an otherwise good registration sheet, and what each must be found as.
struct PlantedFaults {
  private(set) var sheet: RegistrationSheet
  private(set) var expected: ExpectedOutcome

  /// Plants the faults into the rows of `candidates`.
  init(_ candidates: [Candidate]) {
    sheet = RegistrationSheet(candidates)
    expected = ExpectedOutcome(state: "refused", read: candidates.count)
    let wrongCheck = candidates[12].document.number
    plant(.text(wrongCheck.dropLast() + (wrongCheck.hasSuffix("0") ? "1" : "0")), "证件号码", 12, "IDN-01.check")
    let birth = candidates[37].birth
    plant(
      .text(BirthDate(year: birth.year, month: birth.month, day: birth.day % 28 + 1).compact), "出生日期", 37,
      "IDN-02")
    plant("99", "报考科目1", 49, "FMT.code")
    sheet.set("报考科目1", ofRow: 73, to: "14")
    plant("14", "报考科目2", 73, "REG-10")
    plant(.blank, "姓名", 88, "REQ")
    plant(.text(candidates[120].email.split(separator: "@").joined(separator: "#")), "电子邮件", 120, "FMT.email")
    plant(.text(String(candidates[133].phone.dropLast(4))), "联系电话", 133, "FMT.phone")
    plantTwin(of: candidates[134], at: 155, partner: 134)
    plant(.number(Double(990_701_200_001_010_000 as Int)), "证件号码", 201, "IDN-04")
    plant(.text(candidates[240].document.number.inFullWidth), "证件号码", 240, "IDN-03")
    plant("会计三班", "班级", 277, "REG-12")
    expected.findings.sort { $0.row < $1.row }
  }

  private mutating func plant(_ cell: Sheet.Cell, _ heading: String, _ index: Int, _ rule: String) {
    sheet.set(heading, ofRow: index, to: cell)
    expected.findings.append(.init(rule: rule, row: RegistrationSheet.rowNumber(index), column: heading))
  }

  /// Gives a row the identity of another: both rows are found.
  private mutating func plantTwin(of candidate: Candidate, at index: Int, partner: Int) {
    sheet.set("性别", ofRow: index, to: candidate.isMale ? "男" : "女")
    sheet.set("出生日期", ofRow: index, to: .text(candidate.birth.compact))
    plant(.text(candidate.document.number), "证件号码", index, "REG-03")
    expected.findings.append(
      .init(rule: "REG-03", row: RegistrationSheet.rowNumber(partner), column: "证件号码"))
  }
}

extension String {
  /// Digits and letters in full width, as an input method leaves them.
  var inFullWidth: String {
    var wide = String.UnicodeScalarView()
    for scalar in unicodeScalars { wide.append(Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar) }
    return String(wide)
  }
}
