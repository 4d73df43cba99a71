internal import CDeflate
internal import CZlib

extension ZIPArchive {
  /// The libraries that pack and unpack, with their versions.
  public static var libraries: [String: String] {
    ["zlib": String(cString: zlibVersion()), "libdeflate": LIBDEFLATE_VERSION_STRING]
  }
}
