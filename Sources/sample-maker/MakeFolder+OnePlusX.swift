import Tabular

extension MakeFolder {
  /// The samples of the 1+X programme.
  func writeOnePlusX(to folder: inout SampleFolder) throws {
    try folder.write(OnePlusXSitting.text, to: "one-plus-x/sitting/\(OnePlusXSitting.code).yaml")
    for made in OnePlusXCases(seed: seed).all {
      let place = "one-plus-x/\(made.kind)/\(made.name)"
      try folder.write(
        WorkbookFile.bytes([made.sheet], title: made.kind), to: "\(place)/\(made.kind).xlsx")
      try folder.write(made.expected.json(), to: "\(place)/expected.json")
    }
  }
}
