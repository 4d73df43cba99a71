internal import Storage

/// 暂存行所指 — the stored records that staged rows mean by their numbers, as conditions of SQL. Each names the sitting, so
/// that a server looks into its partition only.
extension ImportContext {
  /// Whether a registration or an entry has the number that a column of the staged row holds.
  func record(_ table: String, is column: String) -> String {
    "\(Joining.inSitting(sittingID, table)) AND \(table).id = \(column)"
  }

  /// Whether an entry belongs to the registration whose number a column of the staged row holds.
  func entry(_ entry: String, of column: String) -> String {
    "\(Joining.inSitting(sittingID, entry)) AND \(entry).registration = \(column)"
  }

  /// Whether a violation, score or address belongs to the entry whose number a column of the staged row holds.
  func record(_ table: String, of column: String) -> String {
    "\(Joining.inSitting(sittingID, table)) AND \(table).entry = \(column)"
  }
}
