package dev.telltale.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Made-up JSON records without findings, the same for the same seed. */
final class BenchmarkRecords {
  private static final String[] COMPONENTS = {
    "ws-manager", "ws-daemon", "server", "content-service", "image-builder", "proxy", "supervisor"
  };
  private static final String[] WORDS = {
    "workspace",
    "container",
    "started",
    "stopping",
    "reconcile",
    "image",
    "layer",
    "volume",
    "snapshot",
    "backup",
    "finished",
    "request",
    "handled",
    "timeout",
    "retry",
    "upstream",
    "node",
    "connection",
    "closed",
    "waiting",
    "probe",
    "ready",
    "content",
    "initializer",
    "state",
    "phase",
    "running",
    "creating",
    "pending",
    "the",
    "for",
    "with",
    "after",
    "while",
    "not",
    "found",
    "was"
  };
  private static final String[] METRICS = {
    "grpc_server_handled_total", "container_cpu_usage_seconds_total", "http_request_duration_bucket"
  };

  private static final int TARGETS = 400;

  private final Random random;
  private final List<String> targets = new ArrayList<>();

  private BenchmarkRecords(long seed) {
    random = new Random(seed);
    for (int i = 0; i < TARGETS; i++) {
      targets.add(target());
    }
  }

  /** One kind of records, by the name it has in the results. */
  enum Kind {
    LOG,
    KUBERNETES,
    METRIC
  }

  static List<String> of(Kind kind, int count) {
    BenchmarkRecords records = new BenchmarkRecords(count);
    List<String> all = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      all.add(
          switch (kind) {
            case LOG -> records.log();
            case KUBERNETES -> records.pod();
            case METRIC -> records.series();
          });
    }
    return all;
  }

  private String log() {
    String workspace = uuid();
    String instance = uuid();
    return "{\"component\":\""
        + component()
        + "\",\"serviceContext\":{\"service\":\""
        + component()
        + "\",\"version\":\"main.5812\"},\"severity\":\""
        + (random.nextInt(10) == 0 ? "warning" : "info")
        + "\",\"message\":\""
        + sentence(4 + random.nextInt(20))
        + "\",\"time\":\""
        + time()
        + "\",\"file\":\"/app/components/"
        + component()
        + "/pkg/"
        + word()
        + ".go:"
        + random.nextInt(900)
        + "\",\"workspaceId\":\""
        + workspace
        + "\",\"instanceId\":\""
        + instance
        + "\",\"ownerId\":\""
        + uuid()
        + "\",\"args\":{\"url\":\"http://"
        + word()
        + ".default.svc.cluster.local:"
        + (3000 + random.nextInt(5000))
        + "/api/"
        + word()
        + "/"
        + hex(12)
        + "\",\"durationMs\":"
        + random.nextInt(5000)
        + ",\"podName\":\"ws-"
        + instance
        + "\",\"details\":\"{\\\"phase\\\":\\\""
        + word()
        + "\\\",\\\"attempt\\\":"
        + random.nextInt(5)
        + "}\"}}";
  }

  private String pod() {
    String name = component() + "-" + hex(9) + "-" + hex(5);
    StringBuilder pod = new StringBuilder();
    pod.append("{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"")
        .append(name)
        .append("\",\"namespace\":\"default\",\"uid\":\"")
        .append(uuid())
        .append("\",\"resourceVersion\":\"")
        .append(100_000 + random.nextInt(900_000))
        .append("\",\"creationTimestamp\":\"")
        .append(time())
        .append("\",\"labels\":{\"app\":\"gitpod\",\"component\":\"")
        .append(component())
        .append("\",\"pod-template-hash\":\"")
        .append(hex(9))
        .append("\"},\"annotations\":{\"checksum/config\":\"")
        .append(hex(64))
        .append("\",\"gitpod.io/traceid\":\"")
        .append(hex(32))
        .append("\"}},\"spec\":{\"containers\":[");
    int containers = 1 + random.nextInt(3);
    for (int i = 0; i < containers; i++) {
      pod.append(i == 0 ? "" : ",")
          .append("{\"name\":\"")
          .append(component())
          .append("\",\"image\":\"eu.gcr.io/acme-core/build/")
          .append(component())
          .append("@sha256:")
          .append(hex(64))
          .append("\",\"args\":[\"run\",\"-v\",\"--config\",\"/config/config.json\"],\"env\":[")
          .append("{\"name\":\"KUBE_STAGE\",\"value\":\"production\"},")
          .append(
              "{\"name\":\"KUBE_NAMESPACE\",\"valueFrom\":{\"fieldRef\":{\"apiVersion\":\"v1\",")
          .append("\"fieldPath\":\"metadata.namespace\"}}},")
          .append("{\"name\":\"JAEGER_SAMPLER_PARAM\",\"value\":\"1.0\"}],")
          .append("\"resources\":{\"requests\":{\"cpu\":\"100m\",\"memory\":\"")
          .append(32 << random.nextInt(5))
          .append("Mi\"}},\"volumeMounts\":[{\"name\":\"config\",\"mountPath\":\"/config\",")
          .append("\"readOnly\":true}],\"imagePullPolicy\":\"IfNotPresent\"}");
    }
    return pod.append("],\"nodeName\":\"gke-main-workspace-pool-")
        .append(hex(8))
        .append("\",\"restartPolicy\":\"Always\",\"serviceAccountName\":\"")
        .append(component())
        .append("\"},\"status\":{\"phase\":\"Running\",\"hostIP\":\"10.132.")
        .append(random.nextInt(255))
        .append('.')
        .append(random.nextInt(255))
        .append("\",\"startTime\":\"")
        .append(time())
        .append("\",\"conditions\":[{\"type\":\"Ready\",\"status\":\"True\",")
        .append("\"lastProbeTime\":null,\"lastTransitionTime\":\"")
        .append(time())
        .append("\"}]}}")
        .toString();
  }

  /** A sample of one of few targets: each is scraped again and again. */
  private String series() {
    return "{\"name\":\""
        + METRICS[random.nextInt(METRICS.length)]
        + "\",\"labels\":{"
        + targets.get(random.nextInt(TARGETS))
        + ",\"grpc_method\":\""
        + word()
        + "\",\"grpc_code\":\"OK\",\"le\":\"0."
        + random.nextInt(50)
        + "\"},\"samples\":[[1700000"
        + (100_000 + random.nextInt(800_000))
        + ","
        + random.nextInt(100_000)
        + "."
        + random.nextInt(1000)
        + "]]}";
  }

  private String target() {
    return "\"cluster\":\"eu"
        + random.nextInt(90)
        + "\",\"namespace\":\"default\",\"pod\":\""
        + component()
        + "-"
        + hex(9)
        + "-"
        + hex(5)
        + "\",\"container\":\""
        + component()
        + "\",\"instance\":\"10.20."
        + random.nextInt(255)
        + "."
        + random.nextInt(255)
        + ":9500\",\"job\":\""
        + component()
        + "\"";
  }

  private String component() {
    return COMPONENTS[random.nextInt(COMPONENTS.length)];
  }

  private String word() {
    return WORDS[random.nextInt(WORDS.length)];
  }

  private String sentence(int words) {
    StringBuilder text = new StringBuilder(word());
    for (int i = 1; i < words; i++) {
      text.append(' ').append(random.nextInt(12) == 0 ? "" + random.nextInt(5000) : word());
    }
    return text.toString();
  }

  private String time() {
    return String.format(
        Locale.ROOT,
        "2026-11-%02dT%02d:%02d:%02d.%03dZ",
        1 + random.nextInt(28),
        random.nextInt(24),
        random.nextInt(60),
        random.nextInt(60),
        random.nextInt(1000));
  }

  private String uuid() {
    return hex(8) + "-" + hex(4) + "-4" + hex(3) + "-a" + hex(3) + "-" + hex(12);
  }

  private String hex(int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(Character.forDigit(random.nextInt(16), 16));
    }
    return text.toString();
  }
}
