package validate

import "github.com/ntoso/ntoso/validate/schema"

func (c *checker) openConstraint(*schema.Constraint) {}
