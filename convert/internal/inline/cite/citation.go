package cite

// Kind says what a citation names.
type Kind int

// The kinds of citation. The zero value is invalid.
const (
	Invalid        Kind = iota
	Resolution          // a resolution of an organ whose resolutions have a symbol rule
	Decision            // a decision of such an organ
	Document            // any other document, by its printed symbol
	OfficialRecord      // a document cited as a supplement of official records, by its printed symbol
	Treaty              // a volume or number of a treaty series; it has no symbol
	Convention          // a treaty named by its title; it has no symbol, Symbol is empty and Name says which
	Ibid                // a note that refers to the note before; see ResolveIbid
	Self                // the present resolution
	Same                // the same resolution as the one cited before
)

var kindNames = [...]string{"invalid", "resolution", "decision", "document", "official record", "treaty", "convention", "ibid", "self", "same"}

// String returns the kind in words.
func (k Kind) String() string {
	if k < 0 || int(k) >= len(kindNames) {
		return kindNames[Invalid]
	}
	return kindNames[k]
}

// RangeEnd says which end of a range a citation is.
type RangeEnd int

// A citation outside a range, at its lower end, at its upper end (which is the next citation).
const (
	NoRange RangeEnd = iota
	RangeFrom
	RangeTo
)

// Span is a half-open range of bytes of the text given to Find. The zero Span is absent.
type Span struct{ Start, End int }

// IsZero reports whether the span is absent.
func (s Span) IsZero() bool { return s == Span{} }

// Date is a day that is given with a citation: where it is printed and which it is.
type Date struct {
	Span
	ISO string // yyyy-mm-dd
}

// Context is what the caller knows about a text.
type Context struct {
	Lang    string // ISO 639-2/T code; an unknown one finds printed symbols only
	Organ   string // the organ that speaks: "unga", "unsc", "ecosoc", "hrc", "" (taken as the Assembly) or another id
	Session int    // session of the Assembly, 0 if unknown; numbers of later sessions are not cited
	Links   []Span // what the source printed as links, in text order
	Note    bool   // the text is a note
}

// Citation is one mention of a document.
type Citation struct {
	Start, End int // the printed symbol or number alone
	Kind       Kind
	Symbol     string // canonical symbol; empty where the target has none
	Name       string // identifier of a treaty named by its title
	Short      string // kind of treaty: of "the Convention", of which Settle says which it is, or of an unknown title
	Other      bool   // a word of the title of a treaty that is not known
	Date       Date   // date given with it; dates shared in a list belong to each citation they govern
	List       int    // list the citation belongs to, counted from 0 in the text; -1 if it stands alone
	ListStart  int    // from the head word or first number of the list
	ListEnd    int    // to its last number
	Fragment   string // "para_3__list_1__point_a" for "paragraph 3 (a) of its resolution 75/282"
	FragmentTo string // last provision of a range or pair of provisions ("paragraphs 3 to 5 of ..."), else empty
	Pin        Span   // the words that Fragment was read from
	Range      RangeEnd
	Assumed    bool   // no word, date or form says whose the resolution is; see Settle
	Linked     bool   // a link of the source touches it
	Volume     string // of a treaty series
	Number     string // registration number in a treaty series
}
