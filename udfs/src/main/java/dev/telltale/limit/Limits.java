package dev.telltale.limit;

import java.io.Serializable;

/**
 * What one object may cost. Beyond a limit the object ends {@code refused} or {@code partial} with
 * the limit's name as fault, in bounded memory, and the run goes on. Explained in {@code
 * docs/limits.md}.
 *
 * @param objectBytes size of the stored object; larger ones are not read
 * @param unpackedBytes bytes that one object may unpack to, over the innermost streams of all its
 *     layers
 * @param ratio unpacked bytes per stored byte once {@code ratioFloorBytes} were unpacked
 * @param ratioFloorBytes unpacked size below which the ratio is not judged
 * @param layers containers inside one another
 * @param frameBytes size of a JSON value, message or snappy block that is held in memory
 * @param fileBytes size of a file with an index of its own (Parquet, Avro, ORC) that is held in
 *     memory and decoded; larger ones are scanned raw
 * @param fileBlockBytes bytes that one page, block or stream of such a file may decompress to, and
 *     that the pages of a row group may take which are held at a time
 * @param pageHeaderValues values in the header of a Parquet page
 * @param lineBytes length of a line of text that becomes one record; longer ones are scanned in
 *     windows
 * @param windowBytes bytes of one window of a raw scan
 * @param overlapBytes bytes that two neighbouring windows share, so that nothing is lost on an edge
 * @param jsonDepth nesting of arrays and objects in one value
 * @param jsonTokens tokens in one value
 * @param encodingDepth encodings inside one another that are decoded in a field
 * @param encodedBytesPerRecord bytes that decoding encodings may produce for one record
 * @param payloadDepth payloads inside one another that are decoded in a record
 * @param payloadBytes bytes that one payload of a record may unpack to
 * @param rowLength characters in the body of a row
 * @param attributesPerRecord entries in the {@code attributes} column of a record; the body holds
 *     all
 * @param secondsPerObject time for which one object is read
 * @param findingsPerObject findings of one object
 * @param faultsPerObject faults of one object that are kept; all are counted
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
    int pageHeaderValues,
    int lineBytes,
    int windowBytes,
    int overlapBytes,
    int jsonDepth,
    int jsonTokens,
    int encodingDepth,
    int encodedBytesPerRecord,
    int payloadDepth,
    int payloadBytes,
    int rowLength,
    int attributesPerRecord,
    int secondsPerObject,
    int findingsPerObject,
    int faultsPerObject)
    implements Serializable {

  /** Groups inside one another in a protobuf message; the libraries of protobuf allow as many. */
  public static final int GROUP_DEPTH = 100;

  /** Largest window of a zstd frame that is decoded. */
  public static final long MAX_ZSTD_WINDOW_BYTES = 128L << 20;

  /**
   * Largest dictionary of an xz block that is decoded: what the strongest preset of xz asks for.
   */
  public static final long MAX_XZ_DICTIONARY_BYTES = 64L << 20;

  /** Memory of a decoder of xz: that dictionary, and the rest. */
  public static final long MAX_XZ_MEMORY_BYTES = MAX_XZ_DICTIONARY_BYTES + (1 << 20);

  /** Numbers in one delta-encoded block of a Parquet page; writers use 128. */
  public static final int MAX_DELTA_BLOCK = 1 << 20;

  /** Lengths of texts, lists or maps of one column that are read before a stripe of an ORC file. */
  public static final int MAX_ORC_LENGTHS = 16 << 20;

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

  /** How long base64 that is folded into lines may be and still be one line. */
  public static final int MAX_FOLDED_BYTES = 1 << 20;

  /** Findings of one rule in one record; values beyond it are still redacted. */
  public static final int MAX_FINDINGS_PER_RULE = 100;

  /** Characters of a text in a column other than the body. */
  public static final int MAX_COLUMN_LENGTH = 4 << 10;

  /** The same once {@link #MIN_REPEATED} is used up. */
  public static final int MIN_COLUMN_LENGTH = 256;

  /** Characters of the name of a field in a path. */
  public static final int MAX_NAME_LENGTH = 256;

  /** Characters that the rows of one object may repeat of one another, whatever its size. */
  public static final long MIN_REPEATED = 64L << 20;

  /** Characters that they may repeat beyond that, for each byte that was unpacked. */
  public static final int MAX_REPEATED_RATIO = 16;

  /** Characters on either side of a trigger in which a match without a maximum width may lie. */
  public static final int MAX_MATCH_REACH = 1 << 20;

  /** Memory for the rows of one object that are held until no value found later can be in them. */
  public static final int MAX_HELD_BYTES = 128 << 20;

  /** Characters of found values, in all their forms, that are looked for elsewhere in an object. */
  public static final int MAX_LOOK_BACK_CHARS = 1 << 20;

  /** Characters on either side of a cut, at which a log driver divided a text, that are joined. */
  public static final int MAX_CUT_REACH = 8 << 10;

  /** Records after the last line of a key that crosses records in which its next is awaited. */
  public static final int MAX_RECORDS_BETWEEN_LINES = 200;

  /** Characters of one key that crosses records, and of all that are followed at a time. */
  public static final int MAX_SPLIT_CHARS = 64 << 10;

  /** Largest stored object that is rewritten to erase values in it. */
  public static final int MAX_REWRITTEN_BYTES = 64 << 20;

  /** Bytes that all layers of such an object may unpack to. */
  public static final int MAX_REWRITTEN_UNPACKED_BYTES = 256 << 20;

  /** Findings of such an object, which all have to be known. */
  public static final int MAX_REWRITTEN_FINDINGS = 200_000;

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
        5 * GIB, 64 * GIB, 1_100, 64L * MIB, 4, 16 * MIB, 256 * MIB, 64 * MIB, 10_000, 4 * MIB,
        4 * MIB, 16 * KIB, 256, 2_000_000, 4, 32 * MIB, 3, 64 * MIB, 16 * MIB, 1_000, 4 * HOUR,
        10_000, 100);
  }

  /** The same for an object that is rewritten, of which more findings have to be known. */
  public Limits forRewriting() {
    return new Limits(
        objectBytes,
        unpackedBytes,
        ratio,
        ratioFloorBytes,
        layers,
        frameBytes,
        fileBytes,
        fileBlockBytes,
        pageHeaderValues,
        lineBytes,
        windowBytes,
        overlapBytes,
        jsonDepth,
        jsonTokens,
        encodingDepth,
        encodedBytesPerRecord,
        payloadDepth,
        payloadBytes,
        rowLength,
        attributesPerRecord,
        secondsPerObject,
        MAX_REWRITTEN_FINDINGS,
        faultsPerObject);
  }

  /**
   * The same for a payload inside a record, which is held whole: at most {@link #payloadBytes()},
   * in one window.
   */
  public Limits forPayload() {
    return new Limits(
        objectBytes,
        payloadBytes,
        ratio,
        ratioFloorBytes,
        layers,
        payloadBytes,
        payloadBytes,
        fileBlockBytes,
        pageHeaderValues,
        payloadBytes,
        payloadBytes,
        overlapBytes,
        jsonDepth,
        jsonTokens,
        encodingDepth,
        encodedBytesPerRecord,
        payloadDepth,
        payloadBytes,
        rowLength,
        attributesPerRecord,
        secondsPerObject,
        findingsPerObject,
        faultsPerObject);
  }
}
