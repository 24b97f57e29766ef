/// What stands before the marks of a row: its name, as a link where it leads somewhere, and a detail.
struct LaneLabel {
    /// The name.
    var words: String
    /// What stands behind it, such as the size of a group; `nil` for nothing.
    var detail: String?
    /// What the name leads to; `nil` for nothing.
    var href: String?

    /// Writes the label.
    func write(into row: inout Markup) {
        row.element(href == nil ? "span" : "a", ["class": "bar-label", "href": href]) { label in
            if let detail {
                // The name may be of a script from right to left, and the detail is not.
                label.element("bdi", words)
                label.text(", \(detail)")
            } else {
                label.text(words)
            }
        }
    }
}
