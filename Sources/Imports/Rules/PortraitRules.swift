internal import Programmes
internal import Tabular

/// 证件照检测 — PHO-06: one frontal face of plausible size and place, an even background of a colour that the programme
/// takes, not blank, not blurred. Each failure has its own code.
enum PortraitRules: RuleFamily {
  static let templates = [
    detector, failed, nobody, several, size, place, background, colour, blank, blurred,
  ]

  static let detector = FindingTemplate(
    "PHO-06.detector", .warning,
    message: Wording(
      zh: "这台机器上没有人脸检测组件，只检查了空白、模糊和背景，没有检查人脸。",
      en:
        "There is no face detector on this machine: blank, blurred and background were checked, faces were not."
    ),
    advice: Wording(
      zh:
        "请运行 scripts/bootstrap（安装 libopencv-objdetect-dev libopencv-imgproc-dev opencv-data），再 swift build -c release --product kaowu-faces，把生成的 libkaowu-faces.so 放在程序旁边。",
      en:
        "Run scripts/bootstrap (it installs libopencv-objdetect-dev, libopencv-imgproc-dev, opencv-data), then swift build -c release --product kaowu-faces, and put libkaowu-faces.so beside the program."
    ))
  static let failed = FindingTemplate(
    "PHO-06.detector/failed", .warning,
    message: Wording(
      zh: "这张照片的人脸检测没有成功，未检查人脸。", en: "Face detection failed on this photo: faces were not checked."),
    advice: Wording(zh: "请人工查看这张照片。", en: "Look at this photo yourself."))
  static let nobody = FindingTemplate(
    "PHO-06.none", message: Wording(zh: "照片中没有检测到正面人脸。", en: "There is no frontal face in the picture."),
    advice: Wording(
      zh: "请换成本人正面免冠证件照。", en: "Send an ID photo: the face from the front, without a hat."))
  static let several = FindingTemplate(
    "PHO-06.several",
    message: Wording(
      zh: "照片中检测到 {0} 张人脸，应只有本人一张。", en: "There are {0} faces in the picture; there must be one."),
    advice: Wording(zh: "请换成只有本人的证件照。", en: "Send a photo of the candidate alone."))
  static let size = FindingTemplate(
    "PHO-06.size",
    message: Wording(
      zh: "人脸高度占照片的 {0}%，应在 {1}% 之间。", en: "The face has {0} % of the picture's height and must have {1} %."),
    advice: Wording(
      zh: "请裁剪为头部和双肩、人脸大小适中的证件照。", en: "Crop it to head and shoulders, as ID photos are."))
  static let place = FindingTemplate(
    "PHO-06.place",
    message: Wording(
      zh: "人脸不在照片中间偏上的位置（中心在左起 {0}%、上起 {1}%）。",
      en:
        "The face is not in the middle of the upper part (its middle is at {0} % from the left, {1} % from above)."
    ),
    advice: Wording(zh: "请重新裁剪，使人脸居中。", en: "Crop it again with the face in the middle."))
  static let background = FindingTemplate(
    "PHO-06.background",
    message: Wording(
      zh: "背景不均匀：边缘只有 {0}% 是同一种颜色，应不少于 {1}%。",
      en: "The background is not even: {0} % of the border has one colour, and {1} % must."),
    advice: Wording(zh: "请使用纯色背景的证件照。", en: "Send a photo with a plain background."))
  static let colour = FindingTemplate(
    "PHO-06.colour",
    message: Wording(
      zh: "背景颜色（RGB {0}）不符合要求，应为：{1}。", en: "The background's colour (RGB {0}) is not one of: {2}."),
    advice: Wording(zh: "请使用规定背景颜色的证件照。", en: "Send a photo with the background that is asked for."))
  static let blank = FindingTemplate(
    "PHO-06.blank", message: Wording(zh: "照片是空白的，几乎只有一种颜色。", en: "The picture is blank: next to one colour."),
    advice: Wording(zh: "请检查导出照片的程序，换成有内容的照片。", en: "See how it was exported, and send the photo itself."))
  static let blurred = FindingTemplate(
    "PHO-06.blurred",
    message: Wording(
      zh: "照片模糊（清晰度 {0}，至少应为 {1}）。", en: "The picture is blurred (sharpness {0}, at least {1} is needed)."),
    advice: Wording(zh: "请换成清晰的照片，不要放大小图。", en: "Send a sharp photo, not a small one made larger."))

  /// What a portrait's measures say against the programme's rule, every failure of it. A blank picture is that alone.
  static func check(
    _ portrait: PortraitReading, rule: PhotoRule, isDetectorThere: Bool, into row: inout DecodedRow
  ) {
    func note(_ template: FindingTemplate, _ arguments: [String] = []) {
      row.note(template, at: 0, in: PhotoDecoder.binding, arguments: arguments)
    }
    let limits = rule.portrait
    guard portrait.contrast >= Double(limits.leastContrast) else { return note(blank) }
    if portrait.sharpness < Double(limits.leastSharpness) {
      note(blurred, [tenths(portrait.sharpness), String(limits.leastSharpness)])
    }
    if let found = portrait.background {
      if found.evenShare < Double(limits.backgroundShare) {
        note(background, [percent(found.evenShare / 100), String(limits.backgroundShare)])
      } else if let (zh, en) = wantedColours(found, rule) {
        note(colour, [[found.red, found.green, found.blue].map(String.init).joined(separator: ","), zh, en])
      }
    }
    guard let faces = portrait.faces else {
      if isDetectorThere { note(failed) }
      return
    }
    switch faces.count {
    case 0: note(nobody)
    case 1: check(faces[0], limits, note)
    default: note(several, [String(faces.count)])
    }
  }

  private static func check(
    _ face: PortraitReading.Face, _ limits: PortraitRule, _ note: (FindingTemplate, [String]) -> Void
  ) {
    func lies(_ share: Double, in range: ClosedRange<Int>) -> Bool {
      share * 100 >= Double(range.lowerBound) && share * 100 <= Double(range.upperBound)
    }
    if !lies(face.height, in: limits.faceHeight) {
      note(size, [percent(face.height), "\(limits.faceHeight.lowerBound)–\(limits.faceHeight.upperBound)"])
    }
    if !lies(face.x, in: 50 - limits.offCentre...50 + limits.offCentre)
      || !lies(face.y, in: limits.faceMiddle)
    {
      note(place, [percent(face.x), percent(face.y)])
    }
  }

  /// The colours that the background should have, in both languages; nil where it has one of them.
  private static func wantedColours(_ found: PortraitReading.Background, _ rule: PhotoRule) -> (
    zh: String, en: String
  )? {
    guard !rule.backgrounds.isEmpty,
      !rule.backgrounds.contains(where: { $0.includes(red: found.red, green: found.green, blue: found.blue) })
    else { return nil }
    let names: [PhotoRule.Background: String] = [.light: "浅色", .white: "白色", .blue: "蓝色", .red: "红色"]
    return (
      rule.backgrounds.map { names[$0] ?? $0.rawValue }.joined(separator: "、"),
      rule.backgrounds.map(\.rawValue).joined(separator: ", ")
    )
  }

  private static func percent(_ share: Double) -> String { String(Int((share * 100).rounded())) }

  private static func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded(.down))
    return "\(tenths / 10).\(tenths % 10)"
  }
}
