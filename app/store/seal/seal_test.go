package seal

import (
	"bytes"
	"strings"
	"testing"

	"yttra/app"
)

func TestEveryFlippedByteIsDamage(t *testing.T) {
	key := []byte("text/m/1")
	for name, body := range map[string][]byte{"short": []byte("kort"), "long": []byte(strings.Repeat("ett ord till ", 40)), "empty": nil} {
		t.Run(name, func(t *testing.T) {
			h := Head{Schema: 2, Revision: 7, Seq: 1 << 40}
			sealed := Box{}.Seal(key, h, body)
			got, out, err := Box{}.Open(key, sealed)
			if err != nil || got != h || !bytes.Equal(out, body) {
				t.Fatalf("%+v %q %v", got, out, err)
			}
			for i := range sealed {
				for _, flip := range []byte{1, 0x80, 0xff} {
					bad := append([]byte(nil), sealed...)
					bad[i] ^= flip
					if _, _, err := (Box{}).Open(key, bad); err == nil {
						t.Errorf("byte %d flipped with %x is taken for whole", i, flip)
					}
				}
			}
			for n := range len(sealed) {
				if _, _, err := (Box{}).Open(key, sealed[:n]); app.CodeOf(err) != app.CodeDamaged {
					t.Errorf("%d bytes of it: %v", n, err)
				}
			}
			if _, err := Check([]byte("text/m/2"), sealed); app.CodeOf(err) != app.CodeDamaged {
				t.Errorf("under another key: %v", err)
			}
		})
	}
	long := Box{}.Seal(key, Head{}, []byte(strings.Repeat("ett ord till ", 40)))
	if len(long) > 200 {
		t.Errorf("%d bytes: it is not compressed", len(long))
	}
	long[1]++
	if _, err := Check(key, long); app.CodeOf(err) != app.CodeNewer {
		t.Errorf("a newer envelope: %v", err)
	}
}
