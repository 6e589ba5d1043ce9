package dev.telltale.rewriting;

import dev.telltale.record.RecordColumns;
import dev.telltale.record.Sample;
import dev.telltale.scan.RecordPlace;
import dev.telltale.scan.RecordRow;
import dev.telltale.unpacking.layer.Layer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/**
 * What a scan made of one record: whole where something was found in it, otherwise only its digest.
 *
 * @param redactedBody empty where it is not held
 * @param digest of the redacted body and columns
 */
record SeenRecord(
    long index,
    String format,
    String telemetryType,
    RecordPlace place,
    RecordColumns columns,
    String redactedBody,
    List<Sample> samples,
    String digest) {
  private static final String MARKER = "[telltale:";

  SeenRecord {
    samples = List.copyOf(samples);
  }

  /**
   * @param whole whether it is kept whole even if nothing was found in it
   */
  static SeenRecord of(RecordRow row, boolean whole) {
    RecordColumns columns = row.columns();
    String all =
        columns.eventTime()
            + "\0"
            + columns.emitter()
            + "\0"
            + columns.name()
            + "\0"
            + columns.severity()
            + "\0"
            + new TreeMap<>(columns.attributes());
    boolean kept = whole || row.body().contains(MARKER) || all.contains(MARKER);
    return new SeenRecord(
        row.index(),
        row.format(),
        row.telemetryType(),
        row.place(),
        kept ? columns : RecordColumns.none(),
        kept ? row.body() : "",
        row.samples(),
        digest(row.body() + '\0' + all));
  }

  /** Whether body and columns are held. */
  boolean isWhole() {
    return !redactedBody.isEmpty();
  }

  /** The layers around it, by their names. */
  List<String> layers() {
    return place.layers().stream().map(Layer::name).toList();
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is part of every Java", impossible);
    }
  }
}
