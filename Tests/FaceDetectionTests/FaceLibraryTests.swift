import Testing

@testable import FaceDetection

/// Where library or cascade are missing, there is no detector and nothing else.
@Suite struct FaceLibraryTests {
  @Test("PHO-06 without the library, or with another one in its place, there is no detector")
  func missing() {
    #expect(FaceLibrary(path: "/nowhere/libkaowu-faces.so") == nil)
    // A library that is there, but has other functions.
    #expect(FaceLibrary(path: "libc.so.6") == nil)
  }

  @Test(
    "PHO-06 without a cascade that can be read there is no detector", .enabled(if: FaceLibrary.find() != nil))
  func noCascade() throws {
    let library = try #require(FaceLibrary.find())
    #expect(OpenCVFaces(library, cascades: []) == nil)
    #expect(OpenCVFaces(library, cascades: ["/nowhere/faces.xml", "/etc/hostname"]) == nil)
  }
}
