package dev.telltale.detection.field;

import dev.telltale.limit.Limits;
import dev.telltale.value.Span;
import dev.telltale.value.Texts;
import java.util.function.UnaryOperator;

/** Where a field stands: a chain of steps from the root. Holds names: never printed. */
public final class FieldPath {
  private enum Step {
    ROOT,
    MEMBER,
    INDEX,
    ENCODING,
    NAME
  }

  private final FieldPath parent;
  private final Step step;
  private final String name;
  private final int index;
  private final Span nameSpan;

  private FieldPath(FieldPath parent, Step step, String name, int index) {
    this(parent, step, name, index, Span.NONE);
  }

  private FieldPath(FieldPath parent, Step step, String name, int index, Span nameSpan) {
    this.nameSpan = nameSpan;
    this.parent = parent;
    this.step = step;
    this.name = name;
    this.index = index;
  }

  public static FieldPath root(String path) {
    return new FieldPath(null, Step.ROOT, path, 0);
  }

  public FieldPath member(String member) {
    return new FieldPath(this, Step.MEMBER, member, 0);
  }

  public FieldPath item(int position) {
    return new FieldPath(this, Step.INDEX, null, position);
  }

  public FieldPath encoded(String encoding) {
    return new FieldPath(this, Step.ENCODING, encoding, 0);
  }

  /** The root of a structure that was parsed from encoded text. */
  public FieldPath parsed(String encoding) {
    return new FieldPath(this, Step.ENCODING, encoding + "$", 0);
  }

  /** The name of this member itself. */
  public FieldPath ofName(Span span) {
    return new FieldPath(this, Step.NAME, null, 0, span);
  }

  /** Where the name lies in the record, if this is the path of a name. */
  public Span nameSpan() {
    return nameSpan;
  }

  /** With indices; {@code masks} gives the shown form of a member's name. */
  public String path(UnaryOperator<String> masks) {
    StringBuilder out = new StringBuilder();
    write(out, masks, true);
    return out.toString();
  }

  /** Without indices, and with {@code ['*']} for generated names. */
  public String pattern(UnaryOperator<String> masks) {
    StringBuilder out = new StringBuilder();
    write(out, masks, false);
    return out.toString();
  }

  private void write(StringBuilder out, UnaryOperator<String> masks, boolean exact) {
    if (parent != null) {
      parent.write(out, masks, exact);
    }
    switch (step) {
      case ROOT -> out.append(exact ? name : withoutIndices(name));
      case ENCODING -> out.append('|').append(name);
      case NAME -> out.append('~');
      case INDEX -> {
        if (exact) {
          out.append('[').append(index).append(']');
        }
      }
      case MEMBER -> {
        if (!exact && isGenerated(Texts.start(name, Limits.MAX_NAME_LENGTH))) {
          out.append("['*']");
        } else {
          element(out, Texts.start(masks.apply(name), Limits.MAX_NAME_LENGTH));
        }
      }
    }
  }

  private static String withoutIndices(String path) {
    StringBuilder pattern = new StringBuilder(path.length());
    int from = 0;
    while (from < path.length()) {
      int end = endOfIndex(path, from);
      if (end == from) {
        pattern.append(path.charAt(from));
        from++;
      } else {
        from = end;
      }
    }
    return pattern.toString();
  }

  /** The position after {@code [digits]} if that stands at {@code from}, otherwise {@code from}. */
  private static int endOfIndex(String path, int from) {
    if (path.charAt(from) != '[') {
      return from;
    }
    int at = from + 1;
    while (at < path.length() && path.charAt(at) >= '0' && path.charAt(at) <= '9') {
      at++;
    }
    return at > from + 1 && at < path.length() && path.charAt(at) == ']' ? at + 1 : from;
  }

  private static void element(StringBuilder out, String shown) {
    if (isPlain(shown)) {
      out.append('.').append(shown);
      return;
    }
    out.append("['");
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      if (c == '\'' || c == '\\') {
        out.append('\\');
      }
      out.append(Character.isISOControl(c) ? ' ' : c);
    }
    out.append("']");
  }

  private static boolean isPlain(String name) {
    if (name.isEmpty() || !isLetter(name.charAt(0))) {
      return false;
    }
    for (int i = 1; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!isLetter(c) && !(c >= '0' && c <= '9') && c != '-') {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  /** UUIDs, long hexadecimal and numbers: names that would make every path its own pattern. */
  private static boolean isGenerated(String name) {
    int digits = 0;
    int hex = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      digits += c >= '0' && c <= '9' ? 1 : 0;
      hex += Character.digit(c, 16) >= 0 || c == '-' ? 1 : 0;
    }
    return digits > 0 && (digits == name.length() || (hex == name.length() && name.length() >= 16));
  }

  @Override
  public String toString() {
    return "path of a " + step;
  }
}
