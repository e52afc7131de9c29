package config

import (
	"bytes"
	"io"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/titlelint/titlelint/lint"
	"github.com/titlelint/titlelint/lint/internal/nearest"
)

// reader walks the YAML nodes of one configuration, whose lines and columns
// its errors name.
type reader struct {
	file   string
	config *Config
}

// keys are the keys of a configuration with what reads them.
func (r *reader) keys() map[string]func(*yaml.Node) error {
	o := &r.config.options
	list := func(to *[]string) func(*yaml.Node) error {
		return func(n *yaml.Node) error { return r.words(n, to) }
	}
	return map[string]func(*yaml.Node) error{
		"rules":             r.rules,
		"user_rules":        func(*yaml.Node) error { return nil }, // read first
		"authorised_brands": list(&o.AuthorisedBrands),
		"authorised_people": list(&o.AuthorisedPeople),
		"authorised_ips":    list(&o.AuthorisedIPs),
		"shop_brand":        func(n *yaml.Node) error { return r.text(n, &o.ShopBrand) },
		"dict":              r.dict,
		"columns":           r.columns,
		"order":             r.order,
		"year":              func(n *yaml.Node) error { return r.number(n, &o.Year) },
	}
}

var yamlLine = regexp.MustCompile(`^line (\d+): `)

func (r *reader) document(data []byte) error {
	var doc, second yaml.Node
	in := yaml.NewDecoder(bytes.NewReader(data))
	err := in.Decode(&doc)
	if err == io.EOF {
		return nil // an empty file sets nothing
	}
	if err == nil {
		if err = in.Decode(&second); err == nil {
			return r.fail(&second, lint.Text{ZH: "「---」之后还有一份设置", EN: "there is a second document after ---"},
				lint.Text{ZH: "请删去「---」，合成一份", EN: "remove --- and make them one"})
		}
	}
	if err != io.EOF {
		return r.malformed(err)
	}
	// The rules may speak of user rules that stand below them.
	if n := child(doc.Content[0], "user_rules"); n != nil {
		if err := r.userRules(n); err != nil {
			return err
		}
	}
	keys := r.keys()
	names := sortedKeys(keys)
	return r.mapping(doc.Content[0], func(key, value *yaml.Node) error {
		read, ok := keys[key.Value]
		if !ok {
			return r.unknown(key, lint.Text{ZH: "没有这个设置项", EN: "unknown key"}, names)
		}
		return read(value)
	})
}

// malformed is the error for a text that is no YAML. Of its place the YAML
// library tells the line only.
func (r *reader) malformed(err error) error {
	e := &Error{File: r.file, Err: err, Cure: lint.Text{ZH: "请检查缩进、冒号和引号", EN: "check indentation, colons and quotes"}}
	what := strings.TrimPrefix(err.Error(), "yaml: ")
	if m := yamlLine.FindStringSubmatch(what); m != nil {
		e.Line, _ = strconv.Atoi(m[1])
		e.Column = 1
		what = what[len(m[0]):]
	}
	e.Problem = lint.Text{ZH: "不是正确的 YAML（" + what + "）", EN: "no valid YAML: " + what}
	return e
}

func sortedKeys[V any](m map[string]V) []string {
	names := make([]string, 0, len(m))
	for k := range m {
		names = append(names, k)
	}
	slices.Sort(names)
	return names
}

// fail returns an error at the place of n.
func (r *reader) fail(n *yaml.Node, problem, cure lint.Text) error {
	return &Error{File: r.file, Line: n.Line, Column: n.Column, Problem: problem, Cure: cure}
}

func (r *reader) unknown(n *yaml.Node, what lint.Text, known []string) error {
	cure := lint.Text{ZH: "可用的有：" + strings.Join(known, "、"), EN: "known are: " + strings.Join(known, ", ")}
	if w := nearest.Word(n.Value, known); w != "" {
		cure = lint.Text{ZH: "是不是「" + w + "」？", EN: "did you mean " + strconv.Quote(w) + "?"}
	}
	return r.fail(n, lint.Text{ZH: what.ZH + "「" + n.Value + "」", EN: what.EN + " " + strconv.Quote(n.Value)}, cure)
}

// mapping calls pair for each key of a mapping and refuses a key that stands
// twice.
func (r *reader) mapping(n *yaml.Node, pair func(key, value *yaml.Node) error) error {
	if n.Tag == "!!null" {
		return nil // a key whose values are all notes
	}
	if n.Kind != yaml.MappingNode {
		return r.fail(n, lint.Text{ZH: "这里应是「键: 值」", EN: "want keys with values here"}, lint.Text{})
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if seen[key.Value] {
			return r.fail(key, lint.Text{ZH: "「" + key.Value + "」写了两次", EN: strconv.Quote(key.Value) + " stands twice"}, lint.Text{ZH: "请只留一处", EN: "keep one"})
		}
		seen[key.Value] = true
		if err := pair(key, n.Content[i+1]); err != nil {
			return err
		}
	}
	return nil
}

func (r *reader) text(n *yaml.Node, to *string) error {
	if n.Kind != yaml.ScalarNode {
		return r.fail(n, lint.Text{ZH: "这里应是一个词", EN: "want one word here"}, lint.Text{})
	}
	*to = n.Value
	return nil
}

func (r *reader) number(n *yaml.Node, to *int) error {
	if n.Tag != "!!int" || n.Decode(to) != nil {
		return r.fail(n, lint.Text{ZH: "这里应是整数，不是「" + n.Value + "」", EN: "want a whole number here, not " + strconv.Quote(n.Value)}, lint.Text{})
	}
	return nil
}

func (r *reader) words(n *yaml.Node, to *[]string) error {
	if n.Kind != yaml.SequenceNode {
		return r.fail(n, lint.Text{ZH: "这里应是列表", EN: "want a list here"}, lint.Text{ZH: "写作 [词, 词]", EN: "write [word, word]"})
	}
	for _, item := range n.Content {
		var word string
		if err := r.text(item, &word); err != nil {
			return err
		}
		if strings.TrimSpace(word) == "" {
			return r.fail(item, lint.Text{ZH: "列表里有空词", EN: "an empty word in the list"}, lint.Text{ZH: "请删去", EN: "remove it"})
		}
		*to = append(*to, word)
	}
	return nil
}

func (r *reader) dict(n *yaml.Node) error {
	if n.Kind == yaml.ScalarNode {
		n = &yaml.Node{Kind: yaml.SequenceNode, Content: []*yaml.Node{n}}
	}
	var paths []string
	if err := r.words(n, &paths); err != nil {
		return err
	}
	for _, p := range paths {
		if !filepath.IsAbs(p) {
			p = filepath.Join(filepath.Dir(r.file), p)
		}
		r.config.Dict = append(r.config.Dict, p)
	}
	return nil
}

// roles are the columns that can be named; lint/sheet gives them their meaning.
var roles = []string{"title", "id", "category", "brand", "short_title", "status"}

func (r *reader) columns(n *yaml.Node) error {
	return r.mapping(n, func(key, value *yaml.Node) error {
		if !slices.Contains(roles, key.Value) {
			return r.unknown(key, lint.Text{ZH: "没有这种列", EN: "unknown column"}, roles)
		}
		var header string
		if err := r.text(value, &header); err != nil {
			return err
		}
		r.config.Columns[key.Value] = header
		return nil
	})
}

func (r *reader) order(n *yaml.Node) error {
	var known []string
	for _, o := range lint.Orders() {
		known = append(known, string(o))
	}
	if !slices.Contains(known, n.Value) {
		return r.unknown(n, lint.Text{ZH: "没有这种顺序", EN: "unknown order"}, known)
	}
	r.config.options.Order = lint.Order(n.Value)
	return nil
}
