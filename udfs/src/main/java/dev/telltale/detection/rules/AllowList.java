package dev.telltale.detection.rules;

import java.util.List;

/** What a team has allowed: the entries that have not expired. Immutable. */
record AllowList(List<AllowListEntry> entries) {
  static final AllowList NONE = new AllowList(List.of());

  AllowList {
    entries = List.copyOf(entries);
  }

  /** The first entry that takes a finding out of all counts, or null. */
  AllowListEntry covering(AllowListEntry.Seen seen) {
    for (AllowListEntry entry : entries) {
      if (entry.covers(seen)) {
        return entry;
      }
    }
    return null;
  }

  List<AllowListEntry> concerning(Rule rule) {
    return entries.stream().filter(entry -> entry.concerns(rule)).toList();
  }

  /** The digests that its entries compare with. */
  List<DigestList> digests() {
    return entries.stream().map(AllowListEntry::values).filter(values -> values != null).toList();
  }

  String essence() {
    return entries.stream().map(AllowListEntry::essence).sorted().toList().toString();
  }
}
