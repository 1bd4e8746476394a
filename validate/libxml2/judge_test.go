//go:build libxml2

package libxml2

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ntoso/ntoso/validate"
)

// TestEngine: the schema behind the interface of package validate.
func TestEngine(t *testing.T) {
	var engine validate.Engine = Engine{openLibrary(t)}
	report, err := engine.Check(book(`id="a"`, ""))
	require.NoError(t, err)
	assert.True(t, report.OK())
	report, err = engine.Check(book(`id="a b"`, ""))
	require.NoError(t, err)
	assert.False(t, report.OK())
	assert.Equal(t, validate.CodeOther, report.Findings[0].Code)
	assert.Contains(t, report.Findings[0].Message, "'a b'")
	_, err = engine.Check([]byte("<!DOCTYPE a><a/>"))
	var doctype *DoctypeError
	assert.ErrorAs(t, err, &doctype)
}
