internal import Tabular

extension ProgrammeReader {
  func photo(_ map: DefinitionMap) -> PhotoRule? {
    guard let photo = map.map("photo") else { return nil }
    defer { photo.finish() }
    let formats = photo.choices("formats", PhotoRule.Format.self)
    if formats.isEmpty { photo.note(DefinitionRules.missing, "formats", [photo.name("formats")]) }
    let bytes = photo.map("bytes")
    let least = bytes?.integer("least", in: 0...(20 << 20)) ?? 0
    let most = bytes?.integer("most", in: least...(20 << 20)) ?? 5 << 20
    bytes?.finish()
    let pixels = photo.map("pixels")
    let width = pixels?.requiredInteger("width", in: 1...16_384) ?? 1
    let height = pixels?.requiredInteger("height", in: 1...16_384) ?? 1
    pixels?.finish()
    var ratio: PhotoRule.Ratio?
    if let map = photo.map("ratio") {
      if let width = map.requiredInteger("width", in: 1...1000),
        let height = map.requiredInteger("height", in: 1...1000)
      {
        ratio = .init(width: width, height: height, tolerance: map.integer("tolerance", in: 0...100) ?? 0)
      }
      map.finish()
    }
    var rule = PhotoRule(
      formats: formats, bytes: least...max(least, most), leastWidth: width, leastHeight: height, ratio: ratio,
      backgrounds: photo.choices("backgrounds", PhotoRule.Background.self),
      isRequiredForPayment: photo.flag("requiredForPayment"))
    if let map = photo.map("portrait") { rule.portrait = portrait(map) }
    return rule
  }

  private func portrait(_ map: DefinitionMap) -> PortraitRule {
    defer { map.finish() }
    var rule = PortraitRule()
    rule.faceHeight = range("faceHeight", of: map, rule.faceHeight)
    rule.faceMiddle = range("faceMiddle", of: map, rule.faceMiddle)
    rule.offCentre = map.integer("offCentre", in: 0...50) ?? rule.offCentre
    if let background = map.map("background") {
      rule.backgroundTolerance = background.integer("tolerance", in: 0...255) ?? rule.backgroundTolerance
      rule.backgroundShare = background.integer("share", in: 0...100) ?? rule.backgroundShare
      background.finish()
    }
    rule.leastContrast = map.integer("contrast", in: 0...127) ?? rule.leastContrast
    rule.leastSharpness = map.integer("sharpness", in: 0...1_000) ?? rule.leastSharpness
    return rule
  }

  /// A range of percentages; what is not said is as it stands.
  private func range(
    _ key: String, of map: DefinitionMap, _ usual: ClosedRange<Int>
  ) -> ClosedRange<Int> {
    guard let map = map.map(key) else { return usual }
    defer { map.finish() }
    let least = map.integer("least", in: 0...100) ?? usual.lowerBound
    let most = map.integer("most", in: least...100) ?? max(least, usual.upperBound)
    return least...max(least, most)
  }
}
