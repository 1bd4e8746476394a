package lexicon

// compile makes a Lexicon of the sections of a data file.
func compile(iso string, sections map[string][]Entry) (*Lexicon, error) {
	l := &Lexicon{lang: iso, sections: sections, names: mastheadNames(sections)}
	steps := []func() error{
		func() (err error) { l.recital, err = newPhrases(sections, "recital"); return },
		func() (err error) { l.operative, err = newPhrases(sections, "operative"); return },
		func() (err error) { l.manner, err = newManner(sections); return },
		func() (err error) { l.enacting, err = newTable(sections, "enacting"); return },
		func() (err error) { l.organs, err = newTable(sections, "organs"); return },
		func() (err error) { l.notes, err = newTable(sections, "notes"); return },
		func() (err error) { l.amending, err = newTable(sections, "amending"); return },
		func() (err error) { l.languages, err = newTable(sections, "languages"); return },
		func() (err error) { l.numbers, err = newNumbers(sections); return },
		func() (err error) { l.dates, err = newDates(sections, l.numbers); return },
		func() (err error) { l.labels, err = newLabels(sections, l.numbers); return },
		func() (err error) { l.states, err = newStates(iso, sections); return },
		func() (err error) { l.sponsors, err = newSponsors(sections, l.states, l.organs); return },
		func() (err error) { l.detect, err = newDetection(sections); return },
		func() (err error) { l.lines, err = newLines(sections, l.captureTypes()); return },
		func() (err error) { l.sessions, err = newMentions(sections, "sessions", l.captureTypes()); return },
		func() (err error) {
			types, err := amountTypes(sections)
			if err == nil {
				l.amounts, err = newMentions(sections, "amounts", types)
			}
			return err
		},
		func() (err error) { l.votes, err = newVotes(sections, l.captureTypes()); return },
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return l, nil
}
