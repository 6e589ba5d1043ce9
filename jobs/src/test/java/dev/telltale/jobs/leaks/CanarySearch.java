package dev.telltale.jobs.leaks;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks for planted values, in every form in which one could read them, in what was written; in one
 * pass, however many there are.
 */
final class CanarySearch {
  private static final int HEAD = Long.BYTES;

  /** The forms by their first eight bytes. */
  private final Map<Long, List<Form>> forms = new HashMap<>();

  private final Set<String> readable = new LinkedHashSet<>();

  private record Form(PlantedValue value, byte[] bytes) {}

  CanarySearch(List<PlantedValue> values) {
    for (PlantedValue value : values) {
      for (byte[] form : forms(value.reveal())) {
        if (form.length >= HEAD) {
          long head = ByteBuffer.wrap(form).getLong();
          forms.computeIfAbsent(head, any -> new ArrayList<>()).add(new Form(value, form));
        }
      }
    }
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
    long head = 0;
    for (int i = 0; i < bytes.length; i++) {
      head = head << Byte.SIZE | bytes[i] & 0xff;
      List<Form> possible = i + 1 < HEAD ? null : forms.get(head);
      for (Form form : possible == null ? List.<Form>of() : possible) {
        int from = i + 1 - HEAD;
        int to = from + form.bytes.length;
        if (to <= bytes.length && Arrays.equals(bytes, from, to, form.bytes, 0, to - from)) {
          readable.add(form.value + " in " + place + ", " + form.bytes.length + " bytes");
        }
      }
    }
    return this;
  }

  /** What could be read, without saying it. */
  Set<String> readable() {
    return readable;
  }

  private static List<byte[]> forms(String value) {
    List<byte[]> forms = new ArrayList<>();
    byte[] bytes = value.getBytes(UTF_8);
    forms.add(bytes);
    forms.add(new String(JsonStringEncoder.getInstance().quoteAsString(value)).getBytes(UTF_8));
    forms.add(value.getBytes(UTF_16LE));
    forms.add(value.getBytes(UTF_16BE));
    forms.add(URLEncoder.encode(value, UTF_8).getBytes(UTF_8));
    forms.add(HexFormat.of().formatHex(bytes).getBytes(UTF_8));
    forms.add(HexFormat.of().withUpperCase().formatHex(bytes).getBytes(UTF_8));
    for (int before = 0; before < 3; before++) {
      byte[] aligned = new byte[before + bytes.length];
      System.arraycopy(bytes, 0, aligned, before, bytes.length);
      String base64 = Base64.getEncoder().encodeToString(aligned);
      int from = before == 0 ? 0 : before + 1;
      forms.add(base64.substring(from, aligned.length * Byte.SIZE / 6).getBytes(UTF_8));
    }
    return forms;
  }
}
