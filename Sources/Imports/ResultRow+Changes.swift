internal import Storage

extension ResultRow {
  /// The fields that differ, of columns whose old and new values stand side by side in the result.
  /// - Parameter first: where the first column's old value stands.
  func changes(_ columns: [String], from first: Int) -> [RecordChange.Field] {
    columns.enumerated().compactMap { place, column in
      let (old, new) = (optionalText(first + place * 2), optionalText(first + 1 + place * 2))
      return old == new ? nil : RecordChange.Field(column, old: old, new: new)
    }
  }
}
