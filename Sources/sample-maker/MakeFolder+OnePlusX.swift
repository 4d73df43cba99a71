import Tabular

extension MakeFolder {
  /// The samples of the 1+X programme.
  func writeOnePlusX(to folder: inout SampleFolder) throws {
    try folder.write(OnePlusXSitting.text, to: "one-plus-x/sitting/one-plus-x-20.yaml")
  }
}
