package xlsx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"strings"
)

// Package is a zip of parts. Names of parts are compared without case, with
// slashes, and without one in front.
type Package struct {
	zip   *zip.Reader
	parts map[string]*zip.File // by key
}

// OpenPackage reads the directory of the zip in data.
func OpenPackage(data []byte) (*Package, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	if len(z.File) > MaxParts {
		return nil, fmt.Errorf("%w: %d parts", ErrTooLarge, len(z.File))
	}
	p := &Package{zip: z, parts: make(map[string]*zip.File, len(z.File))}
	var size uint64
	for _, f := range z.File {
		if size += f.UncompressedSize64; f.UncompressedSize64 > MaxUnzipped || size > MaxUnzipped {
			return nil, fmt.Errorf("%w: %s unpacks to more than %d bytes", ErrTooLarge, f.Name, MaxUnzipped)
		}
		if !strings.HasSuffix(f.Name, "/") {
			p.parts[key(f.Name)] = f // of two the last one counts, as for excelize
		}
	}
	return p, nil
}

// key is what two names of one part have in common.
func key(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

// Has reports whether there is a part of that name.
func (p *Package) Has(name string) bool { return p.parts[key(name)] != nil }

// Keys returns the names of all parts, in lower case and with slashes.
func (p *Package) Keys() (names []string) {
	for _, f := range p.zip.File {
		names = append(names, key(f.Name))
	}
	return names
}

// Size returns how long a part is when unpacked, or 0 where there is none.
func (p *Package) Size(name string) int64 {
	if f := p.parts[key(name)]; f != nil {
		return int64(f.UncompressedSize64)
	}
	return 0
}

// Open unpacks a part. Reading more than its declared size ends in an error.
func (p *Package) Open(name string) (io.ReadCloser, error) {
	f := p.parts[key(name)]
	if f == nil {
		return nil, fmt.Errorf("%w: %s", ErrNoPart, name)
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return &bounded{r, int64(f.UncompressedSize64) + 1}, nil
}

// bounded ends in ErrTooLarge where a part is longer than the zip says.
type bounded struct {
	io.ReadCloser
	left int64
}

func (b *bounded) Read(p []byte) (int, error) {
	n, err := b.ReadCloser.Read(p)
	if b.left -= int64(n); b.left <= 0 && err == nil {
		err = ErrTooLarge
	}
	return n, err
}

// Read returns the content of a part that is not expected to be huge.
func (p *Package) Read(name string) ([]byte, error) {
	if p.Size(name) > maxSmall {
		return nil, fmt.Errorf("%w: %s", ErrTooLarge, name)
	}
	r, err := p.Open(name)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	content, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return content, nil
}

// relation is one line of a .rels part.
type relation struct {
	ID     string
	Type   string
	Target string // the name of a part; of an external one, as it stands there
	Extern bool
}

// is reports whether the relation is of that kind: worksheet, comments, …
func (r relation) is(kind string) bool { return !r.Extern && strings.HasSuffix(r.Type, "/"+kind) }

// relsName returns the name of the part that holds the relations of part.
func relsName(part string) string {
	dir, file := path.Split(part)
	return dir + "_rels/" + file + ".rels"
}

// relations returns what part refers to; nothing where it has no relations.
func (p *Package) relations(part string) ([]relation, error) {
	name := relsName(part)
	if !p.Has(name) {
		return nil, nil
	}
	content, err := p.Read(name)
	if err != nil {
		return nil, err
	}
	var rels []relation
	s := newScanner(bytes.NewReader(content))
	for s.next() {
		if s.kind != tokStart || string(s.name) != "Relationship" {
			continue
		}
		var r relation
		r.ID, _ = attr(s.attrs, "Id")
		r.Type, _ = attr(s.attrs, "Type")
		mode, _ := attr(s.attrs, "TargetMode")
		r.Target, _ = attr(s.attrs, "Target")
		if r.Extern = mode == "External"; !r.Extern {
			r.Target = resolve(part, r.Target)
		}
		rels = append(rels, r)
	}
	if s.err != nil {
		return nil, fmt.Errorf("%s: %w", name, s.err)
	}
	return rels, nil
}

// resolve returns the part that target means in the relations of part.
func resolve(part, target string) string {
	target = strings.ReplaceAll(target, `\`, "/")
	if !strings.HasPrefix(target, "/") {
		target = path.Dir("/"+part) + "/" + target
	}
	return strings.TrimPrefix(path.Clean(target), "/")
}
