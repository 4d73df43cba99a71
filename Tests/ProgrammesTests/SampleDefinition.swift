import Files
import Foundation
import Tabular

/// A small programme that no Swift has heard of, written into a temporary folder: three levels, lettered subjects, scores
/// from 0 to 150 with one decimal. Tests change a text in it to see what is found.
struct SampleDefinition {
  var files = [
    "Programmes/flower-arts/programme.yaml": """
    id: flower-arts
    name: 插花艺术等级考试
    organisations:
      - {level: centre, name: 中心, codeLength: 0}
      - {level: school, name: 学校, codeLength: 3}
      - {level: hall, name: 花厅, codeLength: 5}
    documents: ["1", "5"]
    ages: {least: 10, most: 99}
    photo:
      formats: [jpeg, png]
      bytes: {most: 5242880}
      pixels: {width: 295, height: 413}
      ratio: {width: 5, height: 7, tolerance: 2}
      backgrounds: [red]
      portrait:
        faceHeight: {least: 30}
        faceMiddle: {least: 40, most: 60}
        background: {share: 70}
    tickets: "F{subject:3}{site:5}{seat:5}"
    scores:
      least: 0
      most: 150
      decimals: 1
      results:
        - {code: 1, name: 过, standing: passed, from: 90}
        - {code: 0, name: 不过, standing: failed, from: 0}
        - {code: -1, name: 缺, standing: absent, violation: "1"}
      parts:
        - {field: vase, most: 50, least: 25.5, levels: [B]}
      requires: {ROS: [LIL]}
      certificate: "{subject:3}{serial:6}"

    """,
    "Programmes/flower-arts/subjects.csv": """
    code,name,level,minutes,from,to
    ROS,玫瑰,A,45,,
    LIL,百合,B,45,3,9
    LIL,新百合,B,60,10,

    """,
    "Programmes/flower-arts/imports/registrations.yaml": """
    sheet: 花名册
    columns:
      - {field: name, heading: 姓名, type: name, required: true}
      - {field: sex, heading: 性别, type: code, table: sex, sample: 女}
      - {field: subject1, heading: 科目, type: code, table: subject, required: true}

    """,
    "Programmes/flower-arts/imports/walk-in.yaml": """
    base: registrations
    columns:
      - {field: sex, heading: 性别代码, type: code, table: sex, required: true}
      - {field: phone, heading: 电话, type: phone}

    """,
    "Programmes/flower-arts/exports/machine-test.yaml": """
    title: 机考
    forms: [dbf]
    order: [seat]
    columns:
      - {source: ticket, field: NUM, heading: 号, width: 14}
      - {source: name, field: NAME, heading: 名, width: 50}
      - {source: score, field: PTS, heading: 分, kind: N, width: 5, decimals: 1}

    """,
    "Programmes/flower-arts/statistics/halls.yaml": """
    title: 花厅
    group: other
    rows: [site]
    measures: [entries, "score>=90", "rate:过"]
    pivot: [sex]
    where: ["subject=LIL"]

    """,
    "CodeTables/sex.csv": "# 性别\ncode,name,aliases\n1,男,\n2,女,女士\n",
    "CodeTables/document-type.csv": "# 证件\ncode,name,aliases\n1,居民身份证,\n5,护照,\n7,永居证,\n",
    "CodeTables/violation-kind.csv": "# 违纪\ncode,name,aliases\n1,缺考,\n",
    "CodeTables/regions.csv": "from,to\n110101,110119\n990000,\n",
  ]

  /// Replaces a text in a file that ends in `name`.
  mutating func replace(_ old: String, with new: String, in name: String) {
    for (path, text) in files where path.hasSuffix(name) {
      files[path] = text.replacingOccurrences(of: old, with: new)
    }
  }

  /// Writes the definition into a folder of its own, which stays as long as the result.
  func write() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (path, text) in files {
      let url = folder.url.appending(path: path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    return folder
  }
}
