package seal

import (
	"bytes"
	"strings"
	"testing"

	"yttra/app"
)

func box(t *testing.T, fill byte) Box {
	t.Helper()
	b, err := NewBox(bytes.Repeat([]byte{fill}, KeySize))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestEncryptedBody(t *testing.T) {
	key, b := []byte("text/m/1"), box(t, 7)
	for name, body := range map[string][]byte{"short": []byte("kort hemlighet"), "long": []byte(strings.Repeat("ett ord till ", 40)), "empty": nil} {
		t.Run(name, func(t *testing.T) {
			h := Head{Schema: 2, Revision: 7, Seq: 1 << 40}
			sealed := b.Seal(key, h, body)
			got, out, err := b.Open(key, sealed)
			if err != nil || got != h || !bytes.Equal(out, body) {
				t.Fatalf("%+v %q %v", got, out, err)
			}
			if again := b.Seal(key, h, body); bytes.Equal(again, sealed) {
				t.Error("the same nonce twice")
			}
			if seen, err := Check(key, sealed); err != nil || seen != h {
				t.Errorf("checked without the key: %+v %v", seen, err)
			}
			if bytes.Contains(sealed, []byte("hemlighet")) {
				t.Error("the body can be read")
			}
			for other, o := range map[string]Box{"no key": {}, "another key": box(t, 8)} {
				if _, _, err := o.Open(key, sealed); app.CodeOf(err) != app.CodeNoKey {
					t.Errorf("%s: %v", other, err)
				}
			}
			for i := range sealed {
				for _, flip := range []byte{1, 0x80, 0xff} {
					bad := bytes.Clone(sealed)
					bad[i] ^= flip
					if _, _, err := b.Open(key, bad); app.CodeOf(err) != app.CodeDamaged && app.CodeOf(err) != app.CodeNewer {
						t.Errorf("byte %d flipped with %x: %v", i, flip, err)
					}
				}
			}
			for n := range len(sealed) {
				if _, _, err := b.Open(key, sealed[:n]); app.CodeOf(err) != app.CodeDamaged {
					t.Errorf("%d bytes of it: %v", n, err)
				}
			}
		})
	}
}

// What somebody without the key makes is not taken, although its checksum is right.
func TestForgedValueIsNotTaken(t *testing.T) {
	key, b := []byte("matter/m"), box(t, 7)
	if _, _, err := b.Open(key, Box{}.Seal(key, Head{Schema: 2}, []byte("plain"))); app.CodeOf(err) != app.CodeDamaged {
		t.Errorf("a plain value: %v", err)
	}
	moved := b.Seal(key, Head{Schema: 2}, []byte("whole"))
	moved[15]++ // another revision
	sum := sumOf(key, moved)
	copy(moved[headSize:], sum[:])
	if _, _, err := b.Open(key, moved); app.CodeOf(err) != app.CodeNoKey {
		t.Errorf("another head: %v", err)
	}
	cut := b.Seal(key, Head{}, nil)[:bodyAt+20]
	sum = sumOf(key, cut)
	copy(cut[headSize:], sum[:])
	if _, _, err := b.Open(key, cut); app.CodeOf(err) != app.CodeDamaged {
		t.Errorf("a body that is too short: %v", err)
	}
}

func TestNames(t *testing.T) {
	plain, one, two := Box{}, box(t, 1), box(t, 2)
	if got := plain.Name("å/ä"); got != "%C3%A5%2F%C3%A4" || plain.Encrypts() {
		t.Error(got)
	}
	if n := one.Name("å/ä"); len(n) != 2*nameSize || n != one.Name("å/ä") || n == two.Name("å/ä") || n == one.Name("å/b") || !one.Encrypts() {
		t.Error(n)
	}
	if _, err := NewBox(make([]byte, 16)); err == nil {
		t.Error("a short key is taken")
	}
}
