/// 照片检查结果 — what a photo check found and did.
public struct PhotoCheckResult: Sendable, Encodable {
  /// Photos that are linked to their registration, those of paid registrations included, whose flag is never changed.
  public var matched = 0
  /// Photos that had lost their registration and are linked again.
  public var relinked = 0
  /// The ID numbers of photos without a registration, masked.
  public var unmatched: [String] = []
  /// How many of those were deleted.
  public var deleted = 0
  /// Of the matched, those of paid registrations that are marked as having no photo; nil for none (PHC-04).
  public var paidWithoutFlag: Int?
  /// In a closed sitting, photos that could be linked again but for that; nil for none.
  public var relinkable: Int?
}
