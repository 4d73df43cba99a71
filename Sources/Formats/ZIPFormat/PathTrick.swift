import Tabular

/// 路径花招 — what makes an entry's name unfit to be a label.
enum PathTrick {
  case empty
  case controlCharacter
  case absolute
  case drive
  case climbing

  /// The trick in a path whose parts are joined by `/`; nil for an honest one.
  static func `in`(_ path: String) -> PathTrick? {
    if path.unicodeScalars.contains(where: { $0.value < 0x20 || (0x7f...0x9f).contains($0.value) }) {
      return .controlCharacter
    }
    let bytes = path.utf8
    if bytes.first == UInt8(ascii: "/") { return .absolute }
    if bytes.dropFirst().first == UInt8(ascii: ":") { return .drive }
    var parts = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    if bytes.last == UInt8(ascii: "/") { parts.removeLast() }
    for part in parts {
      if part.isEmpty { return .empty }
      if part.elementsEqual("..".utf8) || part.elementsEqual(".".utf8) { return .climbing }
    }
    return nil
  }

  /// What is wrong, to follow the words "the name".
  var wording: Wording {
    switch self {
    case .empty: Wording(zh: "是空的，或含有空的一级", en: "is empty or has an empty part")
    case .controlCharacter: Wording(zh: "含有控制字符", en: "has a control character in it")
    case .absolute: Wording(zh: "是绝对路径（以 / 开头）", en: "is an absolute path (it begins with a slash)")
    case .drive: Wording(zh: "带有盘符", en: "names a drive")
    case .climbing: Wording(zh: "含有“.”或“..”，会跳出文件夹", en: "contains “.” or “..” and would leave its folder")
    }
  }
}
