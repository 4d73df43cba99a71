/// 1+X 考次文件 — one assessment body, two schools with three stations, two plans of which one is not open yet.
enum OnePlusXSitting {
  static let code = "one-plus-x-20"
  static let school = "990001"
  /// The school's station whose application is approved in the story that the samples tell.
  static let station = "99000101"
  static let plan = "K202012199001"
  /// A plan whose registration begins later.
  static let laterPlan = "K202101099002"
  static let certificate = "测试系统运维"

  /// The subjects of the lower level, which are for everybody.
  static let lower = ["098694", "794690", "609371"]

  /// The file's text.
  static let text = """
    # 2020年12月 1+X 考试：培训评价组织为最上级（""），院校 990001、990002，考核站点 99000101、99000102、99000201。
    # 1+X in December 2020: the assessment body is the top (""), two schools, three stations.
    # Clocks that fit: registration and payment 2020-11-10T10:00:00+08:00, rooms 2020-12-05T10:00:00+08:00.
    sitting: \(code)
    programme: one-plus-x
    number: 20
    name: 2020年12月1+X职业技能等级证书考试
    examDates: [2020-12-19, 2020-12-20]

    organisations:
      - {code: "990001", name: 测试职业学院一, address: 测试省测试市测试路1号}
      - {code: "99000101", name: 测试职业学院一测试系统运维考核站点, address: 测试省测试市测试路1号实训楼}
      - {code: "99000102", name: 测试职业学院一东校区考核站点, address: 测试省测试市测试路9号}
      - {code: "990002", name: 测试职业学院二, address: 测试省测试市学院路2号}
      - {code: "99000201", name: 测试职业学院二测试系统运维考核站点, address: 测试省测试市学院路2号}

    users:
      - {name: root, organisation: "", role: administrator}
      - {name: body, organisation: "", role: administrator}
      - {name: school990001, organisation: "990001", role: administrator}
      - {name: school990002, organisation: "990002", role: administrator}
      - {name: view990001, organisation: "990001", role: viewer}

    windows:
      "":
        registration:     [2020-10-01 08:00, 2020-12-01 08:00]
        arrangement:      [2020-12-01 08:00, 2020-12-15 17:00]
        ticketPrinting:   [2020-12-15 08:00]
        preExamDownloads: [2020-12-10 08:00, 2020-12-20 21:00]
        violations:       [2020-12-19 08:00, 2020-12-31 17:00]
      "990001": inherit
      "99000101": inherit
      "99000102": inherit
      "990002": inherit
      "99000201": inherit

    subjects:
      "": \(offers)

    fees:
      "": {person: 2.00, subject: 60.00, subjects: {"609371": 100.00}}

    plans:
      - number: \(plan)
        certificate: \(certificate)
        level: 初级
        rule: total
        passMark: 60
        registration: [2020-11-01 08:00, 2020-12-01 08:00]
        subjects:
          - {code: "098694", name: 基础考核, kind: machine, weight: 40, passMark: 60, times: [[2020-12-19 08:30, 2020-12-19 10:00]]}
          - {code: "794690", name: 综合应用考核, kind: machine, weight: 30, passMark: 60, times: [[2020-12-19 10:30, 2020-12-19 11:30]]}
          - {code: "609371", name: 实操考核, kind: practical, weight: 30, passMark: 60, times: [[2020-12-19 14:00, 2020-12-19 18:00]]}
      - number: \(plan)
        certificate: \(certificate)
        level: 中级
        rule: total
        passMark: 60
        registration: [2020-11-01 08:00, 2020-12-01 08:00]
        subjects:
          - {code: "043194", name: 中级基础考核, kind: machine, weight: 40, passMark: 60, times: [[2020-12-20 08:30, 2020-12-20 10:00]]}
          - {code: "338994", name: 云平台运维考核, kind: practical, weight: 60, passMark: 60, candidates: 云方向, times: [[2020-12-20 14:00, 2020-12-20 18:00]]}
          - {code: "577875", name: 网络运维考核, kind: practical, weight: 60, passMark: 60, candidates: 网络方向, times: [[2020-12-20 14:00, 2020-12-20 18:00]]}
      - number: \(laterPlan)
        certificate: 测试数据标注
        level: 初级
        rule: everySubject
        passMark: 60
        registration: [2020-12-20 08:00, 2021-01-05 08:00]
        subjects:
          - {code: "112233", name: 数据标注考核, kind: machine, weight: 100, passMark: 60, times: [[2021-01-09 08:30, 2021-01-09 10:00]]}

    sites:
    \(["99000101", "99000102", "99000201"].map(site).joined())
    """

  private static let codes = lower + ["043194", "338994", "577875"]

  private static let offers =
    "{" + codes.map { "\"\($0)\": [2020-12-19, 2020-12-20]" }.joined(separator: ", ") + "}"

  private static func site(_ code: String) -> String {
    let places = codes.map { "\"\($0)\": 99999" }.joined(separator: ", ")
    return """
        "\(code)":
          open: true
          subjectsPerCandidate: 3
          capacity: {total: 600, \(places)}
          subjects: \(offers)

      """
  }
}
