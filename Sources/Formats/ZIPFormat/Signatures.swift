/// The four bytes that open each record, read as a little-endian number.
enum Signature {
  static let localHeader = 0x0403_4b50
  static let centralHeader = 0x0201_4b50
  static let descriptor = 0x0807_4b50
  static let end = 0x0605_4b50
  static let end64 = 0x0606_4b50
  static let locator64 = 0x0706_4b50
}

/// The bits of an entry's flags that mean something here.
enum Flag {
  static let encrypted = 1 << 0
  /// The sizes and the check sum follow the packed bytes instead of standing before them.
  static let descriptor = 1 << 3
  static let utf8 = 1 << 11
  /// Encryption in the plain form, the strong form, and of the directory.
  static let anyEncryption = 1 << 0 | 1 << 6 | 1 << 13
  /// How hard the packer tried; says nothing about how to read.
  static let packingEffort = 1 << 1 | 1 << 2
}

/// The value that says "see the zip64 field", and the largest there is before it.
enum Field {
  static let in64For16 = 0xffff
  static let in64For32 = 0xffff_ffff
  /// The extra field that holds what does not fit.
  static let extra64 = 0x0001
}
