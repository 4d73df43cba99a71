import Tabular

/// 解压总量 — adds up what the entries claim to unpack to. No entry ever gives a byte more than it claims (its
/// stream sees to that), so an archive that passes here cannot become larger than it was judged to be.
struct UnpackedTotal {
  private var packed = 0
  private var unpacked = 0

  mutating func add(
    packed more: Int, unpacked size: Int, limits: ZIPLimits, place: String
  ) throws(FileError) {
    guard size <= limits.unpackedTotal - unpacked, more <= limits.archiveBytes - packed else {
      let most = limits.unpackedTotal >> 20
      throw FileError(
        .tooLarge, at: place, zh: "压缩包解压后超过 \(most) MiB 的限额。请分成几个压缩包。",
        en: "The archive unpacks to more than the \(most) MiB that are allowed. Split it.")
    }
    packed += more
    unpacked += size
    let isBomb =
      Self.passes(size, over: more, ratio: limits.entryRatio, after: limits.entryRatioAfter)
      || Self.passes(unpacked, over: packed, ratio: limits.totalRatio, after: limits.totalRatioAfter)
    if isBomb {
      throw FileError(
        .hostile, at: place, zh: "压缩比高得不正常（可能是压缩炸弹），整个压缩包不予读取。请检查内容后重新打包。",
        en:
          "It unpacks to an abnormal multiple of its size (a bomb?); it is refused. Check what is in it."
      )
    }
  }

  private static func passes(_ unpacked: Int, over packed: Int, ratio: Int, after: Int) -> Bool {
    unpacked > after && unpacked / ratio > packed
  }
}
