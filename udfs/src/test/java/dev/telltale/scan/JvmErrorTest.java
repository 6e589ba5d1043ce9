package dev.telltale.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.telltale.limit.Limits;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An error of the virtual machine inside one object ends that object. */
class JvmErrorTest {
  private static final byte[] LINES = "a line\n".repeat(40_000).getBytes(StandardCharsets.UTF_8);

  @Test
  void errorThatTheObjectCausesRefusesIt() {
    for (Error error :
        List.of(
            new StackOverflowError(),
            new OutOfMemoryError("Java heap space"),
            new OutOfMemoryError("Requested array size exceeds VM limit"),
            new NoClassDefFoundError("x"),
            new ExceptionInInitializerError())) {
      ScannedObject object = scanned(error);
      assertEquals(ObjectStatus.REFUSED, object.object.status(), error.toString());
      assertEquals("jvm-error", object.object.fault().kind().id());
      assertEquals(LINES.length * 2L, object.answered());
    }
  }

  @Test
  void errorThatSaysThatTheMachineIsAtItsEndGoesOn() {
    for (String message : List.of("GC overhead limit exceeded", "Metaspace")) {
      OutOfMemoryError error = new OutOfMemoryError(message);
      assertSame(error, assertThrows(OutOfMemoryError.class, () -> scanned(error)));
    }
  }

  private static ScannedObject scanned(Error error) {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() {
            throw error;
          }

          @Override
          public int read(byte[] into, int from, int length) {
            throw error;
          }
        };
    return ScannedObject.of(
        "k",
        LINES.length * 2L,
        new SequenceInputStream(new ByteArrayInputStream(LINES), broken),
        Limits.defaults());
  }
}
