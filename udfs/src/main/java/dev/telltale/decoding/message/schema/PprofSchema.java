package dev.telltale.decoding.message.schema;

/**
 * Profiles of pprof ({@code perftools.profiles.Profile}, <a
 * href="https://github.com/google/pprof/blob/main/proto/profile.proto">profile.proto</a>). All its
 * text is in one table.
 */
public final class PprofSchema {
  private static final MessageType VALUE_TYPE =
      MessageType.of().int64(1, "type").int64(2, "unit").build();

  private static final MessageType LABEL =
      MessageType.of().int64(1, "key").int64(2, "str").int64(3, "num").int64(4, "numUnit").build();

  private static final MessageType SAMPLE =
      MessageType.of()
          .repeated(FieldType.UINT64, 1, "locationId")
          .repeated(FieldType.INT64, 2, "value")
          .messages(3, "label", () -> LABEL)
          .build();

  private static final MessageType MAPPING =
      MessageType.of()
          .uint64(1, "id")
          .uint64(2, "memoryStart")
          .uint64(3, "memoryLimit")
          .uint64(4, "fileOffset")
          .int64(5, "filename")
          .int64(6, "buildId")
          .bool(7, "hasFunctions")
          .bool(8, "hasFilenames")
          .bool(9, "hasLineNumbers")
          .bool(10, "hasInlineFrames")
          .build();

  private static final MessageType LINE =
      MessageType.of().uint64(1, "functionId").int64(2, "line").int64(3, "column").build();

  private static final MessageType LOCATION =
      MessageType.of()
          .uint64(1, "id")
          .uint64(2, "mappingId")
          .uint64(3, "address")
          .messages(4, "line", () -> LINE)
          .bool(5, "isFolded")
          .build();

  private static final MessageType FUNCTION =
      MessageType.of()
          .uint64(1, "id")
          .int64(2, "name")
          .int64(3, "systemName")
          .int64(4, "filename")
          .int64(5, "startLine")
          .build();

  public static final MessageType PROFILE =
      MessageType.of()
          .messages(1, "sampleType", () -> VALUE_TYPE)
          .needed()
          .messages(2, "sample", () -> SAMPLE)
          .messages(3, "mapping", () -> MAPPING)
          .messages(4, "location", () -> LOCATION)
          .messages(5, "function", () -> FUNCTION)
          .strings(6, "stringTable")
          .needed()
          .int64(7, "dropFrames")
          .int64(8, "keepFrames")
          .int64(9, "timeNanos")
          .int64(10, "durationNanos")
          .message(11, "periodType", () -> VALUE_TYPE)
          .int64(12, "period")
          .repeated(FieldType.INT64, 13, "comment")
          .int64(14, "defaultSampleType")
          .int64(15, "docUrl")
          .build();

  private PprofSchema() {}
}
