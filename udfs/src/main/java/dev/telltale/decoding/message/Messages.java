package dev.telltale.decoding.message;

import dev.telltale.framing.LeafHead;
import dev.telltale.framing.MessageFraming;
import dev.telltale.limit.Limits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells which protobuf messages bytes are, by parsing them strictly in every framing by every
 * schema. First bytes do not tell: most of these messages may start with the same one, and each
 * parses as another with nothing but unknown fields and no error. One per task; not thread-safe.
 */
public final class Messages {
  private static final int MOST_VIOLATIONS = 64;

  private final SchemaReader reader;
  private final List<MessageFormat> formats;
  private final UndeclaredFormat undeclared;

  /**
   * @param otlp makes records of OTLP requests
   * @param kubernetes makes records of Kubernetes objects and lists
   */
  public Messages(Limits limits, TreeEmission otlp, TreeEmission kubernetes) {
    reader = new SchemaReader(limits);
    undeclared = new UndeclaredFormat(limits.jsonDepth(), limits.jsonTokens());
    formats =
        List.of( // of two that fit equally well the first is taken
            new KubernetesMessageFormat(kubernetes),
            new RemoteWriteFormat("remote-write-v1"),
            new RemoteWriteSecondFormat("remote-write-v2"),
            new TreeFormat("otlp-metrics", OtlpMetricsSchema.CURRENT, otlp),
            new TreeFormat("otlp-metrics-0.7", OtlpMetricsSchema.FORMER, otlp),
            new TreeFormat("otlp-traces", OtlpSchema.TRACES, otlp),
            new TreeFormat("otlp-logs", OtlpSchema.LOGS, otlp),
            new TreeFormat("otlp-profiles", OtlpSchema.PROFILES, otlp),
            FamilyFormat.prometheus(),
            FamilyFormat.openMetrics(),
            new PprofFormat());
  }

  /**
   * A choice among the two versions of remote write, for bytes that came labelled as such; null if
   * they are neither.
   */
  public static MessageChoice remoteWrite(byte[] bytes, String format, Limits limits) {
    SchemaReader reader = new SchemaReader(limits);
    List<MessageFormat> versions =
        List.of(new RemoteWriteFormat(format), new RemoteWriteSecondFormat(format));
    MessageChain chain = MessageChain.of(MessageFraming.WHOLE, bytes, 0, bytes.length, true);
    return best(versions, List.of(chain), bytes, reader);
  }

  /**
   * Chooses by the head of a leaf; null if it holds no messages. A leaf that fits into a frame is
   * judged to its end, of a longer one the messages that fit.
   */
  public MessageChoice choose(LeafHead head, Limits limits) throws IOException {
    boolean whole = head.hold(limits.frameBytes()) >= 0;
    byte[] bytes = head.reveal();
    int from = head.from();
    int to = from + head.held();
    List<MessageChain> chains = new ArrayList<>();
    if (whole) {
      chains.add(MessageChain.of(MessageFraming.WHOLE, bytes, from, to, true));
    }
    chains.add(MessageChain.of(MessageFraming.VARINT, bytes, from, to, whole));
    chains.add(MessageChain.of(MessageFraming.BIG_ENDIAN, bytes, from, to, whole));
    MessageChoice best = best(formats, chains, bytes, reader);
    best = best == null ? behindDamage(bytes, from, to, head.length()) : best;
    return best == null ? undeclared(chains, bytes) : best;
  }

  /** Chooses for one message on its own; null if it is none. */
  public MessageChoice choose(byte[] bytes, int from, int length) {
    List<MessageChain> chains =
        List.of(MessageChain.of(MessageFraming.WHOLE, bytes, from, from + length, true));
    MessageChoice best = best(formats, chains, bytes, reader);
    return best == null ? undeclared(chains, bytes) : best;
  }

  private static MessageChoice best(
      List<MessageFormat> formats, List<MessageChain> chains, byte[] bytes, SchemaReader reader) {
    List<Assessment> found = assessed(formats, chains, bytes, reader, 0);
    if (found.isEmpty()) {
      found = assessed(formats, chains, bytes, reader, MOST_VIOLATIONS);
    }
    if (found.isEmpty()) {
      return null;
    }
    found.sort(Assessment.BEST_FIRST);
    List<MessageChoice.Weighed> weighed = new ArrayList<>();
    for (Assessment assessment : found) {
      weighed.add(new MessageChoice.Weighed(assessment.format().id(), assessment.evidence()));
    }
    Assessment best = found.get(0);
    return new MessageChoice(
        best.format(), best.framing(), new FormatTest(best.format(), reader), reader, weighed);
  }

  private static List<Assessment> assessed(
      List<MessageFormat> formats,
      List<MessageChain> chains,
      byte[] bytes,
      SchemaReader reader,
      int mostViolations) {
    List<Assessment> found = new ArrayList<>();
    for (MessageChain chain : chains) {
      for (MessageFormat format : formats) {
        FormatTest test = new FormatTest(format, reader);
        Assessment assessment = assessed(test, format, chain, bytes, mostViolations);
        if (assessment != null
            && assessment.isCredible()
            && assessment.violations() <= mostViolations
            && assessment.intact() * 2 >= assessment.messages()) {
          found.add(assessment);
        }
      }
    }
    return found;
  }

  private static Assessment assessed(
      FormatTest test, MessageFormat format, MessageChain chain, byte[] bytes, int most) {
    long intact = 0;
    long violations = chain.exact() ? 0 : 1;
    long unknown = 0;
    long known = 0;
    long texts = 0;
    for (MessageChain.Extent extent : chain.judged()) {
      MessageReading reading = test.checked(bytes, extent.from(), extent.to(), most);
      if (reading == null) {
        return null;
      }
      intact += reading.violationCount() == 0 ? 1 : 0;
      violations += reading.violationCount();
      unknown += reading.unknown();
      known += reading.known();
      texts += reading.texts();
      if (violations > most) {
        return null;
      }
    }
    int messages = chain.judged().size();
    boolean alone = messages == 1 && chain.framing() == MessageFraming.WHOLE;
    return new Assessment(
        format, chain.framing(), messages, alone ? 1 : intact, violations, unknown, known, texts);
  }

  /** Messages that follow each other behind a first one that is damaged. */
  private MessageChoice behindDamage(byte[] bytes, int from, int to, int most) {
    for (MessageFraming framing : List.of(MessageFraming.VARINT, MessageFraming.BIG_ENDIAN)) {
      for (MessageFormat format : formats) {
        FormatTest test = new FormatTest(format, reader);
        for (int at = from + 1; at < Math.min(to, from + most); at++) {
          int next = behind(framing, test, bytes, at, to);
          if (next > 0 && next < to && behind(framing, test, bytes, next, to) > 0) {
            List<MessageChoice.Weighed> weighed =
                List.of(new MessageChoice.Weighed(format.id(), "messages behind a damaged one"));
            return new MessageChoice(format, framing, test, reader, weighed);
          }
        }
      }
    }
    return null;
  }

  /** Where the convincing message that stands there ends; 0 if none does. */
  private static int behind(MessageFraming framing, FormatTest test, byte[] bytes, int at, int to) {
    long length = framing.length(bytes, at, to);
    int start = at + MessageFraming.prefix(length);
    if (length == MessageFraming.NONE || MessageFraming.message(length) > to - start) {
      return 0;
    }
    int end = start + MessageFraming.message(length);
    return test.convincing(bytes, start, end) ? end : 0;
  }

  private MessageChoice undeclared(List<MessageChain> chains, byte[] bytes) {
    for (MessageChain chain : chains) {
      boolean several = chain.framing() == MessageFraming.WHOLE || chain.judged().size() > 1;
      if (chain.exact()
          && several
          && chain.judged().stream()
              .allMatch(extent -> undeclared.accepts(bytes, extent.from(), extent.to()))) {
        List<MessageChoice.Weighed> weighed =
            List.of(new MessageChoice.Weighed(undeclared.id(), "fields to the exact end"));
        return new MessageChoice(
            undeclared, chain.framing(), new UndeclaredTest(undeclared), reader, weighed);
      }
    }
    return null;
  }
}
