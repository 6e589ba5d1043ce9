package dev.telltale.jobs.canary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Looks for canaries, in every form in which one could read them, in what was written. */
final class CanarySearch {
  private final List<Canary> canaries;
  private final List<String> readable = new ArrayList<>();

  CanarySearch(List<Canary> canaries) {
    this.canaries = canaries;
  }

  /** Looks through a text. */
  CanarySearch text(String place, String text) {
    return bytes(place, text.getBytes(UTF_8));
  }

  /** Looks through every file below a folder. */
  CanarySearch files(String place, Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes(place + " " + folder.relativize(file), Files.readAllBytes(file));
      }
    }
    return this;
  }

  private CanarySearch bytes(String place, byte[] bytes) {
    String latin = new String(bytes, ISO_8859_1);
    for (Canary canary : canaries) {
      for (String form : forms(canary.reveal())) {
        if (latin.contains(form)) {
          readable.add(canary + " in " + place + ", " + form.length() + " characters");
          break;
        }
      }
    }
    return this;
  }

  /** What could be read, without saying it. */
  List<String> readable() {
    return readable;
  }

  private static Set<String> forms(String value) {
    Set<String> forms = new LinkedHashSet<>();
    byte[] bytes = value.getBytes(UTF_8);
    forms.add(latin(value, UTF_8));
    forms.add(latin(new String(JsonStringEncoder.getInstance().quoteAsString(value)), UTF_8));
    forms.add(latin(value, UTF_16LE));
    forms.add(latin(value, UTF_16BE));
    forms.add(URLEncoder.encode(value, UTF_8));
    forms.add(HexFormat.of().formatHex(bytes));
    forms.add(HexFormat.of().withUpperCase().formatHex(bytes));
    for (int before = 0; before < 3; before++) {
      byte[] aligned = new byte[before + bytes.length];
      System.arraycopy(bytes, 0, aligned, before, bytes.length);
      String base64 = Base64.getEncoder().encodeToString(aligned);
      forms.add(base64.substring(before == 0 ? 0 : before + 1, aligned.length * 8 / 6));
    }
    return forms;
  }

  private static String latin(String text, Charset charset) {
    return new String(text.getBytes(charset), ISO_8859_1);
  }
}
