package dev.telltale.decoding;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Lines of every family, with the texts of their columns, each of which occurs once. */
public final class GeneratedLines {
  /** A line and the texts that some record must hold. */
  public record Row(String text, List<String> columns) {}

  /** The families, by the format that must be recognised. */
  public enum Family {
    PROMETHEUS("prometheus-text"),
    OPENMETRICS("openmetrics-text"),
    VPC("vpc-flow"),
    VPC_CUSTOM("vpc-flow"),
    ALB("alb-log"),
    NLB("nlb-log"),
    CLB("clb-log"),
    CLOUDFRONT("cloudfront-log"),
    W3C("w3c-log"),
    S3("s3-access-log"),
    KAFKA("kafka-log"),
    COMMON("common-log"),
    COMBINED("combined-log"),
    APACHE_ERROR("apache-error-log"),
    NGINX_ERROR("nginx-error-log"),
    CRI("cri"),
    SYSLOG_5424("syslog-5424"),
    SYSLOG_COUNTED("syslog-5424"),
    SYSLOG_3164("syslog-3164"),
    KLOG("klog"),
    LOGFMT("logfmt"),
    CSV("csv"),
    SEMICOLONS("csv"),
    TSV("tsv"),
    JAVA("java-log"),
    TIMESTAMPED("timestamped-log");

    public final String format;

    Family(String format) {
      this.format = format;
    }

    /** What stands in front of the first row, with its line end. */
    String header() {
      return switch (this) {
        case PROMETHEUS -> "# HELP made_up_total Things made up.\n# TYPE made_up_total counter\n";
        case OPENMETRICS -> "# TYPE made_up_bytes gauge\n# UNIT made_up_bytes bytes\n";
        case VPC_CUSTOM -> "vpc-id srcaddr dstaddr flow-direction start bytes log-status\n";
        case CLOUDFRONT ->
            "#Version: 1.0\n#Fields: date time x-edge-location sc-bytes c-ip cs-method"
                + " cs(Host) cs-uri-stem sc-status\n";
        case W3C -> "#Software: Made Up\n#Fields: date time s-ip cs-method cs-uri-stem sc-status\n";
        case CSV -> "id,name,note\n";
        case SEMICOLONS -> "id;name;note\n";
        case TSV -> "id\tname\tnote\n";
        default -> "";
      };
    }

    /** What ends a row. */
    String end() {
      return this == SYSLOG_COUNTED ? "" : "\n";
    }

    public int headers() {
      return (int) header().chars().filter(c -> c == '\n').count();
    }
  }

  private final Random random;
  private int number;

  public GeneratedLines(long seed) {
    random = new Random(seed);
  }

  private String word() {
    String letters = random.nextInt(4) == 0 ? "äöüßçñ" : "bcdfgh";
    StringBuilder word = new StringBuilder("w").append(number++).append('q');
    for (int i = 0; i < 6; i++) {
      word.append(letters.charAt(random.nextInt(letters.length())));
    }
    return word.append('x').toString();
  }

  private int digits(int below) {
    return random.nextInt(below);
  }

  private String address() {
    return "10." + digits(256) + "." + digits(256) + "." + digits(256);
  }

  private String clock() {
    return String.format(Locale.ROOT, "%02d:%02d:%02d", digits(24), digits(60), digits(60));
  }

  private String iso() {
    return "2024-03-" + (10 + digits(20)) + "T" + clock() + "." + (100_000 + digits(900_000)) + "Z";
  }

  private String common() {
    return "[" + (10 + digits(20)) + "/Mar/2024:" + clock() + " +0000]";
  }

  Row row(Family family) {
    String a = word();
    String b = word();
    String c = word();
    int n = 100 + digits(400);
    String text =
        switch (family) {
          case PROMETHEUS ->
              "made_up_total{a=\""
                  + a
                  + "\",b=\""
                  + b
                  + " \\\\ "
                  + c
                  + "\"} "
                  + n
                  + " 17093821"
                  + n;
          case OPENMETRICS ->
              "made_up_bytes{a=\""
                  + a
                  + "\"} "
                  + n
                  + " 1709382133."
                  + n
                  + " # {"
                  + "t=\""
                  + b
                  + "\",u=\""
                  + c
                  + "\"} 0.5";
          case VPC ->
              "2 "
                  + a
                  + " "
                  + b
                  + " "
                  + address()
                  + " "
                  + address()
                  + " 443 "
                  + n
                  + " 6 4 "
                  + n
                  + " 1709382133 1709382193 ACCEPT OK";
          case VPC_CUSTOM ->
              a + " " + address() + " " + address() + " " + b + " 1709382133 " + n + " OK";
          case ALB ->
              "https "
                  + iso()
                  + " app/"
                  + a
                  + "/1 "
                  + address()
                  + ":2817 "
                  + address()
                  + ":80 0.000 0.001 0.000 200 200 34 "
                  + n
                  + " \"GET https://h:443/"
                  + b
                  + " HTTP/1.1\" \"agent "
                  + c
                  + "\" ECDHE TLSv1.2 arn:t \"Root=1-2\" \"-\" \"-\" 0 "
                  + iso()
                  + " \"forward\" \"-\" \"-\"";
          case NLB ->
              "tls 2.0 2024-03-12T"
                  + clock()
                  + " net/"
                  + a
                  + "/1 "
                  + b
                  + " "
                  + address()
                  + ":51341 "
                  + address()
                  + ":443 5 2 98 "
                  + n
                  + " - arn:c - ECDHE tlsv12 - "
                  + c
                  + " - - - 2024-03-12T"
                  + clock();
          case CLB ->
              iso()
                  + " "
                  + a
                  + " "
                  + address()
                  + ":2817 "
                  + address()
                  + ":80 0.000073 0.001 0.00005 200 200 0 "
                  + n
                  + " \"GET http://h/"
                  + b
                  + " HTTP/1.1\" \""
                  + c
                  + " 1\" - -";
          case CLOUDFRONT ->
              "2024-03-12\t"
                  + clock()
                  + "\t"
                  + a
                  + "\t"
                  + n
                  + "\t"
                  + address()
                  + "\tGET\t"
                  + b
                  + "\t/"
                  + c
                  + "\t200";
          case W3C ->
              "2024-03-12 " + clock() + " " + address() + " GET /" + a + "/" + b + c + " 200";
          case S3 ->
              a
                  + "o "
                  + b
                  + " "
                  + common()
                  + " "
                  + address()
                  + " - 3E57427F3 REST.GET.OBJECT "
                  + c
                  + " \"GET /x HTTP/1.1\" 200 - 113 - 7 - \"-\" \"agent\" - host= SigV4 ECDHE"
                  + " AuthHeader h TLSV1.2 - -";
          case KAFKA ->
              "[2024-03-12 "
                  + clock()
                  + ","
                  + n
                  + "] INFO ["
                  + a
                  + "]: "
                  + b
                  + " (kafka."
                  + "x"
                  + n
                  + ")";
          case COMMON ->
              address() + " - " + a + " " + common() + " \"GET /" + b + c + " HTTP/1.0\" 200 " + n;
          case COMBINED ->
              address()
                  + " - "
                  + a
                  + " "
                  + common()
                  + " \"GET / HTTP/1.0\" 200 "
                  + n
                  + " \"http://"
                  + b
                  + "\" \"agent \\\" "
                  + c
                  + "\"";
          case APACHE_ERROR ->
              "[Tue Mar 12 "
                  + clock()
                  + ".123456 2024] [core:error] [pid "
                  + n
                  + ":tid 2] [client "
                  + address()
                  + ":80] "
                  + a
                  + " "
                  + b
                  + " "
                  + c;
          case NGINX_ERROR ->
              "2024/03/12 "
                  + clock()
                  + " [error] 12#"
                  + n
                  + ": *1 "
                  + a
                  + ", client: "
                  + address()
                  + ", server: "
                  + b
                  + ", request: \"GET /"
                  + c
                  + " HTTP/1.1\"";
          case CRI -> iso() + " stdout F " + a + " " + b + " " + c;
          case SYSLOG_5424 ->
              "<165>1 " + iso() + " " + a + " app " + n + " ID47 [x@1 k=\"" + b + "\"] " + c;
          case SYSLOG_COUNTED -> {
            String message = "<165>1 " + iso() + " " + a + " app " + n + " ID47 - " + b + " " + c;
            yield message.getBytes(StandardCharsets.UTF_8).length + " " + message;
          }
          case SYSLOG_3164 -> "<34>Oct 11 " + clock() + " " + a + " su[" + n + "]: " + b + " " + c;
          case KLOG -> "I0312 " + clock() + ".678901   12345 file.go:" + n + "] " + a + " " + b + c;
          case LOGFMT ->
              "time=" + iso() + " level=info msg=\"" + a + " " + b + "\" user=" + c + " n=" + n;
          case CSV -> n + "," + a + ",\"" + b + ", \"\"" + c + "\"\"\"";
          case SEMICOLONS -> n + ";" + a + ";" + b + c;
          case TSV -> n + "\t" + a + "\t" + b + " " + c;
          case JAVA ->
              "2024-03-12 "
                  + clock()
                  + ","
                  + n
                  + " INFO [main] com.example.Made - "
                  + a
                  + " "
                  + b
                  + c;
          case TIMESTAMPED -> "2024-03-12T" + clock() + "Z " + a + " " + b + " " + c;
        };
    return new Row(text, List.of(a, b, c).stream().filter(text::contains).toList());
  }

  /** Rows of one family. */
  public List<Row> rows(Family family, int count) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(row(family));
    }
    return rows;
  }

  public static String document(Family family, List<Row> rows) {
    StringBuilder text = new StringBuilder(family.header());
    rows.forEach(row -> text.append(row.text()).append(family.end()));
    return text.toString();
  }
}
