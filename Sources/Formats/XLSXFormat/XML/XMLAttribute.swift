/// An attribute of the tag that was read last: where its name and its value lie in the scanner's window.
struct XMLAttribute {
  var name: Range<Int>
  var value: Range<Int>
  /// A number that differs for most different names, so that doubles are found without comparing all the bytes.
  var nameHash: UInt32
}
