package logit

import "math"

// Sample is one case to learn from.
type Sample struct {
	X      []float64 // its features; the first is the bias, 1
	Y      float64   // 1 or 0
	Weight float64
}

// Fit finds the weights of a logistic regression with L2 by Newton's method:
// a few dozen weights make the exact step cheap, and it has no rate to tune
// and no order to shuffle. The first feature is the bias and is not drawn to
// zero. Only the first n features of each sample are looked at.
func Fit(samples []Sample, n int, l2 float64) []float64 {
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
			for i, v := range s.X[:n] {
				z += w[i] * v
			}
			p := Probability(z)
			g, h := s.Weight*(p-s.Y), s.Weight*max(p*(1-p), 1e-6)
			for i, v := range s.X[:n] {
				if v == 0 {
					continue
				}
				grad[i] += g * v
				row, hv := hess[i], h*v
				for j := 0; j <= i; j++ {
					row[j] += hv * s.X[j]
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
