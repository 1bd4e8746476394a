package main

import (
	"fmt"
	"strings"

	"github.com/ntoso/ntoso/validate"
)

// selection is what a user wants to know of what is found: codes with a reason to leave them out, or with another
// severity.
type selection struct {
	suppress []string
	severity []string
}

// apply puts a selection into the options of a check.
func (s selection) apply(o *validate.Options) error {
	for _, given := range s.suppress {
		code, reason, _ := strings.Cut(given, "=")
		if err := known(code); err != nil {
			return err
		}
		if strings.TrimSpace(reason) == "" {
			return fmt.Errorf("--suppress %s needs a reason: %s=WHY", code, code)
		}
		if o.Suppress == nil {
			o.Suppress = map[string]string{}
		}
		o.Suppress[code] = reason
	}
	for _, given := range s.severity {
		code, name, _ := strings.Cut(given, "=")
		if err := known(code); err != nil {
			return err
		}
		var severity validate.Severity
		if err := severity.UnmarshalText([]byte(name)); err != nil {
			return fmt.Errorf("--severity %s: there are error, warning and note", given)
		}
		if o.Severity == nil {
			o.Severity = map[string]validate.Severity{}
		}
		o.Severity[code] = severity
	}
	return nil
}

func known(code string) error {
	if _, ok := validate.RuleFor(code); !ok {
		return fmt.Errorf("there is no rule %q: see ntoso explain", code)
	}
	return nil
}
