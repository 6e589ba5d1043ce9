package dev.telltale.decoding.logs;

import dev.telltale.decoding.json.JsonFormat;
import dev.telltale.listing.TelemetryType;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Emission;
import dev.telltale.record.RecordColumns;
import dev.telltale.record.RedactedBody;
import dev.telltale.value.Member;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Value;
import java.util.Set;

/**
 * A line of Docker's {@code json-file} log driver: {@code log}, {@code stream} and {@code time},
 * and {@code attrs} where labels, tags or variables are logged; nothing else, which is how it is
 * distinguished from a line that Fluent Bit enriched. See "JSON File logging driver" in the Docker
 * manual.
 *
 * <p>One record per line of the file. A message of more than 16 KiB is several lines, whose {@code
 * log} has no line end but in the last.
 */
public final class DockerJsonFormat implements JsonFormat {
  private static final Set<String> STREAMS = Set.of("stdout", "stderr");
  private static final Set<String> NAMES = Set.of("log", "stream", "time", "attrs");

  @Override
  public String id() {
    return "docker-json";
  }

  @Override
  public boolean claims(Value value) {
    return value instanceof ObjectValue line
        && line.text("log") != null
        && line.text("time") != null
        && line.text("stream") != null
        && STREAMS.contains(line.text("stream"))
        && line.members().stream().map(Member::name).allMatch(NAMES::contains);
  }

  @Override
  public void decode(Value value, Emission emission) {
    emission.record(
        DecodedRecord.of(id(), value, DockerJsonFormat::describe).of(TelemetryType.LOGS));
  }

  /** The line names its container only where {@code attrs} does. */
  private static RecordColumns describe(Value redactedBody) {
    RedactedBody line = RedactedBody.of(redactedBody);
    RedactedBody attributes = line.at("attrs");
    return new RecordColumns(
        line.time("time"),
        attributes.text("tag", "com.docker.compose.service", "name"),
        line.text("stream"),
        null,
        attributes.attributes());
  }
}
