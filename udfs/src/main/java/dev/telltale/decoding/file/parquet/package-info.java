/**
 * Parquet files, read with the library of Spark's class path: a file comes in, a record for each
 * row goes out. Footers and pages are checked before the library reads them, because it allocates
 * what they claim. Imports the files' shared types, varints, values, faults, limits and the layers
 * of unpacking.
 */
package dev.telltale.decoding.file.parquet;
