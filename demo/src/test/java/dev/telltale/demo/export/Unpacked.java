package dev.telltale.demo.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.xerial.snappy.Snappy;
import org.xerial.snappy.SnappyFramedInputStream;

/**
 * Everything that an object's bytes can read as: a blunt decoder that shares nothing with the
 * product. It tries each container, each run of base64, JSON escapes and URL escapes.
 */
final class Unpacked {
  private static final int MAX_DEPTH = 8;
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{16,}={0,2}");
  private static final Pattern HEX = Pattern.compile("[0-9a-f]+");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

  private final List<List<String>> levels = new ArrayList<>();

  private Unpacked() {
    for (int level = 0; level <= MAX_DEPTH; level++) {
      levels.add(new ArrayList<>());
    }
  }

  static Unpacked of(byte[] bytes) throws IOException {
    Unpacked all = new Unpacked();
    all.bytes(bytes, 0);
    return all;
  }

  /** The texts of all levels. */
  List<String> texts() {
    return levels.stream().flatMap(List::stream).toList();
  }

  /** How often the value stands in the level that shows it most. */
  int count(String value) {
    int max = 0;
    for (List<String> level : levels) {
      int here = 0;
      for (String text : level) {
        for (int at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
          here++;
        }
      }
      max = Math.max(max, here);
    }
    return max;
  }

  private void bytes(byte[] bytes, int level) throws IOException {
    if (level > MAX_DEPTH) {
      return;
    }
    if (starts(bytes, 0x1f, 0x8b)) {
      bytes(untilBroken(new GZIPInputStream(new ByteArrayInputStream(bytes))), level + 1);
    } else if (starts(bytes, 0x28, 0xb5, 0x2f, 0xfd)) {
      bytes(untilBroken(new ZstdInputStream(new ByteArrayInputStream(bytes))), level + 1);
    } else if (starts(bytes, 0xff, 0x06, 0, 0, 's')) {
      bytes(untilBroken(new SnappyFramedInputStream(new ByteArrayInputStream(bytes))), level + 1);
    } else if (starts(bytes, 'P', 'K', 3, 4)) {
      ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes));
      while (zip.getNextEntry() != null) {
        bytes(untilBroken(zip), level + 1);
      }
    } else if (bytes.length > 20 && Snappy.isValidCompressedBuffer(bytes)) {
      bytes(Snappy.uncompress(bytes), level + 1);
    }
    text(new String(bytes, UTF_8), level);
  }

  private void text(String text, int level) throws IOException {
    if (level > MAX_DEPTH) {
      return;
    }
    levels.get(level).add(text);
    Matcher runs = BASE64.matcher(text);
    while (runs.find()) {
      String run = runs.group();
      if (run.length() % 4 == 0 && !HEX.matcher(run).matches()) {
        bytes(Base64.getDecoder().decode(run), level + 1);
      }
    }
    if (text.indexOf('\uFFFD') >= 0) {
      return;
    }
    String unescaped =
        ESCAPE
            .matcher(text.replace("%40", "@"))
            .replaceAll(
                escape ->
                    Matcher.quoteReplacement(escape.group(1).equals("n") ? "\n" : escape.group(1)));
    if (!unescaped.equals(text)) {
      text(unescaped, level + 1);
    }
  }

  private static boolean starts(byte[] bytes, int... magic) {
    for (int at = 0; at < magic.length; at++) {
      if (at >= bytes.length || (bytes[at] & 0xff) != magic[at]) {
        return false;
      }
    }
    return true;
  }

  /** What can be read; a broken end is dropped, and still stands in the text of the outer bytes. */
  private static byte[] untilBroken(InputStream in) {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    byte[] buffer = new byte[512];
    try {
      for (int length = in.read(buffer); length > 0; length = in.read(buffer)) {
        read.write(buffer, 0, length);
      }
    } catch (IOException broken) {
      return read.toByteArray();
    }
    return read.toByteArray();
  }
}
