import Tabular

/// 批注部件 — the part of a sheet's comments, to which a copy adds some. Comments that are there stay; where a cell has one,
/// what is added stands below it, in the same box. What the same author said there before is replaced.
struct CommentsPart {
  private var part: PartText
  private let author: String
  /// The cells whose comment is new, so that it needs a box.
  private(set) var newCells: [CommentBook.Cell] = []

  /// Reads the part; nil stands for that of a sheet without one.
  init(
    _ bytes: [UInt8]?, name: String, limits: XMLLimits, author: String, isStrict: Bool
  ) throws(FileError) {
    let blank = """
      <comments xmlns="\(XMLNamespaces.main(isStrict: isStrict))"><authors/><commentList/></comments>
      """
    part = try PartText(bytes ?? Array(blank.utf8), part: name, limits: limits, depth: 5)
    self.author = XMLText.escaped(author)
    guard part.elements[0].name == "comments", part.child("authors", of: 0) != nil,
      part.child("commentList", of: 0) != nil
    else {
      throw .partMalformed(
        name, zh: "不是批注部件，或缺少作者、批注列表", en: "it is not the part of comments, or lacks a list")
    }
  }

  /// Adds comments.
  mutating func add(_ book: CommentBook) {
    guard let authors = part.child("authors", of: 0), let list = part.child("commentList", of: 0) else {
      return
    }
    let names = part.children(of: authors)
    let known = names.firstIndex { part.text(part.elements[$0].content) == author }
    let prefix = part.elements[0].prefix
    if known == nil { part.append("<\(prefix)author>\(author)</\(prefix)author>", to: authors) }
    let id = String(known ?? names.count)

    var left = book.texts
    for comment in part.children(of: list) {
      guard let cell = part.value("ref", of: comment).flatMap(CommentBook.Cell.init(reference:)),
        let added = left.removeValue(forKey: cell)
      else { continue }
      let isOwn = known != nil && part.value("authorId", of: comment) == id
      add(added, to: comment, isOwn: isOwn)
    }
    newCells = left.keys.sorted()
    var text = ""
    for cell in newCells {
      let place = "\(CellAddress.columnLetters(cell.column))\(cell.row)"
      let said = Self.content(left[cell] ?? "", prefix)
      text += "<\(prefix)comment ref=\"\(place)\" authorId=\"\(id)\">\(said)</\(prefix)comment>"
    }
    part.append(text, to: list)
  }

  /// The part with the comments that were added.
  func bytes() -> [UInt8] { part.edited() }

  private static func content(_ text: String, _ prefix: String) -> String {
    "<\(prefix)text>\(run(text, prefix))</\(prefix)text>"
  }

  private static func run(_ text: String, _ prefix: String) -> String {
    "<\(prefix)r><\(prefix)t xml:space=\"preserve\">\(XMLText.ofComment(text))</\(prefix)t></\(prefix)r>"
  }

  /// Adds to a comment that is there: its own words first.
  private mutating func add(_ added: String, to comment: Int, isOwn: Bool) {
    guard let text = part.child("text", of: comment), !part.elements[text].isEmpty else { return }
    let prefix = part.elements[text].prefix
    let children = part.children(of: text)
    guard !isOwn, !children.isEmpty else {
      part.replace(part.elements[text].content, with: Self.run(added, prefix))
      return
    }
    // A plain text and runs do not stand beside each other: the plain text becomes a run of its own.
    for plain in children where part.elements[plain].name == "t" {
      part.insert("<\(prefix)r>", at: part.elements[plain].whole.lowerBound)
      part.insert("</\(prefix)r>", at: part.elements[plain].whole.upperBound)
    }
    let said = children.last { ["t", "r"].contains(part.elements[$0].name) }
    let place = said.map { part.elements[$0].whole.upperBound } ?? part.elements[text].content.lowerBound
    part.insert(Self.run("\n\n\(added)", prefix), at: place)
  }
}
