internal import Tabular

extension CSVReader {
  private var place: String { "line \(scanner.line)" }

  var unclosedQuote: FileError {
    FileError(
      .truncated, at: "line \(scanner.quoteLine)", zh: "这一行打开的引号到文件末尾也没有关闭。文件不完整，或这里多了一个引号；请补全或改正后重试。",
      en:
        "The quote opened on this line is never closed. The file is cut off, or the quote is one too "
        + "many; complete it or correct the line."
    )
  }

  func error(for fault: TextWindow.Fault) -> FileError {
    switch fault {
    case .incomplete(let offset):
      FileError(
        .truncated, at: place, zh: "文件在一个字符中间断开（\(encoding.rawValue)，第 \(offset + 1) 字节处）。请重新导出或重新传送。",
        en:
          "The file ends in the middle of a character (\(encoding.rawValue), byte \(offset + 1)). Export "
          + "or send it again."
      )
    case .invalid(let byte, let offset):
      FileError(
        .damaged, at: place,
        zh: "有不属于 \(encoding.rawValue) 的字节 0x\(hexadecimal(byte))（文件第 \(offset + 1) 字节）。请用 UTF-8 重新导出。",
        en:
          "The byte 0x\(hexadecimal(byte)) (byte \(offset + 1) of the file) is not valid "
          + "\(encoding.rawValue). Export the file again as UTF-8."
      )
    }
  }

  func error(for outcome: CSVScanner.Outcome) -> FileError {
    switch outcome {
    case .textAfterQuote:
      FileError(
        .damaged, at: place, zh: "第 \(scanner.column + 1) 个字段的引号关闭之后还有文字。引号内的引号要写成两个；请改正这一行。",
        en:
          "Field \(scanner.column + 1) goes on after its closing quote. Quotes within quotes are written "
          + "twice; correct the line."
      )
    case .fieldTooLong, .recordTooLong:
      scanner.isQuoted ? tooLongInQuotes : tooLong(outcome)
    case .tooManyFields:
      FileError(
        .tooLarge, at: place, zh: "这一行的字段超过 \(limits.fields) 个。请删去多余的列。",
        en: "The line has more than \(limits.fields) fields. Remove the columns that are not needed.")
    case .zeroByte, .needsText, .record:
      FileError(
        .damaged, at: place, zh: "这一行含有零字节，CSV 文本中不应有。文件已损坏，或不是文本文件；请重新导出。",
        en:
          "The line contains a zero byte, which no text has. The file is damaged or not a text file; "
          + "export it again."
      )
    }
  }

  private var tooLongInQuotes: FileError {
    FileError(
      .tooLarge, at: place,
      zh: "第 \(scanner.quoteLine) 行打开的引号之后文字太长，可能是引号没有关闭。请检查第 \(scanner.quoteLine) 行的引号。",
      en:
        "The text behind the quote opened on line \(scanner.quoteLine) is too long; perhaps the quote is "
        + "not closed. Check line \(scanner.quoteLine)."
    )
  }

  private func tooLong(_ outcome: CSVScanner.Outcome) -> FileError {
    outcome == .fieldTooLong
      ? FileError(
        .tooLarge, at: place, zh: "第 \(scanner.column + 1) 个字段超过 \(limits.field) 字节。请检查文件是否为 CSV。",
        en: "Field \(scanner.column + 1) is longer than \(limits.field) bytes. Check that the file is CSV.")
      : FileError(
        .tooLarge, at: place, zh: "这条记录超过 \(limits.record) 字节。请检查文件是否为 CSV。",
        en: "The record is longer than \(limits.record) bytes. Check that the file is CSV.")
  }

  private func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count < 2 ? "0" + digits : digits
  }
}
