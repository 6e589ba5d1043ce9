/**
 * Tables with a header line: comma and tab separated values (RFC 4180). Lines come in, a record for
 * each row goes out. Imports the lines' shared types, framing's groups of lines, records and
 * values.
 */
@NullMarked
package dev.telltale.decoding.line.table;

import org.jspecify.annotations.NullMarked;
