/**
 * Avro object container files: a file comes in, a record for each row goes out. Blocks are found by
 * their sync marker here, because a damaged block must cost that block alone; schemas are read by
 * Avro's own parser. Imports the files' shared types, varints, values, faults, limits and the
 * layers of unpacking.
 */
@NullMarked
package dev.telltale.decoding.file.avro;

import org.jspecify.annotations.NullMarked;
