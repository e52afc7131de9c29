package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/titlelint/titlelint/lint/sheet"
)

// streams reports whether the run answers JSON lines on stdin one by one, as a
// pipeline wants: - alone as input, JSON lines out, and a first line that is an
// object or a name that says so.
func (r *run) streams(paths []string) bool {
	if len(paths) != 1 || paths[0] != "-" || r.flags.format != "jsonl" || len(r.flags.outputs) > 0 {
		return false
	}
	switch strings.ToLower(filepath.Ext(r.flags.stdinFilename)) {
	case ".jsonl", ".ndjson":
		return true
	case "":
		first, _ := r.stdin.Peek(1)
		return string(first) == "{"
	}
	return false
}

// stream answers each line with its result as soon as it stands. A line that
// is no title is answered by {"id","error"} and makes the run end with 3; the
// lines after it are linted all the same. Rules over the whole file need all
// titles and do not run, which is said once.
func (r *run) stream() (code int, err error) {
	if !r.flags.quiet {
		fmt.Fprintln(r.Stderr, r.say("逐行检查：重复标题等需要整份文件的规则不运行", "line by line: rules over the whole file, such as duplicate titles, do not run"))
	}
	out := json.NewEncoder(r.Stdout)
	out.SetEscapeHTML(false)
	lines := 0
	for number := 1; ; number++ {
		line, readErr := r.stdin.ReadBytes('\n')
		if trimmed := bytes.TrimSpace(line); len(trimmed) > 0 {
			lines++
			title, err := sheet.ParseJSONLine(r.flags.stdinFilename, number, trimmed)
			if err != nil {
				code = exitInput
				err = out.Encode(map[string]string{"id": title.ID, "error": inLanguage(err, r.machineLanguage())})
			} else {
				result := r.linter.Check(title)
				r.worst = max(r.worst, result.Worst())
				err = out.Encode(&result)
			}
			if err != nil {
				return exitInput, err
			}
		}
		if errors.Is(readErr, io.EOF) {
			break
		}
		if readErr != nil {
			return exitInput, fmt.Errorf("read stdin: %w", readErr)
		}
	}
	if lines == 0 {
		return exitInput, errors.New(r.say("标准输入是空的，没有检查任何标题", "stdin is empty, nothing was checked"))
	}
	return code, nil
}
