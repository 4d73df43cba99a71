internal import ExamModel
internal import Storage
internal import Tabular

/// 显示值 — a column's value as people read it: points for hundredths, a time of day for minutes, ID and
/// account numbers masked (IDN-06).
public enum ShownValue {
  /// The value of a column for a screen.
  /// - Parameter isWhole: whether ID numbers are shown whole, because who looks has asked for that.
  public static func text(_ value: String?, of column: String, isWhole: Bool = false) -> String? {
    guard let value else { return nil }
    switch column {
    case "document_number" where !isWhole, "account_number" where !isWhole: return Masking.shortened(value)
    case "score", "file_score": return Int(value).map { Hundredths(value: $0).description } ?? value
    case "starts", "ends": return Int(value).flatMap(TimeOfDay.init(minutes:))?.text ?? value
    case "sha256": return String(value.prefix(12))
    case "locked_at", "paid_at", "audited_at", "registered_at", "expires_at", "opens", "closes":
      return Int(value).map { Instant(secondsSince1970: $0).shortText } ?? value
    default: return value
    }
  }
}

extension FieldChange {
  /// What a change of a record says field by field, under the headings of the file that makes it.
  static func all(of change: RecordChange, _ kind: any ImportKind, _ binding: FieldBinding) -> [FieldChange] {
    change.fields.map { field in
      FieldChange(
        row: change.row ?? 0, field: heading(of: field.column, change.record, kind, binding),
        old: ShownValue.text(field.old, of: field.column), new: ShownValue.text(field.new, of: field.column))
    }
  }

  private static func heading(
    of column: String, _ record: RecordKind, _ kind: any ImportKind, _ binding: FieldBinding
  ) -> String {
    // A registration's subjects stand in several columns; the first names them all.
    let field = column == "subjects" ? "subject1" : kind.stagedFields.first { $0.column == column }?.field
    return field.flatMap(binding.place(of:))?.heading ?? FieldTitle.of(column, in: record).zh
  }
}
