package dev.telltale.framing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.limit.Limits;
import dev.telltale.unpacking.Bytes;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextAndBinaryFramesTest {
  private static Framed raw(byte[] bytes, Limits limits) {
    return Framed.of(bytes, new ByteArrayInputStream(bytes), true, limits, "");
  }

  @Test
  void linesComeWithoutTheirEndsAndBlankLinesNotAtAll() {
    Framed result = Framed.of("\n \none\r\n\n\t\n  two\nthree");
    assertEquals(Shape.TEXT, result.shape);
    assertEquals(List.of("LINE:one", "LINE:  two", "LINE:three"), result.frames);
  }

  @Test
  void aLeafOfWhiteSpaceIsOneEmptyFrame() {
    assertEquals(List.of("LINE:"), Framed.of("\n \r\n\t ").frames);
    assertEquals(1, Framed.of("\n".repeat(1_000_000)).frames.size());
  }

  @Test
  void aLineOfTheLimitIsOneFrameAndALongerOneIsWindows() {
    Limits limits = Framed.small(64, 20, 16, 4);
    String fits = "x".repeat(20);
    assertEquals(
        List.of("LINE:" + fits, "LINE:a"), Framed.of(Bytes.utf8(fits + "\r\na"), limits).frames);
    Framed longer = Framed.of(Bytes.utf8("a\n" + fits + "y\nb"), limits);
    assertEquals("line-limit@0:2", longer.faults());
    assertEquals(
        List.of("LINE:a", "RAW_TEXT...:" + "x".repeat(16), "RAW_TEXT+4:xxxxxxxxy", "LINE:b"),
        longer.frames);
  }

  @Test
  void anArmouredBlockIsOneFrameWithAllItsLines() {
    String block = "key: -----BEGIN PRIVATE KEY-----\r\nMC4CAQ==\r\n-----END PRIVATE KEY-----";
    assertEquals(
        List.of("LINE:a", "LINE:" + block, "LINE:b"), Framed.of("a\n" + block + "\r\nb").frames);
    assertEquals(List.of("LINE:" + block), Framed.of(block).frames);
  }

  @Test
  void aBlockWithoutAnEndIsLines() {
    assertEquals(
        List.of("LINE:-----BEGIN PRIVATE KEY-----", "LINE:a", "LINE:b"),
        Framed.of("-----BEGIN PRIVATE KEY-----\na\nb").frames);
    String far = "x\n".repeat(20_000);
    assertEquals(
        20_002, Framed.of("-----BEGIN KEY-----\n" + far + "-----END KEY-----").frames.size());
  }

  @Test
  void windowsAreNeverCutInsideACharacter() {
    String text = "äöü€😀".repeat(50);
    Framed result = Framed.of(Bytes.utf8(text), Framed.small(64, 20, 16, 6));
    for (String frame : result.frames) {
      assertTrue(frame.indexOf('\ufffd') < 0, frame);
    }
  }

  @Test
  void latin1IsStillText() {
    byte[] bytes =
        "Gr\u00fc\u00dfe aus M\u00fcnchen\n".repeat(20).getBytes(StandardCharsets.ISO_8859_1);
    Framed result = Framed.of(bytes, Limits.defaults());
    assertEquals(Shape.TEXT, result.shape);
    assertEquals(20, result.frames.size());
  }

  @Test
  void binaryThatFitsIsOneMessage() {
    byte[] bytes = Bytes.join(Bytes.of(10, 5, 1, 2, 0), Bytes.utf8("anna@example.org"));
    Framed result = Framed.of(bytes, Limits.defaults());
    assertEquals(Shape.BINARY, result.shape);
    assertEquals(1, result.frames.size());
    assertTrue(result.frames.get(0).startsWith("MESSAGE:"));
  }

  @Test
  void binaryThatDoesNotFitIsCutWhereNothingIsPrintable() {
    byte[] bytes =
        Bytes.join(Bytes.utf8("0123456789"), Bytes.of(0, 0), Bytes.utf8("secret"), new byte[30]);
    Framed result = Framed.of(bytes, Framed.small(20, 20, 16, 8));
    assertTrue(result.frames.get(0).startsWith("RAW_BYTES:0123456789"), result.frames.get(0));
    assertTrue(result.frames.get(1).startsWith("RAW_BYTES:secret"), result.frames.get(1));
    Framed solid =
        Framed.of(Bytes.join(Bytes.of(0), Bytes.utf8("x".repeat(40))), Framed.small(20, 20, 16, 8));
    assertEquals("RAW_BYTES+8...:" + "x".repeat(16), solid.frames.get(1));
  }

  @Test
  void aRawLeafIsWindowsOfTextOrBytes() {
    assertEquals(
        List.of("RAW_TEXT:{\"a\":1}\nb"),
        raw(Bytes.utf8("{\"a\":1}\nb"), Limits.defaults()).frames);
    assertEquals(Shape.BINARY, raw(new byte[9], Limits.defaults()).shape);
    assertTrue(raw(new byte[9], Limits.defaults()).frames.get(0).startsWith("RAW_BYTES"));
  }
}
