/**
 * Formats that are whole files with an index of their own: a leaf held in memory comes in, frames
 * of rows and their records go out, one file and one registration per format. Imports framing,
 * records, values, faults and limits.
 *
 * <p>Parquet and ORC are read with the libraries of Spark's class path. ORC's reader opens its
 * files through Hadoop's {@code FileSystem}, so this is the one package beside {@code sql} that may
 * know {@code org.apache.hadoop}: for a file system that holds one array of bytes. Nothing is
 * written to a disk. What these libraries throw quotes content and is dropped where it arises; what
 * they allocate on the word of the file is checked before they are asked.
 */
package dev.telltale.decoding.file;
