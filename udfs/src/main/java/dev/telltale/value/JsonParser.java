package dev.telltale.value;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.telltale.fault.FaultKind;
import dev.telltale.limit.Limits;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * One JSON value (RFC 8259), whole: the end of the input is required after it. Thread-safe.
 *
 * <p>Lone surrogates written as escapes are kept as they are; bytes that are not UTF-8 are a syntax
 * fault, so callers replace them first.
 */
public final class JsonParser {
  private final JsonFactory factory;
  private final int depth;
  private final int tokens;

  public JsonParser(Limits limits) {
    depth = limits.jsonDepth();
    tokens = limits.jsonTokens();
    factory =
        new JsonFactoryBuilder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(depth)
                    .maxStringLength(limits.frameBytes())
                    .maxNumberLength(10_000)
                    .maxNameLength(limits.frameBytes())
                    .build())
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();
  }

  /**
   * Reads UTF-8 bytes. Positions, in faults and in the spans of values, count from {@code from}.
   */
  public Value parse(byte[] bytes, int from, int length) throws MalformedJson {
    try (com.fasterxml.jackson.core.JsonParser parser = factory.createParser(bytes, from, length)) {
      return read(parser, JsonSource.bytes(bytes, from));
    } catch (IOException broken) {
      throw new MalformedJson(FaultKind.JSON_SYNTAX, 0);
    }
  }

  /** Reads decoded text. The position in a fault counts characters; values have no spans. */
  public Value parse(String text) throws MalformedJson {
    return parse(text, null);
  }

  /**
   * Reads text that was decoded from bytes. The position in a fault counts characters.
   *
   * @param offsets where each character starts in the bytes, and after them where the last one
   *     ends: spans of values count these bytes
   */
  public Value parse(String text, int[] offsets) throws MalformedJson {
    try (com.fasterxml.jackson.core.JsonParser parser = factory.createParser(text)) {
      return read(parser, JsonSource.text(text, offsets));
    } catch (IOException broken) {
      throw new MalformedJson(FaultKind.JSON_SYNTAX, 0);
    }
  }

  private Value read(com.fasterxml.jackson.core.JsonParser parser, JsonSource source)
      throws MalformedJson {
    try {
      Value value = build(parser, source);
      if (parser.nextToken() != null) {
        throw new MalformedJson(FaultKind.JSON_SYNTAX, source.position(parser));
      }
      return value;
    } catch (JsonEOFException truncated) {
      throw new MalformedJson(FaultKind.JSON_TRUNCATED, source.position(parser));
    } catch (StreamConstraintsException limit) {
      FaultKind kind =
          parser.getParsingContext().getNestingDepth() >= depth
              ? FaultKind.JSON_DEPTH_LIMIT
              : FaultKind.FRAME_LIMIT;
      throw new MalformedJson(kind, source.position(parser));
    } catch (IOException broken) {
      throw new MalformedJson(FaultKind.JSON_SYNTAX, source.position(parser));
    }
  }

  private Value build(com.fasterxml.jackson.core.JsonParser parser, JsonSource source)
      throws IOException, MalformedJson {
    Deque<Open> stack = new ArrayDeque<>();
    int seen = 0;
    while (true) {
      JsonToken token = parser.nextToken();
      if (token == null) {
        throw new MalformedJson(FaultKind.JSON_TRUNCATED, source.position(parser));
      }
      if (++seen > tokens) {
        throw new MalformedJson(FaultKind.JSON_TOKEN_LIMIT, source.position(parser));
      }
      int start = source.start(parser);
      Value finished;
      switch (token) {
        case START_OBJECT -> {
          stack.push(new Open(start, new ArrayList<>(), null));
          continue;
        }
        case START_ARRAY -> {
          stack.push(new Open(start, null, new ArrayList<>()));
          continue;
        }
        case FIELD_NAME -> {
          stack.element().name(parser.currentName(), source.name(start));
          continue;
        }
        case END_OBJECT, END_ARRAY ->
            finished = stack.element().finished(source.span(stack.pop().start, start + 1));
        case VALUE_STRING -> finished = text(parser, source, start);
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> finished = number(parser, source, start);
        case VALUE_TRUE -> finished = LiteralValue.TRUE;
        case VALUE_FALSE -> finished = LiteralValue.FALSE;
        default -> finished = LiteralValue.NULL;
      }
      Open parent = stack.peek();
      if (parent == null) {
        return finished;
      }
      parent.add(finished);
    }
  }

  private static TextValue text(
      com.fasterxml.jackson.core.JsonParser parser, JsonSource source, int start)
      throws IOException {
    String text = parser.getText();
    Span span = source.span(start, source.position(parser));
    return new TextValue(text, span.offset(), span.length());
  }

  private static NumberValue number(
      com.fasterxml.jackson.core.JsonParser parser, JsonSource source, int start)
      throws IOException {
    String literal = parser.getText();
    Span span = source.span(start, start + literal.length());
    return new NumberValue(literal, span.offset(), span.length());
  }

  /** An array or object whose end was not read yet. */
  private static final class Open {
    private final int start;
    private final List<Member> members;
    private final List<Value> items;
    private String name;
    private Span nameSpan;

    Open(int start, List<Member> members, List<Value> items) {
      this.start = start;
      this.members = members;
      this.items = items;
    }

    void name(String next, Span span) {
      name = next;
      nameSpan = span;
    }

    void add(Value value) {
      if (members != null) {
        members.add(new Member(name, nameSpan, value));
      } else {
        items.add(value);
      }
    }

    Value finished(Span span) {
      return members != null
          ? new ObjectValue(members, span.offset(), span.length())
          : new ArrayValue(items, span.offset(), span.length());
    }
  }
}
