// A judge that was not written here: Go's golang.org/x/mod/sumdb (packages tlog and note), which serves Go's own checksum log.
// "check" reads a log of ours and says what Go thinks of it; "make" lets Go make a log for us to check. Both speak JSON.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type inclusion struct {
	Entry       string
	Index, Size int64
	Root        tlog.Hash
	Proof       []tlog.Hash
}

type consistency struct {
	From, To         int64
	FromRoot, ToRoot tlog.Hash
	Proof            []tlog.Hash
}

type given struct {
	Key           string
	Notes         []string
	Inclusions    []inclusion
	Consistencies []consistency
	Paths         []string
	// for make
	Entries []string
	Secret  string
	Sizes   []int64
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func main() {
	var in given
	must(json.NewDecoder(os.Stdin).Decode(&in))
	var out interface{}
	switch os.Args[1] {
	case "check":
		out = check(in)
	case "make":
		out = make_(in)
	}
	must(json.NewEncoder(os.Stdout).Encode(out))
}

type verdicts struct {
	Notes         []string // the text, or "" where Go refuses
	Inclusions    []bool
	Consistencies []bool
	Tiles         []string // level/index/width of each path, or "" where Go refuses
}

func check(in given) verdicts {
	var out verdicts
	verifier, err := note.NewVerifier(in.Key)
	must(err)
	for _, text := range in.Notes {
		opened, err := note.Open([]byte(text), note.VerifierList(verifier))
		if err != nil {
			out.Notes = append(out.Notes, "")
		} else {
			out.Notes = append(out.Notes, opened.Text)
		}
	}
	for _, one := range in.Inclusions {
		leaf := tlog.RecordHash([]byte(one.Entry))
		out.Inclusions = append(out.Inclusions, tlog.CheckRecord(one.Proof, one.Size, one.Root, one.Index, leaf) == nil)
	}
	for _, one := range in.Consistencies {
		out.Consistencies = append(out.Consistencies, tlog.CheckTree(one.Proof, one.To, one.ToRoot, one.From, one.FromRoot) == nil)
	}
	for _, path := range in.Paths {
		// Go writes the height of tiles into the path; the C2SP format has always 8 and leaves it out.
		tile, err := tlog.ParseTilePath(strings.Replace(path, "tile/", "tile/8/", 1))
		if err != nil {
			out.Tiles = append(out.Tiles, "")
		} else {
			out.Tiles = append(out.Tiles, fmt.Sprintf("%d/%d/%d", tile.L, tile.N, tile.W))
		}
	}
	return out
}

type made struct {
	Key           string
	Note          string
	Inclusions    []inclusion
	Consistencies []consistency
	Tiles         map[string][]byte
}

type kept []tlog.Hash

func (k *kept) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	var out []tlog.Hash
	for _, i := range indexes {
		out = append(out, (*k)[i])
	}
	return out, nil
}

func make_(in given) made {
	var hashes kept
	for i, entry := range in.Entries {
		more, err := tlog.StoredHashes(int64(i), []byte(entry), &hashes)
		must(err)
		hashes = append(hashes, more...)
	}
	size := int64(len(in.Entries))
	root, err := tlog.TreeHash(size, &hashes)
	must(err)
	out := made{Tiles: map[string][]byte{}}
	signer, err := note.NewSigner(in.Secret)
	must(err)
	text := fmt.Sprintf("%s\n%d\n%s\n", signer.Name(), size, root)
	signed, err := note.Sign(&note.Note{Text: text}, signer)
	must(err)
	out.Note = string(signed)
	for _, n := range in.Sizes {
		then, err := tlog.TreeHash(n, &hashes)
		must(err)
		proof, err := tlog.ProveRecord(size, n-1, &hashes)
		must(err)
		out.Inclusions = append(out.Inclusions, inclusion{in.Entries[n-1], n - 1, size, root, proof})
		grown, err := tlog.ProveTree(size, n, &hashes)
		must(err)
		out.Consistencies = append(out.Consistencies, consistency{n, size, then, root, grown})
	}
	for _, tile := range tlog.NewTiles(8, 0, size) {
		// Go also names every narrower form a tile had while the log grew.
		if tile.W < 256 && tile.N*256+int64(tile.W) != size>>(8*uint(tile.L)) {
			continue
		}
		data, err := tlog.ReadTileData(tile, &hashes)
		must(err)
		out.Tiles[strings.Replace(tile.Path(), "tile/8/", "tile/", 1)] = data
	}
	return out
}
