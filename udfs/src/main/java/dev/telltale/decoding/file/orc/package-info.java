/**
 * ORC files, read with the library of Spark's class path: a file comes in, a record for each row
 * goes out. That reader opens its files through Hadoop's {@code FileSystem}, so this is the one
 * package beside {@code sql} that may know {@code org.apache.hadoop}: for a file system that holds
 * one array of bytes. Stripes are checked before the library reads them, because it allocates what
 * they claim. Imports the files' shared types, raw text, varints, values, faults and the layers of
 * unpacking.
 */
package dev.telltale.decoding.file.orc;
