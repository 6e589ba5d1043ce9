package dev.telltale.unpacking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import dev.telltale.limit.Limits;
import dev.telltale.unpacking.layer.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Members with other bytes around them. */
class MembersTest {
  private static final byte[] A = Bytes.utf8("{\"first\":1}\n".repeat(40));
  private static final byte[] B = Bytes.utf8("{\"second\":\"a longer one\"}\n".repeat(30));
  private static final List<String> FINDABLE =
      List.of("gzip", "zstd", "lz4", "bzip2", "xz", "zlib", "snappy-framed");

  private static byte[] wide32(int value) {
    return Bytes.of(value >> 24, value >> 16 & 0xff, value >> 8 & 0xff, value & 0xff);
  }

  private static byte[] withLength(byte[] member) {
    return Bytes.join(wide32(member.length), member);
  }

  @Test
  void aLengthInFrontOfEachMemberIsStructure() {
    for (String name : List.of("gzip", "zstd", "lz4", "bzip2", "xz", "zlib")) {
      Packing packing = Packing.named(name);
      Unpacked result =
          Unpacked.of(Bytes.join(withLength(packing.pack(A)), withLength(packing.pack(B))));
      assertEquals("", result.faults(), name);
      assertEquals(List.of("[" + name + "]", "[" + name + "]"), result.leaves);
      assertArrayEquals(A, result.contents.get(0));
      assertArrayEquals(B, result.contents.get(1));
    }
  }

  @Test
  void aLengthThatIsWrongIsGivenOut() {
    byte[] member = Zstd.compress(A);
    byte[] object = Bytes.join(withLength(member), wide32(member.length + 1), member);
    Unpacked result = Unpacked.of(object);
    assertEquals(List.of("[zstd]", "[zstd]", "[]"), result.leaves);
    assertArrayEquals(wide32(member.length + 1), result.contents.get(2));
    assertEquals(4 + member.length, result.all.get(2).offset());
  }

  @Test
  void recordsThatAreCompressedOneByOneMayHaveLineEndsAndZerosBetween() {
    for (String name : List.of("gzip", "zstd", "lz4", "bzip2", "xz", "zlib")) {
      Packing packing = Packing.named(name);
      for (byte[] between : List.of(Bytes.utf8("\n"), new byte[700], Bytes.utf8("\r\n"))) {
        Unpacked result =
            Unpacked.of(Bytes.join(packing.pack(A), between, packing.pack(B), between));
        assertEquals("", result.faults(), name);
        assertArrayEquals(
            Bytes.join(A, B), Bytes.join(result.contents.toArray(new byte[0][])), name);
      }
    }
  }

  @Test
  void membersOfSeveralKindsFollowEachOther() {
    byte[] object = new byte[0];
    List<String> leaves = new ArrayList<>();
    for (String name : FINDABLE.subList(0, 6)) {
      object = Bytes.join(object, Packing.named(name).pack(A), Bytes.utf8("\n"));
      leaves.add("[" + name + "]");
    }
    Unpacked result = Unpacked.of(object);
    assertEquals("", result.faults());
    assertEquals(leaves, result.leaves);
  }

  @Test
  void jsonBetweenMembersIsAStreamOfItsOwn() {
    byte[] object = Bytes.join(Bytes.gzip(A), B, Bytes.gzip(A));
    Unpacked result = Unpacked.of(object);
    assertEquals("", result.faults());
    assertEquals(List.of("[gzip]", "[]", "[gzip]"), result.leaves);
    assertArrayEquals(B, result.contents.get(1));
    assertEquals(Bytes.gzip(A).length, result.all.get(1).offset());
  }

  @Test
  void aMemberOfAnotherKindAfterDamageIsFound() {
    byte[] broken = Bytes.join(Bytes.cut(Bytes.gzip(B), 40), Bytes.utf8("#".repeat(90)));
    Unpacked result = Unpacked.of(Bytes.join(broken, Zstd.compress(A)));
    assertTrue(result.faults().startsWith("gzip-data@0:"), result.faults());
    assertArrayEquals(A, result.contents.get(result.contents.size() - 1));
  }

  /** Bytes that look like a header of gzip and are none cost no more than a look each. */
  @Test
  void falseHeadersAreNoMembers() {
    byte[] header = Bytes.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0xff, 0xff);
    byte[] object = new byte[3_000_000];
    for (int i = 0; i < object.length; i++) {
      object[i] = header[i % header.length];
    }
    byte[] whole = Bytes.join(Bytes.gzip(A), Bytes.utf8("#"), object, Bytes.gzip(B));
    Unpacked result = Unpacked.of(whole);
    assertArrayEquals(A, result.contents.get(0));
    assertArrayEquals(B, result.contents.get(result.contents.size() - 1));
    int raw = result.contents.stream().mapToInt(content -> content.length).sum();
    assertEquals(A.length + 1 + object.length + B.length, raw);
  }

  /** Headers of aggregates whose fields lead to one another. */
  @Test
  void aggregatesThatAreNoneAreTriedToABound() {
    byte[] field = Bytes.of(0x1a, 4, 0xf3, 0x89, 0x9a, 0xc2);
    byte[] object = new byte[600_000];
    for (int i = 0; i < object.length; i++) {
      object[i] = field[i % field.length];
    }
    byte[] whole = Bytes.join(Bytes.gzip(A), Bytes.utf8("#"), object);
    Unpacked result = Unpacked.of(whole);
    assertTrue(result.faults().contains("member-limit@0:"), result.faults());
    assertEquals(
        A.length + 1 + object.length, result.contents.stream().mapToInt(c -> c.length).sum());
  }

  @Test
  void recordsOfAnAggregateArePartsAndItsKeysAreHeaders() {
    byte[] one = KplBytes.aggregate("anna@example.com", A, Bytes.gzip(B));
    for (byte[] object :
        List.of(
            one, Bytes.gzip(one), Bytes.join(one, one), Bytes.join(one, Bytes.utf8("\n"), one))) {
      Unpacked result = Unpacked.of(object);
      assertEquals("", result.faults());
      assertArrayEquals(A, result.contents.get(0));
      assertArrayEquals(B, result.contents.get(1));
      assertEquals("anna@example.com", result.headers.get(0));
    }
  }

  @Test
  void anAggregateWithAWrongSumIsReadAndNamed() {
    byte[] one = KplBytes.aggregate("key", A, B);
    Unpacked result = Unpacked.of(Bytes.flip(one, one.length - 1));
    assertEquals("kpl-checksum@0:" + (one.length - 16), result.faults());
    assertArrayEquals(A, result.contents.get(0));
    assertArrayEquals(B, result.contents.get(1));
  }

  @Test
  void aLeafThatEndsBeforeMembersGoesOnWithThem() throws Exception {
    byte[] head = Bytes.random(3, 300_000);
    byte[] object = Bytes.join(head, Bytes.gzip(A), Bytes.random(4, 1_000), Zstd.compress(B));
    MemberStarts starts = new MemberStarts(Limits.defaults());
    List<byte[]> leaves = new ArrayList<>();
    try (Unpacking unpacking =
        new Unpacking(
            new ByteArrayInputStream(object), object.length, Limits.defaults(), fault -> {})) {
      Leaf first = unpacking.next();
      assertTrue(first.mayHoldMembers());
      leaves.add(first.stream().readNBytes(head.length));
      Source in = (Source) first.stream();
      assertTrue(in.ensure(1) && starts.at(in, 0));
      first.holdMembers();
      for (Leaf leaf = unpacking.next(); leaf != null; leaf = unpacking.next()) {
        leaves.add(leaf.stream().readAllBytes());
      }
    }
    assertEquals(4, leaves.size());
    assertArrayEquals(A, leaves.get(1));
    assertArrayEquals(Bytes.random(4, 1_000), leaves.get(2));
    assertArrayEquals(B, leaves.get(3));
  }

  @Test
  void archivesBehindOtherBytesAreFoundAndEndWhereTheyEnd() {
    for (String name : List.of("zip", "tar")) {
      byte[] archive =
          name.equals("zip")
              ? Bytes.join(Bytes.zipDeflated("a.json", A), Bytes.zipEnd())
              : Packing.named(name).object(A);
      for (byte[] head : List.of(Bytes.random(7, 5_000), Bytes.utf8("#!/bin/sh\nexit\n"))) {
        byte[] tail = Bytes.join(Bytes.utf8("after it"), Bytes.random(8, 3_000));
        Unpacked result = Unpacked.of(Bytes.join(Bytes.gzip(B), head, archive, tail));
        List<String> shown = result.leaves;
        int at = shown.indexOf("[" + name + "]");
        assertTrue(at > 0, shown.toString());
        assertArrayEquals(B, result.contents.get(0));
        assertArrayEquals(head, result.contents.get(1));
        assertArrayEquals(A, result.contents.get(at));
        assertArrayEquals(tail, result.contents.get(result.contents.size() - 1));
      }
    }
  }

  @Test
  void zipEntriesOfAllKindsStartAnArchive() {
    for (byte[] entry :
        List.of(
            Bytes.zipStored("a.json", A),
            Bytes.zipDeflated("a.json", A),
            Bytes.zipDescribed("a.json", A),
            Bytes.zipStored("folder/", new byte[0]))) {
      byte[] object = Bytes.join(Bytes.gzip(B), Bytes.random(9, 700), entry, Bytes.zipEnd());
      assertTrue(starts(object, Bytes.gzip(B).length + 700), object.length + "");
    }
  }

  @Test
  void aSignatureAloneIsNoArchive() {
    byte[] entry = Bytes.zipStored("a.json", A);
    byte[] wrong = Bytes.flip(entry, entry.length - 3);
    byte[] nameless = Bytes.zipStored("", A);
    byte[] binary = Bytes.zipDeflated("\u0001\u0002\u0003", A);
    byte[] noise = Bytes.join(Bytes.zipHeader("a", 0, 8, 1, 100, 100), Bytes.random(3, 100));
    byte[] tar = Packing.named("tar").pack(A);
    for (byte[] none : List.of(wrong, nameless, binary, noise, Bytes.flip(tar, 20))) {
      assertFalse(starts(Bytes.join(Bytes.random(9, 700), none), 700));
    }
  }

  private static boolean starts(byte[] object, int index) {
    Source in = Source.of(new ByteArrayInputStream(object));
    try {
      return in.ensure(index + 1) && new MemberStarts(Limits.defaults()).at(in, index);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
