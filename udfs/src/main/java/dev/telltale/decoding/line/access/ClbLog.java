package dev.telltale.decoding.line.access;

import static dev.telltale.decoding.line.ColumnType.DECIMAL;
import static dev.telltale.decoding.line.ColumnType.ENDPOINT;
import static dev.telltale.decoding.line.ColumnType.INTEGER;
import static dev.telltale.decoding.line.ColumnType.QUOTED;
import static dev.telltale.decoding.line.ColumnType.TEXT;
import static dev.telltale.decoding.line.ColumnType.TIME;
import static dev.telltale.decoding.line.access.FixedColumns.column;

import dev.telltale.decoding.line.ColumnRoles;
import dev.telltale.decoding.line.LineFormat;
import java.util.List;

/**
 * An access log entry of a Classic Load Balancer, with the columns and the order of <a
 * href="https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/access-log-collection.html">Access
 * logs for your Classic Load Balancer</a>. The oldest version ends with the request.
 */
public final class ClbLog {
  public static final LineFormat FORMAT =
      new FixedColumns(
          "clb-log",
          List.of(
              column("time", TIME),
              column("elb", TEXT),
              column("client", ENDPOINT),
              column("backend", TEXT),
              column("request_processing_time", DECIMAL),
              column("backend_processing_time", DECIMAL),
              column("response_processing_time", DECIMAL),
              column("elb_status_code", INTEGER),
              column("backend_status_code", INTEGER),
              column("received_bytes", INTEGER),
              column("sent_bytes", INTEGER),
              column("request", QUOTED),
              column("user_agent", QUOTED),
              column("ssl_cipher", TEXT),
              column("ssl_protocol", TEXT)),
          12,
          0,
          ColumnRoles.NONE
              .time("time")
              .emitter("elb")
              .attributes("elb_status_code", "backend_status_code"));

  private ClbLog() {}
}
