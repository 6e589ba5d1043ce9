package dev.telltale.jobs.actions;

import java.util.Objects;

/**
 * The end of a chain. Who keeps it elsewhere notices when rows are cut off.
 *
 * @param rows of the chain
 * @param hash of its last row; {@link LedgerRow#BEGINNING} if there is none
 */
public record ChainHead(long rows, String hash) {
  /** Of an empty ledger. */
  public static final ChainHead EMPTY = new ChainHead(0, LedgerRow.BEGINNING);

  public ChainHead {
    Objects.requireNonNull(hash, "hash");
  }
}
