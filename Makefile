# make test    everything: the engine of our own without cgo, and libxml2 as the cross-check with it
# make short   the tests that need nothing but Go

GO ?= go
# An empty SUDO for root, and for machines that have no sudo to ask.
SUDO := $(shell [ "$$(id -u)" = 0 ] || command -v sudo 2>/dev/null)

.PHONY: test short libxml2

test: libxml2
	CGO_ENABLED=0 $(GO) test -timeout 20m ./...
	CGO_ENABLED=1 $(GO) test -timeout 20m -tags libxml2 ./validate/... ./convert/ ./cmd/...

short:
	CGO_ENABLED=0 $(GO) test -short ./...

# libxml2's headers, a C compiler, pkg-config and xmllint, installed only where one is missing.
libxml2:
	@if pkg-config --exists libxml-2.0 2>/dev/null && command -v xmllint >/dev/null && command -v cc >/dev/null; then :; \
	elif command -v apt-get >/dev/null; then \
		$(SUDO) apt-get update -qq && \
		$(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq gcc libc6-dev libxml2-dev libxml2-utils pkg-config >/dev/null; \
	elif command -v brew >/dev/null; then \
		brew install --quiet libxml2 pkg-config; \
	else \
		echo "make: install libxml2 with its headers, xmllint, pkg-config and a C compiler, then try again" >&2; exit 1; \
	fi
