import Tabular

/// YAML 文件种类 — which kind of file is read, so that messages call it by its name.
enum YAMLFileKind {
  /// What a centre sets for a sitting.
  case sitting
  /// A file of a programme's definition.
  case definition

  /// What people call it.
  var title: Wording {
    switch self {
    case .sitting: Wording(zh: "考次文件", en: "sitting file")
    case .definition: Wording(zh: "项目定义文件", en: "definition file")
    }
  }
}
