package dev.telltale.jobs.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a file of the corpus has to be read as, by how the corpus's manifest describes its format:
 * the first entry whose words the description holds. The format of an object is that of most of its
 * records.
 */
final class ExpectedFormats {
  private static final Map<String, List<String>> BY_DESCRIPTION = new LinkedHashMap<>();

  static {
    // Magic and header are whole in the damaged two; most of what comes out is the raw scan.
    put("Avro object container", "avro", "binary/partial/avro");
    put("Parquet (and one corrupt)", "parquet", "binary/partial/parquet");
    // Kinesis records carry plain text in base64: the record inside is text.
    put("Lambda event JSON", "aws-event", "text");
    put("round-trip pair", "kubernetes", "kubernetes-protobuf");
    put("Kubernetes API object", "kubernetes");
    put("kubectl get", "kubernetes");
    put("compact Kubernetes objects", "kubernetes");
    // The messages of these events are log lines of a known format, decoded in place.
    put("double gzip", "java-log");
    put("concatenated gzip members", "java-log");
    put("OTLP 0.7", "otlp-metrics-0.7");
    put("OTLP 1.x", "otlp-metrics");
    // What failed were metrics: the record inside has their format.
    put("Firehose failed-record", "gitpod-metrics");
    put("no delimiter (Firehose default)", "gitpod-metrics");
    put("prompb.WriteRequest v1", "gitpod-metrics");
    // Some of the non-UTF-8 files are too short to tell their character set: replaced and named.
    put("non-UTF8 encodings", "text", "json", "docker-json", "text/partial/invalid-utf8");
    // One file is StatsD, and one a bare sample without metadata: lines of no known format.
    put("Prometheus text exposition", "prometheus-text", "text");
    put("OTLP metrics protobuf", "otlp-metrics");
    put("remote write v1", "remote-write-v1");
    // Objects of named cases: no export request themselves.
    put("OTLP/JSON test cases", "json");
    put("EventList / watch event", "fluent-bit", "kubernetes");
    // Metadata of pods as the API answers, without kind: any JSON.
    put("fluent-bit kubernetes filter", "json", "docker-json", "fluent-bit", "kubernetes");
    put("raw snappy block", "text");
    // Legacy CPU profiles are words of the machine, without a format that says so.
    put("pprof", "pprof", "text", "binary");
    put("AWS service logs", "aws-event", "text", "cloudwatch-logs", "s3-access-log", "vpc-flow");
    put("CloudTrail file", "cloudtrail");
    put("Kubernetes audit", "kubernetes-audit");
    put("OTLP/JSON (pretty", "otlp-json");
    // The legacy JSON exposition is no format that is known.
    put("delimited MetricFamily", "metric-family", "prometheus-text", "json");
    put("OpenMetrics text", "prometheus-text", "openmetrics-text");
    put("Segment", "segment");
    put(
        "OTLP: .jsonl",
        "otlp-json",
        "otlp-metrics",
        "otlp-traces",
        "parquet",
        "text/partial/json-syntax");
  }

  private ExpectedFormats() {}

  /** A format stands for the status scanned; others name status and fault behind it. */
  private static void put(String words, String... formats) {
    BY_DESCRIPTION.put(words, List.of(formats));
  }

  /** Empty where nobody said what such a file is to be read as. */
  static List<String> of(String description) {
    return BY_DESCRIPTION.entrySet().stream()
        .filter(entry -> description.contains(entry.getKey()))
        .findFirst()
        .map(Map.Entry::getValue)
        .orElse(List.of());
  }
}
