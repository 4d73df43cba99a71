import Tabular

/// 条目解压问题 — what can be wrong with an entry's bytes, once its headers were found good.
enum EntryTrouble {
  /// The packed bytes do not follow the format.
  case broken
  /// They unpack to fewer bytes than the directory says.
  case shorter
  /// They unpack to more bytes than the directory says.
  case longer
  /// Packed bytes are left when the content has ended.
  case leftOver
  /// The content is not what the check sum was made of.
  case checkSum
  /// The file became shorter while it was read.
  case cutOff
  /// There is no memory to unpack with.
  case memory

  func error(at place: String) -> FileError {
    switch self {
    case .broken, .shorter, .leftOver, .checkSum:
      FileError(
        .damaged, at: place, zh: "条目的内容已损坏（\(reason.zh)）。请重新打包或重新传输。",
        en: "The entry's content is damaged (\(reason.en)). Pack or transfer it again.")
    case .longer:
      FileError(
        .hostile, at: place, zh: "条目\(reason.zh)（可能是压缩炸弹），不予读取。请检查内容后重新打包。",
        en: "The entry \(reason.en) (a bomb?); it is refused. Check what is in it.")
    case .cutOff:
      FileError(
        .truncated, at: place, zh: "\(reason.zh)。请重新传输后再试。",
        en: "\(reason.en). Transfer it again.")
    case .memory:
      FileError(
        .disk, at: place, zh: "\(reason.zh)，不能解压。请关闭其他程序后重试。",
        en: "\(reason.en). Close other programs and try again.")
    }
  }

  private var reason: Wording {
    switch self {
    case .broken: Wording(zh: "压缩数据不合格式", en: "the packed data breaks the format")
    case .shorter: Wording(zh: "解压后比目录所说的短", en: "it unpacks to less than the directory says")
    case .longer: Wording(zh: "解压后比目录所说的长", en: "unpacks to more than the directory says")
    case .leftOver: Wording(zh: "内容结束后还有多余的压缩数据", en: "packed data is left after its end")
    case .checkSum: Wording(zh: "校验和不符", en: "its check sum differs")
    case .cutOff: Wording(zh: "读取时文件变短了", en: "The file became shorter while it was read")
    case .memory: Wording(zh: "内存不足", en: "There is not enough memory to unpack")
    }
  }
}
