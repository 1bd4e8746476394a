package main

import (
	"context"
	"runtime"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

// The results come in the order of the items, however long each takes, and not all of the work is done ahead.
func TestInOrder(t *testing.T) {
	items := make([]int, 50)
	for i := range items {
		items[i] = i
	}
	var begun atomic.Int32
	work := func(i int) int {
		begun.Add(1)
		time.Sleep(time.Duration(i%3) * time.Millisecond)
		return 2 * i
	}
	var got []int
	for i, r := range inOrder(t.Context(), items, work) {
		assert.Equal(t, 2*i, r)
		assert.LessOrEqual(t, int(begun.Load()), i+2+runtime.GOMAXPROCS(0))
		got = append(got, i)
	}
	assert.Equal(t, items, got)
}

// Who stops asking, or ends the context, gets no more.
func TestInOrderEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	count := 0
	for range inOrder(ctx, make([]int, 50), func(int) int { return 0 }) {
		if count++; count == 3 {
			cancel()
		}
	}
	assert.Less(t, count, 50)
	for range inOrder(t.Context(), []int{1, 2}, func(int) int { return 0 }) {
		break
	}
	for range inOrder(ctx, []int{1, 2}, func(int) int { select {} }) {
		t.Error("a result after the end")
	}
}
