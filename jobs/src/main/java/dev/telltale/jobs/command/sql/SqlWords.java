package dev.telltale.jobs.command.sql;

import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** The word at the cursor, for completion; and whether a statement goes on. */
final class SqlWords implements Parser {
  /** A word in a line, and where the cursor is in both. */
  private static final class Word implements CompletingParsedLine {
    private final String word;
    private final int wordCursor;
    private final String line;
    private final int cursor;

    Word(String word, int wordCursor, String line, int cursor) {
      this.word = word;
      this.wordCursor = wordCursor;
      this.line = line;
      this.cursor = cursor;
    }

    @Override
    public String word() {
      return word;
    }

    @Override
    public int wordCursor() {
      return wordCursor;
    }

    @Override
    public String line() {
      return line;
    }

    @Override
    public int cursor() {
      return cursor;
    }

    @Override
    public int wordIndex() {
      return 0;
    }

    @Override
    public List<String> words() {
      return List.of(word);
    }

    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
      return candidate;
    }

    @Override
    public int rawWordCursor() {
      return wordCursor;
    }

    @Override
    public int rawWordLength() {
      return word.length();
    }
  }

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    if (context == ParseContext.ACCEPT_LINE && !PromptInput.isWhole(line)) {
      throw new EOFError(-1, -1, "the statement ends with a semicolon");
    }
    int from = cursor;
    while (from > 0 && isPart(line.charAt(from - 1))) {
      from--;
    }
    int to = cursor;
    while (to < line.length() && isPart(line.charAt(to))) {
      to++;
    }
    return new Word(line.substring(from, to), cursor - from, line, cursor);
  }

  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.';
  }
}
