import VerbatimModel

/// The people that a TEI header lists.
struct TEIPeople {
    /// One person, or a group that speaks as one.
    struct Person {
        var name: String?
        var role: String?
        /// Whether it is a `personGrp`.
        var isGroup = false
    }

    private var byID: [String: Person] = [:]

    /// Lists a person.
    mutating func add(_ person: Person, id: String) {
        byID[id] = person
    }

    /// The person that a pointer such as `#id`, `file.xml#id` or `id` means.
    func person(_ pointer: String) -> Person? {
        byID[Self.id(of: pointer)]
    }

    /// The id that a pointer means: what stands behind the `#`.
    static func id(of pointer: String) -> String {
        guard let hash = pointer.lastIndex(of: "#") else { return pointer }
        return String(pointer[pointer.index(after: hash)...])
    }
}

/// Collects a person's name while its element is read.
struct TEIPersonBuilder {
    let id: String
    private(set) var person: TEIPeople.Person
    private var surnames: [String] = []
    private var forenames: [String] = []
    private var whole: [UInt8] = []
    private var part: [UInt8]?
    /// The depth of elements within the name; 0 outside it.
    private var depth = 0
    private var hasName = false

    init(id: String, element: XMLElement) {
        self.id = id
        person = TEIPeople.Person(name: element["n"], role: element["role"], isGroup: element.name == "personGrp")
    }

    /// An element within the person begins.
    mutating func start(_ name: String) {
        if depth > 0 {
            depth += 1
            if name == "surname" || name == "forename" { part = [] }
        } else if !hasName, name == "persName" || name == "name" {
            depth = 1
            whole = []
        }
    }

    /// Text within the person.
    mutating func characters(_ utf8: UnsafeBufferPointer<UInt8>) {
        guard depth > 0 else { return }
        whole.append(contentsOf: utf8)
        part?.append(contentsOf: utf8)
    }

    /// An element within the person ends.
    mutating func end(_ name: String) {
        guard depth > 0 else { return }
        depth -= 1
        if let part, name == "surname" || name == "forename" {
            let text = Self.collapsed(part)
            if name == "surname" { surnames.append(text) } else { forenames.append(text) }
            self.part = nil
        }
        guard depth == 0 else { return }
        hasName = true
        let parts = forenames + surnames
        let name = parts.isEmpty ? Self.collapsed(whole) : parts.joined(separator: " ")
        if !name.isEmpty { person.name = name }
    }

    private static func collapsed(_ utf8: [UInt8]) -> String {
        String(decoding: utf8, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
