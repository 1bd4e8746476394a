package lexicon

import (
	"cmp"
	"slices"
)

// trie maps folded phrases to numbers and finds the longest phrase at a place.
// Node 0 is the root. It is built once and then only read.
type trie struct {
	nodes []trieNode
}

type trieNode struct {
	edges []trieEdge // sorted by rune
	value int32      // index of the phrase that ends here, or -1
}

type trieEdge struct {
	r  rune
	to int32
}

func newTrie() *trie { return &trie{nodes: []trieNode{{value: -1}}} }

// add enters a phrase. It reports false if the phrase is there already.
func (t *trie) add(phrase []rune, value int) bool {
	at := int32(0)
	for _, r := range phrase {
		at = t.child(at, r)
	}
	if t.nodes[at].value >= 0 {
		return false
	}
	t.nodes[at].value = int32(value)
	return true
}

func (t *trie) child(at int32, r rune) int32 {
	i, found := t.find(at, r)
	if found {
		return t.nodes[at].edges[i].to
	}
	to := int32(len(t.nodes))
	t.nodes = append(t.nodes, trieNode{value: -1})
	t.nodes[at].edges = slices.Insert(t.nodes[at].edges, i, trieEdge{r, to})
	return to
}

func (t *trie) find(at int32, r rune) (int, bool) {
	return slices.BinarySearchFunc(t.nodes[at].edges, r, func(e trieEdge, r rune) int {
		return cmp.Compare(e.r, r)
	})
}

// step follows r from a node; ok is false where no phrase goes on.
func (t *trie) step(at int32, r rune) (int32, bool) {
	i, found := t.find(at, r)
	if !found {
		return 0, false
	}
	return t.nodes[at].edges[i].to, true
}

// longest finds the longest phrase at f.r[i] that ends at a word boundary, and
// where it ends.
func (t *trie) longest(f *folded, i int) (value, end int, ok bool) {
	at := int32(0)
	for j := i; j < f.len(); {
		next, found := t.step(at, f.r[j])
		if !found {
			break
		}
		at = next
		j++
		if v := t.nodes[at].value; v >= 0 && f.boundary(j) {
			value, end, ok = int(v), j, true
		}
	}
	return value, end, ok
}
