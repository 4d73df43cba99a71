public import Tabular

extension SittingDocument {
  /// The finding where the sitting that the file names as the earlier one cannot be copied (ORG-04).
  public func unknownEarlierSitting(_ code: String) -> Finding {
    Finding(.unknownEarlierSitting, at: place("copyFrom"), value: code, arguments: [code])
  }
}
