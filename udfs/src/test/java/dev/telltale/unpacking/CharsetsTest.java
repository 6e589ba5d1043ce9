package dev.telltale.unpacking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.telltale.MutationCount;
import dev.telltale.limit.Limits;
import dev.telltale.unpacking.charset.SourceOffsets;
import dev.telltale.unpacking.layer.Layer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CharsetsTest {
  private static final String ENGLISH = "{\"user\":\"anna@norvikfreight.com\",\"n\":1}\n".repeat(9);
  private static final String CHINESE =
      "{\"消息\":\"用户已经登录系统\",\"地址\":\"中国北京市\",\"user\":\"li\"}\n".repeat(5);
  private static final String TRADITIONAL =
      "{\"訊息\":\"使用者已經登入系統\",\"地址\":\"台北市中山路\",\"user\":\"lin\"}\n".repeat(5);
  private static final String JAPANESE =
      "{\"件名\":\"ユーザーがログインしました\",\"住所\":\"東京都の中央\",\"user\":\"abe\"}\n".repeat(5);
  private static final String KOREAN = "{\"내용\":\"사용자가 로그인했습니다\",\"user\":\"kim\"}\n".repeat(5);
  private static final String WESTERN =
      "{\"msg\":\"L'employé Müller a été créé à Orléans – señor Núñez\",\"user\":\"m\"}\n"
          .repeat(5);

  private static Map<String, byte[]> texts() {
    Map<String, byte[]> texts = new LinkedHashMap<>();
    texts.put("gbk", CHINESE.getBytes(Charset.forName("GBK")));
    texts.put("gb18030", (CHINESE + "\u3400\n").getBytes(Charset.forName("GB18030")));
    texts.put("big5", TRADITIONAL.getBytes(Charset.forName("Big5")));
    texts.put("shift_jis", JAPANESE.getBytes(Charset.forName("Shift_JIS")));
    texts.put("euc-jp", JAPANESE.getBytes(Charset.forName("EUC-JP")));
    texts.put("euc-kr", KOREAN.getBytes(Charset.forName("EUC-KR")));
    texts.put("windows-1252", WESTERN.getBytes(Charset.forName("windows-1252")));
    for (String name : List.of("UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE")) {
      String label = name.toLowerCase(java.util.Locale.ROOT);
      texts.put(label, (ENGLISH + CHINESE + "\ud83d\ude00\n").getBytes(Charset.forName(name)));
    }
    return texts;
  }

  private static String decoded(String label, byte[] bytes) {
    return new String(bytes, Charset.forName(label.equals("gbk") ? "GB18030" : label));
  }

  @Test
  void aCharacterSetIsALayerWhoseTextIsUtf8() {
    texts()
        .forEach(
            (label, bytes) -> {
              Unpacked result = Unpacked.of(bytes);
              assertEquals(List.of("[" + label + "]"), result.leaves);
              assertEquals("", result.faults(), label);
              assertEquals(decoded(label, bytes), result.text(0), label);
              assertEquals(
                  List.of(new Layer(label, 0, bytes.length)), result.all.get(0).layers(), label);
              Unpacked inside = Unpacked.of(Bytes.gzip(Packing.zlib(bytes)));
              assertEquals(List.of("[gzip, zlib, " + label + "]"), inside.leaves);
            });
  }

  @Test
  void aByteOrderMarkIsEnoughWhereTextFollows() {
    for (String name : List.of("UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE")) {
      byte[] bytes = "\ufeff用户已经登录".getBytes(Charset.forName(name));
      Unpacked result = Unpacked.of(bytes);
      assertEquals(List.of("[" + name.toLowerCase(java.util.Locale.ROOT) + "]"), result.leaves);
      assertEquals("\ufeff用户已经登录", result.text(0));
    }
  }

  @Test
  void brokenCharactersAreReplacedAndNamedWhereTheyAre() {
    byte[] good = CHINESE.getBytes(Charset.forName("GBK"));
    byte[] broken = Bytes.join(good, Bytes.of(0xc4, '"', '\n'), good);
    Unpacked result = Unpacked.of(broken);
    assertEquals("invalid-character@0:" + good.length, result.faults());
    assertEquals(CHINESE + "\ufffd\"\n" + CHINESE, result.text(0));

    byte[] wide = ENGLISH.getBytes(StandardCharsets.UTF_16LE);
    Unpacked cut = Unpacked.of(Bytes.cut(wide, wide.length - 1));
    assertEquals("invalid-character@0:" + (wide.length - 2), cut.faults());
    Unpacked lone = Unpacked.of(Bytes.join(wide, Bytes.of(0, 0xd8), wide));
    assertEquals("invalid-character@0:" + wide.length, lone.faults());
    assertTrue(lone.text(0).endsWith(ENGLISH), "what follows is read in step");
  }

  @Test
  void utf8WithABrokenByteHereAndThereStaysAsItIs() {
    for (String text : List.of("caf\u00e9\n".repeat(40), CHINESE, "plain\n".repeat(40))) {
      byte[] utf8 = Bytes.utf8(text);
      byte[] broken = Bytes.join(utf8, Bytes.of(0xe9, ' ', 0xc3, '\n'), utf8);
      assertEquals(List.of("[]"), Unpacked.of(utf8).leaves);
      assertEquals(List.of("[]"), Unpacked.of(broken).leaves);
    }
    byte[] one = Bytes.join(Bytes.utf8("caf"), Bytes.of(0xe9), Bytes.utf8(" au lait"));
    assertEquals(List.of("[]"), Unpacked.of(one).leaves);
  }

  @Test
  void binaryIsNeverTakenForText() {
    for (int seed = 0; seed < 3_000; seed++) {
      Random random = new Random(seed);
      byte[] bytes = Bytes.random(seed, 160 + random.nextInt(400));
      assertEquals(List.of("[]"), Unpacked.of(bytes).leaves, "noise, seed " + seed);
      for (int i = 0; i < bytes.length; i++) {
        boolean upper = i % (seed % 2 == 0 ? 2 : 4) != 0;
        bytes[i] = upper ? 0 : (byte) random.nextInt(256);
      }
      assertEquals(List.of("[]"), Unpacked.of(bytes).leaves, "small numbers, seed " + seed);
      byte[] message = Bytes.join(Bytes.of(10, 4, 0xe4), Bytes.utf8("abc"), bytes);
      assertEquals(List.of("[]"), Unpacked.of(message).leaves, "message, seed " + seed);
    }
  }

  @Test
  void offsetsInTheTextLeadBackToTheBytes() throws IOException {
    for (Map.Entry<String, byte[]> entry : texts().entrySet()) {
      String label = entry.getKey();
      byte[] bytes = entry.getValue();
      String text = decoded(label, bytes);
      Charset charset = Charset.forName(label.equals("gbk") ? "GB18030" : label);
      int characters = text.codePointCount(0, text.length());
      long[] offsets = new long[characters + 1];
      long[] expected = new long[characters + 1];
      for (int i = 0; i <= characters; i++) {
        String before = text.substring(0, text.offsetByCodePoints(0, i));
        offsets[i] = Bytes.utf8(before).length;
        expected[i] = before.getBytes(charset).length;
      }
      assertArrayEquals(
          expected, SourceOffsets.of(label, new ByteArrayInputStream(bytes), offsets), label);
    }
  }

  @Test
  void offsetsStayExactAfterBrokenCharacters() throws IOException {
    byte[] bytes = Bytes.join("中".getBytes(Charset.forName("GBK")), Bytes.of(0xc4, '"', 'x'));
    assertArrayEquals(
        new long[] {0, 0, 2, 2, 3, 4, 5},
        SourceOffsets.of("gbk", new ByteArrayInputStream(bytes), 0, 2, 3, 5, 6, 7, 8));
  }

  @Test
  void damagedTextIsReadOnInStepAndEveryCaseEnds() {
    int cases = MutationCount.EACH;
    for (Map.Entry<String, byte[]> entry : texts().entrySet()) {
      byte[] good = entry.getValue();
      String last = "\"last\":\"anna@norvikfreight.com\"";
      Charset charset = Charset.forName(entry.getKey().equals("gbk") ? "GBK" : entry.getKey());
      byte[] object = Bytes.join(good, last.getBytes(charset));
      for (int seed = 0; seed < cases / 4; seed++) {
        String hint = entry.getKey() + " seed " + seed;
        Mutation mutation = Mutation.of(object, new Random(seed));
        Unpacked result = Unpacked.of(mutation.bytes());
        Unpacked split =
            Unpacked.of(
                new Slices(mutation.bytes(), 40, seed), mutation.bytes().length, Limits.defaults());
        assertEquals(result.leaves, split.leaves, hint);
        assertEquals(result.faults, split.faults, hint);
        boolean inStep = mutation.flip() && mutation.to() < good.length - 4;
        if (inStep && result.leaves.equals(List.of("[" + entry.getKey() + "]"))) {
          assertTrue(result.text(0).endsWith(last), hint);
        }
      }
    }
  }

  @Test
  void samplesOfOthersAreRecognised() throws IOException {
    String corpus = System.getenv().getOrDefault("TELLTALE_CORPUS", "../../shared");
    Path folder = Path.of(corpus, "samples/fluent__fluent-bit/tests/runtime/data/tail/log");
    assumeTrue(Files.isDirectory(folder), "the corpus is not here");
    Map<String, String> expected =
        Map.of(
            "gbk", "gbk", "gb18030", "gbk", "big5", "big5", "sjis", "shift_jis", "uhc", "euc-kr");
    for (Map.Entry<String, String> entry : expected.entrySet()) {
      byte[] bytes = Files.readAllBytes(folder.resolve("generic_enc_" + entry.getKey() + ".log"));
      assertEquals(List.of("[" + entry.getValue() + "]"), Unpacked.of(bytes).leaves);
    }
    for (String other : List.of("win1251", "win1255", "win1256", "win866", "win874")) {
      byte[] bytes = Files.readAllBytes(folder.resolve("generic_enc_" + other + ".log"));
      assertEquals(List.of("[]"), Unpacked.of(bytes).leaves, other);
    }
  }
}
