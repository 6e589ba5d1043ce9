package dev.telltale.demo.leaks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.telltale.demo.telemetry.Vocabulary;
import java.io.ByteArrayOutputStream;
import java.time.Instant;

/** One object in the making: clean records, and the leaks and decoys that are put among them. */
final class Planting {
  private final PlantedObjects objects;
  private final String key;
  private final Instant time;
  private final Vocabulary words;
  private final ByteArrayOutputStream content = new ByteArrayOutputStream();

  Planting(PlantedObjects objects, String key, Instant time, Vocabulary words) {
    this.objects = objects;
    this.key = key;
    this.time = time;
    this.words = words;
  }

  String key() {
    return key;
  }

  Instant time() {
    return time;
  }

  Vocabulary words() {
    return words;
  }

  /** A new sensitive value that will stand once in the object. */
  String leak(String rule, String note) {
    return leak(rule, 1, note);
  }

  String leak(String rule, int occurrences, String note) {
    return objects.leak(key, rule, occurrences, note);
  }

  String decoy(String kind, String value) {
    objects.decoy(key, kind, value);
    return value;
  }

  Planting add(byte[] bytes) {
    content.writeBytes(bytes);
    return this;
  }

  Planting add(String text) {
    return add(text.getBytes(UTF_8));
  }

  byte[] content() {
    return content.toByteArray();
  }

  /** Stores what was added. */
  void store() {
    store(content());
  }

  /** Stores other bytes, such as the packed content. */
  void store(byte[] bytes) {
    objects.store(key, bytes, time);
  }

  /** Stores broken bytes with the fault that a scan has to state. */
  void storeBroken(byte[] bytes, String status, String faultId) {
    objects.fault(new ExpectedFault(key, status, faultId));
    store(bytes);
  }
}
