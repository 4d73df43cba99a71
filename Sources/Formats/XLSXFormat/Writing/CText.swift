import Glibc

/// A text as C code takes it, for as long as the value lives.
struct CText: ~Copyable {
  let pointer: UnsafeMutablePointer<CChar>?

  init(_ text: String?) {
    pointer = text.flatMap { strdup($0) }
  }

  deinit { free(pointer) }
}

extension [String] {
  /// Hands out the texts as a list that ends with NULL, for as long as `body` runs.
  func withCStrings<Failure>(
    _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) throws(Failure) -> Void
  ) throws(Failure) {
    let list = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: count + 1)
    for (index, text) in enumerated() { (list + index).initialize(to: strdup(text)) }
    (list + count).initialize(to: nil)
    defer {
      for index in indices { free(list[index]) }
      list.deallocate()
    }
    try body(list)
  }
}
