package schema

import "sync"

// A primitive is what a built-in type knows of its values. The derived types that narrow how values are written (NCName,
// integer) have one of their own, with the name of the primitive type they come from.
type primitive struct {
	name      string
	valid     lexical
	length    func(v []byte) int            // nil where the length facets do not apply
	compare   func(a, b []byte) (int, bool) // nil where there is no order; false for values it leaves open
	canonical func(dst, v []byte) []byte    // nil where values are as they are written
}

func momentOf(name string, parts int) *primitive {
	return &primitive{name: name, valid: lexMoment(parts), compare: compareMoments(parts), canonical: canonicalMoment(parts)}
}

func text(valid lexical) *primitive {
	return &primitive{name: "string", valid: valid, length: runeCount}
}

// A builtin is a row of the table of XSD's types: a name, the base, and either a primitive of its own or bounds.
type builtin struct {
	name, base string
	words      string // what a value is, with its article
	white      Whitespace
	primitive  *primitive
	min, max   string
	item       string // of a list
}

// unsigned numbers have no sign (3.3.21.1), unlike the integers that they come from.
var unsigned = &primitive{name: "decimal", valid: lexUnsigned, compare: compareDecimals, canonical: canonicalDecimal}

var integers = &primitive{name: "decimal", valid: lexInteger, compare: compareDecimals, canonical: canonicalDecimal}

// builtinTable follows the tree of XSD 1.0 part 2, section 3, bases before what comes from them.
func builtinTable() []builtin {
	return []builtin{
		{name: "anySimpleType", words: "text", white: Preserve, primitive: &primitive{name: "anySimpleType", valid: anything, length: runeCount}},
		{name: "string", base: "anySimpleType", words: "text", white: Preserve, primitive: text(anything)},
		{name: "boolean", base: "anySimpleType", words: "a boolean (true, false, 1 or 0)", white: Collapse, primitive: &primitive{name: "boolean", valid: lexBoolean, canonical: canonicalBoolean}},
		{name: "decimal", base: "anySimpleType", words: "a decimal number", white: Collapse, primitive: &primitive{name: "decimal", valid: lexDecimal, compare: compareDecimals, canonical: canonicalDecimal}},
		{name: "float", base: "anySimpleType", words: "a floating-point number", white: Collapse, primitive: &primitive{name: "float", valid: lexFloat, compare: compareFloats(32), canonical: canonicalFloat(32)}},
		{name: "double", base: "anySimpleType", words: "a floating-point number", white: Collapse, primitive: &primitive{name: "double", valid: lexFloat, compare: compareFloats(64), canonical: canonicalFloat(64)}},
		{name: "duration", base: "anySimpleType", words: "a duration, such as P1Y2M or PT30M", white: Collapse, primitive: &primitive{name: "duration", valid: lexDuration, canonical: canonicalDuration}},
		{name: "dateTime", base: "anySimpleType", words: "a date with time (YYYY-MM-DDThh:mm:ss)", white: Collapse, primitive: momentOf("dateTime", hasYear|hasMonth|hasDay|hasTime)},
		{name: "time", base: "anySimpleType", words: "a time (hh:mm:ss)", white: Collapse, primitive: momentOf("time", hasTime)},
		{name: "date", base: "anySimpleType", words: "a date (YYYY-MM-DD)", white: Collapse, primitive: momentOf("date", hasYear|hasMonth|hasDay)},
		{name: "gYearMonth", base: "anySimpleType", words: "a month of a year (YYYY-MM)", white: Collapse, primitive: momentOf("gYearMonth", hasYear|hasMonth)},
		{name: "gYear", base: "anySimpleType", words: "a year (YYYY)", white: Collapse, primitive: momentOf("gYear", hasYear)},
		{name: "gMonthDay", base: "anySimpleType", words: "a day of a month (--MM-DD)", white: Collapse, primitive: momentOf("gMonthDay", hasMonth|hasDay)},
		{name: "gDay", base: "anySimpleType", words: "a day (---DD)", white: Collapse, primitive: momentOf("gDay", hasDay)},
		{name: "gMonth", base: "anySimpleType", words: "a month (--MM)", white: Collapse, primitive: momentOf("gMonth", hasMonth)},
		{name: "hexBinary", base: "anySimpleType", words: "hexadecimal digits", white: Collapse, primitive: &primitive{name: "hexBinary", valid: lexHex, length: hexLength, canonical: canonicalHex}},
		{name: "base64Binary", base: "anySimpleType", words: "data in base64", white: Collapse, primitive: &primitive{name: "base64Binary", valid: lexBase64, length: base64Length, canonical: canonicalBase64}},
		{name: "anyURI", base: "anySimpleType", words: "an IRI", white: Collapse, primitive: &primitive{name: "anyURI", valid: lexURI, length: runeCount}},
		{name: "QName", base: "anySimpleType", words: "a name, perhaps with a prefix", white: Collapse, primitive: &primitive{name: "QName", valid: lexQName}},
		{name: "NOTATION", base: "anySimpleType", words: "the name of a notation", white: Collapse, primitive: &primitive{name: "NOTATION", valid: lexQName}},
		{name: "normalizedString", base: "string", words: "text", white: Replace, primitive: text(anything)},
		{name: "token", base: "normalizedString", words: "text", white: Collapse, primitive: text(anything)},
		{name: "language", base: "token", words: "a language tag, such as fr or pt-BR", white: Collapse, primitive: text(lexLanguage)},
		{name: "NMTOKEN", base: "token", words: "a name token (letters, digits and . - _ :)", white: Collapse, primitive: text(lexName(true, false))},
		{name: "Name", base: "token", words: "an XML name", white: Collapse, primitive: text(lexName(true, true))},
		{name: "NCName", base: "Name", words: "an XML name without a colon", white: Collapse, primitive: text(lexNCName)},
		{name: "ID", base: "NCName", words: "an id (an XML name without a colon)", white: Collapse, primitive: text(lexNCName)},
		{name: "IDREF", base: "NCName", words: "a reference to an id (an XML name without a colon)", white: Collapse, primitive: text(lexNCName)},
		{name: "ENTITY", base: "NCName", words: "the name of an entity", white: Collapse, primitive: text(lexNCName)},
		{name: "NMTOKENS", base: "anySimpleType", words: "name tokens with spaces between", white: Collapse, item: "NMTOKEN"},
		{name: "IDREFS", base: "anySimpleType", words: "references to ids with spaces between", white: Collapse, item: "IDREF"},
		{name: "ENTITIES", base: "anySimpleType", words: "names of entities with spaces between", white: Collapse, item: "ENTITY"},
		{name: "integer", base: "decimal", words: "a whole number", white: Collapse, primitive: integers},
		{name: "nonPositiveInteger", base: "integer", words: "a whole number, 0 at most", max: "0"},
		{name: "negativeInteger", base: "nonPositiveInteger", words: "a whole number below 0", max: "-1"},
		{name: "long", base: "integer", words: "a whole number of 64 bits", min: "-9223372036854775808", max: "9223372036854775807"},
		{name: "int", base: "long", words: "a whole number of 32 bits", min: "-2147483648", max: "2147483647"},
		{name: "short", base: "int", words: "a whole number of 16 bits", min: "-32768", max: "32767"},
		{name: "byte", base: "short", words: "a whole number from -128 to 127", min: "-128", max: "127"},
		{name: "nonNegativeInteger", base: "integer", words: "a whole number, 0 at least", min: "0"},
		{name: "unsignedLong", base: "nonNegativeInteger", words: "a whole number of 64 bits, 0 at least", primitive: unsigned, min: "0", white: Collapse, max: "18446744073709551615"},
		{name: "unsignedInt", base: "unsignedLong", words: "a whole number of 32 bits, 0 at least", max: "4294967295"},
		{name: "unsignedShort", base: "unsignedInt", words: "a whole number from 0 to 65535", max: "65535"},
		{name: "unsignedByte", base: "unsignedShort", words: "a whole number from 0 to 255", max: "255"},
		{name: "positiveInteger", base: "nonNegativeInteger", words: "a whole number, 1 at least", min: "1"},
	}
}

// builtinTypes are XSD's own simple types by name, shared by all schemas.
var builtinTypes = sync.OnceValue(func() map[string]*SimpleType {
	types := map[string]*SimpleType{}
	for _, row := range builtinTable() {
		types[row.name] = row.simpleType(types)
	}
	return types
})

func (row builtin) simpleType(types map[string]*SimpleType) *SimpleType {
	t := &SimpleType{
		Name: Name{XSDNamespace, row.name}, Base: types[row.base], Variety: Atomic, White: row.white,
		primitive: row.primitive, facets: noFacets, builtin: true, words: row.words,
	}
	if row.item != "" {
		t.Variety, t.Item = List, types[row.item]
		t.facets.minLength = 1
	}
	if row.primitive == nil && row.item == "" { // a span of the integers
		t.primitive, t.White = t.Base.primitive, Collapse
		t.facets.bounds = append(t.facets.bounds, t.Base.facets.bounds...)
	}
	if row.min != "" {
		t.facets.bounds = append(t.facets.bounds, bound{"minInclusive", []byte(row.min)})
	}
	if row.max != "" {
		t.facets.bounds = append(t.facets.bounds, bound{"maxInclusive", []byte(row.max)})
	}
	return t
}
