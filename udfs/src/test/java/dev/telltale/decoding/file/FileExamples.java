package dev.telltale.decoding.file;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.file.CodecFactory;
import org.apache.orc.CompressionKind;

/** Files of many rows, without compression. */
public final class FileExamples {
  private FileExamples() {}

  /** By format. */
  public static Map<String, byte[]> of(int rows) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("avro", AvroFiles.events(CodecFactory.nullCodec(), rows, 100));
    files.put(
        "parquet", ParquetFiles.events(rows, builder -> builder.withDictionaryEncoding(false)));
    files.put("orc", OrcFiles.events(CompressionKind.NONE, rows));
    return files;
  }
}
