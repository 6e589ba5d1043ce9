package dev.telltale.detection;

import dev.telltale.detection.field.FieldProfile;
import dev.telltale.detection.finding.Match;
import dev.telltale.value.ArrayValue;
import dev.telltale.value.Member;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Lists that are the arguments of a command, of one record. In {@code ["--password", "x"]} and
 * {@code ["redis-cli", "-a", "x"]} what an item is stands in the items before it: an option names
 * the item after it, and the list is read as one line too. Holds content: never printed.
 */
final class Arguments {
  /** Members that hold the arguments of a command without an option among them. */
  private static final Set<String> NAMES =
      Set.of(
          "command",
          "args",
          "argv",
          "cmd",
          "cmdline",
          "arguments",
          "entrypoint",
          "exec",
          "Cmd",
          "Args",
          "Entrypoint",
          "process.command_args",
          "command_args",
          "commandArgs");

  private static final Set<String> USER_OPTIONS = Set.of("-u", "-U", "--user", "--username");

  /** What a user's password goes by in options of one letter; ports and paths have no user. */
  private static final Set<String> PASSWORD_OPTIONS = Set.of("-p", "-P", "-w");

  private static final int MAX_ITEMS = 512;

  /** Characters of the line that a list is read as; what is after them is read by itself only. */
  private static final int MAX_LINE = 8_192;

  private static final int MAX_OPTION = 80;

  private final Function<String, List<Match>> scan;
  private final IdentityHashMap<TextValue, String> options = new IdentityHashMap<>();
  private final IdentityHashMap<TextValue, List<Match>> found = new IdentityHashMap<>();

  /**
   * Reads lists of one record.
   *
   * @param scan gives the matches in a line
   */
  Arguments(Function<String, List<Match>> scan) {
    this.scan = scan;
  }

  /** Looks at the lists among the members of an object; the command stands before its arguments. */
  void read(ObjectValue object) {
    List<TextValue> command = List.of();
    for (Member member : object.members()) {
      if (member.value() instanceof ArrayValue array && member.name().equals("command")) {
        command = texts(array);
      }
    }
    for (Member member : object.members()) {
      if (member.value() instanceof ArrayValue array) {
        boolean args = member.name().equals("args");
        read(texts(array), NAMES.contains(member.name()), args ? command : List.of());
      }
    }
  }

  /** Looks at a list that stands by itself. */
  void read(ArrayValue array, boolean named) {
    read(texts(array), named, List.of());
  }

  private void read(List<TextValue> items, boolean named, List<TextValue> before) {
    boolean options = false;
    boolean user = false;
    for (int i = 0; i < items.size(); i++) {
      String item = items.get(i).reveal();
      options |= isOption(item);
      user |= USER_OPTIONS.contains(item);
      if (user && i > 0 && PASSWORD_OPTIONS.contains(items.get(i - 1).reveal())) {
        this.options.put(items.get(i), "password");
      }
      if (i > 0 && isLongOption(items.get(i - 1).reveal()) && !item.startsWith("-")) {
        this.options.put(items.get(i), bare(items.get(i - 1).reveal()));
      }
    }
    if (items.size() + before.size() > 1 && (named || options)) {
      readLine(items, before);
    }
  }

  private void readLine(List<TextValue> items, List<TextValue> before) {
    StringBuilder line = new StringBuilder();
    before.forEach(item -> line.append(item.reveal()).append(' '));
    List<Integer> starts = new ArrayList<>();
    for (TextValue item : items) {
      if (line.length() + item.reveal().length() > MAX_LINE) {
        break;
      }
      starts.add(line.length());
      line.append(item.reveal()).append(' ');
    }
    int at = 0;
    for (Match match : scan.apply(line.toString())) {
      while (at < starts.size() - 1 && starts.get(at + 1) <= match.start()) {
        at++;
      }
      if (at < starts.size() && match.start() >= starts.get(at)) {
        keep(items.get(at), match.moved(-starts.get(at)));
      }
    }
  }

  private void keep(TextValue item, Match match) {
    if (match.end() <= item.reveal().length()) {
      found.computeIfAbsent(item, first -> new ArrayList<>(1)).add(match);
    }
  }

  /** The items, or none where one of them is no text. */
  private static List<TextValue> texts(ArrayValue array) {
    if (array.items().isEmpty() || array.items().size() > MAX_ITEMS) {
      return List.of();
    }
    List<TextValue> texts = new ArrayList<>(array.items().size());
    for (Value item : array.items()) {
      TextValue text = text(item);
      if (text == null) {
        return List.of();
      }
      texts.add(text);
    }
    return texts;
  }

  /** A text, in a wrapper as OTLP has it at most. */
  private static TextValue text(Value item) {
    if (item instanceof ObjectValue object
        && object.members().size() == 1
        && FieldProfile.isValueMember(object.members().get(0).name())) {
      return object.members().get(0).value() instanceof TextValue text ? text : null;
    }
    return item instanceof TextValue text ? text : null;
  }

  private static boolean isOption(String item) {
    return item.length() > 1
        && item.length() < MAX_OPTION
        && item.charAt(0) == '-'
        && (item.charAt(1) == '-' || Character.isLetter(item.charAt(1)));
  }

  /** One whose name can say something. */
  private static boolean isLongOption(String item) {
    return isOption(item) && item.length() > 2 && item.indexOf('=') < 0 && item.indexOf(' ') < 0;
  }

  private static String bare(String option) {
    return option.substring(option.startsWith("--") ? 2 : 1);
  }

  /** The option before an item, without its dashes, or null. */
  String optionBefore(TextValue item) {
    return options.get(item);
  }

  /** What the items before one say that it holds. */
  List<Match> in(TextValue item) {
    return found.getOrDefault(item, List.of());
  }

  @Override
  public String toString() {
    return "arguments with " + options.size() + " options";
  }
}
