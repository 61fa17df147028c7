// Package archtest holds the house to its plan: docs/architecture.md says what
// may import what, and the tests of this package read the real import graph
// and fail where an arrow points the wrong way.
//
// Do not change the tables to fix a build. An import that they refuse is a
// question about the design: usually what is wanted belongs one room further
// down. Change docs/architecture.md first, and the table after it.
package archtest
