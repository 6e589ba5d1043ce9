package dev.telltale.demo.leaks;

import dev.telltale.demo.telemetry.MetricSeries;
import dev.telltale.demo.telemetry.MetricsExport;
import dev.telltale.demo.telemetry.ObjectKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Leaks in metric labels, which the sanitiser knows by name only. */
final class MetricsLeaks {
  private MetricsLeaks() {}

  static void plant(PlantedObjects objects) {
    labelValues(objects.firehose("metrics/meta", "metrics-meta"));
    addresses(objects.firehose("metrics/workspace", "metrics-workspace"));
    credentials(objects.firehose("metrics/meta", "metrics-meta"));
    remoteWriteV2(objects.firehose("metrics/workspace", "metrics-workspace"));
    repeated(objects);
  }

  private static void labelValues(Planting object) {
    String actor = object.leak("pii.email", "e: metric label actor");
    String owner = object.leak("pii.email", 2, "e: metric label owner, in two series");
    String password = object.leak("uri.password", "e: metric label remote, a URL with credentials");
    envelopes(
        object,
        "\n",
        MetricSeries.labels("gitpod_server_logins_total", "actor", actor, "pod", "server-0"),
        MetricSeries.labels("gitpod_usage_credits", "owner", owner, "class", "g1-standard"),
        MetricSeries.labels("gitpod_usage_credits", "owner", owner, "class", "g1-large"),
        MetricSeries.labels(
            "gitpod_content_clone_seconds_sum",
            "remote",
            "https://ci-runner:" + password + "@git.norvikfreight.com/platform/quay-api"));
  }

  private static void addresses(Planting object) {
    envelopes(
        object,
        "",
        MetricSeries.labels(
            "up",
            "job",
            "blackbox",
            "instance",
            object.leak("network.ipv4", "e: metric label instance, with a port") + ":9115"),
        MetricSeries.labels(
            "probe_ip_addr", "address", object.leak("network.ipv6", "e: metric label address")),
        MetricSeries.labels(
            "node_network_info",
            "device",
            "ens5",
            "address",
            object.leak("network.mac", "e: metric label of a network card")),
        MetricSeries.labels(
            "gitpod_proxy_client_connections",
            "peer",
            object.leak("network.ipv4", "e: metric label peer")));
  }

  private static void credentials(Planting object) {
    envelopes(
        object,
        "\n",
        MetricSeries.labels(
            "gitpod_scm_requests_total",
            "endpoint",
            "/user?access_token=" + object.leak("github.token", "e: token in a label's URL")),
        MetricSeries.labels(
            "process_start_time_seconds",
            "cmdline",
            "/app/exporter --user svc --password="
                + object.leak("generic.password", "e: command line in a label")),
        MetricSeries.labels(
            "aws_exporter_requests_total",
            "key_id",
            object.leak("aws.access-key-id", "e: cloud key in a label")),
        MetricSeries.labels(
            "gitpod_customer_invoices",
            "payer",
            object.leak("finance.iban", "e: bank account in a label")));
  }

  private static void remoteWriteV2(Planting object) {
    List<Map<String, String>> series = MetricsExport.clean(object.words(), 30);
    series.add(
        MetricSeries.labels(
            "gitpod_server_logins_total",
            "actor",
            object.leak("pii.email", "e: label of remote write 2.0")));
    series.add(
        MetricSeries.labels(
            "slack_notifications_total",
            "channel_key",
            object.leak("slack.token", "e: token in a label of remote write 2.0")));
    series.add(
        MetricSeries.labels(
            "probe_success",
            "target",
            object.leak("network.ipv4", "e: label of remote write 2.0")));
    object.add(MetricsExport.envelopeV2(series, object.words(), object.time())).store();
  }

  private static void repeated(PlantedObjects objects) {
    Planting object = objects.firehose("metrics/meta", "metrics-meta");
    envelopes(
        object,
        "\n",
        MetricSeries.labels(
            "gitpod_server_logins_total",
            "actor",
            object.leak("pii.email", "e: object that was delivered twice")),
        MetricSeries.labels(
            "probe_success",
            "target",
            object.leak("network.ipv4", "e: object that was delivered twice")));
    objects.deliverAgain(
        object.key(),
        ObjectKeys.firehose(
            "metrics/meta", "metrics-meta", object.time().plusSeconds(40), object.words()));
  }

  /** Each leaking series in its own envelope, between clean ones. */
  @SafeVarargs
  private static void envelopes(Planting object, String separator, Map<String, String>... leaking) {
    for (Map<String, String> labels : leaking) {
      List<Map<String, String>> series = new ArrayList<>(MetricsExport.clean(object.words(), 12));
      series.add(labels);
      series.addAll(MetricsExport.clean(object.words(), 8));
      object.add(MetricsExport.envelopeV1(series, object.words(), object.time())).add(separator);
      object
          .add(
              MetricsExport.envelopeV1(
                  MetricsExport.clean(object.words(), 15), object.words(), object.time()))
          .add(separator);
    }
    object.store();
  }
}
