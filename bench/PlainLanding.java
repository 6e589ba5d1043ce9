import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.telltale.proto.remotewrite.v1.Label;
import dev.telltale.proto.remotewrite.v1.TimeSeries;
import dev.telltale.proto.remotewrite.v1.WriteRequest;
import dev.telltale.proto.remotewrite.v2.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.xerial.snappy.Snappy;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What a data engineer would write in an afternoon to land the export in Delta, as a yardstick: {@code binaryFile}, one
 * {@code flatMap} with Jackson, snappy and protobuf into the columns of the records table, one write partitioned by type
 * and date. Knows the formats of the generated corpus and no damage; detects nothing. Arguments: folder, lake.
 */
public final class PlainLanding {
  private static final StructType COLUMNS =
      StructType.fromDDL(
          "bucket STRING, object_key STRING, version_id STRING, record_index BIGINT, telemetry_type STRING, format STRING,"
              + " event_time TIMESTAMP, emitter STRING, name STRING, severity STRING, attributes MAP<STRING, STRING>,"
              + " body STRING, samples ARRAY<STRUCT<time: TIMESTAMP, value: DOUBLE>>, export_time TIMESTAMP, export_date DATE,"
              + " run_id STRING");
  private static final Pattern KEY = Pattern.compile(".*/(metrics|k8s-state|logs|analytics)/.*-(\\d{4}-\\d{2}-\\d{2})-(\\d{2})-(\\d{2})-(\\d{2})-.*");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectReader TREES = JSON.readerFor(JsonNode.class);

  private PlainLanding() {}

  public static void main(String[] words) {
    SparkSession spark = SparkSession.builder().appName("plain landing").getOrCreate();
    FlatMapFunction<Row, Row> records = Records::of;
    spark.read().format("binaryFile").option("recursiveFileLookup", true).load(words[0])
        .select("path", "content")
        .flatMap(records, Encoders.row(COLUMNS))
        .write().format("delta").partitionBy("telemetry_type", "export_date").save(words[1] + "/records");
  }

  /** The records of one object. */
  private static final class Records implements Iterator<Row> {
    private final String key;
    private final String type;
    private final Timestamp exported;
    private final Date date;
    private final MappingIterator<JsonNode> values;
    private Iterator<Row> ready = List.<Row>of().iterator();
    private long index;

    static Iterator<Row> of(Row file) throws IOException {
      return new Records(file);
    }

    private Records(Row file) throws IOException {
      key = file.getString(0);
      Matcher parts = KEY.matcher(key);
      if (!parts.matches()) {
        throw new IOException("not a key of the corpus");
      }
      type = parts.group(1);
      date = Date.valueOf(LocalDate.parse(parts.group(2)));
      exported = time(parts.group(2) + "T" + parts.group(3) + ":" + parts.group(4) + ":" + parts.group(5) + "Z");
      byte[] content = file.getAs(1);
      InputStream in = new ByteArrayInputStream(content);
      boolean gzip = content.length > 1 && content[0] == 0x1f && content[1] == (byte) 0x8b;
      values = TREES.readValues(gzip ? new GZIPInputStream(in, 1 << 16) : in);
    }

    @Override
    public boolean hasNext() {
      try {
        while (!ready.hasNext() && values.hasNextValue()) {
          ready = rows(values.nextValue()).iterator();
        }
      } catch (IOException damaged) {
        throw new UncheckedIOException(damaged);
      }
      return ready.hasNext();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return ready.next();
    }

    private List<Row> rows(JsonNode value) throws IOException {
      List<Row> rows = new ArrayList<>();
      switch (type) {
        case "metrics" -> metrics(Snappy.uncompress(value.get("b").binaryValue()), rows);
        case "k8s-state" -> {
          JsonNode object = value.has("object") ? value.get("object") : value;
          for (JsonNode item : object.has("items") ? object.get("items") : List.of(object)) {
            JsonNode about = item.path("metadata");
            rows.add(row("kubernetes", time(text(about.get("creationTimestamp"))), text(about.get("name")),
                text(item.get("kind")), null, map(about.get("labels")), item.toString(), List.of()));
          }
        }
        case "logs" ->
            rows.add(row("gitpod-log", time(text(value.get("time"))), text(value.get("component")), null,
                text(value.get("level")), map(value.get("serviceContext")), value.toString(), List.of()));
        default -> {
          for (JsonNode event : value.get("batch")) {
            rows.add(row("segment", time(text(event.get("timestamp"))), null, text(event.get("event")), null,
                map(event.get("properties")), event.toString(), List.of()));
          }
        }
      }
      return rows;
    }

    private void metrics(byte[] message, List<Row> rows) throws IOException {
      // A request of version 2 has its symbols in field 4, which version 1 does not know.
      Request second = Request.parseFrom(message);
      if (second.getSymbolsCount() > 0) {
        for (dev.telltale.proto.remotewrite.v2.TimeSeries series : second.getTimeseriesList()) {
          Map<String, String> labels = new HashMap<>();
          for (int at = 0; at + 1 < series.getLabelsRefsCount(); at += 2) {
            labels.put(second.getSymbols(series.getLabelsRefs(at)), second.getSymbols(series.getLabelsRefs(at + 1)));
          }
          List<Row> samples = new ArrayList<>();
          series.getSamplesList().forEach(s -> samples.add(RowFactory.create(new Timestamp(s.getTimestamp()), s.getValue())));
          series(labels, samples, rows);
        }
        return;
      }
      for (TimeSeries series : WriteRequest.parseFrom(message).getTimeseriesList()) {
        Map<String, String> labels = new HashMap<>();
        for (Label label : series.getLabelsList()) {
          labels.put(label.getName(), label.getValue());
        }
        List<Row> samples = new ArrayList<>();
        series.getSamplesList().forEach(s -> samples.add(RowFactory.create(new Timestamp(s.getTimestamp()), s.getValue())));
        series(labels, samples, rows);
      }
    }

    private void series(Map<String, String> labels, List<Row> samples, List<Row> rows) throws IOException {
      rows.add(row("gitpod-metrics", samples.isEmpty() ? null : samples.get(0).getAs(0), labels.get("job"),
          labels.get("__name__"), null, labels, JSON.writeValueAsString(Map.of("labels", labels)), samples));
    }

    private Row row(String format, Timestamp time, String emitter, String name, String severity,
        Map<String, String> attributes, String body, List<Row> samples) {
      return RowFactory.create("file", key, null, index++, type, format, time, emitter, name, severity,
          CollectionConverters.asScala(attributes), body, samples.toArray(), exported, date, "plain");
    }

    private static String text(JsonNode value) {
      return value == null ? null : value.asText();
    }

    private static Map<String, String> map(JsonNode values) {
      Map<String, String> map = new HashMap<>();
      if (values != null) {
        values.properties().forEach(each -> map.put(each.getKey(), each.getValue().asText()));
      }
      return map;
    }

    private static Timestamp time(String text) {
      try {
        return text == null ? null : Timestamp.from(Instant.parse(text));
      } catch (java.time.format.DateTimeParseException other) {
        return null;
      }
    }
  }
}
