public import ExamModel
public import Tabular

/// 考试项目 — everything that makes one exam programme differ from another, as data: it is read whole from a folder of
/// `Templates/Programmes`, and no Swift knows any programme by name.
public struct Programme: Sendable {
  /// The programme's name in commands and files, the same as its folder's.
  public var id: String
  /// The name that people are shown.
  public var name: String
  /// The levels of organisations from the centre to the sites (ORG-01).
  public var organisations: [OrganisationLevel]
  /// The codes of the identity documents that are accepted, in the order in which they are offered.
  public var documents: [String]
  /// The ages that may register where a sitting says nothing else (REG-12).
  public var ages: ClosedRange<Int>
  /// The level whose users approve stations before these may have rooms (ORG-08); nil where sites need no approval.
  public var stationApprover: OrganisationLevel?
  /// The level whose users confirm payment applications (PAY-04); nil where nobody applies for a payment.
  public var paymentConfirmer: OrganisationLevel?
  /// The kind of room, a code of `room-kind`, that each kind of plan subject is examined in (ARR-03); a kind that is not
  /// named, and a subject of no plan, may be sat in any room.
  public var roomKinds: [PlanSubject.Kind: String] = [:]
  /// How much an import may change unasked.
  public var changeLimit = ChangeLimit()
  /// All subjects that ever were, each with the sittings in which it is examined.
  public var subjects: [Subject]
  /// What photos must be like; nil where the programme has none.
  public var photo: PhotoRule?
  /// How ticket numbers are built; nil where they come from outside.
  public var ticket: TicketPattern?
  /// How scores become results; nil where the programme takes none.
  public var scores: ScoreRules?
  /// What may be imported, by kind.
  public var layouts: [String: Layout]
  /// What is exported as a table, by kind.
  public var exports: [String: ExportLayout]
  /// How the documents that are printed look, by kind: the programme's own, and those that all programmes share.
  public var documentLayouts: [String: DocumentLayout] = [:]
  /// The general statistics that have a name, in the order of the names.
  public var presets: [StatisticsPreset] = []
  /// The code tables that all programmes share.
  public var tables: CodeTables

  /// The levels as they show in the codes of organisations.
  public var levels: OrganisationLevels { OrganisationLevels(codeLengths: organisations.map(\.codeLength)) }

  /// The region codes of identity numbers.
  public var regions: RegionCodes { tables.regions }

  /// The subjects that are examined in a sitting, in the definition's order.
  public func subjects(inSitting sitting: Int) -> [Subject] {
    subjects.filter { $0.isExamined(inSitting: sitting) }
  }

  /// A subject by its code, where the sitting examines it.
  public func subject(_ code: String, inSitting sitting: Int) -> Subject? {
    subjects.first { $0.code == code && $0.isExamined(inSitting: sitting) }
  }
}
