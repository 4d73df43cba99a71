import Files
import Tabular
import Testing

@Suite struct SigningKeyTests {
  private static func bytes(_ hexadecimal: String) -> [UInt8] {
    let digits = hexadecimal.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }

  @Test(
    "keys sign as RFC 8032 says",
    arguments: [
      (
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
      ),
      (
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", "72",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
      ),
    ])
  func vectors(secret: String, message: String, key: String, signature: String) throws {
    let signing = try SigningKey(secret: Self.bytes(secret))
    #expect(try signing.sign(Self.bytes(message)) == Self.bytes(signature))
    #expect(signing.verifyingKey == (try VerifyingKey(text: key)))
    #expect(signing.verifyingKey.isValid(Self.bytes(signature), of: Self.bytes(message)))
  }

  @Test("a signature holds for its own message and key only, and a cut one for none")
  func others() throws {
    let (key, other) = (try SigningKey.make(), try SigningKey.make())
    let message = Array("数据包".utf8)
    let signature = try key.sign(message)
    #expect(key.verifyingKey.isValid(signature, of: message))
    #expect(!key.verifyingKey.isValid(signature, of: message + [0]))
    #expect(!other.verifyingKey.isValid(signature, of: message))
    for count in 0..<64 { #expect(!key.verifyingKey.isValid(Array(signature[..<count]), of: message)) }
    #expect(key.verifyingKey.fingerprint != other.verifyingKey.fingerprint)
  }

  @Test("a public key comes back from its PEM file, also with Windows line ends; anything else is no key")
  func texts() throws {
    let key = try SigningKey.make().verifyingKey
    #expect(try VerifyingKey(text: key.pem) == key)
    #expect(try VerifyingKey(text: key.pem.replacing("\n", with: "\r\n")) == key)
    let cut = key.pem.replacing("MCow", with: "")
    for text in ["", "公钥", cut, String(repeating: "g", count: 64), String(repeating: "0", count: 62)] {
      #expect(throws: FileError.self) { try VerifyingKey(text: text) }
    }
  }
}
