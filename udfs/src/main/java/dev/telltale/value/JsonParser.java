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

  public Value parse(byte[] bytes) throws MalformedJson {
    return parse(bytes, 0, bytes.length);
  }

  /** Reads UTF-8 bytes. The position in a fault counts from {@code from}. */
  public Value parse(byte[] bytes, int from, int length) throws MalformedJson {
    try (com.fasterxml.jackson.core.JsonParser parser = factory.createParser(bytes, from, length)) {
      return read(parser, true);
    } catch (IOException broken) {
      throw new MalformedJson(FaultKind.JSON_SYNTAX, 0);
    }
  }

  /** Reads decoded text. The position in a fault counts characters. */
  public Value parse(String text) throws MalformedJson {
    try (com.fasterxml.jackson.core.JsonParser parser = factory.createParser(text)) {
      return read(parser, false);
    } catch (IOException broken) {
      throw new MalformedJson(FaultKind.JSON_SYNTAX, 0);
    }
  }

  private Value read(com.fasterxml.jackson.core.JsonParser parser, boolean bytes)
      throws MalformedJson {
    try {
      Value value = build(parser, bytes);
      if (parser.nextToken() != null) {
        throw new MalformedJson(FaultKind.JSON_SYNTAX, position(parser, bytes));
      }
      return value;
    } catch (JsonEOFException truncated) {
      throw new MalformedJson(FaultKind.JSON_TRUNCATED, position(parser, bytes));
    } catch (StreamConstraintsException limit) {
      FaultKind kind =
          parser.getParsingContext().getNestingDepth() >= depth
              ? FaultKind.JSON_DEPTH_LIMIT
              : FaultKind.FRAME_LIMIT;
      throw new MalformedJson(kind, position(parser, bytes));
    } catch (IOException broken) {
      throw new MalformedJson(FaultKind.JSON_SYNTAX, position(parser, bytes));
    }
  }

  private static long position(com.fasterxml.jackson.core.JsonParser parser, boolean bytes) {
    long offset =
        bytes ? parser.currentLocation().getByteOffset() : parser.currentLocation().getCharOffset();
    return Math.max(0, offset);
  }

  private Value build(com.fasterxml.jackson.core.JsonParser parser, boolean bytes)
      throws IOException, MalformedJson {
    Deque<Open> stack = new ArrayDeque<>();
    int seen = 0;
    while (true) {
      JsonToken token = parser.nextToken();
      if (token == null) {
        throw new MalformedJson(FaultKind.JSON_TRUNCATED, position(parser, bytes));
      }
      if (++seen > tokens) {
        throw new MalformedJson(FaultKind.JSON_TOKEN_LIMIT, position(parser, bytes));
      }
      Value finished;
      switch (token) {
        case START_OBJECT -> {
          stack.push(new Open(new ArrayList<>(), null));
          continue;
        }
        case START_ARRAY -> {
          stack.push(new Open(null, new ArrayList<>()));
          continue;
        }
        case FIELD_NAME -> {
          stack.element().name = parser.currentName();
          continue;
        }
        case END_OBJECT -> finished = new ObjectValue(stack.pop().members);
        case END_ARRAY -> finished = new ArrayValue(stack.pop().items);
        case VALUE_STRING -> finished = new TextValue(parser.getText());
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> finished = new NumberValue(parser.getText());
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

  private static final class Open {
    private final List<Member> members;
    private final List<Value> items;
    private String name;

    Open(List<Member> members, List<Value> items) {
      this.members = members;
      this.items = items;
    }

    void add(Value value) {
      if (members != null) {
        members.add(new Member(name, value));
      } else {
        items.add(value);
      }
    }
  }
}
