package dev.telltale.limit;

import java.io.Serializable;

/**
 * What one object may cost. Beyond a limit the object ends {@code refused} or {@code partial} with
 * the limit's name as fault, in bounded memory, and the run goes on. Explained in {@code
 * docs/limits.md}.
 *
 * @param objectBytes largest stored object that is read
 * @param unpackedBytes most bytes that one object may unpack to, over all its layers' innermost
 *     streams
 * @param ratio most unpacked bytes per stored byte once {@code ratioFloorBytes} were unpacked
 * @param ratioFloorBytes unpacked size below which the ratio is not judged
 * @param layers most containers inside one another
 * @param frameBytes largest JSON value, message or snappy block that is held in memory
 * @param fileBytes largest file with an index of its own (Parquet, Avro, ORC) that is held in
 *     memory and decoded; what is larger is scanned raw
 * @param fileBlockBytes most bytes that one page, block or stream of such a file may decompress to,
 *     and the pages of a row group that are held at a time
 * @param lineBytes longest line of text that becomes one record; longer lines are scanned in
 *     windows
 * @param windowBytes bytes of one window of a raw scan
 * @param overlapBytes bytes that two neighbouring windows share, so that nothing is lost on an edge
 * @param jsonDepth deepest nesting of arrays and objects in one value
 * @param jsonTokens most tokens in one value
 * @param encodingDepth how many encodings inside one another are undone in a field
 * @param encodedBytesPerRecord most bytes that undoing encodings may produce for one record
 * @param attributesPerRecord most entries in the {@code attributes} column of a record; the body
 *     holds all
 * @param secondsPerObject longest time that one object is read
 * @param findingsPerObject most findings of one object
 * @param faultsPerObject most faults of one object that are kept; all are counted
 */
public record Limits(
    long objectBytes,
    long unpackedBytes,
    int ratio,
    long ratioFloorBytes,
    int layers,
    int frameBytes,
    int fileBytes,
    int fileBlockBytes,
    int lineBytes,
    int windowBytes,
    int overlapBytes,
    int jsonDepth,
    int jsonTokens,
    int encodingDepth,
    int encodedBytesPerRecord,
    int attributesPerRecord,
    int secondsPerObject,
    int findingsPerObject,
    int faultsPerObject)
    implements Serializable {

  /** Largest window of a zstd frame that is decoded. */
  public static final long MAX_ZSTD_WINDOW_BYTES = 128L << 20;

  /**
   * Largest dictionary of an xz block that is decoded: what the strongest preset of xz asks for.
   */
  public static final long MAX_XZ_DICTIONARY_BYTES = 64L << 20;

  /** How many times {@code frameBytes} a snappy block may unpack to. */
  public static final int MAX_SNAPPY_EXPANSION = 4;

  /** Longest name or comment in the header of a gzip member. */
  public static final int MAX_GZIP_NAME_BYTES = 4 << 10;

  /** Names of gzip members that are held until they are scanned. */
  public static final int MAX_GZIP_NAMES_BYTES = 2 << 20;

  /** Largest skippable frame or chunk, or record of a zip, that counts as structure. */
  public static final int MAX_STRUCTURE_BYTES = 64 << 10;

  /** Largest pax header whose records are obeyed. */
  public static final int MAX_PAX_BYTES = 64 << 10;

  /** How far an armoured block may reach after its first line and still be one line. */
  public static final int MAX_ARMOURED_BYTES = 16 << 10;

  private static final int KIB = 1 << 10;
  private static final int MIB = 1 << 20;
  private static final int HOUR = 3_600;
  private static final long GIB = 1L << 30;

  public Limits {
    if (overlapBytes >= windowBytes) {
      throw new IllegalArgumentException("windows must be longer than what they share");
    }
  }

  public static Limits defaults() {
    return new Limits(
        5 * GIB, 64 * GIB, 1_100, 64L * MIB, 4, 16 * MIB, 256 * MIB, 64 * MIB, 4 * MIB, 4 * MIB,
        16 * KIB, 256, 2_000_000, 4, 32 * MIB, 1_000, 4 * HOUR, 10_000, 100);
  }

  /**
   * The same for bytes inside a record, which are held whole: no more than so many, in one window.
   */
  public Limits forPayload(int bytes) {
    return new Limits(
        objectBytes,
        bytes,
        ratio,
        ratioFloorBytes,
        layers,
        bytes,
        bytes,
        fileBlockBytes,
        bytes,
        bytes,
        overlapBytes,
        jsonDepth,
        jsonTokens,
        encodingDepth,
        encodedBytesPerRecord,
        attributesPerRecord,
        secondsPerObject,
        findingsPerObject,
        faultsPerObject);
  }
}
