package dict

import "encoding/binary"

// stringPool gathers strings, each once. A reference is the offset of the
// string's length, which the string follows.
type stringPool struct {
	bytes []byte
	refs  map[string]uint32
}

func newStringPool() *stringPool {
	p := &stringPool{refs: map[string]uint32{}}
	p.ref("") // is 0
	return p
}

func (p *stringPool) ref(s string) uint32 {
	ref, ok := p.refs[s]
	if !ok {
		ref = uint32(len(p.bytes))
		p.refs[s] = ref
		p.bytes = append(binary.AppendUvarint(p.bytes, uint64(len(s))), s...)
	}
	return ref
}
