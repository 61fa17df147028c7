package perceptron

import (
	"syscall"
	"unsafe"
)

// huge asks for huge pages behind a large slice, all of its capacity. Training
// reads hundreds of megabytes at random, analysing ten; with small pages much of the
// time goes into finding out where they are.
func huge[T any](s []T) {
	const page = 2 << 20
	var zero T
	s = s[:cap(s)]
	size := uintptr(len(s)) * unsafe.Sizeof(zero)
	if size < 2*page {
		return
	}
	start := uintptr(unsafe.Pointer(unsafe.SliceData(s)))
	skip := -start & (page - 1)
	b := unsafe.Slice((*byte)(unsafe.Add(unsafe.Pointer(unsafe.SliceData(s)), skip)), (size-skip)&^(page-1))
	const hugePage = 14              // MADV_HUGEPAGE
	_ = syscall.Madvise(b, hugePage) // advice: where it is not taken, all is slower
}
