/// 统计查询 — counts over the entries of an organisation and those below it, grouped by any columns, some of which may be
/// turned into columns of the table (PIV-01, PIV-03). One statement gives the groups and every total.
public struct TallyQuery: Sendable {
  /// 分组键 — a column, or what its values stand for.
  public struct Key: Sendable, Equatable {
    public var column: TallyColumn
    /// What each value stands for: the level of a subject. A value that stands for nothing is null. Nil for the
    /// values themselves.
    public var meanings: [String: String]?

    /// A key.
    public init(_ column: TallyColumn, meanings: [String: String]? = nil) {
      self.column = column
      self.meanings = meanings
    }
  }

  /// 条件 — what must hold of an entry.
  public enum Condition: Sendable, Equatable {
    /// The column has one of these values; `*` in a value stands for any text where `hasPatterns` says so. Sites are met
    /// by the codes of the organisations above them too.
    case column(TallyColumn, anyOf: [String], hasPatterns: Bool = false)
    /// The column has any value.
    case present(TallyColumn)
    /// The number is at least this many hundredths, and less than the limit where there is one.
    case number(TallyNumber, from: Int, below: Int? = nil)
    /// There is such a number.
    case known(TallyNumber)
  }

  /// 计数 — one figure of a group.
  public enum Tally: Sendable, Equatable {
    /// The entries of which all of these hold.
    case entries([Condition] = [])
    /// The candidates who have such an entry, each once; those without any entry count where nothing is asked of one.
    case candidates([Condition] = [])
    /// The sum of a number, in hundredths.
    case sum(TallyNumber)
  }

  /// The sitting's key.
  public var sitting: Int
  /// A site, or an organisation above sites.
  public var organisation: String
  /// By what the rows are grouped; without any there is the total alone.
  public var rows: [Key]
  /// By what the columns are grouped.
  public var pivots: [Key] = []
  /// The figures of each group.
  public var tallies: [Tally]
  /// What must hold of every entry that is looked at.
  public var conditions: [Condition] = []

  /// A query without pivots and conditions.
  public init(sitting: Int, organisation: String, rows: [Key], tallies: [Tally]) {
    self.sitting = sitting
    self.organisation = organisation
    self.rows = rows
    self.tallies = tallies
  }
}

/// 统计结果 — the figures of each group, and the totals: of a row over its pivots, of a pivot over all rows, of all.
/// Candidates are counted once in each, so that a total is not the sum of its parts.
public struct TallyResult: Sendable, Equatable {
  /// 分组 — the values of a group's rows and of its pivots; nil where an entry has none.
  public struct Group: Sendable, Hashable {
    public var rows: [String?]
    public var pivots: [String?]

    /// A group.
    public init(rows: [String?], pivots: [String?] = []) {
      self.rows = rows
      self.pivots = pivots
    }
  }

  /// The figures of each group, in the order of the tallies.
  public var groups: [Group: [Int]] = [:]
  /// The figures of each row over all pivots.
  public var rowTotals: [[String?]: [Int]] = [:]
  /// The figures of each pivot over all rows.
  public var pivotTotals: [[String?]: [Int]] = [:]
  /// The figures of all.
  public var total: [Int]

  /// Nothing was counted.
  public init(tallies: Int) { total = [Int](repeating: 0, count: tallies) }

  /// The values of the rows, sorted.
  public var sortedRows: [[String?]] { rowTotals.keys.sorted(by: Self.areInOrder) }
  /// The values of the pivots, sorted.
  public var sortedPivots: [[String?]] { pivotTotals.keys.sorted(by: Self.areInOrder) }

  /// Numbers by their size, everything else by its characters; what is missing comes last.
  static func areInOrder(_ first: [String?], _ second: [String?]) -> Bool {
    for (first, second) in zip(first, second) where first != second {
      guard let first else { return false }
      guard let second else { return true }
      if let first = Int(first), let second = Int(second), first != second { return first < second }
      return first < second
    }
    return false
  }
}
