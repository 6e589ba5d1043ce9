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
 * An access log entry of an Application Load Balancer, with the columns and the order of <a
 * href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html">Access
 * logs for your Application Load Balancer</a>. The oldest version has 17 columns.
 */
public final class AlbLog {
  public static final LineFormat FORMAT =
      new FixedColumns(
          "alb-log",
          List.of(
              column("type", TEXT),
              column("time", TIME),
              column("elb", TEXT),
              column("client", ENDPOINT),
              column("target", TEXT),
              column("request_processing_time", DECIMAL),
              column("target_processing_time", DECIMAL),
              column("response_processing_time", DECIMAL),
              column("elb_status_code", INTEGER),
              column("target_status_code", INTEGER),
              column("received_bytes", INTEGER),
              column("sent_bytes", INTEGER),
              column("request", QUOTED),
              column("user_agent", QUOTED),
              column("ssl_cipher", TEXT),
              column("ssl_protocol", TEXT),
              column("target_group_arn", TEXT),
              column("trace_id", QUOTED),
              column("domain_name", TEXT),
              column("chosen_cert_arn", TEXT),
              column("matched_rule_priority", TEXT),
              column("request_creation_time", TEXT),
              column("actions_executed", TEXT),
              column("redirect_url", TEXT),
              column("error_reason", TEXT),
              column("target_port_list", TEXT),
              column("target_status_code_list", TEXT),
              column("classification", TEXT),
              column("classification_reason", TEXT),
              column("conn_trace_id", TEXT),
              column("transformed_host", TEXT),
              column("transformed_uri", TEXT),
              column("request_transform_status", TEXT)),
          17,
          10,
          ColumnRoles.NONE
              .time("time")
              .emitter("elb")
              .name("type")
              .attributes("elb_status_code", "target_status_code", "domain_name"));

  private AlbLog() {}
}
