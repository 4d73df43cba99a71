internal import Storage

/// 照片随号 — a picture is kept under its candidate's ID number, and stays the candidate's where that number changes.
enum PhotoNumbers {
  /// Puts the pictures under the new numbers, before the registrations get them. A picture that stands under the new
  /// number already is left alone.
  /// - Parameter table: holds `registration`, `document_number` (the new one) and `old_document`.
  static func follow(_ table: String, sitting: Int, _ session: any Session) throws {
    try session.execute(
      """
      UPDATE photo SET document_number = i.document_number
      FROM \(table) AS i JOIN registration AS r ON \(Joining.inSitting(sitting, "r")) AND r.id = i.registration
      WHERE photo.sitting = r.sitting AND photo.site = r.site AND photo.document_number = i.old_document
        AND i.document_number <> i.old_document AND NOT EXISTS (
          SELECT 1 FROM photo p WHERE p.sitting = r.sitting AND p.site = r.site
            AND p.document_number = i.document_number)
      """)
  }
}
