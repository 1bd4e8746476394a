package main

import (
	"context"
	"iter"
	"runtime"
)

// inOrder does the work for each item, about as many at a time as there are processors, and yields the results in the
// order of the items. It ends early where the context does.
func inOrder[T, R any](ctx context.Context, items []T, work func(T) R) iter.Seq2[T, R] {
	return func(yield func(T, R) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		i := 0
		for done := range begin(ctx, items, work) {
			select {
			case <-ctx.Done():
				return
			case r := <-done:
				if !yield(items[i], r) {
					return
				}
			}
			i++
		}
	}
}

// begin starts the work and returns where each result will be. The room in the queue bounds how much is done ahead.
func begin[T, R any](ctx context.Context, items []T, work func(T) R) <-chan chan R {
	queue := make(chan chan R, runtime.GOMAXPROCS(0)-1)
	go func() {
		defer close(queue)
		for _, item := range items {
			done := make(chan R, 1)
			select {
			case <-ctx.Done():
				return
			case queue <- done:
				go func() { done <- work(item) }()
			}
		}
	}()
	return queue
}
