package main

import "sync"

// jobs is how many trainers run at a time. Each takes up to a gigabyte, and a
// core.
const jobs = 2

// parallel calls f with 0 to n-1, some at a time. The calls must be independent.
func parallel(n int, f func(int)) {
	var wg sync.WaitGroup
	slots := make(chan struct{}, jobs)
	for i := range n {
		slots <- struct{}{}
		wg.Go(func() {
			f(i)
			<-slots
		})
	}
	wg.Wait()
}
