package dev.telltale.jobs.actions;

import java.util.Collection;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Follows a chain from its first row. Shows edits, rows put in and rows taken out; what was cut off
 * at the end only against a head that was kept elsewhere. Needs nothing but the rows.
 */
public final class ActionChain {
  private ActionChain() {}

  /**
   * @param rows in the order of their sequence; null for one that cannot be a row of a ledger
   * @param knownHeads row hashes that were the chain's head once
   */
  public static ChainCheck check(
      Iterator<@Nullable LedgerRow> rows, Collection<String> knownHeads) {
    Set<String> missing = new TreeSet<>(knownHeads);
    missing.remove(LedgerRow.BEGINNING);
    ChainHead head = ChainHead.EMPTY;
    String broken = null;
    while (broken == null && rows.hasNext()) {
      @Nullable LedgerRow row = rows.next();
      broken = fault(row, head);
      if (row != null && broken == null) {
        head = new ChainHead(head.rows() + 1, row.rowHash());
        missing.remove(row.rowHash());
      }
    }
    return new ChainCheck(head, broken, missing.stream().toList());
  }

  private static @Nullable String fault(@Nullable LedgerRow row, ChainHead before) {
    if (row == null) {
      return "row " + before.rows() + " is not as it was written";
    }
    if (row.sequence() < before.rows()) {
      return "row " + row.sequence() + " is there twice";
    }
    if (row.sequence() > before.rows()) {
      return "row " + before.rows() + " is missing";
    }
    if (!row.previousHash().equals(before.hash())) {
      return "row " + row.sequence() + " does not follow from the row before it";
    }
    return row.isIntact() ? null : "row " + row.sequence() + " is not as it was written";
  }
}
