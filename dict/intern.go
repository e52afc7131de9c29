package dict

import "sync/atomic"

// interned keeps what was read from numbered records, so that each is read
// once and is one value ever after. Room is taken by the shelf, when something
// on it is first asked for.
type interned[T any] struct {
	shelves []atomic.Pointer[shelf[T]]
}

const shelfSize = 256

type shelf[T any] [shelfSize]atomic.Pointer[T]

func newInterned[T any](records int) interned[T] {
	return interned[T]{make([]atomic.Pointer[shelf[T]], (records+shelfSize-1)/shelfSize)}
}

// get returns what was kept for record i, or nil.
func (in *interned[T]) get(i uint32) *T {
	if s := in.shelves[i/shelfSize].Load(); s != nil {
		return s[i%shelfSize].Load()
	}
	return nil
}

// keep keeps v for record i, unless someone was faster, and returns what is
// kept.
func (in *interned[T]) keep(i uint32, v *T) *T {
	at := &in.shelves[i/shelfSize]
	s := at.Load()
	if s == nil {
		at.CompareAndSwap(nil, new(shelf[T]))
		s = at.Load()
	}
	if !s[i%shelfSize].CompareAndSwap(nil, v) {
		return s[i%shelfSize].Load()
	}
	return v
}
