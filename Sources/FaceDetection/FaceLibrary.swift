import Glibc

/// 人脸检测库 — `libkaowu-faces.so`, found and loaded while the program runs. Its functions are those of
/// `kaowu_faces.h`; none of them throws.
struct FaceLibrary: Sendable {
  /// A detector of the library.
  struct Handle: @unchecked Sendable {
    let pointer: OpaquePointer
  }

  private typealias Version = @convention(c) () -> Int32
  private typealias Create = @convention(c) (UnsafePointer<CChar>) -> OpaquePointer?
  private typealias Detect =
    @convention(c) (
      OpaquePointer, UnsafePointer<UInt8>?, Int32, Int32, Int32, Int32, UnsafeMutablePointer<Int32>?, Int32
    ) -> Int32
  private typealias Destroy = @convention(c) (OpaquePointer) -> Void

  private static let name = "libkaowu-faces.so"
  /// The declarations that this file was written for.
  private static let version: Int32 = 1

  private let createFunction: Create
  private let detectFunction: Detect
  private let destroyFunction: Destroy

  /// The library beside the program, in `../lib`, or where the system keeps libraries; nil where it is in none of them
  /// or cannot be loaded, because OpenCV is missing.
  static func find() -> FaceLibrary? {
    let folders = programFolder.map { ["\($0)/", "\($0)/../lib/"] } ?? []
    for folder in folders + [""] {
      if let library = FaceLibrary(path: folder + name) { return library }
    }
    return nil
  }

  init?(path: String) {
    guard let library = dlopen(path, RTLD_NOW | RTLD_LOCAL) else { return nil }
    guard let version = dlsym(library, "kaowu_faces_version"),
      unsafeBitCast(version, to: Version.self)() == Self.version,
      let create = dlsym(library, "kaowu_faces_create"), let detect = dlsym(library, "kaowu_faces_detect"),
      let destroy = dlsym(library, "kaowu_faces_destroy")
    else {
      dlclose(library)
      return nil
    }
    createFunction = unsafeBitCast(create, to: Create.self)
    detectFunction = unsafeBitCast(detect, to: Detect.self)
    destroyFunction = unsafeBitCast(destroy, to: Destroy.self)
  }

  /// A detector over a cascade file; nil where the file cannot be read.
  func makeDetector(cascade: String) -> Handle? { createFunction(cascade).map { Handle(pointer: $0) } }

  /// Finds faces in `width × height` grey pixels and writes x, y, width and height of each to `boxes`.
  /// - Returns: how many there are, of which not all may have found room; below 0 where the detection failed.
  func detect(
    _ handle: Handle, _ pixels: UnsafeBufferPointer<UInt8>, _ width: Int, _ height: Int, least: Int,
    into boxes: inout [Int32]
  ) -> Int {
    let capacity = Int32(boxes.count / 4)
    return Int(
      detectFunction(
        handle.pointer, pixels.baseAddress, Int32(width), Int32(height), Int32(width), Int32(least), &boxes,
        capacity))
  }

  func destroy(_ handle: Handle) { destroyFunction(handle.pointer) }

  /// The folder of the running program.
  private static var programFolder: String? {
    var path = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &path, path.count)
    guard count > 0 else { return nil }
    let text = String(decoding: path[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return text.lastIndex(of: "/").map { String(text[..<$0]) }
  }
}
