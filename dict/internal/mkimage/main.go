// Command mkimage compiles the tables of the lexicon into the image that the
// program embeds. It refuses tables that have faults.
//
//	go generate ./dict
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/titlelint/titlelint/dict"
)

func main() {
	data := flag.String("data", "", "the folder of the tables; found from the working folder where it is empty")
	out := flag.String("o", "", "the image to write; lexicon.img in the folder of the tables where it is empty")
	faults := flag.Bool("faults", false, "write the image even where the tables have faults")
	flag.Parse()
	if err := run(*data, *out, *faults); err != nil {
		fmt.Fprintln(os.Stderr, "mkimage:", err)
		os.Exit(1)
	}
}

func run(data, out string, faults bool) error {
	start := time.Now()
	if data == "" {
		var err error
		if data, err = find(); err != nil {
			return err
		}
	}
	if out == "" {
		out = filepath.Join(data, "lexicon.img")
	}
	c, err := dict.Compile(os.DirFS(data))
	if err != nil {
		return err
	}
	if wrong := c.Verify(); len(wrong) > 0 {
		for _, w := range wrong {
			fmt.Fprintln(os.Stderr, w)
		}
		if !faults {
			return fmt.Errorf("%d faults in the tables: no image written", len(wrong))
		}
	}
	old, err := os.ReadFile(out)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if !bytes.Equal(old, c.Image) { // an image that stays the same keeps its time: nothing is built again
		if err := replace(out, c.Image); err != nil {
			return err
		}
	}
	for _, s := range c.Sections {
		fmt.Printf("%9d  %s\n", s.Bytes, s.Name)
	}
	fmt.Printf("%9d  %s, %.1f s\n", len(c.Image), out, time.Since(start).Seconds())
	return nil
}

// replace writes a file in one step: a build that runs meanwhile embeds the old
// image or the new one.
func replace(path string, b []byte) error {
	if err := os.WriteFile(path+".new", b, 0o666); err != nil {
		return err
	}
	return os.Rename(path+".new", path)
}

// find returns the folder of the tables, seen from the root of the module or
// from dict.
func find() (string, error) {
	for _, dir := range []string{"data", filepath.Join("dict", "data")} {
		if _, err := os.Stat(filepath.Join(dir, "general.tsv")); err == nil {
			return dir, nil
		}
	}
	return "", errors.New("no tables here: run it from the root of the module")
}
