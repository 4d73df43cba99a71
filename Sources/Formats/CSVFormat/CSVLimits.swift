/// CSV 上限 — how large a record may get before the file is refused. Values over the most are brought down to
/// it.
public struct CSVLimits: Sendable, Equatable {
  /// The most bytes of text in one record, counted as UTF-8: 1 MiB unless said, 16 MiB at most.
  public let record: Int
  /// The most bytes of text in one field, counted as UTF-8: 64 KiB unless said, 1 MiB at most.
  public let field: Int
  /// The most fields in one record, blank ones included: 512 unless said, 8 192 at most.
  public let fields: Int

  /// Limits; what is left out has its default.
  public init(record: Int = 1 << 20, field: Int = 64 << 10, fields: Int = 512) {
    self.record = min(max(record, 1), 16 << 20)
    self.field = min(max(field, 1), 1 << 20)
    self.fields = min(max(fields, 1), 8192)
  }
}
