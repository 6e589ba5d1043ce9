package dev.telltale.rewriting;

import dev.telltale.detection.finding.ErasedMarker;
import dev.telltale.detection.finding.FoundText;

/** What takes the place of values, from what says most to what disturbs least. */
enum Replacement {
  /** The marker; zero for a number, so that it stays one. */
  MARKER {
    @Override
    String of(FoundText found) {
      return found.isNumber() ? "0" : ErasedMarker.TEXT;
    }
  },
  /**
   * Every digit a zero and every letter an x: for columns that have to be an address or a number.
   */
  SHAPE {
    @Override
    String of(FoundText found) {
      if (found.isNumber()) {
        return "0";
      }
      StringBuilder shape = new StringBuilder();
      found.revealMatch().chars().forEach(c -> shape.append(shape((char) c)));
      return shape.toString();
    }

    private char shape(char c) {
      return Character.isDigit(c)
          ? '0'
          : Character.isLetter(c) ? 'x' : KEPT.indexOf(c) >= 0 ? c : '-';
    }
  };

  /** Signs that no format has to escape. */
  private static final String KEPT = ".:-_/";

  abstract String of(FoundText found);
}
