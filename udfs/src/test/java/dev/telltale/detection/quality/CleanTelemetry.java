package dev.telltale.detection.quality;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Made-up telemetry of many kinds in which nothing is sensitive, the same for the same seed: filled
 * in from the templates of {@code clean-telemetry.txt}.
 */
public final class CleanTelemetry {
  private static final long EPOCH = 1_790_000_000L;
  private static final String BASE36 = "0123456789abcdefghijklmnopqrstuvwxyz";
  private static final String BASE62 = BASE36 + "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final String KUBERNETES_SAFE = "bcdfghjklmnpqrstvwxz2456789";
  private static final List<String> BRANDS = List.of("4", "51", "53", "55", "2345", "6011", "3528");
  private static final Map<String, List<String>> TEMPLATES = read();

  private final Random random;

  public CleanTelemetry(long seed) {
    random = new Random(seed);
  }

  /** Kinds of objects, each as its family and its name: {@code kubernetes pods}. */
  public static List<String> kinds() {
    return TEMPLATES.keySet().stream().filter(name -> name.contains(" ")).toList();
  }

  /** An object of at least so many bytes, one record a line. */
  public byte[] object(String kind, int size) {
    StringBuilder out = new StringBuilder(size + 4096);
    while (out.length() < size) {
      out.append(record(kind)).append('\n');
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** One record, a line without its end. */
  public String record(String kind) {
    StringBuilder out = new StringBuilder();
    fill(one(TEMPLATES.get(kind)), out);
    return out.toString();
  }

  private void fill(String template, StringBuilder out) {
    int at = 0;
    int from = template.indexOf("${");
    while (from >= 0) {
      out.append(template, at, from);
      at = template.indexOf('}', from) + 1;
      write(template.substring(from + 2, at - 1).split(" ", -1), out);
      from = template.indexOf("${", at);
    }
    out.append(template, at, template.length());
  }

  private void write(String[] words, StringBuilder out) {
    int count = words.length > 1 && !words[0].equals("list") ? Integer.parseInt(words[1]) : 0;
    switch (words[0]) {
      case "list" -> list(words, out);
      case "digits" -> digits(count, out);
      case "number" -> out.append(words.length > 2 ? between(words) : random.nextInt(count));
      case "hex" -> run("0123456789abcdef", count, out);
      case "cardlike" -> cardlike(count, out);
      case "safe" -> run(KUBERNETES_SAFE, count, out);
      case "base36" -> run(BASE36, count, out);
      case "base36upper" -> run(BASE36.toUpperCase(Locale.ROOT), count, out);
      case "base62" -> run(BASE62, count, out);
      case "base64" -> run(BASE62 + "+/", count, out);
      case "ulid" -> run(CROCKFORD, 22, out.append("01JD"));
      case "uuid" -> uuid(out);
      case "time" -> out.append(DateTimeFormatter.ISO_INSTANT.format(instant()));
      case "plaintime" -> format("yyyy-MM-dd'T'HH:mm:ss", out);
      case "logtime" -> format("yyyy-MM-dd HH:mm:ss,SSS", out);
      case "clftime" -> format("dd/MMM/yyyy:HH:mm:ss Z", out);
      case "clock" -> format("HH:mm:ss", out);
      case "epoch" -> out.append(instant().getEpochSecond());
      case "epochms" -> out.append(instant().toEpochMilli());
      case "epochns" -> out.append(instant().getEpochSecond()).append(random(9));
      case "jsonsentence" ->
          out.append(filled("sentence").replace("\\", "\\\\").replace("\"", "\\\""));
      case "plainsentence" -> out.append(filled("sentence").replace("\"", "'"));
      default -> out.append(filled(words[0]));
    }
  }

  private String filled(String part) {
    StringBuilder out = new StringBuilder();
    fill(one(TEMPLATES.get(part)), out);
    return out.toString();
  }

  private void list(String[] words, StringBuilder out) {
    int min = Integer.parseInt(words[2]);
    int count = min + random.nextInt(Integer.parseInt(words[3]) - min + 1);
    for (int i = 0; i < count; i++) {
      out.append(i == 0 ? "" : ",").append(filled(words[1]));
    }
  }

  private String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  private int between(String[] words) {
    int min = Integer.parseInt(words[1]);
    return min + random.nextInt(Integer.parseInt(words[2]) - min + 1);
  }

  private void digits(int count, StringBuilder out) {
    run("123456789", 1, out);
    run("0123456789", count - 1, out);
  }

  /** As a card number is made: the prefix of a brand, and a check digit after Luhn. */
  private void cardlike(int count, StringBuilder out) {
    String start = count == 15 ? "37" : one(BRANDS);
    String digits = start + random(count - 1 - start.length());
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int counted = i % 2 == 0 ? 2 * digit : digit;
      sum += counted / 10 + counted % 10;
    }
    out.append(digits).append((10 - sum % 10) % 10);
  }

  private String random(int digits) {
    StringBuilder out = new StringBuilder();
    run("0123456789", digits, out);
    return out.toString();
  }

  private void run(String alphabet, int count, StringBuilder out) {
    for (int i = 0; i < count; i++) {
      out.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
  }

  private void uuid(StringBuilder out) {
    String hex = "0123456789abcdef";
    run(hex, 8, out);
    run(hex, 4, out.append('-'));
    run(hex, 3, out.append("-4"));
    run(hex, 3, out.append("-a"));
    run(hex, 12, out.append('-'));
  }

  private Instant instant() {
    return Instant.ofEpochSecond(EPOCH + random.nextInt(5_000_000), random.nextInt(1_000_000_000));
  }

  private void format(String pattern, StringBuilder out) {
    out.append(
        DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
            .withZone(ZoneOffset.UTC)
            .format(instant()));
  }

  private static Map<String, List<String>> read() {
    Map<String, List<String>> templates = new LinkedHashMap<>();
    List<String> current = new ArrayList<>();
    boolean part = false;
    for (String line : text().split("\n", -1)) {
      if (line.startsWith("= ") || line.startsWith("- ")) {
        part = line.startsWith("- ");
        current = templates.computeIfAbsent(line.substring(2), name -> new ArrayList<>());
      } else if (!line.isEmpty() && !line.startsWith("# ")) {
        current.addAll(part ? Arrays.asList(line.split("\\|", -1)) : List.of(line));
      }
    }
    return templates;
  }

  private static String text() {
    try (InputStream in = CleanTelemetry.class.getResourceAsStream("clean-telemetry.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("reading the templates", broken);
    }
  }
}
