import CExpat
import Tabular

/// 小部件 — a part that is small enough to be held: the workbook, its relationships, its styles. It is read by expat,
/// element by element; any DTD is refused before its first declaration.
enum SmallPart {
  /// Calls `visit` for every element in document order.
  /// - Throws: a `FileError` for XML that is cut off, wrong, hostile or in another encoding; what `visit` throws.
  static func read(
    _ bytes: [UInt8], part: String, limits: XMLLimits = XMLLimits(),
    visit: @escaping (XMLElement) throws(FileError) -> Void
  ) throws(FileError) {
    guard let parser = XML_ParserCreateNS(nil, 1) else {
      throw .partMalformed(part, zh: "内存不足", en: "there is no memory to read it")
    }
    defer { XML_ParserFree(parser) }
    let state = SmallPartState(parser: parser, part: part, limits: limits, visit: visit)
    XML_SetUserData(parser, Unmanaged.passUnretained(state).toOpaque())
    XML_SetElementHandler(parser, elementOpens, elementCloses)
    XML_SetStartDoctypeDeclHandler(parser) { user, _, _, _, _ in
      let state = SmallPartState.of(user)
      state.stop(.partHasDTD(state.part))
    }
    XML_SetXmlDeclHandler(parser) { user, _, encoding, _ in
      guard let encoding else { return }
      let state = SmallPartState.of(user)
      let name = String(cString: encoding)
      let accepted = ["utf-8", "utf8", "us-ascii", "utf-16", "utf-16le", "utf-16be"]
      if !accepted.contains(name.lowercased()) { state.stop(.partEncoding(state.part, name)) }
    }
    let status = bytes.withUnsafeBytes { buffer in
      XML_Parse(
        parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), CInt(clamping: buffer.count), 1)
    }
    withExtendedLifetime(state) {}
    if let failure = state.failure { throw failure }
    guard status == XML_STATUS_OK else { throw failure(XML_GetErrorCode(parser), part: part) }
  }

  private static func failure(_ code: XML_Error, part: String) -> FileError {
    switch code {
    case XML_ERROR_NO_ELEMENTS, XML_ERROR_UNCLOSED_TOKEN, XML_ERROR_UNCLOSED_CDATA_SECTION,
      XML_ERROR_PARTIAL_CHAR:
      .partCutOff(part)
    case XML_ERROR_UNKNOWN_ENCODING, XML_ERROR_INCORRECT_ENCODING:
      .partEncoding(part, "?")
    default:
      .partMalformed(part, zh: "expat 第 \(code.rawValue) 号错误", en: "expat's error \(code.rawValue)")
    }
  }
}

private func elementOpens(
  _ user: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?,
  _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
) {
  guard let name else { return }
  SmallPartState.of(user).open(name, attributes)
}

private func elementCloses(_ user: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?) {
  SmallPartState.of(user).close()
}
