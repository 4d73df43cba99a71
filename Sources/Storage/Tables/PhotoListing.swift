/// 照片明细 — what a photo package reads: the pictures of a site under the names they get, and who has none. A picture that
/// has lost its link to the registration is nobody's until the photo check joins them again.
public enum PhotoListing {
  /// 照片 — one picture and its name.
  public struct Picture: Sendable {
    /// The ticket number or the identity document's number, whichever was asked for.
    public var key: String
    /// jpeg or png.
    public var format: String
    /// The picture.
    public var content: [UInt8]
  }

  /// Hands on a picture for every ticket, in the order of the ticket numbers. One picture is in memory at a time.
  public static func forEachTicket(
    sitting: Int, site: String, _ session: any Session, _ body: (Picture) throws -> Void
  ) throws {
    try session.forEach(
      """
      SELECT e.ticket, c.format, c.content
      FROM entry e JOIN registration r ON \(Joining.entry()) JOIN photo p ON \(isOwn)
      JOIN picture c ON \(Joining.picture("c"))
      WHERE e.sitting = $1 AND e.place = $2 AND e.ticket IS NOT NULL ORDER BY e.ticket
      """, [.integer(sitting), .text(site)]
    ) { try body(picture($0)) }
  }

  /// Hands on the picture of every candidate who has an entry, in the order of the identity numbers.
  public static func forEachCandidate(
    sitting: Int, site: String, _ session: any Session, _ body: (Picture) throws -> Void
  ) throws {
    try session.forEach(
      """
      SELECT r.document_number, c.format, c.content FROM registration r JOIN photo p ON \(isOwn)
      JOIN picture c ON \(Joining.picture("c"))
      WHERE r.sitting = $1 AND r.site = $2 AND EXISTS (SELECT 1 FROM entry e WHERE \(Joining.entry()))
      ORDER BY r.document_number
      """, [.integer(sitting), .text(site)]
    ) { try body(picture($0)) }
  }

  /// Hands on the candidates who have an entry and no photo, in the order of their identity numbers.
  public static func forEachWithout(
    sitting: Int, site: String, _ session: any Session,
    _ body: (_ documentNumber: String, _ name: String) throws -> Void
  ) throws {
    try session.forEach(
      """
      SELECT r.document_number, r.name FROM registration r LEFT JOIN photo p ON \(isOwn)
      WHERE r.sitting = $1 AND r.site = $2 AND p.sha256 IS NULL
        AND EXISTS (SELECT 1 FROM entry e WHERE \(Joining.entry()))
      ORDER BY r.document_number
      """, [.integer(sitting), .text(site)]
    ) { try body($0.text(0), $0.text(1)) }
  }

  private static let isOwn = """
    \(Joining.photo()) AND r.has_photo = 1
    """

  private static func picture(_ row: any ResultRow) -> Picture {
    Picture(key: row.text(0), format: row.text(1), content: row.bytes(2))
  }
}
