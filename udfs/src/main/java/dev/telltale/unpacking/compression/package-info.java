/**
 * Compressed streams: the bytes of a layer come in, what they unpack to goes out, and what cannot
 * be unpacked goes out raw after a fault. Imports the layer, text recognition, faults and limits.
 *
 * <p>{@link dev.telltale.unpacking.compression.MemberContainer} goes from member to member and
 * around damage; each codec reads one member. Bzip2 is read by Commons Compress, xz by XZ for Java.
 * The others walk their members themselves, and leave the algorithms (inflate, zstd) to the JDK and
 * zstd-jni:
 *
 * <ul>
 *   <li>gzip and zstd, because the libraries lose the rest of a stream with its first damaged byte;
 *   <li>lz4, because Commons Compress reads no legacy frames, ends at a damaged block, and does not
 *       distinguish a wrong checksum from broken data.
 * </ul>
 */
package dev.telltale.unpacking.compression;
