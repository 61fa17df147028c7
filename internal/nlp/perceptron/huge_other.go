//go:build !linux

package perceptron

func huge[T any]([]T) {}
