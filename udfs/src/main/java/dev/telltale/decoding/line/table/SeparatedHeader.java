package dev.telltale.decoding.line.table;

import dev.telltale.decoding.line.LeadingTime;
import dev.telltale.decoding.line.TokenScan;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether the first row names the columns: its cells are short, different and no numbers, and
 * either a column holds numbers or times below its name, or one of the names is a usual one.
 */
final class SeparatedHeader {
  private static final int MAX_LENGTH = 64;
  private static final Set<String> USUAL =
      Set.of(
          "id",
          "name",
          "email",
          "user",
          "username",
          "date",
          "time",
          "timestamp",
          "type",
          "status",
          "address",
          "phone",
          "first_name",
          "last_name",
          "message",
          "value",
          "key",
          "description");

  private SeparatedHeader() {}

  /** The names, none where the first row holds values. */
  static List<String> of(List<String> rows, char separator) {
    List<String> names = cells(rows.get(0), separator);
    if (new HashSet<>(names).size() < names.size()) {
      return List.of();
    }
    boolean usual = false;
    for (String name : names) {
      if (name.isBlank() || name.length() > MAX_LENGTH || !isName(name)) {
        return List.of();
      }
      usual |= USUAL.contains(name.strip().toLowerCase(Locale.ROOT));
    }
    return usual || isTyped(rows.get(1), separator) ? names : List.of();
  }

  private static List<String> cells(String row, char separator) {
    return SeparatedRow.fields(row, separator).stream()
        .map(field -> row.substring(field.from(), field.to()))
        .toList();
  }

  private static boolean isTyped(String row, char separator) {
    for (String cell : cells(row, separator)) {
      boolean number = TokenScan.isJsonNumber(cell, 0, cell.length());
      if (number || LeadingTime.any(cell, 0, cell.length()) > 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isName(String cell) {
    boolean letter = false;
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      letter |= Character.isLetter(c);
      if (c == '@' || c == '"' || c == '\n') {
        return false;
      }
    }
    return letter && LeadingTime.any(cell, 0, cell.length()) < 0;
  }
}
