/// A row of a registration workbook that is right in every cell; a test changes the fields that it is about.
struct Candidate: Sendable {
  var name = "赵测试"
  var sex = "男"
  var birthDate: SheetCell
  var documentType = "居民身份证"
  var documentNumber: SheetCell
  var ethnicity = "汉"
  var education = "本科"
  var occupation = "学生"
  var trainingType = ""
  var studentNumber = ""
  var department = ""
  var major = ""
  var schoolClass = "会计一班"
  var phone = "13800000000"
  var email: String
  var postcode = ""
  var address = ""
  var subjects = ["14"]
  var preferredDate = ""
  var extra = ""
  var remarks = ""

  /// The candidate of a number from 0; no two have the same identity number or e-mail.
  init(_ number: Int) {
    let day = number / 499
    let birth = "2000" + MadeID.pad(day / 28 % 12 + 1, 2) + MadeID.pad(day % 28 + 1, 2)
    birthDate = .text(birth)
    documentNumber = .text(MadeID.number(birth: birth, sequence: number % 499 * 2 + 1))
    email = "candidate\(number)@example.com"
  }

  /// The candidate of a number, with a change.
  init(_ number: Int, _ change: (inout Candidate) -> Void) {
    self.init(number)
    change(&self)
  }

  /// The identity number as it is typed.
  var id: String { documentNumber.text }

  /// Gives the candidate the identity number, and the birth date that it says.
  mutating func setDocument(_ number: String) {
    documentNumber = .text(number)
    birthDate = .text(String(number.dropFirst(6).prefix(8)))
  }

  /// The headings of a registration workbook, in the template's order.
  static let headings = [
    "序号", "姓名", "性别", "出生日期", "证件类型", "证件号码", "民族", "文化程度", "职业", "培训类型", "学号", "院系", "专业", "班级",
    "联系电话", "电子邮件", "邮编", "联系地址", "报考科目1", "报考科目2", "报考科目3", "意向考试日期", "额外信息", "备注",
  ]

  /// The cell below a heading; blank for a heading that registrations do not know.
  func cell(_ heading: String) -> SheetCell {
    switch heading {
    case "姓名": .text(name)
    case "性别": .text(sex)
    case "出生日期": birthDate
    case "证件类型": .text(documentType)
    case "证件号码": documentNumber
    case "民族": .text(ethnicity)
    case "文化程度": .text(education)
    case "职业": .text(occupation)
    case "培训类型": .text(trainingType)
    case "学号": .text(studentNumber)
    case "院系": department.hasPrefix("#") ? .error(department) : .text(department)
    case "专业": .text(major)
    case "班级": .text(schoolClass)
    case "联系电话": .text(phone)
    case "电子邮件": .text(email)
    case "邮编": .text(postcode)
    case "联系地址": .text(address)
    case "报考科目1": .text(subjects.first ?? "")
    case "报考科目2": .text(subjects.count > 1 ? subjects[1] : "")
    case "报考科目3": .text(subjects.count > 2 ? subjects[2] : "")
    case "报考科目": .text(subjects.joined(separator: ","))
    case "意向考试日期": .text(preferredDate)
    case "额外信息": .text(extra)
    case "备注": .text(remarks)
    default: .blank
    }
  }
}

extension Candidate {
  /// The candidates of the numbers from 0.
  static func some(_ count: Int, from first: Int = 0) -> [Candidate] {
    (first..<first + count).map { Candidate($0) }
  }
}
