package dev.telltale.decoding.line.system;

import dev.telltale.decoding.line.Columns;
import dev.telltale.decoding.line.Line;
import dev.telltale.value.Member;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Value;
import java.util.ArrayList;
import java.util.List;

/** The structured data of a syslog message: elements in brackets, with parameters in quotes. */
final class StructuredData {
  private final Line line;
  private final String text;
  private final int to;

  private StructuredData(Line line) {
    this.line = line;
    text = line.reveal();
    to = line.size();
  }

  /**
   * Adds the column {@code structured_data} for what starts there.
   *
   * @return the index after it, or -1 where there is none
   */
  static int read(Line line, int from, Columns columns) {
    if (from >= line.size()) {
      return -1;
    }
    if (line.at(from) == '-') {
      return from + 1 == line.size() || line.at(from + 1) == ' ' ? from + 1 : -1;
    }
    StructuredData data = new StructuredData(line);
    List<Member> elements = new ArrayList<>();
    int at = from;
    while (at >= 0 && at < line.size() && line.at(at) == '[') {
      at = data.element(at + 1, elements);
    }
    if (at < 0 || elements.isEmpty() || (at < line.size() && line.at(at) != ' ')) {
      return -1;
    }
    columns.add("structured_data", new ObjectValue(elements));
    return at;
  }

  private int element(int from, List<Member> elements) {
    int at = name(from);
    List<Member> parameters = new ArrayList<>();
    int nameEnd = at;
    while (at > from && at < to && text.charAt(at) == ' ') {
      at = parameter(at + 1, parameters);
    }
    if (at <= from || at >= to || text.charAt(at) != ']') {
      return -1;
    }
    elements.add(named(from, nameEnd, new ObjectValue(parameters)));
    return at + 1;
  }

  private int parameter(int from, List<Member> parameters) {
    int equals = name(from);
    if (equals == from || equals + 1 >= to || text.charAt(equals + 1) != '"') {
      return -1;
    }
    int i = equals + 2;
    while (i < to && text.charAt(i) != '"') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    if (i >= to) {
      return -1;
    }
    parameters.add(named(from, equals, line.value(equals + 2, i)));
    return i + 1;
  }

  private Member named(int from, int end, Value value) {
    return new Member(text.substring(from, end), line.span(from, end), value);
  }

  private int name(int from) {
    int i = from;
    while (i < to && "=] \"\n".indexOf(text.charAt(i)) < 0) {
      i++;
    }
    return i;
  }
}
