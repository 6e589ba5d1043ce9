package dev.telltale.framing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.limit.Limits;
import dev.telltale.unpacking.Bytes;
import dev.telltale.unpacking.Leaf;
import dev.telltale.unpacking.layer.Part;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonFramesTest {
  private static final String A = "{\"a\":1}";
  private static final String B = "{\"b\":\"}{\\\"\"}";
  private static final List<String> BOTH = List.of("JSON:" + A, "JSON:" + B);

  @Test
  void valuesAreFoundWhateverSeparatesThem() {
    for (String between : List.of("\n", "", " ", "\r\n\r\n", "\u001e", "\n\u001e", "\ufeff")) {
      Framed result = Framed.of(A + between + B);
      assertEquals(Shape.JSON, result.shape);
      assertEquals(BOTH, result.frames);
      assertEquals("", result.faults());
    }
  }

  @Test
  void byteOrderMarkAndSurroundingSpaceAreStructure() {
    assertEquals(BOTH, Framed.of("\ufeff \n" + A + "\n" + B + "\n\n  ").frames);
    assertEquals(BOTH, Framed.of("\u001e" + A + "\n\u001e" + B + "\n").frames);
  }

  @Test
  void prettyPrintedValuesComeWhole() {
    String pretty = "{\n  \"a\": [\n    {\n      \"b\": 1\n    }\n  ]\n}";
    assertEquals(List.of("JSON:" + pretty, "JSON:" + A), Framed.of(pretty + "\n" + A).frames);
    assertEquals(
        List.of("JSON:[\n" + A + ",\n" + A + "\n]"),
        Framed.of("[\n" + A + ",\n" + A + "\n]").frames);
  }

  @Test
  void scalarsOnTheirOwnLinesAreValues() {
    Framed result = Framed.of(A + "\n-1.5e3\n\"text\"\nnull\ntrue\n");
    assertEquals(
        List.of("JSON:" + A, "JSON:-1.5e3", "JSON:\"text\"", "JSON:null", "JSON:true"),
        result.frames);
    assertEquals("", result.faults());
  }

  @Test
  void aBrokenValueInTheMiddleCostsOnlyItself() {
    Framed result = Framed.of(A + "\n{\"x\": oops}\n" + B + "\n");
    assertEquals(List.of("JSON:" + A, "RAW_TEXT:{\"x\": oops}\n", "JSON:" + B), result.frames);
    assertEquals("json-syntax@0:14", result.faults());
  }

  @Test
  void aValueWithoutItsEndCostsOnlyItself() {
    for (String open :
        List.of("{\"x\":1", "{\"x\":{\"y\":1}", "{\"x\":\"text", "[1,{\"x\":2}", "{\"x\":1,")) {
      Framed result = Framed.of(A + "\n" + open + "\n" + B + "\n");
      assertEquals(List.of("JSON:" + A, "RAW_TEXT:" + open + "\n", "JSON:" + B), result.frames);
    }
  }

  @Test
  void aValueThatTookTheNextLinesForItsOwnGivesThemBack() {
    for (String open : List.of("{\"x\":", "[", "{\"x\":1,\"y\":[2,", "{\"x\":{\"y\":[")) {
      Framed result = Framed.of(A + "\n" + open + "\n" + B + "\n" + A + "\n" + B);
      assertEquals(
          List.of("JSON:" + A, "RAW_TEXT:" + open + "\n", "JSON:" + B, "JSON:" + A, "JSON:" + B),
          result.frames);
    }
  }

  @Test
  void aValueThatTheParserRejectsIsDeliveredAgainAsText() {
    Framed result = Framed.of(A + "\n{\"x\": 01}" + B);
    assertEquals(
        List.of("JSON:" + A, "rejected", "RAW_TEXT:{\"x\": 01}", "JSON:" + B), result.frames);
    assertEquals("", result.faults());
    Framed pretty = Framed.of("{\"x\": 01, \"y\": [\n  " + A + "\n]}\n" + B);
    assertEquals(
        List.of(
            "rejected",
            "RAW_TEXT:{\"x\": 01, \"y\": [\n  ",
            "JSON:" + A,
            "RAW_TEXT:]}",
            "JSON:" + B),
        pretty.frames);
  }

  @Test
  void bytesThatStartNoValueAreReportedAndKept() {
    Framed line = Framed.of(A + "\n\"rest\": 1}\n" + B);
    assertEquals(List.of("JSON:" + A, "RAW_TEXT:\"rest\": 1}", "JSON:" + B), line.frames);
    assertEquals("json-syntax@0:8", line.faults());
    Framed comma = Framed.of(A + "," + B + "\n");
    assertEquals(List.of("JSON:" + A, "RAW_TEXT:,", "JSON:" + B), comma.frames);
    assertEquals("json-syntax@0:7", comma.faults());
  }

  @Test
  void linesOfTextBetweenValuesAreLines() {
    for (String order :
        List.of(A + "\nnot json at all\n" + B, "not json at all\n" + A + "\n" + B)) {
      Framed result = Framed.of(order);
      assertEquals("", result.faults());
      assertTrue(result.frames.contains("LINE:not json at all"), result.frames.toString());
      assertTrue(result.frames.contains("JSON:" + B));
    }
  }

  /** Values with nothing between them are not swallowed by the text in front of them. */
  @Test
  void textInFrontOfValuesOnItsLineLeavesThemAlone() {
    Framed result = Framed.of(A + "\nnot json " + A + B);
    assertEquals(
        List.of("JSON:" + A, "RAW_TEXT:not json ", "JSON:" + A, "JSON:" + B), result.frames);
  }

  @Test
  void aTruncatedValueIsReportedAtItsStartAndValuesInsideAreKept() {
    Framed result = Framed.of(A + "\n{\"x\":[\n" + A + ",\n{\"y\":");
    assertEquals("json-truncated@0:8, json-syntax@0:22, json-truncated@0:24", result.faults());
    assertEquals(
        List.of("JSON:" + A, "RAW_TEXT:{\"x\":[\n", "JSON:" + A, "RAW_TEXT:,", "RAW_TEXT:{\"y\":"),
        result.frames);
  }

  @Test
  void aValueBeyondTheFrameLimitComesInWindows() {
    String large = "{\"x\":\"" + "y".repeat(100) + "\"}";
    Framed result = Framed.of(Bytes.utf8(A + "\n" + large + B), Framed.small(64, 64, 40, 8));
    assertEquals("frame-limit@0:8", result.faults());
    assertEquals("JSON:" + A, result.frames.get(0));
    assertTrue(result.frames.get(1).startsWith("RAW_TEXT...:{\"x\":\"yyy"), result.frames.get(1));
    assertTrue(result.frames.get(2).startsWith("RAW_TEXT+8...:yyyy"), result.frames.get(2));
    assertEquals("JSON:" + B, result.frames.get(result.frames.size() - 1));
  }

  @Test
  void fiftyMegabytesOnOneLineAreReadInBoundedMemory() {
    byte[] bytes = new byte[50_000_000];
    java.util.Arrays.fill(bytes, (byte) 'x');
    System.arraycopy(Bytes.utf8("{\"x\":\""), 0, bytes, 0, 6);
    System.arraycopy(Bytes.utf8("\"}" + A), 0, bytes, bytes.length - 9, 9);
    Framed json = Framed.of(bytes, Limits.defaults());
    assertEquals("frame-limit@0:0", json.faults());
    assertEquals("JSON:" + A, json.frames.get(json.frames.size() - 1));
    bytes[0] = 'x';
    Framed text = Framed.of(bytes, Limits.defaults());
    assertEquals(Shape.TEXT, text.shape);
    assertEquals("line-limit@0:0", text.faults());
  }

  @Test
  void deepNestingComesOutWholeAndIsTheParsersToReject() {
    String deep = "[".repeat(10_000) + "]".repeat(10_000);
    Framed result = Framed.of(A + "\n" + deep + "\n" + B);
    assertEquals(
        List.of("JSON:" + A, "rejected", "RAW_TEXT:20000 bytes", "JSON:" + B), result.frames);
  }

  @Test
  void nestedLinesThatNeverCloseAreReadInLinearTime() {
    Framed result =
        Framed.of(
            Bytes.utf8("[\n".repeat(500_000)), Framed.small(1 << 20, 1 << 20, 1 << 16, 1 << 10));
    assertTrue(result.faults.size() < 1_000, "faults " + result.faults.size());
  }

  @Test
  void aLeafWithoutBytesHasNoFrames() {
    Framed result = Framed.of("");
    assertEquals(Shape.EMPTY, result.shape);
    assertEquals(List.of(), result.frames);
  }

  @Test
  void textThatStartsWithABracketIsNoJson() {
    for (String line :
        List.of(
            "[Sun Dec 04 04:47:44 2005] [notice] started",
            "[2022-01-01T00:00:00] text",
            "[1234] text",
            "[INFO] text",
            "{not json}")) {
      Framed result = Framed.of((line + "\n").repeat(3));
      assertEquals(Shape.TEXT, result.shape, line);
      assertEquals(List.of("LINE:" + line, "LINE:" + line, "LINE:" + line), result.frames);
    }
    assertEquals(Shape.JSON, Framed.of("[1,2]\n[3]\n").shape);
    assertEquals(Shape.JSON, Framed.of("{\"a\": oops}").shape);
  }

  @Test
  void theMajorityOfLinesDecidesAMixedLog() {
    assertEquals(Shape.TEXT, Framed.of(A + "\n" + "plain text\n".repeat(3)).shape);
    assertEquals(Shape.JSON, Framed.of("plain text\n" + (A + "\n").repeat(3)).shape);
  }

  @Test
  void aFailingReadAfterAWholeValueDoesNotLoseIt() throws java.io.IOException {
    java.io.InputStream in =
        new java.io.SequenceInputStream(
            new ByteArrayInputStream(Bytes.utf8(A + "\n" + " ".repeat(LeafHead.BYTES))),
            new java.io.InputStream() {
              @Override
              public int read() throws java.io.IOException {
                throw new java.io.IOException("reset");
              }

              @Override
              public int read(byte[] into, int from, int length) throws java.io.IOException {
                throw new java.io.IOException("reset");
              }
            });
    FrameReader reader =
        LeafHead.of(new Leaf(List.of(), Part.Kind.UNPACKED, 0, in), Limits.defaults(), fault -> {})
            .byShape();
    assertEquals(Frame.Kind.JSON, reader.next().kind());
    org.junit.jupiter.api.Assertions.assertThrows(java.io.IOException.class, reader::next);
  }
}
