import VerbatimModel

extension CodedStudy {
    /// The study as if each focus group were one respondent, who says all that is said in it.
    ///
    /// A group has the attributes of its transcript, and those that all its respondents share.
    var byFocusGroup: CodedStudy {
        var study = self
        study.transcripts = transcripts.filter { $0.kind == .focusGroup }
        let ids = Set(study.transcripts.map(\.id))
        let people = respondents.byID
        study.respondents = study.transcripts.map { transcript in
            Respondent(id: transcript.id, attributes: transcript.attributes(with: people), isListed: true)
        }
        study.codings = codings.filter { ids.contains($0.transcript) }
        for index in study.codings.indices { study.codings[index].respondent = study.codings[index].transcript }
        for index in study.transcripts.indices { study.transcripts[index].respondents = [study.transcripts[index].id] }
        study.asked = asked.filter { ids.contains($0.transcript) }
        for index in study.asked.indices { study.asked[index].respondent = study.asked[index].transcript }
        return study
    }

    /// The study of what people have decided: accepted and rejected codings, and the respondents who said them.
    var reviewed: CodedStudy {
        var study = self
        study.codings = codings.filter { $0.status == .accepted || $0.status == .rejected }
        let people = Set(study.codings.compactMap(\.respondent))
        study.respondents = respondents.filter { people.contains($0.id) }
        return study
    }
}

extension TranscriptSummary {
    /// What is known of all who speak in the transcript: its own attributes, and those that all its respondents share.
    func attributes(with people: [Respondent.ID: Respondent]) -> Attributes {
        let members = respondents.compactMap { people[$0] }
        var attributes = attributes
        for name in members.first?.attributes.names ?? [] where attributes[name] == nil {
            let values = Set(members.map { $0.attributes[name] })
            if values.count == 1 { attributes[name] = members[0].attributes[name] }
        }
        return attributes
    }
}
