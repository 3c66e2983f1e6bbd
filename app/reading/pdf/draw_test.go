package pdf

import (
	"context"
	"errors"
	"image/color"
	"testing"

	"yttra/app"
	"yttra/app/reading/readingtest"
)

func TestAPageIsDrawn(t *testing.T) {
	data := readingtest.OnePage("0.2 0.4 0.6 rg 0 421 595 421 re f", "")
	img, err := Page(context.Background(), Sum(data), data, 0, 300)
	if err != nil {
		t.Fatal(err)
	}
	if b := img.Bounds(); b.Dx() != 300 || b.Dy() != 424 {
		t.Errorf("%v", b)
	}
	if up, down := img.RGBAAt(150, 50), img.RGBAAt(150, 400); up != (color.RGBA{51, 102, 153, 255}) || down != (color.RGBA{255, 255, 255, 255}) {
		t.Errorf("%v over %v", up, down)
	}
	if again, err := Page(context.Background(), Sum(data), nil, 0, 30); err != nil || again.Bounds().Dx() != 30 {
		t.Errorf("the next picture: %v", err)
	}
	other := readingtest.OnePage("", "")
	if _, err := Page(context.Background(), Sum(other), nil, 0, 30); !errors.Is(err, ErrNotHeld) {
		t.Errorf("%v", err)
	}
	if _, err := Page(context.Background(), Sum(data), data, 1, 30); app.CodeOf(err) != app.CodeNoFile {
		t.Errorf("%v", err)
	}
}

func TestPicturesHaveABound(t *testing.T) {
	for name, box := range map[string]string{"huge": "0 0 200000 200000", "a thread": "0 0 1 200000", "a ribbon": "0 0 200000 1", "none": "0 0 0 0", "nonsense": "9 9 a"} {
		data := readingtest.OnePage("", "/MediaBox ["+box+"]")
		img, err := Page(context.Background(), Sum(data), data, 0, 100_000)
		if err != nil || img.Bounds().Dx()*img.Bounds().Dy() > maxPixels {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// What a form is filled in with is drawn, whether the file has been read before or not.
func TestAFilledFormIsDrawn(t *testing.T) {
	data := readingtest.PDF("<</Type /Catalog /Pages 2 0 R /AcroForm <</Fields [4 0 R]>>>>", "<</Type /Pages /Kids [3 0 R] /Count 1>>",
		"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots [4 0 R]>>",
		"<</Type /Annot /Subtype /Widget /F 4 /FT /Tx /T (a) /V (b) /Rect [0 742 100 842] /P 3 0 R /AP <</N 5 0 R>>>>",
		readingtest.Stream("/Type /XObject /Subtype /Form /BBox [0 0 100 100]", "1 0 0 rg 0 0 100 100 re f"))
	for _, first := range []bool{true, false} {
		if !first {
			if _, _, err := sheets(context.Background(), data); err != nil {
				t.Fatal(err)
			}
		}
		img, err := Page(context.Background(), Sum(data), data, 0, 595)
		if err != nil || img.RGBAAt(50, 50) != (color.RGBA{255, 0, 0, 255}) {
			t.Errorf("first %v: %v, %v", first, img.RGBAAt(50, 50), err)
		}
	}
}
