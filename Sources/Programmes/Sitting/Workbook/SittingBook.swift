public import ExamModel

/// 考次工作簿内容 — a sitting as the rows of its workbook, or the sample's. What is read from them is what was written
/// (SET-08).
public struct SittingBook: Sendable {
  /// 工作表内容 — a sheet and the texts of its rows, column by column.
  public struct Sheet: Sendable {
    /// What the sheet is.
    public let description: SittingSheet
    /// Its rows below the headings; a blank text is a blank cell.
    public let rows: [[String]]
  }

  /// The sheets in the order of their tabs.
  public let sheets: [Sheet]

  /// A sitting as it stands, with its settlement accounts.
  public init(_ definition: SittingDefinition, accounts: [OrganisationAccount]) {
    let rows: [[[String: String]]] = [
      [Self.identity(definition)], Self.organisations(definition), Self.users(definition),
      Self.windows(definition),
      Self.offers(definition), Self.fees(definition), Self.sites(definition), Self.siteSubjects(definition),
      Self.preferredDays(definition), Self.plans(definition), Self.planSubjects(definition),
      Self.calendar(definition),
      accounts.map(Self.row),
    ]
    sheets = zip(SittingSheet.all, rows).map { sheet, rows in
      Sheet(
        description: sheet,
        rows: rows.map { row in sheet.columns.map { column in column.text(of: row[column.key] ?? "") } })
    }
  }

  private init(sheets: [Sheet]) { self.sheets = sheets }

  /// No rows at all.
  public static let blank = SittingBook(sheets: SittingSheet.all.map { Sheet(description: $0, rows: []) })

  /// The rows of the sample, a sitting of a programme.
  public static func sample(of programme: String) -> SittingBook {
    SittingBook(
      sheets: SittingSheet.all.map { sheet in
        let count = sheet.columns.map(\.samples.count).max() ?? 0
        let rows = (0..<count).map { row in
          sheet.columns.map { row < $0.samples.count ? $0.samples[row] : "" }
        }
        guard sheet.key.isEmpty, let number = rows.first?[sheet.index(of: "number")] else {
          return Sheet(description: sheet, rows: rows)
        }
        var named = rows
        named[0][sheet.index(of: "sitting")] = "\(programme)-\(number)"
        named[0][sheet.index(of: "programme")] = programme
        return Sheet(description: sheet, rows: named)
      })
  }
}

extension SittingSheet.Column {
  /// A value of a sitting file as the cell shows it.
  func text(of value: String) -> String {
    guard let choice = choices.first(where: { $0.value == value }), !value.isEmpty || isOpen else {
      return value
    }
    return choice.text
  }
}
