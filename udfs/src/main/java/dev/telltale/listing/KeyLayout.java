package dev.telltale.listing;

import java.util.Locale;

/** Who laid out the keys of a bucket. */
public enum KeyLayout {
  /**
   * Amazon Data Firehose: {@code
   * <prefix><stream>-<version>-<yyyy>-<MM>-<dd>-<HH>-<mm>-<ss>-<uuid>}.
   */
  FIREHOSE,
  /** An Ona runner: {@code metrics/runner/<id>/...} and {@code logs/environments/<id>/...}. */
  ONA,
  /** The S3 exporter of the OpenTelemetry collector: {@code year=/month=/.../metrics_<id>.json}. */
  OTEL,
  /** An AWS service: {@code AWSLogs/<account>/<service>/<region>/YYYY/MM/DD/}. */
  AWS_LOGS,
  UNKNOWN;

  /** The published name, such as {@code aws-logs}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
