package dev.telltale.rewriting;

import dev.telltale.decoding.GeneratedEvents;
import dev.telltale.decoding.GeneratedLines;
import dev.telltale.decoding.MessageBytes;
import dev.telltale.decoding.message.WireBytes;
import dev.telltale.unpacking.Bytes;
import dev.telltale.unpacking.KplBytes;
import dev.telltale.unpacking.Packing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.xerial.snappy.Snappy;

/**
 * A made-up object in one of all formats, with a value planted in it and another one beside, in
 * containers and payloads inside one another; all of it by a seed.
 */
final class PlantedObject {
  static final List<String> EVENTS =
      List.of(
          "otlp-json",
          "kubernetes",
          "kubernetes-audit",
          "cloudtrail",
          "cloudwatch-logs",
          "aws-event",
          "metric-stream-json",
          "emf",
          "aws-waf",
          "segment",
          "gitpod-log",
          "gitpod-audit",
          "docker-json",
          "fluent-bit",
          "journald",
          "ecs",
          "firehose-failed",
          "gitpod-metrics",
          "generic");

  private static final List<String> SEPARATORS = List.of("", "\n", "\r\n", "\n\n", " ");

  private final Random random;
  private final StringBuilder story = new StringBuilder();
  private final String value;
  private final String other;
  private boolean mixed;
  private byte[] bytes;

  PlantedObject(long seed) {
    random = new Random(seed);
    value = address();
    other = address();
    int kind = random.nextInt(10);
    if (kind < 5) {
      events();
    } else if (kind < 8) {
      lines();
    } else {
      messages();
    }
    int layers = random.nextInt(4);
    for (int i = 0; i < layers; i++) {
      wrap();
    }
  }

  /** What is planted to go. */
  String value() {
    return value;
  }

  /** Whether other values stand beside it in one stream, so that lengths may lead nowhere. */
  boolean isMixed() {
    return mixed;
  }

  byte[] bytes() {
    return bytes;
  }

  private String address() {
    StringBuilder name = new StringBuilder();
    int length = 3 + random.nextInt(random.nextBoolean() ? 6 : 60);
    for (int i = 0; i < length; i++) {
      name.append((char) ('a' + random.nextInt(26)));
    }
    return name + "@" + (char) ('a' + random.nextInt(26)) + "wharf.io";
  }

  private void note(String word) {
    story.append(story.length() == 0 ? "" : " in ").append(word);
  }

  private void events() {
    String format = EVENTS.get(random.nextInt(EVENTS.size()));
    note(format);
    long seed = random.nextLong();
    int count = 1 + random.nextInt(4);
    GeneratedEvents dry = new GeneratedEvents(new Random(seed));
    for (int i = 0; i < count; i++) {
      dry.event(format);
    }
    GeneratedEvents events = new GeneratedEvents(new Random(seed));
    events.plant(random.nextInt(dry.issued()), other);
    for (int i = 0; i <= random.nextInt(3); i++) {
      events.plant(random.nextInt(dry.issued()), random.nextBoolean() ? value : "to " + value);
    }
    String separator = SEPARATORS.get(random.nextInt(SEPARATORS.size()));
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : separator).append(events.event(format));
    }
    bytes = Bytes.utf8(text + (random.nextBoolean() ? separator : ""));
  }

  private void lines() {
    GeneratedLines.Family[] families = GeneratedLines.Family.values();
    GeneratedLines.Family family = families[random.nextInt(families.length)];
    note(family.name());
    List<GeneratedLines.Row> rows =
        new GeneratedLines(random.nextLong()).rows(family, 2 + random.nextInt(8));
    List<GeneratedLines.Row> planted = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      String text = i == 0 ? other : i == 1 ? value : null;
      planted.add(text == null ? rows.get(i) : with(rows.get(i), text));
    }
    String text = GeneratedLines.document(family, planted);
    bytes = Bytes.utf8(text);
    if (random.nextInt(4) == 0) {
      note("utf-16");
      bytes = ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE);
    }
  }

  private GeneratedLines.Row with(GeneratedLines.Row row, String address) {
    String column = row.columns().get(random.nextInt(row.columns().size()));
    String text = row.text().replace(column, address);
    if (text.matches("\\d+ <165>.*")) {
      String message = text.substring(text.indexOf(' ') + 1);
      text = Bytes.utf8(message).length + " " + message;
    }
    return new GeneratedLines.Row(text, row.columns());
  }

  private void messages() {
    WireBytes log =
        WireBytes.of()
            .fixed64(1, 1_709_382_133_000_000_000L)
            .message(5, WireBytes.of().text(1, "login of " + value))
            .attribute(6, "who", other)
            .attribute(6, "again", value);
    WireBytes scope = WireBytes.of().message(2, log).message(2, log);
    byte[] logs =
        WireBytes.of()
            .message(
                1,
                WireBytes.of()
                    .message(1, WireBytes.of().attribute(1, "service.name", "api"))
                    .message(2, scope))
            .array();
    byte[] write =
        WireBytes.of()
            .message(1, MessageBytes.series(value))
            .message(1, MessageBytes.series(other))
            .array();
    byte[] message = random.nextBoolean() ? logs : write;
    note(message == logs ? "otlp-logs" : "remote-write");
    switch (random.nextInt(message == write ? 4 : 3)) {
      case 0 -> bytes = message;
      case 1 -> {
        note("varints");
        bytes = WireBytes.of().delimited(message).delimited(message).array();
      }
      case 2 -> {
        note("big-endian");
        bytes = WireBytes.of().bigEndian(message).bigEndian(message).array();
      }
      default -> {
        note("snappy block in base64");
        bytes = Bytes.utf8("{\"b\":\"" + base64(snappy(message)) + "\"}");
      }
    }
  }

  private static byte[] snappy(byte[] content) {
    try {
      return Snappy.compress(content);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static String base64(byte[] content) {
    return Base64.getEncoder().encodeToString(content);
  }

  private void wrap() {
    int kind = random.nextInt(5);
    if (kind < 3) {
      List<Packing> all =
          Packing.ALL.stream().filter(one -> !one.name().equals("hadoop-lz4")).toList();
      Packing packing = all.get(random.nextInt(all.size()));
      note(packing.name());
      byte[] beside = Bytes.utf8("{\"beside\":" + random.nextInt(1_000) + "}\n");
      int order = random.nextInt(3);
      mixed |= order > 0;
      bytes =
          switch (order) {
            case 0 -> packing.object(bytes);
            case 1 -> packing.object(beside, bytes);
            default -> packing.object(bytes, beside);
          };
    } else if (kind == 3) {
      note("base64 in firehose-failed");
      bytes =
          Bytes.utf8(
              "{\"attemptsMade\":4,\"arrivalTimestamp\":1611929698000,\"errorCode\":\"x\","
                  + "\"rawData\":\""
                  + base64(bytes)
                  + "\"}\n");
    } else {
      note("kpl");
      bytes = KplBytes.aggregate("key", Bytes.utf8("{\"a\":1}"), bytes);
    }
  }

  @Override
  public String toString() {
    return story.toString();
  }
}
