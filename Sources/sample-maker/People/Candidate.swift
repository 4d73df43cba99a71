/// 考生 — one invented candidate, with all that a registration row says.
struct Candidate {
  var name: String
  var isMale: Bool
  var birth: BirthDate
  var document: IdentityDocument
  var ethnicity = "汉"
  var education = "本科"
  var occupation = "学生"
  var training = "自学"
  var studentNumber: String
  var department: String
  var major: String
  var className: String
  var phone: String
  var email: String
  var address: String
  /// The subjects' codes, one or two.
  var subjects: [String]

  /// The birth date as this candidate typed it.
  var birthSpelling: String
}
