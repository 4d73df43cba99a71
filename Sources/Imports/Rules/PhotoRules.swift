internal import Programmes
internal import Tabular

/// 考生照片 — PHO-01 to PHO-05, PHO-07.
enum PhotoRules: RuleFamily {
  static let templates = [
    nearName, owner, unknown, exists, locked, twice, content, format, bytes, size, shape,
  ]

  static let nearName = FindingTemplate(
    "PHO-01",
    message: Wording(
      zh: "文件名与报名信息中的证件号码不完全一致。", en: "The file's name is not exactly the registered ID number."),
    advice: Wording(zh: "请去掉空格、改为半角，与证件号码一致。", en: "Remove blanks and full-width characters from the name."))
  static let owner = FindingTemplate(
    "PHO-01/owner",
    message: Wording(
      zh: "文件名不是本考点任何考生的证件号码；按{0}推测可能是一名考生。",
      en: "The file's name is no registered ID number; by {1} it may belong to a candidate."),
    advice: Wording(
      zh: "请核对是否为本人，再以证件号码命名。", en: "See whether it is that person, then name it by the ID number."))
  static let unknown = FindingTemplate(
    "PHO-03",
    message: Wording(zh: "本考点本考次没有这个证件号码的报名信息。", en: "No one with this ID number is registered at the site."),
    advice: Wording(zh: "请先导入报名信息，或核对文件名。", en: "Import the registration first, or check the file's name."))
  static let exists = FindingTemplate(
    "PHO-04/exists", message: Wording(zh: "该考生已有照片。", en: "The candidate has a photo already."),
    advice: Wording(zh: "若要更换，请勾选“覆盖重名照片”（--override）。", en: "To replace it, import with --override."))
  static let locked = FindingTemplate(
    "PHO-04/locked",
    message: Wording(
      zh: "该考生的报名信息{0}，不能更换照片。", en: "The registration is {2}; its photo cannot be replaced."),
    advice: Wording(zh: "解除办法：{1}。之后再导入。", en: "What lifts it: {3}. Then import again."))
  static let twice = FindingTemplate(
    "PHO-07",
    message: Wording(
      zh: "压缩包中有多个文件对应同一证件号码（另见第 {0} 个）。", en: "Several entries stand for one ID number (see entry {0})."),
    advice: Wording(zh: "请只保留一张。", en: "Keep one of them."))
  static let content = FindingTemplate(
    "PHO-05/content", message: Wording(zh: "{0}", en: "{1}"), advice: Wording(zh: "{2}", en: "{3}"))
  static let format = FindingTemplate(
    "PHO-05/format", message: Wording(zh: "照片内容是 {0}，应为 {1}。", en: "The picture is {0} and must be {1}."),
    advice: Wording(zh: "请另存为要求的格式，不要只改扩展名。", en: "Save it in that format; renaming is not enough."))
  static let bytes = FindingTemplate(
    "PHO-05/bytes",
    message: Wording(zh: "照片大小 {0} KB，应在 {1} KB 之间。", en: "The picture has {0} KB and must have {1} KB."),
    advice: Wording(zh: "请调整照片质量后重新保存。", en: "Save it again with another quality."))
  static let size = FindingTemplate(
    "PHO-05/size",
    message: Wording(
      zh: "照片为 {0} 像素，至少应为 {1}。", en: "The picture has {0} pixels and must have at least {1}."),
    advice: Wording(zh: "请使用更大的原图。", en: "Use a larger picture."))
  static let shape = FindingTemplate(
    "PHO-05/shape",
    message: Wording(zh: "照片宽高为 {0}，比例应为 {1}。", en: "The picture is {0}; its sides must be as {1}."),
    advice: Wording(zh: "请按要求的比例裁剪。", en: "Crop it to that shape."))

  /// What a picture's content and measures say against the programme's rule, every failure of it.
  static func check(_ reading: PictureReading, byteCount: Int, rule: PhotoRule, into row: inout DecodedRow) {
    func note(_ template: FindingTemplate, _ arguments: [String]) {
      row.note(template, at: 0, in: PhotoDecoder.binding, arguments: arguments)
    }
    if let problem = reading.problem {
      note(content, [problem.message.zh, problem.message.en, problem.advice.zh, problem.advice.en])
      return
    }
    guard let found = reading.format, let format = PhotoRule.Format(rawValue: found),
      rule.formats.contains(format)
    else {
      let wanted = rule.formats.map { $0.rawValue.uppercased() }.joined(separator: "/")
      note(Self.format, [(reading.format ?? "?").uppercased(), wanted])
      return
    }
    if !rule.bytes.contains(byteCount) { noteBytes(byteCount, rule: rule, into: &row) }
    if reading.width < rule.leastWidth || reading.height < rule.leastHeight {
      note(size, ["\(reading.width)×\(reading.height)", "\(rule.leastWidth)×\(rule.leastHeight)"])
    } else if let ratio = rule.ratio, !ratio.fits(width: reading.width, height: reading.height) {
      note(shape, ["\(reading.width)×\(reading.height)", "\(ratio.width):\(ratio.height)"])
    }
  }

  /// Notes that a picture has not the number of bytes that the programme asks for.
  static func noteBytes(_ byteCount: Int, rule: PhotoRule, into row: inout DecodedRow) {
    let wanted = "\(rule.bytes.lowerBound >> 10)–\(rule.bytes.upperBound >> 10)"
    row.note(bytes, at: 0, in: PhotoDecoder.binding, arguments: [kilobytes(byteCount), wanted])
  }

  private static func kilobytes(_ count: Int) -> String {
    let tenths = (count * 10 + 512) >> 10
    return "\(tenths / 10).\(tenths % 10)"
  }
}
