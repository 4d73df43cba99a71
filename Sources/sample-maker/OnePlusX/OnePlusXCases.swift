/// 1+X 样例集 — the workbooks of a school from its students to its payment applications. Each good one builds on the good
/// ones before it.
struct OnePlusXCases {
  private static let entryHeadings = ["计划编号", "证书名称", "证书等级", "姓名", "身份证号", "考核站点", "参考对象类型"]
  private static let stranger = IdentityDocument.residentID(
    prefix: "990702", birth: BirthDate(year: 2001, month: 2, day: 3), sequence: 999
  ).number

  private let students: [Student]

  init(seed: UInt64) { students = Student.students(40, seed: seed) }

  var all: [OnePlusXCase] {
    [
      studentList, faultyStudents, byCertificate, faultyByCertificate, bySubject, faultyBySubject, removals,
      faultyRemovals, paymentByCertificate, paymentBySubject, faultyPayment,
    ]
  }

  private var studentList: OnePlusXCase {
    OnePlusXCase(
      kind: "students", name: "good", headings: Student.headings, rows: students.map(\.cells))
  }

  private var faultyStudents: OnePlusXCase {
    var made = studentList
    made.name = "faulty"
    let number = students[3].number
    made.plant("赵 Ceshi", "姓名拼音", row: 1, "VSL-01.pinyin")
    made.plant(
      number.dropLast() + (number.hasSuffix("0") ? "1" : "0"), "身份证号", row: 3, "IDN-01.check")
    made.plant("010-12345678", "手机号", row: 5, "VSL-01.mobile")
    made.plant("", "就读专业", row: 7, "REQ")
    made.plant("1979", "入学年份", row: 11, "VSL-01.year")
    made.plant("博士后", "专业层次", row: 13, "FMT.code")
    made.plant(students[16].number, "身份证号", row: 15, "OPS-07.twice")
    made.set("", "性别", row: 15)
    made.expect("OPS-07.twice", "身份证号", row: 16)
    made.plant("校外", "考生类型", row: 20, "FMT.code")
    return made
  }

  /// Everybody for a certificate: 30 at the lower level, 6 at the middle one, where a candidate has a direction.
  private var byCertificate: OnePlusXCase {
    let rows = students.prefix(36).enumerated().map { index, student in
      let isLower = index < 30
      return [
        OnePlusXSitting.plan, OnePlusXSitting.certificate, isLower ? "初级" : "中级", student.name,
        student.number, index < 10 ? OnePlusXSitting.station : "",
        isLower ? "" : index % 2 == 0 ? "云方向" : "网络方向",
      ]
    }
    return OnePlusXCase(
      kind: "entries-by-certificate", name: "good", headings: Self.entryHeadings, rows: rows)
  }

  private var faultyByCertificate: OnePlusXCase {
    var made = byCertificate
    made.name = "faulty"
    made.plant("K202012199999", "计划编号", row: 0, "VSL-03.plan")
    made.plant("测试网络安全", "证书名称", row: 2, "VSL-03.certificate")
    made.plant("高级", "证书等级", row: 4, "VSL-03.level")
    made.plant("99000102", "考核站点", row: 6, "VSL-03.station")
    made.plant("99000201", "考核站点", row: 8, "VSL-03.station")
    made.plant("错名字", "姓名", row: 10, "VSL-03.name")
    made.plant(Self.stranger, "身份证号", row: 12, "VSL-03.student")
    // A plan whose registration has not begun.
    made.plant(OnePlusXSitting.laterPlan, "计划编号", row: 14, "VSL-03.dates")
    made.set("测试数据标注", "证书名称", row: 14)
    made.plant(students[18].number, "身份证号", row: 16, "OPS-07.twice")
    made.set(students[18].name, "姓名", row: 16)
    made.expect("OPS-07.twice", "身份证号", row: 18)
    made.plant("", "参考对象类型", row: 31, "VSL-03.kind")
    made.plant("安全方向", "参考对象类型", row: 33, "VSL-03.kind")
    return made
  }

  /// The last four take two subjects of the lower level each.
  private var bySubject: OnePlusXCase {
    let subjects = [("098694", "基础考核"), ("609371", "")]
    let rows = students.suffix(4).flatMap { student in
      subjects.map { code, name in
        [
          OnePlusXSitting.plan, OnePlusXSitting.certificate, "初级", student.name, student.number,
          OnePlusXSitting.station, "", code, name,
        ]
      }
    }
    return OnePlusXCase(
      kind: "entries-by-subject", name: "good", headings: Self.entryHeadings + ["科目编号", "科目名称"],
      rows: rows)
  }

  private var faultyBySubject: OnePlusXCase {
    var made = bySubject
    made.name = "faulty"
    made.plant("98694", "科目编号", row: 0, "VSL-03.subject")
    made.plant("综合应用考核", "科目名称", row: 2, "VSL-03.subject")
    made.set("中级", "证书等级", row: 4)
    made.set("338994", "科目编号", row: 4)
    made.set("", "科目名称", row: 4)
    made.plant("网络方向", "参考对象类型", row: 4, "VSL-03.kind")
    return made
  }

  private var removals: OnePlusXCase {
    OnePlusXCase(
      kind: "entry-removals", name: "good", headings: ["计划编号", "身份证号", "科目编号"],
      rows: [
        [OnePlusXSitting.plan, students[0].number, ""],
        [OnePlusXSitting.plan, students[1].number, OnePlusXSitting.lower[2]],
      ])
  }

  private var faultyRemovals: OnePlusXCase {
    var made = removals
    made.name = "faulty"
    made.rows += [
      [OnePlusXSitting.plan, Self.stranger, ""], [OnePlusXSitting.plan, students[2].number, "043194"],
      [OnePlusXSitting.plan, students[3].number, "999999"],
      [OnePlusXSitting.laterPlan, students[4].number, ""],
    ]
    made.expect("VSL-03.student", "身份证号", row: 2)
    made.expect("VSL-03.nothing", "身份证号", row: 3)
    made.expect("VSL-03.subject", "科目编号", row: 4)
    made.expect("VSL-03.dates", "计划编号", row: 5)
    return made
  }

  private static let paymentHeadings = ["计划编号", "姓名", "身份证号", "证书", "科目编号"]

  private var paymentByCertificate: OnePlusXCase {
    OnePlusXCase(
      kind: "payment-applications", name: "certificate", headings: Self.paymentHeadings,
      rows: students[2..<36].map {
        [OnePlusXSitting.plan, $0.name, $0.number, OnePlusXSitting.certificate, ""]
      })
  }

  private var paymentBySubject: OnePlusXCase {
    OnePlusXCase(
      kind: "payment-applications", name: "subject", headings: Self.paymentHeadings,
      rows: students.suffix(4).flatMap { student in
        ["098694", "609371"].map { [OnePlusXSitting.plan, student.name, student.number, "", $0] }
      })
  }

  private var faultyPayment: OnePlusXCase {
    var made = paymentByCertificate
    made.name = "faulty"
    made.plant("", "证书", row: 1, "PAY-04.basis")
    made.plant("错名字", "姓名", row: 3, "VSL-03.name")
    made.plant(Self.stranger, "身份证号", row: 5, "VSL-03.student")
    made.plant("测试网络安全", "证书", row: 7, "VSL-03.certificate")
    made.set("", "证书", row: 9)
    made.set(OnePlusXSitting.lower[0], "科目编号", row: 9)
    made.expect("PAY-04.mixed", "证书", row: 9)
    // The removals left this student nothing to pay.
    made.plant(students[0].number, "身份证号", row: 11, "PAY-04.entry")
    made.set(students[0].name, "姓名", row: 11)
    return made
  }
}
