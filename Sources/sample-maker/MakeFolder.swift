import ArgumentParser
import Foundation
import Tabular

/// 生成样例文件夹 — everything that needs no arrangement: sitting, registrations, photos, payments, rooms.
struct MakeFolder: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "folder", abstract: "生成样例文件夹 · Makes the folder of samples.")

  @Option(help: "种子 · The seed.")
  var seed: UInt64 = 58

  @Option(help: "目标文件夹 · The folder to write to.")
  var out = "SampleData"

  func run() throws {
    let candidates = CandidateMaker.candidates(Site.candidates, seed: seed)
    var folder = SampleFolder(path: out)
    try folder.write(ReadmeFile.text, to: "README.md")
    try folder.write(SittingFile.text, to: "ncre/sitting/ncre-58.yaml")
    try folder.write(PaymentFile.bytes(candidates, seed: seed), to: "ncre/payments/main/payments.csv")
    let photos = PhotoArchives(candidates, seed: seed)
    let main = try photos.main()
    try folder.write(main.archive, to: "ncre/photos/main/photos.zip")
    try folder.write(main.expected.json(), to: "ncre/photos/main/expected.json")
    let twins = try photos.twins()
    try folder.write(twins.archive, to: "ncre/photos/twins/photos.zip")
    try folder.write(twins.expected.json(), to: "ncre/photos/twins/expected.json")
    folder.printList()
  }
}
