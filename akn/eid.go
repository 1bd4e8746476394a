package akn

import (
	"strconv"
	"strings"

	"github.com/beevik/etree"
)

// abbreviations are the forms that element names have in eIds (naming
// convention, and AKN4UN for organization); other elements have their names.
var abbreviations = map[string]string{
	"alinea": "al", "article": "art", "attachment": "att", "amendmentBody": "body", "blockList": "list",
	"body": "body", "chapter": "chp", "citation": "cit", "citations": "cits", "clause": "cl",
	"collectionBody": "body", "component": "cmp", "componentRef": "cref", "components": "cmpnts",
	"debateBody": "body", "debateSection": "dbsect", "division": "dvs", "documentRef": "dref",
	"eventRef": "eref", "intro": "intro", "judgmentBody": "body", "list": "list", "listIntroduction": "intro",
	"listWrapUp": "wrapup", "mainBody": "body", "organization": "org", "paragraph": "para",
	"portionBody": "body", "quotedStructure": "qstr", "quotedText": "qtext", "recital": "rec",
	"recitals": "recs", "section": "sec", "subchapter": "subchp", "subclause": "subcl",
	"subdivision": "subdvs", "subparagraph": "subpara", "subsection": "subsec", "temporalGroup": "tmpg",
	"wrapUp": "wrapup",
}

// Abbreviation returns the form that the name of an element has in eIds:
// "para" for paragraph, the name itself for most.
func Abbreviation(element string) string {
	return or(abbreviations[element], element)
}

// EID joins the parts of an eId: the eId of what the element stands in, or "",
// the element's name, which is abbreviated, and its number, or "".
func EID(prefix, element, number string) string {
	id := Abbreviation(element)
	if number != "" {
		id += "_" + number
	}
	if prefix != "" {
		id = prefix + "__" + id
	}
	return id
}

// EIDBuilder makes eIds that are unique among themselves, for those who build
// a document from top to bottom. Its zero value is ready to use. It is not
// for concurrent use.
type EIDBuilder struct {
	used   map[string]bool
	counts map[string]int
}

// Reserve marks ids as used.
func (b *EIDBuilder) Reserve(ids ...string) {
	if b.used == nil {
		b.used = map[string]bool{}
	}
	for _, id := range ids {
		b.used[id] = true
	}
}

// Claim returns id if it is free, else id with "_2", "_3" and so on, and marks
// it as used.
func (b *EIDBuilder) Claim(id string) string {
	claimed := id
	for b.used[claimed] {
		claimed = id + "_" + strconv.Itoa(1+b.count(id+"\x00"))
	}
	b.Reserve(claimed)
	return claimed
}

func (b *EIDBuilder) count(key string) int {
	if b.counts == nil {
		b.counts = map[string]int{}
	}
	b.counts[key]++
	return b.counts[key]
}

// Numbered returns a free eId for an element with a number, in the form of
// [NumberPart].
func (b *EIDBuilder) Numbered(prefix, element, number string) string {
	return b.Claim(EID(prefix, element, number))
}

// Next returns a free eId for an element without a label: it is numbered
// among those of its kind with the same prefix.
func (b *EIDBuilder) Next(prefix, element string) string {
	n := b.count(EID(prefix, element, ""))
	return b.Claim(EID(prefix, element, strconv.Itoa(n)))
}

// The ways elements get their eIds.
type eIDKind uint8

const (
	noEID       eIDKind = iota
	uniqueEID           // one in its context: para_1__content
	labelledEID         // by its label, else its place among its kind: para_12
	countedEID          // by its place among its kind: container_3
	inlineEID           // as counted, in the provision around it, lists left out: para_2__term_1
	scopedEID           // by a counter of the whole document or attachment: ref_7
	sponsorEID          // the same in a line of sponsors alone: translations name things in running text more or less often
	metaEID             // in meta: kept, and given where it is missing
)

var eIDKinds = func() map[string]eIDKind {
	kinds := map[string]eIDKind{}
	for kind, names := range map[eIDKind]string{
		uniqueEID: `coverPage mainBody body amendmentBody collectionBody debateBody judgmentBody portionBody
			conclusions content intro wrapUp heading subheading listIntroduction listWrapUp recitals citations components`,
		labelledEID: `alinea article book chapter clause division hcontainer indent item level paragraph part point
			proviso recital rule section subchapter subclause subdivision sublist subparagraph subpart subrule subsection
			subtitle title tome transitional debateSection`,
		countedEID: `adjournment administrationOfOath attachment address answer blockContainer blockList citation communication
			component container crossHeading declarationOfVote div embeddedStructure formula interstitial list longTitle
			ministerialStatements nationalInterest narrative noticesOfMotion ol oralStatements other papers party
			personalStatements petitions pointOfOrder prayers proceduralMotions question questions quotedStructure
			quotedText marker resolutions rollCall scene speech speechGroup subFlow summary table tblock toc ul writtenStatements
			documentRef foreign`,
		inlineEID:  `concept def term`,
		scopedEID:  `authorialNote entity eop judge lawyer mmod mod mref noteRef object placeholder process ref rmod rref`,
		sponsorEID: `event location organization person quantity role`,
		metaEID: `FRBRmasterExpression componentData meaningMod scopeMod forceMod efficacyMod legalSystemMod supports
			isAnalogTo applies extends restricts derogates contrasts overrules dissentsFrom putsInQuestion distinguishes
			quorumVerification mapping count eventRef keyword note quorum recount step temporalGroup textualMod timeInterval voting
			original activeRef passiveRef jurisprudence hasAttachment attachmentOf
			TLCPerson TLCOrganization TLCConcept TLCObject TLCEvent TLCLocation TLCProcess TLCRole TLCTerm TLCReference`,
	} {
		for _, n := range strings.Fields(names) {
			kinds[n] = kind
		}
	}
	return kinds
}()

// NeedsEID reports whether [AssignEIDs] gives elements of the name an eId; names of organizations and the like get one in a
// line of sponsors alone.
func NeedsEID(element string) bool { return eIDKinds[element] != noEID }

// AssignEIDs gives every element that needs one its eId, from its place and
// its printed number alone, whatever eId it had, and takes them from no
// element. References to elements that are renamed (#para_3 in href, refersTo,
// for and other attributes) follow. In meta, eIds that are there are kept:
// they are names, not places.
//
// Numbers come from labels by [NumberPart]. A label in a script without
// Latin letters or digits counts by its value or place, so that the elements
// of one document have the same eIds in all languages.
func AssignEIDs(doc *Document) {
	root := doc.Root()
	if root == nil {
		return
	}
	a := assigner{early: map[*etree.Element]string{}, places: map[*etree.Element]int{}, renamed: map[string]string{}}
	a.scope = newWalker(root).scope // in a document, what has no namespace is foreign
	a.reserveKept(root)
	a.run(root)
	a.rename(root)
}

// eIDContext is what the eId of an element depends on.
type eIDContext struct {
	prefix string // of structural elements
	inline string // of inline elements: lists are left out
	scope  string // the attachment or component, for the counters of the document
	level  int    // how many points or items are around
	parent string // name of the element around
	inMeta bool
}

type eIDFrame struct {
	e    *etree.Element
	next int
	mark int
	ctx  eIDContext
}

type assigner struct {
	builder EIDBuilder
	scope   scope
	stack   []eIDFrame
	early   map[*etree.Element]string // claimed before their turn
	places  map[*etree.Element]int    // places of those without a label
	renamed map[string]string
}

// reserveKept reserves the eIds that stay: those of meta, and those of
// elements that need none but have one.
func (a *assigner) reserveKept(root *etree.Element) {
	for e, local := range Walk(root) {
		id := Attr(e, "eId")
		if local == "" || id == "" {
			continue
		}
		if kind := eIDKinds[local]; kind == noEID || kind == metaEID || Up(e, "meta") != nil {
			a.builder.Reserve(id)
		}
	}
}

func (a *assigner) run(root *etree.Element) {
	a.enter(root, eIDContext{})
	for len(a.stack) > 0 {
		top := &a.stack[len(a.stack)-1]
		if top.next == len(top.e.Child) {
			a.scope.leave(top.mark)
			a.stack = a.stack[:len(a.stack)-1]
			continue
		}
		t := top.e.Child[top.next]
		top.next++
		if c, ok := t.(*etree.Element); ok {
			a.enter(c, top.ctx)
		}
	}
}

// enter names e and sets up the context of its children.
func (a *assigner) enter(e *etree.Element, ctx eIDContext) {
	mark := a.scope.enter(e)
	local := a.scope.local(e)
	id := a.name(e, local, ctx)
	if id != "" {
		a.set(e, id)
	}
	inner := contextIn(local, id, ctx)
	a.stack = append(a.stack, eIDFrame{e: e, mark: mark, ctx: inner})
	a.claimLabelled(e, inner)
}

func (a *assigner) set(e *etree.Element, id string) {
	old := Attr(e, "eId")
	if old == id {
		return
	}
	if _, twice := a.renamed[old]; old != "" && !twice {
		a.renamed[old] = id
	}
	setFirstAttr(e, "eId", id)
}

// setFirstAttr sets an attribute; a new one is put before the others, where
// readers look for an id, but after namespace declarations.
func setFirstAttr(e *etree.Element, name, value string) {
	if _, ok := LookupAttr(e, name); ok || len(e.Attr) == 0 {
		e.CreateAttr(name, value)
		return
	}
	e.CreateAttr(name, value)
	last := len(e.Attr) - 1
	added := e.Attr[last]
	at := 0
	for at < last && (e.Attr[at].Space == "xmlns" || e.Attr[at].FullKey() == "xmlns") {
		at++
	}
	copy(e.Attr[at+1:], e.Attr[at:last])
	e.Attr[at] = added
}

// name returns the eId of e, "" if it gets none.
func (a *assigner) name(e *etree.Element, local string, ctx eIDContext) string {
	kind := eIDKinds[local]
	if kind == noEID || ctx.inMeta != (kind == metaEID) {
		return ""
	}
	if id, ok := a.early[e]; ok {
		delete(a.early, e)
		return id
	}
	switch kind {
	case uniqueEID:
		return a.builder.Claim(EID(ctx.prefix, local, ""))
	case labelledEID:
		return a.builder.Numbered(ctx.prefix, typeName(e, local), strconv.Itoa(a.places[e]))
	case countedEID:
		return a.builder.Next(ctx.prefix, local)
	case inlineEID:
		return a.builder.Next(ctx.inline, local)
	case sponsorEID:
		if ctx.parent != "docProponent" {
			return ""
		}
		return a.builder.Next(ctx.scope, local)
	case scopedEID:
		return a.builder.Next(ctx.scope, local)
	case metaEID:
		return a.metaName(e, local, ctx)
	}
	return ""
}

// metaName keeps the eId of an element of meta. A TLC entry without one gets
// the last step of its href.
func (a *assigner) metaName(e *etree.Element, local string, ctx eIDContext) string {
	if id := Attr(e, "eId"); id != "" {
		return id
	}
	if strings.HasPrefix(local, "TLC") {
		href := Attr(e, "href")
		if last := href[strings.LastIndexByte(href, '/')+1:]; isNCName(last) {
			return a.builder.Claim(last)
		}
	}
	return a.builder.Next(ctx.scope, local)
}

// contextIn returns the context of the children of an element.
func contextIn(local, id string, ctx eIDContext) eIDContext {
	switch local {
	case "meta":
		ctx.inMeta = true
	case "attachment", "component":
		ctx.scope = id
	case "point", "item":
		ctx.level++
	case "sublist": // the United Nations' files put it beside the points
		if ctx.parent == "list" || ctx.parent == "sublist" {
			ctx.level++
		}
	case "preface": // has no eId itself, but its containers are not the preamble's
		ctx.prefix, ctx.inline = EID(ctx.scope, local, ""), EID(ctx.scope, local, "")
	}
	ctx.parent = local
	switch kind := eIDKinds[local]; {
	case id == "" || transparent[local] || kind == metaEID:
	case local == "list" || local == "blockList":
		ctx.prefix = id
	case kind == scopedEID && local != "authorialNote", kind == sponsorEID, kind == inlineEID:
	default:
		ctx.prefix, ctx.inline = id, id
	}
	return ctx
}

// transparent elements have an eId that their descendants' do not begin with.
var transparent = nameSet(`mainBody body amendmentBody collectionBody debateBody judgmentBody portionBody
	content intro wrapUp heading subheading listIntroduction listWrapUp components`)

// claimLabelled gives the children of e that have a label their eIds before
// the others, so that an unnumbered paragraph never takes the eId of a
// numbered one.
func (a *assigner) claimLabelled(e *etree.Element, ctx eIDContext) {
	place := map[string]int{}
	for _, t := range e.Child {
		c, ok := t.(*etree.Element)
		if !ok || eIDKinds[c.Tag] != labelledEID || ctx.inMeta || a.localOf(c) == "" {
			continue
		}
		place[c.Tag]++
		if n := labelNumber(c.Tag, Text(firstChild(c, "num")), place[c.Tag], ctx.level); n != "" {
			a.early[c] = a.builder.Numbered(ctx.prefix, typeName(c, c.Tag), n)
		} else {
			a.places[c] = place[c.Tag]
		}
	}
}

// localOf is [Local] of a child of the element last entered.
func (a *assigner) localOf(c *etree.Element) string {
	mark := a.scope.enter(c)
	defer a.scope.leave(mark)
	return a.scope.local(c)
}

// typeName is the name an element has in its eId: that of an hcontainer is
// what it says it is.
func typeName(e *etree.Element, local string) string {
	if name := Attr(e, "name"); local == "hcontainer" && isNCName(name) {
		return name
	}
	return local
}

// notReferences are attributes whose value is text, also when it begins with #.
var notReferences = nameSet("eId wId GUID name value showAs shortForm alt title style class marker number date")

// rename makes references follow the elements they point to.
func (a *assigner) rename(root *etree.Element) {
	if len(a.renamed) == 0 {
		return
	}
	for e, local := range Walk(root) {
		if local == "" {
			continue
		}
		for i := range e.Attr {
			attr := &e.Attr[i]
			if attr.Space == "" && strings.Contains(attr.Value, "#") && !notReferences[attr.Key] {
				attr.Value = a.follow(attr.Value)
			}
		}
	}
}

// follow renames the references in a list of them.
func (a *assigner) follow(value string) string {
	refs := strings.Split(value, " ")
	for i, ref := range refs {
		if id, ok := strings.CutPrefix(ref, "#"); ok {
			refs[i] = "#" + or(a.renamed[id], id)
		}
	}
	return strings.Join(refs, " ")
}
