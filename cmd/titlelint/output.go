package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/titlelint/titlelint/lint"
	"github.com/titlelint/titlelint/lint/report"
	"github.com/titlelint/titlelint/lint/sheet"
)

// writeOutputs writes what -o asks for and returns what went wrong: a marked
// copy of each input, or one file with all results.
func (r *run) writeOutputs() []error {
	var failed []error
	for _, o := range r.flags.outputs {
		if write := r.together(o); write != nil {
			if err := r.writeTogether(o, write); err != nil {
				failed = append(failed, err)
			}
			continue
		}
		from := 0
		for _, t := range r.tables {
			to := from + len(t.Titles)
			if err := r.writeMarked(t, r.results[from:to], o); err != nil {
				failed = append(failed, err)
			}
			from = to
		}
	}
	return failed
}

// together returns what writes the results of all inputs into the one file at
// path, where its ending says so; nil for marked copies.
func (r *run) together(path string) func(io.Writer) error {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".jsonl":
		return func(w io.Writer) error { return report.JSONLines(w, r.results) }
	case ".json":
		return func(w io.Writer) error { return report.JSON(w, r.results, version(), r.words) }
	case ".html", ".htm":
		return func(w io.Writer) error { return report.HTML(w, r.results, report.Style{Lang: r.language()}) }
	}
	return nil
}

func (r *run) writeTogether(path string, write func(io.Writer) error) error {
	for _, t := range r.tables {
		if t.IsInput(path) {
			return r.ownInput(path)
		}
	}
	if err := sheet.WriteFile(path, write); err != nil {
		return err
	}
	r.wrote(path)
	return nil
}

// writeMarked writes the marked copy of one input: to path, or under its own
// name into the folder that path is.
func (r *run) writeMarked(t *sheet.Table, results []lint.Result, path string) error {
	if isFolder(path) {
		path = filepath.Join(path, t.CheckedName())
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			return err
		}
	}
	if of := r.written[path]; of != "" {
		return fmt.Errorf(r.say("%s：不再写 %s，那里已是 %s 的结果；请改文件名，或分开检查", "%s: not written to %s, which holds the results of %s; rename it, or check it alone"), inputName(t.File), path, of)
	}
	if t.IsInput(path) {
		return r.ownInput(path)
	}
	if err := t.WriteChecked(path, results); err != nil {
		return err
	}
	r.tell(t)
	r.written[path] = inputName(t.File)
	r.wrote(path)
	return nil
}

func (r *run) ownInput(path string) error {
	return fmt.Errorf(r.say("%s：输出和输入是同一个文件。请换一个文件名", "%s: the output is the input; choose another name"), path)
}

func (r *run) wrote(path string) {
	if !r.flags.quiet {
		fmt.Fprintf(r.Stderr, r.say("已写入 %s\n", "wrote %s\n"), path)
	}
}

// isFolder reports whether an output is written as a folder.
func isFolder(path string) bool {
	return strings.HasSuffix(path, "/") || strings.HasSuffix(path, string(filepath.Separator))
}

// inputName returns what messages call an input.
func inputName(file string) string {
	if file == "" {
		return "-"
	}
	return file
}
