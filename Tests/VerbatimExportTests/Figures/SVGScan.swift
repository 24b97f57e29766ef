import Foundation

@testable import VerbatimExport

#if canImport(FoundationXML)
import FoundationXML
#endif

/// Where the marks of an SVG document lie.
final class SVGScan: NSObject, XMLParserDelegate {
    struct Place: CustomStringConvertible {
        var left: Double
        var right: Double
        var y: Double
        var description: String { "\(left) to \(right), \(y)" }
    }

    private(set) var isWellFormed = false
    private(set) var viewBox: (width: Double, height: Double)?
    private(set) var places: [Place] = []
    private var isDefinition = false
    private var text: (words: String, attributes: [String: String])?

    /// Reads a document.
    init(_ bytes: [UInt8]) {
        super.init()
        let parser = XMLParser(data: Data(bytes))
        parser.delegate = self
        isWellFormed = parser.parse()
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        func number(_ name: String) -> Double { attributes[name].flatMap(Double.init) ?? 0 }
        switch name {
        case "svg":
            let numbers = (attributes["viewBox"] ?? "").split(separator: " ").compactMap { Double($0) }
            if numbers.count == 4 { viewBox = (numbers[2], numbers[3]) }
        case "defs": isDefinition = true
        case "rect" where !isDefinition:
            places.append(Place(left: number("x"), right: number("x") + number("width"), y: number("y")))
            places.append(Place(left: number("x"), right: number("x"), y: number("y") + number("height")))
        case "line" where !isDefinition:
            places.append(Place(left: number("x1"), right: number("x2"), y: number("y1")))
            places.append(Place(left: number("x1"), right: number("x2"), y: number("y2")))
        case "circle": places.append(Place(left: number("cx"), right: number("cx"), y: number("cy")))
        case "text": text = ("", attributes)
        default: break
        }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text?.words += string }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        if name == "defs" { isDefinition = false }
        guard name == "text", let (words, attributes) = text else { return }
        text = nil
        let x = attributes["x"].flatMap(Double.init) ?? 0
        let y = attributes["y"].flatMap(Double.init) ?? 0
        let size = attributes["font-size"].flatMap(Double.init) ?? 13
        let width = TextMetrics.width(of: words, size: size, isBold: attributes["font-weight"] == "bold")
        let isReversed = attributes["direction"] == "rtl"
        switch attributes["text-anchor"] {
        case "middle": places.append(Place(left: x - width / 2, right: x + width / 2, y: y))
        case "end": places.append(Place(left: isReversed ? x : x - width, right: isReversed ? x + width : x, y: y))
        default: places.append(Place(left: isReversed ? x - width : x, right: isReversed ? x : x + width, y: y))
        }
    }
}
