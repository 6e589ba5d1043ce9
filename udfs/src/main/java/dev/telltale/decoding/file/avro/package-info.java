/**
 * Avro object container files: a file comes in, a record for each row goes out. Blocks are found by
 * their sync marker here, because a damaged block must cost that block alone. Imports the files'
 * shared types, records, values, faults and limits.
 */
package dev.telltale.decoding.file.avro;
