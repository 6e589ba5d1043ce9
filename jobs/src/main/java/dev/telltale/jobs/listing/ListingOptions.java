package dev.telltale.jobs.listing;

import java.util.List;
import java.util.Objects;

/**
 * What is listed, and how.
 *
 * @param sources {@code s3a://bucket[/prefix]}, {@code file:///folder}, or single objects
 * @param allVersions whether noncurrent versions and delete markers are listed too
 * @param inventory the {@code manifest.json} of an S3 Inventory that is read instead of listing the
 *     bucket; null to list
 */
public record ListingOptions(
    List<String> sources, TimeWindow window, boolean allVersions, String inventory) {
  public ListingOptions {
    sources = List.copyOf(sources);
    Objects.requireNonNull(window, "window");
  }

  /** Everything that the sources hold now. */
  public static ListingOptions of(List<String> sources) {
    return new ListingOptions(sources, TimeWindow.ALWAYS, false, null);
  }
}
