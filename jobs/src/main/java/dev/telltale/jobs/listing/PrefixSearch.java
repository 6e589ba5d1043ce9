package dev.telltale.jobs.listing;

import dev.telltale.jobs.limit.RunLimits;
import dev.telltale.jobs.settings.Problem;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.store.ObjectPath;
import dev.telltale.jobs.store.StoreProblems;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Finds the parts of a source that tasks can list beside each other, by going down the folders
 * level by level. A level is divided as long as there are too few parts, or as long as the window
 * of time may leave some of its folders out. Driver; holds prefixes, never keys.
 */
final class PrefixSearch {
  private final Map<String, ObjectTree> trees;
  private final TimeWindow window;
  private final int wanted;

  /**
   * @param trees by bucket
   * @param wanted parts that are enough, if the window does not ask for more
   */
  PrefixSearch(Map<String, ObjectTree> trees, TimeWindow window, int wanted) {
    this.trees = new TreeMap<>(trees);
    this.window = window;
    this.wanted = wanted;
  }

  /** One part of a search: units that are done, and prefixes to go down into. */
  private record Divided(List<ListingUnit> done, List<ListingUnit> open) {}

  /**
   * The units that together hold what the roots hold, less what lies in folders outside of the
   * window.
   *
   * @param roots deep ones
   * @throws UserMistake with a problem for each prefix that cannot be listed
   */
  List<ListingUnit> divide(List<ListingUnit> roots) {
    ExecutorService requests =
        Executors.newFixedThreadPool(RunLimits.MAX_LISTING_REQUESTS, PrefixSearch::daemon);
    try {
      List<ListingUnit> done = new ArrayList<>();
      List<ListingUnit> open = new ArrayList<>();
      boolean first = true;
      for (List<ListingUnit> level = roots; !level.isEmpty(); level = List.copyOf(open)) {
        open.clear();
        boolean atRoot = first;
        long parts = (long) done.size() + level.size();
        List<Future<Divided>> answers = new ArrayList<>();
        for (ListingUnit unit : level) {
          answers.add(requests.submit(() -> divided(unit, atRoot, parts)));
        }
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
          Divided divided = answer(answers.get(i), level.get(i), problems);
          done.addAll(divided.done());
          open.addAll(divided.open());
        }
        if (!problems.isEmpty()) {
          throw new UserMistake(problems);
        }
        first = false;
      }
      return done;
    } finally {
      requests.shutdownNow();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "telltale-listing");
    thread.setDaemon(true);
    return thread;
  }

  private Divided divided(ListingUnit unit, boolean atRoot, long parts) throws IOException {
    ObjectTree tree = trees.get(unit.bucket());
    if (atRoot && tree.isSmall(unit.prefix()) || !isWorthwhile(unit.prefix(), parts)) {
      return new Divided(List.of(unit), List.of());
    }
    ObjectTree.Level level = tree.level(unit.prefix());
    if (!level.whole() || level.folders().isEmpty()) {
      return new Divided(List.of(unit), List.of());
    }
    List<ListingUnit> done = new ArrayList<>();
    List<ListingUnit> open = new ArrayList<>();
    if (level.holdsObjects()) {
      done.add(new ListingUnit(unit.bucket(), unit.prefix(), ListingUnit.Reach.LEVEL));
    }
    for (String folder : level.folders()) {
      if (window.of(folder) != TimeWindow.Verdict.OUTSIDE) {
        open.add(new ListingUnit(unit.bucket(), folder, ListingUnit.Reach.DEEP));
      }
    }
    return new Divided(done, open);
  }

  private boolean isWorthwhile(String prefix, long parts) {
    boolean mayLeaveOut = window.isBounded() && window.of(prefix) == TimeWindow.Verdict.OPEN;
    return parts < (mayLeaveOut ? RunLimits.MAX_LISTING_PARTS : wanted);
  }

  private static Divided answer(Future<Divided> answer, ListingUnit unit, List<Problem> problems) {
    try {
      return answer.get();
    } catch (ExecutionException failed) {
      if (!(failed.getCause() instanceof IOException io)) {
        throw new IllegalStateException("dividing a source", failed.getCause());
      }
      String shown = ObjectPath.shown(unit.bucket(), unit.prefix());
      problems.add(StoreProblems.of(shown + " cannot be listed", io));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while dividing a source", stopped);
    }
    return new Divided(List.of(), List.of());
  }
}
