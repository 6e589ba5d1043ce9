package dev.telltale.demo.telemetry;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Random;

/**
 * The vocabulary of a fictional company's workspaces, drawn from a seed. Nothing in here is
 * sensitive. Not thread-safe.
 */
public final class Vocabulary {
  private static final String[] COMPONENTS = {
    "server",
    "ws-manager-mk2",
    "ws-daemon",
    "ws-proxy",
    "image-builder-mk3",
    "content-service",
    "registry-facade",
    "proxy",
    "dashboard",
    "ide-service",
    "usage",
    "public-api-server",
    "spicedb"
  };
  private static final String[] REPOSITORIES = {
    "freight-router",
    "berth-planner",
    "tariff-engine",
    "customs-forms",
    "harbour-ui",
    "quay-api",
    "manifest-parser",
    "pallet-tracker",
    "route-optimiser",
    "billing-export"
  };
  private static final String[] WORKSPACE_WORDS = {
    "amber", "coral", "crimson", "emerald", "indigo", "ivory", "olive", "teal", "plum", "silver"
  };
  private static final String[] ANIMALS = {
    "badger", "condor", "dolphin", "ferret", "gecko", "heron", "jackal", "lynx", "otter", "walrus"
  };
  private static final String[] MODES = {
    "idle", "iowait", "irq", "nice", "softirq", "steal", "system", "user"
  };
  private static final String[] METHODS = {
    "GetWorkspace", "StartWorkspace", "StopWorkspace", "ListWorkspaces", "MarkActive",
    "DescribeWorkspace", "ControlPort", "TakeSnapshot", "ResolveBaseImage", "Build"
  };
  private static final String[] NAMESPACES = {"default", "kube-system", "monitoring", "gitpod"};
  private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";

  private final Random random;

  public Vocabulary(Random random) {
    this.random = random;
  }

  public Random random() {
    return random;
  }

  String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  int between(int min, int max) {
    return min + random.nextInt(max - min + 1);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  public String hex(int characters) {
    byte[] bytes = new byte[(characters + 1) / 2];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes).substring(0, characters);
  }

  public String uuid() {
    String hex = hex(32);
    return hex.substring(0, 8)
        + "-"
        + hex.substring(8, 12)
        + "-4"
        + hex.substring(13, 16)
        + "-"
        + "89ab".charAt(random.nextInt(4))
        + hex.substring(17, 20)
        + "-"
        + hex.substring(20);
  }

  public String digest() {
    return "sha256:" + hex(64);
  }

  public String component() {
    return pick(COMPONENTS);
  }

  String method() {
    return pick(METHODS);
  }

  String mode() {
    return pick(MODES);
  }

  String namespace() {
    return pick(NAMESPACES);
  }

  String repository() {
    return pick(REPOSITORIES);
  }

  String workspace() {
    return pick(WORKSPACE_WORDS) + pick(ANIMALS) + "-" + suffix(11);
  }

  String suffix(int length) {
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < length; at++) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  String pod(String component) {
    return component + "-" + hex(10) + "-" + suffix(5);
  }

  /** An address of a private network. */
  String address() {
    return "10." + between(0, 63) + "." + between(0, 255) + "." + between(1, 254);
  }

  public String node() {
    return "ip-" + address().replace('.', '-') + ".eu-central-1.compute.internal";
  }

  String clusterHost() {
    return component() + "." + namespace() + ".svc.cluster.local";
  }

  String image(String component) {
    return "registry.norvik.internal/gitpod/" + component + ":release-2026.10." + between(0, 30);
  }

  /** What the sanitiser leaves of a name. */
  String pseudonym(String key) {
    return "[redacted:md5:" + hex(32) + ":" + key + "]";
  }

  Instant after(Instant time, int maxSeconds) {
    return time.plusNanos((long) (random.nextDouble() * maxSeconds * 1e9));
  }
}
