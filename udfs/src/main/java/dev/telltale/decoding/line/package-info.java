/**
 * What the formats of text lines share: a line with its fields, the grammar of columns, times and
 * levels, stack traces. Imports framing's groups of lines, the UTF-8 reader of raw text, records
 * and values.
 */
package dev.telltale.decoding.line;
