package dev.telltale.unpacking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class GzipMembersTest {
  private static final byte[] CONTENT_A = Bytes.utf8("first member\n".repeat(400));
  private static final byte[] A = Bytes.gzip(CONTENT_A);
  private static final byte[] SHORT = Bytes.gzip("second member\n");

  @Test
  void membersBackToBackAreOneStream() {
    Unpacked result = Unpacked.of(Bytes.join(A, SHORT));
    assertEquals(List.of("[gzip]"), result.leaves);
    assertEquals("", result.faults());
    assertTrue(result.text(0).endsWith("first member\nsecond member\n"));
  }

  @Test
  void garbageAfterAMemberIsReportedAndComesRaw() {
    byte[] garbage = Bytes.random(1, 1 << 20);
    Unpacked result = Unpacked.of(Bytes.join(A, garbage));
    assertEquals("gzip-trailing-bytes@0:" + A.length, result.faults());
    assertEquals(List.of("[gzip]", "raw []"), result.leaves);
    assertArrayEquals(garbage, result.contents.get(1));
  }

  @Test
  void zeroPaddingAndBlankLinesAreStructure() {
    for (byte[] padding : List.of(new byte[512], Bytes.utf8("\n"), Bytes.utf8("\r\n \n"))) {
      Unpacked result = Unpacked.of(Bytes.join(A, padding));
      assertEquals("", result.faults());
      assertEquals(List.of("[gzip]"), result.leaves);
    }
  }

  @Test
  void memberWithBrokenMagicComesRaw() {
    byte[] broken = Bytes.flip(SHORT, 0);
    Unpacked result = Unpacked.of(Bytes.join(A, broken));
    assertEquals("gzip-trailing-bytes@0:" + A.length, result.faults());
    assertArrayEquals(broken, result.contents.get(1));
  }

  @Test
  void memberWithReservedFlagIsRefusedAndTheNextIsRead() {
    byte[] broken = SHORT.clone();
    broken[3] = (byte) 0x80;
    Unpacked result = Unpacked.of(Bytes.join(broken, A));
    assertEquals("gzip-header@0:0", result.faults());
    assertEquals(List.of("raw []", "[gzip]"), result.leaves);
    assertArrayEquals(CONTENT_A, result.contents.get(1));
  }

  @Test
  void cutInsideAShortMemberIsReportedAtTheEnd() {
    byte[] object = Bytes.join(A, Bytes.cut(SHORT, SHORT.length - 10));
    Unpacked result = Unpacked.of(object);
    assertEquals("gzip-truncated@0:" + object.length, result.faults());
    assertTrue(result.contents.get(0).length >= CONTENT_A.length);
  }

  @Test
  void cutInsideALongMemberDeliversWhatDecoded() {
    byte[] content = Bytes.random(2, 200_000);
    byte[] member = Bytes.gzip(content);
    byte[] object = Bytes.join(A, Bytes.cut(member, member.length / 2));
    Unpacked result = Unpacked.of(object);
    assertEquals("gzip-truncated@0:" + object.length, result.faults());
    assertTrue(result.contents.get(0).length > CONTENT_A.length + 90_000);
  }

  @Test
  void cutInsideAHeaderIsReported() {
    for (int kept = 1; kept < 10; kept++) {
      byte[] object = Bytes.join(A, Bytes.cut(SHORT, kept));
      Unpacked result = Unpacked.of(object);
      assertEquals("gzip-truncated@0:" + object.length, result.faults());
      assertArrayEquals(CONTENT_A, result.contents.get(0));
    }
  }

  @Test
  void cutInsideATrailerIsReported() {
    byte[] object = Bytes.cut(A, A.length - 3);
    Unpacked result = Unpacked.of(object);
    assertEquals("gzip-truncated@0:" + object.length, result.faults());
    assertArrayEquals(CONTENT_A, result.contents.get(0));
  }

  @Test
  void readsThatEndAtAMemberChangeNothing() {
    byte[] object = Bytes.join(A, SHORT, A, SHORT);
    Unpacked whole = Unpacked.of(object);
    for (int max : new int[] {1, 2, A.length, 100}) {
      Unpacked sliced =
          Unpacked.of(
              new Slices(object, max, max), object.length, dev.telltale.limit.Limits.defaults());
      assertArrayEquals(whole.contents.get(0), sliced.contents.get(0), "reads of " + max);
    }
  }

  @Test
  void cutBetweenMembersLooksWhole() {
    assertEquals("", Unpacked.of(A).faults());
  }

  @Test
  void wrongChecksumIsReportedAtTheTrailerAndTheNextMemberIsRead() {
    Unpacked result = Unpacked.of(Bytes.join(Bytes.flip(A, A.length - 8), SHORT));
    assertEquals("gzip-checksum@0:" + (A.length - 8), result.faults());
    assertEquals(List.of("[gzip]"), result.leaves);
    assertTrue(result.text(0).endsWith("second member\n"));
  }

  @Test
  void wrongLengthIsAChecksumFault() {
    assertEquals(
        "gzip-checksum@0:" + (A.length - 8), Unpacked.of(Bytes.flip(A, A.length - 1)).faults());
  }

  @Test
  void corruptDataDeliversThePrefixTheRestRawAndTheNextMember() {
    byte[] head =
        Bytes.join(Bytes.gzipHeader(0), Bytes.of(0, 5, 0, 0xfa, 0xff), Bytes.utf8("whole"));
    byte[] rest = Bytes.utf8("no deflate block");
    byte[] object = Bytes.join(head, Bytes.of(6), rest, SHORT);
    Unpacked result = Unpacked.of(object);
    assertEquals("gzip-data@0:" + (head.length + 1), result.faults());
    assertEquals(List.of("[gzip]", "raw []", "[gzip]"), result.leaves);
    assertEquals("whole", result.text(0));
    assertArrayEquals(rest, result.contents.get(1));
    assertEquals("second member\n", result.text(2));
  }

  @Test
  void everyOptionalHeaderFieldIsPassed() {
    byte[] header =
        Bytes.join(
            Bytes.gzipHeader(4 | 8 | 16 | 2),
            Bytes.int16(3),
            Bytes.utf8("xyz"),
            Bytes.utf8("name\0comment\0"));
    CRC32 crc = new CRC32();
    crc.update(header);
    byte[] body = Bytes.join(Bytes.deflate(CONTENT_A), Bytes.gzipTrailer(CONTENT_A));
    byte[] good = Bytes.join(header, Bytes.int16((int) crc.getValue()), body);
    assertEquals("", Unpacked.of(good).faults());
    assertArrayEquals(CONTENT_A, Unpacked.of(good).contents.get(0));
    byte[] bad = Bytes.join(header, Bytes.int16((int) ~crc.getValue()), body);
    assertEquals("gzip-header@0:0", Unpacked.of(bad).faults());
    assertArrayEquals(CONTENT_A, Unpacked.of(bad).contents.get(0));
  }

  @Test
  void aMillionTinyMembersAreOneStream() {
    byte[] member = Bytes.gzip("x");
    byte[] object = new byte[1_000_000 * member.length];
    for (int i = 0; i < 1_000_000; i++) {
      System.arraycopy(member, 0, object, i * member.length, member.length);
    }
    Unpacked result = Unpacked.of(object);
    assertEquals("", result.faults());
    assertEquals(1_000_000, result.contents.get(0).length);
  }

  @Test
  void aFloodOfFalseHeadersIsReadInLinearTime() {
    byte[] fake = Bytes.of(0x1f, 0x8b, 8, 8, 1, 1, 1, 1, 4, 3);
    byte[] object = new byte[1_000_000];
    for (int i = 0; i < object.length; i += fake.length) {
      System.arraycopy(fake, 0, object, i, fake.length);
    }
    Unpacked result = Unpacked.of(object);
    long bytes = 0;
    for (byte[] content : result.contents) {
      bytes += content.length;
    }
    assertTrue(bytes > object.length - 10_000, "bytes " + bytes);
  }
}
