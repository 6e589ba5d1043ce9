package dev.telltale.jobs.faults;

import java.util.regex.Pattern;

/**
 * Which requests meet a fault.
 *
 * @param method of HTTP, or {@code *}
 * @param path of the decoded {@code /bucket/key}, or, where it asks for a version, with the query;
 *     the whole of it has to match
 * @param first 1-based: how many matching requests it takes until the first meets the fault
 * @param times how many meet it from there on
 * @param share of those that do, drawn at random with the seed of the proxy
 */
public record FaultRule(
    String method, Pattern path, int first, int times, double share, WireFault fault) {
  private static final String VERSION = "versionId=";

  /** The first matching request alone. */
  public static FaultRule once(String method, String path, WireFault fault) {
    return nth(1, method, path, fault);
  }

  /** One matching request, counted from 1. */
  public static FaultRule nth(int which, String method, String path, WireFault fault) {
    return new FaultRule(method, Pattern.compile(path), which, 1, 1, fault);
  }

  /** Every matching request. */
  public static FaultRule always(String method, String path, WireFault fault) {
    return new FaultRule(method, Pattern.compile(path), 1, Integer.MAX_VALUE, 1, fault);
  }

  /** Some of the matching requests. */
  public static FaultRule share(double share, String method, String path, WireFault fault) {
    return new FaultRule(method, Pattern.compile(path), 1, Integer.MAX_VALUE, share, fault);
  }

  /** Every request about one version of an object. */
  public static FaultRule ofVersion(String method, String path, String versionId, WireFault fault) {
    return new FaultRule(
        method,
        Pattern.compile(Pattern.quote(path) + ".*" + VERSION + Pattern.quote(versionId) + ".*"),
        1,
        Integer.MAX_VALUE,
        1,
        fault);
  }

  /** The same requests with another fault. */
  FaultRule with(WireFault other) {
    return new FaultRule(method, path, first, times, share, other);
  }

  boolean matches(WireMessage request) {
    return (method.equals("*") || method.equals(request.method()))
        && (path.matcher(request.path()).matches()
            || path.pattern().contains(VERSION)
                && path.matcher(request.path() + "?" + request.query()).matches());
  }
}
