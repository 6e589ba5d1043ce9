package dev.telltale.jobs.listing;

import dev.telltale.jobs.limit.RunLimits;
import dev.telltale.jobs.store.S3Bucket;
import dev.telltale.sql.ObjectRefSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;

/** A bucket. The page that was taken last is all that is held of a listing. */
final class BucketTree implements ObjectTree {
  private final S3Bucket bucket;
  private final boolean allVersions;

  BucketTree(S3Bucket bucket, boolean allVersions) {
    this.bucket = bucket;
    this.allVersions = allVersions;
  }

  @Override
  public Level level(String prefix) throws IOException {
    BucketPages pages = BucketPages.of(bucket, prefix, false, allVersions);
    List<String> folders = new ArrayList<>();
    boolean holdsObjects = false;
    for (int page = 0; page < RunLimits.MAX_LEVEL_PAGES && pages.hasMore(); page++) {
      BucketPages.Page next = pages.next();
      folders.addAll(next.folders());
      holdsObjects |= !next.rows().isEmpty();
    }
    return new Level(folders, holdsObjects, !pages.hasMore());
  }

  @Override
  public boolean isSmall(String prefix) throws IOException {
    BucketPages pages = BucketPages.of(bucket, prefix, true, allVersions);
    pages.next();
    return !pages.hasMore();
  }

  @Override
  public Iterator<Row> rows(ListingUnit unit) {
    boolean deep = unit.reach() != ListingUnit.Reach.LEVEL;
    BucketPages pages = BucketPages.of(bucket, unit.prefix(), deep, allVersions);
    return new Rows(pages, unit.reach() == ListingUnit.Reach.OBJECT ? unit.prefix() : null);
  }

  private static final class Rows implements Iterator<Row> {
    private final BucketPages pages;
    private final String onlyKey;
    private Iterator<Row> page = Collections.emptyIterator();
    private boolean ended;

    /**
     * @param onlyKey null for all; it comes before all other keys that begin with it
     */
    Rows(BucketPages pages, String onlyKey) {
      this.pages = pages;
      this.onlyKey = onlyKey;
    }

    @Override
    public boolean hasNext() {
      while (!page.hasNext() && !ended && pages.hasMore()) {
        List<Row> next = page();
        if (onlyKey != null) {
          List<Row> own =
              next.stream().filter(row -> ObjectRefSchema.key(row).equals(onlyKey)).toList();
          ended = own.size() < next.size();
          next = own;
        }
        page = next.iterator();
      }
      return page.hasNext();
    }

    private List<Row> page() {
      try {
        return pages.next().rows();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException("all objects were listed");
      }
      return page.next();
    }
  }
}
