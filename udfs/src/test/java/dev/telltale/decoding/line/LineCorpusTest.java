package dev.telltale.decoding.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.decoding.DecodedLines;
import dev.telltale.decoding.Samples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Every sample of text in lines: its format, and one record for each event. */
class LineCorpusTest {
  private static final String METRICS = "fluent__fluent-bit/lib/cmetrics/tests/data/";
  private static final String AWS = "grafana__lambda-promtail/testdata/";
  private static final String PROFILES = "google__pprof/";
  private static final String ENCODINGS = "fluent__fluent-bit/tests/runtime/data/tail/log/generic";

  /** Samples that are no lines of a known format, and why. */
  private static final Map<String, String> PLAIN =
      Map.of(
          METRICS + "issue_fluent_bit_9267.txt",
          "one word and two numbers with tabs between: no label and no metadata says metric",
          METRICS + "statsd_payload.txt",
          "StatsD is not read as a format",
          "golang__snappy/testdata/Isaac.Newton-Opticks.txt",
          "prose",
          "fluent__fluent-bit/documentation/examples/multiline/filter_multiline/test.log",
          "lines of every kind, one of them with a time");

  private static final Set<String> OPENMETRICS =
      Set.of(
          "prometheus__prometheus/cmd/promtool/testdata/dump-openmetrics-test.prom",
          "prometheus__prometheus/model/textparse/testdata/1histogram.om.txt");

  private static final Set<String> JSON_OR_BINARY = Set.of("json", "protobuf", ".pb", ".bin");

  @Test
  void everySampleOfExpositionTextGivesARecordForEachLine() {
    Map<String, String> unexpected = new TreeMap<>();
    for (String path : expositions()) {
      DecodedLines lines = DecodedLines.of(Samples.bytes(path));
      String expected = OPENMETRICS.contains(path) ? "openmetrics-text" : "prometheus-text";
      expected = PLAIN.containsKey(path) ? "text" : expected;
      if (!lines.formats().equals(List.of(expected))) {
        unexpected.put(path, lines.formats().toString());
      }
      assertEquals(texts(path).size(), lines.records.size(), path);
      long samples = texts(path).stream().filter(line -> !line.startsWith("#")).count();
      long filled = lines.records.stream().filter(r -> r.samples().size() == 1).count();
      assertEquals(expected.equals("text") ? 0 : samples, filled, path);
    }
    assertEquals(Map.of(), unexpected);
  }

  private static Set<String> expositions() {
    Set<String> paths = new TreeSet<>(Samples.under(METRICS, ".txt"));
    paths.addAll(Samples.under("prometheus__prometheus", ".prom"));
    paths.addAll(Samples.under("prometheus__prometheus", ".txt"));
    paths.add("prometheus__common/expfmt/testdata/text.gz");
    return paths;
  }

  @Test
  void logsOfAwsTellTimeAndEmitter() {
    DecodedLines flows = DecodedLines.of(Samples.bytes(AWS + "vpcflowlog.log.gz"));
    assertEquals(List.of("vpc-flow"), flows.formats());
    assertEquals(texts(AWS + "vpcflowlog.log.gz").size(), flows.records.size());
    for (int i = 1; i < flows.records.size(); i++) {
      assertNotNull(flows.columns(i).eventTime());
      assertEquals("123456789012/" + flows.text(i, "interface-id"), flows.columns(i).emitter());
    }
    DecodedLines requests = DecodedLines.of(Samples.bytes(AWS + "s3accesslog.log"));
    assertEquals(List.of("s3-access-log"), requests.formats());
    assertEquals(texts(AWS + "s3accesslog.log").size(), requests.records.size());
    assertEquals(Instant.parse("2019-02-06T00:00:38Z"), requests.columns(0).eventTime());
    assertNotNull(requests.columns(0).emitter());
  }

  /** Lines that a trace or a panic holds are counted by hand: five events. */
  @Test
  void tracesAmongLinesAreOneRecordEach() {
    String path = "fluent__fluent-bit/documentation/examples/multiline/filter_multiline/test.log";
    DecodedLines lines = DecodedLines.of(Samples.bytes(path));
    assertEquals(List.of("text"), lines.formats());
    List<Integer> starts = new ArrayList<>();
    List<String> texts = texts(path);
    lines.bodies().forEach(body -> starts.add(texts.indexOf(body.lines().findFirst().get())));
    int last = texts.size() - 1;
    assertEquals(List.of(0, 1, 7, 8, last), starts);
  }

  /** Profiles of before protobuf, dumps and other encodings have no format of lines. */
  @Test
  void whatHasNoFormatIsTextLineByLine() {
    List<String> paths = new ArrayList<>(Samples.under(PROFILES, ""));
    paths.addAll(Samples.under(ENCODINGS.substring(0, ENCODINGS.lastIndexOf('/')), ".log"));
    paths.add("golang__snappy/testdata/Isaac.Newton-Opticks.txt");
    int read = 0;
    for (String path : paths) {
      if (Samples.isFolder(path) || JSON_OR_BINARY.stream().anyMatch(path::contains)) {
        continue;
      }
      DecodedLines lines = DecodedLines.of(Samples.bytes(path));
      if (lines.formats().equals(List.of("text"))) {
        assertEquals(texts(path).size(), lines.records.size(), path);
        read++;
      } else {
        Set<String> others = Set.of("binary", "json", "fluent-bit", "docker-json", "pprof");
        assertTrue(others.containsAll(lines.formats()), path + lines.formats());
      }
    }
    assertTrue(read >= 25, read + " texts");
  }

  /** The lines that are not blank, cut here. */
  private static List<String> texts(String path) {
    byte[] bytes = Samples.bytes(path);
    try {
      byte[] plain =
          path.endsWith(".gz")
              ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes()
              : bytes;
      return new String(plain, StandardCharsets.UTF_8).lines().filter(s -> !s.isBlank()).toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
