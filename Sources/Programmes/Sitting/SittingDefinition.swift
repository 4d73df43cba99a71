public import ExamModel

/// 考次设置 — everything that a centre sets before work begins (SET-08): what one sitting file says, as values.
/// It is checked by `SittingCheck`, compared by `SittingChanges`, and kept as its `canonicalText`.
public struct SittingDefinition: Sendable, Equatable, Codable {
  /// 年龄范围 — the ages in full years on the first exam day that may register (REG-12).
  public struct Ages: Sendable, Equatable, Codable {
    /// The least age.
    public var least: Int
    /// The greatest age.
    public var most: Int

    /// A range of ages.
    public init(least: Int, most: Int) {
      self.least = least
      self.most = most
    }
  }

  /// 机构操作时间 — what a sitting says about the windows of one organisation (WIN-01, WIN-02).
  public enum WindowSet: Sendable, Equatable, Codable {
    /// The same windows as the organisation above.
    case inherit
    /// Its own windows; a kind that is not named has none.
    case own([WindowKind: Window])
    /// The same windows as the organisation above, but for those that are named (WIN-07).
    case inheriting(except: [WindowKind: Window])

    /// Whether what is not written is as above.
    public var inherits: Bool {
      if case .own = self { return false }
      return true
    }

    /// The windows that are written for the organisation itself.
    public var written: [WindowKind: Window] {
      switch self {
      case .inherit: [:]
      case .own(let windows), .inheriting(let windows): windows
      }
    }
  }

  /// `<programme>-<number>`: `ncre-58`.
  public var id: String
  /// The programme's id.
  public var programme: String
  /// The sitting's number, 1–99: two digits of a ticket number.
  public var number: Int
  /// The name that people see.
  public var name: String
  /// The exam days in order, each once.
  public var examDates: [CalendarDate]
  /// Who may register; nil where the programme's own range holds.
  public var ages: Ages?
  /// The organisations by their codes; the centre, whose code is empty, is not among them.
  public var organisations: [String: Organisation]
  /// The users by their names.
  public var users: [String: User]
  /// The windows by the organisation's code.
  public var windows: [String: WindowSet]
  /// What provinces (or other organisations above the sites) offer: by their codes, then by the subject's code.
  public var offers: [String: [String: SubjectOffer]]
  /// The fees by the code of the organisation for whose sites they hold.
  public var fees: [String: FeeTable]
  /// The settings of the sites by their codes.
  public var sites: [String: SiteSettings]
  /// The plans of certificates, in the file's order; empty for programmes without.
  public var plans: [ExamPlan]
  /// The programme's calendar in the file's order; empty for programmes without.
  public var calendar: [CalendarStep]

  /// A sitting without organisations and settings.
  public init(programme: String, number: Int, name: String, examDates: [CalendarDate]) {
    self.id = "\(programme)-\(number)"
    self.programme = programme
    self.number = number
    self.name = name
    self.examDates = Set(examDates).sorted()
    ages = nil
    organisations = [:]
    users = [:]
    windows = [:]
    offers = [:]
    fees = [:]
    sites = [:]
    plans = []
    calendar = []
  }
}
