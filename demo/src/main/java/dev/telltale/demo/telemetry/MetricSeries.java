package dev.telltale.demo.telemetry;

import java.util.Map;
import java.util.TreeMap;

/** The label sets of a cluster's time series. */
public final class MetricSeries {
  private static final String[] CLUSTERS = {"meta", "workspace-eu-1", "workspace-us-1"};

  private MetricSeries() {}

  /** Labels in the order of their names, as the protocol wants them. */
  public static Map<String, String> labels(String metric, String... namesAndValues) {
    Map<String, String> labels = new TreeMap<>();
    labels.put("__name__", metric);
    for (int at = 0; at < namesAndValues.length; at += 2) {
      labels.put(namesAndValues[at], namesAndValues[at + 1]);
    }
    return labels;
  }

  static Map<String, String> any(Vocabulary words) {
    Map<String, String> labels = words.chance(0.5) ? platform(words) : product(words);
    labels.put("cluster", words.pick(CLUSTERS));
    labels.put("prometheus", "monitoring-satellite/k8s");
    return labels;
  }

  private static Map<String, String> platform(Vocabulary words) {
    String node = words.node();
    String component = words.component();
    return switch (words.between(0, 6)) {
      case 0 ->
          labels(
              "node_cpu_seconds_total",
              "cpu",
              Integer.toString(words.between(0, 31)),
              "mode",
              words.mode(),
              "instance",
              words.address() + ":9100",
              "job",
              "node-exporter",
              "node",
              node);
      case 1 ->
          labels(
              "node_memory_MemAvailable_bytes",
              "instance",
              words.address() + ":9100",
              "node",
              node);
      case 2 ->
          labels(
              "kube_pod_container_resource_requests",
              "namespace",
              words.namespace(),
              "pod",
              words.pod(component),
              "container",
              component,
              "uid",
              words.uuid(),
              "resource",
              words.pick("cpu", "memory"));
      case 3 ->
          labels(
              "container_memory_working_set_bytes",
              "container",
              component,
              "id",
              "/kubepods.slice/kubepods-burstable.slice/kubepods-burstable-pod"
                  + words.uuid().replace('-', '_')
                  + ".slice/cri-containerd-"
                  + words.hex(64)
                  + ".scope",
              "image",
              "registry.norvik.internal/gitpod/" + component + "@" + words.digest(),
              "name",
              words.hex(64),
              "pod",
              words.pod(component));
      case 4 ->
          labels(
              "rest_client_requests_total",
              "code",
              words.pick("200", "201", "404", "409"),
              "host",
              "10.100.0.1:443",
              "method",
              words.pick("GET", "PUT", "PATCH"),
              "pod",
              words.pod(component));
      case 5 ->
          labels(
              "coredns_dns_requests_total",
              "server",
              "dns://:53",
              "zone",
              "cluster.local.",
              "type",
              words.pick("A", "AAAA", "SRV"),
              "instance",
              words.address() + ":9153");
      default ->
          labels("kube_pod_status_phase", "namespace", "default", "pod", "ws-" + words.uuid());
    };
  }

  private static Map<String, String> product(Vocabulary words) {
    String component = words.component();
    String pod = words.pod(component);
    return switch (words.between(0, 4)) {
      case 0 ->
          labels(
              "grpc_server_handled_total",
              "grpc_code",
              words.pick("OK", "NotFound", "DeadlineExceeded", "Unavailable"),
              "grpc_method",
              words.method(),
              "grpc_service",
              "wsman.WorkspaceManager",
              "pod",
              pod);
      case 1 ->
          labels(
              "gitpod_ws_manager_mk2_workspace_startup_seconds_bucket",
              "class",
              words.pick("g1-standard", "g1-large"),
              "le",
              words.pick("5", "10", "30", "60", "120", "+Inf"),
              "type",
              words.pick("REGULAR", "PREBUILD"));
      case 2 ->
          labels(
              "gitpod_server_api_calls_total",
              "method",
              words.method(),
              "statusCode",
              words.pick("200", "401", "404", "500"),
              "user",
              words.pseudonym("username"),
              "pod",
              pod);
      case 3 ->
          labels(
              "go_info",
              "version",
              "go1.24." + words.between(1, 9),
              "container",
              component,
              "pod",
              pod);
      default ->
          labels(
              "gitpod_workspace_last_activity",
              "workspace",
              words.workspace(),
              "contextURL",
              "[redacted:md5:" + words.hex(32) + ":url]",
              "pod",
              pod);
    };
  }
}
