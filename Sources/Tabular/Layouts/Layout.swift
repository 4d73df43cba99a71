/// 字段类型 — what a column holds, and so how its cell is read.
public enum FieldType: String, Sendable, Codable, CaseIterable {
  /// Text, taken as it is typed.
  case text
  /// A person's name: no blanks but between Latin words, · as separator.
  case name
  /// A coded value: the cell holds the code, the name, `code-name` or `(code)name`.
  case code
  /// One or more codes separated by `,` `;` `；` `、` `，`.
  case codes
  /// A calendar date.
  case date
  /// A time of day, `HH:MM`.
  case time
  /// A date with a time of day.
  case moment
  /// The number of an identity document.
  case document
  /// Digits only, leading zeros kept.
  case digits
  /// A whole number.
  case integer
  /// A number with decimals.
  case decimal
  /// Money in yuan with at most two decimals.
  case money
  /// A telephone number.
  case phone
  /// An e-mail address.
  case email
  /// Counted, never read: 序号.
  case ignored
}

/// 列定义 — one column of a layout.
public struct LayoutColumn: Sendable, Equatable {
  /// The field that the column fills, by its English name.
  public var field: String
  /// The heading that templates show.
  public var heading: String
  /// Other headings that are understood.
  public var aliases: [String]
  /// How a cell of it is read.
  public var type: FieldType
  /// Whether every row must have a value.
  public var isRequired: Bool
  /// The code table of a coded column.
  public var table: String?
  /// The most characters (Unicode scalars) a value may have; nil for no limit but the cell's.
  public var most: Int?
  /// What the template says about it, shown as a comment on its heading.
  public var hint: String?
  /// The value in the template's sample row.
  public var sample: String?
  /// The fields that this column stands in for: where a file has it, their columns may be missing. Such a column is
  /// understood, but templates leave it out.
  public var replaces: [String]

  /// A column.
  public init(
    field: String, heading: String, aliases: [String] = [], type: FieldType = .text, isRequired: Bool = false,
    table: String? = nil, most: Int? = nil, hint: String? = nil, sample: String? = nil,
    replaces: [String] = []
  ) {
    self.field = field
    self.heading = heading
    self.aliases = aliases
    self.type = type
    self.isRequired = isRequired
    self.table = table
    self.most = most
    self.hint = hint
    self.sample = sample
    self.replaces = replaces
  }
}

/// 模板列定义 — the columns of one kind of file, as a programme defines them.
public struct Layout: Sendable, Equatable {
  /// The layout's name, the same as its file's: `registrations`.
  public var name: String
  /// The sheet that is read; nil for files without sheets.
  public var sheet: String?
  /// The name of the template's sample sheet.
  public var sampleSheet: String?
  /// The columns in the template's order.
  public var columns: [LayoutColumn]

  /// A layout.
  public init(name: String, sheet: String? = nil, sampleSheet: String? = nil, columns: [LayoutColumn]) {
    self.name = name
    self.sheet = sheet
    self.sampleSheet = sampleSheet
    self.columns = columns
  }

  /// The column that fills a field.
  public func column(_ field: String) -> LayoutColumn? {
    columns.first { $0.field == field }
  }
}
