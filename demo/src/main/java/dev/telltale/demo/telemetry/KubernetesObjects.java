package dev.telltale.demo.telemetry;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Kubernetes objects of a healthy cluster. */
public final class KubernetesObjects {
  private KubernetesObjects() {}

  public static ObjectNode any(Vocabulary words, Instant time) {
    return switch (words.between(0, 9)) {
      case 0, 1, 2, 3 -> pod(words, time);
      case 4 -> node(words, time);
      case 5, 6 -> deployment(words, time);
      case 7 -> event(words, time);
      default -> workspace(words, time);
    };
  }

  public static ObjectNode metadata(Vocabulary words, Instant time, String name) {
    return JsonTree.object(
        "name", name,
        "namespace", "default",
        "uid", words.uuid(),
        "resourceVersion", Integer.toString(words.between(100_000_000, 999_999_999)),
        "creationTimestamp", time.truncatedTo(ChronoUnit.SECONDS).toString(),
        "labels", JsonTree.object("app", "gitpod", "pod-template-hash", words.hex(10)),
        "annotations", JsonTree.object("prometheus.io/scrape", "true"));
  }

  public static ObjectNode pod(Vocabulary words, Instant time) {
    String component = words.component();
    return JsonTree.object(
        "apiVersion", "v1",
        "kind", "Pod",
        "metadata", metadata(words, time, words.pod(component)),
        "spec",
            JsonTree.object(
                "nodeName", words.node(),
                "serviceAccountName", component,
                "containers", JsonTree.array(container(words, component)),
                "tolerations", JsonTree.array(JsonTree.object("operator", "Exists"))),
        "status",
            JsonTree.object(
                "phase", "Running",
                "hostIP", words.address(),
                "podIP", words.address(),
                "conditions", JsonTree.array(JsonTree.object("type", "Ready", "status", "True")),
                "containerStatuses",
                    JsonTree.array(
                        JsonTree.object(
                            "name",
                            component,
                            "imageID",
                            "registry.norvik.internal/gitpod/" + component + "@" + words.digest(),
                            "containerID",
                            "containerd://" + words.hex(64),
                            "restartCount",
                            words.between(0, 3)))));
  }

  static ObjectNode container(Vocabulary words, String component) {
    return JsonTree.object(
        "name", component,
        "image", words.image(component),
        "args", JsonTree.array("run", "-v", "--config", "/config/config.json"),
        "env",
            JsonTree.array(
                env("GITPOD_DOMAIN", "gitpod.norvik.internal"),
                env("LOG_LEVEL", "info"),
                env("DB_HOST", "mysql.default.svc.cluster.local"),
                env("DB_PASSWORD", words.pick("changeme", "${DB_PASSWORD}", "[redacted]")),
                JsonTree.object(
                    "name",
                    "MQ_PASSWORD",
                    "valueFrom",
                    JsonTree.object(
                        "secretKeyRef",
                        JsonTree.object("name", "messagebus-credentials", "key", "password")))),
        "resources",
            JsonTree.object("requests", JsonTree.object("cpu", "100m", "memory", "256Mi")));
  }

  public static ObjectNode env(String name, String value) {
    return JsonTree.object("name", name, "value", value);
  }

  public static ObjectNode node(Vocabulary words, Instant time) {
    String name = words.node();
    return JsonTree.object(
        "apiVersion", "v1",
        "kind", "Node",
        "metadata", metadata(words, time, name),
        "spec",
            JsonTree.object(
                "podCIDR", "10.20.0.0/24", "providerID", "aws:///eu-central-1b/i-" + words.hex(17)),
        "status",
            JsonTree.object(
                "addresses",
                    JsonTree.array(
                        JsonTree.object("type", "InternalIP", "address", words.address()),
                        JsonTree.object("type", "Hostname", "address", name)),
                "nodeInfo",
                    JsonTree.object(
                        "machineID", words.hex(32),
                        "systemUUID", words.uuid(),
                        "bootID", words.uuid(),
                        "kernelVersion", "6.8.0-1021-aws",
                        "kubeletVersion", "v1.31." + words.between(1, 9)),
                "images",
                    JsonTree.array(
                        JsonTree.object(
                            "names",
                            JsonTree.array(
                                "registry.norvik.internal/gitpod/ws-daemon@" + words.digest()),
                            "sizeBytes",
                            words.between(10_000_000, 900_000_000)))));
  }

  public static ObjectNode deployment(Vocabulary words, Instant time) {
    String component = words.component();
    ObjectNode deployment =
        JsonTree.object(
            "apiVersion", "apps/v1",
            "kind", "Deployment",
            "metadata", metadata(words, time, component),
            "spec",
                JsonTree.object(
                    "replicas", words.between(1, 4),
                    "template",
                        JsonTree.object(
                            "spec",
                            JsonTree.object(
                                "containers", JsonTree.array(container(words, component))))),
            "status",
                JsonTree.object("readyReplicas", 1, "observedGeneration", words.between(1, 90)));
    applied(
        deployment,
        JsonTree.object(
            "apiVersion", "apps/v1", "kind", "Deployment", "spec", deployment.get("spec")));
    return deployment;
  }

  /** What {@code kubectl apply} leaves: the manifest as JSON in a string. */
  public static void applied(ObjectNode object, ObjectNode manifest) {
    ((ObjectNode) object.get("metadata").get("annotations"))
        .put("kubectl.kubernetes.io/last-applied-configuration", JsonTree.text(manifest) + "\n");
  }

  public static ObjectNode event(Vocabulary words, Instant time) {
    String component = words.component();
    return event(
        words,
        time,
        words.pick(
            "Successfully pulled image \"" + words.image(component) + "\" in 1.241s",
            "Started container " + component,
            "Back-off restarting failed container " + component + " in pod " + words.pod(component),
            "Readiness probe failed: Get \"http://" + words.address() + ":8080/ready\": EOF"));
  }

  public static ObjectNode event(Vocabulary words, Instant time, String message) {
    return JsonTree.object(
        "apiVersion",
        "v1",
        "kind",
        "Event",
        "metadata",
        metadata(words, time, words.pod(words.component()) + "." + words.hex(16)),
        "involvedObject",
        JsonTree.object("kind", "Pod", "namespace", "default", "uid", words.uuid()),
        "reason",
        words.pick("Pulled", "Started", "BackOff", "Unhealthy"),
        "message",
        message,
        "type",
        "Normal",
        "count",
        words.between(1, 30));
  }

  public static ObjectNode workspace(Vocabulary words, Instant time) {
    String initializer =
        "\n\u0018git " + words.repository() + " branch main target " + words.hex(40);
    return JsonTree.object(
        "apiVersion", "workspace.gitpod.io/v1",
        "kind", "Workspace",
        "metadata", metadata(words, time, words.uuid()),
        "spec",
            JsonTree.object(
                "class", "g1-standard",
                "ownership",
                    JsonTree.object(
                        "owner", words.uuid(),
                        "team", words.uuid(),
                        "workspaceID", words.pseudonym("workspaceID")),
                "git", JsonTree.object("username", "[redacted]", "email", "[redacted:email]"),
                "initializer", Packing.base64(initializer.getBytes(UTF_8)),
                "userEnvVars", JsonTree.array(env("EDITOR", "vim"), env("TZ", "Europe/Oslo")),
                "sysEnvVars", JsonTree.array(env("GITPOD_REPO_ROOT", "/workspace/quay-api"))),
        "status",
            JsonTree.object(
                "phase",
                words.pick("Running", "Stopped", "Pending"),
                "ownerToken",
                "[redacted]",
                "url",
                "[redacted]",
                "conditions",
                JsonTree.array(
                    JsonTree.object("type", "ContentReady", "status", "True", "message", ""))));
  }
}
