/// A string as a key that tells apart what SQLite tells apart: its scalars, not what looks the same.
///
/// Swift's `==` takes a composed and a decomposed accent for one; two files can bear names that differ in that only.
struct ExactKey: Hashable {
    /// The string.
    let string: String

    init(_ string: String) {
        self.string = string
    }

    // The same scalars have the same UTF-8, which a native string holds as it is.

    static func == (left: ExactKey, right: ExactKey) -> Bool {
        left.string.utf8.elementsEqual(right.string.utf8)
    }

    func hash(into hasher: inout Hasher) {
        var string = string
        string.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
