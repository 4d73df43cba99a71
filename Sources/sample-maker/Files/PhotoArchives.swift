import ImageFormat
import SamplePictures
import Tabular

/// 照片压缩包 — the site's photos as they come from its schools: folders named in GBK, some in UTF-8, litter, and six
/// photos that cannot be taken.
struct PhotoArchives {
  /// Candidates with a good photo; the twelve after them have none, or a bad one.
  static let good = 300

  private let candidates: [Candidate]
  private let seed: UInt64

  init(_ candidates: [Candidate], seed: UInt64) {
    self.candidates = candidates
    self.seed = seed
  }

  /// 300 good photos and six bad ones of six kinds, and what is wrong with them.
  func main() throws(FileError) -> (archive: [UInt8], expected: ExpectedOutcome) {
    var archive = OldArchive()
    var expected = ExpectedOutcome(state: "done", read: 0)
    var place = 0
    func add(
      _ name: String, _ content: [UInt8], _ names: OldArchive.NameEncoding = .gbk, wrong rule: String? = nil
    ) {
      archive.add(name, content, names: names)
      place += 1
      expected.read += 1
      if let rule { expected.findings.append(.init(rule: rule, row: place, column: nil)) }
    }
    func addLitter(_ name: String, _ content: [UInt8] = []) {
      archive.add(name, content)
      place += 1
    }

    addLitter("照片/")
    addLitter("照片/Thumbs.db", [0xD0, 0xCF, 0x11, 0xE0])
    for (index, candidate) in candidates.prefix(Self.good).enumerated() {
      let file = "\(candidate.document.number).jpg"
      switch index {
      case ..<200: add("照片/\(candidate.className)/\(file)", try photo(index))
      // The second byte of 誠 in GBK is a backslash.
      case ..<230: add("照片/誠信班/\(file)", try photo(index))
      case ..<270: add("补拍/\(file)", try photo(index), .utf8)
      default: add(file, try photo(index))
      }
    }
    let bad = (Self.good..<Self.good + 6).map { ($0, candidates[$0].document.number) }
    let stranger = IdentityDocument.residentID(
      prefix: "990702", birth: BirthDate(year: 2001, month: 2, day: 3), sequence: 999)
    add("照片/\(stranger.number).jpg", try photo(bad[0].0), wrong: "PHO-03")
    add("照片/ \(bad[1].1.inFullWidth).jpg", try photo(bad[1].0), wrong: "PHO-01")
    add("照片/\(bad[2].1).jpg", try cutOff(bad[2].0), wrong: "PHO-05")
    add("照片/\(bad[3].1).jpg", try PNGEncoder.encode(picture(bad[3].0, width: 180)), wrong: "PHO-05")
    add("照片/\(bad[4].1).jpg", try small(bad[4].0), wrong: "PHO-05")
    add("照片/\(bad[5].1).jpg", sideways(try photo(bad[5].0)), wrong: "PHO-05")
    return (archive.bytes, expected)
  }

  /// Three photos, two of them for one candidate: neither of the two can be taken (PHO-07).
  func twins() throws(FileError) -> (archive: [UInt8], expected: ExpectedOutcome) {
    var archive = OldArchive()
    archive.add("一班/\(candidates[0].document.number).jpg", try photo(0))
    archive.add("一班/\(candidates[1].document.number).jpg", try photo(1))
    archive.add("二班/\(candidates[1].document.number).jpg", try photo(2))
    let expected = ExpectedOutcome(
      state: "done", read: 3,
      findings: [.init(rule: "PHO-07", row: 2, column: nil), .init(rule: "PHO-07", row: 3, column: nil)])
    return (archive.bytes, expected)
  }

  /// Twenty shaded portraits for the ID-photo check, with one of each fault among them (PHO-06).
  func checked() throws(FileError) -> (archive: [UInt8], expected: ExpectedOutcome) {
    var archive = OldArchive()
    var expected = ExpectedOutcome(state: "done", read: 20)
    var faults = IDPhoto.Fault.allCases[...]
    for index in 0..<expected.read {
      let fault = index % 5 == 1 || index % 5 == 3 ? faults.popFirst() : nil
      var random = SeededRandom(seed: seed, topic: "portrait \(index)")
      var photo = IDPhoto()
      photo.width = 300
      // A small face is only found where it is a usual one.
      photo.sitter = fault == .size ? Sitter() : Sitter.any(&random)
      // A blank picture of many bytes: its owner should not be told of its size instead.
      let quality = fault == .blank ? 100 : 95
      archive.add(
        "证件照/\(candidates[index].document.number).jpg",
        try JPEGEncoder.encode(photo.picture(fault, &random), quality: quality))
      if let fault {
        expected.findings.append(.init(rule: "PHO-06.\(fault.rawValue)", row: index + 1, column: nil))
      }
    }
    return (archive.bytes, expected)
  }

  private func picture(_ index: Int, width: Int) -> RGBPicture {
    var random = SeededRandom(seed: seed, topic: "photo \(index)")
    let hasLongHair = candidates[index].isMale ? false : random.happens(percent: 70)
    return Portrait.picture(width: width, hasLongHair: hasLongHair, &random)
  }

  private func photo(_ index: Int) throws(FileError) -> [UInt8] {
    try Portrait.jpeg(of: picture(index, width: 240))
  }

  /// Long enough, but without its end.
  private func cutOff(_ index: Int) throws(FileError) -> [UInt8] {
    Array(try JPEGEncoder.encode(picture(index, width: 240), quality: 96).dropLast(4_000))
  }

  /// Fewer pixels than the programme asks for, but enough bytes.
  private func small(_ index: Int) throws(FileError) -> [UInt8] {
    try Portrait.jpeg(of: picture(index, width: 138))
  }

  /// The photo with EXIF data that says: turn me by 90 degrees.
  private func sideways(_ jpeg: [UInt8]) -> [UInt8] {
    let tiff: [UInt8] =
      [0x4D, 0x4D, 0, 0x2A, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]
    let segment: [UInt8] = [0xFF, 0xE1, 0, UInt8(tiff.count + 8)] + Array("Exif\0\0".utf8) + tiff
    return Array(jpeg[..<2] + segment + jpeg[2...])
  }
}
