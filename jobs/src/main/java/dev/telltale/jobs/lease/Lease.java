package dev.telltale.jobs.lease;

import dev.telltale.jobs.limit.RunLimits;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.store.ConditionalObject;
import dev.telltale.jobs.store.ObjectVersion;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * The right to write a lake, as the object {@code _telltale/lease.json}: taken by a conditional
 * write, renewed while it is held, ended by {@link #close} or, where its driver died, by time. It
 * spares two scans from doing the same work and names the first to the second; what keeps their
 * rows apart if it fails are conditional commits and transaction ids. Driver; thread-safe.
 */
public final class Lease implements AutoCloseable {
  /** How long a lease outlives a driver that died on another machine. */
  public static final Duration TERM = Duration.ofMinutes(5);

  private static final Duration RENEWAL = TERM.dividedBy(5);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final ConditionalObject object;
  private final Path path;
  private final Clock clock;
  private final ScheduledExecutorService heartbeat =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "telltale-lease");
            thread.setDaemon(true);
            return thread;
          });
  private final ScheduledFuture<?> beating;
  private LeaseTerms terms;
  private @Nullable String lostTo;
  private boolean closed;

  private Lease(ConditionalObject object, Path path, Clock clock, LeaseTerms terms) {
    this.object = object;
    this.path = path;
    this.clock = clock;
    this.terms = terms;
    this.beating =
        heartbeat.scheduleWithFixedDelay(
            this::renewOrWait, RENEWAL.toMillis(), RENEWAL.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Takes the lease of a lake for this process and renews it in the background.
   *
   * @throws UserMistake if another scan holds it: who, since when, and until when
   * @throws IOException if the store failed
   */
  public static Lease acquire(Configuration hadoop, String lake, Clock clock) throws IOException {
    return acquire(hadoop, lake, DriverProcess.describeCurrent(), clock);
  }

  /**
   * @param holder who this is, for people
   */
  static Lease acquire(Configuration hadoop, String lake, String holder, Clock clock)
      throws IOException {
    Path path = new Path(lake, "_telltale/lease.json");
    ConditionalObject object = ConditionalObject.at(hadoop, path);
    for (int attempt = 0; attempt < RunLimits.MAX_LEASE_ATTEMPTS; attempt++) {
      Optional<ObjectVersion> found = object.read();
      Instant now = now(clock);
      if (found.isPresent()) {
        refuseIfHeld(found.get(), now, path);
      }
      LeaseTerms mine =
          new LeaseTerms(
              UUID.randomUUID().toString(),
              holder,
              DriverProcess.current(),
              now,
              now.plus(TERM),
              0);
      boolean taken =
          found.isPresent()
              ? object.replace(found.get().tag(), mine.toBytes())
              : object.create(mine.toBytes());
      if (taken) {
        return new Lease(object, path, clock, mine);
      }
    }
    throw new UserMistake(
        "another scan is writing this lake",
        "several scans started at the same time, and another one took the lease at " + path,
        "wait until it has ended, then run this command again");
  }

  private static void refuseIfHeld(ObjectVersion found, Instant now, Path path) {
    LeaseTerms terms = LeaseTerms.read(found.content());
    if (terms == null) {
      throw new UserMistake(
          path + " is not a lease of Telltale",
          "its content cannot be parsed, so it is unknown whether a scan is running",
          "make sure that no scan is writing this lake, then delete the object");
    }
    if (terms.isHeldAt(now)) {
      throw new UserMistake(
          "another scan is writing this lake",
          terms.holder()
              + " has held it since "
              + TIME.format(terms.since())
              + "; its lease "
              + path
              + " lasts until "
              + TIME.format(terms.until())
              + " and is renewed while it runs",
          "wait until that scan has ended; if its driver died, the lease ends at that time by itself."
              + " Run this command again then: it resumes what was left");
    }
  }

  private void renewOrWait() {
    try {
      renew();
    } catch (IOException | RuntimeException nextTime) {
      // The lease outlasts several renewals that fail; check() notices when it does not.
      return;
    }
  }

  /**
   * Prolongs the lease.
   *
   * @throws IOException if the store failed; the lease is held as long as before
   */
  synchronized void renew() throws IOException {
    if (!closed && lostTo == null) {
      write(terms.until(now(clock).plus(TERM)));
    }
  }

  /**
   * To be called before every commit.
   *
   * @throws UserMistake if the lease is another scan's by now, or could not be renewed in time
   */
  public synchronized void check() {
    if (lostTo == null && !closed && now(clock).isBefore(terms.until())) {
      return;
    }
    throw new UserMistake(
        "this scan may no longer write the lake",
        lostTo == null
            ? "its lease " + path + " could not be renewed since " + TIME.format(terms.until())
            : "its lease " + path + " was taken over by " + lostTo,
        "nothing is lost: run this command again when the other scan has ended");
  }

  /** Gives the lease back. A store that fails now only makes others wait until it ends by time. */
  @Override
  public synchronized void close() {
    beating.cancel(false);
    heartbeat.shutdown();
    if (closed) {
      return;
    }
    closed = true;
    if (lostTo == null) {
      try {
        write(terms.until(terms.since()));
      } catch (IOException endsByTime) {
        return;
      }
    }
  }

  private void write(LeaseTerms next) throws IOException {
    Optional<ObjectVersion> found = object.read();
    LeaseTerms there = found.map(version -> LeaseTerms.read(version.content())).orElse(null);
    boolean mine = there != null && there.id().equals(terms.id());
    if (mine && object.replace(found.get().tag(), next.toBytes())) {
      terms = next;
    } else {
      lostTo = there == null || mine ? "somebody who removed it" : there.holder();
    }
  }

  private static Instant now(Clock clock) {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
