package dev.telltale.jobs.listing;

import java.util.Collection;
import java.util.List;

/** Removes sources that lie within others, so that every object is listed once. */
final class OverlappingSources {
  private OverlappingSources() {}

  /** The folders that lie in no other one. */
  static List<ListingUnit> removed(Collection<ListingUnit> folders) {
    return folders.stream()
        .filter(
            folder ->
                folders.stream()
                    .noneMatch(other -> !other.equals(folder) && contains(other, folder)))
        .toList();
  }

  /** The objects that lie in none of the folders. */
  static List<ListingUnit> outside(
      Collection<ListingUnit> objects, Collection<ListingUnit> folders) {
    return objects.stream()
        .filter(object -> folders.stream().noneMatch(folder -> contains(folder, object)))
        .toList();
  }

  private static boolean contains(ListingUnit outer, ListingUnit inner) {
    return address(inner).startsWith(address(outer));
  }

  /** Local folders have their path as the bucket. */
  private static String address(ListingUnit unit) {
    return unit.bucket() + (unit.bucket().endsWith("/") ? "" : "/") + unit.prefix();
  }
}
