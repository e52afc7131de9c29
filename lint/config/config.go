// Package config reads .titlelint.yaml and turns it into the options of a
// linter. It is strict: an unknown key, rule or option, and a value of the
// wrong type, is an error that names file, line and column.
package config

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/titlelint/titlelint/dict"
	"github.com/titlelint/titlelint/lint"
)

// Name is the name of a configuration file.
const Name = ".titlelint.yaml"

// Config is what a configuration file says.
type Config struct {
	Path    string            // "" where there is no file
	Columns map[string]string // role of a column → its header or letter
	Dict    []string          // tables of the shop's own words, relative paths resolved

	options   lint.Options
	userRules []*userRule
}

// Error is what is wrong with a configuration, and where.
type Error struct {
	File         string
	Line, Column int // from 1; 0 where the whole file is meant
	Problem      lint.Text
	Cure         lint.Text
	Err          error
}

// Error returns In("zh").
func (e *Error) Error() string { return e.In("zh") }

// In returns file:line:column, problem and cure as one line.
func (e *Error) In(lang string) string {
	s := e.File
	if e.Line > 0 {
		s = fmt.Sprintf("%s:%d:%d", e.File, e.Line, e.Column)
	}
	s += ": " + e.Problem.In(lang)
	if cure := e.Cure.In(lang); cure != "" {
		s += lint.Text{ZH: "。", EN: "; "}.In(lang) + cure
	}
	return s
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// Find returns the path of the configuration file that holds for an input: the
// nearest one in the input's folder or above it; "" where there is none.
func Find(input string) (string, error) {
	dir, err := filepath.Abs(filepath.Dir(input))
	if err != nil {
		return "", err
	}
	for {
		path := filepath.Join(dir, Name)
		if _, err := os.Stat(path); err == nil {
			return path, nil
		} else if !errors.Is(err, fs.ErrNotExist) {
			return "", fmt.Errorf("look for a configuration: %w", err)
		}
		up := filepath.Dir(dir)
		if up == dir {
			return "", nil
		}
		dir = up
	}
}

// Load reads the configuration file at path.
func Load(path string) (*Config, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, &Error{File: path, Problem: lint.Text{ZH: "打不开配置文件", EN: "cannot open the configuration"}, Err: err,
			Cure: lint.Text{ZH: "请检查路径：" + err.Error(), EN: "check the path: " + err.Error()}}
	}
	return Parse(path, data)
}

// Parse reads a configuration; path names it in errors and is what relative
// paths in it start from.
func Parse(path string, data []byte) (*Config, error) {
	c := &Config{Path: path, Columns: map[string]string{}}
	c.options.Severity = map[string]lint.Severity{}
	c.options.Set = map[string]map[string]any{}
	r := &reader{file: path, config: c}
	if err := r.document(data); err != nil {
		return nil, err
	}
	return c, nil
}

// Options returns the options of a linter in the language. The lexicon is the
// built-in one with the shop's own words on top. A malformed table of words, a
// word that can never match, and a user rule that can never fire, is an error
// that names its line.
func (c *Config) Options(lang string, more ...string) (lint.Options, error) {
	o := c.options
	o.Lang = lang
	tables := slices.Concat(c.Dict, more)
	if len(tables)+len(c.userRules) == 0 {
		return o, nil
	}
	lexicon, err := dict.Builtin()
	if err != nil {
		return o, err
	}
	for _, t := range tables {
		if err := addWords(lexicon, t); err != nil {
			return o, err
		}
	}
	// A word that can never match would be silently without effect.
	for _, wrong := range lexicon.Verify() {
		var t *dict.TableError
		if errors.As(wrong, &t) && slices.Contains(tables, t.File) {
			return o, wordError(t, lint.Text{ZH: "请改正或删去这一行", EN: "correct or remove the line"})
		}
	}
	o.Lexicon = lexicon
	rules, err := c.userRulesFor(lexicon)
	o.Rules = rules
	return o, err
}

func wordError(t *dict.TableError, cure lint.Text) *Error {
	return &Error{File: t.File, Line: t.Line, Column: 1, Problem: lint.Text{ZH: t.Err.Error(), EN: t.Err.Error()}, Cure: cure, Err: t}
}

func addWords(l *dict.Lexicon, path string) error {
	f, err := os.Open(path)
	if err != nil {
		return &Error{File: path, Problem: lint.Text{ZH: "打不开词表", EN: "cannot open the table of words"}, Err: err,
			Cure: lint.Text{ZH: "请检查路径：" + err.Error(), EN: "check the path: " + err.Error()}}
	}
	defer f.Close()
	err = l.AddWords(f, path)
	var t *dict.TableError
	if errors.As(err, &t) {
		columns := strings.Join(dict.WordColumns, " ")
		return wordError(t, lint.Text{ZH: "每行五列，用制表符分隔：" + columns, EN: "five columns parted by tabs: " + columns})
	}
	return err
}
