package dev.telltale.rewriting.text;

import dev.telltale.rewriting.edit.CannotEdit;
import dev.telltale.rewriting.edit.Edit;
import dev.telltale.rewriting.edit.Edits;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A run of base64 (RFC 4648), which is written as it was: in its alphabet, with padding or without,
 * in lines of the same width. Only the groups from the first changed byte on are other characters,
 * and where the length changes by a multiple of three bytes those after the last one stay. Holds
 * content: never printed.
 */
public final class Base64Run {
  private static final int GROUP_BYTES = 3;
  private static final int GROUP = 4;

  private final String run;
  private final int[] places;
  private final byte[] decoded;
  private final boolean url;
  private final boolean padded;

  private Base64Run(String run, int[] places, byte[] decoded) {
    this.run = run;
    this.places = places;
    this.decoded = decoded;
    url = run.indexOf('-') >= 0 || run.indexOf('_') >= 0;
    // Of a run of whole groups it cannot be told: the URL's alphabet is written without.
    padded = run.indexOf('=') >= 0 || (places.length % GROUP == 0 && !url);
  }

  /**
   * @param run its characters; blanks and line ends among them fold it
   */
  public static Base64Run of(String run) throws CannotEdit {
    int[] places = new int[run.length()];
    StringBuilder bare = new StringBuilder(run.length());
    boolean ended = false;
    for (int i = 0; i < run.length(); i++) {
      char c = run.charAt(i);
      if (c == '=') {
        ended = true;
      } else if (c > ' ') {
        if (ended) {
          throw new CannotEdit(CannotEdit.Reason.ENCODING);
        }
        places[bare.length()] = i;
        bare.append(c == '-' ? '+' : c == '_' ? '/' : c);
      }
    }
    try {
      return new Base64Run(
          run, Arrays.copyOf(places, bare.length()), Base64.getDecoder().decode(bare.toString()));
    } catch (IllegalArgumentException noBase64) {
      throw new CannotEdit(CannotEdit.Reason.ENCODING);
    }
  }

  /** What the run decodes to. */
  public byte[] reveal() {
    return decoded;
  }

  /** The edit of the run that these edits of its bytes come to; there is at least one of them. */
  public TextEdit written(List<Edit> edits) {
    int first = edits.get(0).from() / GROUP_BYTES;
    byte[] changed = Edits.applied(decoded, edits);
    int last = edits.get(edits.size() - 1).to();
    int lastGroup = (last + GROUP_BYTES - 1) / GROUP_BYTES;
    int growth = Edits.growth(edits);
    boolean tailStays =
        growth % GROUP_BYTES == 0
            && lastGroup * GROUP < places.length
            && run.length() == places.length + padding(places.length, run);
    if (tailStays) {
      byte[] middle =
          Arrays.copyOfRange(changed, first * GROUP_BYTES, lastGroup * GROUP_BYTES + growth);
      return new TextEdit(places[first * GROUP], places[lastGroup * GROUP], encoded(middle));
    }
    String rest = encoded(Arrays.copyOfRange(changed, first * GROUP_BYTES, changed.length));
    int from = first * GROUP < places.length ? places[first * GROUP] : run.length();
    return new TextEdit(from, run.length(), folded(rest, from));
  }

  private static int padding(int characters, String run) {
    return run.indexOf('=') < 0 ? 0 : (GROUP - characters % GROUP) % GROUP;
  }

  private String encoded(byte[] bytes) {
    Base64.Encoder encoder = url ? Base64.getUrlEncoder() : Base64.getEncoder();
    return (padded ? encoder : encoder.withoutPadding()).encodeToString(bytes);
  }

  /** In lines as before, the first of which has some characters already. */
  private String folded(String characters, int from) {
    int fold = 0;
    while (fold < run.length() && run.charAt(fold) > ' ') {
      fold++;
    }
    if (fold == run.length()) {
      return characters;
    }
    int next = fold;
    while (next < run.length() && run.charAt(next) <= ' ') {
      next++;
    }
    if (next == run.length()) {
      return characters + run.substring(fold);
    }
    String separator = run.substring(fold, next);
    int start = from;
    while (start > 0 && run.charAt(start - 1) > ' ') {
      start--;
    }
    StringBuilder out = new StringBuilder(characters.length() * 2);
    int column = from - start;
    for (int i = 0; i < characters.length(); i++) {
      if (column == fold) {
        out.append(separator);
        column = 0;
      }
      out.append(characters.charAt(i));
      column++;
    }
    int end = run.length();
    while (run.charAt(end - 1) <= ' ') {
      end--;
    }
    return out.append(run, end, run.length()).toString();
  }

  @Override
  public String toString() {
    return "base64 of " + decoded.length + " bytes";
  }
}
