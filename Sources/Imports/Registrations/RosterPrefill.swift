internal import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

/// 学籍预填 — a new registration takes from the roster what its row leaves blank (ROS-06): one statement for the whole
/// file, and only then are the cells that are still blank told. It happens where the site uses the roster, and from
/// the rosters of sites that do (SET-07).
struct RosterPrefill {
  /// The fields that roster and registration share.
  static let fields = RegistrationsImport.personalFields.filter { field in
    RosterImport.personalFields.contains { $0.column == field.column }
  }
  /// Keeps the columns that were filled in, parted by commas.
  static let note = StagedField("prefilled", "prefilled")

  private let context: ImportContext
  private let binding: FieldBinding
  private let sites: RowSite

  init(_ context: ImportContext, binding: FieldBinding, sites: RowSite) {
    self.context = context
    self.binding = binding
    self.sites = sites
  }

  private var values: String { sites.values }

  /// Whether any row can be filled in.
  private var isUsed: Bool { !groups { $0.roster.isEnabled }.isEmpty }

  /// The sites whose settings are of a kind; nothing where there are none.
  private func groups(_ isMeant: (SiteSettings) -> Bool) -> [[String]] {
    sites.groups(context) { isMeant($0) ? true : nil }.map(\.sites)
  }

  /// Fills in the new ones; call it when `target` is known.
  func run(_ session: any Session) throws {
    guard isUsed else { return }
    var parameters = SQLParameters()
    let users = parameters.add(context.sitesWithRoster)
    let columns = Self.fields.map(\.column)
    let filled = columns.map { "\($0) = COALESCE(\(values).\($0), r.\($0))" }.joined(separator: ", ")
    let names = columns.map {
      "CASE WHEN \(values).\($0) IS NULL AND r.\($0) IS NOT NULL THEN '\($0),' ELSE '' END"
    }
    // Of the sites that rows can be for, those that use the roster are the very sites it is taken from.
    let here = sites == .ofRow ? "\(values).site IN (\(users))" : "1 = 1"
    try session.execute(
      """
      UPDATE \(values) SET \(filled), prefilled = NULLIF(rtrim(\(names.joined(separator: " || ")), ','), '')
      FROM roster AS r
      WHERE r.document_number = \(values).document_number AND r.site IN (\(users)) AND \(here)
        AND \(values).row_number IN (SELECT s.row_number FROM stage_row s WHERE s.target IS NULL)
      """, parameters.values)
  }

  /// What is still blank and must not be, in the rows of sites that use the roster.
  var judgements: [Judgement] {
    let required = Self.fields.filter { field in
      binding.index(of: field.field).map { binding.layout.columns[$0].isRequired } ?? false
    }
    let ofClass = Self.fields.filter { field in
      field.column == "class" && !required.contains { $0.column == field.column }
    }
    return groups { $0.roster.isEnabled }.flatMap { sites in
      required.map { blank(FormRules.required, $0, sites) }
    }
      + groups { $0.roster.isEnabled && $0.requiresClass }.flatMap { sites in
        ofClass.map { blank(RegistrationRules.classRequired, $0, sites) }
      }
  }

  /// A cell that could not be read is not blank: it has a finding of its own.
  private func blank(_ template: FindingTemplate, _ field: StagedField, _ codes: [String]) -> Judgement {
    var parameters = SQLParameters()
    let heading = parameters.add(.text(binding.place(of: field.field)?.heading ?? field.field))
    return Judgement(
      template, field: field.field,
      select: """
        SELECT s.row_number, NULL AS value, CAST(\(heading) AS TEXT) AS argument_0, NULL AS argument_1
        FROM \(values) s WHERE s.\(field.column) IS NULL AND \(sites.isOne(of: codes, "s", &parameters))
          AND \(StagedFindings.hasNone("s", at: heading))
        """, parameters: parameters.values)
  }

  /// What the values from the roster run into, judged like typed ones.
  /// - Parameter checks: the checks of a site.
  func findings(
    _ session: any Session, checks: (_ site: String) -> RegistrationRowChecks?
  ) throws -> [Finding] {
    guard isUsed else { return [] }
    let fields = Self.fields + [StagedField("documentNumber", "document_number")]
    let names = Dictionary(uniqueKeysWithValues: fields.map { ($0.column, $0.field) })
    let site = sites == .ofRow ? "site" : "NULL"
    var findings: [Finding] = []
    try session.forEach(
      """
      SELECT row_number, prefilled, \(site), \(fields.map(\.column).joined(separator: ", "))
      FROM \(values) WHERE prefilled IS NOT NULL ORDER BY row_number
      """, []
    ) { record in
      guard let checks = checks(record.text(2)) else { return }
      var row = DecodedRow(number: record.integer(0), width: binding.layout.columns.count)
      for (place, field) in fields.enumerated() {
        row[binding.index(of: field.field)] = record.optionalText(place + 3)
      }
      let prefilled = record.text(1).split(separator: ",").compactMap { names[String($0)] }
      checks.checkFilled(&row, Set(prefilled))
      findings += row.findings
    }
    return findings
  }
}
