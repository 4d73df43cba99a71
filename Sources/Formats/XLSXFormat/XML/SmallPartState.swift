import CExpat
import Tabular

/// What expat's handlers know while a small part is read.
final class SmallPartState {
  let part: String
  private let parser: XML_Parser
  private let limits: XMLLimits
  private let visit: (XMLElement) throws(FileError) -> Void
  private var open: [String] = []
  private(set) var failure: FileError?

  init(
    parser: XML_Parser, part: String, limits: XMLLimits,
    visit: @escaping (XMLElement) throws(FileError) -> Void
  ) {
    self.parser = parser
    self.part = part
    self.limits = limits
    self.visit = visit
  }

  /// The state behind the pointer that expat hands to its handlers.
  static func of(_ user: UnsafeMutableRawPointer?) -> SmallPartState {
    guard let user else { preconditionFailure("expat was started without its state") }
    return Unmanaged<SmallPartState>.fromOpaque(user).takeUnretainedValue()
  }

  /// Ends the parse with an error; the first one counts.
  func stop(_ error: FileError) {
    if failure == nil { failure = error }
    XML_StopParser(parser, 0)
  }

  func open(_ name: UnsafePointer<CChar>, _ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
    guard failure == nil else { return }
    guard open.count < limits.depth else {
      stop(
        .partHostile(
          part, zh: "XML 嵌套超过 \(limits.depth) 层", en: "the XML is nested deeper than \(limits.depth)"))
      return
    }
    var attributes: [String: String] = [:]
    if let pairs {
      var index = 0
      while let key = pairs[index], let value = pairs[index + 1] {
        guard index / 2 < limits.attributes else {
          stop(
            .partHostile(
              part, zh: "一个标签的属性超过 \(limits.attributes) 个",
              en: "a tag has over \(limits.attributes) attributes"))
          return
        }
        attributes[String(cString: key)] = String(cString: value)
        index += 2
      }
    }
    let (namespace, local) = Self.split(String(cString: name))
    let element = XMLElement(
      name: local, isSpreadsheet: XMLNamespaces.spreadsheet.contains(namespace), parents: open,
      attributes: attributes)
    do {
      try visit(element)
    } catch {
      stop(error)
    }
    open.append(local)
  }

  func close() {
    if !open.isEmpty { open.removeLast() }
  }

  /// The namespace and the name, which expat joins by U+0001.
  private static func split(_ name: String) -> (namespace: String, local: String) {
    guard let mark = name.firstIndex(of: "\u{1}") else { return ("", name) }
    return (String(name[..<mark]), String(name[name.index(after: mark)...]))
  }
}
