public import Programmes
public import Tabular

/// 导出选项名 — the options of exports; each kind says which of them mean something to it.
public enum ExportOption: String, Sendable, CaseIterable {
  /// As which kind of file.
  case format
  /// In which encoding, for CSV.
  case encoding
  /// What becomes of characters that a DBF file cannot hold.
  case characters
  /// By what photos are named.
  case names
  /// Also what was handed out before.
  case all
  /// In which order documents are printed.
  case order
}

/// 生僻字策略 — what becomes of characters that code page 936 does not have (DOC-07).
public enum CharacterPolicy: String, Sendable, CaseIterable {
  /// Each is an error, and no package is made.
  case fail
  /// `??` stands for each, with a warning.
  case question
  /// The homophone in brackets that follows it, `䶮[岩]`, stands for it, with a warning; without one it is an error.
  case homophone
}

/// 导出编码 — the encodings in which a CSV file can be asked for.
public enum ExportEncoding: String, Sendable, CaseIterable {
  /// UTF-8 with a byte order mark, as Excel wants it.
  case utf8 = "utf-8"
  case gb18030
}

/// 照片命名 — by what the pictures of a photo package are named (DOC-06).
public enum PhotoNames: String, Sendable, CaseIterable {
  /// By ticket number: a picture for each entry.
  case ticket
  /// By identity number: a picture for each candidate.
  case id
}

/// 导出选项 — what was asked for beside the kind and the site; what is nil was not asked for.
public struct ExportOptions: Sendable, Equatable {
  /// As which kind of file.
  public var format: ExportLayout.Form?
  /// In which encoding a CSV file is written; UTF-8 with a mark where it was not asked for.
  public var encoding: ExportEncoding?
  /// What becomes of characters that a DBF file cannot hold; `fail` where it was not asked for.
  public var characters: CharacterPolicy?
  /// By what photos are named.
  public var names: PhotoNames?
  /// In which order documents are printed (DOC-02).
  public var order: DocumentLayout.Order?
  /// Whether what was handed out before is exported again (REG-13).
  public var includesAll = false

  /// Options; none is asked for.
  public init() {}

  /// The options that were asked for.
  public var given: Set<ExportOption> {
    var given: Set<ExportOption> = []
    if format != nil { given.insert(.format) }
    if encoding != nil { given.insert(.encoding) }
    if characters != nil { given.insert(.characters) }
    if names != nil { given.insert(.names) }
    if includesAll { given.insert(.all) }
    if order != nil { given.insert(.order) }
    return given
  }
}

/// 选项不合 — an option that does not fit the export: the call is wrong, not the data.
public struct UnfitOption: Error, Sendable {
  /// Which option, why, and what would fit.
  public let wording: Wording

  /// An error with its wording in both languages.
  public init(zh: String, en: String) { wording = Wording(zh: zh, en: en) }
}

/// 导出拒绝 — the export cannot be made at all, whatever the data.
public struct ExportRefusal: Error, Sendable {
  /// What, why, and what to do.
  public let wording: Wording

  /// A refusal with its wording in both languages.
  public init(zh: String, en: String) { wording = Wording(zh: zh, en: en) }
}
