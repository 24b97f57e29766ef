/// How a command ends.
///
/// Thrown by a command that ends with anything but ``done``.
enum ExitStatus: Int32, Error {
    /// Done.
    case done = 0
    /// Done, with findings: a failed example, a transcript that could not be read.
    case findings = 1
    /// Wrong use or wrong codebook; nothing was written.
    case wrongUse = 2
}
