package dev.telltale.decoding.line.access;

import static dev.telltale.decoding.line.ColumnType.ADDRESS;
import static dev.telltale.decoding.line.ColumnType.BRACKETED_TIME;
import static dev.telltale.decoding.line.ColumnType.INTEGER;
import static dev.telltale.decoding.line.ColumnType.TEXT;
import static dev.telltale.decoding.line.access.FixedColumns.column;

import dev.telltale.decoding.line.ColumnRoles;
import dev.telltale.decoding.line.LineFormat;
import java.util.List;

/**
 * A record of an S3 server access log, with the columns and the order of <a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/LogFormat.html">Amazon S3 server
 * access log format</a>. The oldest version has 18 columns.
 */
public final class S3AccessLog {
  public static final LineFormat FORMAT =
      new FixedColumns(
          "s3-access-log",
          List.of(
              column("bucket_owner", TEXT),
              column("bucket", TEXT),
              column("time", BRACKETED_TIME),
              column("remote_ip", ADDRESS),
              column("requester", TEXT),
              column("request_id", TEXT),
              column("operation", TEXT),
              column("key", TEXT),
              column("request_uri", TEXT),
              column("http_status", INTEGER),
              column("error_code", TEXT),
              column("bytes_sent", INTEGER),
              column("object_size", INTEGER),
              column("total_time", INTEGER),
              column("turn_around_time", INTEGER),
              column("referer", TEXT),
              column("user_agent", TEXT),
              column("version_id", TEXT),
              column("host_id", TEXT),
              column("signature_version", TEXT),
              column("cipher_suite", TEXT),
              column("authentication_type", TEXT),
              column("host_header", TEXT),
              column("tls_version", TEXT),
              column("access_point_arn", TEXT),
              column("acl_required", TEXT),
              column("source_region", TEXT)),
          18,
          10,
          ColumnRoles.NONE
              .time("time")
              .emitter("bucket")
              .name("operation")
              .attributes("http_status", "error_code"));

  private S3AccessLog() {}
}
