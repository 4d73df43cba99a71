/// 考次工作表 — one sheet of a sitting's workbook: a row for each thing, and what its columns mean. Blank forms, written
/// sittings and the reading of both follow it.
public struct SittingSheet: Sendable {
  /// 选项 — a word that stands in a cell, and what it means in a sitting file.
  public struct Choice: Sendable, Equatable {
    /// The word in the cell.
    public let text: String
    let value: String
  }

  /// 填写形式 — what the text of a cell is.
  enum Form: Sendable {
    case text
    case day
    case moment
    /// Days, separated by semicolons.
    case days
    /// Periods `start ~ end`, separated by semicolons.
    case periods
    /// Texts, separated by semicolons.
    case texts
  }

  /// 列 — a column of the sheet.
  public struct Column: Sendable {
    let key: String
    /// What stands above it.
    public let heading: String
    let form: Form
    /// Whether every row fills it in.
    public let isRequired: Bool
    /// The words to choose from; empty where anything may be typed.
    public let choices: [Choice]
    /// The words may be typed, and so may anything else: `中心` beside codes.
    let isOpen: Bool
    /// What to fill in.
    public let hint: String
    /// What the rows of the sample hold, from the first.
    public let samples: [String]
    /// Whether nothing but its choices may be typed.
    public var offersOnlyChoices: Bool { !choices.isEmpty && !isOpen }
    /// Whether it holds the code of a subject of the programme.
    public var isSubject: Bool { key == "subject" }

    init(
      _ key: String, _ heading: String, _ form: Form = .text, isRequired: Bool = false,
      choices: [Choice] = [], isOpen: Bool = false, hint: String, samples: [String]
    ) {
      self.key = key
      self.heading = heading
      self.form = form
      self.isRequired = isRequired
      self.choices = choices
      self.isOpen = isOpen
      self.hint = hint
      self.samples = samples
    }
  }

  /// The key of a sitting file that it belongs to; empty for the sitting itself.
  let key: String
  /// The name on its tab.
  public let name: String
  /// Its columns from the left.
  public let columns: [Column]

  init(_ key: String, _ name: String, _ columns: [Column]) {
    self.key = key
    self.name = name
    self.columns = columns
  }

  /// Where the column of a key stands among `columns`.
  func index(of key: String) -> Int {
    guard let index = columns.firstIndex(where: { $0.key == key }) else {
      preconditionFailure("the sheet \(name) has no column \(key)")
    }
    return index
  }

  /// The column of a key.
  func column(_ key: String) -> Column { columns[index(of: key)] }
}

extension SittingSheet.Column {
  /// The code of an organisation, where the centre, whose code is blank, goes by its name.
  static func organisation(samples: [String]) -> Self {
    Self(
      "organisation", "机构代码", isRequired: true, choices: [.init(text: "中心", value: "")], isOpen: true,
      hint: "“机构”表中的代码；考试中心写“中心”。", samples: samples)
  }

  /// A choice between yes and no.
  static func flag(_ key: String, _ heading: String, _ hint: String, samples: [String]) -> Self {
    Self(
      key, heading, choices: [.init(text: "是", value: "true"), .init(text: "否", value: "false")], hint: hint,
      samples: samples)
  }

  /// A point in time.
  static func moment(_ key: String, _ heading: String, _ hint: String, samples: [String]) -> Self {
    Self(key, heading, .moment, hint: hint, samples: samples)
  }
}
