package dev.telltale.jobs.stream;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The feeds of this process under names that can stand in the options of a source: a feed holds a
 * fingerprint key, which must not. Thread-safe.
 */
final class RunFeeds {
  private static final Map<String, RunFeed> OPEN = new ConcurrentHashMap<>();

  private RunFeeds() {}

  /** A new name for the feed. */
  static String open(RunFeed feed) {
    String name = UUID.randomUUID().toString();
    OPEN.put(name, feed);
    return name;
  }

  static RunFeed named(String name) {
    RunFeed feed = OPEN.get(name);
    if (feed == null) {
      throw new IllegalStateException("the feed of this stream is closed");
    }
    return feed;
  }

  static void close(String name) {
    OPEN.remove(name);
  }
}
