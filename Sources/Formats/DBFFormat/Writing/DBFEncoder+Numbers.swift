extension DBFEncoder {
  /// Puts a number with as many decimals as the field has to the right of it; blank stays blank.
  func put(
    number value: UnsafeBufferPointer<UInt8>, as column: DBFColumn, into slot: inout FieldSlot
  ) throws(DBFProblem) {
    if value.isEmpty { return }
    let sign = value.first == UInt8(ascii: "-") ? 1 : 0
    let point = value.firstIndex(of: UInt8(ascii: ".")) ?? value.count
    let whole = value[..<point]
    let fraction = value[min(point + 1, value.count)...]
    let isWhole = point == value.count
    guard Self.areDigits(value[sign..<max(sign, point)]), isWhole || Self.areDigits(fraction) else {
      throw DBFProblem(column.name, .notANumber)
    }
    if fraction.dropFirst(column.decimals).contains(where: { $0 != UInt8(ascii: "0") }) {
      throw DBFProblem(column.name, .tooPrecise(decimals: column.decimals))
    }
    let needed = whole.count + (column.decimals > 0 ? 1 + column.decimals : 0)
    slot.skip(max(0, slot.width - needed))
    slot.put(UnsafeBufferPointer(rebasing: whole))
    guard column.decimals > 0 else { return }
    slot.put(UInt8(ascii: "."))
    let kept = fraction.prefix(column.decimals)
    slot.put(UnsafeBufferPointer(rebasing: kept))
    for _ in kept.count..<column.decimals { slot.put(UInt8(ascii: "0")) }
  }

  private static func areDigits(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    !bytes.isEmpty && bytes.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
