// Package xmlscan reads XML 1.0 (fifth edition) with Namespaces 1.0 (third edition) as a stream of events: start tags,
// end tags and text. It refuses every document that is not well formed, as far as that can be told without a document
// type declaration, which it refuses, too.
//
// A [Scanner] makes one pass, builds no tree, does not recurse, and allocates nothing once its buffers have grown to
// the size of the largest tag. Over a []byte it works in place; over an [io.Reader] it holds a window of the input.
// UTF-8 and UTF-16 are read; every other encoding is an error. All errors are of type *[Error] and say where.
package xmlscan
