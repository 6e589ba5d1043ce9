package dev.telltale.detection.encoding;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the lines of one folded base64 hold, and which of them hold a part of it. Holds content. */
public final class Base64Text {
  private final List<String> lines;
  private final String text;

  private Base64Text(List<String> lines, String text) {
    this.lines = lines;
    this.text = text;
  }

  /**
   * The text in the lines; null where they hold none.
   *
   * @param lines all of one length but the last
   */
  public static @Nullable Base64Text of(List<String> lines, int maxBytes) {
    String run = String.join("", lines);
    if (!Base64Runs.mayDecode(run, 0, run.length())) {
      return null;
    }
    Unpacked unpacked = Base64Runs.decode(run, maxBytes);
    return unpacked == null ? null : new Base64Text(lines, unpacked.reveal());
  }

  public String reveal() {
    return text;
  }

  /** The lines that hold a part of the characters; all where that cannot be said. */
  public List<String> holding(int start, int end) {
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    int encoded = lines.stream().mapToInt(String::length).sum();
    if (bytes > encoded * 3 / 4) {
      return lines;
    }
    int width = lines.get(0).length();
    int from = text.substring(0, start).getBytes(StandardCharsets.UTF_8).length * 4 / 3 / width;
    int to = text.substring(0, end).getBytes(StandardCharsets.UTF_8).length * 4 / 3 / width;
    return lines.subList(Math.min(from, lines.size() - 1), Math.min(to + 1, lines.size()));
  }

  @Override
  public String toString() {
    return "text of " + text.length() + " characters";
  }
}
