package dev.telltale.decoding.message;

import dev.telltale.decoding.message.schema.OtlpMetricsSchema;
import dev.telltale.decoding.message.schema.OtlpSchema;
import dev.telltale.decoding.message.schema.SchemaReader;
import dev.telltale.framing.LeafHead;
import dev.telltale.framing.MessageFraming;
import dev.telltale.limit.Limits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Tells which protobuf messages bytes are, by parsing them strictly in every framing by every
 * schema. First bytes do not decide: most of these messages may start with the same one, and each
 * parses as another with nothing but unknown fields and no error. One per task; not thread-safe.
 */
public final class Messages {
  private static final int MAX_VIOLATIONS = 64;

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
            new RemoteWriteV2Format("remote-write-v2"),
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
        List.of(new RemoteWriteFormat(format), new RemoteWriteV2Format(format));
    MessageChain chain = MessageChain.of(MessageFraming.WHOLE, bytes, 0, bytes.length, true);
    MessageChoice strict = best(assessed(versions, List.of(chain), bytes, reader, 0), reader);
    return strict == null
        ? best(assessed(versions, List.of(chain), bytes, reader, MAX_VIOLATIONS), reader)
        : strict;
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
    List<MessageChain> alone = new ArrayList<>();
    if (whole) {
      alone.add(MessageChain.of(MessageFraming.WHOLE, bytes, from, to, true));
    }
    List<MessageChain> delimited =
        List.of(
            MessageChain.of(MessageFraming.VARINT, bytes, from, to, whole),
            MessageChain.of(MessageFraming.BIG_ENDIAN, bytes, from, to, whole));
    List<MessageChain> all = new ArrayList<>(alone);
    all.addAll(delimited);
    return first(
        () -> strict(all, bytes),
        () -> lenient(delimited, bytes),
        () -> afterDamage(bytes, from, to, head.length()),
        () -> lenient(alone, bytes),
        () -> undeclared(all, bytes));
  }

  /** Whether a leaf in which no format was found is one message that no frame can hold. */
  public static boolean isTooLarge(LeafHead head, Limits limits) throws IOException {
    boolean whole = head.hold(limits.frameBytes()) >= 0;
    return !whole && MessageBeginning.isOne(head.reveal(), head.from(), head.from() + head.held());
  }

  /** Chooses for one message on its own; null if it is not one. */
  public MessageChoice choose(byte[] bytes, int from, int length) {
    List<MessageChain> chains =
        List.of(MessageChain.of(MessageFraming.WHOLE, bytes, from, from + length, true));
    return first(
        () -> strict(chains, bytes), () -> lenient(chains, bytes), () -> undeclared(chains, bytes));
  }

  /** The first choice that is one: the most certain come first, the most costly last. */
  @SafeVarargs
  private static MessageChoice first(Supplier<MessageChoice>... choices) {
    for (Supplier<MessageChoice> choice : choices) {
      MessageChoice made = choice.get();
      if (made != null) {
        return made;
      }
    }
    return null;
  }

  /** The best of the formats that fit without a violation. */
  private MessageChoice strict(List<MessageChain> chains, byte[] bytes) {
    return best(assessed(formats, chains, bytes, reader, 0), reader);
  }

  /** The best of those that fit for the most part. */
  private MessageChoice lenient(List<MessageChain> chains, byte[] bytes) {
    return best(assessed(formats, chains, bytes, reader, MAX_VIOLATIONS), reader);
  }

  private static MessageChoice best(List<Assessment> found, SchemaReader reader) {
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
        best.format(), best.framing(), new FormatProbe(best.format(), reader), reader, weighed);
  }

  private static List<Assessment> assessed(
      List<MessageFormat> formats,
      List<MessageChain> chains,
      byte[] bytes,
      SchemaReader reader,
      int maxViolations) {
    List<Assessment> found = new ArrayList<>();
    for (MessageChain chain : chains) {
      for (MessageFormat format : formats) {
        Assessment assessment =
            Assessment.of(new FormatProbe(format, reader), format, chain, bytes, maxViolations);
        if (assessment != null && assessment.isCredible()) {
          found.add(assessment);
        }
      }
    }
    return found;
  }

  /** Messages that follow each other after a first one that is damaged. */
  private MessageChoice afterDamage(byte[] bytes, int from, int to, int max) {
    for (MessageFraming framing : List.of(MessageFraming.VARINT, MessageFraming.BIG_ENDIAN)) {
      for (int at = from + 1; at < Math.min(to, from + max); at++) {
        long length = framing.length(bytes, at, to);
        int start = at + MessageFraming.prefix(length);
        boolean held = length != MessageFraming.NONE && MessageFraming.message(length) < to - start;
        MessageChoice choice = held ? pair(framing, length, bytes, start, to) : null;
        if (choice != null) {
          return choice;
        }
      }
    }
    return null;
  }

  /** The format of which both the message there and the one after it are. */
  private MessageChoice pair(MessageFraming framing, long length, byte[] bytes, int start, int to) {
    int end = start + MessageFraming.message(length);
    long following = framing.length(bytes, end, to);
    int next = end + MessageFraming.prefix(following);
    if (following == MessageFraming.NONE || MessageFraming.message(following) > to - next) {
      return null;
    }
    for (MessageFormat format : formats) {
      FormatProbe probe = new FormatProbe(format, reader);
      if (probe.convincing(bytes, start, end)
          && probe.convincing(bytes, next, next + MessageFraming.message(following))) {
        return new MessageChoice(
            format,
            framing,
            probe,
            reader,
            List.of(new MessageChoice.Weighed(format.id(), "messages after a damaged one")));
      }
    }
    return null;
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
            undeclared, chain.framing(), new UndeclaredProbe(undeclared), reader, weighed);
      }
    }
    return null;
  }
}
