import VerbatimFiles
import VerbatimModel

extension QDAReader {
    /// The variables of an element, by name, in the order of the file; those without a value are left out.
    func values(of element: XMLTree) -> [(name: String, value: String)] {
        element.children("VariableValue").compactMap { value in
            guard let guid = value.child("VariableRef").flatMap({ guid($0, "targetGUID") }), let name = variables[guid],
                let text = value.children.first(where: { $0.name.hasSuffix("Value") })?.text.trimmingSpaces,
                !text.isEmpty
            else { return nil }
            return (name, text)
        }
    }

    /// Adds a case with what it is linked to.
    mutating func read(case element: XMLTree) {
        guard let guid = guid(element, "guid") else { return }
        var attributes = Attributes()
        for (name, value) in values(of: element) { attributes[name] = value }
        var linked: [Transcript.ID] = []
        func link(_ id: Transcript.ID) { if !linked.contains(id) { linked.append(id) } }
        for reference in element.children("SourceRef") {
            if let id = self.guid(reference, "targetGUID").flatMap({ transcriptIDs[$0] }) { link(id) }
        }
        for reference in element.children("SelectionRef") {
            guard let selection = self.guid(reference, "targetGUID").flatMap({ selections[$0] }) else { continue }
            link(selection.transcript)
            project.caseSegments.append(
                QDAProject.CaseSegment(caseGUID: guid, transcript: selection.transcript, span: selection.span))
        }
        for segment in project.caseSegments where segment.caseGUID == guid { link(segment.transcript) }
        let written = (element.attributes["name"] ?? "").trimmingSpaces
        let name = written.isEmpty ? (linked.count == 1 ? linked[0] : guid) : written
        project.cases.append(QDAProject.Case(guid: guid, name: name, attributes: attributes, transcripts: linked))
    }

    /// Gives speakers the respondents that the cases of their transcript name.
    mutating func linkRespondents() {
        for index in project.transcripts.indices {
            let id = project.transcripts[index].id
            let cases = project.cases.filter { $0.transcripts.contains(id) }
            var free = project.transcripts[index].speakers.indices.filter {
                let speaker = project.transcripts[index].speakers[$0]
                return speaker.role == .respondent && !speaker.isCollective && speaker.respondent == nil
            }
            var unplaced: [QDAProject.Case] = []
            for person in cases {
                let key = SpeakerLabel.key(person.name)
                let match = free.firstIndex { SpeakerLabel.key(project.transcripts[index].speakers[$0].label) == key }
                guard let match else {
                    unplaced.append(person)
                    continue
                }
                project.transcripts[index].speakers[free.remove(at: match)].respondent = person.name
            }
            guard unplaced.count == 1, free.count == 1, cases.count == 1 else { continue }
            project.transcripts[index].speakers[free[0]].respondent = unplaced[0].name
            // What is known of the only respondent is known of the talk.
            project.transcripts[index].attributes = project.transcripts[index].attributes.merging(
                missingFrom: unplaced[0].attributes)
        }
    }
}
