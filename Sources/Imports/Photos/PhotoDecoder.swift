internal import ExamModel
public import Pipeline
public import Programmes
public import Tabular

/// 照片解码 — makes a row of each entry of a photo ZIP: the ID that its name says, and what its content is (PHO-01,
/// PHO-05). A raw row has the entry's name in column 0 and its size in column 1.
public struct PhotoDecoder: Sendable {
  /// The columns that a photo's findings point at, and that are staged.
  public static let layout = Layout(
    name: "photos",
    columns: ["file", "documentNumber", "near", "format", "width", "height", "sha256"].map {
      LayoutColumn(field: $0, heading: $0 == "file" ? "照片文件名" : $0)
    })
  /// There are no columns in a ZIP, so no position either.
  public static let binding = FieldBinding(
    layout: layout, sheet: nil, headerRow: 0, positions: layout.columns.map { _ in nil })

  private let rule: PhotoRule
  private let pictures: ImportedPictures
  private let looksForFaces: Bool
  private let hash: @Sendable ([UInt8]) -> String

  /// The finding of a file whose photos are to be checked where there is no face detector (PHO-06).
  public static var noDetector: Finding { Finding(PortraitRules.detector, at: Place()) }

  /// A decoder.
  /// - Parameters:
  ///   - rule: what the programme asks of a photo.
  ///   - pictures: the pictures of the file.
  ///   - looksForFaces: whether portraits that tell nothing of faces are such for which the detection failed.
  ///   - hash: the SHA-256 of bytes, as 64 hexadecimal digits.
  public init(
    _ rule: PhotoRule, _ pictures: ImportedPictures, looksForFaces: Bool,
    hash: @escaping @Sendable ([UInt8]) -> String
  ) {
    self.rule = rule
    self.pictures = pictures
    self.looksForFaces = looksForFaces
    self.hash = hash
  }

  /// The rows of a chunk of entries. Their pictures are read here, so that several tasks unpack at a time.
  /// - Throws: a `FileError` where the file is not whole, or holds what it must not.
  public func decode(_ chunk: RowChunk) throws(FileError) -> [DecodedRow] {
    var reader = pictures.checker.makeReader()
    var rows: [DecodedRow] = []
    for row in chunk.rows {
      let cells = chunk.cells[row.cells]
      func text(_ column: Int) -> String { cells.first { $0.column == column }.map(chunk.text(of:)) ?? "" }
      let reading = try pictures.source.picture(row.number).map { reader.read($0) }
      rows.append(decode(row.number, name: text(0), byteCount: Int(text(1)) ?? 0, reading))
    }
    return rows
  }

  /// - Parameter reading: what its bytes tell; nil where they are too many to be read.
  private func decode(_ number: Int, name: String, byteCount: Int, _ reading: PictureReading?) -> DecodedRow {
    var row = DecodedRow(number: number, width: Self.layout.columns.count)
    let (stem, suffix) = Self.parts(of: name)
    row.values[0] = Masking.shortened(stem) + suffix
    row.values[1] = stem.isEmpty ? nil : stem
    row.values[2] =
      TextCleaning.cleaned(stem).map { $0.uppercased() }
      ?? (stem == stem.uppercased() ? nil : stem.uppercased())
    guard let reading else {
      PhotoRules.noteBytes(byteCount, rule: rule, into: &row)
      return row
    }
    row.values[3] = reading.format
    row.values[4] = String(reading.width)
    row.values[5] = String(reading.height)
    row.values[6] = hash(reading.cleaned)
    PhotoRules.check(reading, byteCount: byteCount, rule: rule, into: &row)
    if let portrait = reading.portrait {
      PortraitRules.check(portrait, rule: rule, isDetectorThere: looksForFaces, into: &row)
    }
    return row
  }

  /// A name's stem, and its suffix with the dot.
  private static func parts(of name: String) -> (stem: String, suffix: String) {
    guard let dot = name.lastIndex(of: ".") else { return (name, "") }
    return (String(name[..<dot]), String(name[dot...]))
  }
}
