package dev.telltale.unpacking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.telltale.unpacking.layer.Layer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderTextsTest {
  private static final byte[] CONTENT = Bytes.utf8("{\"a\":1}\n");

  /** The texts, each looked up in the object at the place that its leaf names. */
  private static List<String> texts(byte[] object) {
    Unpacked result = Unpacked.of(object);
    assertEquals("", result.faults());
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < result.all.size(); i++) {
      Leaf leaf = result.all.get(i);
      if (leaf.header()) {
        int from = (int) leaf.offset();
        byte[] there = Arrays.copyOfRange(object, from, from + result.sizes.get(i));
        texts.add(new String(there, StandardCharsets.ISO_8859_1));
      }
    }
    assertEquals(texts, result.headers);
    return texts;
  }

  @Test
  void namesAndCommentsOfGzipMembersComeAfterTheirStream() {
    byte[] body = Bytes.join(Bytes.deflate(CONTENT), Bytes.gzipTrailer(CONTENT));
    byte[] named = Bytes.join(Bytes.gzipHeader(8 | 16), Bytes.utf8("anna.log\0from anna\0"), body);
    assertEquals(
        List.of("anna.log", "from anna", "anna.log", "from anna"),
        texts(Bytes.join(named, Bytes.gzip(CONTENT), named)));
  }

  @Test
  void extraFieldsAreGivenOutWhereTheyHoldText() {
    byte[] body = Bytes.join(Bytes.deflate(CONTENT), Bytes.gzipTrailer(CONTENT));
    byte[] small = Bytes.join(Bytes.gzipHeader(4), Bytes.int16(6), Bytes.utf8("BC\2\0xx"), body);
    assertEquals(List.of(), texts(small));
    for (String text : List.of("hidden", "hidden".repeat(20))) {
      byte[] hiding =
          Bytes.join(Bytes.gzipHeader(4), Bytes.int16(text.length()), Bytes.utf8(text), body);
      assertEquals(List.of(text), texts(hiding));
    }
  }

  @Test
  void namesAndCommentsOfAZipAreGivenOut() {
    byte[] end = Bytes.zipEnd();
    byte[] comment = Bytes.utf8("packed by anna");
    end[46 + 20] = (byte) comment.length;
    byte[] zip = Bytes.join(Bytes.zipDeflated("logs/anna.json", CONTENT), end, comment);
    assertEquals(List.of("logs/anna.json", "packed by anna"), texts(zip));
  }

  @Test
  void namesAndOwnersOfATarAreGivenOutHoweverLong() throws IOException {
    byte[] end = new byte[1024];
    byte[] small = Packing.tarEntry("logs/anna.json", CONTENT);
    assertEquals(List.of("logs/anna.json", "anna"), texts(Bytes.join(small, end)));
    String name = "folder/".repeat(20) + "anna.json";
    byte[] large = Packing.tarEntry(name, CONTENT);
    List<String> texts = texts(Bytes.join(large, end));
    assertEquals(true, texts.contains(name), texts.toString());
  }

  @Test
  void aPaxSizeReplacesThatOfTheHeader() throws IOException {
    byte[] record = Bytes.utf8("10 size=8\n");
    byte[] about = Packing.tarEntry("x", record);
    byte[] entry = Packing.tarEntry("logs/a.json", CONTENT);
    about[156] = 'x';
    System.arraycopy(Bytes.utf8("00000000000"), 0, entry, 124, 11);
    byte[] tar = Bytes.join(summed(about), summed(entry), new byte[1024]);
    Unpacked result = Unpacked.of(tar);
    assertEquals("", result.faults());
    assertEquals("{\"a\":1}\n", result.text(0));
    assertEquals(
        List.of(new Layer("tar", 0, 2048)), result.all.get(result.all.size() - 1).layers());
  }

  @Test
  void aSparseEntryIsNamedAndComesRaw() throws IOException {
    byte[] entry = Packing.tarEntry("logs/a.json", CONTENT);
    entry[156] = 'S';
    byte[] next = Packing.tarEntry("logs/b.json", CONTENT);
    Unpacked result = Unpacked.of(Bytes.join(summed(entry), next, new byte[1024]));
    assertEquals("tar-entry@0:0", result.faults());
    assertEquals(List.of("raw []", "[tar]"), result.leaves);
  }

  private static byte[] summed(byte[] entry) {
    int sum = 8 * ' ';
    for (int i = 0; i < 512; i++) {
      sum += i < 148 || i >= 156 ? entry[i] & 0xff : 0;
    }
    System.arraycopy(Bytes.utf8(String.format("%06o\0 ", sum)), 0, entry, 148, 8);
    return entry;
  }
}
