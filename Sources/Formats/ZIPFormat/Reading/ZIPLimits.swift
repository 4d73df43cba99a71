/// 压缩包限额 — how much a ZIP may hold before it is refused. Every number is judged twice: on what the directory
/// claims, when the archive is opened, and on what really comes out, while it is unpacked.
public struct ZIPLimits: Sendable, Equatable {
  /// The most bytes of the archive itself.
  public var archiveBytes: Int
  /// The most entries, folders and litter counted.
  public var entries: Int
  /// The most bytes all entries together may unpack to.
  public var unpackedTotal: Int
  /// How many times its packed size one entry may unpack to, once it is larger than `entryRatioAfter`.
  public var entryRatio: Int
  /// The unpacked bytes of one entry from which its ratio is judged.
  public var entryRatioAfter: Int
  /// How many times their packed size all entries together may unpack to, once larger than `totalRatioAfter`.
  public var totalRatio: Int
  /// The unpacked bytes of all entries from which their ratio is judged.
  public var totalRatioAfter: Int
  /// The most bytes of one entry's name, path included.
  public var nameBytes: Int

  /// Limits; the ratios and the name's length have safe defaults.
  public init(
    archiveBytes: Int, entries: Int, unpackedTotal: Int, entryRatio: Int = 250,
    entryRatioAfter: Int = 4 << 20,
    totalRatio: Int = 100, totalRatioAfter: Int = 10 << 20, nameBytes: Int = 1024
  ) {
    self.archiveBytes = archiveBytes
    self.entries = entries
    self.unpackedTotal = unpackedTotal
    self.entryRatio = entryRatio
    self.entryRatioAfter = entryRatioAfter
    self.totalRatio = totalRatio
    self.totalRatioAfter = totalRatioAfter
    self.nameBytes = nameBytes
  }

  /// A workbook (an .xlsx is a ZIP of its parts).
  public static let workbook = ZIPLimits(archiveBytes: 64 << 20, entries: 1_000, unpackedTotal: 512 << 20)
  /// A ZIP that brings workbooks, as a collective registration does.
  public static let registration = ZIPLimits(archiveBytes: 64 << 20, entries: 100, unpackedTotal: 512 << 20)
  /// A ZIP of photos.
  public static let photos = ZIPLimits(archiveBytes: 2 << 30, entries: 50_000, unpackedTotal: 8 << 30)

  /// The most an installation may allow for a workbook.
  public static let workbookMost = ZIPLimits(
    archiveBytes: 512 << 20, entries: 10_000, unpackedTotal: 4 << 30, entryRatio: 1032, totalRatio: 250)
  /// The most an installation may allow for a ZIP that brings workbooks.
  public static let registrationMost = ZIPLimits(
    archiveBytes: 512 << 20, entries: 1_000, unpackedTotal: 4 << 30, entryRatio: 1032, totalRatio: 250)
  /// The most an installation may allow for a ZIP of photos.
  public static let photosMost = ZIPLimits(
    archiveBytes: 16 << 30, entries: 200_000, unpackedTotal: 64 << 30, entryRatio: 1032, totalRatio: 250)
}
