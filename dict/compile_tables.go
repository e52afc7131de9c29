package dict

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// compileTree makes the records of the categories, by id, and the orders that
// they are searched in.
func (c *compiler) compileTree() error {
	all := slices.Clone(c.categories)
	slices.SortFunc(all, func(a, b Node) int { return a.ID - b.ID })
	records := make([]categoryRecord, len(all))
	byPath, byName := make([]uint32, len(all)), make([]uint32, len(all))
	for i, n := range all {
		if i > 0 && all[i-1].ID == n.ID {
			return fmt.Errorf("tree.tsv: the category id %d stands twice", n.ID)
		}
		records[i] = categoryRecord{id: uint32(n.ID), parent: uint32(n.Parent), name: c.strings.ref(n.Name), path: c.strings.ref(n.Path)}
		if n.Leaf {
			records[i].leaf = 1
		}
		byPath[i], byName[i] = uint32(i), uint32(i)
	}
	slices.SortStableFunc(byPath, func(a, b uint32) int { return strings.Compare(all[a].Path, all[b].Path) })
	slices.SortStableFunc(byName, func(a, b uint32) int { return strings.Compare(all[a].Name, all[b].Name) })
	put(c, secCategories, records)
	put(c, secByPath, byPath)
	put(c, secByName, byName)
	return nil
}

// compileTwins makes the records of the twins, by rune.
func (c *compiler) compileTwins() {
	records := make([]twinRecord, 0, len(c.twins))
	for _, r := range slices.Sorted(maps.Keys(c.twins)) {
		t := c.twins[r]
		record := twinRecord{from: r, to: c.strings.ref(t.To)}
		if t.Safe {
			record.safe = 1
		}
		records = append(records, record)
	}
	put(c, secTwins, records)
}
