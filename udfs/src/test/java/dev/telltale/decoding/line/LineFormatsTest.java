package dev.telltale.decoding.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.decoding.DecodedLines;
import dev.telltale.record.RecordColumns;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineFormatsTest {
  private static final Instant TIME = Instant.parse("2024-03-02T12:22:13Z");

  private static void assertColumns(
      DecodedLines lines, String format, Instant time, String emitter, String severity) {
    assertEquals(List.of(format), lines.formats());
    int last = lines.records.size() - 1;
    RecordColumns columns = lines.columns(last);
    assertEquals(time, columns.eventTime());
    assertEquals(emitter, columns.emitter());
    assertEquals(severity, columns.severity());
    assertEquals(format, lines.candidates.get(0).format());
    assertTrue(lines.candidates.get(0).evidence().contains(" of the first "));
  }

  @Test
  void flowLogsHaveTheColumnsOfTheirHeader() {
    DecodedLines lines =
        DecodedLines.of(
            "vpc-id srcaddr pkt-dstaddr start action\nvpc-1 10.0.0.1 fd00::1 1709382133 REJECT\n");
    assertColumns(lines, "vpc-flow", TIME, null, null);
    assertEquals("fd00::1", lines.text(1, "pkt-dstaddr"));
    assertEquals("REJECT", lines.columns(1).name());
  }

  @Test
  void oneFlowLogLineIsRecognisedWithoutAHeader() {
    String line = "2 012345678901 eni-1 10.0.0.1 10.0.0.2 443 5 6 1 40 1709382133 1709382140 ";
    DecodedLines lines = DecodedLines.of(line + "ACCEPT OK");
    assertColumns(lines, "vpc-flow", TIME, "012345678901/eni-1", null);
    assertEquals("012345678901", lines.text(0, "account-id"));
    assertEquals("2", lines.text(0, "version"));
    assertEquals(
        List.of("vpc-flow"),
        DecodedLines.of("2 1 eni-1 - - - - - - - 1709382133 1709382140 - NODATA").formats());
    assertEquals(List.of("text"), DecodedLines.of(line + "MAYBE OK").formats());
  }

  @Test
  void loadBalancerLogsTellTheirKindByTheirColumns() {
    String times = "0.000 0.001 0.000 200 200 34 366 \"GET http://h/?a=%40 HTTP/1.1\" \"curl\" - -";
    String alb =
        "h2 2024-03-02T12:22:13Z app/lb/1 10.0.0.1:2817 10.0.0.2:80 " + times + " arn \"Root=1\"";
    assertColumns(DecodedLines.of(alb), "alb-log", TIME, "app/lb/1", null);
    assertEquals("GET http://h/?a=%40 HTTP/1.1", DecodedLines.of(alb).text(0, "request"));
    String clb = "2024-03-02T12:22:13Z lb 10.0.0.1:2817 - " + times;
    assertColumns(DecodedLines.of(clb), "clb-log", TIME, "lb", null);
    String newer = " 0" + " -".repeat(16) + " last";
    assertEquals("last", DecodedLines.of(alb + newer).text(0, "column_36"));
  }

  @Test
  void s3AccessLogsTellTheBucketAndTheOperation() {
    String line =
        "owner bucket [02/Mar/2024:12:22:13 +0000] 10.0.0.1 - ID REST.GET.OBJECT key"
            + " \"GET /key?x=a%20b HTTP/1.1\" 200 - 1 2 3 - \"-\" \"agent \\\" x\" - host SigV4";
    DecodedLines lines = DecodedLines.of(line);
    assertColumns(lines, "s3-access-log", TIME, "bucket", null);
    assertEquals("REST.GET.OBJECT", lines.columns(0).name());
    assertEquals("agent \\\" x", lines.text(0, "user_agent"));
  }

  @Test
  void cloudFrontLogsHaveTheColumnsThatADirectiveNames() {
    DecodedLines lines =
        DecodedLines.of(
            """
            #Version: 1.0
            #Fields: date time x-edge-location c-ip cs(User-Agent)
            2024-03-02\t12:22:13\tFRA1\t10.0.0.1\tcurl%2F1
            """);
    assertColumns(lines, "cloudfront-log", TIME, "FRA1", null);
    assertEquals("curl%2F1", lines.text(2, "cs(User-Agent)"));
    assertEquals("Fields", lines.text(1, "directive"));
  }

  @Test
  void webServersWriteAccessAndErrorLogs() {
    String access = "10.0.0.1 - ann [02/Mar/2024:13:22:13 +0100] \"GET / HTTP/1.1\" 200 -";
    assertColumns(DecodedLines.of(access), "common-log", TIME, null, null);
    assertEquals("ann", DecodedLines.of(access).text(0, "user"));
    DecodedLines combined = DecodedLines.of("vhost:80 " + access + " \"-\" \"curl\" \"fwd\"");
    assertColumns(combined, "combined-log", TIME, "vhost:80", null);
    assertEquals("fwd", combined.text(0, "column_10"));
    assertColumns(
        DecodedLines.of("[Sat Mar 02 12:22:13.000000 2024] [ssl:warn] [pid 1:tid 2] AH1: text"),
        "apache-error-log",
        TIME,
        "ssl",
        "warn");
    DecodedLines nginx =
        DecodedLines.of(
            "2024/03/02 12:22:13 [error] 1#2: *3 failed, client: 10.0.0.1, server: s, host: \"h\"");
    assertColumns(nginx, "nginx-error-log", TIME, "s", "error");
    assertEquals("\"h\"", nginx.text(0, "host"));
  }

  @Test
  void brokerLogsTellTheLogger() {
    DecodedLines lines =
        DecodedLines.of("[2024-03-02 12:22:13,000] WARN [Log partition=a] text (kafka.log.Log)");
    assertColumns(lines, "kafka-log", TIME, "kafka.log.Log", "WARN");
    assertEquals("[Log partition=a] text", lines.text(0, "message"));
  }

  @Test
  void containerLogsAreJoinedPerStream() {
    String time = "2024-03-02T12:22:13Z ";
    DecodedLines lines =
        DecodedLines.of(
            time
                + "stdout P one \n"
                + time
                + "stderr F other\n"
                + time
                + "stdout F two\n"
                + time
                + "stdout F three\n");
    assertColumns(lines, "cri", TIME, null, null);
    assertEquals(2, lines.frames);
    assertEquals("other", lines.text(0, "message"));
    assertEquals("one two", lines.text(1, "message"));
    assertEquals("stderr", lines.columns(0).name());
    assertEquals("three", lines.text(2, "message"));
  }

  @Test
  void jsonInContainerLogsIsDecodedInTurn() {
    String time = "2024-03-02T12:22:13Z ";
    DecodedLines lines = DecodedLines.of(time + "stdout F {\"level\":\"warn\",\"n\":1}\n");
    assertEquals(List.of("cri", "json"), lines.formats());
    assertNull(lines.text(0, "message"));
    assertEquals("$.message|json", lines.records.get(1).provenance().pathPrefix());
    DecodedLines parts = DecodedLines.of(time + "stdout P {\"a\":\n" + time + "stdout F 12}\n");
    assertEquals("{\"a\":12}", parts.body(1));
    assertEquals(List.of("cri", "json"), parts.records.get(1).provenance().encodings());
    assertEquals(List.of("cri"), DecodedLines.of(time + "stdout F {not json}\n").formats());
  }

  @Test
  void anArmouredBlockInContainerLogsIsOneMessage() {
    String time = "2024-03-02T12:22:13Z stdout F ";
    DecodedLines lines =
        DecodedLines.of(
            time
                + "before\n"
                + time
                + "-----BEGIN X-----\n"
                + time
                + "MII=\n"
                + time
                + "-----END X-----\n");
    assertEquals("-----BEGIN X-----\nMII=\n-----END X-----", lines.text(1, "message"));
  }

  @Test
  void syslogOfRfc5424KeepsItsStructuredData() {
    DecodedLines lines =
        DecodedLines.of(
            "<165>1 2024-03-02T12:22:13.000Z host app 12 ID1 [a@1 k=\"v \\\" ]\"][b] \ufeffsaid");
    assertColumns(lines, "syslog-5424", TIME, "host/app", "notice");
    assertTrue(
        lines.body(0).contains("{\"a@1\":{\"k\":\"v \\\\\\\" ]\"},\"b\":{}}"), lines.body(0));
    assertEquals("ID1", lines.columns(0).name());
    assertEquals(List.of("syslog-5424"), DecodedLines.of("<0>1 - - - - - -").formats());
  }

  @Test
  void octetCountsPartMessagesThatHoldLineEnds() {
    String first = "<165>1 - host app - - - two\nlines";
    String second = "<165>1 - host app - - - ä";
    DecodedLines lines =
        DecodedLines.of(first.length() + " " + first + (second.length() + 1) + " " + second + "\n");
    assertEquals(2, lines.frames);
    assertEquals("two\nlines", lines.text(0, "message"));
    assertEquals("ä", lines.text(1, "message"));
  }

  @Test
  void syslogOfRfc3164HasNoYear() {
    DecodedLines lines = DecodedLines.of("<34>Oct 11 22:14:15 host su[12]: text\n");
    assertColumns(lines, "syslog-3164", null, "host/su", "crit");
    assertEquals("12", lines.text(0, "process"));
    DecodedLines file =
        DecodedLines.of(
            "2024-03-02T12:22:13+00:00 host sshd[1]: a\n2024-03-02T12:22:13+00:00 host kernel: b");
    assertColumns(file, "syslog-3164", TIME, "host/kernel", null);
  }

  @Test
  void klogHasNoYear() {
    DecodedLines lines = DecodedLines.of("E0302 12:22:13.123456       1 a/b.go:12] \"x\" k=\"v\"");
    assertColumns(lines, "klog", null, "a/b.go:12", "error");
    assertEquals("\"x\" k=\"v\"", lines.text(0, "message"));
  }

  @Test
  void logfmtColumnsAreNamedByTheLine() {
    DecodedLines lines =
        DecodedLines.of("ts=2024-03-02T12:22:13Z level=warn msg=\"a \\\"b\\\"\" service=s flag");
    assertColumns(lines, "logfmt", TIME, "s", "warn");
    assertEquals("a \\\"b\\\"", lines.text(0, "msg"));
    assertEquals(List.of("text"), DecodedLines.of("a=1 is an equation").formats());
    assertEquals(List.of("text"), DecodedLines.of("key=value").formats());
  }

  @Test
  void separatedValuesAreRowsWithTheNamesOfTheirHeader() {
    DecodedLines lines =
        DecodedLines.of(
            "name,time\r\n\"a, \"\"b\"\"\",2024-03-02T12:22:13Z\r\n\"two\nlines\",x\r\n"
                + "c,d\nlast,2024-03-02T12:22:13Z");
    assertColumns(lines, "csv", TIME, null, null);
    assertEquals(5, lines.records.size());
    assertEquals("a, \"\"b\"\"", lines.text(1, "name"));
    assertEquals("two\nlines", lines.text(2, "name"));
    DecodedLines bare = DecodedLines.of("1\ta\tb\n2\tc\td\n3\te\tf\n");
    assertEquals(List.of("tsv"), bare.formats());
    assertEquals("f", bare.text(2, "column_3"));
  }

  @Test
  void aQuoteThatNeverClosesCostsOneRow() {
    DecodedLines lines = DecodedLines.of("id,name,x\n1,\"a,b\n2,c,d\n3,e,f\n4,g,h\n5,i,j\n");
    assertEquals(6, lines.records.size());
    assertEquals(5, lines.count("csv"));
    assertEquals("1,\"a,b", lines.body(1));
  }

  @Test
  void sentencesWithCommasAreNoColumns() {
    assertEquals(
        List.of("text"), DecodedLines.of("one, two, three\nfour, five, six\na, b, c\n").formats());
  }

  @Test
  void loggingLibrariesTellThreadAndLogger() {
    String time = "2024-03-02 12:22:13,000";
    for (String line :
        List.of(
            time + " INFO [main] com.example.App - text: more",
            time + " [main] INFO  com.example.App - text: more",
            "[" + time + "] INFO [main] com.example.App: text: more",
            "2024-03-02T12:22:13.000Z  INFO 12 --- [main] com.example.App  : text: more")) {
      DecodedLines lines = DecodedLines.of(line);
      assertColumns(lines, "java-log", TIME, "com.example.App", "INFO");
      assertEquals("main", lines.text(0, "thread"), line);
      assertEquals("text: more", lines.text(0, "message"), line);
    }
    DecodedLines python = DecodedLines.of(time + " - app.module - ERROR - text");
    assertColumns(python, "java-log", TIME, "app.module", "ERROR");
    assertEquals("text", python.text(0, "message"));
  }

  @Test
  void aTimeInFrontIsEnoughForALineOfALog() {
    assertColumns(
        DecodedLines.of("2024-03-02T12:22:13Z something: else"),
        "timestamped-log",
        TIME,
        null,
        null);
    assertColumns(
        DecodedLines.of("2024/03/02 12:22:13 main.go:3: x"), "timestamped-log", TIME, null, null);
  }

  @Test
  void samplesAndMetadataOfPrometheusAreRecords() {
    DecodedLines lines =
        DecodedLines.of(
            """
            # HELP up What \\n it is.
            # TYPE up gauge
            # note
            up{job="a",instance="b:1",path="C:\\\\x\\"\\n"} 1e3 1709382133000
            """);
    assertColumns(lines, "prometheus-text", TIME, "a/b:1", null);
    assertEquals("up", lines.columns(0).name());
    assertEquals("{\"metadata\":{\"metric\":\"up\",\"type\":\"gauge\"}}", lines.body(1));
    assertEquals("up", lines.columns(3).name());
    assertEquals("C:\\x\"\n", lines.columns(3).attributes().get("path"));
    assertEquals(1_000.0, lines.records.get(3).samples().get(0).value());
    assertEquals(TIME, lines.records.get(3).samples().get(0).time());
  }

  @Test
  void openMetricsHasSecondsAndExemplars() {
    DecodedLines lines =
        DecodedLines.of("a_total{x=\"y\"} 2 1709382133.0 # {trace_id=\"t\"} 0.5 1.25\n# EOF\n");
    assertEquals(List.of("openmetrics-text"), lines.formats());
    assertEquals(TIME, lines.columns(0).eventTime());
    assertTrue(lines.body(0).contains("{\"labels\":{\"trace_id\":\"t\"},\"value\":0.5"));
    assertEquals(
        List.of("prometheus-text"),
        DecodedLines.of("x{a=\"b\"} 1\ny{} 1\nz{} 1\n{\"my.metric\",a=\"b\"} NaN\n").formats());
  }

  @Test
  void aWordAndANumberAreNoMetric() {
    assertEquals(List.of("text"), DecodedLines.of("processed 5\n").formats());
  }

  @Test
  void linesOfOtherFormsBetweenAreKeptAsTextOrJson() {
    String time = "2024-03-02T12:22:13Z ";
    DecodedLines lines =
        DecodedLines.of(
            time + "INFO a\nno time\n{\"k\":1}\n" + time + "INFO b\n" + time + "INFO c\n");
    assertEquals(List.of("java-log", "text", "json"), lines.formats());
    assertEquals("no time", lines.body(1));
    assertEquals(5, lines.records.size());
  }

  @Test
  void theRunnerUpIsNamed() {
    DecodedLines lines = DecodedLines.of("[2024-03-02 12:22:13,000] WARN text (kafka.log.Log)");
    assertEquals("kafka-log", lines.candidates.get(0).format());
    assertEquals("java-log", lines.candidates.get(1).format());
  }

  @Test
  void textThatIsNotUtf8IsNoSnappyBlockThatIsBroken() {
    byte[] latin =
        ("t\u00e4glich, " + "text in Latin 1 ".repeat(20)).getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(1, DecodedLines.of(latin).records.size());
    byte[] broken =
        ("tls text in Latin 1 " + "x ".repeat(100) + "\u00e4")
            .getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(1, DecodedLines.of(broken).records.size());
  }
}
