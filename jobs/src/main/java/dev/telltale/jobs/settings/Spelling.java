package dev.telltale.jobs.settings;

import java.util.Collection;

/** Finds the known word that an unknown one was probably meant to be. */
public final class Spelling {
  private Spelling() {}

  /** The nearest word within a third of its length in edits, or null. */
  public static String nearest(String word, Collection<String> known) {
    String best = null;
    int min = Integer.MAX_VALUE;
    for (String candidate : known) {
      int distance = distance(word, candidate);
      if (distance < min && distance <= Math.max(2, candidate.length() / 3)) {
        min = distance;
        best = candidate;
      }
    }
    return best;
  }

  /** Levenshtein's edit distance. */
  private static int distance(String left, String right) {
    int[] row = new int[right.length() + 1];
    for (int column = 0; column < row.length; column++) {
      row[column] = column;
    }
    for (int line = 1; line <= left.length(); line++) {
      int diagonal = row[0];
      row[0] = line;
      for (int column = 1; column < row.length; column++) {
        int change = diagonal + (left.charAt(line - 1) == right.charAt(column - 1) ? 0 : 1);
        diagonal = row[column];
        row[column] = Math.min(change, Math.min(row[column], row[column - 1]) + 1);
      }
    }
    return row[right.length()];
  }
}
