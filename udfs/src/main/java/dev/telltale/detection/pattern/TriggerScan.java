package dev.telltale.detection.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks for many triggers in few passes: deterministic automata, built state by state as texts need
 * them, one for the triggers with a literal and one for those without, because together they would
 * need many times as many states. Where a text needs very many all the same, an automaton is
 * divided into several, which need fewer each, and these again; so that every text costs a bounded
 * number of passes. Not thread-safe.
 */
public final class TriggerScan {
  /** Of either first automaton: about 12 MB. Each that it is divided into has its part of that. */
  private static final int MAX_STATES = 32_000;

  /** Divided triggers are put together again after so many characters: texts may be usual ones. */
  private static final long DIVIDED_FOR = 16_000_000;

  private final List<TriggerDfa> first = new ArrayList<>();
  private final List<TriggerDfa> automata = new ArrayList<>();
  private long divided;

  /** Of triggers that are called by their index in the list; null for one that is left out. */
  public TriggerScan(List<Trigger> triggers) {
    for (boolean literal : new boolean[] {true, false}) {
      Map<Integer, String> orders = new HashMap<>();
      for (int i = 0; i < triggers.size(); i++) {
        if (triggers.get(i) != null && triggers.get(i).hasLiteral() == literal) {
          orders.put(i, triggers.get(i).order());
        }
      }
      List<Integer> numbers = new ArrayList<>(orders.keySet());
      numbers.sort(Comparator.comparing(orders::get));
      if (!numbers.isEmpty()) {
        List<Trigger> some = numbers.stream().map(triggers::get).toList();
        first.add(new TriggerDfa(new GlushkovNfa(numbers, some), MAX_STATES));
      }
    }
    automata.addAll(first);
  }

  /** One pass for each automaton; may report the same hit more than once. */
  public void scan(String text, HitSink sink) {
    if (automata.size() > first.size()) {
      divided += text.length();
      if (divided > DIVIDED_FOR) {
        divided = 0;
        first.stream().filter(each -> !automata.contains(each)).forEach(TriggerDfa::clear);
        automata.clear();
        automata.addAll(first);
      }
    }
    for (int i = 0; i < automata.size(); ) {
      TriggerDfa automaton = automata.get(i);
      if (automaton.scan(text, sink)) {
        i++;
      } else {
        automata.remove(i);
        automata.addAll(i, automaton.divided());
      }
    }
  }
}
