/**
 * Lines of text come in; records go out, one file and one registration per format. A leaf's format
 * is chosen by its first lines, in {@link dev.telltale.decoding.line.LineReading}. Imports values,
 * records, framing and the UTF-8 reader of raw text.
 */
package dev.telltale.decoding.line;
