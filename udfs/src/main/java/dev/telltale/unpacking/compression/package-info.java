/**
 * Compressed streams: the bytes of a layer come in, what they unpack to goes out, and what cannot
 * be unpacked goes out raw behind a fault. Imports the layer, text recognition, faults and limits.
 *
 * <p>Members of gzip and blocks of zstd are walked here rather than by a library, because the
 * libraries lose the rest of a stream with its first damaged byte; the algorithms themselves
 * (inflate, zstd) are the JDK's and zstd-jni's.
 */
package dev.telltale.unpacking.compression;
