package dev.telltale.fault;

import java.util.Locale;

/** The closed set of faults. The id is what stands in the {@code objects} table and in the docs. */
public enum FaultKind {
  /** The object has no bytes. Nothing is missing, so its status stays {@code scanned}. */
  EMPTY_OBJECT(Effect.NOTE),

  /** A gzip member starts with a header that RFC 1952 does not allow. */
  GZIP_HEADER(Effect.PARTIAL),
  /** A gzip member ends before its deflate data or its trailer does. */
  GZIP_TRUNCATED(Effect.PARTIAL),
  /** The deflate data of a gzip member is corrupt. */
  GZIP_DATA(Effect.PARTIAL),
  /** CRC-32 or length in a gzip trailer disagree with what was inflated. */
  GZIP_CHECKSUM(Effect.PARTIAL),
  /** Bytes that are not a gzip member follow one. */
  GZIP_TRAILING_BYTES(Effect.PARTIAL),
  ZIP_HEADER(Effect.PARTIAL),
  ZIP_TRUNCATED(Effect.PARTIAL),
  ZIP_DATA(Effect.PARTIAL),
  ZIP_CHECKSUM(Effect.PARTIAL),
  /** A zip entry is encrypted or uses a method other than stored and deflate. */
  ZIP_METHOD(Effect.PARTIAL),
  ZSTD_TRUNCATED(Effect.PARTIAL),
  ZSTD_DATA(Effect.PARTIAL),
  ZSTD_TRAILING_BYTES(Effect.PARTIAL),
  SNAPPY_TRUNCATED(Effect.PARTIAL),
  SNAPPY_DATA(Effect.PARTIAL),
  /** A snappy block declares another length than it holds. */
  SNAPPY_LENGTH(Effect.PARTIAL),
  SNAPPY_CHECKSUM(Effect.PARTIAL),
  /** A block is not the tar header that should be there, or its size is not a number. */
  TAR_HEADER(Effect.PARTIAL),
  /** A tar ends inside an entry, or without the empty blocks that close it. */
  TAR_TRUNCATED(Effect.PARTIAL),
  /** A tar entry is sparse, or of a type that is laid out in a way of its own. */
  TAR_ENTRY(Effect.PARTIAL),
  BZIP2_TRUNCATED(Effect.PARTIAL),
  BZIP2_DATA(Effect.PARTIAL),
  BZIP2_CHECKSUM(Effect.PARTIAL),
  BZIP2_TRAILING_BYTES(Effect.PARTIAL),
  LZ4_TRUNCATED(Effect.PARTIAL),
  LZ4_DATA(Effect.PARTIAL),
  LZ4_CHECKSUM(Effect.PARTIAL),
  LZ4_TRAILING_BYTES(Effect.PARTIAL),
  ZLIB_TRUNCATED(Effect.PARTIAL),
  ZLIB_DATA(Effect.PARTIAL),
  ZLIB_CHECKSUM(Effect.PARTIAL),
  ZLIB_TRAILING_BYTES(Effect.PARTIAL),
  XZ_TRUNCATED(Effect.PARTIAL),
  XZ_DATA(Effect.PARTIAL),
  XZ_CHECKSUM(Effect.PARTIAL),
  /** An xz block uses a filter or check that is not supported, or a dictionary beyond the limit. */
  XZ_METHOD(Effect.PARTIAL),
  XZ_TRAILING_BYTES(Effect.PARTIAL),
  /** The MD5 sum after an aggregate of the Kinesis Producer Library disagrees with it. */
  KPL_CHECKSUM(Effect.PARTIAL),
  /**
   * So many bytes look like the start of compressed data, and are not, that they were not all
   * tried.
   */
  MEMBER_LIMIT(Effect.PARTIAL),

  /** A value that is not JSON by RFC 8259 is in a JSON stream. */
  JSON_SYNTAX(Effect.PARTIAL),
  /** The stream ends inside a JSON value. */
  JSON_TRUNCATED(Effect.PARTIAL),
  BASE64(Effect.PARTIAL),
  /** A protobuf message breaks its wire format or its schema. */
  PROTOBUF(Effect.PARTIAL),
  /**
   * A Parquet file, or a row group of it, breaks its format, is truncated, or uses what we cannot.
   */
  PARQUET(Effect.PARTIAL),
  /** A Parquet file, or a column of it, is encrypted. */
  PARQUET_ENCRYPTED(Effect.PARTIAL),
  /** An Avro container file, or a block of it, breaks its format or is truncated. */
  AVRO(Effect.PARTIAL),
  /** An ORC file, or a stripe of it, breaks its format or is truncated. */
  ORC(Effect.PARTIAL),
  /** A protobuf message has fields that its schema lacks; they were read without names. */
  UNKNOWN_FIELDS(Effect.NOTE),
  /** Bytes that are not UTF-8 were replaced for display; they were scanned all the same. */
  INVALID_UTF8(Effect.PARTIAL),
  /**
   * Bytes that are not a character of their character set were replaced; all others were scanned.
   */
  INVALID_CHARACTER(Effect.PARTIAL),

  /** A decoder of ours failed on a frame; the frame was scanned raw. */
  DECODER_FAILED(Effect.PARTIAL),
  /** Detection itself failed on a frame; its bytes count as unread. */
  DETECTOR_FAILED(Effect.PARTIAL),

  /** A limit of {@code Limits}: one JSON value or message is larger than a frame may be. */
  FRAME_LIMIT(Effect.PARTIAL),
  /**
   * A limit of {@code Limits}: a file with an index of its own is larger than is held in memory.
   */
  FILE_LIMIT(Effect.PARTIAL),
  /** A limit of {@code Limits}: a page, block or stream of a file decompresses to too much. */
  FILE_BLOCK_LIMIT(Effect.PARTIAL),
  /** A limit of {@code Limits}: the rows of a file are too many or too large for its bytes. */
  FILE_RATIO_LIMIT(Effect.PARTIAL),
  /** A limit of {@code Limits}: one line of text is longer than a line may be. */
  LINE_LIMIT(Effect.PARTIAL),
  JSON_DEPTH_LIMIT(Effect.PARTIAL),
  JSON_TOKEN_LIMIT(Effect.PARTIAL),
  /** The same limits for a protobuf message; what is beyond them was scanned as bytes. */
  MESSAGE_DEPTH_LIMIT(Effect.PARTIAL),
  MESSAGE_FIELD_LIMIT(Effect.PARTIAL),
  FINDING_LIMIT(Effect.PARTIAL),
  /** Encoded values were nested or many beyond the budget; the outer form was scanned. */
  ENCODING_LIMIT(Effect.PARTIAL),
  /**
   * Too many values were found to look for each of them, in all of its forms, everywhere else in
   * the object; where rules find them they are findings all the same.
   */
  LOOK_BACK_LIMIT(Effect.PARTIAL),
  /** A record has more attributes than its column may hold; its body has them all. */
  ATTRIBUTE_LIMIT(Effect.NOTE),
  /** A row is larger than a row may be: all of it was scanned, its end is not in its body. */
  ROW_LIMIT(Effect.PARTIAL),
  /** A text is longer than a column may hold; the body has all of it. */
  COLUMN_LIMIT(Effect.NOTE),
  /**
   * What records share would have made their rows many times larger than the object; it is in the
   * first of them.
   */
  REPEAT_LIMIT(Effect.NOTE),
  /**
   * A value without an end in sight, such as a key block without its last line, was not followed.
   */
  MATCH_LIMIT(Effect.PARTIAL),
  LAYER_LIMIT(Effect.REFUSED),
  UNPACKED_LIMIT(Effect.REFUSED),
  RATIO_LIMIT(Effect.REFUSED),
  OBJECT_LIMIT(Effect.REFUSED),
  /** An error of the Java virtual machine, such as one of memory, ended the reading. */
  JVM_ERROR(Effect.REFUSED),
  /** Reading took longer than one object may take; what was read by then is in the tables. */
  TIME_LIMIT(Effect.REFUSED),

  /** The store refused the read: permission, key policy, storage class. */
  ACCESS_DENIED(Effect.UNREADABLE),
  STORAGE_CLASS(Effect.UNREADABLE),
  /** An executor ended while it was reading the object; the next scan tries again. */
  EXECUTOR_LOST(Effect.UNREADABLE),
  /** The read broke off and retries were used up. */
  READ_FAILED(Effect.UNREADABLE),
  /** The object was gone when it was read. */
  OBJECT_GONE(Effect.VANISHED),
  /** The object was replaced between listing and reading. */
  OBJECT_CHANGED(Effect.VANISHED);

  /** What a fault means for the status of its object; later constants outrank earlier ones. */
  public enum Effect {
    NOTE,
    PARTIAL,
    REFUSED,
    UNREADABLE,
    VANISHED
  }

  private final Effect effect;

  FaultKind(Effect effect) {
    this.effect = effect;
  }

  public Effect effect() {
    return effect;
  }

  /** The published name, such as {@code gzip-truncated}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
