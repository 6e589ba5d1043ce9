package dev.telltale.decoding.line.access;

import static dev.telltale.decoding.line.ColumnType.DECIMAL;
import static dev.telltale.decoding.line.ColumnType.ENDPOINT;
import static dev.telltale.decoding.line.ColumnType.INTEGER;
import static dev.telltale.decoding.line.ColumnType.TEXT;
import static dev.telltale.decoding.line.ColumnType.TIME;
import static dev.telltale.decoding.line.access.FixedColumns.column;

import dev.telltale.decoding.line.ColumnRoles;
import dev.telltale.decoding.line.LineFormat;
import java.util.List;

/**
 * An entry of a Network Load Balancer, which logs TLS connections, with the columns and the order
 * of <a
 * href="https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-access-logs.html">Access
 * logs for your Network Load Balancer</a>.
 */
public final class NlbLog {
  public static final LineFormat FORMAT =
      new FixedColumns(
          "nlb-log",
          List.of(
              column("type", TEXT),
              column("version", DECIMAL),
              column("time", TIME),
              column("elb", TEXT),
              column("listener", TEXT),
              column("client", ENDPOINT),
              column("destination", ENDPOINT),
              column("connection_time", INTEGER),
              column("tls_handshake_time", INTEGER),
              column("received_bytes", INTEGER),
              column("sent_bytes", INTEGER),
              column("incoming_tls_alert", TEXT),
              column("chosen_cert_arn", TEXT),
              column("chosen_cert_serial", TEXT),
              column("tls_cipher", TEXT),
              column("tls_protocol_version", TEXT),
              column("tls_named_group", TEXT),
              column("domain_name", TEXT),
              column("alpn_fe_protocol", TEXT),
              column("alpn_be_protocol", TEXT),
              column("alpn_client_preference_list", TEXT),
              column("tls_connection_creation_time", TEXT)),
          16,
          8,
          ColumnRoles.NONE
              .time("time")
              .emitter("elb")
              .name("type")
              .attributes("listener", "domain_name"));

  private NlbLog() {}
}
