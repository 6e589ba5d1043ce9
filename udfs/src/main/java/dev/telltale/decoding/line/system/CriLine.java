package dev.telltale.decoding.line.system;

import dev.telltale.decoding.line.LeadingTime;
import dev.telltale.decoding.line.TokenScan;

/**
 * Where the parts of a container runtime's log line are.
 *
 * @param timeEnd index after the time, which starts the line
 * @param tag index of the first tag, which is {@code P} or {@code F}
 * @param message index of the message
 * @param end index after the message
 */
record CriLine(int start, int timeEnd, int tag, int message, int end) {
  private static final int STREAM = 6;

  /** Null where the line is not one. */
  static CriLine at(String text, int from, int to) {
    int time = LeadingTime.iso(text, from, to);
    int stream = time + 1;
    int tag = stream + STREAM + 1;
    boolean streamed =
        time > 0
            && text.charAt(from + 10) == 'T'
            && tag < to
            && text.charAt(time) == ' '
            && (text.startsWith("stdout ", stream) || text.startsWith("stderr ", stream));
    if (!streamed || (text.charAt(tag) != 'P' && text.charAt(tag) != 'F')) {
      return null;
    }
    int tagEnd = TokenScan.token(text, tag, to);
    boolean tagged = tagEnd == tag + 1 || text.charAt(tag + 1) == ':';
    return tagged ? new CriLine(from, time, tag, Math.min(to, tagEnd + 1), to) : null;
  }

  boolean isPartial(String text) {
    return text.charAt(tag) == 'P';
  }

  boolean isError(String text) {
    return text.startsWith("stderr", timeEnd + 1);
  }
}
