package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// inputEndings are the files that are taken from a folder.
var inputEndings = []string{".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".csv", ".tsv", ".txt", ".jsonl", ".ndjson"}

// checkedMark stands in the names of our own results, which are not taken from
// a folder.
const checkedMark = "-检查结果."

// inputs returns the files that the arguments name, in order and each once: a
// folder stands for the files in it that are read, a pattern such as *.xlsx for
// those that it fits, since not every shell resolves it. It is an error if a
// folder or a pattern yields nothing.
func (c *Command) inputs(args []string) ([]string, error) {
	var paths []string
	for _, arg := range args {
		found, err := c.expand(arg)
		if err != nil {
			return nil, err
		}
		for _, p := range found {
			if !slices.Contains(paths, p) {
				paths = append(paths, p)
			}
		}
	}
	return paths, nil
}

func (c *Command) expand(arg string) ([]string, error) {
	info, err := os.Stat(arg)
	switch {
	case arg == "-", err == nil && !info.IsDir():
		return []string{arg}, nil
	case err == nil:
		found, err := filepath.Glob(filepath.Join(escapeGlob(arg), "*"))
		found = slices.DeleteFunc(found, func(p string) bool { return !isInput(p) })
		if err == nil && len(found) == 0 {
			err = fmt.Errorf(c.say("%s：文件夹里没有能检查的文件（%s）", "%s: no file to check in this folder (%s)"), arg, strings.Join(inputEndings, " "))
		}
		return found, err
	case errors.Is(err, fs.ErrNotExist) && strings.ContainsAny(arg, "*?["):
		found, err := filepath.Glob(arg)
		found = slices.DeleteFunc(found, func(p string) bool { return !isInput(p) })
		if err != nil || len(found) == 0 {
			return nil, fmt.Errorf(c.say("%s：没有符合的文件", "%s: no file fits"), arg)
		}
		return found, nil
	}
	return []string{arg}, nil // reading it says what is wrong
}

// isInput reports whether a file of a folder is to be checked: not the lock of
// a program that has it open (~$), nothing hidden, no result of ours.
func isInput(path string) bool {
	name := filepath.Base(path)
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular() && !strings.HasPrefix(name, "~$") && !strings.HasPrefix(name, ".") &&
		!strings.Contains(name, checkedMark) && slices.Contains(inputEndings, strings.ToLower(filepath.Ext(name)))
}

// escapeGlob returns the path as a pattern that fits nothing else.
func escapeGlob(path string) string {
	return strings.NewReplacer("[", "[[]", "*", "[*]", "?", "[?]").Replace(path)
}
