package dev.telltale.jobs.command.packet;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What others need to know of some cases. Holds no value.
 *
 * @param version 1 for the first packet about one of these cases that the ledger knows, then 2
 * @param kinds what leaked, by category: the rules and how many values
 * @param peopleMin approximate number of people, at least
 * @param peopleMax approximate number of people, at most
 * @param records approximate number of records
 * @param clocks times by name, in their order; empty for those that are not known
 * @param actions what was done, a line each
 * @param notRead what was not looked at, a line each
 * @param scan what the lake says of the last scan, by name
 * @param ledgerHead of the ledger of actions, to be kept by whoever gets it
 */
record Packet(
    PacketTerms terms,
    int version,
    List<PacketCase> cases,
    Map<String, String> kinds,
    long peopleMin,
    long peopleMax,
    long records,
    Map<String, String> clocks,
    List<String> actions,
    List<String> notRead,
    Map<String, String> scan,
    List<String> downstream,
    String ledgerHead) {
  Packet {
    cases = List.copyOf(cases);
    actions = List.copyOf(actions);
    notRead = List.copyOf(notRead);
    downstream = List.copyOf(downstream);
  }

  /** Whether people have to be assumed. */
  boolean isPersonal() {
    return peopleMin > 0;
  }

  @Nullable String contact() {
    return terms.contact();
  }
}
