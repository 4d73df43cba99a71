internal import ExamModel
internal import Storage

/// 撤销与容量 — entries that an undo brings back need places like any others (REG-11): where their places are taken by now,
/// the registrations that ask for them stay as they are.
struct UndoCapacity {
  private let tables: UndoTables
  private let context: ImportContext
  private var session: any Session { tables.session }

  init(_ tables: UndoTables, _ context: ImportContext) {
    self.tables = tables
    self.context = context
  }

  /// Gives those registrations their verdict; called when all other obstacles have theirs.
  func judge() throws {
    try tables.stageDifferences(of: "subjects")
    let asked = try tally("SELECT item, count(*) FROM undo_difference WHERE side = 'back' GROUP BY item")
    guard !asked.isEmpty else { return }
    let taken = try tally(
      "SELECT subject, count(*) FROM entry WHERE sitting = $1 AND place = $2 GROUP BY subject",
      [.integer(context.sittingID), .text(context.site)])
    let freed = try tally(
      """
      SELECT subject, count(*) FROM (
        SELECT item AS subject FROM undo_difference WHERE side = 'away'
        UNION ALL
        SELECT e.subject FROM entry e JOIN registration r ON \(Joining.entry())
        JOIN undo_record u ON u.record = 'registration' AND u.record_key = r.document_number
        WHERE r.sitting = $1 AND u.action = 'created' AND u.verdict IS NULL
      ) AS leaving GROUP BY subject
      """, [.integer(context.sittingID)])
    let capacity = context.settings.capacity
    for (subject, asked) in asked.sorted(by: { $0.key < $1.key }) {
      let places = capacity.places(for: subject)
      guard places < Capacity.unlimited else { continue }
      let left = places - taken[subject, default: 0] + freed[subject, default: 0]
      if asked > left { try keep("AND d.item = $1", [.text(subject)]) }
    }
    func sum(_ tally: [String: Int]) -> Int { tally.values.reduce(0, +) }
    if capacity.total < Capacity.unlimited, sum(asked) > capacity.total - sum(taken) + sum(freed) {
      try keep()
    }
  }

  /// Keeps the registrations to which a subject would come back.
  private func keep(_ condition: String = "", _ parameters: [SQLValue] = []) throws {
    try session.execute(
      """
      UPDATE undo_record SET verdict = '\(UndoObstacle.full.rawValue)'
      WHERE record = 'registration' AND verdict IS NULL AND EXISTS (
        SELECT 1 FROM undo_difference d WHERE d.side = 'back' AND d.record_key = undo_record.record_key \(condition))
      """, parameters)
  }

  private func tally(_ select: String, _ parameters: [SQLValue] = []) throws -> [String: Int] {
    Dictionary(
      uniqueKeysWithValues: try session.all(select, parameters) { ($0.text(0), $0.integer(1)) })
  }
}
