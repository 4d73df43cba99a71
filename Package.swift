// swift-tools-version:6.2
import Foundation
import PackageDescription

// The ladder: a target imports only targets of lower rungs (RepositoryTests checks the imports against it).
//
//   0  System/…        C libraries: a module map and a shim each
//   1  Tabular         rows, cells, findings, wording          ExamModel   exam facts: documents, windows, grades
//   2  Files           the one place that opens files
//   3  Pipeline        chunks, progress      Storage  SQL, migrations      Programmes  definitions as data
//      CSVFormat  DBFFormat  ZIPFormat  ImageFormat   SheetCells  what a spreadsheet's numbers mean
//   4  XLSXFormat  XLSFormat   workbooks     StorageSQLite StoragePostgres  Imports  kinds, rules, judgements
//      PDFFormat   documents to print
//      FaceDetection   over pictures         SamplePictures  drawn portraits
//   5  Exports         packages, workbooks, reports
//   6  Operations      use cases
//   7  kaowu  kaowu-bench  sample-maker

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func system(_ name: String, pkgConfig: String?, apt: String) -> Target {
  .systemLibrary(name: name, path: "Sources/System/\(name)", pkgConfig: pkgConfig, providers: [.apt([apt])])
}

func library(
  _ name: String, _ dependencies: [Target.Dependency] = [], folder: String? = nil, lists: Bool = false,
  headers: [String] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, path: "Sources/\(folder ?? name)",
    exclude: name == "Storage" ? ["Schema"] : [],
    swiftSettings: headers.isEmpty
      ? strict : strict + [.unsafeFlags(headers.flatMap { ["-Xcc", "-isystem", "-Xcc", $0] })],
    plugins: lists ? [.plugin(name: "ListMembers")] : [])
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestKit"], path: "Tests/\(name)", swiftSettings: strict)
}

// 人脸检测 is optional: where OpenCV's headers are, its shim becomes a library of its own, which `kaowu` loads when the
// first face is looked for; where they are not, everything builds without it.
let openCV = "/usr/include/opencv4"
let hasOpenCV = FileManager.default.fileExists(atPath: "\(openCV)/opencv2/objdetect.hpp")
let faceShim: [Target] =
  hasOpenCV
  ? [
    .target(
      name: "KaowuFaces", path: "Sources/System/KaowuFaces",
      cxxSettings: [.unsafeFlags(["-isystem", openCV])],
      linkerSettings: ["opencv_core", "opencv_imgproc", "opencv_objdetect"].map { .linkedLibrary($0) })
  ] : []
let faceProducts: [Product] =
  hasOpenCV ? [.library(name: "kaowu-faces", type: .dynamic, targets: ["KaowuFaces"])] : []

// Pango's own pkg-config file asks for a compiler flag that the package manager refuses with a warning, so Pango is found
// by Cairo's, and by the two folders that Cairo's does not name.
let pangoHeaders = ["/usr/include/pango-1.0", "/usr/include/harfbuzz"]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let unixSignals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let flyingSocks = Target.Dependency.product(name: "FlyingSocks", package: "FlyingFox")

let package = Package(
  name: "kaowu",
  products: [.executable(name: "kaowu", targets: ["kaowu"])] + faceProducts,
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: faceShim + [
    system("CCrypto", pkgConfig: "libcrypto", apt: "libssl-dev"),
    system("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev"),
    system("CDeflate", pkgConfig: "libdeflate", apt: "libdeflate-dev"),
    system("CExpat", pkgConfig: "expat", apt: "libexpat1-dev"),
    system("CMalloc", pkgConfig: nil, apt: "libc6-dev"),
    system("CPango", pkgConfig: "cairo", apt: "libpango1.0-dev"),
    .target(name: "CPostgres", path: "Sources/System/CPostgres"),
    system("CSQLite", pkgConfig: "sqlite3", apt: "libsqlite3-dev"),
    system("CTurboJPEG", pkgConfig: "libturbojpeg", apt: "libturbojpeg0-dev"),
    system("CXlsxWriter", pkgConfig: "xlsxwriter", apt: "libxlsxwriter-dev"),
    system("CZint", pkgConfig: nil, apt: "libzint-dev"),

    library("Tabular"),
    library("ExamModel"),
    library("Files", ["Tabular", "CCrypto"]),
    library("CSVFormat", ["Tabular", "Files"], folder: "Formats/CSVFormat"),
    library("DBFFormat", ["Tabular", "Files"], folder: "Formats/DBFFormat"),
    library("ZIPFormat", ["Tabular", "Files", "CZlib", "CDeflate"], folder: "Formats/ZIPFormat"),
    library("ImageFormat", ["Tabular", "CTurboJPEG", "CZlib"], folder: "Formats/ImageFormat"),
    library("SheetCells", ["Tabular"], folder: "Formats/SheetCells"),
    library("FaceDetection", ["ImageFormat"]),
    library("SamplePictures", ["ImageFormat"]),
    library(
      "XLSXFormat", ["Tabular", "Files", "ZIPFormat", "SheetCells", "CExpat", "CXlsxWriter"],
      folder: "Formats/XLSXFormat"),
    library("XLSFormat", ["Tabular", "Files", "ZIPFormat", "SheetCells"], folder: "Formats/XLSFormat"),
    library(
      "PDFFormat", ["Tabular", "ImageFormat", "CPango", "CZint"], folder: "Formats/PDFFormat",
      headers: pangoHeaders),
    library("Pipeline", ["Tabular"]),
    library("Storage", ["Tabular", "Files"], lists: true),
    library("Programmes", ["Tabular", "ExamModel", "Files", yams]),
    library("StorageSQLite", ["Tabular", "Storage", "CSQLite"]),
    library("StoragePostgres", ["Tabular", "Storage", "CPostgres"]),
    library("Imports", ["Tabular", "ExamModel", "Files", "Pipeline", "Programmes", "Storage"], lists: true),
    library(
      "Exports",
      [
        "Tabular", "ExamModel", "Files", "CSVFormat", "DBFFormat", "ZIPFormat", "XLSXFormat", "PDFFormat",
        "Programmes", "Storage",
      ], lists: true),
    library(
      "Operations",
      [
        "Tabular", "ExamModel", "Files", "CSVFormat", "DBFFormat", "ZIPFormat", "ImageFormat", "XLSXFormat",
        "XLSFormat", "Pipeline", "Programmes", "Storage", "Imports", "Exports",
      ]),
    .executableTarget(
      name: "kaowu",
      dependencies: [
        "Tabular", "ExamModel", "Files", "Pipeline", "Programmes", "Storage", "StorageSQLite",
        "StoragePostgres", "Imports", "Exports", "Operations", "ImageFormat", "FaceDetection", argumentParser,
        logging, lifecycle, unixSignals, flyingSocks, "CMalloc",
      ], path: "Sources/kaowu", swiftSettings: strict, plugins: [.plugin(name: "ListMembers")]),
    .executableTarget(
      name: "sample-maker",
      dependencies: [
        "Tabular", "ExamModel", "Files", "Programmes", "CSVFormat", "ZIPFormat", "XLSXFormat", "ImageFormat",
        "SamplePictures", "TestKit", argumentParser,
      ], path: "Sources/sample-maker", swiftSettings: strict),
    .executableTarget(
      name: "kaowu-bench",
      dependencies: [
        "Tabular", "Files", "CSVFormat", "ZIPFormat", "ImageFormat", "ExamModel", "Storage", "StorageSQLite",
        "StoragePostgres", argumentParser,
      ],
      path: "Sources/kaowu-bench", swiftSettings: strict),

    .executableTarget(name: "list-members", path: "Plugins/list-members", swiftSettings: strict),
    .plugin(
      name: "ListMembers", capability: .buildTool(), dependencies: ["list-members"],
      path: "Plugins/ListMembers"),

    .target(
      name: "TestKit", dependencies: ["Tabular", "Files"], path: "Tests/TestKit", swiftSettings: strict),
    .target(
      name: "TestStores", dependencies: ["TestKit", "Files", "Storage", "StorageSQLite", "StoragePostgres"],
      path: "Tests/TestStores", swiftSettings: strict),
    tests("RepositoryTests", []),
    tests("TabularTests", ["Tabular"]),
    tests("ExamModelTests", ["ExamModel"]),
    tests("FilesTests", ["Files", "Tabular"]),
    tests("CSVFormatTests", ["CSVFormat", "Tabular", "Files"]),
    tests("DBFFormatTests", ["DBFFormat", "Tabular", "Files"]),
    tests("ZIPFormatTests", ["ZIPFormat", "Tabular", "Files"]),
    tests("ImageFormatTests", ["ImageFormat", "SamplePictures", "Tabular"]),
    tests("FaceDetectionTests", ["FaceDetection", "ImageFormat", "SamplePictures"]),
    tests("SheetCellsTests", ["SheetCells", "Tabular"]),
    tests("XLSXFormatTests", ["XLSXFormat", "SheetCells", "ZIPFormat", "Tabular", "Files", "CExpat"]),
    tests("XLSFormatTests", ["XLSFormat", "XLSXFormat", "Tabular", "Files"]),
    tests("PDFFormatTests", ["PDFFormat", "ImageFormat", "SamplePictures", "Tabular", "Files"]),
    tests("PipelineTests", ["Pipeline", "Tabular"]),
    tests("ProgrammesTests", ["Programmes", "ExamModel", "Tabular", "Files"]),
    tests("StorageTests", ["Storage", "StorageSQLite", "StoragePostgres", "TestStores", "Tabular"]),
    tests(
      "OperationsTests",
      [
        "Operations", "Imports", "Exports", "Programmes", "Storage", "StorageSQLite", "StoragePostgres",
        "TestStores", "Pipeline", "ExamModel", "Tabular", "Files", "XLSXFormat", "ZIPFormat", "DBFFormat",
        "CSVFormat", "ImageFormat",
        "FaceDetection",
        "SamplePictures",
      ]),
    tests(
      "CommandTests",
      [
        "kaowu", "Tabular", "Files", "ExamModel", "Storage", "StorageSQLite", "StoragePostgres", "TestStores",
        "XLSXFormat", "DBFFormat",
      ]),
  ]
)
