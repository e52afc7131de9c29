package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

// In the scripts titlelint is this test binary, which then runs main.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"titlelint": main})
}

// The scripts of testdata/script run the command as a user does. Rewrite their
// expected outputs with UPDATE_SCRIPTS=1.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       os.Getenv("UPDATE_SCRIPTS") != "",
		RequireExplicitExec: true,
		Setup: func(e *testscript.Env) error {
			examples, err := filepath.Abs("../../examples")
			e.Setenv("EXAMPLES", examples)
			return err
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"code": code, "mkxlsx": mkxlsx, "setcell": setcell, "cells": cells,
		},
	})
}

// code runs titlelint and wants its exit code: code 3 check bad.csv.
func code(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: code CODE ARGUMENT...")
	}
	want := args[0]
	err := ts.Exec("titlelint", args[1:]...)
	got := "0"
	if err != nil {
		got = strings.TrimPrefix(err.Error(), "exit status ")
	}
	if got != want {
		ts.Fatalf("exit code %s, want %s", got, want)
	}
}

// mkxlsx writes a workbook of one sheet from tab-separated text, every cell a
// text: mkxlsx goods.xlsx goods.tsv.
func mkxlsx(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: mkxlsx WORKBOOK TEXT")
	}
	f := excelize.NewFile()
	defer f.Close()
	for i, line := range strings.Split(strings.TrimSpace(ts.ReadFile(args[1])), "\n") {
		for j, text := range strings.Split(line, "\t") {
			name, err := excelize.CoordinatesToCellName(j+1, i+1)
			ts.Check(err)
			ts.Check(f.SetCellStr("Sheet1", name, text))
		}
	}
	ts.Check(f.SaveAs(ts.MkAbs(args[0])))
}

// cells prints the first sheet of a workbook as tab-separated text.
func cells(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: cells WORKBOOK")
	}
	f, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	rows, err := f.GetRows(f.GetSheetName(0))
	ts.Check(err)
	for _, row := range rows {
		_, err := ts.Stdout().Write([]byte(strings.ReplaceAll(strings.Join(row, "\t"), "\n", "⏎") + "\n"))
		ts.Check(err)
	}
}

// setcell writes a text into a cell of the first sheet of a workbook, as a
// person would: setcell checked.xlsx H2 是.
func setcell(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: setcell WORKBOOK CELL TEXT")
	}
	f, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	ts.Check(f.SetCellStr(f.GetSheetName(0), args[1], args[2]))
	ts.Check(f.Save())
}
