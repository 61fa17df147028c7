package main

import "math"

// sample is a pair to learn from.
type sample struct {
	x      []float64
	y      float64 // 1 or 0
	weight float64
}

// fit finds the weights of a logistic regression with L2 by Newton's method:
// a few dozen weights make the exact step cheap, and it has no rate to tune
// and no order to shuffle. The first feature is the bias and is not drawn to
// zero.
func fit(samples []sample, n int, l2 float64) []float64 {
	w := make([]float64, n)
	grad := make([]float64, n)
	hess := make([][]float64, n)
	for i := range hess {
		hess[i] = make([]float64, n)
	}
	for range 30 {
		for i := range n {
			grad[i] = 0
			clear(hess[i])
		}
		for _, s := range samples {
			z := 0.0
			for i, v := range s.x[:n] {
				z += w[i] * v
			}
			p := 1 / (1 + math.Exp(-z))
			g, h := s.weight*(p-s.y), s.weight*max(p*(1-p), 1e-6)
			for i, v := range s.x[:n] {
				if v == 0 {
					continue
				}
				grad[i] += g * v
				row, hv := hess[i], h*v
				for j := 0; j <= i; j++ {
					row[j] += hv * s.x[j]
				}
			}
		}
		for i := range n {
			l := l2
			if i == 0 {
				l = 1e-6
			}
			grad[i] += l * w[i]
			hess[i][i] += l
		}
		step := solve(hess, grad)
		largest := 0.0
		for i := range n {
			w[i] -= step[i]
			largest = max(largest, math.Abs(step[i]))
		}
		if largest < 1e-4 {
			break
		}
	}
	return w
}

// solve finds x with h·x = g by Cholesky's decomposition; h is symmetric,
// positive definite, and only its lower half is read.
func solve(h [][]float64, g []float64) []float64 {
	n := len(g)
	l := make([][]float64, n)
	for i := range n {
		l[i] = make([]float64, i+1)
		for j := 0; j <= i; j++ {
			s := h[i][j]
			for k := range j {
				s -= l[i][k] * l[j][k]
			}
			if i == j {
				l[i][i] = math.Sqrt(max(s, 1e-12))
			} else {
				l[i][j] = s / l[j][j]
			}
		}
	}
	x := make([]float64, n)
	for i := range n {
		s := g[i]
		for k := range i {
			s -= l[i][k] * x[k]
		}
		x[i] = s / l[i][i]
	}
	for i := n - 1; i >= 0; i-- {
		s := x[i]
		for k := i + 1; k < n; k++ {
			s -= l[k][i] * x[k]
		}
		x[i] = s / l[i][i]
	}
	return x
}
