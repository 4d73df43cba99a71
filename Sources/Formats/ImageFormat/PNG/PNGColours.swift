/// PNG 颜色 — what the samples of a row mean: a grey, a colour, or a place in the palette.
struct PNGColours {
  private let header: PNGHeader
  private let palette: ArraySlice<UInt8>
  /// How opaque each colour of the palette is; those behind its end are.
  private let opacity: ArraySlice<UInt8>

  init(_ bytes: [UInt8], _ structure: PNGStructure) {
    func data(of type: String) -> ArraySlice<UInt8> {
      structure.chunks.first { $0.type == type }.map { bytes[$0.data] } ?? []
    }
    header = structure.header
    palette = header.colour == .palette ? data(of: "PLTE") : []
    opacity = header.colour == .palette ? data(of: "tRNS") : []
  }

  /// The colour of the pixel at `index` of a row; nil where the palette has no such place.
  func colour(_ index: Int, of line: [UInt8]) -> (UInt8, UInt8, UInt8)? {
    let first = index * header.colour.samples
    func sample(_ offset: Int) -> UInt8 { self.sample(first + offset, of: line) }
    switch header.colour {
    case .grey:
      let grey = widened(sample(0))
      return (grey, grey, grey)
    case .greyAlpha:
      let grey = overWhite(sample(0), sample(1))
      return (grey, grey, grey)
    case .rgb: return (sample(0), sample(1), sample(2))
    case .rgbAlpha:
      return (
        overWhite(sample(0), sample(3)), overWhite(sample(1), sample(3)), overWhite(sample(2), sample(3))
      )
    case .palette:
      let place = Int(sample(0))
      guard 3 * place + 2 < palette.count else { return nil }
      let alpha = place < opacity.count ? opacity[opacity.startIndex + place] : 255
      func channel(_ offset: Int) -> UInt8 {
        overWhite(palette[palette.startIndex + 3 * place + offset], alpha)
      }
      return (channel(0), channel(1), channel(2))
    }
  }

  /// A sample as it is stored; of 16 bits the upper eight.
  private func sample(_ index: Int, of line: [UInt8]) -> UInt8 {
    switch header.depth {
    case 8: return line[index]
    case 16: return line[2 * index]
    default:
      let bit = index * header.depth
      return line[bit / 8] >> UInt8(8 - header.depth - bit % 8) & UInt8(1 << header.depth - 1)
    }
  }

  /// A grey of few bits, from black 0 to white 255.
  private func widened(_ grey: UInt8) -> UInt8 {
    header.depth < 8 ? UInt8(Int(grey) * 255 / (1 << header.depth - 1)) : grey
  }

  private func overWhite(_ value: UInt8, _ alpha: UInt8) -> UInt8 {
    UInt8((Int(value) * Int(alpha) + 255 * (255 - Int(alpha))) / 255)
  }
}
