package cite

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

//go:embed treaties.txt
var treatiesFile string

// TreatyAddress is the address of a treaty that is cited by its title, by its identifier; empty for an unknown one.
func TreatyAddress(name string) string { return treaties()[name].address() }

// A deposit says where a treaty is kept, and which word stands for its title when it is cited again.
type deposit struct{ noun, place string }

// treaties are the treaties that have a title in the data files, by identifier.
var treaties = sync.OnceValue(func() map[string]deposit {
	list, err := parseEntries(treatiesFile)
	if err != nil {
		panic("cite: treaties.txt: " + err.Error())
	}
	known := map[string]deposit{}
	for _, e := range list {
		known[e.key] = deposit{noun: e.section, place: e.text}
	}
	return known
})

// collection is the collection of treaties deposited with the Secretary-General.
const collection = "https://treaties.un.org/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no="

// address is the page of a treaty in the collection of its depositary, or the volume that it is printed in.
func (d deposit) address() string {
	if volume, ok := strings.CutPrefix(d.place, "vol. "); ok {
		return VolumeAddress(volume)
	}
	if d.place == "" || strings.Contains(d.place, "://") {
		return d.place
	}
	chapter, _, _ := strings.Cut(d.place, "-")
	return collection + d.place + "&chapter=" + strconv.Itoa(romanValue(chapter))
}

// VolumeAddress is the address of a volume of the United Nations Treaty Series.
func VolumeAddress(volume string) string {
	return "https://treaties.un.org/doc/Publication/UNTS/Volume%20" + volume + "/v" + volume + ".pdf"
}
