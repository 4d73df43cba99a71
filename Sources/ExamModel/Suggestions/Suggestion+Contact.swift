extension Suggestion {
  /// The telephone number that was meant: blanks, dots and dashes inside, the country's prefix, full-width digits,
  /// letters for digits, `.0` behind.
  public static func phone(_ text: String) -> String? {
    guard var number = TypingSlips.plain(text) else { return nil }
    if number.hasSuffix(".0") { number.removeLast(2) }
    number = TypingSlips.lettersAsDigits(number)
    for prefix in ["+86", "(+86)", "0086", "(86)", "86-"] where number.hasPrefix(prefix) {
      number.removeFirst(prefix.count)
      break
    }
    if number.hasPrefix("-") { number.removeFirst() }
    let joined = number.filter { !"-./()".contains($0) }
    return [number, joined].first { $0 != text && PhoneNumber.isValid($0) }
  }

  /// The address that was meant: `@@`, full-width `＠` and full stops, commas for dots, blanks, something behind it, `#`
  /// for `@`, a mistyped domain of a common provider (`qq.con`, `1633.com`, `qqcom`).
  public static func email(_ text: String) -> String? {
    guard var address = TypingSlips.plain(text) else { return nil }
    if address.lowercased().hasPrefix("mailto:") { address.removeFirst(7) }
    address = String(address.map { $0 == "," || $0 == "、" ? "." : $0 }.filter { !"<>\"".contains($0) })
    while let last = address.last, ".;:".contains(last) { address.removeLast() }
    for (slip, meant) in [("@@", "@"), ("..", "."), ("@.", "@"), (".@", "@")] {
      while let range = address.firstRange(of: slip) { address.replaceSubrange(range, with: meant) }
    }
    address = withAt(address)
    if !isGood(address) { address = withDomain(address) }
    return address != text && isGood(address) ? address : nil
  }

  private static func isGood(_ address: String) -> Bool {
    EmailAddress.isValid(address) && !EmailAddress.endsMistyped(address.utf8.span)
  }

  /// The address with an `@`, where it has none: for the only `#`, or before a common provider's domain.
  private static func withAt(_ address: String) -> String {
    guard !address.contains("@") else { return address }
    if address.count(where: { $0 == "#" }) == 1 { return String(address.map { $0 == "#" ? "@" : $0 }) }
    guard let domain = EmailAddress.commonDomains.first(where: { address.lowercased().hasSuffix($0) }) else {
      return address
    }
    var name = address.dropLast(domain.count)
    while name.last == "." { name.removeLast() }
    return "\(name)@\(domain)"
  }

  /// The address with the one common domain that is a slip away from its own, else with the ending that was meant.
  private static func withDomain(_ address: String) -> String {
    guard let at = address.lastIndex(of: "@") else { return address }
    let (head, domain) = (address[...at], address[address.index(after: at)...].lowercased())
    let near = EmailAddress.commonDomains.filter {
      TypingSlips.areOneApart(Array($0.utf8), Array(domain.utf8))
    }
    if near.count == 1 { return head + near[0] }
    guard let dot = domain.lastIndex(of: "."),
      let ending = EmailAddress.mistypedEndings[String(domain[domain.index(after: dot)...])]
    else { return address }
    return head + domain[...dot] + ending
  }
}

extension EmailAddress {
  /// The domains under which most people in China have their addresses.
  static let commonDomains = [
    "qq.com", "163.com", "126.com", "sina.com", "sina.cn", "sohu.com", "139.com", "189.cn", "foxmail.com",
    "aliyun.com",
    "gmail.com", "outlook.com", "hotmail.com", "yeah.net", "icloud.com", "vip.qq.com", "vip.163.com",
  ]

  /// Endings that no domain has, and the ending that was meant.
  static let mistypedEndings = [
    "con": "com", "cmo": "com", "ocm": "com", "comm": "com", "coom": "com", "ccom": "com", "cpm": "com",
    "vom": "com",
    "xom": "com", "cim": "com", "cnn": "cn", "nte": "net", "ent": "net", "nett": "net",
  ]

  /// Whether an address ends in something that no domain ends in and that a common ending easily becomes: `a@qq.con`. It
  /// has the form of an address, but no mail ever arrives there.
  public static func endsMistyped(_ bytes: Span<UInt8>) -> Bool {
    var start = bytes.count
    while start > 0, bytes[start - 1] != UInt8(ascii: ".") { start -= 1 }
    // Nearly every address ends in `com` or `cn`, which needs no look at the table.
    let length = bytes.count - start
    guard (3...4).contains(length) else { return false }
    let isCom =
      length == 3 && bytes[start] | 0x20 == UInt8(ascii: "c")
      && bytes[start + 1] | 0x20 == UInt8(ascii: "o") && bytes[start + 2] | 0x20 == UInt8(ascii: "m")
    if isCom { return false }
    var ending = ""
    for place in start..<bytes.count { ending.unicodeScalars.append(Unicode.Scalar(bytes[place] | 0x20)) }
    return mistypedEndings[ending] != nil
  }
}
