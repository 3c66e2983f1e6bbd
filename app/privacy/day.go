package privacy

// day tells what the first digits of a number are.
type day int

const (
	noDay day = iota
	born
	coordinated // the day plus 60
)

// weigh tells what day ten or twelve digits begin with, and whether the last of
// them is the check digit of the nine before.
func weigh(digits string) (d day, checks bool) {
	year, century := 0, 0
	if len(digits) == 12 {
		if century = number(digits[:2]); century < 18 || century > 20 {
			return noDay, false
		}
		digits = digits[2:]
	}
	if len(digits) != 10 {
		return noDay, false
	}
	year = number(digits[:2])
	month, date := number(digits[2:4]), number(digits[4:6])
	d = born
	if date > 60 {
		d, date = coordinated, date-60
	}
	if date < 1 || date > daysIn(month, century, year) {
		return noDay, false
	}
	return d, luhn(digits)
}

// daysIn gives the days of a month; a year without a century may be of any.
func daysIn(month, century, year int) int {
	switch month {
	case 1, 3, 5, 7, 8, 10, 12:
		return 31
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year != 0 || century == 0 || century%4 == 0) {
			return 29
		}
		return 28
	}
	return 0
}

func number(digits string) int {
	n := 0
	for i := 0; i < len(digits); i++ {
		n = 10*n + int(digits[i]-'0')
	}
	return n
}

// luhn tells whether ten digits have their check digit: every other digit, from
// the first, counts twice, and the digits of the products sum to a ten.
func luhn(digits string) bool {
	sum := 0
	for i := 0; i < len(digits); i++ {
		n := int(digits[i] - '0')
		if (len(digits)-i)%2 == 0 {
			if n *= 2; n > 9 {
				n -= 9
			}
		}
		sum += n
	}
	return sum%10 == 0
}
