import Glibc

/// JPEG 数据走查 — goes over the coded data of an ordinary picture, code by code to its end, and keeps nothing of it: three
/// times as fast as decoding. Ordinary is what cameras and phones write: one pass with all components.
///
/// It only ever says that a picture is whole. Of every other the decoder says what it is: what is rare, and what seems
/// wrong, goes the slow way, and has one judge.
struct JPEGScanWalk {
  private struct Component {
    let blocks: Int
    let quantisation: Int
    var dc = 0
    var ac = 0
  }

  /// Code tables are mostly those of the picture before.
  private var tables: [UInt8: (payload: [UInt8], table: JPEGHuffmanTable)] = [:]
  /// The coded data without what only keeps it apart from markers, and room to look beyond its end.
  private var data: [UInt8] = []

  /// A block that is wrong may be read so far beyond the end: 64 codes with their numbers.
  private static let margin = 64 * 4 + 8

  /// Whether the decoder would go through the picture without a word.
  mutating func isWhole(_ bytes: [UInt8], _ structure: JPEGStructure) -> Bool {
    guard !structure.frame.isProgressive, structure.scans == 1,
      let scan = structure.segments.last, scan.marker == JPEGMarker.startOfScan,
      let (layout, units) = Self.layout(bytes, structure), prepare(bytes, structure, layout)
    else { return false }
    var components = layout
    let header = bytes[scan.payload]
    let first = header.startIndex
    guard header.count == 4 + 2 * components.count, header.suffix(3).elementsEqual([0, 63, 0]) else {
      return false
    }
    for index in components.indices {
      guard header[first + 1 + 2 * index] == structure.frame.componentIDs[index] else { return false }
      let choice = header[first + 2 + 2 * index]
      components[index].dc = Int(choice >> 4)
      components[index].ac = Int(choice & 15)
    }
    guard let bits = unstuff(bytes, scan.data) else { return false }
    return walk(components, units: units, bits: bits)
  }

  /// The components, and how many units of them the picture has; nil for a layout that is not ordinary.
  private static func layout(_ bytes: [UInt8], _ structure: JPEGStructure) -> ([Component], Int)? {
    guard let frame = structure.segments.first(where: { $0.marker == 0xC0 || $0.marker == 0xC1 }),
      max(structure.frame.width, structure.frame.height) <= 65_500
    else { return nil }
    let count = structure.frame.componentIDs.count
    let samplings = (0..<count).map { bytes[frame.payload.lowerBound + 7 + 3 * $0] }
    let tables = (0..<count).map { Int(bytes[frame.payload.lowerBound + 8 + 3 * $0]) }
    let (across, down): (Int, Int)
    switch (count, samplings[0], samplings.dropFirst().allSatisfy { $0 == 0x11 }) {
    // With a single component its sampling says nothing: there is nothing that it relates to.
    case (1, 0x11, _), (1, 0x22, _): (across, down) = (1, 1)
    case (3, 0x11, true), (3, 0x21, true), (3, 0x12, true), (3, 0x22, true):
      (across, down) = (Int(samplings[0] >> 4), Int(samplings[0] & 15))
    default: return nil
    }
    let units =
      ((structure.frame.width + 8 * across - 1) / (8 * across))
      * ((structure.frame.height + 8 * down - 1) / (8 * down))
    let components = (0..<count).map { index in
      Component(blocks: index == 0 ? across * down : 1, quantisation: tables[index])
    }
    return (components, units)
  }

  /// Takes in the tables; false where a segment is one of which the decoder might have something to say.
  private mutating func prepare(
    _ bytes: [UInt8], _ structure: JPEGStructure, _ components: [Component]
  ) -> Bool {
    var quantisations: Set<Int> = []
    var seen: Set<UInt8> = []
    for segment in structure.segments.dropLast() {
      let payload = bytes[segment.payload]
      switch segment.marker {
      case JPEGMarker.quantisationTables:
        guard payload.count % 65 == 0, payload.count > 0 else { return false }
        for start in stride(from: payload.startIndex, to: payload.endIndex, by: 65) {
          // More than four, or of 16 bits, is not ordinary.
          guard payload[start] < 4 else { return false }
          quantisations.insert(Int(payload[start]))
        }
      case JPEGMarker.huffmanTables:
        guard take(codes: payload, &seen) else { return false }
      case JPEGMarker.jfif:
        guard payload.count >= 14, payload.starts(with: Array("JFIF\0".utf8)),
          payload[payload.startIndex + 5] == 1
        else { return false }
      case JPEGMarker.adobe, JPEGMarker.restartInterval: return false
      default: break
      }
    }
    // Tables of the picture before are none of this one's.
    for place in tables.keys where !seen.contains(place) { tables[place] = nil }
    return components.allSatisfy { quantisations.contains($0.quantisation) }
  }

  /// Takes in the code tables of a segment.
  private mutating func take(codes payload: ArraySlice<UInt8>, _ seen: inout Set<UInt8>) -> Bool {
    var rest = payload
    while let place = rest.first {
      guard place & 0xEF < 4, rest.count > 17 else { return false }
      let count = 17 + rest.dropFirst().prefix(16).reduce(0) { $0 + Int($1) }
      guard rest.count >= count else { return false }
      let body = rest.prefix(count).dropFirst()
      if tables[place].map({ $0.payload.elementsEqual(body) }) != true {
        guard let table = JPEGHuffmanTable(body, isDC: place < 0x10) else { return false }
        tables[place] = (Array(body), table)
      }
      seen.insert(place)
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// Copies the coded data without the zeros behind 0xFF. Returns how many bits there are; nil for data with marks in it.
  private mutating func unstuff(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    if data.count < range.count + Self.margin {
      data = [UInt8](repeating: 0, count: range.count + Self.margin)
    }
    return bytes.withUnsafeBytes { input in
      data.withUnsafeMutableBytes { output -> Int? in
        var (from, to) = (range.lowerBound, 0)
        while from < range.upperBound {
          let rest = range.upperBound - from
          let found = memchr(input.baseAddress! + from, 0xFF, rest)
          let length = found.map { UnsafeRawPointer($0) - input.baseAddress! - from + 1 } ?? rest
          memcpy(output.baseAddress! + to, input.baseAddress! + from, length)
          from += length
          to += length
          if found == nil { continue }
          guard from < range.upperBound, input[from] == 0 else { return nil }
          from += 1
        }
        memset(output.baseAddress! + to, 0, Self.margin)
        return to * 8
      }
    }
  }

  /// 块码表 — the tables of one block of a unit.
  private struct Codes {
    let dc: Unmanaged<JPEGHuffmanTable>
    let ac: Unmanaged<JPEGHuffmanTable>
    let singleDC: UnsafeMutablePointer<JPEGHuffmanTable.Step>
    let singleAC: UnsafeMutablePointer<JPEGHuffmanTable.Step>
    let severalAC: UnsafeMutablePointer<JPEGHuffmanTable.Step>

    init(dc: JPEGHuffmanTable, ac: JPEGHuffmanTable) {
      self.dc = .passUnretained(dc)
      self.ac = .passUnretained(ac)
      singleDC = dc.single
      singleAC = ac.single
      severalAC = ac.several
    }
  }

  /// Goes over all units; true where they end with the data, but for the bits that fill its last byte.
  private func walk(_ components: [Component], units: Int, bits: Int) -> Bool {
    var blocks: [Codes] = []
    for component in components {
      guard let dc = tables[UInt8(component.dc)]?.table, let ac = tables[UInt8(component.ac) | 0x10]?.table
      else { return false }
      blocks += [Codes](repeating: Codes(dc: dc, ac: ac), count: component.blocks)
    }
    // The tables are held by `tables`, which nobody changes meanwhile.
    return withExtendedLifetime(tables) {
      data.withUnsafeBytes { data in
        guard let start = data.baseAddress else { return false }
        var window = JPEGBitWindow(on: start)
        for _ in 0..<units {
          for codes in blocks {
            guard Self.pass(&window, codes), window.place <= bits else { return false }
          }
        }
        return bits - window.place < 8
      }
    }
  }

  /// Passes a block. Returns false where a code is none, or there are more coefficients than a block has.
  @inline(__always)
  private static func pass(_ window: inout JPEGBitWindow, _ codes: Codes) -> Bool {
    window.fill()
    let difference = code(in: codes.singleDC, window, codes.dc)
    guard difference.isKnown else { return false }
    window.pass(difference.bits)
    var coefficients = 1
    while coefficients < 64 {
      window.fill()
      let steps = codes.severalAC[window.look(JPEGHuffmanTable.lookBits)]
      // Mostly several codes at once, with more to come.
      if coefficients &+ steps.reach <= 64 {
        window.pass(steps.bits)
        coefficients &+= steps.coefficients
        continue
      }
      if steps.endsBlock, coefficients + steps.coefficients <= 64 {
        window.pass(steps.bits)
        return true
      }
      let step = code(in: codes.singleAC, window, codes.ac)
      guard step.isKnown, coefficients + step.coefficients <= 64 else { return false }
      window.pass(step.bits)
      if step.endsBlock { return true }
      coefficients += step.coefficients
    }
    return true
  }

  /// The next code alone, also where it is longer than a look.
  @inline(__always)
  private static func code(
    in single: UnsafeMutablePointer<JPEGHuffmanTable.Step>, _ window: JPEGBitWindow,
    _ table: Unmanaged<JPEGHuffmanTable>
  ) -> JPEGHuffmanTable.Step {
    let step = single[window.look(JPEGHuffmanTable.lookBits)]
    if step.isKnown { return step }
    return table._withUnsafeGuaranteedRef { $0.step(UInt32(truncatingIfNeeded: window.look(16))) }
  }
}
