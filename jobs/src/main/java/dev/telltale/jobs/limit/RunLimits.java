package dev.telltale.jobs.limit;

/**
 * What one run may hold in memory, and how often it tries again; what one object may cost is {@link
 * dev.telltale.limit.Limits}. Explained in {@code docs/limits.md}.
 */
public final class RunLimits {
  /** Size of the manifest of an S3 inventory: some hundred thousand data files. */
  public static final int MAX_INVENTORY_MANIFEST_BYTES = 64 << 20;

  /** Size of a team's own file of rules, and of a list that it names. */
  public static final int MAX_TEAM_FILE_BYTES = 64 << 20;

  /** Size of a fingerprint key. */
  public static final int MAX_KEY_BYTES = 64 << 10;

  /** Fields of its cases that a plan writes into the ledger of actions. */
  public static final int MAX_NAMED_FIELDS = 1_000;

  /** Objects of a case that are read again to replay processors, those with most of it first. */
  public static final int MAX_REPLAYED_OBJECTS = 200;

  /** Fields and rules of a case that processors are made against, the most frequent first. */
  public static final int MAX_REPLAYED_FIELDS = 50;

  /** Stored size of an innocent object that is read beside them. */
  public static final long MAX_SAMPLED_OBJECT_BYTES = 32L << 20;

  /**
   * Of these, values of fewer than 12 characters, of which a mask shows one at each end: more would
   * have every other word digested.
   */
  public static final int MAX_KNOWN_SHORT_LEAKS = 500;

  /** Values that a scan knows from its lake, those found last first: some 300 bytes each. */
  public static final int MAX_KNOWN_LEAKS = 200_000;

  /** Size of an object that {@code inspect} takes from standard input. */
  public static final int MAX_INSPECTED_BYTES = 1 << 30;

  /** Of a text that {@code rules explain} takes from standard input; the rest is left out. */
  public static final int MAX_EXPLAINED_BYTES = 1 << 20;

  /** Streams whose layers {@code inspect --at} keeps until it knows which of them is asked for. */
  public static final int MAX_INSPECTED_LEAVES = 100_000;

  /** Findings that {@code inspect} shows. */
  public static final int MAX_INSPECTED_FINDINGS = 1_000;

  /** Findings in the page of a report, which a browser filters and sorts; exports have all. */
  public static final int MAX_REPORTED_FINDINGS = 100_000;

  /** Bytes that these findings take in the page. */
  public static final int MAX_REPORTED_BYTES = 13_500_000;

  /** Rules, senders, faults and the like that a report lists, the most frequent first. */
  public static final int MAX_REPORTED_GROUPS = 200;

  /** Cases that a report lists, the gravest first. */
  public static final int MAX_REPORTED_CASES = 200;

  /** Size of a notebook. */
  public static final int MAX_NOTEBOOK_BYTES = 16 << 20;

  /** Rows of a cell of a notebook. */
  public static final int MAX_NOTEBOOK_ROWS = 1_000;

  /** Characters of a text in such a row. */
  public static final int MAX_CELL_LENGTH = 2_000;

  /** Labels of a chart that still fit beside one another, and series that have colours. */
  public static final int MAX_CHART_LABELS = 200;

  public static final int MAX_CHART_SERIES = 6;

  /** Parts that a listing is divided into: more cost the driver more than they save the tasks. */
  public static final int MAX_LISTING_PARTS = 50_000;

  /** Pages of a thousand entries: a level of a bucket that is wider is left to one task. */
  public static final int MAX_LEVEL_PAGES = 10;

  /** Requests of one driver for a listing that are under way together. */
  public static final int MAX_LISTING_REQUESTS = 16;

  /** Objects of one batch: some 30 MB of object references on the driver. */
  public static final int MAX_BATCH_OBJECTS = 50_000;

  /** Connections that may break while one object is read. */
  public static final int MAX_BREAKS = 8;

  /** Reads of the lease or of a log entry that another program changes meanwhile. */
  public static final int MAX_CONDITIONAL_READS = 3;

  /** Conditional writes of one version that meet others under way. */
  public static final int MAX_CONDITIONAL_WRITES = 5;

  /** Attempts to take a lease that others are taking too. */
  public static final int MAX_LEASE_ATTEMPTS = 5;

  /** Attempts to rewrite files of a table that others rewrite too. */
  public static final int MAX_REWRITE_ATTEMPTS = 4;

  /** Object versions of one erasure plan: some 100 MB of the driver, and of the plan's file. */
  public static final int MAX_PLANNED_VERSIONS = 250_000;

  /** Values of one erasure plan. */
  public static final int MAX_ERASED_VALUES = 250_000;

  /** Size of the file of an erasure plan. */
  public static final int MAX_PLAN_FILE_BYTES = 512 << 20;

  /** Keys of a folder from which on the folder is listed, rather than each key. */
  public static final int MIN_LISTED_TOGETHER = 20;

  /** Attempts at a conditional write or a deletion that meets another one under way. */
  public static final int MAX_ERASE_ATTEMPTS = 4;

  /** Attempts to add to the ledger of actions while others do. */
  public static final int MAX_LEDGER_ATTEMPTS = 30;

  /** Cases that one command names. */
  public static final int MAX_NAMED_CASES = 1_000;

  /** Answers to one question about the cause of a case, the best supported first. */
  public static final int MAX_CLUES = 20;

  /** Different answers that are read for all questions about a case. */
  public static final int MAX_READ_CLUES = 2_000;

  /** Cases in a table for people; the other formats have all. */
  public static final int MAX_LISTED_CASES = 1_000;

  /** Size of a file that says where telemetry goes on to. */
  public static final int MAX_DOWNSTREAM_BYTES = 1 << 20;

  /** Places in the page of a packet; its JSON has all. */
  public static final int MAX_PACKET_PLACES = 500;

  /** Characters of a value that is shown on a terminal. */
  public static final int MAX_REVEALED_LENGTH = 16_384;

  private RunLimits() {}
}
