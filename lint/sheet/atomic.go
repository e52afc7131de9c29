package sheet

import (
	"crypto/rand"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// WriteFile writes a file whole or not at all: write fills a temporary file in
// the same folder, which then takes the place of path. Whatever fails, a file
// that was there before is still there, and the temporary one is gone. An error
// of the file system is an *Error; one of write is returned as it is.
func WriteFile(path string, write func(io.Writer) error) error {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real // replace the file, not the link to it
	}
	// os.CreateTemp would make the output private to its owner.
	mode := fs.FileMode(0o666)
	if old, err := os.Stat(path); err == nil {
		if old.IsDir() {
			return unwritable(path, errors.New("is a directory"))
		}
		mode = old.Mode().Perm()
	}
	tmp := filepath.Join(filepath.Dir(path), ".titlelint-"+rand.Text()[:10]+".tmp")
	f, err := os.OpenFile(tmp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return unwritable(path, err)
	}
	defer os.Remove(tmp)
	counted := &failing{w: f}
	err = write(counted)
	if counted.err != nil {
		err = unwritable(path, counted.err)
	}
	if err == nil {
		if err = f.Sync(); err != nil {
			err = unwritable(path, err)
		}
	}
	if closeErr := f.Close(); err == nil && closeErr != nil {
		err = unwritable(path, closeErr)
	}
	if err != nil {
		return err
	}
	if err := os.Rename(tmp, path); err != nil {
		return unwritable(path, err)
	}
	return nil
}

// failing remembers an error of the disk, so that it is told from one of the
// function that writes.
type failing struct {
	w   io.Writer
	err error
}

func (f *failing) Write(p []byte) (int, error) {
	n, err := f.w.Write(p)
	if err != nil {
		f.err = err
	}
	return n, err
}

func unwritable(path string, err error) *Error {
	e := &Error{Code: CodeOutput, File: path, Err: err,
		Problem: Text{ZH: "写不了：" + err.Error(), EN: "cannot be written: " + err.Error()},
		Cure:    Text{ZH: "如果正用 Excel/WPS 打开着，请先关闭；并确认磁盘没有满", EN: "close it if it is open in Excel, and make sure that the disk is not full"}}
	if isOpenElsewhere(err) {
		e.Problem = openElsewhere
	}
	if errors.Is(err, fs.ErrNotExist) {
		e.Problem = Text{ZH: "要写入的文件夹不存在", EN: "the folder to write into does not exist"}
		e.Cure = Text{ZH: "请先建好文件夹", EN: "create it first"}
	}
	return e
}
