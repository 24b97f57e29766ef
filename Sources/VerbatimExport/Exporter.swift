/// Turns values into the bytes of a file: no files, no clock, the same bytes for the same values.
package protocol Exporter<Content>: Sendable {
    /// What is exported.
    associatedtype Content

    /// The bytes of the whole file.
    func bytes(of content: Content) -> [UInt8]
}
