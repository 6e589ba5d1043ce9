package dev.telltale.jobs.command.packet;

import dev.telltale.jobs.cases.RootCause;
import java.util.List;
import java.util.Map;

/**
 * One case of a packet.
 *
 * @param facts the columns of the view cases, as text
 * @param json the same as JSON
 * @param advice what to do about values of its kind
 */
record PacketCase(
    String id, Map<String, String> facts, String json, RootCause cause, List<String> advice) {
  PacketCase {
    facts = Map.copyOf(facts);
    advice = List.copyOf(advice);
  }

  String fact(String column) {
    return facts.getOrDefault(column, "");
  }
}
