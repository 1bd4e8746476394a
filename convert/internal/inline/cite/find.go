package cite

// Find returns the citations of a text in text order; they do not overlap. It takes time linear in the text.
func Find(text string, ctx Context) []Citation {
	w := wordsOf(ctx.Lang)
	toks := tokenize(newFolded(text))
	g := govern{words: w, toks: toks, items: w.itemize(toks), ctx: ctx}
	g.run()
	return g.citations()
}
